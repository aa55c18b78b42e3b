"""What comes out: whole or not at all, known again on the next run, and fit to be read."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sellbackwards.course import ROOT
from sellbackwards.exercises.model import Criterion, Exercise, ExerciseSet
from sellbackwards.grading import GradingError, Settings
from sellbackwards.grading.earlier_marks import NAME as MEMORY
from sellbackwards.grading.marking import Mark
from sellbackwards.grading.pages import feedback
from sellbackwards.grading.review_table import Review
from sellbackwards.grading.scoring import Score
from sellbackwards.grading.tables import cell, clean

from .samples import (
    AFTER,
    BEFORE,
    FIRST,
    NAME,
    RIGHT,
    SECOND,
    UNSURE,
    WRONG,
    files_in,
    marks,
    notebook,
    run,
    save,
    table,
)

TABLES = ("grades.csv", "gradebook.csv", "review.csv", "class.html")


def hand_in(folder: Path, count: int) -> Path:
    for n in range(count):
        save(folder / f"learner {n:03d}" / NAME, notebook(*(RIGHT, WRONG, UNSURE)[n % 3]))
    return folder


def everything(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in files_in(out) if not name.startswith(MEMORY)}


# --- again, and after a stop -------------------------------------------------------------------------------------------


def test_a_re_run_marks_only_what_changed(tmp_path: Path) -> None:
    hand_in(tmp_path / "in", 9)
    first = run(tmp_path / "in", tmp_path / "out")
    assert (first.marked_again, first.pages_written) == (9, 9)
    before = everything(tmp_path / "out")
    again = run(tmp_path / "in", tmp_path / "out")
    assert (again.marked_again, again.pages_written) == (0, 0)
    assert everything(tmp_path / "out") == before
    save(tmp_path / "in/learner 001" / NAME, notebook("b)", "43"))
    third = run(tmp_path / "in", tmp_path / "out")
    assert (third.marked_again, third.pages_written) == (1, 1)
    assert marks(tmp_path / "out", "learner 001") == ["passed", "passed"]


def test_a_page_that_was_lost_is_made_again(tmp_path: Path) -> None:
    hand_in(tmp_path / "in", 3)
    run(tmp_path / "in", tmp_path / "out")
    before = everything(tmp_path / "out")
    (tmp_path / "out/feedback/learner 001" / f"{FIRST}.html").unlink()
    assert run(tmp_path / "in", tmp_path / "out").pages_written == 1
    assert everything(tmp_path / "out") == before


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + bytes(5000)])
def test_a_memory_that_is_damaged_costs_only_time(tmp_path: Path, damage: bytes) -> None:
    hand_in(tmp_path / "in", 3)
    run(tmp_path / "in", tmp_path / "out")
    before = everything(tmp_path / "out")
    for name in files_in(tmp_path / "out"):
        if name.startswith(MEMORY):
            (tmp_path / "out" / name).unlink()
    (tmp_path / "out" / MEMORY).write_bytes(damage)
    assert run(tmp_path / "in", tmp_path / "out").marked_again == 3
    assert everything(tmp_path / "out") == before
    assert run(tmp_path / "in", tmp_path / "out").marked_again == 0


def test_with_replace_the_page_of_a_learner_who_is_gone_goes_and_others_stay(tmp_path: Path) -> None:
    hand_in(tmp_path / "in", 2)
    run(tmp_path / "in", tmp_path / "out")
    own = save(tmp_path / "out/feedback/learner 000/my note.txt", b"the instructor's")
    for learner in ("learner 000", "learner 001"):
        (tmp_path / "in" / learner / NAME).unlink()
    save(tmp_path / "in/learner 002" / NAME, notebook(*RIGHT))
    run(tmp_path / "in", tmp_path / "out", replace=True)
    assert files_in(tmp_path / "out/feedback") == {
        f"learner 002/{FIRST}.html",
        "learner 000/my note.txt",
    }
    assert own.exists()


_SLOWLY = """
import sys
from pathlib import Path
from tests.grading.samples import run
run(Path(sys.argv[1]), Path(sys.argv[2]), tell=lambda done, of: print(done, flush=True))
"""


@pytest.mark.skipif(os.name != "posix", reason="stops a process as only POSIX systems can")
def test_killed_in_the_middle_nothing_is_half_written_and_the_next_run_goes_on(tmp_path: Path) -> None:
    submissions = hand_in(tmp_path / "in", 300)
    hand_in(tmp_path / "few", 3)
    run(tmp_path / "few", tmp_path / "out")
    before = {name: (tmp_path / "out" / name).read_bytes() for name in TABLES}
    process = subprocess.Popen(
        [sys.executable, "-c", _SLOWLY, str(submissions), str(tmp_path / "out")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    for line in process.stdout:
        if int(line) >= 220:  # some are remembered by then
            process.send_signal(signal.SIGKILL)
            break
    process.wait()
    process.stdout.close()
    assert {name: (tmp_path / "out" / name).read_bytes() for name in TABLES} == before
    for page in (tmp_path / "out/feedback").rglob("*.html"):
        assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert run(submissions, tmp_path / "out").marked_again < 300
    run(submissions, tmp_path / "clean")
    assert everything(tmp_path / "out") == everything(tmp_path / "clean")


@pytest.mark.skipif(os.name != "posix", reason="limits a process as only POSIX systems can")
def test_a_full_disk_is_one_line_and_leaves_what_was_there(tmp_path: Path) -> None:
    import resource

    hand_in(tmp_path / "few", 1)
    run(tmp_path / "few", tmp_path / "out")
    before = {name: (tmp_path / "out" / name).read_bytes() for name in TABLES}
    submissions = hand_in(tmp_path / "in", 40)
    full = subprocess.run(
        [sys.executable, "-m", "sellbackwards.cli", "grade", str(submissions), "--out", str(tmp_path / "out")],
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)),
        capture_output=True,
        text=True,
    )
    assert full.returncode == 1
    assert full.stdout == ""
    assert "can't be written" in full.stderr.splitlines()[-1]
    assert {name: (tmp_path / "out" / name).read_bytes() for name in TABLES} == before
    assert not [name for name in files_in(tmp_path / "out") if name.endswith(".part")]


def test_an_out_that_is_a_file_is_told(tmp_path: Path) -> None:
    hand_in(tmp_path / "in", 1)
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(GradingError, match="can't be written"):
        run(tmp_path / "in", tmp_path / "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.name != "posix", reason="looks at processes as only POSIX systems can")
def test_no_process_outlives_its_parent(tmp_path: Path) -> None:
    submissions = hand_in(tmp_path / "in", 200)
    process = subprocess.Popen(
        [sys.executable, "-c", _SLOWLY, str(submissions), str(tmp_path / "out")],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert process.stdout
    process.stdout.readline()
    process.kill()
    process.wait()
    process.stdout.close()
    for _ in range(60):
        try:
            os.killpg(process.pid, 0)  # is anybody of its group still there?
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGKILL)
    pytest.fail("a process that marks went on without its parent")


# --- tables -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", "\u200b=1", "\n=1"])
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize(
    "text", ["What now?", "1.1", "'quoted'", "a=b", "", "Zoë 😀", "3, 6, 5", "%%answer", "50 % | 2"]
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


def test_numbers_are_short() -> None:
    assert [cell(value) for value in (1.0, 0.5, 2 / 3, 0, 10.0, None)] == ["1", "0.5", "0.6667", "0", "10", ""]


def test_clean_leaves_what_people_write() -> None:
    assert clean("Zoë\t😀👩‍👧\r\nnext") == "Zoë\t😀👩‍👧\nnext"
    assert clean("a\x00b\ud800c\u202ed") == "a\ufffdb\ufffdc\ufffdd"


# --- pages ------------------------------------------------------------------------------------------------------------


def page(out: Path, learner: str, name: str = FIRST) -> str:
    return (out / "feedback" / learner / f"{name}.html").read_text(encoding="utf-8")


def test_a_page_says_what_why_and_what_next(tmp_path: Path) -> None:
    save(tmp_path / "in/Anna" / NAME, notebook("a", "share: 43"))
    save(tmp_path / "in/Bo" / NAME, notebook(*RIGHT))
    save(tmp_path / "in/Cy" / NAME, notebook(*UNSURE))
    save(tmp_path / "in/Dee" / NAME, b"broken")
    out = tmp_path / "out"
    run(tmp_path / "in", out)
    anna = page(out, "Anna")
    for words in (
        "2 of 3 points",
        "1.1 What first?",
        "Not yet",
        "They have not asked for it.",
        "1.1 What first?</strong> again",
        "A hint: Who talks first?",
    ):
        assert words in anna
    assert '<div class="answer" dir="auto">a</div>' in anna
    assert "Everything is right" in page(out, "Bo")
    assert "1 answer waits for a person" in page(out, "Cy")
    assert "You have nothing to do" in page(out, "Cy")
    dee = page(out, "Dee")
    assert "could not be read" in dee
    assert "isn&#39;t JSON" in dee


def test_the_class_page(tmp_path: Path) -> None:
    for n in range(6):
        save(tmp_path / "in" / f"learner {n}" / NAME, notebook("a" if n < 4 else "b", "share: 43"))
    save(tmp_path / "in/lost" / NAME, b"broken")
    run(tmp_path / "in", tmp_path / "out")
    text = (tmp_path / "out/class.html").read_text(encoding="utf-8")
    assert "Hardest: 1.1 What first? (33% passed). Easiest: 1.2 How much? (100% passed)." in text
    assert "It is the one that fits best" in text
    assert "Missed by 4 of the 6 who answered" in text
    assert 'role="img" aria-label="2 passed, 4 not yet"' in text
    assert "isn&#39;t JSON" in text
    assert "no file that can be read" in text  # the learner whose file is broken needs help first of all
    assert "Before and after" not in text


def test_what_is_for_a_person_is_not_for_the_learner_to_judge() -> None:
    task = Exercise("1.1", "person", "Two of your own", {}, points=4)
    row = Score(Mark("1.1", "for a person", "mine", (Criterion("Rings true", None),)), None, 4, "")
    text = feedback(ExerciseSet("01_x", "X", (task,)), "Anna", [row])
    assert "For a person: Rings true" in text
    assert "0 of 4 points; 1 answer waits for a person" in text
    decided = replace(row, points=3.0, review=Review(3.0, "Nearly there"))
    text = feedback(ExerciseSet("01_x", "X", (task,)), "Anna", [decided])
    assert "A person decided" in text
    assert "3 of 4 points" in text
    assert "Nearly there" in text


def test_before_and_after(tmp_path: Path) -> None:
    for n, (before, after) in enumerate(
        ((WRONG, RIGHT), (WRONG, RIGHT), (RIGHT, RIGHT), (RIGHT, WRONG), (None, RIGHT))
    ):
        if before:
            save(tmp_path / "in" / f"{n}" / f"{BEFORE}.ipynb", notebook(*before, name=BEFORE))
        save(tmp_path / "in" / f"{n}" / f"{AFTER}.ipynb", notebook(*after, name=AFTER))
    run(tmp_path / "in", tmp_path / "out")
    text = (tmp_path / "out/class.html").read_text(encoding="utf-8")
    assert "Of 4 who handed in both, 2 got more points after the course, 1 as many, 1 fewer." in text
    assert re.findall(r"(Before|After): ([07]\.1) .*?<td class=\"n\">(\d)</td><td class=\"n\">(\d)</td>", text) == [
        ("Before", "0.1", "2", "4"),
        ("After", "7.1", "3", "4"),
    ]


def test_a_lesson_that_weighs_nothing_is_told_all_the_same(tmp_path: Path) -> None:
    for lesson, answers in ((BEFORE, WRONG), (AFTER, RIGHT)):
        save(tmp_path / "in/Anna" / f"{lesson}.ipynb", notebook(*answers, name=lesson))
    run(tmp_path / "in", tmp_path / "out", Settings(weights={BEFORE: 0.0}))
    assert [row["max_points"] for row in table(tmp_path / "out/grades.csv")] == ["0", "0", "1", "2"]
    text = page(tmp_path / "out", "Anna", BEFORE)
    assert "0 of 2 passed" in text
    assert "0.1 What first?</strong> again" in text
    assert "1 got more points after" in (tmp_path / "out/class.html").read_text(encoding="utf-8")


def test_anonymous_names_nobody(tmp_path: Path) -> None:
    for n in range(3):
        save(tmp_path / "in" / f"Secretname{n}" / NAME, notebook(*WRONG))
        save(tmp_path / "in" / f"Secretname{n}" / f"Secretname{n}_{SECOND}.ipynb", b"broken")
    run(tmp_path / "in", tmp_path / "out", anonymous=True)
    text = (tmp_path / "out/class.html").read_text(encoding="utf-8")
    assert "Secretname" not in text
    assert "Learner 1" in text
    assert table(tmp_path / "out/grades.csv")[0]["learner"] == "Secretname0"
