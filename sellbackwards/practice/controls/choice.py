"""Options to click: one of several, or several of them. As text: their letters, "b" or "a, d"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.kinds.choice import picked_options
from sellbackwards.practice.controls.base import Control, lettered


def parse(spec: Mapping[str, Any], text: str) -> list[str] | None:
    letters = picked_options(spec, text)
    return None if not letters or (_one_only(spec) and len(letters) > 1) else letters


def compose(spec: Mapping[str, Any], entered: Sequence[str]) -> str:
    return ", ".join(entered)


def _one_only(spec: Mapping[str, Any]) -> bool:
    return sum(bool(option.get("right")) for option in spec["options"]) == 1


class View(Control):
    """Radio buttons where one is wanted, boxes to tick where several are."""

    def _make(self) -> Sequence[Any]:
        options = lettered(self.spec["options"])
        self.radio: widgets.RadioButtons | None = None
        self.boxes: dict[str, widgets.Checkbox] = {}
        if _one_only(self.spec):
            self.radio = widgets.RadioButtons(options=options, value=None, description="Choose one")
            self.radio.observe(self._entered, "value")
            return [self.radio]
        wanted = sum(bool(option.get("right")) for option in self.spec["options"])
        self.boxes = {
            letter: widgets.Checkbox(value=False, description=label, indent=False) for label, letter in options
        }
        for box in self.boxes.values():
            box.observe(self._entered, "value")
        return [widgets.HTML(f"<p>Choose {wanted}</p>"), *self.boxes.values()]

    def _fill(self, text: str) -> None:
        letters = parse(self.spec, text) or []
        if self.radio is not None:
            self.radio.value = letters[0] if letters else None
        for letter, box in self.boxes.items():
            box.value = letter in letters

    def _compose(self) -> str:
        if self.radio is not None:
            return self.radio.value or ""
        return compose(self.spec, [letter for letter, box in self.boxes.items() if box.value])
