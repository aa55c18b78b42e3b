"""The step that the seller suggests: too early, thought about, agreed on; its day; changed, or taken back."""

from __future__ import annotations

from sellbackwards.buyer import matching, step_words
from sellbackwards.buyer.exchange import Exchange, main_objections, misfit_told

CALM = 0.4  # tension up to which they would ask to buy
_OPEN_ENOUGH = 0.35  # pull from which a step is thought about
_TOLD_ENOUGH = 4  # things that matter, told, from which a step with a way out is thought about
_TOO_STRANGE = 3  # words of a suggestion that belong to another trade: they ask what is meant
_SURE = 0.55  # likelihood (acts.py) from which a line is taken for a step, or for talk of its day


def step_heard(x: Exchange) -> str:
    """The words that suggest a step, or nothing: as the coach hears it, or plainly said in any words."""
    if words := x.heard.does.get("next_step", ""):
        return words
    rules = step_words.shape(x.heard.text)
    last = x.heard.reading.sentences[-1].text if x.heard.reading.sentences else ""
    if x.heard.form == "open" and "rule out" not in rules and "rule step" not in step_words.shape(last):
        return ""  # whatever came before, the line ends in a question
    plain = {"rule step out", "rule step detail"} & rules and x.heard.words >= 6 and not x.act("ask", _SURE)
    if x.act("step", _SURE) or (plain and (x.act("step", 0.1) or leaves_a_way_out(x))):
        return x.heard.text[:90]
    return ""


def leaves_a_way_out(x: Exchange) -> bool:
    """Is it plainly a step that may be refused? Nobody is pushed by that, whatever its other words."""
    rules = step_words.shape(x.heard.text)
    return "rule step out" in rules and not x.act("push", _SURE)


def negotiates(x: Exchange) -> bool:
    """Talk of a step that was suggested before, or of its day; False where the line is about something else."""
    heard, state = x.heard, x.state
    if state.wants_day:
        state.wants_day = False
        if heard.found(step_words.WHEN) or x.act("time", 0.3) or x.act("step", 0.3) or heard.nod:
            agree(x)
            return True
    if x.scenario.ends == "misfit" and misfit_told(x.scenario, state):
        return False
    back = heard.found(step_words.TAKES_BACK)
    if state.step and back and not heard.invites and "next_step" not in heard.does and not x.act("step", _SURE):
        state.step, state.led = "", False
        x.meets("takes_back", back)
        x.say(x.line("withdrawn"))
        return True
    about_nothing = x.ranked[0][1] is None or x.ranked[0][0] < _SURE
    named = step_words.names_time(heard.text) and (state.step or x.act("time", 0.2) or about_nothing)
    time = x.act("time", _SURE) or named
    change = state.step and x.act("change_step", _SURE)
    if not (time or change):
        return False
    if not state.step:
        answer_step(x, heard.text[:90])
        return True
    state.day = state.day or bool(heard.found(step_words.WHEN))
    if state.step == "too early":
        x.meets("names_time", heard.text[:80])
        x.say(x.line("day_too_early"))
    elif heard.want == "when":
        x.meets("names_time", heard.text[:80])
        x.say(x.line("when_good"))
    else:
        answer_step(x, heard.text[:90])
    return True


def on_to_the_next(x: Exchange) -> None:
    """With a step on the table: the next objection that must be heard, or the question whether they may buy."""
    if not x.state.led:
        return
    left = main_objections(x.scenario, x.state)
    if left:
        x.raise_objection(left[0])
    else:
        agree(x)


def agree(x: Exchange) -> None:
    """They say yes to the step, once it has a day; where all is well they ask whether they may buy."""
    state = x.state
    if not state.day:
        state.day = state.wants_day = True  # asked for once
        x.say(x.line("which_day"))
    elif state.clear and state.tension <= CALM and not main_objections(x.scenario, state):
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
    state.day = state.day or bool(x.heard.found(step_words.WHEN))
    if state.clear:
        state.step = "thought about"
        state.led = True
        x.useful = True
        x.meets("leads", words)
        on_to_the_next(x)
        return
    left = main_objections(x.scenario, state)
    matter = sum(fact.id in state.told for fact in x.scenario.that_matter)
    thought = state.step == "thought about"
    thinkable = thought or state.pull >= _OPEN_ENOUGH or (matter >= _TOLD_ENOUGH and leaves_a_way_out(x))
    if not thinkable or state.tension > CALM:
        state.step = "too early"
        x.meets("leads_early", words)
        x.say(x.line("too_early"))
        return
    state.step = "thought about"
    if left and left[0].id not in state.raised:
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
