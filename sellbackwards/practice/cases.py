"""Rounds made from the pools of cases in ``datasets/``: stay or change, theirs or ours. Data only, no widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sellbackwards.course import read_dataset
from sellbackwards.exercises import Exercise
from sellbackwards.practice.pitches import CHANNELS

# --- stay or change ---

STAYING, CHANGING = ("volume", "rate", "unit cost", "horizon"), ("one-off", "transition", "chance", "loss")
DECISIONS = ("change", "stay", "ask")  # ask: a number is missing
_SUM = (
    "Cost of staying = volume (how many) × rate (how often it goes wrong) × unit cost (each) × horizon (how long).\n"
    "Cost of changing = one-off (paid once) + transition (changing over) + chance of failing × loss (if it fails).\n"
    "Break-even = (staying − one-off − transition) ÷ loss: the chance of failing at which both cost the same."
)


def staying(volume: float, rate: float, unit_cost: float, horizon: float) -> float:
    """What it costs to stay as they are, over the horizon; `rate` from 0 to 1."""
    return volume * rate * unit_cost * horizon


def changing(one_off: float, transition: float, chance: float, loss: float) -> float:
    """What it costs to change; `chance` of failing, from 0 to 1."""
    return one_off + transition + chance * loss


def break_even(staying: float, one_off: float, transition: float, loss: float) -> float:
    """In how many of 100 tries the change may fail before both cost the same. `loss` isn't 0."""
    return 100 * (staying - one_off - transition) / loss


@dataclass(frozen=True)
class Case:
    """What a buyer said, and the inputs in it: name → (value, or None where nobody gave one; the line it rests on).

    Money in one currency; `rate` and `chance` from 0 to 1.
    """

    id: str
    trade: str
    group: str
    channel: str
    buyer: str
    offers: str
    others_said: Sequence[str]
    inputs: Mapping[str, tuple[float | None, str]]
    decision: str
    quote: Sequence[str]
    hints: Sequence[str]
    after: str
    question: str = ""
    about: Sequence[str] = ()

    @property
    def missing(self) -> list[str]:
        """Names of the inputs that nobody has given yet."""
        return [name for name, (value, _) in self.inputs.items() if value is None]

    def staying(self) -> float:
        """What it costs to stay as they are, over the horizon."""
        return staying(*self._values(STAYING))

    def changing(self) -> float:
        """What it costs to change, with the loss if it fails weighed by its chance."""
        return changing(*self._values(CHANGING))

    def break_even(self) -> float:
        """The chance of failing at which both cost the same, in failures of 100 tries."""
        one_off, transition, _, loss = self._values(CHANGING)
        return break_even(self.staying(), one_off, transition, loss)

    def _values(self, names: Sequence[str]) -> list[float]:
        values = [self.inputs[name][0] for name in names]
        if any(value is None for value in values):
            raise ValueError(f"{self.id}: nobody has said {', '.join(self.missing)}")
        return [float(value) for value in values if value is not None]


def change_cases() -> tuple[Case, ...]:
    """All of them, in the file's order."""
    return tuple(
        Case(**{**row, "inputs": {name: (one["value"], one["line"]) for name, one in row["inputs"].items()}})
        for row in read_dataset("change_cases.yaml")
    )


def as_round(case: Case) -> Exercise:
    """A case as an exercise: quote, do the sum, decide; or see which number is missing, and ask for it."""
    return _to_ask(case) if case.missing else _to_reckon(case)


def _notes(case: Case, names: Sequence[str]) -> str:
    """What the buyer said about these inputs, and what belongs to none; not in the order of the sum."""
    lines = [case.inputs[name][1] for name in names]
    half = len(lines) // 2
    mixed = [*lines[half:], *case.others_said, *lines[:half]]
    return f"{case.buyer}. You offer {case.offers}. You asked, and these are your notes:\n" + "\n".join(
        f"“{line}”" for line in mixed
    )


def _to_reckon(case: Case) -> Exercise:
    given = [f"{name}: {value:,g} (“{line}”)" for name, (value, line) in case.inputs.items() if name not in case.quote]
    if not case.quote:
        start = f"{case.buyer}. You offer {case.offers}. You asked. Each number comes from the words beside it:"
    elif given:
        start = (
            f"{_notes(case, case.quote)}\n"
            "For each box, copy four words in a row, as they were said. These are done for you:"
        )
    else:
        start = f"{_notes(case, case.quote)}\nFor each box, copy four words in a row, as they were said."
    start = "\n".join([start, *given, _SUM])
    quotes: list[dict[str, Any]] = [
        {"name": name, "ask": "their words", "needs": [{"say": "the words that show it", "cites": [line]}]}
        for name, (_, line) in case.inputs.items()
        if name in case.quote
    ]
    sums = [
        _number("staying", "what staying costs, in figures", case.staying(), 0.01 * case.staying(), "within 1 %"),
        _number("changing", "what changing costs, in figures", case.changing(), 0.01 * case.changing(), "within 1 %"),
        _number(
            "break-even", "failures in 100 tries", case.break_even(), 0.5, "right to a whole number", of_hundred=True
        ),
    ]
    reckoned = (case.staying(), case.changing(), case.break_even())
    way = [f"{name}: {case.inputs[name][1]}" for name in case.quote]
    way += [f"{one['name']}: {value:g}" for one, value in zip(sums, reckoned, strict=True)]
    way.append(f"decision: {case.decision}")
    return _exercise(case, start, [*quotes, *sums, _decision(case)], "\n".join(way))


def _to_ask(case: Case) -> Exercise:
    start = f"{_notes(case, [*STAYING, *CHANGING])}\n{_SUM}\nBefore you work it out: do you have all the numbers?"
    missing = {"right": case.missing, "of": [*STAYING, *CHANGING]}
    fields = [
        _decision(case),
        {
            "name": "missing",
            "ask": "which number",
            "needs": [{"say": "the one that nobody has told you", "one_of": missing}],
        },
        {
            "name": "question",
            "ask": "what you ask",
            "needs": [
                {"say": "asks one thing", "asks_once": ["open", "closed", "choice"]},
                {"say": "asks for what is missing", "says": list(case.about)},
                {"say": "doesn't offer or push anything", "without_moves": ["pitch", "pressure"]},
            ],
        },
    ]
    way = f"decision: ask\nmissing: {case.missing[0]}\nquestion: {case.question}"
    return _exercise(case, start, fields, way)


def _number(name: str, ask: str, value: float, within: float, say: str, of_hundred: bool = False) -> dict[str, Any]:
    wanted = {"value": value, "within": within, "of_hundred": of_hundred}
    return {"name": name, "ask": ask, "needs": [{"say": say, "number": wanted}]}


def _decision(case: Case) -> dict[str, Any]:
    one_of = {"right": [case.decision], "of": list(DECISIONS)}
    return {
        "name": "decision",
        "ask": "change, stay, or ask for what is missing",
        "needs": [{"say": "what the numbers say", "one_of": one_of}],
    }


def _exercise(case: Case, ask: str, fields: Sequence[Mapping[str, Any]], way: str) -> Exercise:
    return Exercise(
        id=f"04_stay_or_change.{case.id}",
        kind="fields",
        title=ask,
        spec={"fields": list(fields), "scene": ask},
        hints=tuple(case.hints),
        model=way,
        after=case.after,
    )


def change_rounds() -> tuple[Exercise, ...]:
    """Every case as a round."""
    return tuple(map(as_round, change_cases()))


# --- theirs or ours ---

GROUPS = {
    "theirs": "it comes from their own business, and would be true if nobody had called",
    "ours": "it comes from the person who sells",
}
SORTED_AT_ONCE = 6


def sort_lines(lines: Sequence[Mapping[str, Any]], number: int) -> Exercise:
    """A sorting round: are these reasons for deciding soon the buyer's or the seller's?"""
    ours = [n for n, one in enumerate(lines) if one["whose"] == "ours"]
    return Exercise(
        id=f"04_theirs_or_ours.sort{number}",
        kind="sorting",
        title="Six reasons to decide soon. In brackets you see the seller and the buyer. Whose reason is each one?",
        spec={
            "groups": GROUPS,
            "items": [
                {"text": f"({one['trade'].replace(', to ', ' and ')}) {one['line']}", "group": one["whose"]}
                for one in lines
            ],
        },
        hints=(
            "Take the seller away. Which of these would still be true tomorrow?",
            f"{len(lines) - len(ours)} would be, and {len(ours)} wouldn't. "
            "A date alone doesn't make it theirs. Ask whose date it is.",
        ),
        model="\n".join(f"{letter} - {one['whose']}" for letter, one in zip("abcdefghijkl", lines, strict=False)),
        after=" ".join(f"{letter}) {one['why']}" for letter, one in zip("abcdefghijkl", lines, strict=False)),
    )


def turn_line(one: Mapping[str, Any], half_done: bool = False) -> Exercise:
    """A rewriting round: from a line about the need to buy to one about the need to change."""
    rewrite = one["rewrite"]
    seller, _, buyer = one["trade"].partition(", to ")
    ask = (
        f"{seller[0].upper()}{seller[1:]} is talking to {buyer} {CHANNELS[one['channel']]}, and was about to say: "
        f"“{one['line']}”\n"
        f"This is what the buyer has said: “{rewrite['buyer_said']}”\n"
        "Turn the seller's line into one about the need to change. Use four words or more of theirs, as they were "
        "said, and ask one question. Leave out what you sell, and any hurry of yours."
    )
    if half_done:
        ask += f"\nIt's half done for you: “{rewrite['need_to_change'].split('?')[0].split('. ')[0]}. What …?”"
    return Exercise(
        id=f"04_theirs_or_ours.{one['id']}",
        kind="text",
        title=ask,
        spec={
            "scene": ask,
            "needs": [
                {"say": "uses four words or more of theirs, as they were said", "cites": [rewrite["buyer_said"]]},
                {"say": "asks one thing", "asks_once": ["open", "closed", "choice"]},
                {
                    "say": "leaves out what is sold, and the seller's hurry",
                    "never_says": list(rewrite["unsaid"]),
                },
                {"say": "doesn't praise or push", "without_moves": ["pitch", "pressure", "seller_need"]},
            ],
        },
        hints=(
            "Start with what they said. You can change “we” into “you”, but keep four words in a row as they were.",
            "Then ask what that leads to if nothing changes, or what they'd like instead.",
            "After their words, a question with “What happens if” or “What would” is enough.",
        ),
        model=rewrite["need_to_change"],
        after="It's about their week, and the answer is theirs. If it's “nothing much”, it's good to know that early.",
    )


def urgency_rounds() -> tuple[Exercise, ...]:
    """All rounds of theirs or ours: sorting and rewriting, alternating."""
    lines = read_dataset("urgency_lines.yaml")
    plain = [one for one in lines if "rewrite" not in one]
    sorts = [sort_lines(plain[n : n + SORTED_AT_ONCE], n) for n in range(0, len(plain), SORTED_AT_ONCE)]
    turns = [turn_line(one, half_done=not n) for n, one in enumerate(one for one in lines if "rewrite" in one)]
    return (sorts[0], *turns[:3], *sorts[1:], *turns[3:])
