"""The form of an answer cell, without a screen: it reads a cell, writes a cell, judges in place, and loses nothing."""

from __future__ import annotations

from typing import Any

import pytest

from sellbackwards.exercises import judge
from sellbackwards.exercises.answers import answers_in_cell
from sellbackwards.exercises.catalogue import all_sets, exercise
from sellbackwards.practice.forms import Form, FormModel, form
from sellbackwards.practice.progress import last_answered
from tests.practice.working import work

EXERCISES = [one for found in all_sets() for one in found.exercises]
FIRST = {one.kind: one for one in EXERCISES}


class Cell:
    """An answer cell as the page holds it: what the form says is written under its first line."""

    def __init__(self, exercise_id: str, text: str = "") -> None:
        one = exercise(exercise_id)
        assert one is not None
        self.id, self.source, self.said = exercise_id, f"%%answer {exercise_id}\n{text}", []  # type: ignore[var-annotated]
        self.form = Form(FormModel(one), self.hear)
        self.form.hear({"source": self.source})

    def hear(self, message: dict[str, Any]) -> None:
        self.said.append(message)
        if "text" in message:
            self.source = f"%%answer {self.id}\n{message['text']}"

    @property
    def shown(self) -> bool:
        return next(one["form"] for one in reversed(self.said) if "form" in one)

    @property
    def answer(self) -> str:
        return answers_in_cell(self.source)[0].text


@pytest.mark.parametrize("one", EXERCISES, ids=[one.id for one in EXERCISES])
def test_what_is_entered_stands_in_the_cell_and_is_judged_in_place(one: Any) -> None:
    cell = Cell(one.id)
    assert cell.shown and cell.form.card.value == ""
    answer = one.model or "My own words"
    work(cell.form.control, answer)
    wanted = judge(one, answer).status
    assert judge(one, cell.answer).status == wanted
    cell.form.check_button.click()
    assert f'data-card="{one.id}"' in cell.form.card.value
    assert f'data-status="{wanted}"' in cell.form.card.value
    # After the night: the same cell, its card at once; that it was opened counts for no work.
    worked_on = last_answered()
    again = Cell(one.id, cell.answer)
    assert again.shown and f'data-status="{wanted}"' in again.form.card.value
    assert again.answer == cell.answer and not any("text" in said for said in again.said)
    assert last_answered() == worked_on


def test_what_no_form_can_show_stays_as_text_and_is_judged_all_the_same() -> None:
    one = FIRST["choice"]
    cell = Cell(one.id, "a or b, who knows")
    assert not cell.shown and cell.form.text_button.disabled
    cell.form.hear({"check": True})
    assert "data-card" in cell.form.card.value and cell.answer == "a or b, who knows"
    cell.form.hear({"source": f"%%answer {one.id}\n{one.model}"})
    assert cell.shown and cell.form.control.text == one.model


def test_text_and_form_change_places() -> None:
    cell = Cell(FIRST["choice"].id, "a")
    cell.form.text_button.click()
    assert not cell.shown
    cell.form.hear({"source": f"%%answer {cell.id}\nb"})
    cell.form.text_button.click()
    assert cell.shown and cell.form.control.radio.value == "b"


def test_an_answer_that_passed_is_put_back() -> None:
    one = FIRST["choice"]
    cell = Cell(one.id)
    work(cell.form.control, one.model)
    cell.form.check_button.click()
    assert cell.form.put_back_button.layout.display == "none"
    wrong = next(letter for letter in "abc" if letter != one.model)
    work(cell.form.control, wrong)
    cell.form.check_button.click()
    assert cell.form.put_back_button.layout.display is None
    later = Cell(one.id, wrong).form  # also on another day
    assert later.put_back_button.layout.display is None
    cell.form.put_back_button.click()
    assert cell.answer == one.model and 'data-status="passed"' in cell.form.card.value
    assert cell.form.put_back_button.layout.display == "none"


def test_an_order_that_nobody_touched_is_checked_as_it_stands() -> None:
    one = FIRST["ordering"]
    cell = Cell(one.id)
    cell.form.check_button.click()
    assert cell.answer.startswith("1, 2") and "not answered" not in cell.form.card.value


def test_an_exercise_that_is_not_there_has_no_form() -> None:
    assert form("99.9", "any") is None
