"""Reads one turn: sentences, question and form, moves and change areas, with the words that each rests on."""

from __future__ import annotations

from sellbackwards.speech.asking import find_asks
from sellbackwards.speech.reading import Form, Reading, Sentence
from sellbackwards.speech.words import sentences


def read(text: str, buyer: str | None = None) -> Reading:
    """What the turn `text` does; `buyer` is what the buyer said just before, where known."""
    parts: list[Sentence] = []
    form: Form = "none"
    for s in sentences(text):
        asks = find_asks(s)
        last = asks[-1] if asks else None
        parts.append(Sentence(text[s.begin : s.end], last.form if last else "none", last.why if last else ""))
        if last:
            form = last.form
    return Reading(text, tuple(parts), form)
