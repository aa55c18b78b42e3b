"""Opening the course: the learner's copies, then JupyterLab on the first page."""

from __future__ import annotations

import os
import subprocess
import sys

from sellbackwards.course import FACE, FIRST_PAGE, LESSONS, ROOT, make_my_answers


def open_course(jupyter_options: list[str]) -> int:
    """Make my-answers/ where it is missing, and run JupyterLab here until it is closed. Returns its exit code."""
    made = make_my_answers()
    if made:
        print(f"Your own copies of the exercises are in {made[0].parent}", flush=True)
    # The course's kernel, also where another Jupyter on this computer has one of the same name.
    # And its face as it lies here: an update brings it, without being installed anew.
    paths = [str(FACE), *filter(None, [os.environ.get("JUPYTER_PATH")])]
    environment = os.environ | {"JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_PATH": os.pathsep.join(paths)}
    _trust_lessons(environment)
    print(
        "Opening JupyterLab in your browser. To stop the course later: close this window, or press Ctrl+C twice.",
        flush=True,
    )
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        FIRST_PAGE,
        f"--ServerApp.root_dir={ROOT}",
        "--LabApp.extension_manager=readonly",
        "--log-level=ERROR",
    ]
    try:
        return subprocess.call([*command, *jupyter_options], cwd=ROOT, env=environment)
    except KeyboardInterrupt:
        return 0


def _trust_lessons(environment: dict[str, str]) -> None:
    """Sign the course's own lessons: JupyterLab then shows their cards and charts as made, before anything is run."""
    lessons = [str(path) for path in sorted(LESSONS.glob("*.ipynb"))]
    subprocess.run(
        [sys.executable, "-m", "jupyter", "trust", *lessons], env=environment, check=False, capture_output=True
    )
