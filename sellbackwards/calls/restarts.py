"""Times that go back: a clock that passed midnight or the hour, a second recording pasted behind, one mistyped time.

Sorted by such times, answers would stand before their questions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sellbackwards.calls.call import Cue

_BACK = 60.0  # seconds: talk over each other makes times go back by less
_ROUND = (3600.0, 43200.0, 86400.0)  # where clocks begin again
_NEAR = 600.0  # seconds: the longest pause around midnight or the full hour


def put_right(cues: Sequence[Cue], words: Sequence[int], who: Callable[[Cue], str]) -> tuple[list[Cue], str]:
    """(the cues with times that go on, what was guessed in one sentence or "").

    - Where leaving out the time of one cue makes the others rise, it is left out.
    - Where each part between two such places has two speakers or more, the parts follow each other: the clock began
      again, or a new recording did.
    - Else the times stand: each speaker may have been written down alone, and order of time joins them.
    """
    back = _goes_back(cues)
    if not back:
        return list(cues), ""
    for odd in (back[0], _before(cues, back[0])):
        rest = [replace(cue, start=None, end=None) if n == odd else cue for n, cue in enumerate(cues)]
        if len(cues) > 3 and not _goes_back(rest):
            return (
                rest,
                f"The time of turn {odd + 1} of the file doesn't fit between those beside it, so it was left out.",
            )
    parts = [list(cues[a:b]) for a, b in zip([0, *back], [*back, len(cues)], strict=True)]
    if any(len({who(cue) for cue in part}) < 2 for part in parts):
        return list(cues), "The times go back in places, so turns were put in order of time."
    out: list[Cue] = []
    later = reached = 0.0
    for part in parts:
        first = next(cue.start for cue in part if cue.start is not None)
        if out:
            later = _later_by(reached, first)
        for cue in part:
            n = len(out)
            start = None if cue.start is None else cue.start + later
            end = None if cue.end is None else cue.end + later
            out.append(replace(cue, start=start, end=end))
            if start is not None:
                reached = max(reached, end if end is not None else start + words[n] / 2)
    places = "one place" if len(back) == 1 else f"{len(back)} places"
    return out, (
        f"The times go back in {places}, as when a clock begins again or another recording does; "
        "what follows was taken to come after it."
    )


def _goes_back(cues: Sequence[Cue]) -> list[int]:
    """The places of the cues that start more than a minute before the one before them."""
    found: list[int] = []
    before: float | None = None
    for n, cue in enumerate(cues):
        if cue.start is None:
            continue
        if before is not None and cue.start < before - _BACK:
            found.append(n)
        before = cue.start
    return found


def _before(cues: Sequence[Cue], n: int) -> int:
    return next(i for i in range(n - 1, -1, -1) if cues[i].start is not None)


def _later_by(reached: float, first: float) -> float:
    """By how much a part that begins at `first` comes later, where talk had reached `reached`. All in seconds."""
    for turn in _ROUND:
        if reached <= first + turn < reached + _NEAR:
            return turn
    return reached - first
