"""The design tokens: enough contrast in every theme, every name that a style uses is there, drawings follow the theme."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from sellbackwards.course import ROOT
from sellbackwards.design import CSS, chart_style, contrast, minified, themed, token, tokens

THEMES = list(product(("light", "dark"), (False, True)))
GROUNDS = ("paper", "surface", "raised")
TEXT = ("ink", "quiet", "link", "passed", "not-yet", "unsure", "person")
ON = {"on-seller": "seller", "on-buyer": "buyer", "on-other": "other", "on-action": "action", "ink": "passed-tint"}
SHAPES = ("line", "focus", "seller", "buyer", "other")


@pytest.mark.parametrize(("theme", "more"), THEMES)
def test_contrast(theme: str, more: bool) -> None:
    found = tokens(theme, more)  # type: ignore[arg-type]
    for text, ground in product(TEXT, GROUNDS):
        assert contrast(found[text], found[ground]) >= 4.5, (text, ground)
    assert contrast(found["passed"], found["passed-tint"]) >= 4.5
    for text, fill in ON.items():
        assert contrast(found[text], found[fill]) >= 4.5, (text, fill)
    for shape, ground in product(SHAPES, ("paper", "surface")):
        assert contrast(found[shape], found[ground]) >= 3, (shape, ground)
    assert contrast(found["seller"], found["buyer"]) >= 1.15  # told apart in grey print, too


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


STYLES = [
    path
    for folder in ("sellbackwards", "frontend/style", "frontend/src")
    for path in (ROOT / folder).rglob("*.css")
    if "node_modules" not in path.parts
]


@pytest.mark.parametrize("path", STYLES, ids=[str(path.relative_to(ROOT)) for path in STYLES])
def test_a_style_names_tokens_that_there_are(path: Path) -> None:
    style = path.read_text(encoding="utf-8")
    used, own = (set(re.findall(pattern, style)) for pattern in (r"var\(--sb-([\w-]+)", r"--sb-([\w-]+):"))
    assert used <= {*tokens(), *own}, used - {*tokens(), *own}


@pytest.mark.parametrize("path", STYLES, ids=[str(path.relative_to(ROOT)) for path in STYLES])
def test_a_name_that_a_style_sets_is_a_token_or_its_own_and_used(path: Path) -> None:
    style = path.read_text(encoding="utf-8")
    set_ = set(re.findall(r"(?<![\w-])--([\w-]+)\s*:", style)) - {f"sb-{name}" for name in tokens()}
    foreign = {name for name in set_ if name.startswith("jp-")}  # JupyterLab's, given our values
    assert set_ - foreign <= set(re.findall(r"var\(--([\w-]+)", style)), set_


def test_a_drawing_follows_the_theme() -> None:
    svg = f'<?xml version="1.0"?>\n<svg width="9"><path style="fill: {token("seller").upper()}"/></svg>'
    found = themed(svg)
    assert "fill: var(--seller)" in found
    assert f"--seller:light-dark({token('seller')},{token('seller', 'dark')})" in found
    drawn = [token(name) for name in ("ink", "quiet", "paper", "seller", "on-seller", "buyer", "other")]
    assert len(set(drawn)) == len(drawn)  # else one would be taken for another


def test_what_outputs_carry_is_small_and_says_the_same() -> None:
    assert "/*" not in minified(CSS) and minified(CSS).count("light-dark(") == CSS.count("light-dark(")
    assert len(chart_style()) < 6_000
