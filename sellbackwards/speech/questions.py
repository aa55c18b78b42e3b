"""Is an answer an open question, and is it a good one to put in place of a pitch?"""

from __future__ import annotations

from collections.abc import Sequence

from sellbackwards.speech.dressed_pitches import copies, dressed
from sellbackwards.speech.features import Part
from sellbackwards.speech.held import (
    CLOSES,
    LEANING,
    THEIRS,
    TOO_MANY,
    Judged,
    asks_of,
    counts,
    hits_in,
    talks_to_nobody,
    without,
)
from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.reading import Reading
from sellbackwards.speech.relevance import about_things, content, content_of, everyday
from sellbackwards.speech.topic_score import belongs
from sellbackwards.speech.topics import META

TOO_LATE = 3
"""A question with so many sentences told after it is no longer the one that is asked."""

# "The server dies at ten. Then what?" asks for the rest of the story.
_GOES_ON = frozenset(
    {"then what", "what then", "and then", "and after", "and afterwards", "and then what", "so what then"}
)
_FACTS = word_set("when did do does is are was were have has can could will would")


def open_question(text: str, reading: Reading, parts: Sequence[Part]) -> Judged:
    told = [s for s, _ in parts]
    if len(told) > 1 and " ".join(told[-1].words) in _GOES_ON and sum(len(s.words) for s in told[:-1]) >= 5:
        return True, told[-1].span(text, 0, len(told[-1].words))
    asks = asks_of(parts)
    if not asks:
        return False, ""
    (s, _), last = asks[-1]
    words = s.span(text, last.i, len(s.words))
    if len(told) - 1 - told.index(s) >= TOO_LATE:
        return None, words
    if len(asks) > TOO_MANY or sum(a.form == "open" for _, a in asks) > TOO_MANY:
        return False, words
    if len(s.words) - last.i < 3 and all(len(p.words) < 4 or q.form != "open" for (p, _), q in asks):
        return False, words
    if reading.form == "closed" and s.words[last.i] not in _FACTS:
        # "How do they pay, and who signs for it?": two questions in one breath, one of them open
        beside = [a for (p, _), a in asks[:-1] if p is s]
        who = s.words[last.i] in _WHO and any(s.words[a.i] in _WHO and s.words[a.i] != "what" for a in beside)
        if who or any(a.form == "open" for a in beside):
            return True, s.span(text, beside[0].i, len(s.words))
    if reading.form == "closed" and any(a.form == "open" for (p, _), a in asks[:-1] if p is s):
        return None, words  # "How do they pay, and is it any trouble?": the buyer may answer either half
    if reading.form == "closed" and s.words[last.i] in _PERHAPS_A_STORY and len(s.words) - last.i >= 5:
        return None, words  # "Where does the money come from then?" may get a word, or the whole story
    return reading.form == "open", words


_PERHAPS_A_STORY = word_set("where which")
_WHO = word_set("who where which what")


def is_concrete(reading: Reading, parts: Sequence[Part]) -> bool:
    """Does it ask what happens there or how it is done: "What do you do when …?", "How do your people …?" """
    if all(THEIRS.isdisjoint(s.words) for s, _ in parts):
        return False
    if "change" in reading.flags:
        return True
    for s, asks in parts:
        for ask in asks:
            w = s.words[ask.i : ask.i + 4]
            how = w[0] in ("how", "who", "where") and len(s.words) - ask.i >= 5 and w[1:2] != ["about"]
            what = (
                w[0] == "what"
                and w[1:2]
                and (w[1] in _HAPPENS or (w[1] in ("do", "does", "did") and "do" in s.words[ask.i + 2 :]))
            )
            tell = w[0] in ("walk", "take", "talk", "tell", "describe", "show", "give") and len(s.words) - ask.i >= 6
            if ask.form == "open" and (how or what or tell) and not THEIRS.isdisjoint(s.words):
                return True
    return False


def _leans(parts: Sequence[Part]) -> bool:
    """Does the question live on what was told before it: "Two of them left. What came before that?" """
    told = [s for s, asks in parts if not asks]
    asking = [s for s, asks in parts if asks]
    if not told or not asking or _POINTING_BACK.isdisjoint(w for s in asking for w in s.words):
        return False
    return bool(content_of(told).words) and all(everyday(w) or w in LEANING for w in content_of(asking).words)


_POINTING_BACK = word_set("that it this them those they these then there")
_HAPPENS = word_set("happens happened becomes became goes comes gets holds keeps stops")


def question_for(text: str, reading: Reading, parts: Sequence[Part], pitch: str, context: str) -> tuple[Judged, ...]:
    flags = reading.flags
    answer = content_of([s for s, _ in parts])
    leans = _leans(parts)
    about: Judged = belongs(answer, pitch, context, is_concrete(reading, parts))
    if leans and about[0] and everyday(about[1]):
        about = (None, about[1])
    if about[0] and about_things(answer) and "change" not in flags:
        about = (None, about[1])
    meta = (answer.words & META) - content(pitch).words
    if meta:
        about = (False, sorted(meta)[0])
    if reading.form == "none" and about[0]:
        about = (None, about[1])
    named = without(reading, "pitch")
    if named[0] is not False and copies([w for s, _ in parts for w in s.words], pitch):
        named = (False, text[:200].strip())
    elif named[0] is not False and (held_out := dressed(text, parts, pitch)):
        named = (False, held_out)
    free = without(reading, "contradiction", "seller_need", "pressure")
    if reading.form == "leading" and free[0] is not False:
        free = (False, reading.sentences[-1].text)
    asks = open_question(text, reading, parts)
    hits = hits_in(parts)
    if closes := next((s.span(text, hit.i, hit.j) for (s, _), hit in hits if hit.rule.name == CLOSES), ""):
        free = (False, closes)
    instructs = talks_to_nobody(text, hits)
    if instructs:
        asks = (False, instructs)
    if "deferral" in flags and asks[0]:
        about = (counts(reading, "deferral"), flags["deferral"])
    return asks, about, named, free
