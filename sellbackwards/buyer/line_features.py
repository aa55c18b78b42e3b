"""What a line of the seller is weighed by, both for what it does (acts.py) and for what it is about (topics.py).

Each feature is a short string; a line has it or not.

" word"    a stem, anywhere               "?word"   the same in a sentence that asks
"a b"      two words side by side ("^" begins a sentence, its mark ends it)
"~part"    four letters in a row of a longer word: a slip of the finger spares most of them
"<word"    a stem of what the buyer said just before
"=want"    the kind of answer that is wanted (wants.py);  "+kind" a general question (general_questions.ASKS)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sellbackwards.buyer.general_questions import ASKS
from sellbackwards.buyer.wants import want_of
from sellbackwards.speech import Reading
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.words import Words, sentences, stem

_PART = 4  # letters


@lru_cache(maxsize=20_000)
def parts_of(word: str) -> tuple[str, ...]:
    """The features of a word's letters."""
    if len(word) <= _PART or word in EMPTY:
        return ()
    framed = f"{word}."
    return tuple("~" + framed[n : n + _PART] for n in range(len(framed) - _PART + 1))


def word_features(found: Iterable[Words], asking: frozenset[int]) -> set[str]:
    """The words, pairs and letters of sentences; `asking`: where those that ask begin."""
    features: set[str] = set()
    for part in found:
        stems = [one for one in part.stems if one]
        features.update(" " + one for one in stems)
        if part.begin in asking:
            features.update("?" + one for one in stems)
        features.update(f"{a} {b}" for a, b in pairwise(("^", *stems, part.mark[:1] or ".")))
        for word in part.words:
            features.update(parts_of(word))
    return features


@lru_cache(maxsize=512)
def before_features(before: str) -> frozenset[str]:
    """The content words of what the buyer said just before."""
    return frozenset("<" + stem(w) for part in sentences(before) for w in part.words if w not in EMPTY and len(w) > 1)


def kinds_of(text: str) -> dict[str, str]:
    """The kinds of general question in a text (general_questions.ASKS) → the words."""
    text = _WOULD.sub(r"\1 would", _IS.sub(r"\1 is", text))
    return {kind: hit[0] for kind, pattern in ASKS.items() if (hit := pattern.search(text))}


_WOULD = re.compile(r"\b(what|how|where|who|why|when)'d\b", re.IGNORECASE)
_IS = re.compile(r"\b(what|how|who|where|when|why|that|it)'?s\b(?! own)", re.IGNORECASE)


# "What don't you like?" isn't "What would you like?"
_NOT_LIKE = re.compile(
    r"\b(?:do|did|does)(?:n'?t| not) (?:you |they |he |she )?like\b|\b(?:you|they) not like\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Line:
    """What a line offers to whoever looks for its topic. `stems` → weight: those of a question weigh more."""

    text: str
    stemmed: str
    stems: Mapping[str, float]
    parts: frozenset[str]
    pairs: frozenset[str]
    features: frozenset[str]
    kinds: frozenset[str]
    want: str
    areas: frozenset[str]
    words: int


def line_of(text: str, reading: Reading, before: str) -> Line:
    """A line of the seller's, after `before`."""
    asks = {_NOT_LIKE.sub("dislike", one.text) for one in reading.sentences if one.form != "none"}
    text = _NOT_LIKE.sub("dislike", text)
    found = sentences(text)
    asking = frozenset(part.begin for part in found if text[part.begin : part.end] in asks)
    features = word_features(found, asking)
    kinds = frozenset(kinds_of(text))
    want = wanted(text, reading)
    stems: dict[str, float] = {}
    for part in found:
        weight = 1.0 if not asking or part.begin in asking else 0.5
        for word in part.words:
            one = stem(word)
            if len(word) > 1:
                stems[one] = max(stems.get(one, 0.0), weight * (0.3 if word in EMPTY else 1.0))
    parts = frozenset(p for part in found for word in part.words for p in parts_of(word))
    pairs = frozenset(one for one in features if " " in one[1:])
    features |= {"=" + want, *("+" + kind for kind in kinds), *before_features(before)}
    return Line(
        text, " ".join(one for part in found for one in part.stems), stems, parts, pairs, frozenset(features), kinds,
        want,
        frozenset(reading.areas),
        sum(len(part.words) for part in found),
    )  # fmt: skip


def wanted(text: str, reading: Reading) -> str:
    """The kind of answer that a line wants: that of its last question."""
    asked = [one.text for one in reading.sentences if one.form != "none"]
    if asked:
        return want_of(asked[-1], True)
    last = reading.sentences[-1].text if reading.sentences else text
    if tail := ASKS_AT_THE_END.search(last):
        return want_of(tail[0], True)
    return want_of(last, last.rstrip().endswith("?"))


# "hi sunita im the new one what happened with those two complaints": a question word and its verb, side by side.
ASKS_AT_THE_END = re.compile(
    r"(?<!\bknow )(?<!\bsee )(?<!\btell )(?<!\bshow )(?<!\bof )(?<!'s )"
    r"(?<!\bis )(?<!\babout )(?<!\bsay )(?<!\bon )(?<!\bthats )"
    r"\b(?:what|how|why|where|when|which)(?:'?s|'?d)? "
    r"(?:(?:many|much|long|often|old|kind|sort|one|time)(?: \w+){0,2} )?"
    r"(?:happened|happens|did|do|does|is|are|was|were|would|will|can|could|has|have|made|makes|went|goes)\b[^.!;]*$"
    r"|\b(?:what|how|where|who)'?s (?:the|your|a|it|that|this|going)\b[^.!;]*$",
    re.IGNORECASE,
)
