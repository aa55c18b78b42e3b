"""What the rules can't list, weighed: how much each cue of a turn speaks for each move.

Cues are the rules' own hits, how the sentences are built, what they share with the pitch or the remark, words, pairs of
words, and families of words. Their weights stand in learned.json, written by benchmarks/train_speech.py from turns that
several authors invented. A move that no rule found is added where its cues weigh enough; one that a rule found falls
only where they weigh clearly against it, and never where the rule is sure.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, repeat
from pathlib import Path

from sellbackwards.speech.asking import Ask
from sellbackwards.speech.lexicon import NEGATION
from sellbackwards.speech.move_words import FAMILIES_OF
from sellbackwards.speech.relevance import EMPTY, Content
from sellbackwards.speech.words import Words, stem

WEIGHED = ("pitch", "contradiction", "pressure", "seller_need", "next_step", "deferral", "reflection")
WEIGHTS = Path(__file__).with_name("learned.json")
# These need no second opinion: nobody says them and means something else.
SURE = frozenset({"pitch/hype", "contradiction/wrong", "pressure/close"})
_LETTER = {"open": "O", "closed": "C", "choice": "C", "leading": "L", "none": "S"}
_YOU = frozenset({"you", "your"})
_SIZES = tuple(str(min(n // 4, 4)) for n in range(400))


# Weights are whole numbers (hundredths). Those of one cue are packed into one, FIELD bits for each thing weighed, so
# that one sum weighs them all.
FIELD = 24
_HALF = 1 << (FIELD - 1)


@dataclass(frozen=True, slots=True)
class Packed:
    """For each cue the weights of `count` things, packed."""

    of: dict[str, int]
    count: int

    def sums(self, found: Iterable[str]) -> list[int]:
        """How much the cues that were found speak for each thing."""
        packed = sum(map(self.of.get, found, repeat(0)))
        sums = []
        for _ in range(self.count):
            w = ((packed + _HALF) & (2 * _HALF - 1)) - _HALF
            sums.append(w)
            packed = (packed - w) >> FIELD
        return sums


def pack(raw: Mapping[str, Sequence[int]], count: int) -> Packed:
    """From a table as the training scripts write it: cue → place, weight, place, weight, …"""
    return Packed(
        {
            cue: sum(w << (FIELD * k) for k, w in zip(pairs[::2], pairs[1::2], strict=True))
            for cue, pairs in raw.items()
        },
        count,
    )


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the moves, in the order of WEIGHED, and what each needs."""

    cues: Packed
    add: tuple[float, ...]  # a sum above it adds the move
    keep: tuple[float, ...]  # a sum below it takes away what a rule found
    speaking: tuple[dict[str, int], ...]  # for each move the cues that speak for it, with their weight


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The shipped weights, read once."""
    raw = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    speaking: tuple[dict[str, int], ...] = tuple({} for _ in WEIGHED)
    for cue, pairs in raw["cues"].items():
        for k, w in zip(pairs[::2], pairs[1::2], strict=True):
            if w > 0:
                speaking[k][cue] = w
    return Weights(pack(raw["cues"], len(WEIGHED)), tuple(raw["add"]), tuple(raw["keep"]), speaking)


@lru_cache(maxsize=20_000)
def _families(word: str) -> tuple[str, ...]:
    """The families of a word (move_words.py)."""
    return tuple(dict.fromkeys(FAMILIES_OF.get(word, ()) + FAMILIES_OF.get(stem(word), ())))


def cues(
    parts: Sequence[tuple[Words, list[Ask]]],
    flags: Iterable[str],
    rules: Sequence[Iterable[str]],
    said: Content | None,
    sold: Content | None,
) -> set[str]:
    """The cues of a turn; `rules` names the rules that fit each sentence."""
    where = "B" if said else "P" if sold else "N"
    found: list[str] = ["in " + where]
    for flag in flags:
        found += ("flag " + flag, "flag " + flag + where)
    last = "none"
    order = "order " + where
    for n, (s, asks) in enumerate(parts):
        words, stems = s.words, s.stems
        form = asks[-1].form if asks else "none"
        last = form if asks else last
        letter = _LETTER[form]
        told = "S" if form in ("none", "leading") else "Q"
        here = where + told
        if n < 4:
            order += letter
        found.append("has " + letter)
        for name in rules[n]:
            found += ("rule " + name, "rule " + told + where + name)
        plain = words
        if "#" in stems:
            plain = ["#" if st == "#" else w for w, st in zip(words, stems, strict=True)]
            found.append("number " + told)
        found += [" " + st for st in stems if st]
        line = ["^", *plain, s.mark[:1] or "."]
        found += [a + " " + b for a, b in pairwise(line)]
        for word in words:
            found += _families(word)
        opening = plain[0] if plain[0] in EMPTY or plain[0] == "#" else "_"
        found.append("opens " + here + opening)
        if n == 0:
            found.append("begins " + where + opening)
        found.append("long " + told + _SIZES[min(len(words), len(_SIZES) - 1)])
        other = said or sold
        if other is not None:
            theirs = other.stems
            shared = sum(st in theirs for st in stems)
            found.append("shares " + here + str(min(shared, 3)))
            if n == 0:
                found.append("shares first " + where + str(min(shared, 2)))
            if shared:
                if 2 * shared >= sum(w not in EMPTY for w in words):
                    found.append("shares half " + here)
                if not _YOU.isdisjoint(words):
                    found.append("shares you " + here)
            if said and told == "S":
                found.append(f"no {not NEGATION.isdisjoint(words):d}{other.negated:d}{shared > 0:d}")
    found += ("form " + last, order, "sentences " + str(min(len(parts), 4)))
    return set(found)


# Sums between these are doubtful: a move that was added with a chance under 3 in 4, or that a rule found and the cues
# give less than 1 in 3. An honest coach takes nobody to task for it.
_ADDED_FOR_SURE, _KEPT_FOR_SURE = 110, -69
_BEYOND = 20  # and an added move lies that far beyond what it needs


def weigh(
    found: Collection[str], flags: Mapping[str, str], sure: Iterable[str]
) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """The moves of a turn (those of `flags` that stay, and those added, with the cues that speak most for these), and
    which of them are doubtful."""
    known = weights()
    total = known.cues.sums(found)
    moves: dict[str, tuple[str, ...]] = {}
    doubtful = set()
    for k, name in enumerate(WEIGHED):
        for_sure = _KEPT_FOR_SURE if name in flags else max(_ADDED_FOR_SURE, known.add[k] + _BEYOND)
        if total[k] < for_sure and name not in sure:
            doubtful.add(name)
        if name in flags:
            if total[k] >= known.keep[k] or name in sure:
                moves[name] = ()
        elif total[k] > known.add[k]:
            speak = known.speaking[k]
            ranked = sorted(((speak[cue], cue) for cue in found if cue in speak), reverse=True)
            moves[name] = tuple(cue for _, cue in ranked)
    return moves, frozenset(doubtful & moves.keys())


def place(parts: Sequence[tuple[Words, list[Ask]]], spoken: Sequence[str]) -> tuple[int, int, int]:
    """Where the first of the cues that are words stands: sentence, from word, to word. The last sentence if nowhere."""
    for cue in spoken:
        wanted = cue.split()
        for n, (s, _) in enumerate(parts):
            if cue[0] == " " or cue[0] == "~":
                for i, (word, st) in enumerate(zip(s.words, s.stems, strict=True)):
                    if cue in (" " + st, *_families(word)) and word:
                        return n, i, i + 1
                continue
            size = len(s.words)
            line = ["^", *("#" if st == "#" else w for w, st in zip(s.words, s.stems, strict=True)), s.mark[:1] or "."]
            for i in range(len(line) - len(wanted) + 1):
                if line[i : i + len(wanted)] == wanted:
                    return n, min(max(i - 1, 0), size - 1), max(min(i - 1 + len(wanted), size), 1)
    return len(parts) - 1, 0, len(parts[-1][0].words)
