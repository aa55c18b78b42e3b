"""Fill in Moodle's grading worksheet as Moodle imports it, and name feedback files as Moodle wants them.

What Moodle's own code expects (mod/assign/feedback/offline/importgradeslib.php and locallib.php, feedback/file/
importziplib.php, read in November 2026; rules, not its code):

- the worksheet's columns "Identifier", "Grade" and "Last modified (grade)", in the language of the site, all columns as
  they came; the identifier is "Participant " and Moodle's number, which is another one in each assignment;
- a grade is a number from 0 to the assignment's maximum, with a point or the site's decimal sign; empty is left alone;
- the last modification is compared, so it stays as it was downloaded;
- a feedback file's name is NAME_NUMBER_assignsubmission_file_FILE: the number stands between the first two underscores.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sellbackwards.grading.lesson_marks import LessonMarks, Person

_IDENTIFIER = re.compile(r"^(?P<word>\D+?)\s*(?P<number>\d+)$")
_NUMBER = re.compile(r"^\d+(?:[.,]\d+)?$")
_MAIL = re.compile(r"^[^@\s]+@[^@\s]+$")


@dataclass(frozen=True)
class Worksheet:
    """A grading worksheet: its header and rows as they came, and which column is which.

    `name`, `most`, `changeable` and `mail` are -1 where the worksheet has no such column; one of an assignment that is
    marked anonymously has no names.
    """

    header: list[str]
    rows: list[list[str]]
    identifier: int
    name: int
    grade: int
    most: int
    mail: int = -1
    changeable: int = -1

    def people(self) -> list[Person]:
        """Everybody in it."""
        found = []
        for n, row in enumerate(self.rows):
            if number := self.number(row):
                mail = {"email": row[self.mail]} if self.mail >= 0 else {}
                found.append(Person(n, self.named(row), {"number": number, **mail}))
        return found

    def named(self, row: Sequence[str]) -> str:
        """The learner's name; "" where names are hidden."""
        return row[self.name] if self.name >= 0 else ""

    def number(self, row: Sequence[str]) -> str:
        """Moodle's number of a row: 12 of "Participant 12"."""
        known = _IDENTIFIER.match(row[self.identifier].strip())
        return known["number"] if known else ""

    def most_of(self, row: Sequence[str]) -> float | None:
        """The most points of a row; None where it has none (a scale)."""
        text = row[self.most].strip() if self.most >= 0 else ""
        return float(text.replace(",", ".")) if _NUMBER.match(text) else None

    def locked(self, row: Sequence[str]) -> bool:
        """Does Moodle say that this grade can't be changed?"""
        return self.changeable >= 0 and row[self.changeable].strip().casefold() in {"no", "nein", "non", "não", "nee"}

    def filled(self, grades: dict[int, float]) -> list[list[str]]:
        """Header and rows with these grades (row → grade); whatever else is in it stays as it was."""
        comma = self.most >= 0 and any("," in row[self.most] for row in self.rows)
        done = [list(row) for row in self.rows]
        for n, grade in grades.items():
            text = f"{grade:.2f}"
            done[n][self.grade] = text.replace(".", ",") if comma else text
        return [self.header, *done]


def worksheet_in(lines: Sequence[Sequence[str]]) -> Worksheet | None:
    """The worksheet that a table is; None where it is none. Its columns are known by name, else by what they hold."""
    table = [list(line) for line in lines if any(one.strip() for one in line)]
    if len(table) < 2 or len(table[0]) < 3:
        return None
    header, *rows = table
    width = len(header)
    rows = [[*row, *[""] * (width - len(row))][:width] for row in rows]
    words = {found["word"] for row in rows if (found := _IDENTIFIER.match(row[0].strip()))}
    if len(words) != 1 or not all(_IDENTIFIER.match(row[0].strip()) for row in rows):
        return None
    named = {" ".join(one.split()).casefold(): n for n, one in enumerate(header)}
    most = named.get("maximum grade", -1)
    if most < 0:  # in another language: the first column with the same number in all rows; the grade stands before it
        most = next((n for n in range(2, width) if _same_number(rows, n) and _numbers(rows, n - 1)), -1)
    grade = named.get("grade", most - 1 if most > 1 else -1)
    if grade < 1:
        return None
    mails = (
        n for n in range(1, width) if any(row[n] for row in rows) and all(_MAIL.match(row[n] or "a@b") for row in rows)
    )
    changeable = named.get("grade can be changed", most + 1 if 0 <= most < width - 1 else -1)
    names = {row[1] for row in rows}  # not names but states, where few are different
    name = named.get("full name", -1 if "status" in named or 2 * len(names) <= len(rows) > 2 else 1)
    return Worksheet(header, rows, 0, name, grade, most, next(mails, -1), changeable)


def _same_number(rows: Sequence[Sequence[str]], column: int) -> bool:
    texts = {row[column].strip() for row in rows}
    return len(texts) == 1 and bool(_NUMBER.match(texts.pop()))


def _numbers(rows: Sequence[Sequence[str]], column: int) -> bool:
    return all(not row[column].strip() or _NUMBER.match(row[column].strip()) for row in rows)


def feedback_name(name: str, number: str, marks: LessonMarks) -> str:
    """The name by which Moodle knows whose feedback a file is."""
    plain = " ".join(re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|_&~]+', " ", name).split()).lstrip(". ") or "Participant"
    return f"{plain}_{number}_assignsubmission_file_{marks.lesson}.html"
