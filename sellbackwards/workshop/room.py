"""The room that a workshop is printed for: when it begins, how many come, and where the course is found afterwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sellbackwards.grading.tables import clean
from sellbackwards.workshop.plans import Plan, Session, WorkshopError, minutes_of, sheets

MOST_PEOPLE = 500
LONGEST_ADDRESS = 200
"""Characters of an address: longer ones nobody types from paper."""
SPARE = 2
"""How many more of everything than there are people, pairs or readers."""
_AT_A_TABLE = 3
_HAS_NAME = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Room:
    """`begins`: minutes after midnight; `people`: None where it isn't known; `address`: "" where there is none."""

    begins: int = 9 * 60
    people: int | None = None
    address: str = ""

    @property
    def tables(self) -> int:
        """Tables of three: one left over joins a table, two are a table of their own."""
        return max(1, round((self.people or 0) / _AT_A_TABLE))

    @property
    def pairs(self) -> int:
        """Pairs; with an odd number, one is of three people."""
        return max(1, (self.people or 0) // 2)

    def copies(self, each: str) -> int | None:
        """How many to print for `each` (a key of `plans.EACH`), without spare ones; None where nobody knows."""
        if self.people is None:
            return None
        return {"person": self.people, "pair": self.pairs, "readers": 2 + self.pairs, "table": self.tables}[each]


@dataclass(frozen=True)
class Printing:
    """One row of what to print: `file` and `page` of it (None: all `pages`), for `each`, and in how many copies."""

    title: str
    file: str
    each: str
    page: int | None = None
    pages: int = 1
    copies: int | None = None

    @property
    def paper(self) -> int:
        """Printed pages that it comes to; 0 where nobody knows how many copies."""
        return (self.copies or 0) * self.pages


def to_print(room: Room, plan: Plan, session: Session, buyers: Mapping[str, str]) -> list[Printing]:
    """What a sitting of a plan needs on paper. `buyers`: id → title. Raises WorkshopError."""
    kept = [lesson for one in plan.sessions for lesson in one.take_home]

    def row(title: str, file: str, each: str, page: int | None = None, pages: int = 1) -> Printing:
        wanted = room.copies(each)
        return Printing(title, file, each, page, pages, None if wanted is None else wanted + (each != "table") * SPARE)

    found = [
        row(sheets()[name].title, "sheets.html", sheets()[name].each, plan.sheets.index(name) + 1)
        for name in session.sheets
    ]
    found += [row("To take home", "take_home.html", "person", kept.index(lesson) + 1) for lesson in session.take_home]
    return found + [row(buyers[name], f"cards/{name}.html", "table", pages=3) for name in session.cards]


def room_for(begins: str, people: int | None, address: str) -> Room:
    """The room that a facilitator tells of. Raises WorkshopError."""
    if people is not None and not 2 <= people <= MOST_PEOPLE:
        raise WorkshopError(f"--people {people}: type how many come, from 2 to {MOST_PEOPLE}")
    return Room(minutes_of(begins), people, _checked(address))


def _checked(address: str) -> str:
    """An address as it is printed, for people to type: one short line that can be seen. Raises WorkshopError."""
    line = " ".join(clean(address).split())
    if address.strip() and (len(line) > LONGEST_ADDRESS or "\ufffd" in line or not _HAS_NAME.search(line)):
        raise WorkshopError(
            f"--address: {line[:40]!r} can't be printed for people to type; give one line of at most "
            f"{LONGEST_ADDRESS} letters, such as https://example.org/course"
        )
    return line
