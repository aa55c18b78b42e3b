"""The progress card: what was done, what is due for recall, and the ten tasks before and after the course."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from html import escape
from typing import Any

import ipywidgets as widgets

from sellbackwards.course import answers_at_hand
from sellbackwards.exercises import judge
from sellbackwards.practice import progress
from sellbackwards.practice.base import Practice
from sellbackwards.practice.catalogue import practice_entry
from sellbackwards.practice.playing import Play, PlayModel
from sellbackwards.practice.progress_html import (
    AFTER,
    BEFORE,
    done_html,
    due_markdown,
    lesson_name,
    next_time,
    promises_html,
    standing_html,
)
from sellbackwards.practice.recall import due, history, next_due
from sellbackwards.practice.workbook import store
from sellbackwards.practice.workbook.promises import SECTION, Promise, promises, reminded_text

AT_ONCE = 5  # rounds in one sitting; the rest can wait for tomorrow


def promises_today(today: date) -> list[Promise]:
    """The learner's promises. Those that come back today are counted as having come back."""
    section = store.items(SECTION)
    found = promises(section)
    for one in found:
        if one.comes_back(today) and today not in one.reminded:
            with suppress(OSError):  # it then comes back once more
                store.keep_fields(SECTION, one.lesson, {"reminded": reminded_text(one, today)}, section[one.lesson])
    return found


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
        said += f" {next_time(next_one, today)}"
    elif not history():
        said += " Once you've done a practice, it comes back here after a day or two."
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
        f"{escape(str(progress.progress_file().parent))}, and a new one was started.</p>"
    )


def progress_card(now: datetime | None = None) -> ProgressCard:
    """What was done, what is due, where you stood and stand now; `now` is the present moment."""
    return ProgressCard(now)
