"""Read a transcript from JSON by its shape, whichever program wrote it.

Texts at the same place of the document ("results.utterances") belong together. Who speaks and when may stand beside the
text or above it; ids are looked up in tables of speakers. Of several places, the one with most words by known speakers
is the transcript.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sellbackwards.calls.call import Cue, Script
from sellbackwards.calls.clock import unit_of
from sellbackwards.calls.decoding import tidy, visible
from sellbackwards.calls.formats.base import Refusal
from sellbackwards.calls.formats.json_values import Time, plain_keys, side_of, who_of
from sellbackwards.calls.formats.json_walk import OTHER_FORMAT, Found, Said, walk
from sellbackwards.calls.formats.markup import visible_text


def read_json(text: str) -> Script | None:
    """The talk of a JSON document or of JSON Lines; None where the text is neither."""
    if not re.match(r'\s*[\[{]\s*(?:["{\[\]}]|$)', text[:400]):
        return None
    if re.search(r'"(?:openapi|swagger|\$schema|schemas|\$ref|definitions)"', text[:20_000]):
        problem = "This is a schema: it describes transcripts and holds none."
        raise Refusal("line 1", problem, "Ask the tool for the transcript of what was said (.vtt, .srt or .txt).")
    data = _loaded(text)
    found = walk(data)
    try:
        said = _transcript(found)
    except Refusal:
        if (inside := _written_inside(data)) is not None:
            return inside
        raise
    ids = {who_of(one.who[0]) for one in said}
    for n, name in enumerate(found.listed, 0 if "0" in ids else 1):
        found.names.setdefault(str(n), visible(name))
    absolute = _absolute(said)
    unit = 1.0 if absolute else unit_of((s.start[0] for s in said if s.start and s.start[1] is None), _words(said))
    cues = _joined([(s, _seconds(s.start, unit, absolute), _seconds(s.end, unit, absolute)) for s in said], found)
    starts = [cue.start for cue in cues if cue.start is not None]
    span = max(starts, default=0.0) - min(starts, default=0.0)
    typed = absolute and span > 120 and _words(said) / (span / 60) < 40
    guess = "The times are dates and far apart, so this was taken for typed messages." if typed else ""
    return Script(cues, guess=guess, typed=typed, sides=found.sides)


def _written_inside(data: Any) -> Script | None:
    """The talk of a transcript that is written out under one key, as lines or as captions; None where there is none."""
    from sellbackwards.calls.formats import FORMATS  # they know this module

    longest, stack = "", [data]
    while stack:
        node = stack.pop()
        if isinstance(node, str) and len(node) > len(longest):
            longest = node
        elif isinstance(node, dict | list):
            stack.extend(node.values() if isinstance(node, dict) else node)
    text = tidy(longest)
    if text.count("\n") < 2:
        return None
    for format in FORMATS[1:]:
        found = format.read(text)
        if found is not None:
            return found if isinstance(found, Script) else Script(found)
    return None


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise Refusal("line 1", "This JSON is nested too deep to be a transcript.", OTHER_FORMAT) from None
    except ValueError as error:
        rows = [line for line in text.split("\n") if line.strip()]
        try:  # JSON Lines
            return [json.loads(row) for row in rows]
        except (ValueError, RecursionError):
            line = getattr(error, "lineno", 1)
            problem = "This is JSON, but broken here or cut short."
            raise Refusal(f"line {line}", problem, "Download it again; the file may not be complete.") from None


def _words(said: Sequence[Said]) -> int:
    return sum(len(one.text.split()) for one in said)


def _transcript(found: Found) -> list[Said]:
    """The texts of the place with most words by known speakers; of equals, the one with times and longer texts."""
    best: tuple[tuple[bool, float, bool, float], list[Said]] | None = None
    most = 0
    for said in found.places.values():
        said = _with_speakers(said, found)
        words = sum(len(one.text.split()) for one in said if one.who[0] is not None)
        people = {who_of(one.who[0]) for one in said}
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
        whisper = any("segments" in place for place in found.places)
        tool = "It looks like Whisper's, which tells nobody apart; WhisperX does. " if whisper else ""
        remedy = f"{tool}Switch on speaker names (“diarization”) in the tool, and export again."
        raise Refusal("the whole file", problem, remedy)
    remedy = "Ask the tool for the transcript of what was said (.vtt, .srt or .txt)."
    raise Refusal("line 1", "This is JSON, not a transcript.", remedy)


_SPEECH = {"transcript", "utterance", "speech", "message", "text", "sentence", "caption"}


_PIECES = {"word", "punctuation", "pronunciation", "punct", "spacing", ""}


def _spoken(said: list[Said]) -> list[Said]:
    """Leave out what isn't an utterance of the same list: moments, topics, events."""
    kinds = {one.kind.casefold() for one in said}
    if kinds & _SPEECH and not kinds & _PIECES:
        return [one for one in said if one.kind.casefold() in _SPEECH]
    return said


def _with_speakers(said: Sequence[Said], found: Found) -> list[Said]:
    """The same with one kind of speaker: what tells two people apart, the strongest first."""
    for kind in range(3):
        values = {who_of(one.who[kind]) for one in said[:20_000]} - {None}
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


def _tells_apart(said: Sequence[Said], kind: int) -> bool:
    return any(len({who_of(one.who[k]) for one in said[:20_000]} - {None}) > 1 for k in range(kind, 3))


def _absolute(said: Sequence[Said]) -> bool:
    """Are the times dates, as an epoch or written out?"""
    known = [one.start[0] for one in said if one.start]
    return bool(known) and all(1e9 <= value < 4e9 or 1e12 <= value < 4e12 or 1e15 <= value < 4e15 for value in known)


def _seconds(time: Time | None, unit: float, absolute: bool) -> float | None:
    if time is None:
        return None
    value, own = time
    if absolute:
        return value * (1.0 if value < 4e9 else 1e-3 if value < 4e12 else 1e-6)
    return value * (own if own is not None else unit)


_PUNCTUATION = re.compile(r"[.,!?;:…)\]}%”’]+")


def _joined(rows: Sequence[tuple[Said, float | None, float | None]], found: Found) -> list[Cue]:
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


def _shown(said: Said, found: Found) -> str | None:
    """Who speaks, by name: an id is looked up, a number or letter is "Speaker 1"."""
    who = who_of(said.who[0])
    if who is None:
        return None
    name = found.names.get(who)
    if name is None:
        number = re.fullmatch(r"(?:(?:spk|speaker|ch|s|S)_?)?(\d{1,3}|[A-Z])", who)
        name = f"Speaker {number[1]}" if number else who
    side = side_of(plain_keys(said.who[0])) if isinstance(said.who[0], dict) else None
    name = visible(" ".join(name.split()))[:80]
    if side:
        found.sides.setdefault(name, side)
    return name
