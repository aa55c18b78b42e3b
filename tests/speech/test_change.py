"""Questions about the need to change, and the areas that they fall on."""

from __future__ import annotations

import pytest

from sellbackwards.speech import AREAS, read
from sellbackwards.speech.area_words import PHRASES, STRONG, WEAK
from sellbackwards.speech.change import _PAIRED, area_features, gather
from sellbackwards.speech.change_rules import CHANGE, EXACT, OTHER_MOVES, TOGETHER, WORDS
from sellbackwards.speech.change_weights import AREA_WEIGHTS, CHANGE_WEIGHTS
from sellbackwards.speech.engine import read_with_pitch
from sellbackwards.speech.words import sentences

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


def test_turns_of_phrase_of_each_area_catch_their_examples() -> None:
    for rule in PHRASES.rules:
        for example in rule.examples:
            assert rule.name in {hit.rule.name for s in sentences(example) for hit in PHRASES.hits(s)}, example


def test_every_area_has_words() -> None:
    assert set(STRONG) == set(WEAK) == set(AREAS) == {rule.name for rule in PHRASES.rules}


def test_weights_belong_to_cues_that_exist() -> None:
    """A family renamed without learning again would silently lose its weight."""
    forms = {"open", "closed", "choice", "leading", "reply"}
    families = {*EXACT, *WORDS}
    known = {"", "b:any", *forms, *(rule.name for rule in CHANGE.rules)}
    known |= {"w:" + f for f in families} | {"c:" + f for f in families}
    known |= {"flag:" + f for f in OTHER_MOVES} | {"s:" + a for a in AREAS}
    known |= {f"{one}+{other}" for one, other in TOGETHER}
    assert set(CHANGE_WEIGHTS) <= known
    assert {one for one, _ in TOGETHER} == set(_PAIRED)
    text = "What would it cost you if the boiler failed again?"
    reading, parts = read_with_pitch(text, None, None)
    cues = gather(parts, reading.flags, None, None)
    assert cues is not None
    assert set(area_features(cues)) == set(AREAS)
    assert any(key in AREA_WEIGHTS for row in area_features(cues).values() for key in row)
