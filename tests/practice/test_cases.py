"""Stay or change, theirs or ours: the pools are sound, the sums are right, and each round can be done."""

from __future__ import annotations

from collections import Counter
from typing import Any

import jsonschema
import pytest

from sellbackwards.course import read_dataset
from sellbackwards.exercises import Exercise, judge
from sellbackwards.practice.cases import (
    CHANGING,
    GROUPS,
    STAYING,
    Case,
    as_round,
    change_cases,
    change_rounds,
    turn_line,
    urgency_rounds,
)
from sellbackwards.practice.pitches import CHANNELS
from sellbackwards.practice.playing import Play, play
from sellbackwards.speech import AREAS
from tests.practice.working import work

CASES = change_cases()
RECKONED = [case for case in CASES if not case.missing]
LINES: list[dict[str, Any]] = read_dataset("urgency_lines.yaml")
TURNS = [one for one in LINES if "rewrite" in one]
OURS = ("winning", "target", "commission", "manager", "stock")

_TEXT = {"type": "string", "minLength": 2}
LINE = {
    "required": ["id", "trade", "group", "channel", "line", "whose", "source", "why"],
    "additionalProperties": False,
    "properties": {
        **dict.fromkeys(("id", "line", "source", "why"), _TEXT),
        "trade": {"type": "string", "pattern": "^an? .+, to an? .+"},
        "group": {"enum": ["software", "services", "local", "public"]},
        "channel": {"enum": list(CHANNELS)},
        "whose": {"enum": list(GROUPS)},
        "rewrite": {"type": "object", "required": ["buyer_said", "unsaid", "need_to_change"]},
    },
}


# --- the pools ---


def test_lines_are_well_formed_and_come_from_every_source() -> None:
    for one in LINES:
        jsonschema.validate(one, LINE)
    assert len({one["id"] for one in LINES}) == len({one["line"] for one in LINES}) == len(LINES) >= 24
    assert {one["source"] for one in LINES if one["whose"] == "theirs"} == set(AREAS)
    assert {one["source"] for one in LINES if one["whose"] == "ours"} == set(OURS)
    assert max(Counter(one["trade"] for one in LINES).values()) <= 3
    assert len(TURNS) >= 6
    assert {one["whose"] for one in TURNS} == {"ours"}


def test_cases_end_in_all_three_ways_and_in_many_trades() -> None:
    assert Counter(case.decision for case in CASES) == {"change": 2, "stay": 2, "ask": 2}
    assert len({case.trade for case in CASES}) == len(CASES)
    for case in CASES:
        assert list(case.inputs) == [*STAYING, *CHANGING]
        assert set(case.quote) <= set(case.inputs)
        assert (case.decision == "ask") == bool(case.missing), case.id
    assert len({line for case in CASES for _, line in case.inputs.values()}) == 8 * len(CASES)


# --- the sums ---


def test_the_sum_by_hand() -> None:
    values = (100, 0.1, 30, 2, 200, 50, 0.2, 1000)
    inputs = {name: (value, "said") for name, value in zip((*STAYING, *CHANGING), values, strict=True)}
    case = Case("x", "", "", "", "", "", [], inputs, "change", [], [], "")
    assert case.staying() == pytest.approx(600)
    assert case.changing() == pytest.approx(450)
    assert case.break_even() == pytest.approx(35)


@pytest.mark.parametrize("case", RECKONED, ids=[case.id for case in RECKONED])
def test_the_decision_follows_from_the_sum_both_ways(case: Case) -> None:
    better = case.changing() < case.staying()
    assert case.decision == ("change" if better else "stay")
    chance = case.inputs["chance"][0]
    assert chance is not None
    assert (100 * chance < case.break_even()) is better
    assert 0 < case.break_even() < 100
    # The words after it speak of these numbers, and of no others.
    assert f"{case.staying():,.0f}" in case.after
    assert f"{case.changing():,.0f}" in case.after
    assert f"{case.break_even():.0f}" in case.after


def test_no_sum_without_every_input() -> None:
    for case in CASES:
        if case.missing:
            with pytest.raises(ValueError, match=case.missing[0]):
                case.break_even()


# --- the rounds ---

ROUNDS = [*change_rounds(), *urgency_rounds()]


@pytest.mark.parametrize("one", ROUNDS, ids=[one.id for one in ROUNDS])
def test_one_way_passes_and_no_hint_does(one: Exercise) -> None:
    verdict = judge(one, one.model)
    assert verdict.passed, [(criterion.text, criterion.evidence) for criterion in verdict.criteria if not criterion.met]
    for attempt in (*one.hints, one.title, one.after, "yes", "?"):
        assert not judge(one, attempt).passed, attempt


def changed(answer: str, name: str, text: str) -> str:
    return "\n".join(f"{name}: {text}" if line.startswith(f"{name}:") else line for line in answer.splitlines())


@pytest.mark.parametrize("case", RECKONED, ids=[case.id for case in RECKONED])
def test_a_sum_is_right_within_one_per_cent(case: Case) -> None:
    one = as_round(case)
    for name, value in (("staying", case.staying()), ("changing", case.changing())):
        assert judge(one, changed(one.model, name, f"about {value * 1.009:.0f} pounds")).passed
        assert judge(one, changed(one.model, name, f"{value * 1.03:.0f}")).status == "not yet"
    assert judge(one, changed(one.model, "break-even", f"{case.break_even():.0f}")).passed
    assert judge(one, changed(one.model, "break-even", f"{case.break_even() + 2:.0f}")).status == "not yet"


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_a_wrong_decision_and_a_made_up_quotation_do_not_pass(case: Case) -> None:
    one = as_round(case)
    for decision in {"change", "stay", "ask"} - {case.decision}:
        assert judge(one, changed(one.model, "decision", decision)).status == "not yet"
    for name in case.quote:
        assert judge(one, changed(one.model, name, "whatever suits my own sum best")).status == "not yet"
        other = next(line for key, (_, line) in case.inputs.items() if key != name)
        assert judge(one, changed(one.model, name, other)).status == "not yet"
    for name in case.missing:
        other = next(key for key in case.inputs if key != name)
        assert judge(one, changed(one.model, "missing", other)).status == "not yet"


@pytest.mark.parametrize("one", TURNS, ids=[one["id"] for one in TURNS])
def test_the_need_to_buy_is_not_the_need_to_change(one: dict[str, Any]) -> None:
    task, said = turn_line(one), one["rewrite"]["buyer_said"]
    for wrong in (one["line"], said, f"{said} {one['line']}", f"{said} So {one['line']} Shall we?"):
        assert judge(task, wrong).status == "not yet", wrong


@pytest.mark.parametrize("practice", ["04_stay_or_change", "04_theirs_or_ours"])
def test_a_learner_can_do_every_round_with_its_controls(practice: str) -> None:
    view: Play = play(practice)
    for one in view.model.rounds:
        work(view.control, one.model)
        view.check_button.click()
        assert view.value == "passed", one.id
        view.next_button.click()
    assert play(practice).model.passed == len(view.model.rounds)
