"""Let one run at a time write into a folder of grades."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NAME = ".grading.lock"
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class AnotherRunError(Exception):
    """Another run is writing into the folder."""


@contextmanager
def only_run(out: Path) -> Iterator[None]:
    """Hold the folder `out` for this run. Raises AnotherRunError where another holds it.

    The operating system lets go when the program ends, however it ends. A disk that knows no locks holds nobody up.
    """
    file = os.open(out / _NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            _lock(file)
        except OSError as error:
            if error.errno in _TAKEN:
                raise AnotherRunError from None
        yield
    finally:
        os.close(file)


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
