"""What the free talks brought to light (docs/talks): ways of typing that were once misheard."""

from __future__ import annotations

import pytest

from sellbackwards.buyer import Talk, load
from sellbackwards.buyer.hearing import hear

OPEN = [
    "sorry to hear. do you know why?",
    "maybe you can tell me how you remind them?",
    "How you know tool is finish?",
    "Why they don't sign?",
    "Could you tell me what the surgeon said?",
]


@pytest.mark.parametrize("line", OPEN)
def test_a_question_for_the_story_gets_it_whatever_its_form(line: str) -> None:
    heard = hear(line, "", worried=False)
    assert heard.invites and heard.form == heard.reading.form and "deferral" not in heard.does


@pytest.mark.parametrize("line", ["You can tell me what you want from us.", "How would you like to proceed?"])
def test_order_taking_is_still_heard(line: str) -> None:
    assert "deferral" in hear(line, "", worried=False).does


def test_taking_work_off_them_is_no_contradiction() -> None:
    assert "contradiction" not in hear("i can do the counting, you don't have to type", "", worried=True).does


@pytest.mark.parametrize("line", ["I have idea. Tuesday I come in the morning.", "So Tuesday we come, one job."])
def test_a_shy_step_is_a_step(line: str) -> None:
    assert "next_step" in hear(line, "", worried=False).does


def rules(ident: str, *lines: str) -> list[str]:
    return [step.rule for step in Talk(load(ident), lines).turns[-1].steps]


def test_a_few_words_back_are_a_saying_back() -> None:
    assert "says_back" in rules(
        "restaurant", "I would like to hear about your restaurant.", "And the rice?", "Two pots."
    )


def test_asking_leave_with_the_question_in_it_is_asking() -> None:
    assert "manners" not in rules("machine_shop", "Can I ask, how many machines you have?")


def test_to_shut_up_oneself_is_not_rude() -> None:
    assert "rude" not in rules("clinic", "Let me shut up for a moment. What happened the week you wrote to us?")
    assert "rude" in rules("clinic", "Shut up and buy it.")


def test_a_bare_goodbye_ends_it() -> None:
    assert Talk(load("clinic"), ["goodbye"]).state.exit == "goodbye"


def test_their_own_lines_come_first() -> None:
    scenario = load("clinic")
    assert Talk(scenario, ["hello"]).turns[0].buyer in scenario.lines["hello"][:2]


def test_a_worry_that_was_passed_by_comes_back_with_a_step() -> None:
    lines = (
        "What made you write to us?",
        "What happened on that Friday?",
        "What does that cost you in a week?",
        "How does a booking work today?",
        "How easily do people get through by phone?",
        "What happens to those who don't get through?",
        "What would you worry about?",
        "What happens when Lorraine isn't there?",
        "And if nothing changes?",
        "I'd suggest that one of us comes on Tuesday for an hour and sits with Lorraine, and then you decide.",
    )
    talk = Talk(load("clinic"), lines)
    assert talk.turns[6].raised and talk.turns[-1].raised


@pytest.mark.parametrize(
    ("before", "line", "number"),
    [
        ("What made you look?", "How much overtime are we talking about?", "forty-four hours"),
        ("What made you look?", "how many hours overtime?", "forty-four hours"),
        ("Hi Carla.", "How many people work for you?", "three hundred ten"),
        ("What made you look?", "And what is Benchway charging you?", "dollars ten"),
    ],
)
def test_a_short_question_gets_its_number(before: str, line: str, number: str) -> None:
    assert number in Talk(load("vp_operations"), [before, line]).turns[-1].buyer


@pytest.mark.parametrize(
    ("lines", "fact"),
    [
        (["what you like at benchway?", "and whats missing in it?"], "offer_gaps"),
        (["What made you look?", "How do people find out that they have to stay late?"], "turnover"),
        (["Tell me about that Tuesday.", "Why don't they just drive over to building three?"], "cross_trained"),
        (["What did you have before?", "what was wrong with it?"], "tried"),
    ],
)
def test_what_was_misheard_of_the_warehouses_is_heard(lines: list[str], fact: str) -> None:
    state = Talk(load("vp_operations"), ["It's six fifty a person. What made you look?", *lines]).state
    assert fact in (*state.told, *state.asked_back)


def test_a_step_that_serves_her_decision_is_taken_and_a_discount_is_not() -> None:
    asked = [
        "What made you look?",
        "How much is that in money?",
        "What happens on a day like that?",
        "What do you tell Greg?",
    ]
    step = (
        "I'd suggest you send four weeks from the clock, without names, and we look on Tuesday at two. Then you decide."
    )
    told = [*asked, "And if nothing changes?", "How do people take it?", step, "What would the page have to show?"]
    told += ["And who'd use it?", "Which two of them should try it first?", step.replace("suggest", "say")]
    assert Talk(load("vp_operations"), told).state.exit in ("next step", "asks to buy")
    cheap = [*asked, "I can do four dollars if you sign this week.", "Three fifty, and you sign today. Deal?"]
    assert Talk(load("vp_operations"), cheap).state.exit in (None, "goodbye")
