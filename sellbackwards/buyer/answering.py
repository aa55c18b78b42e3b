"""What they say to a question, a saying-back or a nod: which fact comes out, in full, in short, or not at all."""

from __future__ import annotations

import re

from sellbackwards.buyer import matching, patterns
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.matching import index
from sellbackwards.buyer.scenario import Fact, Objection
from sellbackwards.buyer.synonyms import synonyms_of
from sellbackwards.speech.patterns import word_list
from sellbackwards.speech.words import stem

_CLOSED_ENOUGH = 0.6  # score from which a closed question is about a fact
_OBJECTION_ENOUGH = 0.9  # score from which a question is about an objection, and not about a fact
CURT = 0.5  # tension from which answers are short
EASY = 0.68  # openness from which even a closed question gets the whole answer


def answer_question(x: Exchange) -> None:
    """A question, open or not."""
    state, heard = x.state, x.heard
    is_open = heard.form == "open" or _for_the_story(x)
    thread = matching.thread_of(x.scenario, state, heard)
    if heard.questions > 1:
        x.meets("many_questions", heard.text[-80:])
        if heard.questions > 2 or len(state.told) % 2:
            x.say(x.line("two_questions"))
    if heard.form == "leading":
        x.meets("leading", heard.text[-80:])
    elif not is_open:
        state.closed_run += 1
        x.meets("closed", heard.text[-80:])
        if state.closed_run >= 4:
            x.meets("form_filling", heard.text[-80:])
            if state.closed_run % 3 == 1:
                x.say(x.line("form_filling"))
    else:
        state.closed_run = 0
        _credit_open(x)
    named = matching.by_name(x.scenario, state, heard, thread)
    if not is_open:  # asked for one thing: it must be that thing
        named = [one for one in named if one[0] >= _CLOSED_ENOUGH]
    general = next((kind for kind in ("budget", "decides", "tried") if kind in heard.asks), "")
    if general and not (named and (general in named[0][1].answers or named[0][0] >= 0.8)):
        x.say(x.line(general))
        return
    objection = _objection_asked(x, named[0][0] if named else 0.0)
    if objection:
        x.useful = True
        x.raise_objection(objection)
    elif named:
        _tell_named(x, [fact for _, fact in named], is_open, thread)
    elif not is_open and _on_what_was_touched(x):
        _tell_or_touch(x, x.scenario.fact(state.thread), is_open)
    elif _unknown(x):
        _not_known(x)
    elif not is_open:
        x.say(x.line("unclear" if heard.asks_what else "yes_and_no"))
    elif "feel" in heard.asks and not state.told:
        x.say(x.line("guarded"))
    else:
        tell_next(x, thread)


def _for_the_story(x: Exchange) -> bool:
    """ "Who looks after it?", "Where does it go?": asked about what they have just told."""
    heard, state = x.heard, x.state
    if heard.form != "closed" or not state.told or not heard.found(patterns.WHO_WHERE):
        return False
    return not heard.content or bool(heard.content & matching.stems_of(state.last)) or "it" in heard.plain.split()


def _on_what_was_touched(x: Exchange) -> bool:
    """ "How much, about?": on the fact of which they gave the short answer, and naming nothing else."""
    state, words = x.state, index(x.scenario)
    if state.thread not in state.touched or state.thread in state.told:
        return False
    return x.heard.content <= words.said[state.thread] | words.about[state.thread].keys()


def _credit_open(x: Exchange) -> None:
    """What an open question is worth: more where it takes up what was said, or asks what it means for them."""
    heard, state = x.heard, x.state
    taken = heard.content & matching.stems_of(state.last) - matching.stems_of(x.scenario.name)
    if taken or heard.form == "closed" or heard.asks.keys() & {"more", "feel", "cost", "unchanged"}:
        words = dict.fromkeys(w for w in re.findall(r"[\w'-]+", heard.text) if stem(w.lower()) in taken)
        x.meets("follow_up", ", ".join(f"“{w}”" for w in words) or next(iter(heard.asks.values()), heard.text[:80]))
    else:
        x.meets("open", heard.reading.sentences[-1].text[:80] if heard.reading.sentences else heard.text[:80])
    for kind in ("unchanged", "cost"):
        # Asked before anything is told, it is a phrase; asked twice, too.
        if kind in heard.asks and len(state.told) >= 2 and kind not in state.credited:
            state.credited.add(kind)
            x.meets(kind, heard.asks[kind])
            return


def _objection_asked(x: Exchange, best_fact: float) -> Objection | None:
    """An objection that the question asks for, by its words or by kind ("What holds you back?")."""
    state, heard = x.state, x.heard
    left = [objection for objection in x.scenario.objections if objection.id not in state.raised]
    named = max(left, key=lambda objection: matching.score(x.scenario, objection.id, heard), default=None)
    value = matching.score(x.scenario, named.id, heard) if named else 0.0
    if "worry" in heard.asks and len(state.told) >= 2:
        if value < matching.ENOUGH:
            named = next((objection for objection in left if objection.main), named)
        return named
    return named if value >= _OBJECTION_ENOUGH and value > best_fact + 0.1 else None


def _unknown(x: Exchange) -> bool:
    """Does it name a matter, and none that they have anything to tell about?"""
    strange = [one for one in x.heard.content if x.heard.stems[one] >= 1 and one not in _FILLING]
    return bool(strange) and not x.heard.asks


# Stems of words that name no matter: "what is the situation like?"
_FILLING = frozenset(
    stem(word)
    for word in word_list(
        "situation business company firm matter issue problem thing topic detail example story stuff past present "
        "important main biggest typical normal usual challenge challenges moment thought thoughts idea ideas mind "
        "opinion view impression everything process processes goal goals hear curious tell bit start begin first"
    )
)


# Questions that ask for more of the same.
_FURTHER = frozenset({"more", "cost", "feel", "unchanged", "trouble"})


def _tell_named(x: Exchange, facts: list[Fact], is_open: bool, thread: str) -> None:
    """They were asked for something they know."""
    state = x.state
    untold = [fact for fact in facts if fact.id not in state.told]
    best = facts[0]
    if best.id not in state.told:
        # What must wait for another leads to that one; a closed question gets a short answer that gives nothing away.
        _tell_or_touch(x, matching.ways_to(x.scenario, best, state) if is_open else best, is_open)
        return
    # Asked further about what they told: what follows from it, or another fact that was named as well.
    more = [fact for fact in matching.follows(x.scenario, state, best.id) if best.id in fact.after]
    named = [fact for fact in more if fact in untold] or untold[:1]
    if named and is_open:
        _tell_or_touch(x, matching.ways_to(x.scenario, named[0], state), is_open)
    elif more and is_open and _FURTHER & x.heard.asks.keys():
        _tell_or_touch(x, more[0], is_open)
    elif is_open and {"more", "today"} & x.heard.asks.keys():
        tell_next(x, thread)
    else:
        x.repeat(best)


def _tell_or_touch(x: Exchange, fact: Fact, is_open: bool) -> None:
    state = x.state
    if (is_open and fact.openness > state.openness) or (state.tension >= CURT and fact.openness > 0.3):
        x.meets("not_open", x.heard.text[-80:])
        x.say(x.line("guarded"))
    elif state.tension >= CURT or not (is_open or (state.openness >= EASY and matching.unlocked(fact, state))):
        if fact.id in state.told:
            x.repeat(fact)
        else:
            x.touch(fact)
    else:
        x.tell(fact)


def _not_known(x: Exchange) -> None:
    """Nothing they know anything about; a chat, maybe."""
    if x.state.told and (feels := x.heard.found(patterns.FEELS_WITH)):  # "He slept there? I'm sorry."
        x.meets("feels_with", feels)
        after_said_back(x)
    elif not chat(x):
        x.meets("not_understood", x.heard.text[:80])
        x.say(x.line("unclear"))


def tell_next(x: Exchange, thread: str) -> None:
    """An open question that names nothing: the story goes on, or something new comes to their mind."""
    state = x.state
    if state.tension >= CURT:
        x.say(x.line("nothing_more"))
        return
    ready = matching.follows(x.scenario, state, thread)
    if not ready:
        hidden = [fact for fact in x.scenario.facts if fact.id not in state.told and matching.unlocked(fact, state)]
        x.say(x.line("guarded" if hidden else "nothing_more"))
        if hidden:
            x.meets("not_open", x.heard.text[-80:])
        return
    fact = ready[0]
    # Not each time: nobody announces every change of subject.
    if len(state.told) % 2 and thread not in (fact.id, *fact.after) and "more" in x.heard.asks:
        x.say(x.line("moves_on"))
    x.tell(fact)


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


def said_back(x: Exchange) -> bool | None:
    """Does the turn say back what they said? Rightly (True), wrongly (False), or not at all (None)."""
    heard, state = x.heard, x.state
    asked = heard.form in ("closed", "leading") and heard.text.lower().startswith("so ")
    flagged = "reflection" in heard.does or asked
    if not state.told or {"pitch", "contradiction", "pressure", "seller_need", "next_step"} & heard.does.keys():
        return None
    mine = [one for one in heard.content if heard.stems.get(one, 0) >= 0.3]
    words = index(x.scenario)
    told = matching.stems_of(state.last).union(*(words.said[ident] for ident in state.told))
    told = told.union(*(words.about[ident].keys() for ident in state.told))
    kin = [one for one in mine if one in told or synonyms_of(one) & told]
    if heard.form == "none" and heard.words <= 6 and 0 < len(mine) == len(set(mine) & matching.stems_of(state.last)):
        return True  # "Two pots.": a few of their words, and room to go on
    if heard.form == "none" and heard.words <= 14 and _SO_YOU.match(heard.text) and 0 < len(mine) == len(kin):
        return True  # "So you must do it yourself": it sounds like advice, and is theirs
    if flagged and kin and len(kin) >= len(matching.strange_words(x.scenario, heard)):
        return True
    if flagged:
        return False if mine and patterns.SAYING_BACK.match(heard.text) else None
    echo = heard.words >= 3 and mine and set(mine) <= matching.stems_of(state.last)  # "None of it written down."
    statement = heard.form == "none" and (len(mine) >= 3 or echo) and "inform" not in heard.does
    return True if statement and len(kin) >= 0.6 * len(mine) else None


_SO_YOU = re.compile(r"^(?:and |but )?so (?:you|he|she|they|it|that)\b", re.IGNORECASE)


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


def after_said_back(x: Exchange) -> None:
    """They were understood, and go on by themselves."""
    state = x.state
    thread = matching.thread_of(x.scenario, state, x.heard)
    ready = [fact for fact in matching.follows(x.scenario, state, thread) if thread in fact.after]
    if ready and state.tension < CURT:
        x.say(x.line("yes"))
        x.tell(ready[0])
    else:
        x.say(x.line("understood"))


def answer_nod(x: Exchange) -> None:
    """Silence that listens: they go on once or twice, if there is more on the thread."""
    state = x.state
    state.nods += 1
    if state.nods >= 3:
        x.meets("only_nods", x.heard.text[:40])
        x.say(x.line("go_on"))
        return
    ready = [fact for fact in matching.follows(x.scenario, state, state.thread) if state.thread in fact.after]
    if ready and state.tension < CURT:
        x.meets("nod", x.heard.text[:40])
        x.tell(ready[0])
    else:
        x.meets("goes_by", x.heard.text[:40])
        x.say(x.line("go_on"))
