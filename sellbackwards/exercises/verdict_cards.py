"""Show a learner a verdict as a card, in HTML and in plain text. All text is escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from sellbackwards.design import CSS, minified
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.model import Exercise, Status, Verdict
from sellbackwards.exercises.status_words import CANT_READ, WORDS

_STYLE_SHEET = (files("sellbackwards.exercises") / "style.css").read_text(encoding="utf-8")
STYLE = f"<style>/* Cards and practices. */{minified(CSS + _STYLE_SHEET)}</style>"
"""The style of cards and practices, which every output carries: a notebook has no style of its own."""

_MARKS = {True: ("✓", "Met"), False: ("✗", "Not yet"), None: ("?", "Can't tell")}
_WAITING, _YOURS = ("–", "To do"), ("–", "For you to judge")

_CRITERIA = """{% if rows %}<ul class="sb-criteria">{% for mark, word, text, evidence in rows -%}
<li><span class="sb-mark" aria-hidden="true">{{ mark }}</span>{{ word }}: {{ text }}
{%- if evidence %} ({{ evidence }}){% endif %}</li>
{%- endfor %}</ul>{% endif %}"""

_TEMPLATES = {
    "criteria": _CRITERIA,
    "verdict": """{{ style }}<div class="sb-card sb-{{ slug }}" role="group" aria-label="{{ head }}" data-card="{{ id }}"
 data-status="{{ status }}"><p class="sb-head">{{ badge }}{{ head }}</p>
"""
    + _CRITERIA
    + """
{% for note in notes %}<p>Please note: {{ note }}.</p>{% endfor %}
{% for line in say %}<p>{{ line }}</p>{% endfor %}</div>""",
    "message": """{{ style }}<div class="sb-card" role="group" aria-label="{{ head }}">
<p class="sb-head">{{ head }}</p>
{% for line in say %}<p>{{ line }}</p>{% endfor %}</div>""",
    "standing": """{{ style }}<div class="sb-card" role="group" aria-label="{{ head }}">
<p class="sb-head">{{ head }}</p>
<table><thead><tr><th scope="col">Exercise</th><th scope="col">How it stands</th></tr></thead><tbody>
{% for title, state in rows %}<tr><td>{{ title }}</td><td>{{ state }}</td></tr>{% endfor %}</tbody></table>
{% for line in say %}<p>{{ line }}</p>{% endfor %}</div>""",
}


@cache
def _template(name: str) -> Any:
    return Environment(autoescape=True).from_string(_TEMPLATES[name])


def _render(name: str, **values: Any) -> str:
    return str(_template(name).render(style=Markup(STYLE), **values))


def badge(status: Status) -> str:
    """A mark (HTML) for a status, to stand before the words that say it."""
    return f'<span class="sb-badge" aria-hidden="true">{WORDS[status].badge}</span>'


def to_compare(anchors: Mapping[str, str]) -> list[str]:
    """Answers to compare with, a line each: what somebody said in quotation marks, a remark on it at its end outside them."""
    lines = []
    for name, text in anchors.items():
        said, remark = re.fullmatch(r"(.*?)\s*(\([^()]*\))?", text.strip(), re.DOTALL).groups("")  # type: ignore[union-attr]
        lines.append(f"{name.capitalize()}: “{said}” {remark}".rstrip())
    return lines


def shorten(text: str, most: int = 160) -> str:
    """A text cut to `most` characters, at a word, with "…" where something was cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"


def criteria_rows(verdict: Verdict, answer: str = "") -> list[tuple[str, str, str, str]]:
    """(mark, word, criterion, evidence) for each criterion worth telling: the word says in text what the mark says.

    Of a generic one only its evidence is told, and nothing where it has none and is met or not judged.
    Evidence that stands in the `answer` is put in quotation marks; what the judge says of it is not.
    """
    said = " ".join(answer.split())
    unjudged = {"not answered": _WAITING, "for a person": _YOURS}.get(verdict.status)
    rows = []
    for one in verdict.criteria:
        mark, word = unjudged or _MARKS[one.met]
        evidence = _quoted(one.evidence, said)
        if one.generic and one.met is not False and not evidence:
            continue
        if one.generic and evidence and one.met is not None:
            rows.append((mark, word, evidence, ""))
        else:
            rows.append((mark, word, one.text, evidence))
    return rows


def _quoted(evidence: str, said: str) -> str:
    short = shorten(evidence)
    return f"“{short}”" if short and " ".join(evidence.split()) in said else short


def criteria_list(verdict: Verdict, answer: str = "") -> str:
    """The criteria of a verdict as an HTML list."""
    return _render("criteria", rows=criteria_rows(verdict, answer))


def verdict_card(exercise: Exercise, verdict: Verdict, notes: Sequence[str] = (), answer: str = "") -> tuple[str, str]:
    """(HTML, plain words) for one judged answer."""
    pause = " –" if exercise.title.endswith(("?", "!", ".")) else ":"
    about = KINDS[exercise.kind].ABOUT
    words = WORDS[verdict.status]
    head = f"{exercise.id} {exercise.title}{pause} {words.card}"
    say = [words.advice]
    if verdict.status == "couldn't tell" and about.short:
        say = [CANT_READ]
    if verdict.passed:
        say = [exercise.after] if exercise.after else []
        if about.another_way and answer.strip() != exercise.model.strip():
            say.append(f"{about.another_way}: “{exercise.model.strip()}”")
    if verdict.status == "for a person":
        say = [words.advice, *to_compare(exercise.spec.get("anchors", {}))]
    rows = criteria_rows(verdict, answer)
    html = _render(
        "verdict",
        slug=verdict.status.replace("'", "").replace(" ", "-"),
        id=exercise.id,
        status=verdict.status,
        badge=Markup(badge(verdict.status)),
        head=head,
        rows=rows,
        say=say,
        notes=(*verdict.notes, *notes),
    )
    lines = [f"{mark} {word}: {text}" + (f" ({evidence})" if evidence else "") for mark, word, text, evidence in rows]
    return html, "\n".join([head, *lines, *(f"Please note: {note}." for note in (*verdict.notes, *notes)), *say])


def form_card(exercise: Exercise, verdict: Verdict, notes: Sequence[str] = (), answer: str = "") -> str:
    """The card (HTML) under a form, announced by a screen reader."""
    return f'<div role="status" aria-live="polite">{verdict_card(exercise, verdict, notes, answer)[0]}</div>'


def message_card(head: str, *say: str) -> tuple[str, str]:
    """(HTML, plain words) for a few friendly lines."""
    return _render("message", head=head, say=say), "\n".join([head, *say])


def standing_card(title: str, rows: Sequence[tuple[Exercise, Verdict]], *say: str) -> tuple[str, str]:
    """(HTML, plain words) for a whole set: which exercises are passed, and what is left."""
    passed = sum(verdict.passed for _, verdict in rows)
    head = f"How do I stand? {passed} of {len(rows)} passed ({title})"
    states = [(f"{exercise.id} {exercise.title}", WORDS[verdict.status].card) for exercise, verdict in rows]
    lines = [f"{name}: {state}" for name, state in states]
    return _render("standing", head=head, rows=states, say=say), "\n".join([head, *lines, *say])
