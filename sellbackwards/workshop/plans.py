"""Read the plans of the workshop and its sheets from ``workshop/*.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sellbackwards.course import ROOT
from sellbackwards.practice.catalogue import PracticeEntry, practice_entry

FOLDER = ROOT / "workshop"
EACH = {
    "person": "each person",
    "pair": "each pair",
    "readers": "two readers, and one for each pair",
    "table": "each table of three",
}
"""For whom something is printed, as the plans say it."""
_LATER = re.compile(r"\{\+(\d+)\}")


class WorkshopError(Exception):
    """A mistake in workshop/*.yaml: place and remedy in one line."""


@dataclass(frozen=True)
class Step:
    """One row of a plan. `minutes`: its length; `sheets`: what lies on the table; `if_wrong`: what then."""

    minutes: int
    title: str
    do: str = ""
    say: str = ""
    if_wrong: str = ""
    sheets: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    goodbye: bool = False
    """Here the page to take home is given out, and people hear how the course goes on."""

    def at(self, begins: int) -> Step:
        """The step with its clock times: "{+19}" is 19 minutes after it begins."""

        def told(text: str) -> str:
            return _LATER.sub(lambda found: clock_text(begins + int(found[1])), text)

        return replace(self, do=told(self.do), say=told(self.say), if_wrong=told(self.if_wrong))


@dataclass(frozen=True)
class Session:
    """One sitting: `minutes` in all, its steps, and the lessons whose page people take home."""

    title: str
    minutes: int
    steps: tuple[Step, ...]
    lesson: str = ""
    take_home: tuple[str, ...] = ()

    @property
    def sheets(self) -> list[str]:
        """The sheets it needs, in the order of use."""
        return list(dict.fromkeys(sheet for step in self.steps for sheet in step.sheets))

    @property
    def cards(self) -> list[str]:
        """The buyers whose cards it needs."""
        return list(dict.fromkeys(card for step in self.steps for card in step.cards))

    def clock(self, begins: int) -> list[tuple[str, Step]]:
        """When each step begins, and the step with its own clock times; `begins`: minutes after midnight."""
        times, now = [], begins
        for step in self.steps:
            times.append((clock_text(now), step.at(now)))
            now += step.minutes
        return times


@dataclass(frozen=True)
class Plan:
    """A workshop of a length: one sitting or several."""

    id: str
    title: str
    who_for: str
    sessions: tuple[Session, ...]

    @property
    def steps(self) -> Iterator[Step]:
        """The steps of all its sittings."""
        return (step for session in self.sessions for step in session.steps)

    @property
    def sheets(self) -> list[str]:
        """The sheets it needs, in the order of use."""
        return list(dict.fromkeys(sheet for session in self.sessions for sheet in session.sheets))

    @property
    def cards(self) -> list[str]:
        """The buyers whose cards it needs."""
        return list(dict.fromkeys(card for session in self.sessions for card in session.cards))


@dataclass(frozen=True)
class Sheet:
    """One sheet to hand out. Each part names what stands on it: a practice, a pitch, a call, a cell of a lesson."""

    id: str
    title: str
    parts: tuple[Mapping[str, Any], ...]
    each: str = "person"
    """For whom one is printed: a key of `EACH`."""


@cache
def plans() -> tuple[Plan, ...]:
    """Every plan, in the file's order. Raises WorkshopError."""
    return tuple(
        Plan(one["id"], one["title"], one["who_for"], tuple(map(_session, one["sessions"])))
        for one in read(FOLDER / "plans.yaml")
    )


def _session(data: Mapping[str, Any]) -> Session:
    steps = tuple(
        Step(
            **{
                **step,
                "title": step.get("title") or _title_of_its_sheet(step),
                "sheets": tuple(step.get("sheets", ())),
                "cards": tuple(step.get("cards", ())),
            }
        )
        for step in data["steps"]
    )
    lesson = data.get("lesson", "")
    take_home = tuple(data.get("take_home", [lesson] if lesson else []))
    found = Session(data["title"], data["minutes"], steps, lesson, take_home)
    told = sum(step.minutes for step in steps)
    if told != found.minutes:
        raise WorkshopError(
            f"workshop/plans.yaml, {found.title}: its steps add up to {told} minutes, not to {found.minutes}"
        )
    return found


def _title_of_its_sheet(step: Mapping[str, Any]) -> str:
    name = step.get("sheets", ("",))[-1]
    if name not in sheets():
        raise WorkshopError(
            f"workshop/plans.yaml: a step of {step['minutes']} minutes needs a title or a sheet that there is"
        )
    return sheets()[name].title


@cache
def sheets() -> Mapping[str, Sheet]:
    """Every sheet, by id. Raises WorkshopError."""
    found = {
        one["id"]: Sheet(one["id"], _sheet_title(one), tuple(one["parts"]), one.get("each", Sheet.each))
        for one in read(FOLDER / "sheets.yaml")
    }
    for sheet in found.values():
        if sheet.each not in EACH:
            raise WorkshopError(f"workshop/sheets.yaml, {sheet.id}: each: {sheet.each}; take one of {', '.join(EACH)}")
    return found


def practice_named(name: str) -> PracticeEntry:
    """The practice that a sheet or a step names. Raises WorkshopError."""
    try:
        return practice_entry(name)
    except KeyError:
        raise WorkshopError(
            f"workshop/sheets.yaml: there is no practice {name}; take a name of sellbackwards/practice/catalogue.py"
        ) from None


def _sheet_title(data: Mapping[str, Any]) -> str:
    """The sheet's own title, or that of the practice or cell with which it begins."""
    first = data["parts"][0]
    return str(data.get("title") or first.get("cell") or practice_named(first["practice"]).title)


def read(path: Path) -> Sequence[Any]:
    """What a YAML file of the workshop holds. Raises WorkshopError."""
    try:
        found: Sequence[Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise WorkshopError(f"{path}: can't be read ({' '.join(str(error).split())})") from None
    return found


def clock_text(minutes: int) -> str:
    """810 → "13:30"; after midnight it begins anew."""
    return f"{minutes // 60 % 24}:{minutes % 60:02}"


def minutes_of(text: str) -> int:
    """ "13:30" → 810. Raises WorkshopError."""
    hours, _, minutes = text.partition(":")
    if not (hours.isdigit() and minutes.isdigit() and len(minutes) == 2 and int(hours) < 24 and int(minutes) < 60):
        raise WorkshopError(f"--begins {text}: type a time of day, such as 9:00 or 13:30")
    return int(hours) * 60 + int(minutes)
