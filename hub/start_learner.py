"""Start a learner's server: make or update their copy of the course, then run JupyterLab. Runs as the learner.

What they have typed stays: nbgitpuller keeps what was changed in the copy, and no update has a my-answers/.
"""

import os
import subprocess
import sys
from pathlib import Path

from sellbackwards.course import make_my_answers

COPY = Path.home() / "selling-backwards"


def update() -> None:
    """Pull the newest course into the copy. Where that fails (no network), the learner goes on with the old one."""
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
