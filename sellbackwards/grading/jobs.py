"""What a worker process does for one learner: read and mark their files, make rows and pages, count for the class."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.exercises.older_copies import THIS_COPY
from sellbackwards.grading import pages, reading
from sellbackwards.grading.collecting import folder_name
from sellbackwards.grading.earlier_marks import NAME, Kept, Reader
from sellbackwards.grading.gradebook import GradeRow
from sellbackwards.grading.handin import HandIn
from sellbackwards.grading.job_results import Job, Page, Result
from sellbackwards.grading.marked_files import File, counting, lesson_in_name, several, still_handed_in
from sellbackwards.grading.marking import Marked, lowered, mark, mark_again
from sellbackwards.grading.review_table import NOTE, applies
from sellbackwards.grading.scoring import Score, late_in_words, scores, taken_off
from sellbackwards.grading.settings import Settings
from sellbackwards.grading.submitted_bytes import Unreadable
from sellbackwards.grading.tables import clean
from sellbackwards.grading.workers import fault


@dataclass(frozen=True)
class Setup:
    """What each process is given once. `judge` names what judges; `lesson`: mark this one alone, "" for all."""

    sets: tuple[ExerciseSet, ...]
    settings: Settings
    judge: str
    out: str
    lesson: str = ""


_setup: Setup
_memory: Reader


def begin(setup: Setup) -> None:
    """Called once in each process."""
    global _setup, _memory
    _setup, _memory = setup, Reader(Path(setup.out) / NAME)


@cache
def _names() -> list[str]:
    return [one.name for one in _setup.sets]


def probe(handin: HandIn) -> bool:
    """Mark one hand-in and forget it: to see which of a learner's costs a process its life."""
    return bool(list(_files_of(handin)))


def mark_learner(job: Job) -> Result:
    """Everything of one learner. Never raises for what a file holds."""
    result = Result(job.learner)
    files: list[File] = []
    for number, handin in enumerate(job.handins):
        if number in job.faults:
            files.append(File(handin, Marked(error=job.faults[number])))
        else:
            files += _files_of(handin)
    if _setup.lesson:
        files = [one for one in files if _lesson_of(one) == _setup.lesson]
    files += [one for one in _earlier(job) if still_handed_in(one, files)]
    for file in files:
        result.files += not file.is_nothing
        result.marked_again += not (file.known or file.is_nothing)
        if file.digest:
            result.marked.append((file.digest, file.marked))
    for found in _setup.sets:
        of_lesson = [file for file in files if file.marked.lesson == found.name]
        if of_lesson:
            _lesson(result, job, found, of_lesson)
    for file in files:
        if file.is_nothing:
            _nothing(result, job, file)
        elif file.marked.error:
            _unreadable(result, job, file)
    return result


def _files_of(handin: HandIn) -> Iterator[File]:
    """The notebooks of one hand-in (one, or those in a learner's zip), marked."""
    try:
        for inner, read in reading.open_handed(handin):
            yield _file(inner, read)
    except Unreadable as error:
        yield File(handin, Marked(error=str(error)))
    except Exception as error:  # whatever a file does, it is one row
        yield File(handin, Marked(error=fault(error)))


def _file(handin: HandIn, read: Callable[[], bytes]) -> File:
    try:
        data = read()
        digest = sha256(data).hexdigest()
        known, judge = _memory.marked(digest)
        if known is not None and judge == _setup.judge:
            return File(handin, known, digest, known=True)
        marked = mark(data, _setup.sets, known)
        return File(handin, marked, "" if marked.error else digest, lowered=lowered(known, marked))
    except Unreadable as error:
        return File(handin, Marked(error=str(error)))
    except Exception as error:
        return File(handin, Marked(error=fault(error)))


def _earlier(job: Job) -> Iterator[File]:
    """What earlier runs keep of this learner, marked anew where something that judges has changed."""
    sets = {one.name: one for one in _setup.sets}
    for name in job.known_as:
        for kept in _memory.term_of(name):
            if kept.fault:
                yield File(kept.handin, Marked(error=kept.fault), known=True, earlier=True, lesson=kept.lesson)
                continue
            marked, judge = _memory.marked(kept.digest)
            if marked is None or marked.lesson not in sets:
                continue
            known = judge == _setup.judge
            now = marked if known else mark_again(marked, sets[marked.lesson])
            less = lowered(marked, now)
            yield File(kept.handin, now, kept.digest, known, earlier=True, lesson=kept.lesson, lowered=less)


def _lesson_of(file: File) -> str:
    return file.marked.lesson or lesson_in_name(file.handin.name, _names())


def _lesson(result: Result, job: Job, found: ExerciseSet, files: Sequence[File]) -> None:
    """The rows and the page of one lesson, from the file that counts."""
    file = counting(files)
    marked, settings = file.marked, _setup.settings
    result.kept.append(Kept(_named(file, job), found.name, file.digest))
    if marked.untouched:
        result.untouched += 1
        reason = f"{file.handin.name}: nothing was typed in this notebook; it counts as not handed in"
        result.grades.append(GradeRow(job.learner, found.name, "", "not answered", None, None, reason))
        return
    late = late_in_words(settings, found.name, file.handin)
    rows = scores(marked, found, job.learner, settings, job.reviews, late)
    told = several(files, file)
    notes = [note for note in (*marked.notes, told) if note]
    for row in rows:
        reason = "; ".join([row.reason, *notes])
        result.grades.append(
            GradeRow(job.learner, found.name, row.exercise, row.mark.status, row.points, row.max_points, reason)
        )
        if row.for_review:
            _review(result, job.learner, found, row)
    result.scores[found.name] = rows
    result.counted.append(file)
    _page(
        result,
        job,
        found,
        file,
        rows,
        [note for note in (*marked.notes, taken_off(rows, late, settings), told) if note],
    )
    changed = [row.exercise for row in rows if any(note.startswith(THIS_COPY) for note in row.mark.notes)]
    if changed:
        notes.append(f"states {', '.join(changed)} in other words than this release")
    result.troubles += [(file.handin.name, note) for note in (*notes, *file.lowered)]


def _named(file: File, job: Job) -> HandIn:
    """The hand-in under the learner's name of today."""
    return replace(file.handin, learner=job.learner)


def _page(
    result: Result, job: Job, found: ExerciseSet, file: File, rows: Sequence[Score], notes: Sequence[str]
) -> None:
    facts = [[row.points, row.max_points, row.review.comment if row.review else ""] for row in rows]
    key = _key([file.digest, _setup.judge, job.learner, facts, notes])
    place = page_place(job.folder, found.name)
    html = None if _stands(place, key) else pages.feedback(found, job.learner, rows, notes)
    result.pages.append(Page(place, key, html))


def _stands(place: str, key: str) -> bool:
    """Is the page there already, made from the same data?"""
    return _memory.page(place) == key and (Path(_setup.out) / place).is_file()


def _key(facts: Any) -> str:
    return sha256(json.dumps(facts).encode()).hexdigest()


def _review(result: Result, learner: str, found: ExerciseSet, row: Score) -> None:
    result.reviewed.append((learner, found.name, row.exercise))
    if row.review:
        result.reviewed.append((learner, found.name, row.review.exercise))
    given, comment = None, row.review.comment if row.review else ""
    if row.review and row.review.points is not None:
        if applies(row.review, row.mark.answer):
            given = row.review.points
        else:
            comment = f"{comment} ({row.review.points:g} points for an answer that has changed since)".strip()
    criteria = "\n".join(_to_judge_by(found, row))
    values = (row.exercise, row.mark.answer, criteria, row.proposal, given, comment)
    result.reviews.append((learner, found.name, *values))


def _to_judge_by(found: ExerciseSet, row: Score) -> Iterator[str]:
    """What a person needs to judge an answer: the criteria, and answers to compare with where the exercise has some."""
    words = {True: "met", False: "not met", None: "?"}
    for one in row.mark.criteria:
        yield f"{words[one.met]}: {one.text}" + (f" ({one.evidence})" if one.evidence else "")
    yield from (f"{NOTE}: {note}" for note in row.mark.notes if note.startswith(THIS_COPY))
    anchors = next(one for one in found.exercises if one.id == row.exercise).spec.get("anchors")
    if isinstance(anchors, Mapping):
        yield from (f"to compare, {name}: {text}" for name, text in anchors.items())


def _nothing(result: Result, job: Job, file: File) -> None:
    """The row of a folder with nothing of the learner's in it, unless the lesson that it is for has one already."""
    lesson = file.lesson or lesson_in_name(f"{file.handin.download}/{file.handin.place}", _names(), "")
    if any(row.lesson == lesson for row in result.grades):
        return
    where = f"{file.handin.download}: " if file.handin.download else ""
    reason = f"{where}{clean(file.marked.error)}"
    result.grades.append(GradeRow(job.learner, lesson, "", "not answered", None, None, reason))
    result.nothing = True
    result.troubles.append((file.handin.name, clean(file.marked.error)))
    key = _key([file.handin.download, file.handin.place])
    result.kept.append(Kept(_named(file, job), lesson, key, file.marked.error))


def _unreadable(result: Result, job: Job, file: File) -> None:
    name, error = file.handin.name, clean(file.marked.error)
    lesson = lesson_in_name(name, _names())
    result.grades.append(GradeRow(job.learner, lesson, "", "unreadable", None, None, f"{name}: {error}"))
    result.unreadable += 1
    result.troubles.append((name, error))
    result.kept.append(Kept(_named(file, job), lesson, _key([file.handin.place, name]), error))
    if lesson not in result.scores:
        title = next((one.title for one in _setup.sets if one.name == lesson), "Your exercises")
        key = _key([job.learner, name, error, title, _setup.judge])
        place = page_place(job.folder, folder_name(lesson, set()))
        html = None if _stands(place, key) else pages.unreadable(title, job.learner, name, error)
        result.pages.append(Page(place, key, html))


def page_place(folder: str, lesson: str) -> str:
    """Where the page of a lesson lies in `out`."""
    return f"feedback/{folder}/{lesson}.html"
