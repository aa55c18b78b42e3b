"""A page of what people chose to share with their coach: a folder of the files that the page My deals makes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sellbackwards.practice.workbook.promises import STATES
from sellbackwards.workshop.printed import printed

MOST_BYTES = 2**20
"""Of one file: a person's promises and plan are some kilobytes."""
_LONGEST = 600  # characters of one text


class TeamError(Exception):
    """Why there is no page: place and remedy in one line."""


class _Unusable(Exception):
    pass


@dataclass(frozen=True)
class Plan:
    """The next call, as far as it was shared. `step` is one sentence."""

    deal: str
    when: str
    goal: str
    questions: tuple[str, ...]
    step: str


@dataclass(frozen=True)
class Person:
    """What one person shared."""

    name: str
    promises: tuple[Mapping[str, str], ...]
    plan: Plan | None


def team_page(folder: Path) -> tuple[str, list[str]]:
    """The page (HTML), and a line for each file that couldn't be read. Raises TeamError where no file could."""
    if not folder.is_dir():
        raise TeamError(f"{folder}: isn't a folder; name the one that holds what people shared (for my coach.json)")
    people, problems = [], []
    for path in sorted(folder.glob("*.json")):
        try:
            people.append(_person(path))
        except _Unusable as error:
            problems.append(f"{path.name}: {error}")
    if not people:
        why = f"; {problems[0]}" if problems else ""
        raise TeamError(f"{folder}: no file in it that My deals made for a coach (for my coach.json){why}")
    people.sort(key=lambda one: one.name.casefold())
    title = "What we promised, and what came of it"
    return printed("team.html", title, people=people, problems=problems), problems


def _person(path: Path) -> Person:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _Unusable("is larger than a file for a coach can be; ask for it anew")
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        raise _Unusable("can't be read as JSON; ask for it anew") from None
    if not isinstance(data, dict) or data.get("for") != "coach":
        raise _Unusable("isn't a file for a coach; on My deals it is the third link after “Make files”")
    rows = data.get("promises")
    promises = tuple(
        {name: _text(row, name) for name in ("lesson", "who", "question", "by", "said", "noticed")}
        | {"state": STATES.get(_text(row, "state"), STATES[""])}
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, dict)
    )
    return Person(_text(data, "name") or path.stem, promises, _plan(data.get("plan")))


def _plan(data: Any) -> Plan | None:
    if not isinstance(data, dict):
        return None
    questions = data.get("questions")
    step = data.get("step")
    parts = [_text(step, name) for name in ("action", "owner", "date", "purpose")] if isinstance(step, dict) else []
    plan = Plan(
        _text(data, "deal"),
        _text(data, "when"),
        _text(data, "goal"),
        tuple(_short(one) for one in (questions if isinstance(questions, list) else ()) if isinstance(one, str)),
        "; ".join(part for part in parts if part),
    )
    return plan if plan.goal or plan.questions or plan.step else None


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return _short(value) if isinstance(value, str) else ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST] + " …"
