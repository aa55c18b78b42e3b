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
from time import localtime, strftime
from typing import Any

from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.grading import cache as marked_before
from sellbackwards.grading import pages, reading
from sellbackwards.grading.classreport import Tally
from sellbackwards.grading.collecting import Handed, collect, folder_name, version
from sellbackwards.grading.marking import Marked, mark
from sellbackwards.grading.reviewing import COLUMNS, Key, Review, applies, by_learner, read_reviews, rows_left
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


@dataclass(frozen=True)
class Setup:
    """What each process that marks is given once."""

    sets: tuple[ExerciseSet, ...]
    settings: Settings
    course: str
    out: str


@dataclass
class _File:
    """One file as it came back: its marks, and the key of the page it makes."""

    handed: Handed
    marked: Marked
    key: str = ""
    known: bool = False
    page: str | None = None
    page_key: str = ""


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
    reviews, warnings = _reviews(out, review)
    handed = collect(submissions, [one.name for one in known], leave_out=out if out.is_dir() else None)
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


def _reviews(out: Path, review: Path | None) -> tuple[dict[Key, Review], list[str]]:
    """What a person has decided: now (`review`), and before (the review.csv that this run will write anew)."""
    found: dict[Key, Review] = {}
    warnings: list[str] = []
    for path in dict.fromkeys(path for path in (out / "review.csv", review) if path is not None):
        if path == review or path.exists():
            rows, wrong = read_reviews(path)
            found |= rows
            warnings += wrong
    return found, warnings


def _sweep(out: Path) -> None:
    """Remove what a run that was stopped had begun to write."""
    for left in (*out.glob(f"*{PART}"), *out.glob(f"feedback/*/*{PART}")):
        left.unlink(missing_ok=True)


# --- in the processes that mark ---------------------------------------------------------------------------------------


def _mark_job(setup: Setup, job: Mapping[str, Any]) -> list[dict[str, Any]]:
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
            page_key = _page_key(key, handed.learner, rows, late)
            place = page_place(folder, found.name)
            result["page_key"] = page_key
            if before.page(place) != page_key or not (Path(setup.out) / place).is_file():
                result["page"] = pages.feedback(found, handed.learner, rows, _file_notes(marked, late))
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


def _page_key(key: str, learner: str, rows: Sequence[Score], *more: str) -> str:
    facts = [[row.points, row.max_points, row.review.comment if row.review else ""] for row in rows]
    return sha256(json.dumps([key, learner, facts, more]).encode()).hexdigest()


def page_place(folder: str, lesson: str) -> str:
    """Where the page of a lesson lies in `out`."""
    return f"feedback/{folder}/{lesson}.html"


def late_in_words(settings: Settings, lesson: str, handed: Handed) -> str:
    """ "handed in 2 days late", "" where it came in time or nobody can say."""
    by = settings.late_by(lesson, handed.when)
    return f"handed in {by} late" if by else "handed in late, as the platform says" if handed.late else ""


def _file_notes(marked: Marked, late: str, *more: str) -> list[str]:
    return [note for note in (*marked.notes, late, *more) if note]


# --- in the one that collects -----------------------------------------------------------------------------------------


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
            review = Table(stack.enter_context(written(self.out / "review.csv")), COLUMNS)
            grades = Table(
                stack.enter_context(written(self.out / "grades.csv")),
                ("learner", "lesson", "exercise", "status", "points", "max_points", "reason"),
            )
            # A line for each learner until all lessons are known: on disk, so that memory doesn't grow with the class.
            lines = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
            results = zip(handed, in_order(_mark_job, setup, jobs(), min(processes, len(handed) or 1)), strict=True)
            for learner, group in groupby(self._watched(results, len(handed), tell), key=lambda one: one[0].learner):
                files = [file for one, result in group for file in _files(one, result)]
                self._learner(learner, folders[learner], files, grades, review, lines)
            left = rows_left(self.reviews, self.seen)
            for key, kept in left:
                review.row(*key, kept.answer, None, None, kept.points, kept.comment)
            if left:
                who = ", ".join(" ".join(key) for key, _ in left[:3])
                self.summary.warnings.append(
                    f"{self.out / 'review.csv'}: keeps {len(left)} rows for which nothing was handed in this time ({who})"
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

    def _learner(self, learner: str, folder: str, files: list[_File], grades: Table, review: Table, lines: Any) -> None:
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
        self, found: ExerciseSet, learner: str, folder: str, files: list[_File], grades: Table, review: Table
    ) -> list[Score]:
        """The rows of one lesson of one learner, from the file that counts."""
        file = _counting(files)
        late = late_in_words(self.settings, found.name, file.handed)
        rows = scores(file.marked, found, learner, self.settings, self.of_learners.get(learner, {}), late)
        told = _several(files, file)
        notes = _file_notes(file.marked, "", told)
        for row in rows:
            reason = "; ".join([row.reason, *notes])
            grades.row(learner, found.name, row.exercise.id, row.mark.status, row.points, row.max_points, reason)
            if row.for_review:
                self._review_row(learner, found.name, row, review)
        page, page_key = file.page, file.page_key
        if told:  # rare: the page says so, too
            page_key = _page_key(file.key, learner, rows, late, told)
            page = pages.feedback(found, learner, rows, _file_notes(file.marked, late, told))
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

    def _unreadable(self, learner: str, folder: str, file: _File, lessons: set[str], grades: Table) -> None:
        lesson = _lesson_in_name(file.handed.name, [one.name for one in self.sets])
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

    def _draw(self, file: _File) -> None:
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


def _files(handed: Handed, result: tuple[Any, str]) -> list[_File]:
    done, fault = result
    if fault:
        return [_File(handed, Marked(error=fault))]
    return [
        _File(
            Handed(**one["handed"]),
            Marked.from_json(one["marked"]),
            one.get("key", ""),
            one.get("known", False),
            one.get("page"),
            one.get("page_key", ""),
        )
        for one in done
    ]


def _criteria(row: Score) -> Iterator[str]:
    """What a person needs to judge an answer: the criteria, and answers to compare with where the exercise has some."""
    words = {True: "met", False: "not met", None: "?"}
    for one in row.mark.criteria:
        yield f"{words[one.met]}: {one.text}" + (f" ({one.evidence})" if one.evidence else "")
    anchors = row.exercise.spec.get("anchors")
    if isinstance(anchors, Mapping):
        yield from (f"to compare, {name}: {text}" for name, text in anchors.items())


def _counting(files: Sequence[_File]) -> _File:
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


def _several(files: Sequence[_File], counts: _File) -> str:
    if len(files) == 1:
        return ""
    listed = ", ".join(
        file.handed.name + (strftime(" (%Y-%m-%d %H:%M)", localtime(file.handed.when)) if file.handed.when else "")
        for file in files
    )
    return f"{len(files)} files for this lesson: {listed}; the one that counts: {counts.handed.name}"


def _lesson_in_name(name: str, lessons: Sequence[str]) -> str:
    """The lesson that a file's name speaks of; else the name itself, without its endings."""
    plain = re.sub(r"[\W_]+", "_", name.casefold())
    stem = re.sub(r"\.(?:ipynb|zip)(?:\.(?:txt|json))?$", "", name.rpartition("/")[2], flags=re.IGNORECASE)
    return next((lesson for lesson in lessons if lesson in plain), stem)
