"""Where something goes wrong with a page of the course: nothing that was typed is lost, it is said, and no dialog asks."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Page, Request, Route, expect

from sellbackwards.practice.catalogue import all_practices
from tests.browser.lab import Lab, awake, wait_until
from tests.browser.test_face import EXERCISES, card, form, key, saved_answer

BOX = ".sb-answer-1-1 textarea"


@pytest.fixture
def course(running: Lab) -> Iterator[Lab]:
    running.as_new()
    yield running


@pytest.fixture
def page(course: Lab) -> Page:
    page = course.open(EXERCISES, wait=False)
    awake(page)
    return page


def saved(course: Lab, page: Page, exercise: str, text: str) -> None:
    def is_it() -> bool:
        page.wait_for_timeout(50)  # what stands between the page and its server lives in this thread
        return saved_answer(course.course / EXERCISES, exercise) == text

    wait_until(is_it, f"“{text}” is saved")


def no_dialog(page: Page) -> None:
    expect(page.locator(".jp-Dialog")).to_have_count(0)


def test_saves_that_overlap_wait_for_each_other(course: Lab, page: Page) -> None:
    def slowly(route: Route) -> None:  # a save takes longer than the pause after which the next one begins
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/api/contents/**", slowly)
    page.locator(BOX).click()
    for word in ("What happens", " in your dispatch office", " when a fake email gets through?"):
        page.keyboard.type(word)
        page.keyboard.press("Shift+Enter")
        for _ in range(2):  # JupyterLab's own, at the same time
            page.evaluate("void jupyterapp.commands.execute('docmanager:save')")
    saved(course, page, "1.1", "What happens in your dispatch office when a fake email gets through?")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")
    no_dialog(page)
    assert not [one for one in course.complaints if "hash" in one.lower()]
    page.unroute_all(behavior="wait")


def is_read(request: Request) -> bool:
    return request.method == "GET" and "hash=1" in request.url


def test_the_same_page_in_two_windows(course: Lab, page: Page) -> None:
    """Each takes over what the other wrote; where both wrote the same answer, the last one stays and the other is told.
    What another browser wrote isn't taken for one's own either, nor written over, where one hears late of one's own save."""
    other = course.browser.new_page()
    other.goto(f"{course.base}/lab/workspaces/other/tree/{EXERCISES}")
    awake(other)
    form(other, "1.5").get_by_role("combobox").select_option("ask")
    other.locator(BOX).fill("From the other")
    saved(course, page, "1.1", "From the other")
    page.evaluate("window.dispatchEvent(new Event('focus'))")  # a headless browser's windows all have it
    expect(page.locator(BOX)).to_have_value("From the other")
    expect(form(page, "1.5").get_by_role("combobox")).to_have_value("ask")

    other.locator(BOX).fill("The other again")
    saved(course, page, "1.1", "The other again")
    page.locator(BOX).fill("From here")
    saved(course, page, "1.1", "From here")
    expect(page.locator(".Toastify__toast")).to_contain_text("The other again")
    other.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(other.locator(BOX)).to_have_value("From here")
    for one in (page, other):
        no_dialog(one)

    written, late = [], []

    def hold(route: Route) -> None:
        if route.request.method == "PUT":
            written.append(route)
        if written and is_read(route.request) and not late:
            late.append(route)
        else:
            route.continue_()

    other.route("**/api/contents/**", hold)
    other.locator(BOX).fill("The other first")
    wait_until(lambda: other.wait_for_timeout(50) or late, "the other window has written, and looks")
    page.locator(BOX).fill("From here at last")
    saved(course, page, "1.1", "From here at last")
    late[0].continue_()
    other.unroute_all(behavior="wait")
    other.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(other.locator(BOX)).to_have_value("From here at last")
    form(other, "1.7").get_by_role("textbox").first.fill("More")
    saved(course, other, "1.7", "More")
    assert saved_answer(course.course / EXERCISES, "1.1") == "From here at last"


def test_windows_of_one_browser_save_one_after_the_other(course: Lab) -> None:
    browser = course.browser.new_context()
    page, other = browser.new_page(), browser.new_page()
    for one, name in ((page, "one"), (other, "other")):
        one.goto(f"{course.base}/lab/workspaces/{name}/tree/{EXERCISES}")
        awake(one)
    writes: list[Route] = []
    page.route(
        "**/api/contents/**", lambda route: writes.append(route) if route.request.method == "PUT" else route.continue_()
    )
    page.locator(BOX).fill("From here")
    wait_until(lambda: page.wait_for_timeout(50) or writes, "one is about to write")
    form(other, "1.7").get_by_role("textbox").first.fill("From the other")
    other.wait_for_timeout(1500)  # all the time that its save would need
    writes[0].continue_()
    page.unroute_all(behavior="wait")
    saved(course, page, "1.1", "From here")
    saved(course, page, "1.7", "From the other")


@pytest.mark.parametrize("writable", [True, False], ids=["no space", "read-only"])
def test_a_file_that_cannot_be_written(course: Lab, page: Page, writable: bool) -> None:
    def refuse(route: Route) -> None:
        if route.request.method == "PUT":
            route.fulfill(status=500, body='{"message": "No space left on device"}')
        elif not writable and ".ipynb?" in route.request.url:
            answer = route.fetch()
            route.fulfill(response=answer, json=answer.json() | {"writable": False})
        else:
            route.continue_()

    page.route("**/api/contents/**", refuse)
    page.locator(BOX).fill("Do you like it?")
    notice = page.get_by_role("alert").filter(has_text="Not saved")
    expect(notice).to_contain_text("No space left" if writable else "may be read, but not changed")
    no_dialog(page)
    form(page, "1.1").get_by_role("button", name="Check my answer").click()
    expect(card(page, "1.1")).to_have_attribute("data-status", "not yet")
    page.unroute_all(behavior="wait")
    expect(notice).to_have_count(0)  # by itself, as soon as it can
    saved(course, page, "1.1", "Do you like it?")


def test_nothing_is_lost_where_a_tab_is_closed_at_once(course: Lab, page: Page) -> None:
    """In the middle of a word, as fast as a machine can: no question, and all of it is in the file."""
    text = "What happens in your office when a fake email gets through?"
    page.locator(BOX).click()
    page.keyboard.insert_text(text[:-3])
    page.keyboard.type(text[-3:], delay=0)
    page.evaluate("jupyterapp.commands.execute('application:close')")
    expect(page.locator(".jp-NotebookPanel")).to_have_count(0)
    no_dialog(page)
    assert saved_answer(course.course / EXERCISES, "1.1") == text


def test_nothing_is_lost_where_the_window_is_closed_at_once(course: Lab) -> None:
    """Whatever didn't reach the file any more is there when the page is opened again, and is saved then."""
    text = "What happens in your office?"
    browser = course.browser.new_context()
    page = browser.new_page()
    page.goto(f"{course.base}/lab/tree/{EXERCISES}?reset")
    awake(page)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator(BOX).click()
    page.keyboard.type(text, delay=0)
    assert saved_answer(course.course / EXERCISES, "1.1") != text
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert asked == []
    course.shut_down_kernels()
    page = browser.new_page()
    page.goto(f"{course.base}/lab/tree/{EXERCISES}?reset")
    awake(page)
    expect(page.locator(BOX)).to_have_value(text)
    saved(course, page, "1.1", text)

    # Only once: what the file says later counts.
    page.wait_for_function("!Object.keys(localStorage).some(name => name.startsWith('sellbackwards:typed'))")


def test_a_talk_and_what_was_about_to_be_said(course: Lab) -> None:
    """A kernel that goes leaves the talk in its cell; the line that wasn't said yet doesn't take its place."""
    file = "my-answers/06_the_whole_call.ipynb"
    page = course.open(file, wait=False)
    awake(page)
    talk = form(page, "6.11")
    talk.get_by_label("What you say").fill("How do your patients book today?")
    before = talk.locator("[role=log]").get_attribute("data-turns") or ""
    page.keyboard.press("Enter")
    expect(talk.locator("[role=log]")).not_to_have_attribute("data-turns", before)
    talk.get_by_label("What you say").fill("And then?")
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    expect(page.locator(".sb-form")).to_have_count(0)
    wait_until(lambda: "patients book" in saved_answer(course.course / file, "6.11"), "it is saved")
    assert "And then?" not in saved_answer(course.course / file, "6.11")


# Keeps what alerts say, also those that come and go between two looks.
LISTEN = """() => {
    window.alerts = [];
    const keep = () => document.querySelectorAll('[role=alert]').forEach(one => window.alerts.push(one.textContent));
    new MutationObserver(keep).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""

PID = """async () => {
    const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const future = kernel.requestExecute({code: "import os; print(os.getpid())"});
    let said = '';
    future.onIOPub = message => { said += message.content.text ?? ''; };
    await future.done;
    return said;
}"""


def test_a_kernel_that_dies_while_one_types(course: Lab, page: Page) -> None:
    page.locator(BOX).click()
    page.keyboard.type("What happens")
    saved(course, page, "1.1", "What happens")
    page.evaluate(LISTEN)
    os.kill(int(page.evaluate(PID)), signal.SIGKILL)
    page.keyboard.type(" in your office?", delay=30)  # nobody hears it yet
    wait_until(lambda: page.evaluate("window.alerts.some(text => text.includes('starting again'))"), "the page says it")
    awake(page)
    expect(page.get_by_role("alert").filter(has_text="starting again")).to_have_count(0)
    expect(page.locator(BOX)).to_have_value("What happens in your office?")
    expect(page.locator(BOX)).to_be_focused()
    saved(course, page, "1.1", "What happens in your office?")
    no_dialog(page)


def test_a_page_that_stopped_is_started_again(course: Lab, page: Page) -> None:
    page.locator(BOX).fill("What happens?")
    saved(course, page, "1.1", "What happens?")
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    notice = page.get_by_role("alert").filter(has_text="This page has stopped")
    notice.get_by_role("button", name="Start it again").click()
    awake(page)
    expect(notice).to_have_count(0)
    expect(page.locator(BOX)).to_have_value("What happens?")


def test_going_on_where_one_was(course: Lab, page: Page) -> None:
    go_on = page.locator("#course-go-on")
    expect(go_on).to_have_text("Begin: Lesson 00")
    page.locator(BOX).fill(key("1.1").model)
    form(page, "1.1").get_by_role("button", name="Check my answer").click()
    expect(go_on).to_have_text("Go on: Exercises 01, 1.2")  # though nothing before them is done
    go_on.click()
    page.wait_for_function("document.activeElement.closest('.sb-form')?.classList.contains('sb-answer-1-2')")

    # Last in the third lesson: there, at the part with that practice.
    progress = course.private / "progress" / "progress.json"
    kept: dict[str, Any] = json.loads(progress.read_text(encoding="utf-8"))
    last = [one.name for one in all_practices() if one.lesson == "03" and one.counts != "no"][-1]
    kept["touched"] = {last: datetime.now(UTC).isoformat()}
    progress.write_text(json.dumps(kept), encoding="utf-8")
    expect(go_on).to_contain_text("Go on: Lesson 03, Part ")
    part = go_on.inner_text().rpartition(", ")[2]
    go_on.click()
    awake(page)
    heading = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) h2", has_text=part)
    expect(heading).to_be_in_viewport()
    assert heading.evaluate("one => one.getBoundingClientRect().top") < 400
