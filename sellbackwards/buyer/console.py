"""`sellbackwards talk`: the list, the talk in a terminal, and the talk as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import BinaryIO

from sellbackwards.buyer.scenario_file import load, scenario_ids
from sellbackwards.buyer.talk import Talk
from sellbackwards.buyer.voices import opening
from sellbackwards.buyer.writing import stamp

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
        out(json.dumps(talk.say(line).as_dict(), ensure_ascii=False))
        if talk.over:
            break


def lines_of(stream: BinaryIO) -> Iterator[str]:
    """The lines of a stream as they come, whatever their bytes."""
    for raw in iter(stream.readline, b""):
        yield raw.decode("utf-8", errors="replace").rstrip("\r\n")


def typed_lines(stream: BinaryIO) -> Iterator[str]:
    """What is typed at a terminal, after a prompt; the lines of the stream where it is none."""
    if not stream.isatty():
        yield from lines_of(stream)
        return
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            yield input("You: ")


def _say(said: Iterable[tuple[str, str]], at: str, out: Callable[[str], object]) -> None:
    for who, words in said:
        out(f"{who} ({at}): {words}" if at else f"{who}: {words}")


def in_terminal(ident: str, lines: Iterable[str], out: Callable[[str], object]) -> None:
    """A talk for a person at a terminal. Raises ScenarioError."""
    scenario = load(ident)
    talk = Talk(scenario)
    out(f"{scenario.title}. {scenario.scene}\n")
    out(f"Type what you would {'write' if scenario.email else 'say'}, and press Enter. An empty line is silence.")
    out("To stop: Ctrl+D (on Windows Ctrl+Z and Enter).\n")
    _say(opening(scenario), stamp(scenario.email.sent) if scenario.email else "", out)
    for line in lines:
        turn = talk.say(line)
        _say(turn.said, turn.at, out)
        if not turn.said:
            out(turn.buyer)
        if talk.over:
            break
    told = sum(fact.id in talk.state.told for fact in scenario.that_matter)
    out(f"\n{_ENDS.get(talk.state.exit or '', 'You stopped.')}")
    out(f"They told you {told} of {len(scenario.that_matter)} things that matter.\n")
    for turn in talk.turns:
        state = f"openness {turn.openness:.2f}, pull {turn.pull:.2f}, tension {turn.tension:.2f}"
        out(f"{turn.number}. {state}. {turn.why}")
