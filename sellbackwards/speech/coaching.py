"""A coach's word on an answer: published criteria, each met, not met or not to be told, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sellbackwards.speech.asking import Ask
from sellbackwards.speech.engine import read_with_pitch
from sellbackwards.speech.language import is_other_language
from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.moves import Part
from sellbackwards.speech.reading import Coaching, Outcome, Reading, Reason
from sellbackwards.speech.relevance import Content, about_things, content, content_of, related
from sellbackwards.speech.topics import META
from sellbackwards.speech.words import sentences

# What an answer is judged by, in this order. Shown to learners before they answer.
PITCH_CRITERIA = (
    "Asks an open question",
    "Is about the need or the way of working behind this pitch",
    "Names no product, feature or price",
    "Leaves the answer to the buyer (no leading, no pushing)",
)
BUYER_CRITERIA = (
    "Takes up what the buyer said",
    "Stays curious: asks, reflects, or suggests a step that the remark invites",
    "Doesn't argue",
    "No pitch, no price",
    "No pressure",
)
QUESTION_CRITERIA = ("Asks an open question",)
OTHER_LANGUAGE = "This looks like another language than English. I only know English, so a person should look at it."
TOO_MANY = 3  # more questions than this in one breath are an interrogation, and a way to please a checker

Judged = tuple[bool | None, str]


def coach(text: str, pitch: str | None = None, buyer: str | None = None) -> Coaching:
    """Judge `text` as an answer to a pitch (to be turned into a question) or to a buyer's remark, which counts first.

    `reasons` are always the published criteria of that kind, in their order. "passed" where all are met, "not yet"
    where one isn't, "couldn't tell" where none is missed and one can't be told.
    """
    if buyer is not None:
        pitch = None
    reading, parts = read_with_pitch(text, pitch, buyer)
    criteria = BUYER_CRITERIA if buyer is not None else PITCH_CRITERIA if pitch is not None else QUESTION_CRITERIA
    every = [w for s, _ in parts for w in s.words]
    if every and is_other_language(every, text):
        return Coaching("couldn't tell", tuple(Reason(c, None) for c in criteria), reading, OTHER_LANGUAGE)
    if not every:
        return Coaching(
            "not yet",
            tuple(Reason(c, False) for c in criteria[:1]) + tuple(Reason(c, None) for c in criteria[1:]),
            reading,
        )
    judged: tuple[Judged, ...]
    if buyer is not None:
        judged = _reply(text, reading, parts, buyer)
    elif pitch is not None:
        judged = _question_for(text, reading, parts, pitch)
    else:
        judged = (_open_question(text, reading, parts),)
    reasons = tuple(Reason(c, met, evidence) for c, (met, evidence) in zip(criteria, judged, strict=True))
    return Coaching(_outcome(reasons), reasons, reading)


def _outcome(reasons: Sequence[Reason]) -> Outcome:
    if any(r.met is False for r in reasons):
        return "not yet"
    return "passed" if all(r.met for r in reasons) else "couldn't tell"


def _asks(parts: Sequence[Part]) -> list[tuple[Part, Ask]]:
    return [((s, asks), ask) for s, asks in parts for ask in asks]


def _open_question(text: str, reading: Reading, parts: Sequence[Part]) -> Judged:
    asks = _asks(parts)
    if not asks:
        return False, ""
    (s, _), last = asks[-1]
    words = s.span(text, last.i, len(s.words))
    if len(asks) > TOO_MANY or sum(a.form == "open" for _, a in asks) > TOO_MANY:
        return False, words
    if len(s.words) - last.i < 3 and all(len(p.words) < 4 or q.form != "open" for (p, _), q in asks):
        return False, words
    return reading.form == "open", words


def _question_for(text: str, reading: Reading, parts: Sequence[Part], pitch: str) -> tuple[Judged, ...]:
    flags = reading.flags
    answer = content_of([s for s, _ in parts])
    about: Judged = related(answer, pitch)
    if about[0] and about_things(answer) and "change" not in flags:
        about = (None, about[1])
    meta = (answer.words & META) - content(pitch).words
    if meta:
        about = (False, sorted(meta)[0])
    if reading.form == "none" and about[0]:
        about = (None, about[1])
    named: Judged = (True, "")
    if "pitch" in flags:
        named = (False, flags["pitch"])
    elif _copies([w for s, _ in parts for w in s.words], pitch):
        named = (False, text[:200].strip())
    free: Judged = (True, "")
    if reading.form == "leading":
        free = (False, reading.sentences[-1].text)
    for flag in ("pressure", "seller_need", "contradiction"):
        if flag in flags:
            free = (False, flags[flag])
    asks = _open_question(text, reading, parts)
    if "deferral" in flags and asks[0]:
        about = (False, flags["deferral"])
    return asks, about, named, free


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[i : i + 3]) for i in range(len(words) - 2))


@lru_cache(maxsize=512)
def _runs_of(text: str) -> frozenset[tuple[str, ...]]:
    return _runs([w for s in sentences(text) for w in s.words])


def _copies(words: Sequence[str], given: str) -> bool:
    """Is half of what was given in the answer, word after word?"""
    source = _runs_of(given)
    return len(source) >= 2 and 2 * len(source & _runs(words)) >= len(source)


_POINTING = word_set("that it this them those they these one so there then such he she him her")


def _reply(text: str, reading: Reading, parts: Sequence[Part], buyer: str) -> tuple[Judged, ...]:
    flags = reading.flags
    answer = content_of([s for s, _ in parts])
    asks = _asks(parts)
    real = [a for (s, _), a in asks if a.form in ("open", "closed", "choice") and len(s.words) > 1]
    up: Judged = related(answer, buyer)
    if not up[0] and up[0] is not False:
        small = len(answer.words) <= 2 and len(answer.all_words) > len(answer.words)
        if small or (not _POINTING.isdisjoint(answer.all_words) and (asks or "reflection" in flags)):
            up = (True, sorted(answer.words)[0] if answer.words else "")
    if up[0] is None and "next_step" in flags:
        up = (True, flags["next_step"])
    meta = (answer.words & META) - content(buyer).words
    if meta or (not (asks or "reflection" in flags or "next_step" in flags) and up[0] is not True):
        up = (False, sorted(meta)[0] if meta else "")
    curious: Judged
    if "reflection" in flags:
        curious = (True, flags["reflection"])
    elif "next_step" in flags:
        curious = (True, flags["next_step"])
    elif real and len(asks) <= TOO_MANY:
        (s, _), last = asks[-1]
        curious = (reading.form != "leading", s.span(text, last.i, len(s.words)))
        if last.why == "asks by its question mark" and len(s.words) > 3 and _misstates(answer, buyer):
            up = (False, s.span(text, 0, len(s.words)))
    else:
        curious = (False, "")
    if len(asks) > TOO_MANY:
        curious = (False, curious[1])
    if "deferral" in flags and "next_step" not in flags:
        curious = (False, flags["deferral"])
    source = content(buyer)
    if len(source.all_words) > 2 and answer.all_words <= source.all_words | {"so", "ok"} and not real:
        curious = (False, text[:200].strip())
    pitched = flags.get("pitch")
    pushed = flags.get("pressure") or flags.get("seller_need")
    return (
        up,
        curious,
        ("contradiction" not in flags, flags.get("contradiction", "")),
        (pitched is None, pitched or ""),
        (pushed is None, pushed or ""),
    )


_TOTAL = word_set("neither nobody none all always never everyone everybody both nothing no")


def _misstates(answer: Content, buyer: str) -> bool:
    """Does it put into the buyer's mouth a total or a no that they didn't say?"""
    source = content(buyer)
    return bool((answer.all_words & _TOTAL) - source.all_words) or (answer.negated and not source.negated)
