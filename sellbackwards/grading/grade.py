"""A folder of submissions → grades.csv, gradebook.csv, review.csv, feedback/ and class.html, a learner at a time."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any

from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.grading import cache as marked_before
from sellbackwards.grading import pages
from sellbackwards.grading.classreport import Tally
from sellbackwards.grading.collecting import Handed, collect, folder_name
from sellbackwards.grading.files import File, counting, files_of, lesson_in_name, several
from sellbackwards.grading.jobs import Setup, file_notes, late_in_words, mark_job, page_key_of, page_place
from sellbackwards.grading.marking import Marked
from sellbackwards.grading.reviewing import (
    COLUMNS,
    Key,
    Known,
    Review,
    applies,
    by_learner,
    known_of,
    read_reviews,
    rows_left,
)
from sellbackwards.grading.scoring import Score, scores
from sellbackwards.grading.settings import GradingError, Settings
from sellbackwards.grading.tables import PART, Table, clean, write_page, written
from sellbackwards.grading.workers import in_order

Tell = Callable[[int, int], None]
"""Called with (files done, files in all)."""


@dataclass
class Summary:
    """What was done. `warnings`: lines for the instructor; `sample`: some of the files that count, with their marks."""

    files: int = 0
    learners: int = 0
    unreadable: int = 0
    to_review: int = 0
    marked_again: int = 0
    pages_written: int = 0
    warnings: list[str] = field(default_factory=list)
    sample: list[tuple[Handed, Marked]] = field(default_factory=list)


def grade(
    submissions: Path,
    out: Path,
    review: Path | None = None,
    settings: Settings | None = None,
    jobs: int | None = None,
    sets: Sequence[ExerciseSet] | None = None,
    anonymous: bool = False,
    sample: int = 0,
    tell: Tell = lambda done, of: None,
) -> Summary:
    """Mark everything in `submissions` (a folder or a zip) into the folder `out`. Raises GradingError.

    `review`: a review.csv with points filled in. `sets`: the course's own where nothing is said.
    `sample`: how many of the files that count to keep in the summary, drawn at random.
    """
    settings = settings or Settings()
    known = tuple(all_sets() if sets is None else sets)
    handed = collect(submissions, [one.name for one in known], leave_out=out if out.is_dir() else None)
    reviews, warnings = _reviews(out, review, known_of(known, {one.learner for one in handed}))
    if out.resolve() == submissions.resolve():
        raise GradingError(f"{out}: is the folder of the submissions; give another one after --out")
    try:
        out.mkdir(parents=True, exist_ok=True)
        _sweep(out)
        memory = marked_before.Cache(out / marked_before.NAME)
        try:
            run = _Run(out, settings, known, reviews, Tally(settings, known, anonymous), memory, sample)
            run.summary.warnings += warnings
            run.all(handed, jobs or os.cpu_count() or 1, tell)
        finally:
            memory.close()
    except OSError as error:
        raise GradingError(
            f"{error.filename or out}: can't be written ({error.strerror or error}); make room or give another --out"
        ) from None
    return run.summary


def _reviews(out: Path, review: Path | None, known: Known) -> tuple[dict[Key, Review], list[str]]:
    """What a person has decided: now (`review`), and before (the review.csv that this run will write anew)."""
    found: dict[Key, Review] = {}
    warnings: list[str] = []
    for path in dict.fromkeys(path for path in (out / "review.csv", review) if path is not None):
        if path == review or path.exists():
            rows, wrong = read_reviews(path, known)
            found |= rows
            warnings += wrong
    return found, warnings


def _sweep(out: Path) -> None:
    """Remove what a run that was stopped had begun to write."""
    for left in (*out.glob(f"*{PART}"), *out.glob(f"feedback/*/*{PART}")):
        left.unlink(missing_ok=True)


@dataclass
class _Run:
    out: Path
    settings: Settings
    sets: tuple[ExerciseSet, ...]
    reviews: dict[Key, Review]
    tally: Tally
    memory: marked_before.Cache
    wanted_sample: int = 0
    summary: Summary = field(default_factory=Summary)
    of_learners: dict[str, dict[Key, Review]] = field(default_factory=dict)
    seen: set[Key] = field(default_factory=set)
    _chance: Random = field(default_factory=lambda: Random(1))
    _counted: int = 0

    def all(self, handed: Sequence[Handed], processes: int, tell: Tell) -> None:
        """Mark everything, and put what comes out in its place at the end, whole."""
        setup = Setup(self.sets, self.settings, marked_before.course_key(self.sets), str(self.out.resolve()))
        taken: set[str] = set()
        folders = {learner: folder_name(learner, taken) for learner in dict.fromkeys(one.learner for one in handed)}
        reviews = self.of_learners = by_learner(self.reviews)

        def jobs() -> Iterator[Mapping[str, Any]]:
            for one in handed:
                theirs = [[key, asdict(review)] for key, review in reviews.get(one.learner, {}).items()]
                yield {"handed": asdict(one), "folder": folders[one.learner], "reviews": theirs}

        with ExitStack() as stack:
            class_page = stack.enter_context(written(self.out / "class.html"))
            gradebook = stack.enter_context(written(self.out / "gradebook.csv"))
            review = Table(stack.enter_context(written(self.out / "review.csv", mark=True)), COLUMNS)
            grades = Table(
                stack.enter_context(written(self.out / "grades.csv")),
                ("learner", "lesson", "exercise", "status", "points", "max_points", "reason"),
            )
            # A line for each learner until all lessons are known: on disk, so that memory doesn't grow with the class.
            lines = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
            results = zip(handed, in_order(mark_job, setup, jobs(), min(processes, len(handed) or 1)), strict=True)
            for learner, group in groupby(self._watched(results, len(handed), tell), key=lambda one: one[0].learner):
                files = [file for one, result in group for file in files_of(one, result)]
                self._learner(learner, folders[learner], files, grades, review, lines)
            left = rows_left(self.reviews, self.seen)
            for key, kept in left:
                review.row(*key, kept.answer, None, None, kept.points, kept.comment)
            if left:
                who = ", ".join(" ".join(key) for key, _ in left[:3])
                self.summary.warnings.append(
                    f"{self.out / 'review.csv'}: keeps {len(left)} rows for which nothing was handed in now ({who})"
                )
            self._gradebook(lines, gradebook)
            class_page.write(self.tally.page())
        for place in self.memory.finish():
            self._forget(place)
        summary, tally = self.summary, self.tally
        summary.files, summary.learners = tally.files, tally.learners
        summary.unreadable, summary.to_review = tally.unreadable, tally.to_review

    def _watched(self, results: Any, of: int, tell: Tell) -> Iterator[tuple[Handed, tuple[Any, str]]]:
        for done, (handed, result) in enumerate(results, 1):
            yield handed, result
            tell(done, of)

    def _learner(self, learner: str, folder: str, files: list[File], grades: Table, review: Table, lines: Any) -> None:
        by_lesson: dict[str, list[Score]] = {}
        for found in self.sets:
            of_lesson = [file for file in files if file.marked.lesson == found.name]
            if of_lesson:
                by_lesson[found.name] = self._lesson(found, learner, folder, of_lesson, grades, review)
        for file in files:
            self.tally.files += 1
            self.summary.marked_again += not file.known
            if file.marked.error:
                self._unreadable(learner, folder, file, set(by_lesson), grades)
            elif file.key:
                self.memory.keep_marked(file.key, file.marked.as_json())
        sums = {lesson: sum(row.points or 0 for row in rows) for lesson, rows in by_lesson.items()}
        lines.write(json.dumps([learner, sums, sum(row.waits for rows in by_lesson.values() for row in rows)]) + "\n")
        self.tally.learner(learner, by_lesson)

    def _lesson(
        self, found: ExerciseSet, learner: str, folder: str, files: list[File], grades: Table, review: Table
    ) -> list[Score]:
        """The rows of one lesson of one learner, from the file that counts."""
        file = counting(files)
        late = late_in_words(self.settings, found.name, file.handed)
        rows = scores(file.marked, found, learner, self.settings, self.of_learners.get(learner, {}), late)
        told = several(files, file)
        notes = file_notes(file.marked, "", told)
        for row in rows:
            reason = "; ".join([row.reason, *notes])
            grades.row(learner, found.name, row.exercise.id, row.mark.status, row.points, row.max_points, reason)
            if row.for_review:
                self._review_row(learner, found.name, row, review)
        page, page_key = file.page, file.page_key
        if told:  # rare: the page says so, too
            page_key = page_key_of(file.key, learner, rows, late, told)
            page = pages.feedback(found, learner, rows, file_notes(file.marked, late, told))
        self._page(page_place(folder, found.name), page, page_key)
        changed = [row.exercise.id for row in rows if any("other words" in note for note in row.mark.notes)]
        if changed:
            notes.append(f"states {', '.join(changed)} in other words than this release")
        for note in notes:
            self.tally.trouble(learner, file.handed.name, note)
        self._draw(file)
        return rows

    def _review_row(self, learner: str, lesson: str, row: Score, review: Table) -> None:
        self.seen.add((learner, lesson, row.exercise.id))
        if row.review:
            self.seen.add((learner, lesson, row.review.exercise))
        given, comment = None, row.review.comment if row.review else ""
        if row.review and row.review.points is not None:
            if applies(row.review, row.mark.answer):
                given = row.review.points
            else:
                comment = f"{comment} ({row.review.points:g} points for an answer that has changed since)".strip()
        criteria = "\n".join(_criteria(row))
        review.row(learner, lesson, row.exercise.id, row.mark.answer, criteria, row.proposal, given, comment)

    def _unreadable(self, learner: str, folder: str, file: File, lessons: set[str], grades: Table) -> None:
        lesson = lesson_in_name(file.handed.name, [one.name for one in self.sets])
        error = clean(file.marked.error)
        grades.row(learner, lesson, "", "unreadable", None, None, f"{file.handed.name}: {error}")
        self.tally.unreadable += 1
        self.tally.trouble(learner, file.handed.name, error)
        if lesson not in lessons:
            title = next((one.title for one in self.sets if one.name == lesson), "Your exercises")
            key = sha256(json.dumps([learner, file.handed.name, error, title]).encode()).hexdigest()
            place = page_place(folder, folder_name(lesson, set()))
            if self.memory.page(place) != key or not (self.out / place).is_file():
                self._page(place, pages.unreadable(title, learner, file.handed.name, error), key)
            else:
                self._page(place, None, key)

    def _page(self, place: str, html: str | None, key: str) -> None:
        if html is not None:
            write_page(self.out / place, html)
            self.summary.pages_written += 1
        self.memory.keep_page(place, key)

    def _draw(self, file: File) -> None:
        """A fair sample of unknown length (reservoir sampling)."""
        self._counted += 1
        kept, wanted = self.summary.sample, self.wanted_sample
        if len(kept) < wanted:
            kept.append((file.handed, file.marked))
        elif wanted and (place := self._chance.randrange(self._counted)) < wanted:
            kept[place] = (file.handed, file.marked)

    def _gradebook(self, lines: Any, gradebook: Any) -> None:
        lessons = [one for one in self.sets if one.name in self.tally.lessons]
        most = sum(
            one.points * self.settings.weight(found.name, one.id) for found in lessons for one in found.exercises
        )
        table = Table(gradebook, ("learner", *(one.name for one in lessons), "total", "max", "to_review"))
        lines.seek(0)
        for line in lines:
            learner, sums, to_review = json.loads(line)
            table.row(learner, *(sums.get(one.name) for one in lessons), sum(sums.values()), most, to_review)

    def _forget(self, place: str) -> None:
        """Take away a page of an earlier run that this one has no submission for."""
        path = self.out / place
        if re.fullmatch(r"feedback/[^/]+/[^/]+\.html", place) and ".." not in place.split("/"):
            path.unlink(missing_ok=True)
            with suppress(OSError):
                path.parent.rmdir()


def _criteria(row: Score) -> Iterator[str]:
    """What a person needs to judge an answer: the criteria, and answers to compare with where the exercise has some."""
    words = {True: "met", False: "not met", None: "?"}
    for one in row.mark.criteria:
        yield f"{words[one.met]}: {one.text}" + (f" ({one.evidence})" if one.evidence else "")
    anchors = row.exercise.spec.get("anchors")
    if isinstance(anchors, Mapping):
        yield from (f"to compare, {name}: {text}" for name, text in anchors.items())
