"""Sellers of any kind at all: they never break the buyer, and those who don't listen never win."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sellbackwards.buyer import Scenario, Talk, load, scenario_ids
from sellbackwards.buyer.state import Exit
from tests.buyer.sellers_of import BAD, lines_of, plain_listener

SCENARIOS = scenario_ids()
WON = ("asks to buy", "next step", "not a fit")
RUDE = [
    "You're an idiot.",
    "shut up and buy it",
    "This is bullshit.",
    "stupid question, stupid answer",
    "are you deaf?",
]
FOREIGN = [
    "Was kostet Sie das, wenn der Ofen steht?",
    "¿Qué pasa cuando se rompe y quién lo repara?",
    "Comment est-ce que vous faites aujourd'hui avec vos clients ?",
    "Hvordan går det med jer?",
    "你们现在怎么处理这个问题？",
    "Что происходит, когда это ломается?",
]
NOISE = [
    "",
    "   ",
    "...",
    "?",
    "!!!",
    "asdf qwer zxcv",
    "lorem ipsum dolor",
    "🙂🙂",
    "0000",
    "a",
    "x" * 400,
    "\x00\x07",
    "<b>hi</b>",
]


def check(talk: Talk) -> None:
    """What holds after any line whatever."""
    for turn in talk.turns:
        assert turn.buyer.strip()
        assert 0 <= turn.openness <= 1 and 0 <= turn.pull <= 1 and 0 <= turn.tension <= 1
        assert turn.exit in (None, *get_args(Exit))
        assert turn.steps or turn.exit
    assert len(talk.turns) <= talk.scenario.turns
    told = talk.state.told
    assert len(set(told)) == len(told)


def go_on(scenario: Scenario, lines: list[str]) -> Talk:
    talk = Talk(scenario, lines)
    check(talk)
    return talk


@pytest.mark.parametrize("ident", SCENARIOS)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=st.lists(st.text(max_size=120), min_size=1, max_size=25))
def test_any_text_whatever(ident: str, lines: list[str]) -> None:
    assert go_on(load(ident), lines).state.exit in (None, "goodbye")


@pytest.mark.parametrize("ident", SCENARIOS)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=st.lists(st.sampled_from([*RUDE, *FOREIGN, *NOISE]), min_size=1, max_size=40))
def test_rude_foreign_and_empty_sellers_never_win(ident: str, lines: list[str]) -> None:
    talk = go_on(load(ident), lines)
    assert talk.state.exit not in WON
    assert not talk.state.told


@pytest.mark.parametrize("ident", SCENARIOS)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_shuffled_words_of_the_scenario_never_win(ident: str, data: st.DataObject) -> None:
    scenario = load(ident)
    words = [
        word for line in (scenario.scene, scenario.opening, scenario.offers, scenario.need) for word in line.split()
    ]
    lines = data.draw(st.lists(st.lists(st.sampled_from(words), max_size=14).map(" ".join), min_size=5, max_size=30))
    assert go_on(scenario, lines).state.exit not in WON


@pytest.mark.parametrize("ident", SCENARIOS)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_bad_sellers_mixed_at_random_never_win(ident: str, data: st.DataObject) -> None:
    bad = [line for seller in BAD for line in lines_of(ident, seller)]
    talk = go_on(load(ident), data.draw(st.lists(st.sampled_from(bad), min_size=12, max_size=40)))
    assert talk.state.exit in (None, "goodbye")


@pytest.mark.parametrize("ident", SCENARIOS)
def test_the_expert_of_another_trade_neither_breaks_it_nor_wins(ident: str) -> None:
    for other in SCENARIOS:
        if other != ident:
            assert go_on(load(ident), list(load(other).expert)).state.exit in (None, "goodbye")


@pytest.mark.parametrize("ident", SCENARIOS)
def test_an_echo_never_wins(ident: str) -> None:
    scenario = load(ident)
    for again in (lambda line: line, lambda line: f"You say: {line}", lambda line: line + "?"):
        talk = Talk(scenario)
        while not talk.over and len(talk.turns) < 60:
            talk.say(again(talk.state.last))
        check(talk)
        assert talk.state.exit == "goodbye"


@pytest.mark.parametrize("ident", SCENARIOS)
def test_the_scenario_s_own_text_never_wins(ident: str) -> None:
    scenario = load(ident)
    texts = [scenario.scene, scenario.need, scenario.cost, *(fact.title for fact in scenario.facts)]
    texts += [line for fact in scenario.facts for line in fact.says]
    assert go_on(scenario, texts).state.exit not in WON


@pytest.mark.parametrize("ident", SCENARIOS)
@pytest.mark.parametrize(
    "line",
    ["I suggest we meet on Tuesday for an hour, and then you decide.", "This isn't for you.", "What else?", "I see."],
)
def test_one_line_over_and_over_never_wins(ident: str, line: str) -> None:
    talk = go_on(load(ident), [line] * 60)
    assert talk.state.exit not in ("asks to buy", "next step")
    assert talk.over


@pytest.mark.parametrize("ident", SCENARIOS)
def test_very_long_and_very_many_lines(ident: str) -> None:
    scenario = load(ident)
    for long in ("what do you do " * 700, "Yes, but our oven is better. " * 400, "x" * 10_000, "so " * 4000 + "?"):
        check(Talk(scenario, [long[:10_000]] * 3))
    talk = Talk(scenario, [f"What about number {n}, how does that work?" for n in range(200)])
    check(talk)
    assert talk.over and talk.state.exit not in WON


@pytest.mark.parametrize("ident", SCENARIOS)
def test_the_same_words_give_the_same_talk(ident: str) -> None:
    first = plain_listener(load(ident), 15)
    assert [turn.as_dict() for turn in Talk(load(ident), first.lines).turns] == [turn.as_dict() for turn in first.turns]


def test_after_the_end_nothing_more_is_said() -> None:
    talk = Talk(load(SCENARIOS[0]), [""] * 10)
    assert talk.over and len(talk.turns) == 3
    with pytest.raises(ValueError, match="over"):
        talk.say("Hello?")
