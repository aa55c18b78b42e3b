"""Short questions that lean on what was told last: "Who does that?", "Nobody else who could?", "How old is it?"."""

from __future__ import annotations

import re

from sellbackwards.buyer.exchange import PLAINLY, Exchange
from sellbackwards.buyer.fits import asks_for_words, gives_words
from sellbackwards.buyer.matching import index, stems_of
from sellbackwards.buyer.scenario import Fact
from sellbackwards.buyer.wants import gives
from sellbackwards.buyer.wording import own_sentences

_FEW = 8  # words of a line that leans on what was told
_WHO_DOES = re.compile(
    r"\bwho(?:'s| is| does| do| did| makes| looks after)?\b.*\b(?:that|it|this|them|all)\b", re.IGNORECASE
)
_ELSE = re.compile(r"\b(?:no ?(?:body|one)|any(?:body|one)|some(?:body|one)|who) else\b", re.IGNORECASE)
_ALONE = re.compile(
    r"\b(?:no ?(?:body|one) else|nobody|only (?:I|he|she|me|him|her)|alone|by (?:my|him|her)self|there is me|just me)\b"
)
_MYSELF = re.compile(r"\bI\b")
# Numbers and times, which one sentence of many may hold. (A person or a place stands in nearly every one.)
_EXACT = ("how_old", "how_long", "how_many", "how_much", "when")


def answers_on_what_was_told(x: Exchange) -> bool:
    """The sentence of what they told last that answers it; or that they do it themselves."""
    heard, state = x.heard, x.state
    if not state.thread or state.thread not in state.told or heard.words > _FEW:
        return False
    value, best = x.ranked[0]
    thread = x.scenario.fact(state.thread)
    if not state.may_answer(thread.by):
        return False
    words = index(x.scenario)
    named = {one for one in heard.content if heard.stems.get(one, 0) >= 1}
    ours = named <= words.said[thread.id] | words.about[thread.id].keys()
    elsewhere = best is not None and best is not thread and value >= PLAINLY
    if _ELSE.search(heard.text) and not named - stems_of("else body could"):
        told = next((one for one in _told(x, thread) if _ALONE.search(one)), "")
        return bool(told) and _repeats(x, thread, told)
    if heard.want == "who" and not named and _WHO_DOES.search(heard.text):
        names = [one for one in _told(x, thread) if gives(re.sub(r"\b(?:I|me|we|us|he|she|they|it)\b", "", one), "who")]
        if not names and any(_MYSELF.search(one) for one in _told(x, thread)):
            x.say(x.line("thats_me"))
            return True
    if heard.want in _EXACT and ours and not elsewhere and (best is not thread or not gives(thread.again, heard.want)):
        told = next((one for one in _told(x, thread) if gives(one, heard.want)), "")
        return bool(told) and _repeats(x, thread, told)
    return False


def further(x: Exchange, fact: Fact) -> str:
    """Asked further about a told fact: a sentence of it that they left out and that the question names, or nothing."""
    told = _told(x, fact)
    known = stems_of(" ".join((*told, fact.again)))
    asked = {one for one in x.heard.content if x.heard.stems.get(one, 0) >= 1} - known
    left = [one for says in fact.says if says not in x.state.used for one in own_sentences(says)]
    left = [one for one in left if one not in x.state.used and stems_of(one) - known and not x.echoes(one)]
    words = next((one for one in left if gives_words(one)), "")
    if words and asks_for_words(x.heard):
        return words
    if named := next((one for one in left if asked & stems_of(one)), ""):
        return named
    if fact.id not in x.state.told[-1:] or not x.state.told_last or not _wants_the_rest(x, fact):
        return ""
    if asks_for_words(x.heard):
        return ""
    if _YOU_DID.search(x.heard.text):
        left = [one for one in left if _OWN.search(one)]
    goes_on = [one for says in fact.says for one in own_sentences(says)[1:] if one in left]  # the first begins it anew
    return next((one for one in goes_on if len(stems_of(one) - known) >= max(2, len(stems_of(one)) / 2)), "")


def _wants_the_rest(x: Exchange, fact: Fact) -> bool:
    """ "And what did he say?", "How did it end?", just after a story: does it name nothing but that?"""
    words = index(x.scenario)
    named = {one for one in x.heard.content if x.heard.stems.get(one, 0) >= 1}
    return x.heard.words <= _FEW + 2 and named <= words.said[fact.id] | _OF_ANY_STORY


_YOU_DID = re.compile(r"\bwhat (?:did|do) you do\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|we)\b", re.IGNORECASE)
_OF_ANY_STORY = stems_of("say tell wrong happen go come end finish turn do take react feel think next later after")


def _told(x: Exchange, fact: Fact) -> list[str]:
    """The sentences in which they told a fact."""
    return [sentence for one in x.state.said_of(fact.says) for sentence in own_sentences(one)]


def _repeats(x: Exchange, fact: Fact, sentence: str) -> bool:
    """Say a sentence of it once more; False where that was done before."""
    if sentence in x.state.used or x.echoes(sentence):
        return False
    x.state.asked_for.add((fact.id, x.heard.want))
    x.say(x.line("again"), x.pick([sentence], fact.id))
    return True
