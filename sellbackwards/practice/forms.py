"""An answer cell as a form: the controls of its kind, and its card right under it.

Only in JupyterLab with the course's extension, which asks for it (``frontend/src/form.ts``) and writes what the
controls say into the cell. The cell's text stays the truth: it is read here as the grader reads it, and judged by the
same function. The two ends talk over a comm, in data alone; what they say stands in `form.ts`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import traitlets
from comm import create_comm

from sellbackwards.exercises import Exercise, judge
from sellbackwards.exercises.answers import answers_in_cell
from sellbackwards.exercises.catalogue import exercise
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.magic import remember
from sellbackwards.exercises.verdict_cards import STYLE, form_card
from sellbackwards.practice.base import hint_label, hint_lines, told
from sellbackwards.practice.controls import can_show, control
from sellbackwards.practice.progress import keep_answer, passed_answer

TARGET = "sellbackwards.form"
_SETTLED = 1.0  # seconds: the last letters before "Check" may arrive after it


class FormModel(traitlets.HasTraits):
    """The form without a screen. `text` is the answer; `shows` says whether the controls can show it as it stands."""

    text = traitlets.Unicode("")
    checked = traitlets.Unicode(None, allow_none=True)
    notes = traitlets.Tuple()
    shows = traitlets.Bool(True)
    hints_open = traitlets.Int(0)

    def __init__(self, one: Exercise) -> None:
        super().__init__()
        self.exercise = one

    def read(self, source: str) -> None:
        """Take over what stands in the cell. Several answers in one cell are left to the text box."""
        found = answers_in_cell(source, f"answer-{self.exercise.id.replace('.', '-')}")
        own = [one for one in found if one.exercise == self.exercise.id]
        self.notes = own[0].notes if own else ()
        self.text = own[0].text if own else ""
        self.shows = len(found) == len(own)

    def check(self, *, worked_on: bool = True) -> None:
        """Judge what stands there now; on opening a page, what nobody has `worked_on` just now."""
        self.checked = None
        self.checked = self.text
        remember(self.exercise.id, self.text, self.notes)
        status = judge(self.exercise, self.text).status
        keep_answer(self.exercise.id, status, self.text, worked_on=worked_on)

    def as_typed(self, said: str) -> str:
        """What stands under the cell's first line for what the controls say."""
        return said or KINDS[self.exercise.kind].blank(self.exercise.spec)


class Form(widgets.VBox):
    """The view. `send` is given what the page is to do (`form.ts`)."""

    def __init__(self, model: FormModel, send: Callable[[dict[str, Any]], None]) -> None:
        self.model, self._tell = model, send  # (`_send` is the widget's own)
        self.as_text, self._checked_at = False, 0.0
        one = model.exercise
        self.controls_box = widgets.VBox()
        self.help, self.card = widgets.HTML(), widgets.HTML()
        self.check_button = widgets.Button(description="Check my answer")
        self.hint_button = widgets.Button(description="Give me a hint", tooltip="One more hint each time")
        self.text_button = widgets.Button(description="Show as text", tooltip="Your answer as it is saved")
        self.next_button = widgets.Button(description="Next exercise")
        self.put_back_button = widgets.Button(
            description="Put my passed answer back",
            tooltip="The last answer of yours that passed",
            layout={"display": "none"},
        )
        self.check_button.add_class("sb-main")
        for button, role in ((self.check_button, "check"), (self.text_button, "text"), (self.next_button, "next")):
            button.add_class(f"sb-button-{role}")
        buttons = [
            self.check_button,
            *([self.hint_button] if one.hints else []),
            self.next_button,
            self.put_back_button,
            self.text_button,
        ]
        row = widgets.HBox(buttons, layout={"flex_flow": "row wrap"})
        # Classes from the start: those that are added later can be lost while the page makes its view.
        classes = ("sb-practice", "sb-form", f"sb-answer-{one.id.replace('.', '-')}")
        style = widgets.HTML(STYLE, layout={"display": "none"})
        super().__init__([style, self.controls_box, row, self.help, self.card], _dom_classes=classes)
        model.observe(self._show_card, "checked")
        model.observe(self._show_help, "hints_open")
        self.check_button.on_click(lambda _: self.check())
        self.hint_button.on_click(lambda _: self._more_hint())
        self.text_button.on_click(lambda _: self._toggle_text())
        self.put_back_button.on_click(lambda _: self._put_back())
        self.next_button.on_click(lambda _: send({"do": "next"}))
        self._show_help()
        self._show_put_back()

    def hear(self, message: dict[str, Any]) -> None:
        """What the page says."""
        if "source" in message:
            self.read(str(message["source"]))
        if message.get("check"):
            self.check()

    def read(self, source: str) -> None:
        """Show what stands in the cell: in its control where that can show it, else in the cell's own text box."""
        model, one, first = self.model, self.model.exercise, not self.controls_box.children
        model.read(source)
        model.shows = model.shows and can_show(one, model.text)
        if first:
            self.control = control(one, model.text)
            self.control.observe(self._changed, "text")
            self.controls_box.children = [self.control]
        else:
            self.control.show(model.text)
        self._show_as()
        if first and judge(one, model.text).status != "not answered":
            model.check(worked_on=False)  # the card of an answer that was there already

    def check(self) -> None:
        """Judge it now, in place; letters that are still on their way are judged as they arrive."""
        self._checked_at = time.monotonic()
        if self.model.shows and not self.as_text:
            self.control.settle()
        self.model.check()
        self._tell({"do": "checked"})

    def _changed(self, _: Any) -> None:
        said = self.model.as_typed(self.control.text)
        if said == self.model.text:
            return
        self.model.text, self.model.notes = said, ()
        self._tell({"text": said})
        self._show_put_back()
        if time.monotonic() - self._checked_at < _SETTLED:
            self.model.check()

    def _put_back(self) -> None:
        """The answer that passed once, in the place of what stands there now."""
        self.model.text, self.model.notes = passed_answer(self.model.exercise.id), ()
        self.model.shows = can_show(self.model.exercise, self.model.text)
        self.control.show(self.model.text)
        self._tell({"text": self.model.text})
        self._show_as()
        self.check()
        self.check_button.focus()  # the button that was pressed is gone

    def _show_put_back(self) -> None:
        model = self.model
        kept = passed_answer(model.exercise.id)
        lost = kept and kept != model.text and not judge(model.exercise, model.text).passed
        self.put_back_button.layout.display = None if lost else "none"

    def _toggle_text(self) -> None:
        self.as_text = not self.as_text
        self._show_as()

    def _show_as(self) -> None:
        shown = self.model.shows and not self.as_text
        self.controls_box.layout.display = None if shown else "none"
        self.text_button.description = "Show as text" if shown else "Show as a form"
        # Without the form there is nothing to go back to; what can't be shown stays as text until it is changed.
        self.text_button.disabled = not self.model.shows
        self._tell({"form": shown})

    def _more_hint(self) -> None:
        self.model.hints_open = min(self.model.hints_open + 1, len(self.model.exercise.hints))

    def _show_help(self, *_: Any) -> None:
        hints, opened = self.model.exercise.hints, self.model.hints_open
        self.help.value = told(hint_lines(hints, opened))
        self.hint_button.description = hint_label(hints, opened)

    def _show_card(self, *_: Any) -> None:
        model = self.model
        if model.checked is not None:
            self.card.value = form_card(
                model.exercise, judge(model.exercise, model.checked), model.notes, model.checked
            )
            self._show_put_back()


def form(exercise_id: str, token: str) -> Form | None:
    """The form of an exercise ("1.2"); None, and the text box stays, where there is no such exercise.

    By the `token` the page that asks knows its own: others may be open on the same kernel.
    """
    one = exercise(exercise_id)
    if one is None:
        return None
    comm = create_comm(target_name=TARGET, data={"exercise": exercise_id, "token": token})
    view = Form(FormModel(one), comm.send)
    comm.on_msg(lambda message: view.hear(message["content"]["data"]))
    return view
