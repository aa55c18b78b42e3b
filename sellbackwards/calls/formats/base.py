"""What a format is: a name, and a reader that knows its own."""

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
    """`read` returns the cues, or None where the text isn't written so; Refusal where it is but holds no call."""

    name: str
    read: Callable[[str], list[Cue] | None]


ASK_FOR_NAMES = "Ask the tool for a transcript with speaker names, or write the names in: “Anna: Good morning.”"

# Words in front of a colon that head a section, a letter or a log, and are nobody's name.
_HEADING_WORDS = """
    action actions agenda answer attachment attendees audio bcc cc chapter chapters comment conclusion context
    critical date debug decision decisions description duration error example fatal file format from header host
    http https important info invitees keywords kind language length link location meeting name note notes objective
    organizer outcome participants place platform present ps purpose question re recap recorded recording reference
    result section sent source speakers subject summary tags takeaways time timestamp title to todo topic topics
    trace transcript transcription type uri url version video warn warning watch
"""
_HEADINGS = frozenset(_HEADING_WORDS.split())
_HEADING_PHRASES = re.compile(
    r"(?:action items?|next steps?|key \w+|meeting \w+|call \w+|screen sharing|created|started|ended|recorded)"
    r" ?(?:on|by|at|with)?",
    re.I,
)
# What no name holds: code, quotes, a time, the end of a sentence, brackets or a dash in front, two commas.
_FORBIDDEN = re.compile(r"[{}<>=\"“”;\\]|//|\d:\d|[.?!…](?:\s|$)|,$|^[\W\d_]+$|^[-–—•*#>(\[|]|,.*,")
# In brackets or capitals like a name, and a sound.
_SOUND = re.compile(
    r"(?:\w+ )?(?:music|applause|laugh(?:s|ter|ing)|silence|inaudible|crosstalk|noise|cheer(?:s|ing)|sighs?)(?: \w+)?",
    re.I,
)
_TIME_SPELT = re.compile(r"\d+ ?(?:h|m|s|hours?|min|minutes?|sec|seconds?)\b", re.I)
_TELEPHONE = re.compile(r"\+?\(?\d(?!\d{0,3}[-.]\d\d[-.]\d\d)[\d ().*x-]{6,18}")  # who dialled in
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Jr|Sr|Prof|Inc|Ltd|Co|St)\.")


def could_be_name(text: str) -> bool:
    """Is it short enough, and free of what no name holds?"""
    text = text.strip()
    if not 0 < len(text) <= 60 or len(text.split()) > 7:
        return False
    if _TELEPHONE.fullmatch(text) or text.casefold() == "speaker ?":
        return True
    if _SOUND.fullmatch(text) or _TIME_SPELT.match(text) or _FORBIDDEN.search(_ABBREVIATION.sub("", text)):
        return False
    return text.casefold() not in _HEADINGS and not _HEADING_PHRASES.fullmatch(text)


# Small words inside names: Ludwig van Beethoven, Maria de la Cruz, Anna from Acme.
_PARTICLE_WORDS = "van von de der den del della di da dos das du la le el al bin ibn y e and & of from at"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())


def looks_like_name(text: str) -> bool:
    """Is every word of it written as names are? Scripts without capitals pass."""
    words: list[str] = re.findall(r"[^\W_]\S*", text)
    return (
        bool(words)
        and not words[0][0].islower()
        and all(not word[0].islower() or word.casefold() in _PARTICLES for word in words)
    )
