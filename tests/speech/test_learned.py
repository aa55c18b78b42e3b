"""Cues that are weighed: moves in words that no rule lists."""

from __future__ import annotations

import pytest

from sellbackwards.speech import read
from sellbackwards.speech.learned import WEIGHED, WEIGHTS, pack, weigh, weights
from sellbackwards.speech.moves import by_rules
from sellbackwards.speech.words import sentences


def test_packed_weights_add_up_apart() -> None:
    one, two = [5, -3, 0, -1, 120, -999, 7], [-6, -4, 1, 0, -121, 999, -7]
    table = {name: [n for pair in enumerate(some) for n in pair] for name, some in (("one", one), ("two", two))}
    packed = pack(table, len(one))
    assert packed.sums(["one"]) == one
    assert packed.sums(["two"]) == two
    assert packed.sums(["one", "unknown", "two"]) == [a + b for a, b in zip(one, two, strict=True)]


def test_the_weights_are_small_and_complete() -> None:
    assert WEIGHTS.stat().st_size < 1_000_000
    known = weights()
    assert len(known.add) == len(known.keep) == len(WEIGHED)
    assert all(keep < add for keep, add in zip(known.keep, known.add, strict=True))


@pytest.mark.parametrize(
    ("text", "buyer", "flag"),
    [
        ("Thirty years in the trade and we've never lost a client.", None, "pitch"),
        ("What would your team do with the hours our robot frees up?", None, "pitch"),
        ("So, are we doing this today or not?", None, "pressure"),
        ("There are two slots left, and after that it's March.", None, "pressure"),
        ("Everybody says that at first, trust me.", "I don't need it.", "contradiction"),
        ("You'd rather have somebody you can ring.", "I don't like these online forms.", "reflection"),
        ("My bonus hangs on this one, to be honest.", None, "seller_need"),
        ("Have a think about it and give me a shout.", None, "deferral"),
    ],
)
def test_moves_in_new_words(text: str, buyer: str | None, flag: str) -> None:
    flags = read(text, buyer).flags
    assert flag in flags
    assert flags[flag] in text


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        ("Never again. What happened on that course?", "I once did a course like that."),
        ("You're right, that's a real risk. What have you done when it happened before?", "It could flood again."),
        ("What makes a school trip a good one, for the children and for your teachers?", None),
    ],
)
def test_who_sides_with_the_buyer_neither_argues_nor_pushes(text: str, buyer: str | None) -> None:
    assert not {"contradiction", "pressure", "pitch"} & read(text, buyer).flags.keys()


def test_nothing_takes_away_what_a_sure_rule_found() -> None:
    text = "You are wrong there. What would it have to bring in to be worth it for you?"
    parts = [(s, []) for s in sentences(text)]
    ruled = by_rules(text, parts, "It's too expensive.", None)
    assert "contradiction" in ruled.sure
    found = ruled.cues(parts)
    assert "contradiction" in weigh(found, ruled.flags, ruled.sure)[0]
