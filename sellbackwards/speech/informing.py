"""Does a turn tell facts or give advice, of any kind? A rule, since no turns of ours are labelled for it."""

from __future__ import annotations

from collections.abc import Sequence

from sellbackwards.speech.features import Part
from sellbackwards.speech.lexicon import word_set

LEAST = 7  # words of a statement that tells anything
# The words that advice and facts turn on.
_INFORMING = word_set(
    "should must ought recommend suggest advise important help helps risk risks because cause causes increase "
    "increases reduce reduces effects effect dangerous harm problem problems option options information "
    "research studies percent program need could can will might people there doctor we our it's include "
    "includes offer cost costs price"
)
_ADVISING = word_set("should must need can could might ought")
_FIRM = _ADVISING | word_set("will would recommend suggest important because")
_OPENERS = word_set("so and but well okay ok yeah right oh now mm all great alright because or then yes no sure good")
_SAYING_BACK = word_set("sounds seems")


def informs(text: str, parts: Sequence[Part]) -> str:
    """The words of the first statement that tells facts or gives advice, or ""."""
    for s, asks in parts:
        words = s.words
        if asks or len(words) < LEAST or _INFORMING.isdisjoint(words) or not _SAYING_BACK.isdisjoint(words):
            continue
        if words[0] == "so" and _FIRM.isdisjoint(words):
            continue  # "So it's the people on the floor you have to win over."
        k = next((i for i, w in enumerate(words) if w not in _OPENERS), 0)
        if words[k] in ("you", "your") and _ADVISING.isdisjoint(words[k + 1 : k + 5]):
            continue  # what the other does is said back to them, unless it's what they should
        return s.span(text, k, len(words))
    return ""
