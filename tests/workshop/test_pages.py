"""What a facilitator prints: minutes that add up, clock times that follow, cards that agree with the buyers, no fact twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from click.testing import CliRunner

from sellbackwards.buyer import load, scenario_ids
from sellbackwards.cli import main
from sellbackwards.course import ROOT, SOURCE
from sellbackwards.practice.rounds import load_rounds
from sellbackwards.workshop.handout_sheets import answers_to, exercises_on, on_the_sheet, paper_of
from sellbackwards.workshop.lessons import cell_of, lesson_files, summaries
from sellbackwards.workshop.pages import reading_minutes, write_workshop
from sellbackwards.workshop.plans import EACH, FOLDER, Plan, Session, Step, WorkshopError, minutes_of, plans, sheets
from sellbackwards.workshop.role_cards import Told, buyer_card, observer_points
from sellbackwards.workshop.room import Room
from tests.sources import source_page

LENGTHS = {"ninety_minutes": [90], "half_day": [210], "five_weeks": [60] * 5}
HOUR = 60


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("workshop")
    write_workshop(out, Room(minutes_of("13:30")))
    return out


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


# ---- the clock ----------------------------------------------------------------------------------------------------


def test_the_plans_are_as_long_as_they_say() -> None:
    for plan in yaml.safe_load((FOLDER / "plans.yaml").read_text(encoding="utf-8")):
        assert [one["minutes"] for one in plan["sessions"]] == LENGTHS[plan["id"]]
        for session in plan["sessions"]:
            assert sum(step["minutes"] for step in session["steps"]) == session["minutes"], session["title"]
            assert session["steps"][-1]["title"] == "Spare", "no plan without spare minutes"


@pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.id)
def test_the_printed_clock_times_follow_from_the_minutes(made: Path, plan: Plan) -> None:
    page = soup(made / plan.id / "plan.html")
    tables = page.select("table.plan")
    assert len(tables) == len(plan.sessions)
    for table, session in zip(tables, plan.sessions, strict=True):
        rows = [[cell.get_text() for cell in row.select("td")[:2]] for row in table.select("tbody tr")]
        now = minutes_of("13:30")
        for (time, minutes), step in zip(rows[:-1], session.steps, strict=True):
            assert (minutes_of(time), int(minutes)) == (now, step.minutes)
            now += int(minutes)
        assert minutes_of(rows[-1][0]) == now == minutes_of("13:30") + session.minutes


def test_rounds_of_three_fill_their_step() -> None:
    """ "Ten minutes … Then three rounds of nine: five of talk, three of words, one to change.": told and reckoned."""
    numbers = {"one": 1, "three": 3, "five": 5, "nine": 9, "ten": 10, "fifteen": 15}
    for plan in plans():
        for step in (step for step in plan.steps if step.cards):
            told = re.search(
                r"(\w+) minutes to .*three rounds of (\w+): (\w+) of talk, (\w+) of words, (\w+) to change", step.do
            )
            assert told, step.do
            begin, each, *parts = (numbers[word.lower()] for word in told.groups())
            assert sum(parts) == each
            assert begin + 3 * each == step.minutes


def test_minutes_that_do_not_add_up_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data = yaml.safe_load((FOLDER / "plans.yaml").read_text(encoding="utf-8"))
    data[0]["sessions"][0]["steps"][0]["minutes"] += 1
    (tmp_path / "plans.yaml").write_text(yaml.safe_dump(data))
    monkeypatch.setattr("sellbackwards.workshop.plans.FOLDER", tmp_path)
    with pytest.raises(WorkshopError, match="91 minutes, not to 90"):
        plans.__wrapped__()


def test_a_clock_goes_over_midnight() -> None:
    late = Session("Late", 90, (Step(60, "one"), Step(30, "two")))
    assert [time for time, _ in late.clock(minutes_of("23:30"))] == ["23:30", "0:30"]


# ---- what is said and what lies on the table -----------------------------------------------------------------------


def test_what_is_said_is_short_and_every_sheet_is_used() -> None:
    for plan in plans():
        for step in plan.steps:
            assert len(step.say.split()) <= 55, step.title
            assert step.if_wrong or step.title == "Spare", f"{plan.id}, {step.title}: what if it goes wrong?"
    used = {name for plan in plans() for name in plan.sheets}
    assert used == set(sheets())


def test_the_buyers_at_the_tables_are_not_those_of_the_lessons() -> None:
    """Whoever does the course afterwards meets each of them for the first time; one is better off without the offer."""
    lessons = "".join(path.read_text(encoding="utf-8") for path in lesson_files())
    met = set(re.findall(r'practice\.talk\("(\w+)"\)', lessons))
    for plan in plans():
        if plan.cards:
            assert not met & set(plan.cards)
            assert [load(name).ends for name in plan.cards].count("misfit") == 1


@pytest.mark.parametrize("sheet", sheets().values(), ids=lambda sheet: sheet.id)
def test_a_sheet_has_what_it_asks_and_the_facilitator_its_answers(sheet: Any) -> None:
    page = BeautifulSoup(on_the_sheet(sheet), "html.parser")
    assert len(page.get_text()) > 60
    assert "Shift" not in page.get_text()
    answers = BeautifulSoup(answers_to(sheet), "html.parser").get_text()
    asks_something = any("practice" in part or "pitch" in part for part in sheet.parts)
    assert answers or not asks_something
    for part in (part for part in sheet.parts if "practice" in part):
        for _, one in exercises_on(part):
            if one.kind == "sorting":
                assert all(line in answers for line in one.model.splitlines())
            elif one.kind == "choice":
                assert all(row["why"] in answers for row in one.spec["options"])


def test_no_fact_of_the_course_is_written_down_again() -> None:
    """Minutes of lessons, titles of buyers and lessons, and what buyers say come from where they are kept."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yaml")}
    for name in scenario_ids():
        buyer = load(name)
        for fact in buyer.facts:
            assert not any(fact.title in text for text in texts.values())
        assert not any(buyer.offers in text or buyer.opening in text for text in texts.values())
    for path in sorted((SOURCE / "lessons").glob("0[1-6]_*.md")):
        minutes, title = source_page(path).minutes, source_page(path).title
        every = {**texts, **{one.name: one.read_text(encoding="utf-8") for one in FOLDER.glob("[gd]*.md")}}
        assert [name for name, text in every.items() if title in text] == []
        assert not re.search(rf"\b{minutes} minutes\b", (FOLDER / "guide.md").read_text(encoding="utf-8"))


def test_a_plan_says_for_whom_to_print_each_sheet(made: Path) -> None:
    rows = (
        row.select("th, td") for path in made.glob("*/plan.html") for row in soup(path).select(".to-print tbody tr")
    )
    printed = {(title.get_text(), each.get_text()) for title, _, each in rows}
    for sheet in sheets().values():
        assert (sheet.title, EACH[sheet.each]) in printed, sheet.id


def test_a_lesson_on_paper_has_what_a_pencil_can_do(made: Path) -> None:
    for path in lesson_files():
        sheets_of = paper_of(path)
        assert len(sheets_of) >= 4, path.stem
        names = re.findall(r'practice\.play\("(\w+)"\)', path.read_text(encoding="utf-8"))
        assert [one.id for one in sheets_of if one.id in names] == names
        page = soup(made / f"paper/{path.stem[:2]}.html")
        assert [one.get_text() for one in page.select("section h2")] == [one.title for one in sheets_of]


def test_a_practice_made_of_a_pool_is_called_as_on_its_card() -> None:
    titles = {one.id: one.title for path in lesson_files() for one in paper_of(path)}
    assert titles["rewrite"] == "Turn a pitch into two questions"
    assert titles["04_stay_or_change"] == "Stay or change?"


def test_people_whom_the_plans_name_stand_on_a_sheet_of_the_step() -> None:
    people = ("Tomasz", "Okafor", "Varga")
    for step in (step for plan in plans() for step in plan.steps):
        on_paper = "".join(on_the_sheet(sheets()[name]) for name in step.sheets)
        for one in people:
            assert one not in step.do + step.say + step.if_wrong or one in on_paper, (step.title, one)


# ---- cards ---------------------------------------------------------------------------------------------------------


def facts(told: list[Told]) -> Iterator[str]:
    for one in told:
        yield one.fact.id
        yield from facts(list(one.then))


@pytest.mark.parametrize("name", scenario_ids())
def test_a_buyer_s_card_says_what_the_scenario_says(made: Path, name: str) -> None:
    buyer = load(name)
    card = buyer_card(buyer)
    on_card = list(facts(list(card.tells)))
    assert sorted(on_card) == sorted(fact.id for fact in buyer.that_matter)
    seller, acted, observer = (one.get_text() for one in soup(made / f"cards/{name}.html").select("section.card"))
    assert buyer.opening in acted and buyer.name in acted
    for fact in buyer.that_matter:
        assert fact.title in acted
        assert fact.title not in seller
    for objection in buyer.objections:
        assert objection.title in acted and objection.title not in seller
        assert not objection.main or objection.says[0] in acted
    assert buyer.scene.strip()[:60] in seller
    assert ("It is wrong for you" in acted) == (buyer.ends == "misfit")
    assert not any(word in seller.lower() for word in ("misfit", "wrong for you"))
    for what, how in observer_points():
        assert what in observer and how in observer


def test_the_observer_has_the_six_points_of_lesson_06() -> None:
    points = observer_points()
    assert len(points) == 6 and all(what and how for what, how in points)
    assert [f"{what}: {how}" for what, how in points] == list(load_rounds("06_observer")[1][0].spec["rubric"])


# ---- lessons on a page ---------------------------------------------------------------------------------------------


def test_a_summary_is_the_lesson_s_own_words(made: Path) -> None:
    found = summaries()
    assert [one.number for one in found] == ["01", "02", "03", "04", "05", "06"]
    pages = soup(made / "summaries.html").select("section.page")
    for one, page in zip(found, pages, strict=True):
        text = page.get_text()
        assert one.title in text and one.habit in text and f"{one.minutes} minutes" in text
        assert "](" not in text and "**" not in text
        assert "my-answers" not in text
        assert all(objective in text for objective in one.objectives)
    with pytest.raises(WorkshopError, match="no cell"):
        cell_of("01", "Not there")


# ---- the pages -----------------------------------------------------------------------------------------------------


def test_a_facilitator_is_ready_after_an_hour_of_reading(made: Path) -> None:
    """The guide, the questions for the room, a plan with its answers, and the pages of the lessons that it names."""

    def words(*names: str) -> str:
        pages = [soup(made / name) for name in names]
        for what_to_print in (table for page in pages for table in page.select(".to-print")):
            what_to_print.decompose()  # a list for the copier; nobody reads it to be ready
        return " ".join(map(str, pages))

    lessons = {
        one.number: str(page)
        for one, page in zip(summaries(), soup(made / "summaries.html").select("section.page"), strict=True)
    }
    for plan in plans():
        named = [session.lesson for session in plan.sessions if session.lesson] or list(lessons)
        read = words("guide.html", "discussion.html", f"{plan.id}/plan.html", f"{plan.id}/answers.html")
        assert reading_minutes(read + "".join(lessons[number] for number in named)) <= HOUR, plan.id


def test_links_lead_somewhere_and_nothing_is_fetched(made: Path) -> None:
    pages = sorted(made.rglob("*.html"))
    for path in pages:
        page = soup(path)
        assert not page.select("img, script, link, iframe")
        for link in page.select("a[href]"):
            assert (path.parent / str(link["href"])).is_file(), link["href"]
        levels = [int(one.name[1]) for one in page.find_all(re.compile("^h[1-6]$"))]
        assert all(two - one <= 1 for one, two in pairwise(levels)), path
    linked = {(made / str(link["href"])).resolve() for link in soup(made / "index.html").select("a[href]")}
    assert {path.resolve() for path in pages} - linked == {(made / "index.html").resolve()}


def test_the_command(tmp_path: Path) -> None:
    runner = CliRunner()
    done = runner.invoke(main, ["workshop", str(tmp_path / "out"), "--begins", "8:05"])
    assert done.exit_code == 0, done.output
    assert "8:05" in (tmp_path / "out/ninety_minutes/plan.html").read_text(encoding="utf-8")
    for wrong in ("25:00", "9", "9:5", "nine"):
        bad = runner.invoke(main, ["workshop", str(tmp_path / "x"), "--begins", wrong])
        assert (bad.exit_code, bad.stdout, len(bad.stderr.splitlines())) == (1, "", 1)
    (tmp_path / "file").write_text("")
    bad = runner.invoke(main, ["workshop", str(tmp_path / "file")])
    assert (bad.exit_code, len(bad.stderr.splitlines())) == (1, 1)


def test_the_guide_names_commands_that_there_are() -> None:
    text = (FOLDER / "guide.md").read_text(encoding="utf-8")
    for name in re.findall(r"sellbackwards (\w+) [A-Z\w.]+ *(?:--|`)", text, flags=re.M):
        assert name in main.commands
    for file in re.findall(r"`(workshop/[\w.]+)`", text):
        assert (ROOT / file).exists()


# ---- on paper, and for everybody -----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_card_a_sheet_and_a_summary_are_a_page_each(made: Path, browser: Any, size: str) -> None:
    page = browser.new_page()
    names = [f"cards/{name}" for name in scenario_ids()] + ["summaries"]
    names += [f"{plan.id}/{page}" for plan in plans() for page in ("sheets", "take_home")]
    for name in names:
        page.goto((made / f"{name}.html").as_uri())
        printed = page.pdf(format=size)
        assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == page.locator("section.page").count(), name
    page.close()


@pytest.mark.parametrize(
    "name",
    [
        "index",
        "guide",
        "ninety_minutes/plan",
        "cards/clinic",
        "summaries",
        "half_day/sheets",
        "half_day/take_home",
        "figures",
    ],
)
def test_nothing_bars_anybody(made: Path, browser: Any, name: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(viewport={"width": 375, "height": 800})
    page.goto((made / f"{name}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_wall_by_keyboard(tmp_path: Path, browser: Any, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    from .test_wall import DOES, EVIL

    pasted = "\n".join([*DOES, EVIL])
    done = CliRunner().invoke(main, ["wall", "-", "--pitch", "p01", "--out", str(tmp_path / "wall.html")], input=pasted)
    assert done.exit_code == 0, done.output
    context = browser.new_context(viewport={"width": 1280, "height": 720}, color_scheme=scheme, bypass_csp=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "wall.html").as_uri())
    assert page.title() == "The room's wall"
    assert page.locator("section:visible").count() == 0 and page.locator("li:visible").count() == len(DOES) + 1
    page.keyboard.press("s")
    assert page.locator("section:visible").count() == page.locator("section").count()
    page.keyboard.press("ArrowRight")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.tagName") == "LI"
    assert page.evaluate("document.activeElement.textContent") != first
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.textContent") == first
    page.keyboard.press("s")  # and the card stays in hand
    assert page.evaluate("document.activeElement.textContent") == first
    size = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    page.keyboard.press("+")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") != size
    theme = page.evaluate("document.documentElement.dataset.theme")
    assert theme == scheme
    page.keyboard.press("d")
    assert page.evaluate("document.documentElement.dataset.theme") != theme
    page.keyboard.press("d")
    assert [url for url in asked if not url.startswith("file:")] == []
    context.close()
    context = browser.new_context(viewport={"width": 375, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto((tmp_path / "wall.html").as_uri())
    for _ in range(2):
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        assert [
            (one["id"], one["nodes"][0]["html"])
            for one in Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        ] == []
        page.keyboard.press("s")
    context.close()
