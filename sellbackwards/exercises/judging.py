"""The one judgement: (exercise, answer) → Verdict. Pure; the same for the widget, the card, nbval and the grader."""

from __future__ import annotations

from collections.abc import Sequence

from sellbackwards.exercises.kinds import FOR_A_PERSON, KINDS
from sellbackwards.exercises.model import Criterion, Exercise, Status, Verdict


def judge(exercise: Exercise, answer: str) -> Verdict:
    """Judge one answer, any text whatever. Never raises for what a learner typed."""
    blank = KINDS[exercise.kind].blank(exercise.spec)
    if not answer.strip() or answer.split() == blank.split():
        return Verdict("not answered", tuple(Criterion(text, None) for text in published_criteria(exercise)))
    criteria = tuple(KINDS[exercise.kind].judge(exercise.spec, answer))
    return Verdict("for a person" if exercise.kind == FOR_A_PERSON else _status(criteria), criteria)


def published_criteria(exercise: Exercise) -> list[str]:
    """What a right answer needs, in plain words, as it stands in the exercise before anybody answers."""
    return KINDS[exercise.kind].criteria(exercise.spec)


def _status(criteria: Sequence[Criterion]) -> Status:
    """One that isn't met outweighs one that couldn't be told; no criteria at all is never a pass."""
    met = [criterion.met for criterion in criteria]
    if False in met:
        return "not yet"
    return "couldn't tell" if None in met or not met else "passed"
