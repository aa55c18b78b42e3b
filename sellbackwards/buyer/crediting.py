"""What a question is worth, by the form that the coach hears."""

from __future__ import annotations

import re

from sellbackwards.buyer import matching
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.speech.words import stem

_SHORTLY = 15  # words up to which one question after the other feels like a form


def credit(x: Exchange) -> None:
    """What a question is worth, by the form that the coach hears."""
    state, heard = x.state, x.heard
    if heard.form == "leading":
        x.meets("leading", heard.text[-80:])
    elif heard.form in ("closed", "choice"):
        x.meets("closed", heard.text[-80:])
        if not heard.invites:
            state.closed_run += 1
        if state.closed_run >= 4 and not heard.invites:
            x.meets("form_filling", heard.text[-80:])
            if state.closed_run % 3 == 1 and heard.words <= _SHORTLY:
                x.say(x.line("form_filling"))
    elif heard.form == "open":
        state.closed_run = 0
        _credit_open(x)


def _credit_open(x: Exchange) -> None:
    """What an open question is worth: more where it takes up what was said, or asks what it means for them."""
    heard, state = x.heard, x.state
    taken = heard.content & matching.stems_of(state.last) - matching.stems_of(x.scenario.name)
    if taken or heard.form == "closed" or heard.asks.keys() & {"more", "feel", "cost", "unchanged"}:
        words = dict.fromkeys(w for w in re.findall(r"[\w'-]+", heard.text) if stem(w.lower()) in taken)
        x.meets("follow_up", ", ".join(f"“{w}”" for w in words) or next(iter(heard.asks.values()), heard.text[:80]))
    else:
        x.meets("open", heard.reading.sentences[-1].text[:80] if heard.reading.sentences else heard.text[:80])
    for kind in ("unchanged", "cost"):
        # Asked before anything is told, it is a phrase; asked twice, too.
        if kind in heard.asks and len(state.told) >= 2 and kind not in state.credited:
            state.credited.add(kind)
            x.meets(kind, heard.asks[kind])
            return
