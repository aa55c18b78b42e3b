"""Join the cues of a transcript into the turns of a call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sellbackwards.calls.call import STAGE, Call, Cue, LeftOut, Script, Span, Turn, count_words
from sellbackwards.calls.names import name_key, people
from sellbackwards.calls.restarts import put_right
from sellbackwards.speech.backchannels import only_backchannels

# How long a stretch of speech lasts where the file gives only its start: until the next start, but no shorter than its
# words need in usual speech (somebody said "mm-hm" meanwhile), and no longer than they need in slow speech (a silence
# isn't talk). On talks whose ends are known this moves shares by 1 to 6 points.
_USUAL = 0.36  # seconds a word, 165 words a minute
_SLOW = 0.5  # seconds a word, 120 words a minute
_PAUSE = 1.0  # seconds for a breath


def _estimated_end(start: float, following: float | None, words: int) -> float:
    shortest, longest = start + _USUAL * words, start + _PAUSE + _SLOW * words
    return shortest if following is None else min(max(following, shortest), longest)


def assemble(file: str, format: str, found: Script | Sequence[Cue]) -> Call:
    """Join cues into turns: in order of time, one spelling to a name, neighbouring cues of one speaker in one turn.

    - Cues whose text is empty or only a transcriber's aside ("(pause 0.20)") are left out, and counted.
    - If at least nine words in ten have a start, cues go in the order of their starts (a cue without one stays behind
      its neighbour) and the call has a clock; if fewer, times are dropped and shares go by words. Times that go back,
      as after midnight, are put right first, and `guess` says so: see restarts.py.
    - An end that is missing, or not after its start, is estimated: see `_estimated_end`.
    - Typed talk has no clock.
    """
    script = found if isinstance(found, Script) else Script(list(found))
    spoken = [cue for cue in script.cues if count_words(cue.text)]
    left_out = dict(script.left_out)
    if sounds := sum(bool(cue.text.strip()) for cue in script.cues) - len(spoken):
        left_out[STAGE] = left_out.get(STAGE, 0) + sounds
    names = people(cue.speaker for cue in spoken)
    words = [count_words(cue.text) for cue in spoken]
    timed = sum(n for cue, n in zip(spoken, words, strict=True) if cue.start is not None)
    clocked = bool(spoken) and not script.typed and timed >= 0.9 * sum(words)
    guess = script.guess
    if clocked:
        spoken, restarted = put_right(spoken, words, lambda cue: name_key(cue.speaker))
        guess = " ".join(filter(None, (guess, restarted)))
        spoken = _spread(spoken, words)
    ordered: Sequence[tuple[Cue, int, float | None]]
    ordered = _in_order(spoken, words) if clocked else [(cue, n, None) for cue, n in zip(spoken, words, strict=True)]

    turns: list[Turn] = []
    run: list[tuple[Cue, Span | None]] = []

    def who(cue: Cue) -> str:
        return names[name_key(cue.speaker)]

    def close() -> None:
        if run:
            turn = _turn(len(turns), who(run[0][0]), run)
            turns.append(replace(turn, sent=run[0][0].start) if script.typed else turn)
            run.clear()

    for position, (cue, n, start) in enumerate(ordered):
        span: Span | None = None
        if start is not None:
            if cue.start is not None and cue.end is not None and cue.end > cue.start:
                span = (start, cue.end)
            else:
                following = next((s for _, _, s in ordered[position + 1 : position + 2]), None)
                span = (start, _estimated_end(start, following, n))
        if run and who(run[-1][0]) != who(cue):
            close()
        run.append((cue, span))
    close()
    ends = sum(n for cue, n in zip(spoken, words, strict=True) if cue.end is not None and cue.end > (cue.start or 0.0))
    return Call(
        file,
        script.kind or format,
        tuple(turns),
        ends_known=clocked and ends >= 0.9 * sum(words),
        typed=script.typed,
        left_out=tuple(LeftOut(what, lines) for what, lines in left_out.items() if lines),
        guess=guess,
        sides={names.get(name_key(name), name): side for name, side in script.sides.items()},
    )


def _spread(cues: Sequence[Cue], words: Sequence[int]) -> list[Cue]:
    """Spread out cues that share a start time (one a minute, or one above a paragraph), so that they follow each other.

    They share the time until the next start by their words, unless slow speech would need less. Only where the file has
    no ends and at least every fifth start stands more than once.
    """
    starts = [cue.start for cue in cues]
    same = sum(a is not None and a == b for a, b in pairwise(starts))
    if same < max(2, len(cues) // 5) or any(cue.end is not None for cue in cues):
        return list(cues)
    out: list[Cue] = []
    first = 0
    while first < len(cues):
        last = first
        while last + 1 < len(cues) and starts[last + 1] in (starts[first], None):
            last += 1
        at = starts[first]
        following = starts[last + 1] if last + 1 < len(cues) else None
        total = sum(words[first : last + 1])
        room = _estimated_end(0.0, None, total)
        if at is not None and following is not None and following > at:
            room = min(following - at, _PAUSE * (last + 1 - first) + _SLOW * total)
        for n in range(first, last + 1):
            out.append(replace(cues[n], start=at))
            at = at + room * words[n] / total if at is not None and total else at
        first = last + 1
    return out


def _in_order(cues: Sequence[Cue], words: Sequence[int]) -> list[tuple[Cue, int, float]]:
    """Cues by start; a cue without one takes the time at which the cue before it ends."""
    reached = 0.0
    rows: list[tuple[Cue, int, float]] = []
    for cue, n in zip(cues, words, strict=True):
        start = cue.start if cue.start is not None else reached
        reached = cue.end if cue.end is not None and cue.end > start else start
        rows.append((cue, n, start))
    return sorted(rows, key=lambda row: row[2])


def _turn(i: int, speaker: str, run: Sequence[tuple[Cue, Span | None]]) -> Turn:
    text = " ".join(cue.text for cue, _ in run)
    timed = [(cue, span) for cue, span in run if span is not None]
    if not timed:
        return Turn(i, speaker, text)
    spans = tuple(span for _, span in timed)
    start = min(s for s, _ in spans)
    ends = [cue.end for cue, _ in run if cue.end is not None]
    end = max(ends) if ends and max(ends) > start else None
    replies = (s for cue, (s, e) in timed if not only_backchannels(cue.text, e - s))
    said = tuple(cue.text for cue, _ in timed)
    return Turn(i, speaker, text, start, end, spans, next(replies, start), said=said)
