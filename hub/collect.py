"""For instructors: fetch what every learner has in my-answers, ready for `sellbackwards grade`.

    sudo /srv/hub/bin/python hub/collect.py COLLECTED
    sellbackwards grade COLLECTED --out GRADES

A home belongs to its learner, who may put anything there; this reads it with more rights than they have. So it follows
no link, reads plain notebooks only, and none that is larger than the grader would read.
"""

import os
import pwd
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from sellbackwards.grading.limits import NOTEBOOK

STATE = Path(os.environ.get("SELLBACKWARDS_HUB_STATE", "/srv/hub-state"))
FOLDERS = ("selling-backwards", "my-answers")


def notebooks(home: Path) -> Iterator[tuple[str, bytes]]:
    """(name, content) of each notebook in the learner's my-answers."""
    opened: list[int] = []
    try:
        opened.append(os.open(home, os.O_RDONLY | os.O_DIRECTORY))
        for name in FOLDERS:
            opened.append(os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=opened[-1]))
        for name in sorted(os.listdir(opened[-1])):  # noqa: PTH208 (of a folder that is held open)
            if name.endswith(".ipynb"):
                content = plain(name, opened[-1])
                if content is None:
                    place = home.joinpath(*FOLDERS, name)
                    print(f"{place}: left out; no plain notebook, or too large", file=sys.stderr)
                else:
                    yield name, content
    finally:
        for one in reversed(opened):
            os.close(one)


def plain(name: str, folder: int) -> bytes | None:
    """The content of a regular file that isn't too large; None for links, pipes, folders and larger files."""
    try:
        # Non-blocking: a pipe by that name must not hold up the class.
        file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError:
        return None
    with os.fdopen(file, "rb") as reading:
        about = os.fstat(file)
        # A second name of a file (a hard link) may be somebody else's file.
        if stat.S_ISREG(about.st_mode) and about.st_nlink == 1 and about.st_size <= NOTEBOOK:
            return reading.read(NOTEBOOK)
    return None


def main(out: Path, homes: dict[str, Path]) -> int:
    """Copy every learner's notebooks to OUT/NAME/. Returns how many learners had any."""
    found = 0
    for name, home in sorted(homes.items()):
        folder = out / name
        try:
            for notebook, content in notebooks(home):
                folder.mkdir(parents=True, exist_ok=True)
                (folder / notebook).write_bytes(content)
        except OSError as error:
            print(f"{name}: {error.strerror} ({error.filename})", file=sys.stderr)
        found += folder.exists()
    return found


def homes_of(learners: Path) -> dict[str, Path]:
    """Name → home of everybody in the list who has come in already."""
    if not learners.exists():
        sys.exit(f"{learners}: isn't there; set SELLBACKWARDS_HUB_STATE here, too, if you did so for the server")
    found = {}
    for line in learners.read_text(encoding="utf-8").split("\n"):
        name = line.strip().lower()
        if name and not name.startswith("#"):
            try:
                found[name] = Path(pwd.getpwnam(name).pw_dir)
            except KeyError:
                print(f"{name}: hasn't come in yet", file=sys.stderr)
    return found


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: collect.py COLLECTED")
    count = main(Path(sys.argv[1]), homes_of(STATE / "learners.txt"))
    print(f"{count} learners; now: sellbackwards grade {sys.argv[1]} --out GRADES")
