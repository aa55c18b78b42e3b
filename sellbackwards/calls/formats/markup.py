"""Turn HTML, pasted or saved, into the text that a person sees."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TAG = re.compile(
    r"</?(?:p|div|br|span|b|strong|td|tr|table|li|ul|ol|h[1-6]|html|body|section|article|em|dd|dt)\b[^<>]{0,400}>", re.I
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "blockquote",
        "table",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "header",
        "footer",
        "main",
        "hr",
    ]
)
_BOLD = ("b", "strong")
_HIDDEN = frozenset(["script", "style", "head", "title", "svg", "template", "noscript", "select"])


class _Text(HTMLParser):
    """Collects the text: a line for each block, a tab between cells, stars around what is bold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.hidden = 0
        self.cell = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag in ("td", "th"):
            self.out.append("\t" if self.cell else "")
            self.cell = True
        elif tag in _BLOCKS and not (self.cell and tag in ("p", "div", "br")):
            self.out.append("\n**" if tag == "dt" else "\n")
            self.cell = self.cell and tag != "tr"
        elif tag in _BOLD:
            self.out.append("**")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in _BLOCKS and not (self.cell and tag in ("p", "div")):
            self.out.append("**\n" if tag == "dt" else "\n")
            self.cell = self.cell and tag != "tr"
        elif tag in _BOLD:
            self.out.append("**")
        elif tag in ("span", "a", "time", "td", "th"):
            self.out.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.out.append(" ".join(data.split("\n")))


def is_html(text: str) -> bool:
    """At least three tags, and it begins with one, or half of its lines do."""
    head = text[:20_000].lstrip()
    lines = [line for line in head.split("\n") if line.strip()]
    begins = sum(line.lstrip()[0] == "<" for line in lines)
    return (head[:1] == "<" or begins > len(lines) / 2) and len(_TAG.findall(head)) >= 3


def visible_text(html: str) -> str:
    """The text of a page, a line to a block."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = ("".join(parser.out)).replace("****", "").split("\n")
    return "\n".join(line.strip(" ") for line in lines)
