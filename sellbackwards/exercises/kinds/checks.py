"""The checks that a field or a short text can be given in source/. Used by the kinds `fields` and `text`.

A check takes what the author wrote for it and what the learner typed, and returns (met, evidence). It says False only
where it can show why; where an unusual wording might still do it, it says None ("couldn't tell").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sellbackwards.exercises.kinds.days import has_a_day
from sellbackwards.exercises.kinds.messages import asks_once, coached, leads, without_moves
from sellbackwards.exercises.kinds.parsing import closest, number, plain, without_frame
from sellbackwards.exercises.kinds.people import one_person
from sellbackwards.exercises.kinds.quoting import quoted
from sellbackwards.exercises.kinds.ideas import IDEAS
from sellbackwards.exercises.kinds.wording import find, find_exact, heard, is_copied, is_salad, telling_roots
from sellbackwards.exercises.model import Met
from sellbackwards.speech import FLAGS


@dataclass(frozen=True)
class Typed:
    """What a learner typed for one need. `text`: without a frame such as "I'd say: …"; `whole`: as it was typed.

    `criterion` is what the need says; `scene` the task as the learner reads it.
    """

    text: str
    whole: str
    criterion: str = ""
    scene: str = ""


@dataclass(frozen=True)
class Check:
    """One check. `schema`: what an author may write for it; `met(wanted, typed)`: whether that is met, and by what.

    `given`: what is right is given, so right answers are alike: the same words in two notebooks tell nothing.
    """

    schema: Mapping[str, Any]
    met: Callable[[Any, Typed], Met]
    given: bool = False


# What people write where nothing is known: nothing but these words, or a mark of doubt before or after a few others.
_NOTHING_KNOWN = frozenset(
    """
    unknown unclear unsaid unspecified unstated undefined undecided undisclosed blank empty open missing nil none nothing
    na tbd tbc tba not no never n't did do does has have had is was were be been said say says saying told tell tells telling
    mention mentioned mentions mentioning given gave give gives known know knows clear stated state specified named name
    discussed talked talk spoke spoken speak covered asked ask found find out left leave yet so far here there anything
    about of on for by to with from in at it this that me us i we he she they him her them you anybody nobody idea
    info information detail details data answer date day number numbers figure budget money price deadline amount god
    still need needs must should will would can could next want to the a an any one word words really
    """.split()
)
_DOUBTS = frozenset(
    """
    unknown unclear unsaid unspecified unstated undefined undecided undisclosed blank empty open tbd tbc tba na nil missing
    not no n't never nothing none nobody ask asked god
    """.split()
)


def _is_one_of(wanted: Mapping[str, Sequence[str]], typed: Typed) -> Met:
    """{right: [names that are right], of: [all names]}: the text names a right one."""
    text = typed.text
    named = [name for name in wanted["of"] if re.search(rf"\b{re.escape(plain(name))}\b", plain(text))]
    near = closest(text, wanted["of"])
    if not named and near is None:
        return None, f"“{text}” is none of: {', '.join(wanted['of'])}"
    if len(named) > 1:
        return False, f"you named {len(named)}: {', '.join(named)}"
    name = named[0] if named else near
    return name in wanted["right"], str(name)


def _left_blank(_: Any, typed: Typed) -> Met:
    """Nothing was said about it, so nothing belongs here; however somebody says that they don't know."""
    text = typed.text
    words = [word for sentence in heard(re.sub(r"\bn\W?a\b", "na", plain(text))) for word in sentence.words]
    if all(word in _NOTHING_KNOWN for word in words) and not (words and _DOUBTS.isdisjoint(words) and "?" not in text):
        return True, ""
    if re.match(r"[-?]+(?=\W|$)", text.strip()) and not any(char.isdigit() for char in text):
        return True, ""  # "? (Bernd, perhaps; she didn't say)"
    filled = f"“{text}” doesn't say it; where nobody has said it, leave it blank or type ?"
    guessed = "?" not in text and (any(char.isdigit() for char in text) or _DOUBTS.isdisjoint(words))
    return (False if guessed else None), filled


def _count(text: str) -> int:
    """Words as people count them: a lone dash or star is none."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


def _at_most(most: int, typed: Typed) -> Met:
    """Not counted, as nobody counts them: the subject of an email, and the name under it."""
    lines = [line for line in typed.text.strip().splitlines() if not line.lower().lstrip().startswith("subject:")]
    if len(lines) > 1 and _count(lines[-1]) <= 3 and lines[-1].rstrip()[-1:] not in tuple(".?!"):
        lines.pop()
    count = _count("\n".join(lines))
    return count <= most, f"{count} words"


def _at_least(least: int, typed: Typed) -> Met:
    count = _count(typed.text)
    return count >= least, f"{count} words"


def _number(wanted: Mapping[str, float], typed: Typed) -> Met:
    """{value: …, within: …}, and maybe {of_hundred: true}: a share may be typed as 0.48 or as 48."""
    text = typed.text
    value = number(text)
    if value is None:
        return None, f"I can't read one number in “{text}”; type figures, and nothing else"
    if wanted.get("of_hundred") and 0 < value < 1:
        value *= 100
    return abs(value - wanted["value"]) <= wanted["within"], text


def _says(phrases: Sequence[str], typed: Typed) -> Met:
    """One of these phrases is said, in these words or others; a miss can't be told, unless it shows."""
    text, criterion = typed.text, typed.criterion
    if is_salad(text):
        return False, "a heap of words, no sentence"
    told = set(telling_roots(text))
    if is_copied(text, criterion, 0.6) or (told and told <= set(telling_roots(criterion))):
        return False, "the words of what is wanted, not an answer"
    if is_copied(text, typed.scene):
        return False, "the words of the task, not an answer"
    found, denied = find(phrases, text)
    if found:
        return True, found
    return (False, f"“{denied}” is denied here") if denied else (None, "")


def _never_says(phrases: Sequence[str], typed: Typed) -> Met:
    """None of these phrases is there; "no discount" offers none."""
    found = find_exact(phrases, typed.text)
    return not found, found


def _cites(lines: Sequence[str], typed: Typed) -> Met:
    """One of these lines is quoted, or nearly."""
    return quoted(lines, typed.whole, typed.scene)


_TEXTS: Mapping[str, Any] = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}
_PHRASES: Mapping[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {"anyOf": [{"type": "string", "pattern": "^[^<]"}, {"enum": [f"<{idea}>" for idea in IDEAS]}]},
}
_ONE_OF: Mapping[str, Any] = {
    "type": "object",
    "required": ["right", "of"],
    "additionalProperties": False,
    "properties": {"right": _TEXTS, "of": {**_TEXTS, "minItems": 2}},
}
_COACHED: Mapping[str, Any] = {
    "type": "object",
    "oneOf": [{"required": ["pitch"]}, {"required": ["buyer"]}],
    "additionalProperties": False,
    "properties": {name: {"type": "string", "minLength": 1} for name in ("pitch", "buyer", "context")},
}
_NUMBER: Mapping[str, Any] = {
    "type": "object",
    "required": ["value", "within"],
    "additionalProperties": False,
    "properties": {
        "value": {"type": "number"},
        "within": {"type": "number", "minimum": 0},
        "of_hundred": {"type": "boolean"},
    },
}
_WORDS: Mapping[str, Any] = {"type": "integer", "minimum": 1}
_YES: Mapping[str, Any] = {"const": True}

CHECKS: Mapping[str, Check] = {
    "says": Check(_PHRASES, _says),
    "never_says": Check(_PHRASES, _never_says),
    "cites": Check(_TEXTS, _cites, given=True),
    "coach": Check(_COACHED, lambda task, typed: coached(task, typed.text)),
    "leads": Check(_YES, lambda _, typed: leads(typed.text)),
    "asks_once": Check(
        {"type": "array", "minItems": 1, "items": {"enum": ["open", "closed", "choice", "leading"]}},
        lambda forms, typed: asks_once(forms, typed.text),
    ),
    "without_moves": Check(
        {"type": "array", "minItems": 1, "items": {"enum": sorted(FLAGS)}},
        lambda moves, typed: without_moves(moves, typed.text),
    ),
    "one_of": Check(_ONE_OF, _is_one_of, given=True),
    "one_person": Check(_YES, lambda _, typed: (one_person(typed.text), typed.text)),
    "when": Check(_YES, lambda _, typed: has_a_day(typed.text), given=True),
    "number": Check(_NUMBER, _number, given=True),
    "blank": Check(_YES, _left_blank, given=True),
    "words_at_most": Check(_WORDS, _at_most),
    "words_at_least": Check(_WORDS, _at_least),
}
"""Every check, by the name that an author gives it in a need."""

NEEDS_SCHEMA: Mapping[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {
        "required": ["say"],
        "minProperties": 2,
        "maxProperties": 2,
        "properties": {"say": {"type": "string"}, **{name: check.schema for name, check in CHECKS.items()}},
        "additionalProperties": False,
    },
}


def check_of(need: Mapping[str, Any]) -> str:
    """The name of the one check of a need."""
    return next(name for name in need if name != "say")


def check_need(need: Mapping[str, Any], text: str, scene: str = "") -> Met:
    """Run the one check that a need names. Nothing typed meets no need but `blank`.

    `scene` is the task as the learner reads it: what may be copied from it, and what mustn't, depends on the check.
    """
    name = check_of(need)
    if not re.search(r"\w", text) and name != "blank":
        return False, "nothing filled in"
    return CHECKS[name].met(need[name], Typed(without_frame(text), text, need["say"], scene))
