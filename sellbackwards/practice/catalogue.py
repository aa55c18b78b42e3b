"""The catalogue of practices: what each one is called, where it stands, which rounds it has, and where it works.

Progress, recall, paper, the workshop, the site and the browser-only pages look practices up here. A practice that is
data (``datasets/practices/NN_name.yaml``) is found by itself; the others are listed below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from sellbackwards.buyer import load
from sellbackwards.course import DATASETS
from sellbackwards.exercises import Exercise
from sellbackwards.practice.cases import change_rounds, urgency_rounds
from sellbackwards.practice.pitches import pitches
from sellbackwards.practice.rounds import load_rounds
from sellbackwards.practice.workbook.parts import parts
from sellbackwards.practice.workbook.promises import LESSONS as PROMISED

Rounds = Callable[[], Sequence[Exercise]]
_ON_PAPER = 5  # pitches that fit on a sheet


def _none() -> tuple[Exercise, ...]:
    return ()


@dataclass(frozen=True)
class PracticeEntry:
    """One practice of the course.

    `name` is its name in the progress file and on its still card; `lesson` the number of its lesson ("01"; "my" for the
    page My deals; or "");
    `code` the line of a lesson's cell that shows it; `what` one or two sentences for its still card.
    `rounds` are those that recall can ask again, `on_paper` those that are printed (both may be empty).
    `counts` says how progress counts it: by its rounds, as a whole (done or not), or not at all.
    `asked` is how many rounds its lesson asks for, where it holds more than one does in a sitting.
    `not_in_browser` says why it doesn't run in a browser alone; "" where it does.
    """

    name: str
    lesson: str
    title: str
    what: str
    code: str
    rounds: Rounds = _none
    on_paper: Rounds = _none
    counts: Literal["rounds", "whole", "no"] = "rounds"
    asked: int | None = None
    not_in_browser: str = ""

    @property
    def is_recall(self) -> bool:
        """Does it hold the questions that a lesson begins with, on the lesson before?"""
        return self.name.endswith("_recall")


def _pitch_rounds(practice: str, most: int | None = None) -> tuple[Exercise, ...]:
    """Pitches as rounds of recall: the question about the need alone, or the message."""
    ask = "Type one question about the need behind this pitch."
    again = (
        "Write this message again: five lines at most, with one question about what they need or how they do it today."
    )
    return tuple(
        replace(
            pitch.rewritten() if pitch.message else pitch.need(),
            id=f"{practice}.{pitch.id}",
            title=again if pitch.message else ask,
            hints=pitch.hints,
        )
        for pitch in pitches()[:most]
    )


_LISTED = (
    PracticeEntry(
        "first_pitch",
        "00",
        "Your first pitch into a question",
        "You get one pitch. You turn it into one question about what the other person needs.",
        "practice.first_pitch()",
        rounds=lambda: _pitch_rounds("first_pitch", 1),
        on_paper=lambda: [pitches()[0].need()],
    ),
    PracticeEntry(
        "progress_card",
        "00",
        "Where you are",
        "What you have done, what to come back to today, where you stood and where you stand now.",
        "practice.progress_card()",
        counts="no",
        not_in_browser="looks at your exercises, too, which are in the course on a computer",
    ),
    PracticeEntry(
        "rewrite",
        "01",
        "Turn a pitch into two questions",
        "You get a pitch. You turn it into two questions: one about what they need, one about how they do it today. "
        "You rewrite an email, with one question.",
        "practice.rewrite()",
        rounds=lambda: _pitch_rounds("rewrite"),
        on_paper=lambda: [one for pitch in pitches()[:_ON_PAPER] for one in (pitch.need(), pitch.today())],
        asked=3,
    ),
    PracticeEntry(
        "rope",
        "04",
        "The rope",
        "You guess what a rope does when it is pushed, and when it is pulled. Then you run it.",
        "practice.rope()",
        counts="whole",
    ),
    PracticeEntry(
        "04_theirs_or_ours",
        "04",
        "Theirs or ours?",
        "You sort reasons to decide soon, and turn the need to buy into the need to change.",
        'practice.play("04_theirs_or_ours")',
        rounds=urgency_rounds,
        on_paper=urgency_rounds,
        asked=3,
    ),
    PracticeEntry(
        "04_stay_or_change",
        "04",
        "Stay or change?",
        "You work out what it costs a buyer to stay as they are, and to change, from their own lines.",
        'practice.play("04_stay_or_change")',
        rounds=change_rounds,
        on_paper=change_rounds,
        asked=3,
    ),
    PracticeEntry(
        "own_call",
        "06",
        "Your own call on the score card",
        "You choose the transcript of a call. You see who talked, who asked, who told, and three places worth "
        "reading again. Nothing leaves this computer.",
        "practice.own_call()",
        counts="no",
    ),
    # In no lesson of its own: inside the progress card, and in a room.
    PracticeEntry(
        "come_back",
        "",
        "Come back to what you have done",
        "A few rounds that you have done before, asked again on the day when it helps most.",
        "practice.come_back()",
        counts="no",
    ),
    PracticeEntry(
        "wall",
        "",
        "The room's wall",
        "Everybody's questions for one pitch stand side by side, without names.",
        "practice.wall()",
        counts="no",
    ),
)
# Buyer → the lesson that the talk with them stands in.
_TALKS = {"bakery": "05"} | dict.fromkeys(
    ("freight", "clinic", "museum", "committee", "founder_email", "vp_operations", "renewal"), "06"
)


def _talk_entry(scenario_id: str) -> PracticeEntry:
    scenario = load(scenario_id)
    return PracticeEntry(
        f"talk_{scenario_id}",
        _TALKS.get(scenario_id, ""),
        f"Talk with {scenario.name}",
        f"You {'write to' if scenario.email else 'talk with'} {scenario.name}, {scenario.role}. "
        f"You type what you would {'write' if scenario.email else 'say'}, and they answer. "
        "At the end you see what each of your lines did, and why.",
        f'practice.talk("{scenario_id}")',
        counts="whole",
    )


_KEPT_HERE = "keeps what you type on your own computer, in a file beside your progress"


def _promise_entry(name: str, lesson: str) -> PracticeEntry:
    """The promise that a lesson ends with ("promise"), or what came of it, in the next lesson ("kept")."""
    made = name == "promise"
    return PracticeEntry(
        f"{name}_{lesson}",
        lesson if made else f"{int(lesson) + 1:02}",
        "Your promise for this week" if made else "How did your promise go?",
        "You write down who you'll ask, what, and by when. It stays on your computer."
        if made
        else f"You see the promise that you made at the end of lesson {lesson}, and say what happened.",
        f'practice.{"promise" if made else "kept_promise"}("{lesson}")',
        counts="no",
        not_in_browser=_KEPT_HERE,
    )


def _my_entry(part: str) -> PracticeEntry:
    one = parts()[part]
    return PracticeEntry(
        f"my_{part}",
        "my",
        one.title,
        f"{one.what} None of it is marked or handed in.",
        f'practice.my_deals("{part}")',
        counts="no",
        not_in_browser=_KEPT_HERE,
    )


def _data_entry(name: str) -> PracticeEntry:
    data, rounds = load_rounds(name)
    return PracticeEntry(
        name,
        name[:2],
        data["title"],
        data["what"],
        f'practice.play("{name}")',
        rounds=lambda: rounds,
        on_paper=lambda: rounds,
    )


@cache
def practice_entry(name: str) -> PracticeEntry:
    """The practice of that name. Raises KeyError where there is none."""
    found = next((one for one in _LISTED if one.name == name), None)
    if found is not None:
        return found
    if name.startswith("my_") and name.removeprefix("my_") in parts():
        return _my_entry(name.removeprefix("my_"))
    kind, _, lesson = name.partition("_")
    if kind in ("promise", "kept") and lesson in PROMISED:
        return _promise_entry(kind, lesson)
    if name.startswith("talk_"):
        return _talk_entry(name.removeprefix("talk_"))
    if not re.fullmatch(r"\w+", name) or not (DATASETS / f"practices/{name}.yaml").exists():
        raise KeyError(name)
    return _data_entry(name)


@cache
def all_practices() -> tuple[PracticeEntry, ...]:
    """Every practice that a lesson shows, by lesson."""
    names = [path.stem for path in (DATASETS / "practices").glob("*.yaml")]
    names += [one.name for one in _LISTED if one.lesson] + [f"talk_{scenario}" for scenario in _TALKS]
    names += [f"my_{part}" for part in parts()]
    names += [f"{kind}_{lesson}" for kind in ("promise", "kept") for lesson in PROMISED]
    return tuple(sorted(map(practice_entry, names), key=lambda one: (one.lesson, one.name)))


def round_named(name: str) -> Exercise | None:
    """The round of that name ("03_sides.2") of any practice; None where there is none."""
    return next((one for entry in all_practices() for one in entry.rounds() if one.id == name), None)


def shown_by(source: str) -> PracticeEntry | None:
    """The practice that a lesson's cell shows, by the cell's source; None where it shows none."""
    lines = {line.strip() for line in source.splitlines()}
    return next((one for one in all_practices() if one.code in lines), None)
