"""Put steps in order: "3,1,2", "3 > 1 > 2", "312", or the steps' own words, one a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.kinds.parsing import by_text, labels_named, lines_of, without_bullet
from sellbackwards.exercises.kinds.about import About
from sellbackwards.exercises.model import Criterion

_ORDER = {
    "type": "array",
    "minItems": 3,
    "maxItems": 9,
    "uniqueItems": True,
    "items": {"type": "integer", "minimum": 1},
}
SCHEMA: Mapping[str, Any] = {
    "required": ["items", "right"],
    "properties": {
        "items": {"type": "array", "minItems": 3, "maxItems": 9, "items": {"type": "string"}},  # as shown
        "right": _ORDER,
        "also": {"type": "array", "items": _ORDER},  # other orders that are as good
    },
}


def _items(spec: Mapping[str, Any]) -> dict[str, str]:
    return {str(n): text for n, text in enumerate(spec["items"], 1)}


def shown(spec: Mapping[str, Any]) -> str:
    items = "\n".join(f"- **{label}** · {text}" for label, text in _items(spec).items())
    example = ", ".join(reversed(list(_items(spec))))
    return f"{items}\n\nType the numbers in your order, for example: {example}"


def beside_form(spec: Mapping[str, Any]) -> str:
    return ""


def blank(spec: Mapping[str, Any]) -> str:
    return ""


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return [_once(spec), "They stand in the order in which they happen"]


def _once(spec: Mapping[str, Any]) -> str:
    return f"Names each of the {len(spec['items'])} once"


ABOUT = About(short=True, lines=1, generic=lambda spec: [_once(spec)])


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    once, in_order = criteria(spec)
    items = _items(spec)
    given = order_given(spec, answer)
    if not given:
        return [
            Criterion(once, None, f"no numbers found; type the numbers 1 to {len(items)}"),
            Criterion(in_order, None),
        ]
    missing = [label for label in items if label not in given]
    if missing or len(given) != len(items):
        twice = sorted({label for label in given if given.count(label) > 1})
        faults = [f"missing: {', '.join(missing)}"] * bool(missing) + [f"more than once: {', '.join(twice)}"] * bool(
            twice
        )
        return [Criterion(once, False, "; ".join(faults)), Criterion(in_order, None)]
    orders = [[str(n) for n in order] for order in (spec["right"], *spec.get("also", ()))]
    agree = max(
        next((n for n, pair in enumerate(zip(given, order, strict=True)) if pair[0] != pair[1]), len(order))
        for order in orders
    )
    evidence = (
        ""
        if agree == len(items)
        else f"right up to number {agree}; look again from there"
        if agree
        else "look again at what comes first"
    )
    return [Criterion(once, True), Criterion(in_order, agree == len(items), evidence)]


def order_given(spec: Mapping[str, Any], answer: str) -> list[str]:
    """The numbers of the items ("3", "1", "2") in the order that an answer gives; as they are typed, twice or not."""
    items, lines = _items(spec), lines_of(answer)
    if [line.split(".")[0].split(")")[0].strip() for line in lines] == list(
        items
    ):  # "1. 3", "2) 1", a place and an item
        lines = [without_bullet(line) for line in lines]
    named = [label for line in lines if (label := by_text(line, items))]
    if len(named) >= 2:
        return named
    return [label for line in lines for label in (labels_named(line, list(items)) or ())] or _loose(answer, items)


def _loose(answer: str, items: Mapping[str, str]) -> list[str]:
    """Numbers among words ("first comes 3, after that 1"): each number that is an item's, in order."""
    return [found for found in re.findall(r"(?<![\w.])\d+(?![\w.]*\d)", answer) if found in items]
