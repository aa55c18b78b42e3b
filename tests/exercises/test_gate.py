"""nbval as the gate: one failing item for each exercise that isn't right, whatever a notebook had saved."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pytest

from sellbackwards.authoring.source import SourceExercise, exercises_of, read_page
from sellbackwards.course import EXERCISES, ROOT, SOLUTIONS, SOURCE
from sellbackwards.exercises.gate import _gate_notebook
from sellbackwards.exercises.kinds import FOR_A_PERSON

NAME = "01_sell_backwards"
PAGE = SOURCE / "exercises" / f"{NAME}.md"


def exercises() -> list[SourceExercise]:
    return exercises_of(read_page(PAGE), PAGE)


def failures(*paths: Path, option: str = "--nbval-lax", report: Path) -> Counter[str]:
    """How many items fail in each notebook, by the file's stem; runs pytest as an instructor would."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "sellbackwards.exercises.gate",
        option,
        "-q",
        f"--junitxml={report}",
        f"--rootdir={ROOT}",
        *map(str, paths),
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert report.exists(), run.stdout + run.stderr
    found: Counter[str] = Counter()
    for case in ElementTree.parse(report).iter("testcase"):
        stem = case.get("classname", "").split("/")[-1].removesuffix(".ipynb").split(".")[-1] or "?"
        found[stem] += case.find("failure") is not None or case.find("error") is not None
    return found


def filled(answers: dict[str, str], base: Path = EXERCISES) -> nbformat.NotebookNode:
    """The pristine exercise with these answers typed in, by exercise id."""
    notebook = nbformat.read(base / f"{NAME}.ipynb", as_version=4)
    for cell in notebook.cells:
        for number, text in answers.items():
            if cell.id == f"answer-{number.replace('.', '-')}":
                cell.source = f"%%answer {number}\n{text}"
    return notebook


def save(notebook: nbformat.NotebookNode, folder: Path, stem: str) -> Path:
    path = folder / f"{stem}.ipynb"
    nbformat.write(notebook, path)
    return path


def test_every_solution_passes_as_stored(tmp_path: Path) -> None:
    found = failures(SOLUTIONS, option="--nbval", report=tmp_path / "report.xml")
    assert sum(found.values()) == 0, found
    assert len(found) == len(list(SOLUTIONS.glob("*.ipynb")))


def test_untouched_right_and_wrong(tmp_path: Path) -> None:
    """Untouched: once an exercise. Any right answers: not at all. One wrong among right ones: once. All wrong: once each."""
    found = exercises()
    models = {one.exercise.id: one.exercise.model for one in found}
    expected = {save(filled({}), tmp_path, "untouched").stem: len(found)}
    # What only a person can judge counts as answered whatever is typed, so it is right in all of these.
    judged = [one for one in found if one.exercise.kind != FOR_A_PERSON]
    for n in range(max(len(one.others) for one in judged)):
        right = models | {one.exercise.id: one.others[n % len(one.others)] for one in judged}
        expected[save(filled(right), tmp_path, f"right_{n}").stem] = 0
    for one in judged:
        mixed = models | {one.exercise.id: one.wrong[0]["answer"]}
        expected[save(filled(mixed), tmp_path, f"one_wrong_{one.exercise.id.replace('.', '_')}").stem] = 1
    for n in range(max(len(one.wrong) for one in judged)):
        wrong = models | {one.exercise.id: one.wrong[n % len(one.wrong)]["answer"] for one in judged}
        expected[save(filled(wrong), tmp_path, f"all_wrong_{n}").stem] = len(judged)
    assert failures(tmp_path, report=tmp_path / "report.xml") == expected


def _saved_with_the_model_s_outputs(notebook: nbformat.NotebookNode) -> None:
    """A wrong answer that was saved with the card of a right one."""
    solution = nbformat.read(SOLUTIONS / f"{NAME}.ipynb", as_version=4)
    for cell, good in zip(notebook.cells, solution.cells, strict=True):
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = good.outputs, good.execution_count


def _skip_tag(notebook: nbformat.NotebookNode) -> None:
    _cell(notebook).metadata.tags = ["nbval-skip", "raises-exception"]


def _skip_comment(notebook: nbformat.NotebookNode) -> None:
    _cell(notebook).source += "\n# NBVAL_SKIP\n# NBVAL_RAISES_EXCEPTION"


def _deleted(notebook: nbformat.NotebookNode) -> None:
    notebook.cells.remove(_cell(notebook))


def _as_text(notebook: nbformat.NotebookNode) -> None:
    cell = _cell(notebook)
    place = notebook.cells.index(cell)
    notebook.cells[place] = nbformat.v4.new_markdown_cell(cell.source, id=cell.id)


def _cell(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    return next(cell for cell in notebook.cells if cell.id == "answer-1-1")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    """Failures of notebooks with faults that plain nbval lets through, or novice damage that it would count as wrong."""
    folder = tmp_path_factory.mktemp("planted")
    found = exercises()
    right = {one.exercise.id: one.exercise.model for one in found}
    wrong = right | {"1.1": found[0].wrong[0]["answer"]}
    faults: dict[str, tuple[dict[str, str], Callable[[nbformat.NotebookNode], None]]] = {
        "wrong_saved": (wrong, _saved_with_the_model_s_outputs),
        "wrong_tag": (wrong, _skip_tag),
        "wrong_comment": (wrong, _skip_comment),
        "deleted": (right, _deleted),
        "first_line_lost": (right, lambda notebook: _cell(notebook).update(source=right["1.1"])),
        "duplicate_right_last": (
            wrong,
            lambda notebook: notebook.cells.append(nbformat.v4.new_code_cell(f"%%answer 1.1\n{right['1.1']}")),
        ),
        "duplicate_wrong_last": (
            right,
            lambda notebook: notebook.cells.append(nbformat.v4.new_code_cell(f"%%answer 1.1\n{wrong['1.1']}")),
        ),
    }
    for name, (answers, damage) in faults.items():
        notebook = filled(answers)
        damage(notebook)
        save(notebook, folder, name)
    return failures(folder, report=folder / "report.xml")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("wrong_saved", 1), ("wrong_tag", 1), ("wrong_comment", 1), ("deleted", 1), ("first_line_lost", 0), ("duplicate_right_last", 0), ("duplicate_wrong_last", 1)],
)  # fmt: skip
def test_holes_and_novice_damage(planted: Counter[str], name: str, expected: int) -> None:
    assert planted[name] == expected


def test_an_answer_turned_into_text_counts_as_missing_for_nbval(tmp_path: Path) -> None:
    """nbval runs code cells alone; what it can't run must not pass unseen."""
    right = {one.exercise.id: one.exercise.model for one in exercises()}
    notebook = filled(right)
    _as_text(notebook)
    save(notebook, tmp_path, "as_text")
    assert failures(tmp_path, report=tmp_path / "report.xml") == {"as_text": 1}


def test_a_notebook_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    path = save(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")]), tmp_path, "other")
    assert _gate_notebook(path, []) == ([], [])
