"""The coach's pack, and the page of what a team chose to share."""

from __future__ import annotations

import json
from pathlib import Path

from bs4 import BeautifulSoup
from click.testing import CliRunner

from sellbackwards.cli import main
from sellbackwards.practice.workbook import store
from sellbackwards.practice.workbook.book import Book
from sellbackwards.practice.workbook.pages import for_coach
from sellbackwards.workshop.pages import reading_minutes, write_workshop
from sellbackwards.workshop.room import Room
from sellbackwards.workshop.team import team_page


def shared_by(name: str) -> str:
    """The file that somebody with one promise, one deal and a secret gives to their coach."""
    book = Book()
    deal = book.new_item()
    book.choose(deal)
    for place, text in {
        ("selling", store.ME, "name"): name,
        ("selling", store.ME, "price"): "the secret price",
        ("promises", "01", "who"): "Dana",
        ("promises", "01", "question"): "How do you close the month?",
        ("promises", "01", "state"): "done",
        ("promises", "01", "said"): "With two spreadsheets.",
        ("deals", deal, "name"): "Hill Foods",
        ("deals", deal, "said"): "a secret that she told me",
        ("deals", deal, "plan.goal"): "Find out who counts the stock",
        ("deals", deal, "plan.first"): "Who counts the stock today?",
    }.items():
        book.put(place, text)
    book.keep()
    return for_coach(book)


def test_a_coach_gets_promises_and_plan_and_nothing_else() -> None:
    text = shared_by("Ben")
    assert "Who counts the stock today?" in text and "With two spreadsheets." in text
    assert "secret" not in text


def test_people_stand_in_the_order_of_their_names_and_nobody_is_counted(tmp_path: Path) -> None:
    for n, name in enumerate(("Zoe", "ana", "Ben")):
        (tmp_path / f"{n}.json").write_text(shared_by(name), encoding="utf-8")
    page, problems = team_page(tmp_path)
    soup = BeautifulSoup(page, "html.parser")
    assert problems == []
    assert [head.get_text() for head in soup.select("section h2")] == ["ana", "Ben", "Zoe"]
    assert "Done" in soup.get_text() and "With two spreadsheets." in soup.get_text()
    assert "%" not in soup.main.get_text()  # type: ignore[union-attr]


def test_one_bad_file_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "good.json").write_text(shared_by("Ben"), encoding="utf-8")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    (tmp_path / "other.json").write_text(json.dumps({"selling": []}), encoding="utf-8")
    (tmp_path / "odd.json").write_text(
        json.dumps({"for": "coach", "name": 3, "promises": [1, {"who": ["x"]}], "plan": {"questions": "no"}}), "utf-8"
    )
    out = tmp_path / "team.html"
    done = CliRunner().invoke(main, ["team", str(tmp_path), "--out", str(out)])
    assert done.exit_code == 1
    assert [line.partition(":")[0] for line in done.stderr.splitlines()[:-1]] == [
        "broken.json",
        "deep.json",
        "other.json",
    ]
    assert done.stdout == ""
    assert "Ben" in out.read_text(encoding="utf-8") and "other.json" in out.read_text(encoding="utf-8")


def test_without_a_file_for_a_coach_there_is_no_page(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["team", str(tmp_path), "--out", str(tmp_path / "team.html")])
    assert done.exit_code == 1 and "My deals" in done.stderr and not (tmp_path / "team.html").exists()


def test_what_people_typed_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(shared_by("<script>alert(1)</script>"), encoding="utf-8")
    page, _ = team_page(tmp_path)
    assert "&lt;script&gt;alert" in page and "<script>alert" not in page


def test_the_pack_can_be_read_before_a_conversation(tmp_path: Path) -> None:
    """Ten minutes for all of it; five conversations, each with the same four rows; the observer's six points."""
    write_workshop(tmp_path, Room())
    page = (tmp_path / "coach.html").read_text(encoding="utf-8")
    assert reading_minutes(page) <= 12
    soup = BeautifulSoup(page, "html.parser")
    lists = [
        [row.strong.get_text() for row in head.find_next("ul").select("li")]  # type: ignore[union-attr]
        for head in soup.select("h3")
        if head.get_text()[:1].isdigit()
    ]
    assert lists == [["Look at:", "Ask:", "Don't say:", "Try next:"]] * 5
    assert len(soup.select("table.points tbody tr")) == 6
