"""What a transcript comes to: a Call made of Turns, whatever tool wrote the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sellbackwards.calls.backchannels import only_backchannels

UNKNOWN = "Unknown"

Span = tuple[float, float]

# What a transcriber writes beside the speech: [laughter], <ts>, (pause 0.20). None of it is a word somebody said.
_ASIDE = re.compile(
    r"\[[^\[\]]{0,80}\]|<[^<>]{0,80}>|\((?:pause|laugh|laughs|laughing|laughter|inaudible|crosstalk)[^()]{0,40}\)", re.I
)
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

    @cached_property
    def words(self) -> int:
        return count_words(self.text)

    @cached_property
    def seconds(self) -> float:
        """Time spent speaking: the union of the spans, so that overlapping captions don't count twice."""
        return union_seconds(self.spans)


@dataclass(frozen=True)
class Call:
    """A call as it was written down: `file` is its name, `format` what was recognised, `turns` in the order of time."""

    file: str
    format: str
    turns: tuple[Turn, ...]
    ends_known: bool = False

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


def assemble(file: str, format: str, cues: Sequence[Cue]) -> Call:
    """Join cues into turns: in order of time, one spelling to a name, neighbouring cues of one speaker in one turn.

    - Cues whose text is empty or only a transcriber's aside ("(pause 0.20)") are left out.
    - If at least nine words in ten have a start, cues go in the order of their starts (a cue without one stays behind
      its neighbour) and the call has a clock; if fewer, times are dropped and shares go by words.
    - An end that is missing, or not after its start, is estimated: see `_estimated_end`.
    """
    spoken = [cue for cue in cues if count_words(cue.text)]
    names = _spellings(cue.speaker for cue in spoken)
    words = [count_words(cue.text) for cue in spoken]
    timed = sum(n for cue, n in zip(spoken, words, strict=True) if cue.start is not None)
    clocked = bool(spoken) and timed >= 0.9 * sum(words)
    ordered: Sequence[tuple[Cue, int, float | None]]
    ordered = _in_order(spoken, words) if clocked else [(cue, n, None) for cue, n in zip(spoken, words, strict=True)]

    turns: list[Turn] = []
    run: list[tuple[Cue, Span | None]] = []

    def close() -> None:
        if run:
            turns.append(_turn(len(turns), names[_key(run[0][0].speaker)], run))
            run.clear()

    for position, (cue, n, start) in enumerate(ordered):
        span: Span | None = None
        if start is not None:
            if cue.start is not None and cue.end is not None and cue.end > cue.start:
                span = (start, cue.end)
            else:
                following = next((s for _, _, s in ordered[position + 1 : position + 2]), None)
                span = (start, _estimated_end(start, following, n))
        if run and _key(run[-1][0].speaker) != _key(cue.speaker):
            close()
        run.append((cue, span))
    close()
    ends = sum(n for cue, n in zip(spoken, words, strict=True) if cue.end is not None and cue.end > (cue.start or 0.0))
    return Call(file, format, tuple(turns), ends_known=clocked and ends >= 0.9 * sum(words))


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
    return Turn(i, speaker, text, start, end, spans, next(replies, start))


# --- names ---

# Names that tools give to a voice they could not place.
_NO_NAME = re.compile(
    r"(?:unknown|unidentified|unnamed|undefined|anonymous|unassigned)"
    r"(?: (?:speaker|user|participant|person|voice))?(?: ?#?\d+)?|speaker \?|n/?a|none|null|[\W_]*",
    re.I,
)
# What a meeting tool hangs on a name: Anna Smith (Guest), Anna Smith (she/her).
_TAG = re.compile(
    r"\s*[(\[](?:guest|external|unverified|host|co-host|organizer|presenter|you|me|(?:she|he|they)\b[^()\[\]]{0,20})[)\]]\s*$",
    re.I,
)


def clean_name(name: str | None) -> str:
    """A name as it is shown: one line, single spaces, no tool's tag; "Unknown" where there is none."""
    if name is None:
        return UNKNOWN
    text = _TAG.sub("", " ".join(name.split())).strip(" :*_")
    return UNKNOWN if _NO_NAME.fullmatch(text) else text


def _key(name: str | None) -> str:
    """The same for every way to write one name: case, spaces, "Smith, Anna" for "Anna Smith"."""
    text = clean_name(name)
    last, comma, first = text.partition(", ")
    if comma and "," not in first and len(last.split()) <= 2 and len(first.split()) <= 2:
        text = f"{first} {last}"
    return text.casefold()


def same_name(one: str, other: str) -> bool:
    return _key(one) == _key(other)


def _spellings(names: Iterable[str | None]) -> dict[str, str]:
    """For each name the way it is mostly written (the first of equals)."""
    seen: dict[str, Counter[str]] = {}
    for name in names:
        seen.setdefault(_key(name), Counter())[clean_name(name)] += 1
    return {key: spellings.most_common(1)[0][0] for key, spellings in seen.items()}
