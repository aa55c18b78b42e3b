"""The kind `talk`: lines are replayed against the buyer; nothing can be claimed that didn't happen."""

from __future__ import annotations

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellbackwards.buyer import Talk, load, scenario_ids
from sellbackwards.buyer.transcript import transcript
from sellbackwards.exercises import Exercise, Verdict, judge
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.kinds.talk import seller_lines

EXPERT = load("bakery").expert
SPEC = {"scenario": "bakery", "facts_at_least": 6}


def judged(answer: str, **spec: object) -> Verdict:
    return judge(Exercise("5.9", "talk", "Talk", {**SPEC, **spec}), answer)


def met(verdict: Verdict, begins: str) -> bool | None:
    return next(one.met for one in verdict.criteria if one.text.startswith(begins))


@pytest.mark.parametrize("ident", scenario_ids())
def test_the_expert_passes_in_every_scenario(ident: str) -> None:
    verdict = judge(
        Exercise("5.9", "talk", "Talk", {"scenario": ident, "facts_at_least": 6}), "\n".join(load(ident).expert)
    )
    assert verdict.passed, verdict


@pytest.mark.parametrize(
    "way",
    [
        lambda lines: "\n\n".join(lines),
        lambda lines: "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1)),
        lambda lines: "\n".join(f"- “{line}”" for line in lines),
        lambda lines: "\r\n".join(f"Me: {line}  " for line in lines),
        lambda lines: "\n".join(f'**Seller:** "{line}"\nRosa: whatever she said' for line in lines),
        lambda lines: "\n".join(f"{n}) You: {line}\nBuyer: mm" for n, line in enumerate(lines, 1)),
    ],
)
def test_lines_may_be_set_down_in_any_sensible_way(way: object) -> None:
    assert judged(way(EXPERT)) == judged("\n".join(EXPERT))  # type: ignore[operator]
    assert judged(way(EXPERT)).passed  # type: ignore[operator]


def test_silence_is_a_line() -> None:
    assert seller_lines("What happened?\n(silence)\n…\nAnd then?", "Rosa") == ["What happened?", "", "", "And then?"]


def test_a_saved_transcript_is_the_same_talk_with_its_silences() -> None:
    lines = ["", EXPERT[0], EXPERT[1], "", *EXPERT[2:5]]
    saved = transcript(Talk(load("bakery"), lines))
    assert seller_lines(saved, load("bakery").name) == lines
    assert seller_lines(saved, "Tash") == lines  # pasted under another talk: no word of Rosa's is the seller's


def test_a_talk_that_stops_early_is_not_yet_and_says_where() -> None:
    verdict = judged("\n".join(EXPERT[:6]))
    assert verdict.status == "not yet"
    assert met(verdict, "Comes to a good end") is False
    assert "isn't over" in verdict.criteria[0].evidence


def test_each_criterion_quotes_the_line_it_rests_on() -> None:
    pitch = "Our Gold contract gives you a fitter within two hours, at only 89 euros a month."
    verdict = judged("\n".join([EXPERT[0], pitch, *EXPERT[1:]]))
    assert met(verdict, "Doesn't pitch before") is False
    assert pitch in [one.evidence for one in verdict.criteria]
    push = "If you sign today you get ten per cent off."
    verdict = judged("\n".join([EXPERT[0], push, *EXPERT[1:]]))
    assert met(verdict, "Doesn't push") is False
    assert push in [one.evidence for one in verdict.criteria]


def test_a_step_too_early_is_told() -> None:
    step = "I'd suggest that our fitter comes on Tuesday for an hour and looks at it."
    verdict = judged("\n".join([EXPERT[0], step, *EXPERT[1:]]))
    assert met(verdict, "Suggests a step") is False


def test_another_language_is_never_wrong() -> None:
    assert judged("Was kostet Sie das, wenn der Ofen steht?\nUnd wer repariert ihn dann?").status == "couldn't tell"


@pytest.mark.parametrize("answer", ["Rosa: hello", "-", "***", "1.", "“”"])
def test_no_lines_of_one_s_own_cannot_be_told(answer: str) -> None:
    assert judged(answer).status == "couldn't tell"


def test_claims_and_criteria_pasted_do_not_pass() -> None:
    criteria = KINDS["talk"].criteria(SPEC)
    shown = KINDS["talk"].shown(SPEC)
    for answer in ("\n".join(criteria), shown, "I found out 12 facts and she asked me to sell it to her.\n" * 5):
        assert not judged(answer).passed


def test_it_is_the_same_every_time_and_follows_its_schema() -> None:
    jsonschema.validate(SPEC, dict(KINDS["talk"].SCHEMA))
    answer = "\n".join(EXPERT[:9])
    assert judged(answer) == judged(answer)
    assert judged("\n".join(EXPERT), facts_at_least=16).status == "not yet"
    assert KINDS["talk"].blank(SPEC) == ""


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_whatever_is_judged(answer: str) -> None:
    assert judged(answer).status in ("not yet", "not answered", "couldn't tell")


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("asks to buy", "they ask you to sell it to them"),
        ("next step", "you agree on a next step"),
        ("not a fit", "you tell them plainly that it isn't for them, once you know why"),
    ],
)
def test_the_criterion_says_which_end_is_a_good_one(end: str, said: str) -> None:
    assert f"Comes to a good end: {said}" in {one.text for one in judged("Hello.", ends=[end]).criteria}
