"""Whatever is sent, marking it ends in marks or in a reason, and never in an error."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from sellbackwards.grading.marking import Marked, mark
from sellbackwards.grading.tables import cell, clean

from .samples import FIRST, RIGHT, SETS, as_bytes, notebook

JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20),
    lambda inner: (
        some.lists(inner, max_size=4) | some.dictionaries(some.sampled_from(["id", "source", "cells", "x"]), inner)
    ),
    max_leaves=15,
)
CELL = some.fixed_dictionaries(
    {},
    optional={
        "cell_type": some.sampled_from(["code", "markdown", "raw"]) | JSON,
        "id": some.sampled_from(["answer-1-1", "answer-1-2", "answer-9-9"]) | JSON,
        "source": some.sampled_from(["%%answer 1.1\nb", "%%answer 1.2\n", "b", ["%%answer 1.1", "\n", "a"]]) | JSON,
        "metadata": JSON,
        "outputs": JSON,
    },
)
NOTEBOOK = some.fixed_dictionaries(
    {"cells": some.lists(CELL | JSON, max_size=6) | JSON},
    optional={"metadata": some.just({"sellbackwards": {"set": FIRST}}) | JSON, "nbformat": some.just(4) | JSON},
)


def check(marked: Marked) -> None:
    assert bool(marked.error) != bool(marked.lesson)
    assert Marked.from_json(json.loads(json.dumps(marked.as_json()))) == marked
    for one in marked.marks:
        one.answer.encode()  # no half characters


@settings(max_examples=150, deadline=None)
@given(NOTEBOOK)
def test_any_notebook(found: Any) -> None:
    check(mark(json.dumps(found).encode(), SETS))


@settings(max_examples=100, deadline=None)
@given(some.binary(max_size=200), some.integers(0, 5000), some.integers(0, 300))
def test_any_damage_to_a_file(noise: bytes, place: int, length: int) -> None:
    whole = as_bytes(notebook(*RIGHT))
    check(mark(whole[:place] + noise + whole[place + length :], SETS))


@settings(max_examples=150, deadline=None)
@given(some.text(some.characters(codec=None), max_size=40))
def test_any_answer(text: str) -> None:
    check(mark(json.dumps(notebook(text, text)).encode(), SETS))


@settings(max_examples=150, deadline=None)
@given(some.text(some.characters(codec=None), max_size=40))
def test_any_text_in_a_table(text: str) -> None:
    written = cell(text)
    assert not written.lstrip().startswith(("=", "+", "-", "@"))
    assert clean(clean(text)) == clean(text)
    written.encode()
