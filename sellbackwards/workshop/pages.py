"""Write all pages that a facilitator reads or prints (``sellbackwards workshop OUT``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sellbackwards.authoring.overview import fact_cards
from sellbackwards.authoring.source import SourceError
from sellbackwards.buyer import Scenario, ScenarioError, load, scenario_ids
from sellbackwards.workshop.handout_sheets import answers_to, on_the_sheet, paper_of, places_of_sheets
from sellbackwards.workshop.lessons import lesson_files, summaries
from sellbackwards.workshop.markdown import html
from sellbackwards.workshop.plans import EACH, FOLDER, Plan, Sheet, WorkshopError, clock_text, plans, sheets
from sellbackwards.workshop.printed import printed
from sellbackwards.workshop.role_cards import buyer_card, observer_points
from sellbackwards.workshop.room import Room, to_print
from sellbackwards.workshop.take_home import TakeHome, pages_to_take_home

WORDS_A_MINUTE = 130
"""How fast somebody reads who has to act on it; a second-language reader, too."""


def write_workshop(out: Path, room: Room) -> list[Path]:
    """Write the pages for a room into the folder `out`, over earlier ones. Returns them, the first to open before the
    others. Raises WorkshopError."""
    try:
        made = dict(_pages(room))
        for name, page in made.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_text(page, encoding="utf-8")
    except OSError as error:
        raise WorkshopError(f"{out}: can't be written ({error.strerror or error}); name a folder of your own") from None
    except (SourceError, ScenarioError) as error:
        raise WorkshopError(str(error)) from None
    return [out / name for name in made]


def _pages(room: Room) -> list[tuple[str, str]]:
    texts = {
        "guide.html": printed("text.html", "The facilitator's guide", text=_markdown("guide.md")),
        "coach.html": printed("coach.html", "The coach's pack", text=_markdown("coach.md"), points=observer_points()),
        "discussion.html": printed("text.html", "Questions for the room", text=_markdown("discussion.md")),
        "figures.html": printed("figures.html", "Figures you may be asked about", cards=list(fact_cards().values())),
        "summaries.html": printed("summaries.html", "The lessons, one page each", lessons=summaries()),
    }
    every = plans()
    lessons = {one.number: one for one in summaries()}
    buyers = {name: load(name) for name in scenario_ids()}
    titles = {name: one.title for name, one in buyers.items()}
    for plan in every:
        _known(plan, buyers)
        texts[f"{plan.id}/plan.html"] = printed(
            "plan.html",
            plan.title,
            plan=plan,
            room=room,
            to_print=[to_print(room, plan, one, titles) for one in plan.sessions],
            each=EACH,
            clock=clock_text,
            sheets=sheets(),
            places=places_of_sheets(),
            lessons=lessons,
        )
        texts[f"{plan.id}/take_home.html"] = printed(
            "take_home.html", f"{plan.title}: to take home", pages=_to_take_home(plan), address=room.address
        )
        texts[f"{plan.id}/sheets.html"] = printed("sheets.html", f"{plan.title}: sheets", sheets=_sheets(plan))
        texts[f"{plan.id}/answers.html"] = printed("answers.html", f"{plan.title}: answers", sheets=_sheets(plan))
    papers = {path.stem[:2]: [_printed(sheet) for sheet in paper_of(path)] for path in lesson_files()}
    for lesson, on_paper in papers.items():
        texts[f"paper/{lesson}.html"] = printed("sheets.html", f"Lesson {lesson} on paper", sheets=on_paper)
        texts[f"paper/{lesson}_answers.html"] = printed("answers.html", f"Lesson {lesson}: answers", sheets=on_paper)
    for buyer in buyers.values():
        texts[f"cards/{buyer.id}.html"] = printed(
            "cards.html", f"Three cards: {buyer.title.lower()}", card=buyer_card(buyer), points=observer_points()
        )
    first = printed(
        "index.html",
        "The workshop",
        lessons=summaries(),
        plans=every,
        buyers=buyers,
        minutes={name: reading_minutes(text) for name, text in texts.items()},
    )
    return [("index.html", first), *texts.items()]


def reading_minutes(page: str) -> int:
    """How long a page takes to read."""
    text = re.sub(r"<style>.*?</style>|<head>.*?</head>|<[^>]+>", " ", page, flags=re.DOTALL)
    return max(1, round(len(text.split()) / WORDS_A_MINUTE))


def _known(plan: Plan, buyers: Mapping[str, Scenario]) -> None:
    for kind, names, known in (("sheet", plan.sheets, sheets()), ("buyer", plan.cards, buyers)):
        missing = [name for name in names if name not in known]
        if missing:
            raise WorkshopError(f"workshop/plans.yaml: there is no {kind} {missing[0]}; take one of {', '.join(known)}")


def _sheets(plan: Plan) -> list[dict[str, Any]]:
    return [_printed(sheets()[name]) for name in plan.sheets]


def _to_take_home(plan: Plan) -> list[TakeHome]:
    known = pages_to_take_home()
    wanted = [lesson for session in plan.sessions for lesson in session.take_home]
    missing = [lesson for lesson in wanted if lesson not in known]
    if missing:
        raise WorkshopError(
            f"workshop/take_home.yaml: lesson {missing[0]} has no page to take home; workshop/plans.yaml wants one"
        )
    return [known[lesson] for lesson in wanted]


def _printed(sheet: Sheet) -> dict[str, Any]:
    return {"title": sheet.title, "body": Markup(on_the_sheet(sheet)), "answers": Markup(answers_to(sheet))}


def _markdown(name: str) -> Markup:
    """A text of ``workshop/``; links to what isn't among these pages stay words."""
    return html((FOLDER / name).read_text(encoding="utf-8"), name.removesuffix(".md"))
