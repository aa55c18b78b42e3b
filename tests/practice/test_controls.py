"""The controls: what is entered goes in and comes out as text, of every kind, for every exercise of the course."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sellbackwards.exercises import Exercise, judge
from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.practice.catalogue import all_practices
from sellbackwards.practice.controls import CONTROLS, can_show, control, plan
from tests.practice.working import work

EXERCISES = [one for found in all_sets() for one in found.exercises]
ROUNDS = [one for entry in all_practices() for one in entry.rounds()]
BY_KIND = {one.kind: one for one in (*ROUNDS, *EXERCISES)}
# Each round of the pools is made alike.
SAMPLE = [*EXERCISES, *(one for one in ROUNDS if one.kind not in {"question", "person"})]


def met(one: Exercise, text: str) -> list[bool | None]:
    return [criterion.met for criterion in judge(one, text).criteria]


def test_there_is_a_control_for_each_kind() -> None:
    assert set(CONTROLS) == set(KINDS) == set(BY_KIND)


@pytest.mark.parametrize("one", SAMPLE, ids=[one.id for one in SAMPLE])
def test_a_model_answer_can_be_worked_shown_and_read_back(one: Exercise) -> None:
    answer = one.model or "My own words"
    view = control(one)
    assert view.text == ""
    work(view, answer)
    assert met(one, view.text) == met(one, answer)
    # It is there again, from its own text and from the author's.
    for text in (view.text, answer):
        assert can_show(one, text)
        again = control(one, text)
        assert again.text == text  # untouched, it isn't rewritten
        assert again._compose() == view.text
    # Shown in the place of another, and gone again.
    view.show("")
    assert view.text == "" and control(one)._compose() == view._compose()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("choice", "b)"), ("choice", "the answer is b"), ("ordering", "312"), ("ordering", "3 > 1 > 2"),
        ("sorting", "A: Forward"), ("fields", "Owner - Dana"), ("numbers", "43 %, 57 %"),
        ("plan", "1) call her; Noor; Monday\n2. send it; Dana; Tuesday; after 1"),
    ],
)  # fmt: skip
def test_what_was_typed_in_another_way_comes_back_into_the_form(kind: str, text: str) -> None:
    specs: dict[str, dict[str, Any]] = {
        "choice": {"options": [{"text": "Call", "why": "it does"}, {"text": "Wait", "why": "it does", "right": True}]},
        "ordering": {"items": ["x", "y", "z"], "right": [3, 1, 2]},
        "sorting": {
            "groups": {"forward": "on", "backward": "off"},
            "items": [{"text": f"line {n}", "group": "forward"} for n in range(3)],
        },
        "fields": {"fields": [{"name": "owner", "needs": []}, {"name": "next", "needs": []}]},
        "numbers": {"numbers": [{"name": "a", "unit": "%", "at_least": 1}, {"name": "b", "unit": "%", "at_least": 1}]},
        "plan": {"steps_at_least": 2},
    }
    one = Exercise("9.9", kind, "", specs[kind])
    view = control(one, text)
    assert view.text == text
    assert met(one, view._compose()) == met(one, text)
    assert control(one, view._compose())._compose() == view._compose()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("choice", "a or b"), ("choice", "hmm"), ("choice", "b because my aunt said so"),
        ("ordering", "1, 2"), ("ordering", "1, 1, 2, 3, 4"), ("ordering", "no idea"),
        ("sorting", "a - forward or backward"), ("fields", "words without a name"), ("numbers", "many"),
        ("plan", "call her"), ("plan", "1 | call | Noor | Monday\nand a line of my own"), ("branching", "z"),
    ],
)  # fmt: skip
def test_what_no_form_can_show_stays_as_text(kind: str, text: str) -> None:
    assert not can_show(BY_KIND[kind], text)
    assert control(BY_KIND[kind], text).text == text  # and is not lost


def test_a_field_that_is_one_of_a_few_words_is_a_list_and_loses_no_others() -> None:
    needs = [{"say": "the right one", "one_of": {"right": ["ask"], "of": ["stay", "ask"]}}]
    one = Exercise("9.1", "fields", "", {"fields": [{"name": "kind", "needs": needs}, {"name": "why", "needs": []}]})
    view = control(one, "kind: Ask\nwhy: I don't know")
    chooser = view.boxes["kind"]
    assert [label for label, _ in chooser.options] == ["choose …", "stay", "ask"] and chooser.value == "ask"
    chooser.value = "stay"
    assert view.text == "kind: stay\nwhy: I don't know" and not judge(one, view.text).passed
    view.show("kind: ask, I think\nwhy: it's open")
    assert view._compose() == "kind: ask, I think\nwhy: it's open" and can_show(one, view.text)
    view.show("")
    assert view._compose() == "" and len(chooser.options) == 3


def test_an_order_is_moved_by_buttons_and_may_be_meant_as_shown() -> None:
    one = Exercise("9.1", "ordering", "", {"items": ["x", "y", "z"], "right": [3, 1, 2]})
    view = control(one)
    view.up_buttons[2].click()
    assert view.text == "1, 3, 2"
    view.up_buttons[1].click()
    assert view.text == "3, 1, 2" and judge(one, view.text).passed
    assert "“z” is now 1 of 3" in view.told.value
    view.up_buttons[0].click()
    view.down_buttons[2].click()
    assert view.text == "3, 1, 2"
    untouched = control(one)
    assert untouched.text == ""
    untouched.settle()
    assert untouched.text == "1, 2, 3"


def test_steps_of_a_plan_are_added_and_removed_and_what_waits_follows() -> None:
    rows = [("a", "Ann", "Monday", ""), ("b", "Bo", "Tuesday", "1"), ("c", "Cy", "Friday", "1, 2")]
    assert [row[3] for row in plan.without(rows, 0)] == ["", "1"]
    assert [row[3] for row in plan.without(rows, 1)] == ["", "1"]
    one = Exercise("9.2", "plan", "", {"steps_at_least": 2})
    text = plan.compose(one.spec, rows)
    assert plan.parse(one.spec, text) == rows
    view = control(one, text)
    view.remove_buttons[0].click()
    left = "Step 1: b\nWho does it: Bo\nBy when: Tuesday\nAfter step: \n\nStep 2: c\nWho does it: Cy\nBy when: Friday\nAfter step: 1"
    assert view.text == left
    view.add_button.click()
    assert view.count == 3 and view.text == left  # an empty row is no step
    assert plan.parse(one.spec, "10 | a | Ann | Monday | -\n20 | b | Bo | Friday | 10") == [
        ("a", "Ann", "Monday", ""), ("b", "Bo", "Friday", "1")
    ]  # fmt: skip


def test_a_plan_s_form_can_not_be_broken_by_what_is_typed() -> None:
    one = Exercise("9.2", "plan", "", {"steps_at_least": 1})
    view = control(one)
    view.cells[0][0].value = "either | or\nWho does it: more"
    assert view.text == "Step 1: either | or Who does it: more\nWho does it: \nBy when: \nAfter step: "
    assert plan.parse(one.spec, view.text) == [("either | or Who does it: more", "", "", "")]


def test_a_plan_typed_with_bars_comes_through_its_boxes_and_is_judged_the_same() -> None:
    one = Exercise("9.2", "plan", "", {"steps_at_least": 2})
    typed = "1 | call her | Noor | Monday | -\n2 | send it | Dana | Tuesday | 1"
    assert can_show(one, typed) and control(one, typed).text == typed
    assert judge(one, control(one, typed)._compose()).criteria == judge(one, typed).criteria


def test_a_talk_says_again_what_was_said() -> None:
    one = next(one for one in EXERCISES if one.kind == "talk")
    view = control(one)
    for line in ("Good morning!", "", "He: that's what my boss says", "1. How do you do it today?", "?"):
        view.box.value = line
        view.say_button.click()
    assert CONTROLS["talk"].parse(one.spec, view.text) == view.talk.lines
    assert view.talk.lines[1] == "" and "He: that's what my boss says" in view.talk.lines
    said = view.text
    view.undo_button.click()
    assert said.startswith(view.text) and view.box.value
    view.again_button.click()
    assert view.text == ""
    view.back_button.click()
    assert said.startswith(view.text) and view.text
    pasted = control(one, "Me: Hello\nBuyer: Yes?\nMe: How are you?")
    assert pasted.talk.lines == ["Hello", "How are you?"]


def test_only_its_own_ticks_are_kept_beside_one_s_words() -> None:
    one = next(one for one in EXERCISES if one.kind == "person")
    view = control(one)
    assert view.self_check.layout.display == "none"
    view.box.value = "mine"
    assert view.self_check.layout.display is None
    view.ticks[1].value = True
    assert view.text == "mine"
    assert [tick.value for tick in control(one, "mine").ticks][:2] == [False, True]
    assert not any(tick.value for tick in control(replace(one, id="9.9"), "mine").ticks)


def test_every_control_has_a_name() -> None:
    for kind, one in BY_KIND.items():
        for widget in _all(control(one, one.model)):
            if widget._model_name not in {"HTMLModel", "VBoxModel", "HBoxModel"}:
                assert widget.description.strip(), (kind, widget)


def _all(widget: Any) -> list[Any]:
    return [widget, *(below for child in getattr(widget, "children", ()) for below in _all(child))]
