"""A pitch to be turned into a question, or a buyer's remark to be answered; judged by the coach in `speech`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sellbackwards.speech.backchannels import only_sounds
from sellbackwards.exercises.kinds.wording import find_exact
from sellbackwards.exercises.kinds.about import About
from sellbackwards.exercises.model import Criterion
from sellbackwards.speech import coach, read
from sellbackwards.speech.lexicon import ANYONE, word_set
from sellbackwards.speech.reading import Coaching, Reason
from sellbackwards.speech.relevance import content

ABOUT = About(prose=True, own_words=True, another_way="Another way to ask")
SCHEMA: Mapping[str, Any] = {
    "properties": {
        "pitch": {"type": "string"},
        "buyer": {"type": "string"},
        # What else belongs to the matter: the trade, the need behind the pitch, the scene. Not shown.
        "context": {"type": "string"},
        # Names that only the seller uses: products and features of their own. They count as product words.
        "own": {"type": "array", "items": {"type": "string"}},
        "about": {"const": "today"},
        # The pitch came as an email or a message, and is to be rewritten as one.
        "message": {"const": True},
        # At a stop of a call: words that take the remark up though the buyer didn't use them, and words of questions
        # that go past it. An answer with none of the buyer's words or of the first, but of the second, is no reply.
        "belongs": {"type": "array", "items": {"type": "string"}},
        "goes_past": {"type": "array", "items": {"type": "string"}},
        # At a stop of a call: the seller may wait, as "Mm." or "…"; and words with which they say no more than that.
        "may_wait": {"type": "array", "items": {"type": "string"}},
    },
    "oneOf": [{"required": ["pitch"]}, {"required": ["buyer"]}],
}

# Words with which people ask how somebody works now, as against what they want, fear or lack.
_TODAY = re.compile(
    r"\b(?:how (?:do|does|are|is|have|has|did|long|often|many|much)|how you|how your|what do you (?:do|use|have)"
    r"|what (?:do|does|did) (?:\w+ ){1,4}do|where (?:do|does|did)"
    r"|what (?:happens|happened|becomes|became|have you)|who (?:do|does|is|'s|(?!needs|wants|likes|cares)\w+s)"
    r"|(?:walk|talk|take) (?:me|us) (?:through|along|over)|show me how|describe|tell (?:me|us) about (?:the|your) last"
    r"|as (?:matters|things) (?:stand|are)"
    r"|takes? care of|today|now|nowadays|currently|at (?:the moment|present)|these days|so far"
    r"|usually|normally|typical(?:ly)?|last time)\b",
    re.IGNORECASE,
)
_ABOUT_TODAY = "Asks how they do it today"
_ONE_QUESTION = "Asks one open question, and no more"
MOST_LINES, MOST_WORDS = 5, 80  # of a message, without its subject
_SHORT = f"Is short: {MOST_LINES} lines and {MOST_WORDS} words at most, without the subject"
_SUBJECT = re.compile(r"^\s*subject\s*:.*$", re.IGNORECASE | re.MULTILINE)
_NAME_ONLY = 4  # a line with fewer words is a greeting or a signature


def shown(spec: Mapping[str, Any]) -> str:
    if "pitch" in spec:
        lines = "  \n> ".join(spec["pitch"].splitlines())
        return f"> **The pitch:** “{lines}”"
    return f"> **The buyer says:** “{spec['buyer']}”"


def beside_form(spec: Mapping[str, Any]) -> str:
    return shown(spec)


def blank(spec: Mapping[str, Any]) -> str:
    return ""


def criteria(spec: Mapping[str, Any]) -> list[str]:
    texts = [reason.criterion for reason in coach("", pitch=spec.get("pitch"), buyer=spec.get("buyer")).reasons]
    if spec.get("message"):
        return [_ONE_QUESTION, *texts[1:], _SHORT]
    return [*texts, _ABOUT_TODAY] if spec.get("about") else texts


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    if spec.get("message"):
        return _judge_message(spec, answer)
    if "may_wait" in spec and _waits(spec["may_wait"], answer):
        return [Criterion(text, True, answer.strip()) for text in criteria(spec)]
    coaching = _coached(spec, answer)
    judged = [_with_own_names(spec, reason, answer) for reason in coaching.reasons]
    if "goes_past" in spec and judged[0].met:
        judged[0] = _taken_up(judged[0], spec, answer)
    if spec.get("about"):
        found = _TODAY.search(answer.replace("’", "'"))
        asks = coaching.reading.question
        # A question in other words than these may still ask it: that can't be told, and isn't wrong.
        met = True if asks and found else None if asks else False
        judged.append(Criterion(_ABOUT_TODAY, met, found[0] if met and found else ""))
    return judged


def _waits(words: Sequence[str], answer: str) -> bool:
    said = " ".join(re.findall(r"[\w'-]+", answer.replace("’", "'").casefold()))
    return only_sounds(said) or said.removeprefix("mm ") in words


def _taken_up(judged: Criterion, spec: Mapping[str, Any], answer: str) -> Criterion:
    """The coach gives a question the benefit of the doubt; at a stop of a call it has to be about what was just said."""
    near = content(" ".join([spec["buyer"], *spec.get("belongs", ())])).stems
    past = content(" ".join(spec["goes_past"])).stems
    questions = [one for one in read(answer).sentences if one.form != "none"]
    asked, mine = content(" ".join(one.text for one in questions)), content(answer).stems
    # "One kitchen, lovely. And how many toilets?": the question counts, whatever is said before it.
    if any(words & past and not words & near for words in (asked.stems, mine)):
        return Criterion(judged.text, False, "asks about something else")
    openly = any(one.form == "open" for one in questions)
    leans = openly and not _POINTS_BACK.isdisjoint(asked.all_words)
    strange = len(asked.stems - _SAYS_NOTHING)  # "Tell me straight, that's better. What did you have in mind?": none
    if not mine - _SAYS_NOTHING or mine & near or (openly and strange <= leans):
        return judged
    return Criterion(judged.text, None, judged.evidence)


# "How did she learn it?" leans on the remark. "Fair enough", "ouch" and "anybody" bring in no matter of their own.
_POINTS_BACK = word_set("that it this them those they these he she him her")
_SAYS_NOTHING = content(
    " ".join(ANYONE) + " prob problem fair enough oof ooh ouch yikes omg wow sure quick sec second cut interrupted "
    "believe sound sounds honest long thinking place waste curiosity"
).stems


def _coached(spec: Mapping[str, Any], text: str) -> Coaching:
    return coach(text, pitch=spec.get("pitch"), buyer=spec.get("buyer"), context=spec.get("context", ""))


def _judge_message(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    """An email is judged sentence by sentence: its question by the coach, the others by what each does alone."""
    lines = [line for line in _SUBJECT.sub("", answer).splitlines() if line.strip()]
    body = " ".join(line for line in lines if len(line.split()) >= _NAME_ONLY)
    sentences = read(body).sentences
    asked = [one.text for one in sentences if one.form != "none"]
    told = [read(one.text).flags for one in sentences if one.form == "none"]
    reasons = _coached(spec, " ".join(asked) or body).reasons
    criteria = [_with_told(reason, told) for reason in reasons[1:]]
    one_question = Criterion(_ONE_QUESTION, reasons[0].met, reasons[0].evidence)
    number = sum(text.rstrip().endswith("?") for text in asked) or len(asked)  # "I'd like to know …" may lead up to it
    if number != 1:
        one_question = Criterion(_ONE_QUESTION, False, f"{number} questions")
    count = sum(len(line.split()) for line in lines)
    short = Criterion(_SHORT, len(lines) <= MOST_LINES and count <= MOST_WORDS, f"{len(lines)} lines, {count} words")
    return [one_question, *criteria, short]


_NO_PRODUCT = frozenset({"Names no product, feature or price", "No pitch, no price"})


def _with_own_names(spec: Mapping[str, Any], reason: Reason, answer: str) -> Criterion:
    """The coach's word, unless the answer names a product of the seller's own, which the coach can't know."""
    if reason.criterion in _NO_PRODUCT and (named := find_exact(spec.get("own", ()), answer)):
        return Criterion(reason.criterion, False, named)
    return Criterion(reason.criterion, reason.met, reason.evidence)


# Criterion of the coach → what a sentence beside the question may not do.
_UNWELCOME = {
    "Names no product, feature or price": ("pitch",),
    "Leaves the answer to the buyer (no leading, no pushing)": ("pressure", "seller_need"),
}


def _with_told(reason: Reason, told: Sequence[Mapping[str, str]]) -> Criterion:
    """The coach's word on the question, unless a sentence beside it does what the criterion forbids."""
    found = [flags[name] for flags in told for name in _UNWELCOME.get(reason.criterion, ()) if name in flags]
    return (
        Criterion(reason.criterion, False, found[0])
        if found
        else Criterion(reason.criterion, reason.met, reason.evidence)
    )
