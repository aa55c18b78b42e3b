"""Weights that judge: each flag is a sum of published weights, with a threshold, and doubt above it."""

from __future__ import annotations

import json

import pytest

from sellbackwards.speech import read
from sellbackwards.speech.area_words import STRONG, WEAK
from sellbackwards.speech.engine import find_parts
from sellbackwards.speech.features import features
from sellbackwards.speech.move_rules import MOVES as PHRASES
from sellbackwards.speech.move_words import ASKED, EXACTLY, FAMILIES
from sellbackwards.speech.scores import DOUBT, MOVES, NAMES, WEIGHTS, heard, sums, up_to, weights


def test_a_sum_is_what_the_file_says() -> None:
    raw = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert tuple(raw["names"]) == NAMES
    found = features(find_parts("Sign today, the price ends on Friday.", True), None, None)
    by_hand = list(raw["start"])
    for feature in found:
        pairs = raw["weights"].get(feature, [])
        for k, w in zip(pairs[::2], pairs[1::2], strict=True):
            by_hand[k] += w
    assert sums(found) == by_hand


def test_a_flag_is_heard_above_its_threshold_and_doubtful_just_above() -> None:
    k = MOVES.index("pressure")
    least, likely = weights().heard[k], max(0, weights().heard[k])
    total = [-1000] * len(NAMES)
    for sum_, there, in_doubt in (
        (least, False, False),
        (least + 1, True, True),
        (likely + DOUBT, True, True),
        (likely + DOUBT + 1, True, False),
    ):
        total[k] = sum_
        moves = heard(total)
        assert ("pressure" in moves, "pressure" in up_to(DOUBT, moves)) == (there, in_doubt)


def test_weights_belong_to_features_that_exist() -> None:
    """A family or a phrase renamed without learning again would silently lose its weight."""
    asked, areas = {*ASKED, *EXACTLY}, {*STRONG, *WEAK}
    rules = {rule.name for rule in PHRASES.rules}
    for name in weights().of:
        if name.startswith("~"):
            assert name[1:] in FAMILIES, name
        elif name.startswith("rule "):
            assert name[5:].removeprefix("Q ").removeprefix("S ") in rules, name
        elif name[0] in "?&<" and len(name) > 1 and name[1] != " ":
            assert name[1:].removeprefix("m ").removesuffix(" much").rstrip("?") in asked | areas, name


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
        ("You're right, that's a risk. What did you do when it happened before?", "It could flood again."),
        ("What makes a school trip a good one, for the children and for your teachers?", None),
    ],
)
def test_who_sides_with_the_buyer_neither_argues_nor_pushes(text: str, buyer: str | None) -> None:
    assert not {"contradiction", "pressure", "pitch"} & read(text, buyer).flags.keys()
