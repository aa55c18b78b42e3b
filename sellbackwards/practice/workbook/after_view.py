"""After the call: its transcript beside the plan, and two lines that are kept. The transcript itself never is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from sellbackwards.calls import Measures
from sellbackwards.calls.call import Turn
from sellbackwards.exercises.verdict_cards import shorten
from sellbackwards.practice.own_calls import OwnCallModel
from sellbackwards.practice.own_calls_view import OwnCall
from sellbackwards.practice.workbook.deal_views import DealView
from sellbackwards.practice.workbook.parts import QUESTIONS
from sellbackwards.practice.workbook.plan_and_call import Compared, PlanAndCall, compare

_MARKS = {
    "asked": ("✓", "Asked"),
    "couldn't tell": ("?", "Couldn't tell, so you decide"),
    "not asked": ("–", "Not asked"),
}
_SHOWN = 3  # of the turns that answer a question


def comparison(found: PlanAndCall, planned_step: str) -> str:
    """The plan beside the call (HTML)."""
    rows = "".join(_row(one) for one in found.questions)
    questions = (
        f'<ol class="sb-criteria">{rows}</ol>' if rows else "<p>No question stands in your plan for this deal yet.</p>"
    )
    return (
        '<section class="sb-feedback" aria-label="Your plan beside this call" role="status" aria-live="polite">'
        f'<p class="sb-head">Your plan beside this call</p><p>Seller: {escape(found.measures.seller or "nobody")}. '
        "Is that you? If not, choose the seller below.</p>"
        f"{questions}{_step(found, planned_step)}</section>"
    )


def _row(one: Compared) -> str:
    mark, word = _MARKS[one.was]
    said = f"<b>{word}</b>: {escape(' '.join(one.question.split()))}"
    if one.asked is not None:
        said += f"<br>Turn {one.asked.turn}: “{escape(shorten(one.asked.text))}”"
        said += _answer(one.answer)
    return f'<li><span class="sb-mark" aria-hidden="true">{mark}</span>{said}</li>'


def _answer(turns: Sequence[Turn]) -> str:
    if not turns:
        return "<br>Nobody answered before you went on."
    told = "".join(f"<br>{escape(turn.speaker)}: “{escape(shorten(turn.text, 300))}”" for turn in turns[:_SHOWN])
    more = f"<br>… and {len(turns) - _SHOWN} turns more" if len(turns) > _SHOWN else ""
    return f"<br>What you learned:{told}{more}"


def _step(found: PlanAndCall, planned: str) -> str:
    plan = f"<p>Your plan was: {escape(planned)}</p>" if planned else ""
    if found.step is None:
        return f"<p><b>Next step:</b> I hear nobody name one.</p>{plan}"
    who = "You named it" if found.by_seller else f"{escape(found.step_by)} named it"
    return f"<p><b>Next step:</b> {who}, in turn {found.step.i}: “{escape(shorten(found.step.text))}”</p>{plan}"


class After(DealView):
    """A call of one's own beside the plan for the deal at hand."""

    def before(self) -> Sequence[Any]:
        self.beside = widgets.HTML()
        self.call = OwnCall(OwnCallModel(), beside=[self.beside])
        self.call.model.observe(lambda _: self.show_comparison(), ["measures", "value"])
        return [*super().before(), self.call]

    def show(self) -> None:
        super().show()
        self.show_comparison()

    def show_comparison(self) -> None:
        """Put the plan beside the call that is on the card."""
        measures: Measures | None = self.call.model.measures
        deal = self.book.item("deals", self.book.deal)
        planned = [text for name in QUESTIONS if (text := deal.get(name, "").strip())]
        value = comparison(compare(planned, measures), deal.get("step.action", "").strip()) if measures else ""
        if value != self.beside.value:
            self.beside.value = value
