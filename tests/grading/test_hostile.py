"""Hostile and broken submissions among honest ones: each ends as it should, and none touches another."""

from __future__ import annotations

import io
import json
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from .samples import (
    FIRST,
    NAME,
    RIGHT,
    WRONG,
    as_bytes,
    code,
    files_in,
    grades,
    marks,
    notebook,
    reasons,
    run,
    save,
    table,
)

Made = Callable[[Path], None]
PASSED = ["passed", "passed"]
UNREADABLE = ["unreadable"]
BAD: dict[str, tuple[Made, list[str], str]] = {}
"""By learner: how the folder is made, the statuses that its rows must have, and words of the reason."""


def bad(learner: str, statuses: list[str], words: str) -> Callable[[Made], Made]:
    def register(made: Made) -> Made:
        BAD[learner] = (made, statuses, words)
        return made

    return register


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", packing) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


RIGHT_BYTES = as_bytes(notebook(*RIGHT))


@bad("not a notebook", UNREADABLE, "a picture (PNG)")
def _png(place: Path) -> None:
    save(place / NAME, b"\x89PNG\r\n\x1a\n" + bytes(100))


@bad("a pdf", UNREADABLE, "a PDF")
def _pdf(place: Path) -> None:
    save(place / NAME, b"%PDF-1.7 ...")


@bad("a web page", UNREADABLE, "a web page")
def _html(place: Path) -> None:
    save(place / NAME, b"\n<!DOCTYPE html><html>Please log in</html>")


@bad("empty file", UNREADABLE, "is empty")
def _empty(place: Path) -> None:
    save(place / NAME, b"")


@bad("cut short", UNREADABLE, "breaks off")
def _cut(place: Path) -> None:
    save(place / NAME, RIGHT_BYTES[: len(RIGHT_BYTES) // 2])


@bad("not json", UNREADABLE, "isn't JSON")
def _not_json(place: Path) -> None:
    save(place / NAME, b"What happens today when an invoice arrives late?")


@bad("deep json", UNREADABLE, "nested too deep")
def _deep(place: Path) -> None:
    save(place / NAME, b'{"cells":' + b"[" * 200_000 + b"]" * 200_000 + b"}")


@bad("not a number", UNREADABLE, "holds NaN")
def _nan(place: Path) -> None:
    save(place / NAME, RIGHT_BYTES.replace(b'"nbformat_minor": 5', b'"nbformat_minor": NaN'))


@bad("a huge number", UNREADABLE, "number that can't be read")
def _digits(place: Path) -> None:
    save(place / NAME, RIGHT_BYTES.replace(b'"nbformat_minor": 5', b'"nbformat_minor": ' + b"9" * 10_000))


@bad("bad letters", UNREADABLE, "isn't UTF-8")
def _utf8(place: Path) -> None:
    save(place / NAME, RIGHT_BYTES.replace(b"A prompt", b"A pr\xfcmpt", 1))


@bad("two bytes a letter", UNREADABLE, "UTF-16")
def _utf16(place: Path) -> None:
    save(place / NAME, RIGHT_BYTES.decode().encode("utf-16"))


@bad("old format", UNREADABLE, "nbformat 3")
def _v3(place: Path) -> None:
    save(place / NAME, {"nbformat": 3, "worksheets": [{"cells": []}], "metadata": {}})


@bad("json but a list", UNREADABLE, "no object")
def _list(place: Path) -> None:
    save(place / NAME, b"[1, 2, 3]")


@bad("no cells", UNREADABLE, "no cells")
def _no_cells(place: Path) -> None:
    save(place / NAME, {"nbformat": 4, "metadata": {}, "cells": "many"})


@bad("too many cells", UNREADABLE, "cells; the most is")
def _many(place: Path) -> None:
    save(place / NAME, json.dumps({**notebook(*RIGHT), "cells": [{}] * 6000}).encode())


@bad("five hundred megabytes", UNREADABLE, "500 MB")
def _large(place: Path) -> None:
    place.mkdir()
    with (place / NAME).open("wb") as file:  # a hole: takes no room on the disk
        file.truncate(500 * 2**20)


@bad("another course", UNREADABLE, "no answers of this course")
def _other(place: Path) -> None:
    save(place / "hw3.ipynb", {**notebook(), "cells": [code("import pandas as pd", "x")], "metadata": {}})


@bad("a lesson not yet here", UNREADABLE, "update the course")
def _newer(place: Path) -> None:
    save(place / "09_more.ipynb", {**notebook(), "cells": [], "metadata": {"sellbackwards": {"set": "09_more"}}})


@bad("a link", UNREADABLE, "links aren't followed")
def _link(place: Path) -> None:
    place.mkdir()
    target = save(place.parent.parent / "secret" / NAME, RIGHT_BYTES)
    (place / NAME).symlink_to(target)


@bad("a pipe", UNREADABLE, "no ordinary file")
def _pipe(place: Path) -> None:
    place.mkdir()
    os.mkfifo(place / NAME)


@bad("a document", UNREADABLE, "isn't a notebook")
def _document(place: Path) -> None:
    save(place / "my answers.docx", b"PK\x03\x04 a document")


@bad("a zip bomb", UNREADABLE, "would unpack to")
def _bomb(place: Path) -> None:
    save(place / "answers.zip", zipped(*((f"{n}/{NAME}", bytes(19 * 2**20)) for n in range(11))))


@bad("a bomb in one", UNREADABLE, "the most is 20 MB")
def _one_bomb(place: Path) -> None:
    save(place / "answers.zip", zipped((NAME, bytes(150 * 2**20))))


@bad("a lying zip", UNREADABLE, "damaged in the zip")
def _lying(place: Path) -> None:
    """Its headers say one byte; what is packed is more."""
    data = bytearray(zipped((NAME, bytes(30 * 2**20))))
    central = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, 22, 1)
    struct.pack_into("<I", data, central + 24, 1)
    save(place / "answers.zip", bytes(data))


@bad("climbs out", UNREADABLE, "leads out of the zip")
def _climbs(place: Path) -> None:
    save(place / "answers.zip", zipped((f"../../../climbed/{NAME}", RIGHT_BYTES)))


@bad("absolute", UNREADABLE, "leads out of the zip")
def _absolute(place: Path) -> None:
    save(place / "answers.zip", zipped((f"/tmp/climbed/{NAME}", RIGHT_BYTES)))


@bad("a link in a zip", UNREADABLE, "links aren't followed")
def _zip_link(place: Path) -> None:
    info = zipfile.ZipInfo(NAME)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    save(place / "answers.zip", zipped((info, b"/etc/passwd")))


@bad("a broken zip", UNREADABLE, "zip can't be read")
def _broken_zip(place: Path) -> None:
    save(place / "answers.zip", zipped((NAME, RIGHT_BYTES))[:200])


@bad("a zip in a zip", ["passed", "passed"], "")
def _nested(place: Path) -> None:
    save(place / "answers.zip", zipped(("inner.zip", zipped((NAME, RIGHT_BYTES)))))


@bad("zips in one another without an end", UNREADABLE, "holds no notebook")
def _endless(place: Path) -> None:
    inner = zipped((NAME, RIGHT_BYTES))
    for _ in range(9):
        inner = zipped(("inner.zip", inner))
    save(place / "answers.zip", inner)


@bad("a zip of thousands", UNREADABLE, "notebooks; the most is")
def _thousands(place: Path) -> None:
    save(place / "answers.zip", zipped(*((f"{n}.ipynb", b"{}") for n in range(3000))))


@bad("markup", ["couldn't tell", "passed"], "")
def _markup(place: Path) -> None:
    text = "</div></main><script>alert(1)</script><img src=x onerror=alert(2)><style>*{display:none}</style>{{ 7*7 }}"
    save(place / NAME, notebook(text, RIGHT[1]))


@bad("=cmd|' C calc'!A0", ["couldn't tell", "passed"], "")
def _formula(place: Path) -> None:
    save(place / NAME, notebook('=HYPERLINK("http://evil.example","?")', RIGHT[1]))


@bad("half letters", ["couldn't tell", "passed"], "")
def _surrogate(place: Path) -> None:
    save(place / NAME, as_bytes(notebook("HALF", RIGHT[1])).replace(b"HALF", b"? \\ud83d \\u0000 \\u202e ?"))


@bad("code", PASSED, "")
def _code(place: Path) -> None:
    """Code in every place where a grader could run it."""
    found = notebook(*RIGHT)
    evil = f"open({str(place.parent.parent / 'ran')!r}, 'w').write('x')"
    found["cells"] = [
        code(evil, "evil"),
        *found["cells"],
        code(f"%%answer 1.9\n{evil}", "x"),
        code(f"!touch {place.parent.parent}/ran", "y"),
    ]
    found["metadata"]["kernelspec"] = {"name": f"; touch {place.parent.parent}/ran"}
    save(place / NAME, found)
    save(place / "conftest.py", evil.encode())
    save(place / "sellbackwards.py", evil.encode())
    save(place / "grading.toml", b"[weights]\n'1.1' = 1000\n")


@bad("forged", ["not yet", "not yet"], "")
def _forged(place: Path) -> None:
    """Outputs, metadata and extra keys that claim a pass."""
    found = notebook(*WRONG)
    for cell in found["cells"]:
        cell["metadata"] |= {"status": "passed", "points": 10, "tags": ["nbval-skip"], "nbgrader": {"points": 10}}
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "display_data", "data": {"text/html": "passed"}, "metadata": {}}]
    found["metadata"] |= {"grade": "A+", "exercises": [{"id": "1.1", "spec": {"right": "a"}}]}
    save(place / NAME, found)


@bad("cells that are none", PASSED, "")
def _odd_cells(place: Path) -> None:
    found = notebook(*RIGHT)
    found["cells"] += [
        None,
        7,
        "text",
        [],
        {"cell_type": 5, "source": {"a": 1}, "id": ["x"]},
        {"source": [1, None, {}]},
    ]
    save(place / NAME, found)


@bad("spaces without end", PASSED, "")
def _spaces(place: Path) -> None:
    """A line on which a careless pattern would think for years."""
    found = notebook(*RIGHT)
    found["cells"].append(code("%" + " " * 300_000 + "x\n" + "\t" * 300_000 + "!", "slow"))
    save(place / NAME, found)


@bad("an answer without end", ["couldn't tell", "passed"], "only the first 20,000")
def _long(place: Path) -> None:
    save(place / NAME, notebook("? " * 500_000, RIGHT[1]))


HONEST = {
    "Anna Right": (RIGHT, PASSED),
    "Ben Wrong": (WRONG, ["not yet", "not yet"]),
    "Zoë 😀 Last": (("b",), ["passed", "not answered"]),
}


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of marks of all of them together; beside it what was handed in, and nothing else."""
    home = tmp_path_factory.mktemp("hostile")
    for learner, (answers, _) in HONEST.items():
        save(home / "in" / learner / NAME, notebook(*answers))
    alone = home / "honest"
    run(home / "in", alone)
    for learner, (made, _, _) in BAD.items():
        made(home / "in" / learner)
    before = files_in(home)
    run(home / "in", home / "out")
    assert {path for path in files_in(home) - before if not path.startswith("out/")} == set()
    return home / "out"


def test_there_are_thirty() -> None:
    assert len(BAD) >= 30


@pytest.mark.parametrize("learner", BAD)
def test_each_ends_as_it_should(marked: Path, learner: str) -> None:
    _, expected, words = BAD[learner]
    name = f"'{learner}" if learner.startswith("=") else learner
    assert sorted(marks(marked, name)) == sorted(expected), reasons(marked, name)
    assert words in reasons(marked, name)
    if expected == UNREADABLE:
        (row,) = [row for row in grades(marked) if row["learner"] == name]
        assert (row["exercise"], row["points"], row["max_points"]) == ("", "", "")


@pytest.mark.parametrize("learner", HONEST)
def test_an_honest_one_is_marked_as_if_alone(marked: Path, learner: str) -> None:
    alone = marked.parent / "honest"
    assert marks(marked, learner) == HONEST[learner][1]
    for name in ("grades.csv", "gradebook.csv"):
        rows = [[row for row in table(out / name) if row["learner"] == learner] for out in (marked, alone)]
        assert rows[0] == rows[1]
    pages = [(out / "feedback" / learner / f"{FIRST}.html").read_bytes() for out in (marked, alone)]
    assert pages[0] == pages[1]


def test_nothing_was_run(marked: Path) -> None:
    assert not (marked.parent / "ran").exists()
    assert not list(marked.parent.rglob("climbed"))


def test_weights_of_a_learner_s_own_do_not_count(marked: Path) -> None:
    assert {row["max_points"] for row in grades(marked) if row["learner"] == "code"} == {"1", "2"}


def test_every_page_has_its_policy_and_no_markup_of_theirs(marked: Path) -> None:
    pages = list(marked.rglob("*.html"))
    assert len(pages) == len(BAD) + len(HONEST) + 1
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "Content-Security-Policy" in text
        assert "default-src 'none'" in text
        assert "unsafe-inline" not in text
        for tag in ("<script", "<img", "onerror=alert(2)>", " style=", "javascript:"):
            assert tag not in text, (page, tag)
        assert text.count("<style") == 1


def test_no_cell_of_a_table_is_a_formula(marked: Path) -> None:
    for name in ("grades.csv", "gradebook.csv", "review.csv"):
        for row in table(marked / name):
            for value in row.values():
                assert not value.startswith(("=", "+", "-", "@", "\t", "\r")), value
    assert [row["answer"] for row in table(marked / "review.csv") if "HYPERLINK" in row["answer"]] == [
        '\'=HYPERLINK("http://evil.example","?")'
    ]


def test_what_cannot_be_written_is_shown_as_such(marked: Path) -> None:
    (row,) = [row for row in table(marked / "review.csv") if row["learner"] == "half letters"]
    assert row["answer"] == "? \ufffd \ufffd \ufffd ?"


def test_a_platform_s_zip_with_hostile_members(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("Eve_4_assignsubmission_file_/" + NAME)
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    data = zipped(
        ("Ann_1_assignsubmission_file_/" + NAME, RIGHT_BYTES),
        ("../../Bob_2_assignsubmission_file_/" + NAME, RIGHT_BYTES),
        ("Cyd_3_assignsubmission_file_/" + NAME, bytes(60 * 2**20)),
        (link, b"../../../etc/passwd"),
        ("Flo_5_assignsubmission_file_/answers.zip", zipped((NAME, RIGHT_BYTES))),
    )
    export = save(tmp_path / "export.zip", data)
    run(export, tmp_path / "out")
    assert {name: marks(tmp_path / "out", name) for name in ("Ann", "Bob", "Cyd", "Eve", "Flo")} == {
        "Ann": PASSED, "Bob": UNREADABLE, "Cyd": UNREADABLE, "Eve": UNREADABLE, "Flo": PASSED,
    }  # fmt: skip
    assert files_in(tmp_path) == {"export.zip"} | {f"out/{name}" for name in files_in(tmp_path / "out")}
