"""Every sensible way of writing an answer is read; hedging and salad never pass."""

import pytest
from jsonschema import Draft202012Validator

from sellbackwards.exercises import Criterion, Exercise, judge, published_criteria
from sellbackwards.exercises.judging import told_criteria
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.kinds.parsing import number
from sellbackwards.exercises.status_words import WORDS

CHOICE = Exercise(
    "9.1",
    "choice",
    "One of four",
    {
        "options": [
            {"text": "A wrong assumption", "why": "Nobody said so here."},
            {"text": "A true misfit", "right": True, "why": "They have no use for it."},
            {"text": "A missing connection", "why": "They see the connection."},
            {"text": "A matter of price", "why": "Price wasn't mentioned."},
        ]
    },
)
TWO = Exercise(
    "9.2",
    "choice",
    "Two of four",
    {
        "options": [
            {**option, "right": True} if n in (0, 2) else {k: v for k, v in option.items() if k != "right"}
            for n, option in enumerate(CHOICE.spec["options"])
        ]
    },
)
ORDER = Exercise(
    "9.3",
    "ordering",
    "In order",
    {"items": ["Open the door", "Close the door", "Walk through the door"], "right": [1, 3, 2]},
)
SORT = Exercise(
    "9.4",
    "sorting",
    "Two groups",
    {
        "groups": {"forward": "about the goods", "backward": "about the buyer"},
        "items": [
            {"text": "It weighs nine kilos.", "group": "forward"},
            {"text": "What do you carry up the stairs?", "group": "backward"},
            {"text": "We are number one.", "group": "forward"},
        ],
    },
)
NUMBERS = Exercise(
    "9.5",
    "numbers",
    "Two numbers",
    {
        "numbers": [
            {"name": "forward", "value": 78.4, "within": 2, "unit": "%"},
            {"name": "orders a year", "value": 1200, "within": 1},
        ]
    },
)
FIELDS = Exercise(
    "9.6",
    "fields",
    "A form",
    {
        "fields": [
            {
                "name": "decision",
                "needs": [{"say": "is release", "one_of": {"right": ["release"], "of": ["pursue", "release", "ask"]}}],
            },
            {
                "name": "because",
                "needs": [{"say": "quotes them", "cites": ["We bought two new ones in March, thank you"]}],
            },
            {"name": "budget", "needs": [{"say": "left blank: nothing was said", "blank": True}]},
        ]
    },
)


def status(exercise: Exercise, answer: str) -> str:
    return judge(exercise, answer).status


@pytest.mark.parametrize(
    "answer",
    ["b", "B", "B)", "(b)", "b.", " b \n", "b - a true misfit", "B: because they have no use for it", "option b", "The answer is b", "I would say b",
     "A true misfit", "a true misfit.", "b because a and c were not said", "ｂ", "**b**", "b\n", "“b”", "it's b", "my choice: b", "b, because they never did it before", "it must be b I think", "misfit", "the misfit, I think"],
)  # fmt: skip
def test_choice_is_read_however_it_is_written(answer: str) -> None:
    assert status(CHOICE, answer) == "passed"


@pytest.mark.parametrize(
    "answer",
    ["a", "c)", "connection", "the price", "a b c d", "b and c", "a or b", "b, d", "A missing connection", "d - price"],
)
def test_choice_wrong_or_hedged_is_not_passed(answer: str) -> None:
    assert status(CHOICE, answer) == "not yet"


FIRST = Exercise("9.1", "choice", "t", {"options": [{"text": "yes", "why": "it is so", "right": True}, {"text": "no", "why": "it isn't so"}]})  # fmt: skip


@pytest.mark.parametrize(
    "answer", ["a", "A)", "I think a.", "a because nobody asked them", "I'd say a, since it's true", "definitely a!"]
)
def test_the_letter_a_is_heard_and_the_article_is_not(answer: str) -> None:
    assert status(FIRST, answer) == "passed"
    assert status(FIRST, "a good question, that") == status(FIRST, "take a look") == "couldn't tell"


@pytest.mark.parametrize(
    "answer",
    [
        "hello",
        "I am not sure what to say",
        "not the price",
        "misfit or price",
        "zzz",
        "¿qué?",
        "a misfit of some kind, I think",
        "42",
    ],
)
def test_choice_without_a_letter_cannot_be_told(answer: str) -> None:
    assert status(CHOICE, answer) == "couldn't tell"


@pytest.mark.parametrize(("answer", "expected"), [("a, c", "passed"), ("c a", "passed"), ("a and c", "passed"), ("ac", "passed"), ("a\nc", "passed"),
                                                  ("a", "not yet"), ("a b c", "not yet"), ("a, d", "not yet")])  # fmt: skip
def test_choice_of_several(answer: str, expected: str) -> None:
    assert status(TWO, answer) == expected


@pytest.mark.parametrize(
    "answer",
    ["1,3,2", "1 3 2", "132", "1 > 3 > 2", "1-3-2", "1. 3. 2.", "first 1, then 3, last 2", "Open the door\nWalk through the door\nClose the door",
     "1. Open the door\n2. Walk through the door\n3. Close the door", "one, three, two", "1\n3\n2", "1 → 3 → 2", "1. 1\n2. 3\n3. 2"],
)  # fmt: skip
def test_ordering_is_read_however_it_is_written(answer: str) -> None:
    assert status(ORDER, answer) == "passed"


@pytest.mark.parametrize(("answer", "expected"), [("1,2,3", "not yet"), ("1,3", "not yet"), ("1,3,2,2", "not yet"), ("1,3,2 3,1,2", "not yet"),
                                                  ("no idea", "couldn't tell")])  # fmt: skip
def test_ordering_wrong(answer: str, expected: str) -> None:
    assert status(ORDER, answer) == expected


@pytest.mark.parametrize(
    "answer",
    ["a - forward\nb - backward\nc - forward", "a: forward, b: backward, c: forward", "A) Forward\nB) Backward\nC) Forward", "forward: a, c\nbackward: b",
     "a forward b backward c forward", "forward, backward, forward", "a = foward; b = backwards; c = forward", "forward\nbackward\nforward",
     "a -> forward\nb -> backward\nc -> forward", "a is forward, b is backward, c is forward", "a f\nb b\nc f", "Forward a c. Backward b.", "a fwd\nb back\nc fwd", "a f, b b, c f", "a - the goods\nb - the buyer\nc - about the goods", "It weighs nine kilos. - forward\nb backward\nc forward"],
)  # fmt: skip
def test_sorting_is_read_however_it_is_written(answer: str) -> None:
    assert status(SORT, answer) == "passed"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("a - forward\nb - forward\nc - forward", "not yet"), ("a - forward\nb - not forward\nc - forward", "not yet"), ("a - forward\nb - backward", "not yet"), ("a - forward or backward\nb - backward\nc - forward", "not yet"),
     ("a forward\na backward\nb backward\nc forward", "not yet"), ("a - \nb - \nc - ", "not answered"), ("I don't know", "couldn't tell")],
)  # fmt: skip
def test_sorting_wrong_or_hedged(answer: str, expected: str) -> None:
    assert status(SORT, answer) == expected


@pytest.mark.parametrize(
    "answer",
    ["forward: 78\norders a year: 1,200", "forward: 0.78\norders a year: 1200", "Forward = 78 %\nOrders a year = 1 200", "forward: about 79%\norders a year: 1200.",
     "forward: 78,4\norders a year: 1.200,0", "78\n1200", "78 and 1200", "78 %, 1200", "- forward: 78%\n- orders a year: 1200"],
)  # fmt: skip
def test_numbers_are_read_however_they_are_written(answer: str) -> None:
    assert status(NUMBERS, answer) == "passed"


@pytest.mark.parametrize(
    ("text", "value"),
    [("none", 0), ("zero", 0), ("five hours", 5), ("eighteen hundred", 1800), ("nineteen hundred pounds", 1900), ("twelve", 12), ("half an hour", 0.5), ("one and a half", 1.5), ("-", None), ("the rest", None), ("3-4", None),
     ("24.000", 24000), ("4.600 pounds", 4600), ("1.234", 1.234), ("48 in 100", 48), ("60 out of a hundred", 60), ("150/30*200*6 = 6000", 6000),
     ("120+30+20=170", 170), ("25.1 seconds (70 words)", 25.1), ("four turns (1, 3, 7, 11)", 4), ("(43)", 43), (".4 s", 0.4), ("10*0.2*4000*3", None), ("=", None)],
)  # fmt: skip
def test_a_number_may_be_said_in_words(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("forward: 50\norders a year: 1200", "not yet"), ("forward: 78", "not yet"), ("forward: between 70 and 80\norders a year: 1200", "couldn't tell"),
     ("forward: \norders a year: ", "not answered"), ("forward: nan\norders a year: lots", "couldn't tell")],
)  # fmt: skip
def test_numbers_wrong_or_unreadable(answer: str, expected: str) -> None:
    assert status(NUMBERS, answer) == expected


@pytest.mark.parametrize(
    "answer",
    ["decision: release\nbecause: We bought two new ones in March\nbudget:", "Decision - Release\nBecause: “we bought two NEW ones in march, thank you”\nBudget: unknown",
     "decision: release them\nbecause: she said we bought two new ones in March", "DECISION: release\nbecause = bought two new ones\nbudget: -"],
)  # fmt: skip
def test_fields_are_read_however_they_are_written(answer: str) -> None:
    assert status(FIELDS, answer) == "passed"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("decision: pursue\nbecause: we bought two new ones\nbudget:", "not yet"), ("decision: release or pursue\nbecause: bought two new ones in March", "not yet"),
     ("decision: release\nbecause: they have no money\nbudget:", "not yet"), ("decision: release\nbecause: bought two new ones in March\nbudget: 5000", "not yet"),
     ("decision: perhaps\nbecause: bought two new ones in March\nbudget:", "couldn't tell"), ("decision: \nbecause: \nbudget: ", "not answered")],
)  # fmt: skip
def test_fields_wrong_or_unclear(answer: str, expected: str) -> None:
    assert status(FIELDS, answer) == expected


@pytest.mark.parametrize("exercise", [CHOICE, TWO, ORDER, SORT, NUMBERS, FIELDS])
@pytest.mark.parametrize(
    "answer",
    [
        "?" * 10_000,
        "'\"{}$%`\\",
        "\x00\x01",
        "🙂" * 50,
        "a" * 10_000,
        "1 " * 5_000,
        ":\n" * 3_000,
        "=IMPORTXML(1)",
        "<script>",
    ],
)
def test_nothing_that_is_typed_raises_or_passes_for_free(exercise: Exercise, answer: str) -> None:
    verdict = judge(exercise, answer)
    assert verdict.status in {"not yet", "couldn't tell", "not answered"}
    assert [one.text for one in verdict.criteria] == published_criteria(exercise)


@pytest.mark.parametrize(
    ("exercise", "told"),
    [
        (CHOICE, []),
        (SORT, []),
        (ORDER, ["They stand in the order in which they happen"]),
        (FIELDS, published_criteria(FIELDS)),
    ],
    ids=lambda one: one.kind if isinstance(one, Exercise) else "",
)
def test_what_every_exercise_of_a_kind_needs_isnt_told(exercise: Exercise, told: list[str]) -> None:
    assert told_criteria(exercise) == told
    marked = {one.text for one in judge(exercise, "something").criteria if one.generic}
    assert marked == set(published_criteria(exercise)) - set(told)


def test_a_generic_criterion_is_known_by_its_words_and_not_by_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    kind, before = KINDS["ordering"], published_criteria(ORDER)
    monkeypatch.setattr(kind, "judge", lambda spec, answer: [Criterion(text, True) for text in reversed(before)])
    assert [one.generic for one in judge(ORDER, "1 2 3").criteria] == [False, True]


@pytest.mark.parametrize(("options", "allowed"), [(1, False), (2, True), (12, True), (13, False)])
def test_a_choice_has_two_options_to_twelve(options: int, allowed: bool) -> None:
    some = [{"text": f"option {n}", "why": "Because it is so."} for n in range(options)]
    some[0]["right"] = True
    assert Draft202012Validator({"type": "object", **KINDS["choice"].SCHEMA}).is_valid({"options": some}) is allowed


def test_who_is_not_understood_is_told_that_it_may_be_right() -> None:
    unclear = WORDS["couldn't tell"]
    assert "isn't marked as wrong" in unclear.advice
    assert "doesn't make it wrong" in unclear.practice
    assert len({words.practice for words in WORDS.values()}) == len(WORDS)
