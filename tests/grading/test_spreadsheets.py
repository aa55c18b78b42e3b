"""A review that a spreadsheet program has had: what it did is put right, or told where it can't be."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from random import Random

import openpyxl
import pytest
from babel.dates import get_month_names
from hypothesis import given, settings
from hypothesis import strategies as st

from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.grading import GradingError
from sellbackwards.grading.review_table import Known, for_answers, known_of, read_reviews
from sellbackwards.grading.sheets import decoded, read_sheet
from sellbackwards.grading.spreadsheet_repairs import Learners, exercises_meant, unscrambled

from .samples import FIRST, RIGHT, UNSURE, grades, notebook, run, save, table

LESSON = "01_sell_backwards"
IDS = [one.id for found in all_sets() if found.name == LESSON for one in found.exercises]
HEADER = ["learner", "lesson", "exercise", "answer", "criteria", "proposal", "points", "comment"]


def csv_file(to: Path, *rows: list[str], separator: str = ",", encoding: str = "utf-8") -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows([HEADER, *rows])
    to.write_bytes(text.getvalue().encode(encoding))
    return to


def row(learner: str, exercise: str, answer: str = "", points: str = "1", lesson: str = LESSON) -> list[str]:
    return [learner, lesson, exercise, answer, "", "", points, ""]


# --- numbers of exercises --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shown", "was"),
    [
        ("01.Feb", "1.2"), ("1-Feb", "1.2"), ("Feb 01", "1.2"), ("02.Jan", "1.2"), ("Jan-13", "1.13"), ("Jan 13", "1.13"),
        ("45323", "1.2"), ("2026-02-01", "1.2"), ("2026-02-01 00:00:00", "1.2"), ("01/02/2026", "1.2"), ("1/2/26", "1.2"),
        ("1,2", "1.2"), ("1.20", "1.2"), ("01.02", "1.2"), ("1.2000000000000002", "1.2"), ("'1.2", "1.2"), (" 1.2 ", "1.2"),
        ("1. Okt", "1.10"), ("01. Mrz", "1.3"), ("1 févr.", "1.2"), ("1-août", "1.8"), ("1-ott", "1.10"), ("2月1日", "1.2"),
        ("1 de febrero de 2026", "1.2"), ("01.фев", "1.2"), ("01-Şub", "1.2"), ("２月１日", "1.2"), ("01:02:00", "1.2"),
        ("2013-01-01", "1.13"), ("41275", "1.13"), ("01.01.13", "1.13"), ("1-Lis", ""), ("hello", ""), ("1 or 2", ""), ("", ""), ("99.99", ""), ("1-Foo", ""),
    ],
)  # fmt: skip
def test_what_a_cell_was(shown: str, was: str) -> None:
    found = exercises_meant(shown, IDS)
    assert (found[0] if len(found) == 1 else "") == was


def test_several_readings_are_kept_apart() -> None:
    assert exercises_meant("1.1", IDS) == ("1.1", "1.10")
    assert set(exercises_meant("01.lis", IDS)) == {"1.10", "1.11"}  # October in Croatian, November in Polish


LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl", "cs", "fi", "tr", "ru", "el", "uk", "hu", "ro"]


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, str]:
    """(an exercise of the course, what a spreadsheet shows of it)."""
    found = draw(st.sampled_from(all_sets()))
    exercise = draw(st.sampled_from([one.id for one in found.exercises]))
    first, second = map(int, exercise.split("."))
    ways: list[Callable[[], str]] = [lambda: exercise, lambda: exercise.replace(".", ","), lambda: f" '{exercise} "]
    day, month = (first, second) if draw(st.booleans()) else (second, first)
    year = draw(st.integers(2024, 2031))
    if 1 <= month <= 12 and 1 <= day <= 28:
        moment = datetime(year, month, day)
        language = draw(st.sampled_from(LANGUAGES))
        width = draw(st.sampled_from(["abbreviated", "wide"]))
        name = get_month_names(width, draw(st.sampled_from(["format", "stand-alone"])), language)[month]
        ways += [
            lambda: moment.strftime(
                draw(st.sampled_from(["%d.%m.%Y", "%m/%d/%Y", "%d/%m/%y", "%Y-%m-%d", "%Y/%m/%d", "%d-%m-%Y"]))
            ),
            lambda: str((moment.date() - date(1899, 12, 30)).days),
            lambda: draw(
                st.sampled_from([f"{day:02d}.{name}", f"{day}-{name}", f"{name} {day:02d}", f"{day}. {name} {year}"])
            ),
        ]
    return exercise, draw(st.sampled_from(ways))()


@given(spoilt())
@settings(max_examples=600, deadline=None)
def test_an_exercise_comes_back_or_is_among_the_readings(case: tuple[str, str]) -> None:
    exercise, shown = case
    ids = next(
        [one.id for one in found.exercises] for found in all_sets() if any(e.id == exercise for e in found.exercises)
    )
    assert exercise in exercises_meant(shown, ids), shown


@given(st.text(max_size=30))
def test_no_text_upsets_it(text: str) -> None:
    assert set(exercises_meant(text, IDS)) <= set(IDS)
    assert set(Learners(["00123", "José"]).meant(text)) <= {"00123", "José"}


def test_where_two_readings_are_possible_the_answer_tells(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "r.csv", row("A", "1.1", "the tenth", "0,5"), row("A", "01.lis", "the last", "2"))
    found, _ = read_reviews(path, Known({LESSON: IDS}, ["A"]))
    answers = dict.fromkeys(IDS, "") | {"1.1": "the first", "1.10": "the tenth", "1.11": "the last"}
    assert {key: one.points for key, one in for_answers(found, "A", LESSON, answers).items()} == {
        "1.10": 0.5,
        "1.11": 2,
    }


def test_what_cannot_be_put_right_says_what_happened_and_the_rest_counts(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path / "r.csv",
        row("A", "01.lis"),
        row("A", "31.Dez"),
        row("A", "1.2", points="01.Mai"),
        row("A", "01.Mrz"),
    )
    found, wrong = read_reviews(path, Known({LESSON: IDS}, ["A"]))
    assert found["A", LESSON, "1.3"].points == 1
    said = "\n".join(wrong)
    assert "01.Mrz is 1.3" in said
    assert "line 2 (A, 01.lis): a spreadsheet changed the exercise number; it may be 1.10 or 1.11" in said
    assert "line 3 (A, 31.Dez)" in said
    assert "line 4 (A, 1.2): “01.Mai” is a date that a spreadsheet made of the points; write a number" in said


# --- learners --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("123", ["00123"]), ("123.0", ["00123"]), ("00123", ["00123"]), ("1.23457E+11", ["123456789012"]),
        ("1,23457E+11", ["123456789012"]), ("Jos?", ["José"]), ("JosÃ©", ["José"]), ("Jose", ["José"]), ("Nobody", []),
        ("7", ["007", "07"]), ("2E+11", []),
    ],
)  # fmt: skip
def test_learners(shown: str, meant: list[str]) -> None:
    assert sorted(Learners(["00123", "123456789012", "José", "007", "07"]).meant(shown)) == meant


@given(st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), min_size=1))
def test_text_that_was_read_in_the_wrong_code_page_comes_back(text: str) -> None:
    try:
        shown = text.encode().decode("cp1252")
    except UnicodeDecodeError:
        return
    assert unscrambled(shown) == text or text.isascii()


# --- files -----------------------------------------------------------------------------------------------------------

PEOPLE = ["José García", "Zoë Ångström", "Çağla Öz", "Müller, Jürgen", "Plain Name", "Łukasz"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp1250"]
)
@pytest.mark.parametrize("known", [True, False])
def test_encodings_and_separators(tmp_path: Path, encoding: str, separator: str, known: bool) -> None:
    people = []
    for one in PEOPLE:
        try:
            one.encode(encoding)
            people.append(one)
        except UnicodeEncodeError:
            continue
    if not known and encoding == "cp1250":
        return  # without a name to go by, nobody can tell it from its western sister
    path = csv_file(
        tmp_path / "r.csv",
        *[row(one, "1.2", "I don’t know – “yes”") for one in people],
        separator=separator,
        encoding=encoding,
    )
    found, wrong = read_reviews(path, Known({LESSON: IDS}, people if known else ()))
    assert [key[0] for key in found] == people
    assert {one.answer for one in found.values()} == {"I don’t know – “yes”"}
    assert not wrong


@given(
    st.lists(st.sampled_from("éèêëàâäáåçñóöôøúüíïßæ"), min_size=1, max_size=4), st.sampled_from(["cp1252", "mac_roman"])
)
def test_a_name_tells_windows_from_mac(letters: list[str], encoding: str) -> None:
    text = "learner\n" + "\n".join(f"Mar{one}na lo{one}s" for one in letters)
    assert decoded(text.encode(encoding))[0] == text


def workbook(to: Path, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    for one in [HEADER, *rows]:
        book.active.append(one)
    book.save(to)
    return to


def test_a_workbook(tmp_path: Path) -> None:
    rows = [
        ["00123", LESSON, datetime(2026, 2, 1), "an answer", "", None, 0.5, "good"],
        [123, LESSON, 1.3, "another", "", None, 1, None],
        ["A", LESSON, 1.1, "the tenth", "", None, "0,5", "=HYPERLINK(\"http://x\")"],
        [None] * 8,
    ]  # fmt: skip
    found, wrong = read_reviews(workbook(tmp_path / "r.xlsx", *rows), Known({LESSON: IDS}, ["00123", "A"]))
    assert {key: review.points for key, review in found.items()} == {
        ("00123", LESSON, "1.2"): 0.5, ("00123", LESSON, "1.3"): 1.0, ("A", LESSON, "1.1"): 0.5,
    }  # fmt: skip
    assert found["A", LESSON, "1.1"].comment == ""  # a formula's value, and it has none
    assert wrong[0].count("is 1.2") == 1


def test_files_that_are_no_table_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(name: str, data: bytes) -> str:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(GradingError) as caught:
            read_reviews(tmp_path / name)
        return str(caught.value)

    def packed(**files: bytes) -> bytes:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
        return data.getvalue()

    assert "isn't an Excel workbook" in refused("a.xlsx", packed(mimetype=b"application/vnd.oasis"))
    assert "unpacks to too much" in refused("b.xlsx", packed(xl__workbook_xml=b"x", big=b"\0" * (201 * 2**20)))
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    assert "isn't a workbook" in refused("c.xlsx", packed(xl__workbook_xml=bomb))
    assert "isn't a workbook" in refused("c.xlsx", packed(xl__workbook_xml=bomb.decode().encode("utf-16")))
    assert "can't be read as a workbook" in refused("d.xlsx", packed(xl__workbook_xml=b"<a/>"))
    assert "is damaged" in refused("e.xlsx", b"PK\x03\x04 and no more")
    assert "old kind (.xls)" in refused("f.xls", b"\xd0\xcf\x11\xe0" + bytes(100))
    assert "has no column points" in refused("g.csv", b"learner,lesson,exercise\n")
    monkeypatch.setattr("sellbackwards.grading.limits.TABLE", 10)
    assert "is larger than" in refused("h.csv", b"learner,lesson,exercise,points\n")


def test_a_workbook_whose_size_is_a_lie_is_read_to_its_end(tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", *[[f"L{n}", LESSON, "1.2", "", "", "", 1, ""] for n in range(50)])
    changed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"A1:H51", b"A1:A2"))
    path.write_bytes(changed.getvalue())
    assert len(read_reviews(path, known_of(all_sets()))[0]) == 50


def test_a_title_above_the_header_and_empty_lines(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(
        "Table 1\n\n" + ",".join(HEADER) + f"\n,,,,,,,\nA,{LESSON},1.2,x,,,1,\n", encoding="utf-8"
    )
    assert list(read_reviews(tmp_path / "r.csv")[0]) == [("A", LESSON, "1.2")]


def test_read_sheet_fills_short_rows(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Name,ID\nAnna\nBo,7,more\n", encoding="utf-8")
    assert [one for _, one in read_sheet(tmp_path / "t.csv", ["name"]).rows] == [
        {"name": "Anna", "id": ""},
        {"name": "Bo", "id": "7"},
    ]


# --- the whole way ---------------------------------------------------------------------------------------------------


def test_a_review_through_a_german_spreadsheet(tmp_path: Path) -> None:
    """Numbers of students, dates, a code page, semicolons and decimal commas: all of it counts."""
    for learner in ("00123", "Müller"):
        save(tmp_path / "in" / learner / f"{FIRST}.ipynb", notebook(RIGHT[0], "no idea"))
        save(tmp_path / "in" / learner / "again.ipynb", notebook(*UNSURE, name="02_next_steps"))
    run(tmp_path / "in", tmp_path / "out")
    assert (tmp_path / "out/review.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = table(tmp_path / "out/review.csv")
    turned = {"1.2": "02.Jan", "2.1": "02.Jan", "1.1": "01.Jan"}
    back = [
        [
            ("123" if one["learner"] == "00123" else one["learner"]),
            one["lesson"],
            turned[one["exercise"]],
            *[one[name] for name in HEADER[3:6]],
            "0,5",
            "gut",
        ]
        for one in rows
    ]
    csv_file(tmp_path / "r.csv", *back, separator=";", encoding="cp1252")
    summary = run(tmp_path / "in", tmp_path / "out", review=tmp_path / "r.csv")
    assert summary.to_review == 0
    decided = [one["points"] for one in grades(tmp_path / "out") if "a person decided: gut" in one["reason"]]
    assert decided == ["0.5"] * len(rows)
    assert len(rows) >= 2
    assert "changed" in "\n".join(summary.warnings)


def test_a_workbook_beside_the_list_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    save(tmp_path / "in" / "Anna" / f"{FIRST}.ipynb", notebook(*UNSURE))
    run(tmp_path / "in", tmp_path / "out")
    _, *rows = csv.reader((tmp_path / "out/review.csv").read_text(encoding="utf-8-sig").splitlines())
    beside = workbook(tmp_path / "out/review.xlsx", [*rows[0][:6], 1, "from the workbook"])
    assert "give it back: --review" in "".join(run(tmp_path / "in", tmp_path / "out").warnings)
    assert run(tmp_path / "in", tmp_path / "out", review=beside).to_review == 0


STYLES = {  # what a spreadsheet shows of exercise a.b, read as the day and month d and m
    "as it is": lambda a, b: f"{a}.{b}",
    "comma": lambda a, b: f"{a},{b}",
    "number": lambda a, b: f"{float(f'{a}.{b}'):g}",
    "two places": lambda a, b: f"{float(f'{a}.{b}'):.2f}",
    "german date": lambda a, b: date_shown("{d:02d}.{name}", "de", a, b) or f"{a}.{b}",
    "british date": lambda a, b: date_shown("{d}-{name}", "en", a, b) or f"{a}.{b}",
    "american date": lambda a, b: date_shown("{name} {d:02d}", "en", b, a) or f"{a}.{b}",
    "french date": lambda a, b: date_shown("{d:02d}-{name}", "fr", a, b) or f"{a}.{b}",
    "serial": lambda a, b: str((date(2026, b, a) - date(1899, 12, 30)).days) if b <= 12 else f"{a}.{b}",
    "iso": lambda a, b: date(2026, b, a).isoformat() if b <= 12 else f"{a}.{b}",
}


def date_shown(form: str, language: str, day: int, month: int) -> str:
    """A date as a spreadsheet shows it; "" where there is no such date, and it leaves the cell alone."""
    if not 1 <= month <= 12:
        return ""
    return form.format(d=day, name=get_month_names("abbreviated", "format", language)[month])


@given(
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(
        [
            (",", "utf-8-sig"),
            (";", "cp1252"),
            (";", "utf-8-sig"),
            ("\t", "utf-16"),
            (";", "mac_roman"),
            (",", "mac_roman"),
        ]
    ),
    st.lists(
        st.sampled_from(["00123", "007", "Zoë Müller", "José", "Anna", "Bo (12)"]), min_size=1, max_size=4, unique=True
    ),
    st.lists(st.sampled_from(IDS), min_size=1, max_size=13, unique=True),
    st.randoms(use_true_random=False),
)
@settings(max_examples=150, deadline=None)
def test_a_whole_file_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    style: str,
    written: tuple[str, str],
    people: list[str],
    ids: list[str],
    chance: Random,
) -> None:
    """Whatever one spreadsheet did to all rows, and in whatever order they are, each answer gets its own points."""
    separator, encoding = written
    points = {
        (learner, exercise): (n % 8) / 4 for n, (learner, exercise) in enumerate((p, i) for p in people for i in ids)
    }
    rows = []
    for (learner, exercise), given_points in points.items():
        shown = f"{given_points:g}".replace(".", "," if separator == ";" else ".")
        whole = learner.lstrip("0") if learner.isdigit() else learner
        rows.append(row(whole, STYLES[style](*map(int, exercise.split("."))), f"{learner} says {exercise}", shown))
    chance.shuffle(rows)
    path = csv_file(tmp_path_factory.mktemp("file") / "r.csv", *rows, separator=separator, encoding=encoding)
    found, _ = read_reviews(path, Known({LESSON: IDS}, ["00123", "007", "Zoë Müller", "José", "Anna", "Bo (12)"]))
    for learner in people:
        answers = {exercise: f"{learner} says {exercise}" for exercise in IDS}
        mine = for_answers(found, learner, LESSON, answers)
        assert {exercise: one.points for exercise, one in mine.items()} == {i: points[learner, i] for i in ids}, style
