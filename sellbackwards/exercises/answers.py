"""Find the answers in a notebook's cells. An answer is text; nothing here runs it.

Rules, the same for the kernel, the terminal and the grader:

1. A line such as ``%%answer 1.3`` names the exercise; spelling, spaces and percent signs may be off.
2. A cell without such a line is still an answer where its id says so (``answer-1-3``).
3. Text above that line, or on it, belongs to the answer.
4. The same line again in one cell starts a new try: the last one with text counts, and that is told.
   Lines naming different exercises (two cells merged) each start their own answer.
5. Of several cells for one exercise, the last with text counts, and that is told.
6. A split cell is one answer: JupyterLab leaves the line in a new cell and the id, with the rest, in the next one.
7. A text cell is an answer only where its id says so or its first line does; an answer box turned into text is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

LONGEST = 20_000
"""Characters of an answer that are read; what follows is left out, and that is told."""

# "%%answer 1.3", "% answer1,3:", "%%anwser 1.3 and my text"; at least one "%" or the word itself.
# Possessive ("*+"): a line of a hundred thousand spaces must not cost minutes.
_MARKER = re.compile(
    r"^[ \t]*+(?P<marks>%{0,4})[ \t]*+(?P<word>[A-Za-z]{3,9})?[ \t]*+"
    r"(?P<id>\d{1,2}[ \t]?[.,][ \t]?\d{1,2})(?!\d)[ \t]*+[:.)]?[ \t]*+(?P<rest>.*)$"
)
# A first line that was meant as one and names no exercise: "%%answer", "%%". Only trusted where the cell's id helps.
_STUMP = re.compile(r"^[ \t]*+(?:%{1,4}[ \t]*+[A-Za-z]{0,9}|[Aa]nswer)[ \t]*+[\d.,]{0,4}[ \t]*+:?[ \t]*+$")
_CELL_ID = re.compile(r"^answer-(\d{1,2})-(\d{1,2})$")

_LOST = "the first line was missing"
_SPLIT = "it was split over two cells; they were read as one"
_AS_TEXT = "it stood in a cell for text, which shows no card"


@dataclass(frozen=True)
class Answer:
    """What was typed for one exercise. `notes` say, for a person, what had to be guessed on the way."""

    exercise: str
    text: str
    notes: tuple[str, ...] = ()


def _marker(line: str) -> tuple[str, str] | None:
    """(exercise id, rest of the line) where a line names an exercise, else None."""
    found = _MARKER.match(line)
    if not found:
        return None
    word = (found["word"] or "").lower()
    alike = word and SequenceMatcher(None, word, "answer").ratio() >= 0.6
    # Without the word there must be a percent sign ("%% 1.3"); without a percent sign, the word itself.
    if not (word and alike and (found["marks"] or word == "answer")) and not (found["marks"] and not word):
        return None
    exercise = re.sub(r"[ \t]", "", found["id"]).replace(",", ".")
    return exercise, found["rest"]


def exercise_of_cell_id(cell_id: str | None) -> str | None:
    """ "1.3" for the cell id "answer-1-3", else None."""
    found = _CELL_ID.match(cell_id or "")
    return f"{int(found[1])}.{int(found[2])}" if found else None


def answers_in_cell(source: str, cell_id: str | None = None) -> list[Answer]:
    """All answers in one cell, in the order they begin; empty where the cell isn't an answer cell."""
    lines = source.splitlines()
    own = exercise_of_cell_id(cell_id)
    starts = [(n, *found) for n, line in enumerate(lines) if (found := _marker(line))]
    if not starts:
        if own is None:
            return []
        notes = () if lines and _STUMP.match(lines[0]) and "answer" in lines[0] else (_LOST,)
        body = lines[1:] if lines and _STUMP.match(lines[0]) else lines
        return [_answer(own, "\n".join(body), notes)]

    tries: list[Answer] = []
    above = "\n".join(lines[: starts[0][0]]).strip()
    for place, (line, exercise, rest) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else len(lines)
        text = "\n".join([rest, *lines[line + 1 : end]])
        if place == 0 and above:
            text = f"{above}\n{text}"
        tries.append(_answer(exercise, text))
    return _last_with_text(tries, "it was there more than once in this cell; the last one with text counts")


def _answer(exercise: str, text: str, notes: tuple[str, ...] = ()) -> Answer:
    text = text.strip()
    if len(text) > LONGEST:
        text, notes = text[:LONGEST], (*notes, f"only the first {LONGEST:,} characters were read")
    return Answer(exercise, text, notes)


def _last_with_text(tries: Iterable[Answer], note: str) -> list[Answer]:
    """One answer an exercise: the last that has text, with `note` where another one with text was passed over."""
    chosen: dict[str, Answer] = {}
    for one in tries:
        before = chosen.get(one.exercise)
        if before is None or not before.text:
            chosen[one.exercise] = one
        elif one.text:
            notes = tuple(dict.fromkeys((*one.notes, *(() if one.text == before.text else (note,)))))
            chosen[one.exercise] = replace(one, notes=notes)
    return list(chosen.values())


def answers_in_notebook(notebook: Mapping[str, Any]) -> dict[str, Answer]:
    """Every answer in a notebook (nbformat 4, as a mapping), by exercise id. Outputs are never looked at."""
    found: list[Answer] = []
    above: list[Answer] = []
    for cell in notebook.get("cells", ()):
        held = _answers_of(cell) if isinstance(cell, Mapping) else []
        if held and _goes_on(above, held[0]):
            first = found.pop()
            held[0] = _answer(first.exercise, f"{first.text}\n{held[0].text}", (*first.notes, _SPLIT))
        found += held
        above = held
    chosen = _last_with_text(found, "it was there in more than one cell; the last one with text counts")
    return {answer.exercise: answer for answer in chosen}


def _goes_on(above: list[Answer], below: Answer) -> bool:
    """Is `below` the second half of a split cell whose first half, with the lines, gave `above`?"""
    by_line = {one.exercise for one in above if _LOST not in one.notes}
    return _LOST in below.notes and below.exercise in by_line


def _answers_of(cell: Mapping[str, Any]) -> list[Answer]:
    """The answers in one cell of a notebook, of whatever type."""
    source, cell_id = cell.get("source", ""), str(cell.get("id", ""))
    text = "".join(map(str, source)) if isinstance(source, list) else str(source)
    if cell.get("cell_type", "code") == "code":
        return answers_in_cell(text, cell_id)
    first = text.lstrip().partition("\n")[0]
    if exercise_of_cell_id(cell_id) is None and not _marker(first):
        return []
    return [replace(one, notes=(*one.notes, _AS_TEXT)) for one in answers_in_cell(text, cell_id)]
