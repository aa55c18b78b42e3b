"""Certificates: who gets one, what it says and what not, and what a second run changes."""

from __future__ import annotations

import csv
import json
import os
import re
import stat
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

import sellbackwards
from sellbackwards.cli import main
from sellbackwards.course import read_dataset
from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.grading import GradingError
from sellbackwards.grading.certificates.certify import Outcome, certify, in_words
from sellbackwards.grading.certificates.judgements import COLUMNS, day_in, judgement_in
from sellbackwards.grading.certificates.keys import new_key
from sellbackwards.grading.certificates.rubric import default_text, read_rubric
from sellbackwards.grading.certificates.verifying import verify
from sellbackwards.grading.roster import read_roster

from .samples import FIRST, RIGHT, SECOND, SETS, UNSURE, WRONG, files_in, notebook, run, save, table

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
LATER = datetime(2026, 12, 24, 12, tzinfo=UTC)
EVIL = '=CMD("x") <b>Zoë & “Q” ..'
RUBRIC = """
title: "A call and the first steps"
issuer: "Maria Silva"
call:
  kinds: [real, simulated]
  least_yes: 1
  criteria: ["Their day: the buyer said how it works", "A no: it was met with curiosity"]
exercises: {01_first_steps: 2}
"""


class Class:
    """Three learners who have handed in, a rubric and a key."""

    def __init__(self, home: Path) -> None:
        self.home, self.out, self.key = home, home / "out", home / "my.key"
        self.folder, self.rubric = self.out / "certificates", home / "rubric.yaml"
        self.rubric.write_text(RUBRIC, encoding="utf-8")
        new_key(self.key)

    def hand_in(self, learner: str, *answers: str, name: str = FIRST) -> None:
        save(self.home / "in" / learner / f"{name}.ipynb", notebook(*answers, name=name))

    def grade(self, **more: Any) -> None:
        run(self.home / "in", self.out, jobs=1, **more)

    def certify(self, when: datetime = NOW, key: bool = True, judged: Path | None = None) -> Outcome:
        return certify(self.out, self.rubric, judged, self.key if key else None, when, SETS)

    def judge(self, learner: str, **typed: str) -> None:
        """Fill in all rows of one learner, as a person does in a spreadsheet."""
        usual = {"judgement": "yes", "words": "“on Sundays”", "kind": "real", "call": "call with a florist",
                 "judged_by": "João", "judged_on": "2026-11-20"} | typed  # fmt: skip
        self.edit(lambda row: row | usual if row["learner"].lstrip("'") == learner else row)

    def edit(self, change: Callable[[dict[str, str]], dict[str, str]]) -> None:
        path = self.folder / "judgements.csv"
        rows = [change(row) for row in table(path)]
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(rows)

    def credential(self, learner: str) -> dict[str, Any]:
        return dict(json.loads((self.folder / f"{learner}.json").read_text(encoding="utf-8")))

    def missing(self, learner: str) -> str:
        (row,) = (row for row in table(self.folder / "standing.csv") if row["learner"].lstrip("'") == learner)
        return row["missing"]


@pytest.fixture
def room(tmp_path: Path) -> Class:
    """Anna and one with a strange name have all right, Bo half of it; nobody's call is judged yet."""
    room = Class(tmp_path)
    room.hand_in("Anna", *RIGHT)
    room.hand_in(EVIL.replace("“Q”", "Q"), *RIGHT)
    room.hand_in("Bo", *UNSURE)
    room.grade()
    room.certify(key=False)
    return room


STRANGE = EVIL.replace("“Q”", "Q")


def test_without_a_key_it_says_what_is_missing_and_makes_nothing(room: Class) -> None:
    outcome = room.certify(key=False)
    assert [bool(one.missing) for one in outcome.standings] == [True, True, True]
    assert "nobody has judged one" in room.missing("Anna")
    assert "1 of 2 passed, 2 needed; 1 not judged yet" in room.missing("Bo")
    assert {row["criterion"] for row in table(room.folder / "judgements.csv")} == {"Their day", "A no"}
    assert not list(room.folder.glob("*.json"))
    assert "nothing was signed" in in_words(outcome)


def test_who_meets_the_rubric_gets_both_files_and_the_others_are_listed(room: Class) -> None:
    room.judge("Anna")
    room.judge("Bo")
    outcome = room.certify()
    assert outcome.new == ["Anna"]
    assert {name for name in files_in(room.folder) if "." in name} == {
        "Anna.json",
        "Anna.html",
        "judgements.csv",
        "standing.csv",
    }
    assert "certificates: 0 made now, 1 as they were" in in_words(room.certify())
    assert room.missing("Anna") == ""
    assert "01_first_steps" in room.missing("Bo")
    assert "call" not in room.missing("Bo")


def test_it_says_what_was_judged_by_whom_when_and_what_was_not(room: Class) -> None:
    room.judge("Anna")
    room.edit(
        lambda row: (
            row | {"judgement": "didn't come up", "judged_by": "Li"}
            if (row["learner"], row["criterion"]) == ("Anna", "A no")
            else row
        )
    )
    room.certify()
    said = verify(room.folder / "Anna.json", now=NOW)
    text = " ".join(said.split())
    assert "Their day (the buyer said how it works): Yes. Judged by João on 2026-11-20." in text
    assert "A no (it was met with curiosity): Didn't come up. Judged by Li on 2026-11-20." in text
    assert "A call with a buyer: call with a florist" in text
    assert (
        f"2 of 2 passed, counted on 2026-11-30 by Selling Backwards {sellbackwards.__version__}: 1.1, 1.2 by the program's published rules"
        in text
    )
    assert "Didn't come up in this call, so not shown: A no." in text
    assert "whether anything was sold, was not" in text
    assert "Who typed the answers to the exercises was not checked" in text
    whole = json.dumps(room.credential("Anna"), ensure_ascii=False)
    assert "on Sundays" not in whole  # a buyer's words stay with whoever judged
    html = (room.folder / "Anna.html").read_text(encoding="utf-8")
    for one in room.credential("Anna")["evidence"]:
        for part in ("name", "description", "narrative"):
            assert one[part].replace("'", "&#39;") in html


def test_a_call_with_the_program_is_called_that(room: Class) -> None:
    room.judge("Anna", kind="Simulated call")
    room.certify()
    said = " ".join(verify(room.folder / "Anna.json", now=NOW).split())
    assert "with the course's program as the buyer" in said
    assert "A real buyer may answer differently" in said


def test_what_a_person_decided_bears_that_person_s_name(room: Class) -> None:
    save(room.home / "r.csv", f"learner,lesson,exercise,points,comment\nBo,{FIRST},1.1,1,fine\n".encode())
    room.grade(review=room.home / "r.csv")
    room.judge("Bo")
    room.certify()
    assert "write who, as “reviewer”, into the rubric" in room.missing("Bo")
    room.rubric.write_text(RUBRIC + "reviewer: Teresa\n", encoding="utf-8")
    room.certify()
    narrative = room.credential("Bo")["evidence"][-1]["narrative"]
    assert "1.2 by the program's published rules" in narrative
    assert "1.1 by Teresa" in narrative


def test_less_than_all_points_of_a_person_is_not_passed(room: Class) -> None:
    save(room.home / "r.csv", f"learner,lesson,exercise,points,comment\nAnna,{FIRST},1.1,0.5,half\n".encode())
    room.grade(review=room.home / "r.csv")
    room.judge("Anna")
    room.certify()
    assert "1 of 2 passed, 2 needed" in room.missing("Anna")


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ({"judgement": "not yet"}, "not yet"),
        ({"judgement": "rather well"}, "“rather well” is none of: yes, not yet, didn't come up"),
        ({"judgement": ""}, "not judged"),
        ({"judgement": "n/a", "words": ""}, "0 of 2 criteria are yes, 1 needed"),
        ({"words": ""}, "no words that were heard"),
        ({"judged_by": ""}, "who judged it?"),
        ({"judged_by": "ANNA"}, "judged by the learner"),
        ({"judged_on": ""}, "on which day was it judged?"),
        ({"judged_on": "2027-01-01"}, "still to come"),
        ({"judged_on": "05.06.2026"}, "may be 2026-05-06 or 2026-06-05"),
        ({"kind": ""}, "which kind of call it was"),
        ({"kind": "role play"}, "isn't one that the rubric counts: real, simulated"),
        ({"call": ""}, "which call it was"),
    ],
    ids=str,
)
def test_what_is_missing_is_named(room: Class, typed: dict[str, str], missing: str) -> None:
    room.judge("Anna", **typed)
    assert room.certify().new == []
    assert missing in room.missing("Anna")
    assert not list(room.folder.glob("*.json"))


def test_two_calls_are_not_made_into_one(room: Class) -> None:
    room.judge("Anna")
    room.edit(lambda row: row | {"call": "another"} if row["criterion"] == "A no" and row["learner"] == "Anna" else row)
    assert room.certify().new == []
    assert "judge all criteria on one call" in room.missing("Anna")


def test_two_rows_for_one_criterion_are_asked_about_unless_they_are_the_same(room: Class) -> None:
    room.judge("Anna")
    path = room.folder / "judgements.csv"
    text = path.read_text(encoding="utf-8-sig")
    line = next(line for line in text.splitlines() if line.startswith("Anna,A no"))
    path.write_text(f"{text}{line}\n", encoding="utf-8")
    assert room.certify().new == ["Anna"]
    path.write_text(f"{text}{line.replace('yes', 'n/a')}\n", encoding="utf-8")
    room.certify()
    assert "A no: judged in several rows" in room.missing("Anna")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Yes", "yes"), ("y", "yes"), ("TRUE", "yes"), ("Met.", "yes"), ("no", "not yet"), ("FALSE", "not yet"), ("N", "not yet"),
        ("Not met", "not yet"), ("not_yet", "not yet"), ("DIDN’T  come up", "didn't come up"), ("n/a", "didn't come up"),
        ("NA", "didn't come up"), ("not called for", "didn't come up"), ("yes, but", None), ("1", None), ("x", None),
    ],
)  # fmt: skip
def test_what_a_cell_says(text: str, said: str | None) -> None:
    assert judgement_in(text) == said


@pytest.mark.parametrize("kind", ["Real", "real call", "REAL", " real "])
def test_a_kind_of_call_in_any_spelling(room: Class, kind: str) -> None:
    room.judge("Anna")
    room.edit(lambda row: row | {"kind": kind} if row["criterion"] == "A no" and row["learner"] == "Anna" else row)
    assert room.certify().new == ["Anna"]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(",", ";"),
        lambda text: text.replace(",1.2,", ",01. Feb,"),
        lambda text: text.replace(",1.2,", ",1.1,"),
        lambda text: text.replace("Zoë", "Zo\udcff"),
        lambda text: "",
    ],
    ids=["semicolons", "a date", "a number", "letters", "empty"],
)
def test_marks_that_a_spreadsheet_has_changed_count_for_nothing(room: Class, change: Callable[[str], str]) -> None:
    room.judge("Anna")
    room.certify()
    before = files_in(room.folder)
    path = room.out / "grades.csv"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", errors="surrogateescape")
    with pytest.raises(GradingError, match=r"another program has changed it .*; run sellbackwards grade"):
        room.certify(LATER)
    assert files_in(room.folder) == before


def test_what_is_the_same_for_all_rows_is_typed_once(room: Class) -> None:
    room.judge("Anna")
    once = dict.fromkeys(("kind", "call", "judged_by", "judged_on"), "")
    room.edit(lambda row: row | once if row["criterion"] == "A no" else row)
    assert room.certify().new == ["Anna"]
    assert "Judged by João on 2026-11-20" in room.credential("Anna")["evidence"][2]["narrative"]


def test_a_workbook_with_real_dates_is_read_and_kept(room: Class) -> None:
    book = openpyxl.Workbook()
    rows = list(csv.reader((room.folder / "judgements.csv").open(encoding="utf-8-sig", newline="")))
    for row in rows:
        if row[0] == "Anna":
            row[3:] = ["Yes", "“by hand”", "real", "first call", "João", datetime(2026, 11, 20)]  # type: ignore[list-item]
        book.active.append(row)
    book.save(room.home / "filled.xlsx")
    assert room.certify(judged=room.home / "filled.xlsx").new == ["Anna"]
    kept = [row for row in table(room.folder / "judgements.csv") if row["learner"] == "Anna"]
    assert {row["judged_on"] for row in kept} == {"2026-11-20"}
    assert room.certify(LATER).issued == {"Anna": "2026-11-30"}  # without the workbook, too


def test_a_run_later_changes_nothing_until_the_facts_change(room: Class) -> None:
    room.judge("Anna")
    room.certify()
    files = {path: path.read_bytes() for path in room.folder.iterdir()}
    assert room.certify(LATER).new == []
    room.grade()
    assert room.certify(LATER).new == []
    assert {path: path.read_bytes() for path in room.folder.iterdir()} == files
    before = room.credential("Anna")
    room.judge("Anna", call="second call with a florist")
    outcome = room.certify(LATER)
    after = room.credential("Anna")
    assert after["id"] != before["id"]
    assert (before["validFrom"], after["validFrom"]) == ("2026-11-30T12:00:00Z", "2026-12-24T12:00:00Z")
    assert any("has changed" in one for one in outcome.warnings)
    (kept,) = (room.folder / "earlier").glob("*.json")
    assert json.loads(kept.read_text(encoding="utf-8")) == before


def test_other_words_of_a_later_release_are_no_new_facts(room: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    from sellbackwards.grading.certificates import credential

    room.judge("Anna")
    room.certify()
    before = room.credential("Anna")
    monkeypatch.setattr(credential, "_WHAT_CALL", {"real": "Another wording"})
    assert room.certify(LATER).new == []
    assert room.credential("Anna") == before


def test_one_that_was_changed_by_hand_is_made_anew(room: Class) -> None:
    room.judge("Anna")
    room.certify()
    path = room.folder / "Anna.json"
    path.write_text(path.read_text(encoding="utf-8").replace("João", "Jane"), encoding="utf-8")
    assert room.certify(LATER).new == ["Anna"]
    assert "João" in path.read_text(encoding="utf-8")
    assert verify(path, now=LATER)


def test_one_that_was_deleted_is_made_again_in_its_place(room: Class) -> None:
    room.judge("Anna")
    room.certify()
    (room.folder / "Anna.json").unlink()
    assert room.certify(LATER).new == ["Anna"]
    assert "2026-12-24" in (room.folder / "Anna.html").read_text(encoding="utf-8")
    assert not list(room.folder.glob("Anna-*"))


def test_one_that_no_longer_holds_is_put_aside_and_told(room: Class) -> None:
    room.judge("Anna")
    room.certify()
    room.judge("Anna", judgement="not yet")
    outcome = room.certify(LATER)
    assert any("doesn't meet the rubric any more" in one for one in outcome.warnings)
    assert not (room.folder / "Anna.json").exists()
    assert {Path(name).suffix for name in files_in(room.folder / "earlier")} == {".json", ".html"}


def test_one_who_is_forgotten_keeps_no_certificate_here(room: Class) -> None:
    room.judge("Anna")
    room.certify()
    (room.home / f"in/Anna/{FIRST}.ipynb").unlink()
    room.grade(forget=("Anna",))
    assert any("Anna: isn't in the gradebook any more" in one for one in room.certify(LATER).warnings)
    assert not (room.folder / "Anna.json").exists()


def test_who_has_handed_in_nothing_is_in_the_lists_too(room: Class) -> None:
    save(room.home / "class.csv", f'name\nAnna\nBo\nCy\n"{STRANGE.replace(chr(34), chr(34) * 2)}"\n'.encode())
    room.grade(roster=read_roster(room.home / "class.csv"))
    room.certify()
    assert "0 of 2 passed, 2 needed" in room.missing("Cy")
    assert "Cy" in {row["learner"] for row in table(room.folder / "judgements.csv")}


def test_a_file_that_could_not_be_read_is_not_called_not_passed(room: Class) -> None:
    save(room.home / f"in/Anna/{FIRST}.ipynb", b"broken")
    room.grade(replace=True)
    (anna,) = (one for one in room.certify().standings if one.learner == "Anna")
    assert (anna.lessons[0].not_passed, anna.lessons[0].not_judged) == ((), ("1.1", "1.2"))


def test_a_strange_name_is_safe_everywhere(room: Class) -> None:
    room.judge(STRANGE)
    outcome = room.certify()
    assert outcome.new == [STRANGE]
    (path,) = room.folder.glob("*.json")
    assert path.parent == room.folder
    html = path.with_suffix(".html").read_text(encoding="utf-8")
    assert "<b>Zo" not in html
    assert "&lt;b&gt;Zoë" in html
    for name in ("judgements.csv", "standing.csv"):
        cells = [cell for row in table(room.folder / name) for cell in row.values()]
        assert not [cell for cell in cells if re.match(r"\s*[=+\-@]", cell)]
    assert f"for      {STRANGE}" in verify(path, now=NOW)
    assert room.certify(LATER).new == []


def test_nothing_that_was_typed_is_lost(room: Class) -> None:
    room.judge("Anna", judged_on="maybe Tuesday")
    room.rubric.write_text(RUBRIC.replace("A no", "A doubt"), encoding="utf-8")
    outcome = room.certify()
    rows = [row for row in table(room.folder / "judgements.csv") if row["learner"] == "Anna"]
    assert [row["criterion"] for row in rows] == ["Their day", "A doubt", "A no"]
    assert [row["judged_on"] for row in rows] == ["maybe Tuesday", "", "maybe Tuesday"]
    assert any("A no" in one for one in outcome.warnings)


def test_a_row_on_somebody_unknown_is_told_and_kept(room: Class) -> None:
    path = room.folder / "judgements.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # the mark by which a spreadsheet knows UTF-8
    with path.open("a", encoding="utf-8") as file:
        file.write("Annika,A no,,yes,“hm”,,,,\nNobody,A no,,,,,,,\n,A no,,yes,,,,,\nANNA,A no,,yes,“why?”,,,,\n")
    told = room.certify().warnings
    assert [one.partition(": line ")[2].partition(": ")[2].partition(";")[0] for one in told] == [
        "Annika isn't among the learners of grades.csv",
        "“” isn't among the learners of grades.csv",
        "ANNA is read as Anna",
    ]
    rows = [(row["learner"], row["criterion"], row["judgement"]) for row in table(path)]
    assert ("Anna", "A no", "yes") in rows
    assert rows[-2:] == [("Annika", "A no", "yes"), ("", "A no", "yes")]


def test_a_file_that_is_no_certificate_is_left_alone(room: Class) -> None:
    room.judge("Anna")
    for name, text in (("Anna.json", "{}"), ("list.json", "[" * 100_000)):
        (room.folder / name).write_text(text, encoding="utf-8")
    outcome = room.certify()
    assert (room.folder / "Anna.json").read_text(encoding="utf-8") == "{}"
    assert len([one for one in outcome.warnings if "is left alone" in one]) == 2
    (made,) = room.folder.glob("Anna-*.json")
    assert verify(made, now=NOW)


def test_points_typed_after_the_marking_are_told(room: Class) -> None:
    newer = (room.out / "class.html").stat().st_mtime + 60
    os.utime(room.out / "review.csv", (newer, newer))
    assert any("run sellbackwards grade again" in one for one in room.certify().warnings)


def test_the_fields_are_those_of_open_badges_3(room: Class) -> None:
    """1EdTech, Open Badges Specification v3.0, B.1: what must be there, and no term that its contexts don't define."""
    room.judge("Anna")
    room.certify()
    found = room.credential("Anna")
    assert found["@context"] == [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    assert set(found) == {
        "@context",
        "id",
        "type",
        "name",
        "issuer",
        "validFrom",
        "credentialSubject",
        "evidence",
        "proof",
    }
    subject = found["credentialSubject"]
    assert set(subject) == {"type", "identifier", "narrative", "achievement"}
    assert set(subject["achievement"]) == {"id", "type", "name", "description", "criteria", "version"}
    assert subject["identifier"] == [
        {"type": "IdentityObject", "hashed": False, "identityHash": "Anna", "identityType": "name"}
    ]
    assert {key for one in found["evidence"] for key in one} == {"type", "name", "description", "narrative", "genre"}
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one) for one in (found["id"], subject["achievement"]["id"]))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", found["validFrom"])
    assert found["proof"][0]["verificationMethod"].startswith(found["issuer"]["id"] + "#z6Mk")


# --- the rubric ---


def test_the_rubric_that_ships_has_the_course_s_observer_s_card_and_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "rubric.yaml"
    path.write_text(default_text(all_sets()), encoding="utf-8")
    rubric = read_rubric(path, all_sets())
    card = read_dataset("practices/06_observer.yaml")["rounds"][0]["rubric"]
    assert [f"{one.name}: {one.heard_when}" for one in rubric.criteria] == card
    assert list(rubric.exercises) == [one.name for one in all_sets() if one.name[:2] not in {"00", "07"}]
    for one in all_sets():
        if one.name in rubric.exercises:  # one can pass by what the machine judges alone
            assert rubric.exercises[one.name] <= sum(exercise.kind != "person" for exercise in one.exercises)


def test_a_first_run_lays_it_out_and_never_overwrites_it(room: Class) -> None:
    certify(room.out, sets=SETS, now=NOW)
    path = room.folder / "rubric.yaml"
    changed = path.read_text(encoding="utf-8").replace("one sales call", "my own title")
    path.write_text(changed, encoding="utf-8")
    certify(room.out, sets=SETS, now=NOW)
    assert path.read_text(encoding="utf-8") == changed
    with pytest.raises(GradingError, match="issuer: is empty"):
        certify(room.out, key_file=room.key, sets=SETS, now=NOW)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data.update(call="x"), "call: isn't a list of"),
        (lambda data: data["call"].update(least_yes=3), "call: least_yes: 3 isn't a whole number from 0 to 2"),
        (lambda data: data["call"].update(kinds=["phone"]), "'phone' is no kind of call"),
        (lambda data: data["call"].update(criteria=["no colon"]), "has no colon"),
        (lambda data: data["call"].update(criteria=["A: x", "a: y"]), "there twice"),
        (lambda data: data["call"].update(criteria=[{"A": "x"}]), "quotation marks"),
        (lambda data: data["call"].update(criteria=7), "isn't a list"),
        (lambda data: data.update(exercises={"09": 1}), "there is no such lesson"),
        (lambda data: data.update(exercises={"01": True}), "isn't a whole number"),
        (lambda data: data.update(exercises={}, call={}), "ask for nothing"),
        (lambda data: data.update(title=12), "isn't text"),
        (lambda data: data.update(title=""), "title: is missing"),
        (lambda data: data.update(titel="x"), "there is no 'titel'"),
    ],
)
def test_a_wrong_rubric_is_told_with_its_place(room: Class, change: Callable[[Any], None], said: str) -> None:
    data = yaml.safe_load(RUBRIC)
    change(data)
    room.rubric.write_text(yaml.safe_dump(data), encoding="utf-8")
    with pytest.raises(GradingError, match=re.escape(said)) as raised:
        room.certify()
    assert str(room.rubric) in str(raised.value)


@pytest.mark.parametrize(
    "text", ["title: [", "- a\n- b", "!!python/object/apply:os.system ['touch /tmp/x']", "", "\x00"]
)
def test_what_is_no_rubric_is_one_line(room: Class, text: str) -> None:
    room.rubric.write_text(text, encoding="utf-8")
    with pytest.raises(GradingError):
        room.certify()


def test_without_a_call_it_says_that_none_was_judged(room: Class) -> None:
    room.rubric.write_text('title: "Steps"\nissuer: Maria\nexercises: {"01": 2}\n', encoding="utf-8")
    assert set(room.certify().new) == {"Anna", STRANGE}
    said = verify(room.folder / "Anna.json", now=NOW)
    assert "No call was judged, and no sale." in said
    assert "sales call" not in said


def test_lessons_that_the_rubric_does_not_ask_for_are_not_spoken_of(room: Class) -> None:
    room.hand_in("Anna", *WRONG, name=SECOND)
    room.grade()
    room.judge("Anna")
    room.certify()
    assert "02" not in json.dumps(room.credential("Anna")["evidence"]).replace("2026", "")


# --- days ---


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20",
        "20.11.2026",
        "11/20/2026",
        "20/11/26",
        "46346",
        "20 Nov 2026",
        "20. November 2026",
        "2026-11-20 00:00:00",
    ],
)
def test_a_day_in_any_spelling(text: str) -> None:
    assert day_in(text, date(2026, 11, 30)) == (date(2026, 11, 20), "")


@pytest.mark.parametrize(
    "text", ["yesterday", "20.11.", "31/02/2026", "2026", "99999", "10:30", "1/2/3/4", "²⁰.11.2026"]
)
def test_no_day(text: str) -> None:
    assert day_in(text, date(2026, 11, 30))[0] is None


# --- the key, and the command ---


def test_a_key_is_its_owner_s_alone_and_never_overwritten(tmp_path: Path) -> None:
    command = ["key", "new", str(tmp_path / "keys/my.key")]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.stderr
    private, public = tmp_path / "keys/my.key", tmp_path / "keys/my.key.pub"
    if os.name == "posix":
        assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert public.read_text(encoding="utf-8").strip() in result.stdout
    before = private.read_bytes()
    for gone in (None, private):
        if gone:
            gone.unlink()
        again = CliRunner().invoke(main, command)
        assert (again.exit_code, again.stdout) == (1, "")
        assert "never overwritten" in again.stderr
    assert not private.exists()
    assert b"PRIVATE" in before


def test_a_key_that_others_can_read_is_told(room: Class) -> None:
    assert not room.certify().warnings
    room.key.chmod(0o644)
    if os.name == "posix":
        assert any("chmod 600" in one for one in room.certify().warnings)


@pytest.mark.parametrize("how", ["P-256", "password", "damaged", "large", "public"])
def test_what_is_no_key_to_sign_with(room: Class, how: str) -> None:
    ours, pem = Ed25519PrivateKey.generate(), (Encoding.PEM, PrivateFormat.PKCS8)
    data = {
        "P-256": ec.generate_private_key(ec.SECP256R1()).private_bytes(*pem, NoEncryption()),
        "password": ours.private_bytes(*pem, BestAvailableEncryption(b"secret")),
        "damaged": ours.private_bytes(*pem, NoEncryption())[:80],
        "large": ours.private_bytes(*pem, NoEncryption()) + b" " * 200_000,
        "public": ours.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    }[how]
    room.key.write_bytes(data)
    with pytest.raises(GradingError) as raised:
        room.certify()
    assert str(room.key) in str(raised.value)


def test_the_command_from_end_to_end(room: Class) -> None:
    def call(*arguments: object) -> Any:
        return CliRunner().invoke(main, [str(one) for one in arguments])

    (room.folder / "rubric.yaml").write_text(default_text(all_sets()), encoding="utf-8")
    result = call("certify", room.out)  # with the course's own lessons, which nobody has done
    assert result.exit_code == 0, result.stderr
    assert "0 of 3 learners meet the rubric" in result.stdout
    (room.folder / "judgements.csv").unlink()
    for arguments in (
        ("certify", room.home / "nowhere"),
        ("certify", room.out, "--rubric", room.home / "no.yaml"),
        ("certify", room.out, "--judged", room.home / "no.csv"),
        ("certify", room.out, "--judged", room.home / "out/certificates/judgements.csv"),
        ("certify", room.out, "--key", room.home / "no.key"),
        ("certify", room.out, "--key", room.home / "my.key.pub"),
        ("certify", room.out, "--key", room.rubric),
        ("verify", room.home / "no.json"),
        ("verify", room.rubric),
    ):
        result = call(*arguments)
        assert (result.exit_code, result.stdout) == (1, ""), arguments
        assert len(result.stderr.splitlines()) == 1
    assert call("verify").exit_code == call("key").exit_code == call("certify", room.out, "--keys").exit_code == 2
