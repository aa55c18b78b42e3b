"""Walk a JSON document: collect its texts with who says them and when, and its tables of speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from sellbackwards.calls.clock import any_seconds
from sellbackwards.calls.decoding import visible
from sellbackwards.calls.formats.base import Refusal
from sellbackwards.calls.formats.json_keys import CHANNEL, DURATION, END, ID, NAME, SPEAKER, START, TEXT, WEAK
from sellbackwards.calls.formats.json_values import (
    Time,
    is_who,
    plain_keys,
    plain_value,
    side_of,
    span_of,
    time_of,
    who_of,
)

OTHER_FORMAT = "Ask the tool for the transcript as .vtt, .srt or .txt."

_PEOPLE = re.compile(r"speaker|participant|part(?:y|ies)|attendee|user|member|people|person|contact|invitee", re.I)


_BEST_ONLY = ("alternatives", "nbest")  # lists of guesses at the same words: only the first counts


_MOST = 3_000_000  # values that are looked at


@dataclass(slots=True)
class Said:
    """A text of the document, and what stands beside it or above it."""

    text: str
    who: tuple[Any, Any, Any] = (None, None, None)  # by a speaker's key, by a weaker one, by its channel
    start: Time | None = None
    end: Time | None = None
    kind: str = ""


@dataclass(slots=True)
class Found:
    """What a walk through a document gathers."""

    places: dict[str, list[Said]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    sides: dict[str, str] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)  # names whose numbers are their ids
    labels: dict[float, Any] = field(default_factory=dict)  # who speaks from when, where the words stand elsewhere


@dataclass(slots=True, frozen=True)
class _Above:
    """What a dict takes over from those above it."""

    strong: Any = None
    weak: Any = None
    weak_depth: int = 0
    channel: Any = None
    start: Time | None = None
    end: Time | None = None


def walk(data: Any) -> Found:
    """Everything in document order, without recursion."""
    found = Found()
    stack: list[tuple[Any, str, str, _Above]] = [(data, "", "", _Above())]
    seen = 0
    while stack:
        node, path, key, above = stack.pop()
        seen += 1
        if seen > _MOST:
            raise Refusal("the whole file", "It holds more values than any call has.", OTHER_FORMAT)
        if isinstance(node, list):
            if key in _BEST_ONLY:
                node = node[:1]
            if _PEOPLE.search(key) and node and all(isinstance(one, str) and len(one) < 60 for one in node[:50]):
                found.listed = found.listed or node[:50]
            if _one_key_each(node):
                for who, said in (next(iter(one.items())) for one in node if isinstance(one, dict) and one):
                    if isinstance(said, str):
                        found.places.setdefault(f"{path}.#", []).append(
                            Said(said, (who, None, None), above.start, above.end)
                        )
                continue
            many = len(node) > 1 and key == "channels"
            below = [
                (one, path, key, replace(above, channel=n) if many and above.channel is None else above)
                for n, one in enumerate(node)
            ]
            if key_of_rows := _rows_of_lists(node):
                found.places.setdefault(f"{path}.#", []).extend(_from_rows(node, key_of_rows, above))
                continue
            stack.extend(row for row in reversed(below) if isinstance(row[0], dict | list))
        elif isinstance(node, dict):
            own = plain_keys(node)
            here = _taken(own, above)
            said = next((own[k] for k in TEXT if k in own and isinstance(own[k], str) and own[k]), None)
            if said is None and own.keys() & _WHO:
                said = next((_lines(own[k]) for k in (*TEXT, "lines", "texts") if _lines(own.get(k))), None)
            if said is None and (own.keys() & _WHO):
                said = _longest(own)
            if _PEOPLE.search(key) and (said is None or "name" in own):
                _person(node, own, found)
            if said is not None:
                kind = own.get("type")
                found.places.setdefault(path, []).append(
                    Said(
                        said,
                        (here.strong, here.weak, here.channel),
                        here.start,
                        here.end,
                        kind if isinstance(kind, str) else "",
                    )
                )
            elif here.strong is not None and here.start is not None and plain_value(here.strong):
                found.labels.setdefault(here.start[0], here.strong)
            stack.extend(
                (value, f"{path}.{plain if plain[:1].isalpha() else '#'}", plain, here)
                for plain, value in reversed(own.items())
                if isinstance(value, dict | list)
            )
    return found


def _lines(value: Any) -> str:
    """A text that is written as a list of lines."""
    if isinstance(value, list) and 0 < len(value) <= 200 and all(isinstance(line, str) for line in value):
        return " ".join(value)
    return ""


def _one_key_each(node: list[Any]) -> bool:
    """Is it a list such as [{"agent": "Good morning."}, {"customer": "Hello."}]?"""
    rows = [one for one in node[:200] if isinstance(one, dict) and len(one) == 1]
    names = {next(iter(one)) for one in rows}
    spoken = all(isinstance(next(iter(one.values())), str) for one in rows)
    return len(rows) == len(node[:200]) and len(rows) >= 4 and spoken and 1 < len(names) <= len(rows) // 2


def _rows_of_lists(node: list[Any]) -> tuple[int, int | None, list[int]] | None:
    """(text, speaker, numbers): the columns of a list of lists, ["Anna", "Good morning."] or ["good", 0.1, 0.5]."""
    rows = node[:200]
    if not rows or not all(isinstance(row, list) and 2 <= len(row) <= 6 and len(row) == len(rows[0]) for row in rows):
        return None
    texts = [n for n in range(len(rows[0])) if all(isinstance(row[n], str) for row in rows)]
    numbers = [
        n for n in range(len(rows[0])) if n not in texts and all(any_seconds(row[n]) is not None for row in rows)
    ]
    if not texts or (len(texts) == 1 and not numbers):
        return None
    said = max(texts, key=lambda n: sum(len(row[n]) for row in rows))
    who = next((n for n in texts if n != said and len({row[n] for row in rows}) <= max(2, len(rows) // 2)), None)
    return said, who, numbers


def _from_rows(node: list[Any], columns: tuple[int, int | None, list[int]], above: _Above) -> Iterator[Said]:
    said, who, numbers = columns
    for row in node:
        if isinstance(row, list) and len(row) > max(said, who or 0, *numbers, 0) and isinstance(row[said], str):
            times: list[Time | None] = [(any_seconds(row[n]) or 0.0, None) for n in numbers[:2]]
            start, end = (*times, None, None)[:2]
            by = (row[who] if who is not None else above.strong, above.weak, above.channel)
            yield Said(row[said], by, start, end)


_WHO = {*SPEAKER, *WEAK}


_NO_SPEECH = ("title", "topic", "summary", "company", "name", "label", "type", "id")


def _longest(own: dict[str, Any]) -> str | None:
    """The text under a key that no list knows: the longest of more than one word that is no name, time or address."""
    texts = [
        value
        for key, value in own.items()
        if isinstance(value, str) and " " in value.strip() and "://" not in value and key not in _WHO
        and key not in START and not key.endswith(_NO_SPEECH)
    ]  # fmt: skip
    return max(texts, key=len, default=None)


def _taken(own: dict[str, Any], above: _Above) -> _Above:
    """What a dict says of who and when, or else what was said above it."""
    span = span_of(own)
    if span is not None and "from" in own:
        own = {key: value for key, value in own.items() if key not in ("from", "to")}
    strong = next((own[k] for k in SPEAKER if k in own and is_who(own[k])), None)
    weak = next((own[k] for k in WEAK if k in own and is_who(own[k])), None)
    channel = next((own[k] for k in CHANNEL if k in own and plain_value(own[k])), None)
    start, end = span or (time_of(own, START), time_of(own, END))
    if start is not None and end is None and (long := time_of(own, DURATION)) is not None and long[1] == start[1]:
        end = (start[0] + long[0], start[1])
    depth = 0 if weak is not None else above.weak_depth + 1
    return _Above(
        strong if strong is not None else above.strong,
        weak if weak is not None else above.weak if depth <= 2 else None,
        depth,
        channel if channel is not None else above.channel,
        start if start is not None else above.start,
        end if start is not None else above.end,
    )


def _person(node: dict[str, Any], own: dict[str, Any], found: Found) -> None:
    """An entry of a table of speakers: ids to names, and who belongs to whom."""
    name = next((own[k] for k in NAME if isinstance(own.get(k), str) and own[k].strip()), None)
    if name is None:
        for key, value in node.items():  # {"0": "Maya"} or {"S1": {"name": "Maya"}}
            named = value if isinstance(value, str) else who_of(value) if isinstance(value, dict) else None
            if named and len(node) <= 100 and len(key) <= 40:
                found.names.setdefault(str(key), visible(named))
        return
    if "/" in name:  # the address of a person; the name stands below it
        below = [plain_keys(value) for value in own.values() if isinstance(value, dict)]
        shown = next((one[k] for one in below for k in NAME if isinstance(one.get(k), str)), None)
        if shown:
            found.names.setdefault(name, visible(shown))
            name = shown
    name = visible(" ".join(name.split()))
    for key in ID:
        if plain_value(own.get(key)) and str(own[key]) != name:
            found.names.setdefault(str(own[key]), name)
    side = side_of(own)
    if side:
        found.sides.setdefault(name, side)
