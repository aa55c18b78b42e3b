"""The kinds of answers: where the course has each of them first, and how a person gives one on a page."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from sellbackwards.course import DATASETS
from sellbackwards.exercises import Exercise
from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.practice.rounds import load_rounds


def kind_of(one: Exercise) -> str:
    """Its kind; a choice of several right ones looks and works otherwise."""
    several = one.kind == "choice" and sum(bool(option.get("right")) for option in one.spec["options"]) > 1
    return one.kind + (" of several" if several else "")


def first_of_each_kind() -> dict[str, list[Exercise]]:
    """Set → its exercises that are the first of their kind in the course."""
    found: dict[str, Exercise] = {}
    for one_set in all_sets():
        for one in one_set.exercises:
            found.setdefault(kind_of(one), one)
    by_set: dict[str, list[Exercise]] = {}
    for one in found.values():
        name = next(one_set.name for one_set in all_sets() if one in one_set.exercises)
        by_set.setdefault(name, []).append(one)
    return by_set


def rounds_of_each_kind() -> list[tuple[str, int, Exercise]]:
    """(practice, place of the round, the round): the first of each kind in the practices that are data."""
    found: dict[str, tuple[str, int, Exercise]] = {}
    for path in sorted((DATASETS / "practices").glob("*.yaml")):
        for place, one in enumerate(load_rounds(path.stem)[1]):
            found.setdefault(kind_of(one), (path.stem, place, one))
    return list(found.values())


def work(view: Locator, one: Exercise) -> None:
    """Answer a round as a person does: click, choose, type."""
    text = one.model or "My own words for it."
    if one.kind in {"question", "text", "person"}:
        view.locator("textarea").fill(text)
    elif one.kind == "fields":
        for box, line in zip(view.locator(".sb-control :is(textarea, select)").all(), text.splitlines(), strict=True):
            (box.select_option if box.evaluate("one => one.matches('select')") else box.fill)(
                line.partition(":")[2].strip()
            )
    elif one.kind == "numbers":
        for box, line in zip(view.locator("input[type=text]").all(), text.splitlines(), strict=True):
            box.fill(line.partition(":")[2].strip())
    elif one.kind == "plan":
        for n, step in enumerate(text.split("\n\n")):
            if view.locator(".sb-plan-row:visible").count() <= n:
                view.get_by_role("button", name="Add a step").click()
            row = view.locator(".sb-plan-row").nth(n)
            for box, line in zip(row.locator("input").all(), step.splitlines(), strict=True):
                box.fill(line.partition(":")[2].strip())
    elif one.kind == "choice":
        for letter in text.replace(" ", "").split(","):
            view.locator("input[type=radio], input[type=checkbox]").nth("abcdefghijkl".index(letter)).check()
    elif one.kind == "sorting":
        for chooser, line in zip(view.locator(".sb-control-sorting > *").all(), text.splitlines(), strict=True):
            chooser.locator("select").select_option(label=line.partition(" - ")[2])
    elif one.kind == "ordering":
        for place, number in enumerate(text.replace(" ", "").split(",")):
            item = one.spec["items"][int(number) - 1]
            rows = view.locator(".sb-order-row")
            while item not in rows.nth(place).inner_text():
                (now,) = [n for n, row in enumerate(rows.all()) if item in row.inner_text()]
                if now != place:  # unless the rows came between the two looks
                    rows.nth(now).get_by_role("button", name="Up").click()
                    expect(rows.nth(now - 1)).to_contain_text(item)
    elif one.kind == "branching":
        for said, letter in enumerate(text.split(), 1):
            view.locator("input[type=radio]").nth("abcdefgh".index(letter)).check()
            view.get_by_role("button", name="Say it").click()
            expect(view.locator("[role=log] p", has_text="You:")).to_have_count(said)
    check = view.get_by_role("button", name="Check")
    if check.is_visible():
        check.click()
