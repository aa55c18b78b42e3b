"""Every scenario, held to what a coach would expect: who is asked to sell, who isn't, and what a plain listener finds."""

from __future__ import annotations

import pytest

from sellbackwards.buyer import Scenario, State, Talk, Turn, load, scenario_ids
from sellbackwards.buyer.scenario import Fact
from sellbackwards.buyer.state import CLEAR
from tests.buyer.sellers_of import BAD, SELLERS, lines_of, plain_listener, script

SCENARIOS = scenario_ids()
BEST = {"sale": "asks to buy", "misfit": "not a fit"}


def played(ident: str, seller: str) -> Talk:
    return Talk(load(ident), lines_of(ident, seller))


@pytest.mark.parametrize("ident", SCENARIOS)
@pytest.mark.parametrize("seller", SELLERS)
def test_each_seller_ends_where_a_coach_would_expect(ident: str, seller: str) -> None:
    expected = script(ident)[seller]["expected"]
    talk = played(ident, seller)
    last = talk.turns[-1]
    assert talk.state.exit == expected, (
        f"{ident}, {seller}: ended {talk.state.exit} after {len(talk.turns)} turns (pull {last.pull:.2f}, tension "
        f"{last.tension:.2f}); see it with: python -m tests.buyer.sellers_of {ident} {seller}"
    )
    best = BEST[load(ident).ends]
    assert (expected == best) == (seller == "good"), f"{ident}: only the good seller's end is “{best}”"
    if load(ident).ends == "misfit":
        assert talk.state.exit != "asks to buy"


@pytest.mark.parametrize("ident", SCENARIOS)
def test_a_plain_listener_finds_more_than_any_bad_seller(ident: str) -> None:
    found = len(plain_listener(load(ident)).state.told)
    for seller in BAD:
        assert len(played(ident, seller).state.told) < found, f"{ident}: {seller} finds {found} facts or more"


@pytest.mark.parametrize("ident", SCENARIOS)
def test_a_plain_listener_is_told_something_and_in_as_many_turns_no_more_than_the_expert(ident: str) -> None:
    talk = plain_listener(load(ident), len(load(ident).expert))
    assert 3 <= len(talk.state.told) <= len(played(ident, "good").state.told)
    assert plain_listener(load(ident), load(ident).turns).state.exit in (None, "goodbye")


def in_the_middle(scenario: Scenario, fact: Fact) -> State:
    """A talk in which all that a fact waits for was just told, to someone they trust."""
    state = State(openness=0.7, last=scenario.opening, said=[scenario.opening])
    waits, before = list(fact.after[:1]), []
    while waits:
        ident = waits.pop(0)
        before.insert(0, ident)
        waits += list(scenario.fact(ident).after[:1])
    state.told = before
    if before:
        state.thread = before[-1]
        state.last = scenario.fact(before[-1]).says[0]
        state.said.append(state.last)
    return state


FACTS = [(ident, fact.id) for ident in SCENARIOS for fact in load(ident).facts]


@pytest.mark.parametrize(("ident", "fact"), FACTS, ids=[f"{ident}-{fact}" for ident, fact in FACTS])
def test_the_question_that_would_have_earned_a_fact_earns_it(ident: str, fact: str) -> None:
    scenario = load(ident)
    talk = Talk(scenario)
    talk.state = in_the_middle(scenario, scenario.fact(fact))
    turn: Turn = talk.say(scenario.fact(fact).ask)
    assert turn.new == (fact,), f"{ident}, {fact}: its `ask` gets “{turn.buyer}”; put words of it under `about`"


@pytest.mark.parametrize("ident", SCENARIOS)
def test_the_expert_is_never_misunderstood(ident: str) -> None:
    scenario = load(ident)
    talk = played(ident, "good")
    bad = {
        "not_understood",
        "same_again",
        "passes_objection",
        "brushes_objection",
        "contradiction",
        "pressure",
        "pitch_early",
    }
    for turn in talk.turns:
        assert not bad & {step.rule for step in turn.steps}, f"{ident}: “{turn.seller}” gets “{turn.buyer}”"
    assert len(talk.turns) == len(scenario.expert), f"{ident}: the talk is over before the expert's last line"
    assert sum(fact.id in talk.state.told for fact in scenario.that_matter) >= 7
    if scenario.ends == "sale":
        assert talk.state.pull >= CLEAR


@pytest.mark.parametrize("ident", SCENARIOS)
@pytest.mark.parametrize("seller", ["good", "plain", *BAD])
def test_nothing_is_said_twice(ident: str, seller: str) -> None:
    talk = plain_listener(load(ident), 30) if seller == "plain" else played(ident, seller)
    replies = [turn.buyer for turn in talk.turns]
    assert len(set(replies)) == len(replies)
    told = talk.state.told
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("ident", SCENARIOS)
def test_the_buyer_never_coaches(ident: str) -> None:
    scenario = load(ident)
    said = [*(line for fact in scenario.facts for line in (*fact.says, fact.short, fact.again))]
    said += [
        line for objection in scenario.objections for line in (*objection.says, *objection.heard, *objection.brushed)
    ]
    said += [line for lines in scenario.lines.values() for line in lines]
    for line in said:
        assert not any(
            phrase in line.lower() for phrase in ("good question", "open question", "great question", "pitch")
        ), line
    own = [line for fact in scenario.facts for line in fact.says]
    assert len(set(own)) == len(own)
