"""Stay or change, with the learner's own numbers: what each comes to, which are missing, and which are only a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from sellbackwards.exercises.kinds.parsing import number
from sellbackwards.practice.cases import CHANGING, STAYING, break_even, changing, staying
from sellbackwards.practice.workbook.parts import Box

_OF_100 = ("rate", "chance")
_OURS = ("horizon", "one-off")  # to choose, and to charge: nobody has to say them
# "400 (Ahmed)": a name beside the number says whose it is.
_NAMED = re.compile(r"\(([^)]*[^\W\d_][^)]*)\)|,\s*([^\W\d_].*)$")
_LARGER = re.compile(r"(?<=\d)\s*(k|thousand|million|mn|mio)\b", re.IGNORECASE)
_TIMES = {"k": 1e3, "t": 1e3, "m": 1e6}
_GUESS = re.compile(r"\b(?:guess|me|i|my|mine|assumed|assumption|estimate)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Sums:
    """The inputs as they were read (shares from 0 to 1; None where none can be); `guessed`: no name of theirs."""

    values: Mapping[str, float | None]
    guessed: Sequence[str]
    unreadable: Sequence[str]

    @property
    def missing(self) -> list[str]:
        """The inputs that nobody has given yet."""
        return [name for name, value in self.values.items() if value is None and name not in self.unreadable]

    def staying(self) -> float | None:
        """What staying costs; None where a number is missing."""
        values = [self.values[name] for name in STAYING]
        return None if None in values else staying(*(value for value in values if value is not None))

    def changing(self) -> float | None:
        """What changing costs; None where a number is missing."""
        values = [self.values[name] for name in CHANGING]
        return None if None in values else changing(*(value for value in values if value is not None))

    def break_even(self) -> float | None:
        """In how many of 100 tries it may fail before both cost the same; None where that can't be said."""
        stay, one_off, transition, loss = (
            self.staying(),
            *(self.values[name] for name in ("one-off", "transition", "loss")),
        )
        if stay is None or one_off is None or transition is None or not loss:
            return None
        return break_even(stay, one_off, transition, loss)


def sums_of(deal: Mapping[str, str]) -> Sums:
    """Read the numbers of a deal, as people write them: "2,400", "12 (Ahmed)", "about 35, my guess"."""
    values: dict[str, float | None] = {}
    guessed, unreadable = [], []
    for name in (*STAYING, *CHANGING):
        typed = deal.get(name, "")
        named = _NAMED.search(typed)
        value = _amount(typed[: named.start()] if named else typed)
        if typed.strip() and (value is None or value < 0):
            unreadable.append(name)
            value = None
        elif typed.strip() and name not in _OURS and (not named or _GUESS.search(named[0])):
            guessed.append(name)
        values[name] = value / 100 if value is not None and name in _OF_100 else value
    return Sums(values, guessed, unreadable)


def _amount(text: str) -> float | None:
    """The number in a text, with its thousands or millions said in letters: "10k", "1.5 million"."""
    larger = _LARGER.search(text)
    value = number(text[: larger.start()] + text[larger.end() :] if larger else text)
    return value * _TIMES[larger[1][0].lower()] if value is not None and larger else value


def sums_html(sums: Sums, boxes: Sequence[Box]) -> str:
    """What the numbers come to, with the working, so that a number read wrongly shows (HTML)."""
    ask = {box.field: box.label for box in boxes}
    stay, change, even = sums.staying(), sums.changing(), sums.break_even()
    said = []
    if stay is not None:
        volume, rate, unit, horizon = (sums.values[name] or 0 for name in STAYING)
        said.append(
            f"<b>Staying costs them {_money(stay)}</b>: {volume:,g} a month × {100 * rate:g} of 100 × {_money(unit)} "
            f"× {horizon:g} months."
        )
    if change is not None:
        one_off, transition, chance, loss = (sums.values[name] or 0 for name in CHANGING)
        said.append(
            f"<b>Changing costs them {_money(change)}</b>: {_money(one_off)} + {_money(transition)} "
            f"+ {100 * chance:g} of 100 × {_money(loss)}."
        )
    if stay is not None and change is not None:
        said.append(_compared(stay, change, even))
    if sums.unreadable:
        said.append("I can't read one number here: " + _listed(sums.unreadable, ask))
    if sums.missing and len(sums.missing) < len(sums.values):
        said.append("Nobody has said yet, so ask: " + _listed(sums.missing, ask))
    if sums.guessed:
        said.append("Whose number is it? Put a name beside it, or ask them: " + _listed(sums.guessed, ask))
    return "".join(f"<p>{line}</p>" for line in said)


def _compared(stay: float, change: float, even: float | None) -> str:
    if stay <= change:
        return (
            "With these numbers they'd better stay. Tell them so, or find out what isn't counted here. They'll trust "
            "the next thing you say."
        )
    if even is None or even >= 100:
        return "With these numbers changing is cheaper, even if it fails."
    return f"With these numbers changing is cheaper, as long as it fails in fewer than {even:.0f} of 100 cases."


def _listed(names: Sequence[str], ask: Mapping[str, str]) -> str:
    return " ".join(escape(ask[name]) for name in names)


def _money(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:,.2f}"
