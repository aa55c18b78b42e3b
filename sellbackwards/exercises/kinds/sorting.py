"""Give each item a group: "a - forward", "a forward, b backward", "forward: a, c", or one group a line in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.kinds.text import by_text, closest, labels_named, lines_of, plain, without_bullet
from sellbackwards.exercises.model import Criterion

SCHEMA: Mapping[str, Any] = {
    "required": ["groups", "items"],
    "properties": {
        "groups": {"type": "object", "minProperties": 2, "additionalProperties": {"type": "string"}},  # name: meaning
        "items": {
            "type": "array",
            "minItems": 3,
            "maxItems": 12,
            "items": {
                "required": ["text", "group"],
                "additionalProperties": False,
                "properties": {"text": {"type": "string"}, "group": {"type": "string"}},
            },
        },
    },
}

_LABELS = "abcdefghijkl"


def _items(spec: Mapping[str, Any]) -> dict[str, Mapping[str, str]]:
    return dict(zip(_LABELS, spec["items"], strict=False))


def shown(spec: Mapping[str, Any]) -> str:
    groups = "\n".join(f"- **{name}**: {meaning}" for name, meaning in spec["groups"].items())
    items = "\n".join(f"- **{label})** {item['text']}" for label, item in _items(spec).items())
    return f"The groups:\n\n{groups}\n\nThe lines:\n\n{items}\n\nType a letter and its group on each line, for example: a - {next(iter(spec['groups']))}"


def blank(spec: Mapping[str, Any]) -> str:
    return "\n".join(f"{label} - " for label in _items(spec))


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return [f"Gives each of the {len(spec['items'])} lines one group", "Each line is in the group where it belongs"]


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    complete, fits = criteria(spec)
    items = _items(spec)
    given = _given(answer, items, list(spec["groups"]))
    if not given:
        return [Criterion(complete, None, "no groups found; type for example: a - " + next(iter(spec["groups"]))), Criterion(fits, None)]
    missing = [label for label in items if label not in given]
    twice = [label for label, groups in given.items() if len(groups) > 1]
    if missing or twice:
        faults = [f"missing: {', '.join(missing)}"] * bool(missing) + [f"in two groups: {', '.join(twice)}"] * bool(twice)
        return [Criterion(complete, False, "; ".join(faults)), Criterion(fits, None)]
    wrong = [label for label in items if given[label] != {items[label]["group"]}]
    return [Criterion(complete, True, f"all {len(items)}"), Criterion(fits, not wrong, f"look again at {', '.join(wrong)}" if wrong else "")]


def _given(answer: str, items: Mapping[str, Mapping[str, str]], groups: list[str]) -> dict[str, set[str]]:
    """Label → the groups it was given (more than one where somebody hedges)."""
    given: dict[str, set[str]] = {}
    texts = {label: item["text"] for label, item in items.items()}
    bare: list[str] = []
    for line in lines_of(answer):
        head, _, rest = re.sub(r"\s-+>?\s|=|→", ":", line, count=1).partition(":")
        group_first = closest(head, groups)
        if rest and group_first and (labels := labels_named(rest, list(items))):
            for label in labels:
                given.setdefault(label, set()).add(group_first)
            continue
        pairs = re.findall(r"(?<![a-z'])([a-l])\b[\W_]{1,6}([a-z][a-z' ]*?)(?=$|[,;.&/]|\s+and\b|\s+or\b|\s+[a-l][\W_])", plain(line))
        matched = [(label, group) for label, text in pairs if label in items and (group := closest(text, groups))]
        for label, group in matched:
            given.setdefault(label, set()).add(group)
        hedge = matched and [g for g in groups if g not in {group for _, group in matched} and re.search(rf"\bor {re.escape(plain(g))}\b", plain(line))]
        for group in hedge or ():
            given[matched[-1][0]].add(group)
        if not matched:
            label_by_text = by_text(head, texts) if rest else None
            group = closest(rest or without_bullet(line), groups)
            if label_by_text and group:
                given.setdefault(label_by_text, set()).add(group)
            elif group:
                bare.append(group)
    if not given and len(bare) == 0 and "," in answer:
        bare = [group for part in answer.split(",") if (group := closest(part, groups))]
    if not given and len(bare) == len(items):
        return {label: {group} for label, group in zip(items, bare, strict=True)}
    return given
