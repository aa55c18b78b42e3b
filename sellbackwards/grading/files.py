"""One file as it came back from being marked, and which of several for the same lesson counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from time import localtime, strftime
from typing import Any

from sellbackwards.grading.collecting import Handed, version
from sellbackwards.grading.marking import Marked


@dataclass
class File:
    """One file as it came back: its marks, and the key of the page it makes."""

    handed: Handed
    marked: Marked
    key: str = ""
    known: bool = False
    page: str | None = None
    page_key: str = ""


def files_of(handed: Handed, result: tuple[Any, str]) -> list[File]:
    done, fault = result
    if fault:
        return [File(handed, Marked(error=fault))]
    return [
        File(
            Handed(**one["handed"]),
            Marked.from_json(one["marked"]),
            one.get("key", ""),
            one.get("known", False),
            one.get("page"),
            one.get("page_key", ""),
        )
        for one in done
    ]


def counting(files: Sequence[File]) -> File:
    """Of several files for one lesson the latest; one that nobody wrote in never counts before one with answers."""
    times = [file.handed.when for file in files]
    timed = None not in times and max(times) - min(times) > 2  # type: ignore[type-var, operator]
    return max(
        files,
        key=lambda file: (
            file.marked.answered > 0,
            (file.handed.when or 0.0) if timed else 0.0,
            version(file.handed.name),
            file.handed.name,
        ),
    )


def several(files: Sequence[File], counts: File) -> str:
    if len(files) == 1:
        return ""
    listed = ", ".join(
        file.handed.name + (strftime(" (%Y-%m-%d %H:%M)", localtime(file.handed.when)) if file.handed.when else "")
        for file in files
    )
    return f"{len(files)} files for this lesson: {listed}; the one that counts: {counts.handed.name}"


def lesson_in_name(name: str, lessons: Sequence[str]) -> str:
    """The lesson that a file's name speaks of; else the name itself, without its endings."""
    plain = re.sub(r"[\W_]+", "_", name.casefold())
    stem = re.sub(r"\.(?:ipynb|zip)(?:\.(?:txt|json))?$", "", name.rpartition("/")[2], flags=re.IGNORECASE)
    return next((lesson for lesson in lessons if lesson in plain), stem)
