"""Charts are read from their Axes: bars, labels, alt text, table; and each check is shown to catch a planted fault."""

from __future__ import annotations

import base64
import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser

import matplotlib
import pytest
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from sellbackwards.calls import Measures, measure
from sellbackwards.calls.assembling import assemble
from sellbackwards.calls.call import Cue
from sellbackwards.calls.charts import TEAM, Chart, talk_share, talk_share_over_time, team, who_talks_when
from sellbackwards.calls.colours import BUYER, FILL, INK, ON_FILL, OTHER, PAPER, QUIET, SELLER


def measured(seller: str = "Maya", buyer: str = "Tom", clock: bool = True, turned: bool = False) -> Measures:
    """A small call; `turned` measures it from the other side."""
    rows = [
        Cue(seller, "What happens when the crates are short? " + "towel " * 20, 0, 30),
        Cue(buyer, "Somebody drives. " + "towel " * 80, 30, 60),
        Cue("Ada", "Or nobody does.", 60, 66),
        Cue(seller, "How often is that?", 66, 70),
        Cue(buyer, "Six times. " + "towel " * 60, 70, 120),
    ]
    if not clock:
        rows = [Cue(cue.speaker, cue.text) for cue in rows]
    return measure(assemble("a.vtt", "WebVTT", rows), buyer if turned else seller)


# --- what is drawn, as numbers ---


def stacked(figure: Figure) -> list[dict[str, float]]:
    """Per row the width of each colour's bar."""
    rows: dict[int, dict[str, float]] = {}
    for bar in figure.axes[0].patches:
        row = rows.setdefault(round(bar.get_y() + bar.get_height() / 2), {})
        row[to_hex(bar.get_facecolor()).upper()] = bar.get_width()
    return [rows[y] for y in sorted(rows)]


def strips(figure: Figure) -> list[tuple[str, float]]:
    """(colour, minutes spoken) per row of the strip."""
    out = []
    for collection in figure.axes[0].collections:
        width = sum(path.vertices[:, 0].max() - path.vertices[:, 0].min() for path in collection.get_paths())
        out.append((to_hex(collection.get_facecolor()[0]).upper(), width))
    return out


def check_talk_share(chart: Chart, calls: list[tuple[str, Measures]]) -> None:
    axes = chart.figure.axes[0]
    assert [tick.get_text() for tick in axes.get_yticklabels()] == [label for label, _ in calls]
    assert axes.yaxis_inverted()  # the first call on top
    for bars, (_, m) in zip(stacked(chart.figure), calls, strict=True):
        for role, colour in FILL.items():
            share = sum(s.share for s in m.speakers if s.role == role)
            assert bars.get(colour.upper(), 0) == pytest.approx(100 * share)
    for label, m in calls:
        assert re.search(rf"{label}: seller {100 * m.talk_share:.0f} %", chart.alt)
        assert any(row[:2] == (label, f"{100 * m.talk_share:.0f} %") for row in chart.table)


def check_strip(chart: Chart, m: Measures) -> None:
    axes = chart.figure.axes[0]
    names = [tick.get_text() for tick in axes.get_yticklabels()]
    assert names == ["Maya", "Tom", "Ada"]
    wanted = {s.name: (FILL[s.role].upper(), s.seconds or s.words) for s in m.speakers}
    unit = 60 if m.basis == "time" else 1
    for name, (colour, width) in zip(names, strips(chart.figure), strict=True):
        assert (colour, pytest.approx(wanted[name][1] / unit)) == (wanted[name][0], width)
    marks = sorted(x for line in axes.lines for x in line.get_xdata())
    assert marks == pytest.approx([q.at / unit for q in m.asked])
    shown = [text.get_text() for text in axes.texts]
    for s in m.speakers:
        assert f"{100 * s.share:.0f} %" in shown
        assert f"{s.name} {100 * s.share:.0f} %" in chart.alt


def check_over_time(chart: Chart, m: Measures) -> None:
    bars = [bar for bar in chart.figure.axes[0].patches if to_hex(bar.get_facecolor()).upper() == SELLER]
    assert [bar.get_height() for bar in bars] == pytest.approx(
        [100 * w.share for w in m.windows if w.share is not None]
    )
    assert len(chart.table) == len(m.windows) + 1


def test_talk_share() -> None:
    calls = [("forward", measured()), ("backward", measured(turned=True))]
    chart = talk_share(calls)
    check_talk_share(chart, calls)
    assert "forward" in chart.title and "backward" in chart.title


@pytest.mark.parametrize("clock", [True, False])
def test_who_talks_when(clock: bool) -> None:
    m = measured(clock=clock)
    chart = who_talks_when(m.call, m)
    check_strip(chart, m)
    assert chart.title.startswith("Maya has ") and "2 questions" in chart.title
    assert ("minutes" if clock else "words") in chart.figure.axes[0].get_xlabel()


def test_talk_share_over_time() -> None:
    m = measured()
    check_over_time(talk_share_over_time(m.call, m), m)


def test_team_has_a_small_chart_for_each_call() -> None:
    calls = [(f"call {n}", measured(turned=n % 2 == 0)) for n in range(7)]
    chart = team(calls)
    assert len(chart.figure.axes) == 7 == len(chart.table) - 1
    for axes, (label, m) in zip(chart.figure.axes, calls, strict=True):
        assert axes.get_title("left").split("\n") == [label, f"{100 * m.talk_share:.0f} %"]
        bars = [bar.get_height() for bar in axes.patches if to_hex(bar.get_facecolor()).upper() == SELLER]
        assert bars == pytest.approx([100 * w.share for w in m.windows if w.share is not None])
    with pytest.raises(ValueError):
        team([])
    with pytest.raises(ValueError):
        team(calls * 4)
    assert len(calls * 4) > TEAM


# --- the checks see faults ---


def swap_colours(chart: Chart) -> None:
    for bar in chart.figure.axes[0].patches:
        colour = to_hex(bar.get_facecolor()).upper()
        bar.set_facecolor({SELLER: BUYER, BUYER: SELLER}.get(colour, colour))
    for collection in chart.figure.axes[0].collections:
        colour = to_hex(collection.get_facecolor()[0]).upper()
        collection.set_facecolor({SELLER: BUYER, BUYER: SELLER}.get(colour, colour))


def swap_labels(chart: Chart) -> None:
    axes = chart.figure.axes[0]
    labels = [tick.get_text() for tick in axes.get_yticklabels()]
    axes.set_yticklabels(labels[::-1])


def stretch(chart: Chart) -> None:
    bar = chart.figure.axes[0].patches[0]
    bar.set_width(bar.get_width() * 1.1)
    bar.set_height(bar.get_height() * 1.1)


def drop_alt(chart: Chart) -> None:
    object.__setattr__(chart, "alt", "A chart.")


def lose_a_mark(chart: Chart) -> None:
    for line in chart.figure.axes[0].lines:
        line.set_data(line.get_xdata()[:-1], line.get_ydata()[:-1])


@pytest.mark.parametrize("fault", [swap_colours, swap_labels, stretch, drop_alt])
def test_a_fault_in_the_bars_is_caught(fault: Callable[[Chart], None]) -> None:
    calls = [("forward", measured()), ("backward", measured(turned=True))]
    chart = talk_share(calls)
    fault(chart)
    with pytest.raises(AssertionError):
        check_talk_share(chart, calls)


@pytest.mark.parametrize("fault", [swap_colours, swap_labels, drop_alt, lose_a_mark])
def test_a_fault_in_the_strip_is_caught(fault: Callable[[Chart], None]) -> None:
    m = measured()
    chart = who_talks_when(m.call, m)
    fault(chart)
    with pytest.raises(AssertionError):
        check_strip(chart, m)


@pytest.mark.parametrize("fault", [swap_colours, stretch])
def test_a_fault_over_time_is_caught(fault: Callable[[Chart], None]) -> None:
    m = measured()
    chart = talk_share_over_time(m.call, m)
    fault(chart)
    with pytest.raises(AssertionError):
        check_over_time(chart, m)


# --- as a page shows it ---


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def all_charts(m: Measures) -> list[Chart]:
    pair = [(m.seller or "", m), ("other", m)]
    return [who_talks_when(m.call, m), talk_share(pair), talk_share_over_time(m.call, m), team(pair)]


def test_html_is_one_figure_with_picture_caption_and_table() -> None:
    for chart in all_charts(measured()):
        html = chart._repr_html_()
        tags = [tag for tag, _ in Tags(html).tags]
        assert tags[:2] == ["style", "figure"] and tags.count("figure") == 1
        assert {"img", "figcaption", "details", "summary", "table", "th"} <= set(tags)
        picture = dict(Tags(html).tags)["img"]
        assert picture["alt"] == chart.alt == repr(chart)
        data = base64.b64decode((picture["src"] or "").removeprefix("data:image/svg+xml;base64,"))
        assert data.startswith(b"<?xml") and b"<svg" in data and b"<text" not in data
        assert chart.table[0] and all(len(row) == len(chart.table[0]) for row in chart.table)


def test_names_from_a_file_are_never_markup() -> None:
    m = measured("<script>alert('&\"</script>", "$x^2$ \\frac_{%")
    for chart in all_charts(m):
        html = chart._repr_html_()
        assert "<script" not in html
        assert [tag for tag, _ in Tags(html).tags].count("img") == 1


def test_two_builds_are_the_same_bytes_and_nothing_global_changes() -> None:
    before = dict(matplotlib.rcParams)
    first = [chart._repr_html_() for chart in all_charts(measured())]
    with matplotlib.rc_context({"font.size": 33, "axes.facecolor": "black", "svg.fonttype": "none"}):
        second = [chart._repr_html_() for chart in all_charts(measured())]
    assert first == second
    assert dict(matplotlib.rcParams) == before


def test_no_pyplot() -> None:
    import subprocess

    code = "import sys, sellbackwards.calls; assert 'matplotlib' not in sys.modules; import sellbackwards.calls.charts; assert 'matplotlib.pyplot' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def luminance(colour: str) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_text_and_bars() -> None:
    assert contrast(INK, PAPER) >= 4.5 and contrast(QUIET, PAPER) >= 4.5
    for role, fill in FILL.items():
        assert contrast(ON_FILL[role], fill) >= 4.5
        assert contrast(fill, PAPER) >= 3
    assert len({round(luminance(c), 2) for c in (SELLER, BUYER, OTHER)}) == 3
    assert luminance(BUYER) > 1.5 * luminance(SELLER)  # told apart in grey print


def test_odd_calls_are_drawn() -> None:
    one = measure(assemble("a", "x", [Cue("Maya", "Hello.", 0, 1)]))
    silent = measure(assemble("a", "x", [Cue("Unknown", "Hello."), Cue("Unknown", "Hm.")]))
    many = measure(assemble("a", "x", [Cue(f"Speaker {n}", "towel " * 9, n, n + 1) for n in range(40)]))
    arabic = measured("محمد", "山田\u202e\t")
    for m in (one, silent, many, arabic):
        for chart in all_charts(m):
            assert chart._repr_html_() and chart.title
