"""A branching talk: the learner picks a reply at each turn; the answer is the letters picked ("b a c")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sellbackwards.exercises.kinds.about import About
from sellbackwards.exercises.model import Criterion

_OPTION = {
    "required": ["text", "to"],
    "additionalProperties": False,
    "properties": {"text": {"type": "string"}, "to": {"type": "string"}},
}
ABOUT = About(short=True, lines=1)
SCHEMA: Mapping[str, Any] = {
    "required": ["start", "nodes", "needs"],
    "properties": {
        "start": {"type": "string"},
        # name → what the buyer says there, and the replies to choose from; a node without replies is an end.
        "nodes": {
            "type": "object",
            "additionalProperties": {
                "required": ["says"],
                "additionalProperties": False,
                "properties": {
                    "says": {"type": "string"},
                    "options": {"type": "array", "minItems": 2, "items": _OPTION},
                },
            },
        },
        # criterion → the nodes one of which the way must pass
        "needs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["say", "passes"],
                "additionalProperties": False,
                "properties": {"say": {"type": "string"}, "passes": {"type": "array", "items": {"type": "string"}}},
            },
        },
    },
}

_LABELS = "abcdefgh"
_END = "Keeps going until the conversation ends"


def shown(spec: Mapping[str, Any]) -> str:
    lines = []
    for name, node in spec["nodes"].items():
        lines.append(f"**{name}**: “{node['says']}”")
        lines += [
            f"- {label}) “{option['text']}” (go to {option['to']})"
            for label, option in zip(_LABELS, node.get("options", ()), strict=False)
        ]
        lines.append("")
    return "\n".join([f"Start at **{spec['start']}**.", "", *lines, "Type the letters of your way, for example: b a c"])


def beside_form(spec: Mapping[str, Any]) -> str:
    return ""


def blank(spec: Mapping[str, Any]) -> str:
    return ""


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return [_END, *(need["say"] for need in spec["needs"])]


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    letters = letters_of(answer)
    way = list(walk(spec, letters))
    if len(way) < 2:
        return [
            Criterion(_END, None, "no letters found; type for example: b a c"),
            *(Criterion(need["say"], None) for need in spec["needs"]),
        ]
    ended, lost = not spec["nodes"][way[-1]].get("options"), len(letters) >= len(way)
    evidence = (
        f"after {len(way) - 1} letters there's nothing more to choose"
        if lost
        else ""
        if ended
        else "there's more to say"
    )
    met = [Criterion(_END, ended and not lost, evidence)]
    for need in spec["needs"]:
        reached = next((n for n, node in enumerate(way) if node in need["passes"]), None)
        met.append(Criterion(need["say"], reached is not None, _said(spec, way, letters, reached)))
    return met


def letters_of(answer: str) -> list[str]:
    """The letters of a way: "b a c", "B) A) C)" or "bac"."""
    return re.findall(r"(?<![a-z])[a-h](?![a-z])", answer.casefold()) or list(re.sub(r"[^a-h]", "", answer.casefold()))


def goes_on(spec: Mapping[str, Any], answer: str) -> bool:
    """Whether a talk has begun and isn't over."""
    way = list(walk(spec, letters_of(answer)))
    return len(way) > 1 and bool(spec["nodes"][way[-1]].get("options"))


def replies(spec: Mapping[str, Any], answer: str) -> list[tuple[str, str]]:
    """(letter, what the learner says with it), for each step of a way."""
    letters = letters_of(answer)
    way = list(walk(spec, letters))
    return [(letters[n], _said(spec, way, letters, n + 1)) for n in range(len(way) - 1)]


def _said(spec: Mapping[str, Any], way: list[str], letters: list[str], reached: int | None) -> str:
    """The reply that led to a place on the way; nothing led to its start."""
    if not reached:
        return ""
    return f"“{spec['nodes'][way[reached - 1]]['options'][_LABELS.index(letters[reached - 1])]['text']}”"


def walk(spec: Mapping[str, Any], letters: list[str]) -> Iterator[str]:
    """The nodes that these replies lead through, the start first; stops where a letter has no reply."""
    here = spec["start"]
    yield here
    for letter in letters:
        options = dict(zip(_LABELS, spec["nodes"][here].get("options", ()), strict=False))
        if letter not in options:
            return
        here = options[letter]["to"]
        yield here
