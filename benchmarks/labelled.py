"""The labelled turns of benchmarks/data_speech, read as the course reads them. What the training scripts share."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sellbackwards.speech.engine import read_with_pitch  # noqa: E402
from sellbackwards.speech.moves import Part, Ruled, by_rules  # noqa: E402
from sellbackwards.speech.reading import Reading  # noqa: E402

DATA = ROOT / "benchmarks" / "data_speech"
SPEECH = ROOT / "sellbackwards" / "speech"


@dataclass(frozen=True)
class Labelled:
    """A turn with its labels (`row`), and what is heard in it; `pitch` and `buyer` stood before it, never both."""

    row: dict[str, Any]
    pitch: str | None
    buyer: str | None
    reading: Reading
    parts: list[Part]
    ruled: Ruled
    cues: set[str]


def turns(name: str) -> Iterator[Labelled]:
    """The turns of one set that hold any words."""
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, buyer = row["text"], row["buyer"]
        pitch = None if buyer is not None else row["pitch"]
        reading, parts = read_with_pitch(text, pitch, buyer)
        if parts:
            ruled = by_rules(text, parts, buyer, pitch)
            yield Labelled(row, pitch, buyer, reading, parts, ruled, ruled.cues(parts))
