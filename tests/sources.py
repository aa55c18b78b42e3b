"""What authors wrote, read once for all tests: reading the pages anew takes two seconds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sellbackwards.authoring.source import Lesson, SourceExercise, exercises_of, read_page
from sellbackwards.course import SOURCE

EXERCISE_PAGES = sorted((SOURCE / "exercises").glob("*.md"))


@cache
def source_page(path: Path) -> Lesson:
    """A page of source/; not to be changed by a test."""
    return read_page(path)


@cache
def source_exercises(path: Path) -> tuple[SourceExercise, ...]:
    """The exercises of a page with all their answers, in order."""
    return tuple(exercises_of(source_page(path), path))


def every_exercise() -> list[SourceExercise]:
    """The exercises of all pages, in order."""
    return [one for path in EXERCISE_PAGES for one in source_exercises(path)]
