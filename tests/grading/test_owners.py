"""Any layout of learners, lessons and platforms' names, packed at random among strays, comes back as the learners."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sellbackwards.grading.collecting import Collected, collect

from .layouts import PLACES, Files, Learner, download, label, lay_out, zipped
from .samples import FIRST, RIGHT, SECOND, SETS, as_bytes, notebook

LESSONS = [one.name for one in SETS]
NAMES = [
    ("Maya", "Lindqvist"),
    ("Tom", "Okafor"),
    ("Zoë", "Ünal"),
    ("Anne-Marie", "O'Neill"),
    ("Ng", "Wei"),
    ("Ana", "de Souza"),
]
CLASS = [Learner(first, last, number) for number, (first, last) in enumerate(NAMES)]
STRAYS: Files = {
    "list.csv": b"name\nx\n",
    "README.md": b"# Read me",
    "index.html": b"<html></html>",
    "syllabus.pdf": b"%PDF-1.4",
    "metadata.json": b'{"course": "SAL 101", "cells": "none"}',
    ".DS_Store": b"x",
    "__MACOSX/._x.ipynb": b"x",
    "desktop.ini": b"x",
}


def people(collected: Collected) -> dict[str, set[str]]:
    """Learner → the lessons of their files."""
    found: dict[str, set[str]] = {}
    for one in collected.handins:
        found.setdefault(one.learner, set()).add(next(lesson for lesson in LESSONS if lesson in one.name))
    return found


def check(folder: Path, platform: str, handed: dict[Learner, set[str]]) -> None:
    found = collect(folder, LESSONS)
    assert people(found) == {label(platform, one): lessons for one, lessons in handed.items() if lessons}, found.doubts
    assert not [one.problem for one in found.handins if one.problem]


PACKINGS = ("zip", "folder", "zip in zip", "by a browser", "all in one zip")


def pack(to: Path, downloads: dict[str, Files], how: str, strays: Files) -> Path:
    """Lay several downloads side by side. Returns what the instructor gives to the command."""
    names = {lesson: f"Lesson {n}" for n, lesson in enumerate(downloads, 1)}
    if how == "zip":
        lay_out(to, {f"{names[one]}.zip": zipped(files) for one, files in downloads.items()} | strays)
    elif how == "folder":
        lay_out(
            to,
            {f"{names[one]}/{place}": data for one, files in downloads.items() for place, data in files.items()}
            | strays,
        )
    elif how == "by a browser":  # which unpacks into a folder of the zip's name, in a folder of that name
        lay_out(
            to,
            {
                f"{names[one]}/{names[one]}/{place}": data
                for one, files in downloads.items()
                for place, data in files.items()
            }
            | strays,
        )
    else:
        inner = {f"{names[one]}.zip": zipped(files | strays) for one, files in downloads.items()}
        if how == "all in one zip":
            inner = {f"{names[one]}/{place}": data for one, files in downloads.items() for place, data in files.items()}
        to.mkdir(parents=True)
        (to / "all.zip").write_bytes(zipped(inner))
        return to / "all.zip"
    return to


@pytest.mark.parametrize("how", PACKINGS)
@pytest.mark.parametrize("platform", PLACES)
def test_two_lessons_of_three_learners(tmp_path: Path, platform: str, how: str) -> None:
    downloads = {lesson: download(platform, CLASS[:3], lesson, n) for n, lesson in enumerate((FIRST, SECOND), 1)}
    given = pack(tmp_path / "in", downloads, how, STRAYS)
    check(given, platform, {one: {FIRST, SECOND} for one in CLASS[:3]})


@pytest.mark.parametrize("platform", PLACES)
def test_one_lesson_of_one_learner(tmp_path: Path, platform: str) -> None:
    lay_out(tmp_path / "in", download(platform, CLASS[:1], FIRST, 1))
    check(tmp_path / "in", platform, {CLASS[0]: {FIRST}})


@settings(max_examples=60, deadline=None)
@given(some.data())
def test_any_layout_comes_back_as_the_learners_that_went_in(data: some.DataObject) -> None:
    platform = data.draw(some.sampled_from(sorted(PLACES)))
    learners = data.draw(some.lists(some.sampled_from(CLASS), min_size=1, unique=True))
    lessons = data.draw(some.lists(some.sampled_from(LESSONS), min_size=1, unique=True))
    handed: dict[Learner, set[str]] = {one: set() for one in learners}
    downloads: dict[str, Files] = {}
    for n, lesson in enumerate(lessons, 1):
        who = data.draw(some.lists(some.sampled_from(learners), min_size=1, unique=True))
        downloads[lesson] = download(platform, who, lesson, n)
        for one in who:
            handed[one].add(lesson)
    strays = {name: STRAYS[name] for name in data.draw(some.lists(some.sampled_from(sorted(STRAYS)), unique=True))}
    with tempfile.TemporaryDirectory() as home:
        given = pack(Path(home) / "in", downloads, data.draw(some.sampled_from(PACKINGS)), strays)
        check(given, platform, handed)


def lay(folder: Path, *places: str) -> Collected:
    """Notebooks at these places, each of the lesson that its place names (the first where it names none)."""
    for place in places:
        lesson = next((one for one in LESSONS if one in place), FIRST)
        lay_out(folder, {place: as_bytes(notebook(*RIGHT, name=lesson))})
    return collect(folder, LESSONS)


def test_by_learner_and_then_by_week(tmp_path: Path) -> None:
    places = [f"{who}/week {n}/{lesson}.ipynb" for who in ("anna", "bo") for n, lesson in ((1, FIRST), (2, SECOND))]
    assert people(lay(tmp_path / "in", *places)) == {"anna": {FIRST, SECOND}, "bo": {FIRST, SECOND}}


@pytest.mark.parametrize(
    "groups",
    [
        ("week 1", "week 2"),
        ("Morning", "Evening"),
        ("2026-11-02", "2026-11-09"),
        ("Lektion 1", "Lektion 2"),
        ("Unit 1", "Unit 2.zip"),
    ],
)
def test_by_week_and_then_by_learner(tmp_path: Path, groups: tuple[str, str]) -> None:
    places = [
        f"{group}/{who}/{lesson}.ipynb"
        for group, lesson in zip(groups, (FIRST, SECOND), strict=True)
        for who in ("anna", "bo")
    ]
    assert people(lay(tmp_path / "in", *places)) == {"anna": {FIRST, SECOND}, "bo": {FIRST, SECOND}}


def test_one_name_twice_in_one_download_is_two_people(tmp_path: Path) -> None:
    for n, lesson in enumerate((FIRST, SECOND), 1):
        files = {f"Kim Park_{n}{who}_assignsubmission_file_/{lesson}.ipynb": b"{}" for who in (1, 2)}
        lay_out(tmp_path / "in", {f"l{n}.zip": zipped(files)})
    found = collect(tmp_path / "in", LESSONS)
    assert set(people(found)) == {"Kim Park (11)", "Kim Park (12)", "Kim Park (21)", "Kim Park (22)"}
    assert "Kim Park: one learner, or several" in found.doubts[0]
    assert set(people(collect(tmp_path / "in", LESSONS, apart=False))) == {"Kim Park"}


def test_two_downloads_unpacked_into_one_folder(tmp_path: Path) -> None:
    places = [
        f"{who}_{n}{number}_assignsubmission_file_/{lesson}.ipynb"
        for number, who in enumerate(("Maya", "Tom"))
        for n, lesson in ((5, FIRST), (6, SECOND))
    ]
    assert people(lay(tmp_path / "in", *places)) == {"Maya": {FIRST, SECOND}, "Tom": {FIRST, SECOND}}


def test_files_without_anybody_s_name_are_not_one_learner_s(tmp_path: Path) -> None:
    found = lay(tmp_path / "in", f"{FIRST}.ipynb", f"{FIRST} (1).ipynb", f"Copy of {FIRST}.ipynb")
    assert len({one.learner for one in found.handins}) == 3
    assert "files without anybody's name" in found.doubts[0]
    assert {one.learner for one in collect(tmp_path / "in", LESSONS, apart=False).handins} == {"in"}


def test_what_lies_in_a_learner_s_folder_says_nothing_of_others(tmp_path: Path) -> None:
    found = lay(
        tmp_path / "in",
        f"Bob/{FIRST}.ipynb",
        f"Eve/Bob_{FIRST}.ipynb",
        f"Eve/bob_1_2_{FIRST}.ipynb",
        f"Cy/{FIRST}.ipynb",
    )
    assert {one.learner: one.name for one in found.handins if one.learner != "Eve"} == dict.fromkeys(
        ("Bob", "Cy"), f"{FIRST}.ipynb"
    )


def test_several_folders_with_other_lessons_are_asked(tmp_path: Path) -> None:
    found = lay(tmp_path / "in", f"Sales/anna/{FIRST}.ipynb", f"Sales/bo/{SECOND}.ipynb")
    assert set(people(found)) == {"anna", "bo"}
    assert "Sales: is it one learner" in found.doubts[0]
    assert set(people(collect(tmp_path / "in", LESSONS, apart=False))) == {"Sales"}


def test_teams_newest_version_and_sakai_s_time(tmp_path: Path) -> None:
    lay_out(tmp_path / "in", download("teams", CLASS[:3], FIRST, 1))
    assert {one.learner: one.attempt for one in collect(tmp_path / "in", LESSONS).handins} == {
        "Maya Lindqvist": 1,
        "Tom Okafor": 2,
        "Zoë Ünal": 3,
    }
    lay_out(tmp_path / "sakai", download("sakai", CLASS[:1], FIRST, 1))
    (one,) = collect(tmp_path / "sakai", LESSONS).handins
    assert (one.learner, one.ids["login"]) == ("Maya Lindqvist", "mlindqvist0")


def test_a_lesson_s_number_alone(tmp_path: Path) -> None:
    lay_out(
        tmp_path / "in",
        {
            f"anna_{number}.ipynb": as_bytes(notebook(*RIGHT, name=name))
            for number, name in (("01", FIRST), ("02", SECOND))
        },
    )
    assert {one.learner for one in collect(tmp_path / "in", LESSONS).handins} == {"anna"}


def test_parts_of_the_course_that_everybody_has_are_nobody(tmp_path: Path) -> None:
    """Folders of Teams, taken without the folder around them: learner, assignment, version."""
    tasks = (("Pitch practice", FIRST), ("Role play", SECOND))
    found = lay(
        tmp_path / "in",
        *(
            f"{who}/{task}/Version 1/{lesson}.ipynb"
            for who in ("Maya Lindqvist", "Tom Okafor")
            for task, lesson in tasks
        ),
    )
    assert people(found) == {"Maya Lindqvist": {FIRST, SECOND}, "Tom Okafor": {FIRST, SECOND}}
    assert not found.doubts


def test_a_learner_s_zip_of_the_whole_course_is_one_learner_s(tmp_path: Path) -> None:
    course = {
        f"{folder}/{FIRST}.ipynb": as_bytes(notebook(*RIGHT)) for folder in ("exercises", "solutions", "my-answers")
    }
    inside = {f"selling-backwards-main/{place}": data for place, data in course.items()}
    lay_out(
        tmp_path / "in",
        {"anna.zip": zipped(course), "bo.zip": zipped(inside), f"cy_{FIRST}.ipynb": as_bytes(notebook(*RIGHT))},
    )
    assert {one.learner: one.name for one in collect(tmp_path / "in", LESSONS).handins} == {
        "anna": "anna.zip",
        "bo": "bo.zip",
        "cy": f"cy_{FIRST}.ipynb",
    }
    lay_out(tmp_path / "home", course)
    assert {one.learner for one in collect(tmp_path / "home", LESSONS).handins} == {"home"}
    assert len(collect(tmp_path / "home", LESSONS).handins) == 1


@pytest.mark.parametrize("kind", ["moodle", "canvas", "a folder each", "mailed"])
def test_learners_own_zips_in_a_download(tmp_path: Path, kind: str) -> None:
    """What platforms hold may be a learner's zip: it stays one file of theirs."""
    files = {
        place.replace(".ipynb", ".zip"): zipped({f"my-answers/{FIRST}.ipynb": data, "notes.txt": b"x"})
        for place, data in download(kind, CLASS[:3], FIRST, 1).items()
    }
    lay_out(tmp_path / "in", {"Lesson 1.zip": zipped(files)})
    found = collect(tmp_path / "in", LESSONS).handins
    assert {one.learner for one in found} == {label(kind, one) for one in CLASS[:3]}
    assert all(one.is_zip for one in found)
    assert len(found) == 3
