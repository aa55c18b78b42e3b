"""What the processes do that mark: one thing that was handed in → its files marked, with their pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.grading import cache as marked_before
from sellbackwards.grading import pages, reading
from sellbackwards.grading.collecting import Handed
from sellbackwards.grading.marking import Marked, mark
from sellbackwards.grading.reviewing import Key, Review
from sellbackwards.grading.scoring import Score, scores
from sellbackwards.grading.settings import Settings
from sellbackwards.grading.tables import clean


@dataclass(frozen=True)
class Setup:
    """What each process that marks is given once."""

    sets: tuple[ExerciseSet, ...]
    settings: Settings
    course: str
    out: str


def mark_job(setup: Setup, job: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One thing that was handed in (a notebook, or a learner's zip) → each of its files marked, with their pages."""
    handed = Handed(**job["handed"])
    reviews = {(key[0], key[1], key[2]): Review(**one) for key, one in job["reviews"]}
    done: list[dict[str, Any]] = []
    try:
        for inner, read in reading.open_handed(handed):
            done.append(_mark_one(setup, inner, read, reviews, job["folder"]))
    except reading.Unreadable as error:
        done.append({"handed": asdict(handed), "marked": Marked(error=str(error)).as_json()})
    except Exception as error:  # whatever a file does, it is one row
        done.append({"handed": asdict(handed), "marked": Marked(error=_unforeseen(error)).as_json()})
    return done


def _unforeseen(error: BaseException) -> str:
    if isinstance(error, MemoryError):
        return "needs more memory than a submission may have"
    return f"could not be marked ({type(error).__name__}: {clean(str(error))[:120]})"


def _mark_one(
    setup: Setup, handed: Handed, read: Callable[[], bytes], reviews: Mapping[Key, Review], folder: str
) -> dict[str, Any]:
    result: dict[str, Any] = {"handed": asdict(handed)}
    try:
        data = read()
        key = sha256(data + setup.course.encode()).hexdigest()
        before = _memory(setup.out)
        stored = before.marked(key)
        marked = Marked.from_json(stored) if stored else mark(data, setup.sets)
        result |= {"marked": marked.as_json(), "key": key, "known": stored is not None}
        found = next((one for one in setup.sets if one.name == marked.lesson), None)
        if found:
            late = late_in_words(setup.settings, found.name, handed)
            rows = scores(marked, found, handed.learner, setup.settings, reviews, late)
            page_key = page_key_of(key, handed.learner, rows, late)
            place = page_place(folder, found.name)
            result["page_key"] = page_key
            if before.page(place) != page_key or not (Path(setup.out) / place).is_file():
                result["page"] = pages.feedback(found, handed.learner, rows, file_notes(marked, late))
    except reading.Unreadable as error:
        result["marked"] = Marked(error=str(error)).as_json()
    except Exception as error:
        result["marked"] = Marked(error=_unforeseen(error)).as_json()
    return result


_memories: dict[str, marked_before.Reader] = {}


def _memory(out: str) -> marked_before.Reader:
    if out not in _memories:
        _memories[out] = marked_before.Reader(Path(out) / marked_before.NAME)
    return _memories[out]


def page_key_of(key: str, learner: str, rows: Sequence[Score], *more: str) -> str:
    facts = [[row.points, row.max_points, row.review.comment if row.review else ""] for row in rows]
    return sha256(json.dumps([key, learner, facts, more]).encode()).hexdigest()


def page_place(folder: str, lesson: str) -> str:
    """Where the page of a lesson lies in `out`."""
    return f"feedback/{folder}/{lesson}.html"


def late_in_words(settings: Settings, lesson: str, handed: Handed) -> str:
    """ "handed in 2 days late", "" where it came in time or nobody can say."""
    by = settings.late_by(lesson, handed.when)
    return f"handed in {by} late" if by else "handed in late, as the platform says" if handed.late else ""


def file_notes(marked: Marked, late: str, *more: str) -> list[str]:
    return [note for note in (*marked.notes, late, *more) if note]
