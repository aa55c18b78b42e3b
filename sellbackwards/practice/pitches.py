"""The pitches to practise on, from ``datasets/pitches.yaml``."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from sellbackwards.course import read_dataset
from sellbackwards.exercises import Exercise

CHANNELS = {
    "video": "on a video call",
    "phone": "on the phone",
    "email": "by email",
    "chat": "in a chat",
    "in person": "face to face",
}
"""Channel of a pitch, a case or a line → how they talk, in a sentence."""


@dataclass(frozen=True)
class Pitch:
    """A pitch, who makes it and how, the need behind it in plain words, one way to ask about each side, and hints.

    `message` is one way to rewrite a pitch that came as an email or a chat; empty for what was spoken. `own` are names
    that count as product words; only pitches of the learner's own have them, and no way to show.
    """

    id: str
    trade: str
    group: str
    field: str
    channel: str
    pitch: str
    need_behind: str
    need_question: str
    today_question: str
    hints: tuple[str, ...]
    message: str = ""
    own: tuple[str, ...] = ()

    def need(self) -> Exercise:
        """The exercise "ask about the need behind it"."""
        return Exercise(
            self.id,
            "question",
            "Your question about their need",
            {"pitch": self.pitch, "context": self._context(), "own": self.own},
            model=self.need_question,
        )

    def today(self) -> Exercise:
        """The exercise "ask how they reach that goal today"."""
        return Exercise(
            self.id,
            "question",
            "Your question about how they do it today",
            {"pitch": self.pitch, "context": self._context(), "own": self.own, "about": "today"},
            model=self.today_question,
        )

    def rewritten(self) -> Exercise:
        """The exercise "write this email again", for a pitch with a `message`."""
        return Exercise(
            self.id,
            "question",
            "Your version: five lines at most, with one question",
            {"pitch": self.pitch, "context": self._context(), "message": True},
            model=self.message,
        )

    def _context(self) -> str:
        """What the coach may take as belonging to the matter, beside the pitch."""
        return f"{self.trade}. {self.need_behind}"


def like(words: str) -> list[Pitch]:
    """The pitches that share words with what somebody says they sell, the nearest first; empty where none do.

    A word counts for less the more pitches have it: "payroll" tells more than "software". Words of the field decide
    between equals.
    """
    wanted = _stems(words)
    trades = [_stems(one.trade) for one in pitches()]
    pitches_with = Counter(stem for stems in trades for stem in stems)
    scores = [
        sum(1 / pitches_with[stem] for stem in wanted & stems) + 0.1 * len(wanted & _stems(one.field))
        for one, stems in zip(pitches(), trades, strict=True)
    ]
    return [one for score, one in sorted(zip(scores, pitches(), strict=True), key=lambda row: -row[0]) if score]


def _stems(text: str) -> set[str]:
    """The words that tell a trade, without their endings; "sell", "firm" and their kind tell none."""
    found = re.findall(r"[^\W\d_]{3,}|\b[A-Z]{2}\b", text)  # "HR" and "IT", too
    return {_stem(word.casefold()) for word in found} - _TELLS_NOTHING


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|ing|ants?|ers?|es|s|y|e)$", "", word) if len(word) > 4 else word.removesuffix("s")


_COMMON = """
a an the and for with who that this our your you are have has from their every each all not but sell sellers selling
firm company business people head owner manager make maker offer small big new own one two three without what team
"""
_TELLS_NOTHING = frozenset(map(_stem, _COMMON.split()))


@cache
def pitches() -> tuple[Pitch, ...]:
    """All of them, in the file's order."""
    return tuple(Pitch(**{**row, "hints": tuple(row["hints"])}) for row in read_dataset("pitches.yaml"))
