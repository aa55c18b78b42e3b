# ruff: noqa: E501
"""They ask back about what they heard ("The gas, you mean?", "The gas, or the repairs?"), and hear the answer to that."""

from __future__ import annotations

import re
from dataclasses import replace

from sellbackwards.buyer import matching, patterns
from sellbackwards.buyer.choices import offers_a_choice
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.fits import fits, fits_any
from sellbackwards.buyer.hearing import hear
from sellbackwards.buyer.scenario import Fact
from sellbackwards.buyer.short_truths import of_another_world
from sellbackwards.buyer.suggesting import step_heard
from sellbackwards.buyer.telling import NEXT, SURE, tell_or_touch
from sellbackwards.buyer.wants import GIVES
from sellbackwards.buyer.wording import as_sentence

_MAYBE = 0.3  # likelihood (topics.py) from which one fact may be meant
_MAYBE_YES_NO = 0.45  # the same of a yes-or-no question, which a short truth answers better
_AHEAD = 2  # by so many times it must be likelier than the next
_MAYBE_TWO = 0.2  # from which each of two may be meant
_TOGETHER = 0.5  # and both together
_STRANGE = 0.5  # share of words of another trade from which they don't think of a fact
_SELDOM = 4  # turns in which they ask back once


def asks_back(x: Exchange) -> bool:
    """One fact leads, and isn't likely enough to be told: they ask whether it is meant. Of two that may be, which.

    In writing they don't: a message that only asks back is a day lost.
    """
    state, heard = x.state, x.heard
    if x.scenario.email or state.turns - state.asked_back_at < _SELDOM:
        return False
    if offers_a_choice(x) or patterns.EITHER.search(heard.text) or of_another_world(x, _STRANGE):
        return False  # the line itself says what may be said
    maybe = [(value, fact) for value, fact in x.ranked if fact][:2]
    (value, first), (other, second) = maybe
    if value >= _AHEAD * other:
        facts = [first] if value >= (_MAYBE_YES_NO if heard.want == "yes_no" else _MAYBE) else []
    else:
        two = other >= _MAYBE_TWO and value + other >= _TOGETHER and heard.want != "yes_no"
        facts = [first, second] if two and first.by == second.by and not _OR.search(heard.text) else []
    if not facts or not all(_may_be_meant(x, fact) for fact in facts):
        return False
    state.asked_back, state.asked_back_at = tuple(fact.id for fact in facts), state.turns
    state.asked_back_to = heard.text
    x.meets("asks_back", heard.text[-80:])
    said = x.line("asks_whether" if len(facts) == 1 else "asks_which")
    said = as_sentence(said.replace("{it}", facts[0].topic).replace("{other}", facts[-1].topic))
    x.say(f"{first.by}: {said}" if first.by else said)
    return True


_OR = re.compile(r"\bor\b", re.IGNORECASE)


def _may_be_meant(x: Exchange, fact: Fact) -> bool:
    """Could they ask back about it: has it a name, isn't it told, may it come out, and would it answer?"""
    state = x.state
    fresh = fact.id not in state.told and fact.openness <= state.openness
    return (
        bool(fact.topic)
        and state.may_answer(fact.by)
        and fresh
        and fits_any(fact, x.heard)
        and matching.unlocked(fact, state)
    )


def meant_after_all(x: Exchange) -> bool:
    """They asked back, and the answer says that it was meant, or which of two; else it is heard as a new question."""
    state, heard = x.state, x.heard
    maybe = [fact for fact in x.scenario.facts if fact.id in state.asked_back and fact.id not in state.told]
    maybe.sort(key=lambda fact: state.asked_back.index(fact.id))
    state.asked_back = ()
    if not maybe or step_heard(x):
        return False
    theirs = frozenset().union(*(matching.stems_of(one.topic) for one in maybe))
    argues = heard.unwelcome or (heard.found(_YES_BUT) and not heard.wants_answer)
    if argues and not (heard.content and heard.content <= theirs):
        return False
    words = {one.id: matching.stems_of(one.topic) & heard.content for one in maybe}
    if heard.found(patterns.NO_NOT_THAT) or (heard.found(_I_MEANT) and not any(words.values())):
        return _asks_anew(x, maybe)
    fact = _which(x, maybe, words)
    if fact is None:
        return False
    asks_itself = heard.wants_answer and not heard.nod and heard.want not in ("nothing", "yes_no", "more")
    if not asks_itself or heard.plain in state.lines:  # a yes: they answer what was asked before
        x.hears(hear(state.asked_back_to, state.said[-2] if len(state.said) > 1 else "", False))
    story = x.heard.want not in GIVES or any(fits(one, x.heard) for one in fact.says)
    tell_or_touch(x, matching.ways_to(x.scenario, fact, state), story)
    x.hears(heard)
    return True


def _which(x: Exchange, maybe: list[Fact], words: dict[str, frozenset[str]]) -> Fact | None:
    """The fact that was meant: named, likeliest of all, or the one that a yes, a nod or the same question means."""
    heard = x.heard
    value, best = next((value, fact) for value, fact in x.ranked if fact)
    named = max(maybe, key=lambda one: len(words[one.id]))
    if len(maybe) > 1 and words[named.id]:
        return named
    if best in maybe and value >= NEXT:
        return best
    if value >= SURE and heard.wants_answer:
        return None
    if len(maybe) > 1 and heard.found(_THE_SECOND):
        return maybe[1]
    if heard.wants_answer and not words[named.id] and _asks_of_another(x):
        return None
    says_yes = heard.found(patterns.YES_THAT) or heard.nod or heard.echo or heard.plain in x.state.lines
    return maybe[0] if says_yes or words[named.id] else None


def _asks_of_another(x: Exchange) -> bool:
    """ "Right. Do you know what a full day costs?": what begins like a yes has words that the question before hadn't."""
    before = hear(x.state.asked_back_to, "", False)
    return bool((x.heard.content - before.content) & matching.index(x.scenario).all)


_YES_BUT = re.compile(r"^\W*(?:yes|yeah|right|sure),? but\b", re.IGNORECASE)
_THE_SECOND = re.compile(r"\bthe (?:second|latter|other)\b", re.IGNORECASE)
# "No, I meant the van.", "Sorry, I was asking about the shops.": what comes before the new question.
_NO_BUT = re.compile(
    r"^\W*(?:(?:no|nope|nah|sorry|oh|well|not (?:that|quite|really|exactly)(?: one)?|neither)\b[\s,.;:!–—-]*)*"
    r"(?:(?:but )?(?:what )?i(?:'m| am| was)? (?:meant?|asking|asked|thinking|talking|wanted to know|want to know)\b(?: about| of)?[\s,:]*(?:(?:was|is) )?)?(?:more |rather )?",
    re.IGNORECASE,
)
_NEVER_MIND = re.compile(
    r"\b(?:never mind|forget (?:it|that)|doesn't matter|(?:not|isn't) important|leave it)\b", re.IGNORECASE
)
_I_MEANT = re.compile(r"^\W*(?:(?:oh|well|sorry)\W+)?(?:what )?i (?:meant|was asking|asked)\b", re.IGNORECASE)


def _asks_anew(x: Exchange, not_meant: list[Fact]) -> bool:
    """ "No, I meant the van.": the rest of the line is a question of its own, to which those facts are no answer."""
    state = x.state
    state.not_meant = tuple(fact.id for fact in not_meant)
    rest = _NO_BUT.sub("", x.heard.text, count=1).strip()
    if _NEVER_MIND.search(rest):
        return False
    before = hear(state.asked_back_to, "", False)
    heard = hear(as_sentence(rest), state.last, False)
    if not heard.wants_answer and not heard.content & matching.index(x.scenario).all:
        x.meets("goes_by", x.heard.text[:80])
        x.say(x.line("what_then"))
        return True
    if not heard.wants_answer:  # it names what was meant, and the kind of question is the one before
        heard = replace(
            hear(f"What about {rest.rstrip(' .!')}?", state.last, False), want=before.want, invites=before.invites
        )
    x.hears(heard)
    return False
