"""Draw the class at a glance: a table of learners × exercises, and three lines on what to teach again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.grading.scoring import Score

MOST_LEARNERS = 60
"""As many as a picture with a row for each is of use for; of a larger class the bars say it."""
_FEW = 0.2
"""A share of the class below which a fault is somebody's, and not the class's."""

# An answer's colour in pictures and bars, in the order of a bar, with its sign and its word. No status: what a person
# has decided counts, and two statuses wait for one.
SIGNS = {"passed": "✓", "wait": "?", "not-yet": "✗", "none": "–"}
WORDS = {"passed": "passed", "wait": "waits for a person", "not-yet": "not yet", "none": "not answered"}


def group_of(row: Score) -> str:
    """Which of four colours an answer has; what a person has decided is decided."""
    if row.mark.status == "not answered" and not row.points:
        return "none"
    if row.waits:
        return "wait"
    return "passed" if row.share >= 1 or (row.mark.status == "passed" and not row.review) else "not-yet"


@dataclass
class Picture:
    """Who stands how in which exercise, as long as the class isn't larger than a page."""

    sets: Sequence[ExerciseSet]
    rows: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)
    too_many: bool = False

    def add(self, learner: str, by_lesson: Mapping[str, Sequence[Score]]) -> None:
        if self.too_many or len(self.rows) >= MOST_LEARNERS:
            self.too_many = True
            self.rows.clear()
            return
        self.rows.append((learner, {lesson: [group_of(row) for row in rows] for lesson, rows in by_lesson.items()}))

    def lesson(self, found: ExerciseSet) -> list[dict[str, Any]]:
        """A row for each learner who handed it in: `learner`, and `cells` of (colour, sign, word) by exercise."""
        return [
            {"learner": learner, "cells": [(one, SIGNS[one], WORDS[one]) for one in lessons[found.name]]}
            for learner, lessons in self.rows
            if found.name in lessons
        ]

    def without(self, found: ExerciseSet) -> list[str]:
        """Who handed in something, and not this."""
        return [learner for learner, lessons in self.rows if found.name not in lessons]


def teach_again(
    titles: Mapping[str, str],
    states: Mapping[tuple[str, str], int],
    tried: Mapping[str, int],
    missed: Mapping[tuple[str, str], int],
) -> list[str]:
    """What to do with the class tomorrow, in three plain sentences at most; fewer where little was missed.

    `titles`: exercise → its name; `states`: (exercise, colour) → answers; `tried`: exercise → who answered;
    `missed`: (exercise, criterion) → who missed it.
    """
    faults = _criteria(titles, tried, missed)
    lines = [*faults[:1], _hardest(titles, states), _skipped(titles, states), *faults[1:]]
    return [line for line in lines if line][:3]


def _criteria(titles: Mapping[str, str], tried: Mapping[str, int], missed: Mapping[tuple[str, str], int]) -> list[str]:
    """The criteria that were missed by many, the same words in several exercises taken together; the worst first."""
    by_text: dict[str, dict[str, int]] = {}
    for (exercise, text), count in missed.items():
        by_text.setdefault(text, {})[exercise] = count
    lines = []
    for text, where in sorted(by_text.items(), key=lambda one: -sum(one[1].values())):
        count, of = sum(where.values()), sum(tried[exercise] for exercise in where)
        if count > 1 and count >= _FEW * of:
            most = max(where, key=lambda exercise: where[exercise])
            place = f"most often in {titles[most]} ({where[most]} of {tried[most]})"
            place = place if len(where) > 1 else f"in {titles[most]}"
            lines.append(f"Go over this again: “{text}”. It was missed in {count} of {of} answers, {place}.")
    return lines


def _hardest(titles: Mapping[str, str], states: Mapping[tuple[str, str], int]) -> str:
    """The exercise that fewest of those passed who answered it, and whose answer is decided."""
    shares = []
    for exercise, title in titles.items():
        passed, failed = states.get((exercise, "passed"), 0), states.get((exercise, "not-yet"), 0)
        if passed + failed > 1 and failed >= passed:
            shares.append((passed / (passed + failed), -failed, title, passed, passed + failed))
    if not shares:
        return ""
    _, _, title, passed, of = min(shares)
    return f"Do {title} together: {f'only {passed}' if passed else 'none'} of the {of} who answered it passed."


def _skipped(titles: Mapping[str, str], states: Mapping[tuple[str, str], int]) -> str:
    blanks = []
    for exercise, title in titles.items():
        empty = states.get((exercise, "none"), 0)
        whole = sum(states.get((exercise, group), 0) for group in ("passed", "wait", "not-yet", "none"))
        if empty > 1 and empty >= _FEW * whole:
            blanks.append((empty, title, whole))
    if not blanks:
        return ""
    empty, title, whole = max(blanks)
    return f"Ask what stopped them in {title}: {empty} of {whole} left it empty."
