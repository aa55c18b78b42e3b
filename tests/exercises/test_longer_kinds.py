"""Plans, short texts, branching talks, sums, and what only a person can judge."""

import pytest

from sellbackwards.exercises import Exercise, judge, published_criteria
from sellbackwards.exercises.verdict_cards import to_compare, verdict_card
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.kinds.checks import check_need

PLAN = Exercise("9.1", "plan", "The way to the keys", {"steps_at_least": 3})
RIGHT_PLAN = "1 | survey | Noor | Monday | -\n2 | read the survey | Ben | 14 March | 1\n3 | sign at the lawyer's | Noor (and his wife) | Friday 10 am | 1, 2"

FORM_PLAN = """Step 1: survey
Who does it: Noor
By when: Monday
After step:

Step 2: read the survey
Who does it: Ben
By when: 14 March
After step: 1

Step 3: sign at the lawyer's
Who does it: Noor (and his wife)
By when: Friday 10 am
After step: 1, 2"""


@pytest.mark.parametrize(
    "answer",
    [
        RIGHT_PLAN,
        RIGHT_PLAN.replace(" | ", "|"),
        RIGHT_PLAN.replace("|", ";"),
        "1 - survey - Noor - week 1 - none\n2 - read it - Ben - 10 days after 1 - 1\n3 - sign - Noor - day 45 - 2",
        "1. survey | Noor | Monday\n2. read it | Ben | in two days | 1\n3. sign | Noor | next week | 2",
        FORM_PLAN,
        FORM_PLAN.replace("\n\n", "\n").replace("After step:\n", ""),
        FORM_PLAN.replace("read the survey", "read the survey\nonce more"),
        FORM_PLAN.replace("read the survey", "find out who: is it Ben | Noor; when: is it due"),
        FORM_PLAN + "\n\nStep 4:\nWho does it:\nBy when:\nAfter step:",
        "| 1 | survey | Noor | Monday | none |\n| 2 | read | Ben | tomorrow | 1 |\n| 3 | sign | Noor | Friday | 2 |",
    ],
)
def test_a_plan_is_read_however_it_is_written(answer: str) -> None:
    assert judge(PLAN, answer).status == "passed"


@pytest.mark.parametrize(
    ("answer", "missed"),
    [
        ("1 | survey | Noor | Monday | -\n2 | read | Ben | Friday | 1", 0),
        (RIGHT_PLAN.replace("Ben | 14", "somebody | 14"), 1),
        (RIGHT_PLAN.replace("Ben | 14", "Ben and Noor | 14"), 1),
        (RIGHT_PLAN.replace("Monday", "soon"), 2),
        (RIGHT_PLAN.replace("| 1, 2", "| 1, 7"), 3),
        (RIGHT_PLAN.replace("Monday | -", "Monday | 3"), 4),
        (RIGHT_PLAN.replace("Monday | -", "Monday | 1"), 4),
        (FORM_PLAN.replace("Ben", ""), 1),
        (FORM_PLAN.replace("Monday", ""), 2),
        (FORM_PLAN.replace("After step: 1, 2", "After step: 1, 7"), 3),
    ],
)
def test_a_plan_s_faults_are_found_one_by_one(answer: str, missed: int) -> None:
    verdict = judge(PLAN, answer)
    assert verdict.status == "not yet"
    assert [n for n, criterion in enumerate(verdict.criteria) if criterion.met is False] == [missed]


def test_a_plan_begins_as_a_form_in_text_and_an_empty_form_is_no_plan() -> None:
    begun = Exercise("9.1", "plan", "The way to the keys", {"steps_at_least": 3, "begin": RIGHT_PLAN.splitlines()[0]})
    blank = KINDS["plan"].blank(begun.spec)
    assert blank.startswith("Step 1: survey\nWho does it: Noor\nBy when: Monday\nAfter step: \n\nStep 2: \n")
    assert blank.count("Who does it:") == 3 and judge(begun, blank).status == "not answered"
    empty = KINDS["plan"].blank(PLAN.spec)
    assert judge(PLAN, empty).status == judge(PLAN, "").status == "not answered"
    assert judge(PLAN, empty.rpartition("\n\n")[0]).status == "not answered"  # nothing filled in


@pytest.mark.parametrize(
    "answer", ["We survey it, then we sign.", "| | |", RIGHT_PLAN.replace("Monday", "when the cows come home")]
)
def test_a_plan_in_other_words_cannot_be_told(answer: str) -> None:
    assert judge(PLAN, answer).status == "couldn't tell"


BRANCH = Exercise(
    "9.2",
    "branching",
    "The request",
    {
        "start": "first",
        "nodes": {
            "first": {
                "says": "Send me the drawings.",
                "options": [{"text": "At once.", "to": "again"}, {"text": "What are they for?", "to": "why"}],
            },
            "again": {
                "says": "And the prices.",
                "options": [{"text": "Of course.", "to": "tired"}, {"text": "What are they for?", "to": "why"}],
            },
            "why": {"says": "I have to show something on Friday."},
            "tired": {"says": "We'll come back to you."},
        },
        "needs": [{"say": "Asks what it is for", "passes": ["why"]}],
    },
)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("b", "passed"),
        ("B", "passed"),
        ("a b", "passed"),
        ("a, b", "passed"),
        ("ab", "passed"),
        ("a a", "not yet"),
        ("a", "not yet"),
        ("no idea", "couldn't tell"),
        ("h", "couldn't tell"),
    ],
)
def test_a_branching_talk(answer: str, expected: str) -> None:
    assert judge(BRANCH, answer).status == expected


HOURS = Exercise(
    "9.3",
    "numbers",
    "Ten hours",
    {
        "sum": 10,
        "numbers": [
            {"name": "Ada", "at_least": 1},
            {"name": "Bo", "at_most": 0, "say": "none, he was released"},
            {"name": "Cem", "at_least": 0},
        ],
    },
)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("Ada: 6\nBo: 0\nCem: 4", "passed"), ("Ada: 6.5\nBo: 0\nCem: 3,5", "passed"), ("6, 0, 4", "passed"), ("Ada: 6\nBo: 2\nCem: 2", "not yet"),
     ("Ada: 6\nBo: 0\nCem: 5", "not yet"), ("Ada: 0\nBo: 0\nCem: 10", "not yet"), ("Ada: most of it\nBo: 0\nCem: 4", "couldn't tell")],
)  # fmt: skip
def test_numbers_that_add_up(answer: str, expected: str) -> None:
    assert judge(HOURS, answer).status == expected


PERSON = Exercise(
    "9.4",
    "person",
    "Your own voice",
    {
        "rubric": ["It sounds like you", "It is kind"],
        "anchors": {
            "weak": "Dear customer, to whom it may concern.",
            "fair": "Hello, how are things going there?",
            "strong": "You said Fridays are hell. Still so?",
        },
    },
)


def test_what_only_a_person_can_judge_is_neither_passed_nor_wrong() -> None:
    assert judge(PERSON, "").status == "not answered"
    verdict = judge(PERSON, "My own words")
    assert verdict.status == "for a person"
    assert not verdict.passed
    html, words = verdict_card(PERSON, verdict)
    for anchor in PERSON.spec["anchors"].values():
        assert anchor.split(".")[0] in words
    assert "For you to judge" in html


def test_a_remark_on_an_answer_to_compare_is_no_part_of_what_was_said() -> None:
    anchors = {"weak": "Hi, I'm Jo. (All about Jo.)", "fair": "Hi (it's Jo) again.", "strong": "What now?"}
    assert to_compare(anchors) == ["Weak: “Hi, I'm Jo.” (All about Jo.)", "Fair: “Hi (it's Jo) again.”", "Strong: “What now?”"]


@pytest.mark.parametrize("exercise", [PLAN, BRANCH, HOURS, PERSON])
@pytest.mark.parametrize(
    "answer", ["?" * 10_000, "| " * 5_000, "1|" * 5_000, "a " * 5_000, "\x00", "🙂", "9 | a | b | c | 9\n" * 500]
)
def test_nothing_that_is_typed_raises_or_passes_for_free(exercise: Exercise, answer: str) -> None:
    verdict = judge(exercise, answer)
    assert verdict.status != "passed"
    assert [one.text for one in verdict.criteria] == published_criteria(exercise)


@pytest.mark.parametrize(
    ("need", "text", "met"),
    [
        ({"when": True}, "Tuesday", True), ({"when": True}, "tues 3pm", True), ({"when": True}, "on 12/4", True), ({"when": True}, "within a week", True),
        ({"when": True}, "3rd of May", True), ({"when": True}, "asap", False), ({"when": True}, "when the cows come home", None),
        ({"when": True}, "I may ask marching bands", None), ({"words_at_most": 3}, "one two three", True), ({"words_at_most": 3}, "one two three four", False), ({"words_at_most": 3}, "Subject: Tuesday\nOne two three.\nMarcy", True), ({"words_at_most": 3}, "one two\nthree four.", False),
        ({"words_at_least": 2}, "one", False), ({"says": ["no hard feelings", "say no"]}, "You can say no.", True), ({"says": ["say no"]}, "Saying nothing is fine", None),
        ({"never_says": ["discount"]}, "There's a DISCOUNT", False), ({"never_says": ["discount"]}, "There's no rush", True), ({"blank": True}, "", True),
        ({"blank": True}, "not said", True), ({"blank": True}, "no date", True), ({"blank": True}, "we did not talk about money", True), ({"blank": True}, "£500", False), ({"cites": ["Fridays are hell in the kitchen"]}, "because Fridays are hard there", None),
        ({"cites": ["Fridays are hell in the kitchen"]}, "she said “Fridays are hell in the kitchen”", True), ({"cites": ["Not now."]}, "'not now'", True),
        ({"one_of": {"right": ["ask"], "of": ["ask", "release"]}}, "ask her first", True), ({"one_of": {"right": ["ask"], "of": ["ask", "release"]}}, "ask or release", False),
        ({"number": {"value": 12, "within": 1}}, "about 12.5", True), ({"number": {"value": 12, "within": 1}}, "a dozen", None), ({"words_at_most": 3}, "  ", False),
    ],
)  # fmt: skip
def test_checks(need: dict[str, object], text: str, met: bool | None) -> None:
    assert check_need({"say": "x", **need}, text)[0] is met
