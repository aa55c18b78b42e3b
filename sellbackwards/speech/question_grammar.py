"""What is built as a question: a question word with its verb (question_words.py), "any …?", a verb before a subject."""

from __future__ import annotations

from sellbackwards.speech.lexicon import ANYONE, AUX, DET, MODALS, PREPOSITION, SUBJECT, WH, word_set
from sellbackwards.speech.question_rules import TOLD
from sellbackwards.speech.question_words import Ask, only_lead_in, wh_question
from sellbackwards.speech.reading import Form
from sellbackwards.speech.words import Words

_NOT_AFTER_AUX = PREPOSITION | word_set(
    "be been love like appreciate do have go get n't not suggest recommend also just you're say prefer want "
    "need try let look take make see call send check help give come think thinking wondering wonder hoping "
    "happy glad sure never always only"
)
# Words after which "do you", "are they" inverts for other reasons: so do we; nor is it; the more … ; as are you.
_NO_ASK_BEFORE = (
    WH | SUBJECT | word_set("so neither nor as than if only never not how whether the that who which much many")
)


def any_form(s: Words, i: int) -> Form:
    """ "Any questions?" wants a yes or no; "Any other things that bother you?" wants them named."""
    if s.words[i + 1 :] == ["else"]:
        return "closed"
    named = not _NAMED.isdisjoint(s.words[i + 1 : i + 5])
    return "open" if named and _HANDING_OVER.isdisjoint(s.words[i + 1 :]) else "closed"


_HANDING_OVER = word_set("question questions doubts queries concerns know me i side end from")
_NAMED = word_set(
    "other else others things ways reasons examples comments thoughts ideas suggestions views opinions items updates "
    "news feedback remarks reactions advice tips hints"
)


def built_as_question(s: Words, i: int, starts: bool, questioned: bool) -> Ask | None:
    word = s.words[i]
    if word in WH:
        return wh_question(s, i, starts, questioned)
    if word == "any":
        if starts and questioned:
            return Ask(i, any_form(s, i), "asks for more")
        return None
    return _inverted(s, i, starts, questioned)


_WHOSE = word_set("your their his her my our any this that these those")
_INVERTIBLE = word_set("is are was were does did do has have can could will would should am shall may might had must")


def _inverted(s: Words, i: int, starts: bool, questioned: bool) -> Ask | None:
    words, n = s.words, len(s.words)
    aux = words[i]
    if aux not in _INVERTIBLE or i + 1 >= n:
        return None
    j = i + 1
    negative = words[j] in ("n't", "not")
    if negative:
        j += 1
        if j >= n:
            return None
    subject = words[j]
    if (negative and subject == "or") or (not questioned and TOLD.at(s, i) is not None):
        return None
    form: Form = "leading" if negative and words[j - 1] == "n't" else "closed"
    why = "asks for yes or no" if form == "closed" else "answer built in"
    if not starts:
        before = words[i - 1]
        if (
            before in _NO_ASK_BEFORE
            or before in AUX
            or before == "to"
            or subject not in ("you", "we", "they", "i", "he", "she")
            or negative
        ):
            return None
        if aux in ("is", "was", "am", "may", "might", "must", "had"):
            return None
        if words[max(0, i - 6) : i] and any(w in WH for w in words[max(0, i - 6) : i]):
            return None
        return Ask(i, form, why)
    if subject in SUBJECT:
        if aux == "do" and subject in ("it", "that", "this", "these", "those") and not questioned and not negative:
            return None
        if aux == "had" and not questioned:
            return None
        if aux in ("may", "might", "must", "should") and subject in ("that", "this", "these"):
            return Ask(i, form, why) if questioned else None
        if i > 0 and not questioned and words[i - 1] in ("so", "neither", "nor", "as") and n - i <= 3:
            return None
        return Ask(i, form, why)
    if subject in DET or subject in ANYONE:
        if aux in ("has", "have", "had") and i and words[i - 1] == "and" and subject in DET - _WHOSE:
            return None  # "it runs on 4G and has a battery": the subject goes on
        if (
            aux in ("have", "had")
            and subject in DET - {"your", "any", "most", "all", "these", "those"}
            and not questioned
        ):
            return None
        if (
            aux == "do"
            and subject in ("the", "a", "an", "some", "my", "no", "more", "much", "every", "each")
            and not questioned
        ):
            return None
        if negative and aux in ("do", "does") and aux == "do" and subject in DET and not questioned:
            return None
        return Ask(i, form, why)
    if negative:
        # "who rings and does not get through": a verb follows, no subject
        goes_on = i > 0 and words[i - 1] in ("and", "or", "but") and (subject in _NOT_AFTER_AUX or n - j <= 2)
        return Ask(i, "leading", why) if questioned and not goes_on else None
    if questioned or (aux in ("is", "are", "was", "were", "does", "did") and only_lead_in(words, i) and i + 2 < n):
        if subject in _NOT_AFTER_AUX and not questioned:
            return None
        if not questioned and aux in MODALS:
            return None
        return Ask(i, form, why)
    return None
