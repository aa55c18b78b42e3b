"""The parts of the page "My deals" as widgets: boxes that are kept as they are typed, and the coach's word on each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from importlib.resources import files
from typing import Any

import ipywidgets as widgets

from sellbackwards.design import minified
from sellbackwards.exercises import Exercise, Verdict, judge
from sellbackwards.exercises.status_words import WORDS
from sellbackwards.exercises.verdict_cards import badge, criteria_list
from sellbackwards.practice.base import KeptSoon, Practice, feedback, told
from sellbackwards.practice.catalogue import practice_entry
from sellbackwards.practice.workbook.book import Book, Place
from sellbackwards.practice.workbook.parts import Box, Part, exercise_of

_STYLE = (
    f"<style>{minified((files('sellbackwards.practice.workbook') / 'style.css').read_text(encoding='utf-8'))}</style>"
)
ROW_WRAP = {"flex_flow": "row wrap"}
MOST_ITEMS = 12
_HEADS = {status: words.practice for status, words in WORDS.items()} | {"not answered": "What it needs:"}


class BoxView:
    """One box of one item, with the coach's word under it."""

    def __init__(self, book: Book, box: Box, section: str, item: str, level: int = 4) -> None:
        """`level`: that of the heading above the box, where it has one."""
        self.book, self.spec, self.section, self.item = book, box, section, item
        make = widgets.Text if box.short else widgets.Textarea
        more = {} if box.short else {"rows": box.rows}
        self.box = make(placeholder=f"For example: {box.example}" if box.example else "Type here", **more)
        self.feedback = widgets.HTML()
        head = [widgets.HTML(f"<h{level}>{escape(box.head)}</h{level}>")] if box.head else []
        self.after = widgets.HTML()
        self.widgets: list[Any] = [
            *head,
            self.box,
            *([self.after] if box.after else []),
            *([self.feedback] if box.kind else []),
        ]
        self._filling = False
        self._judged: tuple[Exercise | None, str] | None = None
        self.verdict: Verdict | None = None
        self.box.observe(self._typed, "value")
        self.show()

    @property
    def place(self) -> Place:
        """Where its text stands in the book."""
        return (self.section, self.item, self.spec.field)

    @property
    def text(self) -> str:
        """What stands in the book."""
        return self.book.item(self.section, self.item).get(self.spec.field, "")

    def show(self) -> None:
        """Show what the book says now."""
        if self.box.value != self.text:
            self._filling = True
            self.box.value = self.text
            self._filling = False
        scene = self.book.scene(self.section, self.item)
        label = scene.filled_in(self.spec.label)
        if self.box.description != label:
            self.box.description = label
        if self.spec.after:
            self.after.value = f"<p>{escape(scene.filled_in(self.spec.after))}</p>"
        exercise = exercise_of(self.spec, scene)
        if self.spec.kind and (exercise, self.text) != self._judged:
            self._judged = (exercise, self.text)
            self.verdict = judge(exercise, self.text) if exercise else None
            self._show_feedback()

    def _typed(self, change: Any) -> None:
        if not self._filling:
            self.book.put(self.place, change["new"])

    def _show_feedback(self) -> None:
        verdict, text = self.verdict, self.text
        if verdict is None or (verdict.status == "not answered" and not self.spec.needs_first):
            self.feedback.value = ""
            return
        self.feedback.value = said_of(verdict, text, _HEADS[verdict.status], self.spec.needs_first)


def said_of(verdict: Verdict, text: str, head: str, everything: bool = False) -> str:
    """The coach's word (HTML): its head, and what is still open; with `everything`, what is met as well."""
    shown = verdict if everything else replace(verdict, criteria=tuple(one for one in verdict.criteria if not one.met))
    size = "sb-head" if everything or not verdict.passed else "sb-brief"
    return feedback(
        verdict.status, text, f'<p class="{size}">{badge(verdict.status)}{head}</p>{criteria_list(shown, text)}'
    )


class AskedOnce:
    """A button whose click is asked back once: "Delete …?", yes or no. Where there is no question it acts at once."""

    def __init__(self, label: str, question: Callable[[], str], yes: str, act: Callable[[], None]) -> None:
        self._question, self._act = question, act
        self.button = widgets.Button(description=label)
        self.yes = widgets.Button(description=yes)
        self.no = widgets.Button(description="No, keep it")
        self.said = widgets.HTML()
        self.asking = widgets.HBox([self.yes, self.no], layout=ROW_WRAP)
        self.widget = widgets.VBox([self.button, self.said, self.asking])
        self.button.on_click(lambda _: self._ask())
        self.yes.on_click(lambda _: self._answer(True))
        self.no.on_click(lambda _: self._answer(False))
        self._ask_no_more()

    def _ask(self) -> None:
        question = self._question()
        if not question:
            self._act()
            return
        self.said.value = told([f"<p>{escape(question)}</p>"])
        self.asking.layout.display = None
        self.button.layout.display = "none"
        self.no.focus()

    def _answer(self, yes: bool) -> None:
        self._ask_no_more()
        self.said.value = ""
        self.button.focus()
        if yes:
            self._act()  # which may have a better place to go to

    def _ask_no_more(self) -> None:
        self.asking.layout.display = "none"
        self.button.layout.display = None


class PartView(Practice):
    """A part: its boxes, and what there is to say of the file. A subclass adds what its part has besides."""

    def __init__(self, book: Book, part: Part) -> None:
        self.book, self.part = book, part
        self.boxes: dict[str, BoxView] = {}
        self.notice = widgets.HTML()
        self.body = widgets.VBox()
        style = widgets.HTML(_STYLE, layout={"display": "none"})
        children = [style, *self.before(), self.body, *self.after(), self.notice]
        super().__init__(practice_entry(f"my_{part.name}"), children)
        self.add_class("sb-mine")
        self._soon = KeptSoon(self.show, wait=0.4)
        self.show()
        book.listen(self)

    def before(self) -> Sequence[Any]:
        """Widgets above the boxes."""
        return ()

    def after(self) -> Sequence[Any]:
        """Widgets under the boxes."""
        return ()

    def book_changed(self, place: Place | None) -> None:
        """See `Reader`. A box that was typed in is judged at once, what depends on it a moment later."""
        if place is None:
            self.show()
            return
        section, _, field = place
        own = self.boxes.get(field) if section == self.part.section else None
        if own and own.place == place:
            own.show()
        self._soon.changed()

    def show(self) -> None:
        """Show everything anew."""
        item = self.book.item_of(self.part)
        if [one.item for one in self.boxes.values()][:1] != [item] or not self.boxes:
            self.boxes = {
                one.field: BoxView(self.book, one, self.part.section, item, self.part.level) for one in self.part.boxes
            }
            self.body.children = [widget for one in self.boxes.values() for widget in one.widgets]
        for one in self.boxes.values():
            one.show()
        self.show_notice()

    def show_notice(self) -> None:
        """What there is to say of the file."""
        said = self.book.notice
        self.notice.value = f'<div role="alert" class="sb-notice-mine">{escape(said)}</div>' if said else ""


class ListView(PartView):
    """A part with many items: pitches, leads."""

    def before(self) -> Sequence[Any]:
        self.rows: dict[str, list[BoxView]] = {}
        return ()

    def after(self) -> Sequence[Any]:
        self.add_button = widgets.Button(description=f"Add a {self.part.one}")
        self.add_button.on_click(lambda _: self.add())
        return [self.add_button]

    def add(self) -> None:
        """One item more, empty."""
        item = self.book.new_item()
        self._make(item)
        self._lay_out()
        self.rows[item][0].box.focus()

    def remove(self, item: str) -> None:
        """Take an item out."""
        self.rows.pop(item, None)
        self.book.remove(self.part.section, item)
        self.show()
        self.add_button.focus()

    def book_changed(self, place: Place | None) -> None:
        if place is not None and place[0] == self.part.section:
            for one in self.rows.get(place[1], ()):
                if one.place == place:
                    one.show()
        super().book_changed(None if place is None else ("", "", ""))

    def show(self) -> None:
        there = self.book.items(self.part.section)
        # An empty row stays: somebody has just asked for it, or taken its words out.
        self.rows = {item: row for item, row in self.rows.items() if item in there or not self._was_kept(item)}
        for item in there:
            self._make(item)
        if not self.rows:
            self._make(self.book.new_item())
        for row in self.rows.values():
            for one in row:
                one.show()
        self._lay_out()
        self.show_notice()

    def _way_out(self, n: int, item: str) -> Any:
        """The button that deletes an item; where something is typed in it, after a question."""
        name = f"{self.part.one} {n}"
        return AskedOnce(
            f"Delete {name}",
            lambda: f"Delete {name}? It can't be brought back." if self._was_kept(item) else "",
            "Yes, delete it",
            lambda: self.remove(item),
        ).widget

    def _was_kept(self, item: str) -> bool:
        return any(one.box.value.strip() for one in self.rows[item])

    def _make(self, item: str) -> None:
        if item not in self.rows:
            self.rows[item] = [
                BoxView(self.book, box, self.part.section, item, self.part.level) for box in self.part.boxes
            ]

    def _lay_out(self) -> None:
        ids = list(self.rows)
        if getattr(self, "_laid_out", None) == ids:
            return
        self._laid_out = ids
        children = []
        for n, (item, row) in enumerate(self.rows.items(), 1):
            name = f"{self.part.one.capitalize()} {n}"
            title = widgets.HTML(f"<h{self.part.level}>{escape(name)}</h{self.part.level}>")
            group = widgets.VBox([title, *(widget for one in row for widget in one.widgets), self._way_out(n, item)])
            group.add_class("sb-mine-item")
            children.append(group)
        self.body.children = children
        self.add_button.layout.display = None if len(ids) < MOST_ITEMS else "none"
