"""Mark one notebook: judge each answer as the learner's card does, and note what had to be guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sellbackwards.exercises.answers import LONGEST, Answer, answers_in_notebook, exercise_of_cell_id
from sellbackwards.exercises.catalogue import set_of_notebook
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.model import Criterion, Exercise, ExerciseSet, Status, Verdict
from sellbackwards.exercises.notebook_verdicts import is_beside, judge_all
from sellbackwards.exercises.stray_words import words_beside
from sellbackwards.grading.reading import notebook_in, prompt_of
from sellbackwards.grading.submitted_bytes import Unreadable
from sellbackwards.grading.tables import clean


@dataclass(frozen=True)
class Mark:
    """One exercise of one notebook. `notes` are for a person: what was guessed, what is different.

    `beside`: the answer box was empty, and `answer` is what stood in a cell beside it. `said`: how many of the notes,
    the first ones, are the judgement's own.
    """

    exercise: str
    status: Status
    answer: str = ""
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[str, ...] = ()
    beside: bool = False
    said: int = 0


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
            )
            for one in data["marks"]
        )
        return cls(data["lesson"], marks, tuple(data["notes"]), data["error"])


def mark(data: bytes, sets: Sequence[ExerciseSet]) -> Marked:
    """Mark the bytes of one notebook. Never raises for what they are."""
    try:
        notebook = notebook_in(data)
    except Unreadable as error:
        return Marked(error=str(error))
    answers = answers_in_notebook(notebook)
    found = set_of_notebook(notebook, answers, sets)
    if found is None:
        return Marked(error=_not_ours(notebook, bool(answers)))
    beside = words_beside(notebook)
    marks = []
    for exercise, verdict in judge_all(found, answers, beside):
        answer = answers.get(exercise.id)
        notes = (*verdict.notes, *(answer.notes if answer else ("its answer box isn't in the file any more",)))
        notes += _changed(exercise, prompt_of(notebook, exercise.id))
        aside = is_beside(exercise, answers, beside)
        text = answer.text if answer else ""
        if aside:  # "see below" in the box, and below it the answer
            text = f"{text}\n{beside[exercise.id]}".strip()[:LONGEST]
        said = len(verdict.notes)
        marks.append(Mark(exercise.id, verdict.status, clean(text), _criteria(verdict), notes, aside, said))
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
        marks.append(
            replace(old, status=verdict.status, criteria=_criteria(verdict), notes=notes, said=len(verdict.notes))
        )
    return Marked(found.name, tuple(marks), before.notes)


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


def _changed(exercise: Exercise, prompt: str | None) -> tuple[str, ...]:
    """What tells a copy made from another release: what it shows of this exercise isn't what the exercise shows now."""
    if prompt is None:
        return ()
    kind, there = KINDS[exercise.kind], " ".join(prompt.split())
    # A form shows a part of it by itself, so a page holds the two parts apart.
    beside = kind.beside_form(exercise.spec)
    by_hand = kind.shown(exercise.spec).removeprefix(beside)
    same = all(" ".join(part.split()) in there for part in (beside, by_hand))
    return () if same else ("this copy states the exercise in other words than this release; look at it yourself",)
