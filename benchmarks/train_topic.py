"""Learns which questions belong to which pitch, from good answers of benchmarks/data_speech and from its topics/.

    python benchmarks/train_topic.py            figures by what was learned from other authors
    python benchmarks/train_topic.py --write    the same, then learns from all and writes speech/topic.json
    python benchmarks/train_topic.py --check    says whether learning anew gives the file that is shipped, to the byte

Needs what requirements/train.txt names, and speech/vectors.bin (make_vectors.py).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np
from labelled import DATA, sets
from sklearn.linear_model import LogisticRegression
from topics import topic_rows

from sellbackwards.speech.meaning import DIMENSIONS, TOPIC, vector
from sellbackwards.speech.relevance import content
from sellbackwards.speech.topic_score import features

RIDGE = 0.01  # how far the map is held back
FOLDS = 5
OTHERS = 3  # pitches of others under which each question is put
ANY = 24  # and so many for a question that would fit any
STRENGTH = 1.0
KEEP = 0.93  # so many own questions are to be heard as such
LEAST = 0.01  # and so many at most said to be about something else


@dataclass(frozen=True)
class Pair:
    """A question put under a pitch; does it belong there?"""

    author: str
    pitch: str
    question: str
    belongs: bool
    kind: str


@cache
def vector_of(text: str) -> Any:
    """The vector of a text's topic words; zeros where none is known."""
    found = vector(content(text).words)
    return np.array(found if found else (0.0,) * DIMENSIONS)


def pairs() -> list[Pair]:
    """Own questions, and others put under the same pitches."""
    own: list[Pair] = []
    for name in sets():
        if name == "course_turns":
            continue
        for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("pitch") and row.get("good") and row.get("form") == "open":
                own.append(Pair(name, row["pitch"], row["text"], True, "own"))
    rows = topic_rows()
    own += [Pair(r.author, r.pitch, q, True, "own") for r in rows if r.pitch for q in r.own]
    found = list(own)
    pitches = sorted({p.pitch for p in own})
    for n, one in enumerate(own):
        for k in range(OTHERS):
            pitch = pitches[(n * 7919 + k * 104_729 + 1) % len(pitches)]
            if pitch != one.pitch:
                found.append(Pair(one.author, pitch, one.question, False, "other"))
    for n, r in enumerate(rows):
        if r.near and r.pitch:
            found.append(Pair(r.author, r.pitch, r.near, False, "near"))
        if r.generic:
            some = [pitches[(n * 6007 + k * 15_485_863) % len(pitches)] for k in range(ANY)]
            found += [Pair(r.author, p, r.generic, False, "generic") for p in ([r.pitch] if r.pitch else some)]
    return found


@dataclass(frozen=True)
class Map:
    """How a pitch's vector bears on the vector of a question that belongs to it."""

    weights: Any
    pitch_mean: Any
    question_mean: Any

    def close(self, pitch: str, question: str) -> float:
        """How close a question lies to a pitch."""
        p, q = vector_of(pitch), vector_of(question)
        return float((p - self.pitch_mean) @ self.weights @ (q - self.question_mean)) if p.any() and q.any() else 0.0


def learn_map(some: Sequence[Pair]) -> Map:
    """Regression both ways, held back by RIDGE: what pitches and their questions have in common beyond either's habits."""
    own = [p for p in some if p.belongs]
    left = np.array([vector_of(p.pitch) for p in own])
    right = np.array([vector_of(p.question) for p in own])
    means = left.mean(0), right.mean(0)
    left, right, n, one = left - means[0], right - means[1], len(own), np.eye(DIMENSIONS)
    half = np.linalg.solve(left.T @ left / n + RIDGE * one, left.T @ right / n)
    whole = np.linalg.solve(right.T @ right / n + RIDGE * one, half.T).T
    return Map(np.round(whole, 3), np.round(means[0], 3), np.round(means[1], 3))


def table(some: Sequence[Pair], close: Sequence[float]) -> tuple[list[str], Any]:
    """The names of the features, and a row of them for each pair."""
    rows = [features(content(p.question), p.pitch, "", c) for p, c in zip(some, close, strict=True)]
    return list(rows[0]), np.array([[float(v) for v in row.values()] for row in rows])


def fit(rows: Any, some: Sequence[Pair]) -> Any:
    """How much each feature speaks for a question that belongs; all that doesn't weighs as much as all that does."""
    wanted = np.array([p.belongs for p in some])
    kinds = np.array([p.kind for p in some])
    share = {"own": 1.0, "other": 0.6, "near": 0.25, "generic": 0.15}
    weight = np.array([share[k] * len(some) / (kinds == k).sum() for k in kinds]) / 2
    return LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-8).fit(rows, wanted, sample_weight=weight)


def rank(own: Any, others: Any) -> float:
    """How often one of its own scores above another (AUC)."""
    order = np.sort(others)
    below = np.searchsorted(order, own) + np.searchsorted(order, own, "right")
    return float(below.sum() / 2 / len(own) / len(others))


def held_out(some: Sequence[Pair]) -> tuple[Any, Any]:
    """Closeness by maps of other authors; and the sums of each pair by weights of other authors."""
    authors = sorted({p.author for p in some})
    fold = np.array([authors.index(p.author) % FOLDS for p in some])
    close = np.zeros(len(some))
    for k in range(FOLDS):
        there = learn_map([p for p, f in zip(some, fold, strict=True) if f != k])
        for n in map(int, np.flatnonzero(fold == k)):
            close[n] = there.close(some[n].pitch, some[n].question)
    _, rows = table(some, list(close))
    sums = np.zeros(len(some))
    for k in range(FOLDS):
        away = fold != k
        model = fit(rows[away], [p for p, a in zip(some, away, strict=True) if a])
        sums[~away] = model.decision_function(rows[~away])
    return rows, sums


def main(arguments: Sequence[str]) -> int:
    some = pairs()
    rows, sums = held_out(some)
    kinds = np.array([p.kind for p in some])
    own = sums[kinds == "own"]
    heard, missed = round(float(np.quantile(own, 1 - KEEP)), 2), round(float(np.quantile(own, LEAST)), 2)
    names, _ = table(some[:1], [0.0])
    model = fit(rows, some)
    whole = learn_map(some)
    text = json.dumps(
        {
            "weights": {n: round(float(w), 2) for n, w in zip(names, model.coef_[0], strict=True)},
            "start": round(float(model.intercept_[0]), 2),
            "heard": heard,
            "missed": missed,
            "pitch mean": [round(1000 * float(v)) for v in whole.pitch_mean],
            "question mean": [round(1000 * float(v)) for v in whole.question_mean],
        },
        indent=1,
    )
    numbers = ",\n".join(
        json.dumps([round(1000 * float(v)) for v in row], separators=(",", ":")) for row in whole.weights
    )
    text = text[:-2] + ',\n "map": [\n' + numbers + "\n]}\n"
    if "--check" in arguments:
        same = TOPIC.read_text(encoding="utf-8") == text
        print("learning anew gives the file that is shipped" if same else "the shipped file is not this one")
        return 0 if same else 1
    for kind in ("other", "near", "generic"):
        there = sums[kinds == kind]
        print(
            f"{kind:8} {len(there):6}  ranked below own: {rank(own, there):.3f}  passed {np.mean(there > heard):.0%}, "
            f"said to be about something else {np.mean(there < missed):.0%}"
        )
    print(f"own      {len(own):6}  passed {np.mean(own > heard):.0%}")
    if "--write" in arguments:
        TOPIC.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
