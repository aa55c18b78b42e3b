"""Rename a finished file over the old one."""

from __future__ import annotations

import time
from pathlib import Path

_WAITS = (0.02, 0.05, 0.1, 0.3)
"""Seconds between tries: Windows refuses while another program has the old file open, if only for a moment."""


def put_in_place(beside: Path, path: Path) -> None:
    """Rename `beside` to `path`, whatever is there. Raises OSError where it can't be done within half a second."""
    for wait in _WAITS:
        try:
            beside.replace(path)
            return
        except PermissionError:
            time.sleep(wait)
    beside.replace(path)
