"""Starting: a learner's copies are made once and never touched; the set-up speaks plainly and doesn't repeat itself."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sellbackwards.course import MY_ANSWERS, ROOT, answers_at_hand, make_my_answers


@pytest.fixture
def start(tmp_path: Path) -> ModuleType:
    """start.py in a folder of its own, as in a fresh checkout."""
    for name in ("start.py", "requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("etc", "requirements", "frontend/dist"):
        shutil.copytree(ROOT / name, tmp_path / name)
    spec = importlib.util.spec_from_file_location("start", tmp_path / "start.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_my_answers_are_made_once_and_never_overwritten(tmp_path: Path) -> None:
    exercises, mine = tmp_path / "exercises", tmp_path / "my-answers"
    exercises.mkdir()
    (exercises / "01_a.ipynb").write_text("first release", encoding="utf-8")
    assert [path.name for path in make_my_answers(exercises, mine)] == ["01_a.ipynb"]
    (mine / "01_a.ipynb").write_text("what I typed", encoding="utf-8")
    (exercises / "01_a.ipynb").write_text("second release", encoding="utf-8")
    (exercises / "02_b.ipynb").write_text("new", encoding="utf-8")
    assert [path.name for path in make_my_answers(exercises, mine)] == ["02_b.ipynb"]
    assert (mine / "01_a.ipynb").read_text(encoding="utf-8") == "what I typed"
    assert make_my_answers(exercises, mine) == []
    assert {path.name for path in mine.iterdir()} == {"01_a.ipynb", "02_b.ipynb"}


def test_the_answers_at_hand_are_those_beside_the_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    for name in ("mine/lessons", "mine/my-answers", "elsewhere/deep/down"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "elsewhere/deep/down")
    assert answers_at_hand() == MY_ANSWERS
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "mine/lessons/00_start_here.ipynb"))
    assert answers_at_hand() == tmp_path / "mine/my-answers"
    monkeypatch.delenv("JPY_SESSION_NAME")
    monkeypatch.chdir(tmp_path / "mine/lessons")
    assert answers_at_hand() == tmp_path / "mine/my-answers"


def test_what_is_installed_is_recognised_and_a_broken_off_try_is_not(start: ModuleType) -> None:
    assert start.installed() == {}
    Path(start.PYTHON).parent.mkdir(parents=True)
    Path(start.PYTHON).touch()
    assert start.installed() == {}  # a folder, but no stamp: the set-up broke off
    start.stamp({"course": start.wanted("course")})
    assert start.installed() == {"course": start.wanted("course")}


@pytest.mark.parametrize(
    ("name", "again"),
    [("requirements.txt", {"course"}), ("requirements/constraints.txt", {"course", "author", "instructor", "test"}),
     ("requirements/author.txt", {"author", "test"}), ("requirements/instructor.txt", {"instructor", "test"}),
     ("requirements/test.txt", {"test"}), ("etc/lab_overrides.json", {"course"})],
)  # fmt: skip
def test_a_release_with_other_libraries_or_settings_is_set_up_anew(
    start: ModuleType, name: str, again: set[str]
) -> None:
    before = {one: start.wanted(one) for one in start.SETS}
    with (Path(start.HERE) / name).open("a") as file:
        file.write("\n")
    assert {one for one in start.SETS if start.wanted(one) != before[one]} == again


def test_only_what_pyproject_says_of_libraries_and_data_sets_it_up_anew(start: ModuleType) -> None:
    project, before = Path(start.HERE) / "pyproject.toml", start.wanted("course")
    text = project.read_text(encoding="utf-8")
    project.write_text(text + "\n# a remark, or a setting of the linter\n", encoding="utf-8")
    assert start.wanted("course") == before
    project.write_text(text.replace('"pandas",', '"pandas",\n  "polars",'), encoding="utf-8")
    assert start.wanted("course") != before


@pytest.fixture
def asked(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What start.py runs and what it lets pip install; a .venv that works is there."""
    called: list[list[str]] = []
    Path(start.PYTHON).parent.mkdir(parents=True)
    Path(start.PYTHON).touch()
    monkeypatch.setattr(start, "runs", lambda command, cwd=None: True)
    monkeypatch.setattr(start, "fetch", lambda what: called.append(["pip", *(Path(one).name for one in what[1::2])]))
    monkeypatch.setattr(start.subprocess, "call", lambda command, **_: called.append(command) or 0)
    return called


def test_a_working_environment_stays_whichever_python_calls(
    start: ModuleType, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second Python on the path must not be mixed into what the first one made."""
    assert start.install(["course"]) is None
    assert asked == [["pip", "requirements.txt"]]
    monkeypatch.setattr(start, "runs", lambda command, cwd=None: False)
    assert start.install(["course"]) is None
    assert asked[1][-3:] == ["venv", "--clear", start.VENV]


def test_each_set_is_installed_once_and_none_pushes_another_out(start: ModuleType, asked: list[list[str]]) -> None:
    def pip() -> list[list[str]]:
        found = [one[1:] for one in asked if one[0] == "pip"]
        asked.clear()
        return found

    assert start.main([]) == start.main(["--no-browser"]) == 0
    assert pip() == [["requirements.txt"]]
    assert start.main(["test", "-k", "x"]) == 0
    assert asked[-1][:3] == [start.PYTHON, "-m", "pytest"]
    assert asked[-1][-2:] == ["-k", "x"]  # after our own options, so that they win
    assert pip() == [["test.txt"]]
    for again in ([], ["test"], []):
        assert start.main(again) == 0
    assert pip() == []
    for added in ("author", "instructor"):
        assert start.main([added]) == 0
        assert pip() == [[f"{added}.txt"]]


def test_a_try_that_breaks_off_is_made_again_and_what_it_did_not_touch_stays(
    start: ModuleType, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main([]) == 0
    monkeypatch.setattr(start, "fetch", lambda what: "ERROR: No matching distribution found for ruff")
    assert start.main(["test"]) == 1
    said = capsys.readouterr().err
    assert "No matching distribution found for ruff" in said
    assert "Try again; nothing is lost" in said
    assert start.installed() == {"course": start.wanted("course")}


@pytest.mark.parametrize(
    ("said", "remedy"),
    [("ERROR: [Errno 28] No space left on device", "make room"), ("ERROR: [Errno 13] Permission denied: 'x'", "a folder of your own"),
     ("WARNING: Retrying after 'NewConnectionError(...)'\nERROR: Could not find a version", "Go online"), ("ERROR: Could not find a version", "see above")],
)  # fmt: skip
def test_what_pip_complains_of_has_its_own_remedy(start: ModuleType, said: str, remedy: str) -> None:
    assert remedy in start.remedy(said)


def test_a_python_that_came_out_later_is_named_where_libraries_are_missing(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 15, 0))
    assert "3.15" in start.remedy("ERROR: no matching distribution") and "3.11 to 3.14" in start.remedy("ERROR")


def test_the_set_up_says_how_far_it_is(start: ModuleType) -> None:
    lines = ["Collecting ipython", "  Using cached ipython-9.whl", "Collecting pandas"]
    assert start.how_far(lines, 0).endswith("2 so far")
    lines.append("Installing collected packages: a, b, c, d")
    assert [start.how_far(lines, n).rpartition(", ")[2] for n in (-1, 0, 3, 9)] == [
        "0 of 4",
        "0 of 4",
        "3 of 4",
        "4 of 4",
    ]


def test_pip_s_failure_is_passed_on_and_leaves_no_process(start: ModuleType, tmp_path: Path) -> None:
    """With the real pip: a library that no index and no folder has."""
    start.PYTHON = sys.executable
    said = start.fetch(["--no-index", "--target", str(tmp_path / "there"), "no-such-library-of-ours"])
    assert "no-such-library-of-ours" in said


@pytest.mark.parametrize(("folder", "encoding", "ok"), [("Jörg", "cp1252", True), ("курс", "cp1252", False)])
def test_a_folder_with_an_umlaut_is_noted_as_an_older_python_on_windows_reads_it(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, folder: str, encoding: str, ok: bool
) -> None:
    site = Path(start.VENV) / ("Lib/site-packages" if os.name == "nt" else "lib/python3.12/site-packages")
    (site / "sellbackwards-0.2.0.dist-info").mkdir(parents=True)
    note = site / "_sellbackwards.pth"
    note.write_text(folder, encoding="utf-8")
    monkeypatch.setattr(start, "HERE", folder)
    monkeypatch.setattr(start.locale, "getpreferredencoding", lambda _: encoding)
    monkeypatch.setattr(start, "runs", lambda command, cwd=None: False)
    problem = start.find_course()
    if ok:
        assert problem is None
        assert note.read_text(encoding=encoding) == f"{folder}\n"
    else:
        assert "a folder with a plain name" in problem
        assert note.read_text(encoding="utf-8") == folder
    monkeypatch.setattr(start, "runs", lambda command, cwd=None: True)
    assert start.find_course() is None


def stand_in(folder: Path, name: str, code: str) -> str:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{code}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
def test_an_old_python_hands_over_to_the_first_that_runs(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pyenv puts a stand-in for every Python on the PATH; one that isn't chosen only complains."""
    shims, real = tmp_path / "shims", tmp_path / "real"
    stand_in(shims, "python3.12", "echo 'pyenv: python3.12: command not found' >&2; exit 127")
    stand_in(shims, "python3.13", "exit 1")  # too old, whatever it is called
    newer = stand_in(real, "python3.12", "exit 0")
    handed: list[list[str]] = []
    call = subprocess.call
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 6))
    monkeypatch.setenv("PATH", os.pathsep.join([str(shims), str(real), os.defpath]))
    monkeypatch.setattr(
        start.subprocess,
        "call",
        lambda command, **more: call(command, **more) if "-c" in command else handed.append(command) or 0,
    )
    assert start.main(["test"]) == 0
    assert handed == [[newer, str(Path(start.HERE) / "start.py"), "test"]]


def test_the_set_up_can_be_stopped_and_begun_again(
    start: ModuleType, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(what: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "fetch", stop)
    assert start.main([]) == 1
    assert capsys.readouterr().err.strip() == "Stopped. Type the same line to go on."
    assert start.installed() == {}


def test_an_old_python_alone_says_what_is_needed(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 6))
    monkeypatch.setattr(start, "is_new_enough", lambda python: False)
    assert start.main(["test"]) == 1
    assert "Python 3.11 or newer; this one is 3.9" in capsys.readouterr().err


def test_it_can_be_read_by_an_old_python() -> None:
    """No syntax newer than 3.6: an old Python must get as far as saying that it is too old."""
    import ast

    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_the_environment_has_the_course_s_settings() -> None:
    """An editable install that loses its data files would greet learners with news pop-ups and unknown magics."""
    for source, installed in {
        "etc/ipython_kernel_config.py": "etc/ipython/ipython_kernel_config.py",
        "etc/jupyter_server_config.json": "etc/jupyter/jupyter_server_config.d/sellbackwards.json",
        "etc/lab_overrides.json": "share/jupyter/lab/settings/overrides.json",
    }.items():
        assert (Path(sys.prefix) / installed).read_bytes() == (ROOT / source).read_bytes(), (
            f"{installed}: run start.py again"
        )


def test_starting_somewhere_means_the_course_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sellbackwards.opening import folder_to_open, new_course

    mine, other = tmp_path / "mine", tmp_path / "other"
    other.mkdir()
    assert folder_to_open(other) == other  # empty: it is laid out here
    new_course(mine)
    assert folder_to_open(mine) == folder_to_open(mine / "lessons") == folder_to_open(mine / "my-answers") == mine
    (other / "tax return.pdf").touch()
    assert folder_to_open(other) == ROOT  # a checkout's command opens the checkout
    monkeypatch.setattr("sellbackwards.opening.IS_CHECKOUT", False)
    assert folder_to_open(other) == other / "selling-backwards"
    (other / "lessons").mkdir()  # somebody else's
    assert folder_to_open(other / "lessons") == other / "lessons"


def test_a_page_that_is_only_called_like_a_lesson_is_not_signed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Signed, its outputs would run what they hold."""
    from sellbackwards import opening

    opening.new_course(tmp_path)
    (tmp_path / "lessons/01_sell_backwards.ipynb").write_text('{"cells": []}', encoding="utf-8")
    signed: list[str] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: signed.extend(command))
    monkeypatch.setattr(subprocess, "call", lambda command, **_: 0)
    monkeypatch.chdir(tmp_path)
    assert opening.open_course([]) == 0
    assert str(tmp_path / "lessons/02_lead_as_the_expert.ipynb") in signed
    assert str(tmp_path / "lessons/01_sell_backwards.ipynb") not in signed


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for JupyterLab is a shell script")
@pytest.mark.parametrize("root", [True, False])
def test_start_opens_the_first_page_of_this_checkout(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], root: bool
) -> None:
    """JupyterLab starts for root, as one is in a container, only with an option: nobody has to know it."""
    from sellbackwards import opening

    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
    called: list[list[str]] = []
    monkeypatch.setattr(opening, "lay_out", lambda folder: [])
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(subprocess, "call", lambda command, **_: called.append(command) or 0)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: None)
    assert opening.open_course(["--no-browser"]) == 0
    assert called[0][3] == "lessons/00_start_here.ipynb"
    assert called[0][-1] == "--no-browser"
    assert f"--ServerApp.root_dir={ROOT}" in called[0]
    assert ("--allow-root" in called[0]) is root
    assert ("You are root" in capsys.readouterr().out) is root


def test_a_name_that_the_terminal_can_not_show_stops_nothing() -> None:
    code = """
import start, sys
start.installed, start.wanted = dict, lambda name: "new"
start.install = lambda names: "No room in курс."
sys.exit(start.main([]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr.strip()) == (1, "No room in ????.")
