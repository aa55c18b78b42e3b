"""Pages for people who were in the room and may never see the course, from ``workshop/take_home.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sellbackwards.workshop.lessons import WORKED, cell_of
from sellbackwards.workshop.plans import FOLDER, WorkshopError, read


@dataclass(frozen=True)
class TakeHome:
    """One page to keep. `table`: an example from the lesson (Markdown); `lines`: to be filled in."""

    title: str
    idea: str
    example: str
    who: str
    table: str
    keep: Sequence[str]
    what_to_try: str
    lines: Sequence[str]


@cache
def pages_to_take_home() -> Mapping[str, TakeHome]:
    """Lesson ("01") → its page. Raises WorkshopError."""
    return {
        one["lesson"]: TakeHome(
            one["title"],
            one["idea"],
            one["example"],
            one["who"],
            _table(one["lesson"]),
            tuple(one["keep"]),
            one["try"],
            tuple(one["lines"]),
        )
        for one in read(FOLDER / "take_home.yaml")
    }


def _table(lesson: str) -> str:
    found = next((part for part in cell_of(lesson, WORKED[lesson]).split("\n\n") if part.startswith("|")), None)
    if found is None:
        raise WorkshopError(f"sellbackwards/workshop/lessons.py: {WORKED[lesson]!r} has no table; name a cell with one")
    return found
