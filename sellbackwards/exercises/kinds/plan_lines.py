"""Read a line of a plan, however it is set down: with bars, dashes, commas, or as a sentence with labels.

"2 | send the drawings | Noor | Thursday | 1", "2. send the drawings - Noor, Thursday (after 1)",
"Step 2: send the drawings. Who: Noor. When: Thursday. Waits for: step 1."
"""

from __future__ import annotations

import re

from sellbackwards.exercises.kinds.days import first_day
from sellbackwards.exercises.kinds.parsing import lines_of, without_bullet

Parts = tuple[str, str, str, str, str]
"""number, what, who, when, after which step; "" where a part is missing"""

_NUMBER = re.compile(r"^(?:step\s*)?\(?(\d{1,2})\)?(?:\s*[.):,-]\s*|\s+|$)(?!\d)", re.IGNORECASE)
_WAITS = r"(?:(?:only )?after|(?:it )?waits? (?:for|on)|waiting for|needs|depends on|depending on|follows|following|comes after)"
# "(after 2 and 3)", ", waits for step 1", "after 4" at the end of a line
_AFTER = re.compile(
    rf"[\s,;(\[-]*\b{_WAITS}:?\s*(?:the )?(?:(?:steps?|no\.?|nr\.?|#)\s*)?(?P<steps>\d{{1,2}}(?:\s*(?:,|&|\+|and|or)+\s*(?:step )?\d{{1,2}})*"
    r"|nothing|none|nobody|-)\s*[)\].]*\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|[\s.;,(])(?P<label>who|owner|person|by whom|responsible|when|by when|date|deadline|day|after|waits? for|needs|depends on)"
    r"\s*(?:is|=|:|-)\s*",
    re.IGNORECASE,
)
_PART_OF_LABEL = {
    **dict.fromkeys(("who", "owner", "person", "by whom", "responsible"), 2),
    **dict.fromkeys(("when", "by when", "date", "deadline", "day"), 3),
    **dict.fromkeys(("after", "wait for", "waits for", "needs", "depends on"), 4),
}


def steps_of(answer: str) -> list[Parts]:
    """The steps of a whole plan: a line each, or a few lines each ("Step 1: …" with "Who: …" under it)."""
    lines: list[str] = []
    for line in lines_of(answer):
        if lines and not _NUMBER.match(line) and _LABEL.match(line):
            lines[-1] = f"{lines[-1].rstrip(' .')}. {line}"
        else:
            lines.append(line)
    found = [parts for line in lines if (parts := parts_of_line(line))]
    if found:
        return found
    bare = [parts for line in lines if (parts := parts_of_line(f"0. {without_bullet(line)}"))]
    return [(str(n), *parts[1:]) for n, parts in enumerate(bare, 1)]


def parts_of_line(line: str) -> Parts | None:
    """The parts of a line; None if it's no step."""
    bars = [part.strip() for part in re.split(r"[|;\t]", line.strip().strip("|"))]
    number = _NUMBER.match(bars[0])
    if not re.search(r"[^\W\d_]", line):
        return None
    if len(bars) >= 3 and number:
        rest = bars[0][number.end() :].strip()
        if rest:  # "1. order the survey | Dana | Monday | -"
            bars.insert(1, rest)
        return _five(number[1], bars[1:])
    number = _NUMBER.match(line.strip())
    if not number:
        return None
    text = line.strip()[number.end() :]
    return _labelled(number[1], text) or _loose(number[1], text) or _sentence(number[1], text)


def _five(number: str, parts: list[str]) -> Parts:
    what, who, when, after = (parts[:4] + [""] * 4)[:4]
    return str(int(number)), what, who, when, after


def _labelled(number: str, text: str) -> Parts | None:
    labels = list(_LABEL.finditer(text))
    if len({_PART_OF_LABEL[label["label"].lower()] for label in labels}) < 2:
        return None
    found = ["", text[: labels[0].start()], "", "", ""]
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        part = text[label.end() : following.start() if following else len(text)]
        found[_PART_OF_LABEL[label["label"].lower()]] = part.strip(" .,;")
    return _five(number, [part.strip(" .,;-") for part in found[1:]])


def _loose(number: str, text: str) -> Parts | None:
    """Parts between dashes, or between commas, the last of them a day."""
    waits = _AFTER.search(text)
    after = waits["steps"] if waits else ""
    text = text[: waits.start()] if waits else text
    text = re.sub(r"(\d)\s-\s(\d{1,2}(?:st|nd|rd|th)?\s[A-Za-z])", r"\1-\2", text)  # "15 - 17 May"
    parts = [part.strip() for part in re.split(r"\s-+(?:\s|$)|\s+(?:->|=>|→)\s+", text) if part.strip()]
    if len(parts) >= 3:
        last = parts[3] if len(parts) > 3 else ""
        if waits or not re.fullmatch(
            r"[\d\s,and&+-]*", last
        ):  # "… - the contract - Lea - 30 April", a dash in the text
            return _five(number, [*_with_dashes(parts), after])
        return _five(number, [*parts[:3], last])
    aside = re.fullmatch(r"(.+?)\s*(?:\(([^()]+)\)|:\s([^:]+))\W*", text)  # "sign it (the mayor, 5 May)"
    if len(parts) == 1 and aside:
        parts = [aside[1], aside[2] or aside[3]]
    if len(parts) == 2:
        who, when = _who_and_day(parts[1])
        if when:
            return _five(number, [parts[0], who, when, after])
    commas = [part.strip() for part in text.split(",")]
    if not after and re.fullmatch(r"\d{1,2}|-", commas[-1]):
        after = commas.pop()
    place = next((n for n in range(2, len(commas)) if first_day(commas[n])), 0)
    if not place:
        return None
    return _five(number, [", ".join(commas[: place - 1]), commas[place - 1], ", ".join(commas[place:]), after])


def _with_dashes(parts: list[str]) -> list[str]:
    """what, who, when, where one of them may hold a dash itself: the first with a day, after the second, is when."""
    place = next((n for n in range(2, len(parts)) if first_day(parts[n])), 2)
    return [" - ".join(parts[: place - 1]), parts[place - 1], " - ".join(parts[place:])]


def _who_and_day(text: str) -> tuple[str, str]:
    """("Mr Huber, town", "until 16 March") of "Mr Huber, town, until 16 March"; ("…", "") where no day is in it."""
    commas = [part.strip() for part in re.split(r",|\bby\b|\(|\)", text)]
    place = next((n for n in range(1, len(commas)) if first_day(commas[n])), 0)
    return (", ".join(commas[:place]), ", ".join(filter(None, commas[place:]))) if place else (text, "")


# "Mrs Jones signs the contract by Friday", "By Friday the mayor signs it"
_DOER = re.compile(
    r"(?:(?:[Bb]y|[Oo]n|[Uu]ntil|[Bb]efore) [^,]+?,? )?(?P<who>(?:[Tt]he )?(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z]\w+|I|[Tt]he \w+|[Ww]e|[Ss]omebody|[Ss]omeone)"
    r"(?: will| should| must)? [a-z]+"
)


def _sentence(number: str, text: str) -> Parts | None:
    """A step that is told in a sentence; None where it names nobody or no day."""
    doer, day = _DOER.match(text), first_day(text)
    waits = _AFTER.search(text)
    return _five(number, [text, doer["who"], day, waits["steps"] if waits else ""]) if doer and day else None
