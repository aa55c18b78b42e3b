"""Remember by folder who was chosen as the seller: the next call of that folder begins with the same choice.

One small JSON file in the user's own data folder, beside the progress; nothing is written beside the calls. It holds
names and a digest of each folder's path, and nothing of what was said:

    {"version": 1, "folders": {digest: [names, the latest first]}}
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from sellbackwards.course import private_home
from sellbackwards.renaming import replacing

_NAMES = 5  # a folder
_FOLDERS = 200


def sellers_file() -> Path:
    return private_home() / "sellers.json"


def _digest(folder: Path | None) -> str:
    """Files that are dropped into the page come from nowhere: they share one entry."""
    return "dropped" if folder is None else sha256(str(folder.expanduser().resolve()).encode()).hexdigest()[:24]


def _read() -> dict[str, list[str]]:
    try:
        data: Any = json.loads(sellers_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    folders = data.get("folders") if isinstance(data, dict) else None
    if not isinstance(folders, dict):
        return {}
    return {
        str(folder): [name for name in names if isinstance(name, str)][:_NAMES]
        for folder, names in folders.items()
        if isinstance(names, list)
    }


def remembered_sellers(folder: Path | None) -> tuple[str, ...]:
    """The names that were chosen for calls of a folder (None: files without one), the latest first."""
    return tuple(_read().get(_digest(folder), ()))


def remember_seller(folder: Path | None, name: str, others: Sequence[str] = ()) -> None:
    """Remember a choice; the `others` on the call were not chosen, so they are forgotten. A full disk stops nothing."""
    folders = _read()
    key = _digest(folder)
    kept = [one for one in folders.pop(key, []) if one != name and one not in others]
    folders[key] = [name, *kept][:_NAMES]
    while len(folders) > _FOLDERS:
        folders.pop(next(iter(folders)))
    path = sellers_file()
    with (
        suppress(OSError),
        replacing(path, secrets.token_hex(4)) as beside,
        open(beside, "w", opener=_for_the_owner, encoding="utf-8") as file,
    ):
        json.dump({"version": 1, "folders": folders}, file, ensure_ascii=False, indent=1)


def _for_the_owner(path: str, flags: int) -> int:
    """Open a file that no other user of the machine may read."""
    return os.open(path, flags, 0o600)
