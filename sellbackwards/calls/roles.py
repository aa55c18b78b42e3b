"""Who is the seller, who the buyer."""

from __future__ import annotations

import re
from typing import Literal

from sellbackwards.calls.call import UNKNOWN, Call, TranscriptError
from sellbackwards.calls.names import same_name

Role = Literal["seller", "buyer", "other"]

# Names that say what their bearer does on the call.
_SELLER_NAME = re.compile(
    r"\b(?:seller|sales|sales(?:person|man|woman)|rep|vendor|account executive|ae|sdr|bdr|advis[eo]r|agent|supplier)\b",
    re.I,
)
_BUYER_NAME = re.compile(r"\b(?:buyer|customer|client|prospect|lead|caller|purchaser)\b", re.I)


def find_seller(call: Call, seller: str | None = None) -> tuple[str | None, str]:
    """(the seller's name, why), where `seller` is the name given, if any.

    A given name may be written in any case and may be a part that fits one speaker only ("maya" for "Maya Lindqvist");
    TranscriptError where it fits none or several.

    Without one, a guess, and the reason says so:
    1. the only named speaker; or one whose name says it ("Sales rep", "Seller"), or, of two, the one whose name isn't
       "Customer" or "Buyer";
    2. otherwise whoever speaks first among those with at least a tenth of the words: who called the meeting opens it.
    None where nobody has a name.
    """
    named = [name for name in call.speakers if name != UNKNOWN]
    if seller is not None:
        return _chosen(call, seller, named), "chosen"
    if not named:
        return None, "nobody is named"
    if len(named) == 1:
        return named[0], "the only speaker with a name"
    says = [name for name in named if _SELLER_NAME.search(name)]
    if len(says) == 1:
        return says[0], "a guess: the name says so"
    rest = [name for name in named if not _BUYER_NAME.search(name)]
    if len(rest) == 1:
        return rest[0], "a guess: the others' names say that they buy"
    words = dict.fromkeys(named, 0)
    for turn in call.turns:
        if turn.speaker in words:
            words[turn.speaker] += turn.words
    enough = min(0.1 * sum(words.values()), max(words.values()))  # on a call of twenty nobody may have a tenth
    return next(name for name in named if words[name] >= enough), "a guess: speaks first"


def _chosen(call: Call, seller: str, named: list[str]) -> str:
    exact = [name for name in named if same_name(name, seller)]
    wanted = " ".join(seller.casefold().split())
    fits = exact or [name for name in named if wanted and wanted in name.casefold()]
    if len(fits) == 1:
        return fits[0]
    problem = f"“{seller}” could be {' or '.join(fits)}." if fits else f"Nobody is called “{seller}”."
    shown = ", ".join(named[:8]) + (" …" if len(named) > 8 else "")
    raise TranscriptError(call.file, "speakers", problem, f"Choose one of: {shown}.")


def roles(call: Call, seller: str | None) -> dict[str, Role]:
    """A role for each speaker: the buyer is whoever else with a name says most; everyone else is "other"."""
    words: dict[str, int] = {}
    for turn in call.turns:
        words[turn.speaker] = words.get(turn.speaker, 0) + turn.words
    others = [name for name in words if name not in (seller, UNKNOWN)]
    buyer = max(others, key=lambda name: words[name]) if others and seller is not None else None
    return {name: "seller" if name == seller else "buyer" if name == buyer else "other" for name in words}
