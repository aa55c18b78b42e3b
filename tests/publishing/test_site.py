"""The site as files: every page is there, every link leads somewhere, nothing is fetched, and the search knows the text."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import nbformat
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from sellbackwards.calls.reading import read_call
from sellbackwards.cli import main
from sellbackwards.course import DATASETS, EXERCISES, LESSONS
from sellbackwards.publishing.browser_practices import alive, practices
from sellbackwards.publishing.site import Elsewhere, write_site

NOTEBOOKS = sorted([*LESSONS.glob("*.ipynb"), *EXERCISES.glob("*.ipynb")])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    write_site(out, Elsewhere("try/"))
    return out


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_page_holds_what_its_notebook_holds(site: Path, notebook: Path) -> None:
    page = soup(site / notebook.parent.name / f"{notebook.stem}.html")
    cells = nbformat.read(notebook, as_version=4).cells
    html = "".join(output.data.get("text/html", "") for cell in cells for output in cell.get("outputs", ()))
    assert len(page.select("main img")) == html.count("<img ")
    assert len(page.select("main [data-practice]")) == html.count("data-practice=")
    answers = [cell.id for cell in cells if cell.id.startswith("answer-")]
    assert [str(one["id"]) for one in page.select(".answer")] == answers
    text = page.select_one("main").get_text()  # type: ignore[union-attr]
    assert "Shift + Enter. To wake" not in text  # what wakes a practice in JupyterLab wakes nothing here
    shown = [cell for cell in cells if cell.cell_type == "code" and not cell.metadata.get("jupyter")]
    assert len(page.select("main pre > code")) == len([cell for cell in shown if not cell.id.startswith("answer-")])
    assert "%%answer" not in "".join(one.get_text() for one in page.select(".answer"))
    for cell in cells:
        if cell.cell_type == "markdown" and not cell.id.endswith(("-end", "-standing-text")):
            for heading in re.findall(r"(?m)^#+ (.+)$", cell.source):
                assert heading.replace("*", "")[:20] in text


def test_every_link_leads_somewhere_and_nothing_is_fetched(site: Path) -> None:
    files = sorted(site.rglob("*.html"))
    assert len(files) == len(NOTEBOOKS) + len(list(LESSONS.glob("*.ipynb"))) + 1
    for file in files:
        page = soup(file)
        ids = [str(one["id"]) for one in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), file.name
        for tag, name in (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src")):
            for one in page.find_all(tag, attrs={name: True}):
                address = unquote(str(one[name]))
                if address.startswith("data:image/svg+xml;base64,") or "/try/" in f"/{address}":
                    continue
                assert ":" not in address, f"{file.name}: {address[:80]}"
                there, _, anchor = address.partition("#")
                target = (file.parent / there).resolve() if there else file
                assert target.exists(), f"{file.name}: {address}"
                assert not anchor or anchor in {str(one["id"]) for one in soup(target).find_all(id=True)}


def test_a_handout_is_one_file_with_its_practices_on_paper(site: Path) -> None:
    for path in LESSONS.glob("*.ipynb"):
        page = soup(site / f"handouts/{path.stem}.html")
        assert not page.find_all(["link", "script"])
        for one in practices().get(path.stem, ()):
            card = page.select_one(f'[data-practice="{one.entry.name}"]')
            assert card is not None
            after = card.find_next_sibling()
            laid_out = after is not None and after.get("class") == ["on-paper"]
            assert laid_out == bool(one.entry.on_paper()), one.entry.name
        assert not re.search(
            r"\bType (the|a|your)\b", "".join(one.get_text() for one in page.select(".on-paper li + p"))
        )


def test_the_search_knows_the_words_of_a_call_and_keeps_the_hints(site: Path) -> None:
    script = (site / "assets/index.js").read_text(encoding="utf-8")
    sections = json.loads(script.removeprefix("const SECTIONS = ").removesuffix(";\n"))
    turn = max(read_call(DATASETS / "calls/01_forward.vtt").turns, key=lambda one: len(one.text)).text
    found = [one for one in sections if " ".join(turn.split()[:12]) in " ".join(one["text"].split())]
    assert {one["path"] for one in found} == {"lessons/01_sell_backwards.html"}
    for one in sections:
        assert one["anchor"] in {str(tag["id"]) for tag in soup(site / one["path"]).find_all(re.compile("^h[12]$"))}
    for notebook in EXERCISES.glob("*.ipynb"):
        hints = re.findall(r"<summary>Hint \d of \d</summary>\n\n(.+)\n", notebook.read_text(encoding="utf-8"))
        assert not [hint for hint in hints for one in sections if hint in one["text"]]


def test_cards_lead_to_where_they_are_alive_or_say_where_they_are_done(site: Path, tmp_path: Path) -> None:
    card = soup(site / "lessons/01_sell_backwards.html").select_one("#practice-01_lines a")
    assert card is not None
    assert card["href"] == "../try/notebooks/index.html?path=lessons/01_sell_backwards.ipynb"
    write_site(tmp_path)
    assert (
        "on your computer" in soup(tmp_path / "lessons/01_sell_backwards.html").select("#practice-01_lines p")[-1].text
    )
    whole = Elsewhere("https://example.org/x").link("../", "a.html")
    assert whole == "https://example.org/x/a.html"


def test_what_is_alive_in_a_browser_needs_no_library_that_a_browser_lacks() -> None:
    """Each practice is made where pandas, numpy and matplotlib can't be imported."""
    code = [one.code for lesson in practices() for one in alive(lesson)]
    block = "import sys\nfor name in ('pandas', 'numpy', 'matplotlib', 'jsonschema'): sys.modules[name] = None\n"
    script = block + "\n".join(code)
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-2000:]
    assert len(code) >= 18


def test_the_command(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["site", str(tmp_path / "out")])
    assert (done.exit_code, (tmp_path / "out/index.html").exists()) == (0, True)
    (tmp_path / "file").write_text("")
    refused = CliRunner().invoke(main, ["site", str(tmp_path / "file")])
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("folder", ["handouts", "lessons"])
def test_each_job_aid_is_printed_on_a_sheet_of_its_own(site: Path, browser: Any, folder: str, size: str) -> None:
    page = browser.new_page()
    page.goto((site / f"{folder}/job_aids.html").as_uri())
    printed = page.pdf(format=size)
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == page.locator("h2").count()
    page.close()


def test_a_round_on_paper_keeps_its_lines_and_a_table_its_rows(site: Path, browser: Any) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    for path in LESSONS.glob("0[1-6]_*.ipynb"):
        page.goto((site / f"handouts/{path.stem}.html").as_uri())
        assert page.locator(".on-paper .lines").count() == page.locator(".on-paper .round .lines").count() > 0
        broken = page.locator(".round, .scroll").evaluate_all(
            "all => all.filter(one => getComputedStyle(one).breakInside !== 'avoid').length"
        )
        assert broken == 0
    page.close()
