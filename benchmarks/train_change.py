"""Learns how much each family of cues speaks for `change`, and for each area, from benchmarks/data_speech alone.

    python benchmarks/train_change.py            figures on each set of turns, learned from the other sets
    python benchmarks/train_change.py --write    the same, then learns from all sets and writes speech/change_weights.py

Weights are for families of words and turns of phrase (sellbackwards/speech/change_rules.py, area_words.py), never for
single words, so what is learned from one author's turns holds for another's.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sellbackwards.speech.change import HEARD, Cues, area_features, areas_of, gather, weigh
from sellbackwards.speech.engine import read_with_pitch

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "benchmarks" / "data_speech"
OUT = ROOT / "sellbackwards" / "speech" / "change_weights.py"
SETS = ("seller_turns", *(f"seller_turns_{n}" for n in range(2, 9)), "more_turns")
LEAST = 5  # cues seen less often have no weight
CAUTION = 4.0  # how strongly weights are held towards nothing (L2)

Row = dict[str, float]
Weights = dict[str, float]


@dataclass
class Turn:
    """One labelled turn and its cues (None: nothing asks)."""

    source: str
    ident: str
    change: bool
    areas: set[str]
    cues: Cues | None


def load() -> list[Turn]:
    found: list[Turn] = []
    for source in SETS:
        for line in (DATA / f"{source}.jsonl").read_text(encoding="utf-8").splitlines():
            r = json.loads(line)
            pitch = None if r["buyer"] is not None else r["pitch"]
            reading, parts = read_with_pitch(r["text"], pitch, r["buyer"])
            cues = gather(parts, reading.flags, pitch, r["buyer"])
            found.append(Turn(source, r["id"], "change" in r["flags"], set(r["areas"]), cues))
    return found


def fit(rows: Sequence[Row], wanted: Sequence[bool]) -> Weights:
    """Logistic weights by Newton's method; the one under "" is always added."""
    counts = Counter(k for row in rows for k in row)
    names = sorted(k for k, n in counts.items() if n >= LEAST)
    at = {n: i for i, n in enumerate(names)}
    x: NDArray[np.float64] = np.zeros((len(rows), len(names) + 1))
    x[:, -1] = 1
    for i, row in enumerate(rows):
        for k, v in row.items():
            if k in at:
                x[i, at[k]] = v
    y = np.array(wanted, dtype=float)
    w: NDArray[np.float64] = np.zeros(x.shape[1])
    caution = np.full(len(w), CAUTION)
    caution[-1] = 0.01
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = (x * (p * (1 - p))[:, None]).T @ x + np.diag(caution)
        step = np.linalg.solve(slope, x.T @ (y - p) - caution * w)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return {**{n: round(float(w[i]), 2) for n, i in at.items()}, "": round(float(w[-1]), 2)}


def learn(turns: Sequence[Turn]) -> tuple[Weights, Weights]:
    asking = [(t, t.cues) for t in turns if t.cues is not None]
    change = fit([c.change for _, c in asking], [t.change for t, _ in asking])
    rows: list[Row] = []
    wanted: list[bool] = []
    for t, c in asking:
        if t.areas:
            for area, row in area_features(c).items():
                rows.append(row)
                wanted.append(area in t.areas)
    return change, fit(rows, wanted)


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


def measure(turns: Sequence[Turn], weights: tuple[Weights, Weights]) -> Figures:
    result = Figures(Counter(), Counter(), Counter())
    for t in turns:
        heard = t.cues is not None and weigh(weights[0], t.cues.change) > HEARD
        named = set(areas_of(t.cues, weights[1])) if t.cues is not None else set()
        result.change["tp" if heard and t.change else "fp" if heard else "fn" if t.change else "tn"] += 1
        for counts, some in ((result.areas, named if heard else set()), (result.areas_known, named)):
            if counts is result.areas or t.change:
                counts["tp"] += len(some & t.areas)
                counts["fp"] += len(some - t.areas)
                counts["fn"] += len(t.areas - some)
    return result


def write(weights: tuple[Weights, Weights]) -> None:
    lines = [
        '"""How much each family of cues weighs. Written by benchmarks/train_change.py; not to be mended by hand.',
        "",
        "CHANGE_WEIGHTS: for a question about change. AREA_WEIGHTS: for an area; its keys name the kind of cue",
        'and the area, as change.py builds them. "" is always added.',
        '"""',
        "",
    ]
    for name, some in zip(("CHANGE_WEIGHTS", "AREA_WEIGHTS"), weights, strict=True):
        kept = {k: v for k, v in sorted(some.items()) if v or not k}
        lines += [f"{name}: dict[str, float] = {{", *(f"    {json.dumps(k)}: {v}," for k, v in kept.items()), "}"]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    turns = load()
    total = Figures(Counter(), Counter(), Counter())
    for source in SETS:
        weights = learn([t for t in turns if t.source != source])
        figures = measure([t for t in turns if t.source == source], weights)
        print(f"{source:15} {figures.line()}")
        total.change += figures.change
        total.areas += figures.areas
        total.areas_known += figures.areas_known
    print(f"{'all':15} {total.line()}")
    if "--write" in sys.argv:
        write(learn(turns))


if __name__ == "__main__":
    main()
