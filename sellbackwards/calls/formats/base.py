"""What a format is: a name, and a reader that recognises its own files. And what a speaker's name looks like."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sellbackwards.calls.call import Cue, Script
from sellbackwards.calls.formats.not_speech import is_heading, is_technical


class Refusal(Exception):
    """Why a text that looks like this format can't be read: place, problem, remedy. The file's name is added later."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.place, self.problem, self.remedy = place, problem, remedy


@dataclass(frozen=True)
class Format:
    """`read` returns a Script (or its cues), None where the text isn't written so; Refusal where it holds no call."""

    name: str
    read: Callable[[str], Script | list[Cue] | None]


ASK_FOR_NAMES = "Ask the tool for a transcript with speaker names, or write the names in: “Anna: Good morning.”"

# What no name holds: code, quotes, a time, the end of a sentence, brackets or a dash in front, two commas.
# (What begins like a formula may be the name that somebody gave themselves; the tables disarm it.)
_FORBIDDEN = re.compile(r"[{}<>\"“”;\\]|.=|//|\d:\d|[.?!…](?:\s|$)|,$|^[\W\d_]+$|^[-–—•*#>(\[|]|,.*,")
# In brackets or capitals like a name, and a sound.
_SOUND = re.compile(
    r"(?:\w+ )?(?:music|applause|laugh(?:s|ter|ing)|silence|inaudible|crosstalk|noise|cheer(?:s|ing)|sighs?|pause"
    r"|gelächter|lachen|musik|rires?|musique|risas?|risos?|risate|musica|música|pausa)(?: \w+)?",
    re.I,
)
# A sound alone on a line, in capitals: LAUGHTER
_SOUND_ALONE = re.compile(r"[A-ZÄÖÜÉ ]{5,30}\.?|\W.*\W")
_TIME_SPELT = re.compile(r"\d+ ?(?:h|m|s|hours?|min|minutes?|sec|seconds?)\b", re.I)
_DATED = re.compile(r"\b(?:19|20)\d\d$|^[ap]\.?m\.?$", re.I)  # a date, or what is left of one
_TELEPHONE = re.compile(r"\+?\(?\d(?!\d{0,3}[-.]\d\d[-.]\d\d)[\d ().*x-]{6,18}")  # who dialled in
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Dr|Mr|Mrs|Ms|MR|MRS|MS|DR|Jr|Sr|Prof|Inc|Ltd|Co|St|Hr|Fr|Mme|Mlle|Sra?|Dott|Sig|Sig\.ra)\."
)


def is_sound(line: str) -> bool:
    """A line that only names a sound, in capitals or brackets: LAUGHTER."""
    return len(line) < 40 and bool(_SOUND_ALONE.fullmatch(line) and _SOUND.fullmatch(line.strip("()[]<>*.-–— ")))


def could_be_name(text: str) -> bool:
    """Is it short enough, and free of what no name holds?"""
    text = text.strip()
    if not 0 < len(text) <= 60 or len(text.split()) > 7:
        return False
    if _TELEPHONE.fullmatch(text) or text.casefold() == "speaker ?":
        return True
    if _SOUND.fullmatch(text) or _TIME_SPELT.match(text) or _FORBIDDEN.search(_ABBREVIATION.sub("", text)):
        return False
    return not is_technical(text) and not _DATED.search(text)


_CODE = re.compile(r"[a-z]{1,8}_?\d{1,4}")  # how corpora and recognisers number their speakers
# Small words inside names: Ludwig van Beethoven, Maria de la Cruz, Anna from Acme.
_PARTICLE_WORDS = "van von de der den del della di da dos das du la le el al bin ibn y e and & of from at"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())


def looks_like_name(text: str) -> bool:
    """Is each word written as names are, and none of it a heading? Scripts without capitals pass, and "me018"."""
    if _CODE.fullmatch(text):
        return True
    words: list[str] = re.findall(r"[^\W_]\S*", text)
    return (
        bool(words)
        and not is_heading(text)
        and not words[0][0].islower()
        and all(not word[0].islower() or word.casefold() in _PARTICLES for word in words)
    )
