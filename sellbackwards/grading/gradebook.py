"""The columns of grades.csv (a row an exercise) and of gradebook.csv (a row a learner), their names and their order."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple, TextIO

from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.grading.settings import Settings
from sellbackwards.grading.tables import Table

IDS = ("email", "id", "login", "user")
"""What a platform or the roster knows somebody by; a column each in gradebook.csv where anybody has it."""


class GradeRow(NamedTuple):
    """A row of grades.csv, whose columns have these names. `exercise` is "" where it is about a whole file."""

    learner: str
    lesson: str
    exercise: str
    status: str
    points: float | None
    max_points: float | None
    reason: str


@dataclass(frozen=True)
class Line:
    """One learner in gradebook.csv.

    `points`: lesson → points, without those that weren't handed in; `to_review`: how many answers and files wait for a
    person; `ids`: by `IDS`; `numbers`: lesson → the number that the platform gave them in that assignment alone.
    """

    learner: str
    points: Mapping[str, float]
    to_review: int
    ids: Mapping[str, str]
    numbers: Mapping[str, str]

    @property
    def total(self) -> float | None:
        """All points; None where nothing is marked yet, which is no zero."""
        return sum(self.points.values()) if self.points else None


class Gradebook:
    """The learners' lines, kept until all are known, since they decide which columns there are.

    They wait in a file (`waiting`, to write and read), so that memory doesn't grow with the class.
    """

    def __init__(self, waiting: TextIO) -> None:
        self._waiting = waiting
        self._ids: set[str] = set()  # the kinds of ids that anybody has
        self._numbered: set[str] = set()  # the lessons in which anybody has a number

    def add(self, line: Line) -> None:
        """One learner more."""
        self._ids.update(line.ids)
        self._numbered.update(line.numbers)
        self._waiting.write(json.dumps(asdict(line)) + "\n")

    def write(self, file: TextIO, lessons: Sequence[ExerciseSet], settings: Settings) -> None:
        """The whole table, with a column for each of `lessons`."""
        most = sum(one.points * settings.weight(found.name, one.id) for found in lessons for one in found.exercises)
        columns = self._columns([found.name for found in lessons], most)
        table = Table(file, list(columns))
        self._waiting.seek(0)
        for text in self._waiting:
            line = Line(**json.loads(text))
            table.row(*(value(line) for value in columns.values()))

    def _columns(self, lessons: Sequence[str], most: float) -> dict[str, Callable[[Line], Any]]:
        """Each column's name, and what stands in it, from left to right."""

        def points(lesson: str) -> Callable[[Line], Any]:
            return lambda line: line.points.get(lesson)

        def known_as(kind: str) -> Callable[[Line], Any]:
            return lambda line: line.ids.get(kind)

        def number_in(lesson: str) -> Callable[[Line], Any]:
            return lambda line: line.numbers.get(lesson)

        return {
            "learner": lambda line: line.learner,
            **{lesson: points(lesson) for lesson in lessons},
            "total": lambda line: line.total,
            "max": lambda line: most,
            "to_review": lambda line: line.to_review,
            **{kind: known_as(kind) for kind in IDS if kind in self._ids},
            **{f"number {lesson}": number_in(lesson) for lesson in lessons if lesson in self._numbered},
        }
