"""The course as plain notebooks, in a JupyterLab without its own face: in a real browser, worked with mouse and keys.

With the face: test_face.py.

What the page must say is asked of the same judgement and the same keys, never written here a second time.
Every test leaves a picture in ci-output/ (SELLBACKWARDS_SCREENSHOTS names another folder), to be looked at.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Locator, Page, expect

from sellbackwards.exercises import Exercise, judge
from sellbackwards.exercises.catalogue import exercise
from sellbackwards.exercises.notebook_verdicts import judge_notebook_file
from sellbackwards.exercises.verdict_cards import criteria_rows
from sellbackwards.practice.pitches import pitches
from tests.browser.axe import faults
from tests.browser.lab import PICTURES, Lab, answer_cell, expect_kind, in_both_themes, menu, run_all, wait_until

LESSON, EXERCISES = "lessons/01_sell_backwards.ipynb", "my-answers/01_sell_backwards.ipynb"
GOOD = "What's the end of the month like, and how do you pay the wages when customers are late?"


@pytest.fixture
def course(running: Lab) -> Iterator[Lab]:
    """The course as on the first day. At the end no page may have complained in the browser's console."""
    running.as_new()
    running.face(False)
    yield running
    assert running.complaints == []


def picture(page: Page, name: str) -> None:
    page.screenshot(path=PICTURES / f"{name}.png")


def practice(page: Page, name: str = "rewrite") -> Locator:
    """A practice that is awake."""
    return page.locator(f".sb-practice-{name}")


def asleep(page: Page) -> Locator:
    """The still cards."""
    return page.locator(".sb-practice").filter(has_text="asleep")


def feedback(page: Page, box: int = 0) -> Locator:
    """What the page says about a box of the rewrite practice, or of the first pitch."""
    return page.locator(".sb-practice-rewrite, .sb-practice-first_pitch").locator(".sb-feedback").nth(box)


def key(exercise_id: str) -> Exercise:
    found = exercise(exercise_id)
    assert found is not None
    return found


def expect_judged(feedback: Locator, one: Exercise, text: str) -> None:
    """The page says of this very text what the judgement says."""
    expect(feedback).to_have_attribute("data-n", str(len(text)))
    verdict = judge(one, text)
    expect(feedback).to_have_attribute("data-status", verdict.status)
    expect(feedback.locator("li")).to_have_text(
        [
            f"{mark}{word}: {criterion}" + (f" ({evidence})" if evidence else "")
            for mark, word, criterion, evidence in criteria_rows(verdict, text)
        ],
        use_inner_text=False,
    )


def expect_card(cell: Locator, one: Exercise, text: str) -> None:
    """The card under an answer cell says what the judgement says."""
    verdict = judge(one, text)
    slug = verdict.status.replace("'", "").replace(" ", "-")
    expect(cell.locator(f".sb-card.sb-{slug} .sb-head")).to_contain_text(one.id)
    expect(cell.locator(".sb-card li")).to_have_text(
        [re.compile(re.escape(f"{word}: {criterion}")) for _, word, criterion, _ in criteria_rows(verdict)]
    )


def answer(cell: Locator, text: str) -> None:
    """Click in an answer cell, type at its end, press Shift+Enter."""
    cell.locator(".cm-content").click()
    cell.page.keyboard.press("ControlOrMeta+End")
    cell.page.keyboard.type(text)
    cell.page.keyboard.press("Shift+Enter")


def code_cells(notebook: Path) -> list[Any]:
    return [one for one in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if one["cell_type"] == "code"]


def shape(page: Page) -> list[str]:
    """The kind of every cell."""
    return page.locator(".jp-Cell").evaluate_all(
        "cells => cells.map(one => ['Code', 'Markdown', 'Raw'].find(kind => one.classList.contains(`jp-${kind}Cell`)))"
    )


# ---- as a page opens


@pytest.mark.parametrize("notebook", [LESSON, "lessons/00_start_here.ipynb"])
@pytest.mark.parametrize("trusted", [False, True], ids=["untrusted", "trusted"])
def test_a_lesson_as_it_opens(course: Lab, notebook: str, trusted: bool) -> None:
    if trusted:
        course.trust(notebook)
    page = course.open(notebook)
    practices = [
        cell for cell in code_cells(course.course / notebook) if "data-practice=" in json.dumps(cell["outputs"])
    ]
    assert practices
    expect(page.locator(".sb-practice")).to_have_count(len(practices))
    for card in page.locator(".sb-practice").all():
        expect(card).to_contain_text(re.compile("Practice: .*asleep.*Run All Cells", re.DOTALL))
        assert card.evaluate("card => getComputedStyle(card).borderTopWidth") == "1px"  # untrusted pages lose styles
    charts = page.locator("figure img")
    expect(charts).to_have_count(json.dumps(code_cells(course.course / notebook)).count("<figure"))
    for chart in charts.all():
        chart.scroll_into_view_if_needed()
        assert chart.evaluate(
            "one => one.complete && one.naturalWidth > 300 && one.getBoundingClientRect().width > 300"
        )
        assert len(chart.get_attribute("alt") or "") > 40
    expect(page.locator("#jp-main-statusbar [title^='Notebook trusted']")).to_have_count(int(trusted))
    expect_kind(page)
    page.locator(".sb-practice").first.scroll_into_view_if_needed()
    picture(page, f"opens_{Path(notebook).name[:2]}_{'trusted' if trusted else 'untrusted'}")


# ---- the rewrite practice


def test_feedback_follows_every_keystroke(course: Lab) -> None:
    page = course.open(LESSON)
    run_all(page)
    need, today = pitches()[0].need(), pitches()[0].today()
    box, other = practice(page).locator("textarea").all()
    expect_judged(feedback(page), need, "")
    box.click()
    for n, character in enumerate(GOOD[:30], 1):
        page.keyboard.type(character)
        page.wait_for_selector(f'.sb-practice-rewrite .sb-feedback[data-n="{n}"]', state="attached")
        assert feedback(page).get_attribute("data-status") == judge(need, GOOD[:n]).status
    page.keyboard.type(GOOD[30:])
    expect_judged(feedback(page), need, GOOD)
    assert judge(need, GOOD).passed
    expect_judged(feedback(page, 1), today, "")  # the other box keeps its own state

    pushing = "Wouldn't you want our software for only 29 euros?"
    other.click()
    other.press_sequentially(pushing, delay=15)
    expect_judged(feedback(page, 1), today, pushing)
    assert judge(today, pushing).status == "not yet"
    assert other.input_value() == pushing
    picture(page, "practice_typed")

    # However fast, and whatever is in it: the last state is the right one.
    for text in (
        GOOD,
        'When a customer says "next week", what\'s that mean for wages?',
        "“What’s ‘late’ for your customers?” <b>& so</b> {on} $5 %s \\n",
    ):
        box.click()
        page.keyboard.press("ControlOrMeta+A")
        box.press_sequentially(text, delay=15)
        expect_judged(feedback(page), need, text)
        assert box.input_value() == text
    expect_kind(page)
    picture(page, "practice_fast")


FOCUS = """() => {
    const one = document.activeElement, style = getComputedStyle(one);
    return {
        what: one.tagName === 'TEXTAREA' ? 'box' : one.textContent.trim(), ours: one.closest('.sb-practice') !== null,
        seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    };
}"""


def test_by_keyboard_alone(course: Lab) -> None:
    page = course.open(LESSON)
    before = shape(page)
    place = page.locator(".jp-Cell").evaluate_all(
        "cells => cells.findIndex(one => one.querySelector('.sb-practice')?.textContent.includes('pitch into two'))"
    )
    # The arrows pass over cells whose code is folded away; so count what they stop at.
    for kind in before[1:place]:
        if kind == "Markdown":
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Enter")  # from the text above onto the practice
    page.keyboard.press("Shift+Enter")  # wakes it, and goes on to the text below
    practice(page).wait_for()
    expect(page.locator(".jp-Cell").nth(place + 1)).to_be_focused()

    # Back into it, all the way through, and out above it: nothing holds the focus.
    backwards = []
    for _ in range(10):
        page.keyboard.press("Shift+Tab")
        backwards.append(page.evaluate(FOCUS))
    # Last on the page, so first from below, the four controls that choose a pitch.
    assert backwards[0]["what"] == "Find one"
    assert [one["what"] for one in backwards[4:9]] == ["Next pitch", "Show me one way", "Give me a hint", "box", "box"]
    assert [one["ours"] for one in backwards] == [True] * 9 + [False]
    assert all(one["seen"] for one in backwards[:9])
    page.keyboard.press("Tab")
    first, _ = practice(page).locator("textarea").all()
    expect(first).to_be_focused()

    # Letters that are commands elsewhere in a notebook are letters here.
    page.keyboard.type("dd x m y a b v z r 1 00 ii ")
    expect(first).to_have_value("dd x m y a b v z r 1 00 ii ")
    expect_judged(feedback(page), pitches()[0].need(), "dd x m y a b v z r 1 00 ii ")
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(GOOD)
    expect_judged(feedback(page), pitches()[0].need(), GOOD)

    # The buttons, by Space and by Enter.
    hints = pitches()[0].hints
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    for n, hint in enumerate(hints, 1):
        page.keyboard.press("Space" if n % 2 else "Enter")
        expect(practice(page)).to_contain_text(hint)
        for later in hints[n:]:
            expect(practice(page)).not_to_contain_text(later)
    focus = page.evaluate(FOCUS)
    assert focus["ours"] and focus["seen"], "with the last hint open, the focus must not fall out of the practice"
    picture(page, "practice_keyboard")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["what"] == "Show me one way"
    page.keyboard.press("Enter")
    expect(practice(page)).to_contain_text(pitches()[0].need_question)
    expect(practice(page)).to_contain_text(pitches()[0].today_question)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(practice(page)).to_contain_text(pitches()[1].pitch)
    expect(first).to_have_value("")
    expect(practice(page)).not_to_contain_text(hints[0])
    for _ in range(5):  # the controls that choose a pitch, and out
        page.keyboard.press("Tab")
    assert not page.evaluate(FOCUS)["ours"]
    assert shape(page) == before
    expect_kind(page)


# ---- nothing is lost


def test_drafts_survive_reload_and_restart(course: Lab) -> None:
    page = course.open(LESSON)
    run_all(page)
    typed = "How do you do it today?"
    for box in practice(page).locator("textarea").all():
        box.click()
        box.press_sequentially(typed)
    wait_until(lambda: list(course.drafts().get("rewrite", {}).values()).count(typed) == 2, "both drafts are kept")

    page.reload()
    course.wait_idle(page)
    run_all(page)
    for box in practice(page).locator("textarea").all():
        expect(box).to_have_value(typed)
    expect_judged(feedback(page), pitches()[0].need(), typed)

    practice(page).get_by_role("button", name="Next pitch").click()
    expect(practice(page)).to_contain_text(pitches()[1].pitch)
    second = "What do you do about it now?"
    practice(page).locator("textarea").last.click()
    page.keyboard.type(second)
    wait_until(lambda: course.drafts()["rewrite"].get(f"{pitches()[1].id}.today") == second, "the draft is kept")
    menu(page, "Kernel", "Restart Kernel…")
    page.locator(".jp-Dialog").get_by_role("button", name="Confirm Kernel Restart").click()
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    course.wait_idle(page)
    run_all(page)
    expect(practice(page)).to_contain_text(pitches()[1].pitch)
    expect(practice(page).locator("textarea").last).to_have_value(second)
    expect_judged(feedback(page, 1), pitches()[1].today(), second)
    assert set(course.drafts()["rewrite"].values()) >= {typed, second}
    expect_kind(page)
    picture(page, "practice_after_restart")


def test_saved_and_reopened_without_a_kernel(course: Lab) -> None:
    page = course.open(LESSON)
    sleeping = asleep(page).count()
    run_all(page)
    expect(asleep(page)).to_have_count(0)
    practice(page).locator("textarea").first.click()
    page.keyboard.type("How do you do it today?")
    expect(feedback(page)).to_have_attribute("data-n", "23")
    saved = course.course / LESSON
    before = saved.stat().st_mtime_ns
    page.locator('.jp-Toolbar [data-jp-item-name="save"]').click()
    wait_until(
        lambda: saved.stat().st_mtime_ns != before and saved.read_bytes().rstrip().endswith(b"}"), "the lesson is saved"
    )
    for output in [one for cell in code_cells(saved) for one in cell["outputs"]]:
        assert "application/vnd.jupyter.widget-view+json" not in output.get("data", {})
    course.close_all()
    page = course.open(LESSON)
    expect(page.locator(".sb-practice")).to_have_count(sleeping)
    expect(asleep(page)).to_have_count(sleeping)
    expect_kind(page)
    asleep(page).first.scroll_into_view_if_needed()
    picture(page, "reopened_asleep")


# ---- for everybody


# The faults, and how many elements' contrast was looked at. All that axe tells would be megabytes for each page.
def test_no_accessibility_fault_in_what_is_ours(course: Lab) -> None:
    # An answer of each state, for the cards.
    notebook = course.course / EXERCISES
    content = json.loads(notebook.read_text(encoding="utf-8"))
    states = {
        "answer-1-1": "Wie läuft das heute bei Ihnen ab, und was stört Sie daran am meisten?",
        "answer-1-2": "b",
        "answer-1-3": "3 6 5 1 4 2",
    }
    for cell in content["cells"]:
        if cell["id"] in states:
            cell["source"] = f"%%answer {cell['id'][7:].replace('-', '.')}\n{states[cell['id']]}"
    notebook.write_text(json.dumps(content), encoding="utf-8")

    page = course.open(LESSON)
    page.locator(".sb-practice").first.scroll_into_view_if_needed()
    for name in in_both_themes(page):
        assert faults(page, ".sb-practice", "figure") == []  # the still card
        picture(page, f"axe_{name}_asleep")

    run_all(page)
    first, second = practice(page).locator("textarea").all()
    first.fill(GOOD)
    second.fill("Do you like it?")
    expect(feedback(page)).to_have_attribute("data-n", str(len(GOOD)))
    expect(feedback(page, 1)).to_have_attribute("data-status", "not yet")
    for button in ("Give me a hint", "Show me one way"):
        practice(page).get_by_role("button", name=button).click()
    expect(practice(page)).to_contain_text(pitches()[0].today_question)
    for summary in page.locator(".jp-OutputArea summary").all():
        summary.click()
    for name in in_both_themes(page):
        assert faults(page, ".sb-practice", "figure") == []
        practice(page).scroll_into_view_if_needed()
        picture(page, f"axe_{name}_practice")

    # The check sees a fault when there is one.
    page.evaluate("document.querySelector('figure img').removeAttribute('alt')")
    style = page.add_style_tag(
        content=".sb-practice-rewrite * { color: #808080 !important; background: #999999 !important; }"
    )
    planted = {fault.partition(":")[0] for fault in faults(page, ".sb-practice", "figure")}
    assert {"image-alt", "color-contrast"} <= planted
    style.evaluate("one => one.remove()")

    course.close_all()
    page = course.open(EXERCISES)
    run_all(page)
    for state in ("couldnt-tell", "not-yet", "passed", "not-answered"):
        expect(page.locator(f".sb-card.sb-{state}").first).to_be_visible()
    for name in in_both_themes(page):
        assert faults(page, ".sb-card", "figure") == []
        page.locator(".sb-card").nth(1).scroll_into_view_if_needed()
        picture(page, f"axe_{name}_cards")
        page.locator(".sb-card").last.scroll_into_view_if_needed()
        picture(page, f"axe_{name}_standing")


# ---- the exercises


def test_exercises_from_first_answer_to_reopening(course: Lab) -> None:
    saved = course.course / EXERCISES
    page = course.open(EXERCISES)
    expect_kind(page)

    # Before any other cell has run; with an apostrophe.
    right = "What happens in your office when somebody's opened a bad email?"
    assert judge(key("1.1"), right).passed
    answer(answer_cell(page, "1.1"), right)
    expect_card(answer_cell(page, "1.1"), key("1.1"), right)
    picture(page, "answers_first")

    wrong = judge(key("1.2"), "b")
    assert wrong.status == "not yet"
    answer(answer_cell(page, "1.2"), "b")
    expect_card(answer_cell(page, "1.2"), key("1.2"), "b")
    missed = next(one for one in wrong.criteria if one.met is False)
    expect(answer_cell(page, "1.2").locator(".sb-card")).to_contain_text(f"Not yet: {missed.evidence}")

    answer(answer_cell(page, "1.3"), "")
    expect_card(answer_cell(page, "1.3"), key("1.3"), "")

    # The first line deleted: the cell is known all the same.
    place = page.locator(".jp-Cell").evaluate_all(
        "cells => cells.findIndex(one => one.querySelector('.cm-line')?.textContent.startsWith('%%answer 1.6'))"
    )
    rescued = page.locator(".jp-Cell").nth(place)
    rescued.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(key("1.6").model)
    page.keyboard.press("Shift+Enter")
    expect_card(rescued, key("1.6"), key("1.6").model)
    expect(rescued.locator(".sb-card")).to_contain_text("Please note")
    picture(page, "answers_rescued")

    # A cell duplicated, and answered rightly the second time.
    second = answer_cell(page, "1.2")
    second.locator(".cm-content").click()
    second.locator('[data-jp-item-name="duplicate-cell"]').click()
    expect(answer_cell(page, "1.2")).to_have_count(2)
    copy = answer_cell(page, "1.2").nth(1)
    copy.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.press("Backspace")
    page.keyboard.type("c")
    page.keyboard.press("Shift+Enter")
    expect_card(copy, key("1.2"), "c")

    # How do I stand?
    page.keyboard.press("ControlOrMeta+S")
    wait_until(lambda: key("1.6").model.splitlines()[0] in saved.read_text(encoding="utf-8"), "the answers are saved")
    expect_standing(page, saved, passed=3)
    page.locator(".jp-Cell").last.scroll_into_view_if_needed()
    picture(page, "answers_standing")

    # Saved, reloaded, and opened again without its kernel.
    page.keyboard.press("ControlOrMeta+S")
    wait_until(lambda: "How do I stand? 3" in saved.read_text(encoding="utf-8"), "the cards are saved")
    cards = page.locator(".sb-card").count()
    page.reload()
    course.wait_idle(page)
    expect(page.locator(".sb-card")).to_have_count(cards)
    course.close_all()
    page = course.open(EXERCISES)
    expect(page.locator(".sb-card")).to_have_count(cards)
    expect(answer_cell(page, "1.1").locator(".cm-content")).to_contain_text(right)
    expect_card(answer_cell(page, "1.1"), key("1.1"), right)
    expect_card(answer_cell(page, "1.2").first, key("1.2"), "b")
    expect_kind(page)
    answer_cell(page, "1.1").scroll_into_view_if_needed()
    picture(page, "answers_reopened")
    # In a kernel that has seen no answer yet, the foot counts what is saved.
    expect_standing(page, saved, passed=3)


def expect_standing(page: Page, saved: Path, passed: int) -> None:
    """Run the foot of the page as it says: click the bar, press Shift+Enter. It counts what `sellbackwards check` counts."""
    found, rows = judge_notebook_file(saved)
    assert sum(verdict.passed for _, verdict in rows) == passed
    foot = page.locator('.jp-MarkdownCell:has(h2:text("How do I stand?")) + .jp-CodeCell')
    foot.locator(".jp-Cell-inputWrapper").click()  # the bar
    expect(foot).to_have_class(re.compile("jp-mod-active"))
    page.keyboard.press("Shift+Enter")
    expect(foot.locator(".sb-head")).to_contain_text(f"How do I stand? {passed} of {len(found.exercises)} passed")
    expect(foot.locator("tbody tr")).to_have_count(len(found.exercises))


def test_no_single_key_harms_a_page(course: Lab) -> None:
    page = course.open(EXERCISES)
    before = shape(page)
    # In the text above an answer, and in the answer cell itself.
    for cell in (page.locator(".jp-MarkdownCell").nth(1), answer_cell(page, "1.1")):
        cell.click()
        page.keyboard.press("Escape")
        expect(page.locator(".jp-Notebook.jp-mod-commandMode")).to_have_count(1)
        for keys in [
            "d",
            "d",
            "x",
            "m",
            "y",
            "r",
            "a",
            "b",
            "v",
            "z",
            "c",
            "1",
            "2",
            "6",
            "Shift+M",
            "Shift+A",
            "Shift+B",
            "Shift+Z",
            "Shift+D",
            "d",
            "d",
        ]:
            page.keyboard.press(keys)
        page.keyboard.press("Escape")
        assert shape(page) == before
    # What isn't harmful still works: the arrows, and Enter to type.
    page.keyboard.press("Enter")
    expect(page.locator(".jp-Notebook.jp-mod-editMode")).to_have_count(1)
    page.keyboard.type("dxmy")
    expect(page.locator(".jp-CodeCell.jp-mod-active .cm-content")).to_contain_text("dxmy")
    assert shape(page) == before
    expect_kind(page)
    picture(page, "answers_keys")


# ---- the first page, and the way on


def test_first_page_and_the_links_on(course: Lab) -> None:
    page = course.open("lessons/00_start_here.ipynb")
    run_all(page)
    box = practice(page, "first_pitch").locator("textarea")
    box.click()
    box.press_sequentially(GOOD, delay=15)
    expect_judged(feedback(page), pitches()[0].need(), GOOD)
    picture(page, "first_pitch")
    for link, notebook in (("lesson 01, Sell backwards", LESSON), ("Exercises 01", EXERCISES)):
        page.get_by_role("link", name=link).click()
        expect(page.locator(f'#jp-main-statusbar [title="{notebook}"]')).to_be_visible()
        course.wait_idle(page)
        expect(page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell h1")).to_be_visible()
        assert page.locator(".jp-Dialog").count() == 0
    picture(page, "links_followed")


def test_what_is_done_on_a_page_reaches_the_kernel_in_its_order_and_one_at_a_time(running: Lab) -> None:
    """JupyterLab would give widgets a thread of their own in the kernel: of a box that is left by a click on a button, the
    click then came first now and then, and both were handled at once."""
    code = """
        import threading, ipywidgets
        box, button, said = ipywidgets.Text(description="Box", continuous_update=False), ipywidgets.Button(description="Go"), ipywidgets.HTML()
        def note(what):
            said.value += f"[{what} {threading.current_thread() is threading.main_thread()}]"
        box.observe(lambda change: note(change["new"]), "value")
        button.on_click(lambda _: note("click"))
        ipywidgets.VBox([box, button, said])
    """
    running.as_new_with("lessons/order.ipynb", "Order", "rewrite")
    notebook = nbformat.read(running.course / "lessons/order.ipynb", as_version=4)
    notebook.cells[1].source = textwrap.dedent(code)
    nbformat.write(notebook, running.course / "lessons/order.ipynb")
    page = running.open("lessons/order.ipynb")
    run_all(page)
    said = page.locator(".widget-html-content")
    expected = ""
    for n in range(10):
        page.get_by_label("Box").fill(str(n))
        page.get_by_role("button", name="Go", exact=True).click()
        expected += f"[{n} True][click True]"
        expect(said).to_have_text(expected)
    assert page.evaluate("jupyterapp.serviceManager.kernels.commsOverSubshells") == "disabled"


def test_a_complaint_in_the_console_is_seen(running: Lab) -> None:
    running.as_new()
    page = running.open(LESSON, wait=False)
    page.evaluate("console.error('planted')")
    assert running.complaints == ["planted"]
    picture(page, "console")
    running.complaints.clear()
