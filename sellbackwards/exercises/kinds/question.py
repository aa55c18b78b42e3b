"""A pitch to be turned into a question, or a buyer's remark to be answered; judged by the coach in `speech`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.model import Criterion
from sellbackwards.speech import coach, criteria_for

SCHEMA: Mapping[str, Any] = {
    "properties": {"pitch": {"type": "string"}, "buyer": {"type": "string"}},
    "oneOf": [{"required": ["pitch"]}, {"required": ["buyer"]}],
}


def shown(spec: Mapping[str, Any]) -> str:
    if "pitch" in spec:
        return f"> **The pitch:** “{spec['pitch']}”"
    return f"> **The buyer says:** “{spec['buyer']}”"


def blank(spec: Mapping[str, Any]) -> str:
    return ""


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return list(criteria_for(pitch=spec.get("pitch"), buyer=spec.get("buyer")))


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    coaching = coach(answer, pitch=spec.get("pitch"), buyer=spec.get("buyer"))
    return [Criterion(reason.criterion, reason.met, reason.evidence) for reason in coaching.reasons]
