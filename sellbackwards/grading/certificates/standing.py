"""How a learner stands against the rubric: what was shown, who judged it and when, and what is missing."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.grading.certificates.judgements import (
    NOT_COME_UP,
    NOT_YET,
    YES,
    Judgement,
    day_in,
    filled_in,
    judgement_in,
    kind_in,
)
from sellbackwards.grading.certificates.rubric import Rubric
from sellbackwards.grading.review_table import key_of, shown_text
from sellbackwards.grading.scoring import A_PERSON_DECIDED
from sellbackwards.grading.settings import GradingError
from sellbackwards.grading.tables import read_table


@dataclass(frozen=True)
class Heard:
    """One criterion of a call: `said` is "yes", "not yet" or "didn't come up"; by whom and on which day."""

    criterion: str
    heard_when: str
    said: str
    by: str
    on: date


@dataclass(frozen=True)
class Lesson:
    """The exercises of one set, by their ids. `decided`: those of `passed` to which a person gave all the points.

    `not_judged`: what waits for a person, or stands in a file that can't be read.
    """

    name: str
    title: str
    least: int
    passed: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    not_passed: tuple[str, ...] = ()
    not_judged: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many exercises the set has."""
        return len(self.passed) + len(self.not_passed) + len(self.not_judged)


@dataclass
class Standing:
    """One learner. `missing`: what the rubric asks for and isn't there, in words; none: the rubric is met."""

    learner: str
    kind: str = ""
    call: str = ""
    heard: list[Heard] = field(default_factory=list)
    lessons: list[Lesson] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


_SAID_FIRST = {NOT_COME_UP: "not called for"}
"""Judgements that earlier releases named otherwise. Ids of certificates are made of those names."""


def facts(standing: Standing, rubric: Rubric, did: str) -> str:
    """A fingerprint of what a certificate rests on. A certificate's id is made of it, so keep its parts as they are:

    the same facts then have the same id in every release, whatever words the release puts them in.
    """
    heard = [
        (one.criterion, one.heard_when, _SAID_FIRST.get(one.said, one.said), one.by, one.on.isoformat())
        for one in standing.heard
    ]
    lessons = [
        (one.name, one.least, one.passed, one.decided, one.not_passed, one.not_judged) for one in standing.lessons
    ]
    by = rubric.reviewer if any(one.decided for one in standing.lessons) else ""
    asked = (
        (rubric.title, rubric.issuer, by, rubric.kinds, rubric.least_yes)
        if heard
        else (rubric.title, rubric.issuer, by)
    )
    told = [did, standing.learner, standing.kind, standing.call, heard, lessons, asked]
    return sha256(json.dumps(told).encode()).hexdigest()


Marks = Mapping[str, Mapping[tuple[str, str], Mapping[str, str]]]
"""learner → (set, exercise) → the row of grades.csv"""
_NEEDED = {"learner", "lesson", "exercise", "status", "points", "max_points", "reason"}


def read_marks(out: Path, sets: Sequence[ExerciseSet]) -> Marks:
    """The marks in a folder that `grade` wrote, by learner, in the order of names. Raises GradingError.

    A spreadsheet that saves grades.csv changes exercise numbers and letters: then nothing in it can be relied on.
    """
    ids = {one.name: {exercise.id for exercise in one.exercises} for one in sets}
    found: dict[str, dict[tuple[str, str], Mapping[str, str]]] = {}
    for row in read_table(out / "gradebook.csv"):  # also who has handed in nothing yet
        found.setdefault(key_of(row.get("learner", ""), "", "")[0], {})
    for row in _rows(out):
        learner, lesson, exercise = key_of(row["learner"], row["lesson"], row["exercise"])
        mine = found.setdefault(learner, {})
        if exercise and lesson in ids and (exercise not in ids[lesson] or (lesson, exercise) in mine):
            raise _changed(out, f"exercise “{exercise[:20]}” of {learner} is none of the lesson, or there twice")
        mine[lesson, exercise] = row
    found.pop("", None)
    return {learner: found[learner] for learner in sorted(found, key=lambda name: (name.casefold(), name))}


def _rows(out: Path) -> Iterator[dict[str, str]]:
    path = out / "grades.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := _NEEDED - {*(reader.fieldnames or ())}:
                raise _changed(out, f"column {min(missing)} is missing")
            for row in reader:
                yield {name: value or "" for name, value in row.items() if name in _NEEDED}
    except FileNotFoundError:
        raise GradingError(f"{path}: isn't there; run sellbackwards grade SUBMISSIONS --out {out} first") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise _changed(out, str(error)) from None


def _changed(out: Path, what: str) -> GradingError:
    path = out / "grades.csv"
    return GradingError(f"{path}: another program has changed it ({what}); run sellbackwards grade again")


def standing(
    learner: str,
    marks: Mapping[tuple[str, str], Mapping[str, str]],
    judgements: Sequence[Judgement],
    rubric: Rubric,
    sets: Sequence[ExerciseSet],
    today: date,
) -> Standing:
    """How one learner stands. `judgements`: the rows on them that somebody has filled in."""
    found = Standing(learner)
    if rubric.criteria:
        found.missing += _call(found, judgements, rubric, today)
    for one in sets:
        if one.name in rubric.exercises:
            lesson = _lesson(one, marks, rubric.exercises[one.name])
            found.lessons.append(lesson)
            found.missing += _lesson_lacks(lesson, rubric)
    return found


def _lesson(found: ExerciseSet, marks: Mapping[tuple[str, str], Mapping[str, str]], least: int) -> Lesson:
    passed: list[str] = []
    decided: list[str] = []
    not_passed: list[str] = []
    not_judged: list[str] = []
    # A file that can't be read has one row, and nothing in it was judged.
    lost = marks.get((found.name, ""), {}).get("status") == "unreadable"
    for one in found.exercises:
        row = marks.get((found.name, one.id)) or ({"status": "for a person"} if lost else {})
        status, points, most = row.get("status", "not answered"), row.get("points", ""), row.get("max_points", "")
        if shown_text(row.get("reason", "")).startswith(A_PERSON_DECIDED):
            full = _number(points) >= _number(most) > 0
            (passed if full else not_passed).append(one.id)
            decided += [one.id] if full else []
        elif status == "passed":
            passed.append(one.id)
        else:
            (not_judged if not points and status in {"couldn't tell", "for a person"} else not_passed).append(one.id)
    ids = (tuple(passed), tuple(decided), tuple(not_passed), tuple(not_judged))
    return Lesson(found.name, found.title, least, *ids)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _lesson_lacks(lesson: Lesson, rubric: Rubric) -> Iterator[str]:
    if len(lesson.passed) < lesson.least:
        waiting = len(lesson.not_judged)
        wait = f"; {waiting} not judged yet (see grades.csv)" if waiting else ""
        yield f"{lesson.name}: {len(lesson.passed)} of {lesson.count} passed, {lesson.least} needed{wait}"
    if lesson.decided and not rubric.reviewer:
        yield f"{lesson.name}: a person decided on some answers; write who, as “reviewer”, into the rubric"


def _call(found: Standing, rows: Sequence[Judgement], rubric: Rubric, today: date) -> Iterator[str]:
    """Fill in what was judged of the call; yield what is missing or can't be used."""
    names = {one.name.casefold(): one for one in rubric.criteria}
    mine = filled_in([one for one in rows if one.criterion.casefold() in names])
    if not mine:
        yield f"call: nobody has judged one; fill in the {len(names)} rows in judgements.csv"
        return
    yield from _one_call(found, mine, rubric)
    faults: dict[str, list[str]] = {}  # what is wrong → the criteria for which it is
    for criterion in rubric.criteria:
        of_it = (one for one in mine if one.criterion.casefold() == criterion.name.casefold())
        told = list(dict.fromkeys(one for one in of_it if one.judgement))
        if not told:
            faults.setdefault("not judged", []).append(criterion.name)
        elif len(told) > 1:
            faults.setdefault("judged in several rows; keep one of them", []).append(criterion.name)
        else:
            heard, wrong = _heard(criterion.name, criterion.heard_when, told[0], today)
            if heard:
                found.heard.append(heard)
            for fault in wrong:
                faults.setdefault(fault, []).append(criterion.name)
    yield from (f"{', '.join(criteria)}: {fault}" for fault, criteria in faults.items())
    shown = sum(one.said == YES for one in found.heard)
    if len(found.heard) == len(rubric.criteria) and shown < rubric.least_yes:
        yield f"call: {shown} of {len(found.heard)} criteria are yes, {rubric.least_yes} needed"


def _one_call(found: Standing, rows: Sequence[Judgement], rubric: Rubric) -> Iterator[str]:
    """Which call it was; yield what keeps it from being one."""
    kinds = {kind_in(one.kind): one.kind for one in rows if one.kind}
    calls = {one.call.casefold(): one.call for one in rows if one.call}
    for name, said, what in (("kind", kinds, "kinds of call"), ("call", calls, "calls")):
        if len(said) > 1:
            yield f"{name}: the rows name {len(said)} {what}; judge all criteria on one call"
    if not kinds:
        yield f"kind: write which kind of call it was: {', '.join(rubric.kinds)}"
    elif strange := [text for kind, text in kinds.items() if kind not in rubric.kinds]:
        yield f"kind: “{strange[0][:40]}” isn't one that the rubric counts: {', '.join(rubric.kinds)}"
    if not calls:
        yield "call: write which call it was, such as “second call with a florist”; no buyer's name is needed"
    found.kind, found.call = next(iter(kinds), ""), next(iter(calls.values()), "")


def _heard(name: str, heard_when: str, row: Judgement, today: date) -> tuple[Heard | None, list[str]]:
    said, faults = judgement_in(row.judgement), []
    if said is None:
        faults.append(f"“{row.judgement[:40]}” is none of: {YES}, {NOT_YET}, {NOT_COME_UP}")
    elif said == NOT_YET:
        faults.append("not yet")
    if said == YES and not row.words:
        faults.append("yes, but no words that were heard; write them down, they stay in your table")
    if not row.judged_by:
        faults.append("who judged it? (judged_by)")
    elif _plain(row.judged_by) == _plain(row.learner):
        faults.append("judged by the learner; somebody else must have heard the call")
    day, wrong = day_in(row.judged_on, today) if row.judged_on else (None, "on which day was it judged? (judged_on)")
    if wrong:
        faults.append(wrong)
    if faults or said is None or day is None:
        return None, faults
    return Heard(name, heard_when, said, row.judged_by, day), []


def _plain(name: str) -> str:
    return " ".join(sorted(name.casefold().replace(",", " ").split()))
