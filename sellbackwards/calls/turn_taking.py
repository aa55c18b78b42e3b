"""Who holds the floor, and how it passes: monologues, pauses before a reply, interruptions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from sellbackwards.calls.call import Call, Turn
from sellbackwards.calls.measured import Monologue
from sellbackwards.speech.backchannels import only_backchannels, only_sounds

SILENCE_SECONDS = 10.0  # a silence this long ends a monologue: somebody is looking something up, or showing it
INTERRUPTION_SECONDS = 0.5  # less overlap than this is the ordinary eagerness of turn-taking


def is_backchannel(turn: Turn, before: str = "") -> bool:
    """Is the turn only a listener's sound? `before` is what the other one has just said.

    "Yes" after a question is an answer; "mm-hm" never is. See `backchannels.only_backchannels`.
    """
    return only_backchannels(turn.text, turn.seconds) and (not before.rstrip().endswith("?") or only_sounds(turn.text))


def _backchannels(call: Call) -> list[bool]:
    return [is_backchannel(turn, call.turns[n - 1].text if n else "") for n, turn in enumerate(call.turns)]


def longest_monologue(call: Call, seller: str | None) -> Monologue:
    best, best_size = Monologue(0.0 if call.clocked else None, 0, None), 0.0
    for pieces in _monologues(call, seller):
        words = sum(n for _, _, n, _ in pieces)
        seconds = max(end for _, end, _, _ in pieces) - pieces[0][0] if call.clocked else None
        size = seconds if seconds is not None else float(words)
        if size > best_size:
            best, best_size = Monologue(seconds, words, pieces[0][3]), size
    return best


def _monologues(call: Call, seller: str | None) -> Iterator[list[tuple[float, float, int, int]]]:
    """The seller's stretches as lists of (start, end, words, turn), cut by anything more than a listener's sound."""
    run: list[tuple[float, float, int, int]] = []
    listening = _backchannels(call)
    for turn in call.turns:
        if turn.speaker != seller:
            if not listening[turn.i] and run:
                yield run
                run = []
            continue
        for piece in _pieces(turn):
            if run and call.clocked and piece[0] - run[-1][1] > SILENCE_SECONDS:
                yield run
                run = []
            run.append(piece)
    if run:
        yield run


def _pieces(turn: Turn) -> list[tuple[float, float, int, int]]:
    """A turn as (start, end, words, turn) per span; its words are spread over its spans by their length.

    Sounds of listening at its beginning belong to the other's talk and are left out.
    """
    if turn.speaks_from is None:
        return [(0.0, 0.0, turn.words, turn.i)]
    spans = [span for span in turn.spans if span[0] >= turn.speaks_from]
    total, left, pieces = sum(e - s for s, e in spans) or 1.0, turn.words, []
    for n, (start, end) in enumerate(spans):
        words = left if n == len(spans) - 1 else min(left, round(turn.words * (end - start) / total))
        left -= words
        pieces.append((start, end, words, turn.i))
    return pieces


def _replies(call: Call, seller: str | None) -> Iterator[tuple[Turn, Turn]]:
    """(another's turn, the seller's reply), listeners' sounds on both sides left out."""
    talk = [turn for turn, listening in zip(call.turns, _backchannels(call), strict=True) if not listening]
    for before, turn in pairwise(talk):
        if turn.speaker == seller and before.speaker != seller:
            yield before, turn


def patience(call: Call, seller: str | None) -> float | None:
    pauses = [
        max(0.0, turn.speaks_from - before.end)
        for before, turn in _replies(call, seller)
        if turn.speaks_from is not None and before.end is not None
    ]
    return median(pauses) if pauses else None


def interruptions(call: Call, seller: str | None) -> Iterator[int]:
    for before, turn in _replies(call, seller):
        if turn.speaks_from is None or before.end is None or before.start is None:
            continue
        if before.start < turn.speaks_from and before.end - turn.speaks_from >= INTERRUPTION_SECONDS:
            yield turn.i
