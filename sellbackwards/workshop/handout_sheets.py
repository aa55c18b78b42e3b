"""Handout sheets and the facilitator's answers to them, made from the practices and calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from sellbackwards.authoring.source import read_page
from sellbackwards.calls import Turn, read_call
from sellbackwards.course import DATASETS
from sellbackwards.exercises import Exercise
from sellbackwards.exercises.kinds import FOR_A_PERSON, KINDS
from sellbackwards.practice.catalogue import shown_by
from sellbackwards.practice.pitches import Pitch, pitches
from sellbackwards.publishing.paper_practices import asked_on_paper
from sellbackwards.workshop.lessons import cell_of
from sellbackwards.workshop.markdown import html
from sellbackwards.workshop.plans import Sheet, WorkshopError, practice_named, sheets

_LINES = '<div class="lines"></div>'


def on_the_sheet(sheet: Sheet) -> str:
    """What is printed for the room (HTML)."""
    return f'<div class="on-paper">{"".join(_part(part) for part in sheet.parts)}</div>'


def answers_to(sheet: Sheet) -> str:
    """The facilitator's answers to a sheet (HTML); "" where it has none."""
    return "".join(_answers(part) for part in sheet.parts)


def exercises_on(part: Mapping[str, Any]) -> list[tuple[int, Exercise]]:
    """The rounds of a practice that a part names, numbered on the sheet from 1. Raises WorkshopError."""
    rounds = practice_named(part["practice"]).on_paper()
    wanted = part.get("rounds") or range(1, len(rounds) + 1)
    if not rounds or max(wanted) > len(rounds):
        raise WorkshopError(f"workshop/sheets.yaml: practice {part['practice']} has {len(rounds)} rounds for paper")
    return [(n, rounds[number - 1]) for n, number in enumerate(wanted, 1)]


def paper_of(lesson: Path) -> list[Sheet]:
    """Every practice of a lesson that works on paper, a sheet each, in the lesson's order."""
    found = []
    for cell in read_page(lesson).cells:
        entry = shown_by(cell["source"]) if cell["cell_type"] == "code" else None
        if entry is not None and entry.on_paper():
            found.append(Sheet(entry.name, entry.title, ({"practice": entry.name},)))
    return found


def places_of_sheets() -> dict[str, str]:
    """Sheet → where in the course the same is done at a computer: "lesson 03, practice “…”"; or ""."""
    return {
        name: "; ".join(dict.fromkeys(filter(None, (_place(part, sheet.title) for part in sheet.parts))))
        for name, sheet in sheets().items()
    }


def _place(part: Mapping[str, Any], on: str) -> str:
    """`on`: the title of the sheet, which needn't be said twice."""
    if "practice" in part:
        entry = practice_named(part["practice"])
        return f"lesson {entry.lesson}" + (f", practice “{entry.title}”" if entry.title != on else "")
    if "call" in part:
        return f"lesson {Path(part['call']).name[:2]}"
    return f"lesson {part['lesson']}" if "lesson" in part else ""


def _part(part: Mapping[str, Any]) -> str:
    lead = f"<p>{escape(part['ask'])}</p>" if "ask" in part else ""
    if "practice" in part:
        found = exercises_on(part)
        return lead + "".join(asked_on_paper(n, one, len(found)) for n, one in found)
    if "pitch" in part:
        pitch = pitch_named(part["pitch"])
        trade = pitch.trade[0].upper() + pitch.trade[1:]
        return f"{lead}<p>{escape(trade)}:</p><blockquote>“{escape(pitch.pitch)}”</blockquote>{_LINES * 3}"
    if "call" in part:
        lines = "".join(f"<p><b>{escape(one.speaker)}:</b> {escape(one.text)}</p>" for one in excerpt(part))
        return f'{lead}<h3>{escape(part["title"])}</h3><div class="call">{lines}</div>'
    if "cell" in part:
        return lead + str(html(cell_of(part["lesson"], part["cell"]), part["cell"]))
    return lead + _LINES * int(part.get("lines", 0))


def pitch_named(name: str) -> Pitch:
    """The pitch of that id. Raises WorkshopError."""
    found = next((pitch for pitch in pitches() if pitch.id == name), None)
    if found is None:
        raise WorkshopError(f"workshop/sheets.yaml: there is no pitch {name}; take one of datasets/pitches.yaml")
    return found


def excerpt(part: Mapping[str, Any]) -> list[Turn]:
    """The turns from the one that has the words `begins` to the one that has `ends`. Raises WorkshopError."""
    turns = read_call(DATASETS / part["call"]).turns
    first = next((n for n, turn in enumerate(turns) if part["begins"] in turn.text), None)
    last = next((n for n, turn in enumerate(turns) if part["ends"] in turn.text), None)
    if first is None or last is None or last < first:
        raise WorkshopError(
            f"workshop/sheets.yaml: {part['call']} has no stretch from {part['begins']!r} to {part['ends']!r}"
        )
    return list(turns[first : last + 1])


def _answers(part: Mapping[str, Any]) -> str:
    if "pitch" in part:
        pitch = pitch_named(part["pitch"])
        return (
            f"<p>Many are right. The need behind it: {escape(pitch.need_behind)} "
            f"One about the need: “{escape(pitch.need_question)}” One about today: “{escape(pitch.today_question)}”</p>"
        )
    if "practice" not in part:
        return f"<p>{escape(part['listen_for'])}</p>" if "listen_for" in part else ""
    found = exercises_on(part)
    return "".join((f"<p><b>{n}.</b></p>" if len(found) > 1 else "") + "".join(_answer(one)) for n, one in found)


def _answer(one: Exercise) -> Iterator[str]:
    if "options" in one.spec:
        rows = [
            (bool(row.get("right")), letter, row)
            for letter, row in zip("abcdefghij", one.spec["options"], strict=False)
        ]
        yield (
            "<ul>"
            + "".join(
                f"<li><b>{letter}{' – right' if right else ''}.</b> {escape(row['why'])}</li>"
                for right, letter, row in rows
            )
            + "</ul>"
        )
    elif one.kind == FOR_A_PERSON:
        yield "<p>Nobody's to judge but theirs. Ask one or two to read it out, if they like.</p>"
    elif KINDS[one.kind].ABOUT.another_way:
        yield f"<p>One of many: “{escape(one.model)}”</p>"
    else:
        yield "<p>" + "<br>".join(escape(line) for line in one.model.splitlines()) + "</p>"
    if one.after and one.kind != FOR_A_PERSON:
        yield f"<p><i>{escape(one.after)}</i></p>"
