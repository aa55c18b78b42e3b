"""The learner's progress file: what was typed into a practice is there again after a restart.

One JSON file in the user's own data folder (``SELLBACKWARDS_HOME`` overrides it); it never leaves the computer.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

VERSION = 1


def progress_file() -> Path:
    """Where the progress of this user is kept."""
    home = os.environ.get("SELLBACKWARDS_HOME")
    return (Path(home) if home else user_data_path("selling-backwards", appauthor=False)) / "progress.json"


def _read(path: Path) -> dict[str, Any]:
    """What the file holds; empty where there is none. A broken file is set aside, never overwritten."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        data = None
    if not isinstance(data, dict) or not isinstance(data.get("drafts", {}), dict):
        with suppress(OSError):
            path.replace(path.with_suffix(f".broken-{int(path.stat().st_mtime)}.json"))
        return {}
    return data


def drafts(practice: str) -> dict[str, str]:
    """What was last typed in each box of a practice, by the box's name."""
    kept = _read(progress_file()).get("drafts", {}).get(practice, {})
    return {str(box): text for box, text in kept.items() if isinstance(text, str)} if isinstance(kept, dict) else {}


def keep_drafts(practice: str, typed: dict[str, str]) -> None:
    """Keep what stands in the boxes of a practice: beside the file first, then renamed; a crash leaves the old one.

    A full disk or a read-only home must not stop a learner: the practice goes on, only without drafts.
    """
    path = progress_file()
    try:
        data = _read(path)
        data["version"] = max(VERSION, data.get("version", 0) if isinstance(data.get("version"), int) else 0)
        data.setdefault("drafts", {})[practice] = typed
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.part")  # two kernels may save at once
        beside.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(path)
    except OSError:
        return
