"""`sellbackwards talk`: the list, the talk in a terminal, and the talk as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from sellbackwards.buyer.scenario import load, scenario_ids
from sellbackwards.buyer.talk import Talk

_ENDS = {
    "goodbye": "They said goodbye.",
    "asks to buy": "They ask whether you will sell it to them.",
    "next step": "You agreed on a next step.",
    "not a fit": "You parted honestly: it wasn't for them.",
}


def listing() -> list[str]:
    """A line for each scenario, its id first. Raises ScenarioError."""
    found = [load(ident) for ident in scenario_ids()]
    width = max((len(one.id) for one in found), default=0)
    return [f"{one.id:<{width}}  {one.title}: {one.name}, {one.role}" for one in found]


def as_json(ident: str, lines: Iterable[str], out: Callable[[str], object]) -> None:
    """The seller's lines in, a JSON object out for each, until the talk ends. Raises ScenarioError."""
    talk = Talk(load(ident))
    for line in lines:
        out(json.dumps(talk.say(line.rstrip("\r\n")).as_dict(), ensure_ascii=False))
        if talk.over:
            break


def in_terminal(ident: str, ask: Callable[[], str | None], out: Callable[[str], object]) -> None:
    """A talk for a person at a terminal. `ask` gives the next line, None at the end of input. Raises ScenarioError."""
    scenario = load(ident)
    talk = Talk(scenario)
    out(f"{scenario.title}. {scenario.scene}\n")
    out("Type what you would say, and press Enter. An empty line is silence. To stop: Ctrl+C.\n")
    out(f"{scenario.name}: {scenario.opening}")
    while not talk.over:
        line = ask()
        if line is None:
            break
        turn = talk.say(line)
        out(f"{scenario.name}: {turn.buyer}")
    out(f"\n{_ENDS.get(talk.state.exit or '', 'You stopped.')}")
    out(f"Facts found that matter: {sum(f.id in talk.state.told for f in scenario.that_matter)} of {len(scenario.that_matter)}.")
    for turn in talk.turns:
        out(f"  {turn.number}. openness {turn.openness:.2f}, pull {turn.pull:.2f}, tension {turn.tension:.2f}: {turn.why}")
