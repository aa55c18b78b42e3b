"""The order forms: filled in from the buyer's words alone, and blank where nothing was said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jsonschema
import pytest
import yaml

from sellbackwards.course import DATASETS
from sellbackwards.exercises.kinds.checks import check_need

FORMS: list[Mapping[str, Any]] = yaml.safe_load((DATASETS / "order_forms.yaml").read_text(encoding="utf-8"))
TEXT = {"type": "string", "minLength": 2}
SCHEMA = {
    "type": "object",
    "required": ["id", "trade", "seller_offers", "said", "form", "next_question"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "pattern": r"^f\d\d$"},
        "trade": TEXT,
        "seller_offers": TEXT,
        "said": {"type": "array", "minItems": 4, "items": TEXT},
        "form": {
            "type": "array",
            "minItems": 5,
            "items": {
                "type": "object",
                "required": ["field", "words"],
                "additionalProperties": False,
                "properties": {"field": TEXT, "words": {"type": ["string", "null"]}, "tempting": TEXT, "why": TEXT},
                "dependentRequired": {"tempting": ["why"], "why": ["tempting"]},
            },
        },
        "next_question": TEXT,
    },
}


def test_there_are_forms_and_no_two_have_one_id_or_trade() -> None:
    assert len(FORMS) >= 8
    for name in ("id", "trade"):
        assert len({form[name] for form in FORMS}) == len(FORMS)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["id"])
def test_a_form_holds_only_what_was_said(form: Mapping[str, Any]) -> None:
    jsonschema.validate(form, SCHEMA)
    for line in form["form"]:
        for words in (line["words"], line.get("tempting")):
            assert words is None or any(words in said for said in form["said"]), words
    filled = [line["words"] for line in form["form"] if line["words"]]
    assert len(filled) >= 2 and len(filled) < len(form["form"])
    assert not any(line["words"] and "tempting" in line for line in form["form"])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["id"])
def test_the_next_question_is_one_question_and_offers_nothing(form: Mapping[str, Any]) -> None:
    asked = form["next_question"]
    assert check_need({"say": "", "asks_once": ["open", "closed"]}, asked)[0] is True
    assert check_need({"say": "", "without_moves": ["pitch", "pressure", "contradiction"]}, asked)[0] is True
    assert not any(asked in said for said in form["said"])
