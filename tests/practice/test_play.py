"""Practices written as data: every round of every one, and the widget that plays them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import yaml

from sellbackwards.course import DATASETS
from sellbackwards.exercises import Exercise, judge
from sellbackwards.exercises.kinds import FOR_A_PERSON, KINDS
from sellbackwards.practice.playing import PlayModel, play
from sellbackwards.practice.rounds import load_rounds
from tests.practice.working import work

FILES = sorted((DATASETS / "practices").glob("*.yaml"))
NAMES = [path.stem for path in FILES]
_TEXT = {"type": "string", "minLength": 1}
ROUND = {
    "type": "object",
    "required": ["kind", "ask", "hints", "after"],
    "properties": {
        "kind": {"enum": list(KINDS)},
        "ask": _TEXT,
        "after": _TEXT,
        "hints": {"type": "array", "minItems": 2, "items": _TEXT},
    },
    "if": {"properties": {"kind": {"const": FOR_A_PERSON}}},
    "else": {
        "required": ["way", "wrong"],
        "properties": {"way": _TEXT, "wrong": {"type": "array", "minItems": 1, "items": _TEXT}},
    },
}
STOP = {
    "type": "object",
    "required": ["at", "ask", "hints", "way", "others", "near_miss", "wrong", "notice"],
    "properties": {
        **dict.fromkeys(("at", "ask", "way", "near_miss", "notice"), _TEXT),
        "hints": {"type": "array", "minItems": 2, "items": _TEXT},
        "others": {"type": "array", "minItems": 2, "items": _TEXT},
        "wrong": {"type": "array", "minItems": 2, "items": _TEXT},
    },
}
PRACTICE = {
    "type": "object",
    "required": ["title", "what", "seeds"],
    "oneOf": [{"required": ["rounds"]}, {"required": ["call", "stops"]}],
    "additionalProperties": False,
    "properties": {
        "call": {"type": "string", "pattern": r"^calls/\w+\.vtt$"},
        "begins": _TEXT,
        "stops": {"type": "array", "minItems": 3, "maxItems": 5, "items": STOP},
        "title": _TEXT,
        "what": _TEXT,
        "seeds": {"type": "array", "minItems": 1},
        "rounds": {"type": "array", "minItems": 1, "items": ROUND},
    },
}


def rounds() -> Iterator[Any]:
    for path in FILES:
        data, exercises = load_rounds(path.stem)
        for raw, one in zip(data["rounds"], exercises, strict=True):
            yield pytest.param(raw, one, id=one.id)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_practice_is_well_formed(path: Any) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    jsonschema.validate(data, PRACTICE)
    for one in load_rounds(path.stem)[0]["rounds"]:
        jsonschema.validate(one, dict(KINDS[one["kind"]].SCHEMA))


@pytest.mark.parametrize(("raw", "one"), list(rounds()))
def test_one_way_passes_and_the_wrong_ones_do_not(raw: dict[str, Any], one: Exercise) -> None:
    if one.kind == FOR_A_PERSON:
        assert judge(one, "My own words").status == "for a person"
        return
    verdict = judge(one, one.model)
    assert verdict.passed, [(criterion.text, criterion.evidence) for criterion in verdict.criteria if not criterion.met]
    for other in raw.get("others", ()):
        assert judge(one, other).passed, other
    for wrong in [*raw["wrong"], *([raw["near_miss"]] if "near_miss" in raw else [])]:
        assert judge(one, wrong).status == "not yet", wrong
    for hint in one.hints:
        assert not judge(one, hint).passed, hint


@pytest.mark.parametrize("one", [one for param in rounds() for one in param.values[1:]], ids=lambda one: one.id)
def test_lines_to_be_quoted_stand_in_the_task(one: Exercise) -> None:
    needs = [need for field in (one.spec, *one.spec.get("fields", ())) for need in field.get("needs", ())]
    for line in (line for need in needs for line in need.get("cites", ())):
        assert all(part in " ".join(one.title.split()) for part in line.split(" … ")), line


@pytest.mark.parametrize("name", NAMES)
def test_a_learner_can_get_every_round_right_with_its_controls(name: str) -> None:
    view = play(name)
    for one in view.model.rounds:
        if one.kind != FOR_A_PERSON:
            work(view.control, one.model)
            view.check_button.click()
            assert view.value == "passed", (one.id, view.model.answer, one.model)
            assert 'data-status="passed"' in view.feedback.value
        view.next_button.click()
    again = play(name)
    assert {one.id: again.model.typed().get(one.id) for one in again.model.rounds if one.kind != FOR_A_PERSON} == {
        one.id: view.model.typed().get(one.id) for one in view.model.rounds if one.kind != FOR_A_PERSON
    }


def test_the_button_to_press_next_stands_out() -> None:
    view = play("01_recall")

    def stands_out() -> list[Any]:
        return [one for one in (view.check_button, view.next_button) if "sb-main" in one._dom_classes]

    assert stands_out() == [view.check_button]
    work(view.control, view.model.round.model)
    view.check_button.click()
    assert stands_out() == [view.next_button]
    view.next_button.click()
    assert stands_out() == [view.check_button]


def test_the_model_counts_what_is_done_and_keeps_each_round() -> None:
    options = [{"text": "yes", "right": True, "why": "it is so"}, {"text": "no", "why": "it isn't so"}]
    one, two = (Exercise(f"x.{n}", "choice", "Which?", {"options": options}, model="a") for n in (1, 2))
    model = PlayModel((one, two))
    model.answer = "a"
    assert (model.value, model.passed) == ("passed", 1)
    model.go_to(1)
    assert (model.value, model.answer, model.passed) == ("not answered", "", 1)
    model.answer = "b"
    assert model.value == "not yet"
    model.go_to(2)
    assert (model.place, model.answer, model.value) == (0, "a", "passed")


@pytest.mark.parametrize("asked", ["What's your best price?", "Can you match it?"])
def test_a_price_that_is_asked_down_is_said_and_not_given_away(asked: str) -> None:
    (one,) = [one for one in load_rounds("03_same_side")[1] if asked in one.title]
    for reply in (
        "For you, I'll do 10% off.",
        "All right, I can match it. Which colour would you like?",
        "I could come down a hundred. What do you say?",
        "Let's meet in the middle, is that fair?",
        "But you get what you pay for.",
        "If I match it, will you take it today?",
    ):
        assert not judge(one, reply).passed, reply
    for reply in ("That's my best price. What are you comparing it with?", "No, I can't. What did you have in mind?"):
        assert judge(one, reply).passed, reply
