"""A pitch inside a question: its features held out ("What would six trays change for you?"), or its words copied."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sellbackwards.speech.features import Part
from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.word_lists import LISTS
from sellbackwards.speech.words import sentences_before

# Verbs that say what a gift would do: "What would six trays at once change for you?"
_GIVES = word_set("change changes mean means do does bring save give free let allow help make add be look feel sound")
_REACTS = word_set("say think react feel answer respond like sound call")
_NUMBERS = {
    word: str(n)
    for n, words in {
        2: "two twice double doubles doubled", 3: "three triple", 4: "four quarter", 5: "five", 6: "six",
        7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve dozen", 15: "fifteen", 20: "twenty",
        24: "twenty-four", 30: "thirty", 40: "forty", 48: "forty-eight",
        50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty",
        90: "ninety", 100: "hundred", 0.5: "half halves halve halved halving", 0.3: "third",
    }.items()
    for word in words.split()
}  # fmt: skip


def _sold(words: Sequence[str], stems: Sequence[str]) -> list[str]:
    """The words that carry what is offered, by their stems, and numbers by their figure."""
    return [
        _NUMBERS.get(w) or (w if st == "#" else st)
        for w, st in zip(words, stems, strict=True)
        if w in _NUMBERS or st == "#" or w not in EMPTY
    ]


@lru_cache(maxsize=512)
def _offered(pitch: str) -> frozenset[str]:
    return frozenset(k for s in sentences_before(pitch) for k in _sold(s.words, s.stems))


_TROUBLE = LISTS["TROUBLE"]


def dressed(text: str, parts: Sequence[Part], pitch: str) -> str:
    """The words that hold out the pitch's own features inside a question ("What would … change for you?"), or ""."""
    offered = _offered(pitch)
    repeated = ""
    for s, asks in parts:
        words = s.words
        trouble = not _TROUBLE.isdisjoint(words) and any(
            w in _TROUBLE and w != "without" and st not in offered for w, st in zip(words, s.stems, strict=True)
        )
        if not asks:
            own = _sold(words, s.stems)
            mine = [k for k in own if k in offered]
            plain = {"you", "your", "when", "if", "he", "she"}.isdisjoint(words) and not trouble
            if len(mine) >= 2 and plain and 2 * len(mine) > len(own):
                repeated = repeated or s.span(text, 0, len(words))
            continue
        if repeated:
            return repeated
        i = asks[-1].i
        if asks[-1].form not in ("open", "closed") or trouble:
            continue
        frames = []
        if "without" in words[i:]:
            k = words.index("without", i)
            if words[k + 1 : k + 2] and words[k + 1] in ("a", "an", "our", "such", "something"):
                frames.append((k + 1, len(words)))
        if "would" in words[i : i + 4]:
            k = words.index("would", i) + 1
            if words[k : k + 1] and words[k] not in ("you", "happen", "it", "they", "your", "that", "be"):
                end = next((j for j in range(k + 1, len(words)) if words[j] in _GIVES), 0)
                if end:
                    frames.append((k, end))
            said = next((j for j in range(k, len(words)) if words[j] in _REACTS), 0)
            to = next(
                (j for j in range(said + 1, min(said + 3, len(words))) if words[j] in ("to", "about", "of", "if")), 0
            )
            if said and to:
                frames.append((to, len(words)))
            for word in ("if", "with"):
                if word in words[k:] and "you" in words[k:] and {"had", "could", "got", "with"} & set(words[k:]):
                    frames.append((words.index(word, k), len(words)))
        elif words[i : i + 4] in (
            ["how", "do", "you", "like"],
            ["what", "do", "you", "think"],
            ["how", "do", "you", "feel"],
        ):
            frames.append((i + 4, len(words)))
        for j, k in frames:
            if sum(x in offered for x in _sold(words[j:k], s.stems[j:k])) >= 2:
                return s.span(text, j, k)
    return ""


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[i : i + 3]) for i in range(len(words) - 2))


@lru_cache(maxsize=512)
def _runs_of(text: str) -> frozenset[tuple[str, ...]]:
    return _runs([w for s in sentences_before(text) for w in s.words])


def copies(words: Sequence[str], given: str) -> bool:
    """Is half of what was given in the answer, word after word?"""
    source = _runs_of(given)
    return len(source) >= 2 and 2 * len(source & _runs(words)) >= len(source)
