"""An exercise that only a person can judge: a rubric, with a weak, a fair and a strong answer to compare with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.kinds.about import About
from sellbackwards.exercises.model import Criterion

_ANCHORS = ("weak", "fair", "strong")
ABOUT = About(own_words=True, lines=4)
SCHEMA: Mapping[str, Any] = {
    "required": ["rubric", "anchors"],
    "properties": {
        "rubric": {"type": "array", "minItems": 2, "items": {"type": "string"}},
        "anchors": {
            "type": "object",
            "required": list(_ANCHORS),
            "additionalProperties": False,
            "properties": {name: {"type": "string", "minLength": 20} for name in _ANCHORS},
        },
    },
}


def shown(spec: Mapping[str, Any]) -> str:
    return (
        "Only a person can judge this. The page shows you three answers to compare with, once you have typed your own."
    )


def beside_form(spec: Mapping[str, Any]) -> str:
    return shown(spec)


def blank(spec: Mapping[str, Any]) -> str:
    return ""


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return list(spec["rubric"])


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    return [Criterion(point, None) for point in spec["rubric"]]
