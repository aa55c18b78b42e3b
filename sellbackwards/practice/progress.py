"""The learner's progress file: drafts of what was typed, rounds that were done, and answers that passed.

One JSON file in the user's own data folder (``SELLBACKWARDS_HOME`` overrides it); it never leaves the computer.

    {"version": 2,
     "drafts": {practice: {box: text}},
     "rounds": {round: {"first", "last": times, "grade", "card": how well it is remembered, as `fsrs` writes it}},
     "touched": {practice: time of the last keystroke or click that was kept},
     "answers": {exercise: {"last": time, "status", "passed": the last answer that passed, or ""}}}

Version 1 had no "rounds"; `recall.history` makes them from its drafts. What a later version adds is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sellbackwards.course import private_home
from sellbackwards.practice.private_file import broken_files, change_file, read_file

VERSION = 2
_PARTS = ("drafts", "rounds")


def progress_file() -> Path:
    """Where the progress of this user is kept."""
    return private_home() / "progress.json"


def _read(path: Path) -> dict[str, Any]:
    """What the file holds; empty where there is none. A broken file is set aside, never overwritten."""
    return read_file(path, _PARTS)


def set_aside() -> list[str]:
    """The names of broken progress files that were set aside, oldest first."""
    return [path.name for path in broken_files(progress_file())]


def drafts(practice: str) -> dict[str, str]:
    """What was last typed in each box of a practice, by the box's name."""
    return _texts(_read(progress_file()).get("drafts", {}).get(practice, {}))


def all_drafts() -> dict[str, dict[str, str]]:
    """The drafts of every practice."""
    return {name: _texts(kept) for name, kept in _read(progress_file()).get("drafts", {}).items()}


def _texts(kept: Any) -> dict[str, str]:
    return {str(box): text for box, text in kept.items() if isinstance(text, str)} if isinstance(kept, dict) else {}


def keep_drafts(practice: str, typed: dict[str, str]) -> None:
    """Keep what stands in the boxes of a practice."""

    def change(data: dict[str, Any]) -> None:
        data.setdefault("drafts", {})[practice] = typed
        touched = data.get("touched")
        data["touched"] = {**(touched if isinstance(touched, dict) else {}), practice: datetime.now(UTC).isoformat()}

    _change(change)


def rounds() -> dict[str, Any] | None:
    """What was done, by round, as the file has it; None where the file is of version 1, which doesn't say."""
    data = _read(progress_file())
    return None if data and "rounds" not in data and _version(data) < VERSION else data.get("rounds", {})


def keep_rounds(done: Mapping[str, Any]) -> None:
    """Keep these rounds, over what the file says of them; the others stay."""

    def change(data: dict[str, Any]) -> None:
        data["version"] = max(VERSION, _version(data))
        data.setdefault("rounds", {}).update(done)

    _change(change)


def keep_answer(exercise: str, status: str, text: str, now: datetime | None = None, *, worked_on: bool = True) -> None:
    """An answer to an exercise was judged; nothing is kept of one that is empty.

    Where it was only found on a page that was opened, and nobody has `worked_on` it, the time stays as it was.
    """
    if status == "not answered":
        return

    def change(data: dict[str, Any]) -> None:
        answers = data.get("answers")
        answers = data["answers"] = answers if isinstance(answers, dict) else {}
        before = answers.get(exercise)
        passed = text if status == "passed" else _passed(before)
        if worked_on:
            when = {"last": (now or datetime.now(UTC)).isoformat()}
        else:
            when = {"last": before["last"]} if isinstance(before, dict) and "last" in before else {}
        answers[exercise] = {**when, "status": status, "passed": passed}

    _change(change)


def passed_answer(exercise: str) -> str:
    """The last answer to an exercise that passed; "" where none did."""
    answers = _read(progress_file()).get("answers")
    return _passed(answers.get(exercise)) if isinstance(answers, dict) else ""


def last_answered() -> dict[str, datetime]:
    """When each exercise was last checked; what can't be read is passed over."""
    answers = _read(progress_file()).get("answers")
    found = {}
    for exercise, entry in answers.items() if isinstance(answers, dict) else ():
        with suppress(KeyError, TypeError, ValueError):
            found[str(exercise)] = datetime.fromisoformat(entry["last"]).astimezone(UTC)
    return found


def last_touched() -> dict[str, datetime]:
    """When something was last entered in each practice; what can't be read is passed over."""
    touched = _read(progress_file()).get("touched")
    found = {}
    for practice, when in touched.items() if isinstance(touched, dict) else ():
        with suppress(TypeError, ValueError):
            found[str(practice)] = datetime.fromisoformat(when).astimezone(UTC)
    return found


def _passed(entry: Any) -> str:
    text = entry.get("passed") if isinstance(entry, dict) else ""
    return text if isinstance(text, str) else ""


def kept_at() -> datetime:
    """When the file was last written; now, where there is none."""
    try:
        return datetime.fromtimestamp(progress_file().stat().st_mtime, UTC)
    except OSError:
        return datetime.now(UTC)


def _version(data: Mapping[str, Any]) -> int:
    version = data.get("version", 1)
    return version if isinstance(version, int) else 1


def _change(change: Callable[[dict[str, Any]], None]) -> None:
    """Change what the file holds.

    A full disk or a read-only home must not stop a learner: the practice goes on, only nothing is kept.
    """
    with suppress(OSError):
        change_file(progress_file(), _PARTS, {"version": VERSION, "drafts": {}, "rounds": {}}, change)
