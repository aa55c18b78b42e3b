"""Marks: what novices do to a notebook, weights and deadlines, and a person's word over the machine's."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from sellbackwards.course import EXERCISES, SOLUTIONS
from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.exercises.judging import judge
from sellbackwards.exercises.model import Criterion, Exercise, ExerciseSet
from sellbackwards.grading import GradingError, Settings, read_settings
from sellbackwards.grading.marking import Mark, Marked, mark
from sellbackwards.grading.review_table import Review, for_answers, read_reviews
from sellbackwards.grading.scoring import in_words, scores

from .samples import (
    AFTER,
    FIRST,
    NAME,
    RIGHT,
    SECOND,
    SETS,
    UNSURE,
    WRONG,
    as_bytes,
    code,
    grades,
    marks,
    notebook,
    reasons,
    run,
    save,
    table,
)

Notebook = dict[str, Any]


def cell(found: Notebook, n: int = 1) -> dict[str, Any]:
    return next(one for one in found["cells"] if one.get("id") == f"answer-1-{n}")


def marked(found: Notebook) -> dict[str, Mark]:
    return {one.exercise: one for one in mark(as_bytes(found), SETS).marks}


def _moved(found: Notebook) -> None:
    found["cells"].append(found["cells"].pop(found["cells"].index(cell(found))))


def _duplicated(found: Notebook) -> None:
    place = found["cells"].index(cell(found))
    found["cells"].insert(place, code("%%answer 1.1\na", "older"))
    found["cells"].append(code("%%answer 1.1\n", "empty"))


def _split(found: Notebook) -> None:
    """JupyterLab leaves the first line in a new cell and the id, with the rest, in the next."""
    two = cell(found, 2)
    two["source"] = " 43"
    found["cells"].insert(found["cells"].index(two), code("%%answer 1.2\nshare:", "half", deletable=False))


def _merged(found: Notebook) -> None:
    one, two = cell(found), cell(found, 2)
    one["source"] += "\n\n" + two["source"]
    found["cells"].remove(two)


def _merged_and_split(found: Notebook) -> None:
    one, two = cell(found), cell(found, 2)
    found["cells"].remove(two)
    found["cells"].insert(found["cells"].index(one), code("%%answer 1.1\nb\n\n%%answer 1.2", "half", deletable=False))
    one["source"] = "share: 43"


def _prompts_deleted(found: Notebook) -> None:
    found["cells"] = [one for one in found["cells"] if one["cell_type"] == "code"]


def _no_ids(found: Notebook) -> None:
    for one in found["cells"]:
        one.pop("id")
    found["nbformat_minor"] = 4


def _as_text(found: Notebook) -> None:
    cell(found)["cell_type"] = "markdown"


DAMAGE: dict[str, tuple[Callable[[Notebook], object], str]] = {
    "first line lost": (lambda found: cell(found).update(source="b"), "first line was missing"),
    "first line misspelt": (lambda found: cell(found).update(source="%anwser 1,1 :\nb"), ""),
    "typed on the first line": (lambda found: cell(found).update(source="%%answer 1.1 b"), ""),
    "moved": (_moved, ""),
    "duplicated": (_duplicated, "the last one with text counts"),
    "split": (_split, "split over two cells"),
    "merged": (_merged, ""),
    "merged and split": (_merged_and_split, "split over two cells"),
    "prompts deleted": (_prompts_deleted, ""),
    "ids lost": (_no_ids, ""),
    "made text": (_as_text, "a cell for text"),
    "run, outputs kept": (lambda found: cell(found).update(outputs=[{"output_type": "stream", "text": "x"}], execution_count=7), ""),
    "no metadata": (lambda found: found.update(metadata={}), ""),
    "source as lines": (lambda found: cell(found).update(source=["%%answer 1.1\n", "b"]), ""),
    "windows line ends": (lambda found: cell(found).update(source="%%answer 1.1\r\nb\r\n"), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGE)
def test_novice_damage_changes_no_mark(name: str) -> None:
    damage, note = DAMAGE[name]
    found = notebook(*RIGHT)
    damage(found)
    by_exercise = marked(found)
    assert [one.status for one in by_exercise.values()] == ["passed", "passed"]
    assert note in " ".join(text for one in by_exercise.values() for text in one.notes)
    if not note:
        assert not any(one.notes for one in by_exercise.values())


def test_a_text_cell_that_speaks_of_answering_is_no_answer() -> None:
    found = notebook(*RIGHT)
    found["cells"].append({"cell_type": "markdown", "id": "x", "metadata": {}, "source": "How to:\n\n%%answer 1.1\nc"})
    assert marked(found)["1.1"].status == "passed"


def test_a_box_that_was_deleted_is_told() -> None:
    found = notebook(*RIGHT)
    found["cells"].remove(cell(found))
    assert marked(found)["1.1"].status == "not answered"
    assert "isn't in the file any more" in marked(found)["1.1"].notes[0]


def test_a_copy_from_an_older_release(tmp_path: Path) -> None:
    """Ids still match; what it shows differently, lacks, or has too much is told."""
    found = notebook(*RIGHT)
    for one in found["cells"]:
        if one["cell_type"] == "markdown":
            one["source"] = "".join(one["source"]).replace("Send a brochure", "Send a leaflet")
    found["cells"].append(code("%%answer 1.7\nlong ago", "answer-1-7"))
    save(tmp_path / "in/Anna" / NAME, found)
    run(tmp_path / "in", tmp_path / "out")
    assert marks(tmp_path / "out", "Anna") == ["passed", "passed"]
    first, second = grades(tmp_path / "out")
    assert "in other words than this release" in first["reason"]
    assert "this copy" not in second["reason"]
    assert "no exercise for: 1.7" in first["reason"]
    page = (tmp_path / "out/class.html").read_text(encoding="utf-8")
    assert "states 1.1 in other words" in page
    assert "1.7" in page


def test_points_and_the_gradebook(tmp_path: Path) -> None:
    save(tmp_path / "in/Anna" / NAME, notebook(*RIGHT))
    save(tmp_path / "in/Anna" / f"{SECOND}.ipynb", notebook(*UNSURE, name=SECOND))
    save(tmp_path / "in/Bo" / NAME, notebook("b"))
    save(tmp_path / "in/Cy" / NAME, b"broken")
    run(tmp_path / "in", tmp_path / "out")
    assert table(tmp_path / "out/gradebook.csv") == [
        {"learner": "Anna", FIRST: "3", SECOND: "2", "total": "5", "max": "6", "to_review": "1"},
        {"learner": "Bo", FIRST: "1", SECOND: "", "total": "1", "max": "6", "to_review": "0"},
        {"learner": "Cy", FIRST: "", SECOND: "", "total": "", "max": "6", "to_review": "1"},
    ]
    assert [row["points"] for row in grades(tmp_path / "out")] == ["1", "2", "", "2", "1", "0", ""]
    (row,) = table(tmp_path / "out/review.csv")
    assert (row["answer"], row["proposal"], row["points"]) == ("maybe?", "0", "")
    assert (
        row["criteria"]
        == "?: Names one option (no letter found; type a letter from a to c)\n?: It is the one that fits best"
    )


# --- settings ---------------------------------------------------------------------------------------------------------


def settings(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "grading.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_weights_by_lesson_and_by_exercise(tmp_path: Path) -> None:
    given = settings(tmp_path, f'pass_mark = 50\n[weights]\n"{FIRST}" = 2\n1.2 = 5\n')
    save(tmp_path / "in/Anna" / NAME, notebook(*RIGHT))
    run(tmp_path / "in", tmp_path / "out", given)
    assert [(row["points"], row["max_points"]) for row in grades(tmp_path / "out")] == [("2", "2"), ("20", "20")]


@pytest.mark.parametrize(("off", "points"), [(0, ["1", "2"]), (25, ["0.75", "1.5"])])
def test_late_is_told_and_costs_only_what_was_set(tmp_path: Path, off: int, points: list[str]) -> None:
    given = settings(tmp_path, f"deadline = 2026-11-01T12:00:00\nlate_percent_off = {off}\n")
    for learner, day in (("Anna", 4), ("Bo", 1)):
        path = save(tmp_path / "in" / learner / NAME, notebook(*RIGHT))
        when = datetime(2026, 11, day, 11, 0).timestamp()
        os.utime(path, (when, when))
    run(tmp_path / "in", tmp_path / "out", given)
    assert [row["points"] for row in grades(tmp_path / "out")] == [*points, "1", "2"]
    assert "handed in 2 days late" in reasons(tmp_path / "out", "Anna")
    assert "late" not in reasons(tmp_path / "out", "Bo")
    assert "handed in 2 days late" in (tmp_path / "out/feedback/Anna" / f"{FIRST}.html").read_text(encoding="utf-8")


def test_what_a_platform_says_is_late_is_told(tmp_path: Path) -> None:
    save(tmp_path / "in/doejane_LATE_1_2_x.ipynb", notebook(*RIGHT))
    run(tmp_path / "in", tmp_path / "out")
    assert "late, as the platform says" in reasons(tmp_path / "out", "doejane")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pass_mrk = 3", "there is no such setting"),
        ("pass_mark = 'high'", "isn't a number"),
        ("pass_mark = 120", "more than 100"),
        ("deadline = 'tomorrow'", "isn't a date and time"),
        ("weights = 3", "isn't a table"),
        ("[weights]\n'1.1' = -2", "isn't a number from 0"),
        ("deadline = ", "isn't TOML"),
    ],
)
def test_settings_that_are_wrong_say_where(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(GradingError, match=words) as caught:
        settings(tmp_path, text)
    assert "grading.toml" in str(caught.value)


# --- a person's word --------------------------------------------------------------------------------------------------


@pytest.fixture
def waiting(tmp_path: Path) -> Path:
    """A folder of marks with two answers that wait for a person."""
    for learner in ("Anna", "-Bo"):
        save(tmp_path / "in" / learner / NAME, notebook(*UNSURE))
    save(tmp_path / "in/Cy" / NAME, notebook(*WRONG))
    run(tmp_path / "in", tmp_path / "out")
    return tmp_path / "out"


def fill(waiting: Path, to: Path, delimiter: str = ",", encoding: str = "utf-8", **points: str) -> Path:
    """review.csv as a person gives it back, perhaps through a spreadsheet."""
    rows = table(waiting / "review.csv")
    for row in rows:
        row["points"] = points.get(row["learner"].strip("'-"), "")
        row["comment"] = f"Seen, {row['learner']}" if row["points"] else ""
    with to.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return to


def points_of(out: Path) -> dict[tuple[str, str], str]:
    return {(row["learner"], row["exercise"]): row["points"] for row in grades(out)}


@pytest.mark.parametrize(
    ("delimiter", "encoding", "half"),
    [(",", "utf-8", "0.5"), (";", "utf-8-sig", "0,5"), ("\t", "utf-16", "0.5"), (";", "cp1252", " ,5 ")],
)
def test_points_given_by_a_person_win_and_stay(
    waiting: Path, tmp_path: Path, delimiter: str, encoding: str, half: str
) -> None:
    half = half.replace(" ,5 ", "0,5")
    filled = fill(waiting, tmp_path / "reviewed.csv", delimiter, encoding, Anna=half, Bo="1")
    for review in (filled, None, None):  # given back once; a re-run keeps it
        summary = run(tmp_path / "in", waiting, review=review)
        assert (points_of(waiting)["Anna", "1.1"], points_of(waiting)["'-Bo", "1.1"]) == ("0.5", "1")
        assert summary.to_review == 0
        assert [row["points"] for row in table(waiting / "review.csv")] == ["1", "0.5"]
    assert "a person decided: Seen, Anna" in reasons(waiting, "Anna")
    page = (waiting / "feedback/Anna" / f"{FIRST}.html").read_text(encoding="utf-8")
    assert "Your instructor:" in page
    assert "Seen, Anna" in page
    assert [row["to_review"] for row in table(waiting / "gradebook.csv")] == ["0", "0", "0"]


def test_points_typed_into_the_marks_own_review_file_are_kept(waiting: Path, tmp_path: Path) -> None:
    fill(waiting, waiting / "review.csv", Anna="1")
    run(tmp_path / "in", waiting)
    assert points_of(waiting)["Anna", "1.1"] == "1"
    assert points_of(waiting)["'-Bo", "1.1"] == ""


def test_a_person_wins_over_a_mark_that_the_machine_was_sure_of(waiting: Path, tmp_path: Path) -> None:
    given = tmp_path / "mine.csv"
    given.write_text(f"learner,lesson,exercise,points,comment\nCy,{FIRST},1.1,1,as agreed\n", encoding="utf-8")
    run(tmp_path / "in", waiting, review=given)
    assert points_of(waiting)["Cy", "1.1"] == "1"
    run(tmp_path / "in", waiting)
    assert points_of(waiting)["Cy", "1.1"] == "1"


def test_an_answer_that_has_changed_since_is_looked_at_again(waiting: Path, tmp_path: Path) -> None:
    run(tmp_path / "in", waiting, review=fill(waiting, tmp_path / "r.csv", Anna="1"))
    save(tmp_path / "in/Anna" / NAME, notebook("perhaps??", RIGHT[1]))
    run(tmp_path / "in", waiting)
    assert points_of(waiting)["Anna", "1.1"] == ""
    assert "has changed since a person decided" in reasons(waiting, "Anna")
    (row,) = [row for row in table(waiting / "review.csv") if row["learner"] == "Anna"]
    assert row["answer"] == "perhaps??"
    assert row["points"] == ""
    assert "1 points for an answer that has changed" in row["comment"]


def test_a_review_of_a_learner_who_is_not_there_now_is_not_lost(waiting: Path, tmp_path: Path) -> None:
    run(tmp_path / "in", waiting, review=fill(waiting, tmp_path / "r.csv", Anna="1"))
    (tmp_path / "in/Anna").rename(tmp_path / "aside")
    summary = run(tmp_path / "in", waiting, replace=True)
    assert marks(waiting, "Anna") == []
    assert "keeps 1 rows for which nothing was handed in now (Anna" in summary.warnings[0]
    (tmp_path / "aside").rename(tmp_path / "in/Anna")
    run(tmp_path / "in", waiting)
    assert points_of(waiting)["Anna", "1.1"] == "1"


def test_what_a_spreadsheet_makes_of_the_numbers_of_exercises_is_known_by_the_answer() -> None:
    """1.10 becomes 1.1, and in some countries 1.2 becomes a date."""
    answers = {"1.1": "first", "1.2": "second", "1.10": "=tenth"}

    def given(*rows: tuple[str, str, float]) -> dict[str, float | None]:
        reviews: dict[tuple[str, str, str], Review] = {}
        for exercise, answer, points in rows:
            reviews["Anna", FIRST, exercise] = Review(points, "", answer, exercise)
        return {exercise: review.points for exercise, review in for_answers(reviews, "Anna", FIRST, answers).items()}

    assert given(("1.1", "first", 1), ("1.10", "'=tenth", 2)) == {"1.1": 1, "1.10": 2}
    assert given(("1.1", "'=tenth", 2)) == {"1.10": 2}
    assert given(("02. Jan", "second", 3)) == {"1.2": 3}
    assert given(("1.1", "second", 3)) == {"1.1": 3}  # an answer that has changed: told where it is scored


def test_a_row_for_1_1_twice_was_1_10(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(
        f"learner;lesson;exercise;answer;points\nA;{FIRST};1.1;one;1\nA;{FIRST};1.1;ten;0,5\n", encoding="utf-8"
    )
    found, wrong = read_reviews(path)
    assert {key[2]: review.points for key, review in found.items()} == {"1.1": 1, "1.10": 0.5}
    assert not wrong


def test_lines_inside_an_answer_stay_inside(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(
        f'learner,lesson,exercise,answer,points\nA,{FIRST},1.1,a\u2028b,1\nB,{FIRST},1.1,"a\nb",1\n', encoding="utf-8"
    )
    assert [review.answer for review in read_reviews(path)[0].values()] == ["a\u2028b", "a\nb"]


@pytest.mark.parametrize("points", ["lots", "-1", "1e3", "nan", "1 of 1"])
def test_points_that_are_none_are_told_and_wait_on(waiting: Path, tmp_path: Path, points: str) -> None:
    summary = run(tmp_path / "in", waiting, review=fill(waiting, tmp_path / "r.csv", Anna=points))
    assert points_of(waiting)["Anna", "1.1"] == ""
    assert any("isn't points" in warning and "line 5 (Anna, 1.1)" in warning for warning in summary.warnings), (
        summary.warnings
    )


def test_more_points_than_there_are_count_as_all_of_them(waiting: Path, tmp_path: Path) -> None:
    run(tmp_path / "in", waiting, review=fill(waiting, tmp_path / "r.csv", Anna="10"))
    assert points_of(waiting)["Anna", "1.1"] == "1"
    assert "10 points were given; the most is 1" in reasons(waiting, "Anna")


@pytest.mark.parametrize(
    ("text", "words"), [(None, "can't be opened"), ("a,b\n1,2\n", "has no column learner"), ("", "has no column")]
)
def test_a_review_file_that_is_none_stops_before_anything_is_written(
    waiting: Path, tmp_path: Path, text: str | None, words: str
) -> None:
    before = (waiting / "grades.csv").read_bytes()
    if text is not None:
        (tmp_path / "r.csv").write_text(text, encoding="utf-8")
    with pytest.raises(GradingError, match=words):
        run(tmp_path / "in", waiting, review=tmp_path / "r.csv")
    assert (waiting / "grades.csv").read_bytes() == before


def test_what_is_for_a_person_waits_for_one() -> None:
    """By its status, whatever the kind."""
    task = Exercise("1.1", "choice", "Two of your own", {"options": []}, points=4)
    judged = Marked("01_x", (Mark("1.1", "for a person", "my answer", (Criterion("Rings true", None),)),))
    (row,) = scores(judged, ExerciseSet("01_x", "X", (task,)), "Anna", Settings(), {})
    assert (row.points, row.max_points, row.waits, row.for_review, row.proposal) == (None, 4, True, True, None)


def test_the_same_marks_whatever_the_number_of_processes(tmp_path: Path) -> None:
    for n in range(12):
        save(tmp_path / "in" / f"learner {n}" / NAME, notebook(*deepcopy((RIGHT, WRONG, UNSURE)[n % 3])))
        save(tmp_path / "in" / f"learner {n}" / f"{AFTER}.ipynb", notebook(*RIGHT, name=AFTER))
    for jobs in (1, 3):
        run(tmp_path / "in", tmp_path / f"out{jobs}", jobs=jobs)
    for name in ("grades.csv", "gradebook.csv", "review.csv", "class.html"):
        assert (tmp_path / "out1" / name).read_bytes() == (tmp_path / "out3" / name).read_bytes()


# --- what can't be judged is said -------------------------------------------------------------------------------------

WORDS = "How do you plan your trips today?"


def _beside(kind: str, above: bool = False) -> Notebook:
    """An empty box, and words in a cell of the learner's own above or below it."""
    found = notebook("", RIGHT[1])
    own = {"cell_type": kind, "id": "mine", "metadata": {}, "source": [WORDS]}
    found["cells"].insert(found["cells"].index(cell(found)) + (not above), own)
    return found


@pytest.mark.parametrize("above", [False, True], ids=["below", "above"])
@pytest.mark.parametrize("kind", ["markdown", "code", "raw"])
def test_words_beside_an_empty_box_are_before_the_person_who_decides(tmp_path: Path, kind: str, above: bool) -> None:
    save(tmp_path / "in/Anna" / NAME, _beside(kind, above))
    run(tmp_path / "in", tmp_path / "out")
    assert marks(tmp_path / "out", "Anna") == ["couldn't tell", "passed"]
    (row,) = table(tmp_path / "out/review.csv")
    assert row["answer"] == WORDS
    assert "the answer box is empty" in reasons(tmp_path / "out", "Anna")
    assert WORDS in (tmp_path / "out/feedback/Anna" / f"{FIRST}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("source", ["import pandas as pd\npd.read_csv('x')", "1 + 1", "%matplotlib inline", "", "---"])
def test_code_and_nothing_beside_a_box_are_no_words(source: str) -> None:
    found = notebook("", RIGHT[1])
    found["cells"].insert(found["cells"].index(cell(found)) + 1, code(source, "mine"))
    assert marked(found)["1.1"].status == "not answered"


def test_words_beside_a_box_that_is_filled_in_count_for_nothing() -> None:
    found = _beside("markdown")
    cell(found)["source"] = "%%answer 1.1\na"
    assert marked(found)["1.1"].status == "not yet"


def test_the_second_half_of_a_split_cell_goes_to_a_person(tmp_path: Path) -> None:
    found = json.loads((SOLUTIONS / "01_sell_backwards.ipynb").read_text(encoding="utf-8"))
    box = next(one for one in found["cells"] if one["id"] == "answer-1-4")
    lines = "".join(box["source"]).splitlines(keepends=True)
    box["source"] = lines[:5]
    found["cells"].insert(found["cells"].index(box) + 1, code("".join(lines[5:]), "made-by-another-editor"))
    (row,) = [one for one in mark(as_bytes(found), all_sets()).marks if one.exercise == "1.4"]
    assert row.status == "couldn't tell"
    assert lines[1].strip() in row.answer
    assert lines[-1].strip() in row.answer


def test_words_below_a_box_count_in_a_file_without_ids_and_metadata() -> None:
    found = json.loads((EXERCISES / "01_sell_backwards.ipynb").read_text(encoding="utf-8"))
    at = next(n for n, one in enumerate(found["cells"]) if one["id"] == "answer-1-1")
    found["cells"].insert(at + 1, {"cell_type": "markdown", "id": "x", "metadata": {}, "source": [WORDS]})
    for one in found["cells"]:
        one.pop("id", None)
        one["metadata"] = {}
    found["metadata"] = {}
    by_id = {one.exercise: one for one in mark(as_bytes(found), all_sets()).marks}
    assert by_id["1.1"].status == "couldn't tell"
    assert by_id["1.1"].answer == WORDS
    assert {one.status for number, one in by_id.items() if number != "1.1"} == {"not answered"}


def test_cells_that_have_lost_every_sign_of_whose_they_are_are_no_answers() -> None:
    found = _beside("markdown")
    for one in found["cells"]:
        one.pop("id", None)
        one["metadata"] = {}
    assert marked(found)["1.1"].status == "not answered"


OPEN = Exercise("1.1", "question", "Turn it", {"pitch": "We are the fastest coach firm in town."})


@pytest.mark.parametrize(
    "answer",
    [
        "![image.png](attachment:image.png)",
        '<img src="data:image/png;base64,iVBOR">',
        "Wie planen Sie heute Ihre Ausflüge?",
        "Comment organisez-vous vos voyages aujourd'hui ?",
        "Hogyan szervezik ma az osztálykirándulásokat?",
        "Miten järjestätte luokkaretket nykyään?",
        "Bagaimana Anda mengatur perjalanan sekolah sekarang?",
        "Unapangaje safari za shule leo?",
        "Как вы сегодня организуете поездки?",
    ],
)
def test_pictures_and_other_languages_are_for_a_person(answer: str) -> None:
    verdict = judge(OPEN, answer)
    assert verdict.status == "couldn't tell"
    assert "person" in " ".join(verdict.notes)


@pytest.mark.parametrize("answer", ["Our coaches are the fastest in town!", "Do you want a quote?", "buy now"])
def test_poor_answers_in_english_are_not_yet(answer: str) -> None:
    assert judge(OPEN, answer).status == "not yet"


CONFLICT = b'{\n "cells": [\n<<<<<<< HEAD\n  {}\n=======\n  {"a": 1}\n>>>>>>> theirs\n ]\n}\n'


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        (NAME, CONFLICT, "git's conflict marks (line 3)"),
        (NAME, b"", "still in a cloud drive"),
        (NAME, bytes(5000), "still in a cloud drive"),
        (NAME, b'{"url": "https://drive.example/open?id=1", "doc_id": "1"}', "only says where the file is"),
        (NAME, b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "only says where the file is"),
        (f".{NAME}.icloud", b"bplist00", "still in a cloud drive"),
    ],
)
def test_a_file_that_is_not_all_there_says_so(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    save(tmp_path / "in/Anna" / name, data)
    save(tmp_path / "in/Bo" / NAME, notebook(*RIGHT))
    run(tmp_path / "in", tmp_path / "out")
    assert marks(tmp_path / "out", "Anna") == ["unreadable"]
    assert words in reasons(tmp_path / "out", "Anna")
    assert [row["total"] for row in table(tmp_path / "out/gradebook.csv")] == ["", "3"]


def test_a_late_page_says_what_was_taken_off(tmp_path: Path) -> None:
    given = settings(tmp_path, "deadline = 2020-01-01T00:00:00\nlate_percent_off = 10\n")
    save(tmp_path / "in/Anna" / NAME, notebook(*RIGHT))
    run(tmp_path / "in", tmp_path / "out", given)
    page = (tmp_path / "out/feedback/Anna" / f"{FIRST}.html").read_text(encoding="utf-8")
    assert re.search(r"handed in [\d,]+ days late; 10 % were taken off: 0.3 points", page)


def test_unknown_names_in_the_settings_are_said(tmp_path: Path) -> None:
    given = settings(
        tmp_path,
        '[weights]\n"01 First Steps" = 5\n"1.99" = 2\n[deadlines]\n"01_first_step" = 2020-01-01T00:00:00\n"2" = 2030-01-01T00:00:00\n',
    )
    save(tmp_path / "in/Anna" / NAME, notebook(*RIGHT))
    warnings = run(tmp_path / "in", tmp_path / "out", given).warnings
    assert [line.partition("”")[0] for line in warnings] == ["[weights] “1.99", "[deadlines] “01_first_step"]
    assert f"did you mean “{FIRST}”" in warnings[1]
    assert grades(tmp_path / "out")[0]["max_points"] == "5"


def test_the_reason_says_in_words_why_a_mark_is_what_it_is() -> None:
    said = {
        status: in_words(marked(notebook(answer))["1.1"])
        for status, answer in (("not answered", ""), ("passed", "b"), ("not yet", "a"), ("couldn't tell", UNSURE[0]))
    }
    assert said["not answered"] == "nothing was typed"
    assert said["passed"] == "every criterion is met"
    assert said["not yet"].startswith("not yet: ")
    assert said["couldn't tell"].startswith("can't tell: ")
    assert in_words(Mark("1.9", "for a person")) == "a person decides"
