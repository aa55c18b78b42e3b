"""Convert a built notebook to an HTML page, with working links and its sections for the search."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

import nbformat
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from nbconvert import HTMLExporter

HERE = Path(__file__).parent
_LINK = re.compile(r"(?:\.\./)?(?:(lessons|exercises|my-answers)/)?([\w-]+)\.ipynb(#.*)?")
_CARDS = re.compile(r"<style>(?:\s*/\* Cards and practices\.|:root\{--sb-).*?</style>", re.DOTALL)
# Learners do these with a running page; where nothing runs, they would only puzzle. (Cells by the ends of their ids.)
_ONLY_WHEN_RUNNING = ("-standing-text", "-standing", "-wake", "-end")


@dataclass(frozen=True)
class Section:
    """What stands under one heading. `anchor` is the heading's id on the page."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True)
class Page:
    """One notebook as HTML. `folder` is "lessons" or "exercises"; `practices` are the ids of its still cards."""

    folder: str
    name: str
    title: str
    body: str
    sections: tuple[Section, ...]
    practices: tuple[str, ...]

    @property
    def number(self) -> str:
        """Its number, as "01"; nothing for a page that isn't numbered."""
        return self.name[:2] if self.name[:2].isdigit() else ""

    @property
    def path(self) -> str:
        """Where it stands in the site."""
        return f"{self.folder}/{self.name}.html"


@cache
def _exporter() -> HTMLExporter:
    return HTMLExporter(
        template_name="notebook", extra_template_basedirs=[str(HERE)], exclude_anchor_links=True, language_code="en"
    )


def read_page(path: Path, asleep: Callable[[str, str], str]) -> Page:
    """A notebook of the course as a page. `asleep`: (page, practice) → what its card says (HTML) of how to wake it."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if not cell.id.endswith(_ONLY_WHEN_RUNNING)]
    html, _ = _exporter().from_notebook_node(notebook)
    soup = BeautifulSoup(_CARDS.sub("", html), "html.parser")  # the site's own style sheet holds it once
    _anchor_headings(soup)
    _lead_links(soup, path.parent.name)
    _let_tables_scroll(soup)
    practices = _tell_of_practices(soup, lambda practice: asleep(path.stem, practice))
    return Page(path.parent.name, path.stem, notebook.metadata["title"], str(soup), tuple(_sections(soup)), practices)


def _anchor_headings(soup: BeautifulSoup) -> None:
    """Give each heading an id that is unique and works in a URL."""
    seen: dict[str, int] = {}
    for heading in soup.find_all(re.compile("^h[1-6]$")):
        slug = re.sub(r"[^a-z0-9]+", "-", heading.get_text().lower()).strip("-") or "section"
        seen[slug] = seen.get(slug, 0) + 1
        heading["id"] = slug if seen[slug] == 1 else f"{slug}-{seen[slug]}"


def _lead_links(soup: BeautifulSoup, folder: str) -> None:
    """Point links between notebooks at their HTML pages; a learner's copy becomes the exercise's page."""
    for link in soup.select("a[href]"):
        found = _LINK.fullmatch(str(link["href"]))
        if found:
            there = (found[1] or folder).replace("my-answers", "exercises")
            link["href"] = f"../{there}/{quote(found[2])}.html{found[3] or ''}"


def _let_tables_scroll(soup: BeautifulSoup) -> None:
    """Make wide tables scroll on their own, by keyboard too."""
    for empty in soup.select("th"):
        if not empty.get_text(strip=True):
            empty.name = "td"  # the corner of a table heads nothing
    for number, table in enumerate(soup.find_all("table"), 1):
        before = table.find_previous(["h1", "h2", "h3"])
        label = f"Table {number}: {before.get_text()}" if before else f"Table {number}"
        table.wrap(
            soup.new_tag("div", attrs={"class": "scroll", "tabindex": "0", "role": "region", "aria-label": label})
        )


def _tell_of_practices(soup: BeautifulSoup, asleep: Callable[[str], str]) -> tuple[str, ...]:
    """Replace the last line of a practice's card, which says how to wake it in JupyterLab."""
    found = []
    for card in soup.select("[data-practice]"):
        name = str(card["data-practice"])
        found.append(name)
        again = found.count(name)
        card["id"] = f"practice-{name}" if again == 1 else f"practice-{name}-{again}"
        lines = card.find_all("p", recursive=False)
        lines[-1].replace_with(BeautifulSoup(asleep(name), "html.parser"))
    return tuple(found)


def _sections(soup: BeautifulSoup) -> list[Section]:
    """Cut the page at its headings of the first two levels. Hints are left out: a search mustn't give them away."""
    sections: list[tuple[Tag, list[str]]] = []
    for node in soup.descendants:
        if isinstance(node, Tag) and node.name in ("h1", "h2"):
            sections.append((node, []))
        elif isinstance(node, NavigableString) and sections and not _is_hidden(node, sections[-1][0]):
            sections[-1][1].append(str(node))
    return [Section(str(head["id"]), head.get_text(), " ".join(" ".join(words).split())) for head, words in sections]


def _is_hidden(text: NavigableString, heading: Tag) -> bool:
    if any(parent is heading or parent.name == "style" for parent in text.parents):
        return True
    folded = text.find_parent("details")
    return folded is not None and str(folded.summary.get_text() if folded.summary else "").startswith("Hint")
