"""Escape CSV cells, so that a spreadsheet shows them and doesn't calculate them."""

from __future__ import annotations

import re

# What a spreadsheet takes for the beginning of a formula, also in full width, also behind blanks.
_FORMULA = re.compile(r"^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]")


def csv_safe(text: str) -> str:
    """A text for a cell: one that a spreadsheet would take for a formula gets a leading apostrophe."""
    return f"'{text}" if _FORMULA.match(text) else text
