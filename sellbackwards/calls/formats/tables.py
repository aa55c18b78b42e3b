"""CSV and TSV: a heading row that names at least the speaker and the text."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime

from sellbackwards.calls.call import Cue
from sellbackwards.calls.clock import seconds
from sellbackwards.calls.formats.base import Refusal

# Headings met in exports and research files, lower case, letters only. The first that fits wins.
_SPEAKER_HEADINGS = """
    speaker speakername spkr spk speakerlabel speakerid participant name displayname who person voice role user username
    author interlocutor sprecher redner locuteur intervenant orador hablante
"""
_TEXT_HEADINGS = """
    text content transcript utterance utterancetext spokentext sentence transcription speech caption words dialogue line
    said texte texto inhalt message
"""
_START_HEADINGS = """
    start starttime sttime begin starts from in timein startseconds startsec starttimes startms starttimems time
    timestamp offset timecode ts beginn anfang inicio debut
"""
_END_HEADINGS = """
    end endtime entime stop ends to out timeout endseconds endsec endtimes endms endtimems stoptime ende fin
"""
_SPEAKER, _TEXT = _SPEAKER_HEADINGS.split(), _TEXT_HEADINGS.split()
_START, _END = _START_HEADINGS.split(), _END_HEADINGS.split()
_REMEDY = "Give the table a heading row with the columns speaker and text (and start, if you have times)."


def read_table(text: str) -> list[Cue] | None:
    above, delimiter, headings = _headings(text)
    if len(headings) < 2:
        return None
    known = sum(heading in {*_SPEAKER, *_TEXT, *_START, *_END} for heading in headings)
    if not {*_SPEAKER, *_TEXT} & set(headings) or (known < 2 and len(headings) == 2):
        return None
    if not set(_TEXT) & set(headings):
        raise Refusal("line 1", "No column holds what was said.", _REMEDY)
    if not set(_SPEAKER) & set(headings):
        raise Refusal("line 1", "No column says who speaks.", _REMEDY)
    rows = _rows("\n".join(text.split("\n")[above:]), delimiter)[1:]
    if not rows:
        raise Refusal("line 2", "The table has headings and no rows.", "Ask the tool for the transcript again.")
    speakers, said = _column(rows, headings, _SPEAKER), _column(rows, headings, _TEXT)
    starts, ends = _times(rows, headings, _START), _times(rows, headings, _END)
    if not any(heading in headings for heading in _TEXT if heading != "message") and not any(ends):
        problem = "This looks like a chat's messages, not speech."
        raise Refusal("line 1", problem, "Ask the tool for the transcript of the call.")
    unit = _unit(said, starts)
    return [
        Cue(speaker, " ".join(words.split()), _scaled(start, unit), _scaled(end, unit))
        for speaker, words, start, end in zip(speakers, said, starts, ends, strict=True)
    ]


def _unit(said: list[str], starts: list[float | None]) -> float:
    """0.001 where the times can only be milliseconds: whole numbers, and less than a word in half a minute."""
    known = [start for start in starts if start is not None]
    words = sum(len(cell.split()) for cell in said)
    whole = len(known) > 1 and all(start == int(start) for start in known)
    return 0.001 if whole and words < (max(known) - min(known)) / 30 else 1.0


def _scaled(value: float | None, unit: float) -> float | None:
    return None if value is None else value * unit


def refuse_table(text: str) -> list[Cue] | None:
    """A table whose headings say nothing of speech; tried last, since a transcript may stand in columns, too."""
    rows = [line for line in text[:20_000].split("\n") if line.strip()][:5]
    delimiter = max("\t,;|", key=rows[0].count)
    if rows[0].count(delimiter) >= 2 and len(rows) > 1 and len({row.count(delimiter) for row in rows}) == 1:
        raise Refusal("line 1", "This is a table, and no column is called speaker or text.", _REMEDY)
    return None


def _headings(text: str) -> tuple[int, str, list[str]]:
    """(lines above it, the sign between columns, the headings) of the first row that names speaker and text.

    A title, or Excel's "sep=;", may stand above it. Where no row names both, the first one that isn't empty.
    """
    first: tuple[int, str, list[str]] | None = None
    for n, line in enumerate(text[:20_000].split("\n")[:10]):
        delimiter = max("\t,;|", key=line.count)
        if not line.strip() or line.startswith("sep=") or len(line) > 2000:
            continue
        headings = [_heading(cell) for cell in line.split(delimiter)]
        if set(_SPEAKER) & set(headings) and set(_TEXT) & set(headings):
            return n, delimiter, headings
        first = first or (n, delimiter, headings)
    return first or (0, ",", [])


def _heading(cell: str) -> str:
    """ "Start (s)" is "start", "Start (ms)" is "startms"."""
    unit = "ms" if re.search(r"\(\s*(?:ms|milli\w+)\s*\)", cell, re.I) else ""
    return re.sub(r"[^a-zé]", "", re.sub(r"\(.*?\)", "", cell.casefold())).replace("é", "e") + unit


def _column(rows: list[list[str]], headings: list[str], names: list[str]) -> list[str]:
    """The cells under the first of `names` that has any: exports keep empty columns."""
    for name in names:
        if name in headings:
            n = headings.index(name)
            cells = [row[n].strip() if n < len(row) else "" for row in rows]
            if any(cells):
                return cells
    return [""] * len(rows)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    if delimiter == "\t":  # a tab needs no quotes, so a stray one is part of what was said
        rows = [line.split("\t") for line in text.split("\n")]
        rows = [[re.sub(r'^"(.*)"$', r"\1", cell, flags=re.S).replace('""', '"') for cell in row] for row in rows]
    else:
        reader = csv.reader(io.StringIO(text), delimiter=delimiter)
        try:
            rows = list(reader)
        except csv.Error:
            raise Refusal(
                f"line {reader.line_num}",
                "A quotation mark is opened here and never closed.",
                "Close it, or save the table again as CSV.",
            ) from None
    return [row for row in rows if any(cell.strip() for cell in row)]


def _times(rows: list[list[str]], headings: list[str], names: list[str]) -> list[float | None]:
    """Seconds, whatever they are written as: 12.5, 00:00:12.5, milliseconds (the heading says ms), dates with times."""
    unit = 0.001 if any(name in headings for name in names if name.endswith("ms")) else 1.0
    return [_scaled(_time(cell), unit) for cell in _column(rows, headings, names)]


def _time(cell: str) -> float | None:
    if not cell:
        return None
    if re.fullmatch(r"-?\d{1,12}(?:[.,]\d{1,9})?", cell):
        return float(cell.replace(",", "."))
    value = seconds(cell)
    if value is not None:
        return value
    try:
        return datetime.fromisoformat(cell[:40]).timestamp()
    except (ValueError, OverflowError, OSError):
        return None
