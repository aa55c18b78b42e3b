"""Lines to be put in order, moved up and down by buttons. As text: their numbers as shown at first, "3, 1, 2"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.kinds.ordering import order_given
from sellbackwards.practice.controls.base import Control, announcement

_GRIP = '<i class="sb-grip" aria-hidden="true"></i>'
"""Where a line is held to be dragged (``frontend/src/drag.ts``); not shown where nothing could drag it."""


def parse(spec: Mapping[str, Any], text: str) -> list[str] | None:
    numbers = order_given(spec, text)
    return numbers if sorted(numbers) == sorted(str(n + 1) for n in range(len(spec["items"]))) else None


def compose(spec: Mapping[str, Any], entered: Sequence[str]) -> str:
    return ", ".join(entered)


class View(Control):
    """A row a place. A button moves the line that stands there; the focus goes with it.

    Rows stay and lines change places: a row that is made anew would take the keyboard's focus away.
    """

    def _make(self) -> Sequence[Any]:
        self.order = [str(n + 1) for n in range(len(self.spec["items"]))]
        self.lines = [widgets.HTML() for _ in self.order]
        self.up_buttons = [widgets.Button(description="▲ Up") for _ in self.order]
        self.down_buttons = [widgets.Button(description="▼ Down") for _ in self.order]
        self.told = widgets.HTML()
        rows = []
        for place, line in enumerate(self.lines):
            up, down = self.up_buttons[place], self.down_buttons[place]
            up.on_click(lambda _, place=place: self.move(place, place - 1))
            down.on_click(lambda _, place=place: self.move(place, place + 1))
            row = widgets.HBox([line, up, down])
            row.add_class("sb-order-row")
            rows.append(row)
        return [widgets.HTML("<p>Put these in order, the first one on top:</p>"), *rows, self.told]

    def move(self, place: int, to: int) -> None:
        """Move the line at a place (from 0) to another, the others making way; nothing happens at the ends."""
        if not (0 <= place < len(self.order) and 0 <= to < len(self.order)):
            return
        self.order.insert(to, self.order.pop(place))
        self._show_lines()
        self.told.value = announcement(f"“{self._item(to)}” is now {to + 1} of {len(self.order)}")
        back = to == 0 or (to > place and to < len(self.order) - 1)
        (self.down_buttons if back else self.up_buttons)[to].focus()
        self._entered()

    def settle(self) -> None:
        """The order as it was shown may be meant, too."""
        self._entered()

    def _item(self, place: int) -> str:
        return str(self.spec["items"][int(self.order[place]) - 1])

    def _fill(self, text: str) -> None:
        self.order = parse(self.spec, text) or [str(n + 1) for n in range(len(self.spec["items"]))]
        self._show_lines()

    def _show_lines(self) -> None:
        last = len(self.order) - 1
        for place, line in enumerate(self.lines):
            item = self._item(place)
            line.value = f"{_GRIP}<span><b>{place + 1}.</b> {escape(item)}</span>"
            self.up_buttons[place].tooltip = f"Move up: {item}"
            self.down_buttons[place].tooltip = f"Move down: {item}"
            self.up_buttons[place].layout.visibility = "hidden" if place == 0 else None
            self.down_buttons[place].layout.visibility = "hidden" if place == last else None

    def _compose(self) -> str:
        return compose(self.spec, self.order)
