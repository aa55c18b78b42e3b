"""How close in meaning a question lies to a pitch: from vectors of words, and a map that says what asks about what.

vectors.bin holds DIMENSIONS small whole numbers for each word that carries a topic (benchmarks/make_vectors.py says
where they come from). topic.json holds the map, learned from pitches and the questions that belong to them
(benchmarks/train_topic.py): so "leak" lies near "roof", and "click on the wrong link" near "phishing".
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from operator import mul
from pathlib import Path
from typing import Any

DIMENSIONS = 64
VECTORS = Path(__file__).with_name("vectors.bin")
TOPIC = Path(__file__).with_name("topic.json")

Vector = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """What topic.json holds. `columns`: for each direction of a question, how each of a pitch bears on it."""

    columns: tuple[Vector, ...]
    pitch_mean: Vector
    question_mean: Vector
    weights: dict[str, float]
    start: float
    heard: float
    missed: float


@lru_cache(maxsize=1)
def learned() -> Learned:
    """The shipped map and weights, read once."""
    raw: dict[str, Any] = json.loads(TOPIC.read_text(encoding="utf-8"))
    return Learned(
        tuple(tuple(v / 1000 for v in column) for column in zip(*raw["map"], strict=True)),
        tuple(v / 1000 for v in raw["pitch mean"]),
        tuple(v / 1000 for v in raw["question mean"]),
        raw["weights"],
        raw["start"],
        raw["heard"],
        raw["missed"],
    )


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], memoryview]:
    words, _, numbers = VECTORS.read_bytes().partition(b"\n")
    return {w: n for n, w in enumerate(words.decode("ascii").split(" "))}, memoryview(numbers).cast("b")


@lru_cache(maxsize=4096)
def word_vector(word: str) -> tuple[int, ...] | None:
    """The numbers of a word, None where it has none."""
    at, numbers = _table()
    n = at.get(word)
    return None if n is None else tuple(numbers[n * DIMENSIONS : (n + 1) * DIMENSIONS])


def vector(words: Collection[str]) -> Vector | None:
    """The sum of the words, one long; None where none of them is known."""
    known = [v for w in sorted(words) if (v := word_vector(w))]
    if not known:
        return None
    total = list(map(sum, zip(*known, strict=True)))
    size = sqrt(sum(map(mul, total, total)))
    return tuple(x / size for x in total) if size else None


@lru_cache(maxsize=512)
def _wanted(pitch: frozenset[str]) -> tuple[Vector, float] | None:
    """What a question that belongs to these words looks like: a direction, and what to take off; remembered."""
    v = vector(pitch)
    if v is None:
        return None
    one = learned()
    away = [x - m for x, m in zip(v, one.pitch_mean, strict=True)]
    direction = tuple(sum(map(mul, away, column)) for column in one.columns)
    return direction, sum(map(mul, direction, one.question_mean))


def closeness(question: Collection[str], pitch: frozenset[str]) -> float:
    """How close the words of a question lie to those of a pitch: 0 where nothing is known, more is closer."""
    wanted, v = _wanted(pitch), vector(question)
    if wanted is None or v is None:
        return 0.0
    direction, off = wanted
    return sum(map(mul, v, direction)) - off
