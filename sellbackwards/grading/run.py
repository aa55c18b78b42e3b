"""One run over all learners: tables are written beside their places as results come in, and moved there at the end."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.grading import fingerprint
from sellbackwards.grading.class_report import Tally
from sellbackwards.grading.earlier_marks import NAME, Memory
from sellbackwards.grading.gradebook import IDS, Gradebook, GradeRow, Line
from sellbackwards.grading.job_results import Job, Result
from sellbackwards.grading.jobs import Setup, begin, mark_learner, probe
from sellbackwards.grading.marked_files import File
from sellbackwards.grading.review_table import COLUMNS, Key, Review, key_of, rows_left
from sellbackwards.grading.roster import Member
from sellbackwards.grading.settings import GradingError, Settings
from sellbackwards.grading.tables import Table, read_table, write_page, written
from sellbackwards.grading.workers import Workers

Tell = Callable[[int, int], None]
"""Called with (learners done, learners in all)."""


@dataclass
class Summary:
    """What was done. `warnings`: lines for the instructor; `sample`: some of the files that count, with their marks.

    `judged_anew`: what has changed among what judges since the last run, so that its marks were made again.
    `empty`: whose folder has nothing in it. With a roster, `absent`: who has handed in nothing so far; `strangers`:
    who isn't in it.
    """

    files: int = 0
    learners: int = 0
    unreadable: int = 0
    untouched: int = 0
    to_review: int = 0
    marked_again: int = 0
    pages_written: int = 0
    judged_anew: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    sample: list[File] = field(default_factory=list)


@dataclass(frozen=True)
class Wanted:
    """What an instructor asks of a run, besides where things are.

    `lesson`: mark this one alone (a set's name; "" for all). `apart`: whether what could be one learner or several is
    several; None takes the safe reading, and says so. `replace`: leave out what earlier runs marked and isn't
    handed in now; `forget`: learners of earlier runs to leave out. `anonymous`: no names in class.html.
    `sample`: how many of the files that count to keep in the summary, drawn at random.
    """

    lesson: str = ""
    apart: bool | None = None
    replace: bool = False
    forget: tuple[str, ...] = ()
    anonymous: bool = False
    sample: int = 0


class Run:
    """One run: what it was given, and what it has counted so far."""

    def __init__(
        self,
        out: Path,
        settings: Settings,
        sets: tuple[ExerciseSet, ...],
        reviews: Mapping[Key, Review],
        wanted: Wanted,
        memory: Memory,
        members: Mapping[str, Member],
    ) -> None:
        self.out, self.settings, self.sets = out, settings, sets
        self.reviews, self.wanted, self.memory, self.members = reviews, wanted, memory, members
        self.summary = Summary()
        self.tally = Tally(settings, sets, wanted.anonymous)
        self.parts = fingerprint.parts(sets)
        self.judge = fingerprint.key_of(self.parts)
        self.reviewed: set[Key] = set()
        self._chance = Random(1)
        self._counted = 0

    def all(self, jobs: Sequence[Job], processes: int, tell: Tell) -> None:
        """Mark everything, and put what comes out in its place at the end, whole."""
        before = self.memory.judges()
        self.summary.judged_anew = fingerprint.changed(before, self.parts) if before else []
        lost = self._rows_at_risk()
        setup = Setup(self.sets, self.settings, self.judge, str(self.out.resolve()), self.wanted.lesson)
        with ExitStack() as stack:
            class_page = stack.enter_context(written(self.out / "class.html"))
            gradebook_file = stack.enter_context(written(self.out / "gradebook.csv"))
            review = Table(stack.enter_context(written(self.out / "review.csv", mark=True)), COLUMNS)
            grades = Table(stack.enter_context(written(self.out / "grades.csv")), GradeRow._fields)
            gradebook = Gradebook(stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8")))
            if jobs:
                workers = stack.enter_context(Workers(min(processes, len(jobs)), begin, setup))
                for done, result in enumerate(_results(workers, jobs), 1):
                    self._learner(result, grades, review, gradebook)
                    lost -= {(row.learner, row.lesson) for row in result.grades}
                    tell(done, len(jobs))
            if lost:
                raise GradingError(_would_be_lost(self.out, lost))
            self._keep_reviews(review)
            lessons = [one for one in self.sets if one.name in self.tally.lessons]
            gradebook.write(gradebook_file, lessons, self.settings)
            class_page.write(self.tally.page())
        for place in self.memory.finish(self.parts):
            self._delete_page(place)
        summary, tally = self.summary, self.tally
        summary.learners, summary.to_review = tally.learners, tally.to_review

    def _rows_at_risk(self) -> set[tuple[str, str]]:
        """(learner, lesson) of the rows that stand in grades.csv although the memory of earlier runs is gone."""
        if self.wanted.replace or self.memory.learners():
            return set()
        forgotten = {name.casefold() for name in self.wanted.forget}
        rows = (
            key_of(row.get("learner", ""), row.get("lesson", ""), "") for row in read_table(self.out / "grades.csv")
        )
        return {key[:2] for key in rows if key[0].casefold() not in forgotten}

    def _learner(self, result: Result, grades: Table, review: Table, gradebook: Gradebook) -> None:
        for row in result.grades:
            grades.row(*row)
        for told in result.reviews:
            review.row(*told)
        self.reviewed.update(result.reviewed)
        for page in result.pages:
            if page.html is not None:
                write_page(self.out / page.place, page.html)
                self.summary.pages_written += 1
            self.memory.keep_page(page.place, page.key)
        for digest, marked in result.marked:
            self.memory.keep_marked(digest, self.judge, marked)
        for kept in result.kept:
            self.memory.keep_term(kept)
        self.summary.files += result.files
        self.summary.marked_again += result.marked_again
        self.summary.unreadable += result.unreadable
        self.summary.untouched += result.untouched
        self.summary.empty += [result.learner] * result.nothing
        sums = {lesson: sum(row.points or 0 for row in rows) for lesson, rows in result.scores.items()}
        waiting = sum(row.waits for rows in result.scores.values() for row in rows) + result.unreadable
        member = self.members.get(result.learner)
        ids = dict(member.ids) if member else {}
        for kept in result.kept:
            ids |= {name: text for name, text in kept.handin.ids.items() if name in IDS}
        numbers = {kept.lesson: kept.handin.ids["number"] for kept in result.kept if "number" in kept.handin.ids}
        gradebook.add(Line(result.learner, sums, waiting, ids, numbers))
        self.tally.add(result)
        for file in result.counted:
            self._draw(file)

    def _draw(self, file: File) -> None:
        """A fair sample of unknown length (reservoir sampling)."""
        if file.earlier:
            return
        self._counted += 1
        kept, wanted = self.summary.sample, self.wanted.sample
        if len(kept) < wanted:
            kept.append(file)
        elif wanted and (place := self._chance.randrange(self._counted)) < wanted:
            kept[place] = file

    def _keep_reviews(self, review: Table) -> None:
        """Rows of a person for what isn't there now stay in the file."""
        left = rows_left(self.reviews, self.reviewed)
        for key, kept in left:
            review.row(*key, kept.answer, None, None, kept.points, kept.comment)
        if left:
            who = ", ".join(" ".join(key) for key, _ in left[:3])
            self.summary.warnings.append(
                f"{self.out / 'review.csv'}: keeps {len(left)} rows for which nothing was handed in now ({who})"
            )

    def _delete_page(self, place: str) -> None:
        """Take away a page of an earlier run that belongs to nothing any more."""
        path = self.out / place
        if re.fullmatch(r"feedback/[^/]+/[^/]+\.html", place) and ".." not in place.split("/"):
            path.unlink(missing_ok=True)
            with suppress(OSError):
                path.parent.rmdir()


def _results(workers: Workers, jobs: Sequence[Job]) -> Iterator[Result]:
    """The result of each job. Where one costs a process its life, the hand-in that did it is found, and left out."""
    for job, result, fault in workers.in_order(mark_learner, jobs):
        if result is None:
            faults = {0: fault} if len(job.handins) == 1 else {}
            if not faults:
                tried = workers.in_order(probe, job.handins)
                faults = {number: why for number, (_, _, why) in enumerate(tried) if why}
            if not faults:  # one by one they can be marked; together they take too long
                faults = dict.fromkeys(range(len(job.handins)), fault)
            ((_, result, fault),) = workers.in_order(mark_learner, [replace(job, faults=faults)])
        if result is None:
            raise GradingError(f"{job.learner}: {fault}; take their files out, and mark the others")
        yield result


def _would_be_lost(out: Path, lost: set[tuple[str, str]]) -> str:
    some = ", ".join(f"{learner} {lesson}" for learner, lesson in sorted(lost)[:3])
    return (
        f"{out / NAME}: doesn't know {len(lost)} of the marks in grades.csv ({some}); hand those in again with the "
        "others, or leave them out with --replace"
    )
