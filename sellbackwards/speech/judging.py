"""One object of `sellbackwards judge` in, one out. The contract of that command, without its command line."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from sellbackwards.speech.coaching import coach
from sellbackwards.speech.engine import read
from sellbackwards.speech.reading import AREAS, FLAGS


def judge_record(record: object) -> dict[str, Any]:
    """The judgement of one input object; what isn't an object with a text gives {"id", "error"} and never raises."""
    if not isinstance(record, Mapping):
        return {"id": None, "error": "not an object with a text"}
    ident = record.get("id")
    if isinstance(ident, float) and not math.isfinite(ident):
        return {"id": None, "error": "the id is no number that JSON can write: give it as a string"}
    text = record.get("text")
    if not isinstance(text, str):
        return {"id": ident, "error": 'no text: give the words that were said as a string under "text"'}
    pitch, buyer = record.get("pitch"), record.get("buyer")
    for name, value in (("pitch", pitch), ("buyer", buyer)):
        if value is not None and not isinstance(value, str):
            return {"id": ident, "error": f"{name} is not a string"}
    verdict: str | None = None
    reasons: list[dict[str, Any]] = []
    if pitch is None and buyer is None:
        reading = read(text)
    else:
        coaching = coach(text, None if buyer is not None else pitch, buyer)
        reading, verdict = coaching.reading, coaching.outcome
        reasons = [{"criterion": r.criterion, "met": r.met, "evidence": r.evidence} for r in coaching.reasons]
    return {
        "id": ident,
        "question": reading.question,
        "form": reading.form,
        "flags": [f for f in FLAGS if f in reading.flags],
        "areas": [a for a in AREAS if a in reading.areas],
        "verdict": verdict,
        "reasons": reasons,
    }
