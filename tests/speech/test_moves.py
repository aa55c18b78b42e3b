"""What a turn does besides asking, and with which words."""

from __future__ import annotations

import pytest

from sellbackwards.speech import AREAS, FLAGS, read
from sellbackwards.speech.asking_rules import INDIRECT, LEADING
from sellbackwards.speech.coach_rules import ANSWER, REMARK
from sellbackwards.speech.move_rules import MOVES
from sellbackwards.speech.patterns import Table
from sellbackwards.speech.tag_rules import TAGS
from sellbackwards.speech.words import sentences, stem

BUYER = "Your offer is a good bit above the one from Leeds."

CASES: list[tuple[str, str | None, set[str], set[str]]] = [
    # text, buyer, flags it must carry, flags it must not
    ("We offer free delivery to all of Europe.", None, {"pitch", "inform"}, {"pressure"}),
    ("I hear you, but our price is low.", BUYER, {"contradiction", "pitch"}, {"reflection"}),
    ("You're wrong there.", BUYER, {"contradiction"}, {"pitch"}),
    ("What would it take to get you to sign today?", BUYER, {"pressure"}, {"deferral"}),
    ("The offer ends on Friday.", None, {"pressure"}, {"next_step"}),
    ("I'm two deals short of my target this month.", None, {"seller_need"}, {"pitch"}),
    ("Here's what I'd suggest: a call on Tuesday. I'll send the agenda.", BUYER, {"next_step"}, {"deferral", "pressure", "pitch"}),
    ("Let me know how you'd like to proceed.", None, {"deferral"}, {"next_step"}),
    ("What are the next steps on your side?", None, {"deferral"}, {"pressure"}),
    ("So it's the gap to the one from Leeds that worries you.", BUYER, {"reflection"}, {"contradiction", "pitch"}),
    ("What does a day without the lift cost you?", None, {"change"}, {"pitch"}),
    ("How do you plan a shift today?", None, set(), set(FLAGS) - {"inform"}),
    ("What happened with those?", "I've had two roofers up there already.", set(), {"contradiction", "pitch", "reflection"}),
    ("How do you actually choose which oven goes on first?", None, set(), {"contradiction"}),
    ("You should cut down on it, because it can cause harm.", None, {"inform"}, {"reflection"}),
    ("Hello there.", None, set(), set(FLAGS)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "buyer", "must", "must_not"), CASES)
def test_flags(text: str, buyer: str | None, must: set[str], must_not: set[str]) -> None:
    flags = set(read(text, buyer).flags)
    assert must <= flags
    assert not flags & must_not


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Tell me about the orders you had to turn away this year.", "opportunity"),
        ("If you could take on a second crew, what would that open up?", "growth"),
        ("What do your guests say when the room isn't ready again?", "customers"),
        ("What would happen if the server died on a Friday?", "risk"),
        ("How many hours a week does the retyping eat up?", "efficiency"),
        ("What does all of this do to your evenings?", "sanity"),
    ],
)
def test_areas(text: str, area: str) -> None:
    reading = read(text)
    assert "change" in reading.flags
    assert area in reading.areas


def test_evidence_quotes_the_turn() -> None:
    for text, buyer, _, _ in CASES:
        reading = read(text, buyer)
        for words in (*reading.flags.values(), *reading.areas.values()):
            assert words
            assert words in text
        assert set(reading.flags) <= set(FLAGS)
        assert set(reading.areas) <= set(AREAS)


def test_a_reflection_needs_something_to_say_back() -> None:
    assert "reflection" not in read("So it's the gap that worries you.").flags


def test_misstating_is_no_reflection() -> None:
    assert (
        "reflection" not in read("Okay, so none of you wants it?", "I want the bigger boat, my brother doesn't.").flags
    )


@pytest.mark.parametrize(
    "table",
    [MOVES, INDIRECT, LEADING, TAGS, ANSWER, REMARK],
    ids=["moves", "indirect", "leading", "tags", "answer", "remark"],
)
def test_every_rule_has_a_reason_and_catches_its_examples(table: Table) -> None:
    for rule in table.rules:
        assert rule.reason
        assert rule.examples, rule.name
        for example in rule.examples:
            found = {hit.rule.name for s in sentences(example) for hit in table.hits(s)}
            assert rule.name in found, example


def test_forms_of_a_word_meet() -> None:
    assert len({stem(w) for w in ("deliver", "delivers", "delivery", "deliveries", "delivering", "delivered")}) == 1
    assert stem("£19") == "#"
