"""Whose question a draft answers: rounds may be reordered, reworded or taken out by a later release.

Beside each text stands the question that it was typed under. A text goes to the round with that question, wherever it
is now. Where no round has it any more, the text is kept aside and shown with its own question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from hashlib import sha256

from sellbackwards.exercises import Exercise
from sellbackwards.exercises.kinds import KINDS

_ASKED, _PASSED, _ASIDE = "asked:", "passed:", "aside:"  # how the names of such entries begin in the progress file
_LONGEST = 400  # characters of a question that are kept
_ALIKE = 0.7  # of one question in two wordings


@dataclass
class Drafts:
    """What was typed in a practice, by the round's id; `passed`: the last answer there that passed.

    `aside`: (the question, the text) of what was typed for a question that the practice hasn't any more, by the id that
    the round had.
    """

    texts: dict[str, str] = field(default_factory=dict)
    passed: dict[str, str] = field(default_factory=dict)
    aside: dict[str, tuple[str, str]] = field(default_factory=dict)


def drafts_of(rounds: Sequence[Exercise], kept: Mapping[str, str]) -> Drafts:
    """Each kept text at its own question. One of an earlier release, which kept no questions, stays at its id."""
    found, ids = Drafts(), {one.id: one for one in rounds}
    for name, text in kept.items():
        if name.startswith((_ASKED, _PASSED)) or not text:
            continue
        asked = kept.get(f"{_ASKED}{name}", "")
        id_ = name.removeprefix(_ASIDE)
        home = _home(asked, id_, rounds) if asked else ids.get(id_)
        if home is None or (name.startswith(_ASIDE) and home.id in found.texts):
            found.aside[id_] = (asked.partition(" ")[2], text)
            continue
        found.texts[home.id] = text
        if kept.get(f"{_PASSED}{name}"):
            found.passed[home.id] = kept[f"{_PASSED}{name}"]
    for name, text in kept.items():  # passed once, and empty now
        id_ = name.removeprefix(_PASSED)
        if name.startswith(_PASSED) and id_ in ids and id_ not in kept:
            found.passed.setdefault(id_, text)
    return found


def to_keep(rounds: Sequence[Exercise], drafts: Drafts) -> dict[str, str]:
    """The entries of the progress file."""
    kept = {name: text for name, text in drafts.texts.items() if text}
    asked = {f"{_ASKED}{one.id}": _question(one) for one in rounds if one.id in kept}
    passed = {f"{_PASSED}{name}": text for name, text in drafts.passed.items() if text}
    for name, (question, text) in drafts.aside.items():
        kept[f"{_ASIDE}{name}"] = text
        asked[f"{_ASKED}{_ASIDE}{name}"] = f"- {question}"
    return kept | passed | asked


def _question(one: Exercise) -> str:
    """The digest of what is shown under a question (its options, its pitch), and the question itself."""
    shown = KINDS[one.kind].shown(one.spec)
    return f"{sha256(shown.encode()).hexdigest()[:8]} {' '.join(f'{one.title} {shown}'.split())}"[:_LONGEST]


def _home(asked: str, id_: str, rounds: Sequence[Exercise]) -> Exercise | None:
    """The round with this question, else one that asks it in other words; letters need the same options, too."""
    digest, _, question = asked.partition(" ")
    for one in rounds:
        here, _, now = _question(one).partition(" ")
        if question == now and digest in (here, "-"):
            return one
    for one in sorted(rounds, key=lambda one: one.id != id_):
        here, _, now = _question(one).partition(" ")
        if KINDS[one.kind].ABOUT.short and digest != here:
            continue
        if SequenceMatcher(None, question, now, autojunk=False).ratio() >= _ALIKE:
            return one
    return None
