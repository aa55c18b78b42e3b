"""The step that the seller suggests: too early, thought about, agreed on; its day; changed, or taken back."""

from __future__ import annotations

import re

from sellbackwards.buyer import matching, step_words
from sellbackwards.buyer.agreeing import says_yes, turns_down_kindly
from sellbackwards.buyer.exchange import PLAINLY, Exchange, main_objections, misfits_told
from sellbackwards.buyer.fitting_truths import whom_they_know
from sellbackwards.buyer.scenario import Objection
from sellbackwards.buyer.step_days import (
    answer_the_hour,
    asks_the_same_day,
    by_whom_asked,
    day_waits,
    keep_the_day,
    named_again,
    names_a_day,
)
from sellbackwards.buyer.suggesting import (
    SURE_OF_STEP,
    ends_in_a_question,
    leaves_a_way_out,
    moves_the_day,
    only_asks,
    says_what_for,
    step_heard,
)

CALM = 0.4  # tension up to which they would ask to buy
_GUARDED = 0.6  # the same for a step in the words of their wish or condition
_OPEN_ENOUGH = 0.35  # pull from which a step is thought about
_TOLD_ENOUGH = 4  # things that matter, told, from which a step is thought about
_TOLD_SOME = 2  # the same, once a worry was heard
_WISHED = 3  # words of what they wish for, from which a step is the one that they named; one fewer just after
_NO_PUSH = 0.1  # likelihood (acts.py) under which a line pushes nobody
_ANSWERED = 0.4  # score from which a line is about a worry that it hasn't been told
_SETTLES = 9  # words of a line that only names the day of a step again
_TOO_STRANGE = 3  # words of a suggestion that belong to another trade: they ask what is meant


def meets_a_condition(x: Exchange) -> bool:
    """Does a step take up what they wished for, or what it would need by what they said when a worry was heard?"""
    state = x.state
    pushes = x.heard.acts["push"] >= _NO_PUSH or "contradiction" in x.heard.against
    argues = x.heard.against and pushes and not leaves_a_way_out(x)  # "If it's not right we stop it"
    if argues or ("pitch" in x.heard.does and "next_step" not in x.heard.does):
        return False
    of_theirs = len(matching.strange_words(x.scenario, x.heard)) < _TOO_STRANGE
    for fact in x.scenario.facts if of_theirs else ():
        if "wish" in fact.answers and fact.id in state.told:
            told = "".join(state.said_of(fact.says)[:1])
            if len(x.heard.content & matching.stems_of(told)) >= _WISHED - (fact.id in state.told[-2:]):
                return True
    for ident in state.heard_out:
        objection = x.scenario.objection(ident)
        words = matching.stems_of(" ".join((*state.said_of(objection.heard), *objection.about)))
        just_now = ident == state.heard_out[-1] and state.turns - state.heard_at <= 2
        if len(x.heard.content & words) >= (1 if just_now else 2):
            return True
    return False


def _keep_the_offer(x: Exchange) -> None:
    """Remember the words of what was suggested lately: a yes speaks of nothing else."""
    x.state.offered = f"{x.state.offered[-300:]} {x.heard.text}"


_FORGET = re.compile(r"\b(?:forget|scrap|scratch|skip|drop|withdraw|back)\b", re.IGNORECASE)


def negotiates(x: Exchange) -> bool:
    """Talk of a step that was suggested before, or of its day; False where the line is about something else."""
    heard, state = x.heard, x.state
    if state.wants_day:
        if _asks_for_a_day(x):
            x.meets("names_time", heard.text[:80])
            x.say(x.line("when_good"))
            return True
        state.wants_day = False
        if heard.found(step_words.WHEN) or x.act("time", 0.3) or x.act("step", 0.3) or heard.nod:
            agree(x)
            return True
    if asks_the_same_day(x) and (state.step != "too early" or _thinkable(x)):
        said = x.line("day_suits").replace("{day}", state.time_named)
        x.meets("names_time", heard.text[:80])
        x.say(by_whom_asked(x, said))
        answer_step(x, heard.text[:90])
        return True
    back = heard.found(step_words.TAKES_BACK)
    asks_on = heard.invites or heard.want not in ("nothing", "yes_no")
    if state.step and back and "next_step" not in heard.does and not x.act("step", SURE_OF_STEP):
        if asks_on and (step_heard(x) or not ends_in_a_question(x) or not _FORGET.search(back)):
            return False
        state.step, state.led = "", False
        x.meets("takes_back", back)
        if asks_on:
            return False  # "Forget Friday. What would you want, if you could have it?"
        x.say(x.line("withdrawn"))
        return True
    if x.scenario.ends == "misfit" and misfits_told(x.scenario, state):
        return False
    if answer_the_hour(x):
        return True
    if (
        heard.found(step_words.WHEN_IT_WAS)
        or (heard.want == "when" and not state.step and "rule step" not in step_words.shape(heard.text))
        or heard.found(step_words.SAYS_BACK)
        or (heard.want == "when" and _asks_of_their_world(x))
        or (heard.form == "open" and only_asks(heard.last_sentence))
    ):
        return False
    about_nothing = x.ranked[0][1] is None or x.ranked[0][0] < SURE_OF_STEP
    named = step_words.names_time(heard.text) and (state.step or x.act("time", 0.2) or about_nothing)
    time = x.act("time", SURE_OF_STEP) or named or _settles_the_day(x)
    of_steps = {"rule step", "rule when", "rule time", "rule back"} & step_words.shape(heard.text)
    changes = x.act("change_step", SURE_OF_STEP) and bool(of_steps)
    change = state.step and (changes or bool(heard.found(step_words.IS_IT_A_YES)))
    moved = moves_the_day(x)
    elsewhere = heard.invites and not heard.found(step_words.HOW_IS_DAY)
    if heard.invites and not state.step and heard.found(step_words.THEIR_HOURS):
        return False
    rest = step_words.COMES_BACK.sub("", heard.text)
    if rest != heard.text and not elsewhere and not (state.step and step_words.time_named(rest)):
        if state.step and state.turns <= 6:
            return False
        x.meets("manners", heard.text[:80])
        x.say(x.line("wraps_up"))
        return True
    if not (time or change or (moved and not elsewhere)):
        return False
    if not state.step:
        if heard.found(step_words.THEIR_HOURS):
            return False
        answer_step(x, heard.text[:90])
        return True
    keep_the_day(x)
    if state.step == "too early" and not _thinkable(x):
        if (step_heard(x) or says_what_for(x)) and not moved:
            answer_step(x, heard.text[:90])  # the step once more, with its day, or what it is for
            return True
        x.meets("names_time", heard.text[:80])
        day = step_words.day_named(heard.text) if moved else ""
        state.refused_at = state.turns
        if state.knows_the_reason:
            known = "reason_known" if step_words.time_named(heard.text) else "no_day_yet"
            x.say(x.line("day_maybe").replace("{day}", day) if day else "", x.line(known))
        else:
            x.say(x.line("other_day_early").replace("{day}", day) if day else x.line("day_too_early"))
    elif heard.want == "when":
        x.meets("names_time", heard.text[:80])
        x.say(x.line("when_good"))
    else:
        if moved and (day := step_words.day_named(heard.text)):
            x.meets("names_time", heard.text[:80])
            x.say(x.line("other_day").replace("{day}", day))
        answer_step(x, heard.text[:90])
    return True


def _settles_the_day(x: Exchange) -> bool:
    """ "Fine, Wednesday at two, then.", "See you on Tuesday.": a short line that names the day of a step again."""
    state, heard = x.state, x.heard
    if not state.step or heard.invites or heard.words > _SETTLES:
        return False
    days = {*state.days_answered, state.day_name} - {""}
    return bool(heard.found(step_words.SEE_YOU)) or step_words.day_named(heard.text) in days


def _asks_of_their_world(x: Exchange) -> bool:
    """ "When do they come again?": a time that isn't that of a step, by its words or by what it is about."""
    value, best = x.ranked[0]
    return not step_words.names_time(x.heard.text) and best is not None and value >= SURE_OF_STEP


def on_to_the_next(x: Exchange) -> None:
    """With a step on the table: the next objection that must be heard, or the question whether they may buy."""
    if not x.state.led:
        return
    left = main_objections(x.scenario, x.state)
    if left:
        x.raise_objection(left[0])
    else:
        agree(x)


def _asks_for_a_day(x: Exchange) -> bool:
    """Does the seller ask for a day of theirs, and name none? "When does the next one go?" """
    return x.heard.want == "when" and not step_words.time_named(x.heard.text)


def agree(x: Exchange) -> None:
    """They say yes to the step, once it has a day; where all is well they ask whether they may buy."""
    state = x.state
    if _asks_for_a_day(x):
        state.day = True
        x.say(x.line("when_good"))
    elif not state.day:
        state.day = state.wants_day = True  # asked for once
        x.say(x.line("which_day"))
    elif state.clear and state.tension <= CALM and not main_objections(x.scenario, state):
        x.leave("asks to buy", "asks_to_buy")
    else:
        says_yes(x)


def answer_step(x: Exchange, words: str) -> None:
    """The seller suggests a next step."""
    state = x.state
    if not (state.step or leaves_a_way_out(x) or x.act("step", PLAINLY)) and speaks_of_another_trade(x):
        x.meets("not_understood", x.heard.text[:80])
        x.say(x.line("unclear"))
        return
    if x.scenario.ends == "misfit":
        _step_in_a_misfit(x, words)
        return
    keep_the_day(x)
    if state.clear:
        state.step = "thought about"
        state.led = True
        x.useful = True
        x.meets("leads", words)
        on_to_the_next(x)
        return
    _keep_the_offer(x)
    left = main_objections(x.scenario, state)
    undoubted = bool(x.scenario.people and left and not state.raised)  # of several, one at least names a condition
    if not _thinkable(x):
        if state.step == "thought about" and left and left[0].id in state.raised:
            x.meets("leads_early", words)
            x.raise_objection(left[0])  # what they thought about already isn't asked for its reason again
            return
        x.meets("leads_early", words)
        state.idle -= says_what_for(x)  # little, but not nothing
        _says_not_yet(x)
        return
    state.step = "thought about"
    if meets_a_condition(x) and not undoubted:
        x.useful = True
        x.meets("leads", words)
        agree(x)
    elif _answers_ahead(x, left):
        x.meets("hears_objection", words)
        state.heard_out.append(left[0].id)
        x.say(x.pick(left[0].heard, left[0].id))
    elif left and left[0].id not in state.raised:
        x.meets("brings_out", words)
        if not names_a_day(x):
            x.say(x.line("before_yes"))
        theirs = [one for one in left if one.by == state.addressed] or left
        x.raise_objection(max(theirs, key=lambda one: matching.score(x.scenario, one.id, x.heard)))
    elif left:  # it was told, and passed by
        x.meets("leads_early", words)
        x.raise_objection(left[0])
    else:
        x.meets("leads", words)
        agree(x)


def _answers_ahead(x: Exchange, left: list[Objection]) -> bool:
    """Who speaks to one of several by name, and of what worries that one, has answered the worry before it is told."""
    if not left or not x.state.addressed or left[0].by != x.state.addressed:
        return False
    shared = x.heard.content & matching.index(x.scenario).said[left[0].id]
    return len(shared) >= 2 or matching.score(x.scenario, left[0].id, x.heard) >= _ANSWERED


def speaks_of_another_trade(x: Exchange, share: float = 0.5) -> bool:
    """Are so many of the line's words of a trade that isn't theirs?"""
    strange = matching.strange_words(x.scenario, x.heard)
    return len(strange) >= _TOO_STRANGE and len(strange) >= share * len(x.heard.content)


def proposes(x: Exchange) -> bool:
    """Does it answer a worry with a way that binds them to nothing ("What if we only counted, and you decide?")?"""
    harmless = leaves_a_way_out(x) or x.heard.found(step_words.HARMLESS)
    return bool(harmless and x.heard.found(step_words.PROPOSES))


def step_with_the_answer(x: Exchange, words: str) -> None:
    """What answers a worry suggests a step, too: it is thought about; taken where no worry is left."""
    state = x.state
    if x.scenario.ends == "misfit" or not _thinkable(x):
        return
    state.step = "thought about"
    keep_the_day(x)
    _keep_the_offer(x)
    if not main_objections(x.scenario, state):
        x.meets("leads", words)
        agree(x)
    elif (hit := step_words.ASK_THEM.search(x.heard.text)) and (them := whom_they_know(x, hit["who"])):
        x.say(x.line("asks_them").replace("{it}", them))
    elif not day_waits(x):
        x.say(x.line("step_waits"))


def _says_not_yet(x: Exchange) -> None:
    """A no for now: another one where they say what it is for, where it is less, and where it isn't the first."""
    state = x.state
    if state.step and x.heard.found(step_words.LESS):
        x.say(x.line("smaller_step"))
    elif state.knows_the_reason:
        x.say(x.line("reason_known"))
    elif x.heard.found(step_words.PURPOSE) or (state.step and says_what_for(x)):
        x.say(x.line("reason_heard"))
    else:
        day = named_again(x) if state.step else ""
        x.say(
            x.line("other_day_early").replace("{day}", day)
            if day
            else x.line("too_early_again" if state.step else "too_early")
        )
    state.step, state.refused_at = "too early", state.turns


def _thinkable(x: Exchange) -> bool:
    """Is a step thought about, before the need is clear? For its ease, for its reason, or as it meets a condition."""
    state = x.state
    wished = state.tension <= _GUARDED and meets_a_condition(x)
    if x.scenario.ends == "misfit" or (state.tension > CALM and not wished):
        return False
    matter = sum(fact.id in state.told for fact in x.scenario.that_matter)
    easy = leaves_a_way_out(x) or says_what_for(x)
    return (
        state.step == "thought about"
        or state.pull >= _OPEN_ENOUGH
        or matter >= _TOLD_ENOUGH
        or (matter >= _TOLD_ENOUGH - 1 and easy and state.step == "too early")
        or (matter >= _TOLD_SOME and bool(state.heard_out))
        or (matter >= _TOLD_SOME and wished)
    )


def _step_in_a_misfit(x: Exchange, words: str) -> None:
    if not misfits_told(x.scenario, x.state):
        x.meets("leads_early", words)
        _says_not_yet(x)
        return
    x.state.refused_at = x.state.turns
    if meets_a_condition(x) and turns_down_kindly(x):
        return
    x.state.pressed_misfit += 1
    x.meets("presses_misfit", words)
    if x.state.pressed_misfit >= 2:
        x.leave("goodbye", "leaves_tense")
    else:
        x.say(x.line("pressed_misfit"))
