"""Objections, suggested steps, and the ways in which a talk ends."""

from __future__ import annotations

from sellbackwards.buyer import matching
from sellbackwards.buyer.exchange import Exchange, main_objections
from sellbackwards.buyer.matching import index
from sellbackwards.buyer.scenario import Objection, Scenario
from sellbackwards.buyer.state import State

CALM = 0.4  # tension up to which they would ask to buy
_OPEN_ENOUGH = 0.35  # pull from which a step is thought about
_TENSE_END, _CLOSED_END = 0.8, 0.04
_IDLE_END = 6  # turns in a row that brought nothing
_WAITS_END = 5  # turns after "what would you suggest?"
_TOO_STRANGE = 3  # words of a suggestion that belong to another trade: they ask what is meant
_SHORT_TIME = 4  # turns before the end at which they say that time is short
_AGAINST = ("contradiction", "pressure", "seller_need")


def takes_up_objection(x: Exchange) -> bool:
    """Deal with an objection that was just raised; False where the turn isn't about it."""
    state, heard = x.state, x.heard
    objection = x.scenario.objection(state.open_objection)
    against = next((heard.does[flag] for flag in _AGAINST if flag in heard.does), "")
    if against or ("pitch" in heard.does and heard.form == "none" and not _about(x, objection)):
        state.open_objection = ""
        x.brushed = objection.id
        x.meets("brushes_objection", against or heard.does.get("pitch", ""))
        x.say(x.pick(objection.brushed, objection.id))
        return True
    thread = matching.thread_of(x.scenario, state, heard)
    elsewhere = next((value for value, _ in matching.by_name(x.scenario, state, heard, thread)), 0.0)
    about = matching.score(x.scenario, objection.id, heard)
    about += 0.5 * len(heard.content & matching.stems_of(" ".join(objection.says)))
    names_nothing = not any(heard.stems[one] >= 1 for one in heard.content)
    asks = (heard.form == "open" or heard.asks_what) and (names_nothing or about >= elsewhere - 0.3)
    answers = heard.form != "open" and _about(x, objection) and heard.words >= 4
    backs = "reflection" in heard.does and elsewhere <= about + 0.3
    if asks or answers or backs:
        state.open_objection = ""
        state.heard.append(objection.id)
        x.objection_heard = objection.id
        x.useful = True
        x.meets("hears_objection", heard.text[:90])
        x.say(x.pick(objection.heard, objection.id))
        if "next_step" in heard.does and state.clear and x.scenario.ends == "sale":
            state.led = True
            x.meets("leads", heard.does["next_step"])
        _on_to_the_next(x)
        return True
    if not heard.nod and not heard.silent:
        state.open_objection = ""
        x.meets("passes_objection", heard.text[:80])
    return False


def _about(x: Exchange, objection: Objection) -> bool:
    """Does the turn speak of this objection, in its words or in those in which it was told?"""
    shared = x.heard.content & index(x.scenario).said[objection.id]
    return matching.score(x.scenario, objection.id, x.heard) >= 0.5 or len(shared) >= 2


def _on_to_the_next(x: Exchange) -> None:
    """With a step on the table: the next objection that must be heard, or the question whether they may buy."""
    if not x.state.led:
        return
    left = main_objections(x.scenario, x.state)
    if left:
        x.raise_objection(left[0])
    else:
        agree(x)


def agree(x: Exchange) -> None:
    """They say yes to the step; where all is well they ask whether the seller will sell it to them."""
    if x.state.clear and x.state.tension <= CALM and not main_objections(x.scenario, x.state):
        x.leave("asks to buy", "asks_to_buy")
    else:
        x.leave("next step", "agrees")


def answer_step(x: Exchange, words: str) -> None:
    """The seller suggests a next step."""
    state = x.state
    strange = matching.strange_words(x.scenario, x.heard)
    if len(strange) >= _TOO_STRANGE and 2 * len(strange) >= len(x.heard.content):
        x.meets("not_understood", x.heard.text[:80])
        x.say(x.line("unclear"))
        return
    if x.scenario.ends == "misfit":
        _step_in_a_misfit(x, words)
        return
    if state.clear:
        state.led = True
        x.useful = True
        x.meets("leads", words)
        _on_to_the_next(x)
        return
    left = main_objections(x.scenario, state)
    if state.pull < _OPEN_ENOUGH or state.tension > CALM:
        x.meets("leads_early", words)
        x.say(x.line("too_early"))
    elif left and left[0].id not in state.raised:
        x.meets("brings_out", words)
        x.raise_objection(left[0])
    elif left:  # it was told, and passed by
        x.meets("leads_early", words)
        x.raise_objection(left[0])
    else:
        x.meets("leads", words)
        agree(x)


def _step_in_a_misfit(x: Exchange, words: str) -> None:
    if not misfit_told(x.scenario, x.state):
        x.meets("leads_early", words)
        x.say(x.line("too_early"))
        return
    x.state.pressed_misfit += 1
    x.meets("presses_misfit", words)
    if x.state.pressed_misfit >= 2:
        x.leave("goodbye", "leaves_tense")
    else:
        x.say(x.line("pressed_misfit"))


def misfit_told(scenario: Scenario, state: State) -> bool:
    """Has the reason come out why the offer isn't for them?"""
    return any(fact.misfit and fact.id in state.told for fact in scenario.facts)


def answer_not_for_you(x: Exchange, words: str) -> None:
    """The seller says plainly that the offer isn't for them."""
    state = x.state
    if x.scenario.ends == "misfit" and misfit_told(x.scenario, state):
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
