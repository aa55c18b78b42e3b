"""Checks hear what is meant: ten wordings of each thing that is wanted pass, its contrary and gaming don't."""

from __future__ import annotations

from itertools import chain

import pytest

from sellbackwards.exercises import Exercise, judge
from sellbackwards.exercises.kinds.checks import check_need
from sellbackwards.exercises.kinds.parsing import labelled, without_frame
from sellbackwards.exercises.kinds.people import one_person
from sellbackwards.exercises.kinds.plan_lines import steps_of
from sellbackwards.exercises.kinds.ideas import IDEAS
from sellbackwards.exercises.kinds.wording import find, find_exact, slip
from sellbackwards.speech.roots import root
from sellbackwards.speech.thesaurus import GROUPS

SCENE = """
Tilda sells cold stores. Mr Okafor runs three fish stalls on the market in Lagos. On the phone he says:

> "The ice man comes at five, if he comes. Last Tuesday we threw away forty kilos."
>
> "My cousin has a cold store in Accra. Very shiny."
>
> "In June the market moves under a roof, and there'll be power at every stall."
"""
LINES = ["Last Tuesday we threw away forty kilos", "In June the market moves under a roof"]


def met(check: str, wanted: object, text: str, scene: str = "", say: str = "what is wanted") -> bool | None:
    return check_need({"say": say, check: wanted}, text, scene)[0]


TOPIC = ["ice", "throw away", "lose", "stall"]
MEANT = {
    "the loss": (TOPIC, ["What do you do when the ice melts?", "How much fish gets thrown away?", "how often do you loose some",
        "What was lost on that Tuesday?", "away it was thrown, why?", "When he doesn't come, how do the stalls manage?", "are there days with losses?",
        "What is happen with ice at noon?", "how many kilos do you throw so away in a month", "and losing fish, what does that do to a week?"]),
    "an easy no": (["<an easy no>"], ["If it's not for you, say no.", "You can stop at any time", "a no is fine", "and if not, no hard feelings", "feel free to call it off",
        "we leave it there then", "it's your call", "you don't want it, I go home", "If you'd rather not, that's ok with me", "tell me so and we halt"]),
    "yes": (["<agreeing>"], ["Happy to!", "Sure, Zoe", "of course i do it", "gladly", "Yes", "with pleasure", "yep no problem", "consider it done", "I'm glad to", "Certainly."]),
    "no use, maybe": (["<no use, maybe>"], ["I don't know yet whether you need me", "perhaps this is not for you", "I have no idea if it's useful", "maybe you do not need it at all",
        "I'm not sure it fits", "could be you dont need anybody", "you might not need this", "i don't know if it is relevant", "It may be of no use to you", "can't say yet whether it helps"]),
}  # fmt: skip
PARAPHRASES = [(name, *pair) for name, (wanted, texts) in MEANT.items() for pair in ((wanted, text) for text in texts)]


@pytest.mark.parametrize(("name", "wanted", "text"), PARAPHRASES)
def test_what_is_meant_is_heard(name: str, wanted: list[str], text: str) -> None:
    assert met("says", wanted, text) is True


@pytest.mark.parametrize(
    ("wanted", "text", "expected"),
    [
        (["stop"], "We won't stop.", False), (["stop"], "Why don't we stop there?", True), (["happy to"], "I'm not really happy to", False), (["say no"], "Saying nothing is fine", None),
        (["not sure"], "I'm sure", None), (["stop"], "Lovely weather", None), (["wish you"], "What do you wish?", True), (["wish you"], "I wish I had one", None),
        (["he can't"], "when he cant come", True), (["he can't"], "when he can come", None), (["made you look"], "what makes you look for one now?", True),
        (TOPIC, "ice stall lose throw away kilo market fish roof power june", False), (["plan"], "growth risk plan goal needs efficiency customer sanity area", False),
    ],
)  # fmt: skip
def test_negation_order_and_heaps_of_words(wanted: list[str], text: str, expected: bool | None) -> None:
    assert met("says", wanted, text) is expected


def test_the_task_and_the_criterion_copied_say_nothing() -> None:
    assert met("says", TOPIC, "Last Tuesday we threw away forty kilos.", SCENE) is False
    assert (
        met(
            "says",
            TOPIC,
            "It asks about the ice or what he throws away",
            SCENE,
            "It asks about the ice or what he throws away",
        )
        is False
    )
    assert met("says", TOPIC, "the ice", SCENE, "asks about the ice") is False
    assert met("says", TOPIC, "Forty kilos thrown away. What did that do to your week?", SCENE) is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We offer no discount", True), ("I won't give you any discount", True), ("A discount, then?", False), ("It isn't much, but a discount is possible", False), ("No rush. A discount of ten", False),
    ],
)  # fmt: skip
def test_what_is_denied_is_not_said(text: str, expected: bool) -> None:
    assert met("never_says", ["discount"], text) is expected


QUOTATIONS = [
    "Last Tuesday we threw away forty kilos", "“last Tuesday we threw away forty kilos.”", "he said: last tuesday they threw away forty kilos", "threw away forty kilos",
    "we threw forty kilos away last tuesday", "Last Tusday we threw away fourty kilos", "forty kilos", "In June the market moves", "'the market moves under a roof'", "in june, market is moving under roof",
]  # fmt: skip


@pytest.mark.parametrize("text", QUOTATIONS)
def test_a_near_quotation_counts(text: str) -> None:
    assert met("cites", LINES, text, SCENE) is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kilos went in the bin", None), ("the market will get covered in summer, in June", None), ("My cousin has a cold store in Accra", False), ("Tilda sells cold stores", False),
        ("he needs a modern cooling solution", False), ("the", False), (SCENE, None), ("…", False), ("there'll be power at every stall", False),
    ],
)  # fmt: skip
def test_other_words_are_left_to_a_person_and_other_lines_refused(text: str, expected: bool | None) -> None:
    assert met("cites", LINES, text, SCENE) is expected


@pytest.mark.parametrize("text", ["", "-", "?", "???", "unknown", "n/a", "she didn't say", "not mentioned so far", "? (need to ask)", "nothing on that", "to be asked", "We don't know yet", "? perhaps her and Bernd"])  # fmt: skip
def test_nobody_said_it(text: str) -> None:
    assert met("blank", True, text) is True


@pytest.mark.parametrize(
    ("text", "expected"), [("5", False), ("all of them", False), ("three thousand", False), ("maybe the team?", None)]
)
def test_somebody_filled_it_in(text: str, expected: bool | None) -> None:
    assert met("blank", True, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What is it worth? Does that work for you?", True), ("Tomorrow at ten, ok? What made you look?", True), ("Would 10 or 2.30 suit? What made you look?", True), ("Can I ask you one thing? What did you expect?", True),
        ("Does 11 a.m. suit you? What made you look?", True), ("What time works best for you? What made you look?", True), ("When would suit you? What made you look?", True),
        ("When does the old tool work? What made you look?", False), ("Do twelve people work for you? What do they do?", False), ("Does Outlook work for you? What made you look?", False),
        ("With what do you compare it? Another offer, or what you had in mind?", True), ("What do you use? And what does it cost?", False), ("What is it for? Who decides?", False),
    ],
)  # fmt: skip
def test_one_question_is_one_with_its_manners(text: str, expected: bool) -> None:
    assert met("asks_once", ["open", "closed", "choice"], text) is expected


def test_a_signature_is_no_praise() -> None:
    assert met("without_moves", ["pitch"], "Hi Nina,\nwhat did you expect it to cost?\n\nBest wishes,\nTom") is True
    assert met("without_moves", ["pitch"], "Hi Nina,\nour site is the best in town.\n\nBest wishes,\nTom") is False


@pytest.mark.parametrize(("text", "expected"), [("Does it help?", True), ("Let me bring a list on Monday and we cross out half of it.", True), ("It's ready in nine days.", False)])  # fmt: skip
def test_who_leads_asks_or_suggests(text: str, expected: bool) -> None:
    assert met("leads", True, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("I", True), ("me", True), ("Mr Patel, town IT", True), ("Anna from the front desk team", True), ("Priya (our trainer)", True), ("the mayor", True), ("Sue, mayor's office", True),
     ("Anna, Tom", False), ("Anna and Tom", False), ("we", False), ("our team", False), ("Anna / Mr Roth", False), ("somebody", False), ("-", False), ("the town hall team", False)],
)  # fmt: skip
def test_one_person_sees_to_it(text: str, expected: bool) -> None:
    assert one_person(text) is expected


STEP = ("2", "send the drawings", "Noor", "Thursday", "1")


@pytest.mark.parametrize(
    "line",
    ["2 | send the drawings | Noor | Thursday | 1", "2. send the drawings | Noor | Thursday | 1", "2 - send the drawings - Noor - Thursday - 1", "2. send the drawings - Noor, Thursday (after 1)",
     "2) send the drawings, Noor, Thursday, after step 1", "Step 2: send the drawings. Who: Noor. When: Thursday. Waits for: 1", "2. send the drawings (Noor, Thursday), waits for 1",
     "2 ; send the drawings ; Noor ; Thursday ; 1", "2. send the drawings: Noor, Thursday, after 1", "Step 2: send the drawings. Person: Noor. Day: Thursday. Wait for: 1", "Step 2 - send the drawings\nWho: Noor\nWhen: Thursday\nAfter: 1"],
)  # fmt: skip
def test_a_step_is_read_however_it_is_set_down(line: str) -> None:
    assert steps_of(line) == [STEP]


def test_steps_without_numbers_are_counted_and_sentences_read() -> None:
    assert [step[0] for step in steps_of("- Sign, the mayor, Monday\n- Train, Ana, 3 June")] == ["1", "2"]
    assert steps_of("1. Mrs Jones signs the contract by Friday")[0][2:4] == ("Mrs Jones", "friday")
    assert steps_of("no plan at all\nI'd think about it") == []


@pytest.mark.parametrize("answer", ["decision: ask\nquote: forty kilos\nreply: What then?", "Decision -> ask\nQuote -> forty kilos\nReply -> What then?", "**decision:** ask\n**quote:** forty kilos\n**reply:** What then?",
                                    "decision: ask; quote: forty kilos; reply: What then?", "1. ask\n2. forty kilos\n3. What then?", "Decision (one word): ask\nQuote (his): forty kilos\nMy reply: What then?",
                                    "decision\nask\nquote\nforty kilos\nreply\nWhat then?", "decision = ask\nquote = forty kilos\nreply = What then?"])  # fmt: skip
def test_fields_are_found_however_they_are_set_down(answer: str) -> None:
    assert labelled(answer, ["decision", "quote", "reply"]) == {
        "decision": "ask",
        "quote": "forty kilos",
        "reply": "What then?",
    }


@pytest.mark.parametrize(
    "text",
    [
        "“What happens then?”",
        "I'd say: “What happens then?”",
        "I would ask: What happens then?",
        "My reply: What happens then?",
        "Reply: 'What happens then?'",
    ],
)
def test_what_stands_around_an_answer_is_left_out(text: str) -> None:
    assert without_frame(text) == "What happens then?"


def test_an_answer_that_starts_like_a_frame_is_left_alone() -> None:
    for text in ("I'd ask how it goes", "Answer phones all day, does she?", "It's the boss's call, isn't it?"):
        assert without_frame(text) == text


def test_words_meet_in_all_their_forms() -> None:
    for forms in (
        "decide decides decided deciding",
        "lose lost losing loses",
        "plan plans planned planning",
        "box boxes",
        "query queries",
        "throw threw thrown throwing",
        "order orders ordering ordered",
    ):
        assert len({root(form) for form in forms.split()}) == 1, forms
    for one, other in (("letter", "let"), ("offer", "off"), ("morning", "morn"), ("evening", "even"), ("need", "ne")):
        assert root(one) != root(other)


def test_slips_of_the_keyboard_are_small() -> None:
    assert all(
        slip(*pair)
        for pair in (("custmoers", "customers"), ("wharehouse", "warehouse"), ("proect", "project"), ("tema", "team"))
    )
    assert not any(slip(*pair) for pair in (("form", "firm"), ("house", "mouse"), ("price", "product"), ("we", "he")))


def test_the_words_that_are_shown_back_are_those_that_say_it() -> None:
    """No more of the sentence, whatever stands before, between and after."""
    assert find(["short of nurses"], "They're very short of good nurses at night.") == ("short of good nurses", "")
    assert find(["nurses quit"], "At night the nurses just quit over the shifts.") == ("nurses just quit", "")


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The nurses don't quit over the shifts.", "nurses don't quit"),
        ("The nurses don't really quit.", "nurses don't really quit"),
        ("Nurses never quit here.", "nurses never quit"),
        ("Nurses, not doctors, quit.", ""),
        ("Those nurses not tired quit.", ""),
    ],
)
def test_a_denial_inside_a_phrase_denies_it(text: str, denied: str) -> None:
    said, against = find(["nurses quit"], text)
    assert against == denied
    assert bool(said) is not bool(denied)


@pytest.mark.parametrize("between", ["just", "really", "even", "want to"])
def test_small_words_between_not_and_what_it_denies_change_nothing(between: str) -> None:
    assert find(["drop prices"], f"We don't {between} drop prices.") == ("", "drop prices")


def test_a_question_denies_nothing() -> None:
    assert find(["nurses quit"], "Why don't the nurses quit?") == ("nurses quit", "")


def test_the_thesaurus_is_tidy() -> None:
    for group in GROUPS:
        assert len({root(word) for word in group}) > 1, group
    pairs = [frozenset(map(root, group)) for group in GROUPS]
    assert len(set(pairs)) == len(pairs), [group for group in GROUPS if pairs.count(frozenset(map(root, group))) > 1]
    assert len({name.casefold() for name in IDEAS}) == len(IDEAS)
    for name, phrases in IDEAS.items():
        unheard = [phrase for phrase in phrases if not find_exact([phrase], phrase)]
        assert not unheard, (name, unheard)
        assert len(set(phrases)) == len(phrases), name


def test_two_fields_in_one_answer_are_judged_with_the_task() -> None:
    needs = {"words": {"cites": LINES}, "question": {"says": TOPIC}}
    exercise = Exercise(
        "9.1",
        "fields",
        "Fish",
        {"scene": SCENE, "fields": [{"name": name, "needs": [{"say": name, **need}]} for name, need in needs.items()]},
    )
    assert judge(exercise, "words: they threw away forty kilos\nquestion: how does the ice get to the stalls?").passed
    assert (
        judge(exercise, "words: My cousin has a cold store\nquestion: how does the ice get to the stalls?").status
        == "not yet"
    )
    assert judge(exercise, "words: kilos in the bin\nquestion: and after that?").status == "couldn't tell"
    assert all(
        judge(exercise, f"words: {text}\nquestion: {text}").status != "passed"
        for text in chain(SCENE.splitlines(), (SCENE,))
        if text.strip()
    )
