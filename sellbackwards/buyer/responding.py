"""What kind of turn it is, in the order in which a buyer would notice, and the reply to each kind.

Silence and noise, "I'm sorry", honesty, a worry taken up, pushing, a step, a pitch, order-taking; all else is talk
(ordinary_talk.py).
"""

from __future__ import annotations

from sellbackwards.buyer import patterns, step_words
from sellbackwards.buyer.asking_back import meant_after_all
from sellbackwards.buyer.exchange import ACT, PLAINLY, Exchange, misfits_told
from sellbackwards.buyer.hearing import hear, is_copy
from sellbackwards.buyer.matching import index, score, stems_of
from sellbackwards.buyer.objections import (
    answer_not_for_you,
    comes_back_to_objection,
    takes_up_objection,
)
from sellbackwards.buyer.ordinary_talk import replies, talks
from sellbackwards.buyer.pushing import asks_what_they_know, plainly_asks, pushes
from sellbackwards.buyer.scenario import Objection
from sellbackwards.buyer.step_days import answer_the_day
from sellbackwards.buyer.stepping import answer_step, negotiates
from sellbackwards.buyer.suggesting import (
    OF_THEIR_WORLD,
    ends_in_a_question,
    leaves_a_way_out,
    says_what_for,
    step_heard,
)
from sellbackwards.buyer.writing import longest, questions_of


def answer(x: Exchange) -> None:
    """The reply to a turn, with a word to the day that it names for a step."""
    _answer(x)
    answer_the_day(x)


def _answer(x: Exchange) -> None:
    """In writing two questions are answered one after the other, and a third is left."""
    parts = questions_of(x.heard) if x.scenario.email else []
    if len(parts) < 2 or x.heard.unwelcome or x.state.open_objection or step_heard(x):
        _respond(x)
        return
    whole = x.heard
    replies: list[list[str]] = []
    told: list[bool] = []
    for n, part in enumerate(parts[:2]):
        if x.state.exit is None and not (n and x.raised):
            x.reply, x.tells = [], False
            x.hears(hear(part, x.state.last, False))
            _respond(x)
            replies.append(x.reply)
            told.append(x.tells)
    if any(told):  # what they can't answer they leave, where they answer the other
        replies = [reply for reply, tells in zip(replies, told, strict=True) if tells]
    x.reply, x.tells = [], any(told)
    for reply in filter(None, replies):
        x.say(*(reply if not x.reply else [f"\n\n{reply[0]}", *reply[1:]]))
    if len(parts) > 2 and x.state.exit is None:
        x.meets("many_questions", parts[2])
        x.say(x.line("left_one"))
    x.hears(whole)


def _respond(x: Exchange) -> None:
    """What kind of turn it is, in the order in which a buyer would notice; each kind has its reply."""
    if _not_talk(x):
        return
    heard = x.heard
    if heard.words > longest(x.scenario.email, x.state.wrote):
        x.meets("long", f"{heard.words} words")
        x.curt = x.scenario.email is not None
        if heard.form == "none":
            x.say(x.line("long"))
            return
    if x.scenario.wronged and _makes_good(x):
        return
    last = heard.last_sentence
    bye = patterns.BYE.search(last)
    goes = x.act("goodbye", PLAINLY) or (bye and len(last.split()) <= _A_GOODBYE)
    goes = goes or any(patterns.BYE.match(one.text) for one in heard.reading.sentences)
    thanks = patterns.THANKS_FOR_ALL.match(last) and not step_heard(x)
    if (thanks or (goes and heard.found(patterns.BYE))) and x.state.turns > 3 and heard.form == "none":
        when = step_words.time_named(heard.text)
        if when and x.state.step == "thought about":
            x.say(x.line("other_day").replace("{day}", when))
        x.leave("goodbye", "bye")
        return
    honest = _says_not_for_you(x)
    if honest:
        answer_not_for_you(x, honest)
        return
    if comes_back_to_objection(x) and takes_up_objection(x):
        return
    if meant_after_all(x) or pushes(x) or _leads(x) or _pitches(x) or _hands_over(x):
        return
    talks(x)


def _makes_good(x: Exchange) -> bool:
    """To a buyer who was wronged: an excuse, money, or "I'm sorry". A question beside it is answered, too."""
    heard, state = x.heard, x.state
    asks = heard.invites or heard.questions > 0
    if words := heard.found(patterns.EXCUSE):
        x.meets("excuses", words)
        x.say(x.line("excused"))
        return True
    if not state.clear and not asks and (words := heard.found(patterns.MONEY_BACK)):
        x.meets("buys_off", words)
        x.say(x.line("bought_off"))
        return True
    sorry, owns = heard.found(patterns.SORRY), heard.found(patterns.OWNS)
    if not sorry and (not owns or state.sorry or state.owned):
        return False
    again = state.sorry
    x.meets("apologises_again" if again else "feels_with" if state.owned else "apologises", sorry or owns)
    state.sorry, state.owned = state.sorry or bool(sorry), state.owned or bool(owns)
    x.useful = x.useful or not again
    pushes = x.heard.unwelcome and len(heard.reading.sentences) > 1
    if asks or state.open_objection or pushes or step_heard(x):
        return False  # there is more in it than that
    x.say(x.line("sorry_again" if again else "sorry_said"))
    return True


def _says_not_for_you(x: Exchange) -> str:
    """The words that say that the offer isn't for them; a question, or a way out of a step, never does."""
    if "next_step" in x.heard.does or leaves_a_way_out(x):
        return ""
    offer = stems_of(x.scenario.offers)
    for sentence in x.heard.reading.sentences:
        found = patterns.NOT_FOR_YOU.search(sentence.text)
        ours = patterns.OURS.search(sentence.text) or offer & stems_of(sentence.text)
        supposed = found and patterns.SUPPOSES.search(sentence.text[: found.start() + 3])
        if found and ours and not supposed and sentence.form == "none" and x.heard.form in ("none", "closed"):
            return found[0]
    return ""


def _not_talk(x: Exchange) -> bool:
    """Silence, noise, rudeness, an echo: nothing that could be answered."""
    heard, state = x.heard, x.state
    rude = heard.found(patterns.RUDE)
    state.silent = state.silent + 1 if heard.silent else 0
    if heard.silent:
        x.meets("silence")
        x.say(x.line("silence"))
    elif rude:
        x.meets("rude", rude)
        x.say(x.line("rude"))
    elif heard.foreign:
        x.meets("not_understood", heard.text[:60])
        x.say(x.line("foreign"))
    elif not (heard.known or heard.nod or heard.content & index(x.scenario).all or heard.found(patterns.BYE)):
        x.meets("not_understood", heard.text[:60])
        x.say(x.line("nonsense"))
    elif state.asked_back:
        return False  # whatever they say again of it means yes
    elif is_copy(heard, x.scenario.scene) or any(is_copy(heard, said) for said in state.said[-6:]):
        x.meets("copied", heard.text[:80])
        x.say(x.line("copied"))
    elif heard.words >= 4 and heard.plain in state.lines and not _asks_on(x):
        x.meets("same_again", heard.text[:80])
        x.say(x.line("same_again"))
    else:
        return False
    return True


_A_GOODBYE = 6
"""Words of a last sentence that only says goodbye, whatever was said before it."""


def _asks_on(x: Exchange) -> bool:
    """ "What happens then?" may be asked again and again: each time it is about something else."""
    return x.heard.invites and "more" in x.heard.asks and x.heard.words <= 9


def _leads(x: Exchange) -> bool:
    """A suggested step; or, where they asked for the way, whatever tells about it."""
    heard, state = x.heard, x.state
    if negotiates(x):
        return True
    if words := step_heard(x):
        answer_step(x, words)
        return True
    if x.act("step", ACT) and heard.found(step_words.PROPOSES) and (touched := _worry_touched(x, _PROPOSED)):
        x.meets("brings_out", heard.text[:90])  # "What if Benno stayed your first call?"
        x.raise_objection(touched)
        return True
    if says_what_for(x) and not ends_in_a_question(x):
        answer_step(x, heard.text[:90])
        return True
    if x.scenario.ends == "misfit" and misfits_told(x.scenario, state) and (offer := heard.found(patterns.OFFERS)):
        answer_step(x, offer)
        return True
    if state.asked_for_lead and not state.led and heard.form in ("none", "closed") and heard.words >= 6:
        told = next((heard.does[flag] for flag in ("inform", "pitch") if flag in heard.does), "")
        if told and not heard.found(patterns.ORDER_TAKING):
            x.meets("answers", told)
            answer_step(x, told)
            return True
    return False


_TOUCHED = 0.75
"""Score from which a pitch touches a worry."""


_PROPOSED = 0.45
"""The same for another way to go about things, proposed."""


def _pitches(x: Exchange) -> bool:
    """The offer is praised or described. An open question after it still gets its answer."""
    heard, state = x.heard, x.state
    if "pitch" not in heard.does or plainly_asks(x) or (replies(x) and patterns.ASKS_ABOUT_OFFER.search(x.state.last)):
        return False
    x.meets("pitch_late" if state.clear else "pitch_early", heard.does["pitch"])
    if heard.invites or asks_what_they_know(x) or OF_THEIR_WORLD.match(heard.last_sentence):
        return False
    if x.scenario.ends == "misfit" and misfits_told(x.scenario, state):
        answer_step(x, heard.does["pitch"])
        return True
    if touched := _worry_touched(x, _TOUCHED):
        x.raise_objection(touched)
    else:
        x.say(x.line("pitched"))
    return True


def _worry_touched(x: Exchange, least: float) -> Objection | None:
    """The worry that a line touches, of those not told yet."""
    left = [objection for objection in x.scenario.objections if objection.id not in x.state.raised]
    touched = max(left, key=lambda objection: score(x.scenario, objection.id, x.heard), default=None)
    return touched if touched and score(x.scenario, touched.id, x.heard) >= least else None


def _hands_over(x: Exchange) -> bool:
    """Order-taking: leaves the way to the buyer."""
    if not x.heard.found(patterns.HANDS_OVER) and asks_what_they_know(x):
        last = x.heard.last_sentence
        if not patterns.ORDER_TAKING.search(last) and not patterns.ORDERS.search(last):
            return False  # "I'll send you two days, then. May I ask you why the trust looks at this now?"
    asked = x.heard.found(patterns.HANDS_OVER) if "deferral" in x.heard.does else ""
    words = asked or ("" if x.act("thanks", 0.4) else x.heard.found(patterns.ORDER_TAKING) or _asks_for_an_order(x))
    if not words:
        return False
    x.meets("hands_over", words)
    x.say(x.line("deferred"))
    return True


def _asks_for_an_order(x: Exchange) -> str:
    """ "What kind of website would you like?": the words, where the thing is the seller's own."""
    hit = patterns.ORDERS.search(x.heard.text)
    ours = hit and (
        hit["thing"].lower() in patterns.THINGS_SOLD or stems_of(hit["thing"]) & stems_of(x.scenario.offers)
    )
    return hit[0] if hit and ours else ""
