"""Can choice questions be answered without reading the question? A guesser that sees the options alone.

    python benchmarks/guessing.py            # single cues, and what is learned from all other questions; each against chance
    python benchmarks/guessing.py --show     # the questions whose right options the learned guesser finds, the surest first
    python benchmarks/guessing.py --check    # fails where a guesser beats chance by more than `MOST_ABOVE`

Choices are those of source/exercises and datasets/practices. Where k options are right, a guesser names k, and its score is the
share of them that is right; ties are shared out evenly. The learned guesser is a conditional logit over the options of a question,
on cues of form (length, question mark, "you", "I" …), on the words themselves, and on where the option stands. It is learned anew
for each question, from all questions but that one and those that show the same options. Lines to be sorted into two groups are told
in the same way. Figures: docs/writing_lessons.md, "Options that don't tell".
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from sellbackwards.authoring.source import exercises_of, read_page
from sellbackwards.course import DATASETS, SOURCE
from sellbackwards.exercises import Exercise
from sellbackwards.practice.rounds import load_rounds

MOST_ABOVE = 0.10
"""Of the share that chance gets: with some fifty questions, chance alone gives or takes six points."""
STRENGTH = 3.0  # how far weights are held back
STEPS, RATE = 300, 0.3
LEAST = 2  # questions in which a word must stand to be a feature
MOST_OPTIONS = 12


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


@cache
def exercises() -> tuple[Exercise, ...]:
    """Every exercise of the course, and every round of a practice."""
    pages = sorted((SOURCE / "exercises").glob("*.md"))
    found = [one.exercise for path in pages for one in exercises_of(read_page(path), path)]
    for path in sorted((DATASETS / "practices").glob("*.yaml")):
        found += load_rounds(path.stem)[1]
    return tuple(found)


def questions() -> list[Question]:
    """Every choice of the course."""
    return [question(one.id, one.spec) for one in exercises() if one.kind == "choice"]


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
    found |= {"likest to the others": likest(options), "unlike the others": [-one for one in likest(options)]}
    return found | {
        f"always {letter}": [float(n == place) for n in range(len(options))] for place, letter in enumerate("abcd")
    }


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
def bags(asked: Sequence[Sequence[str]]) -> np.ndarray[Any, Any]:
    """For every option of every question, in order: which words stand in it, of those that stand in several questions."""
    found = Counter(word for options in asked for word in {word for text in options for word in words(text)})
    vocabulary = sorted(word for word, n in found.items() if n >= LEAST)
    spoken = [set(words(text)) for options in asked for text in options]
    return np.array([[word in one for word in vocabulary] for one in spoken], dtype=float)


def features(asked: Sequence[Question]) -> list[np.ndarray[Any, Any]]:
    """For each question a matrix, a row an option: its cues, its words, its place."""
    bag, matrices, row = bags([one.options for one in asked]), [], 0
    for one in asked:
        cues = np.array([values for name, values in scores(one.options).items() if "always" not in name], dtype=float).T
        cues = (cues - cues.mean(axis=0)) / np.maximum(cues.std(axis=0), 1e-9)
        matrices.append(np.hstack([cues, bag[row : row + len(one.options)], np.eye(len(one.options), MOST_OPTIONS)]))
        row += len(one.options)
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


# ---- lines to be sorted ------------------------------------------------------------------------------------------------
class Line(NamedTuple):
    """A line of a sorting into two groups; `first` where it belongs to the first group of the alphabet."""

    id: str
    groups: tuple[str, ...]
    text: str
    first: bool


def lines() -> list[Line]:
    """Every line of the sortings whose two groups come in more than one exercise, so that one can be learned from another."""
    found = [one for one in exercises() if one.kind == "sorting" and len(one.spec["groups"]) == 2]
    pairs = Counter(tuple(sorted(one.spec["groups"])) for one in found)
    return [
        Line(one.id, pair, line["text"], line["group"] == pair[0])
        for one in found
        for line in one.spec["items"]
        if pairs[pair := tuple(sorted(one.spec["groups"]))] > 1
    ]


def lines_told(all_lines: Sequence[Line]) -> dict[str, float]:
    """exercise → share of its lines told by words and form alone, learned from the other exercises with these groups.

    Of the two pages that ask the same before and after the course, neither is learned from the other.
    """
    told = {}
    for name in dict.fromkeys(line.id for line in all_lines):
        pair = next(line.groups for line in all_lines if line.id == name)
        among = [line for line in all_lines if line.groups == pair]
        cues = np.array([[cue(line.text) for cue in CUES.values()] for line in among], dtype=float)
        rows = np.hstack(
            [(cues - cues.mean(axis=0)) / np.maximum(cues.std(axis=0), 1e-9), bags([[line.text] for line in among])]
        )
        twins = ("0.", "7.")
        others = [
            n
            for n, line in enumerate(among)
            if line.id != name and not (line.id.startswith(twins) and name.startswith(twins))
        ]
        # A line as a choice between "the first group", whose features it has, and "the second", which has none.
        asked = [Question(line.id, (line.text, ""), frozenset({0 if line.first else 1})) for line in among]
        pad = np.vstack([np.zeros((1, rows.shape[1] + 1)), np.hstack([rows, np.ones((len(rows), 1))])])
        weights = learn([pad[[n + 1, 0]] for n in others], [asked[n] for n in others])
        told[name] = mean((pad[n + 1] @ weights > 0) == line.first for n, line in enumerate(among) if line.id == name)
    return told


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
    sorted_out = lines_told(lines())
    print(
        f"\nlines of sortings into two groups, told by the learned guesser: {mean(sorted_out.values()):4.0%}; chance 50%"
    )
    print("\n".join(f"  {name:24} {share:4.0%}" for name, share in sorted_out.items()))
    if chosen.check:
        sys.exit(max(learned, *cues.values()) > chance + MOST_ABOVE)


if __name__ == "__main__":
    main()
