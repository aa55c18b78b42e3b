"""Numbers, a box each that names its unit. As text: "pitching: 43", a line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.kinds.numbers import numbers_given
from sellbackwards.practice.controls.base import NamedBoxes, named_lines


def parse(spec: Mapping[str, Any], text: str) -> dict[str, str] | None:
    return numbers_given(spec, text) or None


def compose(spec: Mapping[str, Any], entered: Mapping[str, str]) -> str:
    """Every name, filled in or not, as soon as one is filled in."""
    return named_lines([row["name"] for row in spec["numbers"]], entered)


class View(NamedBoxes):
    """A short box for each number. It takes any text ("about 43"): the judge reads numbers as people write them."""

    def _boxes(self) -> dict[str, Any]:
        return {
            one["name"]: widgets.Text(
                description=f"{one['name']} (in {one['unit']})" if one.get("unit") else one["name"],
                placeholder="a number",
            )
            for one in self.spec["numbers"]
        }

    def _given(self, text: str) -> Mapping[str, str]:
        return parse(self.spec, text) or {}
