"""Where they know no answer: seldom twice in a row, and then with something else that they do know."""

from __future__ import annotations

from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.matching import follows, strange_words, unlocked
from sellbackwards.buyer.other_matters import OF_ONE
from sellbackwards.buyer.scenario import Fact
from sellbackwards.buyer.wants import GIVES
from sellbackwards.buyer.wording import as_sentence

# Of these none goes with what was said in those others, a few turns before.
_OTHER_WHO = {
    "no_who": ("no_who", "who_does", "me_mostly", "not_only", "thats_me"),
    "who_does": ("no_who", "who_does", "me_mostly", "not_only", "thats_me"),
    "me_mostly": ("no_who", "who_does", "not_only", "who_again"),
    "not_only": ("me_mostly", "thats_me"),
}
WHO_AGAIN = 3  # turns in which they don't name one person and then another
# Situations in which they tell nothing.
_TELLS_NOTHING = frozenset(
    (
        "no_what", "no_how", "no_who", "no_where", "no_when", "no_how_many", "no_how_long", "no_how_old", "no_how_much",
        "no_measure", "no_name", "no_yes_no", "no_what_would", "no_example", "no_feel", "no_kin", "no_unchanged",
        "who_again", "who_was", "who_is", "their_words", "what_if", "why_ask", "all_told", "nothing_more", "ask_them",
    )
)  # fmt: skip
_SELDOM = 5  # turns in which they say once that they don't know
_NEAR = 0.1  # likelihood from which a fact is next to what was asked
_NEAR_ENOUGH = 0.3  # the same where they had an answer lately


def line_for(x: Exchange, situation: str) -> str:
    """A line of the situation; another where it would contradict the "who" before, or tell nothing for a second time.

    Then they add what they do know and what lies next to it, or ask what it is asked for.
    """
    if x.lately(*_OTHER_WHO.get(situation, ()), turns=WHO_AGAIN):
        situation = "who_again"
    if situation not in _TELLS_NOTHING:
        return x.line(situation)
    again = x.lately(*_TELLS_NOTHING, turns=_SELDOM)
    strange = strange_words(x.scenario, x.heard)  # what they know lies next to nothing of another trade
    fact = None if 2 * len(strange) >= len(x.heard.content) > 0 else _next_to_it(x, untold=again and not strange)
    if fact is None:
        asks = again and x.heard.want in GIVES and not x.lately("why_ask", turns=_SELDOM)
        return x.line("why_ask" if asks else situation)
    words = _shortly(x, fact)
    if fact.id not in (*x.state.told, *x.state.touched):
        x.state.touched.append(fact.id)
    x.state.thread = fact.id
    lead_in = x.line("what_i_know")
    return f"{lead_in} {as_sentence(x.pick([words], fact.id))}"


def _next_to_it(x: Exchange, untold: bool) -> Fact | None:
    """A fact that lies next to what was asked, or follows on what they told last, and that they can say in short.

    `untold`: it may be one that they haven't spoken of yet.
    """
    state = x.state
    known = {*state.told, *state.touched}
    if x.heard.want == "how_much" and OF_ONE.search(x.heard.text):
        return None  # the sum of a week says nothing of the price of one
    near = [one for value, one in x.ranked[:4] if one and value >= (_NEAR if untold else _NEAR_ENOUGH)]
    if x.heard.invites and state.thread:
        near += [one for one in follows(x.scenario, state, state.thread) if state.thread in one.after]
    near = [one for one in near if state.may_answer(one.by)]
    return next((one for one in near if (untold or one.id in known) and _shortly(x, one)), None)


def _shortly(x: Exchange, fact: Fact) -> str:
    """A fact in words that make sense by themselves; "" where it can't come out, or was said lately."""
    state = x.state
    told = fact.id in (*state.told, *state.touched)
    if not told and (fact.openness > state.openness or not unlocked(fact, state)):
        return ""
    return fact.again if x.is_new(fact.again) and not x.echoes(fact.again) else ""
