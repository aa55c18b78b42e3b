"""WebVTT and SRT: cues under a line "start --> end". webvtt-py reads them; here is what meeting tools add to them."""

from __future__ import annotations

import html
import json
import re
from collections import Counter

import webvtt

from sellbackwards.calls.call import Cue, count_words
from sellbackwards.calls.clock import TIME, seconds
from sellbackwards.calls.formats.base import ASK_FOR_NAMES, Refusal, could_be_name, looks_like_name

_TIMING = re.compile(rf"\s*({TIME})\s*--?>\s*({TIME})(?:\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,80})?\s+([^<>]{0,200})>")
_TAG = re.compile(r"</?(?:v|c|i|b|u|ruby|rt|lang|font)\b[^<>]{0,200}>|<\d[\d:.]{3,20}>|\{\\an?\d\}", re.I)
# Webex writes the speaker into the cue's id: 12 "Anna Smith" (3456789)
_WEBEX_ID = re.compile(r'\d{1,6} "([^"]{1,120})"(?: \(\d{0,20}\))?')
_NAMED = re.compile(r"(?:-\s?|>>\s?)?(?:\[([^\[\]:]{1,60})\]:?|\(([^():]{1,60})\):|([^:]{1,60}?)\s?:)(?:\s+|$)(.*)", re.S)


def read_webvtt(text: str) -> list[Cue] | None:
    return _read(text) if re.match(r"\s*WEBVTT\b", text) else None


def read_srt(text: str) -> list[Cue] | None:
    """SRT, and WebVTT that has lost its first line."""
    return _read(text) if any(_TIMING.match(line) for line in text[:20_000].split("\n")) else None


def _read(text: str) -> list[Cue]:
    captions = webvtt.from_string(_regular(text))
    shift = 0.0
    raw: list[tuple[str | None, str, float, float]] = []
    for caption in captions:
        found = _WEBEX_ID.fullmatch((caption.identifier or "").strip())
        for voice, said in _voices(caption.raw_text):
            raw.append(
                (voice or (found.group(1) if found else None), said,
                 caption.start_time.in_milliseconds() / 1000, caption.end_time.in_milliseconds() / 1000)
            )  # fmt: skip
    if not raw:
        raise Refusal("the whole file", "No cue holds any text.", "Ask the tool for the transcript again; it may not have been ready.")
    known = _names_in_text(said for voice, said, _, _ in raw if not voice)
    cues: list[Cue] = []
    for voice, said, start, end in raw:
        if voice:
            cues.append(Cue(voice, _plain(said), start + shift, end + shift))
        else:
            parts = _by_name(said, known)
            # two names in one cue share its time in the proportion of their words
            total = sum(count_words(part) for _, part in parts) or 1
            at = start
            for name, part in parts:
                until = end if part is parts[-1][1] else at + (end - start) * count_words(part) / total
                cues.append(Cue(name, _plain(part), at + shift, until + shift))
                at = until
    if all(cue.speaker is None for cue in cues):
        line = next((n for n, row in enumerate(text.split("\n"), 1) if _TIMING.match(row)), 1)
        raise Refusal(f"line {line}", "These are captions: no cue says who speaks.", ASK_FOR_NAMES)
    return cues


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
    inside, note = False, False
    for n, line in enumerate(lines):
        if n in times:
            start, end = times[n]
            identifier = lines[n - 1] if n and "-->" not in lines[n - 1] and (n < 2 or not lines[n - 2]) else ""
            if identifier and not identifier.startswith(("NOTE", "WEBVTT")):
                if inside and out[-1] == identifier:
                    out.pop()
                out += ["", identifier]
            else:
                out.append("")
            out.append(f"{_stamp(start + shift)} --> {_stamp(max(end + shift, 0.0))}")
            inside, note = True, False
        elif not line:
            note = False
        elif line.startswith(("NOTE", "STYLE", "REGION")) and (n == 0 or not lines[n - 1]):
            note = True
        elif inside and not note:
            out.append(line.replace("-->", "→"))
    return "\n".join(out) + "\n"


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
            return [(name if isinstance(name, str) and name.strip() else None, data["spokenText"])]
    pieces = _VOICE.split(payload)
    voices: list[tuple[str | None, str]] = [(None, pieces[0])] if pieces[0].strip() else []
    for name, said in zip(pieces[1::2], pieces[2::2], strict=True):
        if said.strip():
            voices.append((html.unescape(name), said))
    return voices


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text)).split())


def _split_name(line: str) -> tuple[str, str] | None:
    found = _NAMED.match(_TAG.sub("", line[:200]).strip())
    if not found:
        return None
    name = html.unescape(next(part for part in found.groups()[:3] if part is not None)).strip()
    if not could_be_name(name):
        return None
    return name, line[line.index(":") + 1 :] if found.group(1) is None else line[line.index("]") + 1 :].lstrip(": ")


def _names_in_text(payloads: object) -> set[str]:
    """Names in front of a colon at the start of a line: written as names are, or met again and again."""
    counts: Counter[str] = Counter()
    for payload in payloads:  # type: ignore[attr-defined]
        for line in payload.split("\n"):
            split = _split_name(line)
            if split:
                counts[split[0]] += 1
    return {name for name, n in counts.items() if looks_like_name(name) or n >= 3}


def _by_name(payload: str, known: set[str]) -> list[tuple[str | None, str]]:
    """A cue's text, split where a line starts with a known name."""
    parts: list[tuple[str | None, str]] = []
    for line in payload.split("\n"):
        split = _split_name(line)
        if split and split[0] in known:
            parts.append(split)
        elif parts:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {line}")
        else:
            parts.append((None, line))
    return parts
