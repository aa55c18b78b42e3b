"""What is often taken for a transcript and isn't one: each look raises a Refusal that says what to do."""

from __future__ import annotations

import re

from sellbackwards.calls.call import Cue
from sellbackwards.calls.formats.base import Refusal

_CALL_INSTEAD = "Ask the tool for the transcript of what was said (.vtt, .srt or .txt)."


def refuse_data(text: str) -> list[Cue] | None:
    """JSON in all its uses, web pages, XML."""
    start = text.lstrip()[:400]
    if re.match(r"\[Script Info\]|\{\d+\}\{\d+\}", start, re.I):
        raise Refusal(
            "line 1", "These are subtitles for a film player.", "Export them as .srt, with the speakers' names."
        )
    if re.match(r'[\[{]\s*(?:["{\[\]}]|$)', start):
        head = text[:20_000]
        if re.search(r'"(?:openapi|swagger|\$schema|schemas|\$ref|definitions)"', head):
            raise Refusal("line 1", "This is a schema: it describes transcripts and holds none.", _CALL_INSTEAD)
        if re.search(r'"(?:speakers?|speaker_?name|speaker_?id|segments|sentences|utterances|words|transcript)"', head):
            raise Refusal(
                "line 1",
                "This is a program's JSON answer, which isn't read here.",
                "Ask the same tool for the transcript as .vtt, .srt or .txt.",
            )
        raise Refusal("line 1", "This is JSON, not a transcript.", _CALL_INSTEAD)
    if re.match(r"<(?:!doctype|html|\?xml|tt\b|body|div)", start, re.I):
        raise Refusal(
            "line 1",
            "This is a web page or XML, not text.",
            "Open it, copy the text of the transcript into a .txt file, and use that.",
        )
    return None


_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
_AM_PM = r"\s?[AaPp]\.?\s?[Mm]\.?"
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
# How chat programs head a message: the day or the time of day, where a transcript counts from the start of the call.
_CHAT = (
    rf"\[?{_DATE},?\s+{_CLOCK}(?:{_AM_PM})?\]?\s*(?:[-–]\s)?[^:\n]{{1,60}}:",  # WhatsApp: [12/03/2024, 18:02] A: …
    rf"{_CLOCK}\s+From\s.{{1,80}}",  # Zoom: 18:02:11 From Anna to Everyone: …
    rf"{_CLOCK}\t[^\t\n]{{1,60}}:\t",  # Zoom's saved chat: 00:02:11<tab>Anna:<tab>…
    rf"\[?(?:{_DATE}|\d{{1,2}}/\d{{1,2}})?,?\s?{_CLOCK}{_AM_PM}\]?,?\s*[^\n]{{0,60}}$",  # Teams: [10:02 AM] Anna
    rf"\[?{_CLOCK}{_AM_PM}\]?\s*(?:[-–]\s)?[^:\n]{{1,60}}:",  # 10:02 AM - Anna: …
    rf"[^\n:]{{1,60}}?,?\s+\[?(?:{_DATE},?\s)?{_CLOCK}{_AM_PM}\]?:?$",  # Slack: Anna  10:02 AM
    rf"[^\n:]{{1,60}},\s\[{_DATE}\s{_CLOCK}\]:?$",  # Telegram: Anna, [01.05.24 10:02]
    rf"[^\n:]{{1,60}} — (?:Today|Yesterday|{_DATE})",  # Discord: Anna — Today at 10:02
    rf"\[?{_CLOCK}\]?\s*<[^<>\n]{{1,40}}>\s",  # IRC: [10:02] <anna> …
)
_CHATS = tuple(re.compile(pattern) for pattern in _CHAT)


def refuse_chat(text: str) -> list[Cue] | None:
    """A chat's log: typed, not said. Its times are when a message was sent, so nothing could be measured."""
    hits, lines, first = 0, 0, 0
    for n, line in enumerate(text[:200_000].split("\n"), 1):
        if line.strip():
            lines += 1
            if any(pattern.match(line.strip()[:200]) for pattern in _CHATS):
                hits += 1
                first = first or n
    if hits >= 2 and hits >= 0.15 * lines:
        raise Refusal(f"line {first}", "This is a chat's log: typed messages, not speech.", _CALL_INSTEAD)
    if re.search(rf"^{_CLOCK}[.,]\d+,{_CLOCK}[.,]\d+$", text[:5_000], re.M):
        raise Refusal("line 1", "This is an .sbv file: captions, or a meeting's chat.", _CALL_INSTEAD)
    return None
