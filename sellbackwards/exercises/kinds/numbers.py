"""Numbers read from a chart or worked out: "pitching: 43 %", "0.43", "43,5", "1,200", "none"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.kinds.parsing import labelled, number
from sellbackwards.exercises.kinds.about import About
from sellbackwards.exercises.model import Criterion

ABOUT = About(short=True)
SCHEMA: Mapping[str, Any] = {
    "required": ["numbers"],
    "properties": {
        "sum": {"type": "number"},  # what they must add up to
        "numbers": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["name"],
                "anyOf": [{"required": ["value", "within"]}, {"required": ["at_least"]}, {"required": ["at_most"]}],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string"},
                    # a number, or a measure of one of our calls, worked out when the course is built
                    "value": {"anyOf": [{"type": "number"}, {"type": "object", "required": ["call", "measure"]}]},
                    "within": {"type": "number", "exclusiveMinimum": 0},  # in the number's own unit
                    "at_least": {"type": "number"},
                    "at_most": {"type": "number"},
                    "unit": {"type": "string"},
                    "say": {"type": "string"},  # its criterion, where "within 2 %" isn't enough
                },
            },
        },
    },
}


def _names(spec: Mapping[str, Any]) -> list[str]:
    return [one["name"] for one in spec["numbers"]]


def shown(spec: Mapping[str, Any]) -> str:
    names = "\n".join(
        f"- **{one['name']}**" + (f", in {one['unit']}" if one.get("unit") else "") for one in spec["numbers"]
    )
    return f"Fill in, one a line:\n\n{names}"


def beside_form(spec: Mapping[str, Any]) -> str:
    return ""


def blank(spec: Mapping[str, Any]) -> str:
    return "\n".join(f"{name}: " for name in _names(spec))


def criteria(spec: Mapping[str, Any]) -> list[str]:
    texts = [f"{one['name']}: {one.get('say') or _bounds(one)}" for one in spec["numbers"]]
    return [*texts, f"They add up to {spec['sum']:g}"] if "sum" in spec else texts


def _bounds(one: Mapping[str, Any]) -> str:
    unit = f" {one['unit']}" if one.get("unit") else ""
    if "within" in one:
        return f"within {one['within']:g}{unit}"
    least = [f"{one['at_least']:g} or more"] if "at_least" in one else []
    most = [f"{one['at_most']:g} or less"] if "at_most" in one else []
    return " and ".join(least + most) + unit


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    given = numbers_given(spec, answer)
    values = [_value(one, given.get(one["name"], "")) for one in spec["numbers"]]
    texts = criteria(spec)
    found = [
        Criterion(text, *_judge_one(one, value, given.get(one["name"], "")))
        for one, value, text in zip(spec["numbers"], values, texts, strict=False)
    ]
    if "sum" in spec:
        read = [value for value in values if value is not None]
        total = sum(read)
        told = len(read) == len(values)
        found.append(
            Criterion(texts[-1], abs(total - spec["sum"]) < 1e-9 if told else None, f"yours: {total:g}" if told else "")
        )
    return found


def numbers_given(spec: Mapping[str, Any], answer: str) -> dict[str, str]:
    """What stands under each name, as typed; names that aren't there are absent."""
    given = labelled(answer, _names(spec))
    bare = re.findall(r"\d[\d.]*(?:,\d+)?\s?%?", answer)
    if not given and len(bare) == len(spec["numbers"]):  # "76 and 41": no names, but one number for each, in order
        return dict(zip(_names(spec), bare, strict=True))
    return given


def _value(one: Mapping[str, Any], given: str) -> float | None:
    value = number(given)
    if value is not None and one.get("unit") == "%" and 0 < value <= 1 and "%" not in given:
        return value * 100  # 0.43 for 43 %
    return value


def _judge_one(one: Mapping[str, Any], value: float | None, given: str) -> tuple[bool | None, str]:
    if not given.strip():
        return False, "nothing filled in; type 0 for none" if one.get("at_least") == 0 else "nothing filled in"
    if value is None:
        return None, f"I can't read one number in “{given}”; type digits, 0 for none"
    right = abs(value - one["value"]) <= one["within"] if "within" in one else True
    return right and one.get("at_least", value) <= value <= one.get("at_most", value), f"you wrote {given}"
