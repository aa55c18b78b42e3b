"""A lesson presented live: slide after slide by the arrow keys, whatever was clicked, with its practices working."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lab import PICTURES, Lab, awake

GOOD = "What's the end of the month like, and how do you pay the wages when customers are late?"
_FONT = "node => parseFloat(getComputedStyle(node).fontSize) * node.currentCSSZoom"
_SIDEWAYS = "[...document.querySelectorAll('.sb-slides *')].filter(node => node.scrollLeft > 0).length"


@pytest.fixture(autouse=True)
def _as_new(running: Lab) -> None:
    running.as_new()


def _slide(page: Page) -> int:
    return int(page.locator(".sb-slide-bar").get_by_role("status").inner_text().split()[0])


def _turned(page: Page, key: str, by: int) -> None:
    before = _slide(page)
    page.keyboard.press(key)
    assert _slide(page) == before + by


def _present(running: Lab, lesson: str = "01_sell_backwards") -> Page:
    page = running.open(f"lessons/{lesson}.ipynb")
    page.set_viewport_size({"width": 1280, "height": 720})
    awake(page)
    page.get_by_role("button", name="Show as slides").click()
    return page


def test_a_practice_is_alive_and_escape_gives_the_arrows_back(running: Lab) -> None:
    page = _present(running)
    practice = page.locator(".sb-practice-rewrite.sb-live")
    expect(page.locator(".jp-MarkdownCell:visible h1")).to_have_text("Sell backwards", use_inner_text=True)
    while not practice.is_visible():
        _turned(page, "ArrowRight", 1)
    first, second, *_ = practice.locator("textarea").all()
    for box in (first, second):
        box.click()
        page.keyboard.type(GOOD)
        expect(practice.locator(".sb-feedback").first).to_have_attribute("data-status", "passed")
        _turned(page, "ArrowLeft", 0)  # in a box the arrows are the box's
        page.keyboard.press("Escape")
        _turned(page, "ArrowLeft", -1)
        _turned(page, "ArrowRight", 1)
    assert first.input_value() == second.input_value() == GOOD
    page.screenshot(path=PICTURES / "slides.png")
    assert running.complaints == []


def test_the_arrows_turn_wherever_one_clicked_and_nothing_moves_sideways(running: Lab) -> None:
    page = _present(running)
    cells = page.locator(".jp-Cell").count()
    for x, y in ((8, 300), (1270, 200), (640, 200), (640, 650), (640, 700), (100, 715)):
        for click in (page.mouse.click, page.mouse.dblclick):
            click(x, y)
            _turned(page, "ArrowRight", 1)
            _turned(page, "PageUp", -1)
            assert page.evaluate(_SIDEWAYS) == 0
        _turned(page, "PageDown", 1)
    for key in "ddxab":  # JupyterLab's keys for a cell
        page.keyboard.press(key)
    assert page.locator(".jp-Cell").count() == cells
    for _ in range(40):
        page.keyboard.press("ArrowLeft")
    assert _slide(page) == 1


def test_slides_begin_where_one_is_and_the_page_comes_back_there(running: Lab) -> None:
    page = running.open("lessons/01_sell_backwards.ipynb")
    page.set_viewport_size({"width": 1280, "height": 720})
    awake(page)
    practice = page.locator(".sb-practice-01_objection.sb-live")
    practice.scroll_into_view_if_needed()
    practice.evaluate("node => node.scrollIntoView({block: 'center'})")
    page.get_by_role("button", name="Show as slides").click()
    expect(practice).to_be_in_viewport()
    expect(page.get_by_role("menubar")).to_be_hidden()  # nothing of JupyterLab around it
    page.get_by_role("button", name="Next slide").click()
    title = page.locator(".sb-slides .jp-MarkdownCell:visible :is(h2, h3)").first
    text = title.inner_text()
    page.get_by_role("button", name="End the slides").click()
    expect(page.locator(".sb-slide-bar, .sb-slides, .sb-off-slide")).to_have_count(0)
    expect(page.get_by_role("heading", name=text).first).to_be_in_viewport()
    expect(page.get_by_role("menubar").first).to_be_visible()


@pytest.mark.parametrize("lesson", ["00_start_here", "02_lead_as_the_expert"])
def test_slides_are_larger_than_the_lesson_and_show_no_code(running: Lab, lesson: str) -> None:
    page = running.open(f"lessons/{lesson}.ipynb")
    awake(page)
    text = page.locator(".jp-MarkdownCell p").first
    small = text.evaluate(_FONT)
    page.get_by_role("button", name="Show as slides").click()
    assert text.evaluate(_FONT) >= 1.4 * small
    for _ in range(page.locator(".jp-MarkdownCell :is(h2, h3)").count()):
        expect(page.locator(".sb-slides").get_by_text("Shift + Enter").locator("visible=true")).to_have_count(0)
        expect(
            page.locator(".sb-slides .sb-delivered .jp-InputArea:visible, .sb-slides .jp-InputPrompt:visible")
        ).to_have_count(0)
        page.keyboard.press("ArrowRight")


def test_a_slide_that_is_closed_or_left_for_another_page_leaves_jupyterlab_as_it_was(running: Lab) -> None:
    page = _present(running)
    page.evaluate("jupyterapp.commands.execute('docmanager:open', {path: 'lessons/glossary.ipynb'})")
    expect(page.get_by_role("menubar").first).to_be_visible()
    expect(page.locator(".sb-slides")).to_have_count(0)
