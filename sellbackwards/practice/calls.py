"""Recorded calls side by side in a lesson: who talks when, talk share, other counts, and the transcripts."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from IPython.display import HTML

from sellbackwards.calls import Measures, measure, read_call
from sellbackwards.calls.charts import talk_share, who_talks_when
from sellbackwards.calls.measure_notes import MEASURES
from sellbackwards.calls.player import call_player
from sellbackwards.calls.wording import value_text
from sellbackwards.course import DATASETS
from sellbackwards.exercises.verdict_cards import STYLE


def two_calls(*files: str, labels: tuple[str, ...]) -> HTML:
    """For each call of ``datasets/``: the chart of who talks when, to play it on, its words; then all talk shares."""
    measured = _measured(files, labels)
    parts = []
    for label, measures in measured:
        chart = who_talks_when(measures.call, measures)._repr_html_()
        parts += [f"<h3>{escape(label)}</h3>", call_player(measures, chart)]
    return HTML("".join([STYLE, *parts, "<h3>Side by side</h3>", talk_share(measured)._repr_html_()]))


def talk_share_of(*files: str, labels: tuple[str, ...]) -> HTML:
    """The talk-share chart of some calls of ``datasets/`` alone."""
    return HTML(STYLE + talk_share(_measured(files, labels))._repr_html_())


# What the metrics lab counts. Telling and saying back come last: a learner has heard of the others on many slides.
LAB = (
    "talk_share",
    "longest_monologue",
    "switches_per_minute",
    "questions_by_third",
    "patience_seconds",
    "inform_share",
    "reflect_share",
)


def measures_of(*files: str, labels: tuple[str, ...], only: Sequence[str] = LAB) -> HTML:
    """A table: for each measure in `only`, its value in some calls of ``datasets/``, and what it does not show."""
    measured = _measured(files, labels)
    calls = "".join(f'<th scope="col">{escape(label)}</th>' for label, _ in measured)
    rows = []
    for key in only:
        about = MEASURES[key]
        values = "".join(f"<td><b>{escape(value_text(key, measures))}</b></td>" for _, measures in measured)
        rows.append(
            f'<tr><th scope="row">{escape(about.name)}<br><small>{escape(about.rule)}</small></th>{values}'
            f"<td>{escape(about.does_not_show)}</td></tr>"
        )
    head = f'<tr><th scope="col">What is counted</th>{calls}<th scope="col">What it does not show</th></tr>'
    table = f'<table class="sb-measures"><thead>{head}</thead><tbody>{"".join(rows)}</tbody></table>'
    return HTML(STYLE + table)


def _measured(files: Sequence[str], labels: Sequence[str]) -> list[tuple[str, Measures]]:
    return [(label, measure(read_call(DATASETS / file))) for label, file in zip(labels, files, strict=True)]
