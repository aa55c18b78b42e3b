"""A person where they are asked for one; no brake where nothing is offered; a suggestion is heard as one, in its last form."""

from __future__ import annotations

import pytest

from sellbackwards.buyer import Talk, load, scenario_ids
from sellbackwards.buyer.fits import fits
from sellbackwards.buyer.hearing import hear
from sellbackwards.buyer.suggesting import step_heard
from tests.buyer.exchanges import exchange


@pytest.mark.parametrize(
    ("words", "question", "answers"),
    [
        ("Benno does all that.", "Who mends it?", True),
        ("Shona knows. She was there.", "Does anybody else know about it?", True),
        ("Only Shona.", "Who else knows?", True),
        ("We are three.", "Who else is there, with you?", True),
        ("I order on Sundays, from five suppliers.", "Who orders a new one when you're not here?", False),
        ("I order on Sundays, off a legal pad.", "Who orders the tools?", True),
        ("I order on Sundays, off a legal pad.", "Who orders when you're away?", False),
        ("I couldn't sleep.", "Who picked up that night?", False),
        ("She stood till Tuesday.", "Who was the last one to use that drill?", False),
        ("It's me and my dad.", "Who knows them, besides you?", True),
        ("It's in Gene's notebook.", "Who'd run it if Gene called in sick?", False),
        ("It's in Gene's notebook.", "Who knows best, Gene?", True),
        ("It's two merchants that ring in late.", "Who rings so late?", True),
    ],
)
def test_a_person_is_named_where_one_is_asked_for(words: str, question: str, answers: bool) -> None:
    assert fits(words, hear(question, "", False)) is answers


NOTHING_OFFERED = (
    "I haven't got anything for you to sign, I only want to understand your mornings. What do people ask you most?",
    "Just pick one thing for me, maybe the one that annoyed you most this week. What was that about?",
    "Take your time. What do you do when two people want you at once?",
    "I'm not asking you to decide anything today. What goes wrong most often?",
    "That's plenty for today, and if you'd rather not hear from me, just don't pick up. Off you go.",
)


@pytest.mark.parametrize("line", NOTHING_OFFERED)
def test_who_offers_nothing_meets_no_brake(line: str) -> None:
    braked = []
    for ident in scenario_ids():
        turn = Talk(load(ident), ["Hello.", line]).turns[-1]
        if {"pressure", "leads_early", "pitch_early", "presses_misfit"} & {step.rule for step in turn.steps}:
            braked.append(f"{ident}: {turn.buyer}")
    assert not braked


@pytest.mark.parametrize(
    ("line", "a_step"),
    [
        ("Would you put a tick in the book each time, and I ring you next Tuesday to hear how many there were?", True),
        ("Could you and your wife go through ten of them on Thursday, and tell me by phone what you found?", True),
        ("What if your father wrote them down, and I phone you on Friday to hear how far he got?", True),
        ("I'd come by on Monday with our fitter, and we look at it. Would that be all right?", True),
        ("You wrote at ten past eleven, I'll watch the clock for you. What had happened that evening?", False),
        ("Could you walk me through this morning, from when you came in till the last one was out?", False),
        ("Did they show you one Tuesday, all of it?", False),
        ("So who takes it over then, and can they do it by Wednesday?", False),
    ],
)
def test_a_suggestion_is_heard_whatever_it_is_for(line: str, a_step: bool) -> None:
    assert bool(step_heard(exchange("machine_shop", line))) is a_step


@pytest.mark.parametrize("ident", scenario_ids())
def test_a_suggestion_is_never_answered_as_if_it_asked_for_a_number(ident: str) -> None:
    line = "Would you put a tick in the book each time, and I ring you next Tuesday to hear how many there were?"
    turn = Talk(load(ident), ["Hello.", line]).turns[-1]
    assert "no_answer" not in {step.rule for step in turn.steps}, turn.buyer


def test_their_own_reason_is_heard_whatever_it_begins_with() -> None:
    for reason in ("Why: so you know which of them it was.", "What would come of it is only that I know which it was."):
        talk = Talk(load("landlord"), ["Hello.", "Could I come on Monday and look at the keys with you?", reason])
        assert talk.turns[-1].buyer in {*load("landlord").lines["reason_heard"]}, talk.turns[-1].buyer
