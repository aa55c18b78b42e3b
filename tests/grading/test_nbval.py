"""nbval and the grader agree, exercise by exercise, on every answer in source/."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from sellbackwards.authoring.source import SourceExercise
from sellbackwards.course import EXERCISES, SOURCE
from sellbackwards.exercises.catalogue import exercise_set
from sellbackwards.exercises.judging import judge
from sellbackwards.grading import Wanted, grade, nbval_opinion
from sellbackwards.grading.nbval_opinion import RIGHT, boxes_alone, failing_exercises, verify
from tests.browser import forked_kernels
from tests.sources import EXERCISE_PAGES, source_exercises

from .samples import as_bytes, code, save, table

PAGES = [page for page in EXERCISE_PAGES if (EXERCISES / f"{page.stem}.ipynb").exists()]
FIRST = SOURCE / "exercises" / "01_sell_backwards.md"


def sheets(found: Sequence[SourceExercise]) -> Iterator[dict[str, str]]:
    """Answers by exercise, a notebook at a time, until every right, other and wrong answer has had its turn.

    An exercise with fewer answers than others stays untouched in the last ones.
    """
    answers = {
        one.exercise.id: [one.exercise.model, *one.others, *(wrong["answer"] for wrong in one.wrong)] for one in found
    }
    for n in range(max(map(len, answers.values()))):
        yield {exercise: texts[n] for exercise, texts in answers.items() if n < len(texts)}


def filled(name: str, answers: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXERCISES / f"{name}.ipynb").read_text(encoding="utf-8"))
    for cell in found["cells"]:
        for number, text in answers.items():
            if cell["id"] == f"answer-{number.replace('.', '-')}":
                cell["source"] = f"%%answer {number}\n{text}"
    return found


def test_every_answer_in_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each learner hands in one sheet of each set. nbval gets a learner's notebooks as one, in kernels that are forked, since
    each start of one costs seconds. After the first sheet it gets the boxes alone, as from `verify`: the charts beside them
    are the same."""
    found = {page.stem: source_exercises(page) for page in PAGES}
    together: dict[int, list[dict[str, Any]]] = {}
    for name, exercises in found.items():
        for n, answers in enumerate(sheets(exercises)):
            sheet = filled(name, answers)
            save(tmp_path / "in" / f"sheet{n}" / f"{name}.ipynb", sheet)
            together.setdefault(n, []).append(sheet)
    for n, notebooks in together.items():
        cells = [cell for one in notebooks for cell in one["cells"]]
        whole = {**notebooks[0], "cells": cells}
        save(tmp_path / "nbval" / f"sheet{n}.ipynb", boxes_alone(whole) if n else whole)
    grade(tmp_path / "in", tmp_path / "out", jobs=2)
    ours: dict[str, set[str]] = {f"sheet{n}": set() for n in together}
    for row in table(tmp_path / "out/grades.csv"):
        if row["status"] not in RIGHT:
            ours[row["learner"]].add(row["exercise"])
    if sys.platform == "linux":
        monkeypatch.setattr(nbval_opinion, "_SIDE_BY_SIDE", 1)
        for name, value in forked_kernels.register(tmp_path / "kernels").items():
            monkeypatch.setenv(name, value)
    assert failing_exercises(tmp_path / "nbval") == ours


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_grader_marks_every_answer_as_its_card_does(page: Path, tmp_path: Path) -> None:
    built = exercise_set(page.stem)
    assert built
    expected = {}
    for n, answers in enumerate(sheets(source_exercises(page))):
        save(tmp_path / "in" / f"{n}" / f"{page.stem}.ipynb", filled(page.stem, answers))
        expected |= {(f"{n}", one.id): judge(one, answers.get(one.id, "")).status for one in built.exercises}
    grade(tmp_path / "in", tmp_path / "out", jobs=2)
    rows = table(tmp_path / "out/grades.csv")
    assert {(row["learner"], row["exercise"]): row["status"] for row in rows} == expected
    assert not [row["reason"] for row in rows if "other words" in row["reason"] or "isn't in the file" in row["reason"]]


def test_nothing_but_answers_comes_near_a_kernel(tmp_path: Path) -> None:
    found = filled(FIRST.stem, {"1.2": "c"})
    evil = "open('ran', 'w').write('x')"
    found["cells"] += [code(evil, "evil"), code(f"!{evil}", "shell"), {"cell_type": "markdown", "source": "# x"}]
    kept = boxes_alone(found)["cells"]
    assert kept[0]["source"] == "%reload_ext sellbackwards"
    assert all(cell["source"].startswith("%%answer") for cell in kept[1:])


def test_verify_finds_a_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path / "in/Anna/a.ipynb", as_bytes(filled(FIRST.stem, {"1.2": "c", "1.3": "1, 2"})))
    summary = grade(tmp_path / "in", tmp_path / "out", wanted=Wanted(sample=3))
    failed = {row["exercise"] for row in table(tmp_path / "out/grades.csv") if row["status"] not in RIGHT}
    assert "1.2" not in failed
    monkeypatch.setattr(nbval_opinion, "failing_exercises", lambda folder: {"submission0": failed})
    assert verify(summary.sample) == []
    monkeypatch.setattr(
        nbval_opinion, "failing_exercises", lambda folder: {"submission0": (failed - {"1.3"}) | {"1.2"}}
    )
    assert verify(summary.sample) == [f"Anna, {FIRST.stem}, exercise {one}" for one in ("1.2", "1.3")]
