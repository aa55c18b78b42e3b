"""The plan beside the call as it went: which planned questions were asked, what was learned, who named the next step.

By meaning, not by letter: two questions are one where their telling words are the same, or stand for each other. Where
that isn't sure, the page says so and shows the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sellbackwards.calls.call import Turn
from sellbackwards.calls.measured import Asked, Measures
from sellbackwards.calls.turn_taking import is_backchannel
from sellbackwards.exercises.kinds.wording import SMALL, heard, keys
from sellbackwards.speech import read
from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.meaning import vector

Was = Literal["asked", "couldn't tell", "not asked"]

SURE, PERHAPS = 0.7, 0.3
"""From which likeness on two questions are taken for the same, and for perhaps the same."""
_WEAK = word_set(
    "happen happens happened today now currently do does did doing use used go goes get gets make makes handle usually "
    "tell walk talk describe show explain think feel mean want need look work way thing things kind much many long "
    "often first last next time really exactly right moment different"
)
_WEAK_WEIGHT = 0.35


@dataclass(frozen=True)
class Compared:
    """One planned question: was it asked, with which line of the call, and what the others said after it."""

    question: str
    was: Was
    asked: Asked | None
    answer: Sequence[Turn]


@dataclass(frozen=True)
class PlanAndCall:
    """A plan beside a call. `step_by` is who named a next step ("" where nobody did), `step` the turn it stands in."""

    questions: Sequence[Compared]
    step_by: str
    by_seller: bool
    step: Turn | None
    measures: Measures


def compare(questions: Sequence[str], measures: Measures) -> PlanAndCall:
    """Put planned questions beside a measured call."""
    step = measures.next_step
    return PlanAndCall(
        [_compared(question, measures) for question in questions],
        step.by if step else "",
        bool(step and step.by == measures.seller),
        measures.call.turns[step.turn] if step else None,
        measures,
    )


def _compared(question: str, measures: Measures) -> Compared:
    scored = [(likeness(question, asked.text), -asked.turn, asked) for asked in measures.asked]
    best = max(scored, key=lambda one: one[:2], default=None)
    if best is None or best[0] < PERHAPS:
        return Compared(question, "not asked", None, ())
    return Compared(question, _was(question, best[2], best[0]), best[2], answer_to(best[2], measures))


def _was(question: str, asked: Asked, score: float) -> Was:
    """An open question of the plan isn't asked for sure by one that wants a yes, a no or a time of day."""
    smaller = asked.form != "open" and read(question).form == "open"
    return "asked" if score >= SURE and not smaller else "couldn't tell"


def answer_to(asked: Asked, measures: Measures) -> list[Turn]:
    """What the others say after a question, until the seller takes over again."""
    found = []
    for turn in measures.call.turns[asked.turn + 1 :]:
        if turn.speaker != measures.seller:
            if not is_backchannel(turn):
                found.append(turn)
        elif not is_backchannel(turn):
            break
    return found


def likeness(planned: str, asked: str) -> float:
    """How alike two questions are, from 0 to 1: how much of the planned one is in the other, and how near the words."""
    one, other = _telling(planned), _telling(asked)
    if not one or not other:
        return 1.0 if planned.strip() and planned.strip().casefold() == asked.strip().casefold() else 0.0
    a, b = (vector([word for word in words if word not in _WEAK]) for words in (one, other))
    shared = _share(one, other)
    # Where the words of one have no vectors, only the shared ones can tell.
    close = max(0.0, sum(x * y for x, y in zip(a, b, strict=True))) if a and b else shared
    return 0.6 * shared + 0.4 * close


def _telling(text: str) -> list[str]:
    """The words of a text that carry its matter."""
    return [word for sentence in heard(text) for word in sentence.words if word not in SMALL]


def _share(words: Sequence[str], others: Sequence[str]) -> float:
    there = set().union(*(keys(word) for word in others))
    weights = [_WEAK_WEIGHT if word in _WEAK else 1.0 for word in words]
    return sum(w for w, word in zip(weights, words, strict=True) if not there.isdisjoint(keys(word))) / sum(weights)
