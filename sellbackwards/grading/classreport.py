"""What an instructor wants to know of a class. Counts, and a few samples: what is kept does not grow with the class."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sellbackwards.exercises.cards import shorten
from sellbackwards.exercises.model import Exercise, ExerciseSet
from sellbackwards.grading.jobs import Result
from sellbackwards.grading.pages import points, render
from sellbackwards.grading.scoring import Score
from sellbackwards.grading.settings import Settings

LOWEST, MISSED, SAMPLES, TROUBLES = 20, 10, 3, 100
"""The most that is listed: learners who need help, missed criteria, sample answers of each, files to look at."""

_GROUPS = {
    "passed": "passed",
    "couldn't tell": "wait",
    "for a person": "wait",
    "not yet": "not-yet",
    "not answered": "none",
}
_ORDER = ("passed", "wait", "not-yet", "none")


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
    _points: dict[str, float] = field(init=False)

    def __post_init__(self) -> None:
        self._points = {one.id: one.points for found in self.sets for one in found.exercises}

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
        self.learners += 1
        every = [row for rows in by_lesson.values() for row in rows]
        for lesson, rows in by_lesson.items():
            self.lessons.add(lesson)
            for row in rows:
                self._exercise(learner, row)
        self.to_review += sum(row.waits for row in every)
        decided = sum(row.max_points for row in every if not row.waits)
        got = sum(row.points or 0 for row in every)
        share = got / decided if decided else (0.0 if not every else 1.0)
        if share * 100 < self.settings.pass_mark:
            self.below += 1
            still = [row.exercise for row in every if not row.waits and (row.points or 0) < row.max_points]
            facts = {
                "learner": self.name(learner),
                "points": points(got),
                "most": points(decided),
                "open": ", ".join(still) or "no file that can be read",
            }
            # A heap of the lowest, its top the best of them; the number settles ties.
            heapq.heappush(self._lowest, (-share, -self.learners, facts))
            if len(self._lowest) > LOWEST:
                heapq.heappop(self._lowest)
        before, after = (by_lesson.get(name) for name in (self.settings.before, self.settings.after))
        if before and after:
            self._change(before, after)

    def _exercise(self, learner: str, row: Score) -> None:
        self.states[row.exercise, _GROUPS[row.mark.status]] += 1
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
        self.both += 1
        shares = [sum(row.share * self._points[row.exercise] for row in rows) for rows in (before, after)]
        self.gain[0 if shares[1] > shares[0] else 1 if shares[1] == shares[0] else 2] += 1
        for row in (*before, *after):
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
        return render(
            "class.html",
            learners=self.learners,
            files=self.files,
            unreadable=self.unreadable,
            untouched=self.untouched,
            to_review=self.to_review,
            anonymous=self.anonymous,
            pass_mark=points(self.settings.pass_mark),
            below=self.below,
            help=[facts for _, _, facts in sorted(self._lowest, key=lambda one: (-one[0], -one[1]))],
            lessons=[self._lesson(found) for found in self.sets if found.name in self.lessons],
            missed=list(self._missed()),
            change=self._changes(),
            troubles=self.troubles,
            more_troubles=self.more_troubles,
        )

    def _lesson(self, found: ExerciseSet) -> dict[str, Any]:
        rows = []
        for exercise in found.exercises:
            counts = [self.states[exercise.id, group] for group in _ORDER]
            rows.append({"title": f"{exercise.id} {exercise.title}", "counts": counts, **_bar(counts, _ORDER)})
        # What waits for a person is neither hard nor easy yet.
        waits = _ORDER.index("wait")
        judged = [(row["counts"][0], sum(row["counts"]) - row["counts"][waits], row["title"]) for row in rows]
        shares = [(passed / of, title) for passed, of, title in judged if of]
        return {
            "title": found.title,
            "rows": rows,
            "finding": _hardest_and_easiest(shares),
        }

    def _missed(self) -> Iterable[dict[str, Any]]:
        titles = {one.id: f"{one.id} {one.title}" for found in self.sets for one in found.exercises}
        for (exercise, criterion), count in self.missed.most_common(MISSED):
            yield {
                "exercise": titles[exercise],
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
            "both": self.both,
            "rows": [[self._passed_by_both(one) for one in pair] for pair in pairs],
            "finding": f"Of {self.both} who handed in both, {up} got more points after the course, "
            f"{same} as many, {down} fewer.",
        }

    def _passed_by_both(self, one: Exercise) -> dict[str, Any]:
        passed = self.passed_of_both[one.id]
        bar = _bar([passed, self.both - passed], ("passed", "none"))
        return {"title": f"{one.id} {one.title}", "passed": passed, **bar}


_WORDS = {"passed": "passed", "wait": "for a person", "not-yet": "not yet", "none": "not answered or not passed"}


def _hardest_and_easiest(shares: Sequence[tuple[float, str]]) -> str:
    """One sentence on (share passed, title) of the exercises that could be judged."""
    if not shares:
        return "Nothing has been judged yet."
    (hard, hardest), (easy, easiest) = (pick(shares, key=lambda one: one[0]) for pick in (min, max))
    if hard == easy:
        return f"All alike: {hard:.0%} passed."
    return f"Hardest: {hardest} ({hard:.0%} passed). Easiest: {easiest} ({easy:.0%} passed)."


def _bar(counts: Sequence[int], slugs: Sequence[str]) -> dict[str, Any]:
    """A bar of a hundred units, cut in proportion to the counts, and the same in words."""
    whole, x, parts = sum(counts) or 1, 0.0, []
    for slug, count in zip(slugs, counts, strict=True):
        width = 100 * count / whole
        if count:
            parts.append({"slug": slug, "x": f"{x:.1f}", "width": f"{width:.1f}"})
        x += width
    words = ", ".join(f"{count} {_WORDS[slug]}" for slug, count in zip(slugs, counts, strict=True) if count)
    return {"parts": parts, "alt": words or "nobody"}
