"""Train the logistic weights of the cues for each move, from benchmarks/data_speech.

    python benchmarks/train_speech.py            figures for each author by weights learned from the others
    python benchmarks/train_speech.py --write    the same, then learns from all and writes speech/learned.json

Needs scikit-learn (1.9.1 wrote the file) and the course's own packages. The course itself doesn't need scikit-learn.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import numpy as np
from labelled import DATA, turns
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sellbackwards.speech.learned import WEIGHED, WEIGHTS

# One author each; the turns written beside the rules are the first author's too.
AUTHORS = {
    "0": ("learn_turns",),  # written to learn from, a family of wording each; figures on them say nothing
    "1": ("seller_turns", "more_turns"),
    **{path.stem.rpartition("_")[2]: (path.stem,) for path in sorted(DATA.glob("seller_turns_*.jsonl"))},
}
BESIDE = ["0", "1"]  # written beside the rules: what they say of these flatters, so no threshold rests on them
STRENGTH = 0.5  # C of the regression: less keeps weights smaller
SEEN = 2  # turns that a cue must stand in
KEEP = 0.2  # a move that a rule found falls below this chance
SMALL = 0.02  # weights below are left out of the file
THRESHOLDS = [t / 100 for t in range(25, 75, 5)]


def load() -> list[dict[str, Any]]:
    """All turns, each with its author, its cues and what the rules alone say."""
    found = []
    for author, names in AUTHORS.items():
        for turn in (turn for name in names for turn in turns(name)):
            of_turn = {"cues": dict.fromkeys(turn.cues, 1), "ruled": set(turn.ruled.flags), "sure": turn.ruled.sure}
            found.append({**turn.row, **of_turn, "author": author})
    return found


def f1(right: int, extra: int, missed: int) -> float:
    """F1 from counts."""
    return 2 * right / (2 * right + extra + missed) if right else 0.0


def score(want: Any, got: Any) -> float:
    """F1 of two arrays of yes and no."""
    return f1(int((want & got).sum()), int((~want & got).sum()), int((want & ~got).sum()))


def fit(rows: list[dict[str, Any]], want: Any) -> tuple[list[str], Any, Any]:
    """Cues, their weights for each move, and what each move starts from."""
    vectors = DictVectorizer()
    x = vectors.fit_transform([r["cues"] for r in rows])
    keep = np.asarray((x > 0).sum(0)).ravel() >= SEEN
    names = [n for n, k in zip(vectors.get_feature_names_out(), keep, strict=True) if k]
    x = x[:, keep]
    models = [
        LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(x, want[:, k])
        for k in range(len(WEIGHED))
    ]
    return names, np.array([m.coef_[0] for m in models]), np.array([m.intercept_[0] for m in models])


def chances(rows: list[dict[str, Any]], names: list[str], weights: Any, start: Any) -> Any:
    """How likely each move is in each turn."""
    at = {n: i for i, n in enumerate(names)}
    total = np.array([start + weights[:, [at[c] for c in r["cues"] if c in at]].sum(1) for r in rows])
    return 1 / (1 + np.exp(-total))


def hear(ruled: Any, sure: Any, chance: Any, at: Any) -> Any:
    """The moves that are heard: see learned.weigh."""
    return np.where(ruled, sure | (chance >= KEEP), chance > at)


def thresholds(want: Any, ruled: Any, sure: Any, chance: Any) -> Any:
    """For each move the threshold of best F1; near ties go to the middle."""
    best = []
    for k in range(len(WEIGHED)):
        scores = {t: score(want[:, k], hear(ruled[:, k], sure[:, k], chance[:, k], t)) for t in THRESHOLDS}
        best.append(max(scores, key=lambda t: scores[t] - 0.1 * abs(t - 0.5)))
    return np.array(best)


def main() -> None:
    rows = load()
    want = np.array([[flag in r["flags"] for flag in WEIGHED] for r in rows])
    ruled = np.array([[flag in r["ruled"] for flag in WEIGHED] for r in rows])
    sure = np.array([[flag in r["sure"] for flag in WEIGHED] for r in rows])
    authors = np.array([r["author"] for r in rows])
    chance = np.zeros(want.shape)
    for author in AUTHORS:
        others = [r for r in rows if r["author"] != author]
        chance[authors == author] = chances(
            [r for r in rows if r["author"] == author], *fit(others, want[authors != author])
        )
    heard = np.zeros(want.shape, bool)
    for author in AUTHORS:
        judge = (authors != author) & ~np.isin(authors, BESIDE)
        here, at = authors == author, thresholds(want[judge], ruled[judge], sure[judge], chance[judge])
        heard[here] = hear(ruled[here], sure[here], chance[here], at)
    for name, got in (("rules alone", ruled), ("weighed", heard)):
        print(name)
        for author in AUTHORS:
            here = authors == author
            print(f"  author {author}  micro-F1 {score(want[here], got[here]):.3f}")
        new = ~np.isin(authors, BESIDE)
        print("  2 and on:", {f: round(score(want[new, k], got[new, k]), 3) for k, f in enumerate(WEIGHED)})
    if "--write" in sys.argv:
        names, weights, start = fit(rows, want)
        new = ~np.isin(authors, BESIDE)
        at = thresholds(want[new], ruled[new], sure[new], chance[new])
        add, keep = (100 * (np.log(t / (1 - t)) - start) for t in (at, np.full(len(at), KEEP)))
        table = {}
        for i, cue in enumerate(names):
            pairs = [(k, round(100 * w)) for k, w in enumerate(weights[:, i]) if abs(w) >= SMALL]
            if pairs:
                table[cue] = [n for pair in pairs for n in pair]
        raw = {"add": [round(a, 1) for a in add], "keep": [round(k, 1) for k in keep], "cues": table}
        text = json.dumps(raw, ensure_ascii=False)
        WEIGHTS.write_text(text.replace("], ", "],\n") + "\n", encoding="utf-8")
        print(
            f"{len(table)} cues, {WEIGHTS.stat().st_size // 1000} kB, thresholds", dict(zip(WEIGHED, at, strict=True))
        )


if __name__ == "__main__":
    main()
