"""Walk a JSON document: collect its texts with who says them and when, and its tables of speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sellbackwards.calls.clock import any_seconds
from sellbackwards.calls.decoding import visible
from sellbackwards.calls.formats.base import Refusal
from sellbackwards.calls.formats.json_keys import CHANNEL, DURATION, END, ID, NAME, SPEAKER, START, TEXT, WEAK

OTHER_FORMAT = "Ask the tool for the transcript as .vtt, .srt or .txt."

_PEOPLE = re.compile(r"speaker|participant|part(?:y|ies)|attendee|user|member|people|person|contact|invitee", re.I)


_BEST_ONLY = ("alternatives", "nbest")  # lists of guesses at the same words: only the first counts


_OURS = re.compile(r"internal|agent|rep|host|seller|company|employee", re.I)


_THEIRS = re.compile(r"external|customer|client|guest|prospect|buyer|contact|caller", re.I)


_MOST = 3_000_000  # values that are looked at


Time = tuple[float, float | None]  # a number, and how many seconds its unit has, None where the file doesn't say


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


_KEYS: dict[str, str] = {}


def plain_keys(node: dict[str, Any]) -> dict[str, Any]:
    """The same dict with its keys in lower case, letters only."""
    out: dict[str, Any] = {}
    for key, value in node.items():
        plain = _KEYS.get(key)
        if plain is None:
            plain = re.sub(r"[^a-z]", "", key[:60].lower()) or key  # "0", "1" stay apart
            if len(_KEYS) < 5000:
                _KEYS[key] = plain
        out.setdefault(plain, value)
    return out


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
            elif here.strong is not None and here.start is not None and _plain_value(here.strong):
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


def _plain_value(value: Any) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _taken(own: dict[str, Any], above: _Above) -> _Above:
    """What a dict says of who and when, or else what was said above it."""
    span = _span(own)
    if span is not None and "from" in own:
        own = {key: value for key, value in own.items() if key not in ("from", "to")}
    strong = next((own[k] for k in SPEAKER if k in own and _is_who(own[k])), None)
    weak = next((own[k] for k in WEAK if k in own and _is_who(own[k])), None)
    channel = next((own[k] for k in CHANNEL if k in own and _plain_value(own[k])), None)
    start, end = span or (_time(own, START), _time(own, END))
    if start is not None and end is None and (long := _time(own, DURATION)) is not None and long[1] == start[1]:
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


_SPANS = ("offsets", "timestamps", "timestamp", "timespan", "range", "interval", "span", "time", "timing", "times")


def _span(own: dict[str, Any]) -> tuple[Time, Time] | None:
    """The times of a dict that has them as "from" and "to", by itself or under "timestamps", "offsets" and the like."""
    for place in (own, *(own[key] for key in _SPANS if key in own)):
        if isinstance(place, list) and len(place) == 2:
            place = {"from": place[0], "to": place[1]}
        if isinstance(place, dict) and place is not own and "from" not in place:
            inner = plain_keys(place)
            start_time, end_time = _time(inner, START), _time(inner, END)
            if start_time is not None and end_time is not None:
                return start_time, end_time
        if isinstance(place, dict) and "from" in place and "to" in place:
            start, end = any_seconds(place["from"]), any_seconds(place["to"])
            if start is not None and end is not None:
                return (start, _unit_in("", place["from"])), (end, _unit_in("", place["to"]))
    return None


def _is_who(value: Any) -> bool:
    if isinstance(value, list) and len(value) == 1:  # who was heard at that moment
        value = value[0]
    return _plain_value(value) or (isinstance(value, dict) and 0 < len(value) <= 40)


def _time(own: dict[str, Any], keys: Sequence[str]) -> Time | None:
    for key in keys:
        if key in own:
            value = own[key]
            if isinstance(value, dict):
                value = plain_keys(value)
                if "seconds" in value or "nanos" in value:
                    value = (any_seconds(value.get("seconds", 0)) or 0.0) + 1e-9 * (
                        any_seconds(value.get("nanos", 0)) or 0.0
                    )
                    return value, 1.0
                value = value.get("relative")
            number = any_seconds(value)
            if number is not None:
                return number, _unit_in(key, value)
    if keys is START:  # "snippet_time", under a name of its own
        for key, value in own.items():
            if key.endswith(("time", "start", "timestamp")) and "end" not in key and "duration" not in key:
                number = any_seconds(value)
                if number is not None:
                    return number, _unit_in(key, value)
    return None


def _unit_in(key: str, value: Any) -> float | None:
    """What a key ("startMs") or a value ("1.5s", a clock) says of its unit; None where neither does."""
    if key.endswith(("ms", "millis", "milliseconds")) and not key.endswith("items"):
        return 1e-3
    if key.endswith("ticks"):
        return 1e-7
    if key.endswith(("sec", "seconds")) or key == "secondsfromstart":
        return 1.0
    return 1.0 if isinstance(value, str) and not re.fullmatch(r"-?\d+(?:\.\d+)?", value.strip()) else None


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
        if _plain_value(own.get(key)) and str(own[key]) != name:
            found.names.setdefault(str(own[key]), name)
    side = side_of(own)
    if side:
        found.sides.setdefault(name, side)


def side_of(own: dict[str, Any]) -> str | None:
    """ "seller" or "buyer", as a person's own plain values say it ("isInternal", "role"); None where they don't.

    `own`: the values by their keys as `plain_keys` gives them.
    """
    for key in ("isrep", "isinternal", "isagent", "isseller"):
        if isinstance(own.get(key), bool):
            return "seller" if own[key] else "buyer"
    for key in ("affiliation", "participanttype", "side", "persontype", "usertype", "role", "type"):
        value = own.get(key)
        if isinstance(value, str) and len(value) < 30:
            if _OURS.fullmatch(value):
                return "seller"
            if _THEIRS.fullmatch(value):
                return "buyer"
    return None


def who_of(value: Any) -> str | None:
    """A speaker's name out of a value: a text, a number, or a dict with a name or an id in it."""
    for _ in range(4):
        if isinstance(value, list) and value:
            value = value[0]
        if not isinstance(value, dict):
            break
        own = plain_keys(value)
        value = next((own[k] for k in (*NAME, "user") if _is_who(own.get(k))), None)
    return str(value) if _plain_value(value) else None
