"""What a reply puts into the buyer's mouth, or says of them as of somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from sellbackwards.speech.features import Part
from sellbackwards.speech.held import THEIRS
from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.relevance import Content, content

# Of whom "he" and "she" may speak.
PERSONS = word_set(
    "he she him her his hers wife husband partner boss manager owner director mother father mum dad mam son "
    "daughter brother sister colleague nephew niece cousin uncle aunt neighbour friend accountant lawyer doctor "
    "chef driver lady man woman guy girl boy lad chairman chairwoman treasurer secretary somebody someone nobody "
    "who supplier predecessor assistant foreman granddad grandad grandfather grandmother gran child kid baby dog "
    "cat horse last one head mate fella"
)
THIRD = word_set("he she him her his hers")
_TRADES = ("er", "or", "ist", "man")  # whom a remark names by what they do: a trainer, a painter, a dentist


def speaks_of_them(text: str, parts: Sequence[Part], answer: Content, named: frozenset[str]) -> str:
    """The words that speak of the buyer as of somebody else ("a number in her head") where nobody is named, or ""."""
    if not PERSONS.isdisjoint(named) or not (PERSONS - THIRD - {"head", "one", "last", "who"}).isdisjoint(
        answer.all_words
    ):
        return ""
    if any(len(word) > 4 and word.endswith(_TRADES) for word in named):
        return ""
    for s, _ in parts:
        if not THIRD.isdisjoint(s.words) and THEIRS.isdisjoint(s.words):
            return s.span(text, 0, len(s.words))
    return ""


_SAID_BACK = word_set("so sounds seems sound seem feels felt sorry")
_COMPLIMENTS = word_set(
    "smart successful impressive wonderful clever genius brilliant beautiful lovely amazing charming fantastic "
    "gorgeous professional company business question interesting awesome"
)


def owns_up(parts: Sequence[Part], answer: Content, buyer: str, evidence: str) -> bool | None:
    """Is what passes for saying back, with nothing else in the turn, said to the buyer and of what they said?"""
    if answer.words and answer.words <= _COMPLIMENTS:
        return False
    if " " not in evidence.strip():
        return None  # heard from single words, not from a stretch of talk
    said = content(buyer)
    for s, _ in parts:
        if not {"you", "your", "yours", "ye"}.isdisjoint(s.words) or not _SAID_BACK.isdisjoint(s.words):
            return True
    one = len(parts) == 1 and parts[0][0].words[0] != "there"
    return True if one and answer.stems & said.stems else None


_TOTAL = word_set("neither nobody none everyone everybody nothing")
# What nobody likes to hear put into their mouth.
_UNKIND = word_set(
    "hate hates lazy stupid silly careless paranoid stubborn old-fashioned backward backwards cheap poor scared"
)


def misreads(text: str, parts: Sequence[Part], answer: Content, buyer: str) -> str:
    """The words that put into the buyer's mouth what they didn't say: a total, a slight, a decision; or ""."""
    source = content(buyer)
    for s, asks in parts:
        words = s.words
        asked = bool(asks) and asks[-1].form in ("closed", "leading")
        marked = asked and asks[-1].why == "asks by its question mark"
        k = words.index("so") + 1 if "so" in words[:3] else 1 if words[0] == "then" else 0
        saying = k and (not asks or marked)
        if not (saying or marked) or len(words) < 4:
            continue
        new = frozenset(words) - source.all_words
        decided = words[k : k + 3] in (["you", "have", "decided"], ["you", "have", "chosen"])
        slight = not _UNKIND.isdisjoint(new)
        total = asked and len(parts) == 1 and not _TOTAL.isdisjoint(new)
        if slight or decided or total:
            return s.span(text, 0, len(words))
    return ""


_WISHES = word_set("want wants wanted wish wishes asked decided plan plans hate hates")
_SPEAKS_OF_WISHES = _WISHES | word_set(
    "need needs like rather prefer prefers looking would hope hopes must should ask asks think thinks going if only 'd"
)


def guesses_a_wish(text: str, parts: Sequence[Part], buyer: str) -> str:
    """The words that give somebody a wish of which the buyer said nothing ("So the tenants want to leave."), or ""."""
    if not _SPEAKS_OF_WISHES.isdisjoint(content(buyer).all_words):
        return ""
    for s, _ in parts:
        words = s.words
        k = words.index("so") + 1 if "so" in words[:3] else 0
        if k and not _WISHES.isdisjoint(words[k + 1 : k + 5]):
            return s.span(text, 0, len(words))
    return ""
