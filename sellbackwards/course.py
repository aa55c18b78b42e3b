"""Where the course's things are, and a learner's own copies of the exercises."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATASETS = ROOT / "datasets"
LESSONS = ROOT / "lessons"
EXERCISES = ROOT / "exercises"
SOLUTIONS = ROOT / "solutions"
SOURCE = ROOT / "source"
MY_ANSWERS = ROOT / "my-answers"
FACE = ROOT / "frontend" / "dist"
"""What of the course's own JupyterLab extension is installed: a folder for ``JUPYTER_PATH``."""
FIRST_PAGE = "lessons/00_start_here.ipynb"


def read_dataset(name: str) -> Any:
    """What a YAML file of ``datasets/`` holds ("pitches.yaml")."""
    import yaml  # only by whoever reads data: this module is imported by all

    # The C reader where PyYAML has it: ten times faster, and a learner waits for this.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with (DATASETS / name).open(encoding="utf-8") as file:
        return yaml.load(file, Loader=loader)


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
    mine.mkdir(parents=True, exist_ok=True)
    made = []
    for notebook in sorted(exercises.glob("*.ipynb")):
        copy = mine / notebook.name
        if not copy.exists():
            beside = copy.with_suffix(".part")  # so that a crash in between leaves no half notebook
            shutil.copyfile(notebook, beside)
            beside.rename(copy)
            made.append(copy)
    return made
