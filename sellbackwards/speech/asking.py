"""Does a sentence ask, and how would a listener hear it? Each step looks at what the one before it found.

Built as a question (question_grammar.py); in place of that a request to be told, or an answer built in; a tag;
words left out. The last is then looked at for options to pick from.
"""

from __future__ import annotations

from itertools import pairwise

from sellbackwards.speech.asking_rules import INDIRECT, LEADING
from sellbackwards.speech.lexicon import AUX, LEAD_IN, PREPOSITION, SUBJECT, WH, word_set
from sellbackwards.speech.options import options
from sellbackwards.speech.patterns import opens_clause
from sellbackwards.speech.question_grammar import any_form, built_as_question
from sellbackwards.speech.question_rules import PROMPTS, TOLD
from sellbackwards.speech.question_words import GRAMMAR_WORDS, SUBJECTS, WHAT_ONE, Ask, only_lead_in, wh_form
from sellbackwards.speech.reading import Form
from sellbackwards.speech.tags import find_tag, within_an_open_one
from sellbackwards.speech.words import Words

__all__ = ["Ask", "find_asks"]


def find_asks(s: Words, bare: bool = False) -> list[Ask]:
    """The questions of one sentence, in order; empty where nothing is asked.

    `bare` talk came with no marks at all, and nothing is known of who spoke before: there a statement about
    "you" mostly asks.
    """
    questioned = s.mark == "?"
    asks = _direct(s, questioned)
    asks = _invited(s, asks, questioned)
    asks = _built_in(s, asks, questioned)
    tag = find_tag(s, questioned, asks)
    if tag is not None:
        asks.append(tag)
    if not asks:
        ask = _elliptic(s, questioned) or (_bare(s) if bare else None)
        if ask is not None:
            asks.append(ask)
    if asks and asks[-1].form in ("closed", "open"):
        chosen = options(s, asks[-1])
        if chosen != "none":
            asks[-1] = Ask(asks[-1].i, chosen, "offers options" if chosen == "choice" else "answer built in")
    return asks


def _direct(s: Words, questioned: bool) -> list[Ask]:
    """What is built as a question: a question word with its verb, or a verb before its subject."""
    words, n = s.words, len(s.words)
    asks: list[Ask] = []
    for i, word in enumerate(words):
        if word not in _STARTERS or (not questioned and i and not _REPORTED.isdisjoint(words[max(0, i - 4) : i])):
            continue
        starts = opens_clause(s, i) or only_lead_in(words, i)
        if word in _ASKED_FOR and words[i - 1] in PREPOSITION and not AUX.isdisjoint(words[i + 1 : i + 4]):
            starts = starts or opens_clause(s, i - 1)
        ask = built_as_question(s, i, starts, questioned)
        if ask is None or not (starts or not asks):
            continue
        last = asks[-1] if asks else None
        if last is None and questioned and 1 < i < 6 and words[i - 1] == "or" and word not in WH and n - i > 2:
            asks.append(Ask(i, "choice", "offers options"))  # "Tuesday, or is Thursday better?"
            continue
        if last is not None and words[i - 1] == "or" and word not in WH:
            # "Is it timing, or is it more the price?" offers options; "how do they pay, or don't they?" asks how
            if n - i > 3 or (n - i == 3 and words[i + 1] not in ("n't", "not")):
                asks.append(Ask(i, "choice", "offers options"))
            elif last.form == "closed":
                asks.append(ask)
            continue
        if last is not None and words[last.i] in WH and word not in WH and s.pause[last.i + 1]:
            continue  # "What, if anything, would you change?" is one question
        if last is not None and last.form == "open":
            # "what do you think of him, who is the coach?" relates; "how is it, do you think?" only softens
            if word in ("who", "which", "where", "when") and s.pause[i] and words[i - 1] not in ("and", "or"):
                continue
            if n - i == 3 and words[i + 1] == "you" and words[i + 2] in ("think", "reckon", "suppose", "say"):
                continue
            if words[i - 1] == "and" and word in WH and ask.form == "closed":
                continue  # "How is it done today, and who sees to it?" is one open question
        asks.append(ask)
    return asks


def _invited(s: Words, asks: list[Ask], questioned: bool) -> list[Ask]:
    """With the first request to be told, or wondering aloud, in place of what was built into it."""
    words, n = s.words, len(s.words)
    for hit in INDIRECT.hits(s):
        name = hit.rule.name
        if hit.i and words[hit.i - 1] in WH and name == "asks whether it may be told":
            continue  # "what would you say" is no request to say something
        if asks and asks[-1].i > hit.j and opens_clause(s, asks[-1].i) and asks[-1].i - hit.j > 4:
            continue
        if hit.j == n == 2 and words[0] == "i":
            continue  # "I wonder."
        if asks and hit.j == n and asks[-1].form == "open" and asks[-1].i < hit.i:
            continue  # "What strikes them first, would you say?" only softens
        if name == "asks to be told" and _for_oneself(s, hit.i, hit.j):
            continue
        asks = [a for a in asks if a.i < hit.i]
        form = _embedded_form(s, hit.j, hit.i)
        if name == "asks whether it may be told" and form == "none":
            form = "closed"
        return [*asks, Ask(hit.i, "open" if form == "none" else form, name)]
    return asks


def _for_oneself(s: Words, i: int, j: int) -> bool:
    """ "I'll come on Monday and share what I saw", "then you tell me where it jams", "tell me if it suits"."""
    words = s.words
    told = TOLD.at(s, i)
    if told is not None and told.rule.name == "leaves it to them":
        return True
    you = i - 2 if i > 1 and words[i - 1] in ("both", "then", "just", "all", "can") else i - 1
    if you >= 0 and words[you] == "you" and (you == 0 or words[you - 1] not in AUX):
        return True
    return (
        s.mark != "?"
        and i > 2
        and words[i - 1] == "and"
        and not {"me", "us"} & set(words[i:j])
        and bool({"i", "we"} & set(words[:i]))
    )


def _built_in(s: Words, asks: list[Ask], questioned: bool) -> list[Ask]:
    """With a question whose answer is built in, in place of what it is built as."""
    words, n = s.words, len(s.words)
    if not (asks or questioned or "guess" in words or "did" in words):
        return asks
    for hit in LEADING.hits(s):
        whole = hit.j - hit.i == n
        if not (whole or asks or questioned) or (asks and asks[-1].i > hit.i + 1 and not questioned):
            continue
        if asks and asks[-1].i >= hit.j:
            continue
        if within_an_open_one(s, hit.i, asks):
            continue  # "What happens to those who can't wait?", "How do you know it?"
        if not (questioned or asks) and words[hit.i] not in ("guess", "did"):
            continue
        return [*(a for a in asks if a.i < hit.i), Ask(hit.i, "leading", hit.rule.name)]
    return asks


# After a preposition: "On what do they get stuck?"
_ASKED_FOR = word_set("what which whom whose")
_REPORTED = word_set("asked asks wondered wonders")
_STARTERS = WH | AUX | frozenset({"any"})
_NOT_LAST = word_set("know so guess say or no knows matter somehow and")


def _elliptic(s: Words, questioned: bool) -> Ask | None:
    """Questions that leave words out: "And the nights?", "you ever been there", "anything else", "paid with what"."""
    words, n = s.words, len(s.words)
    k = 0
    while k < n - 1 and words[k] in LEAD_IN:
        k += 1
    rest = words[k:]
    if questioned and n <= 12 and (AUX.isdisjoint(words) or words[:2] in (["and", "if"], ["and", "when"])):
        prompt = next((hit for hit in PROMPTS.hits(s) if hit.i in (0, k) or hit.i >= n - 4), None)
        if prompt is not None:
            return Ask(k, "closed" if words[-1] in WHAT_ONE else "open", "prompts")
    if rest[:2] == ["you", "ever"]:
        return Ask(k, "closed", "asks for yes or no")
    if (
        rest[0] in ("any", "anything", "anyone", "anybody")
        and n - k <= 12
        and not any(w in ("is", "will", "would", "can", "helps") for w in rest[1:4])
        and TOLD.at(s, k) is None
    ):
        return Ask(k, any_form(s, k), "asks for more")
    end = n - 1 if words[-1] in ("exactly", "then", "though", "now") and n > 2 else n
    if (
        words[end - 1] in _ALONE
        and end >= 2
        and words[end - 2] not in _NOT_LAST | WH
        and s.mark != "."
        and words[end - 3 : end] != ["here", "is", "what"]
        and (end == n or questioned)
    ):
        form: Form = "open" if questioned and words[end - 1] in ("how", "why") else "closed"
        return Ask(end - 1, form, "asks with a question word")
    if questioned and (n < 3 or words[0] in _SHORTENED or any(w in GRAMMAR_WORDS and w not in WH for w in words)):
        return Ask(0, "closed", "asks by its question mark")
    return None


# "(Have you) got five minutes?"
_SHORTENED = word_set("got fancy need heard remember happy still same free ready worth sure care mind ever")
_ALONE = word_set("what where who how which when why")
_TELLING = word_set(
    "know can could should need must will may might just have want take see get better would 'll go say look start"
)


def _bare(s: Words) -> Ask | None:
    words, n = s.words, len(s.words)
    if words[0] == "or" and n <= 9:
        return Ask(0, "closed", "a statement that asks")
    if (
        n > 2
        and n <= 7
        and words[0] in ("so", "oh", "and", "but", "well")
        and words[1] == "you"
        and words[2] not in _TELLING
    ):
        return Ask(0, "closed", "a statement that asks")
    if 3 <= n <= 4 and words[0] == "oh" and words[-2] in SUBJECT and words[-1] in AUX:
        return Ask(0, "closed", "a statement that asks")
    if words[0] == "you" and 1 < n <= 16 and (words[1] not in _TELLING or words[1:] in (["know"], ["mean"])):
        return Ask(0, "closed", "a statement that asks")
    return None


def _embedded_form(s: Words, j: int, i: int) -> Form:
    """The form of what an indirect question asks for, from word j on."""
    words = s.words
    if words[j : j + 3] == ["yes", "or", "no"]:
        return "closed"
    if j + 1 < len(words) and words[j] in AUX and words[j + 1] in SUBJECTS:
        return "closed"  # "I wonder does anybody read it"
    for k in range(max(i, j - 3), min(len(words), j + 14)):
        w = words[k]
        if w in WH:
            if w == "when" and k > j and k + 1 < len(words) and words[k + 1] in SUBJECTS:
                return "open"
            rest = words[k + 4 : k + 16]  # "which of them you turned down, and what became of them"
            goes_on = any(a == "and" and b in ("what", "how", "why") for a, b in pairwise(rest))
            return "open" if goes_on else wh_form(s, k)
        if w in ("if", "whether") and k >= j - 1:
            rest = words[k + 1 : k + 12]
            return "none" if any(x in WH for x in rest) and w == "if" else "closed"
        if w in ("about", "more", "through", "of", "example", "from", "bit") and k >= j - 2:
            if w == "more" and "like" in words[k : k + 2]:
                continue
            return "open"
    return "none" if _TALK.isdisjoint(words[i : j + 4]) else "open"


_TALK = word_set("tell describe explain elaborate walk expand share talk understand clarify paint take")
