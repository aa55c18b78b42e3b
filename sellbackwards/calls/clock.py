"""Times as transcripts write them, to seconds."""

from __future__ import annotations

import re

# 0:03, 12:34, 1:02:03, 00:00:03.608, 00:00:03,608, 0:0:5.320; a minus where the transcript began before the recording
TIME = r"-?\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,:;]\d{1,9})?"
# the same where some tools write a minus before each field: 0:0:-1.-320
SIGNED_TIME = TIME.replace(r"\d{1,2}", r"-?\d{1,2}").replace(r"\d{1,9}", r"-?\d{1,9}").replace("-?-?", "-?")
# 0 minutes 3 seconds; 1 hour 2 minutes; 2h 3m 4s
SPELT = (
    r"(?:\d{1,3} ?h(?:ours?|r)? ?)?(?:\d{1,3} ?m(?:in(?:ute)?s?)? ?)?\d{1,3}(?:\.\d{1,3})? ?s(?:ec(?:ond)?s?)?\b"
    r"|(?:\d{1,3} ?h(?:ours?|r)? ?)?\d{1,3} ?min(?:ute)?s?\b"
)
_TIME = re.compile(SIGNED_TIME)
_UNIT = re.compile(r"(\d{1,3}(?:\.\d{1,3})?) ?([hms])[a-z]{0,6} ?", re.I)
_UNIT_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0}


def seconds(text: str) -> float | None:
    """ "1:02:03.5" is 3723.5, "2m 5s" is 125; None where it isn't a time. Two fields are minutes and seconds."""
    text = text.strip()
    if not text or len(text) > 40 or not text.isascii():
        return None
    if _TIME.fullmatch(text):
        whole, _, fraction = text.replace("-", "").replace(",", ".").replace(";", ".").partition(".")
        total = 0
        for part in whole.split(":")[:3]:  # a fourth field counts frames
            total = total * 60 + int(part)
        value = total + (float(f"0.{fraction}") if fraction else 0.0)
        return -value if "-" in text else value
    if re.fullmatch(r"\d{1,6}\.\d{1,3}", text):
        return float(text)
    units = _UNIT.findall(text)
    if not units or _UNIT.sub("", text):
        return None
    return sum(float(number) * _UNIT_SECONDS[unit.lower()] for number, unit in units)
