"""A submitted file with what tells whose it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sellbackwards.grading import platforms
from sellbackwards.grading.scanning import Found


@dataclass(frozen=True)
class Claim:
    """One file with what tells whose it is. `label`: the name it is under, as people write it.

    `download`: the folder or zip with this platform's or instructor's naming; `place`: where the file lies in it.
    `attempt`: the number of the try, where a platform tells. `spare`: it only says why there is nothing to mark, and
    counts where the learner handed in nothing else.
    """

    found: Found
    label: str
    name: str
    download: str
    place: str
    platform: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    when: float | None = None
    late: bool = False
    attempt: int = 0
    spare: bool = False


def claim_of(facts: dict[str, str], platform: str) -> dict[str, Any]:
    """The fields of a claim that a pattern's groups give."""
    full = " ".join(part for part in (facts.get("first", ""), facts.get("last", "")) if part)
    label = facts.get("learner") or full or facts.get("login") or f"submission {facts.get('submission', '')}"
    return {
        "label": label.strip(),
        "platform": platform,
        "ids": {name: facts[name] for name in ("number", "user", "login", "submission", "email") if facts.get(name)},
        "when": platforms.read_time(facts["when"]) if facts.get("when") else None,
        "late": bool(facts.get("late")),
    }
