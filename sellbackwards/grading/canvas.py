"""Fill in Canvas's gradebook as Canvas imports it, and name feedback files as Canvas wants them.

What Canvas's own code expects (lib/gradebook_importer.rb, and infer_comment_context_from_filename in
app/models/abstract_assignment.rb; read in November 2026; rules, not its code):

- a header that begins "Student", "ID" (or "LastName", "FirstName", "ID"), then the ids that the school has, "Section",
  and a column for each assignment, "Title (123)"; a title that isn't known makes a new assignment;
- a row "Points Possible"; columns that say "(read only)" there are not imported;
- a learner is found by ID, else by SIS id, else by login, else by name;
- a feedback file's name holds the learner's number and the submission's, the first two parts between underscores that
  are numbers alone, as the download has them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sellbackwards.grading.lesson_marks import LessonMarks, Person

_IDS = {"id": "user", "sis user id": "id", "sis login id": "login"}
_NO_ASSIGNMENT = re.compile(r"(?:Current|Final|Override) (?:Score|Points|Grade|Status)")
_SUBMITTED = re.compile(r"^(?P<whose>[^/]*?_(?:late_)?\d+_\d+|anon_[^_/]+_\d+)_", re.IGNORECASE)


@dataclass(frozen=True)
class Gradebook:
    """A gradebook: its header and rows as they came. `about`: how many columns say who somebody is.

    `possible` is the number of the row of points possible, -1 where there is none; `assignments` are the columns that
    can be filled in.
    """

    header: list[str]
    rows: list[list[str]]
    about: int
    possible: int
    assignments: dict[int, str]

    def people(self) -> list[Person]:
        """Everybody in it."""
        split = self.header[0] == "LastName"
        found = []
        for n, row in enumerate(self.rows):
            ids = {
                kind: row[column]
                for column, title in enumerate(self.header[: self.about])
                if (kind := _IDS.get(title.strip().casefold())) and row[column].strip()
            }
            if n != self.possible and ids:
                found.append(Person(n, f"{row[0]}, {row[1]}" if split else row[0], ids))
        return found

    def most_in(self, column: int) -> float | None:
        """Points possible of an assignment; None where it says none."""
        text = self.rows[self.possible][column].strip() if self.possible >= 0 else ""
        return float(text.replace(",", ".")) if re.fullmatch(r"\d+(?:[.,]\d+)?", text) else None

    def filled(self, column: int | None, title: str, grades: dict[int, float], most: float) -> list[list[str]]:
        """Who everybody is, and one assignment with these grades (row → grade); who has none keeps what was there.

        Without a `column` the assignment is new: Canvas makes it, with `most` points possible.
        """
        done = []
        for n, row in enumerate(self.rows):
            old = row[column] if column is not None else f"{most:g}" if n == self.possible else ""
            done.append([*row[: self.about], f"{grades[n]:g}" if n in grades else old])
        if self.possible < 0:
            done.insert(0, ["    Points Possible", *[""] * (self.about - 1), f"{most:g}"])
        return [[*self.header[: self.about], title], *done]


def gradebook_in(lines: Sequence[Sequence[str]]) -> Gradebook | None:
    """The gradebook that a table is; None where it is none."""
    lines = [list(line) for line in lines]
    if not lines or len(lines[0]) < 3:
        return None
    header = [one.removeprefix("\ufeff") for one in lines[0]]
    whole = "Student" in header[0] and "ID" in header[1]
    if not whole and header[:3] != ["LastName", "FirstName", "ID"]:
        return None
    section = next((n for n, one in enumerate(header) if one.strip() == "Section"), -1)
    if section < 0:
        return None
    rows = [[*row, *[""] * (len(header) - len(row))][: len(header)] for row in lines[1:]]
    possible = next((n for n, row in enumerate(rows[:5]) if "Points Possible" in row[0]), -1)
    told = rows[possible] if possible >= 0 else [""] * len(header)
    assignments = {
        n: one
        for n, one in enumerate(header)
        if n > section
        and not _NO_ASSIGNMENT.search(one)
        and (re.search(r"\(\d+\)$", one.strip()) or re.match(r"\s*\d", told[n]))
        and not re.search(r"read\s+only", told[n])
    }
    return Gradebook(header, rows, section + 1, possible, assignments)


def feedback_name(marks: LessonMarks) -> str:
    """The name by which Canvas knows whose feedback a file is; "" where the download's own names aren't known."""
    handin = marks.handin
    known = _SUBMITTED.match(handin.place.rpartition("/")[2]) if handin else None
    return f"{known['whose']}_{marks.lesson}.html" if known else ""
