"""Export marks to a learning platform: its own table filled in, and the pages of feedback packed for one upload."""

from __future__ import annotations

import csv
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sellbackwards.exercises.catalogue import set_names
from sellbackwards.grading import canvas, moodle
from sellbackwards.grading.lesson_marks import LessonMarks, Matches, all_lesson_marks, match
from sellbackwards.grading.settings import GradingError
from sellbackwards.grading.sheets import read_lines
from sellbackwards.grading.tables import written
from sellbackwards.renaming import replacing

_WHAT = (
    "Moodle's grading worksheet (columns Identifier, Full name, Grade …) or Canvas's gradebook (Student, ID, Section …)"
)


@dataclass
class Exported:
    """What was written, and what an instructor should know. `pages`: how many pages of feedback are packed."""

    platform: str
    lesson: str
    table: Path
    filled: int = 0
    out_of: str = ""
    packed: Path | None = None
    pages: int = 0
    notes: list[str] = field(default_factory=list)


def export(out: Path, table: Path, lesson: str = "", column: str = "", with_waiting: bool = False) -> Exported:
    """Fill a platform's own table with the marks in `out`, into ``out/export``. Raises GradingError.

    `lesson`: a set's name or its number ("01"); found by the platform's numbers, or the table's name, where it is "".
    `column`: Canvas's assignment; found by its name where it is "". `with_waiting`: also learners of whom answers still
    wait for a person, with the points that they have so far.
    """
    found = all_lesson_marks(out)
    lines = read_lines(table, names=[one.learner for one in found])
    rows = [cells for _, cells in lines.rows]
    mark = lines.encoding == "utf-8-sig"
    if worksheet := moodle.worksheet_in(rows):
        return _to_moodle(out, table, worksheet, found, lesson, with_waiting, mark)
    if gradebook := canvas.gradebook_in(rows):
        return _to_canvas(out, table, gradebook, found, lesson, column, with_waiting, mark)
    raise GradingError(f"{table}: is neither {_WHAT}; download it from there, and give it as it is")


def _to_moodle(
    out: Path,
    table: Path,
    sheet: moodle.Worksheet,
    found: Sequence[LessonMarks],
    lesson: str,
    waiting: bool,
    mark: bool,
) -> Exported:
    people = sheet.people()
    numbers = {person.ids["number"] for person in people}
    theirs = Counter(one.lesson for one in found if one.ids().get("number") in numbers)
    name = _lesson(found, lesson, theirs.most_common(1)[0][0] if theirs else "", table)
    mine = [one for one in found if one.lesson == name]
    matches = match(mine, people)
    done = Exported("Moodle", name, out / "export" / f"moodle_grades_{name}.csv")
    if theirs and not theirs[name]:
        done.notes.append(f"the numbers in {table.name} are those of another assignment; learners were found by name")
    grades: dict[int, float] = {}
    give = _to_give(matches, done, waiting)
    for person in people:
        if (most := sheet.most_of(sheet.rows[person.row])) is None:
            raise GradingError(f"{table}: this assignment is marked by a scale; choose points in its settings")
        done.out_of = f"{most:g}"
    for row, one in give:
        most = sheet.most_of(sheet.rows[row]) or 0
        if sheet.locked(sheet.rows[row]):
            done.notes.append(f"{one.learner}: Moodle says that this grade can't be changed; left as it was")
        else:
            grades[row] = one.out_of(most)
    _write(done, sheet.filled(grades), len(grades), mark)
    files = [
        (moodle.feedback_name(sheet.named(sheet.rows[row]), sheet.number(sheet.rows[row]), one), one)
        for row, one in _pages(matches, give)
    ]
    _pack(done, out / "export" / f"moodle_feedback_{name}.zip", files)
    return done


def _to_canvas(
    out: Path,
    table: Path,
    book: canvas.Gradebook,
    found: Sequence[LessonMarks],
    lesson: str,
    column: str,
    waiting: bool,
    mark: bool,
) -> Exported:
    name = _lesson(found, lesson, _lesson_in(column or table.stem) or _only_lesson_in(book), table)
    at, title = _column(book, name, column, table)
    mine = [one for one in found if one.lesson == name]
    matches = match(mine, book.people())
    done = Exported("Canvas", name, out / "export" / f"canvas_grades_{name}.csv")
    most = (book.most_in(at) if at is not None else None) or max((one.most for one in mine), default=0.0)
    give = _to_give(matches, done, waiting)
    grades = {row: one.out_of(most) for row, one in give}
    done.out_of = f"{most:g}"
    if at is None:
        done.notes.append(f"“{title}” isn't in {table.name}: Canvas will make a new assignment of {most:g} points")
    else:
        done.notes.append(f"the assignment filled in is “{title}”; to choose another one: --column")
    _write(done, book.filled(at, title, grades, most), len(grades), mark)
    files = [(canvas.feedback_name(one), one) for _, one in _pages(matches, give)]
    _pack(done, out / "export" / f"canvas_feedback_{name}.zip", [one for one in files if one[0]])
    nameless = sum(not file for file, _ in files)
    if nameless:
        done.notes.append(
            f"{nameless} pages can't be packed: Canvas wants the names of its own download (name_12_345_file), "
            "and these were handed in under other names"
        )
    return done


def _lesson(found: Sequence[LessonMarks], wanted: str, guess: str, table: Path) -> str:
    """The lesson that is meant. Raises GradingError where it can't be told."""
    there = sorted({one.lesson for one in found if one.lesson in set_names() or one.most})
    if wanted:
        named = [one for one in there if one == wanted.strip() or one.partition("_")[0] == wanted.strip().zfill(2)]
        if not named:
            raise GradingError(f"--lesson {wanted}: there are no marks for it; there are: {', '.join(there)}")
        return named[0]
    if guess in there:
        return guess
    if len(there) == 1:
        return there[0]
    raise GradingError(
        f"{table}: which lesson is it for? Say so: --lesson {there[0][:2]} (marked are {', '.join(there)})"
    )


def _lesson_in(text: str) -> str:
    """The lesson whose name stands in a text: "Sell backwards (123)"; "" where there is none, or more than one."""
    plain = re.sub(r"[\W_]+", "_", text.casefold())
    found = [one for one in set_names() if one in plain or one.partition("_")[2] in plain]
    return max(found, key=len) if found else ""


def _only_lesson_in(book: canvas.Gradebook) -> str:
    lessons = {lesson for title in book.assignments.values() if (lesson := _lesson_in(title))}
    return lessons.pop() if len(lessons) == 1 else ""


def _column(book: canvas.Gradebook, lesson: str, wanted: str, table: Path) -> tuple[int | None, str]:
    """(the assignment's column, its title); (None, title) for a new one. Raises GradingError where it can't be told."""
    titles = book.assignments
    if wanted:
        same = [n for n, title in titles.items() if title == wanted or re.sub(r"\s*\(\d+\)$", "", title) == wanted]
        return (same[0], titles[same[0]]) if same else (None, wanted)
    fitting = [n for n, title in titles.items() if _lesson_in(title) == lesson]
    if not fitting and len(titles) == 1:
        fitting = list(titles)
    if len(fitting) != 1:
        there = "; ".join(titles.values()) or "none"
        raise GradingError(f'{table}: which assignment is it? Say so: --column "TITLE" (there are: {there})')
    return fitting[0], titles[fitting[0]]


def _to_give(matches: Matches, done: Exported, waiting: bool) -> list[tuple[int, LessonMarks]]:
    """(row, learner) of those whose marks are to be filled in; why others aren't goes into the notes."""
    give, wait, nothing = [], [], []
    for row, one in sorted(matches.rows.items()):
        if one.handed_in and not one.unreadable and not one.most:
            nothing.append(one.learner)
        elif one.decided or (waiting and one.handed_in and not one.unreadable):
            give.append((row, one))
        elif one.waiting:
            wait.append(one.learner)
    unreadable = [one.learner for one in matches.rows.values() if one.unreadable and not one.most]
    for who, why in (
        (wait, "wait for your points (sellbackwards review); their grades are left empty"),
        (unreadable, "handed in a file that can't be read; their grades are left empty"),
        (nothing, "have no points to give, since the settings let this lesson count for nothing"),
        (matches.unknown, "aren't in the platform's list; enter them by hand"),
    ):
        if who:
            done.notes.append(f"{_listed(who)} {why}")
    done.notes += [f"{who}: {why}; enter the grade by hand" for who, why in matches.unsure]
    return give


def _pages(matches: Matches, give: Sequence[tuple[int, LessonMarks]]) -> list[tuple[int, LessonMarks]]:
    """The pages of feedback to hand back: to learners who get a mark, and to those who must send their file again."""
    return sorted({**dict(give), **{row: one for row, one in matches.rows.items() if one.unreadable}}.items())


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:5])
    return f"{len(names)} ({shown}{', …' if len(names) > 5 else ''})"


def _write(done: Exported, rows: Sequence[Sequence[str]], filled: int, mark: bool) -> None:
    """The platform's own cells go back as they came: an apostrophe in a name would make another person of it."""
    try:
        with written(done.table, mark=mark) as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    except OSError as error:
        raise GradingError(f"{done.table}: can't be written ({error.strerror}); is it open somewhere?") from None
    done.filled = filled


def _pack(done: Exported, to: Path, files: Sequence[tuple[str, LessonMarks]]) -> None:
    there = [(name, one) for name, one in files if one.page.is_file()]
    if not there:
        return
    try:
        with replacing(to) as beside, zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, one in there:
                archive.write(one.page, name)
    except OSError as error:
        raise GradingError(f"{to}: can't be written ({error.strerror}); make room") from None
    done.packed, done.pages = to, len(there)


def in_words(done: Exported) -> str:
    """What was done, and what to do next."""
    said = [f"{done.platform}, {done.lesson}: {done.filled} grades out of {done.out_of or '0'} → {done.table}"]
    if done.packed:
        said.append(f"{done.pages} pages of feedback, named for one upload → {done.packed}")
    said += [f"- {note}" for note in done.notes]
    where = {
        "Moodle": "In Moodle, in the assignment: “Upload grading worksheet”; “Upload multiple feedback files in a zip”",
        "Canvas": "In Canvas: Grades → Import; then, in the assignment, “Re-Upload Submissions” for the pages",
    }
    return "\n".join([*said, f"{where[done.platform]}. How: docs/for_instructors.md"])
