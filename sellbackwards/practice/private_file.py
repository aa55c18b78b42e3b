"""A JSON file in the user's data folder: read and changed, never half-written, and set aside if it is broken.

Shared by the progress file (`progress`) and the learner's own deals (`workbook.store`).
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sellbackwards.renaming import WINDOWS, onto_disk, patiently, replacing

Data = dict[str, Any]
_LOCKED_AT_MOST = 2.0
"""Seconds. A change takes milliseconds: an older lock was left by a program that was killed."""


def read_file(path: Path, parts: Sequence[str]) -> Data:
    """What the file holds; empty where there is none, or where it can't be read now.

    A file that is no JSON, or in which one of `parts` isn't an object, is set aside under another name.
    """
    try:
        return _read(path, parts)
    except OSError:
        return {}


def _read(path: Path, parts: Sequence[str]) -> Data:
    """The same; raises OSError where it can't be read now: it isn't broken, and must be neither moved nor replaced."""
    try:
        data = json.loads(patiently(lambda: path.read_bytes()).decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or not all(isinstance(data.get(part, {}), dict) for part in parts):
        with suppress(OSError):
            path.replace(path.with_suffix(f".broken-{int(path.stat().st_mtime)}.json"))
        return {}
    return data


def broken_files(path: Path) -> list[Path]:
    """The broken files that were set aside, oldest first."""
    return sorted(path.parent.glob(f"{path.stem}.broken-*.json"))


def change_file(path: Path, parts: Sequence[str], new: Data, change: Callable[[Data], None]) -> None:
    """Change what the file holds, `new` where there is none: written beside it first, then renamed.

    A crash leaves the old file. Two programs change it one after the other. Raises OSError where it can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path):
        data = _read(path, parts) or new
        change(data)
        text = json.dumps(data, ensure_ascii=False, indent=1)
        with replacing(path, str(os.getpid())) as beside, beside.open("w", encoding="utf-8") as file:
            file.write(text)
            onto_disk(file)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep other programs from changing the file meanwhile; a lock that was left behind holds nobody up for long."""
    lock = path.with_suffix(".lock")
    tried_until = time.monotonic() + _LOCKED_AT_MOST
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
            break
        except (FileExistsError, PermissionError) as error:  # Windows refuses while another one's is being deleted
            if isinstance(error, PermissionError) and not WINDOWS:
                raise
            if time.monotonic() > tried_until:
                break
            time.sleep(0.01)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink(missing_ok=True)
