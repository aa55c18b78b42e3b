"""Several people in one talk: who is asked by name, and who says what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sellbackwards.buyer import Talk, load
from sellbackwards.buyer.transcript import transcript
from sellbackwards.buyer.voices import as_text, asked_by_name, asked_of_everyone, lines_by, names_of
from sellbackwards.calls import measure
from sellbackwards.exercises.kinds.talk import seller_lines
from sellbackwards.practice.talking_pages import SELLER, as_the_buyer_heard, call_of

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
    line = "What would each of you want?"
    assert asked_of_everyone(load("bakery"), line) == (False, line)
    assert asked_of_everyone(THREE, line) == (True, "What would you want?")
    assert asked_of_everyone(THREE, "Everybody: what must not happen?") == (True, "what must not happen?")


def test_who_says_what() -> None:
    said = lines_by(THREE, ["Ruth: Forty.", "That's all.", "Dev: Forty-two. Ruth: Well."], "Sam")
    assert said == (("Ruth", "Forty. That's all."), ("Dev", "Forty-two."), ("Ruth", "Well."))
    assert lines_by(THREE, ["Hm."], "Sam") == (("Sam", "Hm."),)
    assert lines_by(THREE, ["As I said:", "Dev: it's late."], "Sam") == (("Dev", "As I said: it's late."),)
    assert as_text(THREE, said) == "Ruth: Forty. That's all.\nDev: Forty-two.\nRuth: Well."
    assert as_text(load("bakery"), (("Rosa", "Two."),)) == "Two."


def test_who_is_asked_by_name_answers() -> None:
    talk = Talk(load("committee"), ["Gethin, how are the systems set up today?", "What goes wrong with that script?"])
    assert [who for turn in talk.turns for who, _ in turn.said] == ["Gethin", "Gethin"]
    turn = talk.say("And you, Shabnam?")
    assert [who for who, _ in turn.said] == ["Shabnam"]
    turn = talk.say("Marcia, what does a normal morning look like in the attendance office?")
    assert [who for who, _ in turn.said] == ["Marcia", "Shabnam"]  # it isn't hers, and she says whose it is


def test_asked_what_each_of_them_wants_all_answer() -> None:
    lines = ["Shabnam, what does a normal morning look like for you?", "What would each of you need from it?"]
    said = Talk(load("committee"), lines).turns[-1].said
    assert {"Gethin", "Shabnam"} <= {who for who, _ in said}


def test_the_score_card_and_the_transcript_have_everybody_s_name() -> None:
    talk = Talk(load("committee"), load("committee").expert)
    call = call_of(talk)
    assert set(call.speakers) == {SELLER, *load("committee").people}
    assert "Shabnam: " in transcript(talk) and "Marcia, Gethin and Shabnam: " not in transcript(talk)
    measures = as_the_buyer_heard(talk, measure(call, SELLER))
    assert measures.reflects and measures.next_step is not None


def test_their_lines_in_an_answer_are_not_the_seller_s() -> None:
    talk = Talk(load("committee"), load("committee").expert)
    told = transcript(talk).replace("Seller:", "Me:")
    assert seller_lines(told, *names_of(talk.scenario)) == list(load("committee").expert)
