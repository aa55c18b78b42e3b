"""The buyer's own words: cut into sentences, and begun as one."""

from __future__ import annotations

import re

_ENDS = re.compile(r"(?<=[.!?]) (?=[A-Z])")


def own_sentences(words: str) -> list[str]:
    """The sentences of what a buyer's file says."""
    return _ENDS.split(words)


def as_sentence(words: str) -> str:
    """Words that begin a sentence now."""
    return words[:1].upper() + words[1:]
