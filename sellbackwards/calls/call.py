"""A Call is made of Turns, joined from the cues of a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from sellbackwards.calls.backchannels import only_backchannels
from sellbackwards.calls.clock import DAY
from sellbackwards.calls.names import UNKNOWN, name_key, people
from sellbackwards.calls.restarts import put_right
from sellbackwards.speech import Reading, read

__all__ = ["UNKNOWN", "Call", "Cue", "LeftOut", "Script", "TranscriptError", "Turn", "assemble", "count_words"]

Span = tuple[float, float]

# What lines of a file that are not talk can be.
NOTES, CHAT, STAGE, ADDED = "notes", "chat", "stage directions", "lines that a tool added"

# What a transcriber writes beside the speech: [laughter], <ts>, (pause 0.20). None of it is a word somebody said.
_SOUNDS = (
    r"pause|laugh(?:s|ing|ter)?|inaudible|unintelligible|crosstalk|silence|sighs?|coughs?|chuckles?"
    r"|applause|music|long pause"
    r"|lacht|lachen|gelächter|unverständlich|seufzt|rires?|rit|inaudible|risas?|ríe|risos?|ri|ride|ridono|risate"
)
_ASIDE = re.compile(rf"\[[^\[\]]{{0,80}}\]|<[^<>]{{0,80}}>|\((?:{_SOUNDS})\b[^()]{{0,40}}\)", re.I)
# A word: letters or digits with what joins them (don't, twenty-four, 3.5). In scripts written without spaces
# (Chinese, Japanese, Thai) each character counts as one.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:['’.,-][^\W_{_UNSPACED}]+)*")


class TranscriptError(ValueError):
    """A file that can't be read as a call. Its text is one line: the file, the place in it, and what to do."""

    def __init__(self, file: str, place: str, problem: str, remedy: str) -> None:
        self.file, self.place, self.problem, self.remedy = file, place, problem, remedy
        super().__init__(" ".join(f"{file}, {place}: {problem} {remedy}".split()))


@dataclass(frozen=True, slots=True)
class Cue:
    """One stretch of speech as a file holds it. Times in seconds; `end` is None where the file gives only starts."""

    speaker: str | None
    text: str
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Lines of the file that don't count as talk: what they are ("notes", "chat", …), and how many."""

    what: str
    lines: int


@dataclass(frozen=True)
class Script:
    """What a reader found in a file.

    `left_out` counts the lines that are not talk, by what they are. `guess` says what was only guessed at, in one
    sentence. `typed`: messages, whose `start` is when they were sent. `sides` says of a name "seller" or "buyer",
    where the file tells who works for whom.
    """

    cues: list[Cue]
    left_out: Mapping[str, int] = field(default_factory=dict)
    guess: str = ""
    typed: bool = False
    sides: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""  # what was recognised, where a reader knows it closer than its own name


@dataclass(frozen=True)
class Turn:
    """What one speaker says before another one speaks.

    `start` and `end` are seconds, None where the file does not say. `spans` are the stretches in which the speaker was
    speaking: as the file has them, or estimated where it gives only starts (see `assemble`). Empty without a clock.
    `speaks_from` is the start, listeners' sounds at the beginning left out: "Mm-hm" said during the other's turn, and
    then the reply.
    """

    i: int
    speaker: str
    text: str
    start: float | None = None
    end: float | None = None
    spans: tuple[Span, ...] = ()
    speaks_from: float | None = None
    sent: float | None = None
    said: tuple[str, ...] = ()

    @cached_property
    def words(self) -> int:
        return count_words(self.text)

    @cached_property
    def seconds(self) -> float:
        """Time spent speaking: the union of the spans, so that overlapping captions don't count twice."""
        return union_seconds(self.spans)


@dataclass(frozen=True)
class Call:
    """A call as it was written down: `file` is its name, `format` what was recognised, `turns` in the order of time.

    `typed`: a chat or mails, so there is no clock. `left_out`, `guess` and `sides` are as in a Script.
    """

    file: str
    format: str
    turns: tuple[Turn, ...]
    ends_known: bool = False
    typed: bool = False
    left_out: tuple[LeftOut, ...] = ()
    guess: str = ""
    sides: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _read(self) -> dict[int, Reading]:
        return {}

    def reading(self, i: int) -> Reading:
        """What turn `i` does, read with what another speaker has just said; read once."""
        if i not in self._read:
            self._read[i] = read(self.turns[i].text, buyer=self.turns[i - 1].text if i else None)
        return self._read[i]

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Names in the order in which they first speak."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns))

    @cached_property
    def clocked(self) -> bool:
        """Does every turn have a time?"""
        return bool(self.turns) and all(turn.spans for turn in self.turns)

    @cached_property
    def begin(self) -> float:
        """Seconds at which the first turn starts (some tools write the time of day)."""
        return min((s for turn in self.turns for s, _ in turn.spans), default=0.0)

    @cached_property
    def seconds(self) -> float | None:
        """From the first word to the last, None without a clock."""
        if not self.clocked:
            return None
        return max(e for turn in self.turns for _, e in turn.spans) - self.begin

    @cached_property
    def days(self) -> float | None:
        """Days from the first message to the last; None for speech, and where the file doesn't say."""
        sent = [turn.sent for turn in self.turns if turn.sent is not None]
        return (max(sent) - min(sent)) / DAY if self.typed and len(sent) > 1 else None

    @cached_property
    def longest_wait(self) -> tuple[float, int] | None:
        """(days, the turn that came then) of the longest time without a message; None as for `days`."""
        sent = [(turn.sent, turn.i) for turn in self.turns if turn.sent is not None]
        waits = [((b - a) / DAY, i) for (a, _), (b, i) in pairwise(sent)]
        return max(waits) if self.typed and waits else None


def count_words(text: str) -> int:
    """Words spoken in `text`; transcriber's asides in brackets don't count."""
    return len(_WORD.findall(_ASIDE.sub(" ", text)))


def union_seconds(spans: Iterable[Span]) -> float:
    """Seconds covered by at least one of the spans."""
    total, reached = 0.0, float("-inf")
    for start, end in sorted(spans):
        if end > reached:
            total += end - max(start, reached)
            reached = end
    return total


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
