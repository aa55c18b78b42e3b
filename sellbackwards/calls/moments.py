"""Choose three moments of a call that are worth listening to again."""

from __future__ import annotations

from dataclasses import dataclass

from sellbackwards.calls.call import Turn
from sellbackwards.calls.measured import Measures
from sellbackwards.calls.turn_taking import is_backchannel

_ENOUGH = 8  # words of a buyer's turn that held something to say back


@dataclass(frozen=True)
class Moment:
    """A turn, when it begins (seconds into the call, None without a clock), and why to hear it again."""

    turn: int
    at: float | None
    title: str
    why: str
    text: str


def moments(measures: Measures) -> tuple[Moment, ...]:
    """At most three, in the order of the call, no turn twice:

    1. the longest monologue begins;
    2. the question that drew the longest answer;
    3. what the other side said at most length, and the seller went on to tell without saying any of it back; where
       there is none, an interruption.
    """
    turns = measures.call.turns
    found: dict[int, tuple[str, str]] = {}
    monologue = measures.longest_monologue
    if monologue.turn is not None and monologue.words >= 2 * _ENOUGH:
        found[monologue.turn] = ("The longest monologue", "What would the other side have said half-way?")
    best = _best_question(measures)
    if best is not None:
        found.setdefault(best, ("The question that opened most", "Listen to the answer it got. What did it earn?"))
    missed = _talked_past(measures)
    if missed is not None:
        found.setdefault(missed, ("Told instead of said back", "Hear what came just before. What could be said back?"))
    elif measures.interrupts:
        found.setdefault(measures.interrupts[0], ("Jumped in", "What was the other one about to say?"))
    return tuple(
        Moment(turn, _at(turns[turn], measures), title, why, turns[turn].text)
        for turn, (title, why) in sorted(found.items())
    )


def _at(turn: Turn, measures: Measures) -> float | None:
    return None if turn.start is None else max(0.0, turn.start - measures.call.begin)


def _best_question(measures: Measures) -> int | None:
    """The seller's turn with a question after which the others speak most words before the seller takes over again."""
    turns = measures.call.turns
    answers: dict[int, int] = {}
    for asked in {question.turn for question in measures.asked}:
        words = 0
        for turn in turns[asked + 1 :]:
            if turn.speaker != measures.seller:
                words += turn.words
            elif not is_backchannel(turn):
                break
        answers[asked] = words
    best = max(sorted(answers), key=lambda turn: answers[turn], default=None)
    return best if best is not None and answers[best] > 0 else None


def _talked_past(measures: Measures) -> int | None:
    turns = measures.call.turns
    told = set(measures.informs) - set(measures.reflects) - {question.turn for question in measures.asked}
    past = {n: turns[n - 1].words for n in told if n and turns[n - 1].words >= _ENOUGH and "?" not in turns[n - 1].text}
    return max(sorted(past), key=lambda turn: past[turn], default=None)
