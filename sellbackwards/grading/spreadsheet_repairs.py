"""Repair exercise numbers and learners' names that a spreadsheet changed, where only one reading is possible.

Spreadsheets take what they can for a date or a number: 1.2 becomes 01.Feb, Feb 01, 2026-02-01, 45323 or "1,2"; 1.10
becomes 1.1, and the learner 00123 becomes 123. Which exercises the lesson has, and who handed in, tells what it was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date, timedelta
from functools import cache

# Languages of spreadsheet programs; their names of months come from Unicode's CLDR.
_LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "is", "pl", "cs", "sk", "hu", "ro", "hr", "sl"),
    *("sr", "bs", "mk", "sq", "bg", "ru", "uk", "el", "tr", "et", "lv", "lt", "ca", "eu", "gl", "ga", "cy", "he", "ar"),
    *("fa", "hi", "id", "ms", "vi", "th", "zh", "ja", "ko", "af"),
)
_MORE = {"de": {"mrz": 3, "sep": 9, "jän": 1, "jänner": 1}, "en": {"sept": 9}, "es": {"sep": 9}, "nl": {"maa": 3}}
_UNITS = {"年", "月", "日", "년", "월", "일", "thg", "tháng"}  # what some languages write behind year, month and day
_COURSE = 2020  # nobody marked answers of this course before
_SERIALS = range(20_000, 80_000)  # days since 1899-12-30 that fall into 1954 to 2119


def exercises_meant(text: str, ids: Collection[str]) -> tuple[str, ...]:
    """The exercises of a lesson (`ids`) that a cell can stand for, the cell as it is first; () where it is none."""
    plain = unicodedata.normalize("NFKC", text).strip().lstrip("'").strip()
    same = plain.replace(",", ".")
    found = [same] if same in ids else []
    number = re.fullmatch(r"(\d+)\.(\d+)", same)
    if number:  # 1.1 of 1.10, 1.20 of 1.2
        bare = f"{int(number[1])}.{number[2].rstrip('0')}"
        found += [
            one for one in ids if one != same and f"{one.partition('.')[0]}.{one.partition('.')[2].rstrip('0')}" == bare
        ]
        if not found:  # 01.02, 1.2000000000000002
            found += [
                one for one in (f"{int(number[1])}.{int(number[2])}", f"{float(same):.6f}".rstrip("0")) if one in ids
            ]
    if not found:
        found = [one for one in _from_date(plain) if one in ids]
    return tuple(dict.fromkeys(found))


def _from_date(text: str) -> list[str]:
    """Every "a.b" that a spreadsheet may have read as this date or time."""
    if text.isdigit() and int(text) in _SERIALS:
        day = date(1899, 12, 30) + timedelta(days=int(text))
        return _pairs(day.day, day.month, day.year)
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})(?::00)?(?:\s*[ap]m)?", text.lower())
    if clock:
        return [f"{int(clock[1])}.{int(clock[2])}", f"{int(clock[1])}.{clock[2]}"]
    text = re.sub(r"[T ]00:00(?::00)?(?:\.0+)?(?:Z|$)|[T ]\d{2}:\d{2}:\d{2}.*$", "", text)
    numbers = [int(one) for one in re.findall(r"\d+", text)][:4]
    words = month_words(text)
    if words:
        months = set().union(*(months_of(word) for word in words))
        return [pair for month in sorted(months) for pair in _with_month(numbers, month)]
    if not set(re.findall(r"[^\W\d_]+", text)) <= _UNITS:
        return []
    if len(numbers) == 2:
        return _pairs(numbers[0], numbers[1], None)
    if len(numbers) == 3:
        at = next((n for n, one in enumerate(numbers) if one > 1900), None)
        readings = [at] if at is not None else [2, 0]  # a year of two digits stands last or first
        found = []
        for n in readings:
            first, second = (one for m, one in enumerate(numbers) if m != n)
            found += _pairs(first, second, numbers[n])
        return found
    return []


def _pairs(first: int, second: int, year: int | None) -> list[str]:
    """Day and month either way round; or a month and a year, on the first of the month.

    A spreadsheet gives a day and a month its own year, so a year before this course can only be what was typed.
    """
    found = [f"{first}.{second}", f"{second}.{first}"]
    if year is not None and 1 in (first, second):
        month_and_year = f"{second if first == 1 else first}.{year % 100}"
        return [month_and_year] if (year + 2000 if year < 100 else year) < _COURSE else [*found, month_and_year]
    return found


def _with_month(numbers: list[int], month: int) -> list[str]:
    """ "01. Feb", "Feb 01", "Jan 13" (the 13th, or 2013), "1 February 2026"."""
    if len(numbers) == 1:
        day = numbers[0] % 100 if numbers[0] > 1900 else numbers[0]
        return [f"{day}.{month}", f"{month}.{day}"]
    if len(numbers) == 2:
        at = next((n for n, one in enumerate(numbers) if one > 31), 1)
        return _pairs(numbers[1 - at], month, numbers[at])
    return []


def month_words(text: str) -> list[str]:
    """The words of a text that is a date with the month in words; none where it holds other words, too."""
    words = re.findall(r"[^\W\d_]+", text)
    words = [word for word in words if _plain(word) not in {"de", "of", "do", "the", "st", "nd", "rd", "th", "e", "d"}]
    return words if len(words) == 1 and months_of(words[0]) else []


def months_of(word: str) -> frozenset[int]:
    """The months that a word, or the beginning of one, names in any of the languages."""
    plain = _plain(word)
    names = _month_names()
    if plain in names:
        return names[plain]
    if len(plain) < 3:
        return frozenset()
    return frozenset().union(*(months for name, months in names.items() if name.startswith(plain)))


def _plain(word: str) -> str:
    """Small letters without accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(one))


@cache
def _month_names() -> Mapping[str, frozenset[int]]:
    """Names and short names of months in many languages → the months that they stand for in one of them."""
    from babel.dates import get_month_names  # a tenth of a second, only for a table with dates in it

    found: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        names = [
            (name, month)
            for width in ("abbreviated", "wide")
            for context in ("format", "stand-alone")
            for month, name in get_month_names(width, context, language).items()
        ]
        for name, month in [*names, *_MORE.get(language, {}).items()]:
            for word in re.findall(r"[^\W\d_]+", name):
                found.setdefault(_plain(word), set()).add(month)
    return {name: frozenset(months) for name, months in found.items() if len(months) < 3}


# --- learners --------------------------------------------------------------------------------------------------------


class Learners:
    """Who handed in, to find those that a cell of a spreadsheet can stand for."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = frozenset(known)
        self._numbers: dict[str, list[str]] = {}
        self._plain: dict[str, list[str]] = {}
        for one in sorted(self._known):
            self._plain.setdefault(_plain(" ".join(one.split())), []).append(one)
            if number := _unzeroed(one):
                self._numbers.setdefault(number, []).append(one)

    def meant(self, text: str) -> tuple[str, ...]:
        """Only the cell itself where it is somebody; () where it can't be anybody."""
        if text in self._known:
            return (text,)
        if found := self._numbers.get(_unzeroed(text) or ""):
            return tuple(found)
        if re.fullmatch(_ROUNDED, text.strip()):
            return tuple(one for number, ones in self._numbers.items() if _rounded(text, number) for one in ones)
        if (mended := unscrambled(text)) in self._known:
            return (mended,)
        if re.search(r"[?\ufffd_]", text):  # letters that the file's encoding didn't have
            lost = re.compile("".join("." if one in "?\ufffd_" else re.escape(one) for one in text), re.DOTALL)
            return tuple(one for one in self._known if lost.fullmatch(one))
        return tuple(self._plain.get(_plain(" ".join(text.split())), ()))


def _unzeroed(text: str) -> str | None:
    """ "123" of "00123" and of "123.0"; None for what isn't a number alone."""
    plain = text.strip().removesuffix(".0")
    return plain.lstrip("0") or "0" if plain.isascii() and plain.isdigit() else None


_ROUNDED = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+(\d+)")


def _rounded(text: str, number: str) -> bool:
    """Is "1.23457E+11" what a spreadsheet shows of this number?"""
    shown = _ROUNDED.fullmatch(text.strip())
    if not shown or len(number) != int(shown[3]) + 1:
        return False
    whole, places = shown[1], shown[2] or ""
    return f"{int(number):.{len(places)}e}" == f"{whole}{'.' if places else ''}{places}e+{int(shown[3]):02d}"


def unscrambled(text: str) -> str:
    """UTF-8 that was read in another code page ("JosÃ©"), as it was; else the text itself."""
    if text.isascii():
        return text
    for encoding in ("cp1252", "mac_roman", "latin-1"):
        with suppress(UnicodeError):
            return text.encode(encoding).decode("utf-8")
    return text
