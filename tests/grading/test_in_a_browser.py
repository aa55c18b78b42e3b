"""The pages in a real browser: nothing sticks out on a phone, nothing that came with an answer runs, nothing bars anybody."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sellbackwards.grading.certificates.credential import credential, new_issue
from sellbackwards.grading.certificates.page import page
from sellbackwards.grading.certificates.rubric import Criterion, Rubric
from sellbackwards.grading.certificates.standing import Heard, Lesson, Standing
from sellbackwards.grading.tables import write_page

from .samples import AFTER, BEFORE, FIRST, RIGHT, UNSURE, WRONG, notebook, run, save

EVIL = "<script>document.title = 'ran'</script><style>body { display: none }</style><img src=x onerror=\"document.title='ran'\">"
PAGES = (
    "class.html",
    "certificates/certificate.html",
    f"feedback/Anna/{FIRST}.html",
    f"feedback/Bo/{FIRST}.html",
    f"feedback/Cy/{FIRST}.html",
)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("pages")
    save(home / "in/Anna" / f"{FIRST}.ipynb", notebook(EVIL + "x" * 300, WRONG[1]))
    save(home / "in/Bo" / f"{FIRST}.ipynb", notebook(*UNSURE))
    save(home / "in/Cy" / f"{FIRST}.ipynb", b"broken")
    save(home / "in" / ("Longname" * 12) / f"{FIRST}.ipynb", notebook("a", "share: 43"))
    for lesson, answers in ((BEFORE, WRONG), (AFTER, RIGHT)):
        save(home / "in/Anna" / f"{lesson}.ipynb", notebook(*answers, name=lesson))
    run(home / "in", home / "out")
    write_page(home / "out/certificates/certificate.html", page(a_certificate()))
    return home / "out"


def a_certificate() -> dict[str, Any]:
    """One whose every text somebody has written to do harm."""
    rubric = Rubric(EVIL, EVIL, EVIL, ("real",), 1, (Criterion(EVIL, EVIL),), {FIRST: 1})
    heard = Heard(EVIL, EVIL, "yes", EVIL, date(2026, 11, 20))
    lesson = Lesson(FIRST, EVIL, 1, ("1.1",), ("1.1",), ("1.2",), ())
    shown = Standing("x" * 300 + EVIL, "real", EVIL, [heard], [lesson])
    return credential(shown, rubric, "did:key:z6Mk" + "x" * 44, new_issue("facts", "2026-11-30T12:00:00Z"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_on_a_phone(marked: Path, browser: Any, name: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": 375, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto((marked / name).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_and_fetches_nothing(marked: Path, browser: Any, name: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((marked / name).as_uri())
    assert page.title() != "ran"
    assert page.evaluate("getComputedStyle(document.body).display") == "block"
    assert (said, len(asked)) == ([], 1)
    page.close()


def test_were_an_answer_not_escaped_the_browser_would_still_not_run_it(
    marked: Path, browser: Any, tmp_path: Path
) -> None:
    text = (marked / PAGES[0]).read_text(encoding="utf-8").replace("<main>", f"<main>{EVIL}")
    page = browser.new_page()
    page.goto(save(tmp_path / "evil.html", text.encode()).as_uri())
    assert page.title() != "ran"
    assert page.evaluate("getComputedStyle(document.body).display") == "block"
    page.close()
