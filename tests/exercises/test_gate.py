"""nbval as the gate: one failing item for each exercise that isn't right, whatever a notebook had saved.

That it agrees with the grader on every answer in source/ is held by tests/grading/test_nbval.py. Here and there the
exercises of all sets stand in one notebook where they can: each notebook costs a kernel's start.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import nbformat
import pytest

from sellbackwards.authoring.source import SourceExercise
from sellbackwards.course import EXERCISES, ROOT, SOLUTIONS
from sellbackwards.exercises.answers import answers_in_cell
from sellbackwards.exercises.gate import _gate_notebook
from sellbackwards.exercises.kinds import FOR_A_PERSON
from tests.sources import every_exercise

FIRST = "01_sell_backwards"
BY_ID = {one.exercise.id: one for one in every_exercise()}
# What only a person can judge counts as answered whatever is typed.
JUDGED = [name for name, one in BY_ID.items() if one.exercise.kind != FOR_A_PERSON]


def failing(folder: Path, option: str = "--nbval-lax") -> dict[str, list[str]]:
    """The exercises that fail in each notebook of a folder; runs pytest as an instructor would."""
    report = folder / "report.xml"
    command = [sys.executable, "-m", "pytest", option, "-q", f"--junitxml={report}", f"--rootdir={ROOT}", str(folder)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    run = subprocess.run(
        [*command, "-p", "sellbackwards.exercises.gate"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert report.exists(), run.stdout + run.stderr
    found: dict[str, list[str]] = {path.stem: [] for path in folder.glob("*.ipynb")}
    code = {stem: code_cells(folder / f"{stem}.ipynb") for stem in found}
    for case in ElementTree.parse(report).iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            stem = case.get("classname", "").split("/")[-1].removesuffix(".ipynb").split(".")[-1]
            name = case.get("name", "")
            cell = re.search(r"Cell (\d+)$", name)
            found[stem] += re.findall(r"^exercise ([\d.]+) has no answer cell", name)
            found[stem] += code[stem][int(cell[1])] if cell else []
    return found


def code_cells(path: Path) -> list[list[str]]:
    """The exercises that each code cell answers, or the cell's code where it answers none."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    return [
        [answer.exercise for answer in answers_in_cell(cell.source, cell.id)] or [cell.source] for cell in cells
    ]


def all_sets(folder: Path) -> nbformat.NotebookNode:
    """The notebooks of a folder as one, which passes for the first of them."""
    notebooks = {path.stem: nbformat.read(path, as_version=4) for path in sorted(folder.glob("*.ipynb"))}
    whole = notebooks[FIRST]
    whole.cells = [cell for one in notebooks.values() for cell in one.cells]
    return whole


def filled(answers: dict[str, str]) -> nbformat.NotebookNode:
    """The pristine exercises of all sets with these answers typed in, by exercise id."""
    notebook = all_sets(EXERCISES)
    for number, text in answers.items():
        _cell(notebook, number).source = f"%%answer {number}\n{text}"
    return notebook


def _cell(notebook: nbformat.NotebookNode, number: str) -> nbformat.NotebookNode:
    return next(cell for cell in notebook.cells if cell.id == f"answer-{number.replace('.', '-')}")


def test_every_solution_passes_as_stored(tmp_path: Path) -> None:
    nbformat.write(all_sets(SOLUTIONS), tmp_path / "solutions.ipynb")
    assert failing(tmp_path, option="--nbval") == {"solutions": []}


def right(one: SourceExercise) -> str:
    return one.others[0] if one.others else one.exercise.model


def wrong(number: str) -> str:
    return BY_ID[number].wrong[0]["answer"]


RIGHT = {name: right(one) for name, one in BY_ID.items()}


def saved_with_the_outputs_of_a_right_answer(notebook: nbformat.NotebookNode, number: str) -> None:
    good = _cell(nbformat.read(SOLUTIONS / f"{FIRST}.ipynb", as_version=4), number)
    cell = _cell(notebook, number)
    cell.outputs, cell.execution_count = good.outputs, good.execution_count


def tagged_to_be_skipped(notebook: nbformat.NotebookNode, number: str) -> None:
    _cell(notebook, number).metadata.tags = ["nbval-skip", "raises-exception"]


def with_a_comment_to_skip_it(notebook: nbformat.NotebookNode, number: str) -> None:
    _cell(notebook, number).source += "\n# NBVAL_SKIP\n# NBVAL_RAISES_EXCEPTION"


def deleted(notebook: nbformat.NotebookNode, number: str) -> None:
    notebook.cells.remove(_cell(notebook, number))


def without_its_first_line(notebook: nbformat.NotebookNode, number: str) -> None:
    _cell(notebook, number).source = RIGHT[number]


def turned_into_text(notebook: nbformat.NotebookNode, number: str) -> None:
    """nbval runs code cells alone; what it can't run must not pass unseen."""
    cell = _cell(notebook, number)
    notebook.cells[notebook.cells.index(cell)] = nbformat.v4.new_markdown_cell(cell.source, id=cell.id)


def answered_again(text: str) -> Any:
    def damage(notebook: nbformat.NotebookNode, number: str) -> None:
        notebook.cells.append(nbformat.v4.new_code_cell(f"%%answer {number}\n{text}"))

    return damage


# Faults that plain nbval lets through, and novice damage that it would count as wrong:
# exercise → what was typed first, what happened to its cell, and whether it then fails.
DAMAGE = {
    "1.1": (wrong("1.1"), saved_with_the_outputs_of_a_right_answer, True),
    "1.2": (wrong("1.2"), tagged_to_be_skipped, True),
    "1.3": (wrong("1.3"), with_a_comment_to_skip_it, True),
    "1.4": (RIGHT["1.4"], deleted, True),
    "1.5": (RIGHT["1.5"], turned_into_text, True),
    "1.6": (RIGHT["1.6"], without_its_first_line, False),
    "1.7": (wrong("1.7"), answered_again(RIGHT["1.7"]), False),
    "1.8": (RIGHT["1.8"], answered_again(wrong("1.8")), True),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The failing exercises of three notebooks."""
    folder = tmp_path_factory.mktemp("gate")
    damaged = filled(RIGHT | {number: typed for number, (typed, _, _) in DAMAGE.items()})
    damaged.cells = [cell for cell in damaged.cells if cell.id.startswith(("answer-1-", FIRST))]
    for number, (_, damage, _) in DAMAGE.items():
        damage(damaged, number)
    notebooks = {
        "untouched": filled({}),
        "every other one wrong": filled(RIGHT | {number: wrong(number) for number in JUDGED[::2]}),
        "damaged": damaged,
    }
    for name, notebook in notebooks.items():
        nbformat.write(notebook, folder / f"{name}.ipynb")
    return failing(folder)


def test_each_exercise_that_is_untouched_or_wrong_fails_once(found: dict[str, list[str]]) -> None:
    assert found["untouched"] == list(BY_ID)
    assert found["every other one wrong"] == JUDGED[::2]


@pytest.mark.parametrize("number", DAMAGE, ids=lambda number: DAMAGE[number][1].__name__)
def test_holes_and_novice_damage(found: dict[str, list[str]], number: str) -> None:
    assert found["damaged"].count(number) == DAMAGE[number][2]


def test_nothing_else_fails_where_some_cells_are_damaged(found: dict[str, list[str]]) -> None:
    assert set(found["damaged"]) <= set(DAMAGE)


def test_a_notebook_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")]), path)
    assert _gate_notebook(path, []) == ([], [])
