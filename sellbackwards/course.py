"""Where the course's things are: in the checkout, or inside an installed wheel; and a learner's own copies of them."""

from __future__ import annotations

import os
import shutil
import sysconfig
from importlib.resources import files
from pathlib import Path
from typing import Any

from sellbackwards.renaming import replacing

PACKAGE = Path(str(files("sellbackwards"))).resolve()  # pip unpacks a wheel, so this is a folder
# A wheel carries the course's folders in here (pyproject.toml); a checkout has them beside the package.
INSTALLED = PACKAGE / "course_files"
IS_CHECKOUT = not INSTALLED.is_dir()
ROOT = PACKAGE.parent if IS_CHECKOUT else INSTALLED
DATASETS = ROOT / "datasets"
LESSONS = ROOT / "lessons"
EXERCISES = ROOT / "exercises"
SOLUTIONS = ROOT / "solutions"
SOURCE = ROOT / "source"
MY_ANSWERS = (ROOT if IS_CHECKOUT else Path.cwd()) / "my-answers"
# JupyterLab's settings for the course; installed where JupyterLab looks for them (pyproject.toml, shared-data).
LAB_SETTINGS = (
    ROOT / "etc/lab_overrides.json"
    if IS_CHECKOUT
    else Path(sysconfig.get_path("data")) / "share/jupyter/lab/settings/overrides.json"
)
FACE = ROOT / "frontend" / "dist"
"""What of the course's own JupyterLab extension is installed: a folder for ``JUPYTER_PATH``."""
FIRST_PAGE = "lessons/00_start_here.ipynb"


def private_home() -> Path:
    """The user's own data folder, where progress is kept; ``SELLBACKWARDS_HOME`` overrides it."""
    from platformdirs import user_data_path  # only by whoever keeps something

    home = os.environ.get("SELLBACKWARDS_HOME")
    return Path(home) if home else user_data_path("selling-backwards", appauthor=False)


def read_dataset(name: str) -> Any:
    """What a YAML file of ``datasets/`` holds ("pitches.yaml")."""
    return from_yaml((DATASETS / name).read_text(encoding="utf-8"))


def from_yaml(text: str) -> Any:
    """What a YAML text holds. Raises yaml.YAMLError."""
    import yaml  # only by whoever reads data: this module is imported by all

    # The C reader where PyYAML has it: ten times faster, and a learner waits for this.
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def answers_at_hand() -> Path:
    """``my-answers`` of the course that is open: beside the folder of the notebook that asks, or this course's own.

    On a class's server the two differ: the library is the server's, the notebooks are the learner's.
    """
    notebook = os.environ.get("JPY_SESSION_NAME")  # set by the Jupyter server
    here = Path.cwd()
    near = [*([Path(notebook).parent.parent] if notebook else []), here, *here.parents[:2]]
    return next((place / "my-answers" for place in near if (place / "my-answers").is_dir()), MY_ANSWERS)


def make_my_answers(exercises: Path = EXERCISES, mine: Path = MY_ANSWERS) -> list[Path]:
    """Copy each exercise notebook that isn't in `mine` yet; what is there is never touched. Returns what was made."""
    return _copy_missing(exercises, mine)


def is_course(folder: Path) -> bool:
    """Are the lessons in this folder?"""
    return (folder / FIRST_PAGE).is_file()


def lay_out(folder: Path) -> list[Path]:
    """The lessons, and my-answers, in a folder of the learner's; what is there is never touched. Returns what was made.

    Raises OSError where the folder can't be written.
    """
    return _copy_missing(LESSONS, folder / "lessons") + make_my_answers(EXERCISES, folder / "my-answers")


def _copy_missing(notebooks: Path, into: Path) -> list[Path]:
    """Copy the notebooks of a folder that aren't in the other one yet."""
    into.mkdir(parents=True, exist_ok=True)
    made = []
    for notebook in sorted(notebooks.glob("*.ipynb")):
        copy = into / notebook.name
        if not copy.exists():
            with replacing(copy) as beside:  # so that a crash in between leaves no half notebook
                shutil.copyfile(notebook, beside)
            made.append(copy)
    return made
