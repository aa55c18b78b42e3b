"""Mark one notebook: judge each answer as the learner's card does, and note what had to be guessed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any

from sellbackwards.exercises.answers import LONGEST, Answer, answers_in_notebook, exercise_of_cell_id
from sellbackwards.exercises.catalogue import set_of_notebook
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.model import Criterion, Exercise, ExerciseSet, Status, Verdict
from sellbackwards.exercises.notebook_verdicts import is_beside, judge_all
from sellbackwards.exercises.older_copies import THIS_COPY, as_shown
from sellbackwards.exercises.stray_words import words_beside
from sellbackwards.grading.reading import notebook_in
from sellbackwards.grading.submitted_bytes import Unreadable
from sellbackwards.grading.tables import clean

_KEPT = f"{THIS_COPY} was marked by the release it was made with; the exercise has changed since, and the mark stays"


@dataclass(frozen=True)
class Mark:
    """One exercise of one notebook. `notes` are for a person: what was guessed, what is different.

    `beside`: the answer box was empty, and `answer` is what stood in a cell beside it. `said`: how many of the notes,
    the first ones, are the judgement's own. `key` names what was right when it was judged.
    """

    exercise: str
    status: Status
    answer: str = ""
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[str, ...] = ()
    beside: bool = False
    said: int = 0
    key: str = ""


@dataclass(frozen=True)
class Marked:
    """One file: its lesson and marks; or, where it can't be read, `error` (and no lesson)."""

    lesson: str = ""
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""

    @property
    def untouched(self) -> bool:
        """A notebook of the course in which nobody wrote: it counts as not handed in."""
        return not (self.error or self.answered or self.notes)

    @property
    def answered(self) -> int:
        """How many exercises have an answer."""
        return sum(mark.status != "not answered" for mark in self.marks)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Marked:
        marks = tuple(
            Mark(
                one["exercise"],
                one["status"],
                one["answer"],
                tuple(Criterion(**criterion) for criterion in one["criteria"]),
                tuple(one["notes"]),
                one["beside"],
                one["said"],
                one.get("key", ""),
            )
            for one in data["marks"]
        )
        return cls(data["lesson"], marks, tuple(data["notes"]), data["error"])


def mark(data: bytes, sets: Sequence[ExerciseSet], before: Marked | None = None) -> Marked:
    """Mark the bytes of one notebook. Never raises for what they are. `before`: what an earlier run made of them."""
    try:
        notebook = notebook_in(data)
    except Unreadable as error:
        return Marked(error=str(error))
    answers = answers_in_notebook(notebook)
    found = set_of_notebook(notebook, answers, sets)
    if found is None:
        return Marked(error=_not_ours(notebook, bool(answers)))
    beside = words_beside(notebook)
    copies = as_shown(found, notebook)
    marks = []
    for exercise, by_today in judge_all(copies.found, answers, beside):
        verdict, of_copy = copies.of_then(exercise.id, by_today)
        answer = answers.get(exercise.id)
        notes = (*verdict.notes, *(answer.notes if answer else ("its answer box isn't in the file any more",)))
        notes += (clean(of_copy),) if of_copy else ()
        aside = is_beside(exercise, answers, beside)
        text = answer.text if answer else ""
        if aside:  # "see below" in the box, and below it the answer
            text = f"{text}\n{beside[exercise.id]}".strip()[:LONGEST]
        said = len(verdict.notes)
        now = Mark(exercise.id, verdict.status, clean(text), _criteria(verdict), notes, aside, said, key_of(exercise))
        marks.append(_as_before(before, now, exercise.kind) if of_copy else now)
    ours = {exercise.id for exercise in found.exercises}
    strange = sorted(set(answers) - ours | {one for one in _boxes(notebook) if one not in ours})
    notes = (f"answers that this release has no exercise for: {', '.join(strange[:10])}",) if strange else ()
    return Marked(found.name, tuple(marks), notes)


def mark_again(before: Marked, found: ExerciseSet) -> Marked:
    """Mark the answers of an earlier run by what judges now, where the file itself isn't here any more."""
    kept = {one.exercise: one for one in before.marks}
    answers = {one.exercise: Answer(one.exercise, one.answer) for one in before.marks if not one.beside}
    beside = {one.exercise: one.answer for one in before.marks if one.beside}
    marks = []
    for exercise, verdict in judge_all(found, answers, beside):
        old = kept.get(exercise.id, Mark(exercise.id, "not answered"))
        notes = (*verdict.notes, *old.notes[old.said :])
        now = replace(
            old,
            status=verdict.status,
            criteria=_criteria(verdict),
            notes=notes,
            said=len(verdict.notes),
            key=key_of(exercise),
        )
        of_copy = any(
            note.startswith(THIS_COPY) for note in old.notes
        )  # by which it was judged; it isn't here any more
        marks.append(old if of_copy and now.status == "not yet" else _as_before(before, now, exercise.kind))
    return Marked(found.name, tuple(marks), before.notes)


def key_of(exercise: Exercise) -> str:
    """A name for all that makes an answer to this exercise right."""
    return sha256(json.dumps([exercise.kind, exercise.spec], sort_keys=True, default=str).encode()).hexdigest()[:12]


def _as_before(before: Marked | None, now: Mark, kind: str) -> Mark:
    """The mark of an earlier run where what is right has changed since.

    Letters and numbers are judged as they were then, since today's may mean something else. Words that pass today, do.
    """
    old = next((one for one in before.marks if one.exercise == now.exercise), None) if before else None
    if old is None or not old.key or old.key == now.key or old.answer != now.answer or old.status == now.status:
        return now
    if not KINDS[kind].ABOUT.short and (old.status != "passed" or now.status == "passed"):
        return now
    return replace(old, notes=tuple(dict.fromkeys((*old.notes, _KEPT))))


def lowered(before: Marked | None, now: Marked) -> tuple[str, ...]:
    """What passed in a run of an earlier release and doesn't now, a sentence each for the instructor."""
    if before is None:
        return ()
    passed = {one.exercise for one in before.marks if one.status == "passed"}
    return tuple(
        f"{one.exercise}: passed when it was marked before, now it is “{one.status}”; look at it yourself"
        for one in now.marks
        if one.exercise in passed and one.status != "passed"
    )


def _criteria(verdict: Verdict) -> tuple[Criterion, ...]:
    return tuple(replace(one, text=clean(one.text), evidence=clean(one.evidence)) for one in verdict.criteria)


def _boxes(notebook: Mapping[str, Any]) -> set[str]:
    ids = (exercise_of_cell_id(str(one.get("id", ""))) for one in notebook["cells"] if isinstance(one, Mapping))
    return {one for one in ids if one}


def _not_ours(notebook: Mapping[str, Any], answered: bool) -> str:
    metadata = notebook.get("metadata")
    ours = metadata.get("sellbackwards") if isinstance(metadata, Mapping) else None
    if isinstance(ours, Mapping) and isinstance(ours.get("set"), str):
        return f"belongs to exercises that this release doesn't have ({clean(ours['set'])[:60]}); update the course"
    if answered:
        return "holds answers to exercises that this release doesn't have; update the course"
    return "holds no answers of this course: another notebook, or a lesson; send the one in my-answers"
