"""The card of one's progress in JupyterLab: its links, what is played from it, and what a saved page holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from sellbackwards.practice.recall import history, items, note
from tests.browser.axe import faults
from tests.browser.kinds import work
from tests.browser.lab import Lab, expect_kind, in_both_themes, run_all, wait_until
from tests.browser.test_lab import picture

NOTEBOOK = "lessons/00_start_here.ipynb"


@pytest.fixture
def course(running: Lab, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lab]:
    """The course with a page that holds this card alone, and a learner who did a lesson's recall ten days ago."""
    running.as_new_with(NOTEBOOK, "Start here", "progress_card")
    running.face(False)
    monkeypatch.setenv("SELLBACKWARDS_HOME", str(running.private / "progress"))
    yield running
    assert running.complaints == []


def test_coming_back_after_days(course: Lab) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=10)
    rounds = [name for name, item in items().items() if item.practice == "01_recall" and item.exercise.kind != "person"]
    for name in rounds:
        note(name, "good", long_ago)
    solved = course.course / "my-answers" / "00_where_i_stand.ipynb"
    content = json.loads(solved.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        if cell["id"] == "answer-0-1":
            cell["source"] = "%%answer 0.1\nHow do you keep the sheep in today?"
    solved.write_text(json.dumps(content), encoding="utf-8")

    page = course.open(NOTEBOOK)
    run_all(page)
    view = page.locator(".sb-practice-progress_card")
    expect(view).to_contain_text(f"To come back to today: {len(rounds)} rounds")
    expect(view).to_contain_text("Where you stood: ")
    for theme in in_both_themes(page):
        assert faults(page, ".sb-practice-progress_card") == []
        picture(page, f"progress_card_{theme}")

    view.get_by_role("button", name="Do these rounds now").click()
    played = view.locator(".sb-practice-come_back")
    for n, round_name in enumerate(rounds, 1):
        expect(played).to_contain_text(f"Round {n} of {len(rounds)}")
        work(played, items()[round_name].exercise)
        expect(played.locator(".sb-feedback")).to_have_attribute("data-status", "passed")
        played.get_by_role("button", name="Next" if n < len(rounds) else "Back to round 1").click()
    expect(view).to_contain_text("To come back to today: nothing.")
    wait_until(lambda: all(one.last > long_ago for one in history().values()), "the new days are kept")
    for theme in in_both_themes(page):
        assert faults(page, ".sb-practice-progress_card") == []
        picture(page, f"progress_card_{theme}_played")

    saved = course.course / NOTEBOOK
    before = saved.stat().st_mtime_ns
    page.locator('.jp-Toolbar [data-jp-item-name="save"]').click()
    wait_until(
        lambda: saved.stat().st_mtime_ns != before and saved.read_bytes().rstrip().endswith(b"}"), "the page is saved"
    )
    text = saved.read_text(encoding="utf-8")
    assert 'data-practice=\\"progress_card\\"' in text and "come back to today:" not in text
    expect_kind(page)


def test_its_links_open_beside_it(course: Lab) -> None:
    note("01_recall.1", "good", datetime.now(UTC) - timedelta(days=10))
    page = course.open(NOTEBOOK)
    run_all(page)
    for link, notebook in (
        ("lesson 01, Sell backwards", "lessons/01_sell_backwards.ipynb"),
        ("Where I stand now", "my-answers/07_where_i_stand_now.ipynb"),
    ):
        page.locator("[role=tab]", has_text="00_start_here.ipynb").click()
        page.locator(".sb-practice-progress_card").get_by_role("link", name=link, exact=True).click()
        expect(page.locator(f'#jp-main-statusbar [title="{notebook}"]')).to_be_visible()
        course.wait_idle(page)
    picture(page, "progress_card_links")
