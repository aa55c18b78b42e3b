"""A talk with a simulated buyer. The same words give the same talk; to undo a turn is to say all but the last again."""

from __future__ import annotations

from collections.abc import Iterable

from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.hearing import hear
from sellbackwards.buyer.objections import (
    asks_for_the_way,
    ends,
)
from sellbackwards.buyer.responding import answer
from sellbackwards.buyer.rules import RULES
from sellbackwards.buyer.scenario import Scenario
from sellbackwards.buyer.state import State, Turn, quoted
from sellbackwards.buyer.voices import as_text, asked_by_name, asked_of_everyone, lines_by, opening
from sellbackwards.buyer.writing import answered_at, body_of, in_chat, sent_at, stamp


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
        state.not_meant = ()
        state.addressed, line = asked_by_name(scenario, body_of(text) if scenario.email else text)
        state.everyone, line = asked_of_everyone(scenario, line)
        x = Exchange(scenario, state, hear(line, state.last, bool(state.open_objection)))
        answer(x)
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


# What nobody writes an answer to, the second time.
_NOT_WORTH_AN_ANSWER = frozenset({"pitch_early", "pitch_late", "tells_unasked", "goes_by", "nod", "only_nods", "long"})


def _leaves_unanswered(x: Exchange) -> bool:
    """In writing, telling again and asking nothing gets no reply."""
    met = {step.rule for step in x.steps}
    bored = x.state.idle >= 2 and x.heard.form == "none" and not (x.raised or x.new or x.state.exit)
    return x.scenario.email is not None and bored and met <= _NOT_WORTH_AN_ANSWER


def _count(x: Exchange) -> None:
    """What runs on from turn to turn: patience, and how long they have waited for a suggestion."""
    state = x.state
    state.lines.append(x.heard.plain)
    if x.heard.form == "none":
        state.closed_run = 0
    met = {step.rule for step in x.steps}
    asked = met & _NO_LUCK and not (
        met & _NO_CARE or x.heard.unwelcome or "inform" in x.heard.does or state.closed_run >= 3
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
