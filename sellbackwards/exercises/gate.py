"""A pytest plugin: under ``pytest --nbval-lax NOTEBOOK``, each exercise that isn't right fails once.

It reads answers by the same rules as the kernel and the grader (nbval sends no cell ids), so that a cell with a lost
first line, or one that was duplicated, counts here as it counts there. An exercise whose cell was deleted fails too.
"""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from sellbackwards.exercises.answers import answers_in_cell, answers_in_notebook
from sellbackwards.exercises.catalogue import set_of_notebook
from sellbackwards.exercises.magic import GATE
from sellbackwards.exercises.notebook_verdicts import NotebookError, read_notebook


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("nbval", False) or config.getoption("nbval_lax", False):
        os.environ[GATE] = "1"  # inherited by the kernels that nbval starts


class MissingAnswer(pytest.Item):
    """Stands for an exercise whose answer cell isn't in the notebook any more."""

    def runtest(self) -> None:
        raise LookupError(self.name)

    def repr_failure(self, excinfo: Any, style: Any = None) -> str:
        return f"{self.path}: {self.name}; open a fresh copy from exercises/ and put the answer there"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    of_notebook: dict[Path, list[Any]] = defaultdict(list)
    for item in items:
        if hasattr(item, "cell") and hasattr(item, "cell_num"):  # nbval's
            of_notebook[item.path].append(item)
    for path, cells in of_notebook.items():
        skipped, missing = _gate_notebook(path, cells)
        items[:] = [item for item in items if item not in skipped]
        items.extend(missing)


def _gate_notebook(path: Path, cells: list[Any]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """(items that don't count, items for exercises that are missing) of one notebook."""
    try:
        notebook = read_notebook(path)
    except NotebookError:
        return [], []
    answers = answers_in_notebook(notebook)
    found = set_of_notebook(notebook, answers)
    holders = [(item, held) for item in cells if (held := answers_in_cell(item.cell.source, item.cell.get("id")))]
    last = {one.exercise: item for item, held in holders for one in held}
    skipped = []
    for item, held in holders:
        counting = [answers[one.exercise] for one in held if last[one.exercise] is item]
        if not counting:
            skipped.append(item)
        item.cell.source = "\n".join(f"%%answer {one.exercise}\n{one.text}" for one in counting)
        # A tag or a comment in an answer can neither skip it nor bless its failure.
        item.options.update(skip=False, check_exception=False, check=item.parent.compare_outputs)
    missing = [one.id for one in found.exercises if one.id not in last] if found and cells else []
    return skipped, [
        MissingAnswer.from_parent(cells[0].parent, name=f"exercise {exercise} has no answer cell any more")
        for exercise in missing
    ]
