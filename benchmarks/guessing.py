"""Can choice questions be answered without reading the question? A guesser that sees the options alone.

    python benchmarks/guessing.py            # single cues, and what is learned from all other questions; each against chance
    python benchmarks/guessing.py --show     # the questions whose right options the learned guesser finds, the surest first
    python benchmarks/guessing.py --check    # fails where a guesser beats chance by more than `MOST_ABOVE`

Choices are those of source/exercises and datasets/practices. Where k options are right, a guesser names k, and its score is the
share of them that is right; ties are shared out evenly. The learned guesser is a conditional logit over the options of a question,
on cues of form (length, question mark, "you", "I" …), on the words themselves, and on where the option stands. It is learned anew
for each question, from all questions but that one and those that show the same options.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from sellbackwards.authoring.source import exercises_of, read_page
from sellbackwards.course import DATASETS, SOURCE
from sellbackwards.practice.rounds import load_rounds

MOST_ABOVE = 0.10
"""Of the share that chance gets: with some fifty questions, chance alone gives or takes six points."""
STRENGTH = 3.0  # how far weights are held back
STEPS, RATE = 300, 0.3
LEAST = 2  # questions in which a word must stand to be a feature


class Question(NamedTuple):
    """A choice: its options as shown, in their order, and the numbers of the right ones."""

    id: str
    options: tuple[str, ...]
    right: frozenset[int]

    @property
    def chance(self) -> float:
        return len(self.right) / len(self.options)


def question(name: str, spec: Mapping[str, Any]) -> Question:
    options = spec["options"]
    return Question(
        name,
        tuple(one["text"] for one in options),
        frozenset(n for n, one in enumerate(options) if one.get("right")),
    )


def questions() -> list[Question]:
    """Every choice of the course, in exercises and in practices."""
    pages = sorted((SOURCE / "exercises").glob("*.md"))
    found = [one.exercise for path in pages for one in exercises_of(read_page(path), path)]
    for path in sorted((DATASETS / "practices").glob("*.yaml")):
        found += load_rounds(path.stem)[1]
    return [question(one.id, one.spec) for one in found if one.kind == "choice"]


# ---- cues --------------------------------------------------------------------------------------------------------------
def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.casefold().replace("’", "'"))


def count(*wanted: str) -> Callable[[str], float]:
    """How often one of these words stands in an option."""
    among = frozenset(wanted)
    return lambda text: sum(word in among for word in words(text))


def opens_openly(text: str) -> float:
    """Whether its last sentence asks with "what", "how", "who" …"""
    asked = re.split(r"(?<=[.!?:,])\s+", text.strip("“”\"' "))[-1]
    return float(
        "?" in text and bool(re.match(r"(?:and |so )?(?:what|how|who|where|when|which|why)\b", asked.casefold()))
    )


CUES: Mapping[str, Callable[[str], float]] = {
    "longest": len,
    "shortest": lambda text: -len(text),
    "most sentences": lambda text: len(re.findall(r"[.!?]", text)),
    "a question": lambda text: text.count("?"),
    "no question": lambda text: -text.count("?"),
    "an open question": opens_openly,
    "says you": count("you", "your", "yours", "you're", "you've", "you'd"),
    "says no I": lambda text: -count("i", "i'd", "i'll", "i'm", "i've", "my", "me", "we", "our", "us")(text),
    "softest": count("if", "could", "would", "may", "might", "perhaps", "fine", "thank", "thanks", "sorry", "small", "one"),
    "least pushed": lambda text: -count(
        "but", "today", "week", "friday", "month", "free", "price", "cent", "best", "most", "many", "others", "all", "never", "always"
    )(text),
    "has a number": lambda text: len(re.findall(r"\d+|\b(?:two|three|four|five|six|ten|half)\b", text.casefold())),
}  # fmt: skip


def likest(options: Sequence[str]) -> list[float]:
    """How many of an option's words stand in the other options, too: who invents wrong ones starts from the right one."""
    sets = [set(words(text)) for text in options]
    shared = Counter(word for one in sets for word in one)
    return [sum(shared[word] > 1 for word in one) / max(1, len(one)) for one in sets]


def scores(options: Sequence[str]) -> dict[str, list[float]]:
    """cue → how far each option has it."""
    found = {name: [cue(text) for text in options] for name, cue in CUES.items()}
    return found | {"likest to the others": likest(options), "unlike the others": [-one for one in likest(options)]}


def picked_right(values: Sequence[float], right: frozenset[int]) -> float:
    """Share of right ones among the k options of the highest values; of ties, what a coin would give."""
    left, got = len(right), 0.0
    for value in sorted(set(values), reverse=True):
        tied = [n for n, one in enumerate(values) if one == value]
        taken = min(left, len(tied))
        got += taken * sum(n in right for n in tied) / len(tied)
        left -= taken
    return got / len(right)


# ---- the learned guesser -----------------------------------------------------------------------------------------------
def features(asked: Sequence[Question]) -> list[np.ndarray[Any, Any]]:
    """For each question a matrix, a row an option: its cues, its words, its place."""
    found = Counter(word for one in asked for word in {word for text in one.options for word in words(text)})
    vocabulary = {word: n for n, word in enumerate(sorted(word for word, n in found.items() if n >= LEAST))}
    matrices = []
    for one in asked:
        cues = np.array(list(scores(one.options).values()), dtype=float).T
        spread = cues.std(axis=0)
        cues = (cues - cues.mean(axis=0)) / np.where(spread, spread, 1)
        bag = np.zeros((len(one.options), len(vocabulary)))
        place = np.zeros((len(one.options), 12))
        for row, text in enumerate(one.options):
            place[row, row] = 1
            for word in set(words(text)) & vocabulary.keys():
                bag[row, vocabulary[word]] = 1
        matrices.append(np.hstack([cues, bag, place]))
    return matrices


def learn(matrices: Sequence[np.ndarray[Any, Any]], asked: Sequence[Question]) -> np.ndarray[Any, Any]:
    """Weights that make the right options likely among those of their question."""
    rows = np.vstack(matrices)
    whose = np.repeat(np.arange(len(asked)), [len(one.options) for one in asked])
    target = np.concatenate([[(n in one.right) / len(one.right) for n in range(len(one.options))] for one in asked])
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        raised = np.exp(np.clip(rows @ weights, -30, 30))
        likely = raised / np.bincount(whose, raised)[whose]
        weights += RATE * (rows.T @ (target - likely) - STRENGTH * weights) / len(asked)
    return weights


def guesses(asked: Sequence[Question]) -> Iterable[tuple[Question, np.ndarray[Any, Any]]]:
    """(question, how likely each option is held to be), each learned without that question."""
    matrices = features(asked)
    for one, matrix in zip(asked, matrices, strict=True):
        others = [n for n, other in enumerate(asked) if other.options != one.options]
        weights = learn([matrices[n] for n in others], [asked[n] for n in others])
        raised = np.exp(matrix @ weights)
        yield one, raised / raised.sum()


def mean(values: Iterable[float]) -> float:
    return float(np.mean(list(values)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--show", action="store_true", help="the questions that the learned guesser gets right")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    asked = questions()
    chance = mean(one.chance for one in asked)
    guessed = list(guesses(asked))
    cues = {
        name: mean(picked_right(scores(one.options)[name], one.right) for one in asked) for name in scores(["a", "b"])
    }
    learned = mean(picked_right(list(likely), one.right) for one, likely in guessed)
    if chosen.show:
        found = [(float(min(likely[n] for n in one.right)), one, likely) for one, likely in guessed]
        for sure, one, likely in sorted(found, key=lambda row: -row[0]):
            if picked_right(list(likely), one.right) > one.chance:
                print(f"\n{one.id}: {sure:.0%}, chance {one.chance:.0%}")
                for n, text in enumerate(one.options):
                    print(f"  {'*' if n in one.right else ' '} {likely[n]:4.0%}  {text}")
        print()
    print(f"{len(asked)} choices; share of right options found\n  {'chance':24} {chance:4.0%}")
    print(f"  {'learned from the others':24} {learned:4.0%}")
    print("\n".join(f"  {name:24} {got:4.0%}" for name, got in sorted(cues.items(), key=lambda row: -row[1])))
    if chosen.check:
        sys.exit(max(learned, *cues.values()) > chance + MOST_ABOVE)


if __name__ == "__main__":
    main()
