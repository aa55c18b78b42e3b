"""What a learner sees of a Verdict: one card, in HTML and in plain words. All text is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Environment

from sellbackwards.exercises.model import Exercise, Verdict

# JupyterLab's own colours, so that light and dark both work; the fallbacks are for pages outside it.
STYLE = """<style>
.sb-card{border:1px solid var(--jp-border-color2,#bbb);border-left:6px solid #777;border-radius:4px;margin:6px 0;padding:10px 14px;
 background:var(--jp-layout-color1,#fff);color:var(--jp-ui-font-color1,#212121);font-size:14px;line-height:1.5;max-width:46em}
.sb-card.sb-passed{border-left-color:#0b7a75}.sb-card.sb-not-yet{border-left-color:#b35900}.sb-card.sb-couldnt-tell{border-left-color:#6a51a3}
.sb-card p,.sb-card ul{margin:4px 0}.sb-card ul{padding-left:0;list-style:none}.sb-card li{margin:3px 0;padding-left:1.6em;text-indent:-1.6em}
.sb-card .sb-head{font-weight:600;font-size:15px}.sb-card .sb-mark{display:inline-block;width:1.6em;text-indent:0;font-weight:700}
.sb-card q{font-style:italic}.sb-card table{border-collapse:collapse}.sb-card th,.sb-card td{text-align:left;padding:2px 14px 2px 0}
.sb-card a{color:inherit;text-decoration:underline}
</style>"""

_MARKS = {True: ("✓", "Met"), False: ("○", "Not yet"), None: ("?", "Can't tell")}
_WAITING = ("–", "To do")
_HEADS = {
    "passed": "passed",
    "not yet": "not yet",
    "not answered": "not answered yet",
    "couldn't tell": "couldn't tell",
    "for a person": "for a person to judge",
}
_SAY = {
    "not answered": "Click in the box above, type your answer under the first line, and press Shift+Enter.",
    "not yet": "Change your answer in the box above and press Shift+Enter again, as often as you like. Stuck? Open a hint above the box.",
    "couldn't tell": "This is not marked as wrong: the page can't judge it, and a person may well say yes. To let the page judge it, try other words.",
    "for a person": "",
}

_TEMPLATES = {
    "verdict": """{{ style }}<div class="sb-card sb-{{ slug }}" role="group" aria-label="{{ head }}">
<p class="sb-head">{{ head }}</p>
<ul>{% for mark, word, text, evidence in rows %}<li><span class="sb-mark" aria-hidden="true">{{ mark }}</span>{{ word }}: {{ text }}
{%- if evidence %} (<q>{{ evidence }}</q>){% endif %}</li>{% endfor %}</ul>
{% for note in notes %}<p>Please note: {{ note }}.</p>{% endfor %}{% for line in say %}<p>{{ line }}</p>{% endfor %}</div>""",
    "message": """{{ style }}<div class="sb-card" role="group" aria-label="{{ head }}"><p class="sb-head">{{ head }}</p>
{% for line in say %}<p>{{ line }}</p>{% endfor %}</div>""",
    "standing": """{{ style }}<div class="sb-card" role="group" aria-label="{{ head }}"><p class="sb-head">{{ head }}</p>
<table><thead><tr><th scope="col">Exercise</th><th scope="col">How it stands</th></tr></thead><tbody>
{% for title, state in rows %}<tr><td>{{ title }}</td><td>{{ state }}</td></tr>{% endfor %}</tbody></table>
{% for line in say %}<p>{{ line }}</p>{% endfor %}</div>""",
}


@cache
def _template(name: str) -> Any:
    return Environment(autoescape=True).from_string(_TEMPLATES[name])


def _render(name: str, **values: Any) -> str:
    from markupsafe import Markup

    return str(_template(name).render(style=Markup(STYLE), **values))


def shorten(text: str, most: int = 160) -> str:
    """A text cut to `most` characters, at a word, with "…" where something was cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"


def criteria_rows(verdict: Verdict) -> list[tuple[str, str, str, str]]:
    """(mark, word, criterion, evidence) for each criterion: the word says in text what the mark says."""
    waiting = verdict.status == "not answered"
    return [
        (*(_WAITING if waiting else _MARKS[criterion.met]), criterion.text, shorten(criterion.evidence))
        for criterion in verdict.criteria
    ]


def verdict_card(exercise: Exercise, verdict: Verdict, notes: Sequence[str] = (), answer: str = "") -> tuple[str, str]:
    """(HTML, plain words) for one judged answer."""
    head = f"{exercise.id} {exercise.title}: {_HEADS[verdict.status]}"
    say = [_SAY[verdict.status]] if verdict.status in _SAY else []
    if verdict.passed:
        say = [exercise.after] if exercise.after else []
        if exercise.kind == "question" and answer.strip() != exercise.model.strip():
            say.append(f"Another way to ask: “{exercise.model.strip()}”")
    rows = criteria_rows(verdict)
    html = _render(
        "verdict", slug=verdict.status.replace("'", "").replace(" ", "-"), head=head, rows=rows, say=say, notes=(*verdict.notes, *notes)
    )
    lines = [f"{mark} {word}: {text}" + (f" ({evidence})" if evidence else "") for mark, word, text, evidence in rows]
    return html, "\n".join([head, *lines, *(f"Please note: {note}." for note in (*verdict.notes, *notes)), *say])


def message_card(head: str, *say: str) -> tuple[str, str]:
    """(HTML, plain words) for a few friendly lines."""
    return _render("message", head=head, say=say), "\n".join([head, *say])


def standing_card(title: str, rows: Sequence[tuple[Exercise, Verdict]], *say: str) -> tuple[str, str]:
    """(HTML, plain words) for a whole set: which exercises are passed, and what is left."""
    passed = sum(verdict.passed for _, verdict in rows)
    head = f"How do I stand? {passed} of {len(rows)} passed ({title})"
    states = [(f"{exercise.id} {exercise.title}", _HEADS[verdict.status]) for exercise, verdict in rows]
    lines = [f"{name}: {state}" for name, state in states]
    return _render("standing", head=head, rows=states, say=say), "\n".join([head, *lines, *say])
