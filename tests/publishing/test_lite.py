"""What a browser's Python is given: all that the practices import, pure Python, with a list that names it rightly."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from html import unescape
from pathlib import Path

import pytest

from sellbackwards.publishing.browser_practices import alive, practices
from sellbackwards.publishing.lite import build
from sellbackwards.publishing.lite.tools import HERE, _run, cause
from sellbackwards.publishing.lite.wheels import _IMPORTS, lay_out, pack_course
from sellbackwards.publishing.site import PublishingError


def test_the_browser_is_given_all_that_its_practices_import() -> None:
    given = {line.split("==")[0].lower().replace("_", "-") for line in (HERE / "browser.txt").read_text().splitlines()}
    code = [one.code for lesson in practices() for one in alive(lesson)]
    script = "\n".join(
        [
            "import sys",
            "for name in ('pandas', 'numpy', 'matplotlib', 'jsonschema'): sys.modules[name] = None",
            *code,
            "print('\\n'.join(sorted({name.partition('.')[0] for name in sys.modules} - sys.stdlib_module_names)))",
        ]
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    # What an IPython of its own brings along for its screen; a browser has a kernel of its own kind.
    own = {
        "sellbackwards",
        "cython-runtime",
        "jsonschema",
        "numpy",
        "pandas",
        "matplotlib",
        "pexpect",
        "ptyprocess",
        "pygments",
        "six",
        "webvtt",
        "yaml",
    }
    imported = {name.replace("_", "-") for name in run.stdout.split() if not name.startswith("_")}
    missing = {name for name in imported - own if name.lower() not in given}
    assert not missing, f"add to sellbackwards/publishing/lite/browser.txt: {missing}"


def test_the_course_is_packed_with_its_data(tmp_path: Path) -> None:
    with zipfile.ZipFile(pack_course(tmp_path)) as packed:
        names = set(packed.namelist())
    assert {
        "sellbackwards/__init__.py",
        "sellbackwards/course_files/datasets/pitches.yaml",
        "sellbackwards/exercises/style.css",
    } <= names
    assert not [name for name in names if "__pycache__" in name]


def test_the_list_of_wheels_names_each_once_with_what_it_stands_on(tmp_path: Path) -> None:
    pyodide, wheels = tmp_path / "package", tmp_path / "wheels"
    pyodide.mkdir()
    wheels.mkdir()
    (pyodide / "pyodide-lock.json").write_text('{"info": {"python": "3.14.2"}, "packages": {"other": {}}}')
    (pyodide / "pyodide.mjs").write_text("")
    with zipfile.ZipFile(wheels / "PyYAML-6.0.3-py3-none-any.whl", "w") as wheel:
        needs = "Requires-Dist: comm\nRequires-Dist: sellbackwards\nRequires-Dist: colorama; sys_platform == 'win32'\n"
        wheel.writestr("pyyaml-6.0.3.dist-info/METADATA", f"Name: PyYAML\nVersion: 6.0.3\n{needs}")
    lay_out(pyodide, wheels, tmp_path / "out")
    lock = json.loads((tmp_path / "out/pyodide-lock.json").read_text())
    assert set(lock["packages"]) == {"pyyaml", "sellbackwards"}
    assert lock["packages"]["pyyaml"]["depends"] == ["sellbackwards"]
    assert lock["packages"]["pyyaml"]["imports"] == _IMPORTS["pyyaml"]
    assert lock["packages"]["sellbackwards"]["depends"] == ["pyyaml"]
    assert (tmp_path / "out/pyodide.mjs").exists()


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError(...)'\nERROR: No matching distribution found for x",
            "online?",
        ),
        ("npm error code EAI_AGAIN\nnpm error network request failed", "online?"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "the disk is full"),
        (
            "  Preparing metadata: error\nerror: subprocess-exited-with-error\n  × Building wheel\nnote: This is an issue with the package",
            "error: subprocess-exited-with-error; all that it said is in log.txt",
        ),
        (
            "ERROR: Could not find a version that satisfies x==9\nERROR: No matching distribution",
            "ERROR: Could not find a version that satisfies x==9",
        ),
        ("npm error notarget No matching version", "npm error notarget No matching version"),
        ("", "no reason given"),
    ],
)
def test_a_failure_names_its_own_cause(said: str, says: str) -> None:
    found = cause(said, Path("log.txt"))
    assert says in found
    assert ("online?" in found) == (says == "online?")


def test_a_step_that_fails_is_named_and_keeps_what_was_said(tmp_path: Path) -> None:
    script = "import sys; print('a first word'); sys.exit('error: no compiler')"
    with pytest.raises(
        PublishingError, match=r"making x failed: error: no compiler; all that it said is in .*log\.txt"
    ):
        _run("making x", [sys.executable, "-c", script], tmp_path / "log.txt")
    assert "a first word" in (tmp_path / "log.txt").read_text(encoding="utf-8")


def test_the_first_page_says_which_practices_are_there_and_which_not() -> None:
    assert build.style() in build._start_page()
    page = unescape(build._start_page())
    for some in practices().values():
        for one in some:
            assert one.entry.title in page
            assert one.entry.not_in_browser in page
