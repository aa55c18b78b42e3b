"""The steps of a plan as a form in text, and read back however they are set down.

The form has four lines for each step: "Step 2: send the drawings", "Who does it: Noor", "By when: Thursday",
"After step: 1". A learner may also write a step on one line, with bars, dashes, commas, or as a sentence with labels:
"2 | send the drawings | Noor | Thursday | 1", "2. send the drawings - Noor, Thursday (after 1)",
"Step 2: send the drawings. Who: Noor. When: Thursday. Waits for: step 1."
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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
_LABELS = (
    r"(?:(?P<who>who(?: does it)?|owner|person|by whom|responsible)|(?P<when>by when|when|date|deadline|day)"
    r"|(?P<after>(?:after|waits? for)(?: steps?)?|needs|depends on))"
)
_LABEL = re.compile(rf"(?:^|[\s.;,(]){_LABELS}\s*(?:is|=|:|-)\s*", re.IGNORECASE)
_LABELLED_LINE = re.compile(rf"{_LABELS}\s*[:=]\s*(?P<said>.*)", re.IGNORECASE)
_PLACE = {"who": 2, "when": 3, "after": 4}

HEADS = ("Who does it", "By when", "After step")
"""The names of a step's parts, after what happens."""


def form_of(steps: Iterable[tuple[str, str, str, str]], at_least: int = 0) -> str:
    """Steps (what, who, when, after) as a form in text, with empty ones after them up to `at_least`."""
    rows = list(steps)
    rows += [("", "", "", "")] * (at_least - len(rows))
    return "\n\n".join(
        f"Step {n}: {what}\n{HEADS[0]}: {who}\n{HEADS[1]}: {when}\n{HEADS[2]}: {after.strip('-– ')}"
        for n, (what, who, when, after) in enumerate(rows, 1)
    )


def is_empty_form(answer: str) -> bool:
    """Whether a form has names of parts alone, and nothing beside them."""
    return all(
        (label := _LABELLED_LINE.fullmatch(line)) and not label["said"] or re.fullmatch(r"(?i)step \d{1,2}:?", line)
        for line in lines_of(answer)
    )


def steps_of(answer: str) -> list[Parts]:
    """The steps of a whole plan: the form's, a line each, or a few lines each ("Step 1: …" with "Who: …" under it).

    A step of the form that has nothing in it is left out.
    """
    blocks: list[list[str]] = []
    for line in lines_of(answer):
        if blocks and not _NUMBER.match(line) and _LABEL.match(line):
            if len(blocks) > 1 and _goes_on(*blocks[-2:]):
                blocks[-2][0] += f" {blocks.pop()[0]}"
            blocks[-1].append(line)
        else:
            blocks.append([line])
    found = [parts for block in blocks if (parts := _of_form(block) or parts_of_line(_on_one_line(block)))]
    if found:
        return [parts for parts in found if any(re.search(r"\w", part) for part in parts[1:])]
    bare = [parts for block in blocks if (parts := parts_of_line(f"0. {without_bullet(_on_one_line(block))}"))]
    return [(str(n), *parts[1:]) for n, parts in enumerate(bare, 1)]


def _goes_on(block: list[str], following: list[str]) -> bool:
    """Whether a line without a number goes on with what happens in the step above it."""
    return len(block) == len(following) == 1 and bool(_NUMBER.match(block[0])) and not _NUMBER.match(following[0])


def _on_one_line(block: list[str]) -> str:
    return ". ".join([*(line.rstrip(" .") for line in block[:-1]), block[-1]])


def _of_form(block: list[str]) -> Parts | None:
    """The parts of a step whose who and when stand on lines of their own, each as it is; None for any other."""
    number, labels = _NUMBER.match(block[0]), [_LABELLED_LINE.fullmatch(line) for line in block[1:]]
    parts = {_group(label): label["said"].strip() for label in labels if label}
    if not number or None in labels or not parts.keys() >= {"who", "when"}:
        return None
    return _five(number[1], [block[0][number.end() :].strip(), parts["who"], parts["when"], parts.get("after", "")])


def _group(label: re.Match[str]) -> str:
    """Which part of a step a label names."""
    return next(name for name in _PLACE if label[name] is not None)


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
    if len({_group(label) for label in labels}) < 2:
        return None
    found = ["", text[: labels[0].start()], "", "", ""]
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        part = text[label.end() : following.start() if following else len(text)]
        found[_PLACE[_group(label)]] = part.strip(" .,;")
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
