"""List the practices that run in a browser without a server: those whose libraries JupyterLite has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import nbformat

from sellbackwards.course import LESSONS
from sellbackwards.practice.catalogue import PracticeEntry, shown_by


@dataclass(frozen=True)
class Alive:
    """A practice of a lesson: the heading it stands under, its entry in the catalogue, the code that shows it."""

    heading: str
    entry: PracticeEntry
    code: str


@cache
def practices() -> Mapping[str, tuple[Alive, ...]]:
    """Lesson → its practices in their order, those that don't run in a browser too."""
    return {path.stem: tuple(_of(nbformat.read(path, as_version=4))) for path in sorted(LESSONS.glob("[0-9]*.ipynb"))}


def _of(notebook: nbformat.NotebookNode) -> list[Alive]:
    found, heading = [], ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            heading = (re.findall(r"(?m)^#{1,2} (.+)$", cell.source) or [heading])[-1]
        elif entry := shown_by(cell.source):
            found.append(Alive(heading, entry, cell.source))
    return found


def page_of(lesson: str) -> str:
    """The address of a lesson's practices among the pages that `sellbackwards lite` makes."""
    return f"notebooks/index.html?path=lessons/{lesson}.ipynb"


def alive(lesson: str) -> list[Alive]:
    """The practices of a lesson that run there."""
    return [one for one in practices().get(lesson, ()) if not one.entry.not_in_browser]
