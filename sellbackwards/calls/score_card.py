"""The score card of a call as HTML. There is no single score; what the evidence supports stands first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sellbackwards.calls.measure_notes import MEASURES
from sellbackwards.calls.measured import Measures
from sellbackwards.calls.moments import moments
from sellbackwards.calls.wording import again_text, clock_text, remarks, value_text
from sellbackwards.design import chart_style

# In the order of what tells good talks from poor ones: in 133 counselling talks telling and saying back do, talk share
# hardly does, and the share of open questions doesn't.
GROUPS = (
    ("Telling and saying back", ("inform_share", "reflect_share")),
    ("Asking", ("questions", "open_questions", "questions_by_third")),
    ("Talking", ("talk_share", "longest_monologue", "switches_per_minute", "patience_seconds", "interruptions")),
    ("What comes next", ("next_step",)),
)
EVIDENCE = (
    "Why this order? In 133 counselling talks, how much was told and how much was said back set the good talks apart; "
    "talk share hardly did, and open questions did not. Sales calls may differ. No number here is a grade."
)


def card(measures: Measures) -> str:
    """One call: who is taken for the seller and why, the measures with what each does not show, three moments."""
    rows = "".join(
        f'<h4>{escape(title)}</h4><table class="sb-one">{"".join(_row(key, measures) for key in keys)}</table>'
        for title, keys in GROUPS
    )
    return (
        f'{chart_style()}<section class="sb-callcard" aria-label="Score card of {escape(measures.call.file)}">'
        f"<h3>{escape(measures.call.file)}</h3><p>{_who(measures)}</p>{_remarks(measures)}{rows}{_moments(measures)}"
        f"<p><small>{escape(EVIDENCE)}</small></p></section>"
    )


def _row(key: str, measures: Measures) -> str:
    about = MEASURES[key]
    share = {"inform_share": measures.inform_share, "reflect_share": measures.reflect_share}.get(key)
    bar = "" if share is None else f'<i aria-hidden="true" style="width:{100 * share:.0f}%"></i>'
    return (
        f'<tr><th scope="row" title="{escape(about.rule)}">{escape(about.name)}</th>'
        f"<td><b>{escape(value_text(key, measures))}</b>{bar}</td>"
        f"<td><small>Does not show: {escape(_small(about.does_not_show))}</small></td></tr>"
    )


def _small(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]


def _who(measures: Measures) -> str:
    if measures.seller is None:
        return "Nobody on this call has a name, so no seller was found."
    why = "" if measures.seller_why == "chosen" else f" ({escape(measures.seller_why)}; you can choose another)"
    others = ", ".join(escape(s.name) for s in measures.speakers if s.role != "seller")
    return f"Seller: <b>{escape(measures.seller)}</b>{why}. " + (f"With: {others}." if others else "")


def _remarks(measures: Measures) -> str:
    return "".join(f"<p><small>{escape(text)}</small></p>" for text in remarks(measures.call))


def _moments(measures: Measures) -> str:
    found = moments(measures)
    if not found:
        return ""
    items = "".join(
        f"<li><b>{escape(m.title)}</b> ({f'at {clock_text(m.at)}, ' if m.at is not None else ''}turn {m.turn})"
        f"<blockquote>{escape(_shortened(m.text))}</blockquote>{escape(m.why)}</li>"
        for m in found
    )
    return f"<h4>{again_text(measures.call)}</h4><ol>{items}</ol>"


def _shortened(text: str, most: int = 220) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def beside(calls: Sequence[tuple[str, Measures]]) -> str:
    """Two or more calls in one table: a column for each (label, measures), the measures in the same order as a card."""
    head = "".join(f'<th scope="col"><b>{escape(label)}</b></th>' for label, _ in calls)
    body = ""
    for title, keys in GROUPS:
        body += f'<tr><th colspan="{len(calls) + 2}" scope="colgroup"><b>{escape(title)}</b></th></tr>'
        for key in keys:
            cells = "".join(f"<td>{escape(value_text(key, measures))}</td>" for _, measures in calls)
            about = MEASURES[key]
            body += (
                f'<tr><th scope="row" title="{escape(about.rule)}">{escape(about.name)}</th>{cells}'
                f"<td><small>{escape(about.does_not_show)}</small></td></tr>"
            )
    return (
        f'{chart_style()}<section class="sb-callcard" aria-label="Calls beside each other">'
        f'<table class="sb-measures"><thead><tr><th scope="col">measure</th>{head}'
        f'<th scope="col">does not show</th></tr></thead>'
        f"<tbody>{body}</tbody></table><p><small>{escape(EVIDENCE)}</small></p></section>"
    )
