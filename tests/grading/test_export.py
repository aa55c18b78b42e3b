"""Marks back into Moodle and Canvas, judged by the rules that their own import code follows.

The rules are written down here again from reading that code (see the modules' docstrings); no platform was at hand.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellbackwards.grading import GradingError, Settings
from sellbackwards.grading.canvas import gradebook_in
from sellbackwards.grading.exporting import export, in_words
from sellbackwards.grading.lesson_marks import LessonMarks, Person, match, name_keys
from sellbackwards.grading.moodle import worksheet_in

from .samples import AFTER, BEFORE, RIGHT, UNSURE, WRONG, notebook, run, save

ENGLISH = [
    "Identifier",
    "Full name",
    "Email address",
    "Status",
    "Grade",
    "Maximum Grade",
    "Grade can be changed",
    "Last modified (submission)",
    "Last modified (grade)",
    "Feedback comments",
]
GERMAN = [
    "ID",
    "Vollständiger Name",
    "E-Mail-Adresse",
    "Status",
    "Bewertung",
    "Bestwertung",
    "Bewertung kann geändert werden",
    "Zuletzt geändert (Abgabe)",
    "Zuletzt geändert (Bewertung)",
    "Feedback als Kommentar",
]
PEOPLE = {101: "Anna Lee", 102: "Anna Lee", 103: "Bo O’Neil", 104: "Chloé d’Arc", 105: "Dee_Dee", 106: "Eve Absent"}
MAIL = {number: f"u{number}@example.org" for number in PEOPLE}
MODIFIED = "Sunday, 1 November 2026, 9:00 AM"


def worksheet(
    to: Path, header: list[str] = ENGLISH, word: str = "Participant", most: str = "100.00", shift: int = 0
) -> Path:
    with to.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for number, name in PEOPLE.items():
            row = [
                f"{word} {number + shift}",
                name,
                MAIL[number],
                "Submitted",
                "",
                most,
                "Yes",
                MODIFIED,
                "-",
                "well, “done”",
            ]
            writer.writerow(row)
    return to


ANSWERS = {101: RIGHT, 102: WRONG, 103: ("b", "share: 1"), 104: UNSURE, 105: RIGHT}


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A Moodle download marked: 1 and 2 have one name, 4's answer waits for a person, 6 handed in nothing."""
    for number, answers in ANSWERS.items():
        save(
            tmp_path / "in" / f"{PEOPLE[number]}_{number}_assignsubmission_file_" / "x.ipynb",
            notebook(*answers, name=BEFORE),
        )
    run(tmp_path / "in", tmp_path / "out")
    return tmp_path / "out"


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def moodle_imports(path: Path, names: list[str], word: str, sign: str, most: float) -> dict[int, float]:
    """What Moodle would take from a worksheet: number of the participant → grade."""
    header, *rows = rows_of(path)
    assert all(len(row) == len(header) for row in rows), "Moodle refuses a file whose rows differ in length"
    identifier, grade, modified = (header.index(name) for name in names)
    taken = {}
    for row in rows:
        number = int(row[identifier][len(f"{word} ") :])
        value = row[grade].replace(" ", "").replace(sign, ".")
        if value == "":
            continue
        assert 0 <= float(value) <= most
        assert row[modified] == "-", "a changed date makes Moodle skip or overwrite"
        taken[number] = float(value)
    return taken


def moodle_files(path: Path) -> dict[int, str]:
    """What Moodle would take from a zip of feedback: number of the participant → the file's name for the learner."""
    taken = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            assert not name.startswith((".", "~"))
            info = name.split("_", 4)
            assert len(info) == 5
            assert info[2:4] == ["assignsubmission", "file"]
            assert info[1].isdigit()
            assert "/" not in info[4]
            taken[int(info[1])] = info[4]
    return taken


def test_moodle_takes_the_grades_and_the_pages(marked: Path, tmp_path: Path) -> None:
    table = worksheet(tmp_path / "Grades-Sales.csv")
    done = export(marked, table)
    names = ["Identifier", "Grade", "Last modified (grade)"]
    assert moodle_imports(done.table, names, "Participant", ".", 100) == {101: 100, 102: 0, 103: 33.33, 105: 100}
    assert done.packed is not None
    page = f"{BEFORE}.html"
    assert moodle_files(done.packed) == {101: page, 102: page, 103: page, 105: page}
    with zipfile.ZipFile(done.packed) as archive:
        mine = archive.read(f"Bo O’Neil_103_assignsubmission_file_{page}").decode()
    assert "Bo O’Neil" in mine
    before, after = rows_of(table), rows_of(done.table)
    assert [row[:4] + row[5:] for row in after] == [row[:4] + row[5:] for row in before]
    said = in_words(done)
    assert "4 grades out of 100" in said
    assert "1 (Chloé d’Arc) wait for your points" in said


def test_what_waits_may_go_along(marked: Path, tmp_path: Path) -> None:
    done = export(marked, worksheet(tmp_path / "w.csv"), with_waiting=True)
    assert (
        moodle_imports(done.table, ["Identifier", "Grade", "Last modified (grade)"], "Participant", ".", 100)[104]
        == 66.67
    )


def test_moodle_in_another_language(marked: Path, tmp_path: Path) -> None:
    done = export(marked, worksheet(tmp_path / "w.csv", GERMAN, "Teilnehmer/in", "30,00"))
    names = [GERMAN[0], GERMAN[4], GERMAN[8]]
    assert moodle_imports(done.table, names, "Teilnehmer/in", ",", 30) == {101: 30, 102: 0, 103: 10, 105: 30}


@pytest.mark.parametrize("header", [ENGLISH, GERMAN])
def test_a_worksheet_without_names(marked: Path, tmp_path: Path, header: list[str]) -> None:
    """An assignment that is marked anonymously: the numbers are all there is."""
    full = rows_of(worksheet(tmp_path / "full.csv", header))
    with (tmp_path / "w.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[row[0], *row[3:]] for row in full])
    done = export(marked, tmp_path / "w.csv")
    names = [header[0], header[4], header[8]]
    assert moodle_imports(done.table, names, "Participant", ".", 100) == {101: 100, 102: 0, 103: 33.33, 105: 100}
    assert done.packed is not None
    assert set(moodle_files(done.packed)) == {101, 102, 103, 105}


def test_the_numbers_tell_which_lesson_a_worksheet_is_for(tmp_path: Path) -> None:
    for number, name in PEOPLE.items():
        for shift, lesson in ((0, BEFORE), (1000, AFTER)):
            folder = tmp_path / "in" / lesson / f"{name} {number}_{number + shift}_assignsubmission_file_"
            save(folder / "x.ipynb", notebook(*(RIGHT if shift else WRONG), name=lesson))
    run(tmp_path / "in" / BEFORE, tmp_path / "out")
    run(tmp_path / "in" / AFTER, tmp_path / "out")
    assert export(tmp_path / "out", worksheet(tmp_path / "w.csv")).lesson == BEFORE
    assert export(tmp_path / "out", worksheet(tmp_path / "w.csv", shift=1000)).lesson == AFTER
    other = worksheet(tmp_path / "w.csv", shift=5000)
    with pytest.raises(GradingError, match="which lesson is it for"):
        export(tmp_path / "out", other)
    with pytest.raises(GradingError, match="there are no marks for it"):
        export(tmp_path / "out", other, lesson="05")


def test_two_of_one_name_are_never_guessed(marked: Path, tmp_path: Path) -> None:
    """A worksheet of another assignment, so that names are all there is."""
    done = export(marked, worksheet(tmp_path / "w.csv", shift=7000))
    taken = moodle_imports(done.table, ["Identifier", "Grade", "Last modified (grade)"], "Participant", ".", 100)
    assert taken == {7103: 33.33, 7105: 100}
    assert len([note for note in done.notes if "more than one person has this name" in note]) == 2


def test_a_grade_that_is_locked_and_a_scale(marked: Path, tmp_path: Path) -> None:
    path = worksheet(tmp_path / "w.csv")
    text = path.read_text(encoding="utf-8-sig")
    path.write_text(text.replace("100.00,Yes", "100.00,No"), encoding="utf-8")
    assert "can't be changed" in " ".join(export(marked, path).notes)
    path.write_text(text.replace("Maximum Grade", "Scale").replace(",100.00,", ',"Poor\nGood",'), encoding="utf-8")
    with pytest.raises(GradingError):
        export(marked, path)


def test_a_lesson_that_counts_for_nothing_gives_no_zeros(marked: Path, tmp_path: Path) -> None:
    run(tmp_path / "in", marked, settings=Settings(weights={BEFORE: 0}))
    done = export(marked, worksheet(tmp_path / "w.csv"))
    assert moodle_imports(done.table, ["Identifier", "Grade", "Last modified (grade)"], "Participant", ".", 100) == {}
    assert "let this lesson count for nothing" in in_words(done)


# --- Canvas ------------------------------------------------------------------------------------------------------------

TITLE = "Where I stand (77)"


def canvas_book(to: Path, *columns: str, separator: str = ",") -> Path:
    columns = columns or (TITLE,)
    rows = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *columns, "Current Score"],
        ["", "", "", "", "", *["Manual Posting"] * len(columns), ""],
        ["    Points Possible", "", "", "", "", *["50"] * len(columns), "(read only)"],
        ["Lee, Anna", "11", "s11", "alee", "Monday", *["7"] * len(columns), "88"],
        ["Lee, Anna", "12", "s12", "alee2", "Monday", *[""] * len(columns), "88"],
        ["O’Neil, Bo", "13", "s13", "bo@example.org", "Monday", *[""] * len(columns), "88"],
        ["Absent, Eve", "16", "s16", "eve", "Monday", *["3"] * len(columns), "88"],
        ["Student, Test", "99", "", "", "Monday", *[""] * len(columns), ""],
    ]
    with to.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator).writerows(rows)
    return to


@pytest.fixture
def from_canvas(tmp_path: Path) -> Path:
    names = {"leeanna_11_901_x": RIGHT, "leeanna_LATE_12_902_x": WRONG, "oneilbo_13_903_x-2": ("b", "")}
    for name, answers in names.items():
        save(tmp_path / "in" / f"{name}.ipynb", notebook(*answers, name=BEFORE))
    run(tmp_path / "in", tmp_path / "out")
    return tmp_path / "out"


def canvas_imports(path: Path) -> tuple[str, float, dict[int, str]]:
    """What Canvas would take: (the assignment's title, its points, id of the student → score)."""
    header, *rows = rows_of(path)
    assert "Student" in header[0]
    assert "ID" in header[1]
    at = next(n for n, one in enumerate(header) if "SIS Login ID" in one) + 1
    assert header[at] == "Section"
    (title,) = [one for one in header[at + 1 :] if not re.search("Current Score|Final Score", one)]
    column, points, scores = header.index(title), 0.0, {}
    for row in rows:
        if "Points Possible" in row[0]:
            points = float(row[column])
        elif not all(re.fullmatch(r"\s*(Muted|Manual Posting.*)?\s*", one) for one in row):
            scores[int(row[1])] = row[column]
    return title, points, scores


@pytest.mark.parametrize("separator", [",", ";"])
def test_canvas_takes_the_grades_and_the_pages(from_canvas: Path, tmp_path: Path, separator: str) -> None:
    done = export(from_canvas, canvas_book(tmp_path / "g.csv", separator=separator))
    assert canvas_imports(done.table) == (TITLE, 50, {11: "50", 12: "0", 13: "16.67", 16: "3", 99: ""})
    assert done.packed is not None
    taken = {}
    with zipfile.ZipFile(done.packed) as archive:
        for name in archive.namelist():
            parts = [part for part in name.split("_") if part != "LATE"]
            taken[name] = [part for part in parts if part.isascii() and part.isdigit()][:2]
            assert not parts[-1].startswith("link")
            assert "/" not in name
    assert sorted(taken.values()) == [["11", "901"], ["12", "902"], ["13", "903"]]


def test_canvas_asks_which_assignment_where_it_cannot_tell(from_canvas: Path, tmp_path: Path) -> None:
    book = canvas_book(tmp_path / "g.csv", "Week 1 (5)", "Week 2 (6)")
    with pytest.raises(GradingError, match=re.escape('--column "TITLE" (there are: Week 1 (5); Week 2 (6))')):
        export(from_canvas, book)
    assert canvas_imports(export(from_canvas, book, column="Week 2").table)[0] == "Week 2 (6)"
    done = export(from_canvas, book, column="Sales")
    assert canvas_imports(done.table) == ("Sales", 3, {11: "3", 12: "0", 13: "1", 16: "", 99: ""})
    assert "Canvas will make a new assignment of 3 points" in in_words(done)


def test_files_without_the_platform_s_names_are_said_not_to_be_packed(tmp_path: Path) -> None:
    save(tmp_path / "in" / "Bo O'Neil" / "x.ipynb", notebook(*RIGHT, name=BEFORE))
    run(tmp_path / "in", tmp_path / "out")
    done = export(tmp_path / "out", canvas_book(tmp_path / "g.csv"))
    assert canvas_imports(done.table)[2][13] == "50"
    assert done.packed is None
    assert "1 pages can't be packed" in in_words(done)


# --- tables and names --------------------------------------------------------------------------------------------------


def test_other_tables_are_refused(marked: Path, tmp_path: Path) -> None:
    for text in ("", "a,b\n1,2\n", "Student,ID\nAnna,1\n", "\n\n"):
        (tmp_path / "t.csv").write_text(text, encoding="utf-8")
        with pytest.raises(GradingError, match=r"is neither Moodle's grading worksheet"):
            export(marked, tmp_path / "t.csv")
    with pytest.raises(GradingError, match="run sellbackwards grade first"):
        export(tmp_path / "nowhere", worksheet(tmp_path / "w.csv"))


@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=6))
def test_any_table_is_read_or_refused(rows: list[list[str]]) -> None:
    sheet, book = worksheet_in(rows), gradebook_in(rows)
    for found in (sheet, book):
        if found is not None:
            assert {person.row for person in found.people()} <= set(range(len(found.rows)))


NAMES = st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=2, max_size=8)


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=8), st.data())
def test_nobody_gets_another_s_grade(names: list[tuple[str, str]], data: st.DataObject) -> None:
    """Whatever is known of learners, a row that is filled in is theirs; with numbers everybody is found."""
    people = [Person(n, f"{last}, {first}", {"user": str(n)}) for n, (first, last) in enumerate(names)]
    numbered = data.draw(st.booleans())
    learners = [f"{first} {last}" for first, last in names]
    found = []
    for n, learner in enumerate(learners):
        marks = LessonMarks(learner, BEFORE, points=n)
        if numbered:
            marks.learner = f"{learner} ({n})"
            marks.handin = type("HandIn", (), {"ids": {"user": str(n)}})()
        found.append(marks)
    matches = match(found, people)
    for row, marks in matches.rows.items():
        assert name_keys(marks.learner.split(" (")[0]) & name_keys(people[row].name)
        assert marks.points == row or not numbered
    assert len(matches.rows) == len(names) or not numbered
    assert len(matches.rows) + len(matches.unsure) + len(matches.unknown) == len(names)
