"""A plan, a step a line: "1 | order the survey | Dana | Monday | -", the last being the steps it waits for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sellbackwards.exercises.kinds.checks import CHECKS
from sellbackwards.exercises.kinds.parsing import lines_of, plain
from sellbackwards.exercises.model import Criterion

SCHEMA: Mapping[str, Any] = {
    "required": ["steps_at_least"],
    "properties": {
        "steps_at_least": {"type": "integer", "minimum": 2},
        "begin": {"type": "string"},  # lines that stand there already
    },
}

# Two people who see to it: nobody does. ("Mr and Mrs Roth" are left to a person: see `_several`.)
_SEVERAL = re.compile(r"\w\s*(?:,|&|\+|/|\b(?:and|or)\b)\s*\w")
_NOBODY = {"", "-", "?", "tbd", "nobody", "someone", "somebody", "they", "everyone", "us all"}


@dataclass(frozen=True)
class Step:
    """One line of a plan."""

    number: int
    what: str
    owner: str
    when: str
    after: tuple[int, ...]


def shown(spec: Mapping[str, Any]) -> str:
    return (
        "Type a step on each line, with bars between its parts: "
        "number | what happens | who does it | by when | after which step.\n\n"
        "For example: 2 | send the drawings | Noor | Thursday | 1"
    )


def beside_form(spec: Mapping[str, Any]) -> str:
    return ""


def blank(spec: Mapping[str, Any]) -> str:
    return str(spec.get("begin", ""))


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return [
        f"Has {spec['steps_at_least']} steps or more",
        "Each step names one person who does it",
        "Each step has a day or a time",
        "Each step that is waited for is in the plan",
        "No step waits for itself, not even round a corner",
    ]


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    enough, owned, dated, known, straight = criteria(spec)
    steps = _steps(answer)
    if not steps:
        return [
            Criterion(enough, None, "no steps found; put a bar | between the parts"),
            *(Criterion(text, None) for text in (owned, dated, known, straight)),
        ]
    nobody = [step for step in steps if plain(step.owner) in _NOBODY or _several(step.owner)]
    undated = [(step, CHECKS["when"](True, step.when)[0]) for step in steps]
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


def _several(owner: str) -> bool:
    return bool(_SEVERAL.search(re.sub(r"\(.*?\)", "", plain(owner)))) and not plain(owner).startswith("mr and mrs ")


def _steps(answer: str) -> list[Step]:
    found = [parts for line in lines_of(answer) if (parts := parts_of_line(line))]
    return [
        Step(int(number), what, owner, when, tuple(map(int, re.findall(r"\d{1,2}", after))))
        for number, what, owner, when, after in found
    ]


def parts_of_line(line: str) -> tuple[str, str, str, str, str] | None:
    """(number, what, who, when, after which) of a line of a plan, "" where a part is missing; None if it's no step."""
    parts = [part.strip() for part in re.split(r"[|;\t]", line.strip("| "))]
    if len(parts) == 1:  # "2 - send the drawings - Noor - Thursday - 1"
        parts = [part.strip() for part in re.split(r"\s-+(?:\s|$)", line)]
    number = re.match(r"^\(?(\d{1,2})\)?[.):]?\s*(.*)$", parts[0])
    if len(parts) < 3 or not number:
        return None
    if number[2]:  # "1. order the survey | Dana | Monday | -"
        parts.insert(1, number[2])
    what, owner, when, after = (parts[1:5] + [""] * 4)[:4]
    return str(int(number[1])), what, owner, when, after


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
