"""Is something asked, and how would a listener hear it?"""

from __future__ import annotations

import pytest

from sellbackwards.speech import read

OPEN = [
    "What happens today when an invoice arrives late?", "tell me about your week", "Walk me through the last order.",
    "Could you walk me through how you plan a shift?", "I'm wondering how you keep track of stock", "how you are handling it nowadays?",
    "wat hapens when a van breaks down", "I'd love to hear how the mornings go.", "Would you mind telling me what went wrong?",
    "May I ask what made you think so?", "Help me understand what a normal day looks like.", "So, um, what - what do you do then?",
    "thats fair what would need to change for you", "When a part is missing, how do you get by?", "What else?", "Why?",
    "Mind if I ask how you spot a late payer?", "Sir kindly tell me how you are managing nowadays", "How much of a headache is it?",
    "Please describe your mornings.", "do you mind if i ask why", "Okay. And how do you feel about that?",
]  # fmt: skip
CLOSED = [
    "Do you have a warehouse?", "How many vans do you run?", "When does the contract end?", "who signs the order", "is everyone insured",
    "You're on spreadsheets for that?", "Which site is the biggest?", "What is your budget?", "May I ask if you rent?",
    "How do you book your slots today? By phone?", "So the night shift is the sore point. Is that it?", "Any questions so far?",
    "have you ever had a break-in", "Would Tuesday suit you?", "How often does that happen?", "you ever been there",
]  # fmt: skip
CHOICE = [
    "Is it price or timing?", "Do you buy or lease?", "Which handle suits you, the brass one or the steel one?",
    "Would mornings or afternoons be better?", "Is it the smell, the stairs or the heat?",
]  # fmt: skip
LEADING = [
    "That's fast, isn't it?", "You want to save money, don't you?", "Wouldn't it be great if it just worked?", "You work on Saturdays, right?",
    "Did you know that our app does this?", "Guess what?", "Don't you want more time?", "Would you agree that speed matters?",
    "You are selling carpets also, isn't it?", "it isn't cheap, is it?", "How would you like to double your sales?", "everyone does that dont they",
]  # fmt: skip
NONE = [
    "What we do is look after lifts.", "How great is that!", "What a tidy yard you keep!", "Let me know what you decide.", "Understood.", "",
    "The one which is broken is mine.", "I asked him what he wanted and he left.", "When I was there, it rained.", "banana", "   ",
    "Here is what I'd suggest: we meet on Tuesday.", "That is how we do it.", "parasol deck bucket???",
    "what how why customers growth",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (t, form)
        for form, texts in (
            ("open", OPEN),
            ("closed", CLOSED),
            ("choice", CHOICE),
            ("leading", LEADING),
            ("none", NONE),
        )
        for t in texts
    ],
)
def test_form(text: str, form: str) -> None:
    reading = read(text)
    assert reading.form == form
    assert reading.question == (form != "none")


def test_the_last_question_decides() -> None:
    assert read("What do you enjoy about the shop? Is it busy on Mondays?").form == "closed"
    assert read("Is it busy on Mondays? What do you enjoy about the shop?").form == "open"


def test_sentences_keep_the_words_as_written() -> None:
    text = "  Hm. What’s it like for you?  It is late here! "
    reading = read(text)
    assert [s.text for s in reading.sentences] == ["What’s it like for you?", "It is late here!"]
    assert reading.text == text


def test_no_marks_and_no_capitals_change_little() -> None:
    for text in OPEN[:6] + CLOSED[:4]:
        assert read(text.lower().rstrip("?.!")).question, text


def test_ten_thousand_characters_are_read_and_bounded() -> None:
    long = "We have many vans and what do you think of them, " * 220
    assert len(long) > 10_000
    assert read(long).form in ("open", "closed", "none", "leading", "choice")
    assert read("a" * 10_000).form == "none"
    assert read("?" * 10_000).form == "none"
