"""A step's day gets its answer; nobody holds back twice in a row; and each kind of question gets a truth of its kind."""

from __future__ import annotations

import pytest

from sellbackwards.buyer import Talk, load, scenario_ids, step_words
from sellbackwards.buyer.fitting_truths import fitting_truth
from sellbackwards.buyer.holding_back import _TELLS_NOTHING
from tests.buyer.exchanges import exchange


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("What time do you unlock the lighthouse?", "what_time"),
        ("What time are you done with the lighthouse?", "how_late"),
        ("When was the lighthouse painted?", "when_was"),
        ("How often does the lighthouse flood?", "how_often"),
        ("How do people get to the lighthouse?", "how_they"),
        ("What keeps the lighthouse from shining?", "no_trouble"),
        ("What would you like the lighthouse to be?", "no_wish"),
        ("What happened that night in the lighthouse?", "what_happened"),
        ("Why did you sell the lighthouse?", "why_did"),
    ],
)
def test_each_kind_of_question_has_a_truth_of_its_kind(line: str, wanted: str) -> None:
    assert fitting_truth(exchange("machine_shop", line))[0] == wanted


@pytest.mark.parametrize("ident", scenario_ids())
def test_a_day_named_for_a_step_is_answered_each_time(ident: str) -> None:
    talk = Talk(load(ident))
    for line in (
        "I could come by next Thursday at half six and only watch. If it's no use, we leave it there.",
        "You'd see which part of it costs you the most, and you'd pay nothing. Will we say Thursday, half six?",
    ):
        if not talk.over:
            assert "Thursday" in talk.say(line).buyer, talk.turns[-1].buyer


@pytest.mark.parametrize("ident", scenario_ids())
def test_what_they_do_not_know_is_said_bare_only_once(ident: str) -> None:
    talk = Talk(load(ident), ["How do you do it today?"])
    bare = 0
    for line in ("How many of them are left-handed?", "How many were there in all?", "When exactly was that?"):
        talk.say(line)
        situations = [name for name, turn in talk.state.met.items() if turn == talk.state.turns]
        bare += bool(set(situations) & _TELLS_NOTHING - {"why_ask"})
    assert bare <= 2


def test_a_question_about_their_work_is_no_small_talk() -> None:
    snow = Talk(load("bakery"), ["How do you know when an oven is cold?"])
    weather = Talk(load("bakery"), ["What's the weather like up there?"])
    said = [line for one in load("bakery").chat for line in one.says]
    assert snow.turns[-1].buyer not in said
    assert weather.turns[-1].buyer in said


def test_a_reason_after_a_no_is_heard() -> None:
    lines = [
        "Would I come next Tuesday at four? If that's not for you, say no.",
        "Fair question. You'd have a date, a dozen names from your book, and people round a table that's empty now. Shall I come, or leave it?",
    ]
    talk = Talk(load("restaurant"), lines)
    assert talk.state.met.get("reason_heard") == 2


def test_two_questions_get_two_answers() -> None:
    turn = Talk(load("charity"), ["Who is in the office with you? And when do the trustees meet next?"]).turns[-1]
    assert "two of us" in turn.buyer and "January" in turn.buyer


def test_any_tuesday_is_no_day_of_a_step() -> None:
    assert step_words.time_again("It's like that every Tuesday?", ()) == ""
    assert step_words.time_again("Thursday at ten then, with the page on Wednesday.", {"Thursday"}) == "Thursday at ten"
