"""Read the bytes of a submitted file, never more than a limit allows. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from functools import lru_cache

from sellbackwards.grading import limits


class Unreadable(Exception):
    """Why a file can't be marked, for a person: what it is and what helps."""


def megabytes(size: int) -> str:
    return f"{size / 2**20:,.0f} MB"


def bytes_at(path: str, members: tuple[int, ...], most: int) -> bytes:
    """The bytes of a file, or of a member of the zip at `path` (see HandIn), at most so many. Raises Unreadable."""
    if members:
        archive = _archive(path, members[:-1])
        return member_bytes(archive, archive.infolist()[members[-1]], most)
    try:
        # Not through a link, and not waiting for a pipe, whatever was put there since the folder was read.
        opened = os.open(
            path,
            os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0),
        )
        with os.fdopen(opened, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable("is no ordinary file")
            _not_above(status.st_size, most)
            data = file.read(most + 1)
    except OSError as error:
        raise Unreadable(f"can't be opened ({error.strerror})") from None
    _not_above(len(data), most)
    return data


def _archive(path: str, members: tuple[int, ...]) -> zipfile.ZipFile:
    """A platform's zip, or one inside it; the ones inside are read in memory.

    Each process opens its own: a forked one has its parent's place in the file, too, and would read from where that is.
    """
    return _opened(path, members, os.stat(path).st_mtime_ns, os.getpid())  # noqa: PTH116 (many times a second)


@lru_cache(maxsize=4)
def _opened(path: str, members: tuple[int, ...], changed: int, process: int) -> zipfile.ZipFile:
    if not members:
        return zipfile.ZipFile(path)
    outer = _opened(path, members[:-1], changed, process)
    return zipfile.ZipFile(io.BytesIO(member_bytes(outer, outer.infolist()[members[-1]], limits.INNER_ZIP)))


def member_bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """What a member of a zip holds. Raises Unreadable where that is more than `most` bytes, or damaged."""
    _not_above(info.file_size, most)
    try:
        with archive.open(info) as file:
            data = file.read(most + 1)  # what its header says may be a lie
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError, EOFError, OSError) as error:
        raise Unreadable(f"is damaged in the zip ({' '.join(str(error).split())[:120]}); send it again") from None
    except Exception as error:  # zlib.error, lzma.LZMAError: each packing has its own
        raise Unreadable(f"is damaged in the zip ({type(error).__name__}); send it again") from None
    _not_above(len(data), most)
    return data


def _not_above(size: int, most: int) -> None:
    if size > most:
        raise Unreadable(f"has {megabytes(size)}; the most is {megabytes(most)} (clear the outputs, and save)")
