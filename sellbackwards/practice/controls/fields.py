"""Named fields, a box each. As text: "owner: Dana", a line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.kinds.parsing import labelled
from sellbackwards.practice.controls.base import NamedBoxes, named_lines


def parse(spec: Mapping[str, Any], text: str) -> dict[str, str] | None:
    return labelled(text, [row["name"] for row in spec["fields"]]) or None


def compose(spec: Mapping[str, Any], entered: Mapping[str, str]) -> str:
    """Every name, filled in or not, as soon as one is filled in."""
    return named_lines([row["name"] for row in spec["fields"]], entered)


class View(NamedBoxes):
    """A box for each field."""

    def _boxes(self) -> dict[str, Any]:
        return {
            row["name"]: widgets.Textarea(
                description=": ".join(filter(None, (row["name"], row.get("ask")))), rows=1, placeholder="Type here"
            )
            for row in self.spec["fields"]
        }

    def _given(self, text: str) -> Mapping[str, str]:
        return parse(self.spec, text) or {}
