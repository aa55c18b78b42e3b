"""Half sure of what was asked, the buyers ask back about it, and hear the answer to that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sellbackwards.buyer import Scenario, Talk, load, scenario_ids, topics
from sellbackwards.buyer.scenario import Fact, everyday

LINE = "And what is it with the other matter that you have there?"
AGAIN = "And what was it with the last matter that you had there?"
WHO = "And who is it with the other matter that you have there?"
SPOKEN = [ident for ident in scenario_ids() if load(ident).email is None]

HalfSure = Callable[..., Talk]


@pytest.fixture
def half_sure(monkeypatch: pytest.MonkeyPatch) -> HalfSure:
    """A talk in which the buyer is half sure that these lines ask for these facts (one, or two as likely)."""
    rank = topics.rank

    def talk(ident: str, facts: list[str], *, likely: float = 0.45) -> Talk:
        def ranked(scenario: Scenario, lines: list[topics.Line], moment: topics.Moment) -> object:
            if lines[0].text not in (LINE, AGAIN, WHO):
                return rank(scenario, lines, moment)
            meant: list[tuple[float, Fact | None]] = [(likely / len(facts), scenario.fact(one)) for one in facts]
            rest: list[tuple[float, Fact | None]] = [(0.0, one) for one in scenario.facts if one.id not in facts]
            return sorted([*meant, (1 - likely, None)], key=lambda one: one[1] is None) + rest

        monkeypatch.setattr(topics, "rank", ranked)
        return Talk(load(ident))

    return talk


def at_hand(ident: str) -> Fact:
    """A fact that comes out at once."""
    scenario = load(ident)
    return next(one for one in scenario.facts if not one.after and one.openness <= scenario.openness)


@pytest.mark.parametrize("ident", SPOKEN)
@pytest.mark.parametrize("answer", ["Yes.", "Right, that.", "Mm-hm.", LINE, "{it}, yes."])
def test_half_sure_they_ask_back_and_whatever_means_yes_gets_the_fact(
    half_sure: HalfSure, ident: str, answer: str
) -> None:
    fact = at_hand(ident)
    talk = half_sure(ident, [fact.id])
    said = talk.say(LINE)
    assert talk.state.asked_back == (fact.id,) and said.new == ()
    assert fact.topic.lower() in said.buyer.lower() and said.buyer.endswith("?")
    assert fact.by in ("", said.said[0][0])
    talk.say(answer.replace("{it}", fact.topic))
    assert [*talk.state.told, *talk.state.touched] == [fact.id], talk.turns[-1].buyer


@pytest.mark.parametrize("ident", SPOKEN)
def test_not_twice_running(half_sure: HalfSure, ident: str) -> None:
    talk = half_sure(ident, [at_hand(ident).id])
    talk.say(LINE)
    talk.say("No, forget it.")
    talk.say(AGAIN)
    assert not talk.state.asked_back and "asks_back" not in {step.rule for step in talk.turns[-1].steps}


@pytest.mark.parametrize("ident", SPOKEN)
def test_after_a_no_the_fact_is_out(half_sure: HalfSure, ident: str) -> None:
    fact = at_hand(ident)
    talk = half_sure(ident, [fact.id])
    talk.say(LINE)
    said = talk.say("No.")
    assert said.buyer.rpartition(": ")[2] in everyday()["what_then"]
    assert fact.id not in (*talk.state.told, *talk.state.touched)


def test_no_i_meant_is_a_new_question_of_the_same_kind(half_sure: HalfSure) -> None:
    talk = half_sure("bakery", ["trade"])
    talk.say(WHO)
    talk.say("No, I meant the repairs.")
    assert talk.state.thread == "benno" and "Benno" in talk.turns[-1].buyer
    assert "trade" not in (*talk.state.told, *talk.state.touched)


def test_a_yes_gets_the_kind_of_answer_that_was_asked_for(half_sure: HalfSure) -> None:
    talk = half_sure("bakery", ["benno"])
    talk.say(WHO)
    talk.say("Yes")
    assert "Benno" in talk.turns[-1].buyer


def test_of_two_as_likely_they_ask_which(half_sure: HalfSure) -> None:
    for answer, meant in (("The ovens.", "two_ovens"), ("The second.", "trade"), ("Yes.", "two_ovens")):
        talk = half_sure("bakery", ["two_ovens", "trade"], likely=0.6)
        talk.say(LINE)
        assert talk.state.asked_back == ("two_ovens", "trade"), talk.turns[-1].buyer
        talk.say(answer)
        assert talk.state.told == [meant]


def test_in_writing_nobody_asks_back(half_sure: HalfSure) -> None:
    fact = at_hand("founder_email")
    talk = half_sure("founder_email", [fact.id])
    talk.say(LINE)
    assert not talk.state.asked_back and "asks_back" not in {step.rule for step in talk.turns[-1].steps}


def test_yes_but_is_no_yes(half_sure: HalfSure) -> None:
    talk = half_sure("bakery", ["benno"])
    talk.say(LINE)
    talk.say("Yes, but nobody can do what we can do.")
    assert not talk.state.told


@pytest.mark.parametrize(
    ("ident", "line", "fact"),
    [
        ("restaurant", "And how is it going these days, are the eleven tables full in the evening?", "tables"),
        ("restaurant", "How is your wife, with such heavy pots?", "parvin"),
        ("committee", "Please sketch the trust for me: the ages, the sizes, the number of children.", "schools"),
        ("freight", "What would you want, Ken, if I was stupid enough to ask?", "wish"),
    ],
)
def test_what_surely_asks_for_a_fact_is_no_greeting_and_no_remark(ident: str, line: str, fact: str) -> None:
    talk = Talk(load(ident), [line])
    assert fact in (*talk.state.told, *talk.state.touched), talk.turns[-1].buyer
