"""How likely it is that none of the buyer's facts answers a line: half of what people ask has no fact.

What is seen of the line beside the likeliest fact, weighed by what was learned from lines with a fact and without
(`topics.json`). The same for all buyers.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from sellbackwards.buyer.learned import Learned, Nearness
from sellbackwards.buyer.line_features import Line
from sellbackwards.buyer.matching import score_of
from sellbackwards.buyer.scenario import Fact, Scenario
from sellbackwards.buyer.wants import GIVES, gives
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.thesaurus import related
from sellbackwards.speech.words import sentences, stem

WANTS = ("what", "why", "how", "who", "where", "when", "how_many", "how_long", "how_much", "yes_no", "more", "nothing")
SEEN = (
    "always", "likeliest", "ahead", "learned", "way", "best way", "meaning", "covered", "known", "left over", "strange",
    "no content", "few words", "leans", "gives", "gives not", "kind", "kind answered", "told", "thread", "child",
    "waits", "of before", "named", "either", "about", "long", "asks twice", "way of thread", *WANTS,
)  # fmt: skip
_IT = re.compile(r"\b(?:it|that|this|he|she|him|her|they|them|those|these|there|then|one|so)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_OR = re.compile(r"\bor\b", re.IGNORECASE)


def seen_of(
    scenario: Scenario,
    line: Line,
    before: str,
    told: Sequence[str],
    thread: str,
    known: Learned,
    near: Nearness,
    ranked: Sequence[tuple[float, Fact]],
) -> list[float]:
    """What is seen of a line beside the likeliest fact, in the order of SEEN. `ranked`: how likely each fact is."""
    (first, best), (second, _) = ranked[0], ranked[1]
    ways = known.ways
    rare = {one: ways.rare.get(one, ways.unknown) for one, weight in line.stems.items() if weight >= 0.4 and one != "#"}
    asked = ways.asked_by[best.id]
    whole = sum(rare.values())
    covered = {one for one in rare if one in asked or not related(one).isdisjoint(asked)}
    left = [one for one in rare if one not in covered]
    strange = [one for one in left if one not in ways.rare]
    said = {stem(word) for part in sentences(before) for word in part.words if word not in EMPTY}
    typed = line.want in GIVES
    every = " ".join((*best.says, best.short, best.again))
    names = {stem(name.lower()) for name in _NAME.findall(line.text)}
    return [
        1.0,
        math.log(first + 1e-6),
        min(5.0, math.log((first + 1e-6) / (second + 1e-6))),
        max(near.weights.values(), default=0.0),
        near.way.get(best.id, 0.0),
        max(near.way.values(), default=0.0),
        near.meaning.get(best.id, 0.0),
        sum(w for one, w in rare.items() if one in covered) / whole if whole else 0.5,
        sum(w for one, w in rare.items() if one in ways.rare) / whole if whole else 0.5,
        min(3.0, len(left)),
        min(3.0, len(strange)),
        float(not rare),
        float(line.words <= 4),
        float(line.words <= 9 and bool(_IT.search(line.text))),
        float(typed and gives(every, line.want)),
        float(typed and not gives(every, line.want)),
        float(bool(line.kinds)),
        float(bool(line.kinds & set(best.answers))),
        float(best.id in told),
        float(best.id == thread),
        float(bool(thread) and thread in best.after),
        float(bool(best.after) and set(told).isdisjoint(best.after)),
        sum(rare[one] for one in rare if one in said) / whole if whole else 0.0,
        float(bool(names) and names.isdisjoint(asked)),
        float(bool(_OR.search(line.text))),
        min(3.0, score_of(scenario, best.id, line.stems, line.stemmed)),
        min(4.0, line.words / 8),
        float(len(set(line.text) & {"?"}) and line.text.count("?") > 1),
        near.way.get(thread, 0.0),
        *(float(line.want == want) for want in WANTS),
    ]


def likely(weights: Sequence[float], seen: Sequence[float]) -> float:
    """How likely none of the facts answers, 0 to 1, by what is seen."""
    return 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, seen, strict=True))))
