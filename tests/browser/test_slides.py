"""A lesson presented live from JupyterLab: slide after slide by the arrow keys, with its practices working."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.lab import PICTURES, Lab, awake

GOOD = "What's the end of the month like, and how do you pay the wages when customers are late?"


def test_a_lesson_is_presented_with_a_practice_that_is_alive(running: Lab) -> None:
    page = running.open("lessons/01_sell_backwards.ipynb")
    awake(page)
    page.get_by_role("button", name="Show as slides").click()
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
    expect(page.locator(".jp-deck-mod-visible .sb-practice-rewrite")).to_be_visible()
    box = page.locator(".sb-practice-rewrite textarea").first
    box.click()
    box.press_sequentially(GOOD, delay=15)
    expect(page.locator(".sb-practice-rewrite .sb-feedback").first).to_have_attribute("data-status", "passed")
    page.screenshot(path=PICTURES / "slides.png")
    page.locator(".jp-Deck-Remote").get_by_title("Exit Deck").click()
    expect(page.locator(".jp-Deck-Remote")).to_have_count(0)
    expect(page.locator(".jp-MarkdownCell h1")).to_be_visible()
    expect(page.locator(".jp-NotebookPanel.sb-page")).to_be_visible()  # a page again
    assert running.complaints == []
