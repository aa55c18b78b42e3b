"""A scenario: who the buyer is, what they know, how it comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

from sellbackwards.course import from_yaml

EVERYDAY = Path(__file__).with_name("everyday.yaml")
EVERYDAY_IN_WRITING = Path(__file__).with_name("everyday_in_writing.yaml")


Ends = Literal["sale", "misfit"]


@dataclass(frozen=True)
class Fact:
    """One thing that the buyer can tell.

    `about`: words that ask for it. `answers`: kinds of general question that ask for it (general_questions.ASKS).
    `after`: it comes out only when one of these facts has been told. `openness`: how open they must be to tell it.
    `matters`: it counts. `costs`: it says what the present state costs them; `misfit`: it is why the offer is wrong.
    `by`: whose it is, where several people sit there. `topic`: what it is about, in the buyer's words and without
    telling it ("what the gaps cost"): they ask back with it where they aren't sure that it is meant.
    """

    id: str
    says: tuple[str, ...]
    short: str
    again: str
    about: tuple[str, ...]
    ask: str
    answers: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    openness: float = 0.3
    matters: bool = True
    costs: bool = False
    misfit: bool = False
    area: str = ""
    title: str = ""
    by: str = ""
    topic: str = ""


@dataclass(frozen=True)
class Objection:
    """What speaks against it, for them. `main` ones must be heard before they would buy."""

    id: str
    says: tuple[str, ...]
    heard: tuple[str, ...]
    brushed: tuple[str, ...]
    about: tuple[str, ...]
    main: bool = False
    title: str = ""
    by: str = ""


@dataclass(frozen=True)
class Chat:
    """Small talk: what they say to it."""

    about: tuple[str, ...]
    says: tuple[str, ...]


@dataclass(frozen=True)
class Email:
    """A buyer who writes: when their first message came, and after how many emails they go on in a chat."""

    sent: datetime
    chat_after: int = 1000


@dataclass(frozen=True, eq=False)  # one is itself alone: it can be a key
class Scenario:
    """A buyer to practise on. `lines`: what they say in a situation, their own wordings before everyday ones.

    `people`: name → role, where several sit there. `email`: where the talk is written.
    `wronged`: the seller's side did them harm; `tension`: how much they are on their guard at first.
    """

    id: str
    title: str
    name: str
    role: str
    offers: str
    scene: str
    opening: str
    ends: Ends
    need: str
    cost: str
    facts: tuple[Fact, ...]
    objections: tuple[Objection, ...]
    chat: tuple[Chat, ...]
    lines: Mapping[str, tuple[str, ...]]
    expert: tuple[str, ...]
    openness: float = 0.45
    turns: int = 30
    tension: float = 0.1
    wronged: bool = False
    people: Mapping[str, str] = field(default_factory=dict)
    email: Email | None = None

    def fact(self, ident: str) -> Fact:
        """The fact of that id."""
        return next(fact for fact in self.facts if fact.id == ident)

    def objection(self, ident: str) -> Objection:
        """The objection of that id."""
        return next(objection for objection in self.objections if objection.id == ident)

    @property
    def that_matter(self) -> tuple[Fact, ...]:
        """The facts that count."""
        return tuple(fact for fact in self.facts if fact.matters)


@cache
def everyday(in_writing: bool = False) -> Mapping[str, tuple[str, ...]]:
    """Situation → what any buyer may say in it, or write."""
    found = from_yaml(EVERYDAY.read_text(encoding="utf-8"))
    if in_writing:
        found |= from_yaml(EVERYDAY_IN_WRITING.read_text(encoding="utf-8"))
    return {name: tuple(lines) for name, lines in found.items()}
