"""A talk with a simulated buyer, in a real browser."""

from __future__ import annotations

import nbformat
from playwright.sync_api import expect

from sellbackwards.buyer import Talk, load
from tests.browser.lab import Lab, run_all, wait_until

BAKERY = load("bakery")


def test_a_person_talks_by_keyboard_alone(running: Lab) -> None:
    running.as_new()
    code = 'from sellbackwards import practice\npractice.talk("bakery")'
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    page_of_its_own = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)], metadata=kernel)
    nbformat.write(page_of_its_own, running.course / "lessons" / "talk.ipynb")
    page = running.open("lessons/talk.ipynb")
    run_all(page)
    box = page.get_by_label("What you say")
    box.click()
    for n, line in enumerate(BAKERY.expert[:3], 1):
        page.keyboard.type(line, delay=3)
        page.keyboard.press("Enter")
        expect(page.locator(f'.sb-practice-talk [role=log][data-turns="{n}"]')).to_be_visible()
        expect(box).to_be_focused()
        expect(box).to_have_value("")
    spoken = page.locator(".sb-practice-talk [role=log] p")
    expect(spoken.last).to_have_text(f"Rosa: {Talk(BAKERY, BAKERY.expert[:3]).turns[-1].buyer}")
    expect(spoken.last).to_be_in_viewport()  # the frame keeps to the last line
    page.get_by_role("button", name="Take back my last line").focus()
    page.keyboard.press("Enter")
    expect(box).to_have_value(BAKERY.expert[2])
    page.get_by_role("button", name="Show the debrief").click()
    expect(page.get_by_role("region", name="The debrief")).to_be_visible()
    wait_until(lambda: "talk_bakery" in running.drafts(), "the talk to be kept")
    assert running.complaints == []
