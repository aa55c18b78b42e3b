"""class.html: the picture, what to teach again, the same words in several notebooks, before against after."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.exercises.model import Exercise, ExerciseSet
from sellbackwards.grading.class_picture import MOST_LEARNERS, teach_again
from sellbackwards.grading.marking import Mark
from sellbackwards.grading.same_words import Compared, own_words
from sellbackwards.grading.scoring import Score

from .samples import AFTER, BEFORE, FIRST, RIGHT, SECOND, UNSURE, WRONG, notebook, run, save

EVIL = "<script>alert(1)</script>"


def page(out: Path) -> BeautifulSoup:
    return BeautifulSoup((out / "class.html").read_text(encoding="utf-8"), "html.parser")


def pictures(out: Path) -> dict[str, list[list[str]]]:
    """Each picture by its label: rows of the learner's name and their states in words."""
    found = {}
    for region in page(out).select("[aria-label^='Picture']"):
        rows = [
            [row.th.text, *[cell.select_one(".unseen").text for cell in row.select("td")]]
            for row in region.select("tbody tr")
        ]
        found[region["aria-label"]] = rows
    return found


def hand_in(home: Path, **answers: Mapping[str, Sequence[str]]) -> Path:
    for learner, lessons in answers.items():
        for lesson, given in lessons.items():
            save(home / "in" / learner / f"{lesson}.ipynb", notebook(*given, name=lesson))
    run(home / "in", home / "out")
    return home / "out"


def test_the_picture_says_who_stands_how_in_words_and_signs(tmp_path: Path) -> None:
    given = {"Anna": {FIRST: RIGHT, SECOND: ("a", "")}, "Bo": {FIRST: UNSURE}, EVIL: {FIRST: WRONG}}
    out = hand_in(tmp_path, **given)
    first, second = pictures(out).values()
    assert sorted(first) == sorted(
        [["Anna", "passed", "passed"], ["Bo", "waits for a person", "passed"], [first[0][0], "not yet", "not yet"]]
    )
    assert second == [["Anna", "not yet", "not answered"]]
    found = page(out)
    assert "Not handed in by 2: " in found.text and "Bo" in found.text.partition("Not handed in by 2: ")[2]
    assert [one.text for one in found.select("table.grid")[0].select("thead th.turned")] == [
        "1.1 What first?",
        "1.2 How much?",
    ]
    assert not found.select("script")
    signs = {cell["class"][1]: cell.text for cell in found.select("td .cell") if len(cell["class"]) > 1}
    assert len(set(signs.values())) == len(signs) == 4  # told apart without colour


def test_who_sent_only_what_cannot_be_read_counts_neither_below_nor_among_all(tmp_path: Path) -> None:
    save(tmp_path / "in/Cy" / f"{FIRST}.ipynb", "{ broken")
    out = hand_in(tmp_path, Anna={FIRST: RIGHT}, Bo={FIRST: WRONG})
    text = " ".join(page(out).get_text().split())
    assert "1 of 2 is below" in text and "counted, of: Cy." in text
    table = page(out).select_one("[aria-label='Table: Who needs help']")
    assert table is not None and "Bo" in table.text and "Cy" not in table.text


def test_what_a_person_has_decided_is_decided_in_the_picture(tmp_path: Path) -> None:
    hand_in(tmp_path, Anna={FIRST: UNSURE}, Bo={FIRST: UNSURE}, Cy={FIRST: UNSURE})
    given = tmp_path / "r.csv"
    given.write_text(f"learner,lesson,exercise,points\nAnna,{FIRST},1.1,1\nBo,{FIRST},1.1,0\n", encoding="utf-8")
    run(tmp_path / "in", tmp_path / "out", review=given)
    (rows,) = pictures(tmp_path / "out").values()
    assert [row[1] for row in rows] == ["passed", "not yet", "waits for a person"]


def test_a_large_class_is_shown_by_exercise(tmp_path: Path) -> None:
    for n in range(MOST_LEARNERS + 1):
        save(tmp_path / "in" / f"L{n:03d}" / "x.ipynb", notebook(*(RIGHT if n % 2 else WRONG)))
    run(tmp_path / "in", tmp_path / "out")
    assert pictures(tmp_path / "out") == {}
    bars = page(tmp_path / "out").select("table.bars svg")
    assert [bar["aria-label"] for bar in bars] == ["30 passed, 31 not yet"] * 2
    (tmp_path / "in" / "L000" / "x.ipynb").unlink()
    run(tmp_path / "in", tmp_path / "new")
    assert len(next(iter(pictures(tmp_path / "new").values()))) == MOST_LEARNERS


def test_hardest_is_of_those_who_answered_and_are_judged(tmp_path: Path) -> None:
    """1.1 is passed by all whose answer is judged; 1.2 by one of two. Blanks and what waits count for neither."""
    out = hand_in(tmp_path, A={FIRST: ("b", "")}, B={FIRST: UNSURE}, C={FIRST: ("?", "share: 1")}, D={FIRST: ("", "")})
    assert "Hardest: 1.2 How much? (50% passed). Easiest: 1.1 What first? (100% passed)." in page(out).text


def test_before_and_after_without_blanks(tmp_path: Path) -> None:
    out = hand_in(
        tmp_path,
        Up={BEFORE: ("a", ""), AFTER: ("b", "share: 43")},
        Same={BEFORE: ("b", "share: 43"), AFTER: ("b", "")},
        Waits={BEFORE: ("?", ""), AFTER: ("b", "share: 43")},
        Alone={BEFORE: RIGHT},
    )
    text = " ".join(page(out).text.split())
    assert "Of 2 who handed in both, 1 got more points after the course, 1 as many, 0 fewer." in text
    region = page(out).select_one("[aria-label='Table: Before and after']")
    rows = [[cell.text for cell in row.select("th, td.n")] for row in region.select("tbody tr")]
    assert rows == [["Before: 0.1 What first?", "1", "2"], ["After: 7.1 What first?", "2", "2"]]


def test_three_lines_for_tomorrow(tmp_path: Path) -> None:
    titles = {"1.1": "1.1 Ask", "1.2": "1.2 Count", "1.3": "1.3 Wait"}
    states = {
        ("1.1", "passed"): 20,
        ("1.1", "not-yet"): 10,
        ("1.2", "passed"): 2,
        ("1.2", "not-yet"): 8,
        ("1.2", "none"): 20,
        ("1.3", "wait"): 30,
    }
    tried = {"1.1": 30, "1.2": 10}
    missed = {("1.1", "Open"): 9, ("1.2", "Open"): 1, ("1.2", "Right"): 8, ("1.1", "Rare"): 1}
    assert teach_again(titles, states, tried, missed) == [
        "Go over this again: “Open”. It was missed in 10 of 40 answers, most often in 1.1 Ask (9 of 30).",
        "Do 1.2 Count together: only 2 of the 10 who answered it passed.",
        "Ask what stopped them in 1.2 Count: 20 of 30 left it empty.",
    ]
    assert teach_again(titles, {("1.1", "passed"): 30}, {"1.1": 30}, {}) == []
    out = hand_in(tmp_path, A={FIRST: WRONG}, B={FIRST: WRONG}, C={FIRST: ("b", "")}, D={FIRST: ("b", "")})
    lines = [one.text for one in page(out).select("ol li")]
    assert len(lines) == 3
    assert any("Ask what stopped them in 1.2 How much?: 2 of 4 left it empty." in one for one in lines)


# --- the same words ----------------------------------------------------------------------------------------------------

LONG = "What happens on a Monday when the flowers come late?"
FREE = Exercise("1.1", "question", "Ask", {"pitch": "We deliver."}, model=LONG)
FORM = Exercise(
    "1.2", "fields", "Form",
    {"fields": [{"name": "quote", "needs": [{"cites": ["x"]}]}, {"name": "question", "needs": [{"say": "?", "coach": {}}]}]},
)  # fmt: skip
PICK = Exercise("1.3", "choice", "Pick", {})


def test_which_answers_are_in_a_learner_s_own_words() -> None:
    assert own_words(FREE, f"  {LONG.upper()}\n") == LONG.casefold()
    assert own_words(FREE, "What do you need?") == ""
    assert own_words(PICK, LONG) == ""
    assert own_words(FORM, f"quote: {LONG}\nquestion: Why?") == ""
    assert own_words(FORM, f"quote: {LONG}\n- **question**: {LONG}") == LONG.casefold()


def test_every_free_exercise_of_the_course_can_be_compared() -> None:
    """The model answers are long enough to be known again, in all but a few exercises."""
    free = [
        one
        for found in all_sets()
        for one in found.exercises
        if one.kind in {"question", "text", "plan", "talk", "person"}
    ]
    known = [one for one in free if own_words(one, one.model)]
    assert len(known) >= 0.9 * len(free)


def test_the_same_words_are_listed_and_cost_nothing() -> None:
    compared = Compared([ExerciseSet(FIRST, "One", (FREE, FORM, PICK))])
    other = "Who waits longest for you on a Friday evening, then?"

    def add(learner: str, *answers: str) -> None:
        rows = zip(("1.1", "1.2", "1.3"), answers, strict=False)
        compared.add(learner, [Score(Mark(exercise, "passed", answer), 1.0, 1.0, "") for exercise, answer in rows])

    add("Anna", other, f"quote: {LONG}\nquestion: {other}", LONG)
    add("Bo", other.upper(), f"quote: {LONG}\nquestion: And then?", LONG)
    add("Cy", LONG, f"quote: {LONG}\nquestion: And then?", LONG)
    add("Dee", "And what happens on a Friday evening there?")
    found, more = compared.found()
    assert [(one.exercise, one.learners, one.count, one.model) for one in found] == [
        ("1.1", ("Anna", "Bo"), 2, False), ("1.1", ("Cy",), 1, True),
    ]  # fmt: skip
    assert more == 0


@pytest.mark.parametrize("anonymous", [False, True])
def test_the_page_names_them_unless_names_are_left_out(tmp_path: Path, anonymous: bool) -> None:
    from sellbackwards.grading import grade
    from sellbackwards.grading.grade import Wanted

    exercise = next(one for found in all_sets() for one in found.exercises if one.id == "1.1")
    for learner in ("Anna", "Bo"):
        cell = {
            "cell_type": "code",
            "id": "answer-1-1",
            "metadata": {},
            "source": f"%%answer 1.1\n{exercise.model}",
            "outputs": [],
            "execution_count": None,
        }
        found = {
            "cells": [cell],
            "metadata": {"sellbackwards": {"set": "01_sell_backwards"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        save(tmp_path / "in" / learner / "x.ipynb", found)
    grade(tmp_path / "in", tmp_path / "out", jobs=1, wanted=Wanted(anonymous=anonymous))
    text = page(tmp_path / "out").text
    assert "The same words in several notebooks" in text
    assert "(the model answer)" in text
    assert ("Anna, Bo" in text) is not anonymous
    grades = (tmp_path / "out/grades.csv").read_text(encoding="utf-8")
    assert len(re.findall("1.1,passed,1,1,every criterion is met", grades)) == 2
