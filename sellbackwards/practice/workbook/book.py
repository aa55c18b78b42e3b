"""The learner's own deals while a page is open: one book for all parts of it, kept in the file soon after each key."""

from __future__ import annotations

import atexit
import secrets
from collections.abc import Mapping
from functools import cache
from typing import Protocol
from weakref import WeakSet

from sellbackwards.practice.base import KeptSoon
from sellbackwards.practice.workbook import store
from sellbackwards.practice.workbook.parts import Part, Scene
from sellbackwards.practice.workbook.store import ME, Fields

Place = tuple[str, str, str]
"""Section, item, field."""
AT_HAND = "at hand"
"""The field of "selling" that says which deal was at hand last."""
_NOTHING: Mapping[str, str] = {}


class Reader(Protocol):
    """Whoever shows something of the book."""

    def book_changed(self, place: Place | None) -> None:
        """A text has changed; None where more may have: items, the deal at hand, what is said of the file."""


class Book:
    """What stands in the boxes, the deal at hand, and what there is to say of the file.

    Several kernels may have one each: what another one kept is taken over whenever this one keeps something.
    """

    def __init__(self) -> None:
        self._texts = store.read_book()
        self._in_file = store.read_book()  # what the file is known to say
        self._typed: set[Place] = set()  # not yet kept
        self._readers: WeakSet[Reader] = WeakSet()
        self.notice = ""
        self._keeper = KeptSoon(self.keep)
        last = self.item("selling", ME).get(AT_HAND, "")
        self.deal = last if last in self._texts["deals"] else next(iter(self._texts["deals"]), "") or _new_id()
        atexit.register(self.keep)  # a kernel that is told to stop still keeps the last letters

    # --- what stands there ---

    def items(self, section: str) -> dict[str, Fields]:
        """The items of a section that hold a text, by id."""
        return {name: fields for name, fields in self._texts[section].items() if any(map(str.strip, fields.values()))}

    def item(self, section: str, item: str) -> Mapping[str, str]:
        """The texts of one item, by field."""
        return self._texts[section].get(item, _NOTHING)

    def scene(self, section: str = "deals", item: str = "") -> Scene:
        """What a box of this item is judged by."""
        deal = self.item("deals", self.deal)
        return Scene(self.item("selling", ME), deal, self.item(section, item) if item else deal)

    def item_of(self, part: Part) -> str:
        """The item that a part shows, where its section isn't a list."""
        return ME if part.section == "selling" else self.deal

    # --- what is typed ---

    def listen(self, reader: Reader) -> None:
        """Tell this reader of changes from now on. A page that is opened anew sees what the file says by now."""
        self._readers.add(reader)
        self.refresh()

    def put(self, place: Place, text: str) -> None:
        """Something was typed into a box."""
        section, item, field = place
        if self.item(section, item).get(field, "") == text:
            return
        self._texts[section].setdefault(item, {})[field] = text
        self._typed.add(place)
        self._keeper.changed()
        self._tell(place)

    def new_item(self) -> str:
        """The id of an item to be; it is there as soon as something is typed into it."""
        return _new_id()

    def choose(self, deal: str) -> None:
        """Go to another deal."""
        if deal != self.deal:
            self.deal = deal
            self.put(("selling", ME, AT_HAND), deal)
            self._tell(None)

    def remove(self, section: str, item: str) -> None:
        """Take an item out of a list, or a deal."""
        self.keep()
        self._tried(lambda: store.remove_item(section, item))
        self._texts[section].pop(item, None)
        self._in_file[section].pop(item, None)
        if section == "deals" and item == self.deal:
            self.deal = next(iter(self.items("deals")), "") or _new_id()
        self._tell(None)

    def keep(self) -> None:
        """Write what was typed since the last time, and take over what others wrote."""
        self._keeper.drop()
        waiting: dict[tuple[str, str], Fields] = {}
        for section, item, field in self._typed:
            waiting.setdefault((section, item), {})[field] = self.item(section, item).get(field, "")
        if not waiting:
            return
        lost: list[str] = []
        for (section, item), texts in waiting.items():
            known = self._in_file[section].get(item, _NOTHING)
            kept: Fields | None = None
            try:
                kept = store.keep_fields(section, item, texts, known)
            except OSError as error:
                self._say(f"Not saved: {error.strerror or error}. What you typed is still on this page; leave it open.")
                self._keeper.try_again()
                return
            self._typed -= {(section, item, field) for field in texts}
            lost += kept.values()
        other = "; ".join(f"“{text}”" for text in lost)
        self._say(f"This was changed in another window, too. There it said: {other}" if lost else "")
        self.refresh()

    def forget(self) -> str:
        """Delete all of it, here and in the file. Returns "" or, in words, what couldn't be deleted."""
        self._keeper.drop()
        self._typed.clear()
        try:
            store.forget()
        except OSError as error:
            return f"{error.filename or store.workbook_file()}: {error.strerror or error}"
        self.refresh()
        self.deal, self.notice = _new_id(), ""
        self._tell(None)
        return ""

    def refresh(self) -> None:
        """Take over what the file says, but for what was typed here since."""
        found = store.read_book()
        self._in_file = {section: {name: dict(one) for name, one in items.items()} for section, items in found.items()}
        for section, item, field in self._typed:
            found[section].setdefault(item, {})[field] = self.item(section, item).get(field, "")
        if found != self._texts:
            gone = self.deal in self._texts["deals"] and self.deal not in found["deals"]
            self._texts = found
            if gone:
                self.deal = next(iter(found["deals"]), "") or _new_id()
            self._tell(None)

    def _tried(self, act: object) -> None:
        try:
            act()  # type: ignore[operator]
        except OSError as error:
            self._say(f"Not saved: {error.strerror or error}.")

    def _say(self, notice: str) -> None:
        if notice != self.notice:
            self.notice = notice
            self._tell(None)

    def _tell(self, place: Place | None) -> None:
        for reader in list(self._readers):
            reader.book_changed(place)


def _new_id() -> str:
    return secrets.token_hex(4)


@cache
def book() -> Book:
    """The book of this kernel, one for all pages that are open on it."""
    return Book()
