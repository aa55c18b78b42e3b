"""Spaced repetition of rounds: a round that was passed is asked again after days, then after weeks.

`fsrs` (a well-kept scheduler of spaced repetition) says after how many days. One grade for a round and a day:

- again: there was a "not yet" before it passed, or one way was shown;
- hard: it passed with a hint open;
- good: it passed at the first try.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, Literal

from fsrs import Card, Rating, Scheduler

from sellbackwards.exercises import Exercise, judge
from sellbackwards.exercises.kinds import FOR_A_PERSON
from sellbackwards.practice import progress
from sellbackwards.practice.catalogue import PracticeEntry, all_practices

Grade = Literal["again", "hard", "good", "done"]
"""How it went; "done" is a round that only a person can judge, and that doesn't come back."""

_RATING = {"again": Rating.Again, "hard": Rating.Hard, "good": Rating.Good}
# Days, not minutes: nobody sits in front of a lesson to be asked the same thing ten minutes later. And no chance in it:
# the same history gives the same days.
_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=365, enable_fuzzing=False)


@dataclass(frozen=True)
class Item:
    """A round that can come back, and the practice that it belongs to."""

    exercise: Exercise
    entry: PracticeEntry

    @property
    def lesson(self) -> str:
        """The number of its lesson ("01")."""
        return self.entry.lesson

    @property
    def practice(self) -> str:
        """The name of its practice."""
        return self.entry.name


@dataclass(frozen=True)
class Done:
    """What is known of a round that was done: when first and last, how it went the last time, when it is due."""

    first: datetime
    last: datetime
    grade: Grade
    card: Card | None = None

    @property
    def due(self) -> date | None:
        """The day (here) on which it is to come back."""
        return None if self.card is None else self.card.due.astimezone().date()


@cache
def items() -> Mapping[str, Item]:
    """Every round that can come back, by its name, practice by practice."""
    return {one.id: Item(one, entry) for entry in all_practices() for one in entry.rounds()}


def history() -> dict[str, Done]:
    """What was done, by round. What can't be read is passed over; a file of version 1 is brought up first."""
    kept = progress.rounds()
    if kept is None:
        kept = _from_drafts(progress.all_drafts(), progress.kept_at())
        progress.keep_rounds(kept)
    found = {}
    for name, entry in kept.items():
        try:
            found[name] = _from_json(entry)
        except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
            continue
    return found


def note(name: str, grade: Grade, now: datetime | None = None) -> None:
    """A round was done. A second time on one day changes nothing: to know what was said an hour ago is no recall."""
    before = history().get(name)
    moment = max(now or datetime.now(UTC), before.last if before else datetime.min.replace(tzinfo=UTC))
    if before is not None and before.last.astimezone().date() == moment.astimezone().date():
        return
    progress.keep_rounds({name: _to_json(_after(before, grade, moment))})


def _after(before: Done | None, grade: Grade, moment: datetime) -> Done:
    card = before.card if before else None
    if grade != "done":
        card = _SCHEDULER.review_card(card or Card(card_id=0), _RATING[grade], moment)[0]
    return Done(before.first if before else moment, moment, grade, card)


def due(now: datetime | None = None) -> list[Item]:
    """What to come back to today, the longest waiting first."""
    today = (now or datetime.now(UTC)).astimezone().date()
    return [items()[name] for name, when in _calendar() if when <= today]


def next_due(now: datetime | None = None) -> tuple[date, int] | None:
    """The next day after today on which something is due, and how much; None where nothing is."""
    today = (now or datetime.now(UTC)).astimezone().date()
    later = [when for _, when in _calendar() if when > today]
    return (later[0], later.count(later[0])) if later else None


def _calendar() -> list[tuple[str, date]]:
    """(round, the day it is due), in order: rounds of recall practices, and of practices that were passed as a whole.

    The recall at the beginning of a lesson that was passed over is due on the day after the lesson was begun.
    """
    done = history()
    left = [one for name, one in items().items() if name not in done and one.exercise.kind != FOR_A_PERSON]
    # Of a pool, any number is enough.
    open_practices = {one.practice for one in left if one.entry.asked is None}
    begun: dict[str, date] = {}
    days: list[tuple[str, date]] = []
    for name, one in done.items():
        item = items().get(name)
        if item is None:
            continue
        day = one.first.astimezone().date()
        begun[item.lesson] = min(day, begun.get(item.lesson, day))
        if one.due is not None and (item.entry.is_recall or item.practice not in open_practices):
            days.append((name, one.due))
    for name, item in items().items():
        if item.entry.is_recall and name not in done and item.exercise.kind != FOR_A_PERSON and item.lesson in begun:
            days.append((name, begun[item.lesson] + timedelta(days=1)))
    return sorted(days, key=lambda day: (day[1], day[0]))


# --- as the file has it ---


def _to_json(one: Done) -> dict[str, Any]:
    card = dict(one.card.to_dict()) if one.card else None
    return {"first": one.first.isoformat(), "last": one.last.isoformat(), "grade": one.grade, "card": card}


def _from_json(entry: Any) -> Done:
    """Raises what Python raises where the entry isn't what `_to_json` writes."""
    first, last = (datetime.fromisoformat(entry[name]).astimezone(UTC) for name in ("first", "last"))
    grade: Grade = entry["grade"]
    if grade not in (*_RATING, "done"):
        raise ValueError(grade)
    card = None
    if entry["card"] is not None:
        card = Card.from_dict(entry["card"])
        card.due = card.due.astimezone(UTC)
        card.last_review = last
    return Done(first, last, grade, card)


def _from_drafts(kept: Mapping[str, Mapping[str, str]], when: datetime) -> dict[str, Any]:
    """The rounds that the drafts of version 1 pass; they are taken for passed at the first try, when last kept."""
    found = {}
    for practice, texts in kept.items():
        for box, text in texts.items():
            name = f"{practice}.{box.removesuffix('.need')}" if practice in ("rewrite", "first_pitch") else box
            item = items().get(name)
            if item is None or not text:
                continue
            if item.exercise.kind == FOR_A_PERSON:
                found[name] = _to_json(_after(None, "done", when))
            elif judge(item.exercise, text).passed:
                found[name] = _to_json(_after(None, "good", when))
    return found
