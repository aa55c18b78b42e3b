"""A talk in writing: what of a message is heard, how many questions are answered, and when."""

from __future__ import annotations

from datetime import datetime

import pytest

from sellbackwards.buyer.hearing import hear
from sellbackwards.buyer.writing import answered_at, body_of, questions_of, sent_at, stamp


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
    assert len(parts("Who? When exactly was that? Why did it stop?")) == 3


def test_answers_come_in_order_by_day_and_never_at_night() -> None:
    clock = datetime(2026, 5, 12, 16, 40)
    assert stamp(clock) == "Tuesday 12 May, 16:40"
    for n in range(60):
        sent = sent_at(clock, f"line {n}", n > 40)
        answer = answered_at(sent, f"line {n}", n > 40, n % 3)
        assert clock < sent < answer and 7 <= answer.hour < 23
        clock = answer
