"""The pitches to practise on, from ``datasets/pitches.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sellbackwards.course import read_dataset
from sellbackwards.exercises import Exercise


@dataclass(frozen=True)
class Pitch:
    """A pitch, its trade and field, the need behind it in plain words, one way to ask about each side, and hints."""

    id: str
    trade: str
    field: str
    pitch: str
    need_behind: str
    need_question: str
    today_question: str
    hints: tuple[str, ...]

    def need(self) -> Exercise:
        """The exercise "ask about the need behind it"."""
        return Exercise(
            self.id,
            "question",
            "their need",
            {"pitch": self.pitch, "context": self._context()},
            model=self.need_question,
        )

    def today(self) -> Exercise:
        """The exercise "ask how they reach that goal today"."""
        return Exercise(
            self.id,
            "question",
            "how they do it today",
            {"pitch": self.pitch, "context": self._context(), "about": "today"},
            model=self.today_question,
        )

    def _context(self) -> str:
        """What the coach may take as belonging to the matter, beside the pitch."""
        return f"{self.trade}. {self.need_behind}"


def like(words: str) -> list[Pitch]:
    """The pitches that share most words with what somebody says they sell, the nearest first; empty where none do."""
    wanted = _stems(words)
    scores = [(len(wanted & _stems(f"{one.trade} {one.pitch}")), one) for one in pitches()]
    return [one for score, one in sorted(scores, key=lambda row: -row[0]) if score]


def _stems(text: str) -> set[str]:
    """The words that tell a trade, without their endings; "sell", "firm" and their kind tell none."""
    return {
        stem for word in re.findall(r"[^\W\d_]{3,}", text.casefold()) if (stem := _stem(word)) not in _TELLS_NOTHING
    }


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|ing|ers?|es|s|y|e)$", "", word) if len(word) > 4 else word.removesuffix("s")


_COMMON = """
a an the and for with who that this our your you are have has from their every each all not but sell sellers selling
firm company business people head owner manager make maker offer small big new own one two three without what
"""
_TELLS_NOTHING = frozenset(map(_stem, _COMMON.split()))


@cache
def pitches() -> tuple[Pitch, ...]:
    """All of them, in the file's order."""
    return tuple(Pitch(**{**row, "hints": tuple(row["hints"])}) for row in read_dataset("pitches.yaml"))
