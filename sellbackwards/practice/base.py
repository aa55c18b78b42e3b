"""What every practice shares: its look, its still card, its drafts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from html import escape
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises.verdict_cards import STYLE
from sellbackwards.practice.catalogue import PracticeEntry
from sellbackwards.practice.progress import keep_drafts


def still_card(entry: PracticeEntry) -> str:
    """What the page shows in a practice's place before anything runs."""
    return (
        # Untrusted pages lose the style sheet, not this.
        f'<div class="sb-practice" data-practice="{escape(entry.name)}" style="border: 1px solid; padding: 12px">'
        f"<p><b>Practice: {escape(entry.title)}</b></p><p>{escape(entry.what)}</p>"
        # In JupyterLab with the course's extension nobody sees this: the practice wakes by itself.
        '<p class="sb-asleep">This practice is asleep. To wake the page, open the menu <b>Run</b> and choose '
        "<b>Run All Cells</b>.</p></div>"
    )


def feedback(status: str, typed: str, said: str) -> str:
    """What is said (HTML) of `typed`, with the length of the text it judges: a test can wait for that."""
    return (
        f'<div role="status" aria-live="polite" class="sb-feedback" data-n="{len(typed)}"'
        f' data-status="{status}">{said}</div>'
    )


def told(lines: Sequence[str]) -> str:
    """Help that was asked for (HTML lines), so that a screen reader speaks it."""
    return f'<div role="status" aria-live="polite">{"".join(lines)}</div>'


def hint_lines(hints: Sequence[str], opened: int) -> list[str]:
    """The hints that are open, a line of HTML each."""
    return [f"<p>Hint {n} of {len(hints)}: {escape(hint)}</p>" for n, hint in enumerate(hints[:opened], 1)]


def hint_label(hints: Sequence[str], opened: int) -> str:
    """What the hint button says. It is never switched off: that would take the keyboard's focus from under a finger."""
    return "No more hints" if opened >= len(hints) else "Give me a hint"


class Practice(widgets.VBox):
    """The view of a practice: ipywidgets only, no judging. Shows its still card wherever a widget can't live."""

    def __init__(self, entry: PracticeEntry, children: list[Any]) -> None:
        # Classes from the start: those that are added later can be lost while the page makes its view.
        classes = ("sb-practice", f"sb-practice-{entry.name}")
        super().__init__([widgets.HTML(STYLE, layout={"display": "none"}), *children], _dom_classes=classes)
        self._still = STYLE + still_card(entry)

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        data["text/html"] = self._still
        return bundle


class KeptSoon:
    """Calls `keep` half a second after something was typed, and again while typing goes on.

    So no key waits for the disk.
    """

    def __init__(self, keep: Callable[[], None], wait: float = 0.5) -> None:
        self._keep, self._wait = keep, wait
        self._waiting: asyncio.TimerHandle | None = None

    def changed(self, *_: Any) -> None:
        """Something was typed."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel around it
            self.keep()
            return
        if self._waiting is None:
            self._waiting = loop.call_later(self._wait, self.keep)

    def try_again(self, after: float = 5.0) -> None:
        """It couldn't be kept: try again in so many seconds."""
        with suppress(RuntimeError):  # no kernel around it
            self.drop()
            self._waiting = asyncio.get_running_loop().call_later(after, self.keep)

    def keep(self) -> None:
        """Keep it now."""
        self.drop()
        self._keep()

    def drop(self) -> None:
        """Keep nothing of what was typed just now."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None


class DraftKeeper(KeptSoon):
    """Keeps what is typed into a practice as its draft."""

    def __init__(self, practice: str, typed: Callable[[], dict[str, str]]) -> None:
        super().__init__(lambda: keep_drafts(practice, typed()))
