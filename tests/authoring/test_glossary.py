"""The glossary: every term of the lessons is in it, in plain words, with a lesson that uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from sellbackwards.course import ROOT, SOURCE
from tests.sources import source_page

LESSONS = SOURCE / "lessons"
ROW = re.compile(
    r"^\| \*\*(?P<term>[^*|]+)\*\* \| (?P<words>[^|]+) \| \[(?P<number>\d\d)\]\((?P<page>[^)]+)\.ipynb\) \|$"
)
TABLE = [
    found
    for cell in source_page(LESSONS / "glossary.md").cells
    for line in cell["source"].splitlines()
    if line.startswith("| **")
    for found in [ROW.match(line)]
]

# Bold words of the lessons that are loud and no terms.
_EMPHASIS = """
a way to say no, and, ask, assume, be present, blank, change, changing, decision, him, how they get there, how you can help,
is afraid, lead, make the connection, once, our reconstruction, run, run all cells, same side, sees no reason, she, staying,
their own facts, told, way, what, what for, when, where they want to be, who, words of theirs, words they said, your product,
analogy not data, open, push, read the call, show the debrief, save the transcript
"""
EMPHASIS = frozenset(word.strip() for word in _EMPHASIS.split(","))


def text_of(page: str) -> str:
    cells = source_page(LESSONS / f"{page}.md").cells
    return " ".join(
        " ".join(cell["source"].replace("*", "").split()) for cell in cells if cell["cell_type"] == "markdown"
    ).casefold()


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["term"] if row else "not a row")
def test_a_word_is_used_in_its_lesson_and_told_in_few_words(row: re.Match[str] | None) -> None:
    assert row, "a row is: | **word** | what it means | [NN](NN_name.ipynb) |"
    assert row["page"].startswith(row["number"])
    assert row["term"].casefold() in text_of(row["page"]), row["term"]
    assert len(row["words"].split()) <= 35


def test_words_stand_in_order_and_once() -> None:
    words = [row["term"].casefold() for row in TABLE if row]
    assert words == sorted(set(words))


def bold() -> Iterator[Any]:
    for path in sorted(LESSONS.glob("0[1-6]_*.md")):
        for cell in source_page(path).cells:
            if cell["cell_type"] == "markdown":
                for found in re.findall(r"\*\*([^*]+)\*\*", cell["source"]):
                    if len(found.split()) <= 3 and not found.endswith((".", "?", ":", "!")):
                        word = " ".join(found.replace(",", "").split())
                        yield pytest.param(word.casefold(), id=f"{path.stem} {word}")


@pytest.mark.parametrize("word", list(bold()))
def test_what_stands_in_bold_is_in_the_glossary_or_only_loud(word: str) -> None:
    known = {row["term"].casefold() for row in TABLE if row}
    known |= {found.casefold() for row in TABLE if row for found in re.findall(r"\*\*([^*]+)\*\*", row["words"])}
    assert word in known | EMPHASIS, f"{word}: explain it in source/lessons/glossary.md, or list it as EMPHASIS here"


@pytest.mark.parametrize("page", ["00_start_here", "06_the_whole_call"])
def test_the_glossary_can_be_found_from(page: str) -> None:
    assert "(glossary.ipynb)" in (LESSONS / f"{page}.md").read_text(encoding="utf-8")


def test_the_glossary_can_be_found_from_the_readme() -> None:
    assert "(lessons/glossary.ipynb)" in (ROOT / "README.md").read_text(encoding="utf-8")
