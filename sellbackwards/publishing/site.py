"""Write the course as a static web site; it also opens from a folder, with no network."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sellbackwards.authoring.overview import course_map
from sellbackwards.authoring.source import SourceError
from sellbackwards.authoring.source import read_page as read_source
from sellbackwards.course import EXERCISES, LESSONS, SOURCE
from sellbackwards.design import PLAYER_STYLE, chart_style
from sellbackwards.exercises.verdict_cards import STYLE
from sellbackwards.publishing.browser_practices import alive, page_of
from sellbackwards.publishing.pages import HERE, Page, read_page
from sellbackwards.publishing.paper_practices import on_paper

_IN_THE_COURSE = "This practice is done in the course itself, on your computer or on your class's server."


class PublishingError(Exception):
    """Why the pages can't be made: place and remedy in one line."""


@dataclass(frozen=True)
class Elsewhere:
    """Where practices run in a browser with nothing installed: what `sellbackwards lite` has made, at an `address` as
    seen from the site's first page, or a whole one (https://…)."""

    address: str

    def link(self, up: str, page: str = "") -> str:
        """The address as seen from a page that is `up` from the first one."""
        return ("" if "://" in self.address else up) + self.address.rstrip("/") + "/" + page


def write_site(out: Path, lite: Elsewhere | None = None) -> list[Page]:
    """Write the site into the folder `out`, over an earlier one. Returns its pages. Raises PublishingError."""
    try:
        pages = read_course("../", lite)
        for page in pages:
            _write(out / page.path, _page(page, pages, lite))
        for page in pages:
            if page.folder == "lessons":
                _write(out / f"handouts/{page.name}.html", handout(page))
        _write(out / "index.html", render("home.html", up="", here="index.html", **_frame(pages), **_home(pages, lite)))
        _write(out / "assets/site.css", style())
        _write(out / "assets/index.js", _index(pages))
        for script in sorted((HERE / "static").glob("*.js")):
            shutil.copyfile(script, out / "assets" / script.name)
    except OSError as error:
        raise PublishingError(
            f"{out}: can't be written ({error.strerror or error}); name a folder of your own"
        ) from None
    except SourceError as error:
        raise PublishingError(str(error)) from None
    return pages


def read_course(up: str = "../", lite: Elsewhere | None = None) -> list[Page]:
    """Every lesson and exercise as a page, in the course's order."""

    def asleep(page: str, practice: str) -> str:
        if lite is None or practice not in {one.entry.name for one in alive(page)}:
            return f"<p>{_IN_THE_COURSE}</p>"
        there = escape(lite.link(up, page_of(page)))
        return f'<p><a href="{there}">Do it here, in your browser</a>: nothing to install.</p>'

    paths = [*LESSONS.glob("*.ipynb"), *EXERCISES.glob("*.ipynb")]
    # Lesson 01, then exercises 01.
    return [
        read_page(path, asleep) for path in sorted(paths, key=lambda path: (path.name, path.parent.name != "lessons"))
    ]


def handout(page: Page) -> str:
    """One lesson as one file that holds all it needs, to open, mail or print; its practices are laid out on paper."""
    body = on_paper(page)
    return render("handout.html", page=page, body=Markup(body), style=Markup(style()))


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, loader=FileSystemLoader(HERE / "templates")
    )


def render(template: str, **values: Any) -> str:
    """A template of this room, filled in; everything is escaped but what is Markup."""
    return _environment().get_template(template).render(**values)


def _frame(pages: Sequence[Page]) -> dict[str, Any]:
    """The pages as the navigation lists them."""
    lists = [
        (heading, [page for page in pages if page.folder == heading.lower()]) for heading in ("Lessons", "Exercises")
    ]
    return {
        "menu": [(heading, [{"path": page.path, "label": _label(page)} for page in some]) for heading, some in lists]
    }


def _label(page: Page) -> str:
    """ "01 Sell backwards"; glossary and job aids have no number."""
    return f"{page.number} {_short(page)}".strip()


def _short(page: Page) -> str:
    """A title without the number that stands before it anyway: "Exercises 01: sell backwards" → "Sell backwards"."""
    title = page.title.removeprefix(f"Exercises {page.number}: ")
    return title[:1].upper() + title[1:]


def _page(page: Page, pages: Sequence[Page], lite: Elsewhere | None) -> str:
    at = pages.index(page)
    return render(
        "page.html",
        up="../",
        here=page.path,
        page=page,
        body=Markup(page.body),
        how=Markup(_how(lite, "../")),
        before=pages[at - 1] if at else None,
        after=pages[at + 1] if at + 1 < len(pages) else None,
        **_frame(pages),
    )


def _how(lite: Elsewhere | None, up: str) -> str:
    """Where the page's practices and exercises can be done (HTML)."""
    start = "start the course on your computer: its README says how, in one line."
    if lite is None:
        return f"To do the practices and exercises, {start}"
    there = f'<a href="{escape(lite.link(up, "index.html"))}">run them in this browser</a>'
    return f"To do the practices, {there}. For the exercises, {start}"


def _home(pages: Sequence[Page], lite: Elsewhere | None) -> dict[str, Any]:
    found = {(page.folder, page.name): page for page in pages}
    habits = {one["page"]: one for one in course_map()}
    names = [*habits, *(page.name for page in pages if page.folder == "exercises" and page.name not in habits)]
    rows = []
    for name in sorted(names, key=lambda name: name[:2]):
        lesson, exercises = found.get(("lessons", name)), found.get(("exercises", name))
        minutes = [
            read_source(SOURCE / folder / f"{name}.md").minutes
            for folder, one in (("lessons", lesson), ("exercises", exercises))
            if one
        ]
        about = habits.get(name, {"habit": "a short check"})
        rows.append(
            {
                "number": name[:2],
                "title": about.get("title", exercises.title if exercises else name),
                "lesson": lesson,
                "exercises": exercises,
                "minutes": " + ".join(map(str, minutes)),
                "habit": about["habit"] if lesson or name not in habits else f"{about['habit']} (being written)",
            }
        )
    return {"rows": rows, "how": Markup(_how(lite, ""))}


def style() -> str:
    """The style sheet (CSS) of the site, its handouts and the workshop's pages: cards, charts, and their own."""
    cards, charts = (one.removeprefix("<style>").removesuffix("</style>") for one in (STYLE, chart_style()))
    return cards + charts + PLAYER_STYLE + (HERE / "static/site.css").read_text(encoding="utf-8")


def _index(pages: Sequence[Page]) -> str:
    """What the search looks through, as a script: a page opened as a file may not fetch a file of data."""
    sections = [
        {"path": page.path, "page": page.title, "anchor": one.anchor, "title": one.title, "text": one.text}
        for page in pages
        for one in page.sections
    ]
    return "const SECTIONS = " + json.dumps(sections, ensure_ascii=False).replace("</", "<\\/") + ";\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
