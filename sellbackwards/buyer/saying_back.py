"""Saying back: whether the seller said back what they told, rightly or not, and what they say to it."""

from __future__ import annotations

import re

from sellbackwards.buyer import matching, patterns, step_words
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.matching import index
from sellbackwards.buyer.telling import CURT
from sellbackwards.buyer.wording import as_sentence
from sellbackwards.speech.relevance import EMPTY, everyday
from sellbackwards.speech.thesaurus import related
from sellbackwards.speech.words import stem


def said_back(x: Exchange) -> bool | None:
    """Does the turn say back what they said? Rightly (True), wrongly (False), or not at all (None)."""
    heard, state = x.heard, x.state
    asked = heard.form in ("closed", "leading") and heard.text.lower().startswith("so ")
    flagged = "reflection" in heard.does or asked
    if heard.words <= 30 and made_up_name(x):
        return False
    offers = {"pitch", "next_step"} & heard.does.keys() and not heard.found(step_words.SAYS_BACK)
    if not state.told or heard.against or offers:
        return None
    mine = [one for one in heard.content if heard.stems.get(one, 0) >= 0.3]
    words = index(x.scenario)
    told = matching.stems_of(state.last).union(*(words.said[ident] for ident in state.told))
    told = told.union(*(words.about[ident].keys() for ident in state.told))
    kin = [one for one in mine if one in told or related(one) & told]
    if heard.form == "none" and heard.words <= 6 and 0 < len(mine) == len(set(mine) & matching.stems_of(state.last)):
        return True  # "Two pots.": a few of their words, and room to go on
    if heard.form == "none" and heard.words <= 14 and _SO_YOU.match(heard.text) and 0 < len(mine) == len(kin):
        return True  # "So you must do it yourself": it sounds like advice, and is theirs
    if flagged and kin and len(kin) >= len(matching.strange_words(x.scenario, heard)):
        return True
    if flagged:
        return False if mine and patterns.SAYING_BACK.match(heard.text) else None
    echo = heard.words >= 3 and mine and set(mine) <= matching.stems_of(state.last)  # "None of it written down."
    if only_checks(x) and patterns.CHECKS.search(heard.text) and len(mine) >= 3 and 2 * len(kin) >= len(mine):
        return True  # "… Have I got that right?"
    statement = heard.form == "none" and (len(mine) >= 3 or echo) and "inform" not in heard.does
    return True if statement and len(kin) >= 0.6 * len(mine) else None


_SO_YOU = re.compile(r"^(?:and |but )?so (?:you|he|she|they|it|that)\b", re.IGNORECASE)


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")


def made_up_name(x: Exchange) -> str:
    """A name in a saying-back or a guess that is nobody's here, or nothing."""
    if not (x.act("say_back", 0.3) or x.act("guess", 0.3) or _SO_YOU.match(x.heard.text)):
        return ""
    known = index(x.scenario).all | matching.stems_of(f"{x.scenario.name} {x.scenario.role} {x.scenario.title}")
    for hit in _NAME.finditer(x.heard.text):
        word = hit[0].lower()
        if stem(word) not in known and word not in EMPTY and not everyday(stem(word)):
            return hit[0]
    return ""


def credit_said_back(x: Exchange) -> None:
    """Being understood opens; it adds to the need where it was something that matters, once for each fact."""
    state = x.state
    fact = matching.thread_of(x.scenario, state, x.heard)
    words = x.heard.does.get("reflection", "")
    words = words if len(words.split()) > 2 else x.heard.reading.sentences[0].text[:90]
    if fact in state.said_back or not fact:
        return
    state.said_back.add(fact)
    x.useful = True
    x.meets("says_back", words)


def after_said_back(x: Exchange, situation: str = "understood") -> None:
    """They were understood, and go on by themselves; else they say what fits the situation."""
    state = x.state
    thread = matching.thread_of(x.scenario, state, x.heard)
    ready = [fact for fact in matching.follows(x.scenario, state, thread) if thread in fact.after]
    if ready and state.tension < CURT:
        if x.heard.want in ("nothing", "yes_no"):
            x.say(x.line("yes"))
        x.tell(ready[0])
    else:
        x.say(x.line(situation))


def put_right(x: Exchange) -> None:
    """What was said back wrongly is said as it is; to what they never spoke of they say neither yes nor no."""
    state = x.state
    if name := made_up_name(x):
        x.meets("not_quite", name)
        x.say(x.line("no_such").replace("{it}", name))
        return
    ident = matching.thread_of(x.scenario, state, x.heard)
    if not ident or not x.heard.content & index(x.scenario).said[ident]:
        x.meets("goes_by", x.heard.text[:80])
        x.say(x.line("in_a_way"))
        return
    x.meets("not_quite", x.heard.text[:80])
    again = x.scenario.fact(ident).again
    x.say(x.line("not_quite"))
    if again and x.is_new(again):
        x.say(as_sentence(x.pick([again], ident)))


# "So have you looked elsewhere?": a question of its own, and no saying-back.
_ASKS = re.compile(
    r"^\W*(?:(?:so|and|but|ok|okay|well|then)\W+)*(?:have|has|had|did|do|does|are|is|was|were|can|could|would|will)"
    r" (?:you|he|she|they|there|someone|somebody|anyone|anybody|any)\b",
    re.IGNORECASE,
)


def only_checks(x: Exchange) -> bool:
    """ "Did I get that right?": a saying-back with a closed question at its end."""
    asked = [one.text for one in x.heard.reading.sentences if one.form != "none"]
    if x.heard.form not in ("closed", "leading", "choice") or x.heard.want not in ("yes_no", "nothing") or not asked:
        return False
    if _ASKS.match(asked[-1]) and not patterns.CHECKS.search(asked[-1]):
        return False
    alone = len(asked) == len(x.heard.reading.sentences)
    if x.heard.form == "choice" and not alone and not patterns.CHECKS.search(asked[-1]):
        return False  # "I love that. Is it the classes that are hard, or …?"
    return alone or bool(patterns.CHECKS.search(asked[-1]) or patterns.SAYING_BACK.match(asked[-1]))
