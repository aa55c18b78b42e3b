"""A talk as a transcript that any reader of calls can read: a line for each turn, "Name: words"."""

from __future__ import annotations

from sellbackwards.buyer.talk import Talk

SELLER = "Seller"


def transcript(talk: Talk) -> str:
    """The talk as text. Silence is left out, as it is in any transcript."""
    name = talk.scenario.name
    lines = [f"{name}: {talk.scenario.opening}"]
    for turn in talk.turns:
        said = " ".join(turn.seller.split())
        lines += [f"{SELLER}: {said}"] if said else []
        lines.append(f"{name}: {turn.buyer}")
    return "\n\n".join(lines) + "\n"
