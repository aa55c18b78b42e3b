"""The data classes Exercise, ExerciseSet, Criterion and Verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Status = Literal["passed", "not yet", "not answered", "couldn't tell", "for a person"]
Met = tuple[bool | None, str]
"""Whether something is met (None: it can't be told), and the evidence, both as `Criterion` has them."""


@dataclass(frozen=True)
class Criterion:
    """One published criterion, judged: met, not met, or None where it couldn't be told.

    `evidence`: the words of the answer that it rests on, or what is missing, for the learner to read.
    `generic`: every exercise of the kind has it, so it says nothing of this one: a card shows its evidence, if any.
    """

    text: str
    met: bool | None
    evidence: str = ""
    generic: bool = False


@dataclass(frozen=True)
class Verdict:
    """The judgement of one answer. `criteria` come in the order in which they are published."""

    status: Status
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Right, as far as a machine can say."""
        return self.status == "passed"


@dataclass(frozen=True)
class Exercise:
    """One exercise, as its key holds it.

    `spec` is what its kind needs (`sellbackwards.exercises.kinds`); `points` is its weight, 1 where nothing is said.
    """

    id: str
    kind: str
    title: str
    spec: Mapping[str, Any]
    seeds: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    model: str = ""
    after: str = ""
    points: float = 1.0


@dataclass(frozen=True)
class ExerciseSet:
    """The exercises of one notebook, in their order. `name` is the notebook's, without its ending."""

    name: str
    title: str
    exercises: tuple[Exercise, ...] = field(default=())
