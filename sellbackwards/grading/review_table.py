"""Write and read `review.csv`: the answers that the machine couldn't judge, with a person's points."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.grading.sheets import read_sheet
from sellbackwards.grading.spreadsheet_repairs import Learners, exercises_meant, month_words, unscrambled
from sellbackwards.grading.tables import cell

NOTE = "to know"
"""How a line of the column criteria begins that tells of the answer's copy."""
COLUMNS = ("learner", "lesson", "exercise", "answer", "criteria", "proposal", "points", "comment")
Key = tuple[str, str, str]
"""(learner, lesson, exercise)"""


@dataclass(frozen=True)
class Review:
    """One row as a person left it. `answer` is the answer it was about, as a cell of the file; "" is any answer.

    `exercise` is the id as the file has it; `meant` are the exercises it may stand for where a spreadsheet has
    spoilt it and more than one reading is possible.
    """

    points: float | None
    comment: str = ""
    answer: str = ""
    exercise: str = ""
    meant: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """What a review can be about: the exercises of each lesson, and the learners, where they are known."""

    exercises: Mapping[str, Collection[str]] = field(default_factory=dict)
    learners: Collection[str] = ()


def known_of(sets: Sequence[ExerciseSet], learners: Collection[str] = ()) -> Known:
    """What a review can be about, where these sets were handed in by these learners."""
    return Known({found.name: [one.id for one in found.exercises] for found in sets}, learners)


@dataclass(frozen=True)
class Row:
    """A row of review.csv as text, put right. `line`: its line in the file; `raw`: its exercise as it stood there."""

    line: int
    learner: str
    lesson: str
    exercise: str
    answer: str = ""
    criteria: str = ""
    proposal: str = ""
    points: str = ""
    comment: str = ""
    raw: str = ""
    meant: tuple[str, ...] = ()


def read_rows(path: Path, known: Known | None = None) -> tuple[list[Row], list[str]]:
    """(all rows of a review file, what a spreadsheet did to it). Raises GradingError.

    Reads CSV in any encoding that spreadsheets write, with commas, semicolons or tabs, and .xlsx. What a spreadsheet
    did to exercise numbers and learners is put right where one reading only is possible.
    """
    known = known or known_of(all_sets())
    sheet = read_sheet(path, ("learner", "lesson", "exercise", "points"), known.learners)
    learners = Learners(known.learners)
    rows: list[Row] = []
    turned: list[str] = []
    others: list[str] = []
    for line, cells in sheet.rows:
        given = {name: cells.get(name, "") for name in COLUMNS}
        learner, lesson, exercise = key_of(given["learner"], given["lesson"], given["exercise"])
        ids = known.exercises.get(lesson, ())
        meant = exercises_meant(exercise, ids) if ids else ()
        whom = learners.meant(learner)
        where = f"{path}: line {line} ({learner}, {exercise})"
        if ids and not meant and exercise:
            others.append(
                f"{where}: a spreadsheet seems to have changed the exercise number; write it as in: {min(ids)}"
            )
        if len(meant) > 1 and exercise not in ids and not given["answer"].strip():
            others.append(
                f"{where}: a spreadsheet changed the exercise number; it may be {' or '.join(meant)}: write it"
            )
        if len(whom) > 1:
            others.append(f"{where}: may be {' or '.join(whom[:3])}, since a spreadsheet changed it; write the name")
        if len(meant) == 1 and meant[0] != exercise:
            turned.append(f"{exercise} is {meant[0]}")
        if len(whom) == 1 and whom[0] != learner:
            turned.append(f"{learner} is {whom[0]}")
        texts = {name: given[name] for name in ("answer", "criteria", "proposal", "points", "comment")}
        texts["answer"] = unscrambled(texts["answer"])
        learner = whom[0] if len(whom) == 1 else learner
        number = meant[0] if len(meant) == 1 else exercise
        rows.append(Row(line, learner, lesson, number, **texts, raw=exercise, meant=meant if len(meant) > 1 else ()))
    if turned:
        kinds = list(dict.fromkeys(turned))
        told = "; ".join(kinds[:5]) + (f"; and {len(kinds) - 5} more" if len(kinds) > 5 else "")
        others.insert(0, f"{path}: a spreadsheet changed {len(turned)} cells, and they are read as they were: {told}")
    return rows, others


def read_reviews(path: Path, known: Known | None = None) -> tuple[dict[Key, Review], list[str]]:
    """(the rows that a person has filled in, what is wrong with others). Raises GradingError; see `read_rows`."""
    rows, wrong = read_rows(path, known)
    found: dict[Key, Review] = {}
    for row in rows:
        points, fault = points_in(row.points)
        comment = shown_text(row.comment).strip()
        if fault:
            wrong.append(
                f"{path}: line {row.line} ({row.learner}, {row.exercise}): {fault}; write a number, as in: 0.5"
            )
        if points is None and not comment:
            continue
        key = (row.learner, row.lesson, row.exercise)
        if key in found and _bare(found[key].answer) != _bare(row.answer):
            # Two rows whose numbers a spreadsheet has made the same: 1.1, and 1.1 that was 1.10.
            places = [(*key[:2], one) for one in (*row.meant, f"{row.exercise}0")]
            key = next((place for place in places if place not in found), key)
        found[key] = Review(points, comment, row.answer, key[2], row.meant)
    return found, wrong


def key_of(learner: str, lesson: str, exercise: str) -> Key:
    """The key of a row's cells: apostrophes of ours taken off, one way of writing accents."""
    return (
        unicodedata.normalize("NFC", shown_text(learner).strip()),
        lesson.strip(),
        shown_text(exercise).strip().replace(",", "."),
    )


def shown_text(text: str) -> str:
    """The text of a cell, without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return text[1:] if text.startswith("'") and cell(text[1:]) == text else text


def points_in(text: str) -> tuple[float | None, str]:
    """(the points that a cell gives, or None for none; what is wrong with it, or "")."""
    plain = text.strip().lstrip("'").replace(",", ".")
    if not plain:
        return None, ""
    if not re.fullmatch(r"\d{1,6}(?:\.\d*)?|\.\d+", plain) or not math.isfinite(float(plain)):
        what = "is a date that a spreadsheet made of the points" if _is_date(text) else "isn't points"
        return None, f"“{text.strip()[:40]}” {what}"
    return float(plain), ""


def _is_date(text: str) -> bool:
    return bool(month_words(text) or re.fullmatch(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", text.strip()))


def applies(review: Review, answer: str) -> bool:
    """Is the review about this answer, or has it been changed since?"""
    return not review.answer.strip() or _same(review.answer, cell(answer))


_CELL = 32_000  # characters; the most that a spreadsheet keeps of a text is a little more


def _same(kept: str, answer: str) -> bool:
    """Is an answer the one that a cell held before a spreadsheet had it?"""
    kept, answer = _bare(kept), _bare(answer)
    if kept == answer or (len(kept) > _CELL and answer.startswith(kept)):
        return True
    if not re.search(r"[^\W\d_]", answer):  # numbers alone: "1,3,2" may come back as 132
        return bool(kept) and re.sub(r"\D", "", kept) == re.sub(r"\D", "", answer)
    if len(kept) == len(answer) and re.search("[?\ufffd_]", kept):  # letters that the file's encoding didn't have
        return all(
            one == two or (one in "?\ufffd_" and not two.isascii()) for one, two in zip(kept, answer, strict=True)
        )
    return False


def _bare(text: str) -> str:
    """What is left of a text whatever a spreadsheet did to its blanks, line ends and first apostrophe."""
    return " ".join(unicodedata.normalize("NFC", text).split()).lstrip("' ")


def for_answers(
    reviews: Mapping[Key, Review], learner: str, lesson: str, answers: Mapping[str, str]
) -> dict[str, Review]:
    """The review of each exercise of one file (`answers`: exercise → answer).

    A spreadsheet makes 1.1 of 1.10. Where a row may stand for several exercises, it is known by its answer.
    """
    mine = {exercise: review for exercise in answers if (review := reviews.get((learner, lesson, exercise)))}
    fits = {exercise: review for exercise, review in mine.items() if applies(review, answers[exercise])}
    for key, review in reviews.items():
        if key[:2] != (learner, lesson) or fits.get(key[2]) is review or not review.answer.strip():
            continue
        meant = review.meant or exercises_meant(key[2], answers) or answers
        theirs = [one for one in meant if one in answers and one not in fits and applies(review, answers[one])]
        if len(theirs) == 1:
            fits[theirs[0]] = review
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
