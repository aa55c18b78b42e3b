"""The rules by which a talk moves: what each turn does to openness, pull and tension, why, and from which seed.

Nothing else moves them, but for the pull that the buyer's own facts carry (`tells`). The rules stand in rules.yaml;
docs/buyer.md shows them as a table, and the debrief quotes their reasons.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sellbackwards.course import from_yaml

RULES_FILE = Path(__file__).with_name("rules.yaml")


@dataclass(frozen=True)
class Rule:
    """`when` a turn does this, the three move by so much; `why` is what the debrief says (to the learner)."""

    when: str
    why: str
    seeds: tuple[str, ...]
    openness: float = 0.0
    pull: float = 0.0
    tension: float = 0.0


def _rules() -> dict[str, Rule]:
    found = from_yaml(RULES_FILE.read_text(encoding="utf-8"))
    return {
        name: Rule(
            one["when"],
            one["why"],
            tuple(one.get("seeds", ())),
            **{mind: hundredths / 100 for mind, hundredths in one["moves"].items()},
        )
        for name, one in found.items()
    }


RULES = _rules()
