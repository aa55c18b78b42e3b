"""Read a file that somebody names, no further than such a file can be."""

from __future__ import annotations

from pathlib import Path

from sellbackwards.grading.settings import GradingError


def read_small(path: Path, most: int, too_large: str) -> bytes:
    """The bytes of a file of at most `most` bytes. Raises GradingError; `too_large` says why a larger one isn't it."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise GradingError(f"{path}: can't be opened ({error.strerror}); check the name and the folder") from None
    if len(data) > most:
        raise GradingError(f"{path}: is too large for {too_large}")
    return data
