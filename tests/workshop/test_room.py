"""Pages for a room that is known: how many copies of what, when each round begins, where the course is found afterwards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from sellbackwards.cli import main
from sellbackwards.workshop.handout_sheets import on_the_sheet
from sellbackwards.workshop.lessons import summaries
from sellbackwards.workshop.pages import write_workshop
from sellbackwards.workshop.plans import EACH, Plan, Sheet, clock_text, minutes_of, plans, sheets
from sellbackwards.workshop.room import LONGEST_ADDRESS, SPARE, Room

ADDRESS = "https://example.org/course?a=1&b=<2>"
PEOPLE = 14


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("room")
    write_workshop(out, Room(minutes_of("13:30"), PEOPLE, ADDRESS))
    return out


@pytest.fixture(scope="module")
def unknown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("unknown")
    write_workshop(out, Room())
    return out


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def to_print(page: BeautifulSoup) -> list[list[str]]:
    return [[cell.get_text() for cell in row.select("th, td")] for row in page.select(".to-print tbody tr")]


@pytest.mark.parametrize("people", range(2, 61))
def test_everybody_has_a_place_and_a_partner(people: int) -> None:
    room = Room(people=people)
    assert 2 * room.tables <= people <= 4 * room.tables
    assert 2 * room.pairs <= people <= 2 * room.pairs + 1
    assert [room.copies(each) for each in ("person", "pair", "readers", "table")] == [
        people,
        room.pairs,
        room.pairs + 2,
        room.tables,
    ]
    assert all(Room().copies(each) is None for each in EACH)


@pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.id)
def test_the_plan_counts_the_copies_and_says_on_which_page_a_sheet_is(made: Path, plan: Plan) -> None:
    page, room = soup(made / plan.id / "plan.html"), Room(people=PEOPLE)
    titles = [one.get_text() for one in soup(made / plan.id / "sheets.html").select("section.page > h2")]
    kept = len(soup(made / plan.id / "take_home.html").select("section.page"))
    every = {words: each for each, words in EACH.items()}
    rows = to_print(page)
    assert sum(len(one.sheets) + len(one.cards) + len(one.take_home) for one in plan.sessions) == len(rows)
    for title, where, who, copies in rows:
        each = every[who]
        assert int(copies) == (room.copies(each) or 0) + (0 if each == "table" else SPARE)
        file, _, number = where.partition(", page ")
        assert (made / (file if file.startswith("cards/") else f"{plan.id}/{file}").split(",")[0]).is_file()
        if title == "To take home":
            assert 1 <= int(number) <= kept
        else:
            assert not number or titles[int(number) - 1] == title
    told = [int(found) for found in re.findall(r"Together (\d+) pages", page.get_text())]
    assert len(told) == len(plan.sessions)
    paper = [
        int(copies) * int(found[1] if (found := re.search(r"all (\d+) pages", where)) else 1)
        for _, where, _, copies in rows
    ]
    assert sum(told) == sum(paper)


def test_without_a_number_the_plan_says_for_whom(unknown: Path) -> None:
    page = soup(unknown / "ninety_minutes/plan.html")
    assert all(len(row) == 3 and row[2] in EACH.values() for row in to_print(page))
    assert "--people 12" in page.get_text() and "Together" not in page.get_text()


def test_the_starts_of_the_rounds_are_times_of_the_plan_s_clock(made: Path) -> None:
    numbers = {"nine": 9, "fifteen": 15}
    for plan in plans():
        text = " ".join(soup(made / plan.id / "plan.html").get_text().split())
        assert "{+" not in text and "minutes after this row" not in text
        for session in plan.sessions:
            begins = minutes_of("13:30")
            for step in session.steps:
                if step.cards:
                    each = numbers[re.search(r"three rounds of (\w+)", step.do)[1]]  # type: ignore[index]
                    first, second, third = (clock_text(begins + 10 + n * each) for n in range(3))
                    assert f"{first}, {second} and {third}" in text, plan.id
                begins += step.minutes


def test_the_address_stands_where_people_look_for_it(made: Path, unknown: Path) -> None:
    for plan in plans():
        kept = soup(made / plan.id / "take_home.html").select("section.page")
        assert len(kept) == sum(len(one.take_home) for one in plan.sessions)
        assert all(one.select_one(".address").get_text() == ADDRESS for one in kept)  # type: ignore[union-attr]
        blank = soup(unknown / plan.id / "take_home.html").select("section.page")
        assert all("You can find the course here:" in one.select(".line")[-1].get_text() for one in blank)
        assert "mail you the handouts" in soup(unknown / plan.id / "plan.html").get_text()
        assert "mail you the handouts" not in soup(made / plan.id / "plan.html").get_text()


def test_the_page_to_take_home_is_for_people_who_saw_nothing_but_the_room(unknown: Path) -> None:
    titles = [one.title for one in summaries()]
    for path in unknown.glob("*/take_home.html"):
        for page in soup(path).select("section.page"):
            text = page.get_text()
            assert "Selling Backwards" in text and page.select_one("table")
            assert not re.search(r"\b(?:lesson|part|exercise|practice) \d|\(0\d|\bwe typed|\byou typed", text, re.I)
            assert not [one for one in titles if one.casefold() in text.casefold()]
    begin: Sheet = sheets()["my_words"]  # "On your first sheet stand the two sentences with which you begin today"
    assert "your first two sentences" in on_the_sheet(begin)


@pytest.mark.parametrize(
    "wrong",
    [
        "x" * (LONGEST_ADDRESS + 1),
        "https://example.org/\u202egro.elpmaxe",
        "https://example.org/\x1b[31m",
        "…",
        "://",
    ],
)
def test_an_address_that_nobody_could_type_is_refused(tmp_path: Path, wrong: str) -> None:
    bad = CliRunner().invoke(main, ["workshop", str(tmp_path / "x"), "--address", wrong])
    assert (bad.exit_code, bad.stdout, len(bad.stderr.splitlines())) == (1, "", 1)
    assert "--address" in bad.stderr and not (tmp_path / "x").exists()


@pytest.mark.parametrize("wrong", ["0", "1", "-3", "501"])
def test_a_number_of_people_that_is_none_is_refused(tmp_path: Path, wrong: str) -> None:
    bad = CliRunner().invoke(main, ["workshop", str(tmp_path / "x"), "--people", wrong])
    assert (bad.exit_code, len(bad.stderr.splitlines())) == (1, 1) and "--people" in bad.stderr
