"""Which patterns of speech/ are ever heard? Every table of rules, over all texts that are at hand.

    python benchmarks/patterns.py          for each file how many patterns there are, and those that no text decides by
    python benchmarks/patterns.py --tests  the same, with the texts of tests/ and the rules' own examples added

A pattern counts where it is the one that is taken: the first of its rule that fits at a word.
"""

from __future__ import annotations

import ast
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from sellbackwards.speech import (
    asking_rules,
    asking_words,
    coach_rules,
    lexicon,
    move_rules,
    question_rules,
    tag_rules,
    word_lists,
)
from sellbackwards.speech.patterns import Rule, Table
from sellbackwards.speech.words import sentences

ROOT = Path(__file__).resolve().parent.parent
PLACES = (
    *(ROOT / name for name in ("benchmarks/data_speech", "benchmarks/data_answers", "benchmarks/data_buyer")),
    *(ROOT / name for name in ("datasets", "docs/talks", "source")),
    ROOT.parent / "shared" / "data",
)
# The modules that hold tables, with the lists of words that their patterns name.
MODULES = {
    asking_rules: asking_words.LISTS,
    coach_rules: lexicon.GRAMMAR,
    move_rules: word_lists.LISTS,
    question_rules: asking_words.LISTS,
    tag_rules: asking_words.LISTS,
}
WITHOUT_MARKS = str.maketrans("", "", ".?!,;:")


def strings(value: Any) -> Iterator[str]:
    """Every text in a value as JSON or YAML give it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def texts_of(path: Path) -> Iterator[str]:
    """The texts of a file: values, cells, lines, or the literals of a test."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    match path.suffix:
        case ".jsonl":
            yield from strings([json.loads(line) for line in text.splitlines() if line.strip()])
        case ".json":
            yield from strings(json.loads(text))
        case ".yaml":
            yield from strings(list(yaml.safe_load_all(text)))
        case ".csv":
            for row in csv.reader(text.splitlines()):
                yield from row
        case ".py":
            yield from strings([n.value for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Constant)])
        case ".md" | ".txt" | ".srt" | ".vtt":
            yield from text.splitlines()


def all_texts(with_tests: bool) -> set[str]:
    """Every text once, and once more without its marks, as many people type."""
    places = (*PLACES, ROOT / "tests") if with_tests else PLACES
    files = [path for place in places for path in sorted(place.rglob("*")) if path.is_file()]
    found = {text.strip() for path in files for text in texts_of(path)}
    if with_tests:
        found |= {
            one for module in MODULES for table in tables(module).values() for r in table.rules for one in r.examples
        }
    found |= {text.translate(WITHOUT_MARKS) for text in found}
    return {text for text in found if " " in text or text.isalpha()}


def tables(module: Any) -> dict[str, Table]:
    return {name: value for name, value in vars(module).items() if isinstance(value, Table)}


def one_by_one(table: Table, lists: Any) -> Table:
    """The same table with each pattern as a rule of its own, named by (rule, pattern)."""
    split = [Rule(json.dumps([rule.name, one]), (one,), "") for rule in table.rules for one in rule.patterns]
    return Table(split, lists)


def main() -> None:
    every = {
        f"{module.__name__.rpartition('.')[2]}.{name}": one_by_one(table, lists)
        for module, lists in MODULES.items()
        for name, table in tables(module).items()
    }
    counts: Counter[tuple[str, str]] = Counter()
    texts = all_texts("--tests" in sys.argv)
    for text in texts:
        for s in sentences(text):
            for name, table in every.items():
                at: set[tuple[int, str]] = set()
                for hit in table.hits(s):
                    rule, _ = json.loads(hit.rule.name)
                    if (hit.i, rule) not in at:
                        at.add((hit.i, rule))
                        counts[name, hit.rule.name] += 1
    print(f"{len(texts):,} texts")
    for name, table in every.items():
        silent = [rule.name for rule in table.rules if not counts[name, rule.name]]
        print(f"\n{name}: {len(table.rules)} patterns, {len(silent)} never taken")
        for one in silent:
            print("    " + ": ".join(json.loads(one)))


if __name__ == "__main__":
    main()
