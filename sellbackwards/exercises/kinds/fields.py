"""A small form: "owner: Dana". Each field says what it needs; each need is a criterion."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from sellbackwards.exercises.kinds.text import closest, labelled, number, plain
from sellbackwards.exercises.model import Criterion
from sellbackwards.speech import coach

Check = Callable[[Any, str], tuple[bool | None, str]]
"""(what the author wrote for the check, the field's text) → (met, evidence)."""

_UNKNOWN = re.compile(
    r"^(?:-+|\?+|unknown|not (?:said|known|told|mentioned|clear)|n/?a|none|blank|left blank|nothing|empty"
    r"|(?:we )?don'?t know(?: yet)?)?$"
)


def _is_one_of(wanted: Mapping[str, Any], text: str) -> tuple[bool | None, str]:
    """{right: [names that are right], of: [all names]}: the text names a right one."""
    names = [name for name in wanted["of"] if re.search(rf"\b{re.escape(plain(name))}\b", plain(text))] or [
        closest(text, wanted["of"])
    ]
    if names == [None]:
        return None, f"“{text}” is none of: {', '.join(wanted['of'])}"
    if len(names) > 1:
        return False, f"you named {len(names)}: {', '.join(str(name) for name in names)}"
    return names[0] in wanted["right"], str(names[0])


def _cites(lines: list[Any], text: str) -> tuple[bool | None, str]:
    """Any of these lines of the buyer's is quoted: four of its words in a row, or the whole of a shorter one."""
    said = plain(re.sub(r"[^\w' ]+", " ", plain(text)))
    for line in lines:
        words = plain(re.sub(r"[^\w' ]+", " ", plain(line))).split()
        runs = [" ".join(words[n : n + 4]) for n in range(max(1, len(words) - 3))]
        hit = next((run for run in runs if re.search(rf"\b{re.escape(run)}\b", said)), None)
        if hit:
            return True, hit
    return False, "none of the words that show it"


def _left_blank(_: Any, text: str) -> tuple[bool | None, str]:
    """Nothing was said about it, so nothing belongs here."""
    return bool(_UNKNOWN.match(plain(text))), text and f"where did they say “{text}”?"


def _coached(task: Mapping[str, Any], text: str) -> tuple[bool | None, str]:
    """{pitch: …} or {buyer: …}: passes the coach, as a question of its own would."""
    coaching = coach(text, pitch=task.get("pitch"), buyer=task.get("buyer"))
    open_points = [reason for reason in coaching.reasons if reason.met is not True]
    evidence = "; ".join(f"{reason.criterion}: {reason.evidence or 'not yet'}" for reason in open_points) or text
    return {"passed": True, "not yet": False, "couldn't tell": None}[coaching.outcome], evidence


def _at_most(words: int, text: str) -> tuple[bool | None, str]:
    count = len(text.split())
    return count <= words, f"{count} words"


def _number(wanted: Mapping[str, float], text: str) -> tuple[bool | None, str]:
    """{value: …, within: …}"""
    value = number(text)
    return (
        (None, f"I can't read one number in “{text}”")
        if value is None
        else (abs(value - wanted["value"]) <= wanted["within"], text)
    )


CHECKS: dict[str, Check] = {
    "one_of": _is_one_of,
    "cites": _cites,
    "blank": _left_blank,
    "coach": _coached,
    "words_at_most": _at_most,
    "number": _number,
}

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
                    "needs": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "required": ["say"],
                            "minProperties": 2,
                            "maxProperties": 2,
                            "properties": {"say": {"type": "string"}, **{name: {} for name in CHECKS}},
                            "additionalProperties": False,
                        },
                    },
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


def blank(spec: Mapping[str, Any]) -> str:
    return "\n".join(f"{name}: " for name in _names(spec))


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return [f"{field['name']}: {need['say']}" for field in spec["fields"] for need in field["needs"]]


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    given = labelled(answer, _names(spec))
    return [
        _judge_need(f"{field['name']}: {need['say']}", need, given.get(field["name"], ""))
        for field in spec["fields"]
        for need in field["needs"]
    ]


def _judge_need(text: str, need: Mapping[str, Any], given: str) -> Criterion:
    check = next(name for name in CHECKS if name in need)
    if not given and check != "blank":
        return Criterion(text, False, "nothing filled in")
    return Criterion(text, *CHECKS[check](need[check], given))
