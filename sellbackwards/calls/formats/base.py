"""What a format is: a name, a look that tells whether a text is written in it, and a reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sellbackwards.calls.call import Cue


class Refusal(Exception):
    """Why a text that looks like this format can't be read: place, problem, remedy. The file's name is added later."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.place, self.problem, self.remedy = place, problem, remedy


@dataclass(frozen=True)
class Format:
    """`read` returns the cues, None where the text isn't written so, or raises Refusal where it is but holds no call."""

    name: str
    read: Callable[[str], list[Cue] | None]


ASK_FOR_NAMES = "Ask the tool for a transcript with speaker names, or write the names in: “Anna: Good morning.”"

# Words in front of a colon that head a section, a letter or a log, and are nobody's name.
_HEADINGS = frozenset(
    """
    action actions agenda answer attachment attendees audio bcc cc chapter chapters comment conclusion context date
    description duration error example file format from header host http https important info invitees keywords kind
    language length link location meeting name note notes objective organizer outcome participants ps place platform
    present purpose question re recap recorded recording reference result section sent source speakers subject summary
    tags takeaways time timestamp title to todo topic topics transcript transcription type uri url version video warning
    """.split()
)
_HEADING_PHRASES = re.compile(r"(?:action items?|next steps?|key \w+|meeting \w+|call \w+|created|started|ended|recorded) ?(?:on|by|at|with)?", re.I)
_FORBIDDEN = re.compile(r"[{}<>=|\"“”;\\/]|//|\d:\d|[.?!,…][\s\"”]*$|^[\W\d_]+$|^[-–—•*#>(\[]|,\s.*,")
_ABBREVIATION = re.compile(r"(?:^|\s)(?:[A-Z]|Dr|Mr|Mrs|Ms|Jr|Sr|Prof|Inc|Ltd|Co|St)\.$")


def could_be_name(text: str) -> bool:
    """Is it short enough, and free of what no name holds? (A full stop at its end, a time, brackets in front.)"""
    text = text.strip()
    if not 0 < len(text) <= 60 or len(text.split()) > 7:
        return False
    if _FORBIDDEN.search(text) and not _ABBREVIATION.search(text):
        return False
    return text.casefold() not in _HEADINGS and not _HEADING_PHRASES.fullmatch(text)


# Small words inside names: Ludwig van Beethoven, Maria de la Cruz, Anna (from Acme).
_PARTICLES = frozenset("van von de der den del della di da dos das du la le el al bin ibn y e and & of from at the".split())


def looks_like_name(text: str) -> bool:
    """Is every word of it written as names are? Scripts without capitals pass."""
    words = re.findall(r"[^\W_][^\s]*", text)
    return bool(words) and all(
        not word[0].islower() or word.casefold() in _PARTICLES for word in words
    ) and not words[0][0].islower()
