"""The yes to a step, in words that fit what was suggested and say its day back; and the reason of a no."""

from __future__ import annotations

import re

from sellbackwards.buyer import patterns, step_words
from sellbackwards.buyer.exchange import Exchange, main_objections, misfits_told
from sellbackwards.buyer.fitting_truths import whom_they_know
from sellbackwards.buyer.voices import asked_first
from sellbackwards.buyer.wording import as_sentence, own_sentences
from sellbackwards.speech.words import stem

_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_A_NUMBER_OF = re.compile(rf"^\W*{_NUMBER} (?P<what>\w+)", re.IGNORECASE)  # "One lorry."
_AN_HOUR = re.compile(
    rf"\b(?:(?:after|before|at|till) {_NUMBER}\b|{_NUMBER} o'clock|early|late|to(?:night|day|morrow)|\w+day\b)",
    re.IGNORECASE,
)
# What a yes may speak of, and the words of a suggestion that it belongs to.
_BELONGS = (
    (
        r"\b(?:com(?:e|ing)|look|chair|coffee|biscuits)\b",
        r"\b(?:com(?:e|ing)|visit\w*|drop|pop|swing|sit|stand|look|see|watch|over|round|at yours|your place)\b",
    ),
    (
        r"\bsend\b",
        r"\b(?:sen[dt]|share|give|get|have|forward|export|files?|sheets?)\b",
    ),
)


def says_yes(x: Exchange) -> None:
    """They agree: what of their own yes fits the suggestion, and the day where one was named."""
    wordings = x.scenario.lines["agrees"]
    left = [words for one in wordings if (words := _what_fits(x, one))]
    x.state.exit = "next step"
    said = asked_first(x.scenario, x.state.addressed, x.pick(left or wordings, "agrees"))
    if (hit := step_words.ASK_THEM.search(x.heard.text)) and (them := whom_they_know(x, hit["who"])):
        said += " " + x.line("asks_them").replace("{it}", them)
    when = step_words.time_named(x.heard.text) or x.state.time_named
    if when and not any(when.lower() in part.lower() for part in (said, *x.reply)):
        day = step_words.day_named(when)
        if not any(day and day in part for part in x.reply):
            x.say(said, _day_back(x, said).replace("{day}", when))
            return
    x.say(said)


def _day_back(x: Exchange, said: str) -> str:
    """Words that say a day back, after others: none begins or ends like them."""
    ways = x.scenario.lines["other_day"]
    first = said.split()[0].strip(",.")
    unlike = [one for one in ways if one.split()[0].strip(",.") != first and not ("then" in said and "then" in one)]
    return x.pick(unlike or ways, "other_day")


def _what_fits(x: Exchange, wording: str) -> str:
    """The sentences of a yes that speak of nothing but what was suggested; of several people's, all or nothing."""
    parts = own_sentences(wording)
    kept = [one for one in parts if _fits(x, one)]
    return "" if x.scenario.people and len(kept) < len(parts) else " ".join(kept)


def _fits(x: Exchange, sentence: str) -> bool:
    offered = x.heard.text.lower()
    if not step_words.FORM.search(offered):  # what they said before holds where this line changes nothing of it
        offered = f"{x.state.offered} {offered}".lower()
    named = _A_NUMBER_OF.match(re.sub(r"^\w+: ", "", sentence))
    if named and stem(named["what"].lower()) not in {stem(word) for word in re.findall(r"[\w'-]+", offered)}:
        return False
    timed = step_words.time_named(x.heard.text) or x.state.time_named
    if timed and _AN_HOUR.search(sentence):
        return False
    return all(not re.search(said, sentence, re.IGNORECASE) or re.search(by, offered) for said, by in _BELONGS)


def turns_down_kindly(x: Exchange) -> bool:
    """In a misfit, a step in the words of what they wish for sells nothing: they say what stands against it."""
    reason = next((fact for fact in misfits_told(x.scenario, x.state) if x.is_new(fact.again)), None)
    if reason is None:
        return False
    x.meets("goes_by", x.heard.text[:80])
    x.say(x.line("turned_down"), as_sentence(x.pick([reason.again], reason.id)))
    x.state.thread = reason.id
    x.useful = True
    return True


_WHY_NOT = re.compile(
    r"\bwhy (?:not|(?:ca|wo|would|do|does|is|should)n'?t)\b"
    r"|\bwhy (?:can|would|will|do) (?:it|you|that|we) not\b"
    r"|\bwhat (?:stands|speaks|would speak|would stand) (?:against|in)\b"
    r"|\bwhat(?:'s| is) (?:holding|keeping|stopping) you\b"
    r"|\bwhat(?:'s| is| would be|'d be) (?:in the way|against it|the reason(?! (?:for|that)))\b"
    r"|\bwhat(?:'s| is| would be|'d be) (?:wrong|the (?:trouble|matter|problem)) with (?:it|that)\b"
    r"|^\W*(?:but |and )?why\W*$",
    re.IGNORECASE,
)


def says_why_not(x: Exchange) -> bool:
    """ "Why not?", just after a no: what stands against it, or that they don't see yet what it is for."""
    state = x.state
    just_now = 1 <= state.turns - state.refused_at <= 2
    asks_why = just_now and bool(x.heard.found(_WHY_NOT))
    if not asks_why and not (state.step and x.heard.found(patterns.BEFORE_YES)):
        return False
    reasons = misfits_told(x.scenario, state)
    left = [one for one in main_objections(x.scenario, state) if one.id not in state.raised]
    left = [one for one in left if state.may_answer(one.by)]
    if not (reasons or left or asks_why):
        return False
    x.useful = True
    if reasons:
        ways = [(one, words) for one in reasons for words in (one.again, *one.says) if x.is_new(words)]
        if not ways:
            x.repeat(reasons[-1])
            return True
        reason, words = ways[0]
        state.thread = reason.id
        state.used.add(words)
        x.say(as_sentence(words))
    elif left and len(state.told) >= 2:
        x.raise_objection(left[0])
    else:
        x.say(x.line("why_not_yet" if state.knows_the_reason else "why_not"))
    return True
