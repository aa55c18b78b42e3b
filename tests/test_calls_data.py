"""The twelve calls of datasets/calls, and calls.csv about them."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from sellbackwards.calls import measure, read_call
from sellbackwards.calls.call import Call
from sellbackwards.calls.measured import Measures
from sellbackwards.calls.turn_taking import INTERRUPTION_SECONDS
from sellbackwards.course import DATASETS
from sellbackwards.speech.backchannels import only_backchannels

FOLDER = DATASETS / "calls"
FIELDS = ["file", "pair", "way", "seller", "buyer", "trade", "setting", "outcome", "note"]
WAYS = {"forward", "backward", "mixed"}
OUTCOMES = {"asked to buy", "agreed next step", "put off", "goodbye", "not a fit"}
PAIRED = {"01", "02", "03", "04"}
Row = dict[str, str]


def table() -> list[Row]:
    with (FOLDER / "calls.csv").open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        assert reader.fieldnames == FIELDS
        return list(reader)


ROWS = table()
BY_FILE = {row["file"]: row for row in ROWS}
each_call = pytest.mark.parametrize("row", ROWS, ids=[row["file"] for row in ROWS])


def call_of(row: Row) -> Call:
    return read_call(FOLDER / row["file"])


def measured(file: str) -> Measures:
    return measure(call_of(BY_FILE[file]), BY_FILE[file]["seller"])


def test_twelve_calls_each_with_its_row() -> None:
    assert len(ROWS) == len(BY_FILE) == 12
    assert set(BY_FILE) == {path.name for path in FOLDER.glob("*.vtt")}


@each_call
def test_every_row_is_complete(row: Row) -> None:
    assert all(row[field] == row[field].strip() for field in FIELDS)
    assert all(row[field] for field in FIELDS if field != "pair")
    assert row["way"] in WAYS
    assert row["outcome"] in OUTCOMES


@each_call
def test_every_call_is_read_with_its_seller_and_buyer(row: Row) -> None:
    """Named or guessed: whoever the table says. The file's own note says the same, and gives the licence."""
    call = call_of(row)
    for found in (measure(call, row["seller"]), measure(call)):
        assert found.basis == "time"
        assert found.seller == row["seller"]
        first, *others = row["buyer"].split(" and ")  # whoever says most of the buyer's side has the role
        assert [one.name for one in found.speakers if one.role == "buyer"] == [first]
        assert {one.name for one in found.speakers if one.role == "other"} >= set(others)
    note = (FOLDER / row["file"]).read_text(encoding="utf-8").split("\n\n")[1]
    assert f"Seller: {row['seller']}. Buyer: {row['buyer']}." in note
    assert "Invented for this course" in note and "CC BY 4.0" in note


@each_call
def test_every_call_has_a_length_and_a_pace_that_people_have(row: Row) -> None:
    found = measured(row["file"])
    assert found.call.seconds is not None
    assert 5 * 60 <= found.call.seconds <= 12 * 60
    for one in found.speakers:
        if one.role != "other" and one.seconds:
            assert 2.0 <= one.words / one.seconds <= 3.4, one.name


@each_call
def test_people_cut_in_and_make_the_sounds_of_listeners(row: Row) -> None:
    call = call_of(row)
    assert sum(1 for _ in cut_in(call)) >= 2
    assert sum(1 for _ in inside(call)) >= 2
    # Somebody is left with half a sentence, which each transcriber writes in their own way.
    assert any(turn.text.endswith(("–", "—", "-", "...", "…")) for turn in call.turns)


def stretches(call: Call) -> list[tuple[float, float, str]]:
    return sorted((start, end, turn.speaker) for turn in call.turns for start, end in turn.spans)


def cut_in(call: Call) -> Iterator[float]:
    """When somebody begins so early that it is an interruption, and goes on after the other one has stopped."""
    for (start, end, who), (start_2, end_2, who_2) in pairwise(stretches(call)):
        if who != who_2 and start < start_2 <= end - INTERRUPTION_SECONDS and end < end_2:
            yield start_2


def inside(call: Call) -> Iterator[float]:
    """When somebody says something short while the other one goes on."""
    spans = stretches(call)
    for start, end, who in spans:
        around = any(a < start and end < b for a, b, other in spans if other != who)
        if around and end - start < 2:
            yield start


def test_some_of_what_is_said_inside_is_only_listening() -> None:
    heard = Counter(
        turn.text for row in ROWS for turn in call_of(row).turns if only_backchannels(turn.text, turn.seconds)
    )
    assert len(heard) >= 8
    assert {"Mm-hm.", "Right."} <= set(heard)


# ---- all of them together --------------------------------------------------------------------------------------------------------
def test_pairs_are_complete() -> None:
    pairs = defaultdict(list)
    for row in ROWS:
        if row["pair"]:
            pairs[row["pair"]].append(row)
    assert set(pairs) == PAIRED
    for pair, two in pairs.items():
        assert {row["way"] for row in two} == {"forward", "backward"} and len(two) == 2
        assert len({(row["seller"], row["buyer"], row["trade"], row["setting"]) for row in two}) == 1
        assert all(row["file"].startswith(pair) for row in two)
        for one, other in (two, two[::-1]):
            assert other["file"] in (FOLDER / one["file"]).read_text(encoding="utf-8").split("\n\n")[1]


def test_trades_settings_and_ways_are_many() -> None:
    assert len({row["trade"] for row in ROWS}) >= 8
    assert {row["setting"] for row in ROWS} == {"telephone", "video call"}
    assert min(Counter(row["way"] for row in ROWS).values()) >= 4


def test_calls_end_in_every_way_and_often_without_a_sale() -> None:
    ends = Counter(row["outcome"] for row in ROWS)
    assert set(ends) == OUTCOMES
    assert ends["asked to buy"] < len(ROWS) / 4
    backward = {row["outcome"] for row in ROWS if row["way"] == "backward"}
    assert {"goodbye", "not a fit"} <= backward  # a right ending, too


def test_the_fine_share_belongs_to_the_terrible_call() -> None:
    assert measured("05_even.vtt").talk_share == pytest.approx(0.43, abs=0.01)
    assert BY_FILE["05_even.vtt"]["way"] == "forward"
    assert measured("05_long.vtt").talk_share == pytest.approx(0.59, abs=0.01)
    assert BY_FILE["05_long.vtt"]["way"] == "backward"


def test_in_each_pair_the_forward_one_is_told_and_the_backward_one_is_asked() -> None:
    for pair in PAIRED:
        two = {row["way"]: measured(row["file"]) for row in ROWS if row["pair"] == pair}
        assert two["forward"].talk_share > two["backward"].talk_share, pair
        assert two["forward"].inform_share > two["backward"].inform_share, pair
        assert two["forward"].open_questions < two["backward"].open_questions, pair


def test_no_two_stories_share_a_phrase() -> None:
    """Six words in a row that stand in the calls of two stories would show one hand behind both."""
    where: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in ROWS:
        story = row["pair"] or Path(row["file"]).stem
        for turn in call_of(row).turns:
            words = re.findall(r"[\w']+", turn.text.casefold())
            for i in range(len(words) - 5):
                where[tuple(words[i : i + 6])].add(story)
    assert not {" ".join(words): stories for words, stories in where.items() if len(stories) > 1}
