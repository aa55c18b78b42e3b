"""The site and the handouts in a real browser, opened as files, with the network cut: read, searched, dark, large, printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from sellbackwards.publishing.site import write_site
from tests.browser.axe import look_at
from tests.browser.lab import PICTURES

LESSON = "lessons/01_sell_backwards"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    write_site(out)
    PICTURES.mkdir(parents=True, exist_ok=True)
    return out


@pytest.fixture
def reading(site: Path, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site as a file. At the end nothing may have been fetched but files, and nothing complained."""
    asked: list[str] = []
    complaints: list[str] = []
    contexts = []

    def read(name: str, **options: Any) -> Page:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}, offline=True))
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto((site / f"{name}.html").as_uri())
        return page

    yield read
    for context in contexts:
        context.close()
    assert [one for one in asked if not one.startswith(("file:", "data:"))] == []
    assert complaints == []


def too_wide(page: Page) -> list[str]:
    """What sticks out of the page to the right."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll('*')]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.scroll'))
        .map(one => one.outerHTML.slice(0, 120))"""
    )


def test_each_job_aid_is_printed_on_a_sheet_of_its_own(reading: Callable[..., Page]) -> None:
    page = reading("lessons/job_aids")
    aids = page.locator("article h2").count()
    printed = page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "18mm"))
    assert aids == 5 and len(re.findall(rb"/Type\s*/Page\b", printed)) == aids


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_system_s_own_colours_a_chart_has_its_paper(reading: Callable[..., Page], scheme: str) -> None:
    page = reading(LESSON, forced_colors="active", color_scheme=scheme)
    chart = page.locator(".sb-chart img").last
    chart.scroll_into_view_if_needed()
    page.screenshot(path=PICTURES / f"site-forced-{scheme}.png")
    how = chart.evaluate("one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).colorScheme]")
    assert how == ["rgb(255, 255, 255)", "light"]  # its letters are dark


def test_from_the_first_page_through_the_search_to_a_call(reading: Callable[..., Page]) -> None:
    page = reading("index")
    page.get_by_role("link", name="01 Sell backwards").first.click()
    expect(page.locator("main h1")).to_have_text("Sell backwards")
    expect(page.locator("nav [aria-current]")).to_have_text("01 Sell backwards")
    for image in page.locator("main img").all():
        assert image.evaluate("one => one.naturalWidth > 300")
    # By keyboard: type, Enter goes to the first thing found, Enter again opens it.
    box = page.get_by_role("searchbox", name="Search the course")
    box.focus()
    page.keyboard.type("CHÍP sewn hem")
    expect(page.locator(".found [role=status]")).to_have_text(re.compile(r"^[12] found"))
    page.screenshot(path=PICTURES / "site_search.png")
    page.keyboard.press("Enter")
    expect(page.locator(".found a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"01_sell_backwards\.html#"))
    expect(page.locator(".found")).to_be_hidden()
    box.fill("<b>zebra</b>")
    expect(page.locator(".found [role=status]")).to_contain_text("Nothing found")
    box.press("Escape")
    expect(page.locator(".found")).to_be_hidden()
    page.get_by_role("link", name=re.compile("^On: ")).click()
    expect(page.locator("main h1")).to_have_text("Exercises 01: sell backwards")
    hint = page.locator("main details").first
    expect(hint.locator("p").first).to_be_hidden()
    hint.locator("summary").click()
    expect(hint.locator("p").first).to_be_visible()


def test_the_theme_is_the_reader_s_and_a_switch_is_kept(reading: Callable[..., Page]) -> None:
    page = reading(LESSON, color_scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    switch = page.get_by_role("button", name="Dark")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != dark
    page.reload()
    expect(switch).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (375, "dark")], ids=["screen-light", "phone-dark"])
def test_every_page_fits_and_bars_nobody(reading: Callable[..., Page], site: Path, width: int, scheme: str) -> None:
    page = reading("index", color_scheme=scheme, viewport={"width": width, "height": 900})
    for file in sorted(site.rglob("*.html")):
        if scheme == "dark" and file.parent.name == "handouts":
            continue  # the same text, and made for paper
        page.goto(file.as_uri())
        assert too_wide(page) == [], file.name
        page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
        found, measured = look_at(page, ["html"], tags=[])
        assert found == [], file.name
        assert measured, file.name
        if file.parent.name in ("lessons", "handouts"):
            page.screenshot(path=PICTURES / f"site_{file.parent.name}_{file.stem}_{width}_{scheme}.png")


def test_text_at_twice_its_size(reading: Callable[..., Page], site: Path) -> None:
    """Both ways in which people enlarge text: all of the page (it is then half as wide), and the text alone."""
    page = reading("index")
    for file in sorted(site.rglob("*.html")):
        page.goto(file.as_uri())
        for width, size in ((640, "100%"), (1280, "200%"), (320, "100%")):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
            assert page.evaluate("innerWidth") == width
            assert too_wide(page) == [], (file.name, width, size)
            if size == "200%" and file.parent.name == "lessons" and file.stem in LESSON:
                assert (
                    page.locator("main .sb-practice p").first.evaluate("one => getComputedStyle(one).fontSize")
                    == "32px"
                )
                page.screenshot(path=PICTURES / "site_twice_the_size.png")


def test_a_handout_prints(reading: Callable[..., Page], tmp_path: Path) -> None:
    page = reading(LESSON.replace("lessons", "handouts"))
    assert page.pdf(path=tmp_path / "handout.pdf", format="A4").startswith(b"%PDF")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    expect(page.locator(".on-paper").first).to_contain_text("Round 1 of 3")
