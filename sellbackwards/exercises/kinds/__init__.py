"""The kinds of exercise: each is a module of the shape of `Kind`, listed in `KINDS`.

What a learner enters it with stands in ``practice/controls``, one module for each kind as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from sellbackwards.exercises.kinds import (
    branching,
    choice,
    fields,
    numbers,
    ordering,
    person,
    plan,
    question,
    sorting,
    talk,
    text,
)
from sellbackwards.exercises.kinds.about import About
from sellbackwards.exercises.model import Criterion


class Kind(Protocol):
    """The shape of a kind's module. `spec` is one exercise's data, valid by ``SCHEMA``.

    ``SCHEMA`` is a JSON schema of what an author writes in ``source/exercises`` or ``datasets/practices`` for this kind,
    besides what every exercise has (title, seeds, hints …). ``ABOUT`` is what other rooms have to know of the kind.
    """

    SCHEMA: Mapping[str, Any]
    ABOUT: About

    def shown(self, spec: Mapping[str, Any]) -> str:
        """Markdown that stands under the author's prompt: the options, the items, the names of fields; "" for none."""
        ...

    def beside_form(self, spec: Mapping[str, Any]) -> str:
        """The part of `shown` that is wanted beside a form, too, which shows the rest by itself: `shown` begins with it."""
        ...

    def criteria(self, spec: Mapping[str, Any]) -> list[str]:
        """What a right answer needs, one or more, in words without a full stop, as published beside the prompt."""
        ...

    def judge(self, spec: Mapping[str, Any], answer: str) -> Sequence[Criterion]:
        """Each of `criteria`, in the same words and order, with met, not met, or None where it can't be told.

        `answer` is any text that isn't empty or `blank`. Never raises for it, and meets no criterion by default.
        """
        ...

    def blank(self, spec: Mapping[str, Any]) -> str:
        """What stands in the answer's cell before anything is typed ("owner: "); "" for most."""
        ...


FOR_A_PERSON = "person"
"""The kind that no machine judges: its status is "for a person" as soon as something is typed."""

KINDS: dict[str, Kind] = {
    "question": question,
    "choice": choice,
    "ordering": ordering,
    "sorting": sorting,
    "fields": fields,
    "numbers": numbers,
    "text": text,
    "plan": plan,
    "branching": branching,
    "talk": talk,
    FOR_A_PERSON: person,
}
