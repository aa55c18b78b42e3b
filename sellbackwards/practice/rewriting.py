"""Practice: turn a pitch into two questions, one on the need behind it, one on how they reach that goal today.

A pitch that came as an email or a chat is rewritten as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from typing import Any

import ipywidgets as widgets
import traitlets

from sellbackwards.exercises import Exercise, Verdict, judge
from sellbackwards.exercises.status_words import WORDS
from sellbackwards.exercises.verdict_cards import badge, criteria_list
from sellbackwards.practice.base import DraftKeeper, Practice, feedback, hint_label, hint_lines, told
from sellbackwards.practice.catalogue import PracticeEntry, practice_entry
from sellbackwards.practice.controls.base import SendOnEnter
from sellbackwards.practice.pitches import CHANNELS, Pitch, like, pitches
from sellbackwards.practice.progress import drafts
from sellbackwards.practice.recall import Grade, note
from sellbackwards.practice.workbook.book import book
from sellbackwards.practice.workbook.own_pitches import is_own, keep_question, own_pitches, questions_typed
from sellbackwards.practice.workbook.store import ME

BOXES = ("need", "today", "message")


class RewriteModel(traitlets.HasTraits):
    """The practice without a screen. Boxes: "need", and "today" where there are two; "message" alone for an email.

    `value` sums up the boxes of the pitch at hand: "passed" where all are, "not answered" where nothing was typed,
    else "not yet" or "couldn't tell". `done` is (pitch, grade of `recall.Grade`) of the one that was done last: once a
    pitch.
    """

    place = traitlets.Int(0)
    need = traitlets.Unicode("")
    today = traitlets.Unicode("")
    message = traitlets.Unicode("")
    hints_open = traitlets.Int(0)
    way_shown = traitlets.Bool(False)
    need_verdict = traitlets.Instance(Verdict, allow_none=True)
    today_verdict = traitlets.Instance(Verdict, allow_none=True)
    message_verdict = traitlets.Instance(Verdict, allow_none=True)
    done = traitlets.Tuple()
    value = traitlets.Unicode("not answered", read_only=True)

    def __init__(self, choice: tuple[Pitch, ...], both: bool = True, typed: dict[str, str] | None = None) -> None:
        self.choice, self.both = choice, both
        self._typed = dict(typed or {})  # what stands in each box of each pitch: "p01.need"
        self._done: set[str] = set()
        self.taking_up = False
        self._helped: dict[str, Grade] = {}  # "hard" where a hint was opened before it passed, "again" for the way
        super().__init__()
        ids = [pitch.id for pitch in choice]
        last = self._typed.get("last", "")
        self.place = ids.index(last) if last in ids else 0
        self._take_up()
        self.observe(lambda change: self._judge(change["name"]), list(BOXES))

    @property
    def pitch(self) -> Pitch:
        """The pitch at hand."""
        return self.choice[self.place]

    @property
    def boxes(self) -> tuple[str, ...]:
        """The boxes that the pitch at hand asks for."""
        if self.both and self.pitch.message:
            return ("message",)
        return ("need", "today") if self.both else ("need",)

    def next_pitch(self, field: str = "") -> None:
        """Go to the next pitch (of a field), after the last to the first. What was typed for this one stays with it."""
        places = [n for n, pitch in enumerate(self.choice) if field in ("", pitch.field)]
        self.place = next((n for n in places if n > self.place), places[0])
        self._take_up()

    def go_to(self, pitch_id: str) -> None:
        """Go to the pitch of that id, if it is one of the choice."""
        ids = [pitch.id for pitch in self.choice]
        if pitch_id in ids:
            self.place = ids.index(pitch_id)
            self._take_up()

    def more_hint(self) -> None:
        """Open one hint more."""
        self._helped.setdefault(self.pitch.id, "hard")
        self.hints_open = min(self.hints_open + 1, len(self.pitch.hints))

    def show_way(self) -> None:
        """Show one way to ask."""
        self._helped[self.pitch.id] = "again"
        self.way_shown = True

    def typed(self) -> dict[str, str]:
        """Every box that has text, by pitch and box, and the pitch at hand: what is kept as a draft.

        What was typed for a pitch of one's own is kept with that pitch (`workbook`).
        """
        return {box: text for box, text in self._typed.items() if text and not is_own(box)} | {"last": self.pitch.id}

    def _take_up(self) -> None:
        self.hints_open, self.way_shown, self.taking_up = 0, False, True
        for box in BOXES:
            setattr(self, box, self._typed.get(f"{self.pitch.id}.{box}", "") if box in self.boxes else "")
            self._judge(box)
        self.taking_up = False
        if self.value == "passed":  # in a draft
            self._done.add(self.pitch.id)

    def _judge(self, box: str) -> None:
        if box not in self.boxes:
            setattr(self, f"{box}_verdict", None)
            return
        self._typed[f"{self.pitch.id}.{box}"] = getattr(self, box)
        setattr(self, f"{box}_verdict", judge(_exercises(self.pitch)[box], getattr(self, box)))
        verdicts = [getattr(self, f"{one}_verdict") for one in self.boxes]
        found = {"not answered" if verdict is None else verdict.status for verdict in verdicts}
        worst = next((one for one in ("not yet", "couldn't tell") if one in found), "not yet")
        self.set_trait("value", found.pop() if len(found) == 1 else worst)
        if self.value == "passed" and not self.taking_up and self.pitch.id not in self._done:
            self._done.add(self.pitch.id)
            self.done = (self.pitch.id, self._helped.get(self.pitch.id, "good"))


@cache
def _exercises(pitch: Pitch) -> dict[str, Exercise]:
    return {"need": pitch.need(), "today": pitch.today(), "message": pitch.rewritten()}


_HEADS = {status: words.practice for status, words in WORDS.items()} | {
    "not answered": "Type in the box above; what a good answer needs is ticked off here as you type.",
    "passed": "That works. Ask it.",
}


def _feedback(verdict: Verdict, typed: str, sent: bool = False) -> str:
    """The state of one box, in words and marks; `sent`: what was typed is written to somebody, not said."""
    head = "That works. Send it." if verdict.passed and sent else _HEADS[verdict.status]
    return feedback(
        verdict.status, typed, f'<p class="sb-head">{badge(verdict.status)}{head}</p>{criteria_list(verdict, typed)}'
    )


class Rewrite(Practice):
    """The view. `value` is the model's, read-only; `model` is the practice itself."""

    value = traitlets.Unicode("not answered", read_only=True)

    def __init__(self, entry: PracticeEntry, model: RewriteModel) -> None:
        self.model, self._practice = model, entry.name
        self._make_controls(BOXES if model.both else ("need",))
        super().__init__(entry, self._lay_out())
        self._watch(DraftKeeper(entry.name, model.typed))
        self.set_trait("value", model.value)
        self._show_pitch()
        self._show_help()

    def _make_controls(self, boxes: Sequence[str]) -> None:
        self.pitch = widgets.HTML()
        self.boxes = {
            box: widgets.Textarea(
                description=_exercises(self.model.pitch)[box].title,
                rows=6 if box == "message" else 2,
                placeholder="Type here",
                layout={"width": "100%"},
            )
            for box in boxes
        }
        self.feedback = {box: widgets.HTML() for box in boxes}
        self.help = widgets.HTML()
        self.hint_button = widgets.Button(description="Give me a hint", tooltip="One more hint each time")
        self.way_button = widgets.Button(description="Show me one way", tooltip="One of several good ways to ask")
        self.next_button = widgets.Button(description="Next pitch", tooltip="What you typed here is kept")
        fields = sorted({pitch.field for pitch in self.model.choice})
        self.field = widgets.Dropdown(
            options=[("all fields", ""), *((name, name) for name in fields)], description="Field"
        )
        self.pick = widgets.Dropdown(description="Pitch")
        self.mine = widgets.Text(
            description="Or find one like mine: what do you sell, and to whom?",
            placeholder="Type here",
            value=" ".join(filter(None, map(book().item("selling", ME).get, ("what", "whom")))),
        )
        self.find_button = widgets.Button(description="Find one", tooltip="The nearest of the pitches")
        self.found = widgets.HTML()
        self.asked = widgets.VBox()

    def _lay_out(self) -> list[Any]:
        choosing = widgets.VBox(
            [
                widgets.HTML("<p><b>Choose another pitch</b></p>"),
                widgets.HBox([self.field, self.pick]),
                widgets.HBox([self.mine, self.find_button]),
                self.found,
            ]
        )
        choosing.add_class("sb-chooser")
        several = len(self.model.choice) > 1
        self.next_button.add_class("sb-next")
        buttons = [self.hint_button, self.way_button, *([self.next_button] if several else [])]
        row = widgets.HBox(buttons, layout={"flex_flow": "row wrap"})
        return [self.pitch, self.asked, row, self.help, *([choosing] if several else [])]

    def _watch(self, keeper: DraftKeeper) -> None:
        model, boxes = self.model, list(self.boxes)
        for box in boxes:
            traitlets.link((model, box), (self.boxes[box], "value"))
            # The text too: one judgement may follow another unchanged ("not yet" twice), but its length moves on.
            model.observe(lambda change, box=box: self._show_feedback(box), [box, f"{box}_verdict"])
            self._show_feedback(box)
        model.observe(lambda change: self.set_trait("value", change["new"]), "value")
        model.observe(keeper.changed, [*boxes, "place"])
        model.observe(lambda change: self._note(*change["new"]), "done")
        model.observe(self._keep_own, boxes)
        model.observe(self._show_pitch, "place")
        model.observe(self._show_help, ["hints_open", "way_shown", "place"])
        self.hint_button.on_click(lambda _: model.more_hint())
        self.way_button.on_click(lambda _: model.show_way())
        self.next_button.on_click(lambda _: model.next_pitch(self.field.value))
        self.field.observe(lambda _: self._show_choice(), "value")
        self.pick.observe(lambda change: self._picked(change["new"]), "value")
        self.find_button.on_click(lambda _: self._find())
        self._enter = SendOnEnter(self.mine, self._find)

    def _note(self, pitch: str, grade: Grade) -> None:
        if not is_own(pitch):
            note(f"{self._practice}.{pitch}", grade)

    def _keep_own(self, change: Any) -> None:
        if is_own(self.model.pitch.id) and not self.model.taking_up:
            keep_question(book(), self.model.pitch.id, change["name"], change["new"])

    def _show_feedback(self, box: str) -> None:
        verdict = getattr(self.model, f"{box}_verdict")
        self.feedback[box].value = (
            "" if verdict is None else _feedback(verdict, getattr(self.model, box), box == "message")
        )

    def _picked(self, pitch_id: str | None) -> None:
        if pitch_id and pitch_id != self.model.pitch.id:
            self.model.go_to(pitch_id)

    def _find(self) -> None:
        """The nearest pitch that isn't the one at hand: pressed again, the next nearest of two."""
        near = [pitch for pitch in like(self.mine.value) if pitch.id != self.model.pitch.id]
        if near:
            self.model.go_to(near[0].id)
            self.found.value = told([f"<p>The nearest: {escape(near[0].trade)}.</p>"])
        else:
            self.found.value = told(["<p>None of them is near that. Choose a field, or try other words.</p>"])

    def _show_choice(self) -> None:
        """The pitches of the field, and the one at hand chosen in them."""
        field, here = self.field.value, self.model.pitch.id
        some = [pitch for pitch in self.model.choice if field in ("", pitch.field)]
        self.pick.options = [("choose …", ""), *((_capital(pitch.trade), pitch.id) for pitch in some)]
        self.pick.value = here if any(pitch.id == here for pitch in some) else ""

    def _show_pitch(self, *_: Any) -> None:
        self._show_choice()
        self.asked.children = [widget for box in self.model.boxes for widget in (self.boxes[box], self.feedback[box])]
        pitch, number = self.model.pitch, f"{self.model.place + 1} of {len(self.model.choice)}"
        count = f" ({number})" if len(self.model.choice) > 1 else ""
        who = f"{CHANNELS[pitch.channel]}, from {escape(pitch.trade)}" if pitch.channel else "your own"
        self.pitch.value = f"<p>The pitch{count}, {who}:</p><blockquote>“{escape(pitch.pitch)}”</blockquote>"

    def _show_help(self, *_: Any) -> None:
        model, pitch = self.model, self.model.pitch
        lines = hint_lines(pitch.hints, model.hints_open)
        if model.way_shown:
            for box in model.boxes:
                lead = "One way to write it:\n" if box == "message" else "One way to ask: "
                way = escape(_exercises(pitch)[box].model)
                lines.append(f'<p style="white-space: pre-line">{lead}“{way}”</p>')
        self.help.value = told(lines)
        self.hint_button.description = hint_label(pitch.hints, model.hints_open)
        self.way_button.layout.display = None if _exercises(pitch)[model.boxes[0]].model else "none"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def rewrite() -> Rewrite:
    """Turn pitches into two questions each, one's own as well; drafts are kept."""
    book().refresh()
    choice = pitches() + own_pitches(book())
    typed = drafts("rewrite") | questions_typed(book())
    return Rewrite(practice_entry("rewrite"), RewriteModel(choice, both=True, typed=typed))


def first_pitch() -> Rewrite:
    """One pitch, one question: the first try of all, in lesson 00."""
    model = RewriteModel(pitches()[:1], both=False, typed=drafts("first_pitch"))
    return Rewrite(practice_entry("first_pitch"), model)
