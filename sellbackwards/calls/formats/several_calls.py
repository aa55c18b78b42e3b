"""Split a file that holds several calls: a table with a call in each row, a list of conversations."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from sellbackwards.calls.formats.base import Refusal
from sellbackwards.calls.formats.json_shapes import read_json
from sellbackwards.calls.formats.lines import read_lines
from sellbackwards.calls.formats.tables import headings_of, rows_of

Part = tuple[str, str]  # what a call is called, and its text

_IDS = """
    callid conversationid conversation meetingid meeting recordingid sessionid session dialogueid dialogid
    threadid thread
    transcriptid engagementid activityid interactionid contactid ticketid chatid call
"""
_CALL_IDS = frozenset(_IDS.split())
_LABELS = (*_IDS.split(), "id", "callname", "calltitle", "title", "subject", "name", "file", "filename")
_TURN = re.compile(r"(?:^|(?<=[\s>|]))(?P<name>[A-ZÀ-Þ][\w'’.-]{0,30}(?: [A-ZÀ-Þ(][\w'’.)-]{0,30}){0,3}):\s")


def calls_in_text(text: str) -> list[Part]:
    """(name, text) of each call in a text that holds several, or a whole call in one cell; else empty."""
    parts = _in_json(text) if text[:400].lstrip()[:1] in ("[", "{") else _in_table(text)
    labels = _labels([label for label, _ in parts])
    return [(label, said) for label, (_, said) in zip(labels, parts, strict=True)]


def _labels(given: Sequence[str]) -> list[str]:
    """Labels of which none is empty or comes twice."""
    counts = Counter(given)
    return [
        " ".join(label.split())[:60] if label.strip() and counts[label] == 1 else f"{label[:50]} {n}".strip()
        for n, label in enumerate(given, 1)
    ]


def _in_table(text: str) -> list[Part]:
    above, delimiter, headings = headings_of(text)
    if len(headings) < 2:
        return []
    try:
        rows = rows_of("\n".join(text.split("\n")[above:]), delimiter)[1:]
    except Refusal:
        return []
    if not rows:
        return []
    return _a_call_in_each_row(headings, rows) or _conversations(text, above, delimiter, headings, rows)


def _cell(row: Sequence[str], n: int) -> str:
    return row[n] if n < len(row) else ""


def _a_call_in_each_row(headings: list[str], rows: list[list[str]]) -> list[Part]:
    """The column with the longest cells, if most of them are talk by themselves."""
    width = range(max(map(len, rows)))
    longest = max(width, key=lambda n: sum(len(_cell(row, n)) for row in rows))
    cells = [unfolded(_cell(row, longest)) for row in rows]
    shown = [cell for cell in cells if cell.strip()][:5]
    if not shown or sum(map(_is_talk, shown)) < 0.6 * len(shown):
        return []
    label = next((headings.index(key) for key in _LABELS if key in headings and headings.index(key) != longest), None)
    if label is None and longest != 0 and len({_cell(row, 0) for row in rows}) == len(rows):
        label = 0
    return [
        (f"row {n}" if label is None else _cell(row, label), cell)
        for n, (row, cell) in enumerate(zip(rows, cells, strict=True), 2)
    ]


def _is_talk(text: str) -> bool:
    try:
        if text.lstrip()[:1] in ("[", "{") and (found := read_json(text)):
            return len({cue.speaker for cue in found.cues}) > 1
        lines = read_lines(text) if text.count("\n") >= 1 else None
    except Refusal:
        return False
    return lines is not None and len({cue.speaker for cue in lines.cues}) > 1


def unfolded(cell: str) -> str:
    """A transcript squeezed into one cell, in lines again: "\\n" written out, <br>, or all turns on one line."""
    cell = re.sub(r"(?:\\r)?\\n|<br\s?/?>|\r", "\n", cell)
    if cell.count("\n") >= 2 or cell.lstrip()[:1] in ("[", "{"):
        return cell
    counts = Counter(found["name"] for found in _TURN.finditer(cell))
    again = {name for name, n in counts.items() if n > 1} or set(counts)
    if len(again) < 2:
        return cell
    return _TURN.sub(lambda found: f"\n{found[0]}" if found["name"] in again else found[0], cell).strip()


def _conversations(text: str, above: int, delimiter: str, headings: list[str], rows: list[list[str]]) -> list[Part]:
    """A row for each turn, and a column that says of which call: a table for each of them."""
    key = next((n for n, heading in enumerate(headings) if heading in _CALL_IDS), None)
    if key is None:
        return []
    groups: dict[str, list[list[str]]] = {}
    for row in rows:
        groups.setdefault(_cell(row, key), []).append(row)
    if len(groups) < 2 or len(groups) > len(rows) / 2:
        return []
    heading = next(csv.reader([text.split("\n")[above]], delimiter=delimiter))
    return [(label, _as_csv([heading, *group])) for label, group in groups.items()]


def _as_csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _in_json(text: str) -> list[Part]:
    """A list of at least two things, each of which is a talk of at least two people by itself."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        try:
            data = [json.loads(line) for line in text.split("\n") if line.strip()]
        except (ValueError, RecursionError):
            return []
    for rows in _lists(data):
        if _talks(rows):
            return [_from_json(n, row) for n, row in enumerate(rows, 1)]
    return []


def _lists(data: Any) -> list[list[dict[str, Any]]]:
    """Lists of dicts in the first two floors of a document."""
    places = [data, *(data.values() if isinstance(data, dict) else [])]
    places += [value for place in places[1:] if isinstance(place, dict) for value in place.values()]
    lists = [place for place in places if isinstance(place, list) and len(place) > 1]
    return [place for place in lists if all(isinstance(one, dict) for one in place[:50])]


def _talks(rows: list[dict[str, Any]]) -> bool:
    """Are the first three of them talks? Something that holds no list and no long text is none."""
    return all(
        isinstance(row, dict)
        and any(
            isinstance(value, list | dict) or (isinstance(value, str) and value.count(":") > 1)
            for value in row.values()
        )
        and _is_talk(_from_json(0, row)[1])
        for row in rows[:3]
    )


def _from_json(n: int, row: dict[str, Any]) -> Part:
    label = next(
        (
            str(row[key])
            for key in row
            if re.sub(r"[^a-z]", "", key.lower()) in _LABELS and isinstance(row[key], str | int)
        ),
        f"call {n}",
    )
    if not any(isinstance(value, list | dict) for value in row.values()):
        longest = max((value for value in row.values() if isinstance(value, str)), key=len, default="")
        return label, unfolded(longest)
    return label, json.dumps(row)
