"""How much speaks for each move, for a question about change, and for each of its areas: sums of published weights.

weights.json holds, for each feature (features.py), how much it speaks for or against each of NAMES, in hundredths of a
logit; what each sum starts from; and the sum from which each is heard. benchmarks/train_speech.py learns all of it from
turns that several authors invented, and writes the file anew, the same to the byte.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import prod
from pathlib import Path

from sellbackwards.speech.features import Part, families
from sellbackwards.speech.linear import Weighted, add_up_packed, likely, packed, packed_start, weighted
from sellbackwards.speech.reading import AREAS

MOVES = ("pitch", "contradiction", "pressure", "seller_need", "next_step", "deferral", "reflection", "change")
ENOUGH = "enough"
"""Of a reply that asks nothing: thanks, a farewell, an answer that is all that the remark calls for."""
NAMES = (*MOVES, *AREAS, ENOUGH)
AGAINST_THEM = ("contradiction", "pressure", "seller_need")
"""Moves that go against the buyer."""
HELD_AGAINST = ("pitch", *AGAINST_THEM)
"""Moves that are bad selling wherever they stand: a good question beside them makes up for nothing."""
UNWELCOME = frozenset({*HELD_AGAINST, "deferral"})
"""Moves that a coach holds against a seller."""
_UNWELCOME_AT = sorted(map(MOVES.index, UNWELCOME))
WEIGHTS = Path(__file__).with_name("weights.json")
DOUBT = 40
"""A move heard by less than this beyond its threshold, and beyond as likely as not, is doubtful: an honest coach takes
nobody to task for it."""
FAINT = -40
"""A move held against a seller that is heard by less than this is likelier not there: named, and nothing follows."""
SURELY_FITS, FITS, FITS_NOT = 0.75, 0.6, 0.2
"""How likely it must be that a reply that asks nothing is enough, and does nothing unwelcome, to pass: where there are
words in it that often argue or offer, and where there are none; and below what likelihood it isn't enough. Between
them it can't be told."""
WEAKLY = 150
"""A move heard by less than this is weak. Beside an open question a weak contradiction says nothing: of 26 that were
heard there by weights learned from other authors, 23 were none."""
SECOND_AREA = 0  # a second area is named where its sum is above this


@dataclass(frozen=True, slots=True)
class Weights:
    """What weights.json holds, as the sums need it: numbers in hundredths of a logit, names by their place in NAMES.

    ``of``: for each feature its pairs (place of a name, weight). ``packed``: for each feature all of its weights in one
    whole number, so that one addition adds to every sum at once (linear.py). ``start``: what the sums begin with,
    packed as well. ``heard``: the sum from which each name is heard.
    """

    of: Weighted
    packed: Mapping[str, int]
    start: int
    heard: tuple[int, ...]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The shipped weights, read once."""
    raw = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    of = weighted(raw["weights"])
    return Weights(of, packed(of), packed_start(raw["start"]), tuple(raw["heard"]))


def sums(found: Collection[str]) -> list[int]:
    """How much the features speak for each of NAMES, in hundredths of a logit; 0 is as likely as not."""
    known = weights()
    return add_up_packed(found, known.packed, known.start, len(NAMES))


def heard(total: Sequence[int]) -> dict[str, int]:
    """The moves that are heard, and by how much beyond the sum from which each is, or beyond what is as likely as not
    where that is more."""
    least = weights().heard
    return {name: total[k] - max(0, least[k]) for k, name in enumerate(MOVES) if total[k] > least[k]}


def up_to(most: int, moves: Mapping[str, int]) -> frozenset[str]:
    """Those of the moves that are heard by no more than `most`."""
    return frozenset(name for name, beyond in moves.items() if beyond <= most)


def how_enough(total: Sequence[int]) -> float:
    """How likely a reply that asks nothing is all that the remark calls for, and none of the UNWELCOME moves."""
    clean = prod(likely(-total[k]) for k in _UNWELCOME_AT)
    return likely(total[NAMES.index(ENOUGH)]) * clean


def areas(total: Sequence[int]) -> list[str]:
    """The areas that a question about change falls on, the likeliest first: one, or two."""
    ranked = sorted(range(len(MOVES), len(MOVES) + len(AREAS)), key=lambda k: -total[k])
    return [NAMES[k] for k in ranked[:1]] + [NAMES[k] for k in ranked[1:2] if total[k] > SECOND_AREA]


@lru_cache(maxsize=len(NAMES))
def _weights_of(place: int) -> Mapping[str, int]:
    """How much each feature speaks for the one of NAMES at this place."""
    return {feature: w for feature, pairs in weights().of.items() for at, w in pairs if at == place}


@lru_cache(maxsize=20_000)
def _of_word(place: int, word: str, st: str) -> int:
    """How much a word and its families speak for the one of NAMES at this place."""
    get = _weights_of(place).get
    return sum(get(feature, 0) for feature in (" " + st, *families(word)))


def evidence(text: str, parts: Sequence[Part], name: str, among: Collection[int] = ()) -> str:
    """The stretch of words that speaks most for one of NAMES; `among`: only the sentences of these numbers."""
    place = NAMES.index(name)
    get = _weights_of(place).get
    best, words = 0.0, ""
    for n, (s, _) in enumerate(parts):
        if among and n not in among:
            continue
        says: list[float] = [_of_word(place, word, st) for word, st in zip(s.words, s.stems, strict=True)]
        plain = ["#" if st == "#" else w for w, st in zip(s.words, s.stems, strict=True)]
        for i, pair in enumerate(pairwise(("^", *plain, s.mark[:1] or "."))):
            w = get(" ".join(pair), 0) / 2
            for at in (i - 1, i):
                if 0 <= at < len(says):
                    says[at] += w
        begin, total = 0, 0.0
        for i, w in enumerate(says):
            if total <= 0:
                begin, total = i, 0.0
            total += w
            if total > best:
                best, words = total, s.span(text, begin, i + 1)
    if words:
        return words
    s = parts[min(among) if among else -1][0]
    return s.span(text, 0, len(s.words))
