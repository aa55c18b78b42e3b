"""Libraries by purpose: which are in pyproject.toml and requirements/, their versions in one locked set."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from sellbackwards.course import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LISTS = sorted(path for path in (ROOT / "requirements").glob("*.txt") if path.name != "constraints.txt")
# Where a library is imported under another name than it is installed by.
INSTALLED_AS = {"IPython": "ipython", "bs4": "beautifulsoup4", "webvtt": "webvtt-py", "yaml": "pyyaml"}


def names_in(path: Path) -> set[str]:
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return {canonicalize_name(Requirement(line).name) for line in lines if line and not line.startswith("-")}


def of_a_learner() -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}


@cache
def locked() -> dict[str, list[Requirement]]:
    """Name → its versions (more than one where Pythons need different ones)."""
    found: dict[str, list[Requirement]] = {}
    for line in (ROOT / "requirements/constraints.txt").read_text(encoding="utf-8").splitlines():
        if re.match(r"\w", line):
            one = Requirement(line)
            found.setdefault(canonicalize_name(one.name), []).append(one)
    return found


def test_every_library_that_is_asked_for_is_locked_to_one_version() -> None:
    asked = of_a_learner().union(*map(names_in, LISTS))
    assert asked <= set(locked())
    for versions in locked().values():
        assert all(str(one.specifier).startswith("==") for one in versions)
        assert sum(one.marker is None or one.marker.evaluate() for one in versions) <= 1
    (builder,) = map(Requirement, PROJECT["build-system"]["requires"])
    assert [str(one.specifier) for one in locked()["hatchling"]] == [str(builder.specifier)]


def test_what_is_asked_for_and_all_that_it_needs_is_installed_as_locked() -> None:
    """What somebody has added to their own environment is nobody's business."""
    waiting = [*of_a_learner(), *names_in(ROOT / "requirements/test.txt"), *names_in(ROOT / "requirements/author.txt")]
    waiting += names_in(ROOT / "requirements/instructor.txt")
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        installed = metadata.distribution(name)
        versions = [str(one.specifier) for one in locked().get(name, ())]
        assert f"=={installed.version}" in versions, f"{name} {installed.version}: not in requirements/constraints.txt"
        needs = map(Requirement, installed.requires or ())
        waiting += [
            canonicalize_name(one.name) for one in needs if not one.marker or one.marker.evaluate({"extra": ""})
        ]
    assert len(seen) > 100  # else nothing was followed


def test_a_version_stands_in_one_place() -> None:
    for path in (*LISTS, ROOT / "requirements.txt", ROOT / "environment.yml"):
        asked = [
            line
            for line in path.read_text(encoding="utf-8").splitlines()
            if not line.lstrip().startswith(("#", "- python"))
        ]
        assert not [line for line in asked if "==" in line], path
    assert not [line for line in PROJECT["project"]["dependencies"] if set("=<>") & set(line)]


@pytest.mark.parametrize("path", [*LISTS, ROOT / "requirements.txt"], ids=lambda path: path.name)
def test_every_list_is_bound_to_the_locked_set(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    (bound,) = (line.removeprefix("-c ") for line in lines if line.startswith("-c "))
    assert (path.parent / bound).samefile(ROOT / "requirements/constraints.txt")


def test_a_learner_gets_what_the_library_imports_and_nothing_of_the_tests() -> None:
    imported = set()
    for path in (ROOT / "sellbackwards").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            imported |= {name.partition(".")[0] for name in modules}
    imported -= {"sellbackwards", "", *sys.stdlib_module_names}
    needed = {canonicalize_name(INSTALLED_AS.get(name, name)) for name in imported}
    # The gate is loaded by pytest itself; jupytext reads source/, cryptography and rfc8785 sign certificates.
    extra = names_in(ROOT / "requirements/author.txt") | names_in(ROOT / "requirements/instructor.txt")
    assert needed - {"pytest"} <= of_a_learner() | extra
    assert not of_a_learner() & set().union(*map(names_in, LISTS))


def test_nothing_installed_contradicts_another() -> None:
    run = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout
