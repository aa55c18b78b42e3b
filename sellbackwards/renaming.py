"""Write a file beside its place, and rename it over the old one when it is whole."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, TypeVar

PART = ".part"
"""The ending of what is being written."""
WINDOWS = sys.platform == "win32"
T = TypeVar("T")
_WAITS = (0.02, 0.05, 0.1, 0.3)
"""Seconds between tries: Windows refuses while another program has the old file open, if only for a moment."""


@contextmanager
def replacing(path: Path, writer: str = "") -> Iterator[Path]:
    """A path beside `path` to write to; put in its place at the end. On an error it is deleted, and the old file stays.

    The folder is made where there is none. `writer` ("1234") sets apart what two may write at once. Close the file
    before the end; `onto_disk` first, where a power cut mustn't leave an empty one. Raises OSError where it fails.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + (f".{writer}" if writer else "") + PART)
    try:
        yield beside
        put_in_place(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def onto_disk(file: IO[Any]) -> None:
    """See to it that what was written is on the disk: else a power cut can leave the new name with nothing in it."""
    file.flush()
    os.fsync(file.fileno())


def put_in_place(beside: Path, path: Path) -> None:
    """Rename `beside` to `path`, whatever is there. Raises OSError where it can't be done within half a second."""
    patiently(lambda: beside.replace(path))


def patiently(act: Callable[[], T]) -> T:
    """Do something with a file, again for half a second where another program has it open. Raises OSError."""
    for wait in _WAITS:
        try:
            return act()
        except PermissionError:
            time.sleep(wait)
    return act()
