"""Write the page of feedback for each lesson: all text is escaped, there is no script, and nothing is fetched."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from sellbackwards.design import CSS, minified
from sellbackwards.exercises.model import Exercise, ExerciseSet, Verdict
from sellbackwards.exercises.status_words import WORDS
from sellbackwards.exercises.verdict_cards import criteria_rows
from sellbackwards.grading.marking import Mark
from sellbackwards.grading.scoring import Score, points

_PLACE = files("sellbackwards.grading") / "templates"


@cache
def style_sheet() -> str:
    """The course's tokens, and what these pages make of them."""
    return minified(CSS + (_PLACE / "style.css").read_text(encoding="utf-8"))


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        loader=FunctionLoader(lambda name: (_PLACE / name).read_text(encoding="utf-8")),
    )
    style = style_sheet()
    # Only this very style sheet may be used; a style that came with an answer would not.
    environment.globals["style"] = Markup(style)
    environment.globals["style_hash"] = b64encode(sha256(style.encode()).digest()).decode()
    return environment


def render(name: str, **values: Any) -> str:
    """A page from its template."""
    return _environment().get_template(name).render(**values)


def feedback(found: ExerciseSet, learner: str, rows: Sequence[Score], notes: Sequence[str] = ()) -> str:
    """The page of one readable file."""
    exercises = {one.id: one for one in found.exercises}
    return render(
        "feedback.html",
        title=found.title,
        learner=learner,
        error="",
        passed=sum(row.share >= 1 for row in rows),
        points=points(sum(row.points or 0 for row in rows)),
        most=points(sum(row.max_points for row in rows)),
        waiting=sum(row.waits for row in rows),
        notes=notes,
        next=_next(rows, exercises),
        exercises=[_exercise(row, exercises[row.exercise]) for row in rows],
    )


def unreadable(title: str, learner: str, file: str, error: str) -> str:
    """The page of a file that can't be read."""
    return render("feedback.html", title=title, learner=learner, file=file, error=error)


def _exercise(row: Score, exercise: Exercise) -> dict[str, Any]:
    mark = row.mark
    decided = row.review is not None and row.review.points is not None and not row.waits
    state = WORDS[mark.status].page
    if decided and row.points is not None and mark.status != "passed":
        state = f"A person decided (the page said: {state.partition(':')[0].lower()})"
    return {
        "id": exercise.id,
        "title": exercise.title,
        "slug": "passed" if decided and row.share >= 1 else mark.status.replace("'", "").replace(" ", "-"),
        "state": state,
        "points": None if row.waits else points(row.points),
        "most": points(row.max_points),
        "comment": row.review.comment if row.review else "",
        "answer": mark.answer,
        "criteria": _criteria(mark),
        "notes": [note.removesuffix("; look at it yourself") for note in mark.notes],  # that is for the instructor
        "after": exercise.after if mark.status == "passed" else "",
    }


def _criteria(mark: Mark) -> list[tuple[str, str, str, str]]:
    """As on the learner's card; what is for a person is here not for the learner to judge."""
    if mark.status == "for a person":
        return [("?", "For a person", one.text, "") for one in mark.criteria]
    return criteria_rows(Verdict(mark.status, mark.criteria), mark.answer)


def _next(rows: Sequence[Score], exercises: Mapping[str, Exercise]) -> dict[str, str] | None:
    """The thing to practise next: the exercise nearest to being right, the first of several; else one not answered."""
    tried = [row for row in rows if row.mark.status == "not yet" and row.share < 1]
    untouched = [row for row in rows if row.mark.status == "not answered" and row.share < 1]
    if not (tried or untouched):
        return None
    row = max(tried, key=_nearness) if tried else untouched[0]
    missed = next((one.text for one in row.mark.criteria if one.met is False), "")
    exercise = exercises[row.exercise]
    hints = exercise.hints
    return {"id": exercise.id, "title": exercise.title, "criterion": missed, "hint": hints[0] if hints else ""}


def _nearness(row: Score) -> float:
    criteria = row.mark.criteria
    return sum(one.met is True for one in criteria) / len(criteria) if criteria else 0.0
