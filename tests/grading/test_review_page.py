"""The review page: decided by keyboard in a real browser, saved as one goes, and out of everybody else's reach."""

from __future__ import annotations

import csv
import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sellbackwards.grading.review_decisions import Desk
from sellbackwards.grading.review_server import ReviewServer
from tests.browser.lab import PATIENCE, PICTURES

from .samples import FIRST, SETS, UNSURE, grades, notebook, run, save, table

EVIL = "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>"
WHO = {"Anna": "hm", "Bo": "hm.", "Cy": "HM", "Dee": EVIL, "Eve": "=1+1 perhaps"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Marks of five learners; 1.1 waits for a person in all of them, and three have typed the same."""
    for learner, answer in WHO.items():
        save(tmp_path / "in" / learner / f"{FIRST}.ipynb", notebook(answer, UNSURE[1]))
    run(tmp_path / "in", tmp_path / "out")
    return tmp_path / "out"


@contextmanager
def served(out: Path) -> Iterator[ReviewServer]:
    server = ReviewServer(Desk(out, SETS))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def decided(out: Path) -> dict[str, tuple[str, str]]:
    return {row["learner"]: (row["points"], row["comment"]) for row in table(out / "review.csv")}


def edit(learner: str, points: str, comment: str = "", was: tuple[str, str] = ("", "")) -> dict[str, Any]:
    return {
        "lesson": FIRST,
        "exercise": "1.1",
        "learners": [learner],
        "points": points,
        "comment": comment,
        "was": list(was),
    }


# --- what is saved -----------------------------------------------------------------------------------------------------


def test_the_same_answer_is_marked_once_and_counts(out: Path) -> None:
    desk = Desk(out, SETS)
    (exercise,) = desk.state()["exercises"]
    assert [one["learners"] for one in exercise["groups"]] == [["Anna", "Bo", "Cy"], ["Dee"], ["Eve"]]
    assert (exercise["most"], exercise["title"]) == (1, "What first?")
    assert desk.save([{**edit("", "0,5", "Nearly"), "learners": ["Anna", "Bo", "Cy"]}]) == [
        {"saved": True, "now": ("0.5", "Nearly")}
    ]
    assert decided(out) == {
        "Anna": ("0.5", "Nearly"),
        "Bo": ("0.5", "Nearly"),
        "Cy": ("0.5", "Nearly"),
        "Dee": ("", ""),
        "Eve": ("", ""),
    }
    run(out.parent / "in", out)
    assert {row["learner"]: row["points"] for row in grades(out) if row["exercise"] == "1.1"} == {
        "Anna": "0.5", "Bo": "0.5", "Cy": "0.5", "Dee": "", "Eve": "",
    }  # fmt: skip


def test_nothing_but_the_decision_changes_in_the_file(out: Path) -> None:
    before = table(out / "review.csv")
    Desk(out, SETS).save([edit("Eve", "1", "=cmd()")])
    after = table(out / "review.csv")
    assert [{**row, "points": "", "comment": ""} for row in after] == before
    assert decided(out)["Eve"] == ("1", "'=cmd()")
    assert Desk(out, SETS).state()["exercises"][0]["groups"][-1]["comment"] == "=cmd()"


@pytest.mark.parametrize(
    ("points", "fault"), [("2", "the most is 1"), ("many", "isn't points"), ("-1", "isn't points")]
)
def test_points_that_cannot_be_are_refused(out: Path, points: str, fault: str) -> None:
    (answer,) = Desk(out, SETS).save([edit("Dee", points)])
    assert not answer["saved"]
    assert fault in answer["fault"]
    assert decided(out)["Dee"] == ("", "")


def test_two_who_decide_at_once_lose_nothing(out: Path) -> None:
    """Each on a page that was opened before the other saved; on the same answer the second is asked."""
    one, two = Desk(out, SETS), Desk(out, SETS)
    assert one.save([edit("Anna", "1")])[0]["saved"]
    assert two.save([edit("Dee", "0")])[0]["saved"]
    assert one.save([edit("Eve", "0")])[0]["saved"]
    assert two.save([edit("Anna", "0", "no")]) == [{"saved": False, "other": ("1", "")}]
    assert two.save([{**edit("Anna", "0", "no"), "anyway": True}])[0]["saved"]
    assert decided(out) == {"Anna": ("0", "no"), "Bo": ("", ""), "Cy": ("", ""), "Dee": ("0", ""), "Eve": ("0", "")}


def test_a_run_that_writes_the_file_anew_meanwhile_takes_nothing_away(out: Path) -> None:
    old = (out / "review.csv").read_bytes()
    desk = Desk(out, SETS)
    desk.save([edit("Anna", "1", "good")])
    (out / "review.csv").write_bytes(old)
    desk.save([edit("Dee", "0")])
    (out / "review.csv").unlink()
    desk.save([edit("Eve", "0")])
    assert decided(out) == {"Anna": ("1", "good"), "Bo": ("", ""), "Cy": ("", ""), "Dee": ("0", ""), "Eve": ("0", "")}


# --- who may ask -------------------------------------------------------------------------------------------------------


def test_only_this_page_may_read_and_write(out: Path) -> None:
    with served(out) as server:
        port, secret = server.server_port, f"/{server.token}"
        host = f"127.0.0.1:{port}"
        assert server.server_address[0] == "127.0.0.1"

        def ask(method: str, path: str, body: str | None = None, **headers: str) -> int:
            named = {"Host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            assert "Access-Control-Allow-Origin" not in answer.headers
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            connection.close()
            return answer.status

        data, kind = json.dumps({"edits": [edit("Anna", "1")]}), {"Content_Type": "application/json"}
        assert ask("GET", f"{secret}/state") == 200
        for path in (
            "/",
            "/state",
            "/wrong/state",
            f"{secret}/../review.csv",
            f"{secret}/style.css/x",
            f"{secret}/server.py",
            "//",
        ):
            assert ask("GET", path) == 404, path
        assert ask("GET", f"{secret}/state", Host="evil.example") == 404
        assert ask("GET", f"{secret}/state", Host=f"evil.example:{port}") == 404
        assert ask("GET", f"{secret}/state", Sec_Fetch_Site="cross-site") == 404
        assert ask("POST", f"{secret}/save", data, **kind) == 403
        assert ask("POST", f"{secret}/save", data, Origin="http://evil.example", **kind) == 403
        assert ask("POST", f"{secret}/save", data, Origin="null", **kind) == 403
        assert ask("POST", "/wrong/save", data, Origin=f"http://{host}", **kind) == 403
        assert ask("POST", f"{secret}/save", data, Origin=f"http://{host}", Content_Type="text/plain") == 415
        assert ask("POST", f"{secret}/save", "{}", Origin=f"http://{host}", **kind) == 400
        assert ask("POST", f"{secret}/save", "[" * 100_000, Origin=f"http://{host}", **kind) == 400
        assert decided(out)["Anna"] == ("", "")
        assert ask("POST", f"{secret}/save", data, Origin=f"http://{host}", **kind) == 200
        assert decided(out)["Anna"] == ("1", "")


# --- in a browser ------------------------------------------------------------------------------------------------------


def opened(browser: Any, server: ReviewServer, **more: Any) -> Page:
    page: Page = browser.new_context(viewport={"width": 1280, "height": 800}, **more).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(server.address)
    expect(page.locator("li.group").first).to_be_visible()
    return page


def test_a_whole_review_by_keyboard_alone(out: Path, browser: Any) -> None:
    with served(out) as server:
        page = opened(browser, server)
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        expect(page.locator("#sum")).to_have_text("0 of 5 answers decided. All saved.")
        page.keyboard.type("1")  # the first answer has the focus
        page.keyboard.press("Enter")
        page.keyboard.type("0,5")
        page.keyboard.press("c")
        page.keyboard.type("No pictures, please")
        page.keyboard.press("Enter")
        page.keyboard.press("k")
        page.keyboard.press("j")
        page.keyboard.press("ArrowDown")
        page.keyboard.type("9")
        page.keyboard.press("Enter")
        expect(page.locator("li.group").last).to_contain_text("Not saved: the most is 1.")
        expect(page.locator("#sum")).to_have_text("4 of 5 answers decided. All saved.")
        expect(page.locator("input.points").last).to_be_focused()
        page.keyboard.press("Backspace")
        page.keyboard.press("p")
        expect(page.locator("#sum")).to_have_text("All 5 answers decided. All saved.")
        assert decided(out) == {
            "Anna": ("1", ""),
            "Bo": ("1", ""),
            "Cy": ("1", ""),
            "Dee": ("0.5", "No pictures, please"),
            "Eve": ("0", ""),
        }
        assert page.title() == "Review"  # what was typed was not run
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / "review_page.png")
        page.get_by_role("button", name="I’m finished").click()
        expect(page.get_by_role("heading", name="Saved")).to_be_visible()
        assert said == []
        page.context.close()


def test_two_tabs(out: Path, browser: Any) -> None:
    with served(out) as server:
        one, two = opened(browser, server), opened(browser, server)
        one.locator("input.points").nth(1).fill("1")
        one.keyboard.press("Enter")
        expect(one.locator("li.group").nth(1)).to_contain_text("Saved")
        two.locator("input.points").nth(1).fill("0")
        two.keyboard.press("Enter")
        expect(two.locator("li.group").nth(1)).to_contain_text("in another tab or program this was changed to 1")
        two.locator("input.points").nth(2).fill("1")
        two.keyboard.press("Enter")
        expect(two.locator("li.group").nth(2)).to_contain_text("Saved")
        assert (decided(out)["Dee"], decided(out)["Eve"]) == (("1", ""), ("1", ""))
        two.get_by_role("button", name="Save mine").click()
        expect(two.locator("li.group").nth(1)).to_contain_text("✓ Saved")
        assert decided(out)["Dee"] == ("0", "")
        one.context.close()
        two.context.close()


def test_the_same_answer_marked_apart(out: Path, browser: Any) -> None:
    with served(out) as server:
        page = opened(browser, server)
        page.get_by_role("button", name="Mark each apart").click()
        page.keyboard.type("1")
        page.keyboard.press("Enter")
        page.keyboard.type("0")
        page.keyboard.press("Enter")
        expect(page.locator("#sum")).to_have_text("2 of 5 answers decided. All saved.")
        assert {name: decided(out)[name][0] for name in ("Anna", "Bo", "Cy")} == {"Anna": "1", "Bo": "0", "Cy": ""}
        page.context.close()


def test_an_end_in_the_terminal_is_told_and_what_is_typed_stays(out: Path, browser: Any) -> None:
    with served(out) as server:
        page = opened(browser, server)
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("The review has ended in the terminal")
    expect(page.locator("li.group").first).to_contain_text("Not saved yet.")
    expect(page.locator("input.points").first).to_have_value("1")
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_bars_nobody(out: Path, browser: Any, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with served(out) as server:
        page = opened(browser, server, color_scheme=scheme, bypass_csp=True)
        page.keyboard.type("7")
        page.keyboard.press("Enter")
        page.locator("summary").last.click()
        for width in (1280, 375):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        page.context.close()


def test_four_thousand_answers(out: Path, browser: Any) -> None:
    (anna,) = [row for row in table(out / "review.csv") if row["learner"] == "Anna"]
    with (out / "review.csv").open("a", encoding="utf-8", newline="") as file:
        for n in range(4000):
            csv.writer(file).writerow({**anna, "learner": f"L{n:04d}", "answer": f"thought {n % 2000}"}.values())
    with served(out) as server:
        page = opened(browser, server)
        expect(page.locator("#of")).to_contain_text("4,005 answers, 2,003 of them different")
        assert page.locator("li.group").count() == 150
        page.locator("input.points").nth(149).focus()
        page.keyboard.type("1")
        page.keyboard.press("Enter")
        expect(page.locator("li.group")).to_have_count(300)
        expect(page.locator("input.points").nth(150)).to_be_focused()
        expect(page.locator("#sum")).to_contain_text("2 of 4,005 answers decided. All saved.")
        page.context.close()
