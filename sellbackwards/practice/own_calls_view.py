"""The view of `own_calls`: what comes from a file is escaped wherever it is shown."""

from __future__ import annotations

import asyncio
import io
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets
import traitlets
from comm import create_comm

from sellbackwards.calls import Measures, TranscriptError
from sellbackwards.calls.call import Turn
from sellbackwards.calls.measures import stretches
from sellbackwards.calls.player import call_player
from sellbackwards.calls.report import Row, write_csv
from sellbackwards.calls.score_card import beside, card
from sellbackwards.calls.wording import clock_text, count_text, long_text, percent, remarks
from sellbackwards.exercises.verdict_cards import shorten
from sellbackwards.practice.base import Practice
from sellbackwards.practice.catalogue import practice_entry
from sellbackwards.practice.own_calls import HELD, OwnCallModel, Source, course_calls, course_labels, sources_at
from sellbackwards.practice.workbook.store import items

# Text of any kind, and what people take for a transcript: that is refused with a word on what to do. Recordings are
# left out, since a browser would first send all of one.
_ACCEPT = ".vtt,.srt,.sbv,.txt,.md,.csv,.tsv,.json,.jsonl,.html,.htm,.docx,.odt,.doc,.rtf,.pdf,.eml,.xlsx,.zip,text/*"
_AROUND = 3  # turns shown before and after the one that is read
_PART = 500  # turns in the list at once: longer lists are slow in a browser
_SHOWN = 100  # rows of the table on the page; the CSV has all
_STRIP = 20_000  # stretches of speech that the strip can show, and a browser draw


def _said(status: str, lines: str) -> str:
    return f'<div role="status" aria-live="polite" class="sb-feedback" data-status="{status}">{lines}</div>'


def refusal(problem: TranscriptError) -> str:
    """A file that can't be read: what, where, and what to do (HTML)."""
    return (
        f'<p class="sb-head">✗ Not read: {escape(problem.file)}</p><ul><li>Where: {escape(problem.place)}</li>'
        f"<li>What is wrong: {escape(problem.problem)}</li><li>What to do: {escape(problem.remedy)}</li></ul>"
    )


def _read_well(measures: Measures) -> str:
    call = measures.call
    none = "typed talk, so words are counted" if call.typed else "no times in it, so words are counted"
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


def _why(measures: Measures) -> str:
    guess, _, rule = measures.seller_why.partition(": ")
    if measures.seller_why == "chosen":
        return "<p>You chose the seller.</p>"
    if guess == "a guess":
        return f"<p>This is a guess ({escape(rule)}). Wrong? Choose another: the card and the charts follow.</p>"
    return f"<p>Taken for the seller: {escape(measures.seller_why)}.</p>"


def _charts(measures: Measures, several: Sequence[tuple[str, Measures]]) -> tuple[str, str]:
    """(the charts of the call, the chart of all calls), as HTML."""
    from sellbackwards.calls.charts import talk_share_over_time, team, who_talks_when

    over_time = talk_share_over_time(measures.call, measures)._repr_html_()
    if len(stretches(measures.call)) <= _STRIP:
        one = call_player(measures, who_talks_when(measures.call, measures)._repr_html_()) + over_time
    else:
        one = f"<p>This call has too many turns for the strip of who talks when.</p>{over_time}"
    return one, team(several)._repr_html_() if len(several) > 1 else ""


def _side_by_side(calls: Sequence[tuple[str, Measures]]) -> str:
    from sellbackwards.calls.charts import talk_share

    sellers = "; ".join(
        f"{escape(m.seller or 'nobody')} in {escape(label)} ({escape(m.seller_why)})" for label, m in calls
    )
    return f"<p>Sellers: {sellers}.</p>{beside(calls)}{talk_share(calls)._repr_html_()}"


_ROW_WRAP = {"flex_flow": "row wrap"}


class OwnCall(Practice):
    """The view. `value` is the model's, read-only."""

    value = traitlets.Unicode("no call yet", read_only=True)

    def __init__(self, model: OwnCallModel, beside: Sequence[Any] = ()) -> None:
        """`beside`: widgets that stand between what is said of the file and the card."""
        self.model, self._filling, self._told_at = model, False, 0.0
        self._tasks: set[asyncio.Task[None]] = set()
        self._call: object = None
        self._course, self._besides = course_calls(), ()  # type: tuple[Source, ...], tuple[Source, ...]
        intro = widgets.HTML(
            "<p>Take the transcript that your meeting tool wrote: a file that ends in .docx, .vtt, .srt, .txt, .json, "
            ".csv or the like. A chat or a thread of mails will do, too; a recording won't. Choose several files, or a "
            "table with a call in each row, and you see them all in one table.</p>"
            "<p>Nothing leaves this computer. Nothing of what was said is kept, either: choose another file, or close "
            "the course, and this call is forgotten. Only who the seller is, if you choose it, is remembered for the "
            "calls of that folder.</p>"
        )
        self.upload = widgets.FileUpload(accept=_ACCEPT, multiple=True, description="Choose files")
        self.path = widgets.Text(
            description="Or type where a file or a folder is on this computer",
            placeholder="C:\\calls\\monday.vtt",
            continuous_update=False,
        )
        self.path_button = widgets.Button(description="Read it", tooltip="Read the file or folder named in the box")
        self.paste = widgets.Textarea(
            description="Or paste the talk here, with who speaks at the beginning of each line",
            placeholder="Me: How do you do it today?",
            rows=2,
        )
        self.paste_button = widgets.Button(description="Read what I pasted")
        calls = [("choose …", -1), *((label, n) for n, label in enumerate(course_labels()))]
        self.course = widgets.Dropdown(options=calls, description="Or try with one of the course's own calls")
        self.said, self.table, self.team = (widgets.HTML() for _ in range(3))
        self.stop_button = widgets.Button(description="Stop here", tooltip="Read no more files")
        self.pick = widgets.Dropdown(options=[("–", 0)], description="Which one do you want to see?")
        self.seller = widgets.Dropdown(options=["–"], description="Who is the seller?")
        self.who, self.card, self.charts, self.place, self.side = (widgets.HTML() for _ in range(5))
        self.moments = [widgets.Button() for _ in range(3)]
        self.part = widgets.Dropdown(options=[("–", 0)], description="Which part of the call?")
        self.turns = widgets.Select(options=[], rows=8, description="Or choose any turn")
        self.earlier = widgets.Button(description="One turn earlier")
        self.later = widgets.Button(description="One turn later")
        self.beside = widgets.Dropdown(options=[("–", -1)], description="Put another call beside it")
        self.several = widgets.VBox([self.table, self.team, self.pick])
        self.one = widgets.VBox(
            [
                self.seller, self.who, self.card, self.charts,
                widgets.HTML("<h3>Read a place of the call</h3><p>Click a moment:</p>"),
                widgets.HBox(self.moments, layout=_ROW_WRAP), self.part, self.turns, self.place,
                widgets.HBox([self.earlier, self.later], layout=_ROW_WRAP),
                self.beside, self.side,
            ]
        )  # fmt: skip
        super().__init__(
            practice_entry("own_call"),
            [
                intro, self.upload, widgets.HBox([self.path, self.path_button], layout=_ROW_WRAP),
                self.paste, self.paste_button, self.course,
                self.said, *beside, self.stop_button, self.several, self.one,
            ],
        )  # fmt: skip
        self._watch()
        self._show()

    def _watch(self) -> None:
        model = self.model
        self.upload.observe(lambda change: self._uploaded(change["new"]), "value")
        self.path_button.on_click(lambda _: self._typed())
        self.paste_button.on_click(lambda _: self._pasted())
        self.path.observe(lambda _: self._typed(), "value")  # when Enter is pressed, or the box is left
        self._chosen(self.course, lambda n: self.take(self._course[n : n + 1]) if n >= 0 else None)
        self.stop_button.on_click(lambda _: model.stop())
        self._chosen(self.pick, model.look_at)
        self._chosen(self.seller, model.choose_seller)
        for n, button in enumerate(self.moments):
            button.on_click(lambda _, n=n: model.read_at(model.moments()[n].turn))
        self._chosen(self.part, self._list_turns)
        self._chosen(self.turns, model.read_at)
        self.earlier.on_click(lambda _: model.read_at(model.turn - 1))
        self.later.on_click(lambda _: model.read_at(model.turn + 1))
        self._chosen(self.beside, lambda n: model.put_beside(self._besides[n] if n >= 0 else None))
        model.observe(lambda change: self.set_trait("value", change["new"]), "value")
        model.observe(self._show, ["value", "problem", "measures"])
        model.observe(self._show_progress, "rows")
        model.observe(self._show_place, "turn")
        model.observe(self._show_side, ["other", "measures"])

    def _chosen(self, control: Any, then: Any) -> None:
        """Call `then` with what a person chooses, and not while options are being filled in."""
        control.observe(lambda change: None if self._filling or change["new"] is None else then(change["new"]), "value")

    def _fill(self, control: Any, options: Sequence[Any], value: Any) -> None:
        self._filling = True
        control.options = options
        control.value = value
        self._filling = False

    # --- files come in ---

    def _uploaded(self, files: Sequence[dict[str, Any]]) -> None:
        if files:
            self.take([Source(file["name"], bytes(file["content"])) for file in files])

    def _typed(self) -> None:
        try:
            sources = sources_at(self.path.value)
            # Enter and the button, one after the other, are one wish.
            if self.model.value != "reading" or sources != self.model.sources:
                self.take(sources)
        except TranscriptError as problem:
            self.model.refuse(problem)

    def _pasted(self) -> None:
        if self.paste.value.strip():
            self.take([Source("what you pasted", self.paste.value.encode())])

    def take(self, sources: Sequence[Source]) -> None:
        """Read these transcripts, and show the card of the first."""
        if not any(isinstance(source.where, bytes) for source in sources):
            self.upload.value = ()  # so that the same file can be chosen again
        if self.course.value >= 0 and tuple(sources) != self._course[self.course.value : self.course.value + 1]:
            self._fill(self.course, self.course.options, -1)
        self.model.take(sources)
        steps = self.model.reading()
        try:
            task = asyncio.get_running_loop().create_task(_step_by_step(steps))
        except RuntimeError:  # no kernel around it
            for _ in steps:
                pass
            return
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # --- what is shown ---

    def _show(self, *_: Any) -> None:
        model = self.model
        several = len(model.sources) > 1
        self.stop_button.layout.display = None if model.value == "reading" and several else "none"
        self.several.layout.display = None if model.rows and several and model.value != "reading" else "none"
        self.one.layout.display = None if model.measures else "none"
        if model.value == "reading":
            self._told_at = 0.0
            self._show_progress()
        elif model.problem:
            self.said.value = _said("refused", refusal(model.problem))
        elif model.measures:
            self.said.value = _said("read", _read_well(model.measures))
        else:
            self.said.value = ""
        if model.measures and model.value == "read":
            self._show_call(model.measures)
        if several and model.value != "reading" and model.at >= 0:  # not while other files are being taken
            self._show_several()

    def _show_progress(self, *_: Any) -> None:
        model = self.model
        done, count = len(model.rows), len(model.sources)
        if model.value != "reading" or time.monotonic() - self._told_at < 0.3:
            return
        self._told_at = time.monotonic()
        bar = f'<progress max="{count}" value="{done}" aria-label="Files read"></progress> ' if count > 1 else ""
        now = escape(model.sources[min(done, count - 1)].name)
        self.said.value = _said("reading", f"<p>{bar}Reading file {min(done + 1, count)} of {count}: {now}</p>")

    def _show_several(self) -> None:
        model = self.model
        self.table.value = table(model.rows)
        options = [(f"{row['file']}{' (not read)' if row['problem'] else ''}", n) for n, row in enumerate(model.rows)]
        if tuple(options) != tuple(self.pick.options) or self.pick.value != model.at:
            self._fill(self.pick, options, model.at)

    def _show_call(self, measures: Measures) -> None:
        """Show all that depends on who the seller is; for another call, fill its lists, too."""
        model = self.model
        if self._call is not measures.call:
            self._call = measures.call
            self._fill(self.seller, model.sellers(), measures.seller)
            parts = range(0, len(measures.call.turns), _PART)
            last = len(measures.call.turns) - 1
            self._fill(self.part, [(f"Turns {n} to {min(n + _PART - 1, last)}", n) for n in parts], 0)
            self.part.layout.display = None if len(parts) > 1 else "none"
            others = [
                source for n, source in enumerate(model.sources) if n != model.at and not model.rows[n]["problem"]
            ]
            self._besides = (*others, *self._course)
            labels = (*(source.name for source in others), *course_labels())
            names = [("none", -1), *((label, n) for n, label in enumerate(labels))]
            self._fill(self.beside, names, -1)
            model.put_beside(None)
            self.place.value = ""
        self.who.value = _why(measures)
        self.card.value = card(measures)
        self._list_turns(self.part.value)
        found = model.moments()
        for n, button in enumerate(self.moments):
            button.layout.display = None if n < len(found) else "none"
            if n < len(found):
                at = "" if (when := found[n].at) is None else f"at {clock_text(when)}, "
                button.description = f"{found[n].title} ({at}turn {found[n].turn})"
        self._show_place()
        self.charts.value, self.team.value = _charts(measures, model.held() if len(model.sources) > 1 else ())
        if len(model.rows) > HELD:
            self.team.value += f"<p>The chart shows the first {HELD} of them.</p>"

    def _list_turns(self, first: int) -> None:
        measures = self.model.measures
        if measures is None:
            return
        turns = measures.call.turns[first : first + _PART]
        here = self.model.turn if any(turn.i == self.model.turn for turn in turns) else None
        self._fill(self.turns, [(_label(turn, measures), turn.i) for turn in turns], here)

    def _show_place(self, *_: Any) -> None:
        model = self.model
        reading = model.measures is not None and model.turn >= 0
        self.earlier.layout.display = self.later.layout.display = None if reading else "none"
        self.place.value = place(model.measures, model.turn) if reading and model.measures else ""
        if not reading:
            return
        part = model.turn - model.turn % _PART
        if part != self.part.value:
            self._fill(self.part, self.part.options, part)
            self._list_turns(part)
        elif self.turns.value != model.turn:
            self._fill(self.turns, self.turns.options, model.turn)

    def _show_side(self, *_: Any) -> None:
        model = self.model
        if model.measures is None or model.other is None or model.beside is None:
            self.side.value = ""
            return
        self.side.value = _side_by_side([(model.measures.call.file, model.measures), (model.beside.name, model.other)])


def _label(turn: Turn, measures: Measures) -> str:
    at = "" if turn.start is None else f"{clock_text(max(0.0, turn.start - measures.call.begin))}  "
    return f"{turn.i}  {at}{shorten(turn.speaker, 30)}: {shorten(turn.text, 80)}"


async def _step_by_step(steps: Iterator[int]) -> None:
    """Read one file at a time, and let the page's messages through in between."""
    for _ in steps:
        await asyncio.sleep(0)


def own_call() -> OwnCall:
    """Choose a transcript and its seller; see the card and the charts; read any place of it. Nothing is kept."""
    return OwnCall(OwnCallModel())


def dropped() -> OwnCall:
    """The score card for files dropped on a page (``frontend/src/drop.ts``): they come over a comm, as bytes."""
    from sellbackwards.practice.workbook import page  # which imports this module

    view = page.call_beside_plan() if items("deals") else own_call()

    def receive(message: Mapping[str, Any]) -> None:
        names = message["content"]["data"]["names"]
        view.take([Source(str(name), bytes(data)) for name, data in zip(names, message["buffers"], strict=True)])

    create_comm(target_name="sellbackwards.drop").on_msg(receive)
    return view
