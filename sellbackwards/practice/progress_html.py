"""What the progress card shows, as HTML and Markdown: what was done, the ten tasks, promises, what is due."""

from __future__ import annotations

import json
from calendar import month_name
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from html import escape

from sellbackwards.course import LESSONS, answers_at_hand
from sellbackwards.exercises import Exercise, Verdict
from sellbackwards.exercises.catalogue import set_names
from sellbackwards.exercises.notebook_verdicts import NotebookError, judge_notebook_file
from sellbackwards.exercises.status_words import WORDS
from sellbackwards.practice import progress
from sellbackwards.practice.catalogue import all_practices
from sellbackwards.practice.recall import Done, Item, items
from sellbackwards.practice.workbook.promises import STATES, Promise

BEFORE, AFTER = "00_where_i_stand", "07_where_i_stand_now"
Standing = Sequence[tuple[Exercise, Verdict]]
"""Each exercise of a set, with how the learner's answer stands."""


@cache
def lessons() -> Mapping[str, tuple[str, str]]:
    """The lessons that there are, by number: ("01_sell_backwards", "Sell backwards")."""
    found = {}
    for path in sorted(LESSONS.glob("[0-9][0-9]_*.ipynb")):
        title = json.loads(path.read_text(encoding="utf-8"))["metadata"].get("title", path.stem)
        found[path.stem[:2]] = (path.stem, str(title))
    return found


def lesson_name(number: str) -> str:
    """ "lesson 01, Sell backwards" """
    return f"lesson {number}, {lessons()[number][1]}" if number in lessons() else f"lesson {number}"


def day_text(day: date, today: date) -> str:
    """ "today", "tomorrow", "24 November" (with the year, where it is another one)."""
    days = (day - today).days
    if 0 <= days <= 1:
        return ("today", "tomorrow")[days]
    return f"{day.day} {month_name[day.month]}" + (f" {day.year}" if day.year != today.year else "")


# --- what was done ---


def done_per_lesson(done: Mapping[str, Done]) -> list[tuple[str, int, int, date | None]]:
    """(lesson's number, rounds done, rounds that the lesson asks for, the last day) for each lesson.

    The last day is that of the last round, talk, keystroke or exercise, whichever came last.
    """
    rows, touched, answered = [], progress.last_touched(), progress.last_answered()
    for number in lessons():
        here = {one.name: one for one in all_practices() if one.lesson == number and one.counts != "no"}
        wanted = {name: one.asked or len(one.rounds()) or 1 for name, one in here.items()}
        found = [name for name in done if name.partition(".")[0] in here and (name in items() or name in here)]
        counts = Counter(name.partition(".")[0] for name in found)
        moments = [done[name].last for name in found]
        moments += [when for name, when in touched.items() if name in here]
        moments += [when for name, when in answered.items() if name.partition(".")[0].zfill(2) == number]
        days = [when.astimezone().date() for when in moments] + _saved(number, moments)
        count = sum(min(counts[name], most) for name, most in wanted.items())
        rows.append((number, count, sum(wanted.values()), max(days, default=None)))
    return rows


def _saved(number: str, known: Sequence[datetime]) -> list[date]:
    """The day on which answered exercises were saved, where nothing better is known: they may be done in any editor."""
    if known or (name := _set_of(number)) is None or not standing(name):
        return []
    return [datetime.fromtimestamp((answers_at_hand() / f"{name}.ipynb").stat().st_mtime, UTC).astimezone().date()]


def _set_of(number: str) -> str | None:
    """The set of exercises that belongs to a lesson; None where there is none."""
    return next((one for one in set_names() if one.startswith(f"{number}_") and one != BEFORE), None)


def standing(name: str) -> Standing | str:
    """How each exercise of a set stands in the learner's own notebook; empty where nothing is answered; or why not."""
    path = answers_at_hand() / f"{name}.ipynb"
    if not path.exists():
        return []
    try:
        rows = judge_notebook_file(path)[1]
    except NotebookError as problem:
        return str(problem)
    return rows if any(verdict.status != "not answered" for _, verdict in rows) else []


def _passed(rows: Standing) -> str:
    return f"{sum(verdict.passed for _, verdict in rows)} of {len(rows)} passed"


def _exercises(number: str) -> str:
    name = _set_of(number)
    if name is None:
        return "none"
    found = standing(name)
    if isinstance(found, str):
        return "can't be read"
    return _passed(found) if found else "not started"


def done_html(done: Mapping[str, Done], today: date) -> str:
    """A row a lesson: rounds, exercises, when last."""
    body = "".join(
        f'<tr><th scope="row">{escape(number)} {escape(lessons()[number][1])}</th>'
        f"<td>{count} of {of}</td><td>{escape(_exercises(number))}</td>"
        f"<td>{day_text(last, today) if last else '–'}</td></tr>"
        for number, count, of, last in done_per_lesson(done)
    )
    heads = ("Lesson", "Rounds of its practices done", "Exercises", "Last practised")
    heading = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return (
        f'<table class="sb-all"><caption>What you have done</caption><thead><tr>{heading}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


# --- where I stood, where I stand now ---

_FAIR = (
    "Only first tries make a fair comparison. If you tried again after a “not yet”, or opened hints, in just one of "
    "the two, the numbers tell you less. And ten tasks aren't many: one or two more or fewer might be chance."
)


def standing_html() -> str:
    """The ten tasks before the course beside the ten after it."""
    before, after = standing(BEFORE), standing(AFTER)
    if isinstance(before, str) or isinstance(after, str):
        return "".join(f"<p>{escape(problem)}</p>" for problem in (before, after) if isinstance(problem, str))
    if not before and not after:
        return "<p>You have answered none of the ten tasks yet. The best time for them is before lesson 01.</p>"
    then, now = (_passed(rows) if rows else "not answered yet" for rows in (before, after))
    rows = ""
    for n, (task, _) in enumerate(before or after):
        states = "".join(
            f"<td>{WORDS[found[n][1].status].progress if n < len(found) else '–'}</td>" for found in (before, after)
        )
        rows += f'<tr><th scope="row">{n + 1}. {escape(task.title)}</th>{states}</tr>'
    fair = f"<p>{_FAIR}</p>" if before and after else ""
    return (
        f"<p>Where you stood: {then}. Where you stand now: {now}.</p>{fair}"
        '<table class="sb-all"><caption>Ten tasks before the course, and ten of the same sort after it</caption>'
        '<thead><tr><th scope="col">Task</th><th scope="col">Then</th><th scope="col">Now</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


# --- promises ---


def promises_html(found: Sequence[Promise], today: date) -> str:
    """A row a promise; those that are overdue first, gently, and twice at most."""
    if not found:
        return ""
    back = "".join(
        f"<p>You promised to ask {escape(one.who or 'somebody')}: “{escape(one.question)}” How did it go? "
        f"Tell us at the start of lesson {int(one.lesson) + 1:02}, or leave it there.</p>"
        for one in found
        if one.comes_back(today)
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(one.lesson)}</th><td>{escape(one.who)}: {escape(one.question)}</td>'
        f"<td>{day_text(one.by, today) if one.by else '–'}</td>"
        f"<td>{'Resting' if one.rests(today) else STATES[one.state]}</td><td>{escape(one.said)}</td></tr>"
        for one in found
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Lesson", "Promise", "By", "State", "What they said"))
    return (
        f'{back}<table class="sb-all"><caption>Your promises</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


# --- what to come back to ---


def due_markdown(waiting: Sequence[Item], next_one: tuple[date, int] | None, anything: bool, today: date) -> str:
    """What is due today, a line a lesson with a link to it; or when the next is."""
    if not anything:
        return (
            "**To come back to: nothing yet.** Once you've done a practice, its rounds come back here after a day or "
            "two, then after a week or more. You remember best what you're asked just before you'd have forgotten it."
        )
    if not waiting:
        when = f" {next_time(next_one, today)}" if next_one else ""
        return f"**To come back to today: nothing.**{when}"
    numbers = sorted({item.lesson for item in waiting})
    lines = [
        f"- Come back to [{lesson_name(number)}]({lessons()[number][0]}.ipynb): "
        f"{count_rounds(sum(item.lesson == number for item in waiting))}"
        for number in numbers
        if number in lessons()
    ]
    return f"**To come back to today: {count_rounds(len(waiting))}**\n\n" + "\n".join(lines)


def next_time(one: tuple[date, int], today: date) -> str:
    """When rounds come back next: (the day, how many)."""
    day, n = one
    return f"The next {'round' if n == 1 else f'{n} rounds'}: {day_text(day, today)}."


def count_rounds(n: int) -> str:
    """ "1 round", "2 rounds" """
    return "1 round" if n == 1 else f"{n} rounds"
