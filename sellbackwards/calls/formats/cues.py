"""Read WebVTT and SRT (cues under a line "start --> end"): webvtt-py parses, this adds what meeting tools write."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterable

import webvtt

from sellbackwards.calls.call import Cue, count_words
from sellbackwards.calls.clock import SIGNED_TIME, seconds
from sellbackwards.calls.decoding import visible
from sellbackwards.calls.formats.base import ASK_FOR_NAMES, Refusal, could_be_name, looks_like_name

_TIMING = re.compile(rf"\s*({SIGNED_TIME})\s*--?>\s*({SIGNED_TIME})(?:\s|$)")
_SETTINGS = re.compile(r"(?:(?:align|position|line|size|vertical|region):\S+\s*)+")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,80})?\s+([^<>]{0,200})>")
_TAG = re.compile(r"</?(?:v|c|i|b|u|ruby|rt|lang|font)\b[^<>]{0,200}>|<\d[\d:.]{3,20}>|\{\\an?\d\}", re.I)
# Webex writes the speaker into the cue's id: 12 "Anna Smith" (3456789)
_WEBEX_ID = re.compile(r'\d{1,6} "([^"]{1,120})"(?: \(\d{0,20}\))?')
# Anna: …, - Anna: …, >> ANNA: …, [Anna] …, (Anna): …
_NAMED = re.compile(
    r"(?:-\s?|>>\s?)?(?:\[([^\[\]:]{1,60})\]\s?[:：]?|\(([^():]{1,60})\)[:：]|([^:：]{1,60}?)\s?[:：])(?:\s+|$|(?<=：))"
)
# (Anna) …, where most cues begin so
_IN_FRONT = re.compile(r"(?:-\s?)?\(([^():]{1,60})\)[^\S\n]+(?=\S)")
# (Anna) or [Anna] on a line of its own, the words below
_NAME_LINE = re.compile(r"(?:-\s?|>>\s?)?[(\[]([^()\[\]:]{1,60})[)\]]\s?:?")

_Raw = tuple[str | None, str, float, float]  # name, text, start, end


def read_webvtt(text: str) -> list[Cue] | None:
    """The cues of WebVTT, in the file's order, with the names that stand in or above them; None for another format."""
    return _read(text) if re.match(r"\s*WEBVTT\b", text) else None


def read_srt(text: str) -> list[Cue] | None:
    """SRT, and WebVTT that has lost its first line or was pasted into a document, with names in bold."""
    return _read(text.replace("**", "")) if any(_TIMING.match(line) for line in text[:20_000].split("\n")) else None


def _read(text: str) -> list[Cue]:
    captions = _names_on_lines(
        [
            (voice or _webex_name(caption.identifier), said, caption.start_time.in_milliseconds() / 1000,
             caption.end_time.in_milliseconds() / 1000)
            for caption in webvtt.from_string(_regular(text)).captions
            for voice, said in _voices(caption.raw_text)
        ]
    )  # fmt: skip
    if not captions:
        remedy = "Ask the tool for the transcript again; it may not have been ready."
        raise Refusal("the whole file", "No cue holds any text.", remedy)
    captions = _names_in_front(captions)
    known = _names_in_text(said for voice, said, _, _ in captions if not voice)
    cues: list[Cue] = []
    for voice, said, start, end in captions:
        parts = [(voice, said)] if voice else _by_name(said, known)
        # two names in one cue share its time in the proportion of their words
        words = [count_words(part) for _, part in parts]
        total, at = sum(words) or 1, start
        for (name, part), n in zip(parts, words, strict=True):
            until = end if len(parts) == 1 else at + (end - start) * n / total
            cues.append(Cue(name, _plain(part), at, until))
            at = until
    named = sum(cue.speaker is not None for cue in cues)
    if named == 0 or (len(cues) >= 10 and named < 0.1 * len(cues)):
        line = next((n for n, row in enumerate(text.split("\n"), 1) if _TIMING.match(row)), 1)
        problem, remedy = "These are captions: no cue says who speaks.", ASK_FOR_NAMES
        if re.search(r"^Kind: captions$", text[:400], re.M):
            problem = "These are captions as YouTube writes them: no cue says who speaks."
            remedy = "Take the transcript of the tool that you met in; captions of a video have no names."
        raise Refusal(f"line {line}", problem, remedy)
    if len(cues) >= 10 and named < 0.5 * len(cues) and known:
        return _carried(cues)
    return cues


def _names_in_front(raw: list[_Raw]) -> list[_Raw]:
    """Where most cues begin with few names in parentheses, those are the speakers, and not sounds."""
    found = [_IN_FRONT.match(said) for _, said, _, _ in raw]
    names = Counter(m[1] for m in found if m and could_be_name(m[1]) and looks_like_name(m[1]))
    if sum(names.values()) < 0.6 * len(raw) or not 1 < len(names) <= max(2, len(raw) // 2):
        return raw
    return [
        (m[1], said[m.end() :], start, end) if m and m[1] in names and not voice else (voice, said, start, end)
        for m, (voice, said, start, end) in zip(found, raw, strict=True)
    ]


def _carried(cues: list[Cue]) -> list[Cue]:
    """Give cues without a name the speaker of the cue before: subtitles made by hand name each speaker once."""
    name: str | None = None
    carried = []
    for cue in cues:
        name = cue.speaker or name
        carried.append(Cue(name, cue.text, cue.start, cue.end))
    return carried


def _webex_name(identifier: str | None) -> str | None:
    found = _WEBEX_ID.fullmatch((identifier or "").strip())
    return found.group(1) if found else None


def _names_on_lines(raw: list[_Raw]) -> list[_Raw]:
    """Where every cue's first line is a name of its own (pasted from Teams' documents), that is who speaks."""
    firsts = Counter(said.split("\n")[0].strip() for _, said, _, _ in raw)
    if any(voice or "\n" not in said for voice, said, _, _ in raw) or len(firsts) > max(2, 0.5 * len(raw)):
        return raw
    if not all(could_be_name(first) and looks_like_name(first) for first in firsts):
        return raw
    return [(said.split("\n")[0].strip(), said.split("\n", 1)[1], start, end) for _, said, start, end in raw]


def _regular(text: str) -> str:
    """The same cues as WebVTT has them: padded times, none below zero, a blank line before each cue and only there.

    Teams writes 0:0:5.320; starts may be negative where the transcript began before the recording: all times move by
    the same amount, so that the first is zero and every length stays.
    """
    lines = [line.strip() for line in text.split("\n")]
    timings = {n: found for n, line in enumerate(lines) if "->" in line and (found := _TIMING.match(line))}
    times = {n: (seconds(found.group(1)) or 0.0, seconds(found.group(2)) or 0.0) for n, found in timings.items()}
    shift = -min(0.0, min((start for start, _ in times.values()), default=0.0))
    out = ["WEBVTT", ""]
    inside = False  # a cue has begun, and no note since
    for n, line in enumerate(lines):
        if n in times:
            start, end = times[n]
            identifier = _identifier(lines, n)
            if identifier and inside and out[-1] == identifier:
                out.pop()
            out += ["", identifier] if identifier else [""]
            out.append(f"{_stamp(start + shift)} --> {_stamp(max(end + shift, 0.0))}")
            said = timings[n].string[timings[n].end() :].strip()
            if said and not _SETTINGS.fullmatch(said):
                out.append(said.replace("-->", "→"))
            inside = True
        elif line.startswith(("NOTE", "STYLE", "REGION")) and (n == 0 or not lines[n - 1]):
            inside = False
        elif line and inside:
            out.append(line.replace("-->", "→"))
    return "\n".join(out) + "\n"


def _identifier(lines: list[str], n: int) -> str:
    """What names the cue whose times stand on line `n`: the line before, if a blank line is before that; a number."""
    before = lines[n - 1] if n else ""
    if not before and n > 1:  # a file with a blank line after each line
        before = lines[n - 2] if lines[n - 2].isdecimal() else ""
    elif n > 1 and lines[n - 2] and not before.isdecimal():
        before = ""
    return "" if "-->" in before or before.startswith(("WEBVTT", "NOTE")) else before


def _stamp(value: float) -> str:
    milliseconds = round(value * 1000)
    rest, milliseconds = divmod(milliseconds, 1000)
    minutes, secs = divmod(rest, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{secs:02}.{milliseconds:03}"


def _voices(payload: str) -> list[tuple[str | None, str]]:
    """(name or None, text) for each voice in a cue; Teams' metadata cues hold the same as JSON."""
    if payload.startswith("{"):
        try:
            data = json.loads(payload)
        except (ValueError, RecursionError):
            data = None
        if isinstance(data, dict) and isinstance(data.get("spokenText"), str):
            name = data.get("speakerName")
            return [(visible(name) if isinstance(name, str) and name.strip() else None, data["spokenText"])]
    pieces = _VOICE.split(payload)
    voices: list[tuple[str | None, str]] = [(None, pieces[0])] if pieces[0].strip() else []
    for name, said in zip(pieces[1::2], pieces[2::2], strict=True):
        if said.strip():
            voices.append((_unescaped(name), said))
    return voices


def _unescaped(text: str) -> str:
    return visible(html.unescape(text))


def _plain(text: str) -> str:
    return " ".join(_unescaped(_TAG.sub("", text)).split())


def _split_name(line: str) -> tuple[str, str] | None:
    line = _TAG.sub("", line).strip()
    found = _NAME_LINE.fullmatch(line) or _NAMED.match(line)
    if not found:
        return None
    name = _unescaped(next(part for part in found.groups() if part is not None)).strip()
    return (name, line[found.end() :]) if could_be_name(name) else None


def _names_in_text(payloads: Iterable[str]) -> set[str]:
    """Names in front of a colon, or alone in brackets on their line: written as names are, or met again and again."""
    counts: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for payload in payloads:
        for line in payload.split("\n"):
            split = _split_name(line)
            if split:
                (counts if split[1].strip() else alone)[split[0]] += 1
    names = {name for name, n in counts.items() if looks_like_name(name) or n + alone[name] >= 3}
    # a sound may stand alone in brackets, too: those names are met twice, or every cue begins so
    return names | {name for name, n in alone.items() if looks_like_name(name) and (n >= 2 or len(alone) == 2)}


def _by_name(payload: str, known: set[str]) -> list[tuple[str | None, str]]:
    """A cue's text, split where a line starts with a known name."""
    parts: list[tuple[str | None, str]] = []
    for line in payload.split("\n"):
        if not re.search(r"\w", line):
            continue
        split = _split_name(line)
        if split and split[0] in known:
            parts.append(split)
        elif parts:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {line}")
        else:
            parts.append((None, line))
    return parts
