"""What a good coach would watch in a talk: how open the buyer is, what pulls them, how tense it is, what was told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Exit = Literal["goodbye", "asks to buy", "next step", "not a fit"]

CLEAR = 0.6
"""Pull at which the need to change is clear to the buyer."""


@dataclass(frozen=True)
class Step:
    """One rule that a turn met: its id (rules.RULES), and the words it rests on."""

    rule: str
    words: str = ""


def quoted(step: Step, text: str) -> str:
    """The words that a step rests on: in quotation marks where they stand so in the turn's text."""
    inside = step.words and " ".join(step.words.split()).lower() in " ".join(text.split()).lower()
    return f"“{step.words}”" if inside else step.words


@dataclass(frozen=True)
class Turn:
    """One exchange: the seller's line, the buyer's reply, and the state after it (each 0 to 1).

    `moved`: by how much this turn changed openness, pull and tension. `new`: the facts told in it. `raised`, `heard`,
    `brushed`: what became of an objection in it. `said`: the reply as (speaker, words), none where nobody replied.
    `sent`, `at`: in a written talk, when line and reply were sent.
    """

    number: int
    seller: str
    buyer: str
    openness: float
    pull: float
    tension: float
    moved: tuple[float, float, float]
    steps: tuple[Step, ...]
    facts: tuple[str, ...]
    new: tuple[str, ...]
    raised: str = ""
    heard: str = ""
    brushed: str = ""
    exit: Exit | None = None
    why: str = ""
    said: tuple[tuple[str, str], ...] = ()
    sent: str = ""
    at: str = ""

    def as_dict(self) -> dict[str, object]:
        """The object of `sellbackwards talk --json`."""
        return {
            "turn": self.number,
            "seller": self.seller,
            "buyer": self.buyer,
            "openness": round(self.openness, 3),
            "pull": round(self.pull, 3),
            "tension": round(self.tension, 3),
            "facts": list(self.facts),
            "exit": self.exit,
            "why": self.why,
        }


@dataclass
class State:
    """The buyer's mind in the middle of a talk. Openness, pull and tension run from 0 to 1."""

    openness: float
    pull: float = 0.1
    tension: float = 0.1
    turns: int = 0
    told: list[str] = field(default_factory=list)  # facts told in full, in their order
    touched: list[str] = field(default_factory=list)  # facts of which only the short answer was given
    said_back: set[str] = field(default_factory=set)  # facts that the seller said back rightly
    thread: str = ""  # the fact that the talk is on
    raised: list[str] = field(default_factory=list)  # objections
    heard_out: list[str] = field(default_factory=list)  # those of them that were taken up
    open_objection: str = ""  # raised last, and not taken up yet
    asked_back: tuple[str, ...] = ()  # the facts that they asked back about, until the next turn
    asked_back_at: int = -9  # the turn of it
    asked_back_to: str = ""  # the line to which they asked back
    not_meant: tuple[str, ...] = ()  # the facts of which the seller has just said that they weren't meant
    step: str = ""  # what became of the step: "too early", "thought about"
    heard_at: int = -9  # the turn in which a worry was heard last
    day: bool = False  # a time for it was named
    day_name: str = ""  # its day of the week
    days_answered: set[str] = field(default_factory=set)  # days of a step that they have spoken of
    time_named: str = ""  # its day and hour, as they were said
    offered: str = ""  # the words of what was suggested
    refused_at: int = -9  # the turn in which they turned a step down last
    wants_day: bool = False  # they agreed, and asked for a time
    asked_for_lead: bool = False  # "So what would you suggest?"
    led: bool = False  # a fitting step was suggested once the need was clear
    waits: int = 0  # turns since they asked for a suggestion
    clear_since: int = 0  # turns since the need is clear
    closed_run: int = 0  # closed questions in a row
    nods: int = 0  # nods in a row
    idle: float = 0  # turns in a row that brought nothing; one that asked honestly counts half
    silent: int = 0
    pressed_misfit: int = 0
    sorry: bool = False  # said sorry for what their side did
    owned: bool = False  # said that it was their side's doing
    let_go: bool = False  # told once, in a sale, that it isn't for them
    lines: list[str] = field(default_factory=list)  # what the seller said, plain, for repetitions
    last: str = ""  # what the buyer said last
    said: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    asked_for: set[tuple[str, str]] = field(default_factory=set)  # facts, and the kind of answer that was wanted
    credited: set[str] = field(default_factory=set)  # what earns pull once only
    met: dict[str, int] = field(default_factory=dict)  # situations of which they said a line, and the last turn of it
    told_last: bool = False  # what they said last told something
    asks: bool = False  # what they said last ended in a question that wants an answer
    exit: Exit | None = None
    addressed: str = ""  # whom the turn asks by name, of several
    everyone: bool = False  # it asks all of several
    speaker: str = ""  # who of several spoke last
    kinds: tuple[str, ...] = ()  # the kinds of general question that were asked last
    clock: datetime | None = None  # in a written talk
    wrote: int = 1  # messages that they wrote

    def said_of(self, wordings: Iterable[str]) -> list[str]:
        """Those of some wordings that the buyer has said."""
        return [one for one in wordings if any(one in reply for reply in self.said)]

    def may_answer(self, by: str) -> bool:
        """Is what this person knows ("" for what all know) theirs to tell, whom the turn asks by name, if anybody?"""
        return not self.addressed or by in ("", self.addressed)

    @property
    def knows_the_reason(self) -> bool:
        """Did they say that they heard what the step is for?"""
        return "reason_heard" in self.met

    @property
    def clear(self) -> bool:
        """Is the need to change clear to the buyer?"""
        return self.pull >= CLEAR
