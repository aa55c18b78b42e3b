"""Scan a folder or zip as a tree of files; zips of downloads are opened like folders. No other file is read."""

from __future__ import annotations

import io
import os
import re
import stat
import time
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sellbackwards.grading import limits
from sellbackwards.grading.settings import GradingError
from sellbackwards.grading.submitted_bytes import Unreadable, bytes_at
from sellbackwards.grading.tables import clean

NOTEBOOK = re.compile(r"\.ipynb(?:\.(?:txt|json))?$", re.IGNORECASE)  # browsers add .txt or .json
# Files that programs leave behind: a Mac's "._x", JupyterLab's ".~x" while it saves, ".DS_Store" …
_IGNORED_FILE = re.compile(
    r"^(?:\._|\.~|~\$|\.(?!.*\.ipynb(?:\.txt|\.json)?$)|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE
)
# … and folders. Any other one may be a learner's, also where its name begins with a dot.
_IGNORED_FOLDER = re.compile(
    r"^(?:__MACOSX|__pycache__|node_modules|\.(?:ipynb_checkpoints|git|github|svn|hg|venv|virtualenv|idea|vscode|cache|"
    r"config|local|jupyter|ipython|npm|[a-z]+_cache|tox|trash(?:es|-\d+)?|spotlight-v100|fseventsd|"
    r"documentrevisions-v100|temporaryitems|apdisk|sync|stfolder|dropbox\.cache|tmp\.drive(?:up|down)load))$",
    re.IGNORECASE,
)

MY_ANSWERS = "my-answers"
"""Where a learner's answers are in the course's folder."""


_STILL_IN_ICLOUD = re.compile(r"^\.(.+)\.icloud$")
_IN_THE_CLOUD = "is still in a cloud drive and not on this computer; download it, then mark again"


@dataclass(frozen=True)
class Found:
    """A file as it lies there. `name` is its own; `members` as in HandIn; `problem` says why it can't be read."""

    name: str
    path: str
    members: tuple[int, ...] = ()
    when: float | None = None
    size: int = 0
    problem: str = ""

    @property
    def is_zip(self) -> bool:
        return self.name.lower().endswith(".zip")


@dataclass
class Folder:
    """A folder, or a zip that is opened like one. `place` is where it lies, for people; `raw` its name as written.

    `ignored`: the names of what programs left in it, which isn't read.
    """

    name: str
    place: str = ""
    raw: str = ""
    folders: dict[str, Folder] = field(default_factory=dict)
    files: list[Found] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def folder(self, raw: str) -> Folder:
        """The folder of that name in it, made where there is none. Accents written in two ways are one name."""
        name = plain(raw)
        if name not in self.folders:
            self.folders[name] = Folder(name, f"{self.place}/{raw}" if self.place else raw, raw)
        return self.folders[name]

    def every_file(self) -> Iterator[Found]:
        """All files in it and below."""
        yield from self.files
        for one in self.folders.values():
            yield from one.every_file()

    def all_ignored(self) -> list[str]:
        """What programs left in it and below."""
        return [*self.ignored, *(name for one in self.folders.values() for name in one.all_ignored())]

    @property
    def is_empty(self) -> bool:
        """Is there no file in it or below?"""
        return next(self.every_file(), None) is None

    @property
    def is_course(self) -> bool:
        """Is it a copy of the whole course, as somebody who learns has it?"""
        return MY_ANSWERS in self.folders or {"lessons", "solutions"} <= self.folders.keys()


def plain(name: str) -> str:
    """A name without characters that mislead, one way of writing accents, single spaces."""
    return unicodedata.normalize("NFC", " ".join(clean(name).split())) or "(no name)"


Opens = Callable[[str, Folder, bool], bool]
"""(name of a zip, its contents, whether it lies in a folder that is nobody's) → is it a download that holds people's
work, and not one learner's own?"""


def scan(top: Path, leave_out: Path | None, is_download: Opens, is_nobodys: Callable[[str], bool | None]) -> Folder:
    """The tree of what was handed in. Raises GradingError where there is nothing to read at all.

    `is_download` decides whether a zip is opened; it is asked only where a folder may hold many people's work: at the
    top, in folders with a name that is nobody's (`is_nobodys` True), and in others (None) where no folder beside them
    holds notebooks, since what lies in a learner's folder (False) may say anything of others.
    `leave_out` is a folder inside that isn't a submission: where the marks are written.
    """
    name = plain(top.resolve().name)
    try:
        if top.is_dir():
            tree = Folder(name)
            _walk(top, tree, leave_out.resolve() if leave_out else None, 0)
        elif zipfile.is_zipfile(top):
            tree = _listing(top, str(top), (), name)
        elif top.is_file() and NOTEBOOK.search(top.name):
            tree = Folder(name, files=[_found(top.name, top)])
        elif top.exists():
            raise GradingError(f"{top}: is neither a folder nor a zip that can be read; download it again")
        else:
            raise GradingError(f"{top}: isn't there; check the name and the folder")
    except OSError as error:
        raise GradingError(f"{top}: can't be opened ({error.strerror}); check the name and the folder") from None
    tree.name = re.sub(r"\.zip$", "", name, flags=re.IGNORECASE)
    _open_downloads(tree, is_download, is_nobodys, 0)
    return tree


def _found(name: str, path: Path) -> Found:
    status = path.stat()
    return Found(plain(name), str(path), (), status.st_mtime, status.st_size)


def _walk(path: Path, into: Folder, leave_out: Path | None, deep: int) -> None:
    with os.scandir(path) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        name = plain(entry.name)
        waiting = _STILL_IN_ICLOUD.match(entry.name)
        if waiting:
            into.files.append(Found(plain(waiting[1]), entry.path, problem=_IN_THE_CLOUD))
            continue
        if (_IGNORED_FOLDER if entry.is_dir(follow_symlinks=False) else _IGNORED_FILE).match(entry.name):
            into.ignored.append(name)
            continue
        if entry.is_symlink():
            if entry.is_dir() or NOTEBOOK.search(entry.name) or name.lower().endswith(".zip"):
                why = "is a link to somewhere else, and links aren't followed"
                into.files.append(Found(name, entry.path, problem=why))
        elif entry.is_dir(follow_symlinks=False):
            if leave_out and Path(entry.path).resolve() == leave_out:
                continue
            if deep >= limits.FOLDERS_DEEP:
                into.files.append(Found(name, entry.path, problem="lies too deep in folders"))
                continue
            try:
                _walk(Path(entry.path), into.folder(entry.name), leave_out, deep + 1)
            except OSError as error:
                into.files.append(Found(name, entry.path, problem=f"can't be opened ({error.strerror})"))
        elif not entry.is_file(follow_symlinks=False):
            into.files.append(Found(name, entry.path, problem="is no ordinary file"))
        else:
            status = entry.stat(follow_symlinks=False)
            problem = _IN_THE_CLOUD if _is_placeholder(status) else ""
            into.files.append(Found(name, entry.path, (), status.st_mtime, status.st_size, problem))


def _is_placeholder(status: os.stat_result) -> bool:
    """Is the content of a file still in a cloud drive? Windows and macOS mark such files; reading one may take long."""
    windows = getattr(status, "st_file_attributes", 0) & 0x0040_1000  # recall on data access, offline
    return bool(windows or getattr(status, "st_flags", 0) & 0x4000_0000)  # macOS: dataless


def _listing(data: Path | io.BytesIO, path: str, members: tuple[int, ...], name: str) -> Folder:
    """The tree of a zip's members. Raises GradingError."""
    try:
        with zipfile.ZipFile(data) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, MemoryError) as error:
        raise GradingError(f"{path}: the zip can't be read ({error}); download it again") from None
    if len(infos) > limits.MEMBERS:
        raise GradingError(f"{path}: holds {len(infos):,} files; the most is {limits.MEMBERS:,}, so split it")
    tree = Folder(name)
    for number, info in enumerate(infos):
        parts, problem = member_place(info)
        folders = parts if info.is_dir() else parts[:-1]
        folder = tree
        for part in folders[: limits.FOLDERS_DEEP]:
            if _IGNORED_FOLDER.match(part):
                folder.ignored.append(plain(part))
                break
            folder = folder.folder(part)
        else:
            if not info.is_dir() and _IGNORED_FILE.match(parts[-1]):
                folder.ignored.append(plain(parts[-1]))
            elif not info.is_dir():
                when = member_time(info)
                folder.files.append(Found(plain(parts[-1]), path, (*members, number), when, info.file_size, problem))
    return tree


def _open_downloads(
    tree: Folder, is_download: Opens, is_nobodys: Callable[[str], bool | None], deep: int, nobodys: bool = True
) -> None:
    """Put what the zips of downloads hold in their place, at any depth, also of a zip in a zip."""
    if deep > limits.ZIPS_DEEP:
        return
    somebodys = any(NOTEBOOK.search(found.name) for one in tree.folders.values() for found in one.files)
    for folder in list(tree.folders.values()):
        named = is_nobodys(folder.name)
        if named or (named is None and not somebodys):
            _open_downloads(folder, is_download, is_nobodys, deep, bool(named))
    for one in [found for found in tree.files if found.is_zip and not found.problem]:
        try:
            inside = _listing(_data_of(one), one.path, one.members, one.name)
        except (GradingError, OSError):
            continue  # whoever opens it as a learner's says what is wrong with it
        if not any(NOTEBOOK.search(found.name) for found in inside.every_file()):
            _open_downloads(inside, is_download, is_nobodys, deep + 1)
        if is_download(one.name, inside, nobodys):
            tree.files.remove(one)
            _move(inside, tree.folder(one.name))


def _move(inside: Folder, at: Folder) -> None:
    """Put a zip's tree where it lies, with places seen from the top."""
    at.files += inside.files
    at.ignored += inside.ignored
    for one in inside.folders.values():
        _move(one, at.folder(one.raw))


def _data_of(one: Found) -> Path | io.BytesIO:
    if not one.members:
        return Path(one.path)
    try:
        return io.BytesIO(bytes_at(one.path, one.members, limits.INNER_ZIP))
    except Unreadable as error:
        raise GradingError(f"{one.path}: {error}") from None


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
