"""Two questions in one line: both are answered where both can be, else the one that can."""

from __future__ import annotations

import re

from sellbackwards.buyer import matching
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.fits import fits
from sellbackwards.buyer.hearing import hear
from sellbackwards.buyer.scenario import Fact
from sellbackwards.buyer.telling import CERTAIN, tell_named

_A_QUESTION = 4  # words of a question of its own; "You?" and "Like what?" are none


def answers_both(x: Exchange) -> bool:
    """Of two questions, about two things that they know: the first in short, and the last in full. Is it so?"""
    whole, state = x.heard, x.state
    asked = [one.text for one in whole.reading.sentences if one.form != "none"]
    if len(asked) != 2 or min(len(one.split()) for one in asked) < _A_QUESTION or whole.form == "choice" or x.curt:
        return False
    if _GUESSES.match(asked[-1]):
        return False
    found: list[Fact] = []
    for text in asked:
        x.hears(hear(text, state.last, False))
        value, best = x.ranked[0]
        ready = (
            best
            and value >= CERTAIN
            and best.id not in (*state.told, *state.touched)
            and matching.unlocked(best, state)
        )
        if not best or not ready or best.openness > state.openness or (not found and not fits(best.short, x.heard)):
            break
        found.append(best)
    if len(found) == 2 and found[0] is not found[1]:
        x.touch(found[0])
        tell_named(x, x.heard.invites)
        x.hears(whole)
        return True
    x.hears(whole)
    return False


# "Where does it come from? Is it people who don't turn up?": one question, and a guess at its answer.
_GUESSES = re.compile(r"^\W*(?:(?:or|and|so) )?(?:is|are|was|were) (?:it|that|they|this|those)\b", re.IGNORECASE)


def answers_the_other(x: Exchange) -> bool:
    """Of two questions, of which they can't answer the last: the one before, where they know that."""
    asked = [one.text for one in x.heard.reading.sentences if one.form != "none"]
    whole = x.heard
    for text in reversed(asked[:-1]):
        x.hears(hear(text, x.state.last, False))
        value, best = x.ranked[0]
        if best and value >= CERTAIN and best.id not in x.state.told and matching.unlocked(best, x.state):
            tell_named(x, x.heard.invites)
            return True
    x.hears(whole)
    return False
