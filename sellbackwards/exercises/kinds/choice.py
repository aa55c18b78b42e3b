"""Pick one option, or several: "b", "B)", "b - open", "a and d", or the option's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.kinds.parsing import by_text, labels_named, lines_of, plain, told_by
from sellbackwards.exercises.kinds.about import About
from sellbackwards.exercises.model import Criterion

SCHEMA: Mapping[str, Any] = {
    "required": ["options"],
    "properties": {
        "options": {
            "type": "array",
            "minItems": 2,
            "maxItems": 12,
            "contains": {"required": ["right"]},
            "items": {
                "required": ["text", "why"],
                "additionalProperties": False,
                "properties": {
                    "text": {"type": "string"},
                    "right": {"const": True},
                    "why": {"type": "string", "minLength": 10},
                },
            },
        }
    },
}

_LABELS = "abcdefghijkl"
# A letter alone. "a" is one where no noun can follow: "I think a", "a because they asked"; "i" never is.
_MEANT = re.compile(r"(?<!\S)(?:[b-hj-l](?!\S)|a(?=\W*$| (?:because|cause|since|as|but|if|i|it|they|that)\b))")


def _options(spec: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return dict(zip(_LABELS, spec["options"], strict=False))


def _right(spec: Mapping[str, Any]) -> list[str]:
    return [label for label, option in _options(spec).items() if option.get("right")]


def shown(spec: Mapping[str, Any]) -> str:
    options = "\n".join(f"- **{label})** {option['text']}" for label, option in _options(spec).items())
    how = "Type the letter." if len(_right(spec)) == 1 else f"Type the {len(_right(spec))} letters."
    return f"{options}\n\n{how}"


def beside_form(spec: Mapping[str, Any]) -> str:
    return ""


def blank(spec: Mapping[str, Any]) -> str:
    return ""


def criteria(spec: Mapping[str, Any]) -> list[str]:
    if len(_right(spec)) == 1:
        return ["Names one option", "It is the one that fits best"]
    return [f"Names {len(_right(spec))} options", "Each of them belongs there"]


ABOUT = About(short=True, lines=1, generic=criteria)


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    counts, fits = criteria(spec)
    options, right = _options(spec), _right(spec)
    picked = picked_options(spec, answer)
    if not picked:
        return [
            Criterion(counts, None, f"no letter found; type a letter from a to {list(options)[-1]}"),
            Criterion(fits, None),
        ]
    if len(picked) != len(right):
        return [Criterion(counts, False, f"you named {len(picked)}: {', '.join(picked)}"), Criterion(fits, None)]
    wrong = [label for label in picked if label not in right]
    evidence = " ".join(f"{label}: {options[label]['why']}" for label in (wrong or picked))
    return [Criterion(counts, True), Criterion(fits, not wrong, evidence)]


def picked_options(spec: Mapping[str, Any], answer: str) -> list[str]:
    """The letters of the options that an answer names, each once, in the order of the options."""
    texts = {label: option["text"] for label, option in _options(spec).items()}
    labels = list(texts)
    found: set[str] = set()
    for line in lines_of(answer):
        only = labels_named(line, labels)
        repeated = by_text(line, texts)
        begins = re.match(r"^\W*([a-z])\W*[):.,\-]\W*\s?", plain(line)) or re.match(r"^\(([a-z])\)", line.casefold())
        said = re.search(
            r"\b(?:option|answer|letter|choice|is|it's|choose|pick|take|say)\b\W{0,3}([a-z])\b(?!\s+[a-z]{3})",
            plain(line),
        )
        if only:
            found.update(only)
        elif repeated:
            found.add(repeated)
        elif begins and begins[1] in labels:
            found.add(begins[1])
        elif said and said[1] in labels:
            found.add(said[1])
        else:  # "b because they said so", "it must be c I think": a letter alone, which isn't also a word
            alone = [word for word in _MEANT.findall(plain(line)) if word in labels]
            found.update(alone[:1] if plain(line).split()[:1] == alone[:1] else alone)
    if not found and (means := told_by(answer, texts)):  # "connection", where one option alone speaks of one
        found.add(means)
    return [label for label in labels if label in found]
