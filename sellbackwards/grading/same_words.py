"""Find the same words in several notebooks, or the model answer's own: shown to the instructor, never punished."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.kinds.checks import CHECKS, check_of
from sellbackwards.exercises.model import Exercise, ExerciseSet
from sellbackwards.exercises.verdict_cards import shorten
from sellbackwards.grading.scoring import Score

_WORDS = 6
"""Fewer words than that, and two people may well have thought of the same."""
GROUPS, NAMES = 50, 12
"""The most that is listed: answers, and learners of each."""


@dataclass(frozen=True)
class SameWords:
    """One answer that several gave to the letter. `model`: it is the exercise's model answer."""

    exercise: str
    answer: str
    learners: tuple[str, ...]
    count: int
    model: bool


def own_words(exercise: Exercise, answer: str) -> str:
    """What a learner had to word themselves, blanks and capitals apart; "" where it is too short to tell anything."""
    if not KINDS[exercise.kind].ABOUT.own_words:
        return ""
    if "fields" in exercise.spec:
        free = _free_fields(exercise)
        named = (line.partition(":") for line in answer.splitlines())
        lines = [text for name, _, text in named if name.strip(" *-").casefold() in free]
    else:
        lines = answer.splitlines()
    text = " ".join(" ".join(lines).casefold().split())
    return text if text.count(" ") >= _WORDS - 1 else ""


def _free_fields(exercise: Exercise) -> set[str]:
    """The names of the fields that a learner words themselves, in small letters."""
    return {
        one["name"].casefold()
        for one in exercise.spec["fields"]
        if not all(CHECKS[check_of(need)].given for need in one["needs"])
    }


class Compared:
    """Answers of a whole class, compared on disk, so that memory doesn't grow with it."""

    def __init__(self, sets: Sequence[ExerciseSet]) -> None:
        self._exercises = {one.id: one for found in sets for one in found.exercises}
        self._models = {
            (one.id, text) for one in self._exercises.values() if one.model and (text := own_words(one, one.model))
        }
        self._db = sqlite3.connect("")  # a private file that goes away with it
        self._db.execute("CREATE TABLE words (exercise TEXT, digest BLOB, learner TEXT, answer TEXT, model INTEGER)")

    def add(self, learner: str, rows: Iterable[Score]) -> None:
        """One learner's answers of one lesson."""
        found = []
        for row in rows:
            if text := own_words(self._exercises[row.exercise], row.mark.answer):
                model = (row.exercise, text) in self._models
                digest = sha256(text.encode("utf-8", "replace")).digest()[:12]
                found.append((row.exercise, digest, learner, row.mark.answer[:400], model))
        self._db.executemany("INSERT INTO words VALUES (?, ?, ?, ?, ?)", found)

    def found(self) -> tuple[list[SameWords], int]:
        """(answers that several gave, or that are a model answer; how many more there are), the most frequent first."""
        same = "FROM words GROUP BY exercise, digest HAVING count(DISTINCT learner) > 1 OR max(model)"
        groups = self._db.execute(
            f"SELECT exercise, digest, min(answer), count(DISTINCT learner) AS n, max(model) {same} "
            "ORDER BY n DESC, exercise LIMIT ?",
            (GROUPS,),
        ).fetchall()
        (more,) = self._db.execute(f"SELECT count(*) FROM (SELECT 1 {same})").fetchone()
        return [
            SameWords(exercise, shorten(answer, 300), tuple(self._learners(exercise, digest)), count, bool(model))
            for exercise, digest, answer, count, model in groups
        ], more - len(groups)

    def _learners(self, exercise: str, digest: bytes) -> list[str]:
        rows = self._db.execute(
            "SELECT DISTINCT learner FROM words WHERE exercise = ? AND digest = ? ORDER BY learner LIMIT ?",
            (exercise, digest, NAMES),
        )
        return [str(learner) for (learner,) in rows]
