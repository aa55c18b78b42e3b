"""The checks that a field or a short text can be given in source/. Used by the kinds `fields` and `text`.

A check takes what the author wrote for it and the learner's text, and returns (met, evidence). It says False only where
it can show why; where an unusual wording might still do it, it says None ("couldn't tell").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sellbackwards.exercises.kinds.parsing import closest, number, plain, without_frame
from sellbackwards.exercises.kinds.people import one_person
from sellbackwards.exercises.kinds.quoting import quoted
from sellbackwards.exercises.kinds.thesaurus import IDEAS
from sellbackwards.exercises.kinds.wording import find, find_exact, heard, is_copied, is_salad, telling_roots
from sellbackwards.speech import Coaching, coach, read
from sellbackwards.speech.coaching import BUYER_CRITERIA, PITCH_CRITERIA
from sellbackwards.speech.lexicon import AUX, SUBJECT, WH

Met = tuple[bool | None, str]
Check = Callable[[Any, str], Met]

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
# When something is to happen: a day, a date, a stretch of time.
_DAY = r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?s?"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_STRETCH = r"(?:hours?|days?|weeks?|months?|morning|afternoon|evening|end of)"
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_WHEN = re.compile(
    rf"\b(?:{_DAY}|to(?:day|night|morrow)|noon|midday|lunchtime|weekend|q[1-4]|christmas|easter)\b"
    rf"|\b{_MONTH}\.? \d|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b"
    rf"|\b(?:early|mid|late|end|end of|start of|beginning of|middle of|in|by|during)[ -](?:{_MONTH}|spring|summer|autumn|winter)\b"
    r"|\b\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\b|\b\d{1,2}:\d\d\b|\b\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock|h)\b"
    r"|\b(?:on|by|until|till) the \d{1,2}(?:st|nd|rd|th)\b|\b(?:half past|quarter (?:past|to)) \w+\b"
    rf"|\b(?:in|within|by|next|this|before|after|same|following|first|second|third|last) (?:the )?(?:\w+ )?{_STRETCH}\b"
    # Counted, as plans of a trade are: "week 2", "day 45", "10 days after the order", "two weeks later".
    rf"|\b(?:days?|weeks?|months?) \d{{1,3}}\b|\b\d{{1,3}} (?:working |calendar )?(?:days?|weeks?|months?)\b"
    rf"|\b{_NUMBER} (?:working |calendar )?(?:hours?|days?|weeks?|months?) (?:later|after|before|from)\b"
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


def _left_blank(_: Any, text: str) -> Met:
    """Nothing was said about it, so nothing belongs here; however somebody says that they don't know."""
    words = [word for sentence in heard(re.sub(r"\bn\W?a\b", "na", plain(text))) for word in sentence.words]
    if all(word in _NOTHING_KNOWN for word in words) and not (words and _DOUBTS.isdisjoint(words) and "?" not in text):
        return True, ""
    if re.match(r"[-?]+(?=\W|$)", text.strip()) and not any(char.isdigit() for char in text):
        return True, ""  # "? (Bernd, perhaps; she didn't say)"
    filled = f"“{text}” doesn't say it; where nobody has said it, leave it blank or type ?"
    guessed = "?" not in text and (any(char.isdigit() for char in text) or _DOUBTS.isdisjoint(words))
    return (False if guessed else None), filled


def _coached(task: Mapping[str, str], text: str) -> Met:
    """{pitch: …} or {buyer: …}, and maybe {context: …}: passes the coach, as a question of its own would.

    What is held against a text of several sentences, and against none of them alone, is left to a person.
    """
    coaching = _by_coach(task, _body(text))
    open_points = [reason for reason in coaching.reasons if reason.met is not True]
    evidence = "; ".join(f"{reason.criterion}: {reason.evidence or 'not yet'}" for reason in open_points) or text
    met = {"passed": True, "not yet": False, "couldn't tell": None}[coaching.outcome]
    against = {reason.criterion for reason in open_points if reason.met is False}
    if met is False and len(coaching.reading.sentences) > 1 and against <= _HELD_AGAINST:
        alone = [_by_coach(task, sentence.text) for sentence in coaching.reading.sentences]
        sure = any(reason.met is False and reason.criterion in against for one in alone for reason in one.reasons)
        met = False if sure else None
    return met, evidence


def _by_coach(task: Mapping[str, str], text: str) -> Coaching:
    return coach(text, pitch=task.get("pitch"), buyer=task.get("buyer"), context=task.get("context", ""))


_HELD_AGAINST = frozenset({*PITCH_CRITERIA[2:], *BUYER_CRITERIA[2:]})
"""The coach's criteria that want something not to be there."""


def _count(text: str) -> int:
    """Words as people count them: a lone dash or star is none."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


def _at_most(most: int, text: str) -> Met:
    """Not counted, as nobody counts them: the subject of an email, and the name under it."""
    lines = [line for line in text.strip().splitlines() if not line.lower().lstrip().startswith("subject:")]
    if len(lines) > 1 and _count(lines[-1]) <= 3 and lines[-1].rstrip()[-1:] not in tuple(".?!"):
        lines.pop()
    count = _count("\n".join(lines))
    return count <= most, f"{count} words"


def _at_least(least: int, text: str) -> Met:
    count = _count(text)
    return count >= least, f"{count} words"


def _number(wanted: Mapping[str, float], text: str) -> Met:
    """{value: …, within: …}, and maybe {of_hundred: true}: a share may be typed as 0.48 or as 48."""
    value = number(text)
    if value is None:
        return None, f"I can't read one number in “{text}”; type figures, and nothing else"
    if wanted.get("of_hundred") and 0 < value < 1:
        value *= 100
    return abs(value - wanted["value"]) <= wanted["within"], text


def first_day(text: str) -> str:
    """The first day, date or stretch of time in a text; "" where there is none."""
    found = _WHEN.search(plain(text))
    return found[0] if found else ""


def _when(_: Any, text: str) -> Met:
    """A day or a time; "soon" is neither."""
    found, vague = first_day(text), _SOME_TIME.search(plain(text))
    if found:
        return True, found
    return (False, f"“{vague[0]}” is no day") if vague else (None, "I find no day or time here")


def _one_person(_: Any, text: str) -> Met:
    """One person sees to it, by name (or I)."""
    return one_person(text), text


def _without_moves(moves: Sequence[str], text: str) -> Met:
    """Does none of these (names of speech.FLAGS).

    What rests on little isn't held against anybody; what is heard in the whole and in none of its sentences is left to a
    person: a long email may have a little of everything.
    """
    reading = _heard(_body(text))
    found = [move for move in reading.flags if move in moves and move not in reading.doubtful]
    if not found:
        return True, ""
    alone = [read(sentence.text) for sentence in reading.sentences]
    sure = any(move in one.flags and move not in one.doubtful for one in alone for move in found)
    return (False if sure else None), "; ".join(reading.flags[move] or move for move in found)


def _asks_once(forms: Sequence[str], text: str) -> Met:
    """Asks one question and no more, of one of these forms. "Tomorrow at ten, or at two?" settles a time and isn't counted,
    nor is "Does 11 suit you?"."""
    reading = _heard(_A_M.sub(r"\1m", _body(text)))
    asked = [sentence for sentence in reading.sentences if sentence.form != "none"]
    asked = [
        one
        for one in asked
        if not (_MANNERS.fullmatch(words := plain(one.text)) or _SETTLES_A_TIME.fullmatch(words))
        and not (one.form in ("closed", "choice") and first_day(one.text))
    ] or asked[:1]
    # "…, with what do you compare it? Another offer, or last year's site?" goes on with the same question.
    asked = [one for n, one in enumerate(asked) if not n or not _goes_on(one.text)]
    if not asked and "?" in text:  # a question mark is there; whether it's a question can't be told
        return None, text
    if len(asked) != 1:
        return False, f"{len(asked)} questions"
    return (True if asked[0].form in forms else None), asked[0].text


def _leads(_: Any, text: str) -> Met:
    """Asks something, or suggests a step."""
    reading = _heard(_body(text))
    suggests = reading.flags.get("next_step", "") or ((found := _SUGGESTS.search(plain(text))) and found[0])
    if reading.question or suggests:
        return True, suggests or text
    return (None if "?" in text else False), ""


_SUGGESTS = re.compile(
    r"\b(?:let me|let's|let us|shall we|shall i|may i suggest|i(?:'d| would) (?:suggest|propose|start|begin|like to start)|i (?:suggest|propose)"
    r"|we (?:could|can|start|begin)|why don't we|how about|what if we)\b"
)
# Questions that want no answer worth the name: "Does that work for you?", "May I ask you one thing?"
_MANNERS = re.compile(
    r"(?:\w+ )?(?:(?:is|would|does|will|can) (?:that|this|it)(?: be| sound| work| suit| make)? (?:\w+ )?"
    r"(?:okay|ok|fine|good|all ?right|work|suit|sense|possible|convenient|you)?(?: (?:for|with) (?:you|everyone))?"
    r"|(?:can|may|could|might) i (?:just |first )?(?:ask|check)(?: you)?(?: (?:one|a|something|this|first|quick|little|small|thing|question))*"
    r"|how are you(?: doing)?(?: today)?|(?:\w+ ){0,3}(?:ok|okay|right|deal|all ?right)(?: (?:for|with) you)?)"
)

_A_M = re.compile(r"\b([ap])\.m\.", re.IGNORECASE)  # its stops end no sentence
_SETTLES_A_TIME = re.compile(
    rf"(?:\w+ )?(?:(?:what|which) (?:time|day)(?: \w+)?|when (?:does|do|would|will)(?: it| that)?"
    rf"|(?:does|do|would|will) (?:\d[\d:.]*|{_NUMBER})(?: (?:or|o'clock|a\.?m\.?|p\.?m\.?|tomorrow|\d[\d:.]*|{_NUMBER}))*)"
    r" (?:suits?|works?|fits?)(?: (?:you|best|better|for (?:you|everyone|everybody)))*\W*"
)

# What goes on with the question before it: "Another offer, or what you had in mind?" It begins neither as a question nor
# as a sentence of its own.
_BEGINS_ANEW = (
    WH
    | AUX
    | SUBJECT
    | frozenset("and also then plus tell walk talk describe explain show give let please what's how's".split())
)


def _goes_on(sentence: str) -> bool:
    words = plain(sentence).split()
    return len(words) <= 12 and words[0].strip(",") not in _BEGINS_ANEW


# What stands under an email: "Best wishes,\nTom", "See you tomorrow".
_SIGNED = re.compile(
    r"\n\s*(?:(?:with )?(?:(?:all the|my|kind|best|warm|many) ?)*(?:best|regards|wishes|greetings|thanks)|cheers|thank you|ciao"
    r"|yours(?: \w+)?|see you(?: \w+)?|speak soon|talk soon|take care|bye)[,.!]?\s*(?:\n[^\n]{0,40}){0,2}\s*$",
    re.IGNORECASE,
)


_heard = lru_cache(maxsize=64)(read)  # several checks hear one text


def _body(text: str) -> str:
    """A message without what it is signed with: "Best wishes" praises nothing."""
    return _SIGNED.sub("", text)


def _says(phrases: Sequence[str], text: str, criterion: str, scene: str) -> Met:
    """One of these phrases is said, in these words or others; a miss can't be told, unless it shows."""
    if is_salad(text):
        return False, "a heap of words, no sentence"
    told = set(telling_roots(text))
    if is_copied(text, criterion, 0.6) or (told and told <= set(telling_roots(criterion))):
        return False, "the words of what is wanted, not an answer"
    if is_copied(text, scene):
        return False, "the words of the task, not an answer"
    found, denied = find(phrases, text)
    if found:
        return True, found
    return (False, f"“{denied}” is denied here") if denied else (None, "")


def _never_says(phrases: Sequence[str], text: str) -> Met:
    """None of these phrases is there; "no discount" offers none."""
    found = find_exact(phrases, text)
    return not found, found


CHECKS: dict[str, Check] = {
    "one_of": _is_one_of,
    "blank": _left_blank,
    "coach": _coached,
    "words_at_most": _at_most,
    "words_at_least": _at_least,
    "number": _number,
    "when": _when,
    "one_person": _one_person,
    "without_moves": _without_moves,
    "asks_once": _asks_once,
    "leads": _leads,
    "never_says": _never_says,
}

_PHRASES: Mapping[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {"anyOf": [{"type": "string", "pattern": "^[^<]"}, {"enum": [f"<{idea}>" for idea in IDEAS]}]},
}
NEEDS_SCHEMA: Mapping[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {
        "required": ["say"],
        "minProperties": 2,
        "maxProperties": 2,
        "properties": {
            "say": {"type": "string"},
            **{name: {} for name in CHECKS},
            "says": _PHRASES,
            "never_says": _PHRASES,
            "cites": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        },
        "additionalProperties": False,
    },
}


def check_need(need: Mapping[str, Any], text: str, scene: str = "") -> Met:
    """Run the one check that a need names. Nothing typed meets no need but `blank`.

    `scene` is the task as the learner reads it: what may be copied from it, and what mustn't, depends on the check.
    """
    name = next(one for one in need if one != "say")
    if not re.search(r"\w", text) and name != "blank":
        return False, "nothing filled in"
    if name == "cites":
        return quoted(need[name], text, scene)
    text = without_frame(text)
    if name == "says":
        return _says(need[name], text, need["say"], scene)
    return CHECKS[name](need[name], text)
