"""What `own_calls_view` shows, as HTML: what comes from a file is escaped wherever it is shown."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Sequence
from html import escape

from sellbackwards.calls import Measures, TranscriptError
from sellbackwards.calls.call import Turn
from sellbackwards.calls.measures import stretches
from sellbackwards.calls.player import call_player
from sellbackwards.calls.report import Row, write_csv
from sellbackwards.calls.score_card import beside
from sellbackwards.calls.wording import clock_text, count_text, long_text, percent, remarks
from sellbackwards.exercises.verdict_cards import shorten

_AROUND = 3  # turns shown before and after the one that is read
_SHOWN = 100  # rows of the table on the page; the CSV has all
_STRIP = 20_000  # stretches of speech that the strip can show, and a browser draw


def said(status: str, lines: str) -> str:
    """Lines (HTML) that a screen reader is told as they change."""
    return f'<div role="status" aria-live="polite" class="sb-feedback" data-status="{status}">{lines}</div>'


def refusal(problem: TranscriptError) -> str:
    """A file that can't be read: what, where, and what to do (HTML)."""
    return (
        f'<p class="sb-head">✗ Not read: {escape(problem.file)}</p><ul><li>Where: {escape(problem.place)}</li>'
        f"<li>What is wrong: {escape(problem.problem)}</li><li>What to do: {escape(problem.remedy)}</li></ul>"
    )


def read_well(measures: Measures) -> str:
    """That a file was read, and what in it was left out or guessed at (HTML)."""
    call = measures.call
    none = "it's typed, so words are counted" if call.typed else "no times in it, so words are counted"
    long = f"{clock_text(call.seconds)} long" if call.seconds is not None else none
    people, turns = len(call.speakers), count_text(len(call.turns), "turn")
    who = "1 person" if people == 1 else f"{people} people"
    said = "".join(f"<p>{escape(text)}</p>" for text in remarks(call))
    return (
        f'<p class="sb-head">✓ Read: {escape(call.file)}</p><p>{escape(call.format)}, {long}; {who}, {turns}.</p>{said}'
    )


def _line(turn: Turn, measures: Measures, here: bool = False) -> str:
    role = next(s.role for s in measures.speakers if s.name == turn.speaker)
    at = "" if turn.start is None else f"{clock_text(max(0.0, turn.start - measures.call.begin))} "
    text = turn.text if here else shorten(turn.text, 700)
    mark = ' class="sb-here" aria-current="true"' if here else ""
    return (
        f"<p{mark}>{'<b>▶</b> ' if here else ''}{at}<b>{escape(turn.speaker)}</b> ({role}): {escape(text[:20_000])}</p>"
    )


def place(measures: Measures, turn: int) -> str:
    """The call around a turn (HTML): a few turns before, the turn itself, marked, a few after."""
    turns = measures.call.turns
    first, last = max(0, turn - _AROUND), min(len(turns) - 1, turn + _AROUND)
    before, after = (
        "".join(_line(one, measures) for one in turns[a:b]) for a, b in ((first, turn), (turn + 1, last + 1))
    )
    return (
        f'<section class="sb-place" aria-label="The call around turn {turn}">'
        f"<p>Turns {first} to {last} of 0 to {len(turns) - 1}. ▶ marks turn {turn}.</p>{before}"
        f'<div role="status" aria-live="polite">{_line(turns[turn], measures, here=True)}</div>{after}</section>'
    )


def table(rows: Sequence[Row]) -> str:
    """All calls, a row each (HTML), and a link that saves them as CSV."""
    heads = ("call", "seller", "turns that tell", "turns that say back", "questions", "talk share", "longest monologue")
    body = "".join(
        f'<tr><th scope="row" style="overflow-wrap:anywhere">{escape(_file(row))}</th>{_cells(row)}</tr>'
        for row in rows[:_SHOWN]
    )
    more = f"<p>The first {_SHOWN} of {len(rows):,}. The CSV has all.</p>" if len(rows) > _SHOWN else ""
    heading = "".join(f'<th scope="col">{name}</th>' for name in heads)
    out = io.StringIO()
    write_csv(rows, out)
    data = b64encode(("\ufeff" + out.getvalue()).encode()).decode()  # the mark tells Excel that it is UTF-8
    count = count_text(len(rows), "row")
    link = f'<a download="calls.csv" href="data:text/csv;base64,{data}">Save the table (CSV, {count})</a>'
    return (
        f'<div><table class="sb-all"><caption>All calls</caption>'
        f"<thead><tr>{heading}</tr></thead><tbody>{body}</tbody></table>{more}"
        f"<p>{link}: with more columns. It goes where your browser keeps what you download.</p></div>"
    )


def _file(row: Row, most: int = 40) -> str:
    name = str(row["file"])
    return name if len(name) <= most else f"{name[: most - 10]}…{name[-9:]}"


def _cells(row: Row) -> str:
    if row["problem"]:
        problem = str(row["problem"]).removeprefix(f"{row['file']}, ")
        return f'<td colspan="6">✗ Not read. {escape(problem)}</td>'
    why = " (a guess)" if row["seller_why"].startswith("a guess") else ""
    seconds, words = row["longest_monologue_seconds"], row["longest_monologue_words"]
    cells = (
        f"{row['seller']}{why}", percent(row["inform_share"]), percent(row["reflect_share"]), str(row["questions"]),
        percent(row["talk_share"]), count_text(words, "word") if seconds is None else long_text(seconds),
    )  # fmt: skip
    return "".join(f"<td>{escape(cell)}</td>" for cell in cells)


def why_seller(measures: Measures) -> str:
    """Why this speaker is taken for the seller (HTML)."""
    guess, _, rule = measures.seller_why.partition(": ")
    if measures.seller_why == "chosen":
        return "<p>You chose the seller.</p>"
    if guess == "a guess":
        return f"<p>This is a guess ({escape(rule)}). Wrong? Choose another: the card and the charts follow.</p>"
    return f"<p>Taken for the seller: {escape(measures.seller_why)}.</p>"


def charts_of(measures: Measures, several: Sequence[tuple[str, Measures]]) -> tuple[str, str]:
    """(the charts of the call, the chart of all calls), as HTML."""
    from sellbackwards.calls.charts import talk_share_over_time, team, who_talks_when

    over_time = talk_share_over_time(measures.call, measures)._repr_html_()
    if len(stretches(measures.call)) <= _STRIP:
        one = call_player(measures, who_talks_when(measures.call, measures)._repr_html_()) + over_time
    else:
        one = f"<p>This call has too many turns for the strip of who talks when.</p>{over_time}"
    return one, team(several)._repr_html_() if len(several) > 1 else ""


def side_by_side(calls: Sequence[tuple[str, Measures]]) -> str:
    """Two calls compared, by label (HTML): who sells in each, the measures, the shares of talk."""
    from sellbackwards.calls.charts import talk_share

    sellers = "; ".join(
        f"{escape(m.seller or 'nobody')} in {escape(label)} ({escape(m.seller_why)})" for label, m in calls
    )
    return f"<p>Sellers: {sellers}.</p>{beside(calls)}{talk_share(calls)._repr_html_()}"


def turn_label(turn: Turn, measures: Measures) -> str:
    """A turn in the list of turns, in one line of plain text."""
    at = "" if turn.start is None else f"{clock_text(max(0.0, turn.start - measures.call.begin))}  "
    return f"{turn.i}  {at}{shorten(turn.speaker, 30)}: {shorten(turn.text, 80)}"
