"""Whoever handed in, or whom a folder names, has a row that says what was found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sellbackwards.grading.submitted_bytes import bytes_at
from sellbackwards.grading.workers import Workers

from .layouts import lay_out, zipped
from .samples import FIRST, NAME, RIGHT, as_bytes, grades, marks, notebook, reasons, run, save, table

RIGHT_BYTES = as_bytes(notebook(*RIGHT))


def in_gradebook(out: Path) -> list[str]:
    return [row["learner"] for row in table(out / "gradebook.csv")]


@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
@pytest.mark.parametrize("week", ["", f"Homework {FIRST}/"], ids=["at the top", "in a download"])
def test_a_folder_with_nothing_in_it_has_a_row(tmp_path: Path, packed: bool, week: str) -> None:
    files = {
        f"{week}Anna/{NAME}": RIGHT_BYTES,
        f"{week}Bo/": b"",
        f"{week}Cy/my-answers/": b"",
        f"{week}Dee/.DS_Store": b"\0",
        f"{week}Eve/.ipynb_checkpoints/{NAME}": RIGHT_BYTES,
        f"{week}Flo_12_assignsubmission_file_/": b"",
    }
    if packed:
        save(tmp_path / "in.zip", zipped(files))
    else:
        lay_out(tmp_path / "in", {place: data for place, data in files.items() if not place.endswith("/")})
        for place in files:
            (tmp_path / "in" / place.rpartition("/")[0]).mkdir(parents=True, exist_ok=True)
    out = tmp_path / "out"
    summary = run(tmp_path / ("in.zip" if packed else "in"), out)
    assert in_gradebook(out) == ["Anna", "Bo", "Cy", "Dee", "Eve", "Flo"]
    assert summary.empty == ["Bo", "Cy", "Dee", "Eve", "Flo"]
    assert summary.files == 1
    for name, found in [("Bo", "is empty"), ("Cy", "is empty"), ("Dee", "only .DS_Store"), ("Eve", "only .ipynb_ch")]:
        assert marks(out, name) == ["not answered"]
        assert "nothing handed in: the folder" in reasons(out, name)
        assert found in reasons(out, name)
    lessons = {row["lesson"] for row in grades(out) if row["learner"] == "Bo"}
    assert lessons == {FIRST if week else ""}  # known where the download's name says it
    assert all(row["total"] == "" for row in table(out / "gradebook.csv")[1:])  # no zero


def test_the_row_stays_until_something_comes(tmp_path: Path) -> None:
    (tmp_path / "in/Bo").mkdir(parents=True)
    out = tmp_path / "out"
    run(tmp_path / "in", out)
    assert "is empty" in reasons(out, "Bo")
    shutil.rmtree(tmp_path / "in/Bo")
    save(tmp_path / "in/Anna" / NAME, RIGHT_BYTES)
    run(tmp_path / "in", out)
    assert in_gradebook(out) == ["Anna", "Bo"]
    assert marks(out, "Bo") == ["not answered"]
    save(tmp_path / "in/Bo" / NAME, RIGHT_BYTES)
    run(tmp_path / "in", out)
    assert marks(out, "Bo") == ["passed", "passed"]
    (tmp_path / "in/Bo" / NAME).unlink()  # what was marked once stays, though the folder is empty now
    run(tmp_path / "in", out)
    assert [row["status"] for row in grades(out) if row["learner"] == "Bo" and row["exercise"]] == ["passed", "passed"]
    run(tmp_path / "in", out, forget=("Bo",))
    assert in_gradebook(out) == ["Anna"]


def test_names_that_begin_with_a_dot(tmp_path: Path) -> None:
    """A learner's folder and a notebook are read; what programs leave behind isn't."""
    lay_out(
        tmp_path / "in",
        {
            f".anna/{NAME}": RIGHT_BYTES, f"Bo/.{NAME}": RIGHT_BYTES, f"Cy/.{NAME}": as_bytes(notebook("a")),
            f"Cy/{NAME}": RIGHT_BYTES, f"Cy/._{NAME}": b"\0\5\26\7", f".git/{NAME}": b"{}", f".Trash-1000/x/{NAME}": b"{}",
        },
    )  # fmt: skip
    run(tmp_path / "in", tmp_path / "out")
    assert in_gradebook(tmp_path / "out") == [".anna", "Bo", "Cy"]
    for learner in (".anna", "Bo", "Cy"):
        assert marks(tmp_path / "out", learner) == ["passed", "passed"]
    pages = [path.relative_to(tmp_path / "out").parts for path in (tmp_path / "out").glob("feedback/*/*")]
    assert len(pages) == 3
    assert not [part for parts in pages for part in parts if part.startswith(".")]


@pytest.mark.parametrize(
    "place",
    [
        "Anna Lee_12_assignsubmission_onlinetext_/onlinetext.html",
        "Anna Lee_12_assignsubmission_onlinetext_onlinetext.html",
        "leeanna_42_99_text.html",
    ],
)
def test_what_was_typed_into_the_platform_is_told(tmp_path: Path, place: str) -> None:
    said = b"<style>p{}</style><p>What happens <b>today</b> when a filter fails &amp; who sees it?</p>"
    canvas = place.startswith("lee")
    file = f"leeanna_42_98_{NAME}" if canvas else f"Anna Lee_12_assignsubmission_file_/{NAME}"
    other = f"bo_43_97_{NAME}" if canvas else f"Bo_13_assignsubmission_file_/{NAME}"
    save(tmp_path / "alone.zip", zipped({place: said, other: RIGHT_BYTES}))
    run(tmp_path / "alone.zip", tmp_path / "out")
    learner = "leeanna" if canvas else "Anna Lee"
    assert marks(tmp_path / "out", learner) == ["unreadable"]
    assert "“What happens today when a filter fails & who sees it?”" in reasons(tmp_path / "out", learner)
    assert next(row for row in table(tmp_path / "out/gradebook.csv") if row["learner"] == learner)["to_review"] == "1"
    save(tmp_path / "both.zip", zipped({place: said, file: RIGHT_BYTES, other: RIGHT_BYTES}))
    run(tmp_path / "both.zip", tmp_path / "out2")
    assert marks(tmp_path / "out2", learner) == ["passed", "passed"]


def test_a_document_in_another_download_isn_t_hidden_by_a_notebook(tmp_path: Path) -> None:
    lay_out(
        tmp_path / "in",
        {
            f"week 1/Anna/{FIRST}.pdf": b"%PDF", f"week 1/Bo/{NAME}": RIGHT_BYTES,
            "week 2/Anna/02_next_steps.ipynb": as_bytes(notebook(*RIGHT, name="02_next_steps")),
            "week 2/Anna/notes.pdf": b"%PDF",
        },
    )  # fmt: skip
    run(tmp_path / "in", tmp_path / "out")
    assert marks(tmp_path / "out", "Anna") == ["passed", "passed", "unreadable"]
    assert "notes" not in reasons(tmp_path / "out", "Anna")


@pytest.mark.parametrize("zipped_course", [False, True])
def test_a_copy_of_the_course_is_its_learner_s_and_its_solutions_don_t_count(
    tmp_path: Path, zipped_course: bool
) -> None:
    course = {
        f"lessons/{NAME}": b'{"cells": []}',
        f"exercises/{NAME}": as_bytes(notebook("a", "share: 12")),
        f"solutions/{NAME}": RIGHT_BYTES,
        "lessons/glossary.ipynb": b'{"cells": []}',
    }
    files = {f"bo_{NAME}": RIGHT_BYTES}
    if zipped_course:
        files["Pat - course.zip"] = zipped({f"selling-backwards-main/{place}": data for place, data in course.items()})
    else:
        files = {f"Bo/{NAME}": RIGHT_BYTES} | {
            f"Pat/selling-backwards-main/{place}": one for place, one in course.items()
        }
    lay_out(tmp_path / "in", files)
    run(tmp_path / "in", tmp_path / "out")
    assert [name.casefold() for name in in_gradebook(tmp_path / "out")] == ["bo", "pat"]
    assert marks(tmp_path / "out", "Pat") == ["not yet", "not yet"]


def test_mails_and_files_of_nobody_are_told(tmp_path: Path) -> None:
    lay_out(
        tmp_path / "in",
        {f"bo_{NAME}": RIGHT_BYTES, "anna homework 1.eml": b"From: anna", "cy_IMG_2031.heic": b"picture"},
    )
    summary = run(tmp_path / "in", tmp_path / "out")
    assert "is an e-mail; save the notebook that is attached" in reasons(tmp_path / "out", "anna")
    assert "left out, since no notebook and nobody's: cy_IMG_2031.heic" in summary.warnings


def _sizes(job: tuple[str, int]) -> int:
    path, number = job
    return len(bytes_at(path, (number,), 2**20))


def test_processes_read_one_zip_side_by_side(tmp_path: Path) -> None:
    """A zip that was open when the processes were made isn't read from another one's place in the file."""
    files = {f"{n}.bin": bytes(range(256)) * (400 + n) for n in range(40)}
    path = str(save(tmp_path / "in.zip", zipped(files)))
    assert len(bytes_at(path, (0,), 2**20)) == 256 * 400
    with Workers(4, print, "") as workers:
        found = [size for _, size, _ in workers.in_order(_sizes, [(path, n) for n in range(40)] * 5)]
    assert found == [256 * (400 + n) for n in range(40)] * 5
