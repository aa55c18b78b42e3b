"""Ordinary talk: questions and saying back, manners, nods, small talk, remarks."""

from __future__ import annotations

import re

from sellbackwards.buyer import matching, patterns
from sellbackwards.buyer.answering import answer_question, guessed, others_join
from sellbackwards.buyer.answering_in_general import invited_to_tell
from sellbackwards.buyer.exchange import ACT, PLAINLY, Exchange
from sellbackwards.buyer.matching import index
from sellbackwards.buyer.saying_back import after_said_back, credit_said_back, only_checks, put_right, said_back
from sellbackwards.buyer.scenario import Fact
from sellbackwards.buyer.short_truths import chat
from sellbackwards.buyer.step_days import note_the_day
from sellbackwards.buyer.telling import CERTAIN, CURT, answer_nod
from sellbackwards.buyer.wants import want_of
from sellbackwards.buyer.wording import as_sentence


def replies(x: Exchange) -> bool:
    """Does the line answer, in few words, what they asked last ("What does yours cost?")? It pitches nothing then."""
    heard = x.heard
    return (
        x.state.asks
        and heard.words <= _ANSWER
        and not heard.against
        and ("inform" in heard.does or x.act("answer", 0.3))
    )


_ANSWER = 45
"""Words of an answer; a longer one is a speech."""


def talks(x: Exchange) -> None:
    """Questions, saying back, nods, small talk."""
    heard, state = x.heard, x.state
    back = said_back(x)
    if back:
        credit_said_back(x)
    if replies(x):
        x.meets("replies", heard.text[:80])
    sure = _surely_asks(x)
    asks = heard.wants_answer or sure or bool(state.addressed and not heard.content and "?" in heard.text)
    if state.turns > 1 and heard.found(patterns.NOT_FOLLOWING) and _says_it_plainly(x):
        return
    if asks and not sure and _manners(x):
        pass
    elif back and not sure and (not asks or heard.echo or only_checks(x)):
        after_said_back(x)
    elif back is False and not sure and only_checks(x) and not guessed(x):
        put_right(x)
    elif state.told and not sure and only_checks(x) and (heard.found(patterns.FEELS_WITH) or x.act("warm", ACT)):
        x.meets("feels_with", heard.found(patterns.FEELS_WITH) or heard.text[:80])
        after_said_back(x, "warmed")
    elif heard.echo and not heard.nod and state.told:
        x.meets("nod", heard.text[:40])
        after_said_back(x, "go_on")
    elif asks or x.act("ask", ACT) or invited_to_tell(x):
        state.nods = 0
        answer_question(x)
        others_join(x)
        note_the_day(x)
        return
    elif heard.nod:
        answer_nod(x)
        return
    elif not back and (fact := _prompted(x)):
        x.meets("nod", heard.text[-60:])
        x.tell(fact)
    elif heard.found(patterns.BYE) or (
        x.act("goodbye", ACT) and state.turns > 3 and not heard.found(patterns.GREETING)
    ):
        x.leave("goodbye", "bye")
    elif not _social(x, back):
        _remark(x)
    state.nods = 0


def _surely_asks(x: Exchange) -> bool:
    """Is a fact that they haven't told asked for with certainty, whatever else the line is like?

    "And how is it going, are the eleven tables full?", "Please sketch the trust for me.": no greeting, no remark.
    """
    value, best = x.ranked[0]
    if not (x.heard.content - matching.stems_of(x.scenario.name)) & matching.index(x.scenario).all:
        return False  # "hi rosa how are you": it names nothing that they know of
    ready = best is not None and value >= CERTAIN and best.id not in x.state.told and not x.heard.unwelcome
    asks = x.heard.wants_answer or ("inform" not in x.heard.does and bool(x.heard.found(_TO_YOU)))
    return ready and asks and not x.heard.nod and not x.heard.echo


_TO_YOU = re.compile(r"\b(?:you|yours?|please)\b", re.IGNORECASE)


def _says_it_plainly(x: Exchange) -> bool:
    """ "I'm not following you.": what they said last, said better; False where the line asks something else, too."""
    heard, state = x.heard, x.state
    rest = [one for one in heard.reading.sentences if not patterns.NOT_FOLLOWING.search(one.text)]
    if any(one.form != "none" for one in rest):
        x.say(x.line("sorry_unclear"))
        return False
    state.nods = 0
    x.meets("closed", heard.text[:80])
    fact = x.scenario.fact(state.thread) if state.told_last and state.thread else None
    if fact is None:
        x.say(x.line("plainly"))
    elif fact.id not in state.told and fact.openness <= state.openness and matching.unlocked(fact, state):
        x.say(x.line("sorry_unclear"))
        x.tell(fact)
    elif x.is_new(fact.again):
        x.say(x.line("sorry_unclear"), as_sentence(x.pick([fact.again], fact.id)))
    else:
        x.say(x.line("sorry_unclear"), x.line("all_told"))
    return True


def _manners(x: Exchange) -> bool:
    """Questions of manners: how are you, is it a good time, is that you, may I ask?"""
    heard = x.heard
    leave = heard.found(patterns.MAY_I) and not _asks_beside(x)
    greets = x.state.turns == 1 and heard.found(patterns.GREETING) and heard.want == "yes_no"
    if heard.found(patterns.GOOD_TIME) and heard.want in ("yes_no", "nothing"):
        situation = "good_time"
    elif (heard.found(patterns.HOW_ARE_YOU) or (greets and x.ranked[0][0] < ACT)) and heard.questions == 1:
        situation = "hello"
    elif heard.questions == 1 and _asks_for_them(x):
        situation = "speaking"
    elif leave or (x.act("ask_leave", ACT) and not heard.invites and not _asks_beside(x)):
        situation = "may_i"
    else:
        return False
    x.meets("manners", heard.found(patterns.GREETING))
    x.say(x.line(situation))
    return True


def _asks_beside(x: Exchange) -> bool:
    """ "Can I ask you first, why do you look for a new one?": the question stands beside the asking for leave."""
    heard = x.heard
    if heard.found(patterns.AND_ASKS) or heard.questions > 1:
        return True
    value, best = x.ranked[0]
    rest = patterns.MAY_I.sub("", heard.text)
    return want_of(rest, False) not in ("nothing", "yes_no") or (best is not None and value >= PLAINLY)


def _social(x: Exchange, back: bool | None) -> bool:
    """What is said for company: feels with them, laughs, thanks, greets, sums up, speaks of something else."""
    heard, state = x.heard, x.state
    feels = heard.found(patterns.FEELS_WITH) or (heard.does.get("reflection", "") if back is None else "")
    if state.told and heard.found(patterns.LAUGHS) and heard.words <= 8:
        x.meets("feels_with", heard.found(patterns.LAUGHS))
        after_said_back(x, "laughs")
    elif state.told and (feels or x.act("warm", ACT)):
        x.meets("feels_with", feels or heard.text[:80])
        if fact := guessed(x):  # "Sounds like you don't sleep much."
            x.tell(fact)
        else:
            after_said_back(x, "warmed")
    elif fact := guessed(x):
        x.meets("feels_with", heard.text[:80])
        x.tell(fact)
    elif back is False:
        put_right(x)
    elif x.act("wrap_up", ACT):
        x.meets("manners", "")
        x.say(x.line("wraps_up"))
    elif (hello := heard.found(patterns.GREETING)) or heard.found(patterns.THANKS) or x.act("thanks", ACT):
        if not chat(x):  # "Hello. Nice teddy bears."
            x.meets("manners", hello)
            x.say(x.line("hello" if hello else "thanks"))
    elif chat(x):
        pass
    elif state.last.rstrip().endswith("?") and x.act("answer", ACT):
        x.meets("goes_by", heard.text[:80])
        x.say(x.line("answered"))
    elif x.act("off_topic", ACT):
        x.meets("goes_by", heard.text[:80])
        x.say(x.line("off_topic"))
    else:
        return False
    return True


def _prompted(x: Exchange) -> Fact | None:
    """ "You stayed behind, at the breakfast.": no question, and yet they tell what it was."""
    heard, state = x.heard, x.state
    last = heard.last_sentence
    if not patterns.YOU_DID.match(last) or {"pitch", "inform"} & heard.does.keys():
        return None
    ready = matching.follows(x.scenario, state, state.thread)
    value, best = x.ranked[0]
    return best if best and value >= 0.5 and best in ready and state.tension < CURT else None


def _asks_for_them(x: Exchange) -> bool:
    """ "Is that Mr Benn?", or "Am I speaking to Rosa?" """
    words = x.heard.found(patterns.IS_THAT_YOU).lower().split()
    return bool(words) and (words[-1].startswith(("mr", "ms", "miss")) or x.scenario.name in x.heard.text)


def _remark(x: Exchange) -> None:
    """Something is told, or nothing much."""
    heard = x.heard
    if replies(x):
        x.meets("replies", heard.text[:80])
        x.say(x.line("answered"))
    elif "inform" in heard.does or heard.words >= 8:
        x.meets("tells_unasked", heard.does.get("inform", heard.text[:80]))
        x.say(x.line("told"))
    else:
        x.meets("goes_by", heard.text[:80])
        x.say(x.line("go_on" if heard.content & index(x.scenario).all else "told"))
