"""Lines, and a group to choose for each. As text: "a - forward", a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.kinds.sorting import groups_given
from sellbackwards.practice.controls.base import Control, lettered


def parse(spec: Mapping[str, Any], text: str) -> dict[str, str] | None:
    given = groups_given(spec, text)
    if not given or any(len(groups) > 1 for groups in given.values()):
        return None
    return {letter: next(iter(groups)) for letter, groups in given.items()}


def compose(spec: Mapping[str, Any], entered: Mapping[str, str]) -> str:
    return "\n".join(f"{letter} - {group}" for letter, group in entered.items() if group)


class View(Control):
    """A list of the groups beside each line, named by the line.

    Not radio buttons: those of ipywidgets have no group that a screen reader could name, and eight times "forward,
    backward" says nothing.
    """

    def _make(self) -> Sequence[Any]:
        options = [("choose …", ""), *((name, name) for name in self.spec["groups"])]
        self.lists = {
            letter: widgets.Dropdown(options=options, value="", description=label)
            for label, letter in lettered(self.spec["items"])
        }
        for one in self.lists.values():
            one.observe(self._entered, "value")
        return list(self.lists.values())

    def _fill(self, text: str) -> None:
        given = parse(self.spec, text) or {}
        for letter, one in self.lists.items():
            one.value = given.get(letter, "")

    def _compose(self) -> str:
        return compose(self.spec, {letter: one.value for letter, one in self.lists.items()})
