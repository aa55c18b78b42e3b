"""The times of a text's turns, and whether they belong to typed messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sellbackwards.calls.clock import DAY, day_of, has_seconds, is_date, is_of_day, moment, month_first
from sellbackwards.calls.formats.speaker_labels import TIME_ALONE, SpeakerLabel

# Speech has 100 to 200 words a minute, with its pauses hardly less than 60; people who type to each other, far less.
_TYPED_BELOW = 40.0
_FASTEST = 5.0  # words a second: above, "10:02" isn't minutes and seconds


@dataclass(frozen=True)
class Times:
    """`starts` and `ends` in seconds, one for each label. `typed`: when messages were sent, not when somebody spoke."""

    starts: list[float | None]
    ends: list[float | None]
    typed: bool = False
    guess: str = ""


def times_of(labels: Sequence[SpeakerLabel], bare: Sequence[str]) -> Times:
    """The times of labels; `bare` are the lines of the text, in which a date may stand between them."""
    stamps = [label.start for label in labels]
    given = [stamp for stamp in stamps if stamp]
    american = month_first([*given, *(line for line in bare if is_date(line))])
    words = _words(labels, bare)
    of_day = sum(map(is_of_day, given)) > len(given) / 2
    hours = not of_day and bool(given) and not any(map(has_seconds, given)) and _too_fast(given, words)
    if given and not of_day and not hours and not any(map(has_seconds, given)) and (moment(given[0]) or 0.0) >= 300:
        # a day above the first message, and a first time that no call begins with: a time of the day
        hours = any(is_date(line) for line in bare[: labels[0].line])
    starts = [moment(stamp, american, hours) if stamp else None for stamp in stamps]
    ends = [moment(label.end, american, hours) if label.end else None for label in labels]
    if not (of_day or hours):
        return Times(starts, ends)
    starts = _on_their_days(starts, labels, bare, american)
    known = [start for start in starts if start is not None]
    span = max(known, default=0.0) - min(known, default=0.0)
    typed = span > 120 and words / (span / 60) < _TYPED_BELOW
    guess = "The times are of the day and far apart, so this was taken for typed messages." if typed else ""
    return Times(starts, ends, typed, guess)


def _words(labels: Sequence[SpeakerLabel], bare: Sequence[str]) -> int:
    return sum(len(label.rest.split()) for label in labels) + sum(
        len(line.split())
        for label, following in zip(labels, [*labels[1:], None], strict=True)
        for line in bare[label.body : following.line if following else len(bare)]
    )


def _too_fast(stamps: Sequence[str], words: int) -> bool:
    known = [time for stamp in stamps if (time := moment(stamp)) is not None]
    span = max(known, default=0.0) - min(known, default=0.0)
    return len(known) > 3 and known == sorted(known) and span > 0 and words / span > _FASTEST


def _on_their_days(
    starts: list[float | None], labels: Sequence[SpeakerLabel], bare: Sequence[str], american: bool
) -> list[float | None]:
    """Times of day without a date get the day of the last line above them that is a date; a day passes at midnight."""
    found: list[float | None] = []
    day, before, line = 0, None, 0
    for start, label in zip(starts, labels, strict=True):
        for row in bare[line : label.line]:
            if is_date(row):
                dated = day_of(row, american)
                day = dated if dated is not None else day
                before = None
        line = label.body
        if start is not None and start < 2 * DAY:  # no date of its own
            if before is not None and start + DAY * day < before - 3600:
                day += 1
            start += DAY * day
            before = start
        found.append(start)
    return found


def block_starts(labels: Sequence[SpeakerLabel], bare: Sequence[str]) -> list[float | None]:
    """The time above each turn, where times stand alone above several; none where fewer than two have turns."""
    starts: list[float | None] = []
    now: float | None = None
    line = 0
    for label in labels:
        for row in bare[line : label.line]:
            if 0 < len(row) < 40 and (found := TIME_ALONE.fullmatch(row)):
                now = moment(found["start"])
        line = label.body
        starts.append(now)
    known = [start for start in starts if start is not None]
    orderly = len(known) == len(starts) and known == sorted(known) and len(set(known)) > 1
    return starts if orderly else [None] * len(starts)
