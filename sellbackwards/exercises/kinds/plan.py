"""A plan of steps: what happens, who does it, by when, and after which steps (`plan_lines.form_of`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sellbackwards.exercises.kinds.days import has_a_day
from sellbackwards.exercises.kinds.people import one_person
from sellbackwards.exercises.kinds.plan_lines import form_of, is_empty_form, steps_of
from sellbackwards.exercises.kinds.about import About
from sellbackwards.exercises.model import Criterion

ABOUT = About(prose=True, own_words=True, lines=5)
SCHEMA: Mapping[str, Any] = {
    "required": ["steps_at_least"],
    "properties": {
        "steps_at_least": {"type": "integer", "minimum": 2},
        "begin": {"type": "string"},  # steps that stand there already
    },
}


@dataclass(frozen=True)
class Step:
    """One step of a plan."""

    number: int
    what: str
    owner: str
    when: str
    after: tuple[int, ...]


def shown(spec: Mapping[str, Any]) -> str:
    return (
        "Fill in the lines, four for each step. After “After step”, type the number of the step that must be finished "
        "first (“1”, or “1, 2”), or leave it empty. Leave out the steps that you don't need, and copy the four lines for "
        "one more.\n\nFor example:\n\n"
        "Step 2: send the drawings  \nWho does it: Noor  \nBy when: Thursday  \nAfter step: 1"
    )


def beside_form(spec: Mapping[str, Any]) -> str:
    return ""


def blank(spec: Mapping[str, Any]) -> str:
    return form_of((parts[1:] for parts in steps_of(str(spec.get("begin", "")))), at_least=spec["steps_at_least"])


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return [
        f"Has {spec['steps_at_least']} steps or more",
        "Each step names one person who does it",
        "Each step has a day or a time",
        "Each step that is waited for is in the plan",
        "No steps wait for each other in a circle",
    ]


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    enough, owned, dated, known, straight = criteria(spec)
    steps = _steps(answer)
    if not steps:
        nothing = is_empty_form(answer)
        how = "nothing is filled in yet" if nothing else "no steps found; begin each with “Step 1:”, “Step 2:” …"
        return [
            Criterion(enough, False if nothing else None, how),
            *(Criterion(text, None) for text in (owned, dated, known, straight)),
        ]
    nobody = [step for step in steps if not one_person(step.owner)]
    undated = [(step, has_a_day(step.when)[0]) for step in steps]
    no_day = [step for step, met in undated if met is not True]
    numbers = {step.number for step in steps}
    unknown = sorted({number for step in steps for number in step.after} - numbers)
    circle = _circle({step.number: step.after for step in steps})
    return [
        Criterion(enough, len(numbers) >= spec["steps_at_least"], f"{len(numbers)} steps"),
        Criterion(owned, not nobody, _of(nobody)),
        Criterion(
            dated,
            not no_day
            or (None if all(step.when for step in no_day) and False not in dict(undated).values() else False),
            _of(no_day),
        ),
        Criterion(known, not unknown, f"there is no step {', '.join(map(str, unknown))}" if unknown else ""),
        Criterion(straight, not circle, " → ".join(map(str, circle))),
    ]


def _steps(answer: str) -> list[Step]:
    return [
        Step(int(number), what, owner, when, tuple(map(int, re.findall(r"\d{1,2}", after))))
        for number, what, owner, when, after in steps_of(answer)
    ]


def _of(steps: list[Step]) -> str:
    return f"look at step {', '.join(str(step.number) for step in steps)}" if steps else ""


def _circle(after: Mapping[int, tuple[int, ...]]) -> list[int]:
    """Some steps that wait for each other in a circle, the first one again at the end; empty where none do."""
    done: set[int] = set()

    def walk(step: int, way: list[int]) -> list[int]:
        if step in way:
            return [*way[way.index(step) :], step]
        if step in done:
            return []
        for before in after.get(step, ()):
            if found := walk(before, [*way, step]):
                return found
        done.add(step)
        return []

    return next((found for step in after if (found := walk(step, []))), [])
