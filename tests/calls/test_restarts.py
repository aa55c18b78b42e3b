"""Times that go back: midnight, the full hour, a second recording, one mistyped time, each speaker written down alone."""

from __future__ import annotations

import pytest

from sellbackwards.calls.assembling import assemble
from sellbackwards.calls.call import Call, Cue

SAID = [
    "Can you hear me?",
    "Yes, fine.",
    "How does the night shift go?",
    "Two short.",
    "And the morning?",
    "An hour late.",
]


def call(*starts: float, speakers: str = "ERERER") -> Call:
    return assemble("x.txt", "text", [Cue(who, text, at) for who, text, at in zip(speakers, SAID, starts, strict=True)])


@pytest.mark.parametrize(
    ("starts", "seconds"),
    [
        ((86380, 86386, 86392, 1, 7, 12), 34),  # past midnight
        ((46780, 46786, 46792, 3601, 3607, 3612), 34),  # one o'clock after 12:59
        ((3520, 3586, 3592, 1, 7, 12), 94),  # past the hour
        ((5, 100, 1000, 4, 9, 15), 1010),  # a second recording
    ],
)
def test_what_was_said_later_stays_later(starts: tuple[float, ...], seconds: int) -> None:
    found = call(*starts)
    assert [turn.text for turn in found.turns] == SAID
    assert "go back" in found.guess
    first, last = found.turns[0].start, found.turns[-1].spans[-1][1]
    assert first is not None
    assert last - first == pytest.approx(seconds, abs=3)


def test_one_wrong_time_moves_no_turn() -> None:
    found = call(1, 4504, 7, 10, 13, 16)
    assert [turn.text for turn in found.turns] == SAID
    assert "turn 2" in found.guess


def test_speakers_written_down_one_after_the_other_are_joined_by_time_and_it_is_said() -> None:
    found = call(1, 130, 250, 4, 133, 255, speakers="EEERRR")
    assert [turn.speaker for turn in found.turns] == list("ERERER")
    assert "order of time" in found.guess


def test_talk_over_each_other_is_no_restart() -> None:
    assert not call(0, 5, 4, 9, 8, 20).guess
