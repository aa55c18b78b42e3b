"""tests/second_try.py: who gets a second try, that it begins anew, and that nobody overlooks it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sellbackwards.course import ROOT

CONFTEST = """
from pathlib import Path
import pytest
from tests.second_try import give_a_second_try, pytest_runtest_makereport, pytest_terminal_summary

HERE = Path(__file__).parent

def pytest_collection_modifyitems(items):
    give_a_second_try(items)

def note(text):
    with (HERE / "notes.txt").open("a") as file:
        file.write(text + "\\n")

def times(what):
    return (HERE / "notes.txt").read_text().splitlines().count(what)

@pytest.fixture(scope="session")
def lab_server():
    note("server starts")
    yield times("server starts")
    note("server ends")

@pytest.fixture(scope="package")
def browser():
    note("browser starts")
    yield times("browser starts")
    note("browser ends")

@pytest.fixture(scope="package")
def running(browser, lab_server):
    return [browser, lab_server]
"""
BROWSER = """
from conftest import note, times

def test_a_first(running):
    note("a")
    assert running == [1, 1]

def test_fails_once(running):
    note("once")
    assert times("once") > 1, "something slow"
    assert running == [2, 2], "the second try has a browser and a server of its own"

def test_b_after(running):
    assert running == [2, 2]
"""
FAILING = """
from conftest import note

def test_fails_twice(running):
    note("twice")
    assert False, "always"
"""
LATE = """
import pytest
from conftest import note, times

@pytest.fixture
def page(running):
    yield running
    note("late")
    assert times("late") > 1, "said in the console"

def test_fails_once_as_it_is_tidied_up(page):
    pass
"""
UNIT = """
from conftest import note, times

def test_without_a_browser():
    note("unit")
    assert times("unit") > 1
"""


def run(folder: Path, *more: str, **files: str) -> tuple[int, str, list[str]]:
    """Run tests that stand in these files: exit code, what was printed, what they noted."""
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "__init__.py").write_text("")
    for name, text in files.items():
        (folder / f"test_{name}.py").write_text(text.replace("from conftest", f"from {folder.name}.conftest"))
    # Loading all plugins that are installed takes ten times as long as the tests.
    plugins = ["-p", "no:cacheprovider", "-p", "pytest_rerunfailures"]
    command = [sys.executable, "-m", "pytest", "-q", *plugins, "--rootdir", str(folder), *more, "."]
    done = subprocess.run(
        command,
        cwd=folder,
        text=True,
        capture_output=True,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "HOME": str(folder), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )
    return done.returncode, done.stdout + done.stderr, (folder / "notes.txt").read_text().splitlines()


def test_who_fails_once_is_named_and_begins_anew(tmp_path: Path) -> None:
    code, said, notes = run(tmp_path, browser=BROWSER)
    assert code == 0, said
    assert "3 passed, 1 rerun" in said
    assert "needed a second try: test_browser.py::test_fails_once\n    AssertionError: something slow" in said
    assert notes.count("a") == 1
    for program in ("browser", "server"):
        assert [note for note in notes if note.startswith(program)] == [f"{program} starts", f"{program} ends"] * 2


def test_so_is_one_that_fails_as_it_is_tidied_up_also_with_two_workers(tmp_path: Path) -> None:
    code, said, notes = run(tmp_path, "-p", "xdist.plugin", "-n2", "--dist", "loadfile", late=LATE)
    assert code == 0, said
    assert "needed a second try: test_late.py::test_fails_once_as_it_is_tidied_up\n" in said
    assert notes.count("browser starts") == notes.count("browser ends") == 2


def test_who_fails_twice_fails_the_run_and_so_does_a_test_without_a_browser(tmp_path: Path) -> None:
    code, said, notes = run(tmp_path, failing=FAILING, unit=UNIT)
    assert code == 1, said
    assert notes.count("twice") == 2
    assert notes.count("unit") == 1
    assert "2 failed, 1 rerun" in said
    assert "needed a second try: test_failing.py::test_fails_twice" in said
