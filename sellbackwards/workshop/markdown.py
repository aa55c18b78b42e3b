"""Markdown to HTML for the workshop's pages; wide tables scroll on their own, by keyboard too."""

from __future__ import annotations

import re

from markupsafe import Markup, escape
from nbconvert.filters import markdown2html

_ANCHOR = re.compile(r'<a class="anchor-link"[^>]*>.*?</a>')  # a sign beside each heading; on paper it only puzzles


def html(text: str, label: str) -> Markup:
    """`label`: what a screen reader calls the tables in it."""
    found = _ANCHOR.sub("", str(markdown2html(text)))
    scroll = f'<div class="scroll" tabindex="0" role="region" aria-label="Table: {escape(label)}"><table>'
    found = found.replace("<table>", scroll).replace("</table>", "</table></div>")
    return Markup(found.replace("<th>", '<th scope="col">'))
