"""A page of the course without a mouse, and as a screen reader hears it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lab import SIZE, Lab, answer_cell, awake
from tests.browser.test_face import EXERCISES, LESSON, card, form, key

FIRST_CONTROL = ".sb-live.sb-play .sb-control :is(input, textarea, select)"
HELD = """() => {  // what a busy kernel does: the round comes later than the next key
    window.held = [];
    const {kernel} = jupyterapp.shell.currentWidget.sessionContext.session;
    const send = kernel._sendMessage;
    kernel._sendMessage = function (...what) { window.held.push(() => send.apply(this, what)); };
    window.release = () => { kernel._sendMessage = send; window.held.forEach(one => one()); };
}"""


@pytest.fixture
def course(running: Lab) -> Iterator[Lab]:
    running.as_new()
    yield running


def focus_in(page: Page, selector: str) -> None:
    page.wait_for_function("selector => document.activeElement.closest(selector) !== null", arg=selector)


@pytest.fixture(scope="module")
def opened(running: Lab) -> Page:
    """The exercises' page, opened once for those tests that neither need it untouched nor change it for the next one."""
    running.as_new()
    page = running.open(EXERCISES, wait=False)
    awake(page)
    return page


@pytest.fixture
def page(opened: Page) -> Page:
    opened.set_viewport_size(SIZE)
    return opened


def test_what_comes_is_said_once_it_has_settled(page: Page) -> None:
    """By one element that was there before: what comes new each time is silent itself."""
    voice = page.locator(".jp-NotebookPanel > .sb-unseen[role=status]")
    expect(voice).to_have_text("")
    form(page, "1.1").get_by_role("textbox").fill(key("1.1").model)
    form(page, "1.1").get_by_role("button", name="Check my answer").click()
    expect(card(page, "1.1")).to_have_attribute("data-status", "passed")
    expect(voice).to_contain_text("1.1 A question for a pitch: passed")
    form(page, "1.1").get_by_role("button", name="Give me a hint").click()
    expect(voice).to_contain_text("Hint 1 of 3")
    assert page.locator(".sb-live-area [role=status]:not([aria-live=off])").count() == 0
    # A question's choices are a group with its name, and one stop of the Tab key.
    choices = form(page, "1.2").get_by_role("radiogroup", name="Choose one").get_by_role("radio")
    assert len({one.get_attribute("name") for one in choices.all()}) == 1
    expect(page.get_by_role("group", name="Exercise 1.2")).to_be_visible()


def test_tab_goes_through_an_answer_that_is_shown_as_text(page: Page) -> None:
    form(page, "1.1").get_by_role("textbox").fill("What happens")
    form(page, "1.1").get_by_role("button", name="Show as text").focus()
    page.keyboard.press("Enter")
    focus_in(page, ".cm-content")
    page.keyboard.type(" today?")
    page.keyboard.press("Tab")
    page.wait_for_function("document.activeElement.textContent === 'Check my answer'")
    page.keyboard.press("Shift+Tab")
    focus_in(page, ".cm-content")
    expect(answer_cell(page, "1.1").locator(".cm-line")).to_have_text(["%%answer 1.1", "What happens today?"])
    form(page, "1.1").get_by_role("button", name="Show as a form").click()
    expect(form(page, "1.1").get_by_role("textbox")).to_have_value("What happens today?")


def test_next_exercise_begins_where_one_reads(page: Page) -> None:
    # Where the task fits on the screen, it is in view, and its first control has the focus.
    form(page, "1.6").get_by_role("button", name="Next exercise").click()
    focus_in(page, ".sb-answer-1-7 textarea")
    form(page, "1.12").get_by_role("button", name="Next exercise").click()
    focus_in(page, ".sb-answer-1-13 textarea")
    page.keyboard.type("Yes")
    expect(form(page, "1.13").get_by_role("textbox")).to_have_value("Yes")
    expect(form(page, "1.13").get_by_role("textbox")).to_be_in_viewport()
    # Where it doesn't, one reads first, from its beginning: the chart that 1.6 is about. Then the Tab key goes on.
    page.set_viewport_size({"width": 1280, "height": 600})
    form(page, "1.5").get_by_role("button", name="Next exercise").click()
    focus_in(page, ".jp-MarkdownCell:has(+ .jp-CodeCell figure)")
    expect(page.locator(".jp-CodeCell figure figcaption").first).to_be_in_viewport()
    page.keyboard.press("Tab")
    page.wait_for_function("document.activeElement.closest('.jp-CodeCell') !== null")
    form(page, "1.1").get_by_role("button", name="Next exercise").click()
    focus_in(page, ".jp-MarkdownCell:has(+ .jp-CodeCell .sb-answer-1-2)")
    expect(page.get_by_role("heading", name=re.compile("1.2 "))).to_be_in_viewport()
    page.keyboard.press("Tab")
    focus_in(page, ".sb-answer-1-2 input")


def test_f6_goes_to_the_contents_and_back(page: Page) -> None:
    form(page, "1.7").get_by_role("textbox").focus()
    page.keyboard.press("F6")
    focus_in(page, ".course-panel [aria-current=page]")
    page.keyboard.press("F6")
    focus_in(page, ".sb-answer-1-7 textarea")


def test_at_four_hundred_percent_the_page_has_the_room(course: Lab) -> None:
    """The panel goes where it would leave the page none, is there for who asks, and comes back with the room."""
    page = course.open(EXERCISES, wait=False)
    awake(page)
    panel = page.get_by_role("region", name="The course")
    expect(panel).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 400})
    expect(panel).to_be_hidden()
    task = page.get_by_role("heading", name=re.compile("1.1 "))
    task.scroll_into_view_if_needed()
    assert task.evaluate("one => one.closest('.jp-Cell').getBoundingClientRect().width") > 200
    form(page, "1.1").get_by_role("textbox").focus()
    page.keyboard.press("F6")
    focus_in(page, ".course-panel [aria-current=page]")
    page.keyboard.press("F6")
    focus_in(page, ".sb-answer-1-1 textarea")
    expect(panel).to_be_hidden()
    page.keyboard.press("F6")
    panel.get_by_role("button", name=re.compile("^Lesson 01")).press("Enter")
    expect(page.get_by_role("heading", name="Sell backwards", exact=True)).to_be_visible()
    expect(panel).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 720})
    expect(panel).to_be_visible()


def test_enter_on_a_text_opens_nothing(course: Lab) -> None:
    page = course.open(LESSON, wait=False)
    awake(page)
    text = page.locator(".jp-MarkdownCell").nth(1)
    for way in ("focus", "click"):
        if way == "focus":
            text.evaluate("one => one.focus()")
        else:
            text.locator("p").first.dblclick()
        page.keyboard.press("Enter")
        expect(page.locator(".jp-MarkdownCell:not(.jp-mod-rendered)")).to_have_count(0)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.cm-content')") is False


@pytest.mark.parametrize("notebook", [LESSON, EXERCISES])
def test_tab_before_a_page_is_awake_leads_to_its_beginning(course: Lab, notebook: str) -> None:
    """However far it led past the practices and forms that weren't there yet."""
    page = course.open(notebook, wait=False)
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    for _ in range(4):
        page.keyboard.press("Tab")
    awake(page)
    focus_in(page, ".jp-Cell:first-child")
    page.keyboard.press("Tab")
    focus_in(page, ".jp-Cell:is(:nth-child(2), :nth-child(3), :nth-child(4))")


def test_next_goes_to_the_round_that_comes(course: Lab) -> None:
    page = course.open(LESSON, wait=False)
    awake(page)
    practice = page.locator(".sb-live.sb-play").first
    practice.get_by_role("button", name="Next", exact=True).click()
    expect(practice).to_contain_text("Round 2 of 3")
    focus_in(page, FIRST_CONTROL)


@pytest.mark.parametrize(
    ("pressed", "goes"), [("Tab", False), ("Shift+Tab", False), ("W", True)], ids=["on", "back", "a letter"]
)
def test_who_goes_elsewhere_after_next_is_left_there(course: Lab, pressed: str, goes: bool) -> None:
    page = course.open(LESSON, wait=False)
    awake(page)
    practice = page.locator(".sb-live.sb-play").first
    following = practice.get_by_role("button", name="Next", exact=True)
    following.focus()
    page.evaluate(HELD)
    page.keyboard.press("Enter")
    page.keyboard.press(pressed)
    there = page.evaluate_handle("document.activeElement")
    page.evaluate("window.release()")
    expect(practice).to_contain_text("Round 2 of 3")
    if goes:
        focus_in(page, FIRST_CONTROL)
    else:
        page.wait_for_timeout(1500)  # all the time it would need
        assert there.evaluate("one => one === document.activeElement && !one.matches('.sb-next, body')")
