"""Find words that a learner typed outside an answer box, in a cell of their own above or below it."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.answers import answers_in_cell, exercise_of_cell_id

_HEADING = re.compile(r"\s*#{1,6}[ \t]+(\d{1,2}\.\d{1,2})[ \t]")
_LONGEST_CODE = 2_000
"""Characters of a code cell that are looked at, to see whether it is Python or words."""


def words_beside(notebook: Mapping[str, Any]) -> dict[str, str]:
    """Exercise id → the words in cells of the learner's own between its prompt and the next one. Nothing is run.

    Only where the course's own cells can be told: by their ids, or since they can't be edited.
    """
    cells = [cell for cell in notebook.get("cells", ()) if isinstance(cell, Mapping)]
    own = _set_name(notebook)
    if not any(_is_ours(cell, own) for cell in cells):
        return {}
    found: dict[str, list[str]] = {}
    here = ""
    for cell in cells:
        text, cell_id = source_of(cell), str(cell.get("id", ""))
        heading = _HEADING.match(text) if cell.get("cell_type") == "markdown" else None
        held = [] if heading or _is_ours(cell, own) else answers_in_cell(text, cell_id)
        if heading:
            here = heading[1]
        elif held or exercise_of_cell_id(cell_id):
            here = held[-1].exercise if held else here
        elif here and not _is_ours(cell, own) and _is_words(cell, text):
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


def _is_ours(cell: Mapping[str, Any], own: str) -> bool:
    metadata = cell.get("metadata")
    locked = isinstance(metadata, Mapping) and metadata.get("editable") is False
    return locked or bool(own and str(cell.get("id", "")).startswith(f"{own}-"))


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
    plain = (ast.Name, ast.Constant, ast.Tuple)
    return all(isinstance(line, ast.Expr) and isinstance(line.value, plain) for line in lines)
