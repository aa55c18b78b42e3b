"""A talk that branches: one reply at a time, and a way back. As text: the letters of the replies, "b a c"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.kinds.branching import letters_of, walk
from sellbackwards.practice.controls.base import LETTERS, ROW_WRAP, Control, lettered


def parse(spec: Mapping[str, Any], text: str) -> list[str] | None:
    letters = letters_of(text)
    return letters if letters and len(list(walk(spec, letters))) == len(letters) + 1 else None


def compose(spec: Mapping[str, Any], entered: Sequence[str]) -> str:
    return " ".join(entered)


class View(Control):
    """The talk so far, the replies to choose from, "Say it", and a way back."""

    live = True

    def _make(self) -> Sequence[Any]:
        self.letters: list[str] = []
        self.talk, self.radio = widgets.HTML(), widgets.RadioButtons(options=[("", "")], description="You say")
        self.say_button = widgets.Button(description="Say it")
        self.back_button = widgets.Button(description="Take the last one back")
        self.say_button.on_click(lambda _: self.say())
        self.back_button.on_click(lambda _: self.take_back())
        return [self.talk, self.radio, widgets.HBox([self.say_button, self.back_button], layout=ROW_WRAP)]

    def say(self) -> None:
        """Say the reply that is chosen."""
        if self.radio.value:
            self.letters.append(self.radio.value)
            self._show_talk()
            if self.say_button.layout.display == "none":  # over, and its button, which had the focus, is gone
                self.back_button.focus()
            self._entered()

    def take_back(self) -> None:
        """Undo the last reply."""
        if self.letters:
            self.letters.pop()
            self._show_talk()
            self._entered()

    def _fill(self, text: str) -> None:
        self.letters = parse(self.spec, text) or []
        self._show_talk()

    def _show_talk(self) -> None:
        nodes, way, lines = self.spec["nodes"], list(walk(self.spec, self.letters)), []
        for n, name in enumerate(way):
            lines.append(f'<p class="sb-buyer"><b>Buyer:</b> {escape(nodes[name]["says"])}</p>')
            if n < len(way) - 1:
                said = nodes[name]["options"][LETTERS.index(self.letters[n])]["text"]
                lines.append(f'<p class="sb-seller"><b>You:</b> {escape(said)}</p>')
        self.talk.value = f'<div class="sb-talk" role="log" aria-label="The talk so far">{"".join(lines)}</div>'
        options = nodes[way[-1]].get("options", [])
        self.radio.options = lettered(options) or [("", "")]
        self.radio.value = None if options else ""
        self.radio.layout.display = self.say_button.layout.display = None if options else "none"
        self.back_button.layout.display = None if self.letters else "none"

    def _compose(self) -> str:
        return compose(self.spec, self.letters)
