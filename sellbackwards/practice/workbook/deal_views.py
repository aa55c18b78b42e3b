"""The parts that show more than their boxes: the deal at hand, ten hours, sums, the plan's page, files to keep."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from sellbackwards.exercises import judge
from sellbackwards.practice.base import told
from sellbackwards.practice.workbook.book import Place
from sellbackwards.practice.workbook.pages import all_as_json, all_page, for_coach, plan_body, plan_of, plan_page
from sellbackwards.practice.workbook.parts import hours_told
from sellbackwards.practice.workbook.store import set_aside
from sellbackwards.practice.workbook.sums import sums_html, sums_of
from sellbackwards.practice.workbook.views import ROW_WRAP, AskedOnce, ListView, PartView, said_of


class DealView(PartView):
    """A part about the deal at hand; where there are several, they can be chosen between on each such part."""

    def before(self) -> Sequence[Any]:
        self._filling = False
        self.pick = widgets.Dropdown(options=[("", "")], description="Which deal?")
        self.pick.observe(lambda change: self._picked(change["new"]), "value")
        return [self.pick]

    def _picked(self, deal: str) -> None:
        if deal and not self._filling:
            self.book.choose(deal)

    def show(self) -> None:
        super().show()
        deals = {**self.book.items("deals")}
        deals.setdefault(self.book.deal, {})
        options = [(_deal_name(fields, n), item) for n, (item, fields) in enumerate(deals.items(), 1)]
        if tuple(options) != tuple(self.pick.options) or self.pick.value != self.book.deal:
            self._filling = True
            self.pick.options = options
            self.pick.value = self.book.deal
            self._filling = False
        self.pick.layout.display = None if len(options) > 1 else "none"


def _deal_name(fields: Any, n: int) -> str:
    return str(fields.get("name", "").strip() or fields.get("customer", "").strip() or f"Deal {n}")


class Deals(DealView):
    """The deal itself; add another one, or delete it."""

    def after(self) -> Sequence[Any]:
        add = self.add_button = widgets.Button(description="Add another deal")
        add.on_click(lambda _: self.add())
        self.out = AskedOnce(
            "Delete this deal",
            lambda: "Delete this deal, with its reasons, numbers and plan? It can't be brought back.",
            "Yes, delete it",
            lambda: self.book.remove("deals", self.book.deal),
        )
        return [widgets.HBox([add, self.out.widget], layout={**ROW_WRAP, "align_items": "flex-start"})]

    def add(self) -> None:
        """Another deal, empty until something is typed."""
        self.book.choose(self.book.new_item())
        self.boxes["name"].box.focus()


class Leads(ListView):
    """The leads, and whether the ten hours are spent: on whom, and on what grounds."""

    def after(self) -> Sequence[Any]:
        self.sum = widgets.HTML()
        return [*super().after(), self.sum]

    def show(self) -> None:
        super().show()
        leads = list(self.book.items("leads").values())
        found = hours_told(leads)
        if found is None:
            self.sum.value = ""
            return
        verdict = judge(*found)
        blind = [lead["name"] for lead in leads if _has_hours(lead) and not lead.get("shows", "").strip()]
        ask = (
            f"<p>You give hours to {escape(' and '.join(blind))} and don't know yet whether they want to change "
            "anything. A short question comes before an hour.</p>"
            if blind
            else ""
        )
        head = "Ten hours, spent." if verdict.passed else "Your ten hours so far:"
        self.sum.value = said_of(verdict, found[1], head) + ask


def _has_hours(lead: Any) -> bool:
    return any(digit in lead.get("hours", "") for digit in "123456789")


class Numbers(DealView):
    """Stay or change, worked out."""

    def after(self) -> Sequence[Any]:
        self.result = widgets.HTML()
        return [self.result]

    def show(self) -> None:
        super().show()
        said = sums_html(sums_of(self.book.item("deals", self.book.deal)), self.part.boxes)
        value = f'<div role="status" aria-live="polite">{said}</div>'
        if value != self.result.value:
            self.result.value = value


class Plan(DealView):
    """The plan: its boxes, and the page that is made of them and of all the parts before."""

    def after(self) -> Sequence[Any]:
        self.page = widgets.HTML()
        return [widgets.HTML("<h3>Your plan on one page</h3>"), self.page]

    def show(self) -> None:
        super().show()
        plan = plan_of(self.book)
        name = "call plan.html"
        link = file_link(
            name, "text/html", plan_page(plan), "Open the plan, to print it or to keep it beside the call", opens=True
        )
        self.page.value = f'<div class="sb-plan-page">{plan_body(plan)}</div><p>{link}</p>'


def file_link(name: str, kind: str, text: str, words: str, opens: bool = False) -> str:
    """A link (HTML) that saves a text as a file; `opens`: in JupyterLab it opens in a tab of its own."""
    data = b64encode(text.encode()).decode()
    mark = ' class="sb-opens"' if opens else ""
    return f'<a{mark} download="{escape(name)}" href="data:{kind};charset=utf-8;base64,{data}">{escape(words)}</a>'


class Files(PartView):
    """Save all of it, or delete all of it."""

    def after(self) -> Sequence[Any]:
        self.save_button = widgets.Button(description="Make files of all that I typed here")
        self.save_button.add_class("sb-main")
        self.save_button.on_click(lambda _: self.export())
        self.said = widgets.HTML()
        self.forget = AskedOnce(
            "Delete all that I typed here",
            lambda: (
                "Delete everything on this page, and your promises: what you sell, your pitches, leads, deals and "
                "plans? It can't be brought back."
            ),
            "Yes, delete everything",
            self._forget,
        )
        return [self.save_button, self.said, self.forget.widget]

    def export(self) -> None:
        """Files of what stands there now: to read and print, for other programs, for a coach."""
        self.book.keep()
        page = file_link("my deals.html", "text/html", all_page(self.book), "Save it to read and print (a web page)")
        data = file_link(
            "my deals.json", "application/json", all_as_json(self.book), "Save it for other programs (JSON)"
        )
        coach = file_link(
            "for my coach.json",
            "application/json",
            for_coach(self.book),
            "Save only my promises and this plan, for my coach (JSON)",
        )
        self.said.value = told([f"<p>✓ Made of what stands there now.</p><p>{page}</p><p>{data}</p><p>{coach}</p>"])

    def _forget(self) -> None:
        failed = self.book.forget()
        self.said.value = told(
            [
                f"<p>✗ Not all of it could be deleted: {escape(failed)}</p>"
                if failed
                else "<p>✓ Deleted. Nothing that you typed on this page is kept on this computer any more. "
                "Files that you saved yourself are where you put them.</p>"
            ]
        )

    def book_changed(self, place: Place | None) -> None:
        super().book_changed(None)

    def show(self) -> None:
        super().show()
        broken = set_aside()
        if broken and not self.said.value:
            names = ", ".join(escape(str(path)) for path in broken)
            self.said.value = told(
                [f"<p>The file of your deals was broken once. It was put aside, not deleted: {names}</p>"]
            )
