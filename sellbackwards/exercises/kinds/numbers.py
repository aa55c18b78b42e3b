"""Numbers read from a chart or worked out: "pitching: 43 %", "0.43", "43,5", "1,200"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.kinds.text import labelled, number
from sellbackwards.exercises.model import Criterion

SCHEMA: Mapping[str, Any] = {
    "required": ["numbers"],
    "properties": {
        "numbers": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["name", "value", "within"],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string"},
                    # a number, or a measure of one of our calls, worked out when the course is built
                    "value": {"anyOf": [{"type": "number"}, {"type": "object", "required": ["call", "measure"]}]},
                    "within": {"type": "number", "exclusiveMinimum": 0},  # in the number's own unit
                    "unit": {"type": "string"},
                },
            },
        }
    },
}


def _names(spec: Mapping[str, Any]) -> list[str]:
    return [one["name"] for one in spec["numbers"]]


def shown(spec: Mapping[str, Any]) -> str:
    names = "\n".join(
        f"- **{one['name']}**" + (f", in {one['unit']}" if one.get("unit") else "") for one in spec["numbers"]
    )
    return f"Fill in, one a line:\n\n{names}"


def blank(spec: Mapping[str, Any]) -> str:
    return "\n".join(f"{name}: " for name in _names(spec))


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return [f"{one['name']}: within {one['within']:g} {one.get('unit', '')}".strip() for one in spec["numbers"]]


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    found = labelled(answer, _names(spec))
    if not found and len(spec["numbers"]) == 1:
        found = {spec["numbers"][0]["name"]: answer}
    return [
        _judge_one(one, text, found.get(one["name"])) for one, text in zip(spec["numbers"], criteria(spec), strict=True)
    ]


def _judge_one(one: Mapping[str, Any], text: str, given: str | None) -> Criterion:
    if not (given or "").strip():
        return Criterion(text, False, "nothing filled in")
    value = number(given or "")
    if value is None:
        return Criterion(text, None, f"I can't read one number in “{given}”")
    if one.get("unit") == "%" and 0 < value <= 1 and "%" not in (given or ""):
        value *= 100  # 0.43 for 43 %
    return Criterion(text, abs(value - one["value"]) <= one["within"], f"you wrote {given}")
