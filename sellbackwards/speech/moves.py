"""What a turn does besides asking, and which areas of change it asks about, with the words that each rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sellbackwards.speech.features import Part, features
from sellbackwards.speech.informing import informs
from sellbackwards.speech.reading import AREAS, FLAGS
from sellbackwards.speech.scores import HELD_AGAINST, MOVES, evidence, heard, how_enough, sums
from sellbackwards.speech.scores import areas as areas_of

ALONE = 180
"""So much beyond its threshold must a single statement score to count by itself, whatever stands around it."""
HELD_AT = tuple(map(MOVES.index, HELD_AGAINST))
"""The places of HELD_AGAINST in MOVES."""
SAYS_BACK = MOVES.index("reflection")


class Found(NamedTuple):
    """Flags and areas with the words that each rests on; by how much each move is heard; how likely it is enough."""

    flags: dict[str, str]
    areas: dict[str, str]
    beyond: dict[str, int]
    enough: float


def find_moves(text: str, parts: Sequence[Part], buyer: str | None, pitch: str | None) -> Found:
    """What a turn does, as the reply to the remark `buyer` or the answer to `pitch`, where known."""
    if not parts:
        return Found({}, {}, {}, 0.0)
    total = sums(features(parts, buyer, pitch))
    if len(parts) > 1:
        for part in parts:
            if not part[1]:  # "You're wrong there. What …?": a good question makes up for nothing
                alone = sums(features([part], buyer, pitch))
                for k in HELD_AT:
                    if MOVES[k] != "contradiction" or alone[k] > alone[SAYS_BACK] + ALONE:  # saying back sounds alike
                        total[k] = max(total[k], alone[k] - ALONE)
    moves = heard(total)
    asking = [n for n, (_, asks) in enumerate(parts) if asks]
    enough = how_enough(total) if buyer and not asking else 0.0
    flags = {name: evidence(text, parts, name, asking if name == "change" else ()) for name in moves}
    if not buyer:
        flags.pop("reflection", None)  # there is nothing to say back
    told = informs(text, parts)
    if told and "next_step" not in flags:
        flags.pop("reflection", None)  # who tells or advises in the same breath has stopped listening
    if told or "pitch" in flags:
        flags["inform"] = told or flags["pitch"]
    areas = {a: evidence(text, parts, a, asking) for a in areas_of(total)} if "change" in flags else {}
    flags = {f: flags[f] for f in FLAGS if f in flags}
    return Found(flags, {a: areas[a] for a in AREAS if a in areas}, moves, enough)
