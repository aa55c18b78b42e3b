"""Calls side by side in a lesson: who talks when, talk share, and the words themselves."""

from __future__ import annotations

from html import escape

from IPython.display import HTML

from sellbackwards.calls import Call, measure, read_call
from sellbackwards.calls.charts import talk_share, who_talks_when
from sellbackwards.course import DATASETS
from sellbackwards.exercises.cards import STYLE


def two_calls(*files: str, labels: tuple[str, ...]) -> HTML:
    """For each call of ``datasets/``: who talks when and, folded, its words; then the talk shares of all."""
    read = [(label, read_call(DATASETS / file)) for label, file in zip(labels, files, strict=True)]
    parts = []
    for label, call in read:
        parts += [f"<h3>{escape(label)}</h3>", who_talks_when(call, measure(call))._repr_html_(), _words(call)]
    shares = talk_share([(label, measure(call)) for label, call in read])
    return HTML("".join([STYLE, *parts, "<h3>Side by side</h3>", shares._repr_html_()]))


def talk_share_of(*files: str, labels: tuple[str, ...]) -> HTML:
    """The talk-share chart of some calls of ``datasets/`` alone."""
    shares = talk_share(
        [(label, measure(read_call(DATASETS / file))) for label, file in zip(labels, files, strict=True)]
    )
    return HTML(STYLE + shares._repr_html_())


def _words(call: Call) -> str:
    lines = "".join(f"<p><b>{escape(turn.speaker)}:</b> {escape(turn.text)}</p>" for turn in call.turns)
    # The margin keeps its handle and that of the numbers above it apart, for fingers.
    return f'<details style="margin: 8px 0"><summary>Read the call</summary>{lines}</details>'
