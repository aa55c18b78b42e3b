"""Learns how much each feature of a turn speaks for each move, for change and for its areas, from benchmarks/data_speech.

    python benchmarks/train_speech.py            figures for each author by weights learned from the others
    python benchmarks/train_speech.py --write    the same, then learns from all and writes speech/weights.json
    python benchmarks/train_speech.py --check    says whether learning anew gives the file that is shipped, to the byte

Needs what requirements/train.txt names. The course itself doesn't.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

# Sums are added in one order, whatever the number of processors: before numpy is imported.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np
from labelled import Labelled, labelled, sets, turns
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from sellbackwards.speech.features import asks_something
from sellbackwards.speech.reading import AREAS
from sellbackwards.speech.scores import ENOUGH, MOVES, NAMES, SECOND_AREA, UNWELCOME, WEIGHTS

STRENGTH = 0.6  # C of the regression: less keeps weights smaller
SEEN = 2  # turns that a feature must stand in
SMALL = 0.02  # weights below are left out
FOLDS = 8  # authors are learned from and judged in so many groups
THRESHOLDS = [round(-1 + t / 10, 1) for t in range(31)]  # logits
# Labelled by what the rules of an earlier day said, and read over: nothing is composed of them.
COURSE = "course_turns"
# What is bad by a move of its own says little of whether a reply is enough: the move's own sum tells.
OTHERWISE_BAD = 0.3
TIE = 0.01  # so much F1 is given up for a threshold one logit nearer to "as likely as not"; change is to be likelier
# How many turns ask about change where people write them at will: our authors were told to ask about it more often.
RATE = 0.15
# Moves for which it counts whether a word is asked or told.
BY_SENTENCE = frozenset({"pitch", "pressure", "seller_need", "deferral", "change"})
# Whose turns say nothing of how often people make a move: written one kind after another, or with change in most.
SPECIAL = frozenset(
    {
        "learn_turns",
        "more_turns",
        "course_turns",
        "everyday_replies",
        "everyday_moves",
        "seller_turns_11",
        "seller_turns_12",
        "seller_turns_13",
    }
)


# Words of the brochure, put into good questions: whoever boasts inside a question boasts.
HYPE = (
    "amazing",
    "award-winning",
    "revolutionary",
    "unbeatable",
    "world-class",
    "incredible",
    "fantastic",
    "premium",
    "superb",
    "wonderful",
    "unique",
)
# What says nothing, whatever it answers.
EMPTY_WORDS = (
    "Okay.", "I see.", "How interesting.", "Oh, nice.", "Sure.", "Right.", "Yes, yes.", "Cool.", "Hm, I see.",
    "What a beautiful firm.", "You're a clever woman.", "I admire your work so much.", "That's really great, well done!",
    "Good point!", "Thank you, you're amazing.", "customers, needs, goals, price", "open, curious, kind, quiet, fair",
    "aha", "no", "blue sky and bread", "one two three", "Good.", "I like that.", "You're so right.",
)  # fmt: skip


def composed(some: Sequence[Labelled]) -> list[Labelled]:
    """A move and a good question in one breath, and boasts inside good questions: what is said beside it weighs nothing off."""
    found = []
    for kind in ("buyer", "pitch"):
        of_kind = [t for t in some if getattr(t, kind) is not None and t.author != COURSE]
        good = [t for t in of_kind if t.row.get("good") and t.row.get("form") == "open"]
        moves = [t for t in of_kind if UNWELCOME.intersection(t.row["flags"]) and "?" not in t.row["text"]]
        for n, move in enumerate(moves):
            ask = good[n * 7919 % len(good)]
            texts = [one.row["text"].strip().rstrip(".,") + ("." if one is move else "?") for one in (move, ask)]
            text = " ".join(t.replace("??", "?").replace("!.", "!") for t in (texts if n % 2 else texts[::-1]))
            flags = sorted({*move.row["flags"], *ask.row["flags"]} - {"reflection"})
            row = {**move.row, "text": text, "form": "open", "flags": flags, "areas": ask.row["areas"]}
            found.append(labelled(row, "composed"))
        for n, ask in enumerate(good[:: 2 if kind == "pitch" else 8]):
            text = re.sub(r"\b(the|your) ", lambda m, n=n: f"{m[1]} {HYPE[n % len(HYPE)]} ", ask.row["text"], count=1)
            if text != ask.row["text"]:
                found.append(labelled({**ask.row, "text": text, "flags": [*ask.row["flags"], "pitch"]}, "composed"))
    remarks = [t.buyer for t in some if t.buyer is not None and t.row.get("good") and t.row.get("form") == "open"]
    answers = [t.row["text"] for t in some if is_enough(t) and asks_something(t.row["buyer"])]
    # an answer to what nobody asked, what says nothing, and what a buyer says of their own firm, said by the seller
    others = [t for t in dict.fromkeys(remarks) if not asks_something(t)][::4]
    for n, text in enumerate([*answers, *EMPTY_WORDS * 3, *others]):
        row = {"buyer": remarks[n * 7919 % len(remarks)], "text": text, "form": "none", "flags": [], "good": False}
        found.append(labelled(row, "composed"))
    return [t for t in found if t is not None]


def tells_enough(turn: Labelled) -> bool:
    """Is it a reply that asks nothing and that somebody has judged: does it say whether such a reply is enough?"""
    return turn.buyer is not None and turn.row.get("form") == "none" and turn.row.get("good") is not None


def is_enough(turn: Labelled) -> bool:
    """A good reply that neither asks nor says back nor takes a step."""
    return tells_enough(turn) and turn.row["good"] and not {"reflection", "next_step"} & {*turn.row["flags"]}


def labels(some: Sequence[Labelled]) -> Any:
    """A row for each turn, a column for each of NAMES."""
    said = [
        {*t.row["flags"], *t.row.get("areas", ()), *([ENOUGH] if tells_enough(t) and t.row["good"] else ())}
        for t in some
    ]
    return np.array([[n in one for n in NAMES] for one in said])


def matrix(some: Sequence[Labelled], names: Sequence[str]) -> Any:
    """A row for each turn, a column for each feature of `names`."""
    at = {n: i for i, n in enumerate(names)}
    columns = [sorted(at[f] for f in t.features if f in at) for t in some]
    ends = np.cumsum([0, *map(len, columns)])
    flat = np.array([c for row in columns for c in row], dtype="int32")
    return sparse.csr_matrix((np.ones(len(flat)), flat, ends.astype("int32")), shape=(len(some), len(names)))


def fit(some: Sequence[Labelled]) -> tuple[list[str], Any, Any]:
    """The features, their weights for each of NAMES, and what each sum starts from."""
    seen = Counter(f for t in some for f in t.features)
    some = [*some, *composed(some)]
    names = sorted(f for f, n in seen.items() if n >= SEEN)
    x, wanted = matrix(some, names), labels(some)
    change = wanted[:, len(MOVES) : -1].any(1)
    replies = np.array([tells_enough(t) for t in some])
    # What the remark says counts for ENOUGH alone; which kind of sentence a word stands in, for some moves.
    moved = np.array([bool(UNWELCOME.intersection(t.row["flags"])) for t in some])
    rest = np.array([not n.startswith("to ") for n in names])
    words = np.array([n.startswith(("S ", "Q ")) for n in names])
    weights, starts = [], []
    for k, name in enumerate(NAMES):
        rows = np.flatnonzero(change if name in AREAS else replies if name == ENOUGH else np.ones(len(some)))
        columns = np.flatnonzero(~words if name == ENOUGH else rest if name in BY_SENTENCE else rest & ~words)
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
        says = np.where(moved & ~wanted[:, k] & (name == ENOUGH), OTHERWISE_BAD, 1.0)
        model.fit(x[rows][:, columns], wanted[rows, k], sample_weight=says[rows])
        weights.append(np.zeros(len(names)))
        weights[-1][columns] = model.coef_[0]
        starts.append(model.intercept_[0])
    return names, np.array(weights), np.array(starts)


def scores(some: Sequence[Labelled], learned: tuple[list[str], Any, Any]) -> Any:
    """The sums of each turn, in logits."""
    names, weights, starts = learned
    return matrix(some, names) @ weights.T + starts


def f1(want: Any, got: Any) -> float:
    """F1 of two arrays of yes and no."""
    return 2 * int((want & got).sum()) / max(1, int(want.sum() + got.sum()))


def hear(sums: Any, at: Any) -> Any:
    """What is heard: moves above their threshold, and one or two areas where change is."""
    heard = np.zeros(sums.shape, bool)
    heard[:, : len(MOVES)] = sums[:, : len(MOVES)] > at[:-1]
    asked = heard[:, MOVES.index("change")]
    ranked = np.argsort(-sums[:, len(MOVES) : -1], axis=1, kind="stable") + len(MOVES)
    rows = np.arange(len(sums))
    heard[rows, ranked[:, 0]] = asked
    heard[rows, ranked[:, 1]] = asked & (sums[rows, ranked[:, 1]] > SECOND_AREA)
    return heard


def thresholds(want: Any, sums: Any) -> Any:
    """For each move the threshold of best F1, change at its RATE; near ties go to the one that is as likely as not.

    The last is for ENOUGH: its replies are too few to choose by.
    """
    best = []
    for k, name in enumerate(MOVES):
        there = int(want[:, k].sum())
        weight = there * (1 - RATE) / RATE / (len(want) - there) if name == "change" else 1.0
        found = {}
        for t in THRESHOLDS:
            got = sums[:, k] > t
            right, extra = int((want[:, k] & got).sum()), int((~want[:, k] & got).sum())
            found[t] = 2 * right / (there + right + weight * extra)
        best.append(max(found, key=lambda t: (found[t] - TIE * abs(t - (1.0 if name == "change" else 0.0)), -t)))
    return np.array([*best, 0.0])


def held_out(some: Sequence[Labelled]) -> Any:
    """The sums of each turn, by weights learned from other authors."""
    authors = sorted({t.author for t in some})
    sums = np.zeros((len(some), len(NAMES)))
    for fold in range(FOLDS):
        away = set(authors[fold::FOLDS])
        here = [n for n, t in enumerate(some) if t.author in away]
        learned = fit([t for t in some if t.author not in away])
        sums[here] = scores([some[n] for n in here], learned)
    return sums


def text_of(learned: tuple[list[str], Any, Any], at: Any) -> str:
    """What weights.json holds: whole hundredths, features in order."""
    names, weights, starts = learned
    rows = []
    for i, name in enumerate(names):
        pairs = [n for k, w in enumerate(weights[:, i]) if abs(w) >= SMALL for n in (k, round(100 * float(w)))]
        if pairs:
            rows.append(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(pairs, separators=(',', ':'))}")
    head = {
        "names": list(NAMES),
        "start": [round(100 * float(s)) for s in starts],
        "heard": [round(100 * float(t)) for t in at],
    }
    return json.dumps(head)[:-1] + ', "weights": {\n' + ",\n".join(rows) + "\n}}\n"


def main(arguments: Sequence[str]) -> int:
    some = [t for name in sets() for t in turns(name)]
    want, sums = labels(some), held_out(some)
    plain = np.array([t.author not in SPECIAL for t in some])
    at = thresholds(want[plain], sums[plain])
    if "--check" in arguments:
        same = WEIGHTS.read_text(encoding="utf-8") == text_of(fit(some), at)
        print("learning anew gives the weights that are shipped" if same else "the shipped weights are not these")
        return 0 if same else 1
    heard = hear(sums, at)
    by_author: dict[str, list[int]] = defaultdict(list)
    for n, t in enumerate(some):
        by_author[t.author].append(n)
    m = len(MOVES)
    areas = slice(m, -1)
    for author, rows in sorted(by_author.items()):
        print(
            f"{author:18} flags {f1(want[rows, :m], heard[rows, :m]):.3f}  areas {f1(want[rows, areas], heard[rows, areas]):.3f}"
        )
    print({name: round(f1(want[plain, k], heard[plain, k]), 3) for k, name in enumerate(NAMES[:-1])})
    replies = np.array([tells_enough(t) for t in some])
    print("enough said, of all replies that ask nothing:", round(f1(want[replies, -1], sums[replies, -1] > at[-1]), 3))
    print("all but the special sets: flags", round(f1(want[plain, :m], heard[plain, :m]), 3))
    if "--write" in arguments:
        text = text_of(fit(some), at)
        WEIGHTS.write_text(text, encoding="utf-8")
        print(
            f"{text.count(chr(10)) - 2} features, {len(text) // 1000} kB; thresholds {dict(zip((*MOVES, ENOUGH), at, strict=True))}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
