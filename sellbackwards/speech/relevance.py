"""Is a question about the need behind a pitch, or what a buyer said? From their words and everyday relations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sellbackwards.speech.fields import LISTS
from sellbackwards.speech.lexicon import AUX, DET, LEAD_IN, NEGATION, PREPOSITION, SUBJECT, WH, word_set
from sellbackwards.speech.topics import GENERAL, SMALL_TALK, SPECIFIC
from sellbackwards.speech.words import Words, sentences, stem

# Words that carry no topic of their own.
EMPTY = (
    AUX
    | DET
    | SUBJECT
    | PREPOSITION
    | WH
    | LEAD_IN
    | NEGATION
    | word_set(
        "be been being not n't 's to if as them us me him our ours mine myself yourself too very much many more "
        "most less few lot lots bit really just only even still ever never always often sometimes usually get gets "
        "got getting go goes going went come comes came make makes made making take takes took taking have having "
        "do doing done give gives gave want wants need needs like likes know think say says said tell told ask "
        "asks see sees look looks thing things something anything everything way ways kind sort one two three "
        "first other others same such own any while because than also there here that's good well great bad new "
        "old big small each every day days time times today now year years week weeks month months hour hours use "
        "uses used using work works working happen happens happening help helps keep keeps put let would could "
        "should feel mean means right nice lift lifts whether mind mine asking asked asks usually exactly "
        "currently roughly please sir madam sorry actually maybe perhaps moment around quite rather else already "
        "yet soon later before after last next look looks looking bring brings brought become becomes part point "
        "line left back able either though although instead without person okay ok fine love show shows start "
        "starts started stop try tries tried tell talk share thing wonder wondering curious understand hear heard "
        "interested describe explain walk help know knows knew known"
    )
)


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a text that carry its topic."""

    words: frozenset[str]
    stems: frozenset[str]
    all_words: frozenset[str]
    negated: bool


@lru_cache(maxsize=512)
def content(text: str) -> Content:
    """The topic words of a pitch or remark; remembered, since many answers meet the same one."""
    parts = sentences(text)
    words = frozenset(w for s in parts for w in s.words if w not in EMPTY)
    stems = frozenset(st for s in parts for w, st in zip(s.words, s.stems, strict=True) if w not in EMPTY and st != "#")
    every = frozenset(w for s in parts for w in s.words)
    return Content(words, stems, every, any(w in NEGATION for w in every))


@dataclass(frozen=True, slots=True)
class Topic:
    """The fields that a text touches."""

    general: frozenset[str]
    specific: frozenset[str]


def _fields(index: dict[str, tuple[str, ...]], words: frozenset[str]) -> frozenset[str]:
    return frozenset(name for w in words for name in index.get(w, ()))


def _index(fields: dict[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, words in fields.items():
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


_GENERAL = _index(GENERAL)
_SPECIFIC = _index(SPECIFIC)
# Words that belong to one or a few trades, not to every business.
_TELLING = {
    w: names for w, names in _SPECIFIC.items() if w not in _GENERAL and w not in LISTS["TROUBLE"] and len(names) <= 6
}


# Verbs and nouns that any pitch may use, of whatever trade: they say little of its topic.
_WEAK = word_set(
    "close closes cut cuts deliver delivers delivered call calls lift lifts service services run runs agency "
    "software app keep cover covers lead leads order orders support supports system platform online tool fit "
    "fits print monitor safe fresh summer winter spring autumn machine machines company build builds home line "
    "place shop store team check walk note notes record time sign signs book books"
)


@lru_cache(maxsize=512)
def topic(text: str) -> Topic:
    """The fields that a pitch or remark is mainly about; remembered."""
    c = content(text)
    scores: dict[str, float] = {}
    for word in c.words:
        names = _SPECIFIC.get(word) or _SPECIFIC.get(stem(word), ())
        for name in names:
            scores[name] = scores.get(name, 0.0) + (0.3 if word in _WEAK else 1.0) / len(names)
    least = 0.4 * max(scores.values(), default=0.0)
    return Topic(
        _fields(_GENERAL, c.words | c.stems), frozenset(name for name, score in scores.items() if score >= least)
    )


def topic_of(c: Content) -> Topic:
    """The fields that the content touches."""
    both = c.words | c.stems
    return Topic(_fields(_GENERAL, both), _fields(_SPECIFIC, both))


def content_of(parts: list[Words]) -> Content:
    """The topic words of sentences already read."""
    words: set[str] = set()
    stems: set[str] = set()
    every: set[str] = set()
    for s in parts:
        every.update(s.words)
        for w, st in zip(s.words, s.stems, strict=True):
            if w not in EMPTY:
                words.add(w)
                if st != "#":
                    stems.add(st)
    return Content(frozenset(words), frozenset(stems), frozenset(every), not NEGATION.isdisjoint(every))


_YOU = word_set("you your yours yourself")
_BUYERS_SIDE = word_set(
    "you your yours yourself yourselves they their them here people everyone everybody anyone somebody someone who"
)
_EFFECT = word_set(
    "must should need could would can will happens happen happened goes go mean means cost costs like look "
    "looks change changes wrong"
)


def related(answer: Content, text: str) -> tuple[bool | None, str]:
    """Is an answer about the need behind `text`? Yes, no or None (can't tell), and the word that shows it."""
    given = content(text)
    shared = answer.stems & given.stems
    talk = topic_of(answer)
    theirs = topic(text)
    chat = {w for w in answer.words if w in SMALL_TALK} - given.words
    both = answer.words | answer.stems
    if shared:
        spoken = {w for w in answer.words if stem(w) in shared or w in shared}
        return (None if spoken <= SMALL_TALK and len(answer.words) <= 3 else True), _one_of(answer, shared)
    mine = {w: names for w in answer.words if (names := _TELLING.get(w) or _TELLING.get(stem(w)))}
    kin = frozenset(w for w, names in mine.items() if theirs.specific.intersection(names))
    chat -= kin
    strangers: dict[str, float] = {}
    for names in mine.values():
        for name in names:
            if name not in theirs.specific:
                strangers[name] = strangers.get(name, 0.0) + 1 / len(names)
    weight = 1.5 * sum(1 / len(mine[w]) for w in kin)  # in doubt, for the answer
    if kin and weight >= max(strangers.values(), default=0.0):
        # words of the same trade, and of no other trade as strongly
        return True, _one_of(answer, kin)
    if not mine and talk.specific & theirs.specific and not chat:
        return True, _one_of(answer, both)
    if chat:
        return (False if not talk.general - {"time", "money", "quality"} else None), next(iter(sorted(chat)))
    strange = answer.words - frozenset(w for w in answer.words if w in _GENERAL)
    if mine:  # a trade of its own, which isn't theirs
        return None, _one_of(answer, frozenset(mine))
    if talk.general and (len(strange) <= 2 or not _YOU.isdisjoint(answer.all_words)):
        return True, _one_of(answer, frozenset(w for w in answer.words | answer.stems if w in _GENERAL))
    if not answer.words and answer.all_words & _BUYERS_SIDE and len(answer.all_words) >= 4:
        return True, ""
    return None, ""


def _one_of(answer: Content, found: frozenset[str]) -> str:
    for word in sorted(answer.words):
        if word in found or any(word.startswith(f) for f in found):
            return word
    return ""


def about_things(answer: Content) -> bool:
    """Does it ask what a thing is or how it works, of nobody in particular: "What is a forklift?" """
    others = _BUYERS_SIDE | _EFFECT
    return (
        others.isdisjoint(answer.all_words)
        and not {"is", "are", "does", "do"}.isdisjoint(answer.all_words)
        and len(answer.words) <= 2
    )
