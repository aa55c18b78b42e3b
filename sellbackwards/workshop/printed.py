"""A template of this room as a page to print."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from sellbackwards.publishing.site import style
from sellbackwards.workshop.markdown import html
from sellbackwards.workshop.wall import HERE, environment


def printed(template: str, title: str, **values: Any) -> str:
    """The page (HTML), in the course's style and that of paper; everything is escaped but what is Markup."""
    css = style() + (HERE / "templates/print.css").read_text(encoding="utf-8")
    return environment().get_template(template).render(title=title, style=Markup(css), markdown=html, **values)
