"""A pitch to be turned into a question, or a buyer's remark to be answered; judged by the coach in `speech`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.model import Criterion
from sellbackwards.speech import coach

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "pitch": {"type": "string"},
        "buyer": {"type": "string"},
        # What else belongs to the matter: the trade, the need behind the pitch, the scene. Not shown.
        "context": {"type": "string"},
        "about": {"const": "today"},
    },
    "oneOf": [{"required": ["pitch"]}, {"required": ["buyer"]}],
}

# Words with which people ask how somebody works now, as against what they want, fear or lack.
_TODAY = re.compile(
    r"\b(?:how (?:do|does|are|is|have|has|did|long|often|many|much)|how you|how your|what do you (?:do|use|have)"
    r"|what (?:happens|happened|becomes|became|have you)|who (?:do|does|is|'s|looks|handles|takes)"
    r"|(?:walk|talk|take) (?:me|us) (?:through|along|over)|show me how|describe|tell (?:me|us) about (?:the|your) last"
    r"|as (?:matters|things) (?:stand|are)"
    r"|takes? care of|today|now|nowadays|currently|at the moment|these days|so far"
    r"|usually|normally|typical(?:ly)?|last time)\b",
    re.IGNORECASE,
)
_ABOUT_TODAY = "Asks how they do it today"


def shown(spec: Mapping[str, Any]) -> str:
    if "pitch" in spec:
        return f"> **The pitch:** “{spec['pitch']}”"
    return f"> **The buyer says:** “{spec['buyer']}”"


def beside_form(spec: Mapping[str, Any]) -> str:
    return shown(spec)


def blank(spec: Mapping[str, Any]) -> str:
    return ""


def criteria(spec: Mapping[str, Any]) -> list[str]:
    texts = [reason.criterion for reason in coach("", pitch=spec.get("pitch"), buyer=spec.get("buyer")).reasons]
    return [*texts, _ABOUT_TODAY] if spec.get("about") else texts


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    coaching = coach(answer, pitch=spec.get("pitch"), buyer=spec.get("buyer"), context=spec.get("context", ""))
    criteria = [Criterion(reason.criterion, reason.met, reason.evidence) for reason in coaching.reasons]
    if spec.get("about"):
        found = _TODAY.search(answer.replace("’", "'"))
        asks = coaching.reading.question
        # A question in other words than these may still ask it: that can't be told, and isn't wrong.
        met = True if asks and found else None if asks else False
        criteria.append(Criterion(_ABOUT_TODAY, met, found[0] if met and found else ""))
    return criteria
