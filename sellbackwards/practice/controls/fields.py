"""Named fields, a box each. As text: "owner: Dana", a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.kinds.parsing import labelled
from sellbackwards.practice.controls.base import Control, one_line


def parse(spec: Mapping[str, Any], text: str) -> dict[str, str] | None:
    return labelled(text, [row["name"] for row in spec["fields"]]) or None


def compose(spec: Mapping[str, Any], entered: Mapping[str, str]) -> str:
    """Every name, filled in or not, as soon as one is filled in."""
    said = {row["name"]: one_line(entered.get(row["name"], "")) for row in spec["fields"]}
    return "\n".join(f"{name}: {text}" for name, text in said.items()) if any(said.values()) else ""


class View(Control):
    """A box for each field."""

    live = True

    def _make(self) -> Sequence[Any]:
        self.boxes = {
            row["name"]: widgets.Textarea(
                description=": ".join(filter(None, (row["name"], row.get("ask")))), rows=1, placeholder="Type here"
            )
            for row in self.spec["fields"]
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
