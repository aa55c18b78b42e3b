"""Every page for everybody: on screens of several widths, in the dark, its practices by keyboard alone, and twice as large.

And a practice of each kind is worked to its end, in the first lesson that has one; so is an exercise of each kind.

The light theme and the cards are in test_lab.py; the site in test_site.py; what instructors get in
tests/grading/test_in_a_browser.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from sellbackwards.course import LESSONS
from sellbackwards.practice.catalogue import practice_entry
from tests.browser.axe import faults
from tests.browser.kinds import first_of_each_kind, kind_of, rounds_of_each_kind, work
from tests.browser.lab import PICTURES, SIZE, Lab, awake, expect_kind, in_both_themes, menu
from tests.browser.test_face import answered_in_its_form

KIND = re.compile(r'<\w+(?: type="\w+")?')
NAMES = sorted(path.name for path in LESSONS.glob("*.ipynb"))


def stops(view: Locator) -> list[str]:
    """What the Tab key should reach in a practice, in order: a group of radio buttons is one stop."""
    return view.evaluate(
        """view => {
            const seen = new Set();
            view.querySelectorAll('[data-stop]').forEach(one => { delete one.dataset.stop; });
            return [...view.querySelectorAll('a[href], button, input, select, summary, textarea, [tabindex="0"]')]
            .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0)
            .filter(one => one.type !== 'radio' || !one.name || !seen.has(one.name) && seen.add(one.name))
            .map((one, n) => { one.dataset.stop = n; return one.outerHTML.slice(0, 120); });
        }"""
    )


TO_WORK = {(name, place): one for name, place, one in rounds_of_each_kind()}
SEEN: set[str] = set()
"""The kinds of rounds that were looked at. All practices of rounds are one program, so that each kind is looked at in one of
them; and of every practice the first round."""


def name_of(view: Locator) -> str:
    classes = (view.get_attribute("class") or "").split()
    return next(one for one in classes if one.startswith("sb-practice-")).removeprefix("sb-practice-")


def rounds(view: Locator) -> Iterator[list[str]]:
    """The stops of a practice in its rounds, one after the other, until none is to come that has to be looked at; a round
    that is to be worked is worked then."""
    number, on = 1, view.get_by_role("button", name="Next", exact=True)
    name = name_of(view)
    kinds = [kind_of(one) for one in practice_entry(name).rounds()]  # none where it goes on otherwise
    while True:
        yield stops(view)
        SEEN.update(kinds[number - 1 : number])
        if one := TO_WORK.get((name, number - 1)):
            work(view, one)
            status = "for a person" if one.kind == "person" else "passed"
            expect(view.locator(".sb-feedback")).to_have_attribute("data-status", status)
            view.scroll_into_view_if_needed()
            view.page.screenshot(path=PICTURES / f"kind_{one.kind}_{name}.png")
        if not (view.get_by_text(f"Round {number} of").count() and on.count() and on.is_visible()):
            return
        to_come = enumerate(kinds[number:], number)
        if kinds and not any(kind not in SEEN or (name, place) in TO_WORK for place, kind in to_come):
            return
        number += 1
        view.locator(".sb-control").evaluate_all("all => all.forEach(one => { one.dataset.before = 'yes'; })")
        on.click()
        expect(view.get_by_text(f"Round {number} of")).to_be_visible()
        expect(view.locator(".sb-control[data-before]")).to_have_count(0)


WHERE = """view => {
    const one = document.activeElement, style = getComputedStyle(one);
    if (!view.contains(one)) return null;
    const group = one.type === 'radio' && one.name ? view.querySelector(`input[name="${one.name}"][data-stop]`) : one;
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return {stop: Number(group?.dataset.stop ?? -1), ring, what: one.outerHTML.slice(0, 120)};
}"""


def by_keyboard_at(page: Page, view: Locator) -> None:
    """Come to the first stop by keyboard, so that the browser shows where the focus is."""
    view.locator("[data-stop='0']").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")


# Notes each place that takes the focus in a practice, from here on; null, once it has left.
NOTE_THE_WAY = f"""view => {{
    const way = window.way = [({WHERE})(view)];
    const note = () => {{ way.push(({WHERE})(view)); way.includes(null) && document.removeEventListener('focusin', note); }};
    document.addEventListener('focusin', note);
}}"""


def by_tab(page: Page, view: Locator, stops: int) -> list[dict[str, Any]]:
    """Where the focus goes from the first of some stops on, until it leaves the practice."""
    by_keyboard_at(page, view)
    view.evaluate(NOTE_THE_WAY)
    for presses in [stops, *[1] * 60]:  # a date has three parts, and a press for each
        for _ in range(presses):
            page.keyboard.press("Tab")
        way: list[dict[str, Any] | None] = page.evaluate("way")
        if None in way:
            break
    inside = [one for one in way if one]
    return [one for before, one in pairwise([{"stop": -1}, *inside]) if one["stop"] != before["stop"]]


def asked(page: Page, view: Locator, _: int) -> list[dict[str, Any]]:
    """The same without pressing Tab: which stops take the focus, and show it. In the order of the page, which is the Tab
    key's where no element has a number of its own."""
    by_keyboard_at(page, view)
    assert view.evaluate("view => [...view.querySelectorAll('*')].filter(one => one.tabIndex > 0).length") == 0
    return view.evaluate(
        f"view => [...view.querySelectorAll('[data-stop]')].map(one => {{ one.focus(); return ({WHERE})(view); }})"
    )


WALKED: set[tuple[str, ...]] = set()
"""The kinds of stops, in their order, that were walked through with the Tab key. A walk costs seconds, and of the same kinds
in the same order it tells nothing new."""


def cut_off(page: Page) -> list[str]:
    """What of ours sticks out of its frame or is cut off at its edge."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.sb-practice, .sb-card')].flatMap(frame => {
            const right = Math.min(frame.getBoundingClientRect().right, innerWidth);
            return [...frame.querySelectorAll('*')].filter(one => {
                if (!one.checkVisibility() || one.closest('.scroll, svg, option, .sb-unseen')) return false;
                const box = one.getBoundingClientRect(), style = getComputedStyle(one);
                const clipped = style.overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 2;
                return box.width && (box.right > right + 2 || clipped && one.innerText);
            }).map(one => `${one.tagName} ${one.className}: ${one.innerText.slice(0, 60)}`).slice(0, 3);
        })"""
    )


SCREENS: list[ViewportSize] = [
    {"width": 1280, "height": 720}, {"width": 1440, "height": 900}, {"width": 820, "height": 1180},
]  # fmt: skip


def fits_each_screen(page: Page, name: str) -> None:
    """From the widest to the narrowest and back, what was wide once becomes narrow. Leaves a picture of each."""
    panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
    for size in SCREENS:
        page.set_viewport_size(size)
        # JupyterLab lays its frames out a moment later, the panel after them; only then are the cells as wide as it.
        page.wait_for_function("width => document.querySelector('#main').clientWidth === width", arg=size["width"])
        page.wait_for_function(
            "([one, width]) => one.getBoundingClientRect().right <= width",
            arg=[panel.element_handle(), size["width"]],
        )
        edge = panel.evaluate("one => one.getBoundingClientRect().right")
        assert 0 < edge <= size["width"]
        for kind in (".jp-MarkdownCell", ".sb-live", ".sb-form"):
            rights = panel.locator(kind).evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
            assert all(right < edge for right in rights), f"{name}: {kind} is cut off on {size}"
        page.screenshot(path=PICTURES / f"page_{name}_{size['width']}.png")
    page.set_viewport_size(SIZE)


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_for_everybody(running: Lab, name: str) -> None:
    running.as_new()
    page = running.open(f"lessons/{name}", wait=False)
    awake(page)
    expect_kind(page)
    fits_each_screen(page, f"lesson_{name.removesuffix('.ipynb')}")
    menu(page, "Settings", "Theme", "JupyterLab Dark")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    asleep = page.locator(".sb-practice:not(.sb-live)").filter(has_text="asleep")  # they stay, out of sight
    expect(asleep.filter(visible=True)).to_have_count(0)
    views = page.locator(".sb-practice.sb-live")
    expect(views).to_have_count(asleep.count())

    scopes = [scope for scope in (".sb-practice", "figure") if page.locator(scope).count()]
    if not scopes:  # a page to read
        assert running.complaints == []
        return
    assert faults(page, *scopes) == []

    for view in views.all():
        for wanted in rounds(view):
            if not wanted:  # nothing to tell of a promise that nobody made
                continue
            kinds = tuple(KIND.match(one)[0] for one in wanted)  # type: ignore[index]
            walk = asked if kinds in WALKED else by_tab
            way = walk(page, view, len(wanted))
            assert [one["stop"] for one in way] == list(range(len(wanted))), (wanted, way)
            assert [one["what"] for one in way if not one["ring"]] == []
            WALKED.add(kinds)

    expect_kind(page)

    # Twice as large: half as wide. The panel has gone.
    page.set_viewport_size({"width": 640, "height": 800})
    expect(page.get_by_role("region", name="The course")).to_be_hidden()
    assert cut_off(page) == []
    page.locator(scopes[0]).filter(visible=True).first.scroll_into_view_if_needed()
    page.screenshot(path=PICTURES / f"everybody_{name.removesuffix('.ipynb')}.png")
    assert running.complaints == []


@pytest.mark.parametrize("name", first_of_each_kind())
def test_an_exercise_page_for_everybody(running: Lab, name: str) -> None:
    """Pages that show every kind of answer between them: task and form, light and dark; then each kind is answered."""
    running.as_new()
    page = running.open(f"my-answers/{name}.ipynb", wait=False)
    awake(page)
    fits_each_screen(page, f"exercises_{name}")
    for _ in in_both_themes(page):
        assert faults(page, ".sb-task .jp-RenderedHTMLCommon", ".sb-form") == []
    for one in first_of_each_kind()[name]:
        answered_in_its_form(running, page, name, one)
    expect_kind(page)
    assert running.complaints == []


def test_each_kind_of_round_is_on_a_page() -> None:
    assert len(TO_WORK) >= 8
    assert all(any(page.startswith(name[:2]) for page in NAMES) for name, _ in TO_WORK)
