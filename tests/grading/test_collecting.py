"""Whose file is it? Folders, flat names, and the zips of learning platforms."""

from __future__ import annotations

import io
import os
import unicodedata
import zipfile
from pathlib import Path

import pytest

from sellbackwards.grading.collecting import collect, folder_name
from sellbackwards.grading.marked_files import version
from sellbackwards.grading.settings import GradingError

from .samples import (
    FIRST,
    NAME,
    RIGHT,
    SECOND,
    SETS,
    UNSURE,
    WRONG,
    as_bytes,
    grades,
    marks,
    notebook,
    reasons,
    run,
    save,
    table,
)

LESSONS = [one.name for one in SETS]


def files_by_learner(folder: Path) -> dict[str, list[str]]:
    """Learner → names of files."""
    found: dict[str, list[str]] = {}
    for one in collect(folder, LESSONS).handins:
        found.setdefault(one.learner, []).append(one.name)
    return found


def lay(folder: Path, *places: str) -> Path:
    for place in places:
        save(folder / place, notebook(*RIGHT))
    return folder


def as_zip(folder: Path, to: Path) -> Path:
    with zipfile.ZipFile(to, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder))
    return to


LAYOUTS: dict[str, tuple[list[str], dict[str, list[str]]]] = {
    "a folder each": (
        ["Anna Lee/01_first_steps.ipynb", "Anna Lee/02_next_steps.ipynb", "Zoë Ünal 😀/x.ipynb"],
        {"Anna Lee": ["01_first_steps.ipynb", "02_next_steps.ipynb"], "Zoë Ünal 😀": ["x.ipynb"]},
    ),
    "moodle": (
        ["Anna Lee_1234_assignsubmission_file_/01_first_steps.ipynb", "Bo_99_assignsubmission_file/a (1).ipynb", "Cy_5_assignsubmission_onlinetext_/t.ipynb"],
        {"Anna Lee": ["01_first_steps.ipynb"], "Bo": ["a (1).ipynb"], "Cy": ["t.ipynb"]},
    ),
    "moodle without folders": (
        ["Anna Lee_1234_assignsubmission_file_01_first_steps.ipynb", "Bo_99_assignsubmission_file_x.ipynb"],
        {"Anna Lee": ["01_first_steps.ipynb"], "Bo": ["x.ipynb"]},
    ),
    "moodle, two of one name": (
        ["Kim Park_1_assignsubmission_file_/a.ipynb", "Kim Park_2_assignsubmission_file_/a.ipynb"],
        {"Kim Park (1)": ["a.ipynb"], "Kim Park (2)": ["a.ipynb"]},
    ),
    "canvas": (
        ["doejane_12345_678901_01_first_steps.ipynb", "leebo_LATE_12_345_x-1.ipynb", "weißö_7_8_a b.ipynb"],
        {"doejane": ["01_first_steps.ipynb"], "leebo": ["x-1.ipynb"], "weißö": ["a b.ipynb"]},
    ),
    "flat": (
        ["anna_01_first_steps.ipynb", "01_first_steps - Bo Ek.ipynb", "cy.ipynb", "02 Next Steps_Dee (2).ipynb", "anna 02-next-steps.ipynb", "eli (1).ipynb"],
        {"anna": ["anna 02-next-steps.ipynb", "anna_01_first_steps.ipynb"], "Bo Ek": ["01_first_steps - Bo Ek.ipynb"], "cy": ["cy.ipynb"], "Dee": ["02 Next Steps_Dee (2).ipynb"], "eli": ["eli (1).ipynb"]},
    ),
    "a folder around it": (
        ["export/Anna/01_first_steps.ipynb", "export/Bo/01_first_steps.ipynb"],
        {"Anna": ["01_first_steps.ipynb"], "Bo": ["01_first_steps.ipynb"]},
    ),
    "folders around it": (
        ["a/b/Anna/01_first_steps.ipynb", "a/b/Bo/x/01_first_steps.ipynb"],
        {"Anna": ["01_first_steps.ipynb"], "Bo": ["01_first_steps.ipynb"]},
    ),
    "one learner": (["Anna/01_first_steps.ipynb", "Anna/02_next_steps.ipynb"], {"Anna": ["01_first_steps.ipynb", "02_next_steps.ipynb"]}),
    "one learner, a folder in a folder": (["Anna/my-answers/01_first_steps.ipynb"], {"Anna": ["01_first_steps.ipynb"]}),
    "one learner, the whole course": (
        ["Anna/course/my-answers/01_first_steps.ipynb", "Anna/course/solutions/01_first_steps.ipynb"],
        {"Anna": ["01_first_steps.ipynb"]},
    ),
    "moodle in a folder": (
        ["export/Anna Lee_1_assignsubmission_file_/a.ipynb", "export/Bo_2_assignsubmission_file_/a.ipynb"],
        {"Anna Lee": ["a.ipynb"], "Bo": ["a.ipynb"]},
    ),
    "one in moodle": (["Anna Lee_1_assignsubmission_file_/x/a.ipynb"], {"Anna Lee": ["a.ipynb"]}),
    "canvas in a folder": (["submissions/doejane_1_2_x.ipynb", "submissions/leebo_3_4_y.ipynb"], {"doejane": ["x.ipynb"], "leebo": ["y.ipynb"]}),
    "rubbish around": (
        ["Anna/01_first_steps.ipynb", "Anna/.ipynb_checkpoints/01_first_steps.ipynb", "__MACOSX/Anna/._x.ipynb", "Anna/notes.txt", ".DS_Store", "readme.txt"],
        {"Anna": ["01_first_steps.ipynb"]},
    ),
    "endings of browsers": (["Anna/01_first_steps.ipynb.txt", "Bo/01_first_steps.ipynb.json", "Cy/01.IPYNB"], {"Anna": ["01_first_steps.ipynb.txt"], "Bo": ["01_first_steps.ipynb.json"], "Cy": ["01.IPYNB"]}),
    "the whole course": (
        ["Anna/course/solutions/01_first_steps.ipynb", "Anna/course/exercises/01_first_steps.ipynb", "Anna/course/my-answers/01_first_steps.ipynb", "Bo/a.ipynb"],
        {"Anna": ["01_first_steps.ipynb"], "Bo": ["a.ipynb"]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
def test_layouts(tmp_path: Path, layout: str, packed: bool) -> None:
    places, expected = LAYOUTS[layout]
    folder = lay(tmp_path / "in", *places)
    found = files_by_learner(as_zip(folder, tmp_path / "in.zip") if packed else folder)
    assert {learner: sorted(names) for learner, names in found.items()} == {
        learner: sorted(names) for learner, names in expected.items()
    }


def test_the_answers_in_the_course_s_folder_are_the_learner_s_own(tmp_path: Path) -> None:
    save(tmp_path / "in/Anna/course/solutions" / NAME, notebook(*RIGHT))
    save(tmp_path / "in/Anna/course/my-answers" / NAME, notebook(*WRONG))
    data = as_zip(tmp_path / "in/Anna", tmp_path / "course.zip").read_bytes()
    save(tmp_path / "in/Bo/course.zip", data)
    run(tmp_path / "in", tmp_path / "out")
    assert marks(tmp_path / "out", "Anna") == marks(tmp_path / "out", "Bo") == ["not yet", "not yet"]


def test_accents_written_in_two_ways_are_one_learner(tmp_path: Path) -> None:
    for form, name in (("NFC", NAME), ("NFD", f"{SECOND}.ipynb")):
        save(tmp_path / "in" / unicodedata.normalize(form, "Zoë") / name, notebook(*RIGHT))
    assert len(files_by_learner(tmp_path / "in")) == 1


def test_zip_names_without_a_word_on_their_letters(tmp_path: Path) -> None:
    """Moodle's zips are UTF-8 and some don't say so."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("Zoë_1_assignsubmission_file_/x.ipynb", as_bytes(notebook(*RIGHT)))
    raw = bytearray(data.getvalue())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(signature) + place + 1] &= ~0x08
    assert files_by_learner(save(tmp_path / "in.zip", bytes(raw))) == {"Zoë": ["x.ipynb"]}


def test_backslashes_in_a_zip_are_folders(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        for learner in ("Anna", "Bo"):
            archive.writestr(zipfile.ZipInfo(f"{learner}\\01.ipynb"), "{}")
    assert set(files_by_learner(tmp_path / "in.zip")) == {"Anna", "Bo"}


def test_several_platform_zips_in_one_folder(tmp_path: Path) -> None:
    """One export for each lesson, put side by side."""
    for lesson in (FIRST, SECOND):
        folder = tmp_path / lesson
        save(folder / f"Anna_1_assignsubmission_file_/{lesson}.ipynb", notebook(*RIGHT, name=lesson))
        as_zip(folder, tmp_path / "in" / f"{lesson}.zip") if (tmp_path / "in").mkdir(exist_ok=True) is None else None
    run(tmp_path / "in", tmp_path / "out")
    assert [(row["lesson"], row["status"]) for row in grades(tmp_path / "out")] == [
        (FIRST, "passed"), (FIRST, "passed"), (SECOND, "passed"), (SECOND, "passed"),
    ]  # fmt: skip


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("inside", ["{}_12{}_assignsubmission_file_/x.ipynb", "{}_1{}_77_x.ipynb"])
def test_a_download_s_name_with_two_underscores_is_no_learner(tmp_path: Path, inside: str, packed: bool) -> None:
    """ "Sales-01_first_steps-1234" looks like OpenOLAT's "Lee_Anna_alee12", until one looks inside."""
    download = tmp_path / "made" / "Sales-01_first_steps-1234"
    for n, name in enumerate(("anna", "bo", "cy")):
        save(download / inside.format(name, n), notebook(*RIGHT))
    if packed:
        (tmp_path / "in").mkdir()
        as_zip(download, tmp_path / "in" / f"{download.name}.zip")
    else:
        download.parent.rename(tmp_path / "in")
    assert sorted(files_by_learner(tmp_path / "in")) == ["anna", "bo", "cy"]


def test_a_learner_s_zip_beside_notebooks(tmp_path: Path) -> None:
    lay(tmp_path / "anna/my-answers", NAME)
    (tmp_path / "in").mkdir()
    as_zip(tmp_path / "anna", tmp_path / "in" / "anna.zip")
    lay(tmp_path / "in", "bo.ipynb")
    assert files_by_learner(tmp_path / "in") == {"anna": ["anna.zip"], "bo": ["bo.ipynb"]}
    run(tmp_path / "in", tmp_path / "out")
    assert marks(tmp_path / "out", "anna") == ["passed", "passed"]


@pytest.mark.parametrize("count", ["(2) – ", "(2) ", "3. ", "12) ", "(2)_"])
def test_a_place_in_a_list_is_no_part_of_a_name(tmp_path: Path, count: str) -> None:
    """ "(2) – Björn O'Hara" is Björn O'Hara, and so is the one who has no number before the name."""
    for name, lesson in ((f"{count}Björn O'Hara", FIRST), ("Björn O'Hara", SECOND), ("cy", FIRST)):
        save(tmp_path / "in" / f"{name}_{lesson}.ipynb", notebook("a", "b", name=lesson))
    assert set(files_by_learner(tmp_path / "in")) == {"Björn O'Hara", "cy"}


def test_a_name_that_is_only_what_is_left_of_a_file_s_name_is_told(tmp_path: Path) -> None:
    for name, lesson in (("Copy of final FINAL really", FIRST), ("anna", SECOND), (f"bo final_{FIRST}", FIRST)):
        save(tmp_path / "in" / f"{name}.ipynb", notebook("a", "b", name=lesson))
    found = collect(tmp_path / "in", [FIRST, SECOND])
    assert sorted(one.learner for one in found.handins) == ["anna", "bo", "really"]
    told = [note for note in found.notes if "taken for its learner's name" in note]
    assert len(told) == 1 and told[0].startswith("Copy of final FINAL really.ipynb: “really”") and "--roster" in told[0]


def test_a_renamed_file_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    save(tmp_path / "in/Anna/homework FINAL v2.ipynb", notebook(*RIGHT))
    bare = notebook(*RIGHT, name=SECOND)
    bare["metadata"] = {}  # another program dropped it; the ids of the answers are left
    save(tmp_path / f"in/Bo/{NAME}", bare)
    run(tmp_path / "in", tmp_path / "out")
    assert {(row["learner"], row["lesson"]) for row in grades(tmp_path / "out")} == {("Anna", FIRST), ("Bo", SECOND)}


def _two(folder: Path, first: str, second: str, times: tuple[float, float], **answers: tuple[str, ...]) -> None:
    for name, time, typed in zip(
        (first, second), times, (answers.get("a", WRONG), answers.get("b", RIGHT)), strict=True
    ):
        path = save(folder / "Anna" / name, notebook(*typed))
        os.utime(path, (time, time))


def test_of_two_files_for_a_lesson_the_later_counts_and_both_are_listed(tmp_path: Path) -> None:
    _two(tmp_path / "in", "zz.ipynb", "aa.ipynb", (1_000_000, 2_000_000))
    run(tmp_path / "in", tmp_path / "out")
    assert marks(tmp_path / "out", "Anna") == ["passed", "passed"]
    for row in grades(tmp_path / "out"):
        assert "2 files for this lesson" in row["reason"]
        assert "zz.ipynb" in row["reason"]
        assert row["reason"].endswith("the one that counts: aa.ipynb")
    page = (tmp_path / "out/feedback/Anna" / f"{FIRST}.html").read_text(encoding="utf-8")
    assert "the one that counts: aa.ipynb" in page
    assert "the one that counts: aa.ipynb" in (tmp_path / "out/class.html").read_text(encoding="utf-8")


def test_where_times_say_nothing_the_number_in_the_name_does(tmp_path: Path) -> None:
    _two(tmp_path / "in", "a (2).ipynb", "a (10).ipynb", (5.0, 5.0))
    run(tmp_path / "in", tmp_path / "out")
    assert marks(tmp_path / "out", "Anna") == ["passed", "passed"]


def test_a_later_copy_that_nobody_wrote_in_does_not_count(tmp_path: Path) -> None:
    _two(tmp_path / "in", "a.ipynb", "b.ipynb", (1e6, 2e6), a=RIGHT, b=())
    run(tmp_path / "in", tmp_path / "out")
    assert marks(tmp_path / "out", "Anna") == ["passed", "passed"]


def test_a_later_file_that_cannot_be_read_is_told_and_the_earlier_counts(tmp_path: Path) -> None:
    _two(tmp_path / "in", "a.ipynb", "b.ipynb", (1e6, 2e6), a=RIGHT)
    save(tmp_path / "in/Anna/b.ipynb", b"broken")
    run(tmp_path / "in", tmp_path / "out")
    assert marks(tmp_path / "out", "Anna") == ["passed", "passed", "unreadable"]
    assert "b.ipynb: isn't JSON" in reasons(tmp_path / "out", "Anna")


def test_the_numbers_in_names() -> None:
    assert [version(name) for name in ("a.ipynb", "a (2).ipynb", "a-3.ipynb", "a-Copy4.ipynb", "01_x.ipynb")] == [
        0,
        2,
        3,
        4,
        0,
    ]


HARD_NAMES = [
    "..",
    ".",
    "",
    "a/b",
    "../../x",
    "CON",
    "nul.txt",
    "a" * 500,
    "x\ny",
    "Anna.",
    " Bo ",
    "C:\\x",
    "ab\u202ecd",
    "?*<>|",
]


@pytest.mark.parametrize("name", HARD_NAMES)
def test_a_folder_name_is_safe(tmp_path: Path, name: str) -> None:
    safe = folder_name(name, set())
    assert safe not in {"", ".", ".."}
    assert not set(safe) & set('/\\:*?"<>|\n')
    assert len(safe.encode()) < 200
    (tmp_path / safe).mkdir()
    assert (tmp_path / safe).resolve().parent == tmp_path.resolve()


def test_folder_names_differ_where_learners_do() -> None:
    taken: set[str] = set()
    names = [folder_name(name, taken) for name in ("Anna", "anna", "a/b", "a:b", "a-b", "ANNA")]
    assert len({name.casefold() for name in names}) == len(names)
    assert names[0] == "Anna"


@pytest.mark.parametrize(
    ("made", "words"),
    [(None, "isn't there"), (b"text", "neither a folder nor a zip"), (b"PK\x03\x04zip", "neither a folder nor a zip")],
)
def test_what_cannot_be_read_at_all(tmp_path: Path, made: bytes | None, words: str) -> None:
    path = tmp_path / "in.zip"
    if made is not None:
        path.write_bytes(made)
    with pytest.raises(GradingError, match=words):
        run(path, tmp_path / "out")
    assert not (tmp_path / "out" / "grades.csv").exists()


def test_marks_inside_the_folder_of_submissions_are_no_submission(tmp_path: Path) -> None:
    lay(tmp_path / "in", "Anna/01_first_steps.ipynb", "Bo/01_first_steps.ipynb")
    for _ in range(2):
        assert run(tmp_path / "in", tmp_path / "in/marks").files == 2
    with pytest.raises(GradingError, match="is the folder of the submissions"):
        run(tmp_path / "in", tmp_path / "in")


def test_an_empty_folder_gives_empty_tables(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert run(tmp_path / "in", tmp_path / "out").files == 0
    assert table(tmp_path / "out/grades.csv") == table(tmp_path / "out/gradebook.csv") == []
    assert "0 files" in (tmp_path / "out/class.html").read_text(encoding="utf-8")


def test_a_file_that_may_not_be_opened(tmp_path: Path) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("the administrator may open everything")
    save(tmp_path / "in/Anna" / NAME, notebook(*UNSURE)).chmod(0)
    lay(tmp_path / "in", f"Bo/{NAME}")
    run(tmp_path / "in", tmp_path / "out")
    assert marks(tmp_path / "out", "Anna") == ["unreadable"]
    assert marks(tmp_path / "out", "Bo") == ["passed", "passed"]


@pytest.mark.parametrize(
    "name",
    [
        "timestamp.txt", "comment.txt", "comments.txt", "grade.csv", "grades.xlsx", "index.html", "INDEX.HTM",
        "onlinetext.html", "submission_metadata.yml", "Lee_submissionText.html", "feedbackText.html",
    ],
)  # fmt: skip
def test_what_a_platform_writes_is_nobody_s_work(tmp_path: Path, name: str) -> None:
    """Neither in a learner's folder, who then handed in no file, nor beside files with names in them."""
    lay(tmp_path, f"flat/anna_{NAME}", f"flat/bo_{NAME}", f"folders/cy/{NAME}")
    for folder in ("flat", "folders/cy", "folders/dee"):
        save(tmp_path / folder / name, b"written by the platform")
    flat = collect(tmp_path / "flat", LESSONS)
    assert {one.learner for one in flat.handins} == {"anna", "bo"}
    assert not flat.left_out
    cy, dee = collect(tmp_path / "folders", LESSONS).handins
    assert (cy.learner, cy.name, cy.problem) == ("cy", NAME, "")
    typed = name in {"onlinetext.html", "Lee_submissionText.html"}
    assert (
        "“written by the platform”" if typed else f"nothing handed in: the folder has only {name} in it"
    ) in dee.problem
