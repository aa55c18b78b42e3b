"""What a turn is weighed by: words and their neighbours, families, its build, what it shares with what stood before.

Each feature is a short string; a turn has it or not.

" word"        a stem, anywhere             "a b"        two words side by side ("^" begins a sentence)
"S word"       a stem of a sentence that asks nothing, "Q word" of one that asks (leading ones aside)
"~family"      a family of words            "?family"    the same in a sentence that asks ("?m", in its main clause)
"&area"        a word of that area beside the question, "<area" and "before word" in the pitch or remark
"to word"      a word of the remark, where nothing is asked in return
"rule name"    a turn of phrase (move_rules.py)
and in plain words the form, the order and length of the sentences, and what they share with what was said before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from sellbackwards.speech.area_words import STRONG, WEAK
from sellbackwards.speech.asking import Ask
from sellbackwards.speech.lexicon import NEGATION, word_set
from sellbackwards.speech.move_rules import MOVES
from sellbackwards.speech.move_words import ASKED, EXACTLY, FAMILIES
from sellbackwards.speech.relevance import EMPTY, Content, content
from sellbackwards.speech.words import Words, sentences_before, stem

Part = tuple[Words, list[Ask]]
_LETTER = {"open": "O", "closed": "C", "choice": "C", "leading": "L", "none": "S"}
_YOU = frozenset({"you", "your"})
_SIZES = tuple(str(min(n // 4, 4)) for n in range(400))
# Families of ASKED that count in the sentences around the question too: "She quit in May. What did that do to you?"
_AROUND = frozenset({"trouble", "lose", "worry", "hypothesis", "ours", "spill"})
# Words that end the main clause of a question, and words of a sentence that asks without asking.
_PARTING = word_set("if when once whenever because while since after that who")
# Read as two words of which neither says it alone: "world-class".
_COMPOUNDS = {(a, b) for words in FAMILIES.values() for a, dash, b in (w.partition("-") for w in words) if dash}
_WONDERING = word_set("wonder wondering describe question curious tell")


@lru_cache(maxsize=20_000)
def families(word: str) -> tuple[str, ...]:
    """The families of a word, by itself and by its stem."""
    st = stem(word)
    return tuple("~" + name for name, words in FAMILIES.items() if word in words or st in words)


@lru_cache(maxsize=20_000)
def _asked(word: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What a word is in a question: its families, those that count around it, areas it tells, and areas it hints at;
    and the features of those that it tells."""
    st = stem(word)
    found = [name for name, words in EXACTLY.items() if word in words]
    found += [name for name, words in ASKED.items() if word in words or st in words]
    told = tuple(a for a, words in STRONG.items() if word in words or st in words)
    hints = tuple(a for a, words in WEAK.items() if a not in told and (word in words or st in words))
    around = tuple("&" + name for name in found if name in _AROUND)
    return tuple("?" + n for n in found), around, told, hints, tuple("?" + a for a in told)


@lru_cache(maxsize=1024)
def _before(text: str) -> tuple[str, ...]:
    """What a pitch or remark says of the area; remembered, as many answers meet one."""
    said = content(text)
    found = ["before " + st for st in said.stems]
    for word in said.words:
        _, _, told, hints, _ = _asked(word)
        found += ["<" + a for a in told] + ["<" + a + "?" for a in hints]
    return tuple(found)


@lru_cache(maxsize=1024)
def _answered(buyer: str) -> tuple[str, ...]:
    """What a remark says that is answered without a question; remembered, as many answers meet one."""
    told = sentences_before(buyer)
    if not told:
        return ()
    opening = told[-1].words[0]
    return (
        "to " + opening + " …",
        *{"to " + st for s in told for st in s.stems},
        *{f"to {f}" for s in told for w in s.words for f in families(w)},
    )


@lru_cache(maxsize=1024)
def asks_something(buyer: str) -> bool:
    """Does the remark end in a question to the seller?"""
    return buyer.rstrip(" \"'”’").endswith("?")


def features(parts: Sequence[Part], buyer: str | None, pitch: str | None) -> set[str]:
    """The features of a turn, as the answer to the remark `buyer`, or else to `pitch`."""
    before = buyer if buyer else pitch
    other = content(before) if before else None
    where = "B" if buyer else "P" if pitch else "N"
    found: list[str] = ["in " + where]
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
        for hit in MOVES.hits(s):
            found += ("rule " + hit.rule.name, "rule " + told + " " + hit.rule.name)
        plain = words
        if "#" in stems:
            plain = ["#" if st == "#" else w for w, st in zip(words, stems, strict=True)]
            found.append("number " + told)
        found += [" " + st for st in stems if st]
        found += [told + " " + st for st in stems if st]
        found += [a + " " + b for a, b in pairwise(("^", *plain, s.mark[:1] or "."))]
        for word in words:
            found += families(word)
        for pair in _COMPOUNDS.intersection(pairwise(words)):
            found += families("-".join(pair))
        opening = plain[0] if plain[0] in EMPTY or plain[0] == "#" else "_"
        found.append("opens " + here + opening)
        if n == 0:
            found.append("begins " + where + opening)
        found.append("long " + told + _SIZES[min(len(words), 399)])
        if other is not None:
            found += _shared(s, n == 0, where, here, told, other)
    found += ("form " + last, order, "sentences " + str(min(len(parts), 4)))
    if buyer and asks_something(buyer):
        found += ("answers", "answers " + order[6:])
    asked = [(s, asks[0].i) for s, asks in parts if asks]
    if not asked:  # "The thing I keep wondering is what a bride says …"
        asked = [(s, 0) for s, _ in parts if not _WONDERING.isdisjoint(s.words)]
    if asked:
        for s, begin in asked:
            found += _question(s, begin)
        starts = {s.begin for s, _ in asked}
        for s, _ in parts:
            if s.begin not in starts:
                for word in s.words:
                    _, around, told_areas, hints, _ = _asked(word)
                    found += around
                    found += ["&" + a for a in told_areas]
                    found += ["&" + a + "?" for a in hints]
        if before:
            found += _before(before)
    elif buyer:
        found += _answered(buyer)
    return set(found)


def _shared(s: Words, first: bool, where: str, here: str, told: str, other: Content) -> list[str]:
    """How much of a sentence is taken from what stood before."""
    theirs = other.stems
    shared = sum(st in theirs for st in s.stems)
    found = ["shares " + here + str(min(shared, 3))]
    if first:
        found.append("shares first " + where + str(min(shared, 2)))
    if shared:
        if 2 * shared >= sum(w not in EMPTY for w in s.words):
            found.append("shares half " + here)
        if not _YOU.isdisjoint(s.words):
            found.append("shares you " + here)
    if where == "B" and told == "S":
        found.append(f"no {not NEGATION.isdisjoint(s.words):d}{other.negated:d}{shared > 0:d}")
    return found


def _question(s: Words, begin: int) -> list[str]:
    """The families and areas of a sentence that asks from word `begin` on; areas in its main clause, and twice told."""
    found: list[str] = []
    twice: dict[str, int] = {}
    main = True
    for i, word in enumerate(s.words):
        names, _, told, hints, area_names = _asked(word)
        found += names
        if main and i > begin and (s.pause[i] or word in _PARTING):
            main = False
        if told:
            found += area_names
            if main and i >= begin:
                found += ["?m " + a for a in told]
        for a in told:
            twice[a] = twice.get(a, 0) + 2
        for a in hints:
            twice[a] = twice.get(a, 0) + 1
            found.append("?" + a + "?")
    found += ["?" + a + " much" for a, n in twice.items() if n >= 3]
    return found
