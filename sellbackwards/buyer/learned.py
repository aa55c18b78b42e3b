"""What was learned of a buyer: which features speak for each fact, and the lines by which each was asked for.

Three things say how near a line comes to each fact: the sum of learned weights, the likest of all known ways to ask
for it, and how close its words lie in meaning to those of all of them. A buyer of whom nothing was learned has its own
file's words for ways. benchmarks/train_buyer.py writes `asked/ID.json`, the same to the byte.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sellbackwards.buyer.line_features import Line
from sellbackwards.buyer.scenario import Fact, Scenario
from sellbackwards.buyer.voices import asked_by_name
from sellbackwards.speech.linear import Weighted, add_up, weighted
from sellbackwards.speech.meaning import DIMENSIONS, word_vector
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.words import sentences

ASKED = Path(__file__).with_name("asked")
_MOST_WORDS = 80  # of a line, that are compared with what is known

Vector = Sequence[float]


@dataclass(frozen=True)
class Nearness:
    """How near a line comes to each fact: by weights (logits), by the likest way (0 to 1), by meaning (-1 to 1)."""

    weights: Mapping[str, float]
    way: Mapping[str, float]
    meaning: Mapping[str, float]


@dataclass(frozen=True)
class Ways:
    """Known ways to ask for the facts of a buyer: for each stem the ways that have it, and its weight in each.

    `asked_by`: for each fact the stems of all its ways.
    """

    fact_of: tuple[str, ...]
    asked_by: Mapping[str, frozenset[str]]
    having: Mapping[str, Sequence[tuple[int, float]]]
    rare: Mapping[str, float]
    unknown: float

    def likest(self, stems: Iterable[str]) -> dict[str, float]:
        """For each fact the cosine with the likest of its ways; facts that share no word are left out."""
        mine = {one: self.rare.get(one, self.unknown) for one in sorted(set(stems))}
        length = math.sqrt(sum(w * w for w in mine.values())) or 1.0
        total: dict[int, float] = {}
        for one, weight in mine.items():
            for n, theirs in self.having.get(one, ()):
                total[n] = total.get(n, 0.0) + weight * theirs
        best: dict[str, float] = {}
        for n, value in total.items():
            ident = self.fact_of[n]
            if value > best.get(ident, 0.0) * length:
                best[ident] = value / length
        return best


def ways_of(known: Sequence[tuple[str, Sequence[str]]]) -> Ways:
    """Ways from (fact, stems of a line): a rare stem weighs more, each line as much as any other."""
    count = Counter(one for _, stems in known for one in set(stems))
    rare = {one: math.log(1 + len(known) / n) for one, n in count.items()}
    having: dict[str, list[tuple[int, float]]] = {}
    for n, (_, stems) in enumerate(known):
        mine = sorted(set(stems))  # in order: the last digit of a sum depends on it
        length = math.sqrt(sum(rare[one] ** 2 for one in mine)) or 1.0
        for one in mine:
            having.setdefault(one, []).append((n, rare[one] / length))
    asked_by: dict[str, set[str]] = {}
    for fact, stems in known:
        asked_by.setdefault(fact, set()).update(stems)
    by_fact = {fact: frozenset(stems) for fact, stems in asked_by.items()}
    return Ways(tuple(fact for fact, _ in known), by_fact, having, rare, math.log(1 + len(known)))


@dataclass(frozen=True)
class Learned:
    """What is known of how a buyer is asked. `means`: for each fact the direction of its words, one long."""

    facts: tuple[str, ...]
    weights: Weighted
    means: Mapping[str, Vector]
    ways: Ways

    def nearness(self, scenario: Scenario, line: Line) -> Nearness:
        """How near the line comes to each fact of the scenario."""
        direction = meaning_of(line.text)
        close = {ident: _product(direction, mean) for ident, mean in self.means.items()} if direction else {}
        return Nearness(
            sums_of(scenario, line, self.facts, self.weights),
            self.ways.likest(line.stemmed.split()[-_MOST_WORDS:]),
            close,
        )


def own_texts(scenario: Scenario) -> list[tuple[Fact, str]]:
    """What the buyer's own file says of each fact, as if somebody asked so."""
    return [
        (fact, text)
        for fact in scenario.facts
        for text in (asked_by_name(scenario, fact.ask)[1], fact.title, " ".join(fact.about), *fact.says)
    ]


def from_file(scenario: Scenario) -> Learned:
    """What the file alone tells."""
    own = own_texts(scenario)
    texts: dict[str, list[str]] = {}
    for fact, text in own:
        texts.setdefault(fact.id, []).append(text)
    return Learned((), {}, means_of(texts), ways_of([(fact.id, stems_in(text)) for fact, text in own]))


@lru_cache(maxsize=16)
def learned_of(scenario: Scenario) -> Learned:
    """What is known of a buyer: what was learned, or what its file tells."""
    try:
        raw = json.loads((ASKED / f"{scenario.id}.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return from_file(scenario)
    return made_of(scenario, raw, weighted(raw["weights"]))


def made_of(scenario: Scenario, raw: Mapping[str, Any], weights: Weighted) -> Learned:
    """The same of what a file holds, with its weights in pairs."""
    facts = tuple(raw["facts"])
    known = [(facts[place], stems.split()) for place, stems in raw["ways"]]
    known += [(fact.id, stems_in(text)) for fact, text in own_texts(scenario)]
    means = {ident: tuple(x / 100 for x in mean) for ident, mean in zip(facts, raw["means"], strict=True)}
    return Learned(facts, weights, means, ways_of(known))


def sums_of(scenario: Scenario, line: Line, facts: Sequence[str], of: Weighted) -> dict[str, float]:
    """How much the line's features speak for each fact, in logits: a long line has no more votes than a short one."""
    sums = add_up(line.features, of, [0] * len(facts))
    known = sum(name in of for name in line.features)
    there = {fact.id for fact in scenario.facts}
    share = 100 * math.sqrt(max(1, known))
    return {ident: value / share for ident, value in zip(facts, sums, strict=True) if ident in there}


def stems_in(text: str) -> tuple[str, ...]:
    """The stems of a text, in their order."""
    return tuple(one for part in sentences(text) for one in part.stems if one)


@lru_cache(maxsize=512)
def meaning_of(text: str) -> Vector | None:
    """The direction of a text's words of topic, one long; None where none of them is known."""
    words = [word for part in sentences(text) for word in part.words if word not in EMPTY][:_MOST_WORDS]
    total = [0.0] * DIMENSIONS
    for word in words:
        if found := _direction(word):
            for n, x in enumerate(found):
                total[n] += x
    return _unit(total)


def means_of(texts: Mapping[str, Sequence[str]]) -> dict[str, Vector]:
    """For each fact the direction of all the texts that ask for it."""
    found = {}
    for ident, some in texts.items():
        directions = [one for text in some if (one := meaning_of(text))]
        found[ident] = _unit([sum(column) for column in zip(*directions, strict=True)]) or (0.0,) * DIMENSIONS
    return found


@lru_cache(maxsize=4096)
def _direction(word: str) -> Vector | None:
    vector = word_vector(word)
    return _unit(vector) if vector else None


def _unit(vector: Sequence[float]) -> Vector | None:
    size = math.sqrt(sum(x * x for x in vector))
    return tuple(x / size for x in vector) if size else None


def _product(a: Vector, b: Vector) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))
