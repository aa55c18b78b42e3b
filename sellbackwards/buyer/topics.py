"""What a line is about: how likely each fact of the buyer is to be what was asked for, learned from many ways to ask.

Three steps. First, how near the line comes to each fact by what was learned of this buyer (learned.py). Then what
anybody can tell from the buyer's file alone is added: words shared with what asks for a fact and with what it says,
the kinds of question and of answer, and what was told just before. Last, how likely it is that no fact answers at all
(no_fact.py). How much each of these weighs is the same for all buyers (`topics.json`); a new buyer needs no learning.
benchmarks/train_buyer.py writes it all, the same to the byte.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sellbackwards.buyer import no_fact
from sellbackwards.buyer.learned import Learned, Nearness, learned_of
from sellbackwards.buyer.line_features import Line, before_features, parts_of, word_features
from sellbackwards.buyer.matching import score_of
from sellbackwards.buyer.scenario import Fact, Scenario
from sellbackwards.buyer.voices import asked_by_name
from sellbackwards.buyer.wants import GIVES, gives
from sellbackwards.speech.linear import shares
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.thesaurus import related
from sellbackwards.speech.words import sentences, stem

WEIGHTS = Path(__file__).with_name("topics.json")


# ---- what the buyer's file tells ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """The words of one fact: of its name and of the question that earns it, of what it says, and their letters."""

    ask: Mapping[str, float]
    says: Mapping[str, float]
    short: Mapping[str, float]
    pairs: frozenset[str]
    parts: frozenset[str]
    gives: Mapping[str, bool]


@lru_cache(maxsize=16)
def told_by(scenario: Scenario) -> tuple[Mapping[str, Told], Mapping[str, float]]:
    """For each fact its words; and how rare each word is among the facts of this buyer (1 for all, more for few)."""
    texts: dict[str, tuple[str, str, str]] = {}
    for fact in scenario.facts:
        texts[fact.id] = (
            f"{fact.title}. {fact.ask} {'. '.join(fact.about)}.",
            " ".join(fact.says),
            f"{fact.short} {fact.again}",
        )
    stems = {ident: tuple(_stems(text) for text in three) for ident, three in texts.items()}
    seen = Counter(one for three in stems.values() for one in {*three[0], *three[1], *three[2]})
    n = len(scenario.facts)
    rare = {one: math.log(1 + n / count) for one, count in seen.items()}
    found = {}
    for fact in scenario.facts:
        ask, says, short = stems[fact.id]
        features = word_features(sentences(f"{fact.title}. {fact.ask}"), frozenset())
        every = " ".join((*fact.says, fact.short, fact.again))
        found[fact.id] = Told(
            {one: rare[one] for one in ask},
            {one: rare[one] for one in says},
            {one: rare[one] for one in short},
            frozenset(one for one in features if " " in one[1:]),
            frozenset(p for part in sentences(texts[fact.id][0]) for word in part.words for p in parts_of(word)),
            {want: gives(every, want) for want in GIVES},
        )
    return found, rare


def _stems(text: str) -> list[str]:
    return sorted(
        {stem(word) for part in sentences(text) for word in part.words if word not in EMPTY and len(word) > 1}
    )


# What is seen of a line beside one fact; weights in topics.json are in this order.
SEEN = (
    "learned", "learned best", "about", "ask words", "says words", "short words", "kin", "pairs", "letters", "kind",
    "kind beside", "area", "gives", "gives not", "child", "child short", "thread", "thread short", "sibling", "waits",
    "before says", "before asks", "told", "he or she", "matters", "early", "way", "way best", "meaning", "meaning best",
)  # fmt: skip
_IT = re.compile(r"\b(?:it|that|this|he|she|him|her|they|them|those|there|then|one|so)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Moment:
    """Where a talk stands: what was told, and the fact that it is on."""

    told: tuple[str, ...]
    thread: str
    before: str
    recent: tuple[str, ...] = ()  # what the buyer said shortly before, the newest last


_PRONOUN = re.compile(r"\b(?:he|him|his|she|her)\b", re.IGNORECASE)
# A name: a capital, and no day or month.
_NAME = re.compile(
    r"\b(?!\w+day\b|\w+ber\b|January|February|March|April|May|June|July|August|Christmas|Easter)[A-Z][a-z]+"
)


def _meant_by_pronoun(text: str, said: Sequence[str]) -> frozenset[str]:
    """ "Tell me about him": the names in what they said last, or shortly before."""
    if not _PRONOUN.search(text):
        return frozenset()
    for one in reversed(said):
        names = frozenset(stem(name.lower()) for name in _NAME.findall(one) if name.lower() not in EMPTY)
        if names:
            return names
    return frozenset()


def seen_of(scenario: Scenario, line: Line, moment: Moment, near: Nearness) -> dict[str, list[float]]:
    """For each fact what is seen of the line, in the order of SEEN. `near`: what the first step found."""
    by, rare = told_by(scenario)
    n = max(1.0, sum(rare.get(one, 2.0) * weight for one, weight in line.stems.items() if weight >= 0.4))
    best_learned = max(near.weights.values(), default=0.0)
    best_way = max(near.way.values(), default=0.0)
    best_meaning = max(near.meaning.values(), default=0.0)
    kin = {one: related(one) for one, weight in line.stems.items() if weight >= 0.4}
    leans = 1.0 if line.words <= 9 and _IT.search(line.text) else 0.0
    before = sorted({one[1:] for one in before_features(moment.before)})  # sums must not depend on a set's order
    names = _meant_by_pronoun(line.text, (*moment.recent, moment.before))
    told = set(moment.told)
    thread = scenario.fact(moment.thread) if moment.thread else None
    found: dict[str, list[float]] = {}
    for place, fact in enumerate(scenario.facts):
        words = by[fact.id]
        ask = sum(w * words.ask[one] for one, w in line.stems.items() if one in words.ask)
        says = sum(w * words.says[one] for one, w in line.stems.items() if one in words.says)
        short = sum(w * words.short[one] for one, w in line.stems.items() if one in words.short)
        kin_sum = sum(
            line.stems[one] for one, others in kin.items() if one not in words.ask and not others.isdisjoint(words.ask)
        )
        kind = bool(line.kinds & set(fact.answers))
        child = bool(moment.thread) and moment.thread in fact.after
        value = near.weights.get(fact.id, 0.0)
        way, meaning = near.way.get(fact.id, 0.0), near.meaning.get(fact.id, 0.0)
        typed = line.want in GIVES
        found[fact.id] = [
            value,
            value - best_learned,
            min(3.0, score_of(scenario, fact.id, line.stems, line.stemmed)),
            min(3.0, ask / math.sqrt(n)),
            min(3.0, says / math.sqrt(n)),
            min(2.0, short / math.sqrt(n)),
            min(2.0, kin_sum),
            min(3.0, len(line.pairs & words.pairs) / 2),
            min(2.0, 6 * len(line.parts & words.parts) / (20 + len(words.parts))),
            float(kind),
            float(kind and ask > 0),
            float(bool(fact.area) and fact.area in line.areas),
            float(typed and words.gives[line.want]),
            float(typed and not words.gives[line.want]),
            float(child),
            float(child) * leans,
            float(fact.id == moment.thread),
            float(fact.id == moment.thread) * leans,
            float(thread is not None and bool(set(fact.after) & set(thread.after)) and not child),
            float(bool(fact.after) and told.isdisjoint(fact.after)),
            min(2.0, sum(words.says.get(one, 0.0) + words.ask.get(one, 0.0) for one in before) / 8),
            min(2.0, sum(words.ask.get(one, 0.0) for one in before) / 6) * leans,
            float(fact.id in told),
            float(bool(names) and not names.isdisjoint(words.ask)),
            float(fact.matters),
            1.0 - place / len(scenario.facts),
            way,
            way - best_way,
            meaning,
            meaning - best_meaning,
        ]
    return found


# ---- learned weights ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, list[float]]]:
    """The shipped weights: with learned ways to ask, and from the file alone."""
    raw: dict[str, dict[str, list[float]]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return raw


@lru_cache(maxsize=512)
def stemmed(text: str) -> str:
    """A text, stem by stem."""
    return " ".join(one for part in sentences(text) for one in part.stems)


def rank(scenario: Scenario, lines: Sequence[Line], moment: Moment) -> list[tuple[float, Fact | None]]:
    """How likely each fact is what was asked for, the likeliest first; None stands for none of them. They sum to 1.

    `lines`: the whole of what was said, and its last question alone where there was more. Both count the same.
    """
    for fact in scenario.facts:
        asked = stemmed(asked_by_name(scenario, fact.ask)[1])  # the question that the debrief names
        if any(line.stemmed == asked for line in lines):
            return [(1.0, fact), *((0.0, one) for one in scenario.facts if one is not fact)]
    known = learned_of(scenario)
    use = weights()["learned" if known.facts else "file"]
    found = [{one: p for p, one in ranked_with_none(scenario, line, moment, known, use)} for line in lines]
    total = {one: math.prod(by[one] for by in found) ** (1 / len(found)) for one in found[0]}
    whole = sum(total.values())
    return sorted(((p / whole, one) for one, p in total.items()), key=lambda one: -one[0])


def ranked_with_none(
    scenario: Scenario, line: Line, moment: Moment, known: Learned, use: Mapping[str, Sequence[float]]
) -> list[tuple[float, Fact | None]]:
    """The same of one line, by what is known of the buyer and by these weights."""
    near = known.nearness(scenario, line)
    facts = ranked(scenario, line, moment, near, use["facts"])
    none = no_fact.likely(
        use["none"],
        no_fact.seen_of(scenario, line, moment.before, moment.told, moment.thread, known, near, facts),
    )
    found: list[tuple[float, Fact | None]] = [(p * (1 - none), fact) for p, fact in facts]
    return sorted([*found, (none, None)], key=lambda one: -one[0])


def ranked(
    scenario: Scenario, line: Line, moment: Moment, near: Nearness, use: Sequence[float]
) -> list[tuple[float, Fact]]:
    """The likeliest facts first, if one of them is asked for, by what the first step found and by these weights."""
    seen = seen_of(scenario, line, moment, near)
    sums = [sum(w * v for w, v in zip(use, seen[fact.id], strict=True)) for fact in scenario.facts]
    return sorted(zip(shares(sums), scenario.facts, strict=True), key=lambda one: -one[0])
