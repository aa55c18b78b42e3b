"""A scenario's file, ``datasets/buyers/ID.yaml``: its format, and how it is read and checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sellbackwards.buyer.general_questions import ASKS
from sellbackwards.buyer.scenario import Chat, Email, Fact, Objection, Scenario, everyday
from sellbackwards.course import DATASETS, from_yaml
from sellbackwards.speech import AREAS

FOLDER = DATASETS / "buyers"


class ScenarioError(Exception):
    """A scenario that isn't there or can't be used: file, place and remedy in one line."""


_TEXT = {"type": "string", "minLength": 2}
_ID = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
_SEVERAL = {"type": "array", "minItems": 2, "uniqueItems": True, "items": _TEXT}
_WORDS = {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string", "pattern": "^[^A-Z]+$"}}
_IDS = {"type": "array", "minItems": 1, "uniqueItems": True, "items": _ID}
_PEOPLE = {
    "type": "object",
    "minProperties": 2,
    "propertyNames": {"pattern": r"^\w+$"},
    "additionalProperties": _TEXT,
}


def _entry(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "additionalProperties": False,
        "properties": {**required, **optional},
    }


# Situations in which a buyer must be heard in their own voice; in all others everyday lines may do.
OWN_VOICE = {
    "sale": ("hello", "unclear", "pitched", "guarded", "too_early", "wants_lead", "asks_to_buy", "agrees", "leaves"),
    "misfit": ("hello", "unclear", "pitched", "guarded", "too_early", "not_a_fit", "pressed_misfit", "leaves"),
}


def schema() -> dict[str, Any]:
    """The JSON schema of a scenario's file."""
    yes = {"type": "boolean"}
    return _entry(
        {
            "title": _TEXT,
            "buyer": _entry({"name": _TEXT, "role": _TEXT}, people=_PEOPLE),
            "seller": _entry({"offers": _TEXT}),
            "scene": {"type": "string", "minLength": 80},
            "opening": _TEXT,
            "ends": {"enum": ["sale", "misfit"]},
            "need": _TEXT,
            "cost": _TEXT,
            "facts": {
                "type": "array",
                "minItems": 12,
                "items": _entry(
                    {
                        "id": _ID,
                        "title": _TEXT,
                        "about": _WORDS,
                        "says": _SEVERAL,
                        "short": _TEXT,
                        "again": _TEXT,
                        "ask": {"type": "string", "pattern": r"[?.]$"},
                    },
                    answers={"type": "array", "minItems": 1, "items": {"enum": list(ASKS)}},
                    after=_IDS,
                    openness={"type": "number", "minimum": 0, "maximum": 0.7},
                    matters=yes,
                    costs=yes,
                    misfit=yes,
                    area={"enum": list(AREAS)},
                    by=_TEXT,
                    topic={"type": "string", "minLength": 4, "maxLength": 50, "pattern": "[^.?!]$"},
                ),
            },
            "objections": {
                "type": "array",
                "minItems": 4,
                "items": _entry(
                    {
                        "id": _ID,
                        "title": _TEXT,
                        "about": _WORDS,
                        "says": _SEVERAL,
                        "heard": _SEVERAL,
                        "brushed": _SEVERAL,
                    },
                    main=yes,
                    by=_TEXT,
                ),
            },
            "small_talk": {"type": "array", "minItems": 3, "items": _entry({"about": _WORDS, "says": _SEVERAL})},
            "lines": {
                "type": "object",
                "additionalProperties": False,
                "properties": dict.fromkeys(everyday(), _SEVERAL),
            },
            "expert": {"type": "array", "minItems": 8, "items": _TEXT},
        },
        openness={"type": "number", "minimum": 0.3, "maximum": 0.6},
        turns={"type": "integer", "minimum": 20, "maximum": 40},
        tension={"type": "number", "minimum": 0, "maximum": 0.7},
        wronged=yes,
        email=_entry(
            {"sent": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d$"}},
            chat_after={"type": "integer", "minimum": 1},
        ),
    )


def scenario_ids() -> list[str]:
    """The ids of all scenarios, in order."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


@cache
def load(ident: str) -> Scenario:
    """The scenario of that id. Raises ScenarioError."""
    if ident not in scenario_ids():
        raise ScenarioError(f"{ident}: there is no such buyer; choose one of: {', '.join(scenario_ids())}")
    return read_scenario(FOLDER / f"{ident}.yaml")


def read_scenario(path: Path) -> Scenario:
    """A scenario's file, checked. Raises ScenarioError: file, place, remedy."""
    try:
        data = from_yaml(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ScenarioError(f"{path.name}: can't be opened ({error.strerror}); check its name") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ScenarioError(f"{path.name}: line {line}: this isn't UTF-8; save the file as UTF-8") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else "somewhere"
        raise ScenarioError(
            f"{path.name}: {place}: this isn't YAML ({getattr(error, 'problem', 'unreadable')}); "
            "look for a colon or a quotation mark inside a text, and put that text in double quotes"
        ) from None
    problem = next(iter(_problems(data)), None)
    if problem:
        raise ScenarioError(f"{path.name}: {problem}")
    return _made(path.stem, data)


def _fits_schema(data: Any) -> bool:
    try:
        _schema_check()(data)
    except ValueError:  # fastjsonschema's own is one
        return False
    return True


@cache
def _schema_check() -> Callable[[Any], Any]:
    import fastjsonschema

    check: Callable[[Any], Any] = fastjsonschema.compile(schema(), use_default=False)
    return check


def _problems(data: Any) -> Iterable[str]:
    """What is wrong with a scenario, each with its place and remedy; the first is enough for an author."""
    error = None
    try:
        if not _fits_schema(data):
            import jsonschema  # takes more than a second: only for its good messages

            error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(schema()).iter_errors(data))
    except ModuleNotFoundError:  # in a browser; what comes with the course was checked where it was made
        return
    if error is not None:
        yield f"{_place(data, list(error.absolute_path))}: {error.message[:240]}; see docs/writing_buyers.md"
        return
    facts = {fact["id"]: fact for fact in data["facts"]}
    ids = [*(fact["id"] for fact in data["facts"]), *(objection["id"] for objection in data["objections"])]
    yield from (f"{ident}: two entries have this id; rename one" for ident, n in Counter(ids).items() if n > 1)
    for fact in data["facts"]:
        for before in fact.get("after", ()):
            if before not in facts:
                yield f"fact {fact['id']}: after names “{before}”, which is no fact; write the id of one"
    yield from _never_told(facts)
    yield from _nobody(data)
    if sum(fact.get("matters", True) for fact in data["facts"]) < 10:
        yield "facts: fewer than 10 that matter; add some, or take “matters: false” off"
    if sum(fact.get("costs", False) for fact in data["facts"]) < 3 and data["ends"] == "sale":
        yield "facts: fewer than 3 say what the present state costs them; put “costs: true” on those that do"
    if any(fact.get("misfit") for fact in data["facts"]) != (data["ends"] == "misfit"):
        yield "facts: “misfit: true” stands on the hidden reason where “ends: misfit”, and nowhere else"
    if data["ends"] == "sale" and not 1 <= sum(objection.get("main", False) for objection in data["objections"]) <= 3:
        yield "objections: put “main: true” on one to three of them"
    for situation in OWN_VOICE[data["ends"]]:
        if situation not in data["lines"]:
            yield f"lines: “{situation}” is missing; write two or more things that this buyer would say there"


def _never_told(facts: Mapping[str, Any]) -> Iterable[str]:
    told: set[str] = set()
    while more := {
        name
        for name, fact in facts.items()
        if name not in told and (not fact.get("after") or told & set(fact["after"]))
    }:
        told |= more
    yield from (
        f"fact {name}: it can never come out, since its “after” leads round in a circle; break the circle"
        for name in facts
        if name not in told
    )


def _nobody(data: Mapping[str, Any]) -> Iterable[str]:
    people = data["buyer"].get("people", {})
    for kind in ("facts", "objections"):
        for entry in data[kind]:
            if (by := entry.get("by", "")) and by not in people:
                yield f"{kind[:-1]} {entry['id']}: by names “{by}”, who isn't there; write a name of buyer, people"
            elif people and not by:
                yield f"{kind[:-1]} {entry['id']}: several people sit there; write “by:” and whose it is"
    try:
        datetime.fromisoformat(data.get("email", {}).get("sent", "2026-01-01"))
    except ValueError:
        yield f"email, sent: “{data['email']['sent']}” is no day and time; write them as 2026-05-12T16:40"


def _place(data: Any, path: list[Any]) -> str:
    """Where in the file, in words: "fact old_oven, says"."""
    if len(path) >= 2 and path[0] in ("facts", "objections") and isinstance(path[1], int):
        entry = data[path[0]][path[1]]
        name = entry.get("id", f"no. {path[1] + 1}") if isinstance(entry, Mapping) else f"no. {path[1] + 1}"
        kind = {"facts": "fact", "objections": "objection"}[path[0]]
        return ", ".join([f"{kind} {name}", *map(str, path[2:])])
    return ", ".join(f"no. {part + 1}" if isinstance(part, int) else str(part) for part in path) or "the whole file"


def _made(ident: str, data: Mapping[str, Any]) -> Scenario:
    def tuples(entry: Mapping[str, Any]) -> dict[str, Any]:
        return {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}

    own = data["lines"]
    email = data.get("email")
    return Scenario(
        id=ident,
        title=data["title"],
        name=data["buyer"]["name"],
        role=data["buyer"]["role"],
        offers=data["seller"]["offers"],
        scene=" ".join(data["scene"].split()),
        opening=data["opening"],
        ends=data["ends"],
        need=data["need"],
        cost=data["cost"],
        facts=tuple(Fact(**tuples(fact)) for fact in data["facts"]),
        objections=tuple(Objection(**tuples(objection)) for objection in data["objections"]),
        chat=tuple(Chat(**tuples(chat)) for chat in data["small_talk"]),
        lines={name: (*own.get(name, ()), *lines) for name, lines in everyday(bool(email)).items()},
        expert=tuple(data["expert"]),
        openness=data.get("openness", 0.45),
        turns=data.get("turns", 30),
        tension=data.get("tension", 0.1),
        wronged=data.get("wronged", False),
        people=data["buyer"].get("people", {}),
        email=Email(**email | {"sent": datetime.fromisoformat(email["sent"])}) if email else None,
    )
