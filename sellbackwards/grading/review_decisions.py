"""Points and comments that a person gives on the review page: read from review.csv, saved to it as they come."""

from __future__ import annotations

import csv
import json
import re
import threading
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from sellbackwards.course import EXERCISES
from sellbackwards.exercises.catalogue import all_sets, set_of_notebook
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.model import Exercise, ExerciseSet
from sellbackwards.exercises.older_copies import shown_in
from sellbackwards.grading.review_table import COLUMNS, NOTE, Key, Row, known_of, points_in, read_rows, shown_text
from sellbackwards.grading.settings import GradingError
from sellbackwards.grading.tables import Table, written


class Desk:
    """The review.csv of one folder of marks, open for a person. Safe for several tabs and for other programs' changes.

    Raises GradingError where there is nothing to review.
    """

    def __init__(self, out: Path, sets: Sequence[ExerciseSet] | None = None) -> None:
        self.path = out / "review.csv"
        self._lock = threading.RLock()
        self._sets = tuple(all_sets() if sets is None else sets)
        self._exercises = {(found.name, one.id): one for found in self._sets for one in found.exercises}
        self._learners, self._most = _marked(out / "grades.csv")
        self._seen: tuple[int, int] | None = None
        self._rows: list[Row] = []
        self._mine: dict[Key, Row] = {}
        self.warnings: list[str] = []
        if not self.path.is_file():
            raise GradingError(f"{self.path}: isn't there; run sellbackwards grade SUBMISSIONS --out {out} first")
        self._read()

    @property
    def waiting(self) -> int:
        """How many answers have no points yet."""
        with self._lock:
            return sum(not row.points.strip() for row in self._rows)

    @property
    def decided(self) -> int:
        """How many rows have been decided here."""
        return len(self._mine)

    def state(self) -> dict[str, Any]:
        """Everything for the page, as JSON: exercises in the course's order, each with its groups of same answers."""
        with self._lock:
            self._read()
            by_exercise: dict[tuple[str, str], list[Row]] = {}
            for row in self._rows:
                by_exercise.setdefault((row.lesson, row.exercise), []).append(row)
        order = {key: n for n, key in enumerate(self._exercises)}
        keys = sorted(by_exercise, key=lambda key: (order.get(key, len(order)), key))
        return {"exercises": [self._exercise(key, by_exercise[key]) for key in keys]}

    def save(self, edits: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Write what was decided; for each edit whether it was saved, or why not. Raises GradingError, OSError.

        An edit: `lesson`, `exercise`, `learners`, `points` and `comment` as typed, and `was`, the [points, comment]
        that the page showed. A row that somebody else has changed meanwhile is not overwritten but given back.
        """
        with self._lock:
            self._read()
            answers = [self._apply(one) for one in edits]
            if any(one["saved"] for one in answers):
                self._write()
            return answers

    def _apply(self, edit: Mapping[str, Any]) -> dict[str, Any]:
        lesson, exercise = str(edit["lesson"]), str(edit["exercise"])
        text, comment = str(edit["points"]).strip(), str(edit["comment"]).strip()
        points, fault = points_in(text)
        most = self._most.get((lesson, exercise))
        if points is not None and most is not None and points > most:
            fault = f"the most is {most:g}"
        if fault:
            return {"saved": False, "fault": fault}
        new = ("" if points is None else f"{points:g}", comment)
        was = (str(edit["was"][0]), str(edit["was"][1]))
        places = {(row.learner, row.lesson, row.exercise): n for n, row in reversed(list(enumerate(self._rows)))}
        keys = [(str(learner), lesson, exercise) for learner in edit["learners"]]
        rows = [self._rows[places[key]] for key in keys if key in places]
        others = {now for row in rows if (now := decision(row)) not in {was, new}}
        if others and not edit.get("anyway"):
            return {"saved": False, "other": sorted(others)[0]}
        for key in keys:
            if key in places:
                row = replace(self._rows[places[key]], points=new[0], comment=new[1])
                self._rows[places[key]] = row
            else:  # another program took the row away: what was decided is kept
                row = Row(0, *key, answer=str(edit.get("answer", "")), points=new[0], comment=new[1])
                self._rows.append(row)
            self._mine[key] = row
        return {"saved": True, "now": new}

    def _exercise(self, key: tuple[str, str], rows: Sequence[Row]) -> dict[str, Any]:
        lesson, number = key
        exercise = self._exercises.get(key)
        most = self._most.get(key, exercise.points if exercise else None)
        return {
            "lesson": lesson,
            "exercise": number,
            "title": exercise.title if exercise else "",
            "set": next((one.title for one in self._sets if one.name == lesson), lesson),
            "most": most,
            "shown": _shown(lesson, exercise),
            "compare": _compare(exercise),
            "groups": _groups(rows),
        }

    def _read(self) -> None:
        """The rows as the file has them now; what was decided here stays where another program emptied it."""
        try:
            status = self.path.stat()
        except OSError:
            return  # taken away meanwhile: the next save puts it back
        if self._seen == (status.st_mtime_ns, status.st_size):
            return
        self._rows, self.warnings = read_rows(self.path, known_of(self._sets, self._learners))
        self._seen = (status.st_mtime_ns, status.st_size)
        for n, row in enumerate(self._rows):
            mine = self._mine.get((row.learner, row.lesson, row.exercise))
            if mine and decision(row) == ("", "") and shown_text(row.answer) == shown_text(mine.answer):
                self._rows[n] = replace(row, points=mine.points, comment=mine.comment)

    def _write(self) -> None:
        with written(self.path, mark=True) as file:
            table = Table(file, COLUMNS)
            for row in self._rows:
                table.row(
                    *(row.learner, row.lesson, row.exercise, row.answer, row.criteria, row.proposal),
                    *(row.points, row.comment),
                )
        status = self.path.stat()
        self._seen = (status.st_mtime_ns, status.st_size)


def decision(row: Row) -> tuple[str, str]:
    """(points, comment) of a row as the page shows them."""
    points, fault = points_in(row.points)
    return row.points.strip() if fault or points is None else f"{points:g}", shown_text(row.comment).strip()


def _marked(path: Path) -> tuple[frozenset[str], dict[tuple[str, str], float]]:
    """(the learners, the most points of each exercise) in grades.csv; nothing where it can't be read."""
    learners: set[str] = set()
    most: dict[tuple[str, str], float] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                learners.add(unicodedata.normalize("NFC", shown_text(row["learner"])))
                if row["exercise"] and row["max_points"]:
                    most[row["lesson"], row["exercise"]] = float(row["max_points"])
    except (OSError, ValueError, KeyError, csv.Error, TypeError):
        return frozenset(), {}
    return frozenset(learners), most


def _groups(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Rows with the same answer and the same decision as one; the answers that most have given first."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in rows:
        answer, (points, comment) = shown_text(row.answer), decision(row)
        notes = _told(row.criteria, NOTE)
        key = (" ".join(re.findall(r"\w+", answer.casefold())) or answer, row.proposal, points, comment, *notes)
        group = found.setdefault(
            key,
            {
                "answer": answer,
                "criteria": _criteria(row.criteria),
                "notes": notes,
                "proposal": row.proposal,
                "points": points,
                "comment": comment,
                "learners": [],
            },
        )
        group["learners"].append(row.learner)
    return sorted(found.values(), key=lambda one: -len(one["learners"]))


_MET = {"met": "met", "not met": "not met", "?": "can't tell"}


def _criteria(text: str) -> list[list[str]]:
    """[[met, not met or can't tell, the criterion]] of a cell of review.csv."""
    lines = (line.partition(": ") for line in shown_text(text).splitlines())
    return [[_MET[word], rest] for word, _, rest in lines if word in _MET]


def _told(text: str, word: str) -> list[str]:
    """What stands behind this word in the lines of a cell of review.csv."""
    lines = (line.partition(": ") for line in shown_text(text).splitlines())
    return [rest for before, _, rest in lines if before == word]


def _shown(lesson: str, exercise: Exercise | None) -> str:
    """What the learner read above the answer box, as plain text."""
    if exercise is None:
        return ""
    prompt = _prompts(lesson).get(exercise.id) or KINDS[exercise.kind].shown(exercise.spec)
    task = re.split(r"<details|^\W*What a right answer needs", prompt, maxsplit=1, flags=re.MULTILINE)[0]
    plain = re.sub(r"^#.*\n+|<[^>]*>|\*\*|^> ?", "", task, flags=re.MULTILINE)
    one_line = re.sub(
        r"(?<=\S)[ \t]*\n(?!\s*(?:\n|[-*•]|\w{1,2}[.)]))", " ", plain
    )  # a paragraph; lists keep their lines
    return re.sub(r"\n\s*\n\s*", "\n\n", one_line).strip()


@cache
def _prompts(lesson: str) -> Mapping[str, str]:
    """The text cell of each exercise in the notebook that is given out; none where it can't be read."""
    try:
        notebook = json.loads((EXERCISES / f"{lesson}.ipynb").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    found = set_of_notebook(notebook)
    return {exercise: shown.prompt for exercise, shown in shown_in(notebook).items()} if found else {}


def _compare(exercise: Exercise | None) -> list[list[str]]:
    """[[what it is, the text]]: answers to compare with."""
    if exercise is None:
        return []
    anchors = exercise.spec.get("anchors")
    found = [[f"A {name} answer", str(text)] for name, text in anchors.items()] if isinstance(anchors, Mapping) else []
    return [*found, *([["The model answer", exercise.model]] if exercise.model else [])]
