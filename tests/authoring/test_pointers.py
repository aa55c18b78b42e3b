"""Where a lesson points at a round of a practice, or at a line of a call, there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from sellbackwards.calls import read_call
from sellbackwards.course import DATASETS, SOURCE, read_dataset
from tests.sources import source_page

ROUND = re.compile(r"Round (\d) keeps for another day")
# 'read from "Only there's this money, see" to "No. They're not."'
LINE = re.compile(r'\b(?:from|to) "([^"]+)"')


def pairs() -> Iterator[tuple[str, str, str]]:
    """(lesson, text, the code after it)"""
    for path in sorted((SOURCE / "lessons").glob("0[1-6]_*.md")):
        for text, code in pairwise(source_page(path).cells):
            if (text["cell_type"], code["cell_type"]) == ("markdown", "code"):
                yield path.stem, text["source"], code["source"]


def rounds() -> Iterator[Any]:
    for lesson, text, code in pairs():
        for number in ROUND.findall(text):
            name = re.search(r'play\("([^"]+)"\)', code)
            yield pytest.param(name, int(number), id=f"{lesson} round {number}")


@pytest.mark.parametrize(("name", "number"), list(rounds()))
def test_a_round_that_may_wait_is_there(name: re.Match[str] | None, number: int) -> None:
    assert name, "no practice comes after this text"
    assert number <= len(read_dataset(f"practices/{name[1]}.yaml")["rounds"])


def lines() -> Iterator[Any]:
    for lesson, text, code in pairs():
        calls = re.findall(r'"(calls/[^"]+\.vtt)"', code)
        for line in LINE.findall(" ".join(text.split())) if calls else ():
            yield pytest.param(line, calls, id=f"{lesson} {line}")


@pytest.mark.parametrize(("line", "calls"), list(lines()))
def test_a_line_to_read_from_is_in_the_call(line: str, calls: list[str]) -> None:
    said = [turn.text for call in calls for turn in read_call(DATASETS / call).turns]
    assert any(line in text for text in said)


def test_there_is_something_to_point_at() -> None:
    assert len(list(lines())) >= 2
