"""What only a person can judge: a box for one's own words and, beside it, the points to check them against.

The text is the answer. What is ticked is the learner's own business: it is kept, and never handed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets

from sellbackwards.practice.controls import words
from sellbackwards.practice.progress import drafts, keep_drafts

_TICKS = "self_check"  # the name of the ticks among the drafts


parse, compose = words.parse, words.compose


class View(words.View):
    """A text box; once something stands in it, a box to tick for each point."""

    def _make(self) -> Sequence[Any]:
        box = super()._make()
        self.box.observe(self._show_ticks, "value")
        kept = drafts(_TICKS).get(self.exercise.id, "").split()
        self.ticks = [
            widgets.Checkbox(value=str(n) in kept, description=point, indent=False)
            for n, point in enumerate(self.spec["rubric"], 1)
        ]
        for tick in self.ticks:
            tick.observe(self._ticked, "value")
        self.self_check = widgets.VBox(
            [widgets.HTML("<p>Judge it yourself. Tick what your own words do:</p>"), *self.ticks]
        )
        self.self_check.add_class("sb-self-check")
        return [*box, self.self_check]

    def _fill(self, text: str) -> None:
        super()._fill(text)
        self._show_ticks()

    def _show_ticks(self, *_: Any) -> None:
        self.self_check.layout.display = None if self.box.value.strip() else "none"

    def _ticked(self, *_: Any) -> None:
        ticked = " ".join(str(n) for n, tick in enumerate(self.ticks, 1) if tick.value)
        keep_drafts(_TICKS, {**drafts(_TICKS), self.exercise.id: ticked})
