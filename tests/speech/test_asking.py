"""Is something asked, and how would a listener hear it?"""

from __future__ import annotations

import pytest

from sellbackwards.speech import read
from sellbackwards.speech.lexicon import WH
from sellbackwards.speech.patterns import Table
from sellbackwards.speech.question_rules import PROMPTS, TOLD, WH_FORM
from sellbackwards.speech.question_words import wh_form
from sellbackwards.speech.words import MAX_WORDS, sentences

OPEN = [
    "What happens today when an invoice arrives late?", "tell me about your week", "Walk me through the last order.",
    "Could you walk me through how you plan a shift?", "I'm wondering how you keep track of stock", "how you are handling it nowadays?",
    "wat hapens when a van breaks down", "I'd love to hear how the mornings go.", "Would you mind telling me what went wrong?",
    "May I ask what made you think so?", "Help me understand what a normal day looks like.", "So, um, what - what do you do then?",
    "thats fair what would need to change for you", "When a part is missing, how do you get by?", "What else?", "Why?",
    "Mind if I ask how you spot a late payer?", "Sir kindly tell me how you are managing nowadays", "How much of a headache is it?",
    "Please describe your mornings.", "do you mind if i ask why", "Okay. And how do you feel about that?",
    "And the nights?",
    "And if nobody picks up?",
    "Such as?",
    "If nothing changed, where would that leave the shop?",
    "Who ends up staying late when that happens?",
    "is someone going up there, or how you know that the bin is full",
    "What, if anything, would you change?",
    "The thing I keep wondering is what your mornings are like.",
    "once they have seen the hall what brings them back",
    "Any other worries about it?",
]  # fmt: skip
CLOSED = [
    "Do you have a warehouse?", "How many vans do you run?", "When does the contract end?", "who signs the order", "is everyone insured",
    "You're on spreadsheets for that?", "Which site is the biggest?", "What is your budget?", "May I ask if you rent?",
    "How do you book your slots today? By phone?", "So the night shift is the sore point. Is that it?", "Any questions so far?",
    "have you ever had a break-in", "Would Tuesday suit you?", "How often does that happen?", "you ever been there",
    "And your budget?",
    "How about Tuesday at ten?",
    "Would you be able to take a look at it?",
    "What do you charge for a day?",
    "Could you tell me when the lease ends?",
    "So what you're saying is that it's too early?",
    "Got five minutes?",
    "I wonder does anybody read the board",
]  # fmt: skip
CHOICE = [
    "Is it price or timing?", "Do you buy or lease?", "Which handle suits you, the brass one or the steel one?",
    "Would mornings or afternoons be better?", "Is it the smell, the stairs or the heat?",
    "Is it timing, or is it more the price?",
    "What's worse, the noise or the dust?",
    "Sir, the roof is leaking or not leaking?",
    "Which of the two gates sticks?",
    "Do they come to you, do you go to them, or does it vary?",
]  # fmt: skip
LEADING = [
    "That's fast, isn't it?", "You want to save money, don't you?", "Wouldn't it be great if it just worked?", "You work on Saturdays, right?",
    "Did you know that our app does this?", "Guess what?", "Don't you want more time?", "Would you agree that speed matters?",
    "You are selling carpets also, isn't it?", "it isn't cheap, is it?", "How would you like to double your sales?", "everyone does that dont they",
    "Nice or?",
    "You wouldn't say no to that, would you, Mr Okoye?",
    "Do you want to lose another customer?",
    "Why would anyone pay more?",
    "The catch? None.",
    "So the rats are back, I suppose?",
    "Have you ever wondered what others pay?",
    "Is it good or is it good?",
]  # fmt: skip
NONE = [
    "What we do is look after lifts.", "How great is that!", "What a tidy yard you keep!", "Let me know what you decide.", "Understood.", "",
    "The one which is broken is mine.", "I asked him what he wanted and he left.", "When I was there, it rained.", "banana", "   ",
    "Here is what I'd suggest: we meet on Tuesday.", "That is how we do it.", "parasol deck bucket???",
    "what how why customers growth",
    "Now you tell me how you want to go on from here.",
    "Tell me if Tuesday suits you.",
    "I'll come on Monday and share what I found.",
    "Any questions, just call.",
    "How lovely, a yard with trees!",
    "Why I'm calling is that the lift is due.",
    "He asked me why we didn't call.",
    "I'll be there on the 3rd of May at ten.",
    "It runs at night and has a battery.",
    "Should you need anything, call me.",
    "What matters is your family.",
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


@pytest.mark.parametrize("table", [PROMPTS, TOLD, WH_FORM], ids=["prompts", "told", "wh_form"])
def test_every_rule_has_a_reason_and_catches_its_examples(table: Table) -> None:
    for rule in table.rules:
        assert rule.reason
        for example in rule.examples:
            assert rule.name in {hit.rule.name for s in sentences(example) for hit in table.hits(s)}, example


def test_a_question_word_has_the_form_that_its_rule_names() -> None:
    for rule in WH_FORM.rules:
        for example in rule.examples:
            s = sentences(example)[-1]
            assert wh_form(s, next(i for i, word in enumerate(s.words) if word in WH)) == rule.name, example


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


def test_a_long_turn_is_read_as_far_as_its_limit() -> None:
    filler, asked = "We have many vans. ", "What do you do?"
    whole = MAX_WORDS // 4
    assert read(filler * (whole - 1) + asked).form == "open"
    assert read(filler * whole + asked).form == "none"
    assert read("We have many vans and what do you think of them, " * 220).form == "open"
    assert read("a" * 10_000).form == "none"
    assert read("?" * 10_000).form == "none"
