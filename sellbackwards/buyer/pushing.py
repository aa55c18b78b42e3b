"""Pressure, contradiction, the seller's own need: what pushes a buyer, and what only seems to."""

from __future__ import annotations

from sellbackwards.buyer import patterns, step_words
from sellbackwards.buyer.exchange import ACT, PLAINLY, Exchange
from sellbackwards.buyer.suggesting import leaves_a_way_out, moves_the_day, says_what_for, step_heard
from sellbackwards.buyer.telling import SURE


def pushes(x: Exchange) -> bool:
    """Pressure, contradiction, the seller's own need."""
    pushed = False
    for flag, situation in (("pressure", "pressed"), ("contradiction", "contradicted"), ("seller_need", "seller_need")):
        if flag == "pressure" and (x.heard.found(step_words.NO_HURRY) or _only_suggests(x) or _of_no_deal(x)):
            continue
        if flag != "seller_need" and asks_what_they_know(x):
            continue
        if flag == "pressure" and _asks_openly(x):
            continue
        of_the_step = x.act("change_step", ACT) or (flag == "contradiction" and (says_what_for(x) or moves_the_day(x)))
        if flag in x.heard.against and not leaves_a_way_out(x) and not plainly_asks(x) and not of_the_step:
            x.meets(flag, x.heard.against[flag])
            if not pushed:
                x.say(x.line(situation))
            pushed = True
    return pushed


def _of_no_deal(x: Exchange) -> bool:
    """A question or a suggestion in which nothing is to be bought, signed or decided, or a goodbye with an easy no."""
    if x.heard.found(patterns.BYE) and x.heard.found(step_words.WAY_OUT):
        return True
    return (x.heard.form != "none" or bool(step_heard(x))) and not x.heard.found(patterns.DEAL)


def _asks_openly(x: Exchange) -> bool:
    """ "Before I give a price: what do you pay today?": it speaks of money, and wants to be told something."""
    wants = x.heard.form == "open" and x.heard.want not in ("yes_no", "nothing")
    return wants and not x.heard.found(patterns.CLOSES_NOW) and x.heard.acts["push"] < _MAY_PUSH


_MAY_PUSH = 0.3


def _only_suggests(x: Exchange) -> bool:
    """A step, plainly, and nothing that pushes: whatever day it names, nobody is pressed by that."""
    return x.act("step", _A_STEP) and x.heard.acts["push"] < _NO_PUSH


_A_STEP, _NO_PUSH = 0.75, 0.1


def asks_what_they_know(x: Exchange) -> bool:
    """ "What's holding you back from signing theirs?": a plain question that they can answer presses nobody."""
    hurries = x.heard.found(patterns.RIGHT_NOW) or x.heard.found(patterns.ARGUES) or x.heard.found(patterns.YES_BUT)
    return (
        x.heard.form in ("open", "closed", "choice")
        and not hurries
        and x.ranked[0][1] is not None
        and x.ranked[0][0] >= SURE
    )


def plainly_asks(x: Exchange) -> bool:
    """Is it one sentence that plainly only asks, feels with them, or says back? Nobody takes offence at that."""
    closes = x.heard.found(patterns.CLOSES_NOW)
    return (
        len(x.heard.reading.sentences) == 1
        and not closes
        and any(x.act(name, PLAINLY) for name in ("ask", "warm", "say_back"))
    )
