"""Who handed in what: a folder or a zip → the files in it, by learner. Nothing is opened here but a platform's zip.

Known layouts, in any mixture: ``<learner>/<lesson>.ipynb`` (a folder each); Moodle
("Anna Lee_1234_assignsubmission_file_/…", and flat); Canvas ("leeanna_12_345_answers.ipynb",
"leeanna_LATE_12_345_answers.ipynb"); a flat folder of
"<learner>_<lesson>.ipynb", "<lesson> <learner>.ipynb" or "<learner>.ipynb"; platforms' zips, several in one folder too.
Names are labels: no name that came with a submission is ever used as a path of ours (see `folder_name`).
"""

from __future__ import annotations

import os
import re
import stat
import time
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from sellbackwards.grading import limits
from sellbackwards.grading.handin import HandIn
from sellbackwards.grading.settings import GradingError
from sellbackwards.grading.tables import clean


@dataclass(frozen=True)
class _Found:
    """A file as it lies there: `parts` of its place, seen from the top."""

    parts: tuple[str, ...]
    path: str
    member: int | None
    when: float | None
    problem: str = ""


MY_ANSWERS = "my-answers"
"""Where a learner's answers are in the course's folder; who sends the whole of it means these, not its solutions."""

_NOTEBOOK = re.compile(r"\.ipynb(?:\.(?:txt|json))?$", re.IGNORECASE)  # browsers add .txt or .json
_IGNORED = re.compile(r"^(?:\.|__MACOSX$|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_MOODLE = re.compile(r"^(?P<learner>.+?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<name>.*)$")
_CANVAS = re.compile(r"^(?P<learner>[^_]+)_(?P<late>LATE_)?(?P<id>\d+)_\d+_(?P<name>.+)$")
_COPY = re.compile(r"(?:\s*\(\d{1,2}\)|\s*-\s*Copy\d*|\s+copy(?: \d+)?)$", re.IGNORECASE)  # " (1)", "-Copy1", " copy"


def collect(submissions: Path, lessons: Sequence[str], leave_out: Path | None = None) -> list[HandIn]:
    """All files handed in, in the order of their learners' names. `lessons`: the sets' names. Raises GradingError.

    `leave_out` is a folder inside that isn't a submission: where the marks are written.
    """
    try:
        if submissions.is_dir():
            found = _unwrapped(list(_walk(submissions, leave_out.resolve() if leave_out else None)))
        elif zipfile.is_zipfile(submissions):
            found = _unwrapped(list(_members(submissions)))
        elif _NOTEBOOK.search(submissions.name) and submissions.is_file():
            found = [_Found((submissions.name,), str(submissions), None, submissions.stat().st_mtime)]
        elif submissions.exists():
            raise GradingError(f"{submissions}: is neither a folder nor a zip that can be read; download it again")
        else:
            raise GradingError(f"{submissions}: isn't there; check the name and the folder")
    except OSError as error:
        raise GradingError(
            f"{submissions}: can't be opened ({error.strerror}); check the name and the folder"
        ) from None
    home = unicodedata.normalize("NFC", clean(submissions.resolve().name.removesuffix(".zip")))
    named = [_named(one, lessons, home) for one in found]
    return _for_each_learner(_told_apart(named))


def _walk(top: Path, leave_out: Path | None, parts: tuple[str, ...] = ()) -> Iterator[_Found]:
    with os.scandir(top) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        here = (*parts, entry.name)
        if _IGNORED.match(entry.name):
            continue
        if entry.is_symlink():
            if entry.is_dir() or _NOTEBOOK.search(entry.name) or entry.name.lower().endswith(".zip"):
                yield _Found(here, entry.path, None, None, "is a link to somewhere else, and links aren't followed")
        elif entry.is_dir(follow_symlinks=False):
            if leave_out and Path(entry.path).resolve() == leave_out:
                continue
            if len(here) > limits.FOLDERS_DEEP:
                yield _Found(here, entry.path, None, None, "lies too deep in folders")
                continue
            try:
                yield from _walk(Path(entry.path), leave_out, here)
            except OSError as error:
                yield _Found(here, entry.path, None, None, f"can't be opened ({error.strerror})")
        elif not entry.is_file(follow_symlinks=False):
            yield _Found(here, entry.path, None, None, "is no ordinary file")
        elif not parts and (export := _platform_zip(Path(entry.path))):
            yield from export
        else:
            yield _Found(here, entry.path, None, entry.stat(follow_symlinks=False).st_mtime)


def _platform_zip(path: Path) -> list[_Found]:
    """The files of a zip that a platform made; none where it is a learner's own, or no zip."""
    if path.suffix.lower() != ".zip" or _platform_name(path.name):
        return []
    try:
        found = _unwrapped(list(_members(path)))
    except (GradingError, OSError):
        return []  # whoever opens it as a learner's says what is wrong with it
    return found if any(_platform_name(one.parts[0]) for one in found) else []


def _members(path: Path) -> Iterator[_Found]:
    """The files in a platform's zip, or in a zip of folders. Raises GradingError."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, MemoryError) as error:
        raise GradingError(f"{path}: the zip can't be read ({error}); download it again") from None
    if len(infos) > limits.MEMBERS:
        raise GradingError(f"{path}: holds {len(infos):,} files; the most is {limits.MEMBERS:,}, so split it")
    for number, info in enumerate(infos):
        if info.is_dir():
            continue
        parts, problem = member_place(info)
        if any(_IGNORED.match(part) for part in parts) and not problem:
            continue
        yield _Found(parts, str(path), number, member_time(info), problem)


def member_place(info: zipfile.ZipInfo) -> tuple[tuple[str, ...], str]:
    """(the parts of a member's place, what is wrong with it or "")."""
    name = info.filename
    if not info.flag_bits & 0x800:  # no word on its letters: most such zips hold UTF-8 all the same
        try:
            name = name.encode("cp437").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = info.filename
    raw = name.replace("\\", "/")
    parts = tuple(part for part in PurePosixPath(raw).parts if part not in {"/", "..", "."})
    problem = ""
    if raw.startswith("/") or ".." in raw.split("/") or re.match(r"^[A-Za-z]:", raw):
        problem = "its name leads out of the zip"
    elif stat.S_ISLNK(info.external_attr >> 16):
        problem = "is a link to somewhere else, and links aren't followed"
    elif info.flag_bits & 0x1:
        problem = "is locked with a password"
    return parts or ("(no name)",), problem


def member_time(info: zipfile.ZipInfo) -> float | None:
    """A member's time in seconds since 1970, where it has one (the year 1980 stands for none)."""
    try:
        return time.mktime((*info.date_time, 0, 0, -1)) if info.date_time[0] > 1980 else None
    except (ValueError, OverflowError):
        return None


def _unwrapped(found: list[_Found]) -> list[_Found]:
    """Without the folder, or folders in one another, that hold all learners, as a zip made of a folder has it.

    A folder that holds one folder alone may be a learner's own, so it stays.
    """
    inside = found
    while inside and len({one.parts[0] for one in inside}) == 1 and all(len(one.parts) > 1 for one in inside):
        if _MOODLE.match(inside[0].parts[0]):
            break
        inside = [replace(one, parts=one.parts[1:]) for one in inside]
        first = {one.parts[0] for one in inside}
        if all(map(_platform_name, first)):
            return inside
        if len(first) > 1:
            folders = all(len(one.parts) > 1 for one in inside) and MY_ANSWERS not in first
            return inside if folders else found
    return found


def _platform_name(name: str) -> re.Match[str] | None:
    return _MOODLE.match(name) or _CANVAS.match(name)


@dataclass(frozen=True)
class _Named:
    """A file with its learner as named, and the number by which the platform knows them."""

    found: _Found
    learner: str
    id: str
    name: str
    late: bool = False
    in_folder: bool = False


def _named(one: _Found, lessons: Sequence[str], home: str) -> _Named:
    parts = tuple(unicodedata.normalize("NFC", " ".join(clean(part).split())) or "(no name)" for part in one.parts)
    first, last = parts[0], parts[-1]
    moodle = _MOODLE.match(first)
    if len(parts) > 1:
        inner = _CANVAS.match(last) if moodle is None else None
        name = inner["name"] if inner else last
        learner = moodle["learner"] if moodle else first
        return _Named(one, learner.strip(), moodle["id"] if moodle else "", name, bool(inner and inner["late"]), True)
    known = moodle or _CANVAS.match(first)
    if known:
        late = bool(known.groupdict().get("late"))
        return _Named(one, known["learner"].strip(), known["id"], known["name"] or first, late, True)
    return _Named(one, _learner_in(first, lessons) or home, "", first)


def _learner_in(name: str, lessons: Sequence[str]) -> str:
    """ "anna lee" for "anna lee_01_sell_backwards (1).ipynb"; "" where a file is named after its lesson alone."""
    stem = _COPY.sub("", re.sub(r"\.zip$", "", _NOTEBOOK.sub("", name), flags=re.IGNORECASE))
    for lesson in lessons:
        spelt = r"[\W_]+".join(map(re.escape, lesson.split("_")))
        stem, found = re.subn(rf"(?<![^\W_]){spelt}(?![^\W_])", "", stem, count=1, flags=re.IGNORECASE)
        if found:
            break
    return _COPY.sub("", stem).strip(" _-.,")


def _told_apart(named: Iterable[_Named]) -> list[_Named]:
    """Two learners of one name are told apart by their platform's number."""
    named = list(named)
    ids: dict[str, set[str]] = defaultdict(set)
    for one in named:
        if one.id:
            ids[one.learner.casefold()].add(one.id)
    return [
        replace(one, learner=f"{one.learner} ({one.id})") if one.id and len(ids[one.learner.casefold()]) > 1 else one
        for one in named
    ]


def _for_each_learner(named: Sequence[_Named]) -> list[HandIn]:
    """Notebooks and zips; other files only of a learner who handed in nothing else (a document, a picture)."""
    readable = {one.learner for one in named if _may_be_read(one)}
    whole_course = {one.learner for one in named if MY_ANSWERS in one.found.parts[1:-1]}
    count: Counter[str] = Counter()
    handed = []
    for one in sorted(named, key=lambda one: (one.learner.casefold(), one.learner, one.found.parts)):
        problem = one.found.problem
        if one.learner in whole_course and MY_ANSWERS not in one.found.parts:
            continue
        if not _may_be_read(one) and not problem:
            if one.learner in readable or not one.in_folder:
                continue
            problem = "isn't a notebook (its name should end in .ipynb)"
        count[one.learner] += 1
        if count[one.learner] > limits.LEARNERS_FILES:
            if count[one.learner] > limits.LEARNERS_FILES + 1:
                continue
            problem = f"is one of more than {limits.LEARNERS_FILES} files of one learner; the rest aren't read"
        found = one.found
        members = () if found.member is None else (found.member,)
        ids = {"number": one.id} if one.id else {}
        place = "/".join(found.parts)
        handed.append(
            HandIn(one.learner, one.name, found.path, members, found.when, one.late, problem, ids=ids, place=place)
        )
    return handed


def _may_be_read(one: _Named) -> bool:
    return bool(_NOTEBOOK.search(one.found.parts[-1])) or one.found.parts[-1].lower().endswith(".zip")


def is_notebook_name(name: str) -> bool:
    """Does a name end as a notebook's does (".ipynb", also where a browser added ".txt")?"""
    return bool(_NOTEBOOK.search(name))


_RESERVED = re.compile(
    r"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE
)  # names that Windows keeps for itself


def folder_name(label: str, taken: set[str]) -> str:
    """A name for a folder or file of ours that is safe everywhere and in `taken` no more than once; adds it there."""
    plain = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|\ufffd]+', "-", label).strip(" .")
    short = plain.encode()[:120].decode("utf-8", "ignore").strip(" .")
    mark = sha256(label.encode("utf-8", "replace")).hexdigest()[:8]
    if short != label or not short or _RESERVED.match(short) or short.casefold() in taken:
        short = f"{short}-{mark}".lstrip("-") if not _RESERVED.match(short) else f"{mark}-{short}"
    taken.add(short.casefold())
    return short
