"""A question word and what it asks: with its auxiliary, without one, or not at all. And the form of each."""

from __future__ import annotations

from typing import NamedTuple

from sellbackwards.speech.asking_words import LISTS
from sellbackwards.speech.lexicon import ANYONE, AUX, DET, LEAD_IN, PREPOSITION, SUBJECT, WH, word_set
from sellbackwards.speech.question_rules import TOLD, WH_FORM
from sellbackwards.speech.reading import Form
from sellbackwards.speech.words import Words


class Ask(NamedTuple):
    """A question that starts at word i of its sentence."""

    i: int
    form: Form
    why: str


HOW_ONE, WHAT_ONE = LISTS["HOW_ONE"], LISTS["WHAT_ONE"]
SUBJECTS = SUBJECT | DET | ANYONE
_YOU = word_set("you your they we people everyone everybody it")


def only_lead_in(words: list[str], i: int) -> bool:
    return all(w in LEAD_IN for w in words[:i])


GRAMMAR_WORDS = (
    SUBJECT | DET | AUX | PREPOSITION | WH | word_set("not n't no so to or then me us be my too them him her")
)


def wh_question(s: Words, i: int, starts: bool, questioned: bool) -> Ask | None:
    """What the question word i asks, or None: it relates, exclaims, or stands in a list of such words.

    `starts`: it opens a clause. `questioned`: the sentence ends in a question mark.
    """
    words = s.words
    word = words[i]
    rest = words[i + 1 : i + 8]
    following = rest[0] if rest else ""
    form = wh_form(s, i)
    if following in _WH_RUN - {"when"} or (i and words[i - 1] in _WH_RUN):
        return None  # "what how why growth": a list of question words asks nothing
    if len(rest) > 3 and GRAMMAR_WORDS.isdisjoint(words[i + 1 :]) and not (starts and following in _HAPPENING):
        return None
    if not rest and i and words[i - 1] == "or":
        return None
    if not rest:  # a bare "why", "what", "how"
        return Ask(i, form, "asks with a question word") if (starts and (i == 0 or questioned)) or questioned else None
    if word == "what" and following in ("a", "an"):
        looks = {"look", "looks", "like", "mean", "means"} & set(rest)
        return Ask(i, "open", "asks with a question word") if looks and (questioned or starts) else None
    told = TOLD.at(s, i)
    if (
        told is not None
        and (i == 0 or words[i - 1] != "or")
        and (not questioned or words[told.j : told.j + 1] == ["that"])
    ):
        return None
    if (
        word in ("how", "what")
        and not starts
        and (
            (i < 7 and words[0] in PREPOSITION and SUBJECT.isdisjoint(words[:i])) or (i < 12 and words[0] in _WHENEVER)
        )
    ):
        # "at end of day how you are counting it", "once they have seen it what brings them back"
        starts = words[i - 1] not in _KNOWING | PREPOSITION | AUX | DET and _KNOWING.isdisjoint(words[i - 2 : i])
    if i and words[i - 1] in ("look", "watch") and word == "how" and not s.pause[i]:
        return None  # "look how easy it is"
    if following in ("ever", "soever"):
        return None
    if word == "whatever" or (word == "what" and following == "so"):
        return None
    aux_at = _aux_after(words, i, word)
    if aux_at:
        return _with_auxiliary(s, i, aux_at, starts, questioned)
    return _without_auxiliary(s, i, starts, questioned)


def _with_auxiliary(s: Words, i: int, aux_at: int, starts: bool, questioned: bool) -> Ask | None:
    """A question word whose auxiliary stands at `aux_at`: "What kind of help do you …", or "the day when it is …"."""
    words, n, word = s.words, len(s.words), s.words[i]
    aux, after = words[aux_at], words[aux_at + 1] if aux_at + 1 < n else ""
    direct = aux_at == i + 1
    inverted = after in SUBJECTS or after in ("n't", "not")
    # mid-sentence these mostly relate, not ask: "the day when…", "my boss, who is…"
    relating = word in ("which", "who", "where", "when", "whose", "whom") and not starts
    if relating and not (
        inverted and after in SUBJECT - {"that", "this", "it"} and aux not in ("is", "was", "are", "were")
    ):
        return None
    if word in ("which", "who") and direct and i > 0 and s.pause[i] and not questioned and not only_lead_in(words, i):
        return None
    if word in ("what", "how", "why") and not starts and not inverted:
        # "that is fair what would need to change": a run-on, where nothing before it takes the clause as its object
        runs_on = (
            direct and aux in ("would", "could", "does", "did", "might", "should") and words[i - 1] not in _KNOWING
        )
        if not runs_on or words[i - 1] in PREPOSITION | AUX | SUBJECT | DET:
            return None
    if not questioned and _cleft(words, aux_at, inverted):
        return None
    if word == "when" and not inverted:
        return None
    return Ask(i, wh_form(s, i), "asks with a question word")


def _without_auxiliary(s: Words, i: int, starts: bool, questioned: bool) -> Ask | None:
    """A question word with no auxiliary: "How about …", "Which bit gets …", "What happens …", "What you do …"."""
    words, n, word = s.words, len(s.words), s.words[i]
    following = words[i + 1]
    form = wh_form(s, i)
    if word in ("how", "what") and following in ("about", "else", "if"):
        if starts or questioned or (following == "about" and words[i - 1] not in _KNOWING):
            return Ask(i, form, "asks with a question word")
        return None
    if word == "how" and following == "come":
        return Ask(i, "open", "asks with a question word")
    if word in ("when", "where", "which", "whose", "whom") and not (
        starts and word in ("where", "which") and questioned
    ):
        short = starts and i <= 1 and n - i <= 4 and word != "when"
        short = short or (word == "which" and i == 0 and n > 2)  # "which bit gets complicated for you"
        return Ask(i, form, "asks with a question word") if short else None
    if not starts:
        return None
    # no auxiliary: the wh-word is itself the subject ("what happens"), or the order is a statement's ("what you do")
    if (following in SUBJECTS or following == "to") and not (word == "how" and following in HOW_ONE):
        if questioned and word != "who":
            return Ask(i, form, "asks with a question word")
        if (
            following in _YOU
            and (
                (only_lead_in(words, i) and not _has_copula(words, i + 2))
                or words[i - 1] == "or"
                or words[0] in PREPOSITION
            )
            and word in ("what", "how", "why")
        ):
            return Ask(i, form, "asks with a question word")
        return None
    if (
        i > 0
        and not questioned
        and (
            (word == "who" and words[i - 1] != "so")
            or (s.mark and words[i - 1] == "and" and not only_lead_in(words, i))
        )
    ):
        return None
    return Ask(i, form, "asks with a question word")


# What a "what" or "who" without an auxiliary mostly does: "What went wrong last time?"
_HAPPENING = word_set(
    "went goes happens happened comes came makes made keeps kept holds held hurts breaks broke stops "
    "stopped brings brought drives drove causes caused changes changed works worked fails failed costs "
    "takes took gets got decides decided pays paid"
)
_WH_RUN = word_set("what how why who which where when")
_WHENEVER = word_set("when if once because while whenever")
_KNOWING = word_set(
    "know knows knew talk talking think thought hear heard see sure of tell told say said understand matter no is care"
)


def _aux_after(words: list[str], i: int, word: str) -> int:
    """Where the auxiliary stands after a wh-word and its noun ("what kind of help do you"), or 0."""
    reach = 7 if word in ("what", "which", "how", "whose") or words[i + 1] == "of" else 3
    for j in range(i + 1, min(i + 1 + reach, len(words))):
        w = words[j]
        if w in AUX or w == "'s":
            return j
        if (w in SUBJECT and w not in ("that", "this", "these", "those")) or w in WH:
            return 0
        if w in ("the", "your", "our", "my", "a", "an", "to") and words[j - 1] not in ("of", "in", "for", "on"):
            return 0
    return 0


def _cleft(words: list[str], aux_at: int, inverted: bool) -> bool:
    """ "What is nice is that…", "what matters is…": told, not asked."""
    if inverted:
        return False
    tail = words[aux_at + 2 : aux_at + 9]
    for k, w in enumerate(tail):
        if w in ("is", "was") and k + 1 < len(tail) and tail[k + 1] not in SUBJECT - {"that", "it"}:
            return not any(x in WH for x in tail[:k])
    return False


def _has_copula(words: list[str], start: int) -> bool:
    """ "what we do is…", "what you need 's…": a second verb makes the wh-clause a subject."""
    for j in range(start, min(start + 9, len(words))):
        if (
            words[j] in ("is", "was", "will", "would", "'s", "means", "makes", "matters", "are", "helps")
            and words[j - 1] not in SUBJECT | ANYONE
        ):
            return True
    return False


_FORMS: dict[str, Form] = {"open": "open", "closed": "closed", "choice": "choice"}


def wh_form(s: Words, i: int) -> Form:
    """What the question word i asks for."""
    hit = WH_FORM.at(s, i)
    if hit is not None:
        return _FORMS[hit.rule.name]
    return "open" if s.words[i] in ("how", "what", "why") else "closed"
