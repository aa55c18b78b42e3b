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
_SPEAKER = """
    speaker speakername spkr spk speakerlabel speakerid participant name displayname who person voice role user username
    author interlocutor
""".split()
_TEXT = """
    text content transcript utterance utterancetext spokentext sentence transcription speech caption words dialogue line
    said message
""".split()
_START = """
    start starttime sttime begin starts from in timein startseconds startsec starttimes startms starttimems time
    timestamp offset timecode ts
""".split()
_END = """
    end endtime entime stop ends to out timeout endseconds endsec endtimes endms endtimems stoptime
""".split()
_REMEDY = "Give the table a heading row with the columns speaker and text (and start, if you have times)."


def read_table(text: str) -> list[Cue] | None:
    first = next((line for line in text[:20_000].split("\n") if line.strip()), "")
    delimiter = max("\t,;|", key=first.count)
    if not first.count(delimiter) or len(first) > 2000:
        return None
    headings = [re.sub(r"[^a-z]", "", cell.casefold()) for cell in first.split(delimiter)]
    speaker, said = _column(headings, _SPEAKER), _column(headings, _TEXT)
    known = sum(heading in {*_SPEAKER, *_TEXT, *_START, *_END} for heading in headings)
    if (speaker is None and said is None) or (known < 2 and len(headings) == 2):
        return None
    if said is None:
        raise Refusal("line 1", "No column holds what was said.", _REMEDY)
    if speaker is None:
        raise Refusal("line 1", "No column says who speaks.", _REMEDY)
    start, end = _column(headings, _START), _column(headings, _END)
    if headings[said] == "message" and (start is None or end is None):
        raise Refusal(
            "line 1", "This looks like a chat's messages, not speech.", "Ask the tool for the transcript of the call."
        )
    rows = _rows(text, delimiter)
    if len(rows) < 2:
        raise Refusal("line 2", "The table has headings and no rows.", "Ask the tool for the transcript again.")
    times = _times(_cells(rows[1:], start), headings[start] if start is not None else "")
    ends = _times(_cells(rows[1:], end), headings[end] if end is not None else "")
    return [
        Cue(row[speaker] if speaker < len(row) else None, " ".join(row[said].split()), begun, ended)
        for row, begun, ended in zip(rows[1:], times, ends, strict=True)
        if said < len(row)
    ]


def _column(headings: list[str], names: list[str]) -> int | None:
    return next((headings.index(name) for name in names if name in headings), None)


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


def _cells(rows: list[list[str]], column: int | None) -> list[str]:
    return [row[column].strip() if column is not None and column < len(row) else "" for row in rows]


def _times(cells: list[str], heading: str) -> list[float | None]:
    """Seconds, whatever they are written as: 12.5, 00:00:12.5, milliseconds (the heading says ms), dates with times."""
    values = [_time(cell) for cell in cells]
    if heading.endswith("ms"):
        return [None if value is None else value / 1000 for value in values]
    return values


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
