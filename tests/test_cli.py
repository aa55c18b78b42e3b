"""The command: what it prints, what it refuses, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sellbackwards import cli
from sellbackwards.cli import main
from sellbackwards.course import DATASETS, EXERCISES, SOLUTIONS


def run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


@pytest.mark.parametrize(
    ("library", "remedy"), [("nbformat", "python3 start.py"), ("jupytext", "python3 start.py author")]
)
def test_a_library_that_is_missing_is_named_with_the_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch, library: str, remedy: str
) -> None:
    def missing() -> None:
        raise ModuleNotFoundError(name=library)

    monkeypatch.setattr(cli, "IS_CHECKOUT", True)
    monkeypatch.setattr(main.commands["start"], "callback", missing)
    monkeypatch.setattr(main.commands["start"], "params", [])
    result = run("start")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"start needs {library}, which isn't installed: {remedy}\n"


def test_check_tells_how_a_notebook_stands() -> None:
    solved, empty = (run("check", str(folder / "01_sell_backwards.ipynb")) for folder in (SOLUTIONS, EXERCISES))
    count = solved.stdout.count("\n") - 1
    assert solved.exit_code == empty.exit_code == 0
    assert f"{count} of {count} passed" in solved.stdout or "for a person" in solved.stdout
    assert f"0 of {count} passed" in empty.stdout
    assert empty.stdout.count("not answered yet") == count


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "can't be opened"), (b"\x89PNG\r\n", "isn't a notebook"), (b"{", "isn't a notebook"), (b"[" * 100_000, "isn't a notebook"), (b'{"a": 1}', "has no cells"),
     (b'{"cells": []}', "holds no answers of this course"), (b"\xff\xfe\x00", "isn't a notebook")],
)  # fmt: skip
def test_check_refuses_what_it_cannot_read_in_one_line(tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "x.ipynb"
    if content is not None:
        path.write_bytes(content)
    result = run("check", str(path))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert str(path) in result.stderr
    assert says in result.stderr


def test_check_goes_through_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that is named, or my-answers; a page that can't be read stops no other."""
    folder = tmp_path / "my-answers"
    folder.mkdir()
    for name in ("00_where_i_stand", "01_sell_backwards"):
        (folder / f"{name}.ipynb").write_bytes((SOLUTIONS / f"{name}.ipynb").read_bytes())
    (folder / "00_broken.ipynb").write_bytes(b"{")
    monkeypatch.chdir(tmp_path)
    for result in (run("check", "my-answers"), run("check")):
        assert result.stdout.count("How do I stand?") == 2
        assert "00_broken.ipynb: isn't a notebook" in result.stderr
        assert result.exit_code == 1
    nothing = run("check", str(tmp_path))
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert "has no notebooks in it" in nothing.stderr


def test_a_course_that_is_laid_out_already_is_said_to_be(tmp_path: Path) -> None:
    assert "pages made in" in run("new", str(tmp_path / "course")).stdout
    assert "has all pages already; nothing was changed" in run("new", str(tmp_path / "course")).stdout


def test_wrong_usage_has_its_own_code() -> None:
    assert run("grade").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_judge_answers_each_line_in_order_and_goes_on_after_a_bad_one() -> None:
    lines = [
        {
            "id": "1",
            "text": "How do you handle late invoices today?",
            "pitch": "Our software chases late invoices for you.",
        },
        {"id": "2", "text": ""},
        {"id": "3", "text": "Yes, but it's cheap.", "buyer": "I don't need this."},
        {"id": "4"},
        [1],
    ]
    result = run("judge", given="\n".join([*map(json.dumps, lines), "not json", '{"id": "7", "text": "So?"}']) + "\n")
    out = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [one["id"] for one in out] == ["1", "2", "3", "4", None, None, "7"]
    assert set(out[0]) == {"id", "question", "form", "flags", "areas", "verdict", "reasons"}
    assert (out[0]["question"], out[0]["form"], out[0]["verdict"]) == (True, "open", "passed")
    assert all(set(reason) == {"criterion", "met", "evidence"} for reason in out[0]["reasons"])
    assert (out[1]["form"], out[1]["flags"], out[1]["verdict"]) == ("none", [], None)
    assert (out[2]["verdict"], "contradiction" in out[2]["flags"]) == ("not yet", True)
    assert all(set(one) == {"id", "error"} for one in out[3:6])


def test_judge_goes_on_after_what_json_allows_and_no_file_can_hold() -> None:
    half_an_emoji = [
        '{"id": "\\ud83d", "text": "What is it?"}',
        '{"id": "b", "text": "\\ud83d late?", "buyer": "\\ud83d late"}',
    ]
    given = [
        *half_an_emoji,
        '{"id": NaN, "text": "So?"}',
        '{"id": 1e400, "text": "So?"}',
        "",
        '{"id": "z", "text": "So?"}',
    ]
    result = run("judge", given="\n".join(given) + "\n")
    out = [json.loads(line, parse_constant=pytest.fail) for line in result.stdout.splitlines()]
    assert [one["id"] for one in out] == ["\ud83d", "b", None, None, None, "z"]
    assert ["error" in one for one in out] == [False, False, True, True, True, False]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said_in_one_line() -> None:
    command = [sys.executable, "-c", "from sellbackwards.cli import main; main()", "judge"]
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(command, input=b'{"id": "1", "text": "So?"}\n', stdout=full, stderr=subprocess.PIPE)
    assert result.returncode == 1
    assert result.stderr.count(b"\n") == 1 and b"can't be written" in result.stderr


def test_call_reads_a_transcript() -> None:
    path = str(DATASETS / "calls" / "01_forward.vtt")
    found = json.loads(run("call", path, "--json").stdout)
    assert abs(sum(speaker["share"] for speaker in found["speakers"]) - 1) < 1e-6
    assert found["seller"] == "Tomasz"
    assert found["talk_share"] > 0.6
    assert json.loads(run("call", path, "--json", "--seller", "Adaeze").stdout)["seller"] == "Adaeze"
    assert "Tomasz" in run("call", path).stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_call_on_a_folder_gives_a_row_for_each_file_and_goes_on_after_a_bad_one(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "a.vtt").write_bytes((DATASETS / "calls" / "01_forward.vtt").read_bytes())
    (tmp_path / "b.txt").write_text("Buy milk.\n", encoding="utf-8")
    result = run("call", str(tmp_path), "--jobs", jobs)
    head, first, second = result.stdout.splitlines()
    assert head.startswith("file,")
    assert first.startswith("a.vtt,") and "Tomasz" in first
    assert "No line says who speaks" in second
    assert result.stderr.splitlines() == ["1 of 2", "2 of 2"]
    assert result.exit_code == 0


def test_call_refuses_what_is_no_transcript(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Buy milk.\n", encoding="utf-8")
    result = run("call", str(path), "--json")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert path.name in result.stderr


def in_a_process(*arguments: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "sellbackwards.cli", *arguments],
        input=typed.encode(), env=os.environ | environment, capture_output=True,
    )  # fmt: skip


def test_a_pipe_gets_utf_8_whatever_the_system_s_own_encoding_is(tmp_path: Path) -> None:
    """As on Windows, whose old code page has no Polish letter and no arrow."""
    talk = tmp_path / "talk.txt"
    talk.write_text("Łukasz: How do you do it today?\nZoë: By hand → and slowly.\n", encoding="utf-8")
    run = in_a_process("call", str(talk), "--seller", "Łukasz", PYTHONIOENCODING="ascii")
    assert run.returncode == 0, run.stderr[-500:]
    assert "Łukasz" in run.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (["talk", "--list"], ""),
        (["judge"], '{"id": "1", "pitch": "It saves time.", "text": "How do you do it today?"}\n'),
        (["check", str(SOLUTIONS / "01_sell_backwards.ipynb")], ""),
        (["grade", str(SOLUTIONS), "--out"], ""),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_loads_no_library_that_it_does_not_need(tmp_path: Path, arguments: list[str], typed: str) -> None:
    """Each of these takes longer to load than the command takes to do its work."""
    run = in_a_process(*arguments, *([str(tmp_path / "marks")] if arguments[-1] == "--out" else []), typed=typed)
    assert run.returncode == 0, run.stderr[-500:]
    loaded = {line.rpartition("|")[2].strip() for line in run.stderr.decode().splitlines() if "import time:" in line}
    assert "sellbackwards.cli" in loaded or "click" in loaded
    slow = {"nbformat", "jsonschema", "nbconvert", "IPython", "ipywidgets", "matplotlib", "numpy", "pandas", "openpyxl"}
    assert not loaded & slow


def test_explain_says_why_in_one_command() -> None:
    given = run("explain", "1.1", "Our software is the best, and it costs five pounds.")
    assert given.exit_code == 0
    assert "NOT MET     Asks an open question" in given.stdout
    assert (
        run("explain", "1.1", "-", given="Our software is the best, and it costs five pounds.").stdout == given.stdout
    )
    of_a_practice = run("explain", "03_sides.1", "a")
    assert of_a_practice.exit_code == 0 and of_a_practice.stdout.startswith("03_sides.1 ")


@pytest.mark.parametrize("name", ["9.9", "03_sides.99", "../x", ""])
def test_explain_names_what_there_is_not(name: str) -> None:
    result = run("explain", name, "x")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no such exercise or round" in result.stderr


def test_judge_reads_a_first_line_that_begins_with_a_byte_order_mark() -> None:
    result = run("judge", given='\ufeff{"id": "1", "text": "What happens today?"}\n')
    assert json.loads(result.stdout)["question"] is True
