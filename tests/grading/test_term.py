"""A term in one folder of marks: it grows, nothing that was marked disappears unless told to, and no mark is stale."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from sellbackwards.course import ROOT
from sellbackwards.exercises.kinds import choice
from sellbackwards.exercises.model import Criterion
from sellbackwards.grading import GradingError, Settings, fingerprint
from sellbackwards.grading.earlier_marks import NAME as MEMORY
from sellbackwards.grading.marking import key_of
from sellbackwards.grading.one_run import only_run
from sellbackwards.grading.roster import read_roster

from .layouts import zipped
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


def week(place: Path, number: int, lesson: str, **answers: tuple[str, ...]) -> Path:
    """Moodle's zip of one lesson; Moodle's numbers are other ones in each."""
    files = {
        f"{who.replace('_', ' ')}_{number}{n}_assignsubmission_file_/{lesson}.ipynb": as_bytes(
            notebook(*given, name=lesson)
        )
        for n, (who, given) in enumerate(answers.items())
    }
    return save(place / f"Lesson {number}.zip", zipped(files))


def gradebook(out: Path) -> dict[str, tuple[str, str, str]]:
    """Learner → points of the first lesson, of the second, in all."""
    return {
        row["learner"]: (row.get(FIRST, "-"), row.get(SECOND, "-"), row["total"])
        for row in table(out / "gradebook.csv")
    }


def test_next_week_s_hand_ins_add_to_the_gradebook(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(week(tmp_path, 1, FIRST, Maya=RIGHT, Tom=WRONG), out)
    run(week(tmp_path, 2, SECOND, Maya=WRONG, Eve=RIGHT), out)
    assert gradebook(out) == {"Eve": ("", "3", "3"), "Maya": ("3", "0", "3"), "Tom": ("0", "", "0")}
    assert marks(out, "Tom") == ["not yet", "not yet"]
    assert (out / f"feedback/Tom/{FIRST}.html").exists()
    (maya,) = [row for row in table(out / "gradebook.csv") if row["learner"] == "Maya"]
    assert (maya[f"number {FIRST}"], maya[f"number {SECOND}"]) == ("10", "20")


def test_replace_and_forget_take_out_what_they_are_told_to(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(week(tmp_path, 1, FIRST, Maya=RIGHT, Tom=WRONG), out)
    second = week(tmp_path, 2, SECOND, Maya=RIGHT)
    run(second, out, forget=("tom",))
    assert gradebook(out) == {"Maya": ("3", "3", "6")}
    run(second, out, replace=True)
    assert gradebook(out) == {"Maya": ("-", "3", "3")}
    assert not (out / "feedback/Tom").exists()


def test_untouched_notebooks_count_as_not_handed_in(tmp_path: Path) -> None:
    summary = run(week(tmp_path, 1, FIRST, Maya=RIGHT, Tom=()), tmp_path / "out")
    assert summary.untouched == 1
    assert gradebook(tmp_path / "out") == {"Maya": ("3", "-", "3"), "Tom": ("", "-", "")}
    assert [
        (row["exercise"], row["status"], row["points"]) for row in grades(tmp_path / "out") if row["learner"] == "Tom"
    ] == [("", "not answered", "")]
    assert not (tmp_path / "out/feedback/Tom").exists()
    run(week(tmp_path, 1, FIRST, Tom=RIGHT), tmp_path / "out")
    assert marks(tmp_path / "out", "Tom") == ["passed", "passed"]
    assert "files for this lesson" not in reasons(tmp_path / "out", "Tom")


def test_an_unreadable_file_waits_and_is_settled_by_the_next_one(tmp_path: Path) -> None:
    save(tmp_path / "in/Maya" / NAME, b"broken")
    run(tmp_path / "in", tmp_path / "out")
    (row,) = table(tmp_path / "out/gradebook.csv")
    assert (row["total"], row["to_review"]) == ("", "1")
    save(tmp_path / "again/Maya/mine.ipynb", notebook(*RIGHT))
    run(tmp_path / "again", tmp_path / "out")
    assert marks(tmp_path / "out", "Maya") == ["passed", "passed"]


def test_the_later_of_two_hand_ins_counts_whichever_week_it_came_in(tmp_path: Path) -> None:
    for name, given, when in (("late", RIGHT, 2e9), ("early", WRONG, 1e9)):
        path = save(tmp_path / name / "Maya" / f"{name}.ipynb", notebook(*given))
        os.utime(path, (when, when))
        run(tmp_path / name, tmp_path / "out")
    assert marks(tmp_path / "out", "Maya") == ["passed", "passed"]
    assert "late.ipynb (2033-05-18" in reasons(tmp_path / "out", "Maya")
    assert "from an earlier run" in reasons(tmp_path / "out", "Maya")


def test_one_lesson_alone(tmp_path: Path) -> None:
    save(tmp_path / "in/Maya" / NAME, notebook(*RIGHT))
    save(tmp_path / f"in/Maya/{SECOND}.ipynb", notebook(*RIGHT, name=SECOND))
    run(tmp_path / "in", tmp_path / "out", lesson=SECOND)
    assert {row["lesson"] for row in grades(tmp_path / "out")} == {SECOND}
    run(tmp_path / "in", tmp_path / "out", lesson=FIRST)
    assert {row["lesson"] for row in grades(tmp_path / "out")} == {FIRST, SECOND}


def test_a_deadline_that_is_moved_counts_for_earlier_weeks_too(tmp_path: Path) -> None:
    first = week(tmp_path, 1, FIRST, Maya=RIGHT)
    strict = Settings(deadlines={FIRST: datetime(2020, 1, 1)}, late_percent_off=50)
    run(first, tmp_path / "out", strict)
    assert gradebook(tmp_path / "out")["Maya"][0] == "1.5"
    run(week(tmp_path, 2, SECOND, Maya=RIGHT), tmp_path / "out", replace_deadline(strict))
    assert gradebook(tmp_path / "out")["Maya"] == ("3", "3", "6")
    assert "late" not in (tmp_path / f"out/feedback/Maya/{FIRST}.html").read_text(encoding="utf-8")


def replace_deadline(settings: Settings) -> Settings:
    return replace(settings, deadlines={FIRST: datetime(2090, 1, 1)})


def test_a_memory_that_is_lost_loses_no_mark_in_silence(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = week(tmp_path, 1, FIRST, Maya=RIGHT, Tom=RIGHT)
    run(first, out)
    before = (out / "grades.csv").read_bytes()
    for left in out.glob(f"{MEMORY}*"):
        left.unlink()
    second = week(tmp_path, 2, SECOND, Maya=RIGHT)
    with pytest.raises(GradingError, match="doesn't know 2 of the marks"):
        run(second, out)
    assert (out / "grades.csv").read_bytes() == before
    run(second, out, replace=True)
    assert set(gradebook(out)) == {"Maya"}


# --- the class list ---------------------------------------------------------------------------------------------------

ROSTERS = {
    "moodle": "First name,Last name,ID number,Email address\nMaya,Lindqvist,77,maya@x.example\nTom,Okafor,78,tom@x.example\nGus,Absent,79,g@x.example\n",
    "canvas": 'Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"Lindqvist, Maya",12,77,maya,A\n"Okafor, Tom",13,78,tom,A\n"Absent, Gus",14,79,gus,A\n"Student, Test",15,,,A\n',
    "german": "Nachname;Vorname;E-Mail-Adresse\nLindqvist;Maya;maya@x.example\nOkafor;Tom;tom@x.example\nAbsent;Gus;g@x.example\n",
    "names": "Maya Lindqvist\nTom Okafor\nGus Absent\n",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("kind", ROSTERS)
def test_a_roster_settles_names_and_shows_who_handed_in_nothing(tmp_path: Path, kind: str, encoding: str) -> None:
    path = save(tmp_path / "class.csv", ROSTERS[kind].replace("Tom", "Tóm").encode(encoding))
    save(tmp_path / f"in/lindqvistmaya_12_345_{NAME}", notebook(*RIGHT))
    save(tmp_path / f"in/Tom_{NAME}", notebook(*WRONG))
    save(tmp_path / f"in/Stranger_{NAME}", notebook(*WRONG))
    summary = run(tmp_path / "in", tmp_path / "out", roster=read_roster(path))
    assert summary.absent == ["Gus Absent"]
    assert summary.strangers == ["Stranger"]
    assert gradebook(tmp_path / "out") == {
        "Gus Absent": ("", "-", ""),
        "Maya Lindqvist": ("3", "-", "3"),
        "Stranger": ("0", "-", "0"),
        "Tóm Okafor": ("0", "-", "0"),
    }
    assert "handed in nothing so far" in (tmp_path / "out/class.html").read_text(encoding="utf-8")


def test_a_roster_given_later_gives_earlier_marks_their_name(tmp_path: Path) -> None:
    save(tmp_path / f"one/lindqvistmaya_12_345_{NAME}", notebook(*UNSURE))
    run(tmp_path / "one", tmp_path / "out")
    review = save(tmp_path / "r.csv", f"learner,lesson,exercise,points\nlindqvistmaya,{FIRST},1.1,1\n".encode())
    run(tmp_path / "one", tmp_path / "out", review=review)
    save(tmp_path / f"two/lindqvistmaya_12_399_{SECOND}.ipynb", notebook(*RIGHT, name=SECOND))
    path = save(tmp_path / "class.csv", ROSTERS["canvas"].encode())
    run(tmp_path / "two", tmp_path / "out", roster=read_roster(path))
    assert gradebook(tmp_path / "out")["Maya Lindqvist"] == ("3", "3", "6")
    assert "lindqvistmaya" not in gradebook(tmp_path / "out")
    run(tmp_path / "one", tmp_path / "out")  # without the list: known by Canvas's number
    assert set(gradebook(tmp_path / "out")) == {"Maya Lindqvist"}


def test_two_of_one_name_in_the_class_list_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    path = save(tmp_path / "class.csv", b"Name,Email,ID\nKim Park,kim1@x.example,12\nKim Park,kim2@x.example,13\n")
    for user in (12, 13):
        save(tmp_path / f"in/parkkim_{user}_9{user}_{NAME}", notebook(*RIGHT))
    run(tmp_path / "in", tmp_path / "out", roster=read_roster(path))
    assert set(gradebook(tmp_path / "out")) == {"Kim Park (kim1@x.example)", "Kim Park (kim2@x.example)"}


def test_a_list_that_is_none_says_so(tmp_path: Path) -> None:
    for data in (b"a,b\nc,d\n", b""):
        with pytest.raises(GradingError, match=r"class\.csv"):
            read_roster(save(tmp_path / "class.csv", data))


# --- no stale mark ----------------------------------------------------------------------------------------------------


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package and the buyers, copied to where they may be changed."""
    package = tmp_path / "package"
    shutil.copytree(
        fingerprint.PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "practice", "publishing", "workshop")
    )
    shutil.copytree(fingerprint.BUYERS, tmp_path / "buyers")
    monkeypatch.setattr(fingerprint, "PACKAGE", package)
    monkeypatch.setattr(fingerprint, "_KEYS", package / "exercises" / "keys")
    monkeypatch.setattr(fingerprint, "BUYERS", tmp_path / "buyers")
    return tmp_path


CHANGED = {
    "code of speech": ("package/speech/asking.py", "the code of speech"),
    "learned weights": ("package/speech/weights.json", "the code of speech"),
    "word lists": ("package/speech/lexicon.py", "the code of speech"),
    "calls": ("package/calls/measures.py", "the code of calls"),
    "buyer": ("package/buyer/hearing.py", "the code of buyer"),
    "buyers' common lines": ("package/buyer/everyday.yaml", "the code of buyer"),
    "a scenario": ("buyers/bakery.yaml", "the simulated buyers"),
    "a kind of exercise": ("package/exercises/kinds/choice.py", "the code of exercises"),
    "grading": ("package/grading/marking.py", "the code of grading"),
    "a page's template": ("package/grading/templates/feedback.html", "the code of grading"),
    "what all share": ("package/course.py", "the code that all rooms share"),
}


@pytest.mark.parametrize("what", CHANGED)
def test_whatever_judges_is_part_of_what_a_mark_depends_on(copied: Path, what: str) -> None:
    place, named = CHANGED[what]
    before = fingerprint.parts(SETS)
    assert fingerprint.parts(SETS) == before
    with (copied / place).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    now = fingerprint.parts(SETS)
    assert fingerprint.changed(before, now) == [named]
    assert fingerprint.key_of(now) != fingerprint.key_of(before)


def test_a_key_that_changes_is_named_and_the_answers_are_marked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also those of a week whose file isn't here any more: their answers are kept. What was right then stays right."""
    out = tmp_path / "out"
    run(week(tmp_path, 1, FIRST, Maya=RIGHT, Ned=WRONG), out)
    one, *others = SETS[1].exercises
    other_key = replace(one, spec={"options": [{"text": "x", "why": "y", "right": n == 0} for n in range(3)]})
    changed = (SETS[0], replace(SETS[1], exercises=(other_key, *others)), *SETS[2:])
    assert key_of(one) != key_of(other_key)
    monkeypatch.setattr("tests.grading.samples.SETS", changed)
    summary = run(week(tmp_path, 2, SECOND, Maya=RIGHT), out)
    assert summary.judged_anew == [f"the exercises of {FIRST}"]
    assert marks(out, "Maya") == ["passed", "passed", "passed", "passed"]
    assert "the exercise has changed since, and the mark stays" in reasons(out, "Maya")
    assert marks(out, "Ned") == ["not yet", "not yet"]  # it wasn't right then, and isn't now


def test_what_code_that_changes_lowers_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    run(week(tmp_path, 1, FIRST, Maya=RIGHT), out)
    monkeypatch.setattr(
        choice, "judge", lambda spec, answer: [Criterion(text, False) for text in choice.criteria(spec)]
    )
    parts = fingerprint.parts(SETS)
    monkeypatch.setattr(fingerprint, "parts", lambda sets: parts | {"the code of exercises": "another"})
    summary = run(week(tmp_path, 2, SECOND, Maya=RIGHT), out)
    assert summary.judged_anew == ["the code of exercises"]
    assert marks(out, "Maya") == ["not yet", "passed", "not yet", "passed"]
    assert "1.1: passed when it was marked before, now it is “not yet”" in (out / "class.html").read_text("utf-8")


def test_everything_that_judging_reads_is_looked_at() -> None:
    """Judge every model answer, and note each file of the course that is opened or imported on the way."""
    code = """
import json, sys
opened = set()
sys.addaudithook(lambda event, args: opened.add(str(args[0])) if event == "open" else None)
from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.exercises.judging import judge
import sellbackwards.grading.jobs
for found in all_sets():
    for one in found.exercises:
        judge(one, one.model or "x")
modules = {getattr(module, "__file__", None) for name, module in sys.modules.items() if name.startswith("sellbackwards")}
print(json.dumps(sorted(str(one) for one in opened | modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    inside = [fingerprint.PACKAGE / room for room in fingerprint.ROOMS] + [fingerprint.BUYERS]
    read = [Path(one) for one in json.loads(done.stdout) if one.startswith(str(ROOT)) and ".venv" not in one]
    assert len(read) > 30
    strange = [
        one for one in read if "__pycache__" not in one.parts and not any(one.is_relative_to(place) for place in inside)
    ]
    assert {one.parent for one in strange if one.is_file()} <= {fingerprint.PACKAGE}


@pytest.mark.parametrize(
    "header",
    [
        "First name,Last name,ID number,Email address",
        "Vorname,Nachname,ID-Nummer,E-Mail-Adresse",
        "Prénom,Nom de famille,Numéro d'identification,Adresse de courriel",
        "Nombre,Apellido(s),Número de ID,Dirección de correo",
        "Nome,Sobrenome,Número de identificação,Endereço de email",
        "Nome,Cognome,Codice identificativo,Indirizzo email",
        "Voornaam,Achternaam,ID-nummer,E-mailadres",
        "Förnamn,Efternamn,ID-nummer,E-postadress",
    ],
    ids=["English", "German", "French", "Spanish", "Portuguese", "Italian", "Dutch", "Swedish"],
)
def test_a_class_list_in_the_platform_s_own_language(tmp_path: Path, header: str) -> None:
    row = "Zoë,Ünal,00123,zoe@example.org"
    (member,) = read_roster(save(tmp_path / "class.csv", f"{header}\n{row}\n".encode())).members
    assert (member.name, dict(member.ids)) == ("Zoë Ünal", {"id": "00123", "email": "zoe@example.org"})


@pytest.mark.parametrize(
    ("header", "known_as"),
    [
        ("Student,ID,SIS User ID,SIS Login ID", {"user": "77", "id": "m1", "login": "zoe"}),  # Canvas
        ("OrgDefinedId,Username,Last Name,First Name", {"id": "77", "login": "m1"}),  # Brightspace
        ("Identifier,Full name,Email address", {"number": "77", "email": "zoe"}),  # Moodle's worksheet
        ("Matrikelnummer,Anmeldename,Name", {"id": "77", "login": "m1"}),  # ILIAS
        ("Name,SID,Email", {"id": "m1", "email": "zoe"}),  # Gradescope
    ],
    ids=["canvas", "brightspace", "moodle", "ilias", "gradescope"],
)
def test_a_class_list_with_a_platform_s_own_numbers(tmp_path: Path, header: str, known_as: dict[str, str]) -> None:
    numbers = iter(known_as.values())
    named = {"Student": "Zoë", "Full name": "Zoë", "Name": "Zoë", "First Name": "Zoë", "Last Name": "Ünal"}
    row = [named[column] if column in named else next(numbers) for column in header.split(",")]
    (member,) = read_roster(save(tmp_path / "class.csv", f"{header}\n{','.join(row)}\n".encode())).members
    assert member.name.startswith("Zoë")
    assert dict(member.ids) == known_as


def test_a_second_run_into_the_same_folder_waits_for_the_first(tmp_path: Path) -> None:
    save(tmp_path / "in/Maya" / NAME, notebook(*RIGHT))
    run(tmp_path / "in", tmp_path / "out")
    before = (tmp_path / "out/grades.csv").read_bytes()
    save(tmp_path / "in/Bo" / NAME, notebook(*WRONG))
    with only_run(tmp_path / "out"), pytest.raises(GradingError, match="another run is writing there"):
        run(tmp_path / "in", tmp_path / "out")
    assert (tmp_path / "out/grades.csv").read_bytes() == before
    run(tmp_path / "in", tmp_path / "out")
    assert {row["learner"] for row in grades(tmp_path / "out")} == {"Maya", "Bo"}
