"""The marks of each learner in one lesson, and their match in a platform's own list."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sellbackwards.grading.collecting import folder_name
from sellbackwards.grading.earlier_marks import NAME, Reader
from sellbackwards.grading.handin import HandIn
from sellbackwards.grading.review_table import shown_text
from sellbackwards.grading.settings import GradingError
from sellbackwards.grading.tables import read_table


@dataclass
class LessonMarks:
    """One learner in one lesson. `waiting`: answers that a person has still to decide; `page`: their page of feedback.

    `handed_in` is false where nothing was typed; `unreadable` where the file can't be read.
    """

    learner: str
    lesson: str
    points: float = 0.0
    most: float = 0.0
    waiting: int = 0
    handed_in: bool = True
    unreadable: bool = False
    page: Path = Path()
    handin: HandIn | None = None

    @property
    def decided(self) -> bool:
        """Is there a mark to give back?"""
        return self.handed_in and not self.unreadable and not self.waiting

    def ids(self) -> Mapping[str, str]:
        """What the platform knows them by, as far as it is known (see `HandIn`)."""
        return self.handin.ids if self.handin else {}

    def out_of(self, most: float) -> float:
        """The points, where all of them are `most`; two decimals, as platforms keep them."""
        return round(self.points * most / self.most, 2) if self.most else 0.0


def all_lesson_marks(out: Path) -> list[LessonMarks]:
    """Every learner's lessons in a folder of marks. Raises GradingError where there are none."""
    rows = list(read_table(out / "grades.csv"))
    if not rows:
        raise GradingError(f"{out / 'grades.csv'}: isn't there or is empty; run sellbackwards grade first")
    memory = Reader(out / NAME)
    found: dict[tuple[str, str], LessonMarks] = {}
    taken: set[str] = set()
    folders: dict[str, str] = {}
    for row in rows:
        learner, lesson = unicodedata.normalize("NFC", shown_text(row["learner"])), row["lesson"]
        if learner not in folders:
            folders[learner] = folder_name(learner, taken)
        one = found.setdefault((learner, lesson), LessonMarks(learner, lesson))
        one.page = out / "feedback" / folders[learner] / f"{lesson}.html"
        if row["status"] == "unreadable":
            one.unreadable = True
        elif not row["exercise"]:
            one.handed_in = False
        else:
            one.handed_in, one.unreadable = True, False
            one.points += float(row["points"] or 0)
            one.most += float(row["max_points"] or 0)
            one.waiting += not row["points"]
    for learner in folders:
        for kept in memory.term_of(learner):
            if (learner, kept.lesson) in found:
                found[learner, kept.lesson].handin = kept.handin
    return list(found.values())


@dataclass(frozen=True)
class Person:
    """Somebody in a platform's list: their `row` there, their name, and what the platform knows them by."""

    row: int
    name: str
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Matches:
    """Owners row is whose. `unsure`: (learner, why nobody can say); `unknown`: learners that aren't in the list."""

    rows: dict[int, LessonMarks] = field(default_factory=dict)
    unsure: list[tuple[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def match(found: Iterable[LessonMarks], people: Sequence[Person]) -> Matches:
    """Find each learner in a platform's list: by its numbers and addresses, else by a name that only one person has."""
    found = list(found)
    matches = Matches()
    by_id: dict[tuple[str, str], list[Person]] = defaultdict(list)
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for kind, text in person.ids.items():
            if text.strip():
                by_id[kind, text.strip().casefold()].append(person)
        for key in name_keys(person.name):
            by_name[key].append(person)
    named = Counter(_joined(_bare(one.learner)) for one in found)
    left = []
    for one in found:
        keys = {(kind, str(text).casefold()) for kind, text in one.ids().items()} | {("email", one.learner.casefold())}
        keys |= {("login", text) for kind, text in keys if kind == "email"}  # many log in by their address
        rows = {person.row for key in keys for person in by_id.get(key, ())}
        if len(rows) == 1 and (row := rows.pop()) not in matches.rows:
            matches.rows[row] = one
        elif rows:
            matches.unsure.append((one.learner, "their numbers and addresses are those of several people"))
        else:
            left.append(one)
    for one in left:
        same = by_name.get(_joined(_bare(one.learner)), [])
        told_apart = _NUMBERED.match(one.learner)
        here = [person for person in same if told_apart and told_apart[2] in person.ids.values()]
        if len(same) == 1 and named[_joined(_bare(one.learner))] == 1:
            here = same
        if len(here) == 1 and here[0].row not in matches.rows:
            matches.rows[here[0].row] = one
        elif same:
            matches.unsure.append((one.learner, "more than one person has this name"))
        else:
            matches.unknown.append(one.learner)
    return matches


def name_keys(name: str) -> set[str]:
    """The ways in which a name may be written: "Anna Lee", "Lee, Anna", "leeanna"; without accents and signs."""
    words = [word for word in re.split(r"[\s,]+", _plain(name)) if word]
    return {"".join(words[n:] + words[:n]) for n in range(len(words))} | {"".join(sorted(words))}


def _joined(name: str) -> str:
    return "".join(re.split(r"[\s,]+", _plain(name)))


def _plain(text: str) -> str:
    """Small letters and digits, without accents; blanks and commas stay."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in letters if one.isalnum() or one.isspace() or one == ",")


_NUMBERED = re.compile(r"^(.*\S)\s+\((\d+)\)$")


def _bare(learner: str) -> str:
    """A learner's name without the number by which two of one name are told apart."""
    found = _NUMBERED.match(learner)
    return found[1] if found else learner
