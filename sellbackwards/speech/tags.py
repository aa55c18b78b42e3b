"""The tail of a sentence that asks to agree ("…, isn't it?") or checks ("Is that right?")."""

from __future__ import annotations

from sellbackwards.speech.lexicon import NEGATION, SUBJECT, WH
from sellbackwards.speech.question_words import GRAMMAR_WORDS, Ask
from sellbackwards.speech.tag_rules import NOT_BEFORE_RIGHT, TAGS, TAGS_ASKING, TAGS_SURE
from sellbackwards.speech.words import Words


def within_an_open_one(s: Words, i: int, asks: list[Ask]) -> bool:
    """Do the words at `i` go on, without a pause, with a question that is open?"""
    return not s.pause[i] and any(a.form == "open" and a.i < i for a in asks)


def find_tag(s: Words, questioned: bool, asks: list[Ask]) -> Ask | None:
    """The tail that asks to agree, or checks, if the sentence ends in one."""
    s = _without_address(s)
    n = len(s.words)
    for i in range(max(0, n - 6), n):
        hit = TAGS.at(s, i)
        if hit is None:
            continue
        name = hit.rule.name
        if name == "checks":
            return Ask(i, "closed", name) if _checks(s, i, questioned, asks) else None
        if i == 0 and s.words != ["you", "know", "what", "i", "mean"]:
            return None
        if "or" in s.words[i:] and asks:
            return None  # "do you do it yourselves or what?" still asks
        if name == "asks to agree after a no":
            agrees = _after_a_no(s, i, questioned, asks)
        elif n - i == 1:
            agrees = _one_word_tag(s, i, questioned, asks)
        elif s.words[i:] == ["is", "n't"]:
            agrees = s.pause[i]  # "The lid is, the base isn't." tells
        else:
            agrees = questioned or not s.mark or s.words[-1] not in TAGS_ASKING
            # "Tell me about a job where the money wasn't there." ends in no tag
            agrees = agrees and not within_an_open_one(s, i, asks)
        return Ask(i, "leading", name) if agrees else None
    return None


def _checks(s: Words, i: int, questioned: bool, asks: list[Ask]) -> bool:
    """ "Is that right?", but not "that's okay" and not "or is it?" """
    first = s.words[i]
    if first == "or" or (first in ("ok", "okay", "alright", "deal", "fine", "sound") and not questioned):
        return False
    if asks and len(s.words) - i == 1 and not s.pause[i]:
        return False  # "When would it stop being fine?"
    return (i > 0 or questioned or len(s.words) > 1) and (not asks or asks[-1].i <= i)


def _after_a_no(s: Words, i: int, questioned: bool, asks: list[Ask]) -> bool:
    """ "It isn't cheap, is it?", but not "I know what it is"."""
    words, paused = s.words, s.pause[i]
    before = words[i - 1]
    if asks and asks[-1].i < i and asks[-1].form == "open":
        return False
    if (
        before in WH
        or before in ("or", "nor", "neither", "so")
        or (not paused and (before in SUBJECT or not WH.isdisjoint(words[:i])))
    ):
        return False
    return paused or not NEGATION.isdisjoint(words[:i]) or (questioned and i > 2)


def _one_word_tag(s: Words, i: int, questioned: bool, asks: list[Ask]) -> bool:
    """ "…, no?", "… right", "… innit": how sure a sign each is stands in TAGS_ASKING and TAGS_SURE."""
    word, before, paused = s.words[i], s.words[i - 1], s.pause[i]
    if word == "eh" and s.mark == ".":
        return False
    if word in TAGS_ASKING and not (questioned and (paused or word == "or")):
        return False
    if word in ("right", "correct") and not (questioned or (len(s.words) > 2 and (paused or not s.mark))):
        return False
    if word == "right" and not paused and before in NOT_BEFORE_RIGHT:
        return False
    if word == "clearly" and not (paused or questioned):
        return False  # "Thank you for telling me so clearly."
    return not (asks and asks[-1].form == "open" and word not in TAGS_SURE and not (questioned and paused))


def _without_address(s: Words) -> Words:
    """Without a name at the end: "You wouldn't say no, would you, Mr Banerjee?" """
    n = len(s.words)
    for p in range(max(1, n - 3), n):
        if s.pause[p] and GRAMMAR_WORDS.isdisjoint(s.words[p:]) and TAGS.at(s, p) is None:
            cut = (s.words[:p], s.stems[:p], s.starts[:p], s.ends[:p], s.pause[:p])
            return Words(*cut, s.mark, s.begin, s.end, s.present)
    return s
