"""Measure what the course's face in JupyterLab costs: a page that wakes, and a notebook that isn't the course's.

    python benchmarks/face.py

Opens each page several times, in turn, so that a busy moment of the machine meets all of them. Exit code 1 where a bar is missed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # for tests.browser.lab
from tests.browser.lab import Lab, awake, lab  # noqa: E402

TIMES = 7
LESSON, BARE = "lessons/01_sell_backwards.ipynb", "bare.ipynb"

# Notes the moments (ms since the page's navigation began) at which something first is so.
WATCH = """
window.moments = {};
const when = {
    cells: () => document.querySelector('.jp-Notebook .jp-Cell'),
    idle: () => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle',
    first: () => document.querySelector('.sb-live'),
    awake: () => document.querySelector('[data-awake=true]'),
};
const look = () => {
    for (const [name, so] of Object.entries(when)) {
        if (!(name in window.moments) && so()) window.moments[name] = performance.now();
    }
    requestAnimationFrame(look);
};
look();
"""


def moments(running: Lab, notebook: str, with_face: bool) -> dict[str, float]:
    """When what was there, in seconds from the start of the page."""
    running.shut_down_kernels()
    running.face(with_face)
    page = running.browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH)
    page.goto(f"{running.base}/lab/tree/{notebook}?reset")
    if notebook == LESSON:
        awake(page)
    page.wait_for_function("'idle' in window.moments && 'cells' in window.moments", timeout=60_000)
    found: dict[str, float] = page.evaluate("window.moments")
    page.close()
    return {name: at / 1000 for name, at in found.items()}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, lab(Path(folder)) as running:
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
        cells = [nbformat.v4.new_code_cell(f"{n} + 1") for n in range(20)]
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), running.course / BARE)
        ways = ((BARE, False), (BARE, True), (LESSON, True))
        for way in ways:
            moments(running, *way)  # once, to fill the caches
        found: dict[tuple[str, bool], list[dict[str, float]]] = {way: [] for way in ways}
        for _ in range(TIMES):
            for way in ways:
                found[way].append(moments(running, *way))
    added = [face["cells"] - bare["cells"] for bare, face in zip(found[ways[0]], found[ways[1]], strict=True)]
    first, page = ([max(0.0, one[name] - one["idle"]) for one in found[ways[2]]] for name in ("first", "awake"))
    rows = [
        ("another notebook's cells are there later by", statistics.median(added) * 1000, "ms", 150),
        ("kernel idle → first practice alive", statistics.median(first), "s", 1.5),
        ("kernel idle → page alive", statistics.median(page), "s", 4),
    ]
    for what, measured, unit, bar in rows:
        print(f"{what:44} {measured:7.2f} {unit:3} ≤ {bar} {'met' if measured <= bar else 'MISSED'}")
    return int(any(measured > bar for _, measured, _, bar in rows))


if __name__ == "__main__":
    sys.exit(main())
