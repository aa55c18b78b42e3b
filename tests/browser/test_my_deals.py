"""The page My deals in JupyterLab: typed into, killed while one types, printed, forgotten."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.lab import PICTURES, Lab, awake, wait_until
from tests.browser.test_face_troubles import PID

NOTEBOOK = "lessons/my_deals.ipynb"


@pytest.fixture
def page(running: Lab) -> Iterator[Page]:
    running.as_new()
    running.trust(NOTEBOOK)
    page = running.open(NOTEBOOK)
    awake(page)
    yield page
    assert running.complaints == []


def part(page: Page, name: str) -> Locator:
    return page.locator(f".sb-live.sb-practice-my_{name}")


def kept(running: Lab) -> Path:
    return running.private / "progress" / "my-deals.json"


def fields(running: Lab, section: str) -> dict[str, str]:
    """The texts of the first item of a section, as the file has them."""
    if not kept(running).exists():
        return {}
    return next(iter(json.loads(kept(running).read_text(encoding="utf-8")).get(section, {}).values()), {})


def test_what_is_typed_outlives_a_kernel_that_is_killed(running: Lab, page: Page) -> None:
    what = part(page, "selling").get_by_label("What do you sell?")
    what.click()
    what.press_sequentially("I edit videos", delay=20)
    os.kill(int(page.evaluate(PID)), signal.SIGKILL)
    page.keyboard.type(" for small firms", delay=30)  # nobody hears it yet
    page.locator(".sb-page[data-awake=true]").wait_for(state="detached")
    awake(page)
    what = part(page, "selling").get_by_label("What do you sell?")
    expect(what).to_have_value("I edit videos for small firms")
    expect(what).to_be_focused()
    page.keyboard.type(" in Bristol")
    wait_until(
        lambda: fields(running, "selling").get("what") == "I edit videos for small firms in Bristol",
        "all of it is kept",
    )
    assert page.locator(".jp-Dialog").count() == 0


def test_from_the_first_word_to_a_page_to_print_and_to_nothing(running: Lab, page: Page) -> None:
    nasty = "<img src=x onerror=alert(1)> & Sons"
    part(page, "deal").get_by_label("A name for this deal").fill(nasty)
    part(page, "plan").get_by_label("First question").fill("What do your beginners say when they leave?")
    shown = part(page, "plan").locator(".sb-plan-page")
    expect(shown).to_contain_text(nasty)
    expect(shown).to_contain_text("What do your beginners say when they leave?")
    with page.expect_popup() as opened:
        part(page, "plan").get_by_role("link", name="Open the plan").click()
    plan = opened.value
    expect(plan.get_by_role("heading", level=1)).to_have_text(nasty)
    plan.screenshot(path=PICTURES / "my_plan.png", full_page=True)
    plan.close()

    # Another window shows the same boxes, and what is typed there is here at once.
    other = running.browser.new_page()
    other.goto(f"{running.base}/lab/tree/{NOTEBOOK}")
    awake(other)
    part(other, "selling").get_by_label("To whom?").fill("climbing gyms")
    expect(part(page, "selling").get_by_label("To whom?")).to_have_value("climbing gyms")
    other.close()

    files = part(page, "files")
    files.get_by_role("button", name="Make files").click()
    with page.expect_download() as saved:
        files.get_by_role("link", name="for other programs").click()
    assert json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))["deals"][0]["name"] == nasty
    files.get_by_role("button", name="Delete all").click()
    files.get_by_role("button", name="Yes, delete everything").click()
    expect(files).to_contain_text("✓ Deleted.")
    expect(part(page, "deal").get_by_label("A name for this deal")).to_have_value("")
    assert not kept(running).exists()
