"""What a turn of talk does: the shapes that the rest of the course relies on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Form = Literal["open", "closed", "choice", "leading", "none"]
Outcome = Literal["passed", "not yet", "couldn't tell"]

FLAGS = (
    "pitch", "contradiction", "pressure", "seller_need", "next_step",
    "deferral", "reflection", "inform", "change",
)  # fmt: skip
AREAS = ("opportunity", "growth", "customers", "risk", "efficiency", "sanity")


class Sentence(NamedTuple):
    """One sentence of a turn. `form` is "none" exactly where it asks nothing."""

    text: str
    form: Form = "none"
    why: str = ""


@dataclass(frozen=True)
class Reading:
    """What one turn does.

    `form` is the last question's, as a listener would hear it; "none" exactly where nothing is asked.
    `doubtful` names the flags that rest on little: where one would count against the seller, a coach can't tell.
    `weak` names those and the ones that rest on not much more; `faint`, of the doubtful ones, those that are likelier
    not there: they are worth naming, and no doubt is cast on an answer for them.
    `flags` and `areas` map a name (of FLAGS, of AREAS) to the words of the turn it rests on.
    """

    text: str
    sentences: tuple[Sentence, ...] = ()
    form: Form = "none"
    flags: dict[str, str] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    faint: frozenset[str] = frozenset()
    enough: float = (
        0.0  # how likely it asks nothing and is all that the remark calls for: thanks, a farewell, an answer
    )
    foreign: bool = False  # another language than English: only its question was heard

    @property
    def question(self) -> bool:
        """Does the turn ask for something to be told, whatever its grammar?"""
        return self.form != "none"


class Reason(NamedTuple):
    """One published criterion, met or not (None: couldn't tell), with the words that it rests on."""

    criterion: str
    met: bool | None
    evidence: str = ""


@dataclass(frozen=True)
class Coaching:
    """A coach's word on an answer: `outcome` follows from `reasons`, in the order that they are published."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    reading: Reading
    note: str = ""  # a word to the learner beside the criteria, where there is one
