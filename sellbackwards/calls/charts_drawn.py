"""A chart as figure, words and table, and the style that all charts share. Figures are made without pyplot."""

from __future__ import annotations

import base64
import html
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import matplotlib
from matplotlib.figure import Figure

from sellbackwards.calls.colours import INK, PAPER, QUIET
from sellbackwards.design import chart_style, themed

# What the charts look like, whatever the notebook around them has set; a fixed salt makes two builds alike.
_STYLE: dict[Any, Any] = {
    "svg.hashsalt": "sellbackwards",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "text.parse_math": False,
    "axes.edgecolor": QUIET,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": QUIET,
    "ytick.color": INK,
    "text.color": INK,
    # No paper of its own: a chart stands on the page's, light or dark.
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
}


@contextmanager
def style() -> Iterator[None]:
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_STYLE)
        yield


@dataclass(frozen=True)
class Chart:
    """A figure with all that is needed without seeing it: what it shows (`title`), in words (`alt`), in rows (`table`).

    `table`'s first row is its heading.
    """

    figure: Figure
    title: str
    alt: str
    table: tuple[tuple[str, ...], ...]

    @cached_property
    def svg(self) -> str:
        """The drawing as SVG, the same bytes on every build; it follows the theme of the page that shows it."""
        out = io.StringIO()
        with style(), warnings.catch_warnings():
            # a name in a script that the font lacks is drawn as boxes; it stands in the alt text and the table
            warnings.filterwarnings("ignore", message="Glyph ")
            self.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        return themed(out.getvalue())

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.svg.encode()).decode()
        head, *rows = ([html.escape(cell) for cell in row] for row in self.table)
        heading = "".join(f'<th scope="col">{cell}</th>' for cell in head)
        body = "".join(
            f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>' for row in rows
        )
        return (
            f'{chart_style()}<figure class="sb-chart"><figcaption>{html.escape(self.title)}</figcaption>'
            f'<img alt="{html.escape(self.alt)}" src="data:image/svg+xml;base64,{data}"'
            f' style="max-width:100%;background:{PAPER}">'
            f"<details><summary>The numbers</summary><table><thead><tr>{heading}</tr></thead>"
            f"<tbody>{body}</tbody></table></details></figure>"
        )

    def __repr__(self) -> str:
        return self.alt
