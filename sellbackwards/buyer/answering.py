"""What they say to a question: which fact comes out, a worry instead, or a short truth."""

from __future__ import annotations

import re

from sellbackwards.buyer import matching, patterns
from sellbackwards.buyer.agreeing import says_why_not
from sellbackwards.buyer.answering_in_general import (
    answers_in_general,
    by_kind,
    goes_on,
    kinds_of_story,
    strong_kind,
    the_half_of,
)
from sellbackwards.buyer.asking_back import asks_back
from sellbackwards.buyer.choices import offers_a_choice
from sellbackwards.buyer.crediting import credit
from sellbackwards.buyer.exchange import ABOUT, Exchange
from sellbackwards.buyer.fits import fits
from sellbackwards.buyer.leaning import answers_on_what_was_told
from sellbackwards.buyer.matching import index
from sellbackwards.buyer.question_forms import WHAT_DAY, WHAT_IF, WHO_IS_NAMED
from sellbackwards.buyer.scenario import Fact, Objection
from sellbackwards.buyer.short_truths import (
    asks_what_it_meant,
    leans,
    of_another_world,
    short_truth,
)
from sellbackwards.buyer.step_questions import asks_of_the_step
from sellbackwards.buyer.telling import (
    CERTAIN,
    CURT,
    NEXT,
    SURE,
    tell_named,
    tell_next,
    tell_or_touch,
)
from sellbackwards.buyer.two_questions import answers_both, answers_the_other
from sellbackwards.buyer.wants import GIVES, gives
from sellbackwards.buyer.who_belongs import asks_who_belongs

_NEARLY_SURE = 0.55  # likelihood from which a fact is told that has most of what all facts have together
_OF_ALL = 0.75  # so much of it
_LEADS = 0.3  # from which a fact leads that isn't told yet
_LIKELIER = 0.5  # likelihood from which another fact is meant than the one that the talk is on
_LEANS = 7  # words of a question that leans on the answer before
_GUESSED = 0.6  # share of all facts from which a statement is about one that they hadn't told
_EARLY = 1.3  # the same before two things were told
_AHEAD = 0.3  # by so much an objection must be more about it than the likeliest fact
_OBJECTION_ENOUGH = 1.1  # score from which a question is about an objection, and not about a fact


def answer_question(x: Exchange) -> None:
    """A question, open or not, or whatever else wants to be told something."""
    state, heard = x.state, x.heard
    is_open = heard.invites or _for_the_story(x) or bool(WHAT_IF.search(heard.last_sentence))
    thread = matching.thread_of(x.scenario, state, heard)
    if heard.questions > 1:
        x.meets("many_questions", heard.text[-80:])
        if heard.questions > 2 and len(state.told) % 2:
            x.say(x.line("two_questions"))
    credit(x)
    if asks_of_the_step(x) or says_why_not(x) or asks_who_belongs(x) or answers_on_what_was_told(x) or answers_both(x):
        return
    if fact := _who_is_named(x):
        if matching.unlocked(fact, state):
            tell_or_touch(x, fact, is_open=True)
        else:
            x.touch(fact)  # of what must wait for another, a word
        return
    if state.addressed and _asks_the_same(x):
        if fact := by_kind(x, *state.kinds):
            tell_or_touch(x, fact, is_open=True)
        elif not the_half_of(x, *state.kinds):
            tell_next(x, thread)
        return
    ranked = x.ranked
    value, best = ranked[0]
    if answers_in_general(x, is_open):
        return
    objection = _objection_asked(x, value if best else 0.0)
    if objection:
        x.useful = True
        x.raise_objection(objection)
    elif asks_what_it_meant(x):
        x.meets("no_answer", heard.text[-80:])
        x.say(x.line("meant"))
    elif goes_on(x):
        tell_next(x, thread)
    elif (kind := strong_kind(x)) and not (best and kind in best.answers and matching.unlocked(best, state)):
        fact = by_kind(x, kind)
        if fact:
            tell_or_touch(x, fact, is_open)
        elif best and value >= (SURE if state.addressed else CERTAIN) and kind != "unchanged":
            tell_named(x, is_open)
        elif not the_half_of(x, kind):
            short_truth(x)
    elif offers_a_choice(x) and value < CERTAIN:
        short_truth(x)  # "You, or each school by itself?": the line names what may be said
    elif best and value >= SURE and not of_another_world(x):
        tell_named(x, is_open)
    elif fact := _day_of_it(x):
        x.touch(fact)
    elif half := _the_other_half(x):
        x.touch(half, longer=True)
    elif not is_open and _on_what_was_touched(x):
        tell_or_touch(x, x.scenario.fact(state.thread), is_open)
    elif heard.invites and leans(x) and _on_half_of_the_thread(x):
        tell_or_touch(x, x.scenario.fact(state.thread), is_open)  # "Why did you stop?": of what they gave the half
    elif kinds_of_story(x) and not _names_another(x) and (fact := by_kind(x, *heard.asks)):
        tell_or_touch(x, fact, is_open)
    elif state.addressed and heard.invites and best and best.by == state.addressed and value >= NEXT:
        tell_named(x, is_open)  # "Dev, what should I know of your world?": what is likeliest, of theirs
    elif answers_the_other(x):
        pass
    elif _nearly_sure(x):
        tell_named(x, is_open)
    elif asks_back(x):
        pass
    else:
        short_truth(x)


def _nearly_sure(x: Exchange) -> bool:
    """Is the likeliest fact nearly likely enough, and far ahead of all other facts?"""
    value, best = x.ranked[0]
    of_all = sum(p for p, fact in x.ranked if fact)
    return best is not None and value >= max(_NEARLY_SURE, _OF_ALL * of_all) and not of_another_world(x)


def _names_another(x: Exchange) -> bool:
    """Is the fact that leads none of the kind that a general question asks for ("What did it cost you in people?")?"""
    value, best = x.ranked[0]
    return best is not None and value >= _LEADS and not x.heard.asks.keys() & set(best.answers)


def _asks_the_same(x: Exchange) -> bool:
    """ "And you, Dev?": the question before, put to another."""
    heard = x.heard
    return not (heard.content or heard.asks) and heard.words <= 5 and "you" in heard.plain.split()


def others_join(x: Exchange) -> None:
    """ "What would each of you lose?": after one has answered, each of the others adds a sentence."""
    if not (x.new and x.state.everyone):
        return
    first = x.scenario.fact(x.new[0])
    kinds = set(first.answers) & x.heard.asks.keys() or set(first.answers)
    spoke = {first.by}
    for fact in x.scenario.facts:
        fits = kinds & set(fact.answers) and fact.id not in (*x.state.told, *x.state.touched)
        if fits and fact.by not in spoke and matching.unlocked(fact, x.state):
            spoke.add(fact.by)
            x.touch(fact)


def _who_is_named(x: Exchange) -> Fact | None:
    """ "Who's Gene, then?": the likeliest fact about somebody of that name that may come out."""
    hit = WHO_IS_NAMED.search(x.heard.text)
    if hit is None:
        return None
    name = hit[1].capitalize()  # "who is margit?"
    named = [fact for _, fact in x.ranked if fact and fact.id not in x.state.told and _is_about(fact, name)]
    return next((fact for fact in named if matching.unlocked(fact, x.state)), named[0] if named else None)


def _is_about(fact: Fact, name: str) -> bool:
    named = name.lower() in fact.about or name in f"{fact.title} {fact.short} {fact.again}"
    return named and any(name in says for says in fact.says)


def _for_the_story(x: Exchange) -> bool:
    """ "Who looks after it?", "Where does it go?": asked about what they have just told."""
    heard, state = x.heard, x.state
    if heard.form != "closed" or not state.told or not heard.found(patterns.WHO_WHERE):
        return False
    return not heard.content or bool(heard.content & matching.stems_of(state.last)) or "it" in heard.plain.split()


_THOSE = re.compile(r"\b(?:that|those|these|this|it|them|they)\b", re.IGNORECASE)


def _the_other_half(x: Exchange) -> Fact | None:
    """ "Who makes those?", just after a short answer: the longer one, where that says who (or when, where …)."""
    state, heard = x.state, x.heard
    if state.thread not in state.touched or state.thread in state.told or not _THOSE.search(heard.last_sentence):
        return None
    fact = x.scenario.fact(state.thread)
    just = fact.short in state.last and matching.unlocked(fact, state) and x.is_new(fact.again)
    if not just or heard.want not in GIVES or len(heard.last_sentence.split()) > _LEANS:
        return None
    return fact if fits(fact.again, heard) and not fits(fact.short, heard) and not x.echoes(fact.again) else None


def _day_of_it(x: Exchange) -> Fact | None:
    """ "Benchway's offer has a date on it. What's the date?": the fact about what is named, if it says when."""
    state, heard = x.state, x.heard
    if heard.want != "when" and not WHAT_DAY.search(heard.last_sentence):
        return None
    names = set(_NAME.findall(heard.text))
    facts = (fact for _, fact in x.ranked[:6] if fact and names & set(_NAME.findall(f"- {fact.title}")))
    ready = (one for one in facts if one.openness <= state.openness and matching.unlocked(one, state))
    return next((one for one in ready if gives(one.short, "when") and x.is_new(one.short)), None)


_NAME = re.compile(r"(?<=[a-z,;-] )[A-Z][a-z]+")


def _on_half_of_the_thread(x: Exchange) -> bool:
    """Gave they only the short answer of what the talk is on, and is nothing else likelier to be meant?"""
    value, best = x.ranked[0]
    elsewhere = best is not None and best.id != x.state.thread and value >= _LIKELIER
    return x.state.thread in x.state.touched and x.state.thread not in x.state.told and not elsewhere


def _on_what_was_touched(x: Exchange) -> bool:
    """ "How much, about?": on the fact of which they gave the short answer, and naming nothing else."""
    state, words = x.state, index(x.scenario)
    if state.thread not in state.touched or state.thread in state.told:
        return False
    return x.heard.content <= words.said[state.thread] | words.about[state.thread].keys()


def _objection_asked(x: Exchange, best_fact: float) -> Objection | None:
    """An objection that the question asks for, by its words or by kind ("What holds you back?")."""
    state, heard = x.state, x.heard
    if heard.form == "choice" or heard.want not in ("what", "how", "why", "who", "yes_no", "nothing", "more"):
        return None
    if heard.want == "yes_no" and not heard.invites and "worry" not in heard.asks and not state.step:
        return None  # a plain question has a plain answer
    left = [objection for objection in x.scenario.objections if objection.id not in state.raised]
    left = [objection for objection in left if state.may_answer(objection.by)]
    named = max(left, key=lambda objection: matching.score(x.scenario, objection.id, heard), default=None)
    value = matching.score(x.scenario, named.id, heard) if named else 0.0
    if "worry" in heard.asks and (len(state.told) >= 2 or state.step):
        if value < ABOUT:
            named = next((objection for objection in left if objection.main), named)
        return named
    if named and not matching.names(x.scenario, named.id, heard):
        return None
    best = x.ranked[0][1]
    ahead = value - (matching.score(x.scenario, best.id, heard) if best else 0.0)
    if state.step and named and named.main and value >= ABOUT and best_fact < SURE:
        return named  # "And Benno, how should we do it with him?", with a step on the table
    if len(state.told) < 2 and value < _EARLY:
        return None
    return (
        named if value >= _OBJECTION_ENOUGH and (best_fact < SURE or (ahead > _AHEAD and best_fact < CERTAIN)) else None
    )


def guessed(x: Exchange) -> Fact | None:
    """ "You must lie awake at night.": what they hadn't told yet, and would tell to somebody who sees it."""
    state, heard = x.state, x.heard
    sees = bool(heard.found(patterns.FEELS_WITH)) or sum(heard.acts[a] for a in ("warm", "guess", "say_back")) >= SURE
    if not sees or {"pitch", "inform"} & heard.does.keys() or not state.told:
        return None
    facts = [(value, fact) for value, fact in x.ranked if fact]
    value, best = facts[0]
    share = value / sum(one for one, _ in facts)  # a statement asks for none
    about = matching.score(x.scenario, best.id, heard)
    if share < _GUESSED or about < ABOUT or best.id in state.told or state.tension >= CURT:
        return None
    return best if best.openness <= state.openness and matching.unlocked(best, state) else None
