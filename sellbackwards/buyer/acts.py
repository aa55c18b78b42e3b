"""What a line does in the talk, heard whole: asks, says back, laughs along, suggests a step, names a time …

Whether it asks, and what counts for or against the seller (a pitch, pressure), is the coach's to say (`speech`). This
adds what only a partner in the talk hears. The weights (`acts.json`) are learned from lines of several hands by
benchmarks/train_buyer.py, the same to the byte.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from sellbackwards.buyer.line_features import Line
from sellbackwards.buyer.step_words import shape
from sellbackwards.speech import Reading
from sellbackwards.speech.linear import Weighted, add_up, shares, weighted
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.words import sentences, stem

ACTS = (
    "ask", "say_back", "warm", "ask_leave", "step", "time", "change_step", "answer", "guess", "pitch", "push",
    "thanks", "wrap_up", "goodbye", "off_topic", "unclear", "apologise",
)  # fmt: skip
WEIGHTS = Path(__file__).with_name("acts.json")


def act_features(line: Line, reading: Reading, before: str) -> frozenset[str]:
    """What an act is heard by: the words, the shape, what `speech` hears, and how it answers what was said before."""
    found = {one for one in line.features if one[0] not in "<?~" and not one.startswith("+")}
    said = {stem(w) for part in sentences(before) for w in part.words if w not in EMPTY}
    mine = [one for one, weight in line.stems.items() if weight >= 0.4]
    shared = sum(one in said for one in mine)
    asked = before.rstrip(" \"'”’").endswith("?")
    last = reading.sentences[-1] if reading.sentences else None
    found |= {"form " + reading.form, "asked " + str(asked), f"asked {asked} form {reading.form}"}
    found |= {"flag " + flag for flag in reading.flags} | shape(line.text)
    found |= {
        f"shares {min(shared, 3)}",
        f"shares half {2 * shared >= max(1, len(mine))}",
        f"content {min(len(mine), 5)}",
    }
    found |= {f"long {min(line.words // 3, 8)}", f"sentences {min(len(reading.sentences), 4)}"}
    if last is not None:
        words = last.text.lower().split()
        found |= {"last " + last.form, "ends " + last.text.rstrip()[-1:], f"last long {min(len(words) // 3, 5)}"}
        found |= {"tail " + stem(word.strip("?.!,")) for word in words[-2:]}
    first = reading.sentences[0].text.lower().split() if reading.sentences else []
    found |= {"head " + word.strip(",.!?") for word in first[:2]}
    return frozenset(found)


@lru_cache(maxsize=1)
def weights() -> tuple[list[int], Weighted]:
    """Where each act starts, and for each feature pairs (place in ACTS, hundredths of a logit)."""
    raw = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return raw["start"], weighted(raw["weights"])


def acts(found: Collection[str]) -> dict[str, float]:
    """How likely each act is; they sum to 1."""
    start, of = weights()
    return dict(zip(ACTS, shares(add_up(found, of, start), logit=100), strict=True))
