"""Which practices run in a browser alone, with no server: all that need no library which a browser lacks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import nbformat

from sellbackwards.course import LESSONS

NOT_THERE: Mapping[str, str] = {
    "progress_card": "looks at your exercises, too, which are in the course on a computer",
}
"""Practice → why it stays with the course on a computer."""
_HEAD = re.compile(r"<p><b>Practice: (.*?)</b></p><p>(.*?)</p>", re.DOTALL)


@dataclass(frozen=True)
class Alive:
    """A practice of a lesson: the heading it stands under, title and what is done (HTML), the code that shows it."""

    practice: str
    heading: str
    title: str
    what: str
    code: str


@cache
def practices() -> Mapping[str, tuple[Alive, ...]]:
    """Lesson → its practices in their order, those in NOT_THERE too."""
    return {path.stem: tuple(_of(nbformat.read(path, as_version=4))) for path in sorted(LESSONS.glob("[0-9]*.ipynb"))}


def _of(notebook: nbformat.NotebookNode) -> list[Alive]:
    found, heading = [], ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            heading = (re.findall(r"(?m)^#{1,2} (.+)$", cell.source) or [heading])[-1]
            continue
        html = "".join(output.get("data", {}).get("text/html", "") for output in cell.outputs)
        card = re.search(r'data-practice="([^"]+)"', html)
        about = _HEAD.search(html)
        if card and about:
            found.append(Alive(card[1], heading, about[1], about[2], cell.source))
    return found


def page_of(lesson: str) -> str:
    """The address of a lesson's practices among the pages that `sellbackwards lite` makes."""
    return f"notebooks/index.html?path={lesson}.ipynb"


def alive(lesson: str) -> list[Alive]:
    """The practices of a lesson that are there."""
    return [one for one in practices().get(lesson, ()) if one.practice not in NOT_THERE]
