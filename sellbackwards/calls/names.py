"""Join the spellings of one speaker's name, and a role with the name of the person who has it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

UNKNOWN = "Unknown"

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
# A name, and behind it who that is: AE (Maya), Maya [AE], Maya Lindqvist, AE, Tom – Ward Director.
_QUALIFIED = re.compile(
    r"(?P<main>[^()\[\]]{1,50}?)\s?(?:[(\[](?P<inside>[^()\[\]]{1,60})[)\]]|(?:,|\||/|\s[-–—])\s(?P<behind>[^()\[\]]{1,60}))$"
)


def clean_name(name: str | None) -> str:
    """A name as it is shown: one line, single spaces, no tool's tag; "Unknown" where there is none."""
    if name is None:
        return UNKNOWN
    text = _TAG.sub("", " ".join(name.split())).strip(" :*_")
    return UNKNOWN if _NO_NAME.fullmatch(text) else text


@lru_cache(maxsize=4096)
def name_key(name: str | None) -> str:
    """The same for every way to write one name: case, spaces, "Smith, Anna" for "Anna Smith"."""
    text = clean_name(name)
    last, comma, first = text.partition(", ")
    if comma and "," not in first and len(last.split()) <= 2 and len(first.split()) <= 2:
        text = f"{first} {last}"
    return text.casefold()


def same_name(one: str, other: str) -> bool:
    """Whether two names are one name, whatever their case, spaces and order; "Emma" and "Emma Stone" are two."""
    return name_key(one) == name_key(other)


def name_and_qualifier(name: str) -> tuple[str, str]:
    """("AE", "Maya") for "AE (Maya)"; the second is empty where nothing stands behind the name."""
    found = _QUALIFIED.fullmatch(name)
    return (found["main"].strip(), (found["inside"] or found["behind"]).strip()) if found else (name, "")


def people(names: Iterable[str | None]) -> dict[str, str]:
    """How to show the bearer of each name, by `name_key`.

    One person in several spellings is shown as mostly written (the first of equals). A name that stands alone and once
    with something behind it ("AE" and "AE (Maya)") is one person, shown in full; with two of them ("AE (Maya)",
    "AE (Ann)") the one alone stays by itself.
    """
    seen: dict[str, Counter[str]] = {}
    for name in names:
        seen.setdefault(name_key(name), Counter())[clean_name(name)] += 1
    shown = {key: spellings.most_common(1)[0][0] for key, spellings in seen.items()}
    fuller: dict[str, set[str]] = {}
    for key, name in shown.items():
        main, qualifier = name_and_qualifier(name)
        if qualifier:
            fuller.setdefault(name_key(main), set()).add(key)
            fuller.setdefault(name_key(qualifier), set()).add(key)
    for bare, qualified in fuller.items():
        if bare in shown and len(qualified) == 1:
            shown[bare] = shown[next(iter(qualified))]
    return shown
