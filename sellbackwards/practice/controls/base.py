"""What every control shares: text in, text out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from typing import Any, ClassVar

import ipywidgets as widgets
import traitlets

from sellbackwards.exercises import Exercise

LETTERS = "abcdefghijkl"
ROW_WRAP = {"flex_flow": "row wrap"}


class Control(widgets.VBox):
    """The view of a control. `text` is what was entered, as an answer's text; "" while nothing was.

    `show(text)` puts a text in, from a saved page, another release, or a person's own typing.
    `settle()` is called when the learner asks for judgement: what stands there is meant, though nothing was touched.
    """

    live: ClassVar[bool] = False
    """Whether it is worth judging at each change (words), or only when the learner asks (a choice, an order)."""

    text = traitlets.Unicode("")

    def __init__(self, exercise: Exercise, text: str = "") -> None:
        super().__init__()
        self.exercise, self.spec = exercise, exercise.spec
        self._filling = False
        self.add_class("sb-control")
        self.add_class(f"sb-control-{exercise.kind}")
        self.children = self._make()
        self.show(text)

    def show(self, text: str) -> None:
        """Show a text; it stays as it is until the learner enters something else."""
        with self._while_filling():
            self._fill(text)
        self.text = text

    def settle(self) -> None:
        """What stands there now is what the learner means."""

    def _make(self) -> Sequence[Any]:
        """The widgets, made once, in reading order; each tells `_entered` of its changes."""
        raise NotImplementedError

    def _fill(self, text: str) -> None:
        """Put into the widgets what the text says."""
        raise NotImplementedError

    def _compose(self) -> str:
        """What the widgets say, as text."""
        raise NotImplementedError

    def _entered(self, *_: Any) -> None:
        """The learner entered something."""
        if not self._filling:
            self.text = self._compose()

    @contextmanager
    def _while_filling(self) -> Iterator[None]:
        self._filling, before = True, self._filling
        try:
            yield
        finally:
            self._filling = before


class NamedBoxes(Control):
    """A box for each name. A kind says how its boxes are made, and how a text gives each its words."""

    live = True

    def _boxes(self) -> dict[str, Any]:
        """A box for each name, in reading order."""
        raise NotImplementedError

    def _given(self, text: str) -> Mapping[str, str]:
        """What a text says for each name; nothing for a name that it leaves out."""
        raise NotImplementedError

    def _make(self) -> Sequence[Any]:
        self.boxes = self._boxes()
        for box in self.boxes.values():
            box.observe(self._entered, "value")
        return list(self.boxes.values())

    def _fill(self, text: str) -> None:
        given = self._given(text)
        for name, box in self.boxes.items():
            box.value = given.get(name, "")

    def _compose(self) -> str:
        return named_lines(self.boxes, {name: box.value for name, box in self.boxes.items()})


def named_lines(names: Iterable[str], entered: Mapping[str, str]) -> str:
    """Every name with its words, a line each, filled in or not, as soon as one is filled in."""
    said = {name: one_line(entered.get(name, "")) for name in names}
    return "\n".join(f"{name}: {text}" for name, text in said.items()) if any(said.values()) else ""


def one_line(text: str) -> str:
    """A text without line breaks and double spaces."""
    return " ".join(text.split())


def lettered(options: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """(label, letter) of options that have a text: ("a) Call again", "a")."""
    return [(f"{letter}) {one['text']}", letter) for letter, one in zip(LETTERS, options, strict=False)]


def announcement(text: str) -> str:
    """A change (plain text) for a screen reader, which nobody needs to see."""
    return f'<div class="sb-unseen" role="status" aria-live="polite">{escape(text)}</div>'


class SendOnEnter:
    """Calls `send` where Enter was pressed in a text box.

    The browser reports the key first and the text just after, and reports no text where it is as it was. So: wait for
    the text, but not for long. (`on_submit` would read a text that lags behind a fast typist.)
    """

    WAIT = 0.25  # seconds

    def __init__(self, box: widgets.Text, send: Callable[[], None]) -> None:
        self._send = send
        self._waiting: asyncio.TimerHandle | None = None
        box.on_msg(lambda _, content, __: self.pressed() if content.get("event") == "submit" else None)
        box.observe(lambda _: self._came() if self._waiting else None, "value")

    def pressed(self) -> None:
        """Enter was pressed."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel around it
            self._send()
            return
        if self._waiting is None:
            self._waiting = loop.call_later(self.WAIT, self._came)

    def _came(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
            self._send()


class WriteBox(widgets.Textarea):
    """A box for a message of several lines; Enter begins a new one."""

    def __init__(self, **layout: Any) -> None:
        super().__init__(
            description="What you write",
            placeholder="Type your message here, then choose Send",
            rows=5,
            layout=layout,
            continuous_update=True,
        )


class SayBox(widgets.Textarea):
    """A box for one line of talk, however long: it grows with what is typed, and Enter says it (`send`).

    The browser sends the text at each keystroke, Enter as a line break. Pasted line breaks become spaces.
    """

    def __init__(self, send: Callable[[], None], **layout: Any) -> None:
        super().__init__(
            description="What you say",
            placeholder="Type here; Enter sends it",
            rows=1,
            layout=layout,
            continuous_update=True,
        )
        self._say = send
        self.observe(self._typed, "value")

    def _typed(self, change: Mapping[str, Any]) -> None:
        text, before = change["new"], change["old"]
        if "\n" not in text:
            return
        entered = text.count("\n") == 1 and (text.endswith("\n") or text.replace("\n", "") == before)
        self.value = text.replace("\n", "") if entered else one_line(text)
        if entered:
            self._say()
