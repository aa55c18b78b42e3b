"""Named fields: a box each, or a list where a field is one of a few words. As text: "owner: Dana", a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.kinds.parsing import labelled
from sellbackwards.practice.controls.base import NamedBoxes, named_lines, one_line


def parse(spec: Mapping[str, Any], text: str) -> dict[str, str] | None:
    return labelled(text, [row["name"] for row in spec["fields"]]) or None


def compose(spec: Mapping[str, Any], entered: Mapping[str, str]) -> str:
    """Every name, filled in or not, as soon as one is filled in."""
    return named_lines([row["name"] for row in spec["fields"]], entered)


class View(NamedBoxes):
    """A box for each field, or a list of the words that it can be one of."""

    def _boxes(self) -> dict[str, Any]:
        return {row["name"]: self._box(row) for row in self.spec["fields"]}

    def _box(self, row: Mapping[str, Any]) -> Any:
        label = ": ".join(filter(None, (row["name"], row.get("ask"))))
        if words := _words(row):
            return widgets.Dropdown(description=label, options=_options(words), value="")
        return widgets.Textarea(description=label, rows=1, placeholder="Type here")

    def _given(self, text: str) -> Mapping[str, str]:
        return parse(self.spec, text) or {}

    def _fill(self, text: str) -> None:
        """What was typed and is none of a list's words stands in the list, too."""
        given = dict(self._given(text))
        for row in self.spec["fields"]:
            if words := _words(row):
                typed = one_line(given.get(row["name"], ""))
                known = next((word for word in words if word.casefold() == typed.casefold()), typed)
                self.boxes[row["name"]].options = _options([*words, *([known] if known and known not in words else [])])
                given[row["name"]] = known
        for name, box in self.boxes.items():
            box.value = given.get(name, "")


def _words(row: Mapping[str, Any]) -> Sequence[str]:
    """What a field can be one of; nothing where it takes any words."""
    return next((need["one_of"]["of"] for need in row["needs"] if "one_of" in need), ())


def _options(words: Sequence[str]) -> list[tuple[str, str]]:
    return [("choose …", ""), *((word, word) for word in words)]
