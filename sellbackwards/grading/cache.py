"""What was marked before: so that a re-run, or a run after one that was stopped, marks only what changed.

A small SQLite file beside the marks. Nothing depends on it: lost or damaged, everything is marked again.
"""

from __future__ import annotations

import json
import platform
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from sellbackwards.exercises.model import ExerciseSet

NAME = ".marked.sqlite"
_TABLES = """
CREATE TABLE IF NOT EXISTS marked (key TEXT PRIMARY KEY, run INTEGER, data TEXT);
CREATE TABLE IF NOT EXISTS pages (path TEXT PRIMARY KEY, run INTEGER, key TEXT);
"""
_EVERY = 200  # rows between two commits


class Reader:
    """Marked files by content, and pages by what they were made from. Any fault of the file itself means: not there."""

    _db: sqlite3.Connection

    def __init__(self, path: Path) -> None:
        try:
            self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)
        except sqlite3.Error:
            self._db = sqlite3.connect(":memory:")

    def marked(self, key: str) -> dict[str, Any] | None:
        """What was marked under this key, or None."""
        try:
            row = self._db.execute("SELECT data FROM marked WHERE key = ?", (key,)).fetchone()
            found = json.loads(row[0]) if row else None
        except (sqlite3.Error, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def page(self, path: str) -> str:
        """The key of the page that was written there last, or ""."""
        try:
            row = self._db.execute("SELECT key FROM pages WHERE path = ?", (path,)).fetchone()
        except sqlite3.Error:
            return ""
        return str(row[0]) if row else ""


class Cache(Reader):
    """The same, to read and to write."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._waiting = 0
        try:
            self._db = self._open()
        except sqlite3.Error:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            try:
                self._db = self._open()
            except sqlite3.Error:  # a folder that allows no locks: marked without a memory
                self._db = sqlite3.connect(":memory:")
                self._db.executescript(_TABLES)
        last = self._db.execute("SELECT max(run) FROM (SELECT run FROM marked UNION SELECT run FROM pages)").fetchone()
        self.run = (last[0] or 0) + 1

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, timeout=5)
        db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + _TABLES)
        db.execute("SELECT key, run, data FROM marked LIMIT 1").fetchone()
        db.execute("SELECT path, run, key FROM pages LIMIT 1").fetchone()
        return db

    def keep_marked(self, key: str, data: dict[str, Any]) -> None:
        self._do("INSERT OR REPLACE INTO marked VALUES (?, ?, ?)", key, self.run, json.dumps(data))

    def keep_page(self, path: str, key: str) -> None:
        self._do("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", path, self.run, key)

    def finish(self) -> list[str]:
        """Forget what this run has not met; returns the places of pages that it has not made again."""
        try:
            old = [row[0] for row in self._db.execute("SELECT path FROM pages WHERE run <> ?", (self.run,))]
            self._db.execute("DELETE FROM pages WHERE run <> ?", (self.run,))
            self._db.execute("DELETE FROM marked WHERE run <> ?", (self.run,))
            self._db.commit()
        except sqlite3.Error:
            return []
        return old

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._db.commit()
            self._db.close()

    def _do(self, statement: str, *values: Any) -> None:
        with suppress(sqlite3.Error):  # a full disk costs the memory, not the marks
            self._db.execute(statement, values)
            self._waiting += 1
            if self._waiting >= _EVERY:
                self._db.commit()
                self._waiting = 0


def course_key(sets: Sequence[ExerciseSet]) -> str:
    """A name for everything that a mark depends on besides the file: the keys, and the code that judges."""
    keys = json.dumps([asdict(one) for one in sets], sort_keys=True, default=str)
    return sha256(f"{platform.python_version()} {_code()} {keys}".encode()).hexdigest()


@cache
def _code() -> str:
    digest = sha256()
    for room in ("speech", "exercises", "grading"):
        for place, data in sorted(_files(files("sellbackwards") / room, room)):
            digest.update(f"{place} {len(data)} ".encode() + data)
    return digest.hexdigest()


def _files(folder: Traversable, place: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            found += _files(entry, f"{place}/{entry.name}")
        elif entry.is_file() and not entry.name.endswith((".pyc", ".json")):
            found.append((f"{place}/{entry.name}", entry.read_bytes()))
    return found
