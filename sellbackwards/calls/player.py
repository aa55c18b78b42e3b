"""A call as HTML that can be played: a transcript with times; the script of ``frontend/src/player`` plays it.

JupyterLab with the course's extension and the site's pages have that script. Elsewhere the transcript is there to read.
Times (milliseconds) stand in classes: on a page that it does not trust yet, JupyterLab takes ``data-`` attributes away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from sellbackwards.calls.measured import Measures
from sellbackwards.calls.playing import WORDS_A_MINUTE, Utterance, utterances
from sellbackwards.calls.wording import clock_text

MOST = 3000
"""Utterances that a browser can draw and play; a longer call has its chart alone."""
_NO_TIMES = f"This transcript has no times, so it plays at {WORDS_A_MINUTE} words a minute."


def call_player(measures: Measures, chart: str = "", summary: str = "Read the call") -> str:
    """A whole call to be played on its chart (HTML). Past `MOST` utterances, the chart and a word on why."""
    call = measures.call
    said = utterances(call)
    if len(said) > MOST:
        return f"{chart}<p>This call is too long to be played here.</p>"
    # Without a clock, questions are placed by words.
    second = 1.0 if call.clocked else 60 / WORDS_A_MINUTE
    asked = [(round(one.at * second, 3), one.form == "open") for one in measures.asked]
    sides = {speaker.name: speaker.role for speaker in measures.speakers}
    return player(said, sides, asked=asked, note="" if call.clocked else _NO_TIMES, chart=chart, summary=summary)


def player(
    said: Sequence[Utterance],
    sides: Mapping[str, str],
    asked: Sequence[tuple[float, bool]] = (),
    note: str = "",
    chart: str = "",
    summary: str = "Read it instead",
) -> str:
    """What is said, to be played (HTML); "" where nothing is.

    `sides`: a speaker's name → "seller", "buyer" or "other" (their colour). `asked`: when the seller asks, in seconds,
    and whether it is an open question. `chart`: the chart (HTML) whose picture the player takes the place of.
    """
    if not said:
        return ""
    turns: dict[int, list[Utterance]] = {}
    for one in said:
        turns.setdefault(one.turn, []).append(one)
    lines = "".join(_line(turn, sides.get(turn[0].speaker, "other")) for turn in turns.values())
    marks = "".join(
        f'<span class="sb-asks sb-at-{round(1000 * at)}{" sb-open" if open_one else ""}" hidden></span>'
        for at, open_one in asked
    )
    more = f'<p class="sb-note" hidden>{escape(note)}</p>' if note else ""
    return (
        f'<div class="sb-player">{chart}{more}{marks}'
        # The margin keeps its handle and that of the numbers above it apart, for fingers.
        f'<details style="margin: 8px 0"><summary>{escape(summary)}</summary>'
        f'<ol class="sb-said" style="list-style: none; padding: 0">{lines}</ol></details></div>'
    )


def _line(turn: Sequence[Utterance], side: str) -> str:
    said = " ".join(
        f'<span class="sb-at-{round(1000 * one.start)}-{round(1000 * one.end)}">{escape(one.text)}</span>'
        for one in turn
    )
    return f'<li class="sb-of-{side}">{clock_text(turn[0].start)} <b>{escape(turn[0].speaker)}:</b> {said}</li>'
