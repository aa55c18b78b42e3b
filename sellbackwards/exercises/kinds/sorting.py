"""Give each item a group: "a - forward", "a forward, b backward", "forward: a, c", or one group a line in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.kinds.parsing import (
    by_text,
    closest,
    labels_named,
    lines_of,
    plain,
    told_by,
    without_bullet,
)
from sellbackwards.exercises.kinds.about import About
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
    items = "\n".join(f"- **{label})** {item['text']}" for label, item in _items(spec).items())
    how = f"Type a letter and its group on each line, for example: a - {next(iter(spec['groups']))}"
    return f"{beside_form(spec)}\n\nThe lines:\n\n{items}\n\n{how}"


def beside_form(spec: Mapping[str, Any]) -> str:
    groups = "\n".join(f"- **{name}**: {meaning}" for name, meaning in spec["groups"].items())
    return f"The groups:\n\n{groups}"


def blank(spec: Mapping[str, Any]) -> str:
    return "\n".join(f"{label} - " for label in _items(spec))


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return [f"Gives each of the {len(spec['items'])} lines one group", "Each line is in the group where it belongs"]


ABOUT = About(short=True, lines=0, generic=criteria)


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    complete, fits = criteria(spec)
    items = _items(spec)
    given = groups_given(spec, answer)
    if not given:
        return [
            Criterion(complete, None, "no groups found; type for example: a - " + next(iter(spec["groups"]))),
            Criterion(fits, None),
        ]
    missing = [label for label in items if label not in given]
    twice = [label for label, groups in given.items() if len(groups) > 1]
    if missing or twice:
        faults = [f"missing: {', '.join(missing)}"] * bool(missing) + [f"in two groups: {', '.join(twice)}"] * bool(
            twice
        )
        return [Criterion(complete, False, "; ".join(faults)), Criterion(fits, None)]
    wrong = [label for label in items if given[label] != {items[label]["group"]}]
    return [
        Criterion(complete, True),
        Criterion(fits, not wrong, f"look again at {', '.join(wrong)}" if wrong else ""),
    ]


def groups_given(spec: Mapping[str, Any], answer: str) -> dict[str, set[str]]:
    """Label → the groups it was given (more than one where somebody hedges)."""
    items, means_of = _items(spec), spec["groups"]
    groups = list(means_of)
    given: dict[str, set[str]] = {}
    texts = {label: item["text"] for label, item in items.items()}
    bare: list[str] = []
    initials = {plain(group)[0]: group for group in groups}
    for line in _parts(_group_lines(answer, groups)):
        head, _, rest = re.sub(r"\s-+>?\s|=|→", ":", line, count=1).partition(":")
        group_first = closest(head, groups)
        if rest and group_first and (labels := labels_named(rest, list(items))):
            for label in labels:
                given.setdefault(label, set()).add(group_first)
            continue
        only = re.fullmatch(r"\W*([a-l])[\W_]{1,4}(.{4,})", plain(line))  # "d = the seller", "f - who runs the hotel"
        if only and only[1] in items and not re.search(r"[,;&/]|\b[b-l]\W", only[2]):
            whole = re.sub(r"^(?:the|an?|to|with) ", "", only[2])
            meant = closest(whole, groups) or told_by(
                only[2], {name: f"{name} {means}" for name, means in means_of.items()}
            )
            if meant:
                given.setdefault(only[1], set()).add(meant)
                continue
        short = re.fullmatch(r"([a-l])[\W_]{1,4}([a-z])", plain(line))
        if short and short[1] in items and len(initials) == len(groups) and short[2] in initials:  # "a f"
            given.setdefault(short[1], set()).add(initials[short[2]])
            continue
        pairs = re.findall(
            r"(?<![a-z'])([a-l])\b[\W_]{1,6}([a-z][a-z' ]*?)(?=$|[,;.&/]|\s+and\b|\s+or\b|\s+[a-l][\W_])", plain(line)
        )
        matched = [(label, group) for label, text in pairs if label in items and (group := closest(text, groups))]
        for label, group in matched:
            given.setdefault(label, set()).add(group)
        if matched:  # "a - forward or backward" hedges: both groups are given to it
            given[matched[-1][0]].update(
                group for group in groups if re.search(rf"\b(?:or|and) {re.escape(plain(group))}\b", plain(line))
            )
        else:
            repeated = by_text(head, texts) if rest else None
            means = closest(rest or without_bullet(line), groups)
            if repeated and means:
                given.setdefault(repeated, set()).add(means)
            elif means:
                bare.append(means)
    if not given and len(bare) == 0 and "," in answer:
        bare = [group for part in answer.split(",") if (group := closest(part, groups))]
    if not given and len(bare) == len(items):
        return {label: {group} for label, group in zip(items, bare, strict=True)}
    return given


def _parts(lines: list[str]) -> list[str]:
    """Lines; one of short pairs, "a f, b b, c f", becomes a line a pair."""
    pair = re.compile(r"\s*[a-l][\W_]{1,4}[a-z]\s*", re.IGNORECASE)
    return [
        part
        for line in lines
        for part in (re.split(r"[,;]", line) if all(map(pair.fullmatch, re.split(r"[,;]", line))) else [line])
    ]


def _group_lines(answer: str, groups: list[str]) -> list[str]:
    """The lines of an answer; "Forward a c. Backward b" becomes a line a group."""
    names = "|".join(re.escape(plain(group)) for group in groups)
    found = []
    for line in lines_of(answer):
        parts = re.split(rf"(?i)(?=\b(?:{names})\b)", line)
        group_first = len(parts) > 2 and not parts[0].strip()
        found += (
            [re.sub(rf"(?i)^((?:{names}))\b[\s:]*(.*?)[\s.;,]*$", r"\1: \2", part) for part in parts if part]
            if group_first
            else [line]
        )
    return found
