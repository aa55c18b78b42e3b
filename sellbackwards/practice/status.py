"""Report the learner's progress as data for the course's panel in JupyterLab; `server_extension` serves it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from sellbackwards.exercises.catalogue import set_names
from sellbackwards.exercises.notebook_verdicts import NotebookError, judge_notebook_file
from sellbackwards.practice.catalogue import all_practices
from sellbackwards.practice.progress import last_answered, last_touched
from sellbackwards.practice.progress_html import day_text
from sellbackwards.practice.recall import due, history, next_due


def course_status(answers: Path) -> dict[str, Any]:
    """What was done of each page, and what is due.

    {"lessons": {"01": {practice: [rounds done, rounds asked for]}},
     "exercises": {"01_sell_backwards": {"1.1": status}},
     "touched": {practice or exercise: when it was last worked on, in seconds since 1970},
     "due": {"01": rounds to come back to today}, "next": the day of the next, in words, or null}
    """
    done = history()
    counts = Counter(name.partition(".")[0] for name in done)
    lessons: dict[str, dict[str, list[int]]] = {}
    for one in all_practices():
        if one.lesson and one.counts != "no":
            asked = one.asked or len(one.rounds()) or 1
            lessons.setdefault(one.lesson, {})[one.name] = [min(counts[one.name], asked), asked]
    exercises = {name: _statuses(answers / f"{name}.ipynb") for name in set_names()}
    waiting, later = due(), next_due()
    return {
        "lessons": lessons,
        "exercises": exercises,
        "touched": {name: when.timestamp() for name, when in (last_touched() | last_answered()).items()},
        "due": dict(Counter(item.lesson for item in waiting)),
        "next": day_text(later[0], datetime.now(UTC).astimezone().date()) if later else None,
    }


def _statuses(path: Path) -> dict[str, str]:
    """The status of each exercise in a learner's copy; empty where there is none, or where it can't be read."""
    try:
        return _statuses_at(path, path.stat().st_mtime_ns)
    except OSError:
        return {}


@lru_cache(maxsize=64)
def _statuses_at(path: Path, changed: int) -> dict[str, str]:
    try:
        return {one.id: verdict.status for one, verdict in judge_notebook_file(path)[1]}
    except NotebookError:
        return {}
