"""A call as it is played: who says which words from when to when."""

from __future__ import annotations

from dataclasses import dataclass

from sellbackwards.calls.call import Call, count_words

WORDS_A_MINUTE = 150
"""How fast a call without times is played."""


@dataclass(frozen=True)
class Utterance:
    """Words said in one go: `start` and `end` in seconds from the call's first word, `turn` the turn's number."""

    turn: int
    speaker: str
    text: str
    start: float
    end: float


def utterances(call: Call) -> tuple[Utterance, ...]:
    """What is said in a call, by the time at which it begins; utterances may overlap, as people do.

    Where the transcript has no times, each turn lasts as long as its words need at `WORDS_A_MINUTE`.
    """
    if not call.clocked:
        found, at = [], 0.0
        for turn in call.turns:
            end = at + max(1, count_words(turn.text)) * 60 / WORDS_A_MINUTE
            found.append(Utterance(turn.i, turn.speaker, turn.text, at, end))
            at = end
        return tuple(found)
    begin = call.begin
    timed = (
        Utterance(turn.i, turn.speaker, text, start - begin, end - begin)
        for turn in call.turns
        for text, (start, end) in zip(turn.said, turn.spans, strict=True)
    )
    return tuple(sorted(timed, key=lambda one: one.start))
