"""The checks that a field or a short text can be given in source/. Used by the kinds `fields` and `text`.

A check takes what the author wrote for it and the learner's text, and returns (met, evidence). It says False only where
it can show why; where an unusual wording might still do it, it says None ("couldn't tell").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from sellbackwards.exercises.kinds.parsing import closest, number, plain
from sellbackwards.speech import coach, read

Met = tuple[bool | None, str]
Check = Callable[[Any, str], Met]

_UNKNOWN = re.compile(
    r"^(?:-+|\?+|unknown|not (?:said|known|told|mentioned|clear|given)|n/?a|nil|none|blank|left blank|nothing|empty"
    r"|(?:he|she|they) (?:didn'?t|did not|hasn'?t|has not|haven'?t|never) (?:say|said|tell|told|mention|mentioned)"
    r"(?: (?:it|me|us|that))?(?: yet)?"
    r"|(?:(?:we|i|he|she|they) )?(?:don'?t|do not|doesn'?t|does not) (?:know|say)(?: yet)?"
    r"|(?:(?:we|i|he|she|they) )?(?:didn'?t|did not) (?:talk|speak) (?:about|of) \w+"
    r"|no (?:idea|number|answer|date|day|budget|money|price|deadline)(?: (?:was )?(?:said|given|named|mentioned))?"
    r"|god knows|missing|open)?$"
)
# When something is to happen: a day, a date, a stretch of time.
_DAY = r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?s?"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_STRETCH = r"(?:hours?|days?|weeks?|months?|morning|afternoon|evening|end of)"
_WHEN = re.compile(
    rf"\b(?:{_DAY}|to(?:day|night|morrow)|noon|midday|weekend)\b"
    rf"|\b{_MONTH}\.? \d|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b"
    r"|\b\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\b|\b\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock|h)\b"
    rf"|\b(?:in|within|by|next|this|before|after) (?:the )?(?:\w+ )?{_STRETCH}\b"
    # Counted, as plans of a trade are: "week 2", "day 45", "10 days after the order", "3 working days".
    r"|\b(?:day|week|month) \d{1,3}\b|\b\d{1,3} (?:working |calendar )?(?:days?|weeks?|months?)\b"
)
_SOME_TIME = re.compile(
    r"\b(?:soon|asap|later|some ?time|whenever|when (?:possible|you can|you like|it suits)|one day|eventually)\b"
)


def _is_one_of(wanted: Mapping[str, Sequence[str]], text: str) -> Met:
    """{right: [names that are right], of: [all names]}: the text names a right one."""
    named = [name for name in wanted["of"] if re.search(rf"\b{re.escape(plain(name))}\b", plain(text))]
    near = closest(text, wanted["of"])
    if not named and near is None:
        return None, f"“{text}” is none of: {', '.join(wanted['of'])}"
    if len(named) > 1:
        return False, f"you named {len(named)}: {', '.join(named)}"
    name = named[0] if named else near
    return name in wanted["right"], str(name)


def _words(text: str) -> list[str]:
    return plain(re.sub(r"[^\w' ]+", " ", plain(text))).split()


@lru_cache(maxsize=8192)  # re's own cache holds 512, fewer than the keys have
def _whole(phrase: str) -> re.Pattern[str]:
    """Finds a key's phrase as whole words."""
    return re.compile(rf"\b{re.escape(phrase)}\b")


def _cites(lines: Sequence[Any], text: str) -> Met:
    """Any of these lines of the buyer's is quoted: four of its words in a row, or the whole of a shorter one.

    Fewer will do where nothing else was typed: "my partner".
    """
    said = " ".join(_words(text))
    near = ""
    for line in lines:
        words = _words(str(line))
        runs = [" ".join(words[n : n + 4]) for n in range(max(1, len(words) - 3))]
        hit = next((run for run in runs if _whole(run).search(said)), None)
        if hit:
            return True, hit
        line_said, typed = " ".join(words), said.split()
        if 2 <= len(typed) < 4 and max(map(len, typed)) >= 4 and re.search(rf"\b{re.escape(said)}\b", line_said):
            return True, said
        pairs = [" ".join(pair) for pair in pairwise(words) if max(map(len, pair)) >= 4]
        near = near or next((pair for pair in pairs if _whole(pair).search(said)), "")
    if near:
        return False, f"“{near}” is close; copy four words or more in a row, as they were said"
    return False, "not the words that show it; copy four or more in a row, as they were said"


def _left_blank(_: Any, text: str) -> Met:
    """Nothing was said about it, so nothing belongs here."""
    if _UNKNOWN.match(plain(text)):
        return True, ""
    return False, f"“{text}” doesn't say it; where nobody has said it, leave it blank or type ?"


def _coached(task: Mapping[str, str], text: str) -> Met:
    """{pitch: …} or {buyer: …}, and maybe {context: …}: passes the coach, as a question of its own would."""
    coaching = coach(text, pitch=task.get("pitch"), buyer=task.get("buyer"), context=task.get("context", ""))
    open_points = [reason for reason in coaching.reasons if reason.met is not True]
    evidence = "; ".join(f"{reason.criterion}: {reason.evidence or 'not yet'}" for reason in open_points) or text
    return {"passed": True, "not yet": False, "couldn't tell": None}[coaching.outcome], evidence


def _at_most(most: int, text: str) -> Met:
    count = len(text.split())
    return count <= most, f"{count} words"


def _at_least(least: int, text: str) -> Met:
    count = len(text.split())
    return count >= least, f"{count} words"


def _number(wanted: Mapping[str, float], text: str) -> Met:
    """{value: …, within: …}, and maybe {of_hundred: true}: a share may be typed as 0.48 or as 48."""
    value = number(text)
    if value is None:
        return None, f"I can't read one number in “{text}”; type figures, and nothing else"
    if wanted.get("of_hundred") and 0 < value < 1:
        value *= 100
    return abs(value - wanted["value"]) <= wanted["within"], text


def _when(_: Any, text: str) -> Met:
    """A day or a time; "soon" is neither."""
    found, vague = _WHEN.search(plain(text)), _SOME_TIME.search(plain(text))
    if found:
        return True, found[0]
    return (False, f"“{vague[0]}” is no day") if vague else (None, "I find no day or time here")


def _without_moves(moves: Sequence[str], text: str) -> Met:
    """Does none of these (names of speech.FLAGS)."""
    found = [words or move for move, words in read(text).flags.items() if move in moves]
    return not found, "; ".join(found)


def _asks_once(forms: Sequence[str], text: str) -> Met:
    """Asks one question and no more, of one of these forms."""
    asked = [sentence for sentence in read(text).sentences if sentence.form != "none"]
    if not asked and "?" in text:  # a question mark is there; whether it's a question can't be told
        return None, text
    if len(asked) != 1:
        return False, f"{len(asked)} questions"
    return (True if asked[0].form in forms else None), asked[0].text


def _found(phrases: Sequence[str], text: str) -> str | None:
    said = plain(text)
    return next((phrase for phrase in phrases if _whole(plain(phrase)).search(said)), None)


def _says(phrases: Sequence[str], text: str) -> Met:
    """One of these phrases is there; other words may do it as well, so without them it can't be told."""
    found = _found(phrases, text)
    return (True, found) if found else (None, "")


def _never_says(phrases: Sequence[str], text: str) -> Met:
    """None of these phrases is there."""
    found = _found(phrases, text)
    return found is None, found or ""


CHECKS: dict[str, Check] = {
    "one_of": _is_one_of,
    "cites": _cites,
    "blank": _left_blank,
    "coach": _coached,
    "words_at_most": _at_most,
    "words_at_least": _at_least,
    "number": _number,
    "when": _when,
    "without_moves": _without_moves,
    "asks_once": _asks_once,
    "says": _says,
    "never_says": _never_says,
}

NEEDS_SCHEMA: Mapping[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {
        "required": ["say"],
        "minProperties": 2,
        "maxProperties": 2,
        "properties": {"say": {"type": "string"}, **{name: {} for name in CHECKS}},
        "additionalProperties": False,
    },
}


def check_need(need: Mapping[str, Any], text: str) -> Met:
    """Run the one check that a need names. Nothing typed meets no need but `blank`."""
    name = next(check for check in CHECKS if check in need)
    if not text.strip() and name != "blank":
        return False, "nothing filled in"
    return CHECKS[name](need[name], text)
