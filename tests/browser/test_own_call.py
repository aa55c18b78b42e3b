"""A learner's own call in JupyterLab: a file chosen as a person does, its card, a moment read, nothing kept."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from sellbackwards.calls import measure, read_call
from sellbackwards.calls.moments import moments
from sellbackwards.course import DATASETS
from sellbackwards.practice.own_calls import course_labels
from tests.browser.axe import faults
from tests.browser.lab import Lab, expect_kind, in_both_themes, run_all, wait_until
from tests.browser.test_lab import picture
from tests.calls.field import LAYOUTS
from tests.calls.samples import PLAIN, TALK

NOTEBOOK = "lessons/own_call.ipynb"
CALL = DATASETS / "calls" / "01_forward.vtt"
HOSTILE = 'Eve<img src=x onerror="console.error(1)">'


@pytest.fixture
def course(running: Lab) -> Iterator[Lab]:
    """The course, and a page with this practice alone. At the end nothing was said in the browser's console."""
    running.as_new_with(NOTEBOOK, "Your own call", "own_call")
    yield running
    assert running.complaints == []


CHARTS = "figure img, .sb-plays"  # a picture, or the player that stands in its place


def awake(course: Lab) -> tuple[Page, Locator]:
    page = course.open(NOTEBOOK)
    run_all(page)
    view = page.locator(".sb-practice-own_call")
    view.wait_for()
    return page, view


def choose(page: Page, view: Locator, *files: Path) -> None:
    """Press the button, choose the files in the window that opens."""
    with page.expect_file_chooser() as chooser:
        view.get_by_role("button", name="Choose files").click()
    chooser.value.set_files(list(files))


def said(view: Locator, status: str) -> Locator:
    return view.locator(f'.sb-feedback[data-status="{status}"]')


def label_of(begins: str) -> str:
    return next(label for label in course_labels() if label.startswith(begins))


def test_a_call_is_dropped_in_and_a_moment_read(course: Lab, tmp_path: Path) -> None:
    page, view = awake(course)
    picture(page, "own_call_empty")
    mine = tmp_path / "Monday’s call.vtt"
    words = CALL.read_text(encoding="utf-8").replace("Adaeze", HOSTILE.replace(">", "&gt;").replace("<", "&lt;"))
    mine.write_text(words, encoding="utf-8")
    choose(page, view, mine)
    expect(said(view, "read")).to_contain_text("Monday’s call.vtt")
    expect(view.locator(".sb-callcard")).to_contain_text("Tomasz")
    expect(view.locator(CHARTS)).to_have_count(2)
    expect(view).to_contain_text("This is a guess (asks and offers most)")
    expect(view.locator("img[src=x]")).to_have_count(0)
    expected = moments(measure(read_call(mine)))
    for moment in expected:
        view.get_by_role("button", name=re.compile(re.escape(moment.title))).click()
        expect(view.locator(".sb-here")).to_contain_text(moment.text[:60])
    view.locator(".sb-place").scroll_into_view_if_needed()
    picture(page, "own_call_moment")

    # Any turn, by keyboard.
    turns = view.get_by_label("Or choose any turn")
    turns.focus()
    page.keyboard.press("Home")
    expect(view.locator(".sb-here")).to_contain_text(read_call(mine).turns[0].text[:40])
    page.keyboard.press("ArrowDown")
    expect(view.locator(".sb-here")).to_contain_text(read_call(mine).turns[1].text[:40])
    expect(turns).to_be_focused()

    # The other one is the seller; another call beside it.
    chooser = view.get_by_label("Who is the seller?")
    chooser.select_option(index=1 - chooser.evaluate("one => one.selectedIndex"))
    expect(view).to_contain_text("You chose the seller.")
    expect(view.locator(".sb-callcard").first).to_contain_text("Seller: Eve")
    view.get_by_label("Put another call beside it").select_option(label=label_of("01 backward"))
    expect(view.get_by_label("Calls beside each other")).to_contain_text("01 backward")
    expect(view.locator(CHARTS)).to_have_count(3)
    for summary in view.locator("summary").all():
        summary.click()
    for theme in in_both_themes(page):
        assert faults(page, ".sb-practice-own_call") == []
        view.locator(".sb-callcard").first.scroll_into_view_if_needed()
        picture(page, f"own_call_{theme}_card")
        view.get_by_label("Calls beside each other").scroll_into_view_if_needed()
        picture(page, f"own_call_{theme}_beside")
    expect_kind(page)


def test_several_files_a_table_and_a_csv(course: Lab, tmp_path: Path) -> None:
    page, view = awake(course)
    notes = tmp_path / "notes.txt"
    notes.write_text("Buy milk.\n", encoding="utf-8")
    files = [*sorted((DATASETS / "calls").glob("0[12]*.vtt")), notes]
    choose(page, view, *files)
    expect(view.locator(".sb-all tbody tr")).to_have_count(len(files))
    expect(view.locator(".sb-all tbody tr").last).to_contain_text("No line says who speaks")
    with page.expect_download() as download:
        view.get_by_role("link", name="Save the table").click()
    assert download.value.suggested_filename == "calls.csv"
    with Path(download.value.path()).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["file"] for row in rows] == [path.name for path in files]
    assert rows[-1]["problem"]
    view.get_by_label("Which one do you want to see?").select_option(label="notes.txt (not read)")
    expect(said(view, "refused")).to_contain_text("What to do:")
    expect(view.locator(".sb-callcard")).to_be_hidden()
    view.get_by_label("Which one do you want to see?").select_option(index=1)
    expect(view.locator(".sb-callcard")).to_contain_text(files[1].name)
    assert faults(page, ".sb-practice-own_call") == []
    picture(page, "own_call_several")
    expect_kind(page)


def test_a_path_by_keyboard_and_what_is_refused(course: Lab, tmp_path: Path) -> None:
    page, view = awake(course)
    box = view.get_by_label("Or type where a file or a folder is")
    box.click()
    page.keyboard.type(f'"{CALL}"')
    page.keyboard.press("Enter")
    expect(said(view, "read")).to_contain_text("01_forward.vtt")
    box.fill(str(tmp_path / "nowhere.vtt"))
    view.get_by_role("button", name="Read it").click()
    expect(said(view, "refused")).to_contain_text("There is no such file.")
    # Far larger than a transcript can be: refused with a word, and the page goes on.
    large = tmp_path / "recording.txt"
    large.write_bytes(b"Anna: hello\n" * 2_500_000)
    choose(page, view, large)
    expect(said(view, "refused")).to_contain_text("larger than 20 MB")
    picture(page, "own_call_refused")
    view.get_by_label("Or try with one of the course's own calls").select_option(label=label_of("01 forward"))
    expect(said(view, "read")).to_contain_text("01 forward")
    expect_kind(page)


def test_five_hours_do_not_freeze_the_page_and_nothing_is_kept(course: Lab, tmp_path: Path) -> None:
    turns = read_call(CALL).turns
    lines, t = ["WEBVTT", ""], 0.0
    while t < 5 * 3600:
        for turn in turns:
            end = t + max(1.0, 0.36 * turn.words)
            lines += [f"{_clock(t)} --> {_clock(end)}", f"<v {turn.speaker}>{turn.text}</v>", ""]
            t = end + 0.3
    long = tmp_path / "five_hours_of_talk.vtt"
    long.write_text("\n".join(lines), encoding="utf-8")
    page, view = awake(course)
    page.evaluate(
        """() => { window.worst = 0; let last = performance.now();
        setInterval(() => { const now = performance.now(); window.worst = Math.max(window.worst, now - last); last = now }, 20) }"""
    )
    choose(page, view, long)
    expect(view.locator(CHARTS)).to_have_count(2)
    view.get_by_label("Which part of the call?").select_option(index=2)
    view.get_by_label("Or choose any turn").select_option(index=7)
    expect(view.locator(".sb-place")).to_contain_text("▶ marks turn 1007")
    assert page.evaluate("window.worst") < 2000  # a person notices a second; this only tells a hang from a page
    picture(page, "own_call_long")

    saved = course.course / NOTEBOOK
    before = saved.stat().st_mtime_ns
    page.locator('.jp-Toolbar [data-jp-item-name="save"]').click()
    wait_until(
        lambda: saved.stat().st_mtime_ns != before and saved.read_bytes().rstrip().endswith(b"}"), "the page is saved"
    )
    word = next(turn.text for turn in turns if turn.words > 12)[:40]
    held = [path for path in course.private.rglob("*") if path.is_file() and "data/" not in str(path)]
    for path in held:
        if path.suffix in {".ipynb", ".json", ".sqlite", ".txt", ".log"} and "datasets" not in str(path):
            assert long.name not in path.read_text(encoding="utf-8", errors="replace"), path
    assert word not in saved.read_text(encoding="utf-8")
    assert 'data-practice=\\"own_call\\"' in saved.read_text(encoding="utf-8")
    assert course.drafts() == {}


def test_files_as_tools_name_them_and_a_seller_that_is_remembered(course: Lab, tmp_path: Path) -> None:
    """A Word file, JSON, a table of calls and a chat; the choice of a seller holds for the next file."""
    talk = PLAIN["plain"](TALK)
    files = {
        "Laundry check-in-20260308_082230-Meeting Recording.docx": LAYOUTS["first: word: teams docx"][0],
        "Wäsche - 2026-03-08 08-22 MEZ - Notizen von Gemini.txt": LAYOUTS["first: text: meet notes, German"][0],
        "transcript_623470.json": LAYOUTS["first: json: gong"][0],
        "WhatsApp Chat with Tom.txt": LAYOUTS["first: typed: whatsapp ios"][0],
        "calls-export.csv": f'Call ID,Transcript\nC1,"{talk}"\nC2,"{talk}"\n',
        "meeting_saved_chat.txt": "00:02:11\tTom:\there is the list\n00:03:11\tMaya:\tthanks\n",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    page, view = awake(course)
    choose(page, view, *(tmp_path / name for name in files))
    expect(view.locator(".sb-all tbody tr")).to_have_count(len(files) + 1)  # two calls in one of them
    expect(view.locator(".sb-all tbody tr").last).to_contain_text("Zoom call")
    pick = view.get_by_label("Which one do you want to see?")
    expect(view.locator(".sb-callcard").first).to_contain_text("Maya Lindqvist")
    picture(page, "own_call_tools")
    pick.select_option(index=1)
    expect(view.locator(".sb-callcard").first).to_contain_text("von Gemini.txt")
    expect(view.locator(".sb-callcard").first).to_contain_text("lines of notes")
    view.locator(".sb-callcard").first.scroll_into_view_if_needed()
    picture(page, "own_call_notes")
    pick.select_option(index=3)
    expect(view.locator(".sb-callcard").first).to_contain_text("typed, not spoken")
    view.locator(".sb-callcard").first.scroll_into_view_if_needed()
    picture(page, "own_call_typed")
    assert faults(page, ".sb-practice-own_call") == []

    view.get_by_label("Who is the seller?").select_option(label="Tom O'Kafor")
    expect(view).to_contain_text("You chose the seller.")
    choose(page, view, tmp_path / "transcript_623470.json")
    expect(said(view, "read")).to_contain_text("transcript_623470.json")
    expect(view.locator(".sb-callcard").first).to_contain_text("Seller: Tom O'Kafor (chosen before for this folder")
    assert '"Tom O\'Kafor"' in (course.private / "progress" / "sellers.json").read_text(encoding="utf-8")
    expect_kind(page)


def _clock(t: float) -> str:
    return f"{int(t // 3600):02}:{int(t % 3600 // 60):02}:{t % 60:06.3f}"
