"""Scripted sellers for each scenario, and a plain listener who knows nothing of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from sellbackwards.buyer import Scenario, Talk, load
from sellbackwards.buyer.voices import as_text, opening
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.words import sentences

FOLDER = Path(__file__).parent / "sellers"
BAD = ("pitcher", "interrogator", "yes_but", "order_taker", "closer", "nodder")
SELLERS = (*BAD, "good")


def script(ident: str) -> dict[str, Any]:
    """The sellers of a scenario: name → expected exit, and lines."""
    return yaml.safe_load((FOLDER / f"{ident}.yaml").read_text(encoding="utf-8"))


def lines_of(ident: str, seller: str) -> list[str]:
    """What a scripted seller says; the good one's lines are the scenario's own."""
    return list(load(ident).expert) if seller == "good" else list(script(ident)[seller]["lines"])


def last_content_words(text: str, most: int = 3) -> str:
    """The last words of a text that carry its topic, as a listener would pick them up."""
    words = [word for part in sentences(text) for word in part.words if word not in EMPTY and word.isalpha()]
    return " ".join(words[-most:])


PLAIN = (
    "You said {X}. Can you tell me more about {X}?",
    "How does that work today?",
    "What happens then?",
    "What else?",
)


def plain_listener(scenario: Scenario, turns: int = 20) -> Talk:
    """Takes up the buyer's last words and asks openly, in four forms, whatever the scenario."""
    talk = Talk(scenario)
    for n in range(turns):
        if talk.over:
            break
        talk.say(PLAIN[n % len(PLAIN)].format(X=last_content_words(talk.state.last)))
    return talk


def show(ident: str, seller: str) -> None:
    """Print a talk with the rules that moved it: for whoever writes a scenario."""
    scenario = load(ident)
    talk = plain_listener(scenario) if seller == "plain" else Talk(scenario, lines_of(ident, seller))
    print(f"## {seller}\n{as_text(scenario, opening(scenario))}")
    for turn in talk.turns:
        rules = ", ".join(step.rule for step in turn.steps)
        marks = "".join(
            f" {mark}:{name}"
            for mark, name in (("raised", turn.raised), ("heard", turn.heard), ("brushed", turn.brushed))
            if name
        )
        print(f"\nSeller: {turn.seller}{f' ({turn.sent})' if turn.sent else ''}")
        print(turn.buyer if scenario.people else f"{scenario.name}: {turn.buyer}", f"({turn.at})" if turn.at else "")
        print(
            f"    openness {turn.openness:.2f}  pull {turn.pull:.2f}  tension {turn.tension:.2f}  [{rules}] {' '.join('+' + one for one in turn.new)}{marks}"
        )
    missed = [fact.id for fact in scenario.facts if fact.id not in talk.state.told]
    print(f"\n=> exit: {talk.state.exit}; {len(talk.state.told)} facts told; not told: {', '.join(missed)}")


if __name__ == "__main__":
    import sys

    for name in sys.argv[2:] or [*SELLERS, "plain"]:
        show(sys.argv[1], name)
