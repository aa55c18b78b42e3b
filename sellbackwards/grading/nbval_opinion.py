"""Compare the marks of a few submissions with ``pytest --nbval-lax``, exercise by exercise.

nbval runs cells. So what it gets is not what was sent, but the pristine notebook's first cell and the boxes that hold
answers, which the kernel reads as text; no other cell of a submission comes near a kernel.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from sellbackwards.exercises.answers import answers_in_cell
from sellbackwards.exercises.older_copies import THIS_COPY
from sellbackwards.grading.handin import HandIn
from sellbackwards.grading.marked_files import File
from sellbackwards.grading.reading import notebook_in, open_handed
from sellbackwards.grading.submitted_bytes import Unreadable

RIGHT = {"passed", "for a person"}
"""What nbval's gate lets pass: there is nothing more for the learner to do."""
_SECONDS = 60.0  # for each notebook, most of it the kernel's start
_SIDE_BY_SIDE = 4  # a kernel's start is mostly waiting
_CELL = re.compile(r"Cell (\d+)$")
_GONE = re.compile(r"exercise (\d+\.\d+) has no answer cell")


def verify(sample: Sequence[File]) -> list[str]:
    """Where nbval and the grader differ, a line each."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        names = {}
        for number, file in enumerate(sample):
            handin, marked = file.handin, file.marked
            try:
                notebook = _notebook_of(handin)
            except Unreadable:
                continue
            names[f"submission{number}"] = (f"{handin.learner}, {marked.lesson}", marked)
            (folder / f"submission{number}.ipynb").write_text(json.dumps(boxes_alone(notebook)), encoding="utf-8")
        failed = failing_exercises(folder)
    differences = []
    for stem, (name, marked) in names.items():
        ours = {mark.exercise for mark in marked.marks if mark.status not in RIGHT}
        # nbval runs no text cells, so an answer box that was turned into one is missing for it; nor does it know of
        # other releases.
        not_for_it = {mark.exercise for mark in marked.marks if any("cell for text" in note for note in mark.notes)}
        not_for_it |= {mark.exercise for mark in marked.marks if any(note.startswith(THIS_COPY) for note in mark.notes)}
        theirs = failed.get(stem, set())
        differences += [f"{name}, exercise {one}" for one in sorted((ours ^ theirs) - not_for_it)]
    return differences


def _notebook_of(handin: HandIn) -> Mapping[str, Any]:
    outer, _, inner = handin.name.partition(".zip/")
    whole = replace(handin, name=f"{outer}.zip") if inner else handin
    for found, read in open_handed(whole):
        if found.name == handin.name:
            return notebook_in(read())
    raise Unreadable("isn't there any more")


def boxes_alone(notebook: Mapping[str, Any]) -> dict[str, Any]:
    """A notebook with the cell that makes ``%%answer`` known and the boxes that hold answers; nothing else is left."""
    cells = [_code("wake", "%reload_ext sellbackwards")]
    for number, cell in enumerate(notebook["cells"]):
        source = cell.get("source", "") if isinstance(cell, Mapping) else ""
        text = "".join(map(str, source)) if isinstance(source, list) else str(source)
        cell_id = str(cell.get("id", "")) if isinstance(cell, Mapping) else ""
        if isinstance(cell, Mapping) and cell.get("cell_type") == "code" and answers_in_cell(text, cell_id):
            cells.append(_code(cell_id if cell_id.startswith("answer-") else f"cell-{number}", text))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel}
    ours = notebook.get("metadata")
    if isinstance(ours, Mapping) and isinstance(ours.get("sellbackwards"), Mapping):
        metadata["sellbackwards"] = {"set": str(ours["sellbackwards"].get("set", ""))}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _code(cell_id: str, source: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": cell_id,
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def failing_exercises(folder: Path) -> dict[str, set[str]]:
    """The exercises that fail under nbval in each notebook of a folder, by the file's stem."""
    notebooks = sorted(folder.glob("*.ipynb"))
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    parts = [part for n in range(_SIDE_BY_SIDE) if (part := notebooks[n::_SIDE_BY_SIDE])]
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        found = list(pool.map(lambda numbered: _run_nbval(folder, *numbered), enumerate(parts)))
    return {stem: failed for part in found for stem, failed in part.items()}


def _run_nbval(folder: Path, number: int, notebooks: Sequence[Path]) -> dict[str, set[str]]:
    report = folder / f"report{number}.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "sellbackwards.exercises.gate",
        "--nbval-lax",
        "-q",
        "--noconftest",
    ]
    options = [
        f"--junitxml={report}",
        f"--rootdir={folder}",
        "-c",
        str(folder / "pytest.ini"),
        "-p",
        "no:cacheprovider",
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    subprocess.run(
        [*command, *options, *map(str, notebooks)],
        cwd=folder,
        env=environment,
        capture_output=True,
        timeout=60 + _SECONDS * len(notebooks),
    )
    failed: dict[str, set[str]] = {notebook.stem: set() for notebook in notebooks}
    cells = {notebook.stem: _code_cells(notebook) for notebook in notebooks}
    for case in ElementTree.parse(report).iter("testcase"):
        if case.find("failure") is None and case.find("error") is None:
            continue
        stem = case.get("classname", "").removesuffix(".ipynb").split("/")[-1].split(".")[-1]
        name = case.get("name", "")
        gone, cell = _GONE.search(name), _CELL.search(name)
        if gone:
            failed[stem].add(gone[1])
        elif cell:
            failed[stem] |= cells[stem][int(cell[1])]
    return failed


def _code_cells(notebook: Path) -> list[set[str]]:
    """The exercises that each code cell holds, in order, as nbval counts them."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [
        {one.exercise for one in answers_in_cell("".join(cell["source"]), cell.get("id"))}
        for cell in cells
        if cell["cell_type"] == "code"
    ]
