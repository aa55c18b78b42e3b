"""The course's own face in JupyterLab: pages that wake by themselves, answers as forms; and nothing of it elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import nbformat
import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Locator, Page, expect

from sellbackwards.course import DATASETS, ROOT
from sellbackwards.exercises import Exercise, judge
from sellbackwards.exercises.answers import answers_in_notebook
from sellbackwards.exercises.catalogue import all_sets, exercise
from tests.browser.axe import WCAG
from tests.browser.kinds import work
from tests.browser.lab import PICTURES, RED, Lab, answer_cell, awake, in_both_themes, wait_until

LESSON, EXERCISES = "lessons/01_sell_backwards.ipynb", "my-answers/01_sell_backwards.ipynb"


@pytest.fixture
def course(running: Lab) -> Iterator[Lab]:
    """The course as on the first day. At the end no page may have complained in the browser's console."""
    running.as_new()
    yield running
    assert running.complaints == []


def picture(page: Page, name: str) -> None:
    page.screenshot(path=PICTURES / f"face_{name}.png")


def key(exercise_id: str) -> Exercise:
    found = exercise(exercise_id)
    assert found is not None
    return found


def form(page: Page, exercise_id: str) -> Locator:
    return page.locator(f".sb-form.sb-answer-{exercise_id.replace('.', '-')}")


def card(page: Page, exercise_id: str) -> Locator:
    return page.locator(f'[data-card="{exercise_id}"]')


def saved_answer(notebook: Path, exercise_id: str) -> str:
    """What the grader reads in the file; nothing, while it is being written."""
    try:
        found = answers_in_notebook(json.loads(notebook.read_text(encoding="utf-8")))
    except ValueError:
        return ""
    return found[exercise_id].text if exercise_id in found else ""


# ---- a page wakes


def test_a_lesson_wakes_where_it_is_and_stays_as_it_was(course: Lab) -> None:
    file = course.course / LESSON
    before = file.read_bytes()
    page = course.open(LESSON, wait=False)
    awake(page)
    practices = json.dumps(nbformat.read(file, 4).cells).count("data-practice=")
    expect(page.locator(".sb-live")).to_have_count(practices)
    assert page.locator(".jp-WindowedPanel-outer").evaluate("one => one.scrollTop") == 0
    expect(page.locator(".jp-Cell").first).to_have_class(re.compile("jp-mod-active"))
    box = page.locator(".sb-live.sb-practice-rewrite textarea").first
    box.click()
    page.keyboard.type("How do you do it today?")
    expect(page.locator(".sb-practice-rewrite .sb-feedback").first).to_have_attribute("data-n", "23")
    expect(page.locator(RED)).to_have_count(0)
    picture(page, "lesson_awake")

    # A kernel that is started anew wakes the page again.
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    expect(page.locator(".sb-live")).to_have_count(0)
    awake(page)
    expect(page.locator(".sb-live")).to_have_count(practices)

    # Read, worked through, closed: never unsaved, never asked about, never changed.
    assert page.evaluate("jupyterapp.shell.currentWidget.context.model.dirty") is False
    page.evaluate("jupyterapp.commands.execute('application:close')")
    expect(page.locator(".jp-NotebookPanel")).to_have_count(0)
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    assert file.read_bytes() == before


def test_who_comes_back_is_where_they_were(course: Lab) -> None:
    """In a lesson as in an exercise, whatever grows above while the page wakes; nothing gets the focus for it."""
    for name, kind in ((LESSON, "Lesson"), (EXERCISES, "Exercises")):
        page = course.open(name, wait=False)
        awake(page)
        expect(page).to_have_title(f"{kind} 01: Sell backwards – Selling Backwards")
        panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        heading = panel.locator("h2").nth(3)
        heading.evaluate("one => one.scrollIntoView({block: 'start'})")
        page.wait_for_function("Object.keys(localStorage).some(name => name.startsWith('sellbackwards:place'))")
        before = heading.evaluate("one => one.getBoundingClientRect().top")
        page.reload()
        awake(page)
        page.wait_for_function(
            "([one, top]) => Math.abs(one.getBoundingClientRect().top - top) < 4",
            arg=[heading.element_handle(), before],
        )
        assert page.evaluate("document.activeElement.matches('.jp-Cell, .jp-Notebook, body')")
        # At the top again, it opens at its top.
        panel.locator(".jp-WindowedPanel-outer").hover()
        page.mouse.wheel(0, -1_000_000)  # as a learner does: the page gives way to who acts, and to no script
        page.wait_for_function("!Object.keys(localStorage).some(name => name.startsWith('sellbackwards:place'))")


# ---- an answer is a form


def test_an_answer_is_typed_checked_and_saved_in_place(course: Lab) -> None:
    file = course.course / EXERCISES
    page = course.open(EXERCISES, wait=False)
    awake(page)
    right = "What's it like for your people today, from a strange email coming in until somebody's dealt with it?"
    assert judge(key("1.1"), right).passed
    box = form(page, "1.1").get_by_role("textbox")
    box.click()
    box.press_sequentially("Do you like it?", delay=5)
    page.keyboard.press("Shift+Enter")
    expect(card(page, "1.1")).to_have_attribute("data-status", "not yet")
    expect(card(page, "1.1")).to_be_in_viewport()
    expect(box).to_be_focused()
    box.fill(right)
    form(page, "1.1").get_by_role("button", name="Check my answer").click()
    expect(card(page, "1.1")).to_have_attribute("data-status", "passed")
    picture(page, "form_passed")
    wait_until(lambda: saved_answer(file, "1.1") == right, "the answer is saved by itself")
    source = next(cell for cell in nbformat.read(file, 4).cells if cell.id == "answer-1-1").source
    assert source == f"%%answer 1.1\n{right}"

    # After the night it is there again, with its card; and what was folded away stays so.
    contents = page.get_by_role("region", name="The course")
    expect(contents).to_be_visible()
    page.get_by_role("tab", name="The course: its pages").click()
    expect(contents).to_be_hidden()
    page.reload()
    awake(page)
    expect(form(page, "1.1").get_by_role("textbox")).to_have_value(right)
    expect(card(page, "1.1")).to_have_attribute("data-status", "passed")
    expect(contents).to_be_hidden()
    page.get_by_role("tab", name="The course: its pages").click()
    expect(contents).to_be_visible()


# ---- what isn't the course's is left alone

MARK = "open('{mark}', 'a').write('ran')"


def pretending(notebook: Path, mark: Path) -> nbformat.NotebookNode:
    """A page of the course in everything but its code: every code cell leaves a mark where it is run."""
    content = nbformat.read(notebook, 4)
    for cell in content.cells:
        if cell.cell_type == "code":
            first = cell.source.split("\n")[0] if cell.source.startswith("#") else f"# {cell.id}"
            cell.source = f"{first}\n{MARK.format(mark=mark)}"
    return content


def alone(page: Page) -> dict[str, Any]:
    """What the face has done to the notebook in front."""
    return page.evaluate(
        """() => ({
            ours: [...document.querySelectorAll('[class*="sb-"]')]
                .filter(one => [...one.classList].some(name => name.startsWith('sb-')) && !one.closest('.jp-OutputArea-output')).length,
            hidden: [...document.querySelectorAll('.jp-CodeCell .jp-Cell-inputWrapper')].filter(one => !one.checkVisibility()).length,
            toolbar: document.querySelector('.jp-NotebookPanel-toolbar').checkVisibility(),
        })"""
    )


@pytest.mark.parametrize("name", [LESSON, EXERCISES])
def test_a_notebook_that_pretends_is_left_alone(course: Lab, tmp_path: Path, name: str) -> None:
    mark, file = tmp_path / "mark", course.course / name
    nbformat.write(pretending(file, mark), file)
    course.trust(name)  # signed by the same user
    page = course.open(name)
    page.wait_for_timeout(3000)  # all the time it would need
    assert alone(page) == {"ours": 0, "hidden": 0, "toolbar": True}
    assert not mark.exists()


def test_one_foreign_cell_among_the_courses_own(course: Lab, tmp_path: Path) -> None:
    """Replaced, the page isn't the course's any more; added, the page wakes and the cell doesn't run."""
    mark, file = tmp_path / "mark", course.course / LESSON
    content = nbformat.read(file, 4)
    foreign = nbformat.v4.new_code_cell(MARK.format(mark=mark), metadata={"jupyter": {"source_hidden": True}})
    content.cells.insert(3, foreign)
    nbformat.write(content, file)
    course.trust(LESSON)
    page = course.open(LESSON, wait=False)
    awake(page)
    expect(page.locator(".jp-CodeCell").nth(1)).not_to_have_class(re.compile("sb-"))
    assert not mark.exists()
    course.close_all()

    del content.cells[3]
    next(cell for cell in content.cells if "practice." in cell.source).source = MARK.format(mark=mark)
    nbformat.write(content, file)
    course.trust(LESSON)
    page = course.open(LESSON)
    page.wait_for_timeout(3000)
    assert alone(page)["ours"] == 0
    assert not mark.exists()


def test_code_in_an_answer_is_text(course: Lab, tmp_path: Path) -> None:
    """An answer cell of a real page that holds code, or an exercise's number that holds code: nothing of it runs."""
    mark, file = tmp_path / "mark", course.course / EXERCISES
    content = nbformat.read(file, 4)
    hostile = MARK.format(mark=mark)
    for cell in content.cells:
        if cell.id == "answer-1-1":
            cell.source = hostile
        if cell.id == "answer-1-7":
            cell.source = f'%%answer 1.7\n"); {hostile} #\n\'\'\'"""\n{{{{}}}}'
    nbformat.write(content, file)
    course.trust(EXERCISES)
    page = course.open(EXERCISES, wait=False)
    awake(page)
    expect(form(page, "1.1").get_by_role("textbox")).to_have_value(hostile)
    form(page, "1.1").get_by_role("button", name="Check my answer").click()
    expect(card(page, "1.1")).to_be_visible()
    assert not mark.exists()


def test_a_strangers_kernel_hears_nothing_of_us(course: Lab) -> None:
    stranger = course.course / "lessons" / "mine.ipynb"
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    cells = [nbformat.v4.new_code_cell("1 + 1")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), stranger)
    page = course.open("lessons/mine.ipynb")
    sent: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(str(data))))
    page.reload()
    course.wait_idle(page)
    page.wait_for_timeout(1500)
    asked = [one for one in sent if "execute_request" in one or "sellbackwards" in one]
    assert sent and not asked
    assert alone(page) == {"ours": 0, "hidden": 0, "toolbar": True}


# ---- every kind, every way


def _is_saved(file: Path, one: Exercise, status: str) -> bool:
    return judge(one, saved_answer(file, one.id)).status == status


def answered_in_its_form(course: Lab, page: Page, name: str, one: Exercise) -> None:
    """Answer it as a person does; the page says that it is right, and the grader reads it in the file."""
    file = course.course / "my-answers" / f"{name}.ipynb"
    view = form(page, one.id)
    expect(view.locator(".sb-control")).to_be_visible()
    if one.kind == "talk":
        for line in one.model.splitlines():
            view.get_by_label("What you say").fill(line.removeprefix("Me: "))
            before = view.locator("[role=log]").get_attribute("data-turns") or ""
            page.keyboard.press("Enter")
            expect(view.locator("[role=log]")).not_to_have_attribute("data-turns", before)
    else:
        work(view, one)
    status = "for a person" if one.kind == "person" else "passed"
    view.get_by_role("button", name="Check my answer").click()
    expect(card(page, one.id)).to_have_attribute("data-status", status)
    wait_until(partial(_is_saved, file, one, status), f"{one.id} is saved")
    picture(page, f"kind_{one.kind}")


def test_typed_by_hand_shown_as_text_and_what_no_form_can_show(course: Lab) -> None:
    file = course.course / EXERCISES
    content = nbformat.read(file, 4)
    choices = [one for one in all_sets()[1].exercises if one.kind == "choice"][:2]
    typed = {choices[0].id: "C)", choices[1].id: "I can't decide between them."}
    for cell in content.cells:
        for exercise_id, text in typed.items():
            if cell.id == f"answer-{exercise_id.replace('.', '-')}":
                cell.source = f"%%answer {exercise_id}\n{text}"
    nbformat.write(content, file)
    page = course.open(EXERCISES, wait=False)
    awake(page)
    shown, left = (form(page, exercise_id) for exercise_id in typed)
    expect(shown.get_by_role("radio", name="c)")).to_be_checked()
    assert saved_answer(file, choices[0].id) == "C)"  # as it was typed, until something is chosen
    cell = page.locator(".jp-CodeCell", has=left)
    expect(cell.locator(".cm-content")).to_contain_text("I can't decide")

    # As text: typed there, judged there, and back in the form.
    shown.get_by_role("button", name="Show as text").click()
    cell = page.locator(".jp-CodeCell", has=shown)
    cell.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    page.keyboard.type("b")
    page.keyboard.press("Shift+Enter")
    status = judge(choices[0], "b").status
    expect(card(page, choices[0].id)).to_have_attribute("data-status", status)
    expect(cell.locator(".cm-content")).to_be_focused()
    shown.get_by_role("button", name="Show as a form").click()
    expect(shown.get_by_role("radio", name="b)")).to_be_checked()
    wait_until(lambda: saved_answer(file, choices[0].id) == "b", "it is saved")


def test_a_dead_kernel_leaves_the_text(course: Lab) -> None:
    page = course.open(EXERCISES, wait=False)
    awake(page)
    box = form(page, "1.1").get_by_role("textbox")
    box.fill("What happens on a busy morning?")
    cell = page.locator(".jp-CodeCell", has=page.locator(".sb-answer-1-1"))
    expect(cell).to_have_count(1)
    wait_until(lambda: saved_answer(course.course / EXERCISES, "1.1") != "", "it is saved")
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    expect(page.locator(".sb-form")).to_have_count(0)
    expect(answer_cell(page, "1.1").locator(".cm-content")).to_contain_text("What happens on a busy morning?")


# ---- it looks like a course


def test_panel_tab_header_and_the_way_on(course: Lab) -> None:
    page = course.open(EXERCISES, wait=False)
    awake(page)
    panel = page.get_by_role("region", name="The course")
    expect(page.get_by_role("tab", name="Exercises 01")).to_be_visible()
    expect(panel.locator("[aria-current=page]")).to_contain_text("Exercises 01")
    expect(panel.get_by_role("button", name=re.compile("^Begin: "))).to_be_visible()
    count = len(all_sets()[1].exercises)
    expect(page.locator(".sb-header")).to_contain_text(f"0 of {count} exercises done")
    form(page, "1.1").get_by_role("textbox").fill(key("1.1").model)
    form(page, "1.1").get_by_role("button", name="Check my answer").click()
    expect(page.locator(".sb-header")).to_contain_text(f"1 of {count} exercises done")
    expect(panel).to_contain_text(f"1 of {count}")
    expect(page.locator(".sb-delivered .sb-card", has_text="How do I stand?")).to_contain_text(f"1 of {count} passed")
    form(page, "1.1").get_by_role("button", name="Next exercise").click()
    page.wait_for_function("document.activeElement.closest('.sb-form')?.classList.contains('sb-answer-1-2')")

    # No prompts, no bars, no kernel in sight; all of it one click away, and back.
    for tool in (".jp-NotebookPanel-toolbar", ".jp-InputPrompt", ".jp-Collapser"):
        assert not page.locator(tool).first.is_visible(), tool
    page.get_by_role("button", name="Show the notebook").click()
    expect(page.locator(".jp-NotebookPanel-toolbar")).to_be_visible()
    expect(page.locator(".sb-page")).to_have_count(0)
    picture(page, "plain")
    page.get_by_role("button", name="Show the page").click()
    expect(page.locator(".jp-NotebookPanel-toolbar")).to_be_hidden()
    width = page.locator(".jp-MarkdownCell p").first.evaluate(
        "one => one.getBoundingClientRect().width / parseFloat(getComputedStyle(one).fontSize)"
    )
    assert 30 < width < 42  # 60 to 75 characters

    page.get_by_role("navigation", name="The way on").get_by_role("button", name="Lesson 02").click()
    expect(page.get_by_role("tab", name="Lesson 02")).to_be_visible()
    awake(page)
    expect(page.locator(".sb-header").last).to_contain_text("Part 1")
    assert sorted(path.name for path in (course.course / "my-answers").glob("[!.]*")) == sorted(
        path.name for path in (ROOT / "exercises").glob("*.ipynb")
    )


def test_a_dropped_transcript_opens_on_the_score_card(course: Lab) -> None:
    page = course.open(LESSON, wait=False)
    awake(page)
    call = (DATASETS / "calls/01_forward.vtt").read_text(encoding="utf-8")
    page.evaluate(
        """call => {
            const data = new DataTransfer();
            data.items.add(new File([call], "Monday's call.vtt"));
            const target = document.querySelector('.jp-MarkdownCell');
            for (const kind of ['dragover', 'drop']) {
                target.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
            }
        }""",
        call,
    )
    expect(page.get_by_role("tab", name="Your call")).to_be_visible()
    expect(page.locator(".sb-call .sb-callcard")).to_contain_text("Tomasz")
    picture(page, "dropped")


def test_no_accessibility_fault_in_the_face(course: Lab) -> None:
    page = course.open(EXERCISES, wait=False)
    awake(page)
    form(page, "1.1").get_by_role("textbox").fill("Do you like it?")
    for name in ("Give me a hint", "Check my answer"):
        form(page, "1.1").get_by_role("button", name=name).click()
    expect(card(page, "1.1")).to_be_visible()
    page.locator("[data-card='1.1']").scroll_into_view_if_needed()
    page.add_script_tag(path=AXE_FILE_PATH)
    page.evaluate("document.body.style.overflow = 'visible'")  # it is 0 px high and clips nothing; axe believes it does
    for theme in in_both_themes(page):
        for scope in (".sb-answer-1-1", ".sb-header", ".sb-foot", ".course-panel"):
            found = page.evaluate(
                "([scope, values]) => axe.run({include: [scope]}, {runOnly: {type: 'tag', values}})", [scope, WCAG]
            )
            assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]] == []
            assert found["passes"], scope
        picture(page, f"axe_{theme}")
