"""Lines, and a group to choose for each. As text: "a - forward", a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.kinds.sorting import groups_given
from sellbackwards.practice.controls.base import Control, lettered

_BESIDE = 4  # more groups than these don't fit beside a line; they are in a list then


def parse(spec: Mapping[str, Any], text: str) -> dict[str, str] | None:
    given = groups_given(spec, text)
    if not given or any(len(groups) > 1 for groups in given.values()):
        return None
    return {letter: next(iter(groups)) for letter, groups in given.items()}


def compose(spec: Mapping[str, Any], entered: Mapping[str, str]) -> str:
    return "\n".join(f"{letter} - {group}" for letter, group in entered.items() if group)


class View(Control):
    """For each line, its groups side by side; a list to choose from where there are many."""

    def _make(self) -> Sequence[Any]:
        groups = list(self.spec["groups"])
        self.lists: dict[str, Any] = {}
        for label, letter in lettered(self.spec["items"]):
            if len(groups) <= _BESIDE:
                one: Any = widgets.RadioButtons(options=groups, value=None, description=label, orientation="horizontal")
            else:
                one = widgets.Dropdown(
                    options=[("choose …", None), *((name, name) for name in groups)], value=None, description=label
                )
            one.observe(self._entered, "value")
            self.lists[letter] = one
        return list(self.lists.values())

    def _fill(self, text: str) -> None:
        given = parse(self.spec, text) or {}
        for letter, one in self.lists.items():
            one.value = given.get(letter)

    def _compose(self) -> str:
        return compose(self.spec, {letter: one.value for letter, one in self.lists.items()})
