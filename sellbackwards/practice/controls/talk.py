"""A talk with a simulated buyer, as a chat. As text: the seller's lines, a line each, "Me: How do you do it today?".

The same lines get the same answers, so the lines are all that there is to keep.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from sellbackwards.buyer import Talk, load
from sellbackwards.buyer.voices import names_of
from sellbackwards.exercises.kinds.talk import seller_lines
from sellbackwards.practice.controls.base import ROW_WRAP, Control, SayBox, one_line
from sellbackwards.practice.talking_pages import chat_log

_MINE, _SILENCE = "Me: ", "(silence)"


def parse(spec: Mapping[str, Any], text: str) -> list[str]:
    return seller_lines(text, *names_of(load(spec["scenario"])))


def compose(spec: Mapping[str, Any], entered: Sequence[str]) -> str:
    return "\n".join(_MINE + (one_line(line) or _SILENCE) for line in entered)


class View(Control):
    """The chat, a box for the next line, and ways back."""

    def _make(self) -> Sequence[Any]:
        self.talk = Talk(load(self.spec["scenario"]))
        self.before = ""  # the answer as it was when the talk was begun anew
        self.chat = widgets.HTML()
        self.box = SayBox(self.say)
        self.say_button = widgets.Button(description="Say it", tooltip="Enter does the same")
        self.undo_button = widgets.Button(description="Take back my last line", tooltip="And try another")
        self.again_button = widgets.Button(description="Start again", tooltip="You can bring this conversation back")
        self.back_button = widgets.Button(description="Bring back the last conversation")
        self.say_button.on_click(lambda _: self.say())
        self.undo_button.on_click(lambda _: self.take_back())
        self.again_button.on_click(lambda _: self.start_again())
        self.back_button.on_click(lambda _: self.bring_back())
        buttons = [self.say_button, self.undo_button, self.again_button, self.back_button]
        return [self.chat, self.box, widgets.HBox(buttons, layout=ROW_WRAP)]

    def say(self) -> None:
        """Say what stands in the box."""
        if not self.talk.over:
            self._play([*self.talk.lines, self.box.value])
            self.box.value = ""

    def take_back(self) -> None:
        """Undo the last line; it stands in the box again, to be changed."""
        if self.talk.lines:
            last = self.talk.lines[-1]
            self._play(self.talk.lines[:-1])
            self.box.value = last
            self.box.focus()

    def start_again(self) -> None:
        """A new talk; this one can be brought back."""
        if self.talk.lines:
            self.before = self.text
            self._play([])
        self.box.value = ""
        self.box.focus()

    def bring_back(self) -> None:
        """Change places with the talk before."""
        self.before, text = self.text, self.before
        self.show(text)
        self.box.focus()

    def _play(self, lines: Sequence[str]) -> None:
        # As they will be read out of the answer: what the chat shows is what is judged.
        self.talk = Talk(self.talk.scenario, parse(self.spec, compose(self.spec, lines)))
        self._show_talk()
        self._entered()

    def _fill(self, text: str) -> None:
        self.talk = Talk(self.talk.scenario, parse(self.spec, text))
        self._show_talk()

    def _show_talk(self) -> None:
        self.chat.value = chat_log(self.talk)
        over = self.talk.over
        self.say_button.layout.display = self.box.layout.display = "none" if over else None
        for button in (self.undo_button, self.again_button):
            button.layout.display = None if self.talk.lines else "none"
        self.back_button.layout.display = None if self.before else "none"

    def _compose(self) -> str:
        return compose(self.spec, self.talk.lines)
