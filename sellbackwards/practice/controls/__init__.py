"""The controls of practices and exercises: for each kind of exercise, what a learner clicks and types in.

A control keeps no state of its own. What was entered goes in and comes out as text, the same that a learner would type
under ``%%answer``; so it is saved, graded and read as before. Each module has

- ``parse(spec, text)``: what the text says, as data; None where no control of this kind can show it;
- ``compose(spec, entered)``: that data as text, in the form that `parse` and the grader read;
- a `Control` (ipywidgets only), which shows the one and says the other. ``text`` is its only output.

`control(exercise, text)` makes the right one; `can_show` says whether a text, typed by hand or in an older release,
would come through its control unharmed. Where it wouldn't, show the text itself in a box.
"""

from __future__ import annotations

import re
from types import ModuleType

from sellbackwards.exercises import Exercise, judge
from sellbackwards.exercises.judging import is_blank
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.practice.controls import (
    branching,
    choice,
    fields,
    numbers,
    ordering,
    person,
    plan,
    sorting,
    talk,
    words,
)
from sellbackwards.practice.controls.base import Control

__all__ = ["CONTROLS", "Control", "can_show", "control"]

CONTROLS: dict[str, ModuleType] = {
    "question": words,
    "text": words,
    "choice": choice,
    "ordering": ordering,
    "sorting": sorting,
    "fields": fields,
    "numbers": numbers,
    "plan": plan,
    "branching": branching,
    "talk": talk,
    "person": person,
}


def control(exercise: Exercise, text: str = "") -> Control:
    """The control for this kind of exercise, with `text` in it as far as it can be shown."""
    made: Control = CONTROLS[exercise.kind].View(exercise, text)
    return made


def can_show(exercise: Exercise, text: str) -> bool:
    """Whether the control says all that `text` says: it is judged the same, and no word of the learner's is lost.

    Words that only repeat the exercise (an option's text after its letter) are not the learner's.
    """
    kind, module = KINDS[exercise.kind], CONTROLS[exercise.kind]
    if is_blank(exercise, text):
        return True
    entered = module.parse(exercise.spec, text)
    if entered is None:
        return False
    said = module.compose(exercise.spec, entered)
    before, after = judge(exercise, text), judge(exercise, said)
    if [one.met for one in before.criteria] != [one.met for one in after.criteria]:
        return False
    if kind.ABOUT.others_words:  # lines of a buyer, pasted in between, come back as they are said anew
        return True
    return _words(text) <= _words(said) | _words(kind.shown(exercise.spec))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
