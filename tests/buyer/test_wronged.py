"""A buyer whom the seller's side has wronged: they begin tense; "I'm sorry" is heard once, excuses and money aren't wanted."""

from __future__ import annotations

import pytest

from sellbackwards.buyer import Talk, Turn, load
from sellbackwards.buyer.telling import CURT


def rules(turn: Turn) -> set[str]:
    return {step.rule for step in turn.steps}


def test_they_begin_tense_and_short_and_a_plain_sorry_lets_them_tell() -> None:
    talk = Talk(load("renewal"), ["What happened in March?"])
    assert talk.state.tension >= CURT and not talk.state.told
    sorry = talk.say("I'm sorry that we paid them short.")
    assert rules(sorry) == {"apologises"} and sorry.tension < CURT
    assert "march" in talk.say("How did you find out in March, what happened?").facts


def test_without_listening_nothing_is_agreed_on() -> None:
    step = "I'd suggest that I come on Monday at nine for an hour, and after that you decide. If not, no harm done."
    assert "leads_early" in rules(Talk(load("renewal"), ["Hello Sunita.", step]).turns[-1])


@pytest.mark.parametrize(
    "line",
    [
        "I'm sorry.",
        "We're truly sorry for what happened.",
        "I want to say how sorry we are.",
        "I apologise for that.",
        "That was our mistake.",
        "This should never have happened.",
        "And it was our doing.",
    ],
)
def test_an_apology_is_heard_once(line: str) -> None:
    talk = Talk(load("renewal"), [line])
    assert rules(talk.turns[0]) == {"apologises"} and talk.turns[0].moved[2] < 0
    again = talk.say("I'm so very sorry about all of it.")
    if line.startswith(("That", "This", "And")):  # owning it, and then saying sorry, is one apology
        assert again.moved[2] < 0
        again = talk.say("We are so sorry.")
    assert rules(again) == {"apologises_again"} and again.moved[2] > 0


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("I understand, but the bank was closed.", "excuses"),
        ("I hear you, but that was the summer.", "excuses"),
        ("We were short-staffed after she left.", "excuses"),
        ("It was due to a system update.", "excuses"),
        ("I'm sorry, but these things happen.", "excuses"),
        ("I can offer you twenty per cent off for next year.", "buys_off"),
        ("We'd like to give you two months for free.", "buys_off"),
        ("I'll see that you get a credit note.", "buys_off"),
    ],
)
def test_excuses_and_money_raise_it(line: str, rule: str) -> None:
    turn = Talk(load("renewal"), [line]).turns[0]
    assert rule in rules(turn) and turn.moved[2] > 0 and "apologises" not in rules(turn)


@pytest.mark.parametrize(
    "line",
    [
        "Sorry, could you say that again?",
        "Sorry to bother you.",
        "What would be a fair credit for that, in your eyes?",
        "I understand what that does to people.",
        "Why was it late, what was the reason?",
    ],
)
def test_manners_and_questions_are_neither(line: str) -> None:
    assert not {"apologises", "excuses", "buys_off"} & rules(Talk(load("renewal"), [line]).turns[0])


def test_a_question_beside_the_sorry_is_answered_too() -> None:
    talk = Talk(load("renewal"), ["I'm sorry. What happened in March, how did you see it?"])
    assert {"apologises", "tells"} <= rules(talk.turns[0])


def test_elsewhere_nothing_of_this_counts() -> None:
    talk = Talk(load("bakery"), ["How do you bake today?", "I'm sorry.", "We were short-staffed last year."])
    assert not {"apologises", "excuses", "buys_off"} & {rule for turn in talk.turns for rule in rules(turn)}


def test_an_assistant_is_nobodys_insult() -> None:
    assert "rude" not in rules(Talk(load("bakery"), ["We assume that your assistant makes an assessment."]).turns[0])
