"""From typed or transcribed English to sentences of plain words: the only place that looks at characters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sellbackwards.speech.lexicon import (
    CONTRACTIONS,
    FILLERS,
    NO_STOP_AFTER,
    PREPOSITION,
    SENTENCE_OPENERS,
    SPELLINGS,
    WH,
)

# Numbers with their signs, letters with stops between ("a.m."), words with inner apostrophes, marks that end or part,
# and dashes.
_TOKEN = re.compile(
    r"[£$€₹]?\d+(?:[.,:]\d+)*(?:%|[^\W\d_]*)|[^\W\d_](?:\.[^\W\d_])+\b\.?|[^\W_]+(?:'[^\W_]+)*"
    r"|\.\.+|[.?!…,;:\n()\"|]|-+|[£$€₹%]"
)
_QUOTES = str.maketrans("’‘ʼ`´“”–—‐", "'''''\"\"---")
# What somebody else said, in quotation marks after a word of saying, isn't said by the speaker: it is left out.
_SAID = re.compile(
    r"""(\b(?:said|says|say|told|tells|asked|asks|ask|wrote|like|goes|went|shouted|called)\b[^".?!]{0,25})"[^"]*\""""
)
_SIGNS = frozenset('.?!\n…,;:()"|-')  # what these begin is no word
_PAUSES = frozenset({",", ";", ":", "(", ")", '"', "|", "...", "…"})
# After these a capital "I'm" or "May" goes on with the sentence: "Why I'm calling is …", "the 3rd of May"
_GOES_ON = WH | PREPOSITION | frozenset({"and", "or", "but", "if", "that", "because", "so", "then", "what's", "than"})
MAX_WORDS = 1500  # beyond this a turn is read no further: an answer is three sentences


@dataclass(slots=True)
class Words:
    """One sentence. The lists run in parallel; `pause[i]` says that a comma, dash or the start stands before word i."""

    words: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    pause: list[bool] = field(default_factory=list)
    mark: str = ""
    begin: int = 0
    end: int = 0
    present: frozenset[str] = frozenset()  # every word and every stem
    spots: dict[int, dict[int, Any]] | None = None  # where patterns may begin: patterns.Table fills and reads it

    def span(self, text: str, i: int, j: int) -> str:
        """The words i … j-1 as they were written."""
        return text[self.starts[i] : self.ends[min(j, len(self.ends)) - 1]]


# Endings and what stays in their place: first those of number and tense, then those that make words of words.
_INFLECTIONS = (
    ("iness", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ings", ""),
    ("ing", ""),
    ("edly", ""),
    ("ed", ""),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("s", ""),
)
_DERIVATIONS = (("ation", "at"), ("ment", ""), ("ally", ""), ("ly", ""), ("er", ""), ("or", ""), ("y", ""), ("e", ""))
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A light stem, enough that deliver, delivers, delivery, deliveries and delivering meet. Of a number: "#"."""
    if any(c.isdigit() for c in word):
        return "#"
    if len(word) <= 3 or not word.isalpha():
        return word.removesuffix("'s")
    for endings in (_INFLECTIONS, _DERIVATIONS, _DERIVATIONS):
        for ending, rest in endings:
            if word.endswith(ending) and len(word) - len(ending) + len(rest) >= 3:
                if ending != "s" or word[-2] not in "su":
                    word = word[: -len(ending)] + rest
                break
        if len(word) > 3:
            word = _DOUBLED.sub(r"\1", word)
    return word


@lru_cache(maxsize=20_000)
def _expand(raw: str) -> tuple[str, ...]:
    """A written word as the plain words it stands for: "what's" → what is, "u" → you, "dont" → do n't."""
    word = SPELLINGS.get(raw, raw)
    if " " in word or "\n" in word:
        return tuple(part for one in word.split() for part in _expand(one))
    if word in CONTRACTIONS:
        return CONTRACTIONS[word]
    if "'" in word:
        head, _, tail = word.rpartition("'")
        if tail == "t" and head.endswith("n"):
            return (head[:-1], "n't")
        for ending, full in (("re", "are"), ("ve", "have"), ("ll", "will"), ("d", "would"), ("m", "am")):
            if tail == ending:
                return (head, full)
        if tail == "s":
            return (head, "'s")
    return tuple(word.split())


def sentences(text: str) -> list[Words]:
    """Split to sentences at marks and line ends; fillers, cut-off words and restarts are left out."""
    found: list[Words] = []
    current = Words()
    pause = True
    lowered = text.translate(_QUOTES).lower()
    if lowered.count('"') > 1:
        lowered = _SAID.sub(lambda m: m.group(1) + " " * (len(m.group()) - len(m.group(1))), lowered)
    if len(lowered) != len(text):  # a few letters change length in lower case: then offsets would drift
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_QUOTES))
    count = 0
    for match in _TOKEN.finditer(lowered):
        raw, start, end = match.group(), match.start(), match.end()
        first = raw[0]
        if first in _SIGNS:
            if raw in ".?!\n":
                if (
                    raw == "."
                    and current.words
                    and (current.words[-1] in NO_STOP_AFTER or (end < len(lowered) and lowered[end].isalnum()))
                ):
                    continue
                if current.words:
                    # "?!" and "!?" ask; a run of marks belongs to the sentence before
                    current.mark, current.end = raw, end
                    found.append(current)
                    current = Words()
                elif found and not current.words and raw != "\n":
                    found[-1].mark = "?" if "?" in (found[-1].mark, raw) else found[-1].mark
                    found[-1].end = end
                pause = True
                continue
            if raw in _PAUSES or raw[:2] == "..":
                pause = True
                continue
            if first == "-":
                # a dash right after a word and not before one: the word was cut off (th- - this)
                before = lowered[start - 1 : start]
                after = lowered[end : end + 1]
                cut_off = before.isalnum() and not after.isalnum() and end - start == 1
                if cut_off and current.words and current.ends[-1] == start:
                    _drop_last(current)
                if not (before.isalnum() and after.isalnum()) or end - start > 1:
                    pause = True
                continue
        if raw in FILLERS:
            continue
        count += 1
        if count > MAX_WORDS:
            break
        if (
            current.words
            and raw in SENTENCE_OPENERS
            and text[start].isupper()
            and not text[current.starts[-1] : current.ends[-1]].isupper()
            and not ((raw == "may" or raw[:2] == "i'") and current.words[-1] in _GOES_ON)
            and not (end - start > 1 and text[start:end].isupper())
        ):
            # a capital on a small word: a sentence starts, though nobody set the stop before it
            found.append(current)
            current, pause = Words(), True
        if not current.words:
            current.begin = start
        for word in _expand(raw.rstrip(".")):
            current.words.append(word)
            current.starts.append(start)
            current.ends.append(end)
            current.pause.append(pause)
            pause = False
        current.end = end
    if current.words:
        found.append(current)
    for one in found:
        _collapse(one)
        one.stems = [stem(w) for w in one.words]
        one.present = frozenset(one.words).union(one.stems)
    return found


@lru_cache(maxsize=1024)
def sentences_before(text: str) -> tuple[Words, ...]:
    """The same of a pitch or remark; remembered, as many answers meet one. To be read, not changed."""
    return tuple(sentences(text))


def _drop_last(s: Words) -> None:
    start = s.starts[-1]
    while s.starts and s.starts[-1] == start:
        s.words.pop()
        s.starts.pop()
        s.ends.pop()
        s.pause.pop()


def _collapse(s: Words) -> None:
    """Leave out the first try of a restart: "do you, do you think" → do you think."""
    words = s.words
    if len(set(words)) == len(words):
        return
    n = 0
    while n < len(words):
        for size in (3, 2, 1):
            if len(words) < n + 2 * size or words[n] != words[n + size]:
                continue
            if words[n : n + size] == words[n + size : n + 2 * size]:
                keep = s.pause[n]
                for column in (s.words, s.starts, s.ends, s.pause):
                    del column[n : n + size]
                s.pause[n] = keep
                break
        else:
            n += 1
