"""JSON by its shape, whichever program wrote it: any list of things that hold text, with who says it and when.

Texts at the same place of the document ("results.utterances") belong together. Who speaks and when may stand beside the
text or above it; ids are looked up in tables of speakers. Of several places, the one with most words by known speakers
is the transcript.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sellbackwards.calls.call import Cue, Script
from sellbackwards.calls.clock import any_seconds, unit_of
from sellbackwards.calls.decoding import visible
from sellbackwards.calls.formats.base import Refusal
from sellbackwards.calls.formats.markup import visible_text

# Keys in lower case, letters only ("speaker_name" and "speakerName" are one); of several, the first wins.
_TEXT_KEYS = """
    punctuatedword displaytext text content transcript sentence utterance display spokentext transcripttext body message
    value word caption line said statement speech msg
"""
_SPEAKER_KEYS = """
    speakername speakerdisplayname speakerfullname participantname speaker speakerlabel speakerid speakertag
    speakerlabels
    speakernumber speakerindex spk spkid participant participantrole participantid monologuespeaker talker
"""
_WEAK_KEYS = """
    displayname realname fullname personname author sender sendername username userprofile user from who role persona
    participanttype side name userid by users speakers participants personid personname attendee attendeeid agentid
    contactid
"""
_CHANNEL_KEYS = "channellabel channeltag channelid channel channelindex"
_NAME_KEYS = "displayname realname fullname speakername name username label identifier email id userid"
_ID_KEYS = (
    "id speakerid spkid userid participantid personid index label number speaker speakerindex identifier speakertag"
)
_START_KEYS = """
    start starttime startms starttimems starttimemillis startmillis startmilliseconds startoffsetmillis
    beginoffsetmillis
    startsec startseconds starttimeseconds startinseconds startoffset begin begintime beginoffset startts
    offsetmilliseconds offsetinticks offsetms ts time timestamp timecode offset starttimestamp startedat createdat
    createddatetime sentat date datetime at s secondsfromstart
"""
_END_KEYS = """
    end endtime endms endtimems endtimemillis endmillis endmilliseconds endoffsetmillis endsec endseconds endtimeseconds
    endinseconds endoffset stop stoptime endts endtimestamp endedat e
"""
_DURATION_KEYS = "durationms durationmillis durationmilliseconds durationinticks duration durationseconds"
_TEXT, _SPEAKER, _WEAK, _CHANNEL, _NAME, _ID, _START, _END, _DURATION = (
    tuple(keys.split())
    for keys in (
        _TEXT_KEYS, _SPEAKER_KEYS, _WEAK_KEYS, _CHANNEL_KEYS, _NAME_KEYS, _ID_KEYS, _START_KEYS, _END_KEYS,
        _DURATION_KEYS
    )
)  # fmt: skip
_PEOPLE = re.compile(r"speaker|participant|part(?:y|ies)|attendee|user|member|people|person|contact|invitee", re.I)
_BEST_ONLY = ("alternatives", "nbest")  # lists of guesses at the same words: only the first counts
_OURS = re.compile(r"internal|agent|rep|host|seller|company|employee", re.I)
_THEIRS = re.compile(r"external|customer|client|guest|prospect|buyer|contact|caller", re.I)
_MOST = 3_000_000  # values that are looked at

_Time = tuple[float, float | None]  # a number, and how many seconds its unit has, None where the file doesn't say


@dataclass(slots=True)
class _Said:
    """A text of the document, and what stands beside it or above it."""

    text: str
    who: tuple[Any, Any, Any] = (None, None, None)  # by a speaker's key, by a weaker one, by its channel
    start: _Time | None = None
    end: _Time | None = None
    kind: str = ""


@dataclass(slots=True)
class _Found:
    """What a walk through a document gathers."""

    places: dict[str, list[_Said]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    sides: dict[str, str] = field(default_factory=dict)
    labels: dict[float, Any] = field(default_factory=dict)  # who speaks from when, where the words stand elsewhere


def read_json(text: str) -> Script | None:
    """The talk of a JSON document or of JSON Lines; None where the text is neither."""
    if not re.match(r'\s*[\[{]\s*(?:["{\[\]}]|$)', text[:400]):
        return None
    if re.search(r'"(?:openapi|swagger|\$schema|schemas|\$ref|definitions)"', text[:20_000]):
        problem = "This is a schema: it describes transcripts and holds none."
        raise Refusal("line 1", problem, "Ask the tool for the transcript of what was said (.vtt, .srt or .txt).")
    found = _walk(_loaded(text))
    said = _transcript(found)
    absolute = _absolute(said)
    unit = 1.0 if absolute else unit_of((s.start[0] for s in said if s.start and s.start[1] is None), _words(said))
    cues = _joined([(s, _seconds(s.start, unit, absolute), _seconds(s.end, unit, absolute)) for s in said], found)
    starts = [cue.start for cue in cues if cue.start is not None]
    span = max(starts, default=0.0) - min(starts, default=0.0)
    typed = absolute and span > 120 and _words(said) / (span / 60) < 40
    guess = "The times are dates and far apart, so this was taken for typed messages." if typed else ""
    return Script(cues, guess=guess, typed=typed, sides=found.sides)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise Refusal("line 1", "This JSON is nested too deep to be a transcript.", _OTHER) from None
    except ValueError as error:
        rows = [line for line in text.split("\n") if line.strip()]
        try:  # JSON Lines
            return [json.loads(row) for row in rows]
        except (ValueError, RecursionError):
            line = getattr(error, "lineno", 1)
            problem = "This is JSON, but broken here or cut short."
            raise Refusal(f"line {line}", problem, "Download it again; the file may not be complete.") from None


_OTHER = "Ask the tool for the transcript as .vtt, .srt or .txt."


_KEYS: dict[str, str] = {}


def _plain_keys(node: dict[str, Any]) -> dict[str, Any]:
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
    start: _Time | None = None
    end: _Time | None = None


def _walk(data: Any) -> _Found:
    """Everything in document order, without recursion."""
    found = _Found()
    stack: list[tuple[Any, str, str, _Above]] = [(data, "", "", _Above())]
    seen = 0
    while stack:
        node, path, key, above = stack.pop()
        seen += 1
        if seen > _MOST:
            raise Refusal("the whole file", "It holds more values than any call has.", _OTHER)
        if isinstance(node, list):
            if key in _BEST_ONLY:
                node = node[:1]
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
            own = _plain_keys(node)
            here = _taken(own, above)
            said = next((own[k] for k in _TEXT if isinstance(own.get(k), str) and own[k]), None)
            if said is None and (own.keys() & _WHO):
                said = _longest(own)
            if _PEOPLE.search(key) and (said is None or "name" in own):
                _person(node, own, found)
            if said is not None:
                kind = own.get("type")
                found.places.setdefault(path, []).append(
                    _Said(
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


def _rows_of_lists(node: list[Any]) -> tuple[int, int | None, list[int]] | None:
    """(text, speaker, numbers): the columns of a list of lists such as ["Anna", "Good morning."] or ["good", 0.1, 0.5]."""
    rows = node[:200]
    if not rows or not all(isinstance(row, list) and 2 <= len(row) <= 6 and len(row) == len(rows[0]) for row in rows):
        return None
    texts = [n for n in range(len(rows[0])) if all(isinstance(row[n], str) for row in rows)]
    numbers = [n for n in range(len(rows[0])) if n not in texts and all(any_seconds(row[n]) is not None for row in rows)]
    if not texts or (len(texts) == 1 and not numbers):
        return None
    said = max(texts, key=lambda n: sum(len(row[n]) for row in rows))
    who = next((n for n in texts if n != said and len({row[n] for row in rows}) <= max(2, len(rows) // 2)), None)
    return said, who, numbers


def _from_rows(node: list[Any], columns: tuple[int, int | None, list[int]], above: _Above) -> Iterator[_Said]:
    said, who, numbers = columns
    for row in node:
        if isinstance(row, list) and len(row) > max(said, who or 0, *numbers, 0) and isinstance(row[said], str):
            times: list[_Time | None] = [(any_seconds(row[n]) or 0.0, None) for n in numbers[:2]]
            start, end = (*times, None, None)[:2]
            by = (row[who] if who is not None else above.strong, above.weak, above.channel)
            yield _Said(row[said], by, start, end)


_WHO = {*_SPEAKER, *_WEAK}


_NO_SPEECH = ("title", "topic", "summary", "company", "name", "label", "type", "id")


def _longest(own: dict[str, Any]) -> str | None:
    """The text under a key that no list knows: the longest of more than one word that is no name, time or address."""
    texts = [
        value
        for key, value in own.items()
        if isinstance(value, str) and " " in value.strip() and "://" not in value and key not in _WHO
        and key not in _START and not key.endswith(_NO_SPEECH)
    ]  # fmt: skip
    return max(texts, key=len, default=None)


def _plain_value(value: Any) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _taken(own: dict[str, Any], above: _Above) -> _Above:
    """What a dict says of who and when, or else what was said above it."""
    span = _span(own)
    if span is not None and "from" in own:
        own = {key: value for key, value in own.items() if key not in ("from", "to")}
    strong = next((own[k] for k in _SPEAKER if _is_who(own.get(k))), None)
    weak = next((own[k] for k in _WEAK if _is_who(own.get(k))), None)
    channel = next((own[k] for k in _CHANNEL if _plain_value(own.get(k))), None)
    start, end = span or (_time(own, _START), _time(own, _END))
    if start is not None and end is None and (long := _time(own, _DURATION)) is not None and long[1] == start[1]:
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


def _span(own: dict[str, Any]) -> tuple[_Time, _Time] | None:
    """The times of a dict that has them as "from" and "to", by itself or under "timestamps", "offsets" and the like."""
    for place in (own, *(own[key] for key in ("offsets", "timestamps", "timespan", "range", "interval") if key in own)):
        if isinstance(place, dict) and "from" in place and "to" in place:
            start, end = any_seconds(place["from"]), any_seconds(place["to"])
            if start is not None and end is not None:
                return (start, _unit_in("", place["from"])), (end, _unit_in("", place["to"]))
    return None


def _is_who(value: Any) -> bool:
    if isinstance(value, list) and len(value) == 1:  # who was heard at that moment
        value = value[0]
    return _plain_value(value) or (isinstance(value, dict) and 0 < len(value) <= 40)


def _time(own: dict[str, Any], keys: Sequence[str]) -> _Time | None:
    for key in keys:
        if key in own:
            value = own[key]
            if isinstance(value, dict):
                value = _plain_keys(value)
                if "seconds" in value or "nanos" in value:
                    value = (any_seconds(value.get("seconds", 0)) or 0.0) + 1e-9 * (
                        any_seconds(value.get("nanos", 0)) or 0.0
                    )
                    return value, 1.0
                value = value.get("relative")
            number = any_seconds(value)
            if number is not None:
                return number, _unit_in(key, value)
    if keys is _START:  # "snippet_time", under a name of its own
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


def _person(node: dict[str, Any], own: dict[str, Any], found: _Found) -> None:
    """An entry of a table of speakers: ids to names, and who belongs to whom."""
    name = next((own[k] for k in _NAME if isinstance(own.get(k), str) and own[k].strip()), None)
    if name is None:
        for key, value in node.items():  # {"0": "Maya"} or {"S1": {"name": "Maya"}}
            named = value if isinstance(value, str) else _who(value) if isinstance(value, dict) else None
            if named and len(node) <= 100 and len(key) <= 40:
                found.names.setdefault(str(key), visible(named))
        return
    if "/" in name:  # the address of a person; the name stands below it
        below = [_plain_keys(value) for value in own.values() if isinstance(value, dict)]
        shown = next((one[k] for one in below for k in _NAME if isinstance(one.get(k), str)), None)
        if shown:
            found.names.setdefault(name, visible(shown))
            name = shown
    name = visible(" ".join(name.split()))
    for key in _ID:
        if _plain_value(own.get(key)) and str(own[key]) != name:
            found.names.setdefault(str(own[key]), name)
    side = _side(own)
    if side:
        found.sides.setdefault(name, side)


def _side(own: dict[str, Any]) -> str | None:
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


def _who(value: Any) -> str | None:
    """A speaker's name out of a value: a text, a number, or a dict with a name or an id in it."""
    for _ in range(4):
        if isinstance(value, list) and value:
            value = value[0]
        if not isinstance(value, dict):
            break
        own = _plain_keys(value)
        value = next((own[k] for k in (*_NAME, "user") if _is_who(own.get(k))), None)
    return str(value) if _plain_value(value) else None


def _words(said: Sequence[_Said]) -> int:
    return sum(len(one.text.split()) for one in said)


def _transcript(found: _Found) -> list[_Said]:
    """The texts of the place with most words by known speakers; of equals, the one with times and longer texts."""
    best: tuple[tuple[bool, float, bool, float], list[_Said]] | None = None
    most = 0
    for said in found.places.values():
        said = _with_speakers(said, found)
        words = sum(len(one.text.split()) for one in said if one.who[0] is not None)
        people = {_who(one.who[0]) for one in said}
        if not words:
            continue
        most = max(most, words)
        timed = sum(one.start is not None for one in said) > len(said) / 2
        rank = (len(people - {None}) > 1, words if words < 0.9 * most else float("inf"), timed, words / len(said))
        if best is None or (
            (rank[0], words * 1.1) > (best[0][0], _words(best[1]))
            and (words > 1.1 * _words(best[1]) or rank[0] > best[0][0] or rank[2:] > best[0][2:])
        ):
            best = rank, said
    if best is not None:
        return _spoken(best[1])
    if sum(map(_words, found.places.values())) >= 20:
        problem = "This JSON holds words, and not who says them."
        raise Refusal(
            "the whole file", problem, "Switch on speaker names (“diarization”) in the tool, and export again."
        )
    remedy = "Ask the tool for the transcript of what was said (.vtt, .srt or .txt)."
    raise Refusal("line 1", "This is JSON, not a transcript.", remedy)


_SPEECH = {"transcript", "utterance", "speech", "message", "text", "sentence", "caption"}
_PIECES = {"word", "punctuation", "pronunciation", "punct", "spacing", ""}


def _spoken(said: list[_Said]) -> list[_Said]:
    """Without what stands between utterances in the same list: moments, topics, events."""
    kinds = {one.kind.casefold() for one in said}
    if kinds & _SPEECH and not kinds & _PIECES:
        return [one for one in said if one.kind.casefold() in _SPEECH]
    return said


def _with_speakers(said: Sequence[_Said], found: _Found) -> list[_Said]:
    """The same with one kind of speaker: what tells two people apart, the strongest first."""
    for kind in range(3):
        values = {_who(one.who[kind]) for one in said[:20_000]} - {None}
        if len(values) > 1 or (kind < 2 and len(values) == 1 and not _tells_apart(said, kind + 1)):
            return [replace(one, who=(one.who[kind], None, None)) for one in said]
    starts = [one.start[0] for one in said if one.start]
    if found.labels and sum(start in found.labels for start in starts) >= 0.8 * max(1, len(starts)):
        now: Any = None
        out = []
        for one in said:  # punctuation has no time of its own
            now = found.labels.get(one.start[0], now) if one.start else now
            out.append(replace(one, who=(now, None, None)))
        return out
    return [replace(one, who=(None, None, None)) for one in said]


def _tells_apart(said: Sequence[_Said], kind: int) -> bool:
    return any(len({_who(one.who[k]) for one in said[:20_000]} - {None}) > 1 for k in range(kind, 3))


def _absolute(said: Sequence[_Said]) -> bool:
    """Are the times dates, as an epoch or written out?"""
    known = [one.start[0] for one in said if one.start]
    return bool(known) and all(1e9 <= value < 4e9 or 1e12 <= value < 4e12 or 1e15 <= value < 4e15 for value in known)


def _seconds(time: _Time | None, unit: float, absolute: bool) -> float | None:
    if time is None:
        return None
    value, own = time
    if absolute:
        return value * (1.0 if value < 4e9 else 1e-3 if value < 4e12 else 1e-6)
    return value * (own if own is not None else unit)


_PUNCTUATION = re.compile(r"[.,!?;:…)\]}%”’]+")


def _joined(rows: Sequence[tuple[_Said, float | None, float | None]], found: _Found) -> list[Cue]:
    """Words of one speaker in one cue until a pause of a second; longer texts as they are."""
    single = sum(len(said.text.split()) <= 1 for said, _, _ in rows) > 0.8 * len(rows) and len(rows) > 20
    if not single:
        return [Cue(_shown(said, found), _text(said.text), start, end) for said, start, end in rows]
    spaced = sum(said.text != said.text.strip() for said, _, _ in rows) > 0.3 * len(rows)
    cues: list[Cue] = []
    words: list[str] = []
    name, begin, reached = None, None, None

    def close() -> Iterator[Cue]:
        text = _text("".join(words))
        if text:
            yield Cue(name, text, begin, reached if reached != begin else None)

    for said, start, end in rows:
        mark = bool(_PUNCTUATION.fullmatch(said.text.strip())) or not said.text.strip()
        who = name if mark and words else _shown(said, found)
        if words and (
            who != name or (not mark and start is not None and reached is not None and start - reached > 1.0)
        ):
            cues.extend(close())
            words, begin, reached = [], None, None
        if not words:
            name, begin = who, start
        words.append(said.text if spaced or mark or not words else f" {said.text}")
        reached = end if end is not None and not mark else reached if reached is not None else start
    cues.extend(close())
    return cues


def _text(text: str) -> str:
    if "</" in text or "<br" in text:
        text = visible_text(text)
    return " ".join(visible(text).split())


def _shown(said: _Said, found: _Found) -> str | None:
    """Who speaks, by name: an id is looked up, a number or letter is "Speaker 1"."""
    who = _who(said.who[0])
    if who is None:
        return None
    name = found.names.get(who)
    if name is None:
        number = re.fullmatch(r"(?:(?:spk|speaker|ch|s|S)_?)?(\d{1,3}|[A-Z])", who)
        name = f"Speaker {number[1]}" if number else who
    side = _side(_plain_keys(said.who[0])) if isinstance(said.who[0], dict) else None
    name = visible(" ".join(name.split()))[:80]
    if side:
        found.sides.setdefault(name, side)
    return name
