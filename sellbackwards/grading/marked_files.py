"""The data class of a file with its marks, and the choice of one where several are for the same lesson."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from time import localtime, strftime

from sellbackwards.grading.handin import NOTHING, HandIn
from sellbackwards.grading.marking import Marked

_VERSION = re.compile(r"(?:\((\d{1,2})\)|-Copy(\d{1,2})|[-_ ](\d{1,2})|copy (\d{1,2}))(?:\.ipynb.*)?$", re.IGNORECASE)


@dataclass(frozen=True)
class File:
    """One file and what it was marked as. `digest` names its content.

    `known`: its marks are those of an earlier run; `earlier`: it was handed in to an earlier run, and isn't here now;
    `lowered`: what passed in an earlier run, and doesn't in this one.
    """

    handin: HandIn
    marked: Marked
    digest: str = ""
    known: bool = False
    earlier: bool = False
    lesson: str = ""
    lowered: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Does it stand for a learner's folder with nothing of theirs in it?"""
        return self.marked.error.startswith(NOTHING)


def counting(files: Sequence[File]) -> File:
    """Of several files for one lesson the latest; one that nobody wrote in never counts before one with answers.

    Where times say nothing, what is handed in now counts before what an earlier run had, then the number in the name.
    """
    times = [file.handin.when for file in files]
    timed = None not in times and max(times) - min(times) > 2  # type: ignore[type-var, operator]
    return max(
        files,
        key=lambda file: (
            file.marked.answered > 0,
            not file.handin.name.startswith("."),
            file.handin.attempt,
            (file.handin.when or 0.0) if timed else 0.0,
            not file.earlier,
            version(file.handin.name),
            file.handin.name,
        ),
    )


def several(files: Sequence[File], counts: File) -> str:
    """Which files there are for one lesson, and which counts; "" where there is one."""
    if len(files) == 1:
        return ""
    listed = ", ".join(
        file.handin.name
        + (strftime(" (%Y-%m-%d %H:%M)", localtime(file.handin.when)) if file.handin.when else "")
        + (" from an earlier run" if file.earlier else "")
        for file in files
    )
    return f"{len(files)} files for this lesson: {listed}; the one that counts: {counts.handin.name}"


def still_handed_in(file: File, now: Sequence[File]) -> bool:
    """Does a file of an earlier run still stand beside those that are here now?

    Not where the same file is here again, or another one in its place, or where it couldn't be read and one can now.
    """
    for one in now:
        if one.digest == file.digest:
            return False
        if (one.handin.download, one.handin.place) == (file.handin.download, file.handin.place):
            return False
        settled = file.marked.error and one.marked.answered
        if file.is_nothing and settled and not file.lesson:
            return False
        if one.marked.lesson == file.lesson and (settled or file.marked.untouched):
            return False
    return True


def version(name: str) -> int:
    """The 2 of "answers (2).ipynb", "answers-2.ipynb", "answers-Copy2.ipynb"; 0 where there is none."""
    found = _VERSION.search(name)
    return int(next(group for group in found.groups() if group)) if found else 0


def lesson_in_name(name: str, lessons: Sequence[str], otherwise: str | None = None) -> str:
    """The lesson that a file's name speaks of; else `otherwise`, or the name itself, without its endings."""
    plain = re.sub(r"[\W_]+", "_", name.casefold())
    stem = re.sub(r"\.(?:ipynb|zip)(?:\.(?:txt|json))?$", "", name.rpartition("/")[2], flags=re.IGNORECASE)
    return next((lesson for lesson in lessons if lesson in plain), stem if otherwise is None else otherwise)
