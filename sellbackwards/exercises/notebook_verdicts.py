"""Judge every exercise of a notebook, from the answers in the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sellbackwards.exercises.answers import Answer, answers_in_notebook
from sellbackwards.exercises.catalogue import set_of_notebook
from sellbackwards.exercises.stray_words import words_beside
from sellbackwards.exercises.verdict_cards import shorten
from sellbackwards.exercises.judging import judge, published_criteria
from sellbackwards.exercises.older_copies import as_shown
from sellbackwards.exercises.model import Criterion, Exercise, ExerciseSet, Verdict


class NotebookError(Exception):
    """A notebook that can't be read as an exercise notebook; says the file, the place and the remedy in one line."""


def read_notebook(path: Path) -> Mapping[str, Any]:
    """A notebook file as plain data; nothing in it is run. Raises NotebookError."""
    try:
        notebook = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise NotebookError(f"{path}: can't be opened ({error.strerror}); check the name and the folder") from None
    except (ValueError, RecursionError):
        raise NotebookError(
            f"{path}: isn't a notebook, or is damaged; open it in JupyterLab and save it again"
        ) from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise NotebookError(f"{path}: has no cells; is it a notebook of this course (format 4)?")
    return notebook


def judge_all(
    found: ExerciseSet, answers: Mapping[str, Answer], beside: Mapping[str, str] | None = None
) -> list[tuple[Exercise, Verdict]]:
    """Each exercise of a set with its verdict, in their order; one without an answer is "not answered".

    `beside`: words that stand beside an exercise's box. Unless what is in the box suffices, a person decides on them.
    """
    return [(one, _verdict(one, answers, beside or {})) for one in found.exercises]


def is_beside(one: Exercise, answers: Mapping[str, Answer], beside: Mapping[str, str]) -> bool:
    """Are there words beside an exercise's box that may belong to its answer?

    So they may where the box is empty, or where it isn't enough and the two together are judged otherwise: the second
    half of a cell that was split, or what "see below" speaks of.
    """
    words = beside.get(one.id)
    if not words:
        return False  # nearly always: then nothing is judged a second time
    alone = _of_the_box(one, answers)
    if alone.status not in ("not answered", "not yet"):
        return False
    return alone.status == "not answered" or judge(one, f"{answers[one.id].text}\n{words}").status != "not yet"


def _of_the_box(one: Exercise, answers: Mapping[str, Answer]) -> Verdict:
    return judge(one, answers[one.id].text if one.id in answers else "")


def _verdict(one: Exercise, answers: Mapping[str, Answer], beside: Mapping[str, str]) -> Verdict:
    verdict = _of_the_box(one, answers)
    if not is_beside(one, answers, beside):
        return verdict
    box = "the answer box is empty" if verdict.status == "not answered" else "what is in the answer box isn't enough"
    why = f"{box}, and these words stand beside it: “{shorten(beside[one.id])}”"
    return Verdict("couldn't tell", tuple(Criterion(text, None) for text in published_criteria(one)), (why,))


def judge_notebook_file(path: Path) -> tuple[ExerciseSet, list[tuple[Exercise, Verdict]]]:
    """The set of a notebook file, and how each exercise stands. Raises NotebookError."""
    notebook = read_notebook(path)
    answers = answers_in_notebook(notebook)
    found = set_of_notebook(notebook, answers)
    if found is None:
        raise NotebookError(
            f"{path}: holds no answers of this course; give an exercise notebook, such as those in my-answers"
        )
    copies = as_shown(found, notebook)
    rows = []
    for exercise, by_today in judge_all(copies.found, answers, words_beside(notebook)):
        verdict, of_copy = copies.of_then(exercise.id, by_today)
        rows.append((exercise, replace(verdict, notes=(*verdict.notes, of_copy)) if of_copy else verdict))
    return found, rows
