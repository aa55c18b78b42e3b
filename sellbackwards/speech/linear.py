"""Sums of learned weights over sparse features, and how likely each outcome is by its sum."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

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


def shares(total: Sequence[float], logit: float = 1.0) -> list[float]:
    """How likely each outcome is by its sum; they sum to 1. `logit`: how much of a sum is one logit."""
    most = max(total)
    powers = [math.exp((value - most) / logit) for value in total]
    whole = sum(powers)
    return [power / whole for power in powers]
