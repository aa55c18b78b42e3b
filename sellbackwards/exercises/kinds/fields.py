"""A small form: "owner: Dana". Each field says what it needs; each need is a criterion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.kinds.checks import NEEDS_SCHEMA, check_need
from sellbackwards.exercises.kinds.parsing import labelled
from sellbackwards.exercises.kinds.about import About
from sellbackwards.exercises.model import Criterion

ABOUT = About(prose=True, own_words=True, reads_task=True)
SCHEMA: Mapping[str, Any] = {
    "required": ["fields"],
    "properties": {
        "fields": {
            "type": "array",
            "minItems": 2,
            "items": {
                "required": ["name", "needs"],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string"},
                    "ask": {"type": "string"},  # what to write there, shown beside the name
                    "needs": NEEDS_SCHEMA,
                },
            },
        }
    },
}


def _names(spec: Mapping[str, Any]) -> list[str]:
    return [field["name"] for field in spec["fields"]]


def shown(spec: Mapping[str, Any]) -> str:
    rows = "\n".join(
        f"- **{field['name']}**" + (f": {field['ask']}" if field.get("ask") else "") for field in spec["fields"]
    )
    return f"Fill in, one a line:\n\n{rows}"


def beside_form(spec: Mapping[str, Any]) -> str:
    return ""


def blank(spec: Mapping[str, Any]) -> str:
    return "\n".join(f"{name}: " for name in _names(spec))


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return [f"{field['name']}: {need['say']}" for field in spec["fields"] for need in field["needs"]]


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    given = labelled(answer, _names(spec))
    if not given:  # words without a name before them: not nothing, but nobody can say where they belong
        how = f"start each line with its name, for example “{_names(spec)[0]}:”"
        return [Criterion(text, None, "" if n else how) for n, text in enumerate(criteria(spec))]
    scene = "\n".join((spec.get("scene", ""), *criteria(spec)))
    return [
        Criterion(f"{field['name']}: {need['say']}", *check_need(need, given.get(field["name"], ""), scene))
        for field in spec["fields"]
        for need in field["needs"]
    ]
