"""What the learner typed about their own selling: ``my-deals.json`` beside the progress file, on this computer alone.

    {"version": 1,
     "selling":  {"me": {"what", "whom", "price", "words": text}},
     "pitches":  {id: {"pitch", "need", "today": text}},
     "leads":    {id: {"name", "shows", "hours": text}},
     "deals":    {id: {"name", …, "step.owner", …: text}},
     "promises": {id: {field: text}},
     "replaced": [{"section", "item", "field", "text", "when"}]}

A section holds items, an item holds fields, a field holds text: so two windows that type in different boxes are both
kept. Where they typed in the same box, the later text stands there, and the other one goes to "replaced". Items stand
in the order in which they were added. What a later version adds is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from sellbackwards.course import private_home
from sellbackwards.practice.private_file import broken_files, change_file, read_file

VERSION = 1
SECTIONS = ("selling", "pitches", "leads", "deals", "promises")
ME = "me"
"""The one item of "selling"."""
_MOST_REPLACED = 100

Fields = dict[str, str]


class Replaced(NamedTuple):
    """A text that another window had put into a box before this one's took its place."""

    section: str
    item: str
    field: str
    text: str


def workbook_file() -> Path:
    """Where it is kept."""
    return private_home() / "my-deals.json"


def read_book() -> dict[str, dict[str, Fields]]:
    """Every section with its items; what isn't text is passed over."""
    data = read_file(workbook_file(), SECTIONS)
    return {section: _items(data.get(section)) for section in SECTIONS}


def items(section: str) -> dict[str, Fields]:
    """The items of one section, by id, in the order in which they were added."""
    return read_book()[section]


def keep_fields(section: str, item: str, texts: Mapping[str, str], known: Mapping[str, str]) -> Fields:
    """Keep these texts of an item; its other fields stay. `known`: what the file said of them when it was last read.

    Returns, by field, what another window has put there since and this one didn't know; it is kept as "replaced".
    Raises OSError where the file can't be written.
    """
    lost: Fields = {}

    def change(data: dict[str, Any]) -> None:
        there = _item(data, section, item)
        for field, text in texts.items():
            now = there.get(field, "")
            if isinstance(now, str) and now.strip() and now not in (text, known.get(field, "")):
                lost[field] = now
                _list(data, "replaced").append(
                    {"section": section, "item": item, "field": field, "text": now, "when": _now()}
                )
            there[field] = text
        del _list(data, "replaced")[:-_MOST_REPLACED]

    _change(change)
    return lost


def remove_item(section: str, item: str) -> None:
    """Take an item out. Raises OSError where the file can't be written."""
    _change(lambda data: data.get(section, {}).pop(item, None))


def replaced() -> list[Replaced]:
    """The texts that were replaced unseen, oldest first."""
    data = read_file(workbook_file(), SECTIONS)
    rows = data.get("replaced")
    found = []
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and all(isinstance(row.get(name), str) for name in Replaced._fields):
            found.append(Replaced(*(row[name] for name in Replaced._fields)))
    return found


def set_aside() -> list[Path]:
    """Broken files that were set aside, oldest first."""
    return broken_files(workbook_file())


def forget() -> None:
    """Delete all of it, with the broken files and what a crash left. Raises OSError where a file can't be deleted."""
    path = workbook_file()
    left = path.parent.glob(f"{path.stem}.*.part") if path.parent.is_dir() else ()
    for one in (path, *set_aside(), *left):
        one.unlink(missing_ok=True)


def _change(change: Any) -> None:
    def with_version(data: dict[str, Any]) -> None:
        version = data.get("version")
        data["version"] = max(VERSION, version) if isinstance(version, int) else VERSION
        change(data)

    change_file(workbook_file(), SECTIONS, {}, with_version)


def _item(data: dict[str, Any], section: str, item: str) -> dict[str, Any]:
    found = data.setdefault(section, {}).setdefault(item, {})
    if not isinstance(found, dict):
        found = data[section][item] = {}
    return found


def _list(data: dict[str, Any], name: str) -> list[Any]:
    found = data.setdefault(name, [])
    if not isinstance(found, list):
        found = data[name] = []
    return found


def _items(section: Any) -> dict[str, Fields]:
    found: dict[str, Fields] = {}
    for name, fields in section.items() if isinstance(section, dict) else ():
        with suppress(AttributeError):
            found[str(name)] = {str(field): text for field, text in fields.items() if isinstance(text, str)}
    return found


def _now() -> str:
    return datetime.now(UTC).isoformat()
