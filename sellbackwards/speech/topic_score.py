"""Is a question about the need behind a pitch? A sum of published weights (topic.json) over a few features."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.meaning import closeness, learned
from sellbackwards.speech.relevance import (
    ANY_STEMS,
    Content,
    content,
    everyday,
    is_general,
    related,
    strangers,
    telling,
    topic,
    word_shown,
)
from sellbackwards.speech.topics import SMALL_TALK
from sellbackwards.speech.word_lists import LISTS
from sellbackwards.speech.words import stem

UNTOLD, STRANGE = 0.7, 3.2
"""So much more is asked of a question whose words alone don't tell whether it belongs (relevance.py), and so much for
each word in it that tells of another trade, up to half a one."""
_YOU = word_set("you your")
_SCENE = word_set("when if after while")


def close_in_meaning(answer: Content, pitch: str, context: str) -> float:
    """How close it lies to the pitch, or to that with what stands beside it."""
    given, around, told = content(pitch).words, content(context).words, answer.words - SMALL_TALK
    close = closeness(told, given)
    return max(close, closeness(told, given | around)) if around else close


def features(answer: Content, pitch: str, context: str, close: float) -> Mapping[str, float]:
    """What speaks for and against: closeness of meaning, words shared, words of the same or other trades, of all."""
    given, around = content(pitch), content(context)
    theirs = topic(pitch).specific | topic(context).specific
    shared = (answer.stems & (given.stems | around.stems)) - SMALL_TALK
    mine = telling(answer)
    kin = [w for w, names in mine.items() if theirs.intersection(names)]
    foreign = max(strangers(mine, kin, shared).values(), default=0.0)
    general = [w for w in answer.words if is_general(w)]
    for_any = [w for w in answer.words if w in ANY_STEMS or stem(w) in ANY_STEMS]
    rest = [w for w in answer.words if w not in general and w not in for_any]
    size = max(1, len(answer.words))
    return {
        "close in meaning": close,
        "shares a word": bool(shared),
        "shares words": min(len(shared), 3),
        "shares a telling word": any(not everyday(w) for w in shared),
        "words of its trade": sum(1 / len(mine[w]) for w in kin),
        "a word of its trade": bool(kin),
        "words of another trade": min(foreign, 3.0),
        "another trade": foreign >= 1,
        "no topic": not answer.words,
        "topic words": min(len(answer.words), 6) / 6,
        "words for any pitch": len(for_any) / size,
        "words of every business": len(general) / size,
        "nothing but such words": not rest,
        "you": not _YOU.isdisjoint(answer.all_words),
        "a scene": not _SCENE.isdisjoint(answer.all_words),
        "trouble": not LISTS["TROUBLE"].isdisjoint(answer.words),
        "small talk": not (answer.words & SMALL_TALK <= given.words | around.words),
    }


class Standing(NamedTuple):
    """How much speaks for a question as one on a pitch, and how far that is beyond what is asked of it; what its words
    alone tell, and the word that shows it."""

    total: float
    beyond: float
    by_words: bool | None
    word: str


def standing(answer: Content, pitch: str, context: str, concrete: bool) -> Standing:
    """How a question stands to a pitch. `concrete`: it asks what happens or how a thing is done."""
    one = learned()
    found = features(answer, pitch, context, close_in_meaning(answer, pitch, context))
    total = one.start + sum(one.weights[name] * value for name, value in found.items())
    by_words, word = related(answer, pitch, context, concrete)
    asked = UNTOLD + STRANGE * min(found["words of another trade"], 0.5) if by_words is None else 0.0
    return Standing(total, total - one.heard - asked, by_words, word)


def belongs(answer: Content, pitch: str, context: str, concrete: bool) -> tuple[bool | None, str]:
    """Does the question belong to the pitch? Yes, no or None (can't tell), and the word that shows it."""
    found = standing(answer, pitch, context, concrete)
    if found.by_words is False:
        return False, found.word  # chat, or what would do for any pitch
    if found.by_words is None and answer.words & SMALL_TALK:
        return None, found.word
    if found.by_words is None and found.total < learned().missed:
        return False, found.word
    return True if found.beyond > 0 else None, word_shown(answer, pitch, context)
