"""Is a phrase there by meaning? Other forms, slips of the keyboard, synonyms and another order of its words will do.

A phrase of an author's is met where one sentence has all its telling words close together, each as itself, in another
form ("lost" for "losing"), with a slip, or as a word that stands for it in the thesaurus. "Not" and "no" count: "we
won't stop" isn't "stop". A phrase of small words alone ("he can", "are you") must stand there in its order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sellbackwards.exercises.kinds.ideas import IDEAS
from sellbackwards.speech.lexicon import AUX, DET, PREPOSITION, SUBJECT, WH
from sellbackwards.speech.roots import root
from sellbackwards.speech.thesaurus import GROUPS
from sellbackwards.speech.words import sentences

NEGATORS = frozenset({"not", "n't", "never", "no", "nobody", "nothing", "none", "without", "neither", "nor", "hardly"})
_NOTHING = frozenset({"nobody", "nothing"})  # "say nothing" isn't "say no", nor "don't say"
# Only these deny the word that follows; "no internet" and "nobody buys" are about the internet and buying all the same.
_DENIES = frozenset({"not", "n't", "never", "hardly"})
_BETWEEN = frozenset(
    "be really very so that just even ever going to want wanting have been at all the a any need".split()
)
_PARTICLES = frozenset("up out off on away past round around down by over through".split())
_COUNTS = frozenset(
    "all another both each enough every few five four half less many more most much one other several three two".split()
)
SMALL = (
    AUX | DET | PREPOSITION | SUBJECT | WH | NEGATORS
    | frozenset("be been being to and or but if whether so then than as me us him her his my your our their its them too just 's am yes please there here".split())
) - _PARTICLES - _COUNTS  # fmt: skip
# Whose it is and who does it is never passed over: "wish you" isn't "wish". The forms of one person count as one.
_PERSONS = {
    form: forms.split()[0]
    for forms in (
        "i me my mine myself",
        "you your yours yourself",
        "he him his",
        "she her hers",
        "we us our ours",
        "they them their theirs",
    )
    for form in forms.split()
}
_KEPT = frozenset(_PERSONS) | WH | (PREPOSITION - _PARTICLES) | {"if", "whether", "this", "that", "these", "those"}
# Verbs that tell next to nothing: a phrase of these ("say so", "do it", "made you look") must stand there in its order.
_WEAK = frozenset(
    "say tell speak do get go make take come give put see look like want thing way mean let work fine good".split()
)

_WEAK_ROOTS = frozenset(map(root, _WEAK))
_OF_ROOT: dict[str, frozenset[str]] = {}
for _n, _group in enumerate(GROUPS):
    for _word in _group:
        _OF_ROOT[root(_word)] = _OF_ROOT.get(root(_word), frozenset()) | {f"={_n}"}


@lru_cache(maxsize=20_000)
def keys(word: str) -> frozenset[str]:
    """What a word may be recognised by: its root, and the groups of the thesaurus that hold it."""
    return _OF_ROOT.get(root(word), frozenset()) | {root(word)}


@lru_cache(maxsize=50_000)
def slip(typed: str, meant: str) -> bool:
    """Are two words a slip of the keyboard apart: one letter more, less, other or swapped; two in a long word?"""
    short = min(len(typed), len(meant))
    most = 2 if short >= 8 else 1
    if short < 4 or typed[0] != meant[0] or abs(len(typed) - len(meant)) > most:
        return False
    if short == 4 and sorted(typed) != sorted(meant):  # of four letters only swapped ones: "form" is no "firm"
        return False
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(meant, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1] <= most


@dataclass(frozen=True, slots=True)
class Heard:
    """One sentence of an answer: its plain words, where clauses begin, and whether it asks."""

    words: tuple[str, ...]
    pauses: tuple[bool, ...]
    asks: bool


@lru_cache(maxsize=512)
def heard(text: str) -> tuple[Heard, ...]:
    """The sentences of a text; slips that speech knows are mended, short forms opened ("don't" → do n't)."""
    return tuple(Heard(tuple(s.words), tuple(s.pause), s.mark == "?") for s in sentences(text))


@lru_cache(maxsize=8192)
def _phrase(phrase: str) -> tuple[str, ...]:
    return tuple(word for sentence in heard(phrase) for word in sentence.words)


def spelt_out(phrases: Sequence[str]) -> list[str]:
    """The phrases, with those of an idea in place of its name in angle brackets."""
    return [one for name in phrases for one in (IDEAS[name[1:-1]] if name.startswith("<") else (str(name),))]


def find(phrases: Sequence[str], text: str) -> tuple[str, str]:
    """(the words of `text` that say one of these phrases, those that deny one); each "" where there are none."""
    denied = ""
    said = heard(text)
    spelt = spelt_out(phrases)
    for slips in (False, True):
        for phrase in spelt:
            wanted = _phrase(phrase)
            for sentence in said:
                for at in _places(wanted, sentence, slips):
                    words = " ".join(sentence.words[at[0] : at[1]]).replace(" n't", "n't")
                    if _denied(wanted, sentence, at):
                        denied = denied or words
                    else:
                        return words, denied
    return "", denied


def find_exact(phrases: Sequence[str], text: str) -> str:
    """The first of these phrases that stands in `text` word for word and isn't denied ("we offer no discount")."""
    said = heard(text)
    for phrase in spelt_out(phrases):
        wanted = _phrase(phrase)
        negative = not NEGATORS.isdisjoint(wanted)
        for sentence in said:
            words = sentence.words
            for i in range(len(words) - len(wanted) + 1):
                if words[i] == wanted[0] and words[i : i + len(wanted)] == wanted:
                    if negative or not _ruled_out(sentence, i):
                        return phrase
    return ""


def _ruled_out(sentence: Heard, at: int) -> bool:
    """Does a "no" or "not" stand up to three words before, in the same clause: "no big discount", "I won't send a …"?"""
    for i in range(at - 1, max(-1, at - 5), -1):
        if sentence.pauses[i + 1]:
            return False
        if sentence.words[i] in NEGATORS:
            return not sentence.asks
    return False


def _denied(wanted: tuple[str, ...], sentence: Heard, at: tuple[int, int]) -> bool:
    """Is a phrase that is itself no denial denied, before it or in it? A question denies nothing.

    "We won't really stop" isn't "stop", nor is "the nurses don't quit" "nurses quit".
    """
    if sentence.asks or not NEGATORS.isdisjoint(wanted):
        return False
    words, pauses, (start, end) = sentence.words, sentence.pauses, at
    telling = frozenset().union(*(keys(word) for word in wanted if word not in SMALL))
    for i in range(end - 1):
        if words[i] in _DENIES and i != start:
            j = i + 1  # the word that it denies
            while j < end - 1 and j != start and words[j] in _BETWEEN and not pauses[j]:
                j += 1
            if not pauses[j] and (j == start or (i > start and not telling.isdisjoint(keys(words[j])))):
                return True
    return False


def _places(wanted: tuple[str, ...], sentence: Heard, slips: bool) -> list[tuple[int, int]]:
    """Where a phrase stands in a sentence, as (first word, one past the last)."""
    words = sentence.words
    telling = [word for word in wanted if word not in SMALL]
    negative = [word for word in wanted if word in NEGATORS]
    if _COUNTS.issuperset(telling):
        return [] if slips else _in_order(wanted, words)
    if len(wanted) > 1 and all(root(word) in _WEAK_ROOTS for word in telling):
        return [] if slips else _in_order(tuple(map(root, wanted)), tuple(map(root, words)))
    spots: list[list[int]] = []
    for word in telling:
        mine = keys(word)
        at = [i for i, other in enumerate(words) if other not in SMALL and not mine.isdisjoint(keys(other))]
        if not at and slips:
            at = [i for i, other in enumerate(words) if slip(other, word)]
        if not at:
            return []
        spots.append(at)
    if negative:
        at = [i for i, word in enumerate(words) if word in NEGATORS and (word not in _NOTHING or word in negative)]
        if not at:
            return []
        spots.append(at)
    for kept in {_PERSONS.get(word, word) for word in wanted if word in _KEPT}:
        at = [i for i, word in enumerate(words) if _PERSONS.get(word, word) == kept]
        if not at:
            return []
        spots.append(at)
    reach = len(wanted) + 3
    found = []
    for start in spots[0]:
        chosen = [start, *(min(at, key=lambda i: abs(i - start)) for at in spots[1:])]
        low, high = min(chosen), max(chosen)
        if high - low < reach and len(set(chosen)) == len(chosen):
            found.append((low, high + 1))
    return found


def _in_order(wanted: tuple[str, ...], words: tuple[str, ...]) -> list[tuple[int, int]]:
    size = len(wanted)
    return [(i, i + size) for i in range(len(words) - size + 1) if words[i : i + size] == wanted]


# --- what is no answer, whatever words it has -------------------------------------------------------------------------
def telling_roots(text: str) -> list[str]:
    """The roots of the words that carry the matter, in their order."""
    return [root(word) for sentence in heard(text) for word in sentence.words if word not in SMALL]


def is_salad(text: str) -> bool:
    """A heap of words that makes no sentence: eight or more, and hardly a small word among them."""
    words = [word for sentence in heard(text) for word in sentence.words]
    return len(words) >= 8 and sum(word in SMALL for word in words) < len(words) / 6


def is_copied(text: str, source: str, share: float = 0.8) -> bool:
    """Are at least `share` of the text's words (five or more) taken from `source`, three and more in a row?"""
    words = _all_words(text)
    if len(words) < 5 or not source:
        return False
    there = _triples(source)
    taken = [False] * len(words)
    for i in range(len(words) - 2):
        if words[i : i + 3] in there:
            taken[i : i + 3] = [True] * 3
    return sum(taken) >= share * len(words)


@lru_cache(maxsize=512)
def _triples(source: str) -> frozenset[tuple[str, ...]]:
    words = _all_words(source)
    return frozenset(words[i : i + 3] for i in range(len(words) - 2))


def _all_words(text: str) -> tuple[str, ...]:
    """Every word of a text, those in quotation marks too, which speech leaves out where somebody else said them."""
    return tuple(word for sentence in heard(re.sub(r"[\"“”]", "", text)) for word in sentence.words)
