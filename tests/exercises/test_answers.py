"""Finding answers, whatever a novice did to the cell."""

import pytest

from sellbackwards.exercises.answers import LONGEST, Answer, answers_in_cell, answers_in_notebook

TEXT = "What happens today when an invoice arrives late?"


@pytest.mark.parametrize(
    "first_line",
    [
        "%%answer 1.3",
        "%%answer  1.3 ",
        "%answer 1.3",
        "%% answer 1.3",
        "%%Answer 1.3:",
        "%%anwser 1.3",
        "%%answr 1,3",
        "%%answer1.3",
        "answer 1.3",
        "%%answer 1. 3",
        "%% 1.3",
        "  %%answer 1.3",
    ],
)
def test_a_first_line_is_found_however_it_is_spelt(first_line: str) -> None:
    assert answers_in_cell(f"{first_line}\n{TEXT}") == [Answer("1.3", TEXT)]


@pytest.mark.parametrize(
    "source",
    [f"%%answer 1.3 {TEXT}", f"{TEXT}\n%%answer 1.3", f"%%answer 1.3: {TEXT}\n\n", f"\n\n{TEXT}\n%%answer 1.3\n\n"],
)
def test_text_on_the_line_or_above_it_belongs_to_the_answer(source: str) -> None:
    assert [one.text for one in answers_in_cell(source)] == [TEXT]


@pytest.mark.parametrize("first_line", ["", "%%", "%%answer\n", "%%answer 1\n", "answer\n", "%%answer 1.\n"])
def test_a_lost_first_line_is_made_up_for_by_the_cell_id(first_line: str) -> None:
    (found,) = answers_in_cell(first_line + TEXT if first_line != "%%" else f"%%\n{TEXT}", "answer-1-3")
    assert (found.exercise, found.text) == ("1.3", TEXT)


def test_the_first_line_wins_over_the_cell_id() -> None:
    assert answers_in_cell(f"%%answer 1.4\n{TEXT}", "answer-1-3")[0].exercise == "1.4"


@pytest.mark.parametrize(
    "source",
    [
        "x = 1.3",
        "print(1.3)",
        "1.3",
        "The answer 1.3 was wrong",
        "%timeit 1.3",
        "%%time\n1.3",
        "%%html\n1.3",
        "Version 1.3",
        "",
        "%load_ext x",
    ],
)
def test_other_cells_are_left_alone(source: str) -> None:
    assert answers_in_cell(source, "01_sell_backwards-04") == []


def test_numbers_in_an_answer_are_not_taken_for_its_first_line() -> None:
    text = "We lose 1.3 hours a day.\n1.4 on Mondays\nanswer: it depends"
    assert answers_in_cell(f"%%answer 1.3\n{text}") == [Answer("1.3", text)]


def test_of_two_tries_in_a_cell_the_last_with_text_counts_and_that_is_told() -> None:
    (found,) = answers_in_cell(f"%%answer 1.3\nfirst try\n%%answer 1.3\n{TEXT}\n%%answer 1.3\n")
    assert found.text == TEXT
    assert "more than once" in found.notes[0]


def test_two_cells_merged_into_one_give_both_answers() -> None:
    found = answers_in_cell("%%answer 1.1\none\n%%answer 1.2\nb", "answer-1-1")
    assert [(one.exercise, one.text) for one in found] == [("1.1", "one"), ("1.2", "b")]


def test_a_very_long_answer_is_read_in_part_and_that_is_told() -> None:
    (found,) = answers_in_cell("%%answer 1.3\n" + "word " * 10_000)
    assert len(found.text) == LONGEST
    assert "only the first" in found.notes[0]


def test_a_notebook_gives_one_answer_an_exercise() -> None:
    notebook = {
        "cells": [
            {"cell_type": "code", "id": "answer-1-1", "source": ["%%answer 1.1\n", "first"]},
            {"cell_type": "code", "id": "copy", "source": f"%%answer 1.1\n{TEXT}"},
            {"cell_type": "code", "id": "copy2", "source": "%%answer 1.1\n"},
            {"cell_type": "markdown", "id": "answer-1-2", "source": "b"},  # turned into text by a key press
            {"cell_type": "code", "source": 7},
            "not a cell",
        ]
    }
    found = answers_in_notebook(notebook)
    assert found["1.1"].text == TEXT
    assert "more than one cell" in found["1.1"].notes[0]
    assert found["1.2"].text == "b"
    assert set(found) == {"1.1", "1.2"}
