"""Downloads as platforms and people make them: where each learner's file of each lesson lies, and what is beside it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .samples import RIGHT, as_bytes, notebook

Files = dict[str, bytes]
"""Place in a download → content."""


@dataclass(frozen=True)
class Learner:
    """Somebody invented. `number` is their place in the class."""

    first: str
    last: str
    number: int

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def login(self) -> str:
        return f"{self.first[0]}{self.last}{self.number}".casefold()

    @property
    def sortable(self) -> str:
        """As Canvas writes it: "leeanna"."""
        return "".join(c for c in f"{self.last}{self.first}".casefold() if c.isalnum())


def _moodle(one: Learner, lesson: str, n: int) -> str:
    return f"{one.name}_{1000 * n + one.number * 7 + 11}_assignsubmission_file_/{lesson}.ipynb"


def _moodle_flat(one: Learner, lesson: str, n: int) -> str:
    return f"{one.name}_{1000 * n + one.number * 7 + 11}_assignsubmission_file_{lesson}.ipynb"


def _canvas(one: Learner, lesson: str, n: int) -> str:
    late = "LATE_" if (one.number + n) % 3 == 0 else ""
    return f"{one.sortable}_{late}{4200 + one.number}_{9000 + 50 * n + one.number}_{lesson}-{n}.ipynb"


def _blackboard(one: Learner, lesson: str, n: int) -> str:
    return f"gradebook_SAL101_Lesson {n}_{one.login}_attempt_2026-11-{n + 1:02}-10-11-12_{lesson}.ipynb"


def _brightspace(one: Learner, lesson: str, n: int) -> str:
    return f"{8800 + one.number}-{300 + n} - {one.name} - Nov {n + 1}, 2026 {900 + one.number} AM/{lesson}.ipynb"


def _sakai(one: Learner, lesson: str, n: int) -> str:
    return f"Lesson {n}/{one.last}, {one.first}({one.login})/Submission attachment(s)/{lesson}.ipynb"


def _teams(one: Learner, lesson: str, n: int) -> str:
    return f"Submitted files/{one.name}/Lesson {n}/Version {1 + one.number % 3}/{lesson}.ipynb"


def _ilias(one: Learner, lesson: str, n: int) -> str:
    return f"Abgaben/{one.last}_{one.first}_{one.login}_{700 + one.number}/202611{n + 1:02}101112_{lesson}.ipynb"


def _openolat(one: Learner, lesson: str, n: int) -> str:
    return f"{one.last}_{one.first}_{one.login}/2_submissions/{lesson}.ipynb"


def _classroom(one: Learner, lesson: str, n: int) -> str:
    return f"{one.name} - {'Copy of ' if one.number % 2 else ''}{lesson}.ipynb"


def _drive(one: Learner, lesson: str, n: int) -> str:
    return f"Copy of {lesson} - {one.name}.ipynb"


def _folders(one: Learner, lesson: str, n: int) -> str:
    return f"{one.name}/{lesson}.ipynb"


def _mailed(one: Learner, lesson: str, n: int) -> str:
    return f"{one.name}_{lesson}.ipynb"


def _gradescope(one: Learner, lesson: str, n: int) -> str:
    return f"assignment_{n}_export/submission_{50 * n + one.number}/{lesson}.ipynb"


PLACES: Mapping[str, Callable[[Learner, str, int], str]] = {
    "moodle": _moodle,
    "moodle without folders": _moodle_flat,
    "canvas": _canvas,
    "blackboard": _blackboard,
    "brightspace": _brightspace,
    "gradescope": _gradescope,
    "sakai": _sakai,
    "teams": _teams,
    "ilias": _ilias,
    "openolat": _openolat,
    "classroom": _classroom,
    "drive": _drive,
    "a folder each": _folders,
    "mailed": _mailed,
}


def label(platform: str, one: Learner) -> str:
    """The name by which the learner is known, where the platform tells one."""
    return {"canvas": one.sortable, "blackboard": one.login}.get(platform, one.name)


def download(platform: str, learners: Iterable[Learner], lesson: str, n: int) -> Files:
    """One download of one lesson, with what the platform puts beside it."""
    files = {PLACES[platform](one, lesson, n): as_bytes(notebook(*RIGHT, name=lesson)) for one in learners}
    beside: Files = {}
    if platform == "blackboard":
        beside = {
            f"{place.partition('-12_')[0]}-12.txt": f"Name: Somebody ({one.login})\n".encode()
            for place, one in zip(files, learners, strict=True)
        }
    elif platform == "brightspace":
        beside = {"index.html": b"<html></html>"}
    elif platform == "sakai":
        beside = {f"Lesson {n}/grades.csv": b"Display ID,ID\n"}
        for place in files:
            beside[f"{place.partition('/Submission')[0]}/timestamp.txt"] = f"202611{n + 1:02}101112000".encode()
    elif platform == "teams":
        beside = {
            f"Working files/{one.name}/Lesson {n}/draft.ipynb": as_bytes(notebook("a", name=lesson)) for one in learners
        }
    elif platform == "gradescope":
        lines = [
            f"submission_{50 * n + one.number}:\n  :submitters:\n  - :name: {one.name}\n    :email: {one.login}@example.org\n"
            for one in learners
        ]
        beside = {f"assignment_{n}_export/submission_metadata.yml": "".join(lines).encode()}
    return files | beside


def zipped(files: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, content in files.items():
            archive.writestr(place, content)
    return data.getvalue()


def lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    for place, content in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
