"""The labelled turns of benchmarks/data_speech, read as the course reads them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sellbackwards.speech.engine import find_parts  # noqa: E402
from sellbackwards.speech.features import features  # noqa: E402

DATA = ROOT / "benchmarks" / "data_speech"
# Nothing is learned from these, and their mistakes are not read.
UNSEEN = ("unseen_turns", "unseen_everyday", "unseen_everyday_2", "unseen_everyday_3")


@dataclass(frozen=True)
class Labelled:
    """A turn with its labels (`row`), by which author, and its features; `pitch` and `buyer` stood before it, never both."""

    row: dict[str, Any]
    author: str
    pitch: str | None
    buyer: str | None
    features: frozenset[str]


def sets() -> list[str]:
    """The names of the sets that may be learned from."""
    return sorted(path.stem for path in DATA.glob("*.jsonl") if path.stem not in UNSEEN)


def labelled(row: dict[str, Any], author: str) -> Labelled | None:
    """A labelled turn read; None where it holds no words."""
    buyer = row.get("buyer")
    pitch = None if buyer is not None else row.get("pitch")
    parts = find_parts(row["text"], bare=buyer is None and pitch is None)
    return Labelled(row, author, pitch, buyer, frozenset(features(parts, buyer, pitch))) if parts else None


def turns(name: str) -> Iterator[Labelled]:
    """The turns of one set that hold any words. Where a turn doesn't name its author, the set is by one."""
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if turn := labelled(row, row.get("by", name)):
            yield turn
