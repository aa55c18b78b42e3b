"""How a fact comes out: in full, in short, once more, or not yet; and how they go on by themselves."""

from __future__ import annotations

import re

from sellbackwards.buyer import matching
from sellbackwards.buyer.choices import one_of_two
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.fits import counts_it, fits, fits_any, plainly_fits
from sellbackwards.buyer.leaning import further
from sellbackwards.buyer.question_forms import WHAT_IF, WHO_IS
from sellbackwards.buyer.scenario import Fact
from sellbackwards.buyer.short_truths import short_truth
from sellbackwards.buyer.wants import GIVES, gives
from sellbackwards.buyer.wording import as_sentence

SURE = 0.62  # likelihood (topics.py) from which they take a fact to be what was asked for
CERTAIN = 0.8  # from which even an answer that seems to be of another kind is one
NEXT = 0.15  # from which a second fact may be meant, where the first was told already
CURT = 0.5  # tension from which answers are short
EASY = 0.68  # openness from which even a closed question gets the whole answer
# Questions that ask for more of the same.
_FURTHER = frozenset({"more", "cost", "feel", "unchanged", "trouble"})


def tell_named(x: Exchange, is_open: bool) -> None:
    """They were asked for something they know."""
    state, heard = x.state, x.heard
    value, best = x.ranked[0]
    assert best is not None
    if best.id not in state.told:
        if value < CERTAIN and not heard.found(WHO_IS) and not matching.gives_any(best, heard.want):
            short_truth(x)
            return
        if (
            heard.form == "choice"
            and heard.want == "yes_no"
            and not _speaks_of_either(x, best)
            and (one := one_of_two(x))
        ):
            x.meets("no_answer", heard.text[-80:])
            x.say(one)
            return
        # What must wait for another leads to that one where the line speaks of it; else the short answer comes.
        leads_to = matching.ways_to(x.scenario, best, state)
        shared = len(heard.content & _words_of(x, leads_to))
        leads_on = shared > 1 or (shared == 1 and (heard.want not in GIVES or fits_any(leads_to, heard)))
        what_if = bool(WHAT_IF.search(heard.last_sentence))
        on_thread = what_if and leads_to.id == state.thread and leads_to.id not in state.told
        if is_open and leads_to is not best and not (leads_on or on_thread):
            if value < CERTAIN and what_if:
                short_truth(x)  # "What happens if he leaves?": a short answer to something else tells nothing
            else:
                x.touch(best)
        else:
            tell_or_touch(x, leads_to if is_open else best, is_open)
        return
    # Asked further about what they told: what follows from it, or another fact that may be meant as well.
    more = [fact for fact in matching.follows(x.scenario, state, best.id) if best.id in fact.after]
    next_best = next(((p, fact) for p, fact in x.ranked if fact and fact.id not in state.told), None)
    if is_open and next_best and (next_best[0] >= NEXT or (next_best[1] in more and next_best[0] >= NEXT / 3)):
        tell_or_touch(x, matching.ways_to(x.scenario, next_best[1], state), is_open)
    elif more and is_open and _FURTHER & heard.asks.keys():
        tell_or_touch(x, more[0], is_open)
    elif heard.form == "choice" and heard.want == "yes_no" and (one := one_of_two(x)):
        x.meets("no_answer", heard.text[-80:])
        x.say(one)
    elif heard.want == "yes_no" and x.is_new(best.again) and _guesses(x):
        x.say(as_sentence(x.pick([best.again], best.id)))
    elif heard.invites and (rest := further(x, best)):
        x.say(x.pick([rest], best.id))
    elif _wants_another_kind(x, best) or _wants_more_of_it(x, best):
        short_truth(x)
    else:
        x.repeat(best)


def _speaks_of_either(x: Exchange, fact: Fact) -> bool:
    """Has what they would say a word of the question that offers two answers?"""
    theirs = "you" in x.heard.plain.split() and _OF_ME.search(fact.short)
    return bool(theirs or matching.stems_of(" ".join((*fact.says, fact.short, fact.again))) & x.heard.content)


_OF_ME = re.compile(r"\b(?:I|me|my|mine|we|us|our)\b")


def _words_of(x: Exchange, fact: Fact) -> frozenset[str]:
    """The words with which a fact is asked for, and those in which it is told."""
    words = matching.index(x.scenario)
    return words.said[fact.id] | words.about[fact.id].keys()


def _wants_more_of_it(x: Exchange, fact: Fact) -> bool:
    """Was it told already, and is more of it asked for than they said, or another side of it?"""
    asked_so = (fact.id, x.heard.want) in x.state.asked_for
    return x.heard.want in ("what", "how", "why") and not asked_so and x.ranked[0][0] < CERTAIN


def _wants_another_kind(x: Exchange, fact: Fact) -> bool:
    """Was it told already, and is now asked for in a way (how many, when …) that saying it again wouldn't answer?"""
    want, sure = x.heard.want, x.ranked[0][0] >= CERTAIN
    if want == "yes_no":
        return not sure
    gave = sure and want != "how_much" and _gave(x, fact)  # "the shops had nothing" is no sum of money
    return want in GIVES and not gives(fact.again, want) and not gave


def _gave(x: Exchange, fact: Fact) -> bool:
    """Was the kind of answer that is wanted in what they told of this fact?"""
    return any(gives(says, x.heard.want) for says in x.state.said_of(fact.says))


def _guesses(x: Exchange) -> bool:
    """ "So it isn't just the one, then?": they say how it is."""
    return x.heard.plain.startswith("so ") or x.act("guess", 0.4) or x.act("say_back", 0.4)


def _names_whom_they_ask_for(x: Exchange, fact: Fact, is_open: bool) -> bool:
    """Is somebody named in its short answers, or in so many words in what they would tell?"""
    if is_open or x.ranked[0][0] == 1:  # the question that the debrief names for it
        return fits_any(fact, x.heard)
    shortly = any(fits(one, x.heard) for one in (fact.short, fact.again))
    return fits_any(fact, x.heard) and (shortly or any(plainly_fits(one, x.heard) for one in fact.says))


def tell_or_touch(x: Exchange, fact: Fact, is_open: bool) -> None:
    """The fact in full where they were asked for a story or are at ease; else the short answer, if it fits."""
    state, want = x.state, x.heard.want
    if want == "who" and fact.id not in state.told and not _names_whom_they_ask_for(x, fact, is_open):
        short_truth(x)
    elif x.curt and fact.id not in state.told:
        x.touch(fact)
    elif (is_open and fact.openness > state.openness) or (state.tension >= CURT and fact.openness > 0.3):
        x.meets("not_open", x.heard.text[-80:])
        x.say(x.line("guarded"))
    elif is_open or (state.openness >= EASY and state.tension < CURT and matching.unlocked(fact, state)):
        if state.tension >= CURT:
            x.touch(fact)
        elif not is_open and not fits_any(fact, x.heard):
            short_truth(x)
        else:
            x.tell(fact)
    elif fact.id in state.told:
        x.repeat(fact)
    elif fits(fact.short, x.heard) or not fits_any(fact, x.heard):
        of_it = want == "how_many" and counts_it(fact.again, x.heard) and not counts_it(fact.short, x.heard)
        x.touch(fact, longer=of_it and matching.unlocked(fact, state))
    elif fits(fact.again, x.heard) and matching.unlocked(fact, state):
        x.touch(fact, longer=True)
    elif (
        (x.ranked[0][0] >= CERTAIN or want == "who")
        and matching.unlocked(fact, state)
        and fact.openness <= state.openness
        and state.closed_run < 3
    ):
        x.tell(fact)  # neither short answer says where, or when
    else:
        short_truth(x)


_THEN = re.compile(r"\b(?:then|next|after(?: that)?)\W*$", re.IGNORECASE)


def tell_next(x: Exchange, thread: str) -> None:
    """An open question that names nothing: the story goes on, or something new comes to their mind."""
    state = x.state
    if state.tension >= CURT:
        x.say(x.line("nothing_more"))
        return
    ready = matching.follows(x.scenario, state, thread)
    if x.heard.plain in state.lines:  # asked so before: they go on with the thread, and unpack nothing new
        ready = [fact for fact in ready if thread in (fact.id, *fact.after)]
        if not ready:
            x.say(x.line("nothing_more"))
            return
    if not ready:
        hidden = [fact for fact in x.scenario.facts if fact.id not in state.told and matching.unlocked(fact, state)]
        x.say(x.line("guarded" if hidden else "nothing_more"))
        if hidden:
            x.meets("not_open", x.heard.text[-80:])
        return
    fact = ready[0]
    # Not each time: nobody announces every change of subject, unless they were asked what came of the last.
    changes = thread not in (fact.id, *fact.after) and "more" in x.heard.asks
    if changes and (len(state.told) % 2 or _THEN.search(x.heard.text)):
        x.say(x.line("moves_on"))
    x.tell(fact)


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
