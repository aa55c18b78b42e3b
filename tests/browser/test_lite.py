"""The Lite pages in a real browser, served from their folder and cut off from all else: one practice worked, and kept."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sellbackwards.exercises import judge
from sellbackwards.practice.pitches import pitches
from sellbackwards.publishing.browser_practices import alive, page_of, practices
from sellbackwards.publishing.lite import tools
from sellbackwards.publishing.lite.build import write_lite
from sellbackwards.publishing.site import PublishingError
from tests.browser.lab import PICTURES, RED

LESSON = "01_sell_backwards"
GOOD = "What's the end of the month like, and how do you pay the wages when customers are late?"
WAIT = 120_000  # a browser starts Python in it: 10 seconds on a quiet machine


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages are served. Users skip this where its tools aren't there yet; CI fetches them into nothing."""
    demanded = os.environ.get("SELLBACKWARDS_REQUIRE_LITE") == "1"
    if not demanded and not tools.are_there():
        pytest.skip("needs what `sellbackwards lite` builds with: run it once")
    out = tmp_path_factory.mktemp("lite") / "try"
    with pytest.MonkeyPatch.context() as patch:
        if demanded:  # as on a machine that never built them
            empty = tmp_path_factory.mktemp("lite-tools")
            patch.setattr(tools, "user_cache_path", lambda *_, **__: empty)
        try:
            write_lite(out)
        except PublishingError as error:
            pytest.fail(str(error))
    PICTURES.mkdir(parents=True, exist_ok=True)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=out)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def awake(page: Page, base: str) -> None:
    """Open a page and wait; nothing is pressed."""
    page.goto(f"{base}/{page_of(LESSON)}")
    page.locator(".jp-Notebook h1").wait_for(timeout=WAIT)
    expect(page.locator(".sb-practice").first).to_contain_text("asleep")
    for practice in range(len(alive(LESSON))):
        expect(page.locator(".sb-live-area .sb-practice").nth(practice)).to_be_visible(timeout=WAIT)


def test_a_practice_is_alive_with_no_server_and_kept(served: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    complaints: list[str] = []
    context.on("console", lambda said: complaints.append(f"{said.type}: {said.location} {said.text}"))
    context.on("weberror", lambda error: complaints.append(f"error: {error.error.stack}"))
    page = context.new_page()
    page.goto(served)
    for lesson, some in practices().items():
        assert page.locator(f"a[href='{page_of(lesson)}']").count() == bool(some)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.reload()
        assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []
    page.screenshot(path=PICTURES / "lite_first_page.png")
    awake(page, served)
    expect(page.locator(RED)).to_have_count(0)
    box = page.locator(".sb-practice-rewrite textarea").first
    box.click()
    box.press_sequentially(GOOD, delay=20)
    said = page.locator(".sb-practice-rewrite .sb-feedback").first
    expect(said).to_have_attribute("data-n", str(len(GOOD)), timeout=WAIT)
    assert judge(pitches()[0].need(), GOOD).status == "passed"
    expect(said).to_have_attribute("data-status", "passed")
    page.screenshot(path=PICTURES / "lite_alive.png")
    page.keyboard.press("ControlOrMeta+S")  # saves nothing here: a page is always as it was made
    page.wait_for_timeout(2000)  # half a second after the last key it is kept
    awake(page, served)
    expect(page.locator(".sb-practice-rewrite textarea").first).to_have_value(GOOD, timeout=WAIT)
    assert [one for one in asked if not one.startswith((served, "data:", "blob:"))] == []
    assert any("@sellbackwards/pages.json" in one for one in asked)
    assert not [one for one in asked if "sellbackwards/status" in one]  # nobody could answer
    assert not [one for one in complaints if one.startswith(("error", "warning")) and "sellbackwards" in one]
    context.close()


def test_without_npm_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "user_cache_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert not tools.are_there()
    with pytest.raises(PublishingError, match=r"Node\.js"):
        write_lite(tmp_path / "out")
    assert not (tmp_path / "out").exists()
