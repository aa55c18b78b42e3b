"""When something is to happen: days, dates and stretches of time in a text."""

from __future__ import annotations

import re

from sellbackwards.exercises.kinds.parsing import plain
from sellbackwards.exercises.model import Met

# When something is to happen: a day, a date, a stretch of time.
_DAY = r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?s?"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_STRETCH = r"(?:hours?|days?|weeks?|months?|morning|afternoon|evening|end of)"
NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_WHEN = re.compile(
    rf"\b(?:{_DAY}|to(?:day|night|morrow)|noon|midday|lunchtime|weekend|q[1-4]|christmas|easter)\b"
    rf"|\b{_MONTH}\.? \d|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b"
    rf"|\b(?:early|mid|late|end|end of|start of|beginning of|middle of|in|by|during)[ -](?:{_MONTH}|spring|summer|autumn|winter)\b"
    r"|\b\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\b|\b\d{1,2}:\d\d\b|\b\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock|h)\b"
    r"|\b(?:on|by|until|till) the \d{1,2}(?:st|nd|rd|th)\b|\b(?:half past|quarter (?:past|to)) \w+\b"
    rf"|\b(?:in|within|by|next|this|before|after|same|following|first|second|third|last) (?:the )?(?:\w+ )?{_STRETCH}\b"
    # Counted, as plans of a trade are: "week 2", "day 45", "10 days after the order", "two weeks later".
    rf"|\b(?:days?|weeks?|months?) \d{{1,3}}\b|\b\d{{1,3}} (?:working |calendar )?(?:days?|weeks?|months?)\b"
    rf"|\b{NUMBER} (?:working |calendar )?(?:hours?|days?|weeks?|months?) (?:later|after|before|from)\b"
)
_SOME_TIME = re.compile(
    r"\b(?:soon|asap|later|some ?time|whenever|when (?:possible|you can|you like|it suits)|one day|eventually)\b"
)


def first_day(text: str) -> str:
    """The first day, date or stretch of time in a text; "" where there is none."""
    found = _WHEN.search(plain(text))
    return found[0] if found else ""


def has_a_day(text: str) -> Met:
    """Does a text say a day or a time? "Soon" is neither; other words may be one."""
    found, vague = first_day(text), _SOME_TIME.search(plain(text))
    if found:
        return True, found
    return (False, f"“{vague[0]}” is no day") if vague else (None, "I find no day or time here")
