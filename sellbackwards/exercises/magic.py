"""The ``%%answer`` cell magic: judges the cell's text and shows a card; never a traceback.

An input transformer sees every cell before Python does, and takes an answer cell for what it is, by its first line or,
in JupyterLab, by the cell's id. So an empty answer, a deleted first line, or an apostrophe meets a card and not Python.
"""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path
from typing import Any

from sellbackwards.exercises.answers import Answer, answers_in_cell, answers_in_notebook
from sellbackwards.exercises.verdict_cards import message_card, standing_card, verdict_card
from sellbackwards.exercises.catalogue import exercise, exercise_set
from sellbackwards.exercises.judging import judge
from sellbackwards.exercises.notebook_verdicts import NotebookError, judge_all, read_notebook

GATE = "SELLBACKWARDS_GATE"
"""Environment variable: where it is "1", an answer that isn't right shows its card and then raises (nbval's gate)."""

_answers_run: dict[str, Answer] = {}  # what this kernel has seen, newest last


class AnswerNotRight(Exception):
    """Raised under the gate alone, after the card, so that nbval counts the cell as failed."""

    def _render_traceback_(self) -> list[str]:
        """What IPython prints in place of a traceback, which would lead nowhere and take twenty times the judgement."""
        return [f"{type(self).__name__}: {self}"]


def load(shell: Any) -> None:
    """Make a shell know answer cells. Doing it twice changes nothing."""
    transformers = shell.input_transformers_cleanup
    if not any(getattr(one, "of_sellbackwards", False) for one in transformers):
        transformers.insert(0, _transformer(shell))
    shell.register_magic_function(lambda line, cell: show(line.strip(), cell), "cell", "answer")
    shell.register_magic_function(how_do_i_stand, "line", "how_do_i_stand")


def _transformer(shell: Any) -> Any:
    def answer_cells(lines: list[str]) -> list[str]:
        source = "".join(lines)
        found = answers_in_cell(source, _cell_id(shell))
        if found:
            return [_call("show", one.exercise, one.text, one.notes) for one in found]
        return [_call("tell_about_prose")] if _is_prose(source) else lines

    answer_cells.of_sellbackwards = True  # type: ignore[attr-defined]
    return answer_cells


def _call(name: str, *arguments: Any) -> str:
    """A line of Python that calls one of our functions with plain data."""
    given = ", ".join(map(repr, arguments))
    return f"__import__('importlib').import_module({__name__!r}).{name}({given})\n"


def _cell_id(shell: Any) -> str | None:
    """The id of the cell being run, where the client sends it (JupyterLab does)."""
    try:
        parent = shell.kernel.get_parent("shell")
        return str(parent["metadata"]["cellId"])
    except (AttributeError, KeyError, TypeError, LookupError):
        return None


def _is_prose(source: str) -> bool:
    """Plain English in a cell for code (a split answer, a cell of the learner's own): words that Python can't read."""
    text = source.strip()
    if len(text.split()) < 3 or text.startswith(("%", "!", "?")) or re.search(r"[=(){}\[\]#<>\\|]", text):
        return False
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return True
    return False


def show(exercise_id: str, text: str, notes: tuple[str, ...] = ()) -> None:
    """Judge one answer and show its card."""
    one = exercise(exercise_id)
    if one is None:
        _display(
            message_card(
                f"There is no exercise {exercise_id}",
                "Look at the number in the heading above, and write it in the first line, as in: %%answer 1.1",
            )
        )
        _gate(False)
        return
    verdict = judge(one, text)
    remember(one.id, text, notes)
    _display(verdict_card(one, verdict, notes, text))
    _gate(verdict.passed or verdict.status == "for a person")


def remember(exercise_id: str, text: str, notes: tuple[str, ...] = ()) -> None:
    """This answer was judged in this kernel: `how_do_i_stand` counts it, also before the notebook is saved."""
    _answers_run.pop(exercise_id, None)
    _answers_run[exercise_id] = Answer(exercise_id, text, notes)


def tell_about_prose() -> None:
    """What a cell with plain English outside an answer cell shows."""
    _display(
        message_card(
            "This box isn't an answer box",
            "What you typed here is kept, but not judged. "
            "To answer, type in the box whose first line begins with %%answer.",
        )
    )


def how_do_i_stand(name: str) -> None:
    """The card at the foot of an exercise notebook: what is saved, and over it what has been run since."""
    found = exercise_set(name.strip())
    if found is None:
        _display(message_card("How do I stand?", f"There are no exercises called {name.strip()}."))
        return
    answers = {**_saved_answers(), **_answers_run}
    _display(
        standing_card(
            found.title, judge_all(found, answers), "Changed an answer? Check it again, and it counts here."
        )
    )


def _saved_answers() -> dict[str, Answer]:
    """The answers in the saved notebook that this kernel belongs to; none where it isn't known or can't be read."""
    path = Path(os.environ.get("JPY_SESSION_NAME", ""))
    try:
        return answers_in_notebook(read_notebook(path)) if path.suffix == ".ipynb" else {}
    except NotebookError:
        return {}


def _display(card: tuple[str, str]) -> None:
    from IPython.display import display

    html, words = card
    display({"text/html": html, "text/plain": words}, raw=True)


def _gate(right: bool) -> None:
    if not right and os.environ.get(GATE) == "1":
        raise AnswerNotRight("this exercise isn't right yet; see its card above")
