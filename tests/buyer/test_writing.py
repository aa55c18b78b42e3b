"""A talk in writing: what of a message is heard, how many questions are answered, and when."""

from __future__ import annotations

from datetime import datetime

import pytest

from sellbackwards.buyer import Talk, load
from sellbackwards.buyer.hearing import hear
from sellbackwards.buyer.writing import answered_at, body_of, questions_of, sent_at, stamp
from sellbackwards.calls import measure
from sellbackwards.practice.talking_pages import SELLER, as_the_buyer_heard, call_of, chat_log

TWO = "What does your software do for a climbing gym? And how many people are you?"


@pytest.mark.parametrize(
    ("message", "body"),
    [
        ("Subject: Your week\n\nHi Sunniva,\n\nhow do you plan it?\n\nBest,\nTom", "how do you plan it?"),
        ("Subject: Hello\nHello,\nwho decides?\nKind regards\nTom Reed\nAcme", "who decides?"),
        ("Hi Sunniva, how do you plan it? And who decides? Best, Tom", "how do you plan it? And who decides?"),
        ("Hello! What happened then? Looking forward to hearing from you. Cheers", "What happened then?"),
        ("Dear Ms Haddad, why now?", "why now?"),
        ("> old words\nWhat is hard?\n-- \nTom Reed\nSales, Acme\n+44 1234", "What is hard?"),
        ("Thanks for the quick answer. What came next?", "Thanks for the quick answer. What came next?"),
        ("What happened? All the best of them left.", "What happened? All the best of them left."),
        ("Best, Tom", "Best, Tom"),
        ("", ""),
        ("hello how are you", "hello how are you"),
    ],
)
def test_only_the_body_of_a_message_is_heard(message: str, body: str) -> None:
    assert body_of(message) == body


def test_a_message_is_split_at_its_questions() -> None:
    def parts(text: str) -> list[str]:
        return questions_of(hear(text, "", False))

    assert parts("You lost two people. How did that go? And who does it now? I ask because of May.") == [
        "You lost two people. How did that go?",
        "And who does it now? I ask because of May.",
    ]
    assert parts("I see.") == ["I see."]
    assert len(parts("Who did that? When exactly was it? Why did it stop?")) == 3
    assert parts("And you? How are you holding up?") == ["And you? How are you holding up?"]


def test_answers_come_in_order_by_day_and_never_at_night() -> None:
    clock = datetime(2026, 5, 12, 16, 40)
    assert stamp(clock) == "Tuesday 12 May, 16:40"
    for n in range(60):
        sent = sent_at(clock, f"line {n}", n > 40)
        answer = answered_at(sent, f"line {n}", n > 40, n % 3)
        assert clock < sent < answer and 7 <= answer.hour < 23
        clock = answer


def test_two_questions_are_answered_and_the_third_is_left() -> None:
    founder = load("founder_email")
    turn = Talk(founder, [f"Subject: Two things\n\nHi Jolien,\n\n{TWO}\n\nBest,\nTom"]).turns[-1]
    assert "\n\n" in turn.buyer and turn.new == ("product",)
    assert "many_questions" not in {step.rule for step in turn.steps}
    turn = Talk(founder, [f"{TWO} And who decides about such a thing?"]).turns[-1]
    assert "many_questions" in {step.rule for step in turn.steps}
    assert any(turn.buyer.endswith(line) for line in founder.lines["left_one"])


def test_who_writes_too_much_waits_longer_and_gets_less() -> None:
    founder, ask = load("founder_email"), "What does your software do for a climbing gym?"
    short = Talk(founder, [ask]).turns[-1]
    long = Talk(founder, ["I walked to the office this morning and had a look at the river. " * 12 + ask]).turns[-1]
    assert short.new and not long.new
    assert "long" in {step.rule for step in long.steps}
    assert long.buyer == founder.fact("product").short


def test_who_tells_and_asks_nothing_gets_no_reply_the_second_time() -> None:
    talk = Talk(
        load("founder_email"),
        [
            "Our platform is the best on the market, and people love the dashboard.",
            "We have won three awards for it, and it has a new design.",
            "What does your software do for a climbing gym?",
        ],
    )
    first, second, third = talk.turns
    assert first.said and not second.said and second.buyer.startswith("(No reply by ")
    assert third.said
    assert second.buyer in chat_log(talk)
    measures = as_the_buyer_heard(talk, measure(call_of(talk), SELLER))
    assert len([turn for turn in measures.call.turns if turn.speaker == SELLER]) == 2  # two in a row are one turn


def test_after_some_emails_they_go_on_in_a_chat() -> None:
    founder = load("founder_email")
    talk = Talk(founder, founder.expert)
    by = [turn.at.rpartition(", ")[2] for turn in talk.turns]
    assert founder.email is not None
    mails = founder.email.chat_after - 1
    assert by == ["by email"] * mails + ["in the chat"] * (len(by) - mails)
    assert any(talk.turns[mails - 1].buyer.endswith(line) for line in founder.lines["to_chat"])


def test_a_spoken_talk_has_no_days() -> None:
    turn = Talk(load("bakery"), ["Hello, how do you bake today?"]).turns[-1]
    assert turn.sent == turn.at == ""


def test_a_message_is_shown_with_its_day_and_its_line_breaks() -> None:
    page = chat_log(Talk(load("founder_email"), ["Hi Jolien,\n\n<b>why</b> Germany?"]))
    assert "Tuesday 12 May, 16:40, by email" in page
    assert "Hi Jolien,<br><br>&lt;b&gt;why&lt;/b&gt; Germany?" in page
