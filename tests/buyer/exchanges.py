"""An exchange of a scenario in which a line was just heard."""

from __future__ import annotations

from sellbackwards.buyer import Talk, load
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.hearing import hear


def exchange(ident: str, line: str) -> Exchange:
    """The line is the first of the talk; nothing is answered yet."""
    talk = Talk(load(ident))
    return Exchange(talk.scenario, talk.state, hear(line, talk.state.last, worried=False))
