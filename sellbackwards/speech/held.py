"""What the coach's judgements of an answer share: its questions, what is held against it, whom it talks to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sellbackwards.speech.asking import Ask
from sellbackwards.speech.coach_rules import ANSWER
from sellbackwards.speech.features import Part
from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.patterns import Hit
from sellbackwards.speech.reading import Reading

Judged = tuple[bool | None, str]
"""Is a criterion met (None: it can't be told), and the words that show it."""
TOO_MANY = 3
"""More questions than this in one breath are an interrogation, and a way to please a checker."""
THEIRS = word_set("you your ye yours here")
CLOSES, OFFERS = "closes on a condition", "offers paper"
"""Rules of coach_rules.py that decide by themselves."""
# Short questions that lean on what was just said: "What makes you think so?", "Compared with what?"
LEANING = word_set(
    "what why how who where when which happened mean means makes made think say said wrong kind sort happen come "
    "more compared example there then so hear sounds tell matters first worst hardest most best exactly feel "
    "worries worry bothers look looks like behind else changed hold holds back stop stopped stops stopping keep "
    "keeps part thought thoughts idea"
)


def asks_of(parts: Sequence[Part]) -> list[tuple[Part, Ask]]:
    return [((s, asks), ask) for s, asks in parts for ask in asks]


# The lines of a form ("owner: …"), and a numbered list: nobody talks like that.
_LABELLED = re.compile(r"^[a-z]+(?: [a-z]+)?[ \t]*:[ \t]|(?:^|\s)[1-9][.)]\s", re.I | re.M)


def hits_in(parts: Sequence[Part]) -> list[tuple[Part, Hit]]:
    return [((s, asks), hit) for s, asks in parts for hit in ANSWER.hits(s)]


def talks_to_nobody(text: str, hits: Sequence[tuple[Part, Hit]], steps: bool = False) -> str:
    """The words with which it instructs somebody or speaks of the buyer, instead of talking to the buyer, or "".

    `steps`: it says what the seller does next.
    """
    if len(_LABELLED.findall(text)) > 1:
        return text[:80].strip()
    for (s, asks), hit in hits:
        asked = asks and asks[0].i < hit.i and s.words[asks[0].i] not in ("what", "how")
        # "I'll ring him tomorrow, find out what worries him, …": who says I and will speaks of what they do next
        own = steps and {"i", "we"}.intersection(s.words[: hit.i + 1]) and "will" in s.words[: hit.j]
        if hit.rule.name == "instructs" and not asked and not own:
            return s.span(text, hit.i, hit.j)
    return ""


def counts(reading: Reading, flag: str, weak: bool = False) -> bool | None:
    """How a flag that should not be there is held against the seller: not at all where it is doubtful, or `weak`."""
    return None if flag in (reading.weak if weak else reading.doubtful) else False


def without(reading: Reading, *unwelcome: str, weak: bool = False) -> Judged:
    """Met where none of these flags is there; the surest one counts."""
    heard = [flag for flag in unwelcome if flag in reading.flags.keys() - reading.faint]
    there = [(counts(reading, flag, weak), reading.flags[flag]) for flag in heard]
    return next((one for one in there if one[0] is False), there[0] if there else (True, ""))
