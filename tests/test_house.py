"""The house stands as CONTRIBUTING.md says: floors, clean code, and a README whose lines are the ones that CI runs."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sellbackwards.course import ROOT

PACKAGE = ROOT / "sellbackwards"
# Bottom up; a room imports only from itself and from those before it on another floor.
FLOORS = [
    {"design"},
    {"speech"},
    {"calls", "buyer"},
    {"exercises"},
    {"practice", "grading"},
    {"authoring"},
    {"publishing"},
    {"workshop"},
]
# Modules beside the rooms: `course` knows where things are, `renaming` puts a written file in its place, `spreadsheet`
# knows what a cell may hold; the others stand on top.
GROUND, ROOF = {"course", "renaming", "spreadsheet"}, {"cli", "commands", "opening"}
ONLY_IN = {
    "ipywidgets": {"practice"},
    "matplotlib": {"calls/charts"},
    "nbclient": {"authoring"},
    "jupytext": {"authoring"},
    "nbconvert": {"publishing", "workshop"},
    "bs4": {"publishing"},
    "click": {"cli", "commands"},
}


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def floor(name: str) -> int:
    return next((n for n, rooms in enumerate(FLOORS) if name in rooms), len(FLOORS))


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_a_room_imports_only_from_below(path: Path) -> None:
    here = room(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "sellbackwards" and len(parts) > 1:
            there = parts[1]
            if here in ROOF or there in GROUND or here == "__init__":
                continue
            assert there not in ROOF, name
            assert there == here or floor(there) < floor(here), f"{path.relative_to(ROOT)} imports {name}"
        elif parts[0] in ONLY_IN:
            inside = str(path.relative_to(PACKAGE))
            assert any(inside.startswith(place) for place in ONLY_IN[parts[0]]), f"{inside} imports {parts[0]}"


def test_every_room_is_on_a_floor() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert rooms <= set().union(*FLOORS, ROOF)


def test_importing_the_library_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import sellbackwards; print(sorted(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['sellbackwards']"


def test_a_kernel_that_starts_waits_for_nothing_but_the_judgement() -> None:
    """Every page waits for this. The other rooms, and the libraries of widgets and charts, come when something asks for them."""
    code = "import sys, sellbackwards.exercises.magic; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    rooms = {name.split(".")[1] for name in loaded if name.startswith("sellbackwards.")}
    assert rooms <= {"buyer", "course", "design", "exercises", "renaming", "speech"}
    assert not {"ipywidgets", "matplotlib", "numpy", "pandas"} & set(loaded)


@pytest.mark.parametrize("command", [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]], ids=" ".join)
def test_the_code_is_clean(command: list[str]) -> None:
    run = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]


def test_ci_runs_the_readme_s_own_test_line() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert "    python3 start.py" in readme
    assert "    python3 start.py test" in readme
    assert "grep -m1 -E '^    python3 start\\.py test' README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_links_of_the_readme_lead_somewhere() -> None:
    import re

    for name in ("README.md", "CONTRIBUTING.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / target).exists(), f"{name}: {target}"
