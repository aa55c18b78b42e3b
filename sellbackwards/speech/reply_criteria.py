"""A reply to a buyer's remark: does it take it up, stay curious, and neither argue nor sell nor push?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sellbackwards.speech import scores
from sellbackwards.speech.coach_rules import REMARK
from sellbackwards.speech.features import Part, asks_something
from sellbackwards.speech.held import (
    CLOSES,
    LEANING,
    OFFERS,
    THEIRS,
    TOO_MANY,
    Judged,
    counts,
    talks_to_nobody,
    without,
)
from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.misreading import PERSONS, guesses_a_wish, misreads, owns_up, speaks_of_them
from sellbackwards.speech.reading import Reading
from sellbackwards.speech.relevance import EMPTY, Content, content, everyday, related
from sellbackwards.speech.reply import Reply, hear
from sellbackwards.speech.scores import UNWELCOME
from sellbackwards.speech.topics import META, SMALL_TALK
from sellbackwards.speech.words import sentences_before

_POINTING = word_set("that it this them those they these one so there then such he she him her his")


def _about_them(parts: Sequence[Part], answer: Content) -> bool:
    """Does its question ask the buyer about themselves or what is before them ("the boxes"), and chat of nothing?"""
    asking = {w for s, asks in parts if asks for w in s.words}
    return not (THEIRS | _POINTING | {"the"}).isdisjoint(asking) and not answer.words & SMALL_TALK


def _brings_in(parts: Sequence[Part], buyer: str, context: str) -> bool:
    """Does it speak of a thing as known ("the roses") that nobody has named, and that isn't found everywhere?"""
    known = content(buyer).stems | content(context).stems
    for s, _ in parts:
        for i in range(1, len(s.words)):
            word = s.words[i]
            if (
                s.words[i - 1] == "the"
                and word not in EMPTY
                and s.stems[i] not in known
                and not (everyday(word) or word in LEANING)
            ):
                return True
    return False


def _cut_off(buyer: str) -> bool:
    """Did the buyer stop in the middle of a sentence?"""
    return buyer.rstrip(" \"'”’").endswith(("–", "—", "-", "…", "..."))


@lru_cache(maxsize=512)
def _refuses(buyer: str) -> bool:
    """Does the buyer say no, and ask nothing?"""
    told = sentences_before(buyer)
    return any(True for s in told for _ in REMARK.hits(s)) and not any(s.mark == "?" and len(s.words) > 1 for s in told)


# Who thanks, agrees, wishes well or takes something on says one of these.
_TAKES_UP = word_set(
    "i we me us my thanks thank sorry ok okay yes no sure fine understood noted welcome please glad happy great good "
    "right true course fair bye hope enjoy cheers pleasure agreed lovely congratulations"
)


def judge_reply(text: str, reading: Reading, parts: Sequence[Part], buyer: str, context: str) -> tuple[Judged, ...]:
    """What each of BUYER_CRITERIA (coaching.py) comes to, in their order."""
    reply = hear(text, reading, parts, buyer, context)
    misread = misreads(text, parts, reply.answer, buyer)
    up, curious = _takes_up(reply, misread), _is_curious(reply)
    fits = _fits(reply, misread)
    if fits and not curious[0]:
        # an answer to what they asked, thanks or a farewell where nothing more is called for: no failure
        up = up if up[0] else (True, text[:80].strip())
        curious = (True, text[:80].strip())
    elif fits is None and curious[0] is False:
        up, curious = (up if up[0] else (None, up[1])), (None, curious[1])
    flags, heard = reading.flags, reply.heard
    if "deferral" in flags and "next_step" not in flags and not reply.lets_go and not fits:
        curious = (counts(reading, "deferral"), flags["deferral"])
    source = content(buyer)
    echo = not reply.real and reply.answer.all_words <= source.all_words | {"so", "ok"}
    handed_back = echo and 2 * len(reply.answer.all_words) <= len(source.all_words) and bool(reply.answer.words)
    if echo and len(source.all_words) > 2:
        # a word or two of theirs, handed back, may keep them talking; the whole remark said again does not
        curious = (None if handed_back else False, text[:200].strip())
    curious = _to_somebody_else(reply) or (curious[0] and _of_somebody_else(reply)) or curious
    if handed_back:
        up = (True, text[:200].strip())
    if "lets speak" in heard and not reply.real and not flags.keys() & UNWELCOME:
        # where the buyer was cut off, to hand the word back is all that is called for
        curious, up = (True if fits or _cut_off(buyer) else None, heard["lets speak"]), (True, heard["lets speak"])
    return up, curious, _argues(reply, handed_back), _sells(reply), _pushes(reply)


def _takes_up(reply: Reply, misread: str) -> Judged:
    """Does it pick up what the buyer said?"""
    answer, buyer, flags, real = reply.answer, reply.buyer, reply.flags, reply.real
    strange = len(answer.words - LEANING)
    pointing = not _POINTING.isdisjoint(answer.all_words)
    # what leans on the remark, and speaks of no other trade, is about the remark
    short = strange <= 2 or (pointing and strange <= 4)
    leaning = not _brings_in(reply.parts, buyer, reply.context) and (
        "reflection" in flags or (bool(real) and answer.words < answer.all_words and short)
    )
    up: Judged = related(answer, buyer, reply.context, leaning, 1.5 if leaning else 0.5)
    asks_them = reply.wonders and _about_them(reply.parts, answer)
    if up[0] is None and real and (asks_them or (leaning and not answer.words)):
        up = (True, up[1])
    if not up[0] and ("next_step" in flags or reply.lets_go):
        up = (True, flags.get("next_step") or reply.heard["releases"])
    meta = (answer.words & META) - content(buyer).words
    moves = real or reply.lets_go or "reflection" in flags or "next_step" in flags
    if meta or (not moves and up[0] is not True):
        up = (False, sorted(meta)[0] if meta else "")
    if misread:
        return False, misread
    if up[0] and not reply.asks_openly and (guess := guesses_a_wish(reply.text, reply.parts, buyer)):
        return None, guess
    return up


def _is_curious(reply: Reply) -> Judged:
    """Does it ask, say back, or suggest a step that the remark invites?"""
    flags, heard, real = reply.flags, reply.heard, reply.real
    curious: Judged
    if "reflection" in flags:
        said_back = flags["reflection"]
        moves = real or "next_step" in flags
        curious = (True if moves else owns_up(reply.parts, reply.answer, reply.buyer, said_back), said_back)
    elif "next_step" in flags:
        # a step against a no isn't what the remark invites, unless they leave a door open somewhere
        refused = _refuses(reply.buyer)
        curious = (None if refused else True, flags["next_step"])
        if refused and "keeps at it" in heard and not real:
            curious = (False, heard["keeps at it"])
    elif reply.lets_go:
        curious = (True if _refuses(reply.buyer) else None, heard["releases"])
    elif real and len(reply.asks) <= TOO_MANY:
        (s, _), last = reply.asks[-1]
        curious = (reply.reading.form != "leading", s.span(reply.text, last.i, len(s.words)))
    else:
        curious = (False, "")
    return (False, curious[1]) if len(reply.asks) > TOO_MANY else curious


def _fits(reply: Reply, misread: str) -> bool | None:
    """Is it, asking nothing, all that the remark calls for? Yes, no, or None where it can't be told."""
    if not reply.harmless or misread or reply.asks:
        return False
    plain, likely = reply.plain, reply.reading.enough
    # It answers a question plainly, or takes something up: what tells of the world is never surely enough.
    to_the_buyer = (plain and asks_something(reply.buyer)) or not _TAKES_UP.isdisjoint(reply.answer.all_words)
    if to_the_buyer and likely > (scores.FITS if plain else scores.SURELY_FITS):
        return True
    if likely <= scores.FITS_NOT or reply.flags.keys() & UNWELCOME - reply.reading.faint:
        return False  # at the least two doubts: whether it is enough, and whether it argues or pushes
    return None


def _to_somebody_else(reply: Reply) -> Judged | None:
    """Not met where it instructs somebody, or tells of the buyer; else None."""
    instructs = talks_to_nobody(reply.text, reply.hits, "next_step" in reply.flags)
    if not instructs and not reply.real and (PERSONS - {"one", "head"}).isdisjoint(content(reply.buyer).all_words):
        instructs = next(
            (s.span(reply.text, 0, len(s.words)) for s, _ in reply.parts if s.words[0] in ("he", "she")), ""
        )
    return (False, instructs) if instructs else None


def _of_somebody_else(reply: Reply) -> Judged | None:
    """Not to be told where it speaks of the buyer as of somebody else; else None."""
    named = content(reply.buyer).all_words | content(reply.context).all_words
    spoken_of = speaks_of_them(reply.text, reply.parts, reply.answer, named)
    return (None, spoken_of) if spoken_of else None


def _argues(reply: Reply, handed_back: bool) -> Judged:
    """Met where it doesn't argue."""
    reading, heard, wonders = reply.reading, reply.heard, reply.wonders
    says_little = wonders and "contradiction" in reading.weak
    argues: Judged = (True, "") if reply.lets_go or handed_back or says_little else without(reading, "contradiction")
    if wonders and content(argues[1]).all_words <= content(reply.buyer).all_words:
        argues = (True, "")  # their own words, said again: "The cooks like it, the guests don't. Why?"
    told = [s.span(reply.text, 0, len(s.words)) for s, found in reply.parts if not found]
    if wonders and argues[0] is False and not any(argues[1] in one for one in told):
        argues = (None, argues[1])  # heard in the question itself: "What was it that you didn't like?"
    for name in ("argues/brushes aside", "argues/though", "argues/doubts", "argues/yes but"):
        if name in heard:
            argues = (False, heard[name])
    # heard to say back and to argue with the same words: one of them is wrong
    torn = bool(argues[1]) and "reflection" in reply.flags and not any(name.startswith("argues") for name in heard)
    return (None, argues[1]) if torn else argues


def _sells(reply: Reply) -> Judged:
    """Met where it pitches nothing."""
    flags, asked = reply.flags, asks_something(reply.buyer)
    answers = asked and not reply.asks and reply.plain and bool(reply.answer.words)
    # "Okay, we have one. Who will read it?"
    nothing_named = reply.asks_openly and not content(flags.get("pitch", "")).stems
    if "pitch" in flags and (answers or nothing_named):
        return None, flags["pitch"]
    if OFFERS in reply.heard and not asked and flags.keys().isdisjoint({"pitch", "next_step"}):
        return False, reply.heard[OFFERS]
    return without(reply.reading, "pitch", weak="next_step" in flags)  # who comes on Thursday says what they bring


def _pushes(reply: Reply) -> Judged:
    """Met where it doesn't push."""
    heard = reply.heard
    pushes = without(reply.reading, "pressure", "seller_need")
    for name in ("presumes", CLOSES):
        if pushes[0] is not False and name in heard:
            pushes = (False, heard[name])
    # heard to lead and to push with the same words: one of them is wrong
    rushed = {"pressure", "next_step"} <= reply.flags.keys() and not {"presumes", CLOSES} & heard.keys()
    return (None, pushes[1]) if rushed else pushes
