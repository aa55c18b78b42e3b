"""One-page summaries of lessons, and single cells of them, read from ``source/lessons``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sellbackwards.authoring.overview import course_map
from sellbackwards.authoring.source import read_page
from sellbackwards.course import SOURCE
from sellbackwards.workshop.plans import WorkshopError

_HEADINGS = re.compile(r"(?m)^#{2,3} ")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
# What a page of its own says better than its key points: one cell of each lesson, by its heading.
WORKED = {
    "01": "One example, two to finish",
    "02": "A step with five parts",
    "03": "The same moments, side by side",
    "04": "Six areas to ask about",
    "05": "Cover her lines",
    "06": "One habit is never enough",
}


@dataclass(frozen=True)
class Summary:
    """One lesson on one page. `worked`, `key_points`, `this_week` are Markdown; `pulls` say where it pulls."""

    number: str
    title: str
    habit: str
    minutes: int
    exercises_minutes: int
    objectives: Sequence[str]
    worked_title: str
    worked: str
    key_points: str
    this_week: str
    pulls: Sequence[Mapping[str, Any]]


@cache
def summaries() -> tuple[Summary, ...]:
    """Lessons 01 to 06. Raises WorkshopError."""
    habits = {one["page"]: one["habit"] for one in course_map()}
    return tuple(_summary(path, habits[path.stem]) for path in lesson_files())


def lesson_files() -> list[Path]:
    """The lessons that teach a habit, and the one that puts them together."""
    return sorted((SOURCE / "lessons").glob("0[1-6]_*.md"))


def _summary(path: Path, habit: str) -> Summary:
    page, number = read_page(path), path.stem[:2]
    cells = _by_heading(path)
    met = {name for cell in page.cells for name in cell["metadata"].get("tension", ())}
    promise = "Your promise for this week"
    last = promise if promise in cells else "One habit a week"
    return Summary(
        number,
        page.title,
        habit,
        page.minutes,
        read_page(SOURCE / "exercises" / path.name).minutes,
        yaml.safe_load(path.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---\n"))["objectives"],
        WORKED[number],
        _up_to_the_table(cell_of(number, WORKED[number])),
        _without_the_way(cells["Key points"]),
        _what_to_do(cells[last]),
        [one for one in yaml.safe_load((SOURCE / "tensions.yaml").read_text(encoding="utf-8")) if one["id"] in met],
    )


def _without_rounds(text: str) -> str:
    """Leave out sentences on rounds and on coming back another day: they are for people at a computer."""
    at_a_screen = re.compile(
        r"\brounds\b|\b(?:each|every|a|one|the|this|next|last|first|second|third) round\b|another day"
    )
    parts = text.split("\n\n")
    return "\n\n".join(part for part in parts if part.startswith("|") or not at_a_screen.search(part))


def _up_to_the_table(text: str) -> str:
    """A summary needs the table and what leads to it; what the lesson says about it afterwards stays in the lesson."""
    parts = text.split("\n\n")
    last = next((n for n, part in enumerate(parts) if part.startswith("|")), len(parts))
    return "\n\n".join(parts[: last + 1])


def _without_the_way(text: str) -> str:
    """Leave out the way to the exercises, which is for people at a computer."""
    return "\n\n".join(part for part in text.split("\n\n") if not part.startswith("Now try it on your own"))


def _what_to_do(text: str) -> str:
    """Leave out what a table says already, and the way to the exercises."""
    parts = _without_the_way(text).split("\n\n")
    return "\n\n".join([part for part in parts if part.startswith("|")] or parts)


def cell_of(lesson: str, heading: str) -> str:
    """What stands under one heading of a lesson ("03"); Markdown without links. Raises WorkshopError."""
    path = next((path for path in lesson_files() if path.stem.startswith(lesson)), None)
    text = _by_heading(path).get(heading) if path else None
    if text is None:
        raise WorkshopError(f"lesson {lesson} has no cell with the heading {heading!r}; take one that it has")
    return _without_rounds(text)


@cache
def _by_heading(path: Path) -> dict[str, str]:
    """The text under each heading of a lesson but its title, by heading; a cell may hold several."""
    found = {}
    for cell in read_page(path).cells:
        if cell["cell_type"] == "markdown":
            for part in _HEADINGS.split(cell["source"])[1:]:
                heading, _, text = part.partition("\n")
                found[heading.strip()] = _LINK.sub(r"\1", text).strip()
    return found
