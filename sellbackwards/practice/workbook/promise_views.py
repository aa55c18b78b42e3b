"""Promises as widgets: made at a lesson's end, told of at the next one's beginning."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from html import escape
from typing import Any

import ipywidgets as widgets

from sellbackwards.practice.base import Practice, told
from sellbackwards.practice.catalogue import practice_entry
from sellbackwards.practice.progress_html import day_text
from sellbackwards.practice.workbook.book import Book, Place, book
from sellbackwards.practice.workbook.parts import Box
from sellbackwards.practice.workbook.promises import SECTION, STATES, Promise, promise_of
from sellbackwards.practice.workbook.views import BoxView

Today = Callable[[], date]


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


class _PromiseView(Practice):
    """What both views share: the lesson's promise in the book, its boxes, its day."""

    def __init__(self, name: str, of: Book, lesson: str, today: Today, boxes: tuple[Box, ...], *others: Any) -> None:
        self.book, self.lesson, self.today = of, lesson, today
        self.boxes = [BoxView(of, box, SECTION, lesson) for box in boxes]
        self.day = widgets.DatePicker(description="By which day?", style={"description_width": "initial"})
        self.notice = widgets.HTML()
        rows = [widget for one in self.boxes for widget in one.widgets]
        super().__init__(practice_entry(f"{name}_{lesson}"), self.laid_out(rows))
        self.add_class("sb-mine")
        self._filling = False
        self.day.observe(self._chosen, "value")
        self.show()
        of.listen(self)

    def laid_out(self, rows: list[Any]) -> list[Any]:
        """The widgets, from top to bottom."""
        raise NotImplementedError

    @property
    def promise(self) -> Promise | None:
        """How it stands now."""
        return promise_of(self.lesson, self.book.item(SECTION, self.lesson))

    def put(self, field: str, text: str) -> None:
        """Keep one field of it."""
        self.book.put((SECTION, self.lesson, field), text)

    def book_changed(self, place: Place | None) -> None:
        """See `book.Reader`."""
        if place is None or place[:2] == (SECTION, self.lesson):
            self.show()

    def show(self) -> None:
        """Show what the book says now."""
        for one in self.boxes:
            one.show()
        by, self._filling = self.book.item(SECTION, self.lesson).get("day", ""), True
        try:
            self.day.value = date.fromisoformat(by) if by else None
        except ValueError:
            self.day.value = None
        self._filling = False
        self.say()

    def say(self) -> None:
        """What there is to say of it."""
        raise NotImplementedError

    def _chosen(self, change: Any) -> None:
        if not self._filling:
            self.put("day", change["new"].isoformat() if change["new"] else "")
            self.put("reminded", "")  # a new day begins anew


class MakePromise(_PromiseView):
    """At the end of a lesson: whom, what, by when."""

    def __init__(self, of: Book, lesson: str, today: Today = _today) -> None:
        boxes = (
            Box("who", "Whom will you ask?", example="Dana at Hill Foods"),
            Box("question", "What will you ask them?", example="How do you close the month today?", rows=2),
        )
        super().__init__("promise", of, lesson, today, boxes)

    def laid_out(self, rows: list[Any]) -> list[Any]:
        return [*rows, self.day, self.notice]

    def say(self) -> None:
        one, made = self.promise, self.book.item(SECTION, self.lesson).get("made", "")
        if one and not made:
            self.put("made", self.today().isoformat())  # comes back here, with `made` told
            return
        said = ""
        if one and one.who and one.question and one.by:
            after = day_text(one.by, self.today())
            said = f"✓ Kept on this computer. The next lesson will ask about it; your progress card, after {after}."
        elif one:
            said = f"Still missing: {'the question' if one.who else 'who it is'}."
        text = told([f"<p>{escape(one)}</p>" for one in (said, self.book.notice) if one])
        if text != self.notice.value:
            self.notice.value = text


class KeptPromise(_PromiseView):
    """At the beginning of the next lesson: what came of it."""

    def __init__(self, of: Book, lesson: str, today: Today = _today) -> None:
        boxes = (
            Box("said", "What did they say?", example="word for word, as far as you remember", rows=2),
            Box("noticed", "What did you notice?", example="she talked for a minute before I said anything", rows=2),
        )
        self.head = widgets.HTML()
        options = [(words, state) for state, words in STATES.items()]
        self.state = widgets.RadioButtons(options=options, description="What happened?")
        super().__init__("kept", of, lesson, today, boxes)
        self.state.observe(self._told, "value")

    def laid_out(self, rows: list[Any]) -> list[Any]:
        self.asked = widgets.VBox([self.state, self.day, *rows])
        return [self.head, self.asked, self.notice]

    def say(self) -> None:
        one = self.promise
        self.asked.layout.display = None if one else "none"
        if one is None:
            self.head.value = (
                f"<p>You made no promise at the end of lesson {escape(self.lesson)}, or not on this computer. "
                "That's fine. There's room for one at the end of this lesson.</p>"
            )
            return
        by = f", by {day_text(one.by, self.today())}" if one.by else ""
        who = one.who or "somebody"
        self.head.value = f"<p>Your promise was to ask <b>{escape(who)}</b>{by}: “{escape(one.question)}”</p>"
        self._filling = True
        self.state.value = one.state
        self._filling = False
        self.day.layout.display = None if one.state == "not yet" else "none"
        self.day.description = "By which day instead?"
        text = told([f"<p>{escape(self.book.notice)}</p>"] if self.book.notice else [])
        if text != self.notice.value:
            self.notice.value = text

    def _told(self, change: Any) -> None:
        if not self._filling:
            self.put("state", change["new"])


def promise(lesson: str) -> MakePromise:
    """Make the promise of this lesson ("01" to "05")."""
    return MakePromise(book(), lesson)


def kept_promise(lesson: str) -> KeptPromise:
    """Tell what came of the promise that this lesson ended with."""
    return KeptPromise(book(), lesson)
