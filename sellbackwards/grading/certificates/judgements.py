"""Read and write `judgements.csv`: what people heard in a learner's call, criterion by criterion."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import Path

from sellbackwards.grading.certificates.rubric import KINDS, Rubric
from sellbackwards.grading.review_table import key_of, shown_text
from sellbackwards.grading.sheets import read_sheet
from sellbackwards.grading.spreadsheet_repairs import Learners, month_words, months_of, unscrambled
from sellbackwards.grading.tables import Table, written

YES, NOT_YET, NOT_COME_UP = "yes", "not yet", "didn't come up"
_SAID = {
    YES: {"yes", "y", "true", "met"},
    NOT_YET: {"not yet", "no", "n", "false", "not met"},
    NOT_COME_UP: {"didn't come up", "didnt come up", "did not come up", "not called for", "n/a", "na", "not needed"},
}
_ONCE = ("kind", "call", "judged_by", "judged_on")
"""What is the same for all criteria of one call, and may be typed once for each learner."""
_EPOCH = date(1899, 12, 30)  # a spreadsheet's day 0
_DAYS = range(40_000, 80_000)  # serial numbers of 2009 to 2119


@dataclass(frozen=True)
class Judgement:
    """One row as somebody typed it. `words`: what was heard; it stays in the table. `judged_on`: any spelling of a day.

    `heard_when` is written for whoever judges, and never read.
    """

    learner: str
    criterion: str
    heard_when: str = ""
    judgement: str = ""
    words: str = ""
    kind: str = ""
    call: str = ""
    judged_by: str = ""
    judged_on: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """(learner, criterion, whatever its capitals)"""
        return self.learner, self.criterion.casefold()

    @property
    def empty(self) -> bool:
        """Has nobody typed anything?"""
        return not any((self.judgement, self.words, self.kind, self.call, self.judged_by, self.judged_on))


COLUMNS = tuple(one.name for one in fields(Judgement))


def read_judgements(path: Path, learners: Collection[str]) -> tuple[list[Judgement], list[str]]:
    """(the rows of a table that people filled in, CSV or .xlsx; what was put right in it). Raises GradingError.

    `learners`: those who were marked; a name that a spreadsheet has changed is put right where it can be one only.
    """
    sheet = read_sheet(path, ("learner", "criterion", "judgement"), learners)
    known = Learners(learners)
    rows: list[Judgement] = []
    told: list[str] = []
    for line, cells in sheet.rows:
        texts = {name: " ".join(shown_text(unscrambled(cells.get(name, ""))).split()) for name in COLUMNS}
        learner = key_of(cells.get("learner", ""), "", "")[0]
        whom = known.meant(learner)
        row = Judgement(**texts | {"learner": whom[0] if len(whom) == 1 else learner})
        if row.empty and not whom:
            continue
        rows.append(row)
        if len(whom) == 1 and whom[0] != learner:
            told.append(f"{path}: line {line}: {learner} is read as {whom[0]}")
        elif not whom:
            who = learner or "“”"
            told.append(f"{path}: line {line}: {who} isn't among the learners of grades.csv; write the name as there")
        elif len(whom) > 1:
            told.append(f"{path}: line {line}: {learner} may be {' or '.join(whom[:3])}; write the name")
    return rows, told


def merged(kept: Sequence[Judgement], given: Sequence[Judgement]) -> list[Judgement]:
    """All rows with something in them; those given now stand for those kept of the same learner and criterion."""
    filled = [one for one in given if not one.empty]
    now = {one.key for one in filled}
    return [*(one for one in kept if one.key not in now), *filled]


def laid_out(rows: Sequence[Judgement], learners: Sequence[str], rubric: Rubric) -> list[Judgement]:
    """A row for each learner and criterion, with what was typed; then what belongs to neither: nothing is lost."""
    found: dict[tuple[str, str], list[Judgement]] = {}
    for one in rows:
        found.setdefault(one.key, []).append(one)
    table: list[Judgement] = []
    for learner in learners:
        for criterion in rubric.criteria:
            empty = Judgement(learner, criterion.name)
            mine = [one for one in found.pop(empty.key, []) if not one.empty] or [empty]
            named = {"criterion": criterion.name, "heard_when": criterion.heard_when}
            table += [replace(one, **named) for one in mine]
    return [*table, *(one for left in found.values() for one in left if not one.empty)]


def write_judgements(path: Path, rows: Sequence[Judgement]) -> None:
    """The table, whole or not at all. Raises OSError."""
    with written(path, mark=True) as file:
        table = Table(file, COLUMNS)
        for one in rows:
            table.row(*(getattr(one, name) for name in COLUMNS))


def filled_in(rows: Sequence[Judgement]) -> list[Judgement]:
    """One learner's rows with what was typed once for all of them; a row that says something else keeps that."""
    once: dict[str, str] = {}
    for name in _ONCE:
        typed = {text.casefold(): text for one in rows if (text := getattr(one, name))}
        if len(typed) == 1:
            (once[name],) = typed.values()
    return [
        one if one.empty else replace(one, **{name: text for name, text in once.items() if not getattr(one, name)})
        for one in rows
    ]


def kind_in(text: str) -> str:
    """A kind of call as the rubric spells it: "role play" for "Role-play", "real" for "real call"; else the text."""
    plain = re.sub(r"[\W_]+", "", text.casefold()).removesuffix("call")
    return next((kind for kind in KINDS if kind.replace(" ", "") == plain), text)


def judgement_in(text: str) -> str | None:
    """What a cell says, in the words of the certificate; None where it can't be told."""
    plain = " ".join(text.casefold().replace("_", " ").replace("’", "'").split()).strip(" .!")
    return next((said for said, ways in _SAID.items() if plain in ways), None)


def day_in(text: str, today: date) -> tuple[date | None, str]:
    """(the day that a cell names, or None; what is wrong with it, or "")."""
    readings = {day for day in _days(text) if day is not None}
    if not readings:
        return None, f"“{text[:40]}” isn't a day; write it as in: {today.isoformat()}"
    past = {day for day in readings if day <= today}
    if not past:
        return None, f"{min(readings).isoformat()} is still to come; nothing can have been judged then"
    if len(past) > 1:
        either = " or ".join(day.isoformat() for day in sorted(past))
        return None, f"“{text[:40]}” may be {either}; write it that way"
    return past.pop(), ""


def _days(text: str) -> list[date | None]:
    """Every day that a cell can mean: "2026-11-20", "20.11.2026", "11/20/26", "20 Nov 2026", a spreadsheet's 46346."""
    plain = re.sub(r"[T ]\d{1,2}:\d{2}.*$", "", text.strip())
    if plain.isascii() and plain.isdigit() and len(plain) == 5:
        return [_EPOCH + timedelta(days=int(plain))] if int(plain) in _DAYS else []
    numbers = [int(one) for one in re.findall(r"\d+", plain) if len(one) <= 4]
    if words := month_words(plain):
        if len(numbers) != 2:
            return []
        day, year = sorted(numbers)
        return [_day(year, month, day) for month in months_of(words[0])]
    if len(numbers) != 3 or re.search(r"[^\W\d_]", plain):
        return []
    first, second, third = numbers
    if first > 1900:
        return [_day(first, second, third)]
    return [_day(third, second, first), _day(third, first, second)]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def by_learner(rows: Sequence[Judgement]) -> Mapping[str, list[Judgement]]:
    """The rows of each learner that somebody typed something into."""
    found: dict[str, list[Judgement]] = {}
    for one in rows:
        if not one.empty:
            found.setdefault(one.learner, []).append(one)
    return found
