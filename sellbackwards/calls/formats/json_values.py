"""What single values of a JSON document say: who, when, in which unit, and on whose side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sellbackwards.calls.clock import any_seconds
from sellbackwards.calls.formats.json_keys import END, NAME, START

_OURS = re.compile(r"internal|agent|rep|host|seller|company|employee", re.I)


_THEIRS = re.compile(r"external|customer|client|guest|prospect|buyer|contact|caller", re.I)


Time = tuple[float, float | None]  # a number, and how many seconds its unit has, None where the file doesn't say


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


def plain_value(value: Any) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


_SPANS = ("offsets", "timestamps", "timestamp", "timespan", "range", "interval", "span", "time", "timing", "times")


def span_of(own: dict[str, Any]) -> tuple[Time, Time] | None:
    """The times of a dict that has them as "from" and "to", by itself or under "timestamps", "offsets" and the like."""
    for place in (own, *(own[key] for key in _SPANS if key in own)):
        if isinstance(place, list) and len(place) == 2:
            place = {"from": place[0], "to": place[1]}
        if isinstance(place, dict) and place is not own and "from" not in place:
            inner = plain_keys(place)
            start_time, end_time = time_of(inner, START), time_of(inner, END)
            if start_time is not None and end_time is not None:
                return start_time, end_time
        if isinstance(place, dict) and "from" in place and "to" in place:
            start, end = any_seconds(place["from"]), any_seconds(place["to"])
            if start is not None and end is not None:
                return (start, _unit_in("", place["from"])), (end, _unit_in("", place["to"]))
    return None


def is_who(value: Any) -> bool:
    if isinstance(value, list) and len(value) == 1:  # who was heard at that moment
        value = value[0]
    return plain_value(value) or (isinstance(value, dict) and 0 < len(value) <= 40)


def time_of(own: dict[str, Any], keys: Sequence[str]) -> Time | None:
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
        value = next((own[k] for k in (*NAME, "user") if is_who(own.get(k))), None)
    return str(value) if plain_value(value) else None
