"""Find words that a learner typed outside an answer box, in a cell of their own above or below it."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from sellbackwards.course import EXERCISES
from sellbackwards.exercises.answers import answers_in_cell, exercise_of_cell_id

_HEADING = re.compile(r"\s*#{1,6}[ \t]+(\d{1,2}\.\d{1,2})[ \t]")
_LONGEST_CODE = 2_000
"""Characters of a code cell that are looked at, to see whether it is Python or words."""


def words_beside(notebook: Mapping[str, Any]) -> dict[str, str]:
    """Exercise id → the words in cells of the learner's own between its prompt and the next one. Nothing is run.

    Only where the course's own cells can be told: by their ids, since they can't be edited, or, in a file that another
    program has saved without both, by their text.
    """
    cells = [cell for cell in notebook.get("cells", ()) if isinstance(cell, Mapping)]
    is_ours = _ours_in(notebook, cells)
    if is_ours is None:
        return {}
    found: dict[str, list[str]] = {}
    here = ""
    for cell in cells:
        text, cell_id = source_of(cell), str(cell.get("id", ""))
        heading = _HEADING.match(text) if cell.get("cell_type") == "markdown" else None
        held = [] if heading or is_ours(cell) else answers_in_cell(text, cell_id)
        if heading:
            here = heading[1]
        elif held or exercise_of_cell_id(cell_id):
            here = held[-1].exercise if held else here
        elif here and not is_ours(cell) and _is_words(cell, text):
            found.setdefault(here, []).append(text.strip())
    return {exercise: "\n".join(texts) for exercise, texts in found.items()}


def source_of(cell: Mapping[str, Any]) -> str:
    """A cell's text, which a file holds as one string or as lines."""
    source = cell.get("source", "")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def _set_name(notebook: Mapping[str, Any]) -> str:
    named: Any = notebook
    for name in ("metadata", "sellbackwards", "set"):
        named = named.get(name) if isinstance(named, Mapping) else None
    return named if isinstance(named, str) else ""


def _ours_in(notebook: Mapping[str, Any], cells: list[Mapping[str, Any]]) -> Callable[[Mapping[str, Any]], bool] | None:
    """What tells the course's own cells; None where nothing does."""
    own = _set_name(notebook)

    def marked(cell: Mapping[str, Any]) -> bool:
        metadata = cell.get("metadata")
        locked = isinstance(metadata, Mapping) and metadata.get("editable") is False
        return locked or bool(own and str(cell.get("id", "")).startswith(f"{own}-"))

    if any(map(marked, cells)):
        return marked
    texts = {_squeezed(cell) for cell in cells}
    for page in sorted(EXERCISES.glob("*.ipynb")):
        known = _texts_of(page.name)
        if len(known & texts) >= _MOST * len(known):
            return lambda cell: _squeezed(cell) in known
    return None


_MOST = 0.8
"""The share of a page's texts that must be there: else the copy is of another release, and its prompts would pass for
a learner's words."""


@lru_cache(maxsize=16)
def _texts_of(name: str) -> frozenset[str]:
    """The texts of the course's own page of exercises, without its answer boxes."""
    cells = json.loads((EXERCISES / name).read_text(encoding="utf-8"))["cells"]
    return frozenset(_squeezed(cell) for cell in cells if not exercise_of_cell_id(cell["id"]))


def _squeezed(cell: Mapping[str, Any]) -> str:
    return " ".join(source_of(cell).split())


def _is_words(cell: Mapping[str, Any], text: str) -> bool:
    """Does a cell hold words and not code? One letter in a code cell may be an answer, too."""
    if not re.search(r"[^\W_]", text):
        return False
    if cell.get("cell_type") != "code":
        return True
    if re.match(r"\s*[%!?]", text) or len(text) > _LONGEST_CODE:
        return False
    try:
        lines = ast.parse(text.strip()).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    return all(map(_is_an_answer, lines))


def _is_an_answer(line: ast.stmt) -> bool:
    """Is a line that happens to be Python an answer of ours: "b", "3, 1, 2", "e - forward", "share: 43"?"""
    match line:
        case ast.Expr(ast.Name() | ast.Constant() | ast.Tuple() | ast.BinOp(left=ast.Name(), right=ast.Name())):
            return True
        case ast.AnnAssign(target=ast.Name(), annotation=ast.Name() | ast.Constant(), value=None):
            return True
    return False
