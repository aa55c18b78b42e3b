"""A person's word on what the machine couldn't tell: `review.csv`, out and in again."""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sellbackwards.grading.settings import GradingError
from sellbackwards.grading.tables import cell

COLUMNS = ("learner", "lesson", "exercise", "answer", "criteria", "proposal", "points", "comment")
Key = tuple[str, str, str]
"""(learner, lesson, exercise)"""


@dataclass(frozen=True)
class Review:
    """One row as a person left it. `answer` is the answer it was about, as a cell of the file; "" is any answer.

    `exercise` is the id as the file has it, perhaps spoilt by a spreadsheet.
    """

    points: float | None
    comment: str = ""
    answer: str = ""
    exercise: str = ""


def read_reviews(path: Path) -> tuple[dict[Key, Review], list[str]]:
    """(the rows that a person has filled in, what is wrong with others). Raises GradingError.

    Reads what spreadsheets make of it: commas, semicolons or tabs, UTF-8 or the Windows code page, 0,5 for 0.5.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GradingError(f"{path}: can't be opened ({error.strerror}); check the name and the folder") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252", "replace")
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    csv.field_size_limit(10_000_000)
    rows = csv.DictReader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=delimiter)
    missing = [name for name in ("learner", "lesson", "exercise", "points") if name not in (rows.fieldnames or ())]
    if missing:
        raise GradingError(
            f"{path}: line 1: has no column {missing[0]}; give back a review.csv that this command wrote"
        )
    found: dict[Key, Review] = {}
    wrong = []
    try:
        for row in rows:
            given = {
                name: value or ""
                for name, value in row.items()
                if isinstance(name, str) and not isinstance(value, list)
            }
            points, fault = _points(given["points"])
            comment = _uncelled(given.get("comment", "")).strip()
            if fault:
                where = f"{path}: line {rows.line_num} ({given['learner']}, {given['exercise']})"
                wrong.append(f"{where}: {fault}; write a number, as in: 0.5")
            if points is not None or comment:
                key = key_of(given["learner"], given["lesson"], given["exercise"])
                answer = given.get("answer", "")
                if key in found and _bare(found[key].answer) != _bare(answer):
                    key = (*key[:2], f"{key[2]}0")  # 1.1 twice: a spreadsheet made it of 1.10
                found[key] = Review(points, comment, answer, key[2])
    except csv.Error as error:
        raise GradingError(f"{path}: line {rows.line_num}: can't be read ({error}); save it as CSV again") from None
    return found, wrong


def key_of(learner: str, lesson: str, exercise: str) -> Key:
    """The key of a row's cells: apostrophes of ours taken off, one way of writing accents."""
    return (
        unicodedata.normalize("NFC", _uncelled(learner).strip()),
        lesson.strip(),
        _uncelled(exercise).strip().replace(",", "."),
    )


def _uncelled(text: str) -> str:
    return text[1:] if text.startswith("'") and cell(text[1:]) == text else text


def _points(text: str) -> tuple[float | None, str]:
    plain = text.strip().lstrip("'").replace(",", ".")
    if not plain:
        return None, ""
    if not re.fullmatch(r"\d{1,6}(?:\.\d*)?|\.\d+", plain) or not math.isfinite(float(plain)):
        return None, f"“{text.strip()[:40]}” isn't points"
    return float(plain), ""


def applies(review: Review, answer: str) -> bool:
    """Is the review about this answer, or has it been changed since?"""
    return not review.answer.strip() or _bare(review.answer) == _bare(cell(answer))


def _bare(text: str) -> str:
    """What is left of a text whatever a spreadsheet did to its blanks, line ends and first apostrophe."""
    return " ".join(text.split()).lstrip("' ")


def for_answers(
    reviews: Mapping[Key, Review], learner: str, lesson: str, answers: Mapping[str, str]
) -> dict[str, Review]:
    """The review of each exercise of one file (`answers`: exercise → answer).

    A spreadsheet makes 1.1 of 1.10, and a date of 1.2. Such a row is known by its answer.
    """
    mine = {exercise: review for exercise in answers if (review := reviews.get((learner, lesson, exercise)))}
    fits = {exercise: review for exercise, review in mine.items() if applies(review, answers[exercise])}
    for key, review in reviews.items():
        if key[:2] != (learner, lesson) or key[2] in fits or not review.answer.strip():
            continue
        meant = [
            exercise
            for exercise, answer in answers.items()
            if exercise not in fits and applies(review, answer) and (key[2] not in answers or exercise == f"{key[2]}0")
        ]
        if len(meant) == 1:
            fits[meant[0]] = review
            mine.pop(key[2], None)
    return mine | fits


def by_learner(reviews: Mapping[Key, Review]) -> dict[str, dict[Key, Review]]:
    """Reviews by their learner, so that each is looked up once."""
    found: dict[str, dict[Key, Review]] = {}
    for key, review in reviews.items():
        found.setdefault(key[0], {})[key] = review
    return found


def rows_left(reviews: Mapping[Key, Review], written: Iterable[Key]) -> list[tuple[Key, Review]]:
    """Reviews of what wasn't among the submissions this time: kept, so that no work is lost."""
    seen = set(written)
    return [(key, review) for key, review in reviews.items() if key not in seen]
