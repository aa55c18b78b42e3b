"""The notebooks are what source/ makes, and hold what nbval can't see: every answer cell, every output, every chart's data."""

from __future__ import annotations

import base64
import itertools
import json
import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import nbformat
import pytest

import sellbackwards
from sellbackwards.authoring.build import IMAGE, build, differences, run_notebook
from sellbackwards.authoring.fingerprints import PAGES
from sellbackwards.authoring.source import SourceError, exercises_of, headings, read_page
from sellbackwards.course import EXERCISES, LESSONS, ROOT, SOLUTIONS, SOURCE
from sellbackwards.exercises.catalogue import set_names
from tests.sources import source_exercises, source_page

EXECUTED = sorted([*LESSONS.glob("*.ipynb"), *SOLUTIONS.glob("*.ipynb")])
ALL = sorted([*EXECUTED, *EXERCISES.glob("*.ipynb")])
BUILT = ("lessons", "exercises", "solutions", "sellbackwards/exercises/keys")


def ids(paths: list[Path]) -> list[str]:
    return [f"{path.parent.name}/{path.stem}" for path in paths]


def run_or_stored(notebook: nbformat.NotebookNode, name: str) -> nbformat.NotebookNode:
    """The notebook run, for two pages; the others as stored in the course."""
    if name in {"lessons/01_sell_backwards", "solutions/01_sell_backwards"}:
        return run_notebook(notebook, name)
    return stored(notebook, name, ROOT)


def stored(notebook: nbformat.NotebookNode, name: str, folder: Path) -> nbformat.NotebookNode:
    """The notebook with the outputs that a folder has of cells with the same code."""
    path = folder / f"{name}.ipynb"
    cells = nbformat.read(path, as_version=4).cells if path.exists() else []
    by_code = {(cell.id, cell.source): cell for cell in cells if cell.cell_type == "code"}
    for cell in notebook.cells:
        same = by_code.get((cell.id, cell.source))
        if same:
            cell.outputs, cell.execution_count = same.outputs, same.execution_count
    return notebook


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course built from source/ into a folder of its own."""
    folder = tmp_path_factory.mktemp("built")
    build(folder, tell=lambda page: None, execute=run_or_stored)
    return folder


def test_the_notebooks_are_what_source_makes(fresh: Path) -> None:
    assert list(differences(fresh)) == []


def test_every_cell_of_a_lesson_shows_today_what_is_stored() -> None:
    """All lessons, one after the other in one kernel that forgets all names in between.

    The solutions are compared by nbval (tests/exercises/test_gate.py).
    """
    together, expected = nbformat.v4.new_notebook(), {}
    for path in sorted(LESSONS.glob("*.ipynb")):
        together.cells.append(nbformat.v4.new_code_cell("%reset -f"))
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                together.cells.append(nbformat.v4.new_code_cell(cell.source))
                expected[together.cells[-1].id] = (f"{path.name}: {cell.id}", shown(cell))
    run_notebook(together, "all lessons")
    differing = [
        expected[cell.id][0] for cell in together.cells if cell.id in expected and shown(cell) != expected[cell.id][1]
    ]
    assert differing == []


def shown(cell: nbformat.NotebookNode) -> str:
    """The outputs of a cell, without their numbers and images."""
    outputs = [{**output, "execution_count": None} for output in cell.outputs]
    return IMAGE.sub("IMAGE", json.dumps(outputs, sort_keys=True))


def test_building_again_changes_nothing(fresh: Path) -> None:
    """That a page which is run again shows the same, is compared for every lesson above, and by nbval for the solutions."""
    before = {path: path.read_bytes() for path in fresh.rglob("*") if path.is_file()}
    assert build(fresh, tell=lambda page: None, execute=partial(stored, folder=fresh)) == []
    assert {path: path.read_bytes() for path in fresh.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "fault", ["cell edited", "cell gone", "output edited", "notebook gone", "notebook too many", "key edited"]
)
def test_a_planted_difference_is_found(fresh: Path, tmp_path: Path, fault: str) -> None:
    for folder in BUILT:
        shutil.copytree(fresh / folder, tmp_path / folder)
    for file in ("README.md", PAGES):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(fresh / file, tmp_path / file)
    path = tmp_path / "solutions" / "01_sell_backwards.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    answer = next(cell for cell in notebook["cells"] if cell["id"] == "answer-1-2")
    match fault:
        case "cell edited":
            answer["source"] = ["%%answer 1.2\n", "a"]
        case "cell gone":
            notebook["cells"].remove(answer)
        case "output edited":
            answer["outputs"][0]["data"]["text/plain"] = ["1.2 passed"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    if fault == "notebook gone":
        path.unlink()
    if fault == "notebook too many":
        shutil.copy(path, path.with_name("09_left_over.ipynb"))
    if fault == "key edited":
        key = tmp_path / BUILT[3] / "01_sell_backwards.json"
        key.write_text(key.read_text(encoding="utf-8").replace('"points": 1.0', '"points": 2.0', 1), encoding="utf-8")
    found = list(differences(fresh, tmp_path))
    assert found
    assert all("run: sellbackwards build" in line for line in found)


def test_a_lesson_that_was_opened_run_and_saved_is_no_difference(fresh: Path, tmp_path: Path) -> None:
    """What JupyterLab writes: counts of its own kernel, more about the language, which outputs were folded."""
    for folder in BUILT:
        shutil.copytree(fresh / folder, tmp_path / folder)
    for file in ("README.md", PAGES):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(fresh / file, tmp_path / file)
    path = tmp_path / "lessons" / "01_sell_backwards.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"]["language_info"] |= {"version": "3.13.1", "file_extension": ".py"}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["execution_count"] += 7
            cell["metadata"] |= {"scrolled": True, "collapsed": True}
            for output in cell["outputs"]:
                if "execution_count" in output:
                    output["execution_count"] += 7
    path.write_text(json.dumps(notebook, indent=1), encoding="utf-8")
    assert list(differences(fresh, tmp_path)) == []


def answer_cells(path: Path) -> list[str]:
    return [cell.id for cell in nbformat.read(path, as_version=4).cells if cell.id.startswith("answer-")]


@pytest.mark.parametrize("name", set_names())
@pytest.mark.parametrize("folder", [EXERCISES, SOLUTIONS], ids=["exercises", "solutions"])
def test_no_answer_cell_is_missing_or_doubled(folder: Path, name: str) -> None:
    """nbval passes a notebook whose answer cells were deleted."""
    page = SOURCE / "exercises" / f"{name}.md"
    expected = [f"answer-{one.exercise.id.replace('.', '-')}" for one in source_exercises(page)]
    assert answer_cells(folder / f"{name}.ipynb") == expected


def unrun(notebook: nbformat.NotebookNode) -> list[str]:
    """Code cells without an execution count, or without output where one is due (all but the set-up line)."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [
        cell.id for cell in code if cell.execution_count is None or (not cell.outputs and not cell.id.endswith("-wake"))
    ]


@pytest.mark.parametrize("path", EXECUTED, ids=ids(EXECUTED))
def test_every_cell_was_run_and_shows_something(path: Path) -> None:
    """nbval passes a cell that has no stored output, whatever it does."""
    assert unrun(nbformat.read(path, as_version=4)) == []


def test_a_planted_cell_without_output_is_caught() -> None:
    notebook = nbformat.read(EXECUTED[-1], as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell("1", id="planted", execution_count=1))
    assert unrun(notebook) == ["planted"]


@pytest.mark.parametrize("path", ALL, ids=ids(ALL))
def test_outputs_hold_nothing_that_a_novice_should_not_see(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert "widgets" not in notebook.metadata
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            assert output.output_type in {"display_data", "execute_result"}, (cell.id, output)
            data = output.data
            assert "application/vnd.jupyter.widget-view+json" not in data
            text = re.sub(r"base64,[A-Za-z0-9+/=]+", "", json.dumps(data))
            assert not re.search(
                r"VBox\(|Traceback|Warning|0x[0-9a-f]{8}|/tmp/|/home/|" + re.escape(str(ROOT)), text
            ), cell.id


@pytest.mark.parametrize("path", sorted(LESSONS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_each_practice_shows_its_still_card(path: Path) -> None:
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code" and re.search(r"^practice\.\w+\(", cell.source, re.MULTILINE):
            (output,) = cell.outputs
            assert set(output.data) == {"text/html"}
            assert 'data-practice="' in output.data["text/html"]


@pytest.mark.parametrize("path", ALL, ids=ids(ALL))
def test_learners_cannot_delete_a_cell_or_edit_a_prompt(path: Path) -> None:
    for cell in nbformat.read(path, as_version=4).cells:
        assert cell.metadata.get("deletable") is False, cell.id
        # Code that is shown is there to be played with; only the folded kind is locked.
        shown = cell.cell_type == "code" and not cell.metadata.get("jupyter", {}).get("source_hidden")
        mine = cell.id.startswith("answer-") or (shown and path.parent.name == "lessons")
        assert cell.metadata.get("editable", True) is mine, cell.id


def pages() -> Iterator[Any]:
    for path in sorted(SOURCE.rglob("*.md")):
        yield pytest.param(path, id=f"{path.parent.name}/{path.stem}")


@pytest.mark.parametrize("path", list(pages()))
def test_headings_come_in_order_under_one_title(path: Path) -> None:
    levels = [level for level, _ in headings(source_page(path).cells)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("path", list(pages()))
def test_minutes_add_up(path: Path) -> None:
    page = source_page(path)
    said = [
        cell["metadata"].get("minutes", cell["metadata"].get("exercise", {}).get("minutes", 0)) for cell in page.cells
    ]
    assert sum(said) == page.minutes


def images(path: Path) -> Iterator[tuple[str, str]]:
    """(alt text, SVG) of every image in a notebook's outputs."""
    for cell in nbformat.read(path, as_version=4).cells:
        for output in cell.get("outputs", ()):
            for tag in re.findall(r"<img [^>]*>", output.data.get("text/html", "")):
                alt = re.search(r'alt="([^"]*)"', tag)
                source = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', tag)
                assert alt and source, f"{path.name}: {cell.id}: {tag[:120]}"
                yield alt[1], base64.b64decode(source[1]).decode("utf-8")


@pytest.mark.parametrize("path", EXECUTED, ids=ids(EXECUTED))
def test_every_chart_has_words_and_a_table_beside_it(path: Path) -> None:
    for alt, svg in images(path):
        assert len(alt.split()) >= 8, alt
        assert svg.lstrip().startswith("<?xml") or svg.lstrip().startswith("<svg")
    for cell in nbformat.read(path, as_version=4).cells:
        html = "".join(output.data.get("text/html", "") for output in cell.get("outputs", ()))
        assert html.count("<img ") <= html.count("<table"), cell.id


def test_the_charts_of_lesson_01_show_the_measured_shares() -> None:
    """nbval skips images: the drawn bars are read instead, against the measures of the two calls."""
    from sellbackwards.calls import measure, read_call
    from sellbackwards.calls.charts import talk_share
    from sellbackwards.course import DATASETS

    measures = [
        (label, measure(read_call(DATASETS / f"calls/01_{label.lower()}.vtt"))) for label in ("Forward", "Backward")
    ]
    chart = talk_share(measures)
    shares = [one.as_dict()["talk_share"] for _, one in measures]
    assert shares[0] > 0.6 > 0.5 > shares[1]
    stored = [alt for alt, _ in images(LESSONS / "01_sell_backwards.ipynb")]
    assert chart.alt in stored
    for share in shares:
        assert f"{share:.0%}".rstrip("%") in chart.alt


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace("kind: choice", "kind: chooce", 1), "exercise 1.2"),
        (lambda text: text.replace('id: "1.2"', 'id: "1.7"', 1), "numbered"),
        (lambda text: text.replace("as: pleasing", "as: plain"), "wrong"),
        (lambda text: re.sub(r"(?m)^minutes: \d+$", "minutes: many", text, count=1), "front matter"),
        (lambda text: text.replace("  kind: ordering", "  kind: [ordering", 1), "can't be read"),
        (lambda text: text.replace("      right: true\n", "", 1), "exercise 1.2"),
    ],
)
def test_an_author_s_slip_is_told_with_its_place(tmp_path: Path, change: Any, says: str) -> None:
    path = tmp_path / "01_sell_backwards.md"
    path.write_text(
        change((SOURCE / "exercises" / "01_sell_backwards.md").read_text(encoding="utf-8")), encoding="utf-8"
    )
    with pytest.raises(SourceError, match=says) as caught:
        exercises_of(read_page(path), path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_pages_of_the_release_before_stay_known() -> None:
    """Learners' copies of the exercises are older than the course: their list stays, under its own release."""
    releases = json.loads((ROOT / PAGES).read_text(encoding="utf-8"))["releases"]
    assert list(releases)[-1] == sellbackwards.__version__
    for release, pages in releases.items():
        names = {page["name"] for page in pages if page["kind"] == "exercises"}
        assert names >= {"00_where_i_stand", "01_sell_backwards", "07_where_i_stand_now"}, release
    assert "0.1.0" in releases
