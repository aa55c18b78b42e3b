"""What is asked about a step that was suggested: who should be there, what to look at, what a page should say."""

from __future__ import annotations

import pytest

from sellbackwards.buyer import Talk, load
from sellbackwards.buyer.scenario_file import everyday

SUGGESTS = "Would it help if I sent you one page by Wednesday, and we talk about it on Thursday at 10?"


def with_a_step() -> Talk:
    talk = Talk(load("renewal"))
    for line in ("What happened in March?", "And what happened then?", SUGGESTS):
        talk.say(line)
    assert talk.state.step
    return talk


@pytest.mark.parametrize(
    ("asked", "situation"),
    [
        ("Who else should be on that call?", "step_who"),
        ("Is there anybody else who ought to be there?", "step_who"),
        ("who do you want there?", "step_who"),
        ("What should I look at first?", "step_look"),
        ("What shall I bring?", "step_look"),
        ("What would you want it to say?", "step_says"),
        ("What should be in it?", "step_says"),
    ],
)
def test_a_question_about_the_step_is_answered_as_one(asked: str, situation: str) -> None:
    talk = with_a_step()
    reply = talk.say(asked).buyer
    assert reply in {*talk.scenario.lines[situation], *everyday(False)[situation]}
    assert "asks_of_step" in {step.rule for step in talk.turns[-1].steps}


@pytest.mark.parametrize(
    "asked",
    ["Who did you ring in September?", "What did they say?", "Who reads the list?", "What should they have done?"],
)
def test_a_question_about_their_own_story_is_not(asked: str) -> None:
    talk = with_a_step()
    talk.say(asked)
    assert "asks_of_step" not in {step.rule for step in talk.turns[-1].steps}


@pytest.mark.parametrize("asked", ["Who should be there?", "What should I look at first?"])
def test_without_a_step_there_is_nothing_to_ask_about(asked: str) -> None:
    talk = Talk(load("renewal"))
    talk.say("What happened in March?")
    talk.say(asked)
    assert "asks_of_step" not in {step.rule for step in talk.turns[-1].steps}
