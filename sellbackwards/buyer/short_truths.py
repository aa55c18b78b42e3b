# ruff: noqa: E501
"""What they say where they aren't sure, or know no answer: they ask back, or say something true and short.

Rather no fact than a wrong one.
"""

from __future__ import annotations

import re

from sellbackwards.buyer import patterns
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.fits import fits_any
from sellbackwards.buyer.fitting_truths import fitting_truth
from sellbackwards.buyer.leaning import further
from sellbackwards.buyer.learned import learned_of
from sellbackwards.buyer.matching import index, stems_of, strange_words, unlocked
from sellbackwards.buyer.scenario import Fact
from sellbackwards.buyer.wants import GIVES, gives
from sellbackwards.buyer.wording import as_sentence
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.words import stem

_MAYBE_TWO = 0.3  # from which each of two may be meant
_AS_WELL = 0.7  # share of the likeliest from which the next may be meant as well
_NOT_AGAIN = 3  # turns in which they ask back once
_HALF = 0.25  # from which a told fact is said once more, in short
_FEW = 10  # words of a line that they may ask back about


def asks_back(x: Exchange) -> bool:
    """Two things may be meant, as likely as each other: they ask which, unless the line itself holds a choice."""
    state, heard = x.state, x.heard
    if (
        heard.want == "yes_no"
        or _OR.search(heard.text)
        or offers_a_choice(x)
        or state.turns - state.asked_back_at < _NOT_AGAIN
    ):
        return False  # to ask a plain question back answers nothing
    two = [(value, fact) for value, fact in x.ranked[:2] if fact and _may_be_meant(x, fact) and value >= _MAYBE_TWO]
    if len(two) < 2 or two[1][0] < _AS_WELL * two[0][0] or of_another_world(x):
        return False
    facts = [fact for _, fact in two]
    state.asked_back, state.asked_back_at = tuple(fact.id for fact in facts), state.turns
    x.meets("asks_back", heard.text[-80:])
    said = x.line("asks_which").replace("{it}", facts[0].topic).replace("{other}", facts[1].topic)
    x.say(as_sentence(said))
    return True


def of_another_world(x: Exchange) -> bool:
    """ "How many teapots are there?": is all that it names of no fact, and in no way to ask for one?"""
    learned = learned_of(x.scenario).weights
    named = {one for one in x.heard.content if x.heard.stems.get(one, 0) >= 1}
    strange = {one for one in strange_words(x.scenario, x.heard) if " " + one not in learned}
    return x.ranked[0][0] < 1 and bool(named) and named <= strange


def _may_be_meant(x: Exchange, fact: Fact) -> bool:
    """Could they ask back about it: has it a name, isn't it told, and may it come out?"""
    state = x.state
    theirs = not state.addressed or fact.by in ("", state.addressed)
    fresh = fact.id not in state.told and fact.openness <= state.openness
    answers = fits_any(fact, x.heard)
    return bool(fact.topic) and theirs and fresh and answers and unlocked(fact, state)


_OR = re.compile(r"\bor\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|that|this|they|them|he|she|those|these)\b", re.IGNORECASE)
_SHORT = {
    "nothing": "unclear",
    "more": "nothing_more",
    "yes_no": "no_yes_no",
    "who": "no_who",
    "where": "no_where",
    "when": "no_when",
    "how_many": "no_how_many",
    "how_long": "no_how_long",
    "how_old": "no_how_old",
    "how_much": "no_how_much",
    "why": "no_why",
    "how": "no_how",
    "what": "no_what",
}


_MEANT = re.compile(r"\b(?:what|how) do you mean\b|\bwhat (?:\w+ ){1,4}do you mean\b", re.IGNORECASE)


def asks_what_it_meant(x: Exchange) -> bool:
    """ "What hasn't been your experience?", after a line of theirs that told nothing: it was a way of speaking."""
    heard = x.heard
    if x.state.told_last or heard.words > _FEW or x.ranked[0][0] >= _HALF * 2:
        return False
    theirs = bool(heard.content) and heard.content <= stems_of(x.state.last) and heard.want in ("what", "who", "which")
    return theirs or bool(_MEANT.search(heard.text))


def leans(x: Exchange) -> bool:
    """A short question for what, how or why, that may well be about what they said last."""
    return x.heard.words <= _FEW and x.heard.want in ("what", "how", "why")


def _known_already(x: Exchange) -> Fact | None:
    """A told fact that answers in short: the one that the line leans on, or that it is likeliest about."""
    state, heard = x.state, x.heard
    if heard.want not in GIVES:
        return None
    if strange_words(x.scenario, heard):
        return None
    value, best = next(((value, fact) for value, fact in x.ranked if fact), (0.0, None))
    few = _FEW // 2
    on_thread = heard.words <= few and _IT.search(heard.text) and state.thread in state.told
    for fact in (x.scenario.fact(state.thread) if on_thread else None, best if value >= _HALF else None):
        if fact and state.addressed and fact.by not in ("", state.addressed):
            continue
        if fact and fact.id in state.told and fact.again not in state.used and gives(fact.again, heard.want):
            return fact if x.is_new(fact.again) and not x.echoes(fact.again) else None
    return None


def _more_of_the_thread(x: Exchange) -> str:
    """ "And what did she say?": a sentence that they left out of what they told last."""
    heard, state = x.heard, x.state
    value, best = next(((value, fact) for value, fact in x.ranked if fact), (0.0, None))
    if heard.want not in ("what", "how", "why", "more"):
        return ""
    if best and best.id in state.told and value >= 2 * _HALF:
        return further(x, best)
    if state.thread not in state.told or heard.words > _FEW:
        return ""
    thread = x.scenario.fact(state.thread)
    return "" if state.addressed and thread.by not in ("", state.addressed) else further(x, thread)


def short_truth(x: Exchange) -> None:
    """Something true and short that fits any question of its kind: rather no fact than a wrong one."""
    heard = x.heard
    if known := _known_already(x):
        said = x.pick([known.again], known.id)
        x.say(as_sentence(said))
        return
    if more := _more_of_the_thread(x):
        x.say(x.pick([more], x.state.thread))
        return
    about_nothing = x.ranked[0][1] is None or x.ranked[0][0] < _HALF  # "What's the weather like?"
    if (heard.want == "nothing" or (about_nothing and heard.words <= _FEW)) and chat(x):
        return
    x.meets("no_answer", heard.text[-80:])
    if "unchanged" in heard.asks and heard.invites:
        x.say(x.line("no_unchanged"))
        return
    if heard.want == "nothing" and not heard.content & index(x.scenario).all and x.act("unclear", 0.3):
        x.meets("not_understood", heard.text[:80])
    if one := one_of_two(x):
        x.say(one)
    elif heard.form == "choice" and heard.want == "yes_no":
        x.say(x.line("both"))
    else:
        situation, filled = fitting_truth(x)
        said = _not_so_again(x, situation or _SHORT[heard.want])
        for mark, words in filled.items():
            said = said.replace(mark, words)
        x.say(as_sentence(said))


# Of these none goes with what was said in those others, a few turns before.
_OTHER_WHO = {
    "no_who": ("no_who", "me_mostly", "not_only", "thats_me"),
    "me_mostly": ("no_who", "not_only", "who_again"),
    "not_only": ("me_mostly", "thats_me"),
}
_WHO_AGAIN = 3  # turns in which they don't name one person and then another
_SHRUGS = ("no_when", "no_how_many", "no_how_long", "no_how_old", "no_how_much", "no_measure", "no_name")
_SHRUG_AGAIN = 5  # turns in which they say once that they have no number, date or name
_NEAR = 0.1  # likelihood from which a told fact is next to what was asked


def _not_so_again(x: Exchange, situation: str) -> str:
    """A line of the situation; another where it would contradict the "who" before, or be a shrug on top of a shrug."""
    if x.lately(*_OTHER_WHO.get(situation, ()), turns=_WHO_AGAIN):
        return x.line("who_again")
    if situation not in _SHRUGS or not x.lately(*_SHRUGS, "what_i_know", turns=_SHRUG_AGAIN):
        return x.line(situation)
    known = (*x.state.told, *x.state.touched)
    near = (one for value, one in x.ranked[:4] if one and value >= _NEAR and one.id in known)
    fact = next((one for one in near if x.is_new(one.again) and not x.echoes(one.again)), None)
    if fact and not x.lately("what_i_know", turns=_SHRUG_AGAIN):
        return f"{x.line('what_i_know')} {x.pick([fact.again], fact.id)}"
    return x.line(situation if x.lately("why_ask", turns=_SHRUG_AGAIN) else "why_ask")


_NUMBERS = re.compile(r"\b(?:\d+|one|two|three|four|five|six|ten|twenty|fifty|hundreds?|thousands?)\b", re.IGNORECASE)
# "does your phone ring or someone else's?" offers no two things, and "you or Greg?" asks for people.
_A_CLAUSE = re.compile(r"^(?:do|does|did|is|are|was|were|can|will|would|have|has)\b", re.IGNORECASE)
# "Just you?", "you or Greg?", "does your phone ring or someone else's?"
_ME = re.compile(
    r"\b(?:(?:just|only) (?:you|your \w+)|by yourself|(?:do|does|did|answer|make|handle) .{0,30}?yourself,? or|all (?:on your own|alone)|(?<!to )(?<!for )(?<!with )you,? or"
    r"|or (?:only |just |is it |is that )?(?:you|yourself|yours|someone|somebody|anyone|anybody|others?|another|is there (?:someone|somebody|anyone|anybody))(?: else'?s?|s)?)\b",
    re.IGNORECASE,
)
_YOU = re.compile(
    r"\b(?:you|your|yours|yourself|alone)\b|\bor (?:is it )?(?:someone|somebody|anyone|anybody|others?|another) else\b",
    re.IGNORECASE,
)
# "Just Greg, or more people?"
_ONLY_ONE = re.compile(
    r"\b(?:just|only) [\w' ]{2,20},? or\b|\bor (?:more|several|other|some more) (?:people|of \w+)\b", re.IGNORECASE
)
_SOMEBODY = re.compile(
    r"\bor (?:is it |is that )?(?:whoever|(?:some|any)(?:body|one)(?! else)|one of)\b", re.IGNORECASE
)
# "Like papers, keys, that sort of thing?": examples to the question before it.
_LIKE = re.compile(r"^\W*(?:like|such as|for example|for instance|e\.g\.) [^?]*,[^?]*\?\W*$", re.IGNORECASE)
# "One particular person, or whoever's brave enough?"
_ANYBODY = re.compile(
    r"\b(?:one|a) (?:\w+ )?(?:person|man|woman|one)\b.*\bor (?:is it |is that )?(?:whoever|anybody|anyone|everybody|everyone|all of)\b",
    re.IGNORECASE,
)
# "That they can't get in, or don't know where to go, or something else?"
_OR_ELSE = re.compile(r"(?:, | or )[^,]*?,? or (?:something|anything) else\W*$", re.IGNORECASE)
_TO_ME = {"your": "my", "you": "me", "yours": "mine", "yourself": "myself", "my": "your", "me": "you", "our": "your"}


def one_of_two(x: Exchange) -> str:
    """ "The planning or the ringing?": the one that they have spoken of, or both; "just you?": me, mostly; else nothing."""
    last = patterns.WOULD_YOU_SAY.sub("?", x.heard.last_sentence)
    general = x.lately("no_who", "who_again", turns=_WHO_AGAIN)
    if general and x.heard.want in ("who", "yes_no") and _SOMEBODY.search(last):
        return x.line("who_again")  # "Whoever comes by? Or somebody with a name?"
    if offers_a_choice(x):
        if general and " or " in last:
            return x.line("both")
        only_one = _ONLY_ONE.search(last) and not re.search(r"\b(?:just|only) you\b", last, re.IGNORECASE)
        return _not_so_again(x, "not_only" if only_one else "me_mostly")
    if _LIKE.match(last):
        return x.line("of_all")
    if _ANYBODY.search(last):
        return x.line("who_knows")
    if _OR_ELSE.search(last) and x.heard.want in ("what", "yes_no"):
        return x.line("of_all")
    if things := _things(x):
        return _of_several(x, things)
    if x.heard.want == "yes_no" and x.heard.questions > 1 and last.lower().startswith("or "):
        return x.line("both")
    hit = patterns.EITHER.search(patterns.WOULD_YOU_SAY.sub("?", x.heard.text))
    if (
        hit is None
        or _NUMBERS.search(hit[0])
        or x.heard.want in ("how_many", "how_much", "how_long", "how_old", "when")
    ):
        return ""
    if any(_A_CLAUSE.search(hit[name]) for name in ("a", "b")):
        return x.line("both")
    words = index(x.scenario)
    told = stems_of(" ".join(x.state.said)).union(*(words.about[ident].keys() for ident in x.state.told))
    known = [bool(stems_of(hit[name]) & told) for name in ("a", "b")]
    if known[0] == known[1]:
        return x.line("both")
    chosen = " ".join(_TO_ME.get(word.lower(), word) for word in hit["a" if known[0] else "b"].split())
    return x.line("one_of_two").replace("{it}", as_sentence(chosen))


def offers_a_choice(x: Exchange) -> bool:
    """ "Just you?", "you or Greg?": does the line itself name who it may be?"""
    last = x.heard.last_sentence
    if x.heard.want not in ("who", "yes_no") or not last.endswith("?"):
        return False
    me = _ME.search(last) if _YOU.search(last) else None  # "or somebody with a name?" isn't about them
    return bool(me or _ONLY_ONE.search(last))


def _things(x: Exchange) -> list[str]:
    """ "What is it mostly, keys, water, heating?": the three or more things that the line names."""
    if x.heard.want not in ("what", "yes_no", "who"):
        return []
    parts = re.split(r",(?: or)? | or |[:?.] ", x.heard.text.rstrip(" ?!.:)"))
    things: list[str] = []
    for part in reversed(parts):
        words = part.lower().split()
        if not 0 < len(words) <= 3 or any(word in EMPTY and word not in _OF_A_THING for word in words):
            break
        things.insert(0, part)
    return things if len(things) > 2 else []


_OF_A_THING = frozenset({"the", "a", "an", "your", "some", "old", "new", "something", "else"})


def _of_several(x: Exchange, things: list[str]) -> str:
    """ "Keys, water, heating?": the one that they have spoken of, where it is one alone; else a bit of everything."""
    told = stems_of(" ".join(x.state.said))
    known = [one for one in things if one and stems_of(one) & told]
    return x.line("one_of_two").replace("{it}", as_sentence(known[0])) if len(known) == 1 else x.line("of_all")


def chat(x: Exchange) -> bool:
    """Small talk that the scenario has an answer to."""
    for one in x.scenario.chat:
        words = {stem(word) for entry in one.about for word in entry.split()}
        if words & x.heard.content:
            left = [line for line in one.says if line not in x.state.used]
            if left:
                x.meets("manners", "")
                x.say(x.pick(one.says, one.about[0]))
                return True
    return False
