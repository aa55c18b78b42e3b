"""What they say where they aren't sure, or know no answer: something true and short.

Rather no fact than a wrong one.
"""

from __future__ import annotations

import re

from sellbackwards.buyer.choices import one_of_two
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.fitting_truths import fitting_truth
from sellbackwards.buyer.holding_back import line_for
from sellbackwards.buyer.leaning import further
from sellbackwards.buyer.learned import learned_of
from sellbackwards.buyer.matching import index, stems_of, strange_words
from sellbackwards.buyer.scenario import Fact
from sellbackwards.buyer.wants import GIVES, gives
from sellbackwards.buyer.wording import as_sentence
from sellbackwards.speech.words import stem

_HALF = 0.25  # from which a told fact is said once more, in short
_FEW = 10  # words of a line that may be about what they said last


def of_another_world(x: Exchange, share: float = 1.0) -> bool:
    """ "How many teapots are there?": is all that it names (or this share) of no fact, and in no way to ask for one?"""
    learned = learned_of(x.scenario).weights
    named = {one for one in x.heard.content if x.heard.stems.get(one, 0) >= 1}
    strange = {one for one in strange_words(x.scenario, x.heard) if " " + one not in learned}
    return x.ranked[0][0] < 1 and bool(named) and len(named & strange) >= share * len(named)


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
        if fact and not state.may_answer(fact.by):
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
    return further(x, thread) if state.may_answer(thread.by) else ""


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
        said = line_for(x, situation or _SHORT[heard.want])
        for mark, words in filled.items():
            said = said.replace(mark, words)
        x.say(as_sentence(said))


def chat(x: Exchange) -> bool:
    """Small talk that the scenario has an answer to; a question that names something of their work is none."""
    for one in x.scenario.chat:
        words = {stem(word) for entry in one.about for word in entry.split()}
        if words & x.heard.content and not (x.heard.wants_answer and (x.heard.content - words) & index(x.scenario).all):
            left = [line for line in one.says if line not in x.state.used]
            if left:
                x.meets("manners", "")
                x.say(x.pick(one.says, one.about[0]))
                return True
    return False
