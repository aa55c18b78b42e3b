"""A talk with a simulated buyer: the answer is the seller's lines, one a line. They are replayed, and nothing can be
claimed that didn't happen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sellbackwards.buyer import Scenario, Talk, Turn, load
from sellbackwards.buyer.hearing import is_foreign
from sellbackwards.buyer.voices import as_text, names_of, opening
from sellbackwards.exercises.kinds.parsing import without_bullet
from sellbackwards.exercises.kinds.about import About
from sellbackwards.exercises.model import Criterion
from sellbackwards.speech import read
from sellbackwards.speech.words import sentences

_EXITS = {
    "asks to buy": "they ask you to sell it to them",
    "next step": "you agree on a next step",
    "not a fit": "you tell them plainly that it isn't for them, once you know why",
}
ABOUT = About(own_words=True, others_words=True)
SCHEMA: Mapping[str, Any] = {
    "required": ["scenario", "facts_at_least"],
    "properties": {
        "scenario": {"type": "string", "pattern": "^[a-z_]+$"},
        "facts_at_least": {"type": "integer", "minimum": 1},
        # Ends that count as good; by default the best one of the scenario.
        "ends": {"type": "array", "minItems": 1, "items": {"enum": list(_EXITS)}},
    },
}

# What people put before their own lines: "Me:", "You (seller):", "S:".
_MINE = re.compile(r"^(?:me|i|you|seller|s|sales ?(?:person|rep)?|my line)\s*(?:\([^)]*\))?\s*[:>]\s*", re.IGNORECASE)
# Any one name before a line: "Ken:".
_NAME = re.compile(r"^([^\W\d_]+)\s*:\s")
_SILENCE = re.compile(r"^\W*(?:silence|pause|nothing|wait|…|\.{2,})\W*$", re.IGNORECASE)
_PUSHES = ("pressure", "contradiction", "seller_need", "brushes_objection", "presses_misfit")


def shown(spec: Mapping[str, Any]) -> str:
    scenario = load(spec["scenario"])
    first = as_text(scenario, opening(scenario))
    return (
        f"{beside_form(spec)}\n\n> **{scenario.name} {'writes' if scenario.email else 'says'}:** “{first}”\n\n"
        f"Talk first, in the practice **Talk with {scenario.name}** "
        f"(in a terminal: `sellbackwards talk {scenario.id}`). "
        "Then type or paste what you said, one line under the other, from the first to the last. "
        "You can leave in what they said, or leave it out. The same words get the same answers."
    )


def beside_form(spec: Mapping[str, Any]) -> str:
    scenario = load(spec["scenario"])
    return f"> **{scenario.title}.** {scenario.scene}"


def blank(spec: Mapping[str, Any]) -> str:
    return ""


def criteria(spec: Mapping[str, Any]) -> list[str]:
    scenario = load(spec["scenario"])
    last = (
        "Suggests a step once their need is clear, and not before"
        if scenario.ends == "sale"
        else "Suggests nothing that they can't use"
    )
    return [
        f"Comes to a good end: {' or '.join(_EXITS[end] for end in _good_ends(spec, scenario))}",
        f"Finds out at least {spec['facts_at_least']} things that matter to them",
        "Doesn't pitch before they've said what they need",
        "Doesn't push or contradict them",
        last,
    ]


def _good_ends(spec: Mapping[str, Any], scenario: Scenario) -> list[str]:
    return list(spec.get("ends", ["asks to buy" if scenario.ends == "sale" else "not a fit"]))


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    scenario, texts = load(spec["scenario"]), criteria(spec)
    lines = seller_lines(answer, *names_of(scenario))
    if not lines:
        return [Criterion(text, None, "no lines of yours found; type them one under the other") for text in texts]
    talk = _played(scenario.id, tuple(lines))
    ending, finding, waiting, calm, leading = texts
    found = [fact.title for fact in scenario.that_matter if fact.id in talk.state.told]
    enough = len(found) >= spec["facts_at_least"]
    judged = [
        Criterion(ending, talk.state.exit in _good_ends(spec, scenario), _end_of(talk)),
        Criterion(finding, enough, f"{len(found)} found" + (f": {'; '.join(found)}" if found else "")),
        _waits(waiting, talk),
        _none_of(calm, talk, _PUSHES),
        _leads(leading, talk)
        if scenario.ends == "sale"
        else _none_of(leading, talk, ("leads_early", "presses_misfit")),
    ]
    foreign = [line for line in lines if is_foreign([w for part in sentences(line) for w in part.words], line)]
    if foreign:  # a person may know that language; this buyer doesn't
        judged = [Criterion(one.text, one.met or None, one.evidence if one.met else foreign[0]) for one in judged]
    return judged


def seller_lines(answer: str, *buyer: str) -> list[str]:
    """The seller's lines of an answer, however set down: numbered, quoted, with names, the buyer's in between."""
    found: list[str] = []
    lines = [
        without_bullet(raw.replace("**", "").replace("__", "").strip().lstrip("> ")).strip()
        for raw in answer.splitlines()
    ]
    whole = any(_MINE.match(line) for line in lines)  # both speakers' names are there
    names = Counter(name[1] for line in lines if (name := _NAME.match(line)) and not _MINE.match(line))
    others = [re.escape(name) for name, times in names.items() if whole and times > 1]  # somebody else's talk
    buyers = [*map(re.escape, buyer), "buyer", "customer", "client", "them", "she", "he", "b", *others]
    theirs = re.compile(rf"^(?:{'|'.join(buyers)})\s*[:>]", re.IGNORECASE)
    their_turn = False  # whether what was read last is theirs
    for line in filter(None, lines):
        if theirs.match(line):
            if whole and their_turn and len(buyer) == 1:  # a transcript keeps no silence: they speak twice running instead
                found.append("")
            their_turn = True
            continue
        their_turn = their_turn and not re.search(r"[^\W\d_]", line) and not _SILENCE.match(line)
        line = _MINE.sub("", line).strip().strip('"“”„«»*').strip()
        if _SILENCE.match(line):
            found.append("")
        elif re.search(r"[^\W\d_]", line):  # a lone number or mark is no line
            found.append(line)
    return found


@lru_cache(maxsize=256)
def _played(scenario: str, lines: tuple[str, ...]) -> Talk:
    return Talk(load(scenario), lines)


def _end_of(talk: Talk) -> str:
    if talk.state.exit is None:
        return f"the conversation isn't over; after your last line they say: {talk.turns[-1].buyer}"
    ended = {"goodbye": "they said goodbye"}.get(talk.state.exit, talk.state.exit)
    return f"{ended} after line {len(talk.turns)}: {talk.turns[-1].seller}"


def _with(talk: Talk, rules: tuple[str, ...]) -> Turn | None:
    """The first turn that met one of these rules."""
    return next((turn for turn in talk.turns if any(step.rule in rules for step in turn.steps)), None)


def _none_of(text: str, talk: Talk, rules: tuple[str, ...]) -> Criterion:
    turn = _with(talk, rules)
    return Criterion(text, turn is None, turn.seller if turn else "")


def _waits(text: str, talk: Talk) -> Criterion:
    """No pitch before the need; where speech is in doubt about one, so is this."""
    if not talk.state.told:
        return Criterion(text, False, "they haven't told you anything yet")
    turn = _with(talk, ("pitch_early",))
    if turn:
        return Criterion(text, False, turn.seller)
    said = talk.scenario.opening
    for one in talk.turns:
        if "pitch" in read(one.seller, buyer=said).doubtful and not one.facts:
            return Criterion(text, None, one.seller)
        said = one.buyer
    return Criterion(text, True)


def _leads(text: str, talk: Talk) -> Criterion:
    early, led = _with(talk, ("leads_early",)), _with(talk, ("leads", "answers"))
    if early or led is None:
        return Criterion(text, False, early.seller if early else "no step was suggested once it was clear")
    return Criterion(text, True, led.seller)
