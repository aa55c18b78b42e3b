"""Turn verdicts into points and a reason in words; a person's points win over the machine's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sellbackwards.exercises.model import Exercise, ExerciseSet
from sellbackwards.exercises.older_copies import THIS_COPY
from sellbackwards.exercises.verdict_cards import shorten
from sellbackwards.grading.handin import HandIn
from sellbackwards.grading.marking import Mark, Marked
from sellbackwards.grading.review_table import Key, Review, applies, for_answers
from sellbackwards.grading.settings import Settings


@dataclass(frozen=True)
class Score:
    """The points of one exercise: None where a person has still to say. `max_points` is what a right answer gets.

    `taken_off`: the points that it would have had, had it come in time.
    """

    mark: Mark
    points: float | None
    max_points: float
    reason: str
    review: Review | None = None
    proposal: float | None = None
    taken_off: float = 0.0

    @property
    def for_review(self) -> bool:
        """Belongs into review.csv: the machine couldn't tell, or a person has had a word."""
        return self.mark.status in WAITING or self.review is not None

    @property
    def exercise(self) -> str:
        """Its id."""
        return self.mark.exercise

    @property
    def share(self) -> float:
        """How much of a right answer it is, from 0 to 1; also where the exercise weighs nothing."""
        if self.max_points:
            return (self.points or 0) / self.max_points
        return float(self.mark.status == "passed")

    @property
    def waits(self) -> bool:
        return self.points is None


WAITING = {"couldn't tell", "for a person"}
A_PERSON_DECIDED = "a person decided"
"""How the reason begins where a person's points count."""


def scores(
    marked: Marked,
    found: ExerciseSet,
    learner: str,
    settings: Settings,
    reviews: Mapping[Key, Review],
    late: str = "",
) -> list[Score]:
    """Each exercise of a readable file with its points, in the set's order. `late` says in words that it came late."""
    exercises = {one.id: one for one in found.exercises}
    theirs = for_answers(reviews, learner, found.name, {mark.exercise: mark.answer for mark in marked.marks})
    return [
        _score(mark, exercises[mark.exercise], found.name, settings, theirs.get(mark.exercise), late)
        for mark in marked.marks
    ]


def _score(mark: Mark, exercise: Exercise, lesson: str, settings: Settings, review: Review | None, late: str) -> Score:
    most = exercise.points * settings.weight(lesson, exercise.id)
    notes = list(mark.notes)
    points: float | None = {"passed": most, "not yet": 0.0, "not answered": 0.0}.get(mark.status)
    taken = 0.0
    if late:
        notes.append(late)
        if points and settings.late_percent_off:
            taken = points * settings.late_percent_off / 100
            points -= taken
            notes.append(f"{settings.late_percent_off:g} % taken off")
    reason = in_words(mark)
    if review is not None and review.points is not None:
        if applies(review, mark.answer):
            points, taken = min(review.points, most), 0.0
            reason = f"{A_PERSON_DECIDED}{': ' + review.comment if review.comment else ''}"
            if review.points > most:
                notes.append(f"{review.points:g} points were given; the most is {most:g}")
        else:
            notes.append("the answer has changed since a person decided; look again")
    text = "; ".join([reason, *notes] if reason else notes)
    return Score(mark, points, most, text, review, _proposal(mark, most), taken)


def _proposal(mark: Mark, most: float) -> float | None:
    """The share of the criteria that are met where the machine couldn't tell; none where a person alone judges.

    Nor of a copy whose right answer isn't known: its criteria are today's.
    """
    of_then = any(note.startswith(THIS_COPY) for note in mark.notes)
    if mark.status != "couldn't tell" or not mark.criteria or of_then:
        return None
    return round(most * sum(one.met is True for one in mark.criteria) / len(mark.criteria), 2)


def in_words(mark: Mark) -> str:
    """Why the mark is what it is: the criteria that aren't met, or can't be told."""
    if mark.status == "not answered":
        return "nothing was typed"
    if mark.status == "for a person":
        return "a person decides"
    open_points = [one for one in mark.criteria if one.met is (False if mark.status == "not yet" else None)]
    if mark.status == "passed" or not open_points:
        return "every criterion is met" if mark.status == "passed" else "the page can't tell"
    word = "not yet" if mark.status == "not yet" else "can't tell"
    return "; ".join(
        f"{word}: {one.text}" + (f" ({shorten(one.evidence)})" if one.evidence else "") for one in open_points
    )


def taken_off(rows: Sequence[Score], late: str, settings: Settings) -> str:
    """ "handed in 2 days late; 10 % were taken off: 0.6 points", or `late` where nothing was."""
    lost = sum(row.taken_off for row in rows)
    off = f"{settings.late_percent_off:g} % {'was' if settings.late_percent_off == 1 else 'were'} taken off"
    return f"{late}; {off}: {points(lost)} points" if late and lost else late


def late_in_words(settings: Settings, lesson: str, handin: HandIn) -> str:
    """ "handed in 2 days late", "" where it came in time or nobody can say."""
    by = settings.late_by(lesson, handin.when)
    return f"handed in {by} late" if by else "handed in late, as the platform says" if handin.late else ""


def points(value: float | None) -> str:
    """Points for people: "2", "0.5"."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")
