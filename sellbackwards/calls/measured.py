"""What is known of a call once it is measured. `measure_notes.MEASURES` explains each of the seller's measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sellbackwards.calls.call import Call
from sellbackwards.calls.roles import Role


@dataclass(frozen=True)
class Speaker:
    """`seconds` is None where the basis is words; `share` of all speaking time or words."""

    name: str
    role: Role
    seconds: float | None
    words: int
    turns: int
    share: float


@dataclass(frozen=True)
class Monologue:
    """The seller's longest stretch; `turn` is the number of the turn it begins with, None if the seller is silent."""

    seconds: float | None
    words: int
    turn: int | None


@dataclass(frozen=True)
class Asked:
    """One question of the seller's. `at`: seconds into the call, or words without a clock."""

    turn: int
    at: float
    form: str
    text: str


@dataclass(frozen=True)
class Window:
    """Talk share in one stretch of the call (seconds from its first word, or words). None where nobody speaks."""

    start: float
    end: float
    share: float | None


@dataclass(frozen=True)
class NextStep:
    turn: int
    by: str


@dataclass(frozen=True)
class Measures:
    """All measures of one call; `measure_notes.MEASURES` explains each of the seller's."""

    call: Call
    basis: Literal["time", "words"]
    seller: str | None
    seller_why: str
    speakers: tuple[Speaker, ...]
    talk_share: float
    windows: tuple[Window, ...]
    longest_monologue: Monologue
    switches_per_minute: float | None
    asked: tuple[Asked, ...]
    questions_by_third: tuple[int, int, int]
    inform_share: float
    reflect_share: float
    patience_seconds: float | None
    interruptions: int | None
    next_step: NextStep | None
    informs: tuple[int, ...] = ()
    reflects: tuple[int, ...] = ()
    interrupts: tuple[int, ...] = ()

    @property
    def questions(self) -> int:
        return len(self.asked)

    @property
    def open_questions(self) -> int:
        return sum(question.form == "open" for question in self.asked)

    def as_dict(self) -> dict[str, Any]:
        """What `sellbackwards call --json` writes."""
        monologue = self.longest_monologue
        return {
            "file": self.call.file,
            "format": self.call.format,
            "seconds": _rounded(self.call.seconds, 3),
            "basis": self.basis,
            "seller": self.seller,
            "seller_reason": self.seller_why,
            "guessed": self.call.guess or None,
            "typed": self.call.typed,
            "days": _rounded(self.call.days, 3),
            "left_out": [{"what": left.what, "lines": left.lines} for left in self.call.left_out],
            "speakers": [
                {
                    "name": s.name,
                    "role": s.role,
                    "seconds": _rounded(s.seconds, 3),
                    "words": s.words,
                    "turns": s.turns,
                    "share": s.share,
                }
                for s in self.speakers
            ],
            "talk_share": self.talk_share,
            "longest_monologue": {
                "seconds": _rounded(monologue.seconds, 3), "words": monologue.words, "turn": monologue.turn,
            },
            "switches_per_minute": _rounded(self.switches_per_minute, 3),
            "questions": self.questions,
            "open_questions": self.open_questions,
            "questions_by_third": list(self.questions_by_third),
            "inform_share": self.inform_share,
            "reflect_share": self.reflect_share,
            "patience_seconds": _rounded(self.patience_seconds, 3),
            "interruptions": self.interruptions,
            "next_step": {"turn": self.next_step.turn, "by": self.next_step.by} if self.next_step else None,
            "turns": [
                {
                    "i": t.i, "speaker": t.speaker, "start": _rounded(t.start, 3), "end": _rounded(t.end, 3),
                    "text": t.text,
                }
                for t in self.call.turns
            ],
        }  # fmt: skip


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
