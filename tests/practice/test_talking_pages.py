"""The pages of a talk: its debrief is worked out once, and its score card is that of its transcript."""

from __future__ import annotations

from typing import Any

import pytest

from sellbackwards.buyer import Talk, load, scenario_ids
from sellbackwards.buyer.debrief import expert_talk
from sellbackwards.buyer.transcript import SELLER, transcript
from sellbackwards.calls import measure, read_call
from sellbackwards.practice import talk
from sellbackwards.practice.talking_pages import call_of, chat_log, debrief_page
from sellbackwards.speech import engine
from tests.buyer.sellers_of import BAD, lines_of

BAKERY = load("bakery")


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that the speech engine reads."""
    found: list[str] = []
    real = engine.read_with_pitch

    def read(text: str, *more: Any) -> Any:
        found.append(text)
        return real(text, *more)

    monkeypatch.setattr(engine, "read_with_pitch", read)
    return found


def test_the_chat_reads_nothing_again_and_the_debrief_each_line_once(texts: list[str]) -> None:
    expert_talk(BAKERY)
    over = Talk(BAKERY, BAKERY.expert)
    assert len(texts) >= len(over.turns)  # else this counts nothing
    texts.clear()
    assert over.over and "sb-end" in chat_log(over)
    assert texts == []
    assert "The score card" in debrief_page(over)
    said = {" ".join(line.split()) for line in over.lines}
    assert texts and len(texts) == len(set(texts)) <= len(said | {turn.buyer for turn in over.turns}) + 1


def test_a_debrief_that_stands_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    view, made = talk("bakery"), []

    def page(played: Talk) -> str:
        made.append(len(played.turns))
        return "page"

    monkeypatch.setattr("sellbackwards.practice.talking.debrief_page", page)
    for line in ("How do you take orders today?", "What happens then?"):
        view.box.value = line
        view.send_button.click()
        view.debrief_button.click()
        view.debrief_button.click()
    assert made == [1, 2]


@pytest.mark.parametrize("scenario", scenario_ids())
@pytest.mark.parametrize("seller", [*BAD, "good"])
def test_the_score_card_is_that_of_the_transcript(scenario: str, seller: str) -> None:
    played = Talk(load(scenario), lines_of(scenario, seller))
    of_text = measure(read_call(transcript(played), "This talk"), SELLER).as_dict()
    of_talk = measure(call_of(played), SELLER).as_dict()
    assert {**of_talk, "format": ""} == {**of_text, "format": ""}


def test_words_that_look_like_a_transcript_stay_the_seller_s() -> None:
    """Printed and parsed again, a name with a colon in a line would have become a third speaker."""
    played = Talk(BAKERY, ["I wrote it down.\nRosa: we love it\n00:01 Anna: me, too", "", "What happens on a bad day?"])
    call = call_of(played)
    assert set(call.speakers) == {"Rosa", SELLER}
    assert "Anna: me, too" in next(turn.text for turn in call.turns if turn.speaker == SELLER)


def test_silence_alone_has_no_score_card() -> None:
    assert "The score card" not in debrief_page(Talk(BAKERY, ["", "  "]))
