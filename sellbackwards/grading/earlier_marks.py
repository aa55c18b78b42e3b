"""Keep the marks of earlier runs in a small SQLite file beside them.

Two uses: a run marks only what changed, also after one that was stopped; and a term's gradebook grows, since what was
handed in for other lessons stays known when its file isn't given again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sellbackwards.grading.handin import HandIn
from sellbackwards.grading.marking import Marked

NAME = ".marked.sqlite"
_SHAPE = 2  # of the tables; a file of another shape is begun anew
_TABLES = """
CREATE TABLE IF NOT EXISTS marked (digest TEXT PRIMARY KEY, judge TEXT, run INTEGER, data TEXT);
CREATE TABLE IF NOT EXISTS term (learner TEXT, lesson TEXT, digest TEXT, run INTEGER, handin TEXT, fault TEXT,
    PRIMARY KEY (learner, lesson, digest));
CREATE TABLE IF NOT EXISTS pages (path TEXT PRIMARY KEY, run INTEGER, key TEXT);
CREATE TABLE IF NOT EXISTS judges (part TEXT PRIMARY KEY, digest TEXT);
"""
_EVERY = 200  # rows between two commits


@dataclass(frozen=True)
class Kept:
    """A file of an earlier run that counted for `lesson`, or that couldn't be read (`fault` says why)."""

    handin: HandIn
    lesson: str
    digest: str
    fault: str = ""


class Reader:
    """Marks by the content of the file, a learner's term, and pages by what they were made from."""

    _db: sqlite3.Connection

    def __init__(self, path: Path) -> None:
        try:
            self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)
        except sqlite3.Error:
            self._db = sqlite3.connect(":memory:")

    def marked(self, digest: str) -> tuple[Marked | None, str]:
        """(what the file with this content was marked as, the key of what judged it); (None, "") of a new one."""
        for data, judge in self._rows("SELECT data, judge FROM marked WHERE digest = ?", digest):
            with suppress(ValueError, KeyError, TypeError):
                return Marked.from_json(json.loads(data)), judge
        return None, ""

    def term_of(self, learner: str) -> list[Kept]:
        """What earlier runs keep of a learner."""
        rows = self._rows("SELECT handin, lesson, digest, fault FROM term WHERE learner = ?", learner)
        return [Kept(HandIn(**_handin(data)), lesson, digest, fault) for data, lesson, digest, fault in rows]

    def learners(self) -> dict[str, HandIn]:
        """Everybody whom earlier runs keep, each with one of their files."""
        rows = self._rows("SELECT learner, handin FROM term GROUP BY learner")
        return {learner: HandIn(**_handin(data)) for learner, data in rows}

    def page(self, path: str) -> str:
        """The key of the page that was written there last, or ""."""
        return next((str(key) for (key,) in self._rows("SELECT key FROM pages WHERE path = ?", path)), "")

    def _rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows found; none where the file is damaged."""
        try:
            return self._db.execute(statement, values).fetchall()
        except sqlite3.Error:
            return []


def _handin(data: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(data)
    return found | {"members": tuple(found["members"])}


class Memory(Reader):
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
        last = self._rows("SELECT max(run) FROM (SELECT run FROM marked UNION SELECT run FROM pages)")
        self.run = (last[0][0] or 0) + 1 if last else 1

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, timeout=5)
        try:
            shape = db.execute("PRAGMA user_version").fetchone()[0]
            if shape != _SHAPE:
                old = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
                db.executescript("".join(f'DROP TABLE "{name}";' for name in old) + f"PRAGMA user_version={_SHAPE};")
            db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + _TABLES)
            for table in ("marked", "term", "pages", "judges"):
                db.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()
        except sqlite3.Error:
            db.close()  # a damaged file is deleted next, and Windows deletes no file that is open
            raise
        return db

    def judges(self) -> dict[str, str]:
        """The parts that judged in the last run; empty before the first."""
        return dict(self._rows("SELECT part, digest FROM judges"))

    def keep_marked(self, digest: str, judge: str, marked: Marked) -> None:
        data = json.dumps(marked.as_json())
        self._do("INSERT OR REPLACE INTO marked VALUES (?, ?, ?, ?)", digest, judge, self.run, data)

    def keep_term(self, kept: Kept) -> None:
        data = json.dumps(asdict(kept.handin))
        values = (kept.handin.learner, kept.lesson, kept.digest, self.run, data, kept.fault)
        self._do("INSERT OR REPLACE INTO term VALUES (?, ?, ?, ?, ?, ?)", *values)

    def keep_page(self, path: str, key: str) -> None:
        self._do("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", path, self.run, key)

    def finish(self, judges: Mapping[str, str]) -> Sequence[str]:
        """Drop what this run has not met; returns the places of pages that it has not made again."""
        try:
            old = [row[0] for row in self._db.execute("SELECT path FROM pages WHERE run <> ?", (self.run,))]
            for table in ("pages", "marked", "term"):
                self._db.execute(f"DELETE FROM {table} WHERE run <> ?", (self.run,))
            self._db.execute("DELETE FROM judges")
            self._db.executemany("INSERT INTO judges VALUES (?, ?)", judges.items())
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
