"""Talk with a simulated buyer: a chat, and after it the debrief. What was said is kept over a restart."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import traitlets

from sellbackwards.buyer import Scenario, Talk, load
from sellbackwards.buyer.debrief import hints
from sellbackwards.buyer.transcript import transcript
from sellbackwards.course import answers_at_hand
from sellbackwards.exercises.verdict_cards import shorten
from sellbackwards.practice.base import DraftKeeper, Practice, hint_label, hint_lines, told
from sellbackwards.practice.catalogue import practice_entry
from sellbackwards.practice.controls.base import SayBox, WriteBox
from sellbackwards.practice.progress import drafts
from sellbackwards.practice.recall import note
from sellbackwards.practice.talking_pages import chat_log, debrief_page, meters, scene

# In a browser alone a file would lie where nobody finds it again, and be gone with the page.
_CAN_SAVE = sys.platform != "emscripten"
_A_TALK = 3  # lines after which a talk whose debrief was read counts as done, wherever it ended
_A_WHOLE_TALK = 8  # lines after which it counts as done in any case
_KEPT = 2_000  # characters of a line that are kept; nobody says more at once


class TalkModel(traitlets.HasTraits):
    """The talk without a screen. `lines` is all that it needs: the same lines make the same talk.

    `value` is the exit ("" while the talk goes on).
    """

    lines: traitlets.List[str] = traitlets.List(traitlets.Unicode())
    before: traitlets.List[str] = traitlets.List(traitlets.Unicode())
    hints_open = traitlets.Int(0)
    value = traitlets.Unicode("", read_only=True)

    def __init__(self, scenario: Scenario, typed: dict[str, str] | None = None) -> None:
        super().__init__()
        self.scenario = scenario
        self.talk = Talk(scenario)
        self.before = _kept(typed, "before")
        self._play(_kept(typed, "lines"))

    def say(self, line: str) -> None:
        """Say a line; nothing happens where the talk is over."""
        if not self.talk.over:
            self.talk.say(line[:_KEPT])
            self._changed()

    def take_back(self) -> None:
        """Undo the last turn."""
        self._play(self.talk.lines[:-1])

    def go_back_to(self, number: int) -> None:
        """Go back to the moment before line `number` (from 1); the talk as it was can be brought back."""
        if 1 <= number <= len(self.lines):
            self.before = self.lines
            self._play(self.talk.lines[: number - 1])

    def start_again(self) -> None:
        """A new talk; the one before can be brought back."""
        if self.talk.lines:
            self.before = self.talk.lines
        self._play([])

    def bring_back(self) -> None:
        """Change places with the talk before."""
        lines, self.before = self.before, self.talk.lines
        self._play(lines)

    def more_hint(self) -> None:
        """Open one hint more for the next line."""
        self.hints_open = min(self.hints_open + 1, len(hints(self.talk)))

    def typed(self) -> dict[str, str]:
        """What is kept as a draft."""
        return {"lines": json.dumps(self.lines), "before": json.dumps(self.before)}

    def _play(self, lines: list[str]) -> None:
        self.talk = Talk(self.scenario, lines)
        self._changed()

    def _changed(self) -> None:
        self.hints_open = 0
        self.lines = self.talk.lines
        self.set_trait("value", self.talk.state.exit or "")


def _kept(typed: dict[str, str] | None, name: str) -> list[str]:
    """The lines of a draft; empty where there are none or they can't be read."""
    try:
        found = json.loads((typed or {}).get(name, "[]"))
    except ValueError:
        return []
    return [line for line in found if isinstance(line, str)] if isinstance(found, list) else []


def save_transcript(talk: Talk, folder: Path) -> Path:
    """Write the talk to a new file in `folder`; no file is ever overwritten."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{talk.scenario.id}-{datetime.now():%Y-%m-%d-%H%M}"
    names = [stem, *(f"{stem}-{n}" for n in range(2, 100))]
    path = next(path for name in names if not (path := folder / f"{name}.txt").exists())
    path.write_text(transcript(talk), encoding="utf-8")
    return path


class TalkView(Practice):
    """The view. `value` is the exit, read-only; `model` is the practice itself."""

    value = traitlets.Unicode("", read_only=True)

    def __init__(self, model: TalkModel) -> None:
        self.model = model
        entry = practice_entry(f"talk_{model.scenario.id}")
        self._make_controls()
        super().__init__(entry, self._lay_out())
        self.add_class("sb-practice-talk")
        self._watch(entry.name)
        self.set_trait("value", model.value)
        self._show_talk()
        self._show_help()

    def _make_controls(self) -> None:
        scenario = self.model.scenario
        self.scene = widgets.HTML(scene(scenario))
        self.chat, self.meters = widgets.HTML(), widgets.HTML()
        writes = scenario.email is not None
        self.box = WriteBox(width="100%") if writes else SayBox(self._say_it, width="100%")
        self.send_button = widgets.Button(
            description="Send" if writes else "Say it", tooltip="As it stands" if writes else "Enter does the same"
        )
        self.hint_button = widgets.Button(description="Give me a hint", tooltip="For your next line")
        self.undo_button = widgets.Button(description="Take back my last line", tooltip="And try another")
        self.again_button = widgets.Button(description="Start again", tooltip="You can bring this conversation back")
        self.back_button = widgets.Button(description="Bring back the last conversation")
        self.back_to = widgets.Dropdown(
            description="Go back to", style={"description_width": "initial"}, layout={"width": "100%"}
        )
        self.debrief_button = widgets.Button(description="Show the debrief", tooltip="What happened, and why")
        self.save_button = widgets.Button(description="Save the transcript", tooltip="A text file in my-answers/talks")
        self.show_state = widgets.Checkbox(
            value=False, indent=False, description="While we talk, show openness, pull and tension"
        )
        self.help, self.saved, self.debrief = widgets.HTML(), widgets.HTML(), widgets.HTML()

    def _lay_out(self) -> list[Any]:
        row = [self.send_button, self.hint_button, self.undo_button, self.again_button, self.back_button]
        below = [self.debrief_button, self.save_button]
        wrap = {"flex_flow": "row wrap"}
        return [
            self.scene,
            self.chat,
            self.box,
            widgets.HBox(row, layout=wrap),
            self.help,
            self.show_state,
            self.meters,
            widgets.HBox(below, layout=wrap),
            self.saved,
            self.back_to,
            self.debrief,
        ]

    def _watch(self, name: str) -> None:
        """`name`: of the practice, in the progress file."""
        model, keeper = self.model, DraftKeeper(name, self.model.typed)
        self.send_button.on_click(lambda _: self._say_it())
        self.hint_button.on_click(lambda _: model.more_hint())
        self.undo_button.on_click(lambda _: self._undo())
        self.again_button.on_click(lambda _: self._start_again())
        self.back_button.on_click(lambda _: self._do(model.bring_back))
        self.back_to.observe(lambda change: self._go_back(change["new"]), "value")
        self.debrief_button.on_click(lambda _: self._show_debrief())
        self.save_button.on_click(lambda _: self._save())
        model.observe(keeper.changed, ["lines", "before"])
        model.observe(lambda change: self.set_trait("value", change["new"]), "value")
        model.observe(lambda change: note(name, "done") if change["new"] else None, "value")
        model.observe(self._show_talk, ["lines", "before"])
        model.observe(self._show_help, ["hints_open", "lines"])
        self.show_state.observe(self._show_talk, "value")

    def _say_it(self) -> None:
        if self.model.talk.over:
            self.saved.value = told(["<p>The talk is over. Take back a line, or start again.</p>"])
            return
        self.debrief.value, self.saved.value = "", ""
        self.model.say(self.box.value)
        self.box.value = ""
        if len(self.model.lines) == _A_WHOLE_TALK:
            note(f"talk_{self.model.scenario.id}", "done")
        if self.model.talk.over:
            self._show_debrief()

    def _undo(self) -> None:
        """The line that is taken back stands in the box again, to be changed."""
        last = self.model.lines[-1] if self.model.lines else ""
        self._do(self.model.take_back)
        self.box.value = last

    def _start_again(self) -> None:
        self._do(self.model.start_again)
        self.box.value = ""

    def _go_back(self, number: int) -> None:
        """To an earlier line, which stands in the box again."""
        if number:
            line = self.model.lines[number - 1]
            self._do(lambda: self.model.go_back_to(number))
            self.box.value = line

    def _do(self, what: Any) -> None:
        self.debrief.value, self.saved.value = "", ""
        what()
        self.box.focus()

    def _show_talk(self, *_: Any) -> None:
        model = self.model
        self.chat.value = chat_log(model.talk)
        self.meters.value = meters(model.talk) if self.show_state.value else ""
        self.back_button.layout.display = None if model.before else "none"
        self.back_to.index = None  # else the browser shows nothing chosen among new options
        self.back_to.options = [
            ("choose one of your lines, to try another there", 0),
            *((f"{n}. {shorten(line, 60) or '(silence)'}", n) for n, line in enumerate(model.lines, 1)),
        ]
        self.back_to.index = 0
        self.back_to.layout.display = None if len(model.lines) > 1 else "none"
        self.debrief_button.layout.display = None if model.lines else "none"
        self.save_button.layout.display = None if model.lines and _CAN_SAVE else "none"

    def _show_help(self, *_: Any) -> None:
        found = hints(self.model.talk)
        self.help.value = told(hint_lines(found, self.model.hints_open))
        self.hint_button.description = hint_label(found, self.model.hints_open)

    def _show_debrief(self) -> None:
        if len(self.model.lines) >= _A_TALK:
            note(f"talk_{self.model.scenario.id}", "done")
        if not self.debrief.value:  # it goes whenever the talk changes; while it stands, it is this talk's
            self.debrief.value = debrief_page(self.model.talk)

    def _save(self) -> None:
        try:
            path = save_transcript(self.model.talk, answers_at_hand() / "talks")
            said = f"<p>Saved as {path.parent.parent.name}/{path.parent.name}/{path.name}.</p>"
        except OSError as error:
            said = f"<p>It could not be saved ({error.strerror}). Is there room on the disk?</p>"
        self.saved.value = told([said])


def talk(scenario: str) -> TalkView:
    """Talk with the buyer of that id; the talk is there again after a restart."""
    return TalkView(TalkModel(load(scenario), drafts(f"talk_{scenario}")))
