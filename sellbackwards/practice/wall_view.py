"""The wall of a room's questions in a notebook: questions are pasted and shown without names. Nothing is kept."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets
import traitlets

from sellbackwards.exercises import Exercise
from sellbackwards.practice.base import Practice
from sellbackwards.practice.catalogue import practice_entry
from sellbackwards.practice.walls import Group, Question, mixed, pitch_called, without_names
from sellbackwards.practice.walls import wall as groups_of

_LARGE = "font-size: 1.6em; line-height: 1.35"
_CARD = "margin: .3em 0; padding: .3em .5em; border: 1px solid #767676; border-radius: 4px; overflow-wrap: anywhere"


class WallModel(traitlets.HasTraits):
    """The wall without a screen. `pasted`: what stands in the box; `by_group`: sorted by what the questions do."""

    pasted = traitlets.Unicode("")
    by_group = traitlets.Bool(False)
    groups: traitlets.List[Group] = traitlets.List(read_only=True)

    def __init__(self, pitch: Exercise) -> None:
        self.pitch = pitch
        super().__init__()

    @traitlets.observe("pasted")
    def _sort(self, change: object) -> None:
        self.set_trait("groups", groups_of(without_names(self.pasted.splitlines()), self.pitch))


class Wall(Practice):
    """The view. `model` is the wall itself."""

    def __init__(self, model: WallModel) -> None:
        self.model = model
        self.box = widgets.Textarea(
            rows=4, placeholder="Paste here", layout={"width": "100%"}, description="Everybody's questions"
        )
        self.sort = widgets.ToggleButton(description="Sort by what they do")
        self.shown = widgets.HTML()
        pitch = widgets.HTML(f'<p style="{_LARGE}">“{escape(model.pitch.spec["pitch"])}”</p>')
        super().__init__(
            practice_entry("wall"),
            [
                pitch,
                widgets.HTML("<p>One question a line. Names before a colon are taken off.</p>"),
                self.box,
                self.sort,
                self.shown,
            ],
        )
        traitlets.link((self.box, "value"), (model, "pasted"))
        traitlets.link((self.sort, "value"), (model, "by_group"))
        model.observe(self._show, ["groups", "by_group"])
        self._show()

    def _show(self, *_: object) -> None:
        groups: list[Group] = self.model.groups
        if self.model.by_group:
            inside = "".join(
                f"<p><b>{escape(one.title)}</b></p><p>{escape(one.what)}</p>{_list(one.questions)}" for one in groups
            )
        else:
            inside = _list(tuple(question for _, question in mixed(groups)))
        self.shown.value = f'<div role="status" aria-live="polite"><div style="{_LARGE}">{inside}</div></div>'


def _list(questions: tuple[Question, ...]) -> str:
    items = "".join(
        f'<li dir="auto" style="{_CARD}">{escape(one.text)}{f" ({one.times} wrote this)" if one.times > 1 else ""}</li>'
        for one in questions
    )
    return f'<ul style="list-style: none; padding: 0">{items}</ul>'


def wall(pitch: str = "p05") -> Wall:
    """Show the wall for a pitch of ``datasets/pitches.yaml`` ("p02") or an exercise with one ("1.1")."""
    found = pitch_called(pitch)
    if found is None:
        raise ValueError(f"There is no pitch {pitch}: take p01 to p60, or an exercise with a pitch, such as 1.1.")
    return Wall(WallModel(found))
