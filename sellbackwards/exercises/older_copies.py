"""A copy of an exercise from another release: judge it by what it shows where that can be known, else find that out.

A copy is another release's where its prompt shows other options, items or a different pitch than today's exercise, or
other numbers and quotations, in the prompt or in a table above it. Options in another order, and another pitch or
remark, are enough to judge by; which numbers were right then, nothing in the copy says.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from sellbackwards.course import EXERCISES
from sellbackwards.exercises.catalogue import exercise_set
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.model import Exercise, ExerciseSet, Verdict
from sellbackwards.exercises.verdict_cards import shorten

THIS_COPY = "this copy"
"""How a note begins that tells of another release."""
_LOOK = f"{THIS_COPY} states the exercise in other words than this release; a person should look at it"
_NOT_KNOWN = (
    f"{THIS_COPY} has other data or other words than this release, and what was right in it can't be known; by today's "
    "it isn't right; a person should look at it"
)
_BY_THE_COPY = f"{THIS_COPY} has other words or another order than this release; it is judged by what it shows"

_HEADING = re.compile(r"^#{1,6}[ \t]+(\d{1,2}\.\d{1,2})[ \t]")
_AFTER_THE_TASK = re.compile(r"\*\*What a right answer needs\*\*|<details>")
_CELL = re.compile(r"<t[dh][^>]*>(.*?)</t[dh]>", re.DOTALL | re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_QUOTED = re.compile(r"“[^”]{3,}”|\"[^\"\n]{3,}\"|^>.*$", re.MULTILINE)
_LABELLED = re.compile(r"^- \*\*(\w{1,2})\)?\*\*\)?(?: ·)? (.+)$", re.MULTILINE)
_SAID = re.compile(r"^> \*\*(The pitch|The buyer says):\*\* “(.*?)”\s*$", re.MULTILINE | re.DOTALL)
_ALIKE = 0.6  # of one text written in two ways, which is like no other one as much


@dataclass(frozen=True)
class Shown:
    """What a copy shows of one exercise: the text cell that states it, and the texts in the tables above it."""

    prompt: str
    table: tuple[str, ...] = ()

    @property
    def task(self) -> str:
        """The prompt without criteria and hints."""
        return _AFTER_THE_TASK.split(self.prompt, maxsplit=1)[0]

    @property
    def facts(self) -> tuple[Sequence[str], Sequence[str]]:
        """The numbers and the quotations, on which a right answer may rest."""
        numbers = _NUMBER.findall(" ".join((self.task, *self.table)))
        return sorted(numbers), sorted(map(_letters, _QUOTED.findall(self.task)))


def shown_in(notebook: Mapping[str, Any]) -> dict[str, Shown]:
    """What a notebook shows of each exercise that it states, by the exercise's id."""
    found: dict[str, Shown] = {}
    table: list[str] = []
    for cell in notebook.get("cells", ()):
        if not isinstance(cell, Mapping):
            continue
        source = cell.get("source", "")
        text = "".join(map(str, source)) if isinstance(source, list) else str(source)
        heading = _HEADING.match(text) if cell.get("cell_type") == "markdown" else None
        if heading:
            found[heading[1]] = Shown(text, tuple(table))
            table = []
        elif cell.get("cell_type") == "code" and not str(cell.get("id", "")).startswith("answer-"):
            table += _table(cell.get("outputs"))
    return found


def _table(outputs: Any) -> Iterator[str]:
    """The texts in the cells of the tables that a cell has put out."""
    for output in outputs if isinstance(outputs, list) else ():
        data = output.get("data") if isinstance(output, Mapping) else None
        page = data.get("text/html", "") if isinstance(data, Mapping) else ""
        text = "".join(map(str, page)) if isinstance(page, list) else str(page)
        yield from (html.unescape(re.sub(r"<[^>]*>", " ", cell)).strip() for cell in _CELL.findall(text))


@cache
def _today(name: str) -> Mapping[str, Shown]:
    """What the course's own notebook shows; nothing where it has none of that name."""
    try:
        return shown_in(json.loads((EXERCISES / f"{name}.ipynb").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def changed_since(found: ExerciseSet, copy: Mapping[str, Shown]) -> set[str]:
    """The exercises of which a copy shows something else than today's, on which the answer may rest."""
    today = _today(found.name) if exercise_set(found.name) == found else {}
    return {
        one.id
        for one in found.exercises
        if (here := copy.get(one.id))
        and (not _shows(one, here) or (_rests_on_facts(one) and one.id in today and _differ(here, today[one.id])))
    }


def _shows(exercise: Exercise, here: Shown) -> bool:
    """Are today's options, items and fields in the copy? A form shows a part by itself, so a page holds two parts."""
    kind, there = KINDS[exercise.kind], " ".join(here.task.split())
    beside = kind.beside_form(exercise.spec)
    by_hand = kind.shown(exercise.spec).removeprefix(beside)
    return all(" ".join(part.split()) in there for part in (beside, by_hand))


def _rests_on_facts(exercise: Exercise) -> bool:
    return exercise.kind in {"numbers", "fields", "text", "plan"}


def _differ(here: Shown, today: Shown) -> bool:
    """Other numbers or quotations? A copy whose outputs were cleared has no table, which says nothing."""
    if not here.table:
        today = replace(today, table=())
    return here.facts != today.facts


def as_it_was(exercise: Exercise, here: Shown) -> Exercise | None:
    """The exercise that a changed copy shows; None where what is right in it can't be known."""
    spec = exercise.spec
    if exercise.kind == "question":
        said = _SAID.search(here.task)
        kind = {"The pitch": "pitch", "The buyer says": "buyer"}[said[1]] if said else ""
        if not said or kind not in spec or {"belongs", "goes_past"} & spec.keys():
            return None
        text = "\n".join(line.removeprefix("> ").strip() for line in said[2].splitlines())
        return replace(exercise, spec={**spec, kind: text})
    if exercise.kind not in {"choice", "sorting", "ordering"}:
        return None
    if exercise.kind == "sorting" and not all(f"- **{group}**" in here.task for group in spec["groups"]):
        return None
    name = "options" if exercise.kind == "choice" else "items"
    texts = [one if isinstance(one, str) else one["text"] for one in spec[name]]
    labels = "123456789" if exercise.kind == "ordering" else "abcdefghijkl"
    listed = [text for label, text in _LABELLED.findall(here.task) if label in labels]
    order = _order(listed, texts)
    if order is None:
        return None
    again: dict[str, Any] = {**spec, name: [spec[name][place] for place in order]}
    if exercise.kind == "ordering":
        now = {old + 1: new + 1 for new, old in enumerate(order)}
        again["right"] = [now[item] for item in spec["right"]]
        again["also"] = [[now[item] for item in one] for one in spec.get("also", ())]
    return replace(exercise, spec=again)


def _order(listed: Sequence[str], texts: Sequence[str]) -> list[int] | None:
    """For each text of a copy the place of today's that is the same, or the only one like it; None if one has none."""
    if len(listed) != len(texts):
        return None
    here, today = list(map(_letters, listed)), list(map(_letters, texts))
    order: list[int | None] = [today.index(text) if text in today else None for text in here]
    free = [place for place in range(len(today)) if place not in order]
    for number, text in enumerate(here):
        if order[number] is None:
            alike = [place for place in free if SequenceMatcher(None, text, today[place]).ratio() >= _ALIKE]
            if len(alike) != 1:
                return None
            order[number] = alike[0]
            free.remove(alike[0])
    return [place for place in order if place is not None] if len(set(order)) == len(order) else None


def _letters(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


@dataclass(frozen=True)
class OlderCopies:
    """The exercises of a set as one notebook shows them. `changed`: those that it shows otherwise than today's."""

    found: ExerciseSet
    changed: set[str]
    _shown: Mapping[str, Shown]
    _known: set[str]

    def of_then(self, exercise: str, verdict: Verdict) -> tuple[Verdict, str]:
        """The judgement of an answer to `found`'s exercise, and what a person has to know of its copy, "" for nothing.

        Where what was right then isn't known, what isn't right by today's data can't be told.
        """
        if exercise not in self.changed:
            return verdict, ""
        if exercise in self._known:
            return verdict, _BY_THE_COPY
        if verdict.status == "not yet":
            criteria = tuple(replace(one, met=one.met or None) for one in verdict.criteria)
            verdict = replace(verdict, status="couldn't tell", criteria=criteria)
        if verdict.status != "couldn't tell":
            return verdict, _LOOK
        table = " · ".join(self._shown[exercise].table)
        return verdict, _NOT_KNOWN + (f" (the copy's table: {shorten(table)})" if table else "")


def as_shown(found: ExerciseSet, notebook: Mapping[str, Any]) -> OlderCopies:
    """A set as a notebook shows it: judge its answers by `found` of what this returns."""
    shown = shown_in(notebook)
    changed = changed_since(found, shown)
    then = {one.id: as_it_was(one, shown[one.id]) for one in found.exercises if one.id in changed}
    known = {name for name, one in then.items() if one is not None}
    exercises = tuple(then.get(one.id) or one for one in found.exercises)
    return OlderCopies(replace(found, exercises=exercises), changed, shown, known)
