"""Calls side by side in a lesson: who talks when, talk share, and the words themselves."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from IPython.display import HTML

from sellbackwards.calls import Call, Measures, measure, read_call
from sellbackwards.calls.charts import talk_share, who_talks_when
from sellbackwards.course import DATASETS
from sellbackwards.exercises.cards import STYLE


def two_calls(*files: str, labels: tuple[str, ...]) -> HTML:
    """For each call of ``datasets/``: who talks when and, folded, its words; then the talk shares of all."""
    measured = _measured(files, labels)
    parts = []
    for label, measures in measured:
        call = measures.call
        parts += [f"<h3>{escape(label)}</h3>", who_talks_when(call, measures)._repr_html_(), _words(call)]
    return HTML("".join([STYLE, *parts, "<h3>Side by side</h3>", talk_share(measured)._repr_html_()]))


def talk_share_of(*files: str, labels: tuple[str, ...]) -> HTML:
    """The talk-share chart of some calls of ``datasets/`` alone."""
    return HTML(STYLE + talk_share(_measured(files, labels))._repr_html_())


def _measured(files: Sequence[str], labels: Sequence[str]) -> list[tuple[str, Measures]]:
    return [(label, measure(read_call(DATASETS / file))) for label, file in zip(labels, files, strict=True)]


def _words(call: Call) -> str:
    lines = "".join(f"<p><b>{escape(turn.speaker)}:</b> {escape(turn.text)}</p>" for turn in call.turns)
    # The margin keeps its handle and that of the numbers above it apart, for fingers.
    return f'<details style="margin: 8px 0"><summary>Read the call</summary>{lines}</details>'
