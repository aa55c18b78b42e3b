"""Numbers, a box each that names its unit. As text: "pitching: 43", a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.kinds.numbers import numbers_given
from sellbackwards.practice.controls.base import Control, one_line


def parse(spec: Mapping[str, Any], text: str) -> dict[str, str] | None:
    return numbers_given(spec, text) or None


def compose(spec: Mapping[str, Any], entered: Mapping[str, str]) -> str:
    """Every name, filled in or not, as soon as one is filled in."""
    said = {row["name"]: one_line(entered.get(row["name"], "")) for row in spec["numbers"]}
    return "\n".join(f"{name}: {text}" for name, text in said.items()) if any(said.values()) else ""


class View(Control):
    """A short box for each number. It takes any text ("about 43"): the judge reads numbers as people write them."""

    live = True

    def _make(self) -> Sequence[Any]:
        self.boxes = {
            one["name"]: widgets.Text(
                description=f"{one['name']} (in {one['unit']})" if one.get("unit") else one["name"],
                placeholder="a number",
            )
            for one in self.spec["numbers"]
        }
        for box in self.boxes.values():
            box.observe(self._entered, "value")
        return list(self.boxes.values())

    def _fill(self, text: str) -> None:
        given = parse(self.spec, text) or {}
        for name, box in self.boxes.items():
            box.value = given.get(name, "")

    def _compose(self) -> str:
        return compose(self.spec, {name: box.value for name, box in self.boxes.items()})
