"""Reads one turn: sentences, question and form, moves and change areas, with the words that each rests on."""

from __future__ import annotations

from sellbackwards.speech.asking import find_asks
from sellbackwards.speech.features import Part
from sellbackwards.speech.language import FOREIGN_OPEN, is_other_language
from sellbackwards.speech.moves import find_moves
from sellbackwards.speech.reading import Form, Reading, Sentence
from sellbackwards.speech.scores import DOUBT, FAINT, WEAKLY, up_to
from sellbackwards.speech.words import Words, sentences


def read(text: str, buyer: str | None = None) -> Reading:
    """What the turn `text` does; `buyer` is what the buyer said just before, where known."""
    return read_with_pitch(text, None, buyer)[0]


def find_parts(text: str, bare: bool) -> list[Part]:
    """The sentences with their questions. `bare`: nothing is known of what stood before."""
    return _parts(sentences(text), bare)


def _parts(found: list[Words], bare: bool) -> list[Part]:
    bare = bare and len(found) == 1 and not found[0].mark and not any(found[0].pause[1:])
    return [(s, find_asks(s, bare)) for s in found]


def read_with_pitch(text: str, pitch: str | None, buyer: str | None) -> tuple[Reading, list[Part]]:
    """The same where a pitch is known (a boast that repeats it is one), with the parts that it was read from."""
    found = sentences(text)
    if is_other_language([w for s in found for w in s.words], text):
        return _foreign(text, found), [(s, []) for s in found]
    parts = _parts(found, pitch is None and buyer is None)
    shown: list[Sentence] = []
    form: Form = "none"
    for s, asks in parts:
        last = asks[-1] if asks else None
        shown.append(Sentence(text[s.begin : s.end], last.form if last else "none", last.why if last else ""))
        if last:
            form = last.form
    moves = find_moves(text, parts, buyer, pitch)
    return Reading(
        text,
        tuple(shown),
        form,
        moves.flags,
        moves.areas,
        up_to(DOUBT, moves.beyond),
        up_to(WEAKLY, moves.beyond),
        up_to(FAINT, moves.beyond),
        moves.enough,
    ), parts


def _foreign(text: str, found: list[Words]) -> Reading:
    """Of another language only the question is heard: a mark, and whether it opens with one of its question words."""
    shown = tuple(
        Sentence(
            text[s.begin : s.end],
            ("open" if FOREIGN_OPEN.intersection(s.words) else "closed") if s.mark == "?" else "none",
            "another language",
        )
        for s in found
    )
    asked = [s.form for s in shown if s.form != "none"]
    return Reading(text, shown, asked[-1] if asked else "none", foreign=True)
