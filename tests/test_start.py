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
    shutil.copytree(ROOT / "etc", tmp_path / "etc")
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
    assert start.installed() == ""
    Path(start.PYTHON).parent.mkdir(parents=True)
    Path(start.PYTHON).touch()
    assert start.installed() == ""  # a folder, but no stamp: the set-up broke off
    Path(start.STAMP).write_text(start.wanted())
    assert start.installed() == start.wanted()


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml", "etc/lab_overrides.json"])
def test_a_release_with_other_libraries_or_settings_is_set_up_anew(start: ModuleType, name: str) -> None:
    before = start.wanted()
    with (Path(start.HERE) / name).open("a") as file:
        file.write("\n")
    assert start.wanted() != before


def test_a_working_environment_stays_whichever_python_calls(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second Python on the path must not be mixed into what the first one made."""
    called: list[list[str]] = []
    Path(start.PYTHON).parent.mkdir(parents=True)
    Path(start.PYTHON).touch()
    monkeypatch.setattr(start.subprocess, "call", lambda command, **_: called.append(command) or 0)
    assert start.install() is None
    assert not any("venv" in command for command in called)
    called.clear()
    monkeypatch.setattr(start, "runs", lambda: False)
    assert start.install() is None
    assert any(command[-3:] == ["venv", "--clear", start.VENV] for command in called)


def test_without_a_network_it_says_what_to_do(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start.subprocess, "call", lambda command, **_: int("pip" in command and "install" in command))
    assert start.main([]) == 1
    said = capsys.readouterr().err
    assert "Is this computer online?" in said
    assert start.installed() == ""


@pytest.mark.parametrize(("newer", "expected"), [(None, 1), ("/usr/bin/python3.13", 0)])
def test_an_old_python_hands_over_or_says_so(
    start: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    newer: str | None,
    expected: int,
) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 6))
    monkeypatch.setattr(start.shutil, "which", lambda name: newer if name == "python3.13" else None)
    monkeypatch.setattr(start.subprocess, "call", lambda command, **_: 0)
    assert start.main(["test"]) == expected
    assert ("Python 3.11 or newer" in capsys.readouterr().err) == (newer is None)


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


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for JupyterLab is a shell script")
def test_start_opens_the_first_page_of_this_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sellbackwards import opening

    called: list[list[str]] = []
    monkeypatch.setattr(opening, "make_my_answers", list)
    monkeypatch.setattr(subprocess, "call", lambda command, **_: called.append(command) or 0)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: None)
    assert opening.open_course(["--no-browser"]) == 0
    assert called[0][3] == "lessons/00_start_here.ipynb"
    assert called[0][-1] == "--no-browser"
    assert f"--ServerApp.root_dir={ROOT}" in called[0]
