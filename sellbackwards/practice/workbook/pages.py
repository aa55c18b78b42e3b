"""The plan for a call as a page to print, and all of the learner's deals as a page and as JSON; text is escaped."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup

from sellbackwards.design import CSS
from sellbackwards.exercises import judge
from sellbackwards.practice.workbook import store
from sellbackwards.practice.workbook.book import AT_HAND, Book
from sellbackwards.practice.workbook.parts import QUESTIONS, Part, exercise_of, lines_of, parts
from sellbackwards.practice.workbook.promises import SECTION, promises
from sellbackwards.practice.workbook.store import ME
from sellbackwards.speech import AREAS

_HERE = files("sellbackwards.practice.workbook")


@dataclass(frozen=True)
class Known:
    """One thing that the learner knows: the words, and from whose mouth ("" where nobody's is noted).

    `theirs`: as far as the coach can tell, somebody of theirs said it; else it is the seller's own reason, or a guess.
    """

    words: str
    who: str
    theirs: bool = True


@dataclass(frozen=True)
class CallPlan:
    """What stands on the page. `places`: area in words → what is known of it, None where nothing is."""

    deal: str
    customer: str
    when: str
    goal: str
    project: str
    said: Sequence[str]
    places: Mapping[str, Known | None]
    questions: Sequence[str]
    step: Mapping[str, str]
    walk: str
    price: str

    @property
    def is_empty(self) -> bool:
        """Nothing to print yet."""
        return not (self.goal or self.questions or self.said or any(self.places.values()) or any(self.step.values()))


def plan_of(book: Book) -> CallPlan:
    """The plan for the deal at hand."""
    deal = book.item("deals", book.deal)

    def text(field: str) -> str:
        return deal.get(field, "").strip()

    heads = {box.field.partition(".")[0]: box.head for box in parts()["reasons"].boxes if box.head}
    return CallPlan(
        text("name"),
        text("customer"),
        text("plan.when"),
        text("plan.goal"),
        text("project"),
        lines_of(text("said")),
        {
            heads[area]: Known(text(f"{area}.words"), text(f"{area}.who"), _is_theirs(area, book))
            if text(f"{area}.words")
            else None
            for area in AREAS
        },
        [text(name) for name in QUESTIONS if text(name)],
        {name: text(f"step.{name}") for name in ("action", "owner", "date", "purpose", "out")},
        text("plan.walk"),
        book.item("selling", ME).get("price", "").strip(),
    )


def _is_theirs(area: str, book: Book) -> bool:
    """Does the coach take a reason for the buyer's own? What nobody is named for yet may well be."""
    scene = book.scene()
    for box in parts()["reasons"].boxes:
        text = scene.item.get(box.field, "")
        exercise = exercise_of(box, scene) if box.field.startswith(f"{area}.") and text.strip() else None
        if exercise and judge(exercise, text).status == "not yet":
            return False
    return True


def plan_body(plan: CallPlan, top: int = 4) -> str:
    """The plan as it is shown on the page (HTML); `top` is the level of its first heading."""
    return str(_template("plan").render(plan=plan, top=top))


def plan_page(plan: CallPlan) -> str:
    """The plan as a page of its own, to print (HTML)."""
    return _page(plan.deal or "The plan for my call", plan_body(plan, 1))


def all_page(book: Book) -> str:
    """Everything, to read and print (HTML)."""
    return _page("My deals", _template("all").render(groups=_groups(book), replaced=store.replaced()))


def all_as_json(book: Book) -> str:
    """Everything, as data: section → items → field → text."""
    found: dict[str, Any] = {section: list(book.items(section).values()) for section in store.SECTIONS}
    found["promises"] = [{"lesson": lesson, **fields} for lesson, fields in book.items("promises").items()]
    found["replaced"] = [one._asdict() for one in store.replaced()]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def for_coach(book: Book) -> str:
    """What the learner shares with a coach, as data, and nothing else: a name, the promises, the plan at hand.

    {"for": "coach", "name",
     "promises": [{"lesson", "who", "question", "by": ISO day | "", "state", "said", "noticed"}],
     "plan": {"deal", "when", "goal", "questions": [text], "step": {"action", "owner", "date", "purpose", "out"}}}
    """
    plan = plan_of(book)
    found = {
        "for": "coach",
        "name": book.item("selling", store.ME).get("name", "").strip(),
        "promises": [
            {
                "lesson": one.lesson,
                "who": one.who,
                "question": one.question,
                "by": one.by.isoformat() if one.by else "",
                "state": one.state,
                "said": one.said,
                "noticed": one.noticed,
            }
            for one in promises(book.items(SECTION))
        ],
        "plan": {
            "deal": plan.deal,
            "when": plan.when,
            "goal": plan.goal,
            "questions": list(plan.questions),
            "step": dict(plan.step),
        },
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _groups(book: Book) -> list[tuple[str, list[tuple[str, str]]]]:
    """(heading, [(label, text)]) of all that is filled in, in the order of the page; what has no box comes last."""
    groups = []
    for section in store.SECTIONS:
        for n, (item, fields) in enumerate(book.items(section).items(), 1):
            left = dict(fields)
            for part in (one for one in parts().values() if one.section == section):
                rows = [
                    (_label(part, field, book, section, item), left.pop(field).strip())
                    for field in _fields(part)
                    if field in left
                ]
                head = f"{part.title} {n}" if part.one else part.title
                name = fields.get("name", "").strip()
                head += f": {name}" if section == "deals" and name and part.name != "deal" else ""
                if any(text for _, text in rows):
                    groups.append((head, [row for row in rows if row[1]]))
            rest = [
                (_PROMISED.get(field, field), text) for field, text in left.items() if text.strip() and field != AT_HAND
            ]
            if rest:
                groups.append((f"Promise of lesson {item}" if section == "promises" else section.capitalize(), rest))
    return groups


_PROMISED = {
    "who": "Whom I ask", "question": "What I ask", "day": "By which day", "made": "Made on",
    "state": "What became of it", "said": "What they said", "noticed": "What I noticed", "reminded": "Came back on",
}  # fmt: skip


def _fields(part: Part) -> list[str]:
    return [box.field for box in part.boxes]


def _label(part: Part, field: str, book: Book, section: str, item: str) -> str:
    head = ""
    for box in part.boxes:
        head = box.head or head
        if box.field == field:
            label = book.scene(section, item).filled_in(box.label)
            return f"{head}: {label[:1].lower()}{label[1:]}" if head and part.name == "reasons" else label
    return field


def _page(title: str, body: str) -> str:
    style = CSS + (_HERE / "print.css").read_text(encoding="utf-8")
    return str(_template("page").render(title=title, style=Markup(style), body=Markup(body)))


@cache
def _template(name: str) -> Any:
    loader = FunctionLoader(lambda name: (_HERE / f"{name}.html").read_text(encoding="utf-8"))
    return Environment(autoescape=True, loader=loader, trim_blocks=True, lstrip_blocks=True).get_template(name)
