"""The controls in a real browser: worked by keyboard alone, audited in both themes; and charts that follow the theme."""

from __future__ import annotations

import io
from collections.abc import Iterator

import nbformat
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import faults
from tests.browser.lab import PICTURES, RED, Lab, in_both_themes, run_all

NOTEBOOK = "controls.ipynb"
CODE = """
import ipywidgets
from sellbackwards.calls import measure, read_call
from sellbackwards.calls.charts import talk_share
from sellbackwards.course import DATASETS
from sellbackwards.exercises import Exercise
from sellbackwards.exercises.verdict_cards import STYLE
from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.practice.controls import control

found = {one.kind: one for one in [Exercise("9.1", "plan", "", {"steps_at_least": 2}),
    *(one for some in all_sets() for one in some.exercises)]}
views = {kind: control(one, one.model if kind in ("numbers", "fields") else "") for kind, one in found.items()}
said = {kind: ipywidgets.HTML() for kind in views}
for kind, view in views.items():
    said[kind].add_class(f"said-{kind}")
    view.observe(lambda change, kind=kind: said[kind].set_trait("value", change["new"]), "text")
page = ipywidgets.VBox([ipywidgets.HTML(STYLE), *(one for kind in views for one in (views[kind], said[kind]))])
page.add_class("sb-practice")
page
"""
CHART = """
talk_share([("One call", measure(read_call(DATASETS / "calls/01_forward.vtt")))])
"""


@pytest.fixture(scope="module")
def course(running: Lab) -> Iterator[Lab]:
    running.as_new()
    cells = [nbformat.v4.new_markdown_cell("# Controls"), *map(nbformat.v4.new_code_cell, (CODE, CHART))]
    kernel = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), running.course / NOTEBOOK)
    yield running
    assert running.complaints == []


@pytest.fixture(scope="module")
def page(course: Lab) -> Page:
    page = course.open(NOTEBOOK)
    run_all(page)
    expect(page.locator(".sb-control").first).to_be_visible()
    return page


def kind(page: Page, name: str) -> Locator:
    return page.locator(f".sb-control-{name}")


def said(page: Page, name: str) -> Locator:
    return page.locator(f".said-{name} .widget-html-content")


def test_every_kind_is_worked_by_keyboard_alone(page: Page) -> None:
    press = page.keyboard.press

    # An order: the focus goes with the line, so that it can be moved on.
    rows = kind(page, "ordering").locator(".sb-order-row")
    first = rows.nth(0).locator("span").inner_text().partition(" ")[2]
    rows.nth(0).get_by_role("button", name="Down").focus()
    for place in (1, 2):
        press("Enter")
        expect(rows.nth(place)).to_contain_text(first)
        expect(rows.nth(place).get_by_role("button", name="Down")).to_be_focused()
    press("Shift+Tab")
    press("Space")
    expect(rows.nth(1)).to_contain_text(first)
    expect(said(page, "ordering")).to_contain_text("2, 1, 3")

    # Groups: a list beside each line, named by the line; the arrows choose.
    kind(page, "sorting").get_by_label("a) ").focus()
    press("ArrowDown")
    press("Tab")
    expect(kind(page, "sorting").get_by_label("b) ")).to_be_focused()
    press("ArrowDown")
    press("ArrowDown")
    expect(said(page, "sorting")).to_contain_text("a - ")
    expect(said(page, "sorting")).to_contain_text("b - ")

    # A plan: from a box to the next, a row more, a row less.
    plan = kind(page, "plan")
    plan.get_by_label("What happens").nth(0).focus()
    for word in ("call her", "Noor", "Monday"):
        page.keyboard.type(word)
        press("Tab")
    expect(said(page, "plan")).to_contain_text("Step 1: call her\nWho does it: Noor\nBy when: Monday")
    visible = plan.locator(".sb-plan-row:visible")
    count = visible.count()
    plan.get_by_role("button", name="Add a step").focus()
    press("Enter")
    expect(visible).to_have_count(count + 1)
    expect(visible.nth(count).get_by_label("What happens")).to_be_focused()

    # A talk: Enter says the line, and the box waits for the next one.
    talk = kind(page, "talk")
    talk.get_by_label("What you say").focus()
    for turn, line in enumerate(("Good morning.", "How do you do it today?"), 1):
        page.keyboard.type(line)
        press("Enter")
        expect(talk.locator(f'[data-turns="{turn}"]')).to_be_visible()
        expect(talk.get_by_label("What you say")).to_have_value("")
        expect(talk.get_by_label("What you say")).to_be_focused()
    expect(said(page, "talk")).to_contain_text("Me: How do you do it today?")
    expect(page.locator(RED)).to_have_count(0)


def test_every_kind_is_accessible_and_the_chart_follows_the_theme(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    picture = page.locator(".sb-chart img")
    for theme in in_both_themes(page):
        assert faults(page, ".sb-control", ".sb-chart") == []
        kind(page, "sorting").scroll_into_view_if_needed()
        page.screenshot(path=PICTURES / f"controls_{theme}.png")
        picture.scroll_into_view_if_needed()
        corner = Image.open(io.BytesIO(picture.screenshot())).convert("L").getpixel((3, 3))
        assert isinstance(corner, int)
        assert corner < 80 if theme == "dark" else corner > 175
    cut = (
        kind(page, "choice")
        .locator("label")
        .evaluate_all(
            "labels => labels.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"
        )
    )
    assert cut == []  # long options wrap
