"""The rounds of a practice, as ``datasets/practices/NAME.yaml`` has them: each an exercise of any kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sellbackwards.course import read_dataset
from sellbackwards.exercises import Exercise
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.practice.listening import stops_as_rounds

_ROUND = ("id", "kind", "ask", "hints", "way", "others", "near_miss", "wrong", "after", "group", "channel", "moments")


def load_rounds(name: str) -> tuple[Mapping[str, Any], tuple[Exercise, ...]]:
    """(title, what; the rounds as exercises) of a practice. The stops of a call are its rounds.

    A round's number is its own `id`, or its place in the file. Under it a learner's text and progress are kept, so it
    stays with the round wherever that is moved.
    """
    data = read_dataset(f"practices/{name}.yaml")
    if "call" in data:
        data = {**data, "rounds": list(stops_as_rounds(data))}
    rounds = tuple(
        Exercise(
            id=f"{name}.{one.get('id', n)}",
            kind=one["kind"],
            title=one["ask"],
            spec={key: value for key, value in one.items() if key not in _ROUND}
            | ({"scene": one["ask"]} if KINDS[one["kind"]].ABOUT.reads_task else {}),
            hints=tuple(one.get("hints", ())),
            model=one.get("way", ""),
            after=one.get("after", ""),
        )
        for n, one in enumerate(data["rounds"], 1)
    )
    return data, rounds
