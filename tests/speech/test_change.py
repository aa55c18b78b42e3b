"""Questions about the need to change, and the areas that they fall on."""

from __future__ import annotations

import pytest

from sellbackwards.speech import AREAS, read
from sellbackwards.speech.area_words import STRONG, WEAK

ASKED = [
    ("What would a fine from the inspector do to the kitchen?", "risk"),
    ("How many hours a week does your crew lose on paperwork?", "efficiency"),
    ("When did you last sleep through a whole night?", "sanity"),
    ("What do your guests say when the heating is off?", "customers"),
    ("What is keeping you from opening a second workshop?", "growth"),
    ("Which orders did you have to turn away in spring?", "opportunity"),
]
PLAIN = [
    "How do you label the boxes at the moment?",
    "Which colour would you like for the door?",
    "Who signs the contract on your side?",
    "We deliver on Mondays.",
    "What are the next steps on your side?",
]


@pytest.mark.parametrize(("text", "area"), ASKED)
def test_asks_about_change_and_names_where(text: str, area: str) -> None:
    reading = read(text)
    assert "change" in reading.flags
    assert area in reading.areas
    assert all(words in text for words in (reading.flags["change"], *reading.areas.values()))


@pytest.mark.parametrize("text", PLAIN)
def test_plain_questions_and_statements_do_not(text: str) -> None:
    reading = read(text)
    assert "change" not in reading.flags
    assert not reading.areas


def test_a_remark_says_where_when_the_question_does_not() -> None:
    question = "What does that do to you?"
    assert "sanity" in read(question, "I lie awake every night over the rota, my wife is fed up.").areas


def test_every_area_has_words() -> None:
    assert set(STRONG) == set(WEAK) == set(AREAS)
