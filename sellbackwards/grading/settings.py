"""Read an instructor's settings (one small TOML file). Without it: the exercises' points, no deadline, 60 % to pass."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sellbackwards.exercises.model import ExerciseSet


class GradingError(Exception):
    """Something asked for that can't be done; one line that names the file, the place and the remedy."""


@dataclass(frozen=True)
class Settings:
    """`weights`: by lesson ("01_sell_backwards") or exercise ("1.4"), multiplied; 1 where nothing is said.

    `deadline`, `deadlines`: for all lessons, and by lesson. Late is told; `late_percent_off` of the points is taken
    off only where that is set. `pass_mark`: percent of the points, used in the report on the class.
    `before`, `after`: the two sets that are compared with each other.
    """

    pass_mark: float = 60.0
    weights: Mapping[str, float] = field(default_factory=dict)
    deadline: datetime | None = None
    deadlines: Mapping[str, datetime] = field(default_factory=dict)
    late_percent_off: float = 0.0
    before: str = "00_where_i_stand"
    after: str = "07_where_i_stand_now"

    def for_sets(self, sets: Sequence[ExerciseSet]) -> tuple[Settings, list[str]]:
        """(these settings with the sets' own names, "01 sell backwards" becoming "01_sell_backwards"; a line for each
        name that no lesson or exercise has)."""
        lessons = [one.name for one in sets]
        exercises = [exercise.id for one in sets for exercise in one.exercises]
        strange: list[str] = []

        def named(given: Mapping[str, Any], table: str, names: Sequence[str]) -> dict[str, Any]:
            found = {}
            for name, value in given.items():
                known = meant(name, names)
                if known is None:
                    near = get_close_matches(name, names, 1, 0.5)
                    hint = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(lessons)}"
                    strange.append(
                        f"[{table}] “{name}”: there is no such lesson or exercise, so it does nothing; {hint}"
                    )
                found[known or name] = value
            return found

        weights = named(self.weights, "weights", [*lessons, *exercises])
        return replace(self, weights=weights, deadlines=named(self.deadlines, "deadlines", lessons)), strange

    def weight(self, lesson: str, exercise: str) -> float:
        """By how much the points of an exercise are multiplied."""
        return self.weights.get(lesson, 1.0) * self.weights.get(exercise, 1.0)

    def late_by(self, lesson: str, when: float | None) -> str:
        """ "2 days" where a file from `when` (seconds since 1970) came after its deadline, else ""."""
        due = self.deadlines.get(lesson, self.deadline)
        if due is None or when is None:
            return ""
        minutes = (when - due.timestamp()) / 60  # a time without a zone is this computer's
        if minutes < 1:
            return ""
        for size, name in ((1440, "day"), (60, "hour"), (1, "minute")):
            if minutes >= size:
                count = int(minutes // size)
                return f"{count} {name}{'s' if count > 1 else ''}"
        return ""


def read_settings(path: Path | None) -> Settings:
    """The settings in a TOML file; what is sensible where there is none. Raises GradingError."""
    if path is None:
        return Settings()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise GradingError(f"{path}: can't be opened ({error.strerror}); check the name and the folder") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GradingError(f"{path}: isn't TOML ({error}); see docs/for_instructors.md for an example") from None
    unknown = sorted(set(data) - set(Settings.__dataclass_fields__))
    if unknown:
        known = ", ".join(Settings.__dataclass_fields__)
        raise GradingError(f"{path}: {unknown[0]}: there is no such setting; there are: {known}")
    given = {name: _READ[name](value, f"{path}: {name}") for name, value in data.items()}
    return Settings(**given)


def meant(name: str, names: Sequence[str]) -> str | None:
    """The name that was meant: spaces for underscores, capitals, or a lesson's number alone."""
    plain = re.sub(r"[\s_-]+", "_", name.strip().casefold())
    by_number = [one for one in names if plain.isdigit() and one.startswith(f"{int(plain):02d}_")]
    return next((one for one in names if plain == one.casefold()), by_number[0] if by_number else None)


def _number(value: Any, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1000:
        raise GradingError(f"{place}: {value!r} isn't a number from 0 to 1000; write it as in: 60")
    return float(value)


def _percent(value: Any, place: str) -> float:
    if _number(value, place) > 100:
        raise GradingError(f"{place}: {value!r} is more than 100 per cent; write it as in: 60")
    return float(value)


def _time(value: Any, place: str) -> datetime:
    if not isinstance(value, datetime):
        raise GradingError(f"{place}: {value!r} isn't a date and time; write it as in: 2026-12-01T18:00:00")
    return value


def _name(value: Any, place: str) -> str:
    if not isinstance(value, str):
        raise GradingError(f'{place}: {value!r} isn\'t the name of a lesson; write it as in: "00_where_i_stand"')
    return value


def _by_name(value: Any, place: str, read: Any) -> dict[str, Any]:
    """A table; an exercise written without quotes (1.4 = 2), which TOML takes for a table in a table, is understood."""
    if not isinstance(value, Mapping):
        raise GradingError(f"{place}: isn't a table; write it as in: [{place.rpartition(' ')[2]}] and a line for each")
    found: dict[str, Any] = {}
    for name, one in value.items():
        if isinstance(one, Mapping):
            found |= {f"{name}.{inner}": read(two, f"{place}: {name}.{inner}") for inner, two in one.items()}
        else:
            found[name] = read(one, f"{place}: {name}")
    return found


_READ: Mapping[str, Any] = {
    "pass_mark": _percent,
    "weights": lambda value, place: _by_name(value, place, _number),
    "deadline": _time,
    "deadlines": lambda value, place: _by_name(value, place, _time),
    "late_percent_off": _percent,
    "before": _name,
    "after": _name,
}
