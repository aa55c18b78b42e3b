"""SHA-256 of every cell that the build delivers; the JupyterLab extension recognises course pages by them.

The extension runs a cell only where its source stands in this list (``frontend/src/pages.ts``). The list of a release
stays when the next one is made, so that a learner's copies of the exercises go on being known. It lies beside the
built extension and needs no Node to be made anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import nbformat

import sellbackwards
from sellbackwards.authoring.source import read_page
from sellbackwards.course import ROOT, SOURCE
from sellbackwards.exercises.answers import exercise_of_cell_id

PAGES = "frontend/dist/labextensions/@sellbackwards/pages.json"
FOLDERS = {"lessons": "lesson", "exercises": "exercises"}


def fingerprints(folder: Path) -> str:
    """The list, with this release's part made of the lessons and exercises that were built into `folder`."""
    stored = ROOT / PAGES
    releases = json.loads(stored.read_text(encoding="utf-8"))["releases"] if stored.exists() else {}
    built = [path for name in FOLDERS for path in sorted((folder / name).glob("*.ipynb"))]
    releases[sellbackwards.__version__] = [
        page_of(nbformat.read(path, as_version=4), path.stem, path.parent.name) for path in built
    ]
    return as_text(releases)


def as_text(releases: Mapping[str, Iterable[Mapping[str, Any]]]) -> str:
    """The list as it is stored, a page a line."""
    parts = []
    for release, pages in sorted(releases.items()):
        lines = ",\n".join(json.dumps(page, ensure_ascii=False, separators=(",", ":")) for page in pages)
        parts.append(f'"{release}": [\n{lines}\n]')
    return '{"releases": {\n' + ",\n".join(parts) + "\n}}\n"


def page_of(notebook: nbformat.NotebookNode, name: str, folder: str) -> dict[str, Any]:
    """One page: name, kind, title, minutes, parts, and its cells as (what it is, fingerprint or exercise)."""
    title = str(notebook.metadata.get("title", name))
    source = SOURCE / folder / f"{name}.md"
    minutes = read_page(source).minutes if source.exists() else 0
    cells = [_cell(cell) for cell in notebook.cells]
    page = {"name": name, "kind": FOLDERS[folder], "title": title, "minutes": minutes}
    return {**page, "parts": _parts(notebook), "cells": cells}


def _parts(notebook: nbformat.NotebookNode) -> list[dict[str, Any]]:
    """The parts of a lesson, by their headings: name ("Part 1"), title, and the practices that stand in each."""
    parts: list[dict[str, Any]] = []
    for cell in notebook.cells:
        heading = re.match(r"## (Part \d+)\.? ?(.*)", cell.source) if cell.cell_type == "markdown" else None
        if heading:
            parts.append({"name": heading[1], "title": heading[2], "practices": []})
        elif parts and cell.cell_type == "code":
            parts[-1]["practices"] += re.findall(r'data-practice=\\"([\w-]+)\\"', json.dumps(cell.outputs))
    return parts


def _what(cell: nbformat.NotebookNode) -> str:
    if cell.cell_type == "markdown":
        return "text"
    if not cell.metadata.get("jupyter", {}).get("source_hidden"):
        return "shown"
    return "practice" if "data-practice=" in json.dumps(cell.outputs) else "code"


def _cell(cell: nbformat.NotebookNode) -> list[str]:
    exercise = exercise_of_cell_id(cell.id) if cell.cell_type == "code" else None
    if exercise:
        return ["answer", exercise]
    return [_what(cell), sha256(cell.source.encode()).hexdigest()]
