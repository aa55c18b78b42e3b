"""All exercises of the course, read once from the answer keys in the package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from sellbackwards.exercises.model import Exercise, ExerciseSet

_KEYS = files("sellbackwards.exercises") / "keys"


def exercise_from(data: dict[str, Any]) -> Exercise:
    """An Exercise from its entry in a key."""
    return Exercise(**{**data, "seeds": tuple(data["seeds"]), "hints": tuple(data["hints"])})


@cache
def exercise_set(name: str) -> ExerciseSet | None:
    """The set of a notebook ("01_sell_backwards"); None where there is no such set."""
    key = _KEYS / f"{name}.json"
    if name not in set_names():
        return None
    data = json.loads(key.read_text(encoding="utf-8"))
    return ExerciseSet(data["name"], data["title"], tuple(map(exercise_from, data["exercises"])))


@cache
def set_names() -> tuple[str, ...]:
    """The names of all sets, in the order of the course."""
    return tuple(sorted(entry.name.removesuffix(".json") for entry in _KEYS.iterdir() if entry.name.endswith(".json")))


def exercise(exercise_id: str) -> Exercise | None:
    """The exercise with this id ("1.3"); None where there is none."""
    lesson = exercise_id.partition(".")[0].zfill(2)
    for name in set_names():
        if name.startswith(f"{lesson}_"):
            found = exercise_set(name)
            return next((one for one in found.exercises if one.id == exercise_id), None) if found else None
    return None


def all_sets() -> tuple[ExerciseSet, ...]:
    """Every set of the course, in its order."""
    return tuple(found for name in set_names() if (found := exercise_set(name)))


def set_of_notebook(
    notebook: Any, answered: Iterable[str] = (), sets: Iterable[ExerciseSet] | None = None
) -> ExerciseSet | None:
    """The set that a notebook belongs to: as its metadata says, else by the ids of its answers.

    `sets` are those to choose from, the course's own where nothing is said.
    """
    known = {one.name: one for one in (all_sets() if sets is None else sets)}
    named = notebook
    for name in ("metadata", "sellbackwards", "set"):
        named = named.get(name) if isinstance(named, Mapping) else None
    if isinstance(named, str) and named in known:
        return known[named]
    lessons = [exercise_id.partition(".")[0].zfill(2) for exercise_id in answered]
    most = max(lessons, key=lessons.count, default=None)
    return next((one for name, one in known.items() if most and name.startswith(f"{most}_")), None)
