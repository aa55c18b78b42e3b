"""Open the course: a folder with the lessons and the learner's copies is laid out, then JupyterLab starts in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sellbackwards.course import FACE, FIRST_PAGE, IS_CHECKOUT, LESSONS, ROOT, is_course, lay_out

NEW_FOLDER = "selling-backwards"  # made where the command is run among other files


class OpeningError(Exception):
    """The course can't be laid out or opened; one line with the place and the remedy."""


def folder_to_open(here: Path) -> Path:
    """The folder whose lessons are meant by somebody who starts the course in the folder `here`.

    The course that `here` is, or is inside of; an empty folder itself; else this checkout, or a new folder in `here`.
    """
    if is_course(here):
        return here
    if here.name in ("lessons", "my-answers") and is_course(here.parent):
        return here.parent
    if not any(one for one in here.iterdir() if not one.name.startswith(".")):
        return here
    return ROOT if IS_CHECKOUT else here / NEW_FOLDER


def new_course(folder: Path) -> list[Path]:
    """Lay the course out in a folder; what is there is never touched. Returns what was made. Raises OpeningError."""
    try:
        return lay_out(folder)
    except OSError as error:
        what = f"{error.filename or folder}: can't be written ({error.strerror or error})"
        raise OpeningError(f"{what}; take a folder of your own: sellbackwards new FOLDER") from None


def open_course(jupyter_options: list[str]) -> int:
    """Lay out what is missing, and run JupyterLab until it is closed. Returns its exit code. Raises OpeningError."""
    try:
        folder = folder_to_open(Path.cwd())
    except OSError as error:
        raise OpeningError(f"this folder can't be read ({error.strerror or error}); go to another one") from None
    made = new_course(folder)
    if made:
        print(f"Your own copies of the exercises are in {folder / 'my-answers'}", flush=True)
    # The course's kernel, also where another Jupyter on this computer has one of the same name.
    # And its face as it lies in a checkout: an update brings it, without being installed anew.
    paths = [*([str(FACE)] if FACE.is_dir() else []), *filter(None, [os.environ.get("JUPYTER_PATH")])]
    environment = os.environ | {"JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_PATH": os.pathsep.join(paths)}
    _trust_lessons(folder, environment)
    print(
        "Opening JupyterLab in your browser. To stop the course later: close this window, or press Ctrl+C twice.",
        flush=True,
    )
    if is_root():
        print(
            "You are root, as is usual in a container. On a computer of your own, start the course as yourself.",
            flush=True,
        )
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        FIRST_PAGE,
        *(["--allow-root"] if is_root() else []),
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{FIRST_PAGE}",  # the address that is printed leads there, too
        "--LabApp.extension_manager=readonly",
        "--log-level=ERROR",
    ]
    try:
        return subprocess.call([*command, *jupyter_options], cwd=folder, env=environment)
    except KeyboardInterrupt:
        return 0


def is_root() -> bool:
    """Is this a Unix user who may do anything? JupyterLab starts for that one only if it is told to."""
    return os.name == "posix" and os.geteuid() == 0


def _trust_lessons(folder: Path, environment: dict[str, str]) -> None:
    """Sign the lessons as the course delivers them: their cards and charts then show as made, before anything is run.

    A page that is called like a lesson and differs from it may be somebody else's: it isn't signed.
    """
    lessons = [
        str(folder / "lessons" / ours.name)
        for ours in sorted(LESSONS.glob("*.ipynb"))
        if (folder / "lessons" / ours.name).read_bytes() == ours.read_bytes()
    ]
    subprocess.run(
        [sys.executable, "-m", "jupyter", "trust", *lessons], env=environment, check=False, capture_output=True
    )
