"""Is a question about the need behind a pitch, or about what a buyer said? From their own words and everyday relations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sellbackwards.speech.lexicon import AUX, DET, LEAD_IN, NEGATION, PREPOSITION, SUBJECT, WH
from sellbackwards.speech.words import sentences

# Words that carry no topic of their own.
EMPTY = AUX | DET | SUBJECT | PREPOSITION | WH | LEAD_IN | NEGATION | frozenset(
    "be been being not n't 's to if as them us me him our ours mine myself yourself too very much many more most less few lot lots bit"
    " really just only even still ever never always often sometimes usually get gets got getting go goes going went come comes came make"
    " makes made making take takes took taking have having do doing done give gives gave want wants need needs like likes know think say"
    " says said tell told ask asks see sees look looks thing things something anything everything way ways kind sort one two three first"
    " other others same such own any while because than also there here that's good well great bad new old big small each every day days"
    " time times today now year years week weeks month months hour hours use uses used using work works working happen happens happening"
    " help helps keep keeps put let would could should feel mean means right nice".split()
)


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a text that carry its topic."""

    words: frozenset[str]
    stems: frozenset[str]
    all_words: frozenset[str]
    negated: bool


@lru_cache(maxsize=512)
def content(text: str) -> Content:
    """The topic words of a pitch or remark; remembered, since many answers meet the same one."""
    parts = sentences(text)
    words = frozenset(w for s in parts for w in s.words if w not in EMPTY)
    stems = frozenset(st for s in parts for w, st in zip(s.words, s.stems) if w not in EMPTY and st != "#")
    every = frozenset(w for s in parts for w in s.words)
    return Content(words, stems, every, any(w in NEGATION for w in every))
