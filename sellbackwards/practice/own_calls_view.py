"""The view of `own_calls`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets
import traitlets
from comm import create_comm

from sellbackwards.calls import Measures, TranscriptError
from sellbackwards.calls.score_card import card
from sellbackwards.calls.wording import clock_text
from sellbackwards.practice.base import Practice
from sellbackwards.practice.catalogue import practice_entry
from sellbackwards.practice.own_calls import HELD, OwnCallModel, Source, course_calls, course_labels, sources_at
from sellbackwards.practice.own_calls_html import (
    charts_of,
    place,
    read_well,
    refusal,
    said,
    side_by_side,
    table,
    turn_label,
    why_seller,
)
from sellbackwards.practice.workbook.store import items

# Text of any kind, and what people take for a transcript: that is refused with a word on what to do. Recordings are
# left out, since a browser would first send all of one.
_ACCEPT = ".vtt,.srt,.sbv,.txt,.md,.csv,.tsv,.json,.jsonl,.html,.htm,.docx,.odt,.doc,.rtf,.pdf,.eml,.xlsx,.zip,text/*"
_PART = 500  # turns in the list at once: longer lists are slow in a browser


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
        self._make_controls()
        super().__init__(practice_entry("own_call"), self._lay_out(beside))
        self._watch()
        self._show()

    def _make_controls(self) -> None:
        self.intro = widgets.HTML(
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
            description="Or paste the conversation here, with the speaker's name at the start of each line",
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

    def _lay_out(self, beside: Sequence[Any]) -> list[Any]:
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
        return [
            self.intro, self.upload, widgets.HBox([self.path, self.path_button], layout=_ROW_WRAP),
            self.paste, self.paste_button, self.course,
            self.said, *beside, self.stop_button, self.several, self.one,
        ]  # fmt: skip

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
            self.said.value = said("refused", refusal(model.problem))
        elif model.measures:
            self.said.value = said("read", read_well(model.measures))
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
        self.said.value = said("reading", f"<p>{bar}Reading file {min(done + 1, count)} of {count}: {now}</p>")

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
        self.who.value = why_seller(measures)
        self.card.value = card(measures)
        self._list_turns(self.part.value)
        found = model.moments()
        for n, button in enumerate(self.moments):
            button.layout.display = None if n < len(found) else "none"
            if n < len(found):
                at = "" if (when := found[n].at) is None else f"at {clock_text(when)}, "
                button.description = f"{found[n].title} ({at}turn {found[n].turn})"
        self._show_place()
        self.charts.value, self.team.value = charts_of(measures, model.held() if len(model.sources) > 1 else ())
        if len(model.rows) > HELD:
            self.team.value += f"<p>The chart shows the first {HELD} of them.</p>"

    def _list_turns(self, first: int) -> None:
        measures = self.model.measures
        if measures is None:
            return
        turns = measures.call.turns[first : first + _PART]
        here = self.model.turn if any(turn.i == self.model.turn for turn in turns) else None
        self._fill(self.turns, [(turn_label(turn, measures), turn.i) for turn in turns], here)

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
        self.side.value = side_by_side([(model.measures.call.file, model.measures), (model.beside.name, model.other)])


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
