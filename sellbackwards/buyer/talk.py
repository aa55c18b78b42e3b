"""A talk with a simulated buyer. The same words give the same talk; to undo a turn is to say all but the last again."""

from __future__ import annotations

from collections.abc import Iterable

from sellbackwards.buyer import matching, patterns, step_words
from sellbackwards.buyer.answering import CURT, answer_nod, answer_question, guessed, meant_after_all, others_join
from sellbackwards.buyer.exchange import Exchange, misfit_told
from sellbackwards.buyer.hearing import hear, is_copy
from sellbackwards.buyer.matching import index, score, stems_of
from sellbackwards.buyer.objections import (
    answer_not_for_you,
    asks_for_the_way,
    comes_back_to_objection,
    ends,
    takes_up_objection,
)
from sellbackwards.buyer.rules import RULES
from sellbackwards.buyer.saying_back import after_said_back, credit_said_back, only_checks, put_right, said_back
from sellbackwards.buyer.scenario import Fact, Objection, Scenario
from sellbackwards.buyer.short_truths import chat
from sellbackwards.buyer.state import State, Turn, quoted
from sellbackwards.buyer.stepping import (
    answer_step,
    ends_in_a_question,
    leaves_a_way_out,
    moves_the_day,
    negotiates,
    note_the_day,
    says_what_for,
    step_heard,
)
from sellbackwards.buyer.voices import as_text, asked_by_name, asked_of_everyone, lines_by, opening
from sellbackwards.buyer.wants import want_of
from sellbackwards.buyer.writing import answered_at, body_of, in_chat, longest, questions_of, sent_at, stamp


class Talk:
    """A talk in the making: `say` a line, and read the buyer's answer from the turn it returns.

    `lines` are said at once, up to an exit.
    """

    def __init__(self, scenario: Scenario, lines: Iterable[str] = ()) -> None:
        self.scenario = scenario
        self.turns: list[Turn] = []
        first = " ".join(words for _, words in opening(scenario))
        self.state = State(openness=scenario.openness, tension=scenario.tension, last=first, said=[first])
        self.state.told_last = True
        self.state.asks = first.rstrip().endswith("?")
        self.state.clock = scenario.email.sent if scenario.email else None
        for line in lines:
            if self.over:
                break
            self.say(line)

    @property
    def over(self) -> bool:
        """Has it ended?"""
        return self.state.exit is not None

    @property
    def lines(self) -> list[str]:
        """What the seller said."""
        return [turn.seller for turn in self.turns]

    def say(self, text: str) -> Turn:
        """One exchange. Any text whatever; never raises. After an exit nothing more is said: ValueError."""
        if self.over:
            raise ValueError("this talk is over")
        scenario, state = self.scenario, self.state
        before = (state.openness, state.pull, state.tension)
        state.turns += 1
        state.addressed, line = asked_by_name(scenario, body_of(text) if scenario.email else text)
        state.everyone, line = asked_of_everyone(scenario, line)
        x = Exchange(scenario, state, hear(line, state.last, bool(state.open_objection)))
        _answer(x)
        if not x.steps:
            x.meets("goes_by", x.heard.text[:80])
        _count(x)
        asks_for_the_way(x)
        ends(x)
        if scenario.email and not state.exit and state.wrote + 1 == scenario.email.chat_after and x.reply:
            x.say(x.line("to_chat"))
        said = () if _leaves_unanswered(x) else lines_by(scenario, x.reply, state.addressed or state.speaker)
        if said:
            state.last = " ".join(words for _, words in said)
            state.said.append(state.last)
            state.speaker = said[-1][0]
            state.asks, state.told_last = x.asks, x.tells
        state.kinds = tuple(x.heard.asks) or state.kinds
        sent, at = self._days_pass(x, bool(said))
        after = (state.openness, state.pull, state.tension)
        turn = Turn(
            number=state.turns,
            seller=text,
            buyer=as_text(scenario, said) or f"(No reply by {at.partition(',')[0]}.)",
            openness=state.openness,
            pull=state.pull,
            tension=state.tension,
            moved=(after[0] - before[0], after[1] - before[1], after[2] - before[2]),
            steps=tuple(x.steps),
            facts=tuple(state.told),
            new=tuple(x.new),
            raised=x.raised,
            heard=x.objection_heard,
            brushed=x.brushed,
            exit=state.exit,
            why=_why(x),
            said=said,
            sent=sent,
            at=at,
        )
        self.turns.append(turn)
        return turn

    def _days_pass(self, x: Exchange, answered: bool) -> tuple[str, str]:
        """In a written talk: when the line was sent and when the answer came, or was missed; else nothing."""
        state, email = self.state, self.scenario.email
        if email is None or state.clock is None:
            return "", ""
        chat = in_chat(email, state.wrote)
        sent = sent_at(state.clock, x.heard.plain, chat)
        state.clock = answered_at(sent, x.heard.plain, chat and answered, x.curt + 2 * (not answered))
        by = "in the chat" if chat or in_chat(email, state.wrote) else "by email"
        state.wrote += answered
        return f"{stamp(sent)}, {by}", f"{stamp(state.clock)}, {by}"


def _answer(x: Exchange) -> None:
    """The reply to a turn. In writing two questions are answered one after the other, and a third is left."""
    parts = questions_of(x.heard) if x.scenario.email else []
    if len(parts) < 2 or _unwelcome(x) or x.state.open_objection or step_heard(x):
        _respond(x)
        return
    whole = x.heard
    for n, part in enumerate(parts[:2]):
        if x.state.exit is None and not (n and x.raised):
            said = len(x.reply)
            x.hears(hear(part, x.state.last, False))
            _respond(x)
            if n and len(x.reply) > said:
                x.reply[said] = f"\n\n{x.reply[said]}"
    if len(parts) > 2 and x.state.exit is None:
        x.meets("many_questions", parts[2])
        x.say(x.line("left_one"))
    x.hears(whole)


def _unwelcome(x: Exchange) -> bool:
    """Does the line push, argue or pitch?"""
    return bool(x.heard.against) or "pitch" in x.heard.does


# What nobody writes an answer to, the second time.
_NOT_WORTH_AN_ANSWER = frozenset({"pitch_early", "pitch_late", "tells_unasked", "goes_by", "nod", "only_nods", "long"})


def _leaves_unanswered(x: Exchange) -> bool:
    """In writing, telling again and asking nothing gets no reply."""
    met = {step.rule for step in x.steps}
    bored = x.state.idle >= 2 and x.heard.form == "none" and not (x.raised or x.new or x.state.exit)
    return x.scenario.email is not None and bored and met <= _NOT_WORTH_AN_ANSWER


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
    honest = _says_not_for_you(x)
    if honest:
        answer_not_for_you(x, honest)
        return
    if comes_back_to_objection(x) and takes_up_objection(x):
        return
    if _pushes(x) or meant_after_all(x) or _leads(x) or _pitches(x) or _hands_over(x):
        return
    _talks(x)


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
    pushes = _unwelcome(x) and len(heard.reading.sentences) > 1
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
    elif is_copy(heard, x.scenario.scene) or any(is_copy(heard, said) for said in state.said[-6:]):
        x.meets("copied", heard.text[:80])
        x.say(x.line("copied"))
    elif heard.words >= 4 and heard.plain in state.lines and not _asks_on(x):
        x.meets("same_again", heard.text[:80])
        x.say(x.line("same_again"))
    else:
        return False
    return True


def _asks_on(x: Exchange) -> bool:
    """ "What happens then?" may be asked again and again: each time it is about something else."""
    return x.heard.invites and "more" in x.heard.asks and x.heard.words <= 9


def _pushes(x: Exchange) -> bool:
    """Pressure, contradiction, the seller's own need."""
    pushed = False
    for flag, situation in (("pressure", "pressed"), ("contradiction", "contradicted"), ("seller_need", "seller_need")):
        if flag == "pressure" and (x.heard.found(step_words.NO_HURRY) or _asks_what_they_know(x)):
            continue
        of_the_step = x.act("change_step", _ACT) or (flag == "contradiction" and (says_what_for(x) or moves_the_day(x)))
        if flag in x.heard.against and not leaves_a_way_out(x) and not _plain(x) and not of_the_step:
            x.meets(flag, x.heard.against[flag])
            if not pushed:
                x.say(x.line(situation))
            pushed = True
    return pushed


def _asks_what_they_know(x: Exchange) -> bool:
    """ "What's holding you back from signing theirs?": an open question that they can answer presses nobody."""
    hurries = x.heard.found(patterns.RIGHT_NOW)
    return x.heard.form == "open" and not hurries and x.ranked[0][1] is not None and x.ranked[0][0] >= _PLAINLY


def _plain(x: Exchange) -> bool:
    """Is it one sentence that plainly only asks, feels with them, or says back? Nobody takes offence at that."""
    return len(x.heard.reading.sentences) == 1 and any(x.act(name, _PLAINLY) for name in ("ask", "warm", "say_back"))


_PLAINLY = 0.8
"""Likelihood (acts.py) from which a line plainly does something."""


def _leads(x: Exchange) -> bool:
    """A suggested step; or, where they asked for the way, whatever tells about it."""
    heard, state = x.heard, x.state
    if negotiates(x):
        return True
    if words := step_heard(x):
        answer_step(x, words)
        return True
    if x.act("step", _ACT) and heard.found(step_words.PROPOSES) and (touched := _worry_touched(x, _PROPOSED)):
        x.meets("brings_out", heard.text[:90])  # "What if Benno stayed your first call?"
        x.raise_objection(touched)
        return True
    if says_what_for(x) and not ends_in_a_question(x):
        answer_step(x, heard.text[:90])
        return True
    if x.scenario.ends == "misfit" and misfit_told(x.scenario, state) and (offer := heard.found(patterns.OFFERS)):
        answer_step(x, offer)
        return True
    if state.asked_for_lead and not state.led and heard.form in ("none", "closed") and heard.words >= 6:
        told = next((heard.does[flag] for flag in ("inform", "pitch") if flag in heard.does), "")
        if told and not heard.found(patterns.ORDER_TAKING):
            x.meets("answers", told)
            answer_step(x, told)
            return True
    return False


def _replies(x: Exchange) -> bool:
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
_TOUCHED = 0.75
"""Score from which a pitch touches a worry."""
_PROPOSED = 0.45
"""The same for another way to go about things, proposed."""


def _pitches(x: Exchange) -> bool:
    """The offer is praised or described. An open question after it still gets its answer."""
    heard, state = x.heard, x.state
    if "pitch" not in heard.does or _plain(x) or (_replies(x) and patterns.ASKS_ABOUT_OFFER.search(x.state.last)):
        return False
    x.meets("pitch_late" if state.clear else "pitch_early", heard.does["pitch"])
    if heard.invites:
        return False
    if x.scenario.ends == "misfit" and misfit_told(x.scenario, state):
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


def _talks(x: Exchange) -> None:
    """Questions, saying back, nods, small talk."""
    heard, state = x.heard, x.state
    back = said_back(x)
    if back:
        credit_said_back(x)
    if _replies(x):
        x.meets("replies", heard.text[:80])
    asks = heard.wants_answer or bool(state.addressed and not heard.content and "?" in heard.text)
    if asks and _manners(x):
        pass
    elif back and (not asks or heard.echo or only_checks(x)):
        after_said_back(x)
    elif back is False and only_checks(x) and not guessed(x):
        put_right(x)
    elif state.told and only_checks(x) and (heard.found(patterns.FEELS_WITH) or x.act("warm", _ACT)):
        x.meets("feels_with", heard.found(patterns.FEELS_WITH) or heard.text[:80])
        after_said_back(x, "warmed")
    elif heard.echo and not heard.nod and state.told:
        x.meets("nod", heard.text[:40])
        after_said_back(x, "go_on")
    elif asks or x.act("ask", _ACT):
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
        x.act("goodbye", _ACT) and state.turns > 3 and not heard.found(patterns.GREETING)
    ):
        x.leave("goodbye", "bye")
    elif not _social(x, back):
        _remark(x)
    state.nods = 0


_ACT = 0.5
"""Likelihood (acts.py) from which a line is taken to do something."""


def _manners(x: Exchange) -> bool:
    """Questions of manners: how are you, is it a good time, is that you, may I ask?"""
    heard = x.heard
    leave = heard.found(patterns.MAY_I) and not _asks_beside(x)
    greets = x.state.turns == 1 and heard.found(patterns.GREETING) and heard.want == "yes_no"
    if heard.found(patterns.GOOD_TIME):
        situation = "good_time"
    elif (heard.found(patterns.HOW_ARE_YOU) or (greets and x.ranked[0][0] < _ACT)) and heard.questions == 1:
        situation = "hello"
    elif heard.questions == 1 and _asks_for_them(x):
        situation = "speaking"
    elif leave or (x.act("ask_leave", _ACT) and not heard.invites and not _asks_beside(x)):
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
    return want_of(rest, False) not in ("nothing", "yes_no") or (best is not None and value >= _PLAINLY)


def _social(x: Exchange, back: bool | None) -> bool:
    """What is said for company: feels with them, laughs, thanks, greets, sums up, speaks of something else."""
    heard, state = x.heard, x.state
    feels = heard.found(patterns.FEELS_WITH) or (heard.does.get("reflection", "") if back is None else "")
    if state.told and heard.found(patterns.LAUGHS) and heard.words <= 8:
        x.meets("feels_with", heard.found(patterns.LAUGHS))
        after_said_back(x, "laughs")
    elif state.told and (feels or x.act("warm", _ACT)):
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
    elif x.act("wrap_up", _ACT):
        x.meets("manners", "")
        x.say(x.line("wraps_up"))
    elif (hello := heard.found(patterns.GREETING)) or heard.found(patterns.THANKS) or x.act("thanks", _ACT):
        if not chat(x):  # "Hello. Nice teddy bears."
            x.meets("manners", hello)
            x.say(x.line("hello" if hello else "thanks"))
    elif chat(x):
        pass
    elif state.last.rstrip().endswith("?") and x.act("answer", _ACT):
        x.meets("goes_by", heard.text[:80])
        x.say(x.line("answered"))
    elif x.act("off_topic", _ACT):
        x.meets("goes_by", heard.text[:80])
        x.say(x.line("off_topic"))
    else:
        return False
    return True


def _prompted(x: Exchange) -> Fact | None:
    """ "You stayed behind, at the breakfast.": no question, and yet they tell what it was."""
    heard, state = x.heard, x.state
    last = heard.reading.sentences[-1].text if heard.reading.sentences else ""
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
    if _replies(x):
        x.meets("replies", heard.text[:80])
        x.say(x.line("answered"))
    elif "inform" in heard.does or heard.words >= 8:
        x.meets("tells_unasked", heard.does.get("inform", heard.text[:80]))
        x.say(x.line("told"))
    else:
        x.meets("goes_by", heard.text[:80])
        x.say(x.line("go_on" if heard.content & index(x.scenario).all else "told"))


def _count(x: Exchange) -> None:
    """What runs on from turn to turn: patience, and how long they have waited for a suggestion."""
    state = x.state
    state.lines.append(x.heard.plain)
    if x.heard.form == "none":
        state.closed_run = 0
    met = {step.rule for step in x.steps}
    asked = met & _NO_LUCK and not (
        met & _NO_CARE or _unwelcome(x) or "inform" in x.heard.does or state.closed_run >= 3
    )
    state.idle = 0 if x.useful else max(0, state.idle + (0.5 if asked else 1))
    if state.asked_for_lead and not state.led and not state.exit:
        state.waits += 1
        if not x.objection_heard and not x.raised:
            x.meets("only_asks", x.heard.text[:80])
            if state.waits in (2, 4):
                x.say(x.line("still_waiting"))


# Rules of an honest question that found nothing; and of what spoils it.
_NO_LUCK = frozenset({"no_answer", "not_open", "asks_back"})
_NO_CARE = frozenset({"hands_over", "leading", "form_filling", "same_again", "long"})


def _why(x: Exchange) -> str:
    """The reasons of the rules that the turn met, the heaviest first, with the words they rest on."""
    steps = sorted(x.steps, key=lambda step: -_weight(step.rule))
    said = [(RULES[step.rule].why, quoted(step, x.heard.text)) for step in steps]
    return " ".join(f"{why} ({words})" if words else why for why, words in said)


def _weight(rule: str) -> float:
    one = RULES[rule]
    return abs(one.openness) + abs(one.pull) + abs(one.tension) + (0.05 if rule == "tells" else 0.0)
