"""Parse times: since the start of the call, times of day, and times with a date."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, datetime

# 0:03, 12:34, 1:02:03, 00:00:03.608, 00:00:03,608, 0:0:5.320; a minus where the transcript began before the recording
TIME = r"-?\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,:;]\d{1,9})?"
# the same where some tools write a minus before each field: 0:0:-1.-320
SIGNED_TIME = TIME.replace(r"\d{1,2}", r"-?\d{1,2}").replace(r"\d{1,9}", r"-?\d{1,9}").replace("-?-?", "-?")
# 0 minutes 3 seconds; 1 hour 2 minutes; 2h 3m 4s
SPELT = (
    r"(?:\d{1,3} ?h(?:ours?|r)? ?)?(?:\d{1,3} ?m(?:in(?:ute)?s?)? ?)?\d{1,3}(?:\.\d{1,3})? ?s(?:ec(?:ond)?s?)?\b"
    r"|(?:\d{1,3} ?h(?:ours?|r)? ?)?\d{1,3} ?min(?:ute)?s?\b"
)
# The beginnings of the months' names in English, German, French, Spanish, Portuguese and Italian.
_MONTH_STEMS = (
    "jan|ene|gen", "feb|fév|fev", "mar|mär", "apr|avr|abr", "may|mai|mag", "jun|juin|giu", "jul|juil|lug",
    "aug|août|aou|ago", "sep|set", "oct|okt|out|ott", "nov", "dec|dez|déc|dic",
)  # fmt: skip
_MONTH = rf"(?:{'|'.join(_MONTH_STEMS)})[^\W\d_]{{0,8}}\.?"
_WEEKDAY_NAMES = """
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì mercoledì giovedì venerdì sabato
    domenica today yesterday heute gestern hoy ayer hoje ontem oggi ieri
"""
_WEEKDAYS = "|".join(_WEEKDAY_NAMES.split())
_WEEKDAY = rf"(?:(?:{_WEEKDAYS}|mon|tue|wed|thu|fri|sat|sun)\b\.?,?\s)"
# 2026-03-08, 08.03.2026, 3/8/26, 3/8, March 8, 2026, 8. März 2026, 8 de marzo de 2026, Today
DATE = (
    rf"(?:{_WEEKDAY}?(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:de\s)?{_MONTH}(?:,?\s(?:de\s)?\d{{4}})?"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?)|{_WEEKDAYS})"
)
_AM_PM = r"\s?(?:[ap]\.?\s?m\b\.?|Uhr\b)"
_ZONE = r"(?:\s?(?:Z\b|UTC|GMT|[+-]\d{2}:?\d{2}\b))"
_BETWEEN = r"(?:,?\s(?:at|um|à|a las|às|alle(?: ore)?)\s|[,T]\s?|\s[-–—·|]?\s?)"
# A time from the start, of the day, or with its date before or behind it: 10:02 AM, 3/8/2026
STAMP = rf"(?:{DATE}{_BETWEEN})?{TIME}(?:{_AM_PM})?{_ZONE}?(?:,\s{DATE})?"

_TIME = re.compile(SIGNED_TIME)
_UNIT = re.compile(r"(\d{1,3}(?:\.\d{1,3})?) ?([hms])[a-z]{0,6} ?", re.I)
_UNIT_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0}
_STAMP = re.compile(
    rf"(?:(?P<before>{DATE}){_BETWEEN})?(?P<time>{TIME})(?P<half>{_AM_PM})?{_ZONE}?(?:,\s(?P<behind>{DATE}))?", re.I
)
_DATE_ALONE = re.compile(DATE, re.I)
_NUMBERS = re.compile(r"\d+")
_MONTHS = [re.compile(rf"(?:^|[\W\d])(?:{stems})", re.I) for stems in _MONTH_STEMS]
DAY = 86_400.0


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


def is_of_day(stamp: str) -> bool:
    """Does a stamp say the time of day (a date, AM or PM), and not the time since the call began?"""
    found = _STAMP.fullmatch(stamp.strip())
    return bool(found and (found["before"] or found["behind"] or found["half"]))


def has_seconds(stamp: str) -> bool:
    found = _STAMP.fullmatch(stamp.strip())
    return bool(found and found["time"].count(":") >= 2)


def month_first(stamps: Iterable[str]) -> bool:
    """Is 3/8/2026 the eighth of March? A date with one reading decides; else AM and PM, which Americans write."""
    half = False
    for stamp in stamps:
        numbers = re.match(r"\D*(\d{1,2})[./-](\d{1,2})", stamp)
        if numbers and int(numbers[1]) > 12:
            return False
        if numbers and int(numbers[2]) > 12:
            return True
        half = half or bool(re.search(r"\d\s?[ap]\.?m", stamp, re.I))
    return half


def moment(stamp: str, american: bool = False, hours: bool = False) -> float | None:
    """A stamp in seconds: since the call began, or of the day; with a date, since the year 1.

    `hours`: two fields are hours and minutes, as they always are with a date, AM or PM.
    """
    stamp = stamp.strip()
    found = _STAMP.fullmatch(stamp)
    if not found or not (found["before"] or found["behind"] or found["half"] or hours):
        return seconds(stamp)
    value = seconds(found["time"])
    if value is None:
        return None
    if found["time"].count(":") == 1:
        value *= 60
    if found["half"]:
        half = found["half"].strip()[0].lower()
        value = value if half == "u" else value % (DAY / 2) + (DAY / 2 if half == "p" else 0.0)
    day = day_of(found["before"] or found["behind"] or "", american)
    return value if day is None else value + DAY * day


def is_date(text: str) -> bool:
    """Is it a date, or the name of a day, and nothing else?"""
    return len(text) < 40 and bool(_DATE_ALONE.fullmatch(text))


def day_of(text: str, american: bool = False) -> int | None:
    """A date as a number of days, None where it isn't one. Without a year it is taken for one of 2024, a leap year."""
    numbers = [int(n) for n in _NUMBERS.findall(text)]
    text = re.sub(rf"^{_WEEKDAY}", "", text, flags=re.I)
    named = next((n for n, stems in enumerate(_MONTHS, 1) if stems.search(text)), None)
    if named and numbers:
        year, month, day = (numbers[1] if len(numbers) > 1 else 2024), named, numbers[0]
    elif len(numbers) >= 3 and numbers[0] > 31:
        year, month, day = numbers[:3]
    elif len(numbers) >= 2:
        day, month = (numbers[1], numbers[0]) if american else (numbers[0], numbers[1])
        year = numbers[2] if len(numbers) > 2 else 2024
    else:
        return None
    try:
        return date(year + 2000 if year < 100 else year, month, day).toordinal()
    except ValueError:
        return None


_ISO_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?", re.I)


def any_seconds(value: object) -> float | None:
    """Seconds out of whatever a program writes: 12.5, "12.5", "12.5s", "PT12.5S", a clock, a date with a time."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) and abs(value) < 1e18 else None
    text = str(value).strip()[:40]
    if re.fullmatch(r"-?\d{1,18}(?:[.,]\d{1,9})?s?", text):
        return float(text.rstrip("s").replace(",", "."))
    if found := _ISO_DURATION.fullmatch(text):
        hours, minutes, rest = (float(part or 0) for part in found.groups())
        return 3600 * hours + 60 * minutes + rest
    known = seconds(text)
    if known is not None:
        return known
    try:
        then = datetime.fromisoformat(text.removesuffix(" UTC"))
        return (then.replace(tzinfo=None) - datetime(1970, 1, 1)).total_seconds() - (
            then.utcoffset() or _NONE
        ).total_seconds()
    except (ValueError, OverflowError):
        return moment(text)


_NONE = datetime(1970, 1, 1) - datetime(1970, 1, 1)
# What a bare number may count: seconds, milliseconds, samples of 16 kHz, microseconds, ticks of 100 ns, nanoseconds.
_UNITS = (1.0, 1e-3, 1 / 16_000, 1e-6, 1e-7, 1e-9)


def unit_of(times: Iterable[float | None], words: int) -> float:
    """How many seconds one is, told from how fast people would speak: usually about two words a second."""
    known = [time for time in times if time is not None]
    span = max(known, default=0.0) - min(known, default=0.0)
    if span <= 0 or not words or words / span > 1 / 30 or any(time != int(time) for time in known[:200]):
        return 1.0
    return min(_UNITS, key=lambda unit: abs(math.log(words / (span * unit) / 2)))
