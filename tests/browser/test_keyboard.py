"""A whole exercise page by keyboard alone: Tab, arrows, Space, Enter and letters; the focus is always seen and never lost."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from sellbackwards.exercises import Exercise
from sellbackwards.exercises.catalogue import all_sets
from tests.browser.lab import Lab, awake, wait_until
from tests.browser.test_face import EXERCISES, card

WHERE = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    return {
        form: one.closest('.sb-form')?.className.match(/sb-answer-(\\d+-\\d+)/)?.[1].replace('-', '.') ?? '',
        kind: one.type ?? one.tagName.toLowerCase(),
        name: one.innerText || one.title || one.closest('label')?.innerText || '',
        row: [...(one.closest('.sb-control')?.querySelectorAll('.sb-order-row') ?? [])].indexOf(one.closest('.sb-order-row')),
        seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.top >= 0 && box.top < innerHeight,
    };
}"""


A_PERSON = 150
"""Milliseconds between two arrows. Faster than anybody presses them, the kernel's answer to one may undo the next."""


class Keys:
    """A keyboard, and what one sees of the focus."""

    def __init__(self, page: Page, exercise: Exercise) -> None:
        self.page, self.exercise, self.presses = page, exercise, 0

    @property
    def here(self) -> dict[str, object]:
        found: dict[str, object] = self.page.evaluate(WHERE)
        return found

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.presses += 1
        here = self.here
        assert here["form"] == self.exercise.id, f"{self.exercise.id}: the focus left the form at {key}: {here}"
        assert here["seen"], f"{self.exercise.id}: nobody sees where the focus is after {key}: {here}"

    def tab_to(self, name: str) -> None:
        """Tab forward to a button, which has to be near."""
        for _ in range(8):
            if name in str(self.here["name"]):
                return
            self.press("Tab")
        raise AssertionError(f"{self.exercise.id}: no way to {name}")


def enter(keys: Keys) -> None:
    """The model answer, from the form's first control on."""
    one, page = keys.exercise, keys.page
    lines = one.model.splitlines()
    if one.kind in ("question", "text", "person"):
        page.keyboard.type(" ".join(lines) if one.kind == "question" else one.model)
    elif one.kind in ("fields", "numbers"):
        for n, line in enumerate(lines):
            if n:
                keys.press("Tab")
            page.keyboard.type(line.partition(":")[2].strip())
    elif one.kind == "sorting":
        for n, line in enumerate(lines):
            if n:
                keys.press("Tab")
            page.keyboard.type(line.partition(" - ")[2][:3])
    elif one.kind == "choice":
        wanted = ["abcdefghijkl".index(letter) for letter in one.model.replace(" ", "").split(",")]
        if keys.here["kind"] == "radio":
            keys.press("Space")
            for _ in range(wanted[0]):
                page.wait_for_timeout(A_PERSON)
                keys.press("ArrowDown")
            page.wait_for_timeout(A_PERSON)
        else:
            for n in range(wanted[-1] + 1):
                if n:
                    keys.press("Tab")
                if n in wanted:
                    keys.press("Space")
    elif one.kind == "ordering":
        order(keys)
    else:
        raise AssertionError(f"{one.id}: nobody knows how to enter a {one.kind}")


def order(keys: Keys) -> None:
    """Each line up to its place; the focus goes with it."""
    page, one = keys.page, keys.exercise
    rows = page.locator(f".sb-answer-{one.id.replace('.', '-')} .sb-order-row")
    for place, number in enumerate(one.model.replace(" ", "").split(",")):
        item = one.spec["items"][int(number) - 1]
        now = next(n for n, text in enumerate(rows.all_inner_texts()) if item in text)
        if now == place:
            continue
        for _ in range(2 * rows.count()):  # to its "Up"
            here = keys.here
            if here["row"] == now and "Up" in str(here["name"]):
                break
            keys.press("Tab" if int(str(here["row"])) <= now else "Shift+Tab")
        for step in range(now - 1, place - 1, -1):
            page.keyboard.press("Enter")
            keys.presses += 1
            expect(rows.nth(step)).to_contain_text(item)
            page.wait_for_function(
                "place => document.activeElement.closest('.sb-order-row')?.innerText.startsWith(place)",
                arg=f"{step + 1}.",
            )


def test_a_whole_set_by_keyboard_alone(running: Lab) -> None:
    running.as_new()
    page = running.open(EXERCISES, wait=False)
    page.reload()  # nothing has the focus yet
    awake(page)
    page.set_viewport_size({"width": 1280, "height": 720})
    exercises = all_sets()[1].exercises
    assert len(exercises) == 14
    presses = 0
    while page.evaluate(WHERE)["form"] != exercises[0].id:  # from the top of the page
        page.keyboard.press("Tab")
        presses += 1
        assert presses < 12, "the first answer is far away"
    for n, one in enumerate(exercises):
        keys = Keys(page, one)
        assert keys.here["form"] == one.id
        enter(keys)
        keys.tab_to("Check my answer")
        keys.press("Enter")
        expect(card(page, one.id)).to_have_attribute(
            "data-status", "for a person" if one.kind == "person" else "passed"
        )
        expect(card(page, one.id)).to_be_in_viewport(ratio=0.2)
        assert "Check my answer" in str(keys.here["name"])
        keys.tab_to("Next exercise")
        page.keyboard.press("Enter")
        if n + 1 < len(exercises):
            following = exercises[n + 1].id
            page.wait_for_function(
                "now => document.activeElement.closest('.jp-Notebook') && !document.activeElement.closest(now)",
                arg=f".sb-answer-{one.id.replace('.', '-')}",
            )
            for _ in range(
                4
            ):  # of a long task one reads the beginning first; what it has to press comes before the form
                if page.evaluate(WHERE)["form"] == following:
                    break
                page.keyboard.press("Tab")
            assert page.evaluate(WHERE)["form"] == following, "the next answer is far away"
            wait_until(lambda: bool(page.evaluate(WHERE)["seen"]), f"{following} is in view")
    page.wait_for_function("document.activeElement.closest('.sb-foot') !== null")  # at the end: the way on
    assert running.complaints == []
