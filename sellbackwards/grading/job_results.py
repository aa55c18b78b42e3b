"""What a worker process is given for one learner, and what it returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sellbackwards.grading.earlier_marks import Kept
from sellbackwards.grading.gradebook import GradeRow
from sellbackwards.grading.handin import HandIn
from sellbackwards.grading.marked_files import File
from sellbackwards.grading.marking import Marked
from sellbackwards.grading.review_table import Key, Review
from sellbackwards.grading.scoring import Score


@dataclass(frozen=True)
class Job:
    """One learner. `known_as`: the names under which earlier runs kept them; `faults`: hand-ins (by their place in
    `handins`) that cost a process its life, and why."""

    learner: str
    folder: str
    handins: tuple[HandIn, ...]
    reviews: Mapping[Key, Review] = field(default_factory=dict)
    known_as: tuple[str, ...] = ()
    faults: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """A page of feedback: its place below OUT, and the key of what it was made from.

    `html` is None where it stands there already.
    """

    place: str
    key: str
    html: str | None = None


@dataclass
class Result:
    """All there is of one learner. `grades` and `reviews` are rows of grades.csv and review.csv.

    `counted`: the file that counts for each lesson; `troubles`: (file, what an instructor should know of it).
    `marked`: new marks by the digest of their file; `kept`: what the term remembers. `nothing`: a folder of theirs has
    nothing in it.
    """

    learner: str
    scores: dict[str, list[Score]] = field(default_factory=dict)
    grades: list[GradeRow] = field(default_factory=list)
    reviews: list[tuple[Any, ...]] = field(default_factory=list)
    reviewed: list[Key] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    troubles: list[tuple[str, str]] = field(default_factory=list)
    counted: list[File] = field(default_factory=list)
    marked: list[tuple[str, Marked]] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    files: int = 0
    marked_again: int = 0
    unreadable: int = 0
    untouched: int = 0
    nothing: bool = False
