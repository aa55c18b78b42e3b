"""The day of a step: whoever hears one named says whether it suits, or names another."""

from __future__ import annotations

import re

from sellbackwards.buyer import step_words
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.suggesting import moves_the_day
from sellbackwards.buyer.voices import speaker_of
from sellbackwards.buyer.wording import as_sentence, own_sentences

# Rules of a turn in which a step is talked of, and the situations whose lines speak of its day.
_OF_A_STEP = frozenset({"leads", "leads_early", "brings_out", "names_time", "hears_objection", "presses_misfit"})
_OF_ITS_DAY = (
    "day_heard", "day_maybe", "day_suits", "day_waits", "day_refused", "day_after_all", "day_too_early", "other_day",
    "other_day_early", "when_good", "which_day",
)  # fmt: skip


def keep_the_day(x: Exchange) -> None:
    """Remember that a time was named, and which day it is."""
    x.state.day = x.state.day or bool(step_words.WHEN.search(step_words.SPAN.sub("", x.heard.text)))
    x.state.time_named = step_words.time_named(x.heard.text) or x.state.time_named
    x.state.day_name = step_words.day_named(x.heard.text) or x.state.day_name


def note_the_day(x: Exchange) -> None:
    """Another day, named beside something else, is heard, too."""
    if (
        x.state.exit
        or x.heard.found(step_words.TAKES_BACK)
        or x.heard.found(step_words.SAYS_BACK)
        or not moves_the_day(x)
        or not (day := step_words.day_named(x.heard.text))
    ):
        return
    x.meets("names_time", x.heard.text[:80])
    keep_the_day(x)
    x.say(x.line("other_day_early" if x.state.step == "too early" else "other_day").replace("{day}", day))


def names_a_day(x: Exchange) -> bool:
    """Does a suggestion name its day or hour?"""
    return bool(step_words.time_of_step(x.heard.text))


def named_again(x: Exchange) -> str:
    """The day that a suggestion names, if they have spoken of it already; else nothing."""
    day = step_words.day_named(step_words.time_of_step(x.heard.text))
    return day if day in x.state.days_answered else ""


def day_waits(x: Exchange) -> bool:
    """The day of a step that must wait: it could be that one. Is one named, and no bad one?"""
    when = step_words.time_of_step(x.heard.text)
    if not when or _bad_day(x, when):
        return False
    x.say(x.line("day_waits").replace("{day}", when))
    return True


def answer_the_day(x: Exchange) -> None:
    """A day or hour that a suggestion names is answered, if nothing in the reply speaks of it yet."""
    state, when = x.state, step_words.time_of_step(x.heard.text)
    if not when and state.step:  # "Thursday at ten, then, with the page on Wednesday."
        when = step_words.time_again(x.heard.text, state.days_answered)
    if not when or state.exit or not x.reply or not _OF_A_STEP & {step.rule for step in x.steps}:
        return
    day = step_words.day_named(when)
    again = day in state.days_answered
    state.days_answered.add(day)
    said_now = any(state.met.get(one) == state.turns for one in _OF_ITS_DAY)
    if said_now or when.lower() in " ".join(x.reply).lower():
        return
    asks = x.asks
    if state.pressed_misfit:
        inside = when if day and when.startswith(day) else when[0].lower() + when[1:]
        said = x.line("day_refused").replace("{day}", inside)
    elif bad := _bad_day(x, when):
        said = x.line("day_after_all").replace("{day}", when) if again else bad
    elif state.refused_at == state.turns:
        said = x.line("day_maybe").replace("{day}", when)  # "I could do" before a no would take a yes back
    else:
        said = x.line("day_suits" if again else "day_heard").replace("{day}", when)
    x.reply.insert(0, by_whom_asked(x, said))
    x.asks = asks


def by_whom_asked(x: Exchange, said: str) -> str:
    """An answer that whoever was asked by name gives, whatever another of them says next."""
    asked = x.state.addressed
    return f"{asked}: {said}" if asked and not speaker_of(x.scenario, said) else said


def answer_the_hour(x: Exchange) -> bool:
    """ "Which hour?", of a step: an hour of those that they name when asked what suits them, or one of anybody's."""
    if not x.state.step or not x.heard.found(step_words.WHICH_HOUR):
        return False
    x.meets("names_time", x.heard.text[:80])
    if x.state.step == "too early":
        x.say(x.line("no_day_yet" if x.state.knows_the_reason else "day_too_early"))
        return True
    x.state.day = True
    hours = [one for line in x.scenario.lines["when_good"] for one in _hours_in(x, line) if x.is_new(one)]
    x.say(x.pick(hours, "when_good") if hours else x.line("which_hour"))
    x.state.met["when_good"] = x.state.turns
    return True


def _hours_in(x: Exchange, line: str) -> list[str]:
    """The sentences of a line that name an hour, each under the name of who says it."""
    who = speaker_of(x.scenario, line)
    words = line.removeprefix(f"{who}: ")
    parts = [words] if _OTHER.search(words) else own_sentences(words)  # "Not a Friday. Any other afternoon, …"
    found = [_ELSE.sub("", one) for one in parts if step_words.AN_HOUR.search(one)]
    return [f"{who}: {as_sentence(one)}" if who else as_sentence(one) for one in found]


_OTHER = re.compile(r"\bother\b")
_ELSE = re.compile(r"^(?:Otherwise|Or|And|But),? ")


def asks_the_same_day(x: Exchange) -> bool:
    """ "And for you, Shabnam?", just after another answered a day."""
    heard, state = x.heard, x.state
    bare = not heard.content and heard.words <= 5 and "you" in heard.plain.split()
    return bool(bare and state.addressed and state.step and state.time_named) and x.lately(*_OF_ITS_DAY, turns=1)


def _bad_day(x: Exchange, when: str) -> str:
    """What they say when asked for a day, if it leaves out this one ("Any day but a Monday."); else nothing."""
    day = step_words.day_named(when)
    if not day or step_words.TILL.match(when):
        return ""
    left_out = re.compile(rf"\b(?:not|but|except) (?:on )?(?:a |an )?{day}", re.IGNORECASE)
    for line in x.scenario.lines["when_good"]:
        parts = own_sentences(line)
        if without := [one for one in parts if left_out.search(one)]:
            return " ".join([*without, *(one for one in parts if one not in without)])
    return ""
