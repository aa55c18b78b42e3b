"""Objections, and the ways in which a talk ends."""

from __future__ import annotations

import re

from sellbackwards.buyer import matching, patterns, step_words
from sellbackwards.buyer.exchange import ABOUT, Exchange, misfits_told
from sellbackwards.buyer.matching import index
from sellbackwards.buyer.scenario import Objection
from sellbackwards.buyer.stepping import on_to_the_next, proposes, speaks_of_another_trade, step_with_the_answer
from sellbackwards.buyer.suggesting import leaves_a_way_out, step_heard
from sellbackwards.buyer.wording import as_sentence

_TENSE_END, _CLOSED_END = 0.8, 0.04
_IDLE_END = 6  # turns in a row that brought nothing
_ELSEWHERE = 0.4  # likelihood from which a turn is about a fact instead
_WAITS_END = 5  # turns after "what would you suggest?"
_SHORT_TIME = 4  # turns before the end at which they say that time is short


def takes_up_objection(x: Exchange) -> bool:
    """Deal with an objection that was just raised; False where the turn isn't about it."""
    state, heard = x.state, x.heard
    objection = x.scenario.objection(state.open_objection)
    if not state.may_answer(objection.by) and heard.wants_answer and not _about(x, objection):
        return False  # another of them is asked something; the worry waits
    if state.step and heard.found(step_words.WHICH_HOUR):
        return False
    harmless = leaves_a_way_out(x) or heard.found(step_words.NO_HURRY)
    against = next((words for flag, words in heard.against.items() if flag != "pressure" or not harmless), "")
    if against or ("pitch" in heard.does and heard.form == "none" and not _about(x, objection)):
        state.open_objection = ""
        x.brushed = objection.id
        x.meets("brushes_objection", against or heard.does.get("pitch", ""))
        x.say(x.pick(objection.brushed, objection.id))
        return True
    elsewhere = x.ranked[0][0] if x.ranked[0][1] else 0.0
    about = matching.score(x.scenario, objection.id, heard)
    about += 0.5 * len(heard.content & matching.stems_of(" ".join(objection.says)))
    names_nothing = not any(heard.stems[one] >= 1 for one in heard.content)
    here = (
        names_nothing
        or about >= ABOUT
        or (elsewhere < _ELSEWHERE and heard.words <= 8 and heard.want in ("what", "why", "how"))
    )
    hands_over = "deferral" in heard.does and heard.found(patterns.HANDS_OVER)  # "How would you like to proceed?"
    asks = heard.wants_answer and heard.want not in ("yes_no", "nothing") and here and not hands_over
    answers = not heard.invites and _about(x, objection) and heard.words >= 4
    offers = (here or elsewhere < _ELSEWHERE) and "pitch" not in heard.does and proposes(x)
    backs = ("reflection" in heard.does or x.act("say_back", 0.6)) and here
    if asks or answers or backs or offers:
        state.open_objection = ""
        state.heard_out.append(objection.id)
        state.heard_at = state.turns
        x.objection_heard = objection.id
        x.useful = True
        x.meets("hears_objection", heard.text[:90])
        if _asks_for_the_thing(x):
            x.say(x.line("that_thing"))
        said = x.pick(objection.heard, objection.id)
        x.say(said if heard.want in ("yes_no", "nothing", "more") else as_sentence(_YES.sub("", said)))
        if "next_step" in heard.does and state.clear and x.scenario.ends == "sale":
            state.led = True
            x.meets("leads", heard.does["next_step"])
        elif not state.clear and (words := step_heard(x)):
            step_with_the_answer(x, words)
        on_to_the_next(x)
        return True
    if not (heard.nod or heard.silent or heard.echo or x.act("warm", 0.5)):
        state.open_objection = ""
        x.meets("passes_objection", heard.text[:80])
    return False


# "What went wrong?" isn't answered with yes.
_YES = re.compile(r"^(?:Yes|Yeah|Aye|Exactly|Right)(?:, exactly|, yes)?[.,!] +")


def _asks_for_the_thing(x: Exchange) -> bool:
    """ "What's the one thing, then?", after they said that there is one in the way, and what it is."""
    asked = x.heard.last_sentence
    theirs = [one for one in x.scenario.lines["before_yes"] if one in x.state.last]
    named = matching.stems_of(asked) | ({"thing"} if "thing" in asked.lower() else set())
    return x.heard.want == "what" and bool(theirs) and bool(named) and named <= matching.stems_of(theirs[0]) | {"thing"}


def comes_back_to_objection(x: Exchange) -> bool:
    """Is a worry waiting to be heard, just told or taken up again after it was passed by?"""
    state = x.state
    if not state.open_objection and not x.heard.invites:
        waiting = [x.scenario.objection(ident) for ident in state.raised if ident not in state.heard_out]
        state.open_objection = next((one.id for one in waiting if _about(x, one)), "")
    return bool(state.open_objection)


def _about(x: Exchange, objection: Objection) -> bool:
    """Does the turn speak of this objection, in its words or in those in which it was told?"""
    shared = x.heard.content & index(x.scenario).said[objection.id]
    return matching.score(x.scenario, objection.id, x.heard) >= 0.5 or len(shared) >= 2


def answer_not_for_you(x: Exchange, words: str) -> None:
    """The seller says plainly that the offer isn't for them."""
    state = x.state
    if speaks_of_another_trade(x, 1 / 3):
        x.meets("not_understood", x.heard.text[:80])
        x.say(x.line("unclear"))
    elif x.scenario.ends == "misfit" and misfits_told(x.scenario, state):
        x.meets("honest", words)
        x.leave("not a fit", "not_a_fit")
    elif x.scenario.ends == "sale" and state.let_go:
        x.meets("honest_early", words)
        x.leave("goodbye", "let_go")
    else:
        state.let_go = x.scenario.ends == "sale"
        x.meets("honest_early", words)
        x.say(x.line("not_yet_why"))


def ends(x: Exchange) -> None:
    """Exits that come by themselves: too tense, closed, bored, out of time, left alone after asking for a way."""
    state = x.state
    if state.exit:
        return
    if state.tension >= _TENSE_END or state.openness <= _CLOSED_END:
        x.reply.clear()
        x.leave("goodbye", "leaves_tense" if state.tension >= 0.5 else "leaves")
    elif state.idle >= _IDLE_END or state.silent >= 3:
        x.reply.clear()
        x.leave("goodbye", "leaves")
    elif state.waits >= _WAITS_END:
        x.leave("goodbye", "fades")
    elif state.turns >= x.scenario.turns:
        x.leave("goodbye", "out_of_time")
    elif state.turns == x.scenario.turns - _SHORT_TIME:
        x.say(x.line("short_time"))


def asks_for_the_way(x: Exchange) -> None:
    """Once the need is clear they look to the seller: the expert on the way."""
    state = x.state
    if state.exit or state.led or x.scenario.ends != "sale" or not state.clear:
        return
    state.clear_since += 1
    if not state.asked_for_lead and state.clear_since >= 2 and not x.raised and not state.open_objection:
        state.asked_for_lead = True
        x.say(x.line("wants_lead"))
