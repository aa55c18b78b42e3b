"""Times as transcripts write them, to seconds."""

from __future__ import annotations

import re

# 0:03, 12:34, 1:02:03, 00:00:03.608, 00:00:03,608, 0:0:5.320, with a minus where the transcript began before the recording.
TIME = r"-?\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,:;]\d{1,9})?"
_TIME = re.compile(rf"\s*{TIME}\s*")
# 0 minutes 3 seconds; 1 hour 2 minutes; 2h 3m 4s; 12s; 12.5 s
SPELT = r"(?:\d{1,3} ?h(?:ours?|r)? ?)?(?:\d{1,3} ?m(?:in(?:ute)?s?)? ?)?(?:\d{1,3}(?:\.\d{1,3})? ?s(?:ec(?:ond)?s?)?)?"
_SPELT = re.compile(r"(?:(\d{1,3}) ?h(?:ours?|r)?)? ?(?:(\d{1,3}) ?m(?:in(?:ute)?s?)?)? ?(?:(\d{1,3}(?:\.\d{1,3})?) ?s(?:ec(?:ond)?s?)?)?", re.I)


def seconds(text: str) -> float | None:
    """"1:02:03.5" is 3723.5, "2m 5s" is 125; None where it isn't a time. Two fields are minutes and seconds."""
    text = text.strip()[:40]
    if not text or not text.isascii():
        return None
    if not _TIME.fullmatch(text):
        spelt = _SPELT.fullmatch(text)
        if not spelt or not any(spelt.groups()):
            return None
        hours, minutes, rest = (float(part or 0) for part in spelt.groups())
        return hours * 3600 + minutes * 60 + rest
    sign = -1.0 if text.startswith("-") else 1.0
    body = text.lstrip("-")
    whole, fraction = body, 0.0
    split = re.match(r"(.+?)[.,;](\d+)$", body)
    if split:
        whole, fraction = split.group(1), float(f"0.{split.group(2)}")
    parts = [int(part) for part in whole.split(":")]
    if len(parts) == 4:  # hours, minutes, seconds, frames
        parts = parts[:3]
    total = 0
    for part in parts:
        total = total * 60 + part
    return sign * (total + fraction)
