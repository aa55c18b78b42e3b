"""The data of a call: Cues as a file has them, in a Script; Turns, and the Call that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from sellbackwards.calls.clock import DAY
from sellbackwards.speech import Reading, read

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
