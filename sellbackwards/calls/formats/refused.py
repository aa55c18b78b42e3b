"""Refuse what is often taken for a transcript and isn't one, with a reason and a remedy."""

from __future__ import annotations

import re

from sellbackwards.calls.call import Cue
from sellbackwards.calls.formats.base import Refusal


def refuse_data(text: str) -> list[Cue] | None:
    """Subtitles for films, song texts, XML."""
    start = text.lstrip()[:400]
    if re.match(r"\[Script Info\]|\[V4\+? Styles\]|\[Events\]|\{\d+\}\{\d+\}", start, re.I):
        raise Refusal(
            "line 1", "These are subtitles for a film player.", "Export them as .srt, with the speakers' names."
        )
    if re.match(r"<(?:\?xml|tt\b)", start, re.I):
        raise Refusal(
            "line 1", "This is XML, not text.", "Ask the tool for the transcript as .vtt, .srt, .docx or .txt."
        )
    return None


_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
# The chat beside a meeting: typed while others spoke.
_BESIDE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_CLOCK}\s+From\s.{{1,80}}",  # Zoom: 18:02:11 From Anna to Everyone: …
        rf"{_CLOCK}\t[^\t\n]{{1,60}}:\t",  # Zoom's saved chat: 00:02:11<tab>Anna:<tab>…
    )
)


def refuse_chat(text: str) -> list[Cue] | None:
    """The chat beside a meeting, which Zoom and Meet save as a file of its own."""
    hits, lines, first = 0, 0, 0
    for n, line in enumerate(text[:200_000].split("\n"), 1):
        if line.strip():
            lines += 1
            if any(pattern.match(line.strip()[:200]) for pattern in _BESIDE):
                hits += 1
                first = first or n
    if hits >= 2 and hits >= 0.15 * lines:
        problem = "This is the chat beside a Zoom call: a chat's log, and not what was said."
        remedy = "On Zoom's page of recordings choose “Audio transcript” (.vtt), or in the app “Save transcript”."
        raise Refusal(f"line {first}", problem, remedy)
    if re.search(rf"^{_CLOCK}[.,]\d+,{_CLOCK}[.,]\d+$", text[:5_000], re.M):
        problem = "This is an .sbv file: YouTube's captions, or the chat of a Google Meet call."
        remedy = "Of Google Meet take the transcript in Google Docs, and download it as .docx."
        raise Refusal("line 1", problem, remedy)
    return None
