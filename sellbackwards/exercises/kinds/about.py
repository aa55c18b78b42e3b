"""What other rooms have to know of a kind of exercise: one description for each, as ``ABOUT`` in its module."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any


def _none(spec: Mapping[str, Any]) -> Collection[str]:
    return ()


@dataclass(frozen=True)
class About:
    """One kind of exercise, as the judgement, the cards, the grader and paper see it.

    `prose`: an answer is sentences, so one in another language than English is left to a person.
    `short`: an answer is letters or numbers in a set form, so "try other words" would be no help.
    `own_words`: learners word the answer themselves, so that the same words in two notebooks are worth a look.
    `others_words`: lines of somebody else may stand in an answer; they count for nothing and may be left out.
    `reads_task`: the kind's spec is given the task's own text as ``scene``: what is copied from it counts, or doesn't.
    `another_way`: what a card says before the model answer, once another answer has passed; "" where it isn't shown.
    `lines`: how many lines to write on are printed, where the exercise names no fields.
    `generic(spec)`: those of its criteria, by their words, that read the same in every exercise: "Names one option".
    They are judged as others are, but aren't worth telling before an answer, nor once they are met.
    """

    prose: bool = False
    short: bool = False
    own_words: bool = False
    others_words: bool = False
    reads_task: bool = False
    another_way: str = ""
    lines: int = 2
    generic: Callable[[Mapping[str, Any]], Collection[str]] = _none
