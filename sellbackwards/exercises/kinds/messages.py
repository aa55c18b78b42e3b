"""What the coach hears in a text of several sentences: its moves, its questions, whether it leads on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sellbackwards.exercises.kinds.days import NUMBER, first_day
from sellbackwards.exercises.kinds.parsing import plain
from sellbackwards.exercises.model import Met
from sellbackwards.speech import Coaching, coach, read
from sellbackwards.speech.coaching import BUYER_CRITERIA, PITCH_CRITERIA
from sellbackwards.speech.lexicon import AUX, SUBJECT, WH


def coached(task: Mapping[str, str], text: str) -> Met:
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


def without_moves(moves: Sequence[str], text: str) -> Met:
    """Does none of these (names of speech.FLAGS).

    What rests on little isn't held against anybody; nor is what is weak in the whole and in none of its sentences (a long
    email may have a little of everything). Where it isn't weak, a person decides.
    """
    reading = _heard(_body(text))
    found = [move for move in reading.flags if move in moves and move not in reading.doubtful]
    if not found:
        return True, ""
    alone = [read(sentence.text) for sentence in reading.sentences]
    sure = any(move in one.flags and move not in one.doubtful for one in alone for move in found)
    weak = reading.weak.issuperset(found)
    if weak and not sure:
        return True, ""
    return (False if sure else None), "; ".join(reading.flags[move] or move for move in found)


def asks_once(forms: Sequence[str], text: str) -> Met:
    """Asks one question and no more, of one of these forms. "Tomorrow at ten, or at two?" settles a time and isn't counted,
    nor is "Does 11 suit you?". Of another form is "can't be told", except a question for a yes where an open one is wanted."""
    reading = _heard(_body(text))
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
    if asked[0].form in forms:
        return True, asked[0].text
    # Where a yes would do for an answer, it isn't open. Other forms ("how many …?") are close to one another.
    yes_or_no = "open" in forms and "closed" not in forms and _FOR_A_YES.search(plain(asked[0].text))
    return (False if yes_or_no else None), asked[0].text


# "Is she …?", "That's great, would it help if I …?"; not "Do you know how …?", which asks for more than a yes.
_FOR_A_YES = re.compile(
    r"(?:^|[,.;:!] ?|\b(?:and|so|but|then|or) )"
    r"(?:am|is|are|was|were|do|does|did|would|could|can|may|might|shall|have|has|had|will|should)(?:n't)? (?:not )?"
    r"(?:i|you|he|she|it|they|we|my|your|his|her|our|their|the|this|that|these|those|there|any\w*|some\w*|one|all|both)\b"
    r"(?!.*\b(?:what|how|why|where|when|who)\b)"
)


def leads(text: str) -> Met:
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

_SETTLES_A_TIME = re.compile(
    rf"(?:\w+ )?(?:(?:what|which) (?:time|day)(?: \w+)?|when (?:does|do|would|will)(?: it| that)?"
    rf"|(?:does|do|would|will) (?:\d[\d:.]*|{NUMBER})(?: (?:or|o'clock|a\.?m\.?|p\.?m\.?|tomorrow|\d[\d:.]*|{NUMBER}))*)"
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
