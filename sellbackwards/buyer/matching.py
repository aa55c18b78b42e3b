"""What a turn is about: the facts it asks for, in the order in which they would come to the buyer's mind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sellbackwards.buyer.hearing import Heard
from sellbackwards.buyer.scenario import Fact, Scenario
from sellbackwards.buyer.state import State
from sellbackwards.buyer.wants import gives
from sellbackwards.speech.patterns import word_list
from sellbackwards.speech.relevance import EMPTY, everyday
from sellbackwards.speech.thesaurus import related
from sellbackwards.speech.words import sentences, stem

_SAID = 0.4  # a word of what they would tell, and not of those that ask for it
_PHRASE = 1.2  # words that stand together in the fact's list, and together in the turn
_KIN = 0.6  # a word that stands for one of the fact's


@dataclass(frozen=True)
class Index:
    """The words of a scenario: for each fact and objection the stems that ask for it, with their weight,
    those that ask for it together, and the stems of what it says."""

    about: dict[str, dict[str, float]]
    phrases: dict[str, tuple[str, ...]]
    said: dict[str, frozenset[str]]
    common: Counter[str]
    all: frozenset[str]


@lru_cache(maxsize=2048)  # as plain_words
def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    return frozenset(
        found
        for part in sentences(text)
        for word, found in zip(part.words, part.stems, strict=True)
        if word not in EMPTY and found != "#"
    )


def _stemmed(text: str) -> str:
    """The stems of all its words, split as a turn's are: "can't get" is "can n't get"."""
    return " ".join(stem(word) for part in sentences(text) for word in part.words)


@lru_cache(maxsize=64)
def index(scenario: Scenario) -> Index:
    """The words of a scenario, worked out once."""
    entries = {one.id: one.about for one in scenario.facts} | {one.id: one.about for one in scenario.objections}
    alone = {
        ident: {stem(entry): (0.4 if entry in EMPTY else 1.0) for entry in about if " " not in entry}
        for ident, about in entries.items()
    }
    phrases = {ident: tuple(_stemmed(entry) for entry in about if " " in entry) for ident, about in entries.items()}
    said = {fact.id: stems_of(" ".join((*fact.says, fact.short, fact.again))) for fact in scenario.facts}
    said |= {objection.id: stems_of(" ".join((*objection.says, *objection.heard))) for objection in scenario.objections}
    # A word that asks for many facts, or is in everybody's mouth here, tells less about what is meant.
    asked = Counter(word for words in alone.values() for word in words)
    common = Counter(word for words in said.values() for word in words)
    about = {
        ident: {word: weight / (asked[word] + common[word] / 3) ** 0.4 for word, weight in words.items()}
        for ident, words in alone.items()
    }
    every = frozenset().union(*said.values(), *(words.keys() for words in about.values()))
    return Index(
        about, phrases, said, common, every | stems_of(f"{scenario.scene} {scenario.opening} {scenario.offers}")
    )


def score(scenario: Scenario, ident: str, heard: Heard) -> float:
    """How much of a turn is about a fact or objection: each word counts once, a synonym less, each further one less."""
    return score_of(scenario, ident, heard.stems, heard.stemmed)


def score_of(scenario: Scenario, ident: str, stems: Mapping[str, float], stemmed: str) -> float:
    """The same of stems with their weights, and of the whole line stem by stem. Words of no topic weigh under 0.4."""
    words = index(scenario).about[ident]
    said = f" {stemmed} "
    found = [_PHRASE for phrase in index(scenario).phrases[ident] if f" {phrase} " in said]
    for one, weight in stems.items():
        best = words.get(one, 0.0)
        if not best and weight >= 0.4 and one in index(scenario).said[ident]:
            best = _SAID / (1 + index(scenario).common[one]) ** 0.5
        if not best:
            best = _KIN * max((words.get(other, 0.0) for other in related(one)), default=0.0)
        if best:
            found.append(weight * best)
    found.sort(reverse=True)
    return sum(value / (n + 1) ** 0.5 for n, value in enumerate(found[:4]))


def names(scenario: Scenario, ident: str, heard: Heard) -> bool:
    """Does a turn name the matter of an objection? Two words of everybody's ("for me") don't."""
    words = index(scenario)
    phrases = (one for one in words.phrases[ident] if len(one.split()) > 2)
    if any(f" {one} " in f" {heard.stemmed} " for one in phrases):
        return True
    return any(one in words.about[ident] or related(one) & words.about[ident].keys() for one in heard.content)


# Words with which one suggests something; they belong to no trade.
_SUGGESTING = frozenset(
    stem(word)
    for word in word_list(
        "suggest suggestion propose proposal pilot trial test demo fortnight signature beside together write writes "
        "writing colleague colleagues guy technician install review report sample example easily safe above kept "
        "besides instead mr mrs ms"
    )
)


def strange_words(scenario: Scenario, heard: Heard) -> list[str]:
    """Words (by stem) of a turn that belong neither here nor everywhere: those of another trade, or of nobody's."""
    known = index(scenario).all | _SUGGESTING
    return [
        one
        for one in sorted(heard.content)
        if one not in known and not everyday(one) and not related(one) & known and heard.stems.get(one, 0) >= 0.4
    ]


def thread_of(scenario: Scenario, state: State, heard: Heard) -> str:
    """The told fact that a turn takes up by its words; the last one told where it takes up none."""
    said = index(scenario).said
    words = {one for one, weight in heard.stems.items() if weight >= 0.3}
    best, most = state.thread, 0.0
    for place, ident in enumerate(state.told):
        hits = len(words & said[ident] - _everywhere(scenario))
        value = hits + 0.01 * place + (0.5 if ident == state.thread and hits else 0.0)
        if hits and value > most:
            best, most = ident, value
    return best


@lru_cache(maxsize=64)
def _everywhere(scenario: Scenario) -> frozenset[str]:
    """Stems that many facts say: they point at none."""
    count = Counter(one for ident, words in index(scenario).said.items() for one in words)
    return frozenset(one for one, n in count.items() if n > 4)


def unlocked(fact: Fact, state: State) -> bool:
    """Can it come out, for what was told before it, or since they said the half of it?"""
    return not fact.after or fact.id in state.touched or any(before in state.told for before in fact.after)


def ways_to(scenario: Scenario, fact: Fact, state: State) -> Fact:
    """A fact that must wait for another leads to that one: the first of those before it that can come out."""
    seen = {fact.id}
    while not unlocked(fact, state):
        before = [scenario.fact(ident) for ident in fact.after if ident not in seen]
        if not before:
            return fact
        fact = next((one for one in before if unlocked(one, state)), before[0])
        seen.add(fact.id)
    return fact


def gives_any(fact: Fact, want: str) -> bool:
    """Does any of its wordings hold an answer of that kind?"""
    return any(gives(words, want) for words in (*fact.says, fact.short, fact.again))


def follows(scenario: Scenario, state: State, thread: str) -> list[Fact]:
    """What would come next where nothing is named: from the thread, from other threads, then what needs none before."""
    told = set(state.told)
    ready = [fact for fact in scenario.facts if fact.id not in told and unlocked(fact, state)]
    ready = [fact for fact in ready if fact.openness <= state.openness]
    # Small things come only where they follow on the thread.
    ready = [fact for fact in ready if fact.matters or fact.id == thread or thread in fact.after]
    ready = [fact for fact in ready if state.may_answer(fact.by)]
    beside = set(scenario.fact(thread).after) & told if thread else set()
    recent = {ident: place for place, ident in enumerate(state.told)}

    def order(fact: Fact) -> tuple[int, int]:
        if fact.id == thread:  # of which they gave the short answer only
            return -1, 0
        if thread and thread in fact.after:
            return 0, 0
        if beside and beside & set(fact.after):  # what else follows on the fact before it
            return 1, -len(state.told)
        if fact.after:
            return 1, -max(recent.get(before, -1) for before in fact.after)
        return 2, 0

    return sorted(ready, key=order)
