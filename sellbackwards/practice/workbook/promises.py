"""Promises: a lesson ends with one, the next begins with it, and the progress card brings back those that are overdue.

A promise is an item of the section "promises" in the learner's own file (`store`), under its lesson's number:
who, question, day (ISO, the day by which), made (ISO), state, said, noticed, reminded (days on which it came back).
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from sellbackwards.practice.workbook.store import Fields

SECTION = "promises"
LESSONS = ("01", "02", "03", "04", "05")
"""The lessons that end with one."""
STATES = {"": "Not told yet", "done": "Done", "not yet": "Not yet", "dropped": "Dropped"}
REMINDERS = 2
"""On so many days an overdue promise comes back; then it rests."""
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Promise:
    """One promise as it stands. `by`: the day named, else a week after it was made; None where neither is known."""

    lesson: str
    who: str
    question: str
    by: date | None
    state: str
    said: str
    noticed: str
    reminded: tuple[date, ...]

    @property
    def is_open(self) -> bool:
        """Is there still something to do or to tell?"""
        return self.state in ("", "not yet")

    def comes_back(self, today: date) -> bool:
        """Is it overdue, and has it come back on fewer than `REMINDERS` other days?"""
        overdue = self.is_open and self.by is not None and self.by < today
        return overdue and len([day for day in self.reminded if day != today]) < REMINDERS

    def rests(self, today: date) -> bool:
        """Is it overdue, and came back often enough?"""
        return self.is_open and self.by is not None and self.by < today and not self.comes_back(today)


def promise_of(lesson: str, fields: Mapping[str, str]) -> Promise | None:
    """What stands in the file for this lesson; None where neither a person nor a question was named."""
    who, question = fields.get("who", "").strip(), fields.get("question", "").strip()
    if not who and not question:
        return None
    made = _day(fields.get("made", ""))
    by = _day(fields.get("day", "")) or (made + A_WEEK if made else None)
    state = fields.get("state", "")
    days = (_day(text) for text in fields.get("reminded", "").split())
    return Promise(
        lesson,
        who,
        question,
        by,
        state if state in STATES else "",
        fields.get("said", "").strip(),
        fields.get("noticed", "").strip(),
        tuple(day for day in days if day),
    )


def promises(section: Mapping[str, Fields]) -> list[Promise]:
    """Every promise that was made, by lesson."""
    found = (promise_of(lesson, section.get(lesson, {})) for lesson in LESSONS)
    return [one for one in found if one]


def reminded_text(one: Promise, today: date) -> str:
    """The field "reminded" once it has come back today."""
    return " ".join(day.isoformat() for day in sorted({*one.reminded, today}))


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text.strip())
    return None
