"""Print the rounds of practices, with lines to write on, where the cards stand on screen."""

from __future__ import annotations

from html import escape

from bs4 import BeautifulSoup
from nbconvert.filters import markdown2html

from sellbackwards.exercises import Exercise
from sellbackwards.exercises.kinds import FOR_A_PERSON, KINDS
from sellbackwards.exercises.kinds.plan_lines import HEADS, steps_of
from sellbackwards.practice.catalogue import practice_entry
from sellbackwards.publishing.pages import Page


def on_paper(page: Page) -> str:
    """The page's HTML with each practice as it can be done with a pencil; one that can't keeps its card."""
    soup = BeautifulSoup(page.body, "html.parser")
    for card in soup.select("[data-practice]"):
        rounds = practice_entry(str(card["data-practice"])).on_paper()
        if rounds:
            card.find_all("p", recursive=False)[-1].decompose()
            asked = "".join(asked_on_paper(n, one, len(rounds)) for n, one in enumerate(rounds, 1))
            card.insert_after(BeautifulSoup(f'<div class="on-paper">{asked}</div>', "html.parser"))
    for link in soup.select("a[href]"):
        if "://" not in str(link["href"]):
            link.unwrap()  # a handout stands alone
    return str(soup)


def asked_on_paper(number: int, one: Exercise, count: int) -> str:
    """A round as HTML: what is asked, what is shown, and lines to write on."""
    asks = "".join(f"<p>{escape(line)}</p>" for line in one.title.split("\n") if line.strip())
    kind = KINDS[one.kind]
    # What is shown where a person judges speaks of the page on screen.
    shown = markdown2html(kind.shown(one.spec).replace("Type ", "Write ")) if one.kind != FOR_A_PERSON else ""
    rows = one.spec.get("fields") or one.spec.get("numbers") or ()
    lines = '<div class="lines"></div>' * kind.ABOUT.lines
    if rows:
        lines = "".join(f'<p>{escape(row["name"])}:</p><div class="lines"></div>' for row in rows)
    if one.kind == "plan":
        shown, lines = "", _steps_on_paper(number, one)
    head = f"<p><b>Round {number} of {count}</b></p>" if count > 1 else ""
    heard = "".join(f"<p><b>{escape(said.speaker)}:</b> {escape(said.text)}</p>" for said in one.spec.get("heard", ()))
    return f'<div class="round">{head}{heard}{asks}{shown}{lines}</div>'


def _steps_on_paper(number: int, one: Exercise) -> str:
    """A plan's steps as a table to write in: those that it begins with, then empty rows, two more than it needs."""
    begun = [parts[1:] for parts in steps_of(one.spec.get("begin", ""))]
    rows = begun + [("", "", "", "")] * (one.spec["steps_at_least"] + 2 - len(begun))
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Step", "What happens", *HEADS))
    body = "".join(
        f'<tr><th scope="row">{n}</th>' + "".join(f"<td>{escape(part)}</td>" for part in parts) + "</tr>"
        for n, parts in enumerate(rows, 1)
    )
    scroll = f'<div class="scroll" tabindex="0" role="region" aria-label="Table: the plan of round {number}">'
    return f'{scroll}<table class="steps"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
