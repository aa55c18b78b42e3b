"""A call to be played: its words as a list with times, which a page's script turns into a player."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sellbackwards.calls.playing import Utterance


def player(said: Sequence[Utterance]) -> str:
    """What is said, as HTML. Without the script it is a transcript."""
    lines = "".join(
        f'<li data-start="{one.start:.3f}" data-end="{one.end:.3f}">'
        f"<b>{escape(one.speaker)}:</b> {escape(one.text)}</li>"
        for one in said
    )
    return f'<div class="sb-player"><ol class="sb-said">{lines}</ol></div>' if said else ""
