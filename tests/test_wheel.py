"""The course as a wheel, installed where there is no checkout: its data is inside, and every command works or says why not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import sellbackwards
from sellbackwards.course import DATASETS, EXERCISES, LESSONS, ROOT, SOLUTIONS


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (path,) = out.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A Python that has the wheel and, lent by this one, the libraries it needs; it knows nothing of the checkout."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    found = str(home / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    pip = [sys.executable, "-m", "pip", "--python", found, "install", "--no-deps", "--no-index", "-q", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    ask = [found, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = Path(subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip())
    # A plain path: the .pth files in it, this checkout's among them, aren't followed.
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with a name as people give them."""
    made = tmp_path / "Mein Kurs für Öl & Gas"
    made.mkdir()
    return made


def run(python: str, folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"PYTHONUTF8": "1"}
    environment["JUPYTER_PATH"] = str(Path(sys.prefix) / "share/jupyter")  # lent, too: nbconvert's templates
    command = [python, "-m", "sellbackwards.cli", *arguments]
    return subprocess.run(
        command, cwd=folder, input=given, capture_output=True, text=True, encoding="utf-8", env=environment
    )


def test_it_holds_the_course_and_nothing_of_the_workshop_floor(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        version = wheel.name.split("-")[1]
        entry = packed.read(f"sellbackwards-{version}.dist-info/entry_points.txt").decode()
    assert version == sellbackwards.__version__
    assert "sellbackwards = sellbackwards.cli:main" in entry
    assert "sellbackwards/py.typed" in names
    for kept in (LESSONS, EXERCISES, SOLUTIONS):
        assert {f"sellbackwards/course_files/{kept.name}/{path.name}" for path in kept.glob("*.ipynb")} <= names
    assert {name.split("/")[0] for name in names} == {
        "sellbackwards",
        f"sellbackwards-{version}.data",
        f"sellbackwards-{version}.dist-info",
    }
    assert not [name for name in names if "__pycache__" in name or ".ipynb_checkpoints" in name or "my-answers" in name]
    data = {name.split(".data/data/")[1] for name in names if ".data/data/" in name}
    assert {"etc/ipython/ipython_kernel_config.py", "share/jupyter/lab/settings/overrides.json"} <= data


def test_nothing_of_the_checkout_is_used(python: str, folder: Path) -> None:
    code = "import sellbackwards.course as c; print(c.IS_CHECKOUT, c.DATASETS, c.MY_ANSWERS)"
    run = subprocess.run([python, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert run.stdout.startswith("False ")
    assert str(ROOT) not in run.stdout
    assert str(folder / "my-answers") in run.stdout


def test_talk_call_judge_and_check_work_in_any_folder(python: str, folder: Path) -> None:
    listed = run(python, folder, "talk", "--list")
    assert {line.split()[0] for line in listed.stdout.splitlines()} == {
        path.stem for path in (DATASETS / "buyers").glob("*.yaml")
    }
    talked = run(python, folder, "talk", "bakery", "--json", given="How do you take orders today?\n")
    assert json.loads(talked.stdout.splitlines()[0])["buyer"]
    shutil.copy(DATASETS / "calls/01_forward.vtt", folder / "Anruf 1.vtt")
    assert json.loads(run(python, folder, "call", "Anruf 1.vtt", "--json").stdout)["seller"] == "Tomasz"
    judged = run(python, folder, "judge", given='{"id": "1", "text": "What happens today when an invoice is late?"}\n')
    assert json.loads(judged.stdout)["form"] == "open"
    shutil.copy(SOLUTIONS / "01_sell_backwards.ipynb", folder)
    assert "passed" in run(python, folder, "check", "01_sell_backwards.ipynb").stdout


def test_grade_reads_every_lesson(python: str, folder: Path) -> None:
    handed = folder / "handed in" / "Zoë"
    shutil.copytree(SOLUTIONS, handed, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    graded = run(python, folder, "grade", "handed in", "--out", "grades", "--jobs", "2")
    assert graded.returncode == 0, graded.stderr
    rows = (folder / "grades/grades.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert {row.split(",")[1] for row in rows} == {path.stem for path in SOLUTIONS.glob("*.ipynb")}
    assert not [row for row in rows if ",unreadable," in row or ",not yet," in row]


def test_new_lays_the_course_out_and_never_overwrites(python: str, folder: Path) -> None:
    made = run(python, folder, "new", "kurs")
    assert made.returncode == 0, made.stderr
    assert {path.name for path in (folder / "kurs/lessons").iterdir()} == {
        path.name for path in LESSONS.glob("*.ipynb")
    }
    assert {path.name for path in (folder / "kurs/my-answers").iterdir()} == {
        path.name for path in EXERCISES.glob("*.ipynb")
    }
    mine = folder / "kurs/my-answers/01_sell_backwards.ipynb"
    mine.write_text("what I typed", encoding="utf-8")
    assert "nothing was changed" in run(python, folder, "new", "kurs").stdout
    assert mine.read_text(encoding="utf-8") == "what I typed"
    (folder / "a file").touch()
    refused = run(python, folder, "new", "a file")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert "a file" in refused.stderr and "a folder of your own" in refused.stderr


def test_start_lays_the_course_out_where_there_is_none(python: str, folder: Path) -> None:
    """`--version` is passed on to JupyterLab, which says it and ends."""
    started = run(python, folder, "start", "--version")
    assert started.returncode == 0, started.stderr
    assert {path.name for path in folder.iterdir()} == {"lessons", "my-answers"}
    assert str(folder / "my-answers") in started.stdout


def test_nbval_s_gate_is_there_without_a_conftest(python: str, folder: Path) -> None:
    """Without the gate an unanswered notebook would pass."""
    run(python, folder, "new", ".")
    test = [
        python,
        "-m",
        "pytest",
        "-q",
        "--nbval-lax",
        "--nbval-kernel-name",
        "python3",
        "-p",
        "no:cacheprovider",
        "my-answers/01_sell_backwards.ipynb",
    ]
    environment = os.environ | {"JUPYTER_PATH": str(Path(sys.prefix) / "share/jupyter"), "PYTEST_ADDOPTS": ""}
    done = subprocess.run(test, cwd=folder, capture_output=True, text=True, env=environment)
    exercises = (EXERCISES / "01_sell_backwards.ipynb").read_text(encoding="utf-8").count('"id": "answer-1-')
    assert f"{exercises} failed" in done.stdout, done.stdout[-2000:] + done.stderr[-2000:]


def test_what_a_wheel_cannot_do_it_says(python: str, folder: Path) -> None:
    refused = run(python, folder, "build")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert "git clone" in refused.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "page"), [(("site", "pages"), "index.html"), (("workshop", "pages"), "index.html")]
)
def test_pages_are_made_from_what_the_wheel_holds(
    python: str, folder: Path, command: tuple[str, ...], page: str
) -> None:
    made = run(python, folder, *command)
    assert made.returncode == 0, made.stderr
    assert (folder / "pages" / page).exists()


def test_a_command_without_its_library_says_how_to_get_it(python: str, folder: Path) -> None:
    code = "import sys; sys.modules['jupytext'] = None; from sellbackwards.cli import main; main(['site', 'pages'])"
    refused = subprocess.run([python, "-c", code], cwd=folder, capture_output=True, text=True)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.strip() == "site needs jupytext, which isn't installed: pip install jupytext"
