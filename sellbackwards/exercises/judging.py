"""Judge an answer: (exercise, text) → Verdict. Pure; the same for the widget, the card, nbval and the grader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sellbackwards.exercises.kinds import FOR_A_PERSON, KINDS
from sellbackwards.exercises.model import Criterion, Exercise, Status, Verdict
from sellbackwards.speech.coaching import OTHER_LANGUAGE
from sellbackwards.speech.engine import read


def judge(exercise: Exercise, answer: str) -> Verdict:
    """Judge one answer, any text whatever. Never raises for what a learner typed."""
    if is_blank(exercise, answer):
        return Verdict(
            "not answered", _marked(exercise, [Criterion(text, None) for text in published_criteria(exercise)])
        )
    criteria = _marked(exercise, KINDS[exercise.kind].judge(exercise.spec, answer))
    if exercise.kind == FOR_A_PERSON:
        return Verdict("for a person", criteria)
    if _status(criteria) != "passed" and (why := _beyond_a_machine(exercise, answer)):
        open_points = tuple(one if one.met else replace(one, met=None, evidence="") for one in criteria)
        return Verdict("couldn't tell", open_points, (why,))
    return Verdict(_status(criteria), criteria)


# A line of a form in which nothing was filled in: "owner:", "a -".
_NOT_FILLED_IN = re.compile(r"[^:\n]{1,60}:|\w{1,2} *[-–]")


def is_blank(exercise: Exercise, answer: str) -> bool:
    """Was nothing typed? Also of an answer box of another release, whose fields have other names than today's."""
    blank = KINDS[exercise.kind].blank(exercise.spec)
    if not answer.strip() or answer.split() == blank.split():
        return True
    lines = [line.strip() for line in answer.splitlines() if line.strip()]
    return bool(blank) and all(map(_NOT_FILLED_IN.fullmatch, lines))


# A picture that was pasted into a text cell, as Markdown or HTML.
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>", re.IGNORECASE)
PICTURE = "This is a picture, and only words can be read here. A person should look at it"


def _beyond_a_machine(exercise: Exercise, answer: str) -> str:
    """Why a person must look at an answer, however it is judged: what it holds can't be read here. "" where it can."""
    if _PICTURE.search(answer):
        return PICTURE
    lines = [line.partition(":")[2] or line for line in answer.splitlines()]  # without the names of fields
    if KINDS[exercise.kind].ABOUT.prose and read("\n".join(lines)).foreign:
        return OTHER_LANGUAGE.rstrip(".")
    return ""


def published_criteria(exercise: Exercise) -> list[str]:
    """What a right answer needs, in plain words, as it stands in the exercise before anybody answers."""
    return KINDS[exercise.kind].criteria(exercise.spec)


def told_criteria(exercise: Exercise) -> list[str]:
    """Those of the published criteria that say something of this exercise, and not only of its kind."""
    generic = KINDS[exercise.kind].ABOUT.generic(exercise.spec)
    return [text for text in published_criteria(exercise) if text not in generic]


def _marked(exercise: Exercise, criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The criteria, the generic ones marked as such."""
    generic = KINDS[exercise.kind].ABOUT.generic(exercise.spec)
    return tuple(replace(one, generic=True) if one.text in generic else one for one in criteria)


def _status(criteria: Sequence[Criterion]) -> Status:
    """One that isn't met outweighs one that couldn't be told; no criteria at all is never a pass."""
    met = [criterion.met for criterion in criteria]
    if False in met:
        return "not yet"
    return "couldn't tell" if None in met or not met else "passed"
