"""One's own words in a box: a question, a short text. The text is the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from sellbackwards.practice.controls.base import Control

_LABELS = {"question": "Your question"}
_ROWS = {"question": 2}


def parse(spec: Mapping[str, Any], text: str) -> str:
    return text


def compose(spec: Mapping[str, Any], entered: str) -> str:
    return entered


class View(Control):
    """A text box."""

    live = True

    def _make(self) -> Sequence[Any]:
        kind = self.exercise.kind
        self.box = widgets.Textarea(
            description=_LABELS.get(kind, "Your words"), rows=_ROWS.get(kind, 4), placeholder="Type here"
        )
        self.box.observe(self._entered, "value")
        return [self.box]

    def _fill(self, text: str) -> None:
        self.box.value = text

    def _compose(self) -> str:
        return self.box.value
