"""Does a question ask about the need to change, and where does that need lie? Weighs the cues; the data is elsewhere.

Cues: change_rules.py (loss, obstacle, consequence, a case put) and area_words.py (what it falls on).
Weights: change_weights.py, one number for each family of cues, and learned_change.json, for the words and other cues
by which the moves are weighed (learned.py). benchmarks/train_change.py learns both together, and writes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from sellbackwards.speech.area_words import PHRASES, STRONG, WEAK
from sellbackwards.speech.asking import Ask
from sellbackwards.speech.change_rules import AROUND, CHANGE, EXACT, OTHER_MOVES, PARTING, TOGETHER, WONDERING, WORDS
from sellbackwards.speech.change_weights import AREA_WEIGHTS, CHANGE_WEIGHTS
from sellbackwards.speech.learned import Packed, pack
from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.reading import AREAS
from sellbackwards.speech.relevance import content
from sellbackwards.speech.words import Words, stem

# A question is heard as one about change, and a second area named, from these sums of weights on (0: as likely as not).
# HEARD is what train_change.py finds best, on the turns written last, where one in seven asks about change.
HEARD = 1.1
SECOND = 0.1
SPOKEN = ("change", *AREAS)  # what learned_change.json weighs, in this order
_HINT = 0.3
_PAIRED = {
    one: tuple((other, f"{one}+{other}") for first, other in TOGETHER if first == one)
    for one in {a for a, _ in TOGETHER}
}

Place = tuple[Words, int, int]


@lru_cache(maxsize=20_000)
def _cues(word: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The families of a word, the areas that it tells, and those that it only hints at."""
    st = stem(word)
    families = tuple("w:" + n for n, some in EXACT.items() if word in some)
    families += tuple("w:" + n for n, some in WORDS.items() if word in some or st in some)
    told = tuple(a for a in AREAS if word in STRONG[a] or st in STRONG[a])
    return families, told, tuple(a for a in AREAS if a not in told and (word in WEAK[a] or st in WEAK[a]))


@dataclass(slots=True)
class Cues:
    """What a turn holds: cues of change, cues of each area by kind, and where the first of each stands.

    Kinds of area cues: s told and h hinted at in the question, p by a turn of phrase, m told in its main clause, t by
    what stands after "what does it do to", c in the sentences around, a in the pitch, b in the buyer's remark.
    """

    change: dict[str, float] = field(default_factory=dict)
    area: dict[tuple[str, str], float] = field(default_factory=dict)
    where: dict[str, Place] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[tuple[tuple[str, float], ...], float]:
    """The areas that a pitch or remark speaks of, and how much in all; remembered, as many answers meet one."""
    found: dict[str, float] = {}
    for word in content(text).words:
        _, told, hinted = _cues(word)
        for a in told:
            found[a] = min(2.0, found.get(a, 0.0) + 1.0)
        for a in hinted:
            found[a] = min(2.0, found.get(a, 0.0) + _HINT)
    return tuple(found.items()), min(2.0, sum(found.values()))


def gather(
    parts: Sequence[tuple[Words, list[Ask]]], flags: Iterable[str], pitch: str | None, buyer: str | None
) -> Cues | None:
    """The cues of the sentences that ask, of those around, and of what stood before; None where nothing asks."""
    asked = [(s, asks[0].i, asks[-1].form) for s, asks in parts if asks]
    if not asked:
        # "The thing I keep wondering is what a bride says …"
        asked = [(s, 0, "open") for s, _ in parts if not WONDERING.isdisjoint(s.words)]
        if not asked:
            return None
    cues = Cues({"flag:" + f: 1.0 for f in flags if f in OTHER_MOVES})
    change, area = cues.change, cues.area
    for s, begin, form in asked:
        change[form] = 1.0
        _question(cues, s, begin)
    if len(parts) > len(asked):
        starts = {s.begin for s, _, _ in asked}
        for s, _ in parts:
            if s.begin not in starts:
                _beside(cues, s)
    before = buyer if buyer is not None else pitch
    if before is not None:
        spoken, in_all = _said(before)
        kind = "b" if buyer is not None else "a"
        for a, n in spoken:
            area[kind, a] = n
        if buyer is not None:
            change["reply"] = 1.0
            change["b:any"] = in_all / 2
    for (kind, a), n in area.items():
        if kind == "s":
            change["s:" + a] = min(2.0, n + 0.7 * area.get(("p", a), 0.0))
        elif kind == "p" and ("s", a) not in area:
            change["s:" + a] = min(2.0, 0.7 * n)
    names = {k[k.find(":") + 1 :] for k in change}
    for one in names & _PAIRED.keys():
        for other, both in _PAIRED[one]:
            if other in names:
                change[both] = 1.0
    return cues


def _question(cues: Cues, s: Words, begin: int) -> None:
    """Adds the cues of one sentence that asks from word `begin` on."""
    change, area, where = cues.change, cues.area, cues.where
    aim = len(s.words)
    for hit in CHANGE.hits(s):
        name = hit.rule.name
        if name == "change:effect" and hit.j < aim:
            aim = hit.j
        if name not in change:
            change[name] = 1.0
            where[name] = (s, hit.i, hit.j)
    for hit in PHRASES.hits(s):
        kind = ("p", hit.rule.name)
        if kind in area:
            area[kind] = 2.0
        else:
            area[kind] = 1.0
            where.setdefault("p" + hit.rule.name, (s, hit.i, hit.j))
    main = True
    for i, word in enumerate(s.words):
        families, told, hinted = _cues(word)
        for name in families:
            change[name] = 1.0
        if main and i > begin and (s.pause[i] or word in PARTING):
            main = False
        for a in told:
            kind = ("s", a)
            if kind in area:
                area[kind] = 2.0
            else:
                area[kind] = 1.0
                where["s" + a] = (s, i, i + 1)
            if main and i >= begin:
                area["m", a] = 1.0
            if i >= aim:
                area["t", a] = 1.0
        for a in hinted:
            kind = ("h", a)
            n = area.get(kind, 0.0)
            if not n:
                where["h" + a] = (s, i, i + 1)
            area[kind] = n + 1.0 if n < 3.0 else n
            if i >= aim:
                area.setdefault(("t", a), _HINT)


def _beside(cues: Cues, s: Words) -> None:
    """Adds the cues of a sentence that stands beside the question."""
    for word in s.words:
        families, told, hinted = _cues(word)
        for name in families:
            if name in AROUND:
                cues.change["c:" + name[2:]] = 1.0
        for a in told:
            cues.area["c", a] = min(2.0, cues.area.get(("c", a), 0.0) + 1.0)
        for a in hinted:
            cues.area["c", a] = min(2.0, cues.area.get(("c", a), 0.0) + _HINT)


def area_features(cues: Cues) -> dict[str, dict[str, float]]:
    """For each area what speaks for it: its own cues, those of its rivals, and how the question is put."""
    put = [k for k in cues.change if k.startswith("change:") or k in _ASKED_SO]
    spoken = {a for kind, a in cues.area if kind in "sp"}
    named = spoken | {a for kind, a in cues.area if kind == "m"}
    features: dict[str, dict[str, float]] = {}
    for a in AREAS:
        row = {"is " + a: 1.0}
        for (kind, area), n in cues.area.items():
            if area == a:
                row[kind] = n
                row[kind + ":" + a] = n
            elif n > row.get("o" + kind, 0.0):
                row["o" + kind] = n
        if a not in named:
            row["none"] = 1.0
        if not named:
            row["none:" + a] = 1.0
        for name in put:
            row[name + ">" + a] = 1.0
        for other in spoken:
            if other != a:
                row[other + "!" + a] = 1.0
        features[a] = row
    return features


_ASKED_SO = frozenset(
    "w:" + n for n in word_set("hypothesis would cost much trouble worry away nobody ahead spill third react")
)


def weigh(weights: Mapping[str, float], row: Mapping[str, float]) -> float:
    """The sum of the weights of what is there."""
    get = weights.get
    return weights[""] + sum(get(k, 0.0) * v for k, v in row.items())


@lru_cache(maxsize=1)
def spoken() -> Packed:
    """The weights of words and other cues, for change and for each area, read once."""
    raw = json.loads(Path(__file__).with_name("learned_change.json").read_text(encoding="utf-8"))
    return pack(raw, len(SPOKEN))


def before_cues(pitch: str | None, buyer: str | None) -> list[str]:
    """The words of what stood before the turn, as cues of the area."""
    before = buyer if buyer is not None else pitch
    return [] if before is None else ["before " + st for st in content(before).stems]


def change_sum(cues: Cues, weights: Mapping[str, float], heard: Sequence[int]) -> float:
    """How much speaks for a question about change; `heard` is what the words say, in the order of SPOKEN."""
    return weigh(weights, cues.change) + heard[0] / 100


def area_sums(
    cues: Cues, weights: Mapping[str, float], heard: Sequence[int], before: Sequence[int]
) -> dict[str, float]:
    """How much speaks for each area; `before` is what the words say that stood before the turn."""
    rows = area_features(cues)
    return {a: weigh(weights, rows[a]) + (heard[k] + before[k]) / 100 for k, a in enumerate(AREAS, 1)}


def areas_of(cues: Cues, sums: Mapping[str, float]) -> list[str]:
    """The areas that a question about change falls on, most likely first; none for a bare "if nothing changed"."""
    if "change:nothing changes" in cues.change and not any(kind in "sc" for kind, _ in cues.area):
        return []
    ranked = sorted(AREAS, key=lambda a: -sums[a])
    return ranked[:1] + [a for a in ranked[1:2] if sums[a] > SECOND]


def find_change(
    text: str,
    parts: Sequence[tuple[Words, list[Ask]]],
    flags: Iterable[str],
    pitch: str | None,
    buyer: str | None,
    found: Iterable[str],
) -> tuple[str, dict[str, str]]:
    """The words that a question about change rests on ("": it asks about none), and its areas with theirs.

    `found` are the cues by which the moves were weighed (learned.cues).
    """
    cues = gather(parts, flags, pitch, buyer)
    if cues is None:
        return "", {}
    heard = spoken().sums(found)
    if change_sum(cues, CHANGE_WEIGHTS, heard) <= HEARD:
        return "", {}
    phrases = [k for k in cues.where if k.startswith("change:")]
    best = max(phrases, key=lambda k: CHANGE_WEIGHTS.get(k, 0.0), default="")
    if best:
        s, i, j = cues.where[best]
    else:
        s = next((s for s, asks in parts if asks), parts[0][0])
        i, j = 0, len(s.words)
    words = s.span(text, i, j)
    areas: dict[str, str] = {}
    sums = area_sums(cues, AREA_WEIGHTS, heard, spoken().sums(before_cues(pitch, buyer)))
    for a in areas_of(cues, sums):
        place = next((cues.where[k + a] for k in "sph" if k + a in cues.where), None)
        areas[a] = place[0].span(text, place[1], place[2]) if place else words
    return words, areas
