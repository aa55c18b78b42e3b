"""Small made-up sets of exercises, notebooks for them, and a run of the grader on what lies in a folder."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.model import Exercise, ExerciseSet
from sellbackwards.grading import Settings, Summary, Wanted, grade

Rows = list[dict[str, str]]


def _choice(number: str, title: str) -> Exercise:
    options = [
        {"text": "Tell them the price", "why": "They have not asked for it."},
        {"text": "Ask what they need", "why": "That is where it begins.", "right": True},
        {"text": "Send a brochure", "why": "Nobody reads brochures."},
    ]
    return Exercise(
        number, "choice", title, {"options": options}, hints=("Who talks first?",), after="Right, ask.", model="b"
    )


def _numbers(number: str, title: str) -> Exercise:
    spec = {"numbers": [{"name": "share", "value": 43, "within": 1, "unit": "%"}]}
    return Exercise(number, "numbers", title, spec, hints=("Look at the chart.",), model="share: 43", points=2)


def _set(name: str) -> ExerciseSet:
    lesson = int(name[:2])
    return ExerciseSet(
        name, f"Exercises {name[:2]}", (_choice(f"{lesson}.1", "What first?"), _numbers(f"{lesson}.2", "How much?"))
    )


FIRST, SECOND = "01_first_steps", "02_next_steps"
NAME = f"{FIRST}.ipynb"
BEFORE, AFTER = "00_where_i_stand", "07_where_i_stand_now"
SETS = tuple(map(_set, (BEFORE, FIRST, SECOND, AFTER)))
RIGHT = ("b", "share: 43")
WRONG = ("a", "share: 12")
UNSURE = ("maybe?", "share: 43")  # no letter in it: the machine can't tell


def notebook(*answers: str, name: str = FIRST) -> dict[str, Any]:
    """An exercise notebook of one of our sets with these answers typed in, as JupyterLab saves it."""
    found = next(one for one in SETS if one.name == name)
    cells: list[dict[str, Any]] = [
        {"cell_type": "markdown", "id": f"{name}-01", "metadata": {}, "source": f"# {found.title}"}
    ]
    for n, one in enumerate(found.exercises):
        shown = KINDS[one.kind].shown(one.spec)
        prompt = f"## {one.id} {one.title}\n\nA prompt.\n\n{shown}"
        cells.append(
            {"cell_type": "markdown", "id": f"{name}-{n}", "metadata": {}, "source": prompt.splitlines(keepends=True)}
        )
        text = answers[n] if n < len(answers) else ""
        cells.append(code(f"%%answer {one.id}\n{text}", f"answer-{one.id.replace('.', '-')}", deletable=False))
    return {"cells": cells, "metadata": {"sellbackwards": {"set": name}}, "nbformat": 4, "nbformat_minor": 5}


def code(source: str, cell_id: str, **metadata: Any) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": cell_id,
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def as_bytes(found: Mapping[str, Any]) -> bytes:
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def save(place: Path, found: Mapping[str, Any] | bytes) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(found if isinstance(found, bytes) else as_bytes(found))
    return place


def table(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def grades(out: Path) -> Rows:
    return table(out / "grades.csv")


def marks(out: Path, learner: str) -> list[str]:
    """The statuses of a learner's rows, in order."""
    return [row["status"] for row in grades(out) if row["learner"] == learner]


def reasons(out: Path, learner: str) -> str:
    return "\n".join(row["reason"] for row in grades(out) if row["learner"] == learner)


def run(submissions: Path, out: Path, settings: Settings | None = None, **more: Any) -> Summary:
    """Grade with the made-up sets. `more`: what `grade` takes, and the fields of `Wanted`."""
    wanted = Wanted(**{name: more.pop(name) for name in list(more) if name in Wanted.__dataclass_fields__})
    jobs = more.pop("jobs", 2)
    return grade(submissions, out, settings=settings, jobs=jobs, sets=SETS, wanted=wanted, **more)


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() or path.is_symlink()}


def statuses(rows: Iterable[Mapping[str, str]]) -> list[tuple[str, str, str]]:
    return [(row["learner"], row["exercise"], row["status"]) for row in rows]
