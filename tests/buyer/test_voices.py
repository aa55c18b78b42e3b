"""Several people in one talk: who is asked by name, and who says what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sellbackwards.buyer import load
from sellbackwards.buyer.voices import as_text, asked_by_name, asks_everyone, lines_by

THREE = replace(load("bakery"), people={"Ruth": "head of finance", "Dev": "head of IT", "Sam": "a teacher"})


@pytest.mark.parametrize(
    ("line", "who", "left"),
    [
        ("Dev, how do you do that today?", "Dev", "How do you do that today?"),
        ("How do you do that today, Dev?", "Dev", "How do you do that today?"),
        ("dev how do you do that", "Dev", "How do you do that"),
        ("And you, Dev?", "Dev", "And you?"),
        ("Sam?", "Sam", "And you?"),
        ("Thanks, Ruth. Dev, what does that mean for you?", "Dev", "Thanks. What does that mean for you?"),
        ("What does Sam think about that?", "Sam", "What does Sam think about that?"),
        ("I'd like to hear from Ruth what it costs.", "Ruth", "I'd like to hear from Ruth what it costs."),
        ("How do you do that today?", "", "How do you do that today?"),
        ("So Dev does it at night.", "", "So Dev does it at night."),
    ],
)
def test_who_is_asked_by_name(line: str, who: str, left: str) -> None:
    asked, kept = asked_by_name(THREE, line)
    assert (asked, kept) == (who, left)


def test_where_one_sits_there_nobody_is_asked_by_name() -> None:
    assert asked_by_name(load("bakery"), "Rosa, how do you bake?") == ("", "Rosa, how do you bake?")
    assert not asks_everyone(load("bakery"), "What does each of you want?")
    assert asks_everyone(THREE, "What does each of you want?")


def test_who_says_what() -> None:
    said = lines_by(THREE, ["Ruth: Forty.", "That's all.", "Dev: Forty-two. Ruth: Well."], "Sam")
    assert said == (("Ruth", "Forty. That's all."), ("Dev", "Forty-two."), ("Ruth", "Well."))
    assert lines_by(THREE, ["Hm."], "Sam") == (("Sam", "Hm."),)
    assert lines_by(THREE, ["As I said:", "Dev: it's late."], "Sam") == (("Dev", "As I said: it's late."),)
    assert as_text(THREE, said) == "Ruth: Forty. That's all.\nDev: Forty-two.\nRuth: Well."
    assert as_text(load("bakery"), (("Rosa", "Two."),)) == "Two."
