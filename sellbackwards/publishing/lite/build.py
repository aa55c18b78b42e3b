"""Build the JupyterLite pages: one a lesson with its practices, and a first page that lists them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from markupsafe import Markup

import sellbackwards
from sellbackwards.authoring import fingerprints
from sellbackwards.course import FACE, IS_CHECKOUT, LAB_SETTINGS, LESSONS
from sellbackwards.publishing.browser_practices import Alive, alive, page_of, practices
from sellbackwards.publishing.lite import tools
from sellbackwards.publishing.lite.wheels import lay_out
from sellbackwards.publishing.site import PublishingError, render, style

_HOW = (
    "The page wakes by itself. The first time it takes half a minute: your browser gets the engine that runs it. If a "
    "practice stays asleep, load the page again. Nothing is installed. What you type is kept in this browser, and "
    "never leaves this computer."
)
# The course's own JupyterLab extension: where a checkout has it, or where a wheel installs it.
_EXTENSIONS = (FACE if IS_CHECKOUT else Path(sysconfig.get_path("data")) / "share/jupyter") / "labextensions"
_KERNEL = {
    "disablePyPIFallback": True,
    # What is typed is kept in this browser's own storage, which the kernel sees as a folder.
    "loadPyodideOptions": {"env": {"HOME": "/home/pyodide", "SELLBACKWARDS_HOME": "/drive"}},
}
_SETTINGS = {
    "jupyter-lite-schema-version": 0,
    "jupyter-config-data": {
        "appName": "Selling Backwards",
        # Nothing is saved in a page, so nothing is lost by leaving one.
        "disabledExtensions": [
            f"@{one}-extension:dirty" for one in ("jupyterlab/application", "jupyter-notebook/application")
        ],
        # Read by the extension (frontend/src/pages.ts): there is no server to ask for progress.
        "sellbackwardsAlone": True,
        "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": _KERNEL},
    },
}


def write_lite(out: Path, tell: Callable[[str], None] = lambda said: None) -> list[str]:
    """Build the pages into the folder `out`, over an earlier one; returns the lessons. Raises PublishingError."""
    built_with = tools.get(tell)
    tell("building")
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        pages = _write_notebooks(work / "files/lessons")
        lay_out(built_with.pyodide, built_with.wheels, work / "static/pyodide")
        (work / "jupyter-lite.json").write_text(json.dumps(_SETTINGS), encoding="utf-8")
        (work / "overrides.json").write_text(_settings(), encoding="utf-8")
        build = {
            "apps": ["notebooks"],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "federated_extensions": [str(_EXTENSIONS / "@sellbackwards/face")],
        }
        (work / "jupyter_lite_config.json").write_text(json.dumps({"LiteBuildConfig": build}), encoding="utf-8")
        command = [str(built_with.python), "-m", "jupyterlite_core", "build", "--lite-dir", str(work)]
        command += ["--output-dir", str(work / "out"), "--contents", str(work / "files")]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, errors="replace")
        if done.returncode:
            said = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
            raise PublishingError(f"JupyterLite can't build ({said})")
        known = fingerprints.as_text({sellbackwards.__version__: pages})
        (work / "out/extensions/@sellbackwards/pages.json").write_text(known, encoding="utf-8")
        (work / "out/index.html").write_text(_start_page(), encoding="utf-8")
        try:
            shutil.copytree(work / "out", out, dirs_exist_ok=True)
        except OSError as error:
            raise PublishingError(f"{out}: can't be written ({error}); name a folder of your own") from None
    return [page["name"] for page in pages]


def _settings() -> str:
    """The course's settings of JupyterLab; only a page isn't saved: its widgets would be dead ones later."""
    settings = json.loads(LAB_SETTINGS.read_text(encoding="utf-8"))
    settings["@jupyterlab/docmanager-extension:plugin"]["autosave"] = False
    by_hand = {"command": "docmanager:save", "keys": ["Accel S"], "selector": "body", "disabled": True}
    settings["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"].append(by_hand)
    settings["@jupyterlab/notebook-extension:panel"] = {"toolbar": [{"name": "save", "disabled": True}]}
    settings["@jupyterlab/apputils-extension:themes"] = {
        "adaptive-theme": True
    }  # light or dark, as the reader's system
    return json.dumps(settings)


def _write_notebooks(folder: Path) -> list[dict[str, Any]]:
    """Write a page for each lesson; returns what the extension knows them by."""
    folder.mkdir(parents=True)
    pages = []
    for lesson in practices():
        if alive(lesson):
            notebook = _notebook(lesson, alive(lesson))
            (folder / f"{lesson}.ipynb").write_text(nbformat.writes(notebook), encoding="utf-8")
            # The minutes are those of the whole lesson, of which this page is a part.
            pages.append(fingerprints.page_of(notebook, lesson, "lessons") | {"minutes": 0})
    return pages


def _notebook(lesson: str, some: list[Alive]) -> nbformat.NotebookNode:
    """A lesson's practices under their headings, asleep; locked like the lesson itself."""
    full = nbformat.read(LESSONS / f"{lesson}.ipynb", as_version=4)
    locked = {"deletable": False, "editable": False}
    cells = [nbformat.v4.new_markdown_cell(f"# {full.metadata['title']}: the practices\n\n{_HOW}", metadata=locked)]
    heading = ""
    for one in some:
        if one.heading != heading:
            heading = one.heading
            cells.append(nbformat.v4.new_markdown_cell(f"## {heading}", metadata=locked))
        (cell,) = (cell for cell in full.cells if cell.cell_type == "code" and cell.source == one.code)
        cell.execution_count = None
        cells.append(cell)
    cells.append(nbformat.v4.new_markdown_cell("This is the end of the page.", metadata=locked))
    kernel = {"display_name": "Python (Pyodide)", "language": "python", "name": "python"}
    about = {"title": full.metadata["title"], "kernelspec": kernel, "language_info": {"name": "python"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=about)


def _start_page() -> str:
    lessons = []
    for lesson, some in practices().items():
        title = nbformat.read(LESSONS / f"{lesson}.ipynb", as_version=4).metadata["title"]
        rows = [(one.entry.title, not one.entry.not_in_browser, one.entry.not_in_browser) for one in some]
        lessons.append(
            {"number": lesson[:2], "title": title, "page": page_of(lesson), "rows": rows, "any": bool(alive(lesson))}
        )
    return render("lite.html", lessons=lessons, style=Markup(style()))
