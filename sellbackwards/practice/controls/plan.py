"""A plan's steps, a row each: what, who, by when, after which step. As text: four lines each (`plan_lines.form_of`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.kinds.plan_lines import HEADS, form_of, steps_of
from sellbackwards.practice.controls.base import ROW_WRAP, Control, one_line

Row = tuple[str, str, str, str]  # what, who, when, after
_HEADS = ("What happens", *HEADS)
_MOST = 12  # rows


def parse(spec: Mapping[str, Any], text: str) -> list[Row] | None:
    """The rows, numbered anew from 1; None where there is no step, or two have one number."""
    steps = steps_of(text)
    places = {parts[0]: str(n) for n, parts in enumerate(steps, 1)}
    if not steps or len(steps) > _MOST or len(places) < len(steps):
        return None
    return [(what, who, when, _renumbered(after, places)) for _, what, who, when, after in steps]


def compose(spec: Mapping[str, Any], entered: Sequence[Row]) -> str:
    said: list[Row] = [tuple(map(one_line, row)) for row in entered]  # type: ignore[misc]
    return form_of(said) if any(any(row) for row in said) else ""


def without(rows: Sequence[Row], place: int) -> list[Row]:
    """The rows but the one at `place` (from 0); the others move up, and what waited for it waits no more."""
    places = {str(n): str(n if n <= place else n - 1) for n in range(1, len(rows) + 1) if n != place + 1}
    return [
        (what, who, when, _renumbered(after, {**places, str(place + 1): ""}))
        for n, (what, who, when, after) in enumerate(rows)
        if n != place
    ]


def _renumbered(after: str, places: Mapping[str, str]) -> str:
    said = re.sub(r"\d+", lambda found: places.get(found[0], found[0]), after)
    return re.sub(r"^[\s,]+|[\s,]+$", "", re.sub(r"(?:\s*,\s*){2,}", ", ", said)).strip("-–— ")


class View(Control):
    """A row a step, with a button to take it out; one to add a row. Rows are made once and shown as needed."""

    live = True

    def _make(self) -> Sequence[Any]:
        self.count = 1
        self.cells: list[tuple[widgets.Text, ...]] = []
        self.remove_buttons: list[widgets.Button] = []
        self.rows: list[widgets.VBox] = []
        for n in range(1, _MOST + 1):
            cells = tuple(widgets.Text(description=head, tooltip=f"Step {n}: {head}") for head in _HEADS)
            cells[-1].placeholder = "none"
            for cell in cells:
                cell.observe(self._entered, "value")
            remove = widgets.Button(description="Remove", tooltip=f"Take step {n} out")
            remove.on_click(lambda _, place=n - 1: self.remove(place))
            title = widgets.HTML(f"<b>Step {n}</b>")
            row = widgets.HBox([title, *cells, remove], layout=ROW_WRAP)
            row.add_class("sb-plan-row")
            self.cells.append(cells)
            self.remove_buttons.append(remove)
            self.rows.append(row)
        self.add_button = widgets.Button(description="Add a step")
        self.add_button.on_click(lambda _: self.add())
        return [*self.rows, self.add_button]

    def add(self) -> None:
        """One row more."""
        if self.count < _MOST:
            self.count += 1
            self._show_rows()
            self.cells[self.count - 1][0].focus()

    def remove(self, place: int) -> None:
        """Take a row out (from 0)."""
        with self._while_filling():
            self._put(without(self._rows(), place))
        self._entered()
        self.cells[min(place, self.count - 1)][0].focus()

    def _rows(self) -> list[Row]:
        return [tuple(cell.value for cell in cells) for cells in self.cells[: self.count]]  # type: ignore[misc]

    def _put(self, rows: Sequence[Row], at_least: int = 1) -> None:
        self.count = max(at_least, len(rows))
        for place, cells in enumerate(self.cells):
            for cell, part in zip(cells, rows[place] if place < len(rows) else ("",) * 4, strict=True):
                cell.value = part
        self._show_rows()

    def _show_rows(self) -> None:
        for place, row in enumerate(self.rows):
            row.layout.display = None if place < self.count else "none"
            self.remove_buttons[place].layout.visibility = None if self.count > 1 else "hidden"
        self.add_button.layout.display = None if self.count < _MOST else "none"

    def _fill(self, text: str) -> None:
        rows = parse(self.spec, text or self.spec.get("begin", "")) or []
        self._put(rows, at_least=min(_MOST, self.spec["steps_at_least"]))

    def _compose(self) -> str:
        rows = self._rows()
        while rows and not any(part.strip() for part in rows[-1]):  # empty rows at the end are no steps
            rows.pop()
        return compose(self.spec, rows)
