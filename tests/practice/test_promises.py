"""A promise: made at a lesson's end, told of in the next one, brought back twice when it is overdue, and then left alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from sellbackwards.practice import progress_view
from sellbackwards.practice.workbook import store
from sellbackwards.practice.workbook.book import Book
from sellbackwards.practice.workbook.pages import all_as_json
from sellbackwards.practice.workbook.promise_views import KeptPromise, MakePromise
from sellbackwards.practice.workbook.promises import SECTION, promises

MONDAY = date(2026, 11, 2)


@pytest.fixture
def book() -> Book:
    return Book()


def make(book: Book, who: str = "Dana", question: str = "How do you close the month?") -> MakePromise:
    made = MakePromise(book, "01", lambda: MONDAY)
    made.boxes[0].box.value, made.boxes[1].box.value = who, question
    book.keep()
    return made


def card(day: date) -> str:
    """What the progress card says of promises on a day, at noon."""
    shown = progress_view.progress_card(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)).promised.value
    assert isinstance(shown, str)
    return shown


def test_the_next_lesson_tells_what_was_promised_and_keeps_what_came_of_it(book: Book) -> None:
    assert "9 November" in make(book).notice.value  # a week, where no day was chosen
    later = KeptPromise(Book(), "01", lambda: MONDAY + timedelta(days=7))
    assert "Dana" in later.head.value and "How do you close the month?" in later.head.value
    later.state.value = "done"
    later.boxes[0].box.value = "With two spreadsheets & a prayer"
    later.book.keep()
    (kept,) = promises(store.items(SECTION))
    assert (kept.state, kept.said, kept.is_open) == ("done", "With two spreadsheets & a prayer", False)
    assert "With two spreadsheets &amp; a prayer" in card(MONDAY + timedelta(days=30))


def test_half_a_promise_says_what_is_missing(book: Book) -> None:
    assert "Still missing: the question" in make(book, question="").notice.value
    assert "Still missing: who" in make(book, who="", question="How?").notice.value


def test_without_a_promise_nobody_is_asked_to_tell(book: Book) -> None:
    told = KeptPromise(book, "01", lambda: MONDAY)
    assert "no promise" in told.head.value and told.asked.layout.display == "none"
    make(book)
    assert told.asked.layout.display is None
    assert card(MONDAY).count("<tr>") == 2  # its head, and one row


def test_an_overdue_promise_comes_back_on_two_days_and_then_rests(book: Book) -> None:
    make(book)
    due = MONDAY + timedelta(days=7)
    asked = [day for day in range(-1, 9) for _ in range(2) if "How did it go?" in card(due + timedelta(days=day))]
    assert asked == [1, 1, 2, 2]
    assert "Resting" in card(due + timedelta(days=9))
    assert store.replaced() == []  # counting is no change of anybody's words


def test_another_day_begins_anew(book: Book) -> None:
    make(book)
    for day in (8, 9, 10):
        card(MONDAY + timedelta(days=day))
    later = KeptPromise(Book(), "01", lambda: MONDAY + timedelta(days=11))
    later.state.value, later.day.value = "not yet", MONDAY + timedelta(days=14)
    later.book.keep()
    assert "How did it go?" not in card(MONDAY + timedelta(days=14))
    assert "How did it go?" in card(MONDAY + timedelta(days=15))


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_what_is_done_or_dropped_never_comes_back(book: Book, state: str) -> None:
    make(book)
    told = KeptPromise(book, "01", lambda: MONDAY)
    told.state.value = state
    book.keep()
    assert "How did it go?" not in card(MONDAY + timedelta(days=20))


def test_what_was_typed_is_text(book: Book) -> None:
    make(book, "<script>alert(1)</script>", "<img src=x>")
    told = KeptPromise(Book(), "01", lambda: MONDAY)
    for shown in (told.head.value, card(MONDAY + timedelta(days=8))):
        assert "&lt;script&gt;" in shown and "<script>" not in shown and "<img" not in shown


def test_a_file_with_nonsense_in_it_stops_nothing(book: Book) -> None:
    store.keep_fields(SECTION, "01", {"who": "Dana", "day": "soon", "made": "?", "state": "x", "reminded": "a b"}, {})
    (one,) = promises(store.items(SECTION))
    assert (one.by, one.state, one.reminded) == (None, "", ())
    assert "Dana" in card(MONDAY)


def test_promises_are_saved_and_forgotten_with_the_rest(book: Book) -> None:
    make(book)
    assert "How do you close the month?" in all_as_json(book)
    assert book.forget() == ""
    assert store.items(SECTION) == {} and card(MONDAY) == ""
