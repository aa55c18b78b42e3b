"""The pitches to practise on, from ``datasets/pitches.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sellbackwards.course import read_dataset
from sellbackwards.exercises import Exercise


@dataclass(frozen=True)
class Pitch:
    """A pitch, the need behind it in plain words, one way to ask about each side of it, and hints by degree."""

    id: str
    trade: str
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


@cache
def pitches() -> tuple[Pitch, ...]:
    """All of them, in the file's order."""
    return tuple(Pitch(**{**row, "hints": tuple(row["hints"])}) for row in read_dataset("pitches.yaml"))
