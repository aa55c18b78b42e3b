"""Listen, then act: where a call stops, and what the round there is made of."""

from __future__ import annotations

from typing import Any

import pytest

from sellbackwards.exercises import judge
from sellbackwards.practice import listening
from sellbackwards.practice.listening import StopNotFound, stops_as_rounds
from sellbackwards.practice.playing import play
from sellbackwards.practice.rounds import load_rounds
from sellbackwards.publishing.paper_practices import asked_on_paper

CALL = """WEBVTT

NOTE
Seller: Sam. Buyer: Bea.

00:00:01.000 --> 00:00:03.000
<v Sam>How was the fair?</v>

00:00:03.500 --> 00:00:09.000
<v Bea>Loud. We lost two boxes of cups.</v>

00:00:05.000 --> 00:00:05.400
<v Sam>Mm-hm.</v>

00:00:09.500 --> 00:00:12.000
<v Sam>Right. And how many came to the fair?</v>

00:00:12.500 --> 00:00:14.000
<v Bea>Sixty. It’s the boxes that annoy me.</v>

00:00:13.800 --> 00:00:16.000
<v Sam>Great. Shall I send you the offer?</v>
"""


@pytest.fixture
def data(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    (tmp_path / "fair.vtt").write_text(CALL, encoding="utf-8")
    monkeypatch.setattr(listening, "DATASETS", tmp_path)
    return lambda *at, **more: {"call": "fair.vtt", "stops": [{"at": words, "notice": "n"} for words in at], **more}


def test_a_stop_holds_what_was_said_since_the_one_before(data: Any) -> None:
    first, second = stops_as_rounds(data("two boxes of cups", "It's the BOXES  that annoy me"))
    assert [one.text for one in first["heard"]] == [
        "How was the fair?",
        "Loud. We lost two boxes of cups.",
        "Mm-hm.",
    ]
    assert first["buyer"] == "Loud. We lost two boxes of cups."
    assert first["goes_on"] == {"seller": "Sam", "says": "Right. And how many came to the fair?"}
    assert second["heard"][0].text == "Right. And how many came to the fair?"
    assert second["goes_on"]["says"] == "Great. Shall I send you the offer?"


def test_listening_may_begin_later(data: Any) -> None:
    (only,) = stops_as_rounds(data("It's the boxes", begins="how many came"))
    assert [one.speaker for one in only["heard"]] == ["Sam", "Bea"]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (["three boxes"], "aren't in the call"),
        (["boxes"], "2 times"),
        (["How was the fair?"], "the seller says"),
        (["It's the boxes", "two boxes of cups"], "too early"),
    ],
)
def test_a_stop_that_is_nowhere_says_so(data: Any, at: list[str], said: str) -> None:
    with pytest.raises(StopNotFound, match=said):
        list(stops_as_rounds(data(*at)))


def test_the_seller_s_own_next_question_does_not_take_up_what_was_said() -> None:
    _, rounds = load_rounds("05_listen")
    assert judge(rounds[2], "So that room, how many square metres is that?").status == "not yet"
    assert judge(rounds[2], "Do you like jazz?").status != "passed"


def test_on_paper_the_call_stands_before_each_stop() -> None:
    _, rounds = load_rounds("05_listen")
    sheet = asked_on_paper(2, rounds[1], 4)
    assert sheet.index("They all rotate.") < sheet.index("What would you say now?") < sheet.index('class="lines"')


def test_the_seller_s_answer_is_shown_when_it_is_asked_for() -> None:
    view = play("05_listen")
    assert view.goes_on_button.description == "What did Dale say?"
    assert "They all rotate" not in view.help.value
    view.goes_on_button.click()
    assert "They all rotate" in view.help.value and "explains that it" in view.help.value
    view.next_button.click()
    assert "They all rotate" not in view.help.value
    assert "They all rotate" in view.heard.value


def test_at_a_stop_waiting_can_be_a_reply() -> None:
    """ "Mm." is what the seller says there; a stop where nobody waits asks for more."""
    waits, other = load_rounds("06_listen")[1][2], load_rounds("06_listen")[1][0]
    for text in ("Mm.", "…", "Mm, you did.", "You did."):
        assert judge(waits, text).passed, text
    assert not judge(waits, "So should I send the order now?").passed
    assert not judge(other, "Mm.").passed


def test_the_question_counts_whatever_is_said_before_it() -> None:
    stop = load_rounds("05_listen")[1][1]
    assert judge(stop, "One kitchen, lovely. And how many toilets, and is there a lift?").status == "not yet"
    assert judge(stop, "Nobody does? How does the dishwasher get emptied, then?").passed
