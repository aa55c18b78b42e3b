"""Count the results of a class for class.html: totals and a few samples, so memory doesn't grow with the class."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sellbackwards.exercises.model import Exercise, ExerciseSet
from sellbackwards.exercises.verdict_cards import shorten
from sellbackwards.grading.class_picture import SIGNS, WORDS, Picture, group_of, teach_again
from sellbackwards.grading.job_results import Result
from sellbackwards.grading.pages import render
from sellbackwards.grading.same_words import Compared
from sellbackwards.grading.scoring import Score, points
from sellbackwards.grading.settings import Settings

LOWEST, MISSED, SAMPLES, TROUBLES = 20, 10, 3, 100
"""The most that is listed: learners who need help, missed criteria, sample answers of each, files to look at."""


@dataclass
class Tally:
    """What is counted while learners pass by."""

    settings: Settings
    sets: Sequence[ExerciseSet]
    anonymous: bool = False
    learners: int = 0
    files: int = 0
    unreadable: int = 0
    untouched: int = 0
    absent: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Learners of whom no file can be read: of what they know nothing is known."""
    to_review: int = 0
    below: int = 0
    lessons: set[str] = field(default_factory=set)
    states: Counter[tuple[str, str]] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)
    samples: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    troubles: list[tuple[str, str, str]] = field(default_factory=list)
    more_troubles: int = 0
    both: int = 0
    gain: list[int] = field(default_factory=lambda: [0, 0, 0])
    passed_of_both: Counter[str] = field(default_factory=Counter)
    of_both: Counter[str] = field(default_factory=Counter)
    _lowest: list[tuple[float, int, dict[str, str]]] = field(default_factory=list)
    picture: Picture = field(init=False)
    _same: Compared = field(init=False)
    _titles: dict[str, str] = field(init=False)
    _points: dict[str, float] = field(init=False)

    def __post_init__(self) -> None:
        every = [one for found in self.sets for one in found.exercises]
        self._points = {one.id: one.points for one in every}
        self._titles = {one.id: f"{one.id} {one.title}" for one in every}
        self.picture, self._same = Picture(self.sets), Compared(self.sets)

    def name(self, learner: str) -> str:
        """A learner as this page calls them: by number where it is to be anonymous."""
        return f"Learner {self.learners}" if self.anonymous else learner

    def add(self, result: Result) -> None:
        """Count one learner, with the files that count."""
        for file, what in result.troubles:
            self._trouble(result.learner, file, what)
        self.files += result.files
        self.unreadable += result.unreadable
        self.untouched += result.untouched
        learner, by_lesson = result.learner, result.scores
        if not result.files:
            self.absent.append(f"Learner {self.learners + 1}" if self.anonymous else learner)
            return
        self.learners += 1
        every = [row for rows in by_lesson.values() for row in rows]
        self.picture.add(self.name(learner), by_lesson)
        for lesson, rows in by_lesson.items():
            self.lessons.add(lesson)
            self._same.add(self.name(learner), rows)
            for row in rows:
                self._exercise(learner, row)
        self.to_review += sum(row.waits for row in every)
        decided = sum(row.max_points for row in every if not row.waits)
        got = sum(row.points or 0 for row in every)
        share = got / decided if decided else (0.0 if not every else 1.0)
        if not every and not result.untouched:
            self.unread.append(self.name(learner))
        elif share * 100 < self.settings.pass_mark:
            self.below += 1
            still = [row.exercise for row in every if not row.waits and (row.points or 0) < row.max_points]
            facts = {
                "learner": self.name(learner),
                "points": points(got),
                "most": points(decided),
                "open": self._named(still) or "nothing typed yet",
            }
            # A heap of the lowest, its top the best of them; the number settles ties.
            heapq.heappush(self._lowest, (-share, -self.learners, facts))
            if len(self._lowest) > LOWEST:
                heapq.heappop(self._lowest)
        before, after = (by_lesson.get(name) for name in (self.settings.before, self.settings.after))
        if before and after:
            self._change(before, after)

    def _named(self, exercises: Sequence[str]) -> str:
        more = f" and {len(exercises) - 3} more" if len(exercises) > 3 else ""
        return ", ".join(self._titles[one] for one in exercises[:3]) + more

    def _exercise(self, learner: str, row: Score) -> None:
        self.states[row.exercise, group_of(row)] += 1
        if row.mark.status == "not answered":
            return
        self.tried[row.exercise] += 1
        for criterion in row.mark.criteria:
            if criterion.met is False:
                key = (row.exercise, criterion.text)
                self.missed[key] += 1
                kept = self.samples[key]
                answer = shorten(row.mark.answer, 300)
                if len(kept) < SAMPLES and answer not in [text for _, text in kept]:
                    kept.append(("" if self.anonymous else learner, answer))

    def _change(self, before: list[Score], after: list[Score]) -> None:
        """What changed from the first set to the last, in the exercises that were answered in both."""
        pairs = [
            (one, two)
            for one, two in zip(before, after, strict=False)
            if not {one.mark.status, two.mark.status} & {"not answered"} and not one.waits and not two.waits
        ]
        if not pairs:
            return
        self.both += 1
        was = sum(one.share * self._points[one.exercise] for one, _ in pairs)
        now = sum(two.share * self._points[two.exercise] for _, two in pairs)
        self.gain[0 if now > was else 1 if now == was else 2] += 1
        for row in (row for pair in pairs for row in pair):
            self.of_both[row.exercise] += 1
            self.passed_of_both[row.exercise] += row.share >= 1

    def _trouble(self, learner: str, file: str, what: str) -> None:
        """A file that an instructor should know of; before its learner is counted."""
        if len(self.troubles) < TROUBLES:
            self.troubles.append(
                (f"Learner {self.learners + 1}", "", what) if self.anonymous else (learner, file, what)
            )
        else:
            self.more_troubles += 1

    def page(self) -> str:
        """class.html"""
        same, more_same = self._same_words()
        return render(
            "class.html",
            groups=[(slug, SIGNS[slug], word) for slug, word in WORDS.items()],
            learners=self.learners,
            files=self.files,
            unreadable=self.unreadable,
            untouched=self.untouched,
            absent=[] if self.anonymous else self.absent,
            absent_count=len(self.absent),
            to_review=self.to_review,
            anonymous=self.anonymous,
            pass_mark=points(self.settings.pass_mark),
            below=self.below,
            known=self.learners - len(self.unread),
            unread=self.unread[:LOWEST],
            more_unread=max(0, len(self.unread) - LOWEST),
            help=[facts for _, _, facts in sorted(self._lowest, key=lambda one: (-one[0], -one[1]))],
            teach=teach_again(
                {one: title for one, title in self._titles.items() if self._lesson_of(one) in self.lessons},
                self.states,
                self.tried,
                self.missed,
            ),
            small=not self.picture.too_many,
            same=same,
            more_same=more_same,
            lessons=[self._lesson(found) for found in self.sets if found.name in self.lessons],
            missed=list(self._missed()),
            change=self._changes(),
            troubles=self.troubles,
            more_troubles=self.more_troubles,
        )

    def _lesson(self, found: ExerciseSet) -> dict[str, Any]:
        rows = []
        for exercise in found.exercises:
            counts = [self.states[exercise.id, group] for group in WORDS]
            rows.append({"title": f"{exercise.id} {exercise.title}", "counts": counts, **_bar(counts, WORDS)})
        # What waits for a person is neither hard nor easy yet, and what was left empty says nothing of how hard it is.
        judged = [
            (row["counts"][0], row["counts"][0] + row["counts"][list(WORDS).index("not-yet")], row["title"])
            for row in rows
        ]
        shares = [(passed / of, title) for passed, of, title in judged if of]
        return {
            "title": found.title,
            "rows": rows,
            "finding": _hardest_and_easiest(shares),
            "exercises": [(one.id, one.title) for one in found.exercises],
            "learners": self.picture.lesson(found),
            "without": self.picture.without(found),
        }

    def _lesson_of(self, exercise: str) -> str:
        return next(found.name for found in self.sets if any(one.id == exercise for one in found.exercises))

    def _same_words(self) -> tuple[list[dict[str, Any]], int]:
        found, more = self._same.found()
        return [
            {
                "exercise": self._titles[one.exercise],
                "answer": one.answer,
                "who": f"{one.count} learners" if self.anonymous else ", ".join(one.learners),
                "more": 0 if self.anonymous else one.count - len(one.learners),
                "model": one.model,
            }
            for one in found
        ], more

    def _missed(self) -> Iterable[dict[str, Any]]:
        for (exercise, criterion), count in self.missed.most_common(MISSED):
            yield {
                "exercise": self._titles[exercise],
                "criterion": criterion,
                "count": count,
                "tried": self.tried[exercise],
                "samples": self.samples[exercise, criterion],
            }

    def _changes(self) -> dict[str, Any] | None:
        """Before against after: only of learners who handed in both. The exercises are compared in their order."""
        if not self.both:
            return None
        known = {found.name: found.exercises for found in self.sets}
        pairs = zip(known[self.settings.before], known[self.settings.after], strict=False)
        up, same, down = self.gain
        return {
            "rows": [[self._passed_by_both(one) for one in pair] for pair in pairs if self.of_both[pair[0].id]],
            "finding": f"Of {self.both} who handed in both, {up} got more points after the course, "
            f"{same} as many, {down} fewer. What was left empty or waits for a person, before or after, isn't counted.",
        }

    def _passed_by_both(self, one: Exercise) -> dict[str, Any]:
        passed, of = self.passed_of_both[one.id], self.of_both[one.id]
        bar = _bar([passed, of - passed], {"passed": WORDS["passed"], "none": "not passed"})
        return {"title": f"{one.id} {one.title}", "passed": passed, "of": of, **bar}


def _hardest_and_easiest(shares: Sequence[tuple[float, str]]) -> str:
    """One sentence on (share passed, title) of the exercises that could be judged."""
    if not shares:
        return "Nothing has been judged yet."
    (hard, hardest), (easy, easiest) = (pick(shares, key=lambda one: one[0]) for pick in (min, max))
    if hard == easy:
        return f"All alike: {hard:.0%} passed."
    return f"Hardest: {hardest} ({hard:.0%} passed). Easiest: {easiest} ({easy:.0%} passed)."


def _bar(counts: Sequence[int], groups: Mapping[str, str]) -> dict[str, Any]:
    """A bar of a hundred units, cut in proportion to the counts, and the same in words. `groups`: colour → word."""
    whole, x, parts = sum(counts) or 1, 0.0, []
    for slug, count in zip(groups, counts, strict=True):
        width = 100 * count / whole
        if count:
            parts.append({"slug": slug, "x": f"{x:.1f}", "width": f"{width:.1f}"})
        x += width
    words = ", ".join(f"{count} {word}" for word, count in zip(groups.values(), counts, strict=True) if count)
    return {"parts": parts, "alt": words or "nobody"}
