"""Train the logistic weights of the cues for `change` and the six areas, from benchmarks/data_speech.

    python benchmarks/train_change.py            figures on each set of turns, learned from the other sets
    python benchmarks/train_change.py --write    the same, then learns from all sets and writes the weights

Two layers are learned together: families of words and turns of phrase (change_rules.py, area_words.py), written to
speech/change_weights.py, and the cues by which the moves are weighed (learned.py: words, pairs of words, how the turn is
built), written to speech/learned_change.json. The first carry what is common to many words, the second the rest.

Run benchmarks/train_speech.py before it: the moves that a turn makes are cues here.
Needs scikit-learn (1.9.1 wrote the files) and the course's own packages. The course itself doesn't need scikit-learn.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from labelled import DATA, SPEECH, turns
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sellbackwards.speech.change import (
    HEARD,
    SPOKEN,
    Cues,
    area_features,
    area_sums,
    areas_of,
    before_cues,
    change_sum,
    gather,
)
from sellbackwards.speech.learned import pack
from sellbackwards.speech.reading import AREAS

BESIDE = ("more_turns",)  # written beside the rules: figures on them flatter
SETS = tuple(sorted(path.stem for path in DATA.glob("seller_turns*.jsonl"))) + BESIDE
LEAST = 5  # a family that is seen in fewer turns has no weight
SEEN = 2  # and so for the other cues
STRENGTH = 0.35  # C of the regression: less keeps weights smaller
SMALL = 0.02  # weights below are left out of the file
RATE = 0.15  # how many turns ask about change where people write them at will: thresholds are chosen for that
THRESHOLDS = [t / 10 for t in range(-6, 16)]

Row = dict[str, float]
Learned = tuple[Row, Row, dict[str, list[int]]]
"""Weights of families for change, for areas; and of the other cues, as learned.pack reads them."""


@dataclass
class Turn:
    """One labelled turn and its cues (None: nothing asks)."""

    source: str
    change: bool
    areas: set[str]
    cues: Cues | None
    words: set[str]
    before: list[str]  # what stood before it says something of the area, nothing of whether it asks about change


def load(name: str) -> list[Turn]:
    """The turns of one set."""
    found: list[Turn] = []
    for turn in turns(name):
        cues = gather(turn.parts, set(turn.reading.flags) - {"change"}, turn.pitch, turn.buyer)
        before = before_cues(turn.pitch, turn.buyer)
        found.append(Turn(name, "change" in turn.row["flags"], set(turn.row["areas"]), cues, turn.cues, before))
    return found


def fit(families: Sequence[Row], words: Sequence[Sequence[str]], wanted: Sequence[bool]) -> tuple[Row, Row]:
    """Logistic weights of families (the one under "" is always added) and of the other cues."""
    often = Counter(k for row in families for k in row)
    seen = Counter(w for some in words for w in some)
    rows = [
        {**{"f" + k: v for k, v in row.items() if often[k] >= LEAST}, **{"w" + w: 1.0 for w in some if seen[w] >= SEEN}}
        for row, some in zip(families, words, strict=True)
    ]
    vectors = DictVectorizer()
    x: Any = vectors.fit_transform(rows)
    x.indices, x.indptr = x.indices.astype("int32"), x.indptr.astype("int32")
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(x, wanted)
    weights: dict[str, Row] = {"f": {"": round(float(model.intercept_[0]), 2)}, "w": {}}
    for name, w in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True):
        weights[name[0]][name[1:]] = round(float(w), 2)
    return weights["f"], weights["w"]


def learn(turns: Sequence[Turn]) -> Learned:
    """Weights from these turns."""
    asking = [(t, t.cues) for t in turns if t.cues is not None]
    families, words = fit(
        [c.change for _, c in asking], [sorted(t.words) for t, _ in asking], [t.change for t, _ in asking]
    )
    told = [(t, area_features(c)) for t, c in asking if t.areas]
    by_area, spoken = fit(
        [features[a] for _, features in told for a in AREAS],
        [[f"{a}|{w}" for w in (*sorted(t.words), *t.before)] for t, _ in told for a in AREAS],
        [a in t.areas for t, _ in told for a in AREAS],
    )
    table: dict[str, list[int]] = {}
    for cue in sorted(set(words) | {name.partition("|")[2] for name in spoken}):
        found = [words.get(cue, 0.0), *(spoken.get(f"{a}|{cue}", 0.0) for a in AREAS)]
        pairs = [n for k, w in enumerate(found) if abs(w) >= SMALL for n in (k, round(100 * w))]
        if pairs:
            table[cue] = pairs
    return families, by_area, table


@dataclass
class Figures:
    """True and false, for change, areas from text to end, and areas where change is known."""

    change: Counter[str]
    areas: Counter[str]
    areas_known: Counter[str]

    def line(self) -> str:
        tp, fp, fn = (self.change[k] for k in ("tp", "fp", "fn"))
        return (
            f"change P {tp / max(1, tp + fp):.2f} R {tp / max(1, tp + fn):.2f} F1 {f1(self.change):.3f}  "
            f"areas F1 {f1(self.areas):.3f}, where change is known {f1(self.areas_known):.3f}"
        )


def f1(c: Counter[str]) -> float:
    return 2 * c["tp"] / max(1, 2 * c["tp"] + c["fp"] + c["fn"])


Sums = tuple[float, dict[str, float]] | None
"""How much speaks for change, and for each area; None where nothing asks."""


def weighed(turns: Sequence[Turn], learned: Learned) -> list[Sums]:
    """The sums of each turn."""
    families, by_area, table = learned
    packed = pack(table, len(SPOKEN))
    sums: list[Sums] = []
    for t in turns:
        heard = packed.sums(t.words)
        sums.append(
            (change_sum(t.cues, families, heard), area_sums(t.cues, by_area, heard, packed.sums(t.before)))
            if t.cues
            else None
        )
    return sums


def measure(turns: Sequence[Turn], sums: Sequence[Sums]) -> Figures:
    result = Figures(Counter(), Counter(), Counter())
    for t, found in zip(turns, sums, strict=True):
        heard = found is not None and found[0] > HEARD
        named = set(areas_of(t.cues, found[1])) if found is not None and t.cues is not None else set()
        result.change["tp" if heard and t.change else "fp" if heard else "fn" if t.change else "tn"] += 1
        for counts, some in ((result.areas, named if heard else set()), (result.areas_known, named)):
            if counts is result.areas or t.change:
                counts["tp"] += len(some & t.areas)
                counts["fp"] += len(some - t.areas)
                counts["fn"] += len(t.areas - some)
    return result


def at_the_rate(turns: Sequence[Turn], sums: Sequence[Sums]) -> dict[float, float]:
    """F1 of change by threshold, with the turns that don't ask about it weighed so that RATE of all do."""
    asked = sum(t.change for t in turns)
    weight = asked * (1 - RATE) / RATE / (len(turns) - asked)
    scores = {}
    for at in THRESHOLDS:
        heard = [found is not None and found[0] > at for found in sums]
        tp = sum(h and t.change for t, h in zip(turns, heard, strict=True))
        fp = weight * sum(h and not t.change for t, h in zip(turns, heard, strict=True))
        scores[at] = round(2 * tp / (asked + tp + fp), 3)
    return scores


def write(learned: Learned) -> None:
    lines = [
        '"""How much each family of cues weighs. Written by benchmarks/train_change.py; not to be mended by hand.',
        "",
        "CHANGE_WEIGHTS: for a question about change. AREA_WEIGHTS: for an area; its keys name the kind of cue",
        'and the area, as change.py builds them. "" is always added.',
        '"""',
        "",
    ]
    for name, some in zip(("CHANGE_WEIGHTS", "AREA_WEIGHTS"), learned[:2], strict=True):
        kept = {k: v for k, v in sorted(some.items()) if v or not k}
        lines += [f"{name}: dict[str, float] = {{", *(f"    {json.dumps(k)}: {v}," for k, v in kept.items()), "}"]
    (SPEECH / "change_weights.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    text = json.dumps(learned[2], ensure_ascii=False).replace("], ", "],\n")
    (SPEECH / "learned_change.json").write_text(text + "\n", encoding="utf-8")
    print(f"{len(learned[2])} cues, {len(text) // 1000} kB")


def main() -> None:
    everything = [t for name in SETS for t in load(name)]
    total = Figures(Counter(), Counter(), Counter())
    unseen: list[tuple[Turn, Sums]] = []
    for source in SETS:
        here = [t for t in everything if t.source == source]
        sums = weighed(here, learn([t for t in everything if t.source != source]))
        figures = measure(here, sums)
        print(f"{source:15} {figures.line()}")
        total.change += figures.change
        total.areas += figures.areas
        total.areas_known += figures.areas_known
        if source not in BESIDE:
            unseen += zip(here, sums, strict=True)
    print(f"{'all':15} {total.line()}")
    print("threshold → F1 of change:", at_the_rate([t for t, _ in unseen], [s for _, s in unseen]))
    if "--write" in sys.argv:
        write(learn(everything))


if __name__ == "__main__":
    main()
