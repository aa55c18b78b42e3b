"""Layouts and notebooks that were met in the field, rebuilt beside the checkout: each ends as its row there says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sellbackwards.course import ROOT
from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.grading import Settings, Summary, grade, read_settings

from .samples import grades, table

L1, L2 = "01_sell_backwards", "02_lead_as_the_expert"


@pytest.fixture(scope="session")
def cases(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("field")
    made = shared / "data" / "field_cases" / "grade" / "make.py"
    if not made.is_file():
        pytest.skip("needs the field cases beside the checkout")
    subprocess.run([sys.executable, str(made), str(ROOT), str(home), "all"], check=True)
    return home


Marked = Callable[..., tuple[Path, Summary]]


@pytest.fixture
def marked(cases: Path, tmp_path: Path) -> Marked:
    def mark(case: str, settings: Settings | None = None) -> tuple[Path, Summary]:
        return tmp_path / "out", grade(cases / case, tmp_path / "out", settings=settings, jobs=2)

    return mark


def lessons(out: Path) -> dict[str, set[str]]:
    """Learner → the lessons that are in the gradebook, with nobody's file unreadable."""
    assert not [row for row in grades(out) if row["status"] == "unreadable"]
    names = [one.name for one in all_sets()]
    return {row["learner"]: {name for name in names if row.get(name)} for row in table(out / "gradebook.csv")}


@pytest.mark.parametrize(
    ("case", "learners"),
    [
        ("g01_list_beside", ["anna", "bo"]),
        ("g12_json_name", ["anna"]),
    ],
)
def test_stray_files_and_other_endings_change_nothing(marked: Marked, case: str, learners: list[str]) -> None:
    out, _ = marked(case)
    found = lessons(out)
    assert {one: {L1} for one in learners}.items() <= found.items()
    assert len(found) == 2


@pytest.mark.parametrize(
    ("case", "learners"),
    [
        ("g02_moodle_two_lessons", ["Maya Lindqvist", "Tom Okafor"]),
        ("g03_moodle_unzipped", ["Maya Lindqvist", "Tom Okafor"]),
        ("g03_weeks", ["anna", "bo"]),
    ],
)
def test_two_lessons_of_two_learners(marked: Marked, case: str, learners: list[str]) -> None:
    out, summary = marked(case)
    assert set(lessons(out)) == set(learners)
    assert summary.learners == 2
    assert {(row["learner"], row["lesson"]) for row in grades(out)} == {
        (who, one) for who in learners for one in (L1, L2)
    }


@pytest.mark.parametrize(
    ("case", "learner", "counts"),
    [
        ("g04_blackboard", "jdoe", "(2026-03-04 09:00)"),
        ("g05_brightspace", "Nina Rossi", "(2026-03-09 09:00)"),
    ],
)
def test_the_later_attempt_counts_by_the_time_in_its_name(marked: Marked, case: str, learner: str, counts: str) -> None:
    out, summary = marked(case)
    assert {row["learner"] for row in grades(out)} == {learner}
    assert summary.files == 3
    assert counts in next(row["reason"] for row in grades(out) if row["lesson"] == L1)


@pytest.mark.parametrize("learner", ["text_below", "code_below", "text_above"])
def test_words_beside_the_box(marked: Marked, learner: str) -> None:
    out, _ = marked("g08_beside_the_box")
    assert (
        next(row["status"] for row in grades(out) if (row["learner"], row["exercise"]) == (learner, "1.1"))
        == "couldn't tell"
    )
    (row,) = [row for row in table(out / "review.csv") if row.get("learner", row.get("\ufefflearner")) == learner]
    assert row["answer"] == "How do you plan your school trips today, and what makes them hard?"


def test_a_picture(marked: Marked) -> None:
    out, _ = marked("g09_picture")
    assert next(row["status"] for row in grades(out) if row["exercise"] == "1.1") == "couldn't tell"


def test_settings_for_what_does_not_exist(marked: Marked, cases: Path) -> None:
    out, summary = marked("g10_settings/subs", read_settings(cases / "g10_settings/grading.toml"))
    said = " ".join(summary.warnings)
    assert "“1.99”" in said
    assert "“01_sell_backward”" in said
    assert "“01 sell backwards”" not in said
    assert {row["max_points"] for row in grades(out)} >= {"5"}


def test_what_was_mailed_has_a_row_each(marked: Marked) -> None:
    out, _ = marked("g11_mailed_others")
    status = {row["learner"]: row["status"] for row in grades(out)}
    assert status["cy"] == status["di"] == "unreadable"
    assert set(status) == {"anna", "bo", "cy", "di"}
    assert status["bo"] != "unreadable"
