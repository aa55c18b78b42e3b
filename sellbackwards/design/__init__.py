"""The design tokens of ``tokens.css``, for CSS and for Python: one small set of colours, sizes and space.

`CSS` goes into a page's own style, before anything that uses ``var(--sb-…)``; `token` gives one value to what isn't CSS
(a chart, a test). A page says which of the two themes it is in by ``color-scheme``.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

Theme = Literal["light", "dark"]
_HERE = files("sellbackwards.design")
CSS = (_HERE / "tokens.css").read_text(encoding="utf-8")
PLAYER_STYLE = (_HERE / "player.css").read_text(encoding="utf-8")
_TOKEN = re.compile(r"--sb-([\w-]+):\s*(?:light-dark\(([^,]+),\s*([^)]+)\)|([^;]+));")


@cache
def tokens(theme: Theme = "light", more_contrast: bool = False) -> dict[str, str]:
    """Every token's value by its name without "--sb-" ("seller": "#0072b2"), in one theme."""
    usual, _, strong = CSS.partition("@media (prefers-contrast: more)")
    found = _TOKEN.findall(usual) + (_TOKEN.findall(strong) if more_contrast else [])
    return {name: (light if theme == "light" else dark) or plain for name, light, dark, plain in found}


def token(name: str, theme: Theme = "light") -> str:
    """One token's value. Raises KeyError where there is none of that name."""
    return tokens(theme)[name]


@cache
def chart_style() -> str:
    """What a chart or a score card of a call carries with it (an HTML element)."""
    return f"<style>{minified(CSS + (_HERE / 'charts.css').read_text(encoding='utf-8'))}</style>"


# The tokens that a drawing may use; each has a light value of its own, by which it is found in a drawing.
_DRAWN = ("ink", "quiet", "paper", "seller", "on-seller", "buyer", "other")


def themed(svg: str) -> str:
    """An SVG drawn in the tokens' light colours, made to follow the theme of whatever shows it as an image.

    Colours become variables of the image's own style; ``light-dark()`` follows the color-scheme of the element around.
    """
    for name in _DRAWN:
        svg = re.sub(re.escape(token(name)) + r"(?![0-9a-fA-F])", f"var(--{name})", svg, flags=re.IGNORECASE)
    values = "".join(f"--{name}:light-dark({token(name)},{token(name, 'dark')});" for name in _DRAWN)
    style = f"<style>:root{{color-scheme:light dark;{values}}}</style>"
    return re.sub(r"(<svg\b[^>]*>)", lambda found: found[1] + style, svg, count=1)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ("#rrggbb"), from 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour.lstrip("#")[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def minified(css: str) -> str:
    """CSS without comments and needless space, for what is repeated in many outputs."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", bare)).replace(";}", "}").strip()
