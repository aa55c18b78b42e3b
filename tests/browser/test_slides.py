"""A lesson presented live from JupyterLab: slide after slide by the arrow keys, with its practices working."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from sellbackwards.course import ROOT
from tests.browser.lab import Lab, chromium, lab, run_all

PICTURES = Path(os.environ.get("SELLBACKWARDS_SCREENSHOTS", ROOT / "ci-output"))
GOOD = "What's a busy morning like, and how do you keep the guests' coffee the same?"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    if chromium() is None:
        if os.environ.get("SELLBACKWARDS_REQUIRE_BROWSER") == "1":
            pytest.fail("no Chromium on this machine")
        pytest.skip("needs Chromium (or SELLBACKWARDS_CHROMIUM, the path of one)")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with lab(tmp_path_factory.mktemp("lab")) as running:
        yield running


def test_a_lesson_is_presented_with_a_practice_that_is_alive(course: Lab) -> None:
    page = course.open("lessons/01_sell_backwards.ipynb")
    run_all(page)
    page.locator(".jp-MarkdownCell h1").click()  # the talk begins where the cursor is
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Toggle Deck").first.click()
    on_screen = page.locator(".jp-Cell.jp-deck-mod-visible")
    expect(on_screen).to_have_count(1)
    expect(on_screen.locator("h1")).to_have_text("Sell backwards", use_inner_text=True)
    headings = page.locator(".jp-MarkdownCell h2").count()
    for _ in range(headings):
        before = on_screen.first.inner_text()
        page.keyboard.press("ArrowRight")
        expect(on_screen.first).not_to_have_text(before, use_inner_text=True)
        if page.locator(".jp-deck-mod-visible .sb-practice-rewrite").count():
            break
    expect(on_screen.locator("h2")).to_have_text("Now both halves", use_inner_text=True)
    box = page.locator(".sb-practice-rewrite textarea").first
    box.click()
    box.press_sequentially(GOOD, delay=15)
    expect(page.locator(".sb-practice-rewrite .sb-feedback").first).to_have_attribute("data-status", "passed")
    page.screenshot(path=PICTURES / "slides.png")
    page.locator(".jp-Deck-Remote").get_by_title("Exit Deck").click()
    expect(page.locator(".jp-Deck-Remote")).to_have_count(0)
    expect(page.locator(".jp-MarkdownCell h1")).to_be_visible()
    assert course.complaints == []
