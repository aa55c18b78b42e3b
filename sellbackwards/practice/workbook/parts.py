"""The parts of the page "My deals", from ``parts.yaml``, and the exercise that judges a box.

Nothing here is marked: the judgement is the one of all practices, and what it says stays on the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from sellbackwards.exercises import Exercise
from sellbackwards.exercises.kinds.wording import telling_roots
from sellbackwards.practice.workbook.store import Fields

QUESTIONS = ("plan.first", "plan.second", "plan.third")
STEP = ("step.action", "step.owner", "step.date", "step.purpose", "step.out")
_SHORTHAND: Mapping[str, Mapping[str, Any]] = {
    "theirs": {
        "needs": [
            {
                "say": "is a reason of theirs: your offer, your price and your target aren't in it",
                "no_own": [
                    "our price",
                    "our prices",
                    "my price",
                    "our offer",
                    "my offer",
                    "discount",
                    "our list price",
                    "my target",
                    "my quota",
                    "my commission",
                    "our quarter",
                    "our product",
                    "our software",
                    "our service",
                ],
            }
        ]
    },
    "mouth": {
        "needs": [
            {
                "say": "somebody of theirs said it; otherwise it's your guess, and a question for the call",
                "never_says": ["i", "me", "myself", "my boss", "my manager", "my guess", "a guess", "guess"],
            }
        ]
    },
}


# Fewer words than the thesaurus has for a purchase: many a buyer's own business is orders, offers and invoices.
_SALE = [
    "sign a", "sign the", "sign our", "signs a", "signs the", "signs our", "sign up", "signing", "signature", "buy",
    "buys", "purchase", "place an order", "places an order", "trial order", "pilot order", "our contract", "deposit",
    "first invoice", "subscribe", "subscription", "free trial", "trial month", "close the deal", "close it",
    "win the deal", "get the deal",
]  # fmt: skip


@dataclass(frozen=True)
class Box:
    """One box: the field that it fills, what stands around it, and how it is judged ("" where nobody judges it).

    `short`: for a number, a line and no more. `needs_first`: what it needs is told before anything is typed.
    """

    field: str
    label: str
    head: str = ""
    example: str = ""
    after: str = ""
    rows: int = 1
    short: bool = False
    needs_first: bool = False
    with_: str = ""
    kind: str = ""
    spec: Any = None


@dataclass(frozen=True)
class Part:
    """One part of the page. `one`: what an item is called, where the section has many; `level`: of its headings."""

    name: str
    title: str
    what: str
    section: str
    boxes: tuple[Box, ...]
    one: str = ""
    level: int = 4


@cache
def parts() -> Mapping[str, Part]:
    """Every part, by name, in the order of the page."""
    raw = yaml.safe_load((files("sellbackwards.practice.workbook") / "parts.yaml").read_text(encoding="utf-8"))
    return {
        name: Part(
            name,
            one["title"],
            one["what"],
            one["section"],
            tuple(
                Box(**{("with_" if key == "with" else key): value for key, value in box.items()})
                for box in one["boxes"]
            ),
            one.get("one", ""),
            one.get("level", 4),
        )
        for name, one in raw.items()
    }


@dataclass(frozen=True)
class Scene:
    """What a box may be judged by: what was typed on one's selling, on the deal at hand, in the box's own item."""

    selling: Mapping[str, str]
    deal: Mapping[str, str]
    item: Mapping[str, str]

    @property
    def own_names(self) -> list[str]:
        """The names that only the learner uses."""
        return [name for part in re.split(r"[,;\n]", self.selling.get("words", "")) if (name := part.strip())]

    @property
    def sold(self) -> str:
        """What they sell and to whom, as a sentence; plain words for a business where nothing is typed."""
        what, whom = (self.selling.get(name, "").strip(" .") for name in ("what", "whom"))
        return f"{what or 'We sell something'} for {whom or 'companies like yours'}."

    @property
    def matter(self) -> str:
        """Words that belong to the deal, beside the pitch."""
        said = (self.deal.get(name, "") for name in ("customer", "project", "said", "hangs"))
        areas = (text for field, text in self.deal.items() if field.endswith(".words"))
        return " ".join(text for text in (self.selling.get("whom", ""), *said, *areas) if text.strip())

    def filled_in(self, text: str) -> str:
        """A label with the learner's words in it."""
        customer = self.deal.get("customer", "").partition(",")[0].strip() or "Your buyer"
        # One after the other and not by `format`: what was typed may hold braces.
        text = text.replace("{customer}", customer[:1].upper() + customer[1:])
        return text.replace("{price}", self.selling.get("price", "").strip() or "(you haven't typed it above yet)")


def exercise_of(box: Box, scene: Scene) -> Exercise | None:
    """What judges this box now; None where nobody does, or not yet."""
    if not box.kind or (box.with_ and not scene.item.get(box.with_, "").strip()):
        return None
    spec = dict(_SHORTHAND[box.spec] if isinstance(box.spec, str) else box.spec)
    if box.kind == "question":
        if "pitch" in spec:
            spec["pitch"] = scene.item.get("pitch", "") if spec["pitch"] == "here" else scene.sold
        spec |= {"context": f"{scene.sold} {scene.matter}", "own": scene.own_names}
    else:
        spec["needs"] = [need for one in spec["needs"] if (need := _need(one, scene))]
    return Exercise(f"mine.{box.field}", box.kind, box.label, spec)


def _need(need: Mapping[str, Any], scene: Scene) -> Mapping[str, Any] | None:
    if "names" in need:
        roots = telling_roots(scene.item.get(need["names"], ""))
        return {"say": need["say"], "says": roots} if roots else None
    if "no_own" in need:
        return {"say": need["say"], "never_says": [*need["no_own"], *scene.own_names]}
    if "theirs" in need:
        roots = [root for field in need["theirs"] for root in telling_roots(scene.item.get(field, "")) if len(root) > 3]
        return {"say": need["say"], "says": roots} if roots else {"say": need["say"], "words_at_least": 4}
    if "no_sale" in need:
        return {"say": need["say"], "never_says": _SALE}
    return need


def lines_of(text: str) -> list[str]:
    """The lines of a box that have words in them, without marks of quotation around them."""
    return [line.strip(' \t-•“”"') for line in text.splitlines() if re.search(r"\w", line)]


def hours_told(leads: Sequence[Fields]) -> tuple[Exercise, str] | None:
    """(exercise, answer) on the ten hours of the leads that have a name, for the kind `numbers`; None without leads."""
    named = [lead for lead in leads if lead.get("name", "").strip()]
    if not named:
        return None
    names = [f"{n}" for n, _ in enumerate(named, 1)]
    numbers = [
        {"name": name, "at_least": 0, "say": f"{' '.join(lead['name'].split())}, hours or 0"}
        for name, lead in zip(names, named, strict=True)
    ]
    answer = "\n".join(
        f"{name}: {' '.join(lead.get('hours', '').split())}" for name, lead in zip(names, named, strict=True)
    )
    return Exercise("mine.hours", "numbers", "ten hours", {"numbers": numbers, "sum": 10}), answer
