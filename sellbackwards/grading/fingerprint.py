"""Fingerprint of all that a mark depends on besides the file: the code that judges, the exercises' keys, their data.

A mark of an earlier run is used again only where none of it has changed.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from sellbackwards.buyer.scenario_file import FOLDER as BUYERS
from sellbackwards.course import EXERCISES
from sellbackwards.exercises.model import ExerciseSet

PACKAGE = Path(__file__).resolve().parent.parent
ROOMS = ("design", "speech", "calls", "buyer", "exercises", "grading")
"""The rooms that judging may call: grading's own and those below it. A test looks at what is really read."""
_KEYS = PACKAGE / "exercises" / "keys"  # known by the sets themselves


def parts(sets: Sequence[ExerciseSet]) -> dict[str, str]:
    """Each part that judges, named for people, with the digest of its content."""
    found = {f"the code of {room}": _digest(_below(PACKAGE / room)) for room in ROOMS}
    found["the code that all rooms share"] = _digest(sorted(PACKAGE.glob("*.py")))
    found["the simulated buyers"] = _digest(_below(BUYERS))
    found["Python"] = platform.python_version()
    for one in sets:
        key = json.dumps(asdict(one), sort_keys=True, default=str)
        page = EXERCISES / f"{one.name}.ipynb"  # older copies are compared with it
        digest = _digest([page]) if page.is_file() else ""
        found[f"the exercises of {one.name}"] = sha256(f"{key}{digest}".encode()).hexdigest()
    return found


def key_of(found: Mapping[str, str]) -> str:
    """One name for all parts together."""
    return sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """The parts that are not as they were, named for people."""
    return [name for name in dict.fromkeys((*now, *before)) if before.get(name) != now.get(name)]


def _below(folder: Path) -> list[Path]:
    return sorted(_files(folder))


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            if path.name != "__pycache__" and path != _KEYS:
                yield from _files(path)
        elif path.suffix != ".pyc" and not path.name.startswith("."):
            yield path


def _digest(paths: Sequence[Path]) -> str:
    digest = sha256()
    for path in paths:
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)} ".encode() + data)
    return digest.hexdigest()
