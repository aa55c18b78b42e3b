"""A talk as a transcript: who says what, in order; and as text that any reader of calls can read, "Name: words"."""

from __future__ import annotations

from collections.abc import Iterator

from sellbackwards.buyer.talk import Talk
from sellbackwards.buyer.voices import opening

SELLER = "Seller"


def spoken(talk: Talk) -> Iterator[tuple[str, str]]:
    """(speaker, words on one line) in order. Silence is left out, as it is in any transcript."""
    yield from opening(talk.scenario)
    for turn in talk.turns:
        if said := " ".join(turn.seller.split()):
            yield SELLER, said
        for who, words in turn.said:
            yield who, " ".join(words.split())


def transcript(talk: Talk) -> str:
    """The talk as text."""
    return "\n\n".join(f"{who}: {words}" for who, words in spoken(talk)) + "\n"
