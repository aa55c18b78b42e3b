"""Pitches with questions that belong to them, and questions that don't: benchmarks/data_speech/topics."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TOPICS = Path(__file__).resolve().parent / "data_speech" / "topics"
UNSEEN = ("unseen_topics", "unseen_topics_2")  # nothing is learned from these


@dataclass(frozen=True)
class TopicRow:
    """A pitch with good questions of its own; `near` is a good one to that trade on another need, `generic` fits any."""

    author: str
    pitch: str | None
    own: tuple[str, ...] = ()
    near: str | None = None
    generic: str | None = None

    @property
    def others(self) -> tuple[str, ...]:
        """The questions that don't belong to the pitch."""
        return tuple(q for q in (self.near, self.generic) if q)


def read_rows(path: Path) -> Iterator[TopicRow]:
    """The rows of one file, by the author that it is named after."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield TopicRow(path.stem, row.get("pitch"), tuple(row.get("own", ())), row.get("near"), row.get("generic"))


def topic_rows() -> list[TopicRow]:
    """All rows that may be learned from."""
    return [row for path in sorted(TOPICS.glob("*.jsonl")) if path.stem not in UNSEEN for row in read_rows(path)]
