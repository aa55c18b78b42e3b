"""The learner's own pitches as material for the practice "Turn a pitch into two questions"."""

from __future__ import annotations

from sellbackwards.practice.pitches import Pitch
from sellbackwards.practice.workbook.book import Book

FIELD = "mine"
"""The field that one's own pitches stand in, and what their ids begin with."""
_BOXES = ("need", "today")
_HINTS = (
    "Read your pitch again. What would have to be true of them for it to matter?",
    "For their need, ask about the thing that your pitch would change. Leave your own names out.",
    "For today, start with how, what happens or who, and let them tell you about an ordinary day.",
)


def own_pitches(book: Book) -> tuple[Pitch, ...]:
    """All of them, in the order in which they were typed."""
    scene = book.scene()
    return tuple(
        Pitch(
            id=f"{FIELD}.{item}",
            trade=f"you: {' '.join(fields['pitch'].split())[:60]}",
            group=FIELD,
            field=FIELD,
            channel="",
            pitch=fields["pitch"].strip(),
            need_behind=scene.sold,
            need_question="",
            today_question="",
            hints=_HINTS,
            own=tuple(scene.own_names),
        )
        for item, fields in book.items("pitches").items()
        if fields.get("pitch", "").strip()
    )


def questions_typed(book: Book) -> dict[str, str]:
    """What stands in the boxes of one's own pitches, as that practice names them ("mine.ab12.need")."""
    return {
        f"{FIELD}.{item}.{box}": fields[box]
        for item, fields in book.items("pitches").items()
        for box in _BOXES
        if fields.get(box)
    }


def keep_question(book: Book, pitch: str, box: str, text: str) -> None:
    """Something was typed for a pitch of one's own (its id there)."""
    book.put(("pitches", pitch.removeprefix(f"{FIELD}."), box), text)


def is_own(name: str) -> bool:
    """Is this the id of a pitch of one's own, or the name of one of its boxes?"""
    return name.startswith(f"{FIELD}.")
