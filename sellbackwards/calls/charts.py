"""Charts of calls. Only this module imports matplotlib; figures are made without pyplot, so nothing global changes."""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sellbackwards.calls.call import Call
from sellbackwards.calls.colours import FILL, INK, ON_FILL, PAPER, QUIET
from sellbackwards.calls.measures import Measures, Speaker, length, stretches

# What the charts look like, whatever the notebook around them has set; a fixed salt makes two builds alike.
_STYLE = {
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
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "savefig.facecolor": PAPER,
}
_WIDTH = 7.6  # inches
_ORDER = {"seller": 0, "buyer": 1, "other": 2}


@contextmanager
def _style() -> Iterator[None]:
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
        """The drawing as SVG, the same bytes on every build."""
        out = io.StringIO()
        with _style():
            self.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        return out.getvalue()

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.svg.encode()).decode()
        head, *rows = ([html.escape(cell) for cell in row] for row in self.table)
        heading = "".join(f'<th scope="col">{cell}</th>' for cell in head)
        body = "".join(
            f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>' for row in rows
        )
        return (
            f'<figure class="sb-chart" style="margin:0;max-width:760px">'
            f'<img alt="{html.escape(self.alt)}" src="data:image/svg+xml;base64,{data}" style="max-width:100%">'
            f"<figcaption>{html.escape(self.title)}</figcaption>"
            f"<details><summary>The numbers</summary><table><thead><tr>{heading}</tr></thead>"
            f"<tbody>{body}</tbody></table></details></figure>"
        )

    def __repr__(self) -> str:
        return self.alt


# --- words ---


def percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def clock_text(seconds: float) -> str:
    """125 is "2:05"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _short(name: str, most: int = 22) -> str:
    """A name that fits beside a bar, in characters that a font can draw."""
    shown = "".join(c if c.isprintable() else " " for c in name)
    return shown if len(shown) <= most else shown[: most - 1] + "…"


def _count(n: int, one: str) -> str:
    return f"{n} {one}" if n == 1 else f"{n} {one}s"


def _part(measures: Measures) -> str:
    return "of the talking time" if measures.basis == "time" else "of the words"


def _seller(measures: Measures) -> str:
    return measures.seller or "Nobody"


def _by_role(measures: Measures) -> list[Speaker]:
    return sorted(measures.speakers, key=lambda s: (_ORDER[s.role], -s.share))


# --- who talks when ---

_ROWS = 6  # speakers with a row of their own; the rest share one


def who_talks_when(call: Call, measures: Measures) -> Chart:
    """A strip with a row for each speaker, the seller on top; each question of the seller's is marked above it."""
    speakers = _by_role(measures)
    named, rest = (speakers, []) if len(speakers) <= _ROWS + 1 else (speakers[:_ROWS], speakers[_ROWS:])
    rows = [(s.name, s.role, {s.name}, s.share) for s in named]
    if rest:
        rows.append((f"{len(rest)} others", "other", {s.name for s in rest}, sum(s.share for s in rest)))
    scale = 60.0 if measures.basis == "time" else 1.0
    whole = length(call) / scale
    asks = f"asks {_count(measures.questions, 'question')}"
    title = f"{_seller(measures)} has {percent(measures.talk_share)} {_part(measures)} and {asks}"
    with _style():
        figure = Figure(figsize=(_WIDTH, 1.15 + 0.5 * len(rows)), layout="constrained")
        axes: Axes = figure.add_subplot()
        for y, (_, role, names, share) in enumerate(rows):
            bars = [(a / scale, (b - a) / scale) for turn, a, b in stretches(call) if turn.speaker in names]
            axes.broken_barh(bars, (y - 0.34, 0.68), facecolors=FILL[role], edgecolors=FILL[role], linewidth=0.3)
            axes.text(whole * 1.01, y, percent(share), va="center", ha="left")
        for kind, face in (("open", INK), ("other", PAPER)):
            at = [q.at / scale for q in measures.asked if (q.form == "open") == (kind == "open")]
            axes.plot(
                at,
                [-0.62] * len(at),
                linestyle="none",
                marker="v",
                markersize=6,
                markerfacecolor=face,
                markeredgecolor=INK,
                label=kind,
            )
        if measures.asked:
            axes.annotate(
                "▼ open question   ▽ another question",
                (0, 1),
                xycoords="axes fraction",
                xytext=(0, 3),
                textcoords="offset points",
                fontsize=9,
                color=QUIET,
            )
        axes.set_yticks(range(len(rows)), [_short(name) for name, *_ in rows])
        axes.tick_params(axis="y", length=0)
        axes.set_ylim(len(rows) - 0.5, -0.95)
        axes.set_xlim(0, (whole or 1.0) * 1.08)
        axes.spines["left"].set_visible(False)
        axes.set_xlabel(
            "minutes into the call" if measures.basis == "time" else "words into the call (this file has no times)"
        )
        axes.set_title(_wrapped(title), loc="left", fontsize=11, pad=16 if measures.asked else 8)
    unit = "seconds" if measures.basis == "time" else "words"
    table: list[tuple[str, ...]] = [("speaker", "role", unit, "turns", "share")]
    table += [
        (s.name, s.role, f"{s.seconds:.0f}" if s.seconds is not None else str(s.words), str(s.turns), percent(s.share))
        for s in speakers
    ]
    thirds = measures.questions_by_third
    long = f"{clock_text(length(call))} long" if measures.basis == "time" else f"{length(call):.0f} words long"
    alt = (
        f"Strip chart of who talks when in a call {long}. "
        + ", ".join(f"{name} {percent(share)}" for name, _, _, share in rows)
        + f" {_part(measures)}. {_seller(measures)} asks {_count(measures.questions, 'question')}, {measures.open_questions} of them open:"
        f" {thirds[0]} in the first third, {thirds[1]} in the second, {thirds[2]} in the last."
    )  # fmt: skip
    return Chart(figure, title, alt, tuple(table))


def _wrapped(text: str, width: int = 84) -> str:
    import textwrap

    return "\n".join(textwrap.wrap("".join(c if c.isprintable() else " " for c in text), width))


# --- talk share ---


def talk_share(calls: Sequence[tuple[str, Measures]]) -> Chart:
    """A bar for each call: the seller's part, the buyer's, everyone else's."""
    if not calls:
        raise ValueError("talk_share needs at least one call")
    parts = [
        {role: sum(s.share for s in m.speakers if s.role == role) for role in ("seller", "buyer", "other")}
        for _, m in calls
    ]
    most, least = (
        max(range(len(calls)), key=lambda n: parts[n]["seller"]),
        min(range(len(calls)), key=lambda n: parts[n]["seller"]),
    )
    if len(calls) == 1:
        title = f"{calls[0][0]}: the seller has {percent(parts[0]['seller'])} {_part(calls[0][1])}"
    else:
        title = f"The seller has {percent(parts[most]['seller'])} of the talk in “{calls[most][0]}”, {percent(parts[least]['seller'])} in “{calls[least][0]}”"
    with _style():
        figure = Figure(figsize=(_WIDTH, 1.2 + 0.5 * len(calls)), layout="constrained")
        axes: Axes = figure.add_subplot()
        for y, part in enumerate(parts):
            left = 0.0
            for role, share in part.items():
                if share > 0:
                    axes.barh(
                        y,
                        100 * share,
                        left=100 * left,
                        height=0.66,
                        color=FILL[role],
                        edgecolor=PAPER,
                        linewidth=0.8,
                        label=role,
                    )
                    if share >= 0.09:
                        word = {"seller": "seller", "buyer": "buyer", "other": "others"}[role] if share >= 0.2 else ""
                        axes.text(
                            100 * (left + share / 2),
                            y,
                            f"{word} {percent(share)}".strip(),
                            ha="center",
                            va="center",
                            color=ON_FILL[role],
                        )
                left += share
        axes.set_yticks(range(len(calls)), [_short(label) for label, _ in calls])
        axes.set_ylim(len(calls) - 0.5, -0.5)
        axes.set_xlim(0, 100)
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.set_xlabel("per cent of the talk")
        axes.set_title(_wrapped(title), loc="left", fontsize=11)
    table: list[tuple[str, ...]] = [("call", "seller", "buyer", "others", "counted in")]
    table += [
        (label, *(percent(part[role]) for role in ("seller", "buyer", "other")), m.basis)
        for (label, m), part in zip(calls, parts, strict=True)
    ]
    alt = "Bar chart of talk share. " + "; ".join(
        f"{label}: seller {percent(part['seller'])}, buyer {percent(part['buyer'])}"
        + (f", others {percent(part['other'])}" if part["other"] >= 0.005 else "")
        for (label, _), part in zip(calls, parts, strict=True)
    )
    return Chart(figure, title, alt + ".", tuple(table))
