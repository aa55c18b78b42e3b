"""Run as the learner, each time their server starts: their copy of the course is made or updated, then JupyterLab.

What they have typed is left alone: nbgitpuller keeps what was changed in the copy, and my-answers/ is in no update.
"""

import os
import subprocess
import sys
from pathlib import Path

from sellbackwards.course import make_my_answers

COPY = Path.home() / "selling-backwards"


def update() -> None:
    """Bring the copy up to date. Where that fails (no network), the learner goes on with the one of yesterday."""
    source, branch = os.environ["SELLBACKWARDS_HUB_SOURCE"], os.environ["SELLBACKWARDS_HUB_BRANCH"]
    command = [sys.executable, "-m", "nbgitpuller.pull", source, branch, str(COPY)]
    try:
        done = subprocess.run(command, cwd=Path.home(), capture_output=True, text=True, timeout=90)
        if done.returncode:
            print(f"The course could not be updated: {done.stderr.strip()[-500:]}", file=sys.stderr)
    except subprocess.TimeoutExpired:
        print("The course could not be updated in 90 seconds", file=sys.stderr)


def main() -> None:
    """Update, copy new exercises, sign the lessons, and become the learner's own server."""
    update()
    if not (COPY / "lessons").is_dir():  # not even a first copy; a half one would stand in the way of the next try
        sys.exit("There is no copy of the course yet, and none could be made: see above, and docs/hub.md")
    make_my_answers(COPY / "exercises", COPY / "my-answers")
    lessons = [str(path) for path in sorted((COPY / "lessons").glob("*.ipynb"))]
    # Signed, their cards and charts are shown as made, before anything is run.
    subprocess.run([sys.executable, "-m", "jupyter", "trust", *lessons], check=False, capture_output=True)
    os.execv(sys.executable, [sys.executable, "-m", "jupyterhub.singleuser", *sys.argv[1:]])


if __name__ == "__main__":
    main()
