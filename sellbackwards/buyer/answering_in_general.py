"""General questions, which name no matter of their own: "Who decides?", "What else?", "How is that for you?"."""

from __future__ import annotations

import re

from sellbackwards.buyer import matching, patterns
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.scenario import Fact
from sellbackwards.buyer.telling import CERTAIN, SURE, tell_or_touch

_LIKELY = 0.35  # from which a fact answers a general question of its kind
_LIKELIER = 0.5  # and from which a line is about a fact, whatever general question its words are like
_AS_LIKELY = 0.9  # share of its likelihood from which a fact is as likely as the one of that kind
_ELSE = re.compile(r"\belse$", re.IGNORECASE)


def answers_in_general(x: Exchange, is_open: bool) -> bool:
    """Of a budget, of who decides, of what they tried: a line of that kind, or a fact that is likely enough."""
    kind = _kind_with_a_line(x)
    value, best = x.ranked[0]
    if kind and not (best and value >= (_LIKELY if kind in best.answers else _LIKELIER)):
        x.say(x.line(kind))
        return True
    if kind and best and best.id not in x.state.told and matching.unlocked(best, x.state) and value < SURE:
        tell_or_touch(x, best, is_open)
        return True
    return False


def _kind_with_a_line(x: Exchange) -> str:
    """The kind of a general question that has lines of its own (everyday.yaml), or nothing."""
    heard = x.heard
    kind = next((one for one in ("budget", "decides", "tried") if one in heard.asks), "")
    decides = bool(heard.found(patterns.DECIDES))
    if not kind and decides and heard.want in ("who", "yes_no"):
        return "decides"
    if kind != "decides" or decides:
        return kind
    elsewhere = heard.found(patterns.ELSE_DOES) or heard.want not in ("who", "yes_no", "how")
    names_it = _ELSE.search(heard.asks[kind]) and named_in_question(x) - matching.stems_of("else body")
    return "" if elsewhere or names_it else kind


def named_in_question(x: Exchange) -> set[str]:
    """The stems of the content words of the last question."""
    return {one for one, weight in x.heard.about[-1].stems.items() if weight >= 1}


def goes_on(x: Exchange) -> bool:
    """ "What else?", "And what happened then?": it names nothing, and asks for more of the same."""
    heard = x.heard
    if heard.want == "more" or (x.state.told and heard.found(patterns.THE_REST)) or invited_to_tell(x):
        return True
    theirs = matching.stems_of(x.state.last)
    value, best = x.ranked[0]
    sure = best is not None and value >= SURE
    return "more" in heard.about[-1].kinds and (not heard.content or (not sure and bool(heard.content & theirs)))


def invited_to_tell(x: Exchange) -> bool:
    """ "I have the time", "then give me the long one", after they said that it is a longer story."""
    sure = x.ranked[0][1] is not None and x.ranked[0][0] >= SURE
    if sure or not x.state.told or x.heard.asks.keys() - {"more"}:
        return False
    return bool(patterns.A_LONG_STORY.search(x.state.last) and x.heard.found(patterns.TELL_IT))


def kinds_of_story(x: Exchange) -> bool:
    """A general question ("How is that for you?") that names no matter of its own."""
    return bool(x.heard.asks.keys() - {"more", "budget", "decides", "tried"}) and x.heard.invites


# Kinds of general question whose words say so plainly that no other fact than one of that kind is meant.
_STRONG = ("unchanged", "wish", "feel")


def strong_kind(x: Exchange) -> str:
    """The kind of a general question that leaves no doubt; nothing where it names a matter of its own."""
    kind = next((one for one in _STRONG if one in x.heard.asks), "") if x.heard.invites else ""
    value, best = x.ranked[0]
    named = named_in_question(x) - matching.stems_of(f"{x.scenario.name} {x.heard.asks.get(kind, '')}")
    return "" if kind != "unchanged" and named and best and value >= CERTAIN else kind


def by_kind(x: Exchange, *kinds: str) -> Fact | None:
    """The likeliest fact that answers a general question of these kinds, and that may come out."""
    ready = [fact for _, fact in x.ranked if fact and set(kinds) & set(fact.answers) and _may_come_out(x, fact)]
    ready = [fact for fact in ready if x.state.may_answer(fact.by)]
    if not ready:
        return None
    named = named_in_question(x) - matching.stems_of(
        " ".join(x.heard.asks[kind] for kind in kinds if kind in x.heard.asks)
    )
    if _speaks_of(x, ready[0], named):
        return ready[0]
    about = _about_what_is_named(x, named, ready[0]) or ready[0]
    return about if _may_come_out(x, about) else None


def _may_come_out(x: Exchange, fact: Fact) -> bool:
    return fact.id not in x.state.told and matching.unlocked(fact, x.state)


def _speaks_of(x: Exchange, fact: Fact, named: set[str]) -> bool:
    return bool(named & matching.index(x.scenario).about[fact.id].keys())


def _about_what_is_named(x: Exchange, named: set[str], of_kind: Fact) -> Fact | None:
    """ "What went wrong with the texts?": a fact as likely to be meant that is about what the question names."""
    least = _AS_LIKELY * next(value for value, fact in x.ranked if fact is of_kind)
    near = [fact for value, fact in x.ranked if fact and value >= least and x.state.may_answer(fact.by)]
    near = [fact for fact in near if _speaks_of(x, fact, named)]
    return next((fact for fact in near if _may_come_out(x, fact)), near[0] if near else None)


def the_half_of(x: Exchange, *kinds: str) -> bool:
    """Of what must wait for another fact, who is asked by name gives the short answer."""
    asked = x.state.addressed
    if not asked:
        return False
    waits = [fact for _, fact in x.ranked if fact and set(kinds) & set(fact.answers) and fact.by == asked]
    fact = next((one for one in waits if one.id not in (*x.state.told, *x.state.touched)), None)
    if fact:
        x.touch(fact)
    return fact is not None
