"""Read a submitted file as a notebook, as plain data, or say why not. Nothing is run or unpacked to disk."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NoReturn, TypeVar

from sellbackwards.exercises.verdict_cards import shorten
from sellbackwards.grading import limits
from sellbackwards.grading.handin import HandIn
from sellbackwards.grading.scanning import MY_ANSWERS, NOTEBOOK, Found, member_place, member_time
from sellbackwards.grading.submitted_bytes import Unreadable, bytes_at, megabytes, member_bytes
from sellbackwards.grading.tables import clean

ASK_AGAIN = "ask for the notebook itself, which ends in .ipynb"
# What files begin with that are taken for notebooks now and then, in small letters; and what to do about it.
_SIGNATURES = (
    (b"\x89png", f"a picture (PNG); {ASK_AGAIN}"),
    (b"\xff\xd8\xff", f"a picture (JPEG); {ASK_AGAIN}"),
    (b"%pdf", f"a PDF; {ASK_AGAIN}"),
    (b"pk\x03\x04", f"a zip, or a document of an office program; {ASK_AGAIN}"),
    (b"\x1f\x8b", f"a packed file (gzip); {ASK_AGAIN}"),
    (b"<!doctype", "a web page; download the file itself"),
    (b"<html", "a web page; download the file itself"),
    (b"\xff\xfe", "text in UTF-16; save it as UTF-8 in a text editor, or ask for it again"),
    (b"\xfe\xff", "text in UTF-16; save it as UTF-8 in a text editor, or ask for it again"),
    (b"\xd0\xcf\x11\xe0", f"a document of an office program; {ASK_AGAIN}"),
    (b"\x00\x05\x16\x07", f"what a Mac writes beside a file; {ASK_AGAIN}"),
    (b"rar!", f"a packed file (rar); {ASK_AGAIN}"),
    (b"7z\xbc\xaf", f"a packed file (7z); {ASK_AGAIN}"),
)
# What stands in place of a file that is elsewhere: Google's and others' JSON with an address, git's large files, links.
_POINTER = re.compile(
    rb"\s*(?:\{\s*\"(?:url|doc_id|resource_id)\"\s*:|version https://git-lfs|\[InternetShortcut\]|L\x00\x00\x00\x01\x14\x02)"
)
_CONFLICT = re.compile(rb"^<{7}(?: |\r?$)", re.MULTILINE)
_CONFLICT_END = re.compile(rb"^>{7}(?: |\r?$)", re.MULTILINE)
_SAVE_AGAIN = "open it in JupyterLab and save it again"
_SEND_AGAIN = "JupyterLab won't open it either, so ask for it again"


One = TypeVar("One")


def by_the_learner(files: Iterable[One], folders_to: Callable[[One], Sequence[str]]) -> list[One]:
    """Of a copy of the whole course the files with the learner's answers, not its lessons and solutions; else all.

    `folders_to`: the names of the folders in which a file lies, from the outermost.
    """
    placed = [(one, set(folders_to(one))) for one in files]
    there = set().union(*(trail for _, trail in placed))
    for folder in (MY_ANSWERS, *(("exercises",) if {"lessons", "solutions"} <= there else ())):
        if folder in there:
            return [one for one, trail in placed if folder in trail]
    return [one for one, _ in placed]


def typed_into_the_platform(found: Found) -> str:
    """What is wrong with a text that was typed into a platform's own box, with its first words."""
    try:
        text = bytes_at(found.path, found.members, limits.NOTEBOOK).decode("utf-8", "replace")
    except Unreadable as error:
        return str(error)
    words = " ".join(
        html.unescape(re.sub(r"<(?:style|script).*?</(?:style|script)>|<[^>]*>", " ", text, flags=re.S)).split()
    )
    said = f"“{shorten(clean(words))}”" if words else "it is empty"
    return (
        f"was typed into the platform's own box, and no notebook came with it ({said}); a person should look at it, or "
        f"{ASK_AGAIN}"
    )


def open_handed(handin: HandIn) -> Iterator[tuple[HandIn, Callable[[], bytes]]]:
    """Each notebook handed in (one, or those in a learner's zip) with a way to its bytes. Raises Unreadable."""
    if handin.problem:
        raise Unreadable(handin.problem)
    if not handin.is_zip:
        yield handin, lambda: bytes_at(handin.path, handin.members, limits.NOTEBOOK)
        return
    yield from _notebooks_of(bytes_at(handin.path, handin.members, limits.LEARNERS_ZIP), handin, limits.ZIPS_DEEP)


def _notebooks_of(data: bytes, handin: HandIn, deep: int) -> Iterator[tuple[HandIn, Callable[[], bytes]]]:
    """The notebooks in a learner's zip, or, where it holds none, in the zips in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _notebooks_in(archive, handin, deep)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise Unreadable(f"the zip can't be read ({error}); send the notebook itself") from None


def _notebooks_in(archive: zipfile.ZipFile, handin: HandIn, deep: int) -> Iterator[tuple[HandIn, Callable[[], bytes]]]:
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    if unpacked > limits.UNPACKED:
        most = megabytes(limits.UNPACKED)
        raise Unreadable(
            f"the zip would unpack to {megabytes(unpacked)}; the most is {most}, so send the notebook itself"
        )
    placed = [(info, *member_place(info)) for info in infos if not info.is_dir()]
    placed = [
        one for one in placed if not (one[1][-1].startswith("._") or {"__MACOSX", ".ipynb_checkpoints"} & set(one[1]))
    ]
    wanted = by_the_learner((one for one in placed if NOTEBOOK.search(one[1][-1])), lambda one: one[1][:-1])
    inner_zips = [one for one in placed if one[1][-1].lower().endswith(".zip") and not one[2]][
        : limits.ZIPS_OF_A_LEARNER
    ]
    if not wanted and deep > 1:
        for info, parts, _ in inner_zips:
            inside = replace(
                handin, name=f"{handin.name}/{clean('/'.join(parts))}", when=member_time(info) or handin.when
            )
            yield from _notebooks_of(member_bytes(archive, info, limits.LEARNERS_ZIP), inside, deep - 1)
        if inner_zips:
            return
    if not wanted:
        raise Unreadable("the zip holds no notebook; send the notebook itself")
    if len(wanted) > limits.LEARNERS_FILES:
        raise Unreadable(f"the zip holds {len(wanted):,} notebooks; the most is {limits.LEARNERS_FILES}")
    for info, parts, problem in wanted:
        inner = replace(handin, name=f"{handin.name}/{clean('/'.join(parts))}", when=member_time(info) or handin.when)

        def opened(info: zipfile.ZipInfo = info, problem: str = problem) -> bytes:
            if problem:
                raise Unreadable(problem)
            return member_bytes(archive, info, limits.NOTEBOOK)

        yield inner, opened


def notebook_in(data: bytes) -> Mapping[str, Any]:
    """A notebook as plain data. Raises Unreadable."""
    if not data.strip(b" \t\r\n\x00"):
        raise Unreadable(
            "is empty; it was not saved, not sent whole, or is still in a cloud drive (download it, then mark again)"
        )
    if _POINTER.match(data[:400]):
        raise Unreadable("only says where the file is, in a cloud drive or elsewhere; download the file itself")
    marks = _CONFLICT.search(data)
    if marks and _CONFLICT_END.search(data, marks.end()):
        line = data.count(b"\n", 0, marks.start()) + 1
        raise Unreadable(
            f"has git's conflict marks (line {line:,}): two versions were put together; keep one, and send it again"
        )
    for begins, what in _SIGNATURES:
        if data[:64].lstrip().lower().startswith(begins):
            raise Unreadable(f"isn't a notebook but {what}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"isn't UTF-8 (byte {error.start:,}); save it as UTF-8 in a text editor, or ask for it again"
        ) from None
    try:
        notebook = json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        cut = text.lstrip().startswith("{") and not text.rstrip().endswith("}")
        what = "breaks off in the middle; send it again" if cut else f"isn't JSON (line {error.lineno}); {_SEND_AGAIN}"
        raise Unreadable(what) from None
    except RecursionError:
        raise Unreadable("is nested too deep to be a notebook") from None
    except ValueError as error:  # a number of ten thousand digits
        raise Unreadable(f"holds a number that can't be read ({str(error)[:60]})") from None
    if not isinstance(notebook, dict):
        raise Unreadable("isn't a notebook: its JSON is no object")
    if notebook.get("nbformat") == 3 or "worksheets" in notebook:
        raise Unreadable(f"is a notebook of an old format (nbformat 3); {_SAVE_AGAIN}")
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        raise Unreadable("has no cells; is it a notebook?")
    if len(cells) > limits.CELLS:
        raise Unreadable(f"has {len(cells):,} cells; the most is {limits.CELLS:,}")
    return notebook


def _no_number(name: str) -> NoReturn:
    raise Unreadable(f"holds {name}, which isn't valid JSON; {_SEND_AGAIN}")
