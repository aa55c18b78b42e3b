"""Read and check a page of source/ (MyST Markdown); errors name the file, the place and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema
import jupytext
import yaml
from jupytext.myst import MystMetadataParsingError

from sellbackwards.course import DATASETS
from sellbackwards.exercises.kinds import FOR_A_PERSON, KINDS
from sellbackwards.exercises.model import Exercise

Cell = dict[str, Any]


class SourceError(Exception):
    """A mistake in source/: file, place and remedy in one line."""


@dataclass(frozen=True)
class Lesson:
    """One page: its name (without ending), front matter, and cells as nbformat has them.

    `told`: seed id → why it is told and not drilled. `bare`: its exercises show neither criteria nor hints beforehand,
    because they are to find out what somebody does without them.
    """

    name: str
    title: str
    minutes: int
    cells: tuple[Cell, ...]
    told: Mapping[str, str] = field(default_factory=dict)
    bare: bool = False


@dataclass(frozen=True)
class SourceExercise:
    """One exercise with all its answers. `wrong`: answer, caught_by (a criterion), as (plain, near miss, pleasing)."""

    exercise: Exercise
    prompt: str
    others: tuple[str, ...]
    wrong: tuple[Mapping[str, str], ...]


_ANSWER = {"type": "string", "minLength": 1}
_EXERCISE_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["id", "kind", "seeds", "hints", "after"],
    # What no machine judges has no right and wrong answers to test it with; it has its anchors.
    "if": {"properties": {"kind": {"const": FOR_A_PERSON}}},
    "else": {"required": ["others", "wrong"]},
    "properties": {
        "id": {"type": "string", "pattern": r"^\d+\.\d+$"},
        "kind": {"enum": list(KINDS)},
        "seeds": {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": r"^S[0-4]\.(\d+|c)$"}},
        "points": {"type": "number", "exclusiveMinimum": 0},
        "minutes": {"type": "number"},
        "hints": {"type": "array", "minItems": 2, "items": _ANSWER},
        "after": {"type": "string", "minLength": 20},
        "others": {"type": "array", "minItems": 2, "uniqueItems": True, "items": _ANSWER},
        "wrong": {
            "type": "array",
            "minItems": 3,
            "items": {
                "type": "object",
                "required": ["answer", "caught_by", "as"],
                "additionalProperties": False,
                "properties": {
                    "answer": _ANSWER,
                    "caught_by": _ANSWER,
                    "as": {"enum": ["plain", "near miss", "pleasing"]},
                },
            },
            "allOf": [{"contains": {"properties": {"as": {"const": kind}}}} for kind in ("near miss", "pleasing")],
        },
    },
}
_OURS = set(_EXERCISE_SCHEMA["properties"])
_FRONT_SCHEMA: Mapping[str, Any] = {
    "required": ["title", "minutes"],
    "properties": {
        "title": {"type": "string"},
        "minutes": {"type": "integer", "minimum": 1},
        "bare": {"type": "boolean"},
        "told": {"type": "object", "additionalProperties": {"type": "string", "minLength": 10}},
    },
}


def read_page(path: Path) -> Lesson:
    """Read a source file. Raises SourceError."""
    try:
        notebook = jupytext.read(path)
    except (OSError, ValueError, yaml.YAMLError, MystMetadataParsingError) as error:
        reason = " ".join(str(error).split())
        raise SourceError(f"{path}: can't be read as MyST Markdown ({reason})") from None
    front = notebook.metadata
    _check(front, _FRONT_SCHEMA, path, "front matter")
    return Lesson(
        path.stem,
        front["title"],
        front["minutes"],
        tuple(dict(cell) for cell in notebook.cells),
        front.get("told", {}),
        front.get("bare", False),
    )


def exercises_of(page: Lesson, path: Path) -> list[SourceExercise]:
    """Read and check the exercises of a page, in order. Raises SourceError."""
    found = [
        _read_exercise(page.cells[n - 1], cell, path)
        for n, cell in enumerate(page.cells)
        if "exercise" in cell["metadata"]
    ]
    expected = [f"{int(page.name[:2])}.{n}" for n in range(1, len(found) + 1)]
    ids = [one.exercise.id for one in found]
    if ids != expected:
        raise SourceError(f"{path}: exercises are numbered {', '.join(ids)}; number them {', '.join(expected)}")
    return found


def _read_exercise(prompt: Cell, cell: Cell, path: Path) -> SourceExercise:
    data = cell["metadata"]["exercise"]
    place = f"exercise {data.get('id', '?')}"
    _check(data, _EXERCISE_SCHEMA, path, place)
    _check(data, KINDS[data["kind"]].SCHEMA, path, place)
    heading, _, text = prompt["source"].partition("\n")
    if prompt["cell_type"] != "markdown" or not heading.startswith("## "):
        raise SourceError(f"{path}: {place}: put a text cell that begins with '## ' and its title before it")
    spec = {name: value for name, value in data.items() if name not in _OURS}
    if "numbers" in spec:
        spec = {
            **spec,
            "numbers": [
                {**one, "value": _worked_out(one, path, place)} if "value" in one else one for one in spec["numbers"]
            ],
        }
    if KINDS[data["kind"]].ABOUT.reads_task:
        spec = {**spec, "scene": text.strip()}
    exercise = Exercise(
        id=data["id"],
        kind=data["kind"],
        title=heading.removeprefix("## ").strip(),
        spec=spec,
        seeds=tuple(data["seeds"]),
        hints=tuple(data["hints"]),
        model=cell["source"].strip(),
        after=data["after"].strip(),
        points=float(data.get("points", 1)),
    )
    return SourceExercise(exercise, text.strip(), tuple(data.get("others", ())), tuple(data.get("wrong", ())))


def _worked_out(one: Mapping[str, Any], path: Path, place: str) -> float:
    """A number as written, or a measure of one of our calls (times 100 where its unit is %).

    A measure with parts names one, counted from 0: ``longest_monologue.seconds``, ``questions_by_third.2``.
    """
    value = one["value"]
    if not isinstance(value, Mapping):
        return float(value)
    from sellbackwards.calls import measure, read_call

    found: Any = measure(read_call(DATASETS / value["call"])).as_dict()
    for part in str(value["measure"]).split("."):
        try:
            found = found[int(part) if isinstance(found, list) else part]
        except (KeyError, IndexError, TypeError, ValueError):
            found = None
    if not isinstance(found, int | float):
        raise SourceError(f"{path}: {place}: {one['name']}: there is no measure called {value['measure']}")
    return round(float(found) * (100 if one.get("unit") == "%" else 1), 2)


def _check(data: Any, schema: Mapping[str, Any], path: Path, place: str) -> None:
    error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(schema).iter_errors(data))
    if error is not None:
        where = "/".join(map(str, error.absolute_path))
        raise SourceError(f"{path}: {place}{': ' + where if where else ''}: {error.message[:300]}")


def headings(cells: tuple[Cell, ...]) -> Iterator[tuple[int, str]]:
    """(level, text) of each Markdown heading, in order; fenced code is left out."""
    for cell in cells:
        if cell["cell_type"] == "markdown":
            text = re.sub(r"(?ms)^(```|~~~).*?^\1", "", cell["source"])
            yield from ((len(marks), title) for marks, title in re.findall(r"(?m)^(#{1,6})\s+(.+)$", text))
