"""Write everybody's questions as one HTML page to project: anonymous, escaped, loading nothing."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from sellbackwards.design import CSS, minified
from sellbackwards.exercises import Exercise
from sellbackwards.practice.walls import Group, Question, mixed

HERE = Path(__file__).parent


@cache
def environment() -> Environment:
    """Templates of this room. Everything is escaped but what is Markup."""
    found = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, loader=FileSystemLoader(HERE / "templates")
    )
    found.filters["marked"] = _marked
    return found


def _marked(question: Question) -> Markup:
    """A question with the words that its group rests on."""
    before, words, after = question.text.partition(question.words) if question.words else (question.text, "", "")
    return escape(before) + (Markup("<mark>{}</mark>").format(words) if words else "") + escape(after)


def wall_page(pitch: Exercise, groups: list[Group], files: int = 0, unread: int = 0) -> str:
    """The page (HTML): at first all questions mixed, then by what they do. `files`: in how many they were looked for
    (0: in none), and in how many of these nothing could be read."""
    places = {question: number for number, (_, question) in enumerate(mixed(groups))}
    style, script = ((HERE / "templates" / name).read_text(encoding="utf-8") for name in ("wall.css", "wall.js"))
    style = minified(CSS + style)
    values: dict[str, Any] = {
        "pitch": pitch.spec["pitch"],
        "groups": groups,
        "places": places,
        "count": sum(question.times for group in groups for question in group.questions),
        "files": files,
        "unread": unread,
        "style": Markup(style),
        "script": Markup(script),
        "style_hash": _hash(style),
        "script_hash": _hash(script),
    }
    return environment().get_template("wall.html").render(**values)


def _hash(text: str) -> str:
    """The hash by which the page's Content-Security-Policy allows this one script or style."""
    return b64encode(sha256(text.encode()).digest()).decode()
