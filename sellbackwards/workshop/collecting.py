"""Collect everybody's questions for one pitch from notebooks, text files or pasted text, without names."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sellbackwards.exercises import Exercise
from sellbackwards.exercises.answers import answers_in_notebook
from sellbackwards.exercises.catalogue import set_names
from sellbackwards.grading import GradingError
from sellbackwards.grading.collecting import collect
from sellbackwards.grading.handin import HandIn
from sellbackwards.grading.reading import notebook_in, open_handed
from sellbackwards.grading.submitted_bytes import Unreadable
from sellbackwards.grading.tables import clean
from sellbackwards.practice.walls import exercises_with_pitch, pitch_called, without_names

TEXT = 2**20
"""Bytes of one text file: a class writes some kilobytes."""
MOST = 500
"""Questions on one wall."""


@dataclass
class Gathered:
    """The questions of a room; `files` they were looked for in, and how many of these couldn't be read."""

    questions: list[str] = field(default_factory=list)
    files: int = 0
    unread: int = 0


class WallError(Exception):
    """Why no questions can be collected: place and remedy in one line."""


class TextError(WallError):
    """Why one text can't be read: what it is and what helps."""


def pitch_of(name: str) -> Exercise:
    """The pitch that a facilitator names. Raises WallError."""
    pitch = pitch_called(name)
    if pitch is None:
        asked = [one.id for one in exercises_with_pitch()]
        raise WallError(
            f"--pitch {name}: there is no such pitch; take one of datasets/pitches.yaml (p01, p02 …), or an exercise "
            f"with a pitch ({', '.join(asked)})"
        )
    return pitch


def questions_in(place: Path, pitch: Exercise, warn: Callable[[str], None]) -> Gathered:
    """The questions at `place`: a folder of notebooks and text files, one of them, or a zip. What can't be read is
    told to `warn`, a line each, and the rest goes on. Raises WallError where there is nothing to read at all."""
    if not place.exists():
        raise WallError(f"{place}: isn't there; check the name and the folder")
    texts = sorted(_text_files(place))
    found = Gathered(files=len(texts))
    for path in texts:
        try:
            found.questions += lines_in(_bytes_of(path))
        except TextError as error:
            found.unread += 1
            warn(f"{path}: {error}")
    if place not in texts:
        _in_notebooks(place, pitch, found, warn)
    if not found.questions:
        warn(f"{place}: no question in it; give text files with a question a line, or notebooks with answers")
    found.questions = _at_most(found.questions, warn)
    return found


def pasted_questions(data: bytes, warn: Callable[[str], None]) -> Gathered:
    """The questions in a text that was pasted, a line each. Raises WallError where it can't be read."""
    try:
        questions = lines_in(data)
    except TextError as error:
        raise WallError(f"the pasted text: {error}") from None
    if not questions:
        warn("the pasted text: no question in it; paste one a line, then end it (Ctrl+D, on Windows Ctrl+Z and Enter)")
    return Gathered(_at_most(questions, warn))


def _at_most(questions: list[str], warn: Callable[[str], None]) -> list[str]:
    if len(questions) > MOST:
        warn(f"{len(questions):,} questions; the wall shows the first {MOST}")
    return questions[:MOST]


def lines_in(data: bytes) -> list[str]:
    """The questions in a text, a line each, without names. Raises TextError."""
    if len(data) > TEXT:
        raise TextError("is too long; one line for each question, please")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise TextError("isn't plain text; save it as text (UTF-8)") from None
    if "\x00" in text:
        raise TextError("isn't plain text; save it as text (UTF-8)")
    return without_names(clean(text).splitlines())


def _text_files(place: Path) -> Iterator[Path]:
    if place.is_file():
        if place.suffix.lower() == ".txt":
            yield place
        return
    for folder, inside, names in os.walk(place):  # links to folders aren't followed
        inside[:] = [name for name in inside if not name.startswith((".", "__MACOSX"))]
        yield from (Path(folder) / name for name in names if name.lower().endswith(".txt") and not _hidden(name))


def _hidden(name: str) -> bool:
    return name.startswith(".") or name.lower().endswith(".ipynb.txt")  # a notebook that a browser renamed


def _bytes_of(path: Path) -> bytes:
    if path.is_symlink() or not path.is_file():
        raise TextError("is a link or no ordinary file, and isn't opened")
    try:
        with path.open("rb") as file:
            return file.read(TEXT + 1)
    except OSError as error:
        raise TextError(f"can't be opened ({error.strerror})") from None


def _in_notebooks(place: Path, pitch: Exercise, into: Gathered, warn: Callable[[str], None]) -> None:
    try:
        handed = collect(place, set_names()).handins
    except GradingError as error:
        raise WallError(str(error)) from None
    notebooks = [one for one in handed if not one.name.lower().endswith(".txt") or ".ipynb" in one.name.lower()]
    for one in notebooks:
        try:
            for inner, opened in open_handed(one):
                into.files += 1
                _add_answer(inner, opened, pitch, into, partial(_tell, warn, _called(inner, place)))
        except Unreadable as error:
            into.files += 1
            into.unread += 1
            warn(f"{_called(one, place)}: {error}")


def _tell(warn: Callable[[str], None], file: str, said: str) -> None:
    warn(f"{file}: {said}")


def _add_answer(
    one: HandIn, opened: Callable[[], bytes], pitch: Exercise, into: Gathered, warn: Callable[[str], None]
) -> None:
    try:
        answer = answers_in_notebook(notebook_in(opened())).get(pitch.id)
    except Unreadable as error:
        into.unread += 1
        warn(str(error))
        return
    if answer is None:
        hint = "" if pitch.id[0].isdigit() else "; notebooks have the pitches of exercises, such as --pitch 1.1"
        warn(f"has no answer to {pitch.id}{hint}")
    elif question := " ".join(without_names(_without_own_name(clean(answer.text), one.learner).splitlines())):
        into.questions.append(question)


def _without_own_name(text: str, learner: str) -> str:
    """Who signs in the middle of a sentence is taken off, too; a single word may be no name ("Will you …?")."""
    return re.sub(re.escape(learner), "…", text, flags=re.IGNORECASE) if " " in learner else text


def _called(one: HandIn, place: Path) -> str:
    """A file as it lies there: no name of a person is made up of its own."""
    path = Path(one.path)
    inside = path.relative_to(place).as_posix() if path != place and path.is_relative_to(place) else path.name
    return f"{inside}, {one.name}" if one.members else inside
