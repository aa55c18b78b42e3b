"""The kinds of exercise. A kind is a module with

- ``SCHEMA``: a JSON schema of what an author writes for it in ``source/exercises`` (besides title, seeds, hints …);
- ``shown(spec)``: the Markdown that stands under the author's prompt (the options, the items, the field names);
- ``beside_form(spec)``: the beginning of it that is wanted beside a form, too, which shows the rest itself;
- ``criteria(spec)``: what a right answer needs, in words, published beside the prompt;
- ``judge(spec, answer)``: those same criteria, in the same order, each met, not met or None (couldn't tell);
- ``blank(spec)``: what already stands in the empty answer cell under its first line ("" for most).

``judge`` takes any non-empty text, never raises for it, and meets no criterion by default.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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
from sellbackwards.exercises.model import Criterion


class Kind(Protocol):
    """The shape of a kind's module."""

    SCHEMA: Mapping[str, Any]

    def shown(self, spec: Mapping[str, Any]) -> str: ...
    def beside_form(self, spec: Mapping[str, Any]) -> str: ...
    def criteria(self, spec: Mapping[str, Any]) -> list[str]: ...
    def judge(self, spec: Mapping[str, Any], answer: str) -> Sequence[Criterion]: ...
    def blank(self, spec: Mapping[str, Any]) -> str: ...


FOR_A_PERSON = "person"
"""The kind that no machine judges: its status is "for a person" as soon as something is typed."""

READ_WITH_THE_TASK = frozenset({"text", "fields"})
"""Kinds whose spec is given the task's own text as ``scene``: what is copied from it counts, or doesn't."""

GENERIC: Mapping[str, Collection[int]] = {"choice": (0, 1), "ordering": (0,), "sorting": (0, 1)}
"""Kind → its criteria (by place) that read the same in every exercise: "Names one option". They are judged as others
are, but aren't worth telling before an answer, nor once they are met."""

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
