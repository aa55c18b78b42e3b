"""A small language for patterns over words, and its matcher. What to look for stands in tables, as data.

A pattern is a line of elements parted by spaces:

    word            that word             a|b          either           @TIME        a word of that list of the lexicon
    [word]          may be missing        *3           up to 3 words    ^            only at the start of a clause
    $               only at the end of the sentence    ,               only after a pause (or the start)
    !a|b            no such word here (takes up none)  #               any number (stands in lists too)

Each pattern is filed under the words that its first word may be, so a turn is looked through once, word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.words import Words, stem

# An element: kind, the words, how many at most.
_Element = tuple[str, frozenset[str], int]


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns that mean one thing, with the reason, and examples that hold them to it."""

    name: str
    patterns: tuple[str, ...]
    reason: str
    examples: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A rule found in a sentence at words i … j-1."""

    rule: Rule
    i: int
    j: int


def _element(part: str, lists: Mapping[str, frozenset[str]]) -> _Element:
    if part in ("^", "$", ","):
        return (part, frozenset(), 0)
    if part[0] == "*":
        return ("*", frozenset(), int(part[1:]))
    kind = "w"
    if part[0] == "[":
        kind, part = "?", part[1:-1]
    elif part[0] == "!" and len(part) > 1:
        kind, part = "!", part[1:]
    words: set[str] = set()
    for choice in part.split("|"):
        if not choice or choice in ",.:;$" or choice[0] in "*[" or choice[-1] == "]":
            raise ValueError(f"not a word: {choice!r} in {part!r}")
        words |= lists[choice[1:]] if choice[0] == "@" else {choice}
    return (kind, frozenset(words), 0)


# A rule, one of its patterns, what the second word must be (None: any), and lists of which each must have a word there.
_Filed = tuple[Rule, tuple[_Element, ...], frozenset[str] | None, tuple[frozenset[str], ...]]
_NOTHING: list[_Filed] = []
_PAIRS_KEPT = 50_000


def _second(elements: tuple[_Element, ...]) -> frozenset[str] | None:
    """The words of which the second must be one, where the pattern says so."""
    rest = [e for e in elements if e[0] != "^"]
    if rest[0][0] != "w":
        return None
    allowed: frozenset[str] = frozenset()
    for kind, words, _ in rest[1:]:
        if kind not in ("w", "?"):
            return None
        allowed |= words
        if kind == "w":
            return allowed
    return None


def _needed(elements: tuple[_Element, ...]) -> tuple[frozenset[str], ...]:
    """The lists of words of which a sentence must hold one each, those that most sentences lack first."""
    lists = [words for kind, words, _ in elements if kind == "w"]
    return tuple(sorted(lists, key=lambda words: any(len(w) < 4 for w in words)))


_Spots = dict[int, list[_Filed]]  # word i → the patterns that may begin there

# Every table; and for two words that follow each other the tables in which a pattern may begin with them. A sentence is
# looked through once for all of them.
_TABLES: list[Table] = []
_PLACES: dict[tuple[str, str], list[tuple[int, list[_Filed]]]] = {}
_NOWHERE: _Spots = {}


def _look_through(s: Words) -> dict[int, _Spots]:
    """For each table, by its number, where in the sentence a pattern of it may begin, and which; kept with it."""
    spots: dict[int, _Spots] = {}
    for i, pair in enumerate(pairwise((*s.words, ""))):
        places = _PLACES.get(pair)
        if places is None:
            if len(_PLACES) >= _PAIRS_KEPT:
                _PLACES.clear()
            places = _PLACES[pair] = _begin_with(*pair)
        for number, filed in places:
            if number in spots:
                spots[number][i] = filed
            else:
                spots[number] = {i: filed}
    s.spots = spots
    return spots


class Table:
    """Rules, filed by first word; `hits` yields what of them a sentence holds."""

    def __init__(self, rules: Iterable[Rule], lists: Mapping[str, frozenset[str]]) -> None:
        self.rules = tuple(rules)
        self._by_first: dict[str, list[_Filed]] = {}
        self._number = len(_TABLES)
        _TABLES.append(self)
        _PLACES.clear()
        _filed_under.cache_clear()
        for rule in self.rules:
            for pattern in rule.patterns:
                elements = tuple(_element(part, lists) for part in pattern.split())
                if elements[-1][0] in ("?", "*"):
                    raise ValueError(f"{rule.name}: the last element may be missing, so it says nothing: {pattern}")
                filed = False
                firsts: set[str] = set()
                for kind, words, _ in elements:
                    if kind in ("w", "?"):
                        firsts |= words
                    if kind == "w":
                        filed = True
                        break
                    if kind == "*":
                        break
                if not filed:
                    raise ValueError(f"{rule.name}: a pattern must begin with a word or a list: {pattern}")
                entry = (rule, elements, _second(elements), _needed(elements))
                for word in firsts:
                    self._by_first.setdefault(word, []).append(entry)

    def hits(self, s: Words, start: int = 0) -> Iterator[Hit]:
        """All rules found in `s` from word `start` on, left to right."""
        present = s.present
        for i, filed in self._spots(s).items():
            if i < start:
                continue
            seen = None
            for rule, elements, _, needed in filed:
                if rule is seen:
                    continue
                for some in needed:
                    if some.isdisjoint(present):
                        break  # most patterns part here, before the matcher is called
                else:
                    j = _match(elements, 0, s, i)
                    if j >= 0:
                        seen = rule
                        yield Hit(rule, i, j)

    def at(self, s: Words, i: int) -> Hit | None:
        """The first rule that fits at word i, or None."""
        for rule, elements, _, needed in self._spots(s).get(i, _NOTHING):
            if any(some.isdisjoint(s.present) for some in needed):
                continue
            j = _match(elements, 0, s, i)
            if j >= 0:
                return Hit(rule, i, j)
        return None

    def _spots(self, s: Words) -> _Spots:
        return (_look_through(s) if s.spots is None else s.spots).get(self._number, _NOWHERE)

    def filed_under(self, first: str) -> list[_Filed]:
        """The patterns that may begin with this word."""
        filed, stemmed = self._by_first.get(first, _NOTHING), stem(first)
        if stemmed != first and stemmed in self._by_first:
            filed = [*filed, *self._by_first[stemmed]]
        return filed


@lru_cache(maxsize=20_000)
def _filed_under(first: str) -> tuple[tuple[int, list[_Filed]], ...]:
    """For each table that files any under this word, by its number, those patterns."""
    return tuple((number, filed) for number, table in enumerate(_TABLES) if (filed := table.filed_under(first)))


def _begin_with(first: str, second: str) -> list[tuple[int, list[_Filed]]]:
    """For each table, the patterns that may begin with these two words ("": the first is the last of its sentence)."""
    found = []
    for number, some in _filed_under(first):
        following = (second, stem(second))
        filed = [f for f in some if f[2] is None or not f[2].isdisjoint(following)]
        if filed:
            found.append((number, filed))
    return found


def _match(elements: tuple[_Element, ...], e: int, s: Words, i: int) -> int:
    """The word after the match of elements[e:] at word i, or -1."""
    words, stems, n = s.words, s.stems, len(s.words)
    while e < len(elements):
        kind, accepted, most = elements[e]
        if kind == "w":
            if i >= n or (words[i] not in accepted and stems[i] not in accepted):
                return -1
            i += 1
        elif kind == "?":
            if i < n and (words[i] in accepted or stems[i] in accepted):
                j = _match(elements, e + 1, s, i + 1)
                if j >= 0:
                    return j
        elif kind == "*":
            wanted = elements[e + 1]
            for k in range(i, min(i + most, n) + 1):
                if wanted[0] == "w" and (k >= n or (words[k] not in wanted[1] and stems[k] not in wanted[1])):
                    continue
                j = _match(elements, e + 1, s, k)
                if j >= 0:
                    return j
            return -1
        elif kind == "!":
            if i < n and (words[i] in accepted or stems[i] in accepted):
                return -1
        elif kind == "^":
            if i and not s.pause[i] and not opens_clause(s, i):
                return -1
        elif kind == ",":
            if i < n and not s.pause[i]:
                return -1
        elif kind == "$" and i < n:
            return -1
        e += 1
    return i


_JOINERS = word_set(
    "or then well okay ok yeah yes no oh now because also plus hi hello sir madam great sure right look listen"
)
_COORDINATORS = frozenset({"and", "but", "so"})
# Stopgaps of two words: they join, and say nothing.
_STOPGAPS = frozenset({("you", "know"), ("i", "mean"), ("i", "guess"), ("i", "think"), ("let", "us")})


def opens_clause(s: Words, i: int) -> bool:
    """Does word i open a clause: at the start, after a pause, or after a joining word?"""
    words = s.words
    while i > 0:
        if s.pause[i] or words[i - 1] in _COORDINATORS:
            return True
        if words[i - 1] in _JOINERS:
            i -= 1
        elif i > 1 and (words[i - 2], words[i - 1]) in _STOPGAPS:
            i -= 2
        else:
            return False
    return True


def word_list(text: str) -> frozenset[str]:
    """A lexicon entry: its words and their stems."""
    words = text.split()
    return frozenset(words) | frozenset(stem(w) for w in words if len(w) > 4)
