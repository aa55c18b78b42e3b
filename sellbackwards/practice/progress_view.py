"""The progress card: what was done, what is due for recall, and the ten tasks before and after the course."""

from __future__ import annotations

import asyncio
import json
from calendar import month_name
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from html import escape
from typing import Any

import ipywidgets as widgets

from sellbackwards.course import LESSONS, answers_at_hand
from sellbackwards.exercises import Exercise, Verdict, judge
from sellbackwards.exercises.catalogue import set_names
from sellbackwards.exercises.notebook_verdicts import NotebookError, judge_notebook_file
from sellbackwards.exercises.status_words import WORDS
from sellbackwards.practice import progress
from sellbackwards.practice.base import Practice
from sellbackwards.practice.catalogue import all_practices, practice_entry
from sellbackwards.practice.playing import Play, PlayModel
from sellbackwards.practice.recall import Done, Item, due, history, items, next_due
from sellbackwards.practice.workbook import store
from sellbackwards.practice.workbook.promises import SECTION, STATES, Promise, promises, reminded_text

AT_ONCE = 5  # rounds in one sitting; the rest can wait for tomorrow
BEFORE, AFTER = "00_where_i_stand", "07_where_i_stand_now"
Standing = Sequence[tuple[Exercise, Verdict]]


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
    return _passed(found) if found else "not begun"


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
    "Only first tries can be compared fairly. If you tried again after a “not yet”, or opened hints, in one of the two "
    "and not in the other, the numbers say less. And ten tasks are few: one or two more or fewer may be chance."
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
        f"You can say so at the beginning of lesson {int(one.lesson) + 1:02}, or let it rest.</p>"
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


def promises_today(today: date) -> list[Promise]:
    """The learner's promises. Those that come back today are counted as having come back."""
    section = store.items(SECTION)
    found = promises(section)
    for one in found:
        if one.comes_back(today) and today not in one.reminded:
            with suppress(OSError):  # it then comes back once more
                store.keep_fields(SECTION, one.lesson, {"reminded": reminded_text(one, today)}, section[one.lesson])
    return found


# --- what to come back to ---


def due_markdown(waiting: Sequence[Item], next_one: tuple[date, int] | None, anything: bool, today: date) -> str:
    """What is due today, a line a lesson with a link to it; or when the next is."""
    if not anything:
        return (
            "**To come back to: nothing yet.** When you have done a practice, its rounds come back here after a day or "
            "two, then after a week or more: what is asked again just before you'd forget it stays."
        )
    if not waiting:
        when = f" The next {_rounds(next_one[1])}: {day_text(next_one[0], today)}." if next_one else ""
        return f"**To come back to today: nothing.**{when}"
    numbers = sorted({item.lesson for item in waiting})
    lines = [
        f"- Come back to [{lesson_name(number)}]({lessons()[number][0]}.ipynb): "
        f"{_rounds(sum(item.lesson == number for item in waiting))}"
        for number in numbers
        if number in lessons()
    ]
    return f"**To come back to today: {_rounds(len(waiting))}**\n\n" + "\n".join(lines)


def _rounds(n: int) -> str:
    return "1 round" if n == 1 else f"{n} rounds"


def come_back(now: datetime | None = None) -> Practice:
    """What is due today, five rounds at most, as a practice to play now. A card that says when, where nothing is."""
    waiting = due(now)
    if waiting:
        rounds = tuple(
            replace(item.exercise, title=f"From {lesson_name(item.lesson)}.\n{item.exercise.title}")
            for item in waiting[:AT_ONCE]
        )
        # What passes in an old draft was counted then; this time it is to be found anew.
        kept = progress.drafts("come_back")
        typed = {one.id: kept[one.id] for one in rounds if one.id in kept and not judge(one, kept[one.id]).passed}
        return Play(practice_entry("come_back"), PlayModel(rounds, typed=typed, recall=True))
    today = (now or datetime.now(UTC)).astimezone().date()
    next_one = next_due(now)
    said = "Nothing is due today."
    if next_one:
        said += f" The next {_rounds(next_one[1])}: {day_text(next_one[0], today)}."
    elif not history():
        said += " When you have done a practice, it comes back here after a day or two."
    return Practice(practice_entry("come_back"), [widgets.HTML(f"<p>{escape(said)}</p>")])


class ProgressCard(Practice):
    """The card. `refresh` reads the progress file and my-answers anew; it does so by itself when they have changed."""

    EVERY = 3.0  # seconds between two looks at the files

    def __init__(self, now: datetime | None = None) -> None:
        self._now = now
        # Markdown in an Output, and not HTML: so JupyterLab opens its links in a tab beside this one.
        self.due, self.links = widgets.Output(), widgets.Output()
        self.done, self.promised, self.stood = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.play_button = widgets.Button(description="Do these rounds now")
        self.played = widgets.VBox()
        super().__init__(
            practice_entry("progress_card"),
            [self.due, widgets.HBox([self.play_button]), self.played, self.done, self.promised, self.stood, self.links],
        )
        self.play_button.on_click(lambda _: self._play())
        self.refresh()
        self._watch()

    def _watch(self) -> None:
        with suppress(RuntimeError):  # no kernel around it
            asyncio.get_running_loop().call_later(self.EVERY, self.look)

    def look(self) -> None:
        """Show how things stand if a file has changed: exercises and talks are done on other pages."""
        if self.comm is None:  # closed
            return
        if _files() != self._seen:
            self.refresh()
        self._watch()

    def refresh(self, *_: Any) -> None:
        """Show how things stand at this moment."""
        self._seen = _files()
        done, today = history(), (self._now or datetime.now(UTC)).astimezone().date()
        waiting = due(self._now)
        playing = {one.id for view in self.played.children if isinstance(view, Play) for one in view.model.rounds}
        at_hand = any(item.exercise.id in playing for item in waiting)
        self.play_button.layout.display = None if waiting and not at_hand else "none"
        _show(self.due, due_markdown(waiting, next_due(self._now), bool(done), today))
        self.done.value = _damage() + done_html(done, today)
        self.promised.value = promises_html(promises_today(today), today)
        self.stood.value = f"<p><b>Where you stood, and where you stand now</b></p>{standing_html()}"
        _show(
            self.links,
            f"The ten tasks: [Where I stand](../my-answers/{BEFORE}.ipynb), before the course; "
            f"[Where I stand now](../my-answers/{AFTER}.ipynb), after it.\n\n"
            "All this stays on this computer. Nobody else sees it.",
        )

    def _play(self) -> None:
        practice = come_back(self._now)
        self.played.children = [practice]
        if isinstance(practice, Play):
            practice.model.observe(self.refresh, "done")
        self.refresh()


def _files() -> tuple[tuple[str, int], ...]:
    """The files that the card reads, and when each was last changed."""
    paths = [progress.progress_file(), store.workbook_file(), *sorted(answers_at_hand().glob("[0-9]*.ipynb"))]
    found = []
    for path in paths:
        with suppress(OSError):
            found.append((path.name, path.stat().st_mtime_ns))
    return tuple(found)


def _show(where: Any, markdown: str) -> None:
    where.outputs = ({"output_type": "display_data", "metadata": {}, "data": {"text/markdown": markdown}},)


def _damage() -> str:
    names = progress.set_aside()
    if not names:
        return ""
    return (
        f"<p>Please note: a progress file could not be read. It was put aside as {escape(names[-1])}, in "
        f"{escape(str(progress.progress_file().parent))}, and a new one was begun.</p>"
    )


def progress_card(now: datetime | None = None) -> ProgressCard:
    """What was done, what is due, where you stood and stand now; `now` is the present moment."""
    return ProgressCard(now)
