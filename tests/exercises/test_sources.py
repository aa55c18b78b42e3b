"""Every exercise in source/, now and later: its right answers pass, its wrong ones are caught by the criterion that should."""

from __future__ import annotations

import pytest

from sellbackwards.authoring.source import SourceExercise
from sellbackwards.exercises import judge, published_criteria
from sellbackwards.exercises.kinds import FOR_A_PERSON, KINDS
from tests.sources import every_exercise

EXERCISES = [pytest.param(one, id=f"{one.exercise.id} {one.exercise.title}") for one in every_exercise()]
RIGHT = [
    pytest.param(one, text, id=f"{one.exercise.id} right {n}")
    for one in every_exercise()
    for n, text in enumerate((one.exercise.model, *one.others))
]
WRONG = [
    pytest.param(one, wrong, id=f"{one.exercise.id} wrong {n} ({wrong['as']})")
    for one in every_exercise()
    for n, wrong in enumerate(one.wrong)
]


def test_there_are_exercises() -> None:
    assert len(EXERCISES) >= 6


@pytest.mark.parametrize(("one", "answer"), RIGHT)
def test_right_answers_pass(one: SourceExercise, answer: str) -> None:
    verdict = judge(one.exercise, answer)
    if one.exercise.kind == FOR_A_PERSON:
        assert verdict.status == "for a person"
        return
    assert verdict.passed, [(criterion.text, criterion.evidence) for criterion in verdict.criteria if not criterion.met]


@pytest.mark.parametrize(("one", "wrong"), WRONG)
def test_wrong_answers_are_caught_by_their_criterion(one: SourceExercise, wrong: dict[str, str]) -> None:
    verdict = judge(one.exercise, wrong["answer"])
    assert wrong["caught_by"] in published_criteria(one.exercise)
    assert verdict.status == "not yet"
    assert next(criterion.met for criterion in verdict.criteria if criterion.text == wrong["caught_by"]) is False


@pytest.mark.parametrize("one", EXERCISES)
def test_nothing_typed_is_not_answered(one: SourceExercise) -> None:
    for untouched in ("", "  \n", KINDS[one.exercise.kind].blank(one.exercise.spec)):
        assert judge(one.exercise, untouched).status == "not answered"


@pytest.mark.parametrize("one", EXERCISES)
def test_nothing_passes_for_free(one: SourceExercise) -> None:
    """The prompt copied, the criteria copied, and every word of the course's own jargon: none of it passes."""
    shown = KINDS[one.exercise.kind].shown(one.exercise.spec)
    criteria = "\n".join(published_criteria(one.exercise))
    salad = "open question need goal today customer buyer growth risk efficiency curious listen next step what how why tell me"
    for attempt in (shown, criteria, one.prompt, salad, "yes", "I don't know", "?", "x" * 10_000):
        assert judge(one.exercise, attempt).status != "passed", attempt[:80]


# Fair there, too: "online" and "no internet"; a Saturday for a Sunday; what clients asked; receipts.
KIN = {("3.5", "3.9"), ("3.9", "3.5"), ("5.5", "0.1"), ("2.6", "7.10"), ("6.4", "5.4"), ("5.10", "4.10")}


@pytest.mark.parametrize("one", EXERCISES)
def test_answers_of_other_exercises_do_not_pass(one: SourceExercise) -> None:
    for other in every_exercise():
        # Two exercises of one kind with the same letter or number as their answer say nothing about each other.
        if other.exercise.id != one.exercise.id and other.exercise.kind not in {"choice", "ordering", "numbers"}:
            if (one.exercise.id, other.exercise.id) in KIN:
                continue
            assert judge(one.exercise, other.exercise.model).status != "passed", other.exercise.id


@pytest.mark.parametrize("one", EXERCISES)
def test_hints_do_not_pass_as_answers(one: SourceExercise) -> None:
    hints = one.exercise.hints
    assert len(set(hints)) == len(hints)
    for hint in hints:
        assert judge(one.exercise, hint).status != "passed"
