"""What a cell of the page "My deals" shows: ``practice.my_deals("plan")``."""

from __future__ import annotations

from sellbackwards.practice.own_calls_view import OwnCall
from sellbackwards.practice.workbook.after_view import After
from sellbackwards.practice.workbook.book import book
from sellbackwards.practice.workbook.deal_views import Deals, DealView, Files, Leads, Numbers, Plan
from sellbackwards.practice.workbook.parts import parts
from sellbackwards.practice.workbook.views import ListView, PartView

_VIEWS: dict[str, type[PartView]] = {
    "selling": PartView,
    "pitches": ListView,
    "moments": PartView,
    "leads": Leads,
    "deal": Deals,
    "reasons": DealView,
    "numbers": Numbers,
    "step": DealView,
    "quiet": DealView,
    "plan": Plan,
    "after": After,
    "files": Files,
}


def my_deals(part: str) -> PartView:
    """A part of the page My deals, by its name in ``parts.yaml``. Raises KeyError where there is none."""
    return _VIEWS[part](book(), parts()[part])


def call_beside_plan() -> OwnCall:
    """The score card for a call, with the plan for the deal at hand beside it."""
    return After(book(), parts()["after"]).call
