"""Charts of calls: who talks when, talk share, and a team's calls side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sellbackwards.calls.call import Call
from sellbackwards.calls.charts_drawn import Chart, style
from sellbackwards.calls.colours import FILL, INK, ON_FILL, PAPER, QUIET
from sellbackwards.calls.measured import Measures, Speaker, Window
from sellbackwards.calls.measures import length, stretches
from sellbackwards.calls.roles import Role
from sellbackwards.calls.wording import basis_text, clock_text, count_text, percent

_WIDTH = 7.6  # inches
_ORDER = {"seller": 0, "buyer": 1, "other": 2}


# --- words ---


def _short(name: str, most: int = 22) -> str:
    """A name that fits beside a bar, in characters that a font can draw."""
    shown = "".join(c if c.isprintable() else " " for c in name)
    return shown if len(shown) <= most else shown[: most - 1] + "…"


def _seller(measures: Measures) -> str:
    return _short(measures.seller or "Nobody", 40)


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
    asks = f"asks {count_text(measures.questions, 'question')}"
    title = f"{_seller(measures)} has {percent(measures.talk_share)} {basis_text(measures)} and {asks}"
    with style():
        figure = Figure(figsize=(_WIDTH, 0.95 + 0.5 * len(rows)), layout="constrained")
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
        axes.set_xlabel(_x_label(measures))
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
        + f" {basis_text(measures)}. {_seller(measures)} {asks}, {measures.open_questions} of them open:"
        f" {thirds[0]} in the first third, {thirds[1]} in the second, {thirds[2]} in the last."
    )  # fmt: skip
    return Chart(figure, title, alt, tuple(table))


# --- talk share ---

_WORD: dict[Role, str] = {"seller": "seller", "buyer": "buyer", "other": "others"}


def _shares(measures: Measures) -> dict[Role, float]:
    return {role: sum(s.share for s in measures.speakers if s.role == role) for role in _WORD}


def talk_share(calls: Sequence[tuple[str, Measures]]) -> Chart:
    """A bar for each (label, measures): the seller's part, the buyer's, everyone else's. At least one call."""
    if not calls:
        raise ValueError("talk_share needs at least one call")
    parts = [_shares(measures) for _, measures in calls]
    with style():
        figure = Figure(figsize=(_WIDTH, 0.8 + 0.5 * len(calls)), layout="constrained")
        axes: Axes = figure.add_subplot()
        for y, part in enumerate(parts):
            left = 0.0
            for role, share in part.items():
                if share > 0:
                    axes.barh(
                        y, 100 * share, left=100 * left, height=0.66, color=FILL[role], edgecolor=PAPER, label=role
                    )
                if share >= 0.09:
                    word = f"{_WORD[role]} {percent(share)}" if share >= 0.2 else percent(share)
                    axes.text(100 * (left + share / 2), y, word, ha="center", va="center", color=ON_FILL[role])
                left += share
        axes.set_yticks(range(len(calls)), [_short(label) for label, _ in calls])
        axes.set_ylim(len(calls) - 0.5, -0.5)
        axes.set_xlim(0, 100)
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.set_xlabel("per cent of the talk")
        title = _talk_share_title(calls, parts)
    table: list[tuple[str, ...]] = [("call", "seller", "buyer", "others", "counted in")]
    told = []
    for (label, measures), part in zip(calls, parts, strict=True):
        table.append((label, *(percent(share) for share in part.values()), measures.basis))
        told.append(
            label + ": " + ", ".join(f"{_WORD[r]} {percent(share)}" for r, share in part.items() if share >= 0.005)
        )
    return Chart(figure, title, f"Bar chart of talk share. {'; '.join(told)}.", tuple(table))


def _talk_share_title(calls: Sequence[tuple[str, Measures]], parts: Sequence[dict[Role, float]]) -> str:
    if len(calls) == 1:
        return f"{calls[0][0]}: the seller has {percent(parts[0]['seller'])} {basis_text(calls[0][1])}"
    most = max(range(len(calls)), key=lambda n: parts[n]["seller"])
    least = min(range(len(calls)), key=lambda n: parts[n]["seller"])
    first, last = percent(parts[most]["seller"]), percent(parts[least]["seller"])
    if first == last:
        return f"The seller has {first} of the talk in every call"
    return f"The seller has {first} of the talk in “{_short(calls[most][0])}”, {last} in “{_short(calls[least][0])}”"


# --- talk share over the call ---


def talk_share_over_time(call: Call, measures: Measures) -> Chart:
    """The seller's share in twelve equal stretches of the call; a stretch in which nobody speaks stays empty."""
    scale = 60.0 if measures.basis == "time" else 1.0
    spoken = [window for window in measures.windows if window.share is not None]
    peak = max(spoken, key=lambda window: window.share or 0.0, default=None)
    title = f"{_seller(measures)} has {percent(measures.talk_share)} {basis_text(measures)}"
    if peak is not None:
        title += f", most {_stretch(peak, measures)}: {percent(peak.share)}"
    with style():
        figure = Figure(figsize=(_WIDTH, 2.4), layout="constrained")
        axes: Axes = figure.add_subplot()
        _draw_windows(axes, measures, scale)
        axes.axhline(50, color=INK, linewidth=0.8, linestyle=(0, (4, 4)))
        axes.set_yticks((0, 50, 100), ("0 %", "50 %", "100 %"))
        axes.set_xlim(0, length(call) / scale or 1.0)
        others = [s.name for s in measures.speakers if s.role != "seller"]
        rest = others[0] if len(others) == 1 else "everyone else"
        named = (("seller", _seller(measures), 0.0), ("buyer", rest, 1.0))
        for role, word, y in named:
            box = {"facecolor": PAPER, "edgecolor": FILL[role], "boxstyle": "round,pad=0.25"}
            va = "bottom" if y == 0.0 else "top"
            axes.text(0.99, 0.05 + 0.9 * y, _short(word), transform=axes.transAxes, ha="right", va=va, bbox=box)
        axes.set_xlabel(_x_label(measures))
    table: list[tuple[str, ...]] = [("stretch", "seller's share")]
    table += [(_stretch(window, measures), percent(window.share)) for window in measures.windows]
    alt = (
        "Chart of the seller's share of the talk over the call. " + ", ".join(": ".join(row) for row in table[1:]) + "."
    )
    return Chart(figure, title, alt, tuple(table))


def _draw_windows(axes: Axes, measures: Measures, scale: float) -> None:
    for window in measures.windows:
        if window.share is None:
            continue
        left, width = window.start / scale, (window.end - window.start) / scale
        share = 100 * window.share
        common: dict[str, Any] = {"width": width, "align": "edge", "edgecolor": PAPER, "linewidth": 0.8}
        axes.bar(left, share, color=FILL["seller"], label="seller", **common)
        axes.bar(left, 100 - share, bottom=share, color=FILL["buyer"], label="everyone else", **common)
    axes.set_ylim(0, 100)


def _stretch(window: Window, measures: Measures) -> str:
    if measures.basis == "time":
        return f"from {clock_text(window.start)} to {clock_text(window.end)}"
    return f"from word {window.start:.0f} to {window.end:.0f}"


def _x_label(measures: Measures) -> str:
    return "minutes into the call" if measures.basis == "time" else "words into the call (this file has no times)"


# --- a team's calls ---

TEAM = 24  # calls on one page


def team(calls: Sequence[tuple[str, Measures]]) -> Chart:
    """Small multiples: for each (label, measures) the seller's share over the call. One call to TEAM."""
    if not 0 < len(calls) <= TEAM:
        raise ValueError(f"team draws 1 to {TEAM} calls, not {len(calls)}")
    columns = min(4, len(calls))
    rows = -(-len(calls) // columns)
    low, high = min(m.talk_share for _, m in calls), max(m.talk_share for _, m in calls)
    title = f"{count_text(len(calls), 'call')}: sellers have {percent(low)} to {percent(high)} of the talk"
    with style():
        figure = Figure(figsize=(_WIDTH, 0.5 + 1.5 * rows), layout="constrained")
        for n, (label, measures) in enumerate(calls):
            axes: Axes = figure.add_subplot(rows, columns, n + 1)
            _draw_windows(axes, measures, 60.0 if measures.basis == "time" else 1.0)
            axes.axhline(50, color=INK, linewidth=0.6, linestyle=(0, (4, 4)))
            axes.set_yticks((0, 50, 100), ("0", "50", "100") if n % columns == 0 else ("", "", ""), fontsize=8)
            axes.set_xticks(())
            axes.set_xlim(0, measures.windows[-1].end / (60.0 if measures.basis == "time" else 1.0) or 1.0)
            axes.set_title(f"{_short(label, 17)}\n{percent(measures.talk_share)}", loc="left", fontsize=9)
        figure.supxlabel(
            "blue: the seller’s share, in per cent; from left to right: start to end of the call", fontsize=9
        )
    table: list[tuple[str, ...]] = [("call", "talk share", "questions", "turns that tell", "turns that say back")]
    table += [
        (label, percent(m.talk_share), str(m.questions), percent(m.inform_share), percent(m.reflect_share))
        for label, m in calls
    ]
    alt = f"{len(calls)} small charts of the seller's share of the talk over each call. " + "; ".join(
        f"{row[0]}: {row[1]}" for row in table[1:]
    )
    return Chart(figure, title, alt + ".", tuple(table))
