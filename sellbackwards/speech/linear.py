"""Sums of learned weights over sparse features, and how likely each outcome is by its sum."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from itertools import repeat

Weighted = Mapping[str, Sequence[tuple[int, int]]]
"""For each feature its pairs: the place of an outcome, and how much speaks for it, in hundredths of a logit."""


def weighted(raw: Mapping[str, Sequence[int]]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Weights as the files hold them, place and hundredths in turn, in pairs."""
    return {name: tuple(zip(flat[::2], flat[1::2], strict=True)) for name, flat in raw.items()}


def add_up(found: Collection[str], of: Weighted, start: Sequence[int]) -> list[int]:
    """How much the features that were found speak for each outcome, in hundredths of a logit, from `start` on."""
    total = list(start)
    get = of.get
    for name in found:
        pairs = get(name)
        if pairs:
            for k, w in pairs:
                total[k] += w
    return total


BITS = 24  # of a packed sum for each outcome: more than any turn can add up to
_HALF, _FIELD = 1 << (BITS - 1), (1 << BITS) - 1


def packed(of: Weighted) -> dict[str, int]:
    """The weights of each feature in one number, a field of it for each outcome: these are summed in one go."""
    return {name: sum(w << (BITS * k) for k, w in pairs) for name, pairs in of.items()}


def packed_start(start: Sequence[int]) -> int:
    """The same of what each sum starts from, lifted above zero so that no field borrows from the next."""
    return sum((_HALF + s) << (BITS * k) for k, s in enumerate(start))


def add_up_packed(found: Collection[str], of: Mapping[str, int], start: int, outcomes: int) -> list[int]:
    """The same as `add_up`, from packed weights: a fifth of the time of a turn is saved."""
    total = sum(map(of.get, found, repeat(0)), start)
    return [(total >> at & _FIELD) - _HALF for at in range(0, BITS * outcomes, BITS)]


def likely(hundredths: int) -> float:
    """The likelihood that a sum in hundredths of a logit stands for: 0 is a half."""
    return 1 / (1 + math.exp(-max(-3000, min(3000, hundredths)) / 100))


def shares(total: Sequence[float], logit: float = 1.0) -> list[float]:
    """How likely each outcome is by its sum; they sum to 1. `logit`: how much of a sum is one logit."""
    most = max(total)
    powers = [math.exp((value - most) / logit) for value in total]
    whole = sum(powers)
    return [power / whole for power in powers]
