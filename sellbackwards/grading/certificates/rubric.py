"""What a certificate needs: the instructor's own rubric (one small YAML file), and the one that it begins with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import ceil
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Template

from sellbackwards.course import read_dataset
from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.grading.certificates.small_files import read_small
from sellbackwards.grading.settings import GradingError, meant
from sellbackwards.grading.tables import clean

KINDS = ("real", "role play", "simulated")
"""Calls: with a buyer; with somebody who plays one; with the course's program."""
_COURSE_S_OWN = "practices/06_observer.yaml"
_LARGEST = 200_000  # bytes
_SHARE = 0.75  # of a lesson's exercises; where the default rubric begins


@dataclass(frozen=True)
class Criterion:
    """One point of a call: its name, and when it is heard."""

    name: str
    heard_when: str


@dataclass(frozen=True)
class Rubric:
    """`kinds`: which calls count; `least_yes`: how many criteria must be "yes" where others didn't come up.

    `exercises`: set → how many of its exercises must be passed. `reviewer`: who decided the points in review.csv.
    Without criteria no call is judged; without exercises none is counted.
    """

    title: str
    issuer: str
    reviewer: str
    kinds: tuple[str, ...]
    least_yes: int
    criteria: tuple[Criterion, ...]
    exercises: Mapping[str, int]


def default_text(sets: Sequence[ExerciseSet]) -> str:
    """The rubric that an instructor begins with: the course's observer's card, and most exercises of each lesson."""
    points = read_dataset(_COURSE_S_OWN)["rounds"][0]["rubric"]
    lessons = [
        (one.name, ceil(_SHARE * len(one.exercises)), len(one.exercises))
        for one in sets
        if "where_i_stand" not in one.name
    ]
    source = (files("sellbackwards.grading") / "templates" / "rubric.yaml").read_text(encoding="utf-8")
    lines = [yaml.safe_dump(one, allow_unicode=True, width=10_000, default_style='"').strip() for one in points]
    template = Template(source, trim_blocks=True, keep_trailing_newline=True)
    return template.render(points=lines, lessons=lessons, least_yes=ceil(len(points) / 2) + 1)


def read_rubric(path: Path, sets: Sequence[ExerciseSet]) -> Rubric:
    """The rubric in a file. Raises GradingError, which names the place and the remedy."""
    data = read_small(path, _LARGEST, "a rubric; is it the right file?")
    try:
        given = yaml.safe_load(data.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        where = getattr(error, "problem_mark", None)
        line = f"line {where.line + 1}: " if where else ""
        raise GradingError(
            f"{path}: {line}isn't YAML; compare it with the rubric that certify writes where there is none"
        ) from None
    return _Reading(path).rubric(given, sets)


class _Reading:
    """Take a rubric from what YAML made of a file; each complaint names the file and the entry."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def rubric(self, given: Any, sets: Sequence[ExerciseSet]) -> Rubric:
        whole = self.table(given, "the file", ("title", "issuer", "reviewer", "call", "exercises"))
        call = self.table(whole.get("call"), "call", ("kinds", "least_yes", "criteria"))
        criteria = self.criteria(call.get("criteria"))
        kinds = tuple(self.texts(call.get("kinds"), "call: kinds")) or KINDS
        if strange := [one for one in kinds if one not in KINDS]:
            raise self.fault("call: kinds", f"{strange[0]!r} is no kind of call; there are: {', '.join(KINDS)}")
        title = self.text(whole.get("title"), "title")
        if not title:
            raise self.fault("title", "is missing; it says what the certificate is for")
        exercises = self.exercises(whole.get("exercises"), {one.name: len(one.exercises) for one in sets})
        if not criteria and not exercises:
            raise self.fault("call, exercises", "ask for nothing, and a certificate must rest on something")
        return Rubric(
            title=title,
            issuer=self.text(whole.get("issuer"), "issuer"),
            reviewer=self.text(whole.get("reviewer"), "reviewer"),
            kinds=kinds,
            least_yes=self.count(call.get("least_yes", len(criteria)), "call: least_yes", len(criteria)),
            criteria=criteria,
            exercises=exercises,
        )

    def criteria(self, given: Any) -> tuple[Criterion, ...]:
        found: list[Criterion] = []
        for text in self.texts(given, "call: criteria"):
            name, _, heard_when = (part.strip() for part in text.partition(":"))
            if not name or not heard_when:
                raise self.fault("call: criteria", f'“{text[:60]}” has no colon; write "Name: when it is heard"')
            if any(one.name.casefold() == name.casefold() for one in found):
                raise self.fault("call: criteria", f"“{name}” is there twice; give each a name of its own")
            found.append(Criterion(name, heard_when))
        return tuple(found)

    def exercises(self, given: Any, there: Mapping[str, int]) -> dict[str, int]:
        found = {}
        for name, count in self.table(given, "exercises").items():
            lesson = meant(str(name), list(there))
            if lesson is None:
                raise self.fault(f"exercises: {name}", f"there is no such lesson; there are: {', '.join(there)}")
            found[lesson] = self.count(count, f"exercises: {name}", there[lesson])
        return {name: found[name] for name in there if found.get(name)}

    def table(self, given: Any, place: str, known: Sequence[str] = ()) -> Mapping[str, Any]:
        if given is None:
            return {}
        if not isinstance(given, Mapping):
            raise self.fault(place, "isn't a list of “name: value”, a line for each")
        for name in given:
            if known and name not in known:
                raise self.fault(place, f"there is no {name!r}; there are: {', '.join(known)}")
        return given

    def texts(self, given: Any, place: str) -> list[str]:
        if given is None:
            return []
        if not isinstance(given, list):
            raise self.fault(place, "isn't a list; begin each line with “- ”")
        for one in given:
            if isinstance(one, Mapping):
                raise self.fault(place, f"“{next(iter(one), '')}”: put the whole line into quotation marks")
        return [self.text(one, place) for one in given]

    def text(self, given: Any, place: str) -> str:
        if given is None:
            return ""
        if not isinstance(given, str):
            raise self.fault(place, f"{given!r} isn't text; put it into quotation marks")
        return " ".join(clean(given).split())

    def count(self, given: Any, place: str, most: int) -> int:
        if isinstance(given, bool) or not isinstance(given, int) or not 0 <= given <= most:
            raise self.fault(place, f"{given!r} isn't a whole number from 0 to {most}")
        return given

    def fault(self, place: str, what: str) -> GradingError:
        return GradingError(f"{self.path}: {place}: {what}")
