"""Is a question about the need behind a pitch, or what a buyer said? From their words and everyday relations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sellbackwards.speech.lexicon import AUX, DET, LEAD_IN, NEGATION, PREPOSITION, SUBJECT, WH, word_set
from sellbackwards.speech.topics import GENERAL, SMALL_TALK
from sellbackwards.speech.trades import SPECIFIC
from sellbackwards.speech.word_lists import LISTS
from sellbackwards.speech.words import Words, sentences_before, stem

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


class Content(NamedTuple):
    """The words of a text that carry its topic."""

    words: frozenset[str]
    stems: frozenset[str]
    all_words: frozenset[str]
    negated: bool


@lru_cache(maxsize=512)
def content(text: str) -> Content:
    """The topic words of a pitch or remark; remembered, since many answers meet the same one."""
    parts = sentences_before(text)
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
    "software app keep cover covers lead leads order orders support supports system platform online tool fit fits "
    "print monitor safe fresh summer winter spring autumn machine machines company build builds home line place "
    "shop store team check walk note notes record time sign signs book books"
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


_YOU = word_set("you your yours yourself ye ya u yous")
_BUYERS_SIDE = _YOU | word_set("yourselves they their them here people everyone everybody anyone somebody someone who")
_EFFECT = word_set(
    "must should need could would can will happens happen happened goes go mean means cost costs like look looks "
    "change changes wrong"
)
# Things found wherever people live and work: alone they speak for no trade.
_ANYWHERE = word_set(
    "door doors desk desks room rooms box boxes bed beds floor floors road roads street table tables wall walls "
    "window windows phone phones email emails call calls key keys car cars home homes house houses kitchen office "
    "offices cup paper papers page file files folder list lists note notes bag bags sign signs stand stands card "
    "cards light lights corner shelf shelves cupboard stairs gate yard roof mother father wife husband son "
    "daughter family families mum dad brother sister child children kids parent parents neighbour neighbours "
    "friend friends hand hands back head voice word words line lines morning evening night nights weekend "
    "weekends day days week weeks month months winter summer spring autumn easter christmas monday tuesday "
    "wednesday thursday friday saturday sunday end ends open opens close closes closed full empty leave leaves "
    "left lose loses lost miss missed live lives living hear hears see sees story stories conversation talk talks "
    "question questions answer answers count counts fit fits track letter letters wait waiting stay stays travel "
    "drive drives drove rain weather cold warm water money job jobs website screen area areas trip part parts "
    "picture pictures book books building buildings town village country countries school city life walk walks "
    "walked run runs turn turns return returns lead leads order orders check checks help look looks visit visits "
    "counter course sound sounds sounding counting ring rings ringing rang away fair size girl girls boy boys lad "
    "lads rest sum wear wears move moves moving stand standing sit sitting learn learns learning pass passes "
    "passed shoe shoes sore spare interest save saves saving saved read reads reading settle settled business "
    "machine machines terms trainer fill fills clean retire retires outside speak speaks care health enter enters "
    "hit hits hold holding holds ends fact double proposal deposit invite invites watch watching eat eats eating "
    "meal type away pair hang hanging reach reaching change changed sick ill well body shop shops stock prices "
    "price products product package person persons parties party traffic accident accidents average share shared "
    "sharing account accounts event events meeting meetings feed fed match cut cuts catch play plays playing game "
    "serve served collect collection brochure brochures contract contracts colleagues school schools class blind "
    "locked lock goods item items piece pieces equipment weight bottom top side front corner heavy heat bend "
    "round square surprise surprises noise noisy loud quiet breath breathe fire smell"
)
# Talk of nothing else is chat; and words of these that any trade may meet, so that they chat only where alone.
_ALSO_WORK = word_set(
    "weather holiday holidays weekend summer christmas easter diwali eid birthday birthdays breakfast lunch "
    "dinner recipe game games match team pet pets kids married marriage colour color star sign moon capital song "
    "songs singer concert vacation beach dream dreams series grandma grandchildren president"
)
# What a question is made of that would do for any pitch.
_ANY_PITCH = word_set(
    "need needs goal goals challenge challenges pain pains objective objectives requirement requirements problem "
    "problems budget business issue issues priority priorities accomplish achieve reach today expectations "
    "expectation target targets aim aims wishes ideas plan plans meet address current currently company situation "
    "future main biggest top daily pains strategic strategy success vision interests concerns area areas field "
    "areas key improve improvement explain kindly explaining hello please points general industry profession career"
)
_SALES_TALK = word_set(
    "needs goals challenges challenge pain points objectives requirements industry priorities expectations business"
)
ANY_STEMS = _ANY_PITCH | frozenset(stem(w) for w in _ANY_PITCH)
_WANTING = word_set("need needs want wants looking")


def is_general(word: str) -> bool:
    """Is it a word of every business?"""
    return word in _GENERAL or stem(word) in _GENERAL


def telling(answer: Content) -> dict[str, tuple[str, ...]]:
    """The words that tell of one or a few trades, each with those."""
    return {w: names for w in answer.words if (names := _TELLING.get(w) or _TELLING.get(stem(w)))}


def strangers(mine: dict[str, tuple[str, ...]], kin: Collection[str], shared: frozenset[str]) -> dict[str, float]:
    """How much of it tells of each other trade: 1 for each word that only that trade uses."""
    found: dict[str, float] = {}
    for word, names in mine.items():
        if word not in _ANYWHERE and word not in kin and stem(word) not in shared:
            for name in names:
                found[name] = found.get(name, 0.0) + 1 / len(names)
    return found


def word_shown(answer: Content, pitch: str, context: str) -> str:
    """The word of an answer that shows best whether it belongs to a pitch: shared, of its trade, or any."""
    shared = answer.stems & (content(pitch).stems | content(context).stems)
    theirs = topic(pitch).specific | topic(context).specific
    kin = frozenset(w for w, names in telling(answer).items() if theirs.intersection(names))
    return _one_of(answer, shared) or _one_of(answer, kin) or min(answer.words, default="")


def related(
    answer: Content, text: str, context: str = "", concrete: bool = False, strange: float = 0.5
) -> tuple[bool | None, str]:
    """Is an answer about the need behind `text`? Yes, no or None (can't tell), and the word that shows it.

    `context` is what else the learner reads: who talks to whom, about what. `concrete`: it asks what happens, how it
    is done now, what that costs them; such a question that speaks of no other trade belongs here. `strange`: so much
    that tells of another trade leaves it open (1 for each word that only one trade uses).
    """
    given, around = content(text), content(context)
    theirs_words = given.stems | around.stems
    shared = answer.stems & theirs_words
    theirs = topic(text).specific | topic(context).specific
    general = {w for w in answer.words if is_general(w)}
    chat = {w for w in answer.words if w in SMALL_TALK} - given.words - around.words
    mine = telling(answer)
    kin = frozenset(w for w, names in mine.items() if theirs.intersection(names))
    foreign = max(strangers(mine, kin, shared).values(), default=0.0)
    for_any = answer.words and all(w in ANY_STEMS or stem(w) in ANY_STEMS for w in answer.words)
    if shared and for_any and len(shared) == 1 and len(answer.words) >= 2:
        return None, _one_of(answer, shared)  # "We've never needed any." "What are your needs and goals?"
    if shared:
        spoken = {w for w in answer.words if stem(w) in shared or w in shared}
        only_chat = spoken <= SMALL_TALK and len(answer.words) <= 3
        elsewhere = foreign >= 1.5 and shared <= _GENERAL.keys() | _ANYWHERE
        return (None if only_chat or elsewhere else True), _one_of(answer, shared)
    if for_any and (len(answer.words) >= 2 or answer.words <= _SALES_TALK):
        return False, min(answer.words)
    chat -= kin
    rest = answer.words - chat - general
    if chat and not kin and (not rest or (len(rest) <= 2 and not chat <= _ALSO_WORK)):
        return False, min(chat)
    weight = 1.5 * sum(1 / len(mine[w]) for w in kin)  # in doubt, for the answer
    if kin and weight >= foreign:
        return True, _one_of(answer, kin)
    if foreign >= _ELSEWHERE and not kin and theirs and not concrete:
        return False, _one_of(answer, frozenset(mine))
    yours = not _YOU.isdisjoint(answer.all_words)
    if foreign >= strange or (chat and not (yours and chat <= _ALSO_WORK)):
        return None, _one_of(answer, frozenset(mine) or frozenset(chat))
    if concrete or (general and (len(answer.words - general) <= 2 or yours)):
        return True, _one_of(answer, frozenset(general)) or min(answer.words, default="")
    if not answer.words and answer.all_words & _BUYERS_SIDE and len(answer.all_words) >= 4:
        return not (answer.all_words & _WANTING and len(answer.all_words) <= 6), ""
    return None, _one_of(answer, answer.words)


_ELSEWHERE = 2.0  # so many telling words of one other trade, and none of this one: it belongs to another talk


def everyday(word: str) -> bool:
    """Is it a word of every business, or of any place where people live and work?"""
    return is_general(word) or word in _ANYWHERE


def _one_of(answer: Content, found: frozenset[str]) -> str:
    for word in sorted(answer.words):
        if word in found or any(word.startswith(f) for f in found):
            return word
    return ""


_SCENE = frozenset({"when", "while", "if", "day", "days", "night", "nights", "week"})


def about_things(answer: Content) -> bool:
    """Does it ask what a thing is or how it works, of nobody in particular: "What is a forklift?" """
    # "What does the dog do when nobody is in?" asks about a scene, not a thing
    others = _BUYERS_SIDE | _EFFECT | _SCENE
    return (
        others.isdisjoint(answer.all_words)
        and not {"is", "are", "does", "do"}.isdisjoint(answer.all_words)
        and len(answer.words) <= 2
    )
