"""`sellbackwards grade`: exit codes, what it says, and nbval's second opinion."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path

from click.testing import CliRunner, Result

from sellbackwards.cli import main
from sellbackwards.course import EXERCISES

from .samples import grades, save

NAME = "01_sell_backwards"


def grade(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["grade", *map(str, arguments)])


def hand_in(folder: Path, learner: str, answer: str = "c") -> None:
    found = json.loads((EXERCISES / f"{NAME}.ipynb").read_text(encoding="utf-8"))
    next(cell for cell in found["cells"] if cell["id"] == "answer-1-2")["source"] = f"%%answer 1.2\n{answer}"
    save(folder / learner / f"{NAME}.ipynb", found)


def test_done(tmp_path: Path) -> None:
    for n in range(20):
        hand_in(tmp_path / "in", f"learner {n:02}", "c" if n else "d")
    save(tmp_path / "in/lost/x.ipynb", b"broken")
    result = grade(tmp_path / "in", "--out", tmp_path / "out", "--jobs", 2)
    assert result.exit_code == 0
    assert "21 files of 21 learners" in result.stdout
    assert "1 file couldn't be read" in result.stdout
    assert "marked 21 of 21" in result.stderr
    status = {(row["learner"], row["exercise"]): row["status"] for row in grades(tmp_path / "out")}
    assert status["learner 00", "1.2"] == "not yet"
    assert status["learner 01", "1.2"] == "passed"
    assert status["lost", ""] == "unreadable"
    again = grade(tmp_path / "in", "--out", tmp_path / "out")
    assert "20 known from an earlier run" in again.stdout


def test_what_cannot_be_done_is_one_line(tmp_path: Path) -> None:
    hand_in(tmp_path / "in", "Anna")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("pass_mark = 'x'", encoding="utf-8")
    for arguments in (
        (tmp_path / "nowhere", "--out", tmp_path / "out"),
        (tmp_path / "in", "--out", tmp_path / "in"),
        (tmp_path / "in", "--out", tmp_path / "out", "--review", tmp_path / "nowhere.csv"),
        (tmp_path / "in", "--out", tmp_path / "out", "--settings", wrong),
        (tmp_path / "in", "--out", tmp_path / "wrong.toml"),
    ):
        result = grade(*arguments)
        assert (result.exit_code, result.stdout) == (1, "")
        assert len(result.stderr.splitlines()) == 1
        assert str(tmp_path) in result.stderr


def test_review_and_export_from_the_terminal(tmp_path: Path) -> None:
    """A process of its own, as an instructor starts it; the browser's part is played by plain requests."""
    hand_in(tmp_path / "in", "Anna", "hm?")
    out = tmp_path / "out"
    assert grade(tmp_path / "in", "--out", out, "--jobs", 1).exit_code == 0
    command = [sys.executable, "-m", "sellbackwards.cli", "review", str(out), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", process.stderr.readline())
        assert address is not None
        origin = address.group().rpartition("/")[0].rpartition("/")[0]
        edit = {"lesson": NAME, "exercise": "1.2", "learners": ["Anna"], "points": "1", "comment": "", "was": ["", ""]}
        for what, data in (("save", {"edits": [edit]}), ("close", {})):
            headers = {"Origin": origin, "Content-Type": "application/json"}
            request = urllib.request.Request(address.group() + what, json.dumps(data).encode(), headers)
            with urllib.request.urlopen(request, timeout=10) as answer:
                assert answer.status == 200
        said, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "1 answers decided, 0 still wait" in said
    assert grade(tmp_path / "in", "--out", out, "--jobs", 1).exit_code == 0
    table = tmp_path / "w.csv"
    table.write_text(
        "Identifier,Full name,Grade,Maximum Grade,Last modified (grade)\nParticipant 7,Anna,,10,-\n", encoding="utf-8"
    )
    result = CliRunner().invoke(main, ["export", str(out), str(table)])
    assert result.exit_code == 0, result.stderr
    assert "1 grades out of 10" in result.stdout
    filled = (out / f"export/moodle_grades_{NAME}.csv").read_text(encoding="utf-8")
    assert filled.splitlines()[1] == "Participant 7,Anna,0.71,10,-"
    for arguments in (
        ["review", tmp_path / "no"],
        ["export", tmp_path / "no", table],
        ["export", out, tmp_path / "no.csv"],
    ):
        result = CliRunner().invoke(main, [str(one) for one in arguments])
        assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)


def test_wrong_usage(tmp_path: Path) -> None:
    assert grade(tmp_path).exit_code == 2
    assert grade(tmp_path, "--out", tmp_path / "out", "--jobs", 0).exit_code == 2


def test_verify_asks_nbval(tmp_path: Path) -> None:
    hand_in(tmp_path / "in", "Anna")
    result = grade(tmp_path / "in", "--out", tmp_path / "out", "--verify", 1)
    assert result.exit_code == 0, result.stderr
    assert "nbval agrees on 1 of them" in result.stdout


def test_a_dry_run_lists_who_handed_in_what_and_writes_nothing(tmp_path: Path) -> None:
    hand_in(tmp_path / "in", "Anna Lee")
    save(tmp_path / "in/Bo/homework.ipynb", b"broken")
    roster = save(tmp_path / "class.csv", b"Name,Email\nAnna Lee,a@x.example\nGus Absent,g@x.example\n")
    before = sorted(tmp_path.rglob("*"))
    result = grade(tmp_path / "in", "--dry-run", "--roster", roster)
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"Anna Lee: {NAME} (")
    assert lines[1].startswith("Bo: homework (")
    assert lines[2:] == [
        "handed in nothing: Gus Absent",
        "not in the class list: Bo",
        "2 files of 2 learners; nothing was marked",
    ]
    assert sorted(tmp_path.rglob("*")) == before


def test_what_can_be_read_in_two_ways_is_said_and_a_flag_answers(tmp_path: Path) -> None:
    for number in (1, 2):
        hand_in(tmp_path / "in", f"Kim Park_{number}_assignsubmission_file_")
    result = grade(tmp_path / "in", "--out", tmp_path / "out")
    assert (
        "Kim Park: one learner, or several of that name? Kept apart as Kim Park (1), Kim Park (2); --same-name"
        in result.stderr
    )
    assert "2 files of 2 learners" in result.stdout
    result = grade(tmp_path / "in", "--out", tmp_path / "out", "--same-name", "merge", "--replace")
    assert "2 files of 1 learner" in result.stdout
    assert "Kim Park:" not in result.stderr


def test_a_lesson_by_its_number(tmp_path: Path) -> None:
    hand_in(tmp_path / "in", "Anna")
    assert "no notebooks found" not in grade(tmp_path / "in", "--out", tmp_path / "out", "--lesson", "1").stdout
    result = grade(tmp_path / "in", "--out", tmp_path / "out", "--lesson", "42")
    assert result.exit_code == 1
    assert "there is no such lesson" in result.stderr


def test_the_run_says_why_it_marked_again(tmp_path: Path) -> None:
    hand_in(tmp_path / "in", "Anna")
    grade(tmp_path / "in", "--out", tmp_path / "out")
    with sqlite3.connect(tmp_path / "out/.marked.sqlite") as memory:
        memory.execute("UPDATE judges SET digest = 'old' WHERE part = 'the code of speech'")
        memory.execute("UPDATE marked SET judge = 'old'")
    result = grade(tmp_path / "in", "--out", tmp_path / "out")
    assert "marked again, since this has changed after the last run: the code of speech" in result.stdout
    assert "(0 known" in result.stdout
