"""Build lessons/, exercises/, solutions/, the keys and the README's table from source/; write only what changed."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from sellbackwards.authoring.fingerprints import PAGES, fingerprints
from sellbackwards.authoring.overview import fact_cards, readme_with_table
from sellbackwards.authoring.source import Cell, Lesson, SourceError, SourceExercise, exercises_of, read_page
from sellbackwards.course import ROOT, SOURCE
from sellbackwards.exercises.judging import told_criteria
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.renaming import replacing

Node = nbformat.NotebookNode  # a notebook, a cell or an output
KEYS = "sellbackwards/exercises/keys"
_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
IMAGE = re.compile(r"data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+")


def build(
    out: Path = ROOT, tell: Callable[[str], None] = print, execute: Callable[[Node, str], Node] | None = None
) -> list[Path]:
    """Build the course into `out`; returns the files that changed. Raises SourceError where a source needs mending.

    `execute` gets each notebook that shows outputs, with its name (``lessons/01_sell_backwards``), and returns it with
    them; unless it is given, each is run in a kernel of its own.
    """
    execute = execute or run_notebook
    changed = []
    pages = [(path, read_page(path)) for path in sorted((SOURCE / "exercises").glob("*.md"))]
    sets = [(page, exercises_of(page, path)) for path, page in pages]
    # Keys first: the executed notebooks read them.
    for page, found in sets:
        changed += _write(out / KEYS / f"{page.name}.json", _key(page, found))
        if out != ROOT:  # what is executed reads the keys in the package
            live = ROOT / KEYS / f"{page.name}.json"
            if not live.exists() or live.read_text(encoding="utf-8") != _key(page, found):
                raise SourceError(f"{live}: isn't what source/ makes; run: sellbackwards build")
    for page, found in sets:
        tell(f"solutions/{page.name}")
        solution = execute(_exercise_notebook(page, found, answered=True), f"solutions/{page.name}")
        changed += _write(out / "solutions" / f"{page.name}.ipynb", nbformat.writes(solution))
        changed += _write(out / "exercises" / f"{page.name}.ipynb", nbformat.writes(_unanswered(page, found, solution)))
    for path in sorted((SOURCE / "lessons").glob("*.md")):
        page = read_page(path)
        tell(f"lessons/{page.name}")
        changed += _write(
            out / "lessons" / f"{page.name}.ipynb",
            nbformat.writes(execute(_lesson_notebook(page), f"lessons/{page.name}")),
        )
    changed += _write(out / PAGES, fingerprints(out))
    return changed + _write(out / "README.md", readme_with_table())


def differences(built: Path, stored: Path = ROOT) -> Iterator[str]:
    """Where a fresh build differs from what is stored, a line each. Images are left to their own tests."""
    if (built / "README.md").read_bytes() != (stored / "README.md").read_bytes():
        yield "README.md: its course table differs from source/; run: sellbackwards build"
    if (built / PAGES).read_bytes() != (stored / PAGES).read_bytes():
        yield f"{PAGES}: isn't of these pages; run: sellbackwards build"
    for folder, pattern in (
        (KEYS, "*.json"),
        ("exercises", "*.ipynb"),
        ("solutions", "*.ipynb"),
        ("lessons", "*.ipynb"),
    ):
        names = {path.name for root in (built, stored) for path in (root / folder).glob(pattern)}
        for name in sorted(names):
            here, there = built / folder / name, stored / folder / name
            if not here.exists() or not there.exists():
                fault = "has no source" if there.exists() else "is not built"
                yield f"{folder}/{name}: {fault}; run: sellbackwards build"
            elif pattern == "*.json":
                if here.read_bytes() != there.read_bytes():
                    yield f"{folder}/{name}: differs from source/; run: sellbackwards build"
            else:
                yield from (
                    f"{folder}/{name}: {what}; run: sellbackwards build" for what in _cell_differences(here, there)
                )


def _cell_differences(here: Path, there: Path) -> Iterator[str]:
    fresh, kept = (_compared(path) for path in (here, there))
    if len(fresh) != len(kept):
        yield f"has {len(kept)} cells, source/ makes {len(fresh)}"
    yield from (f"cell {n} differs" for n, pair in enumerate(zip(fresh, kept, strict=False), 1) if pair[0] != pair[1])


def _compared(path: Path) -> list[Node]:
    """The cells of a notebook without images and without what JupyterLab changes when somebody just reads and saves."""
    cells = json.loads(IMAGE.sub("IMAGE", path.read_text(encoding="utf-8")))["cells"]
    for cell in cells:
        for counted in (cell, *cell.get("outputs", ())):
            counted.pop("execution_count", None)
        for remembered in ("collapsed", "scrolled", "trusted", "execution"):
            cell["metadata"].pop(remembered, None)
    return list(cells)


def _key(page: Lesson, found: list[SourceExercise]) -> str:
    exercises = [asdict(one.exercise) for one in found]
    return (
        json.dumps({"name": page.name, "title": page.title, "exercises": exercises}, indent=1, ensure_ascii=False)
        + "\n"
    )


def _lesson_notebook(page: Lesson) -> Node:
    cells = [_cell(page, n, cell) for n, cell in enumerate(page.cells, 1)]
    for cell in cells:
        if cell.cell_type == "markdown" and cell.source.startswith("#"):
            # Presented live (docs/publishing.md), each heading begins a slide; what follows stacks under it.
            cell.metadata = {**cell.metadata, "slideshow": {"slide_type": "slide"}}
    return _notebook(page, cells)


def _exercise_notebook(page: Lesson, found: list[SourceExercise], answered: bool) -> Node:
    by_id = {one.exercise.id: one for one in found}
    cells = [_code("wake", "%reload_ext sellbackwards", page)]
    for n, cell in enumerate(page.cells, 1):
        following = page.cells[n] if n < len(page.cells) else {"metadata": {}}
        if "exercise" in cell["metadata"]:
            one = by_id[cell["metadata"]["exercise"]["id"]]
            body = one.exercise.model if answered else KINDS[one.exercise.kind].blank(one.exercise.spec)
            answer = nbformat.v4.new_code_cell(
                f"%%answer {one.exercise.id}\n{body}", id=f"answer-{one.exercise.id.replace('.', '-')}"
            )
            answer.metadata = {"deletable": False}
            cells.append(answer)
        elif "exercise" in following["metadata"]:
            one = by_id[following["metadata"]["exercise"]["id"]]
            cells.append(_cell(page, n, {**cell, "source": _prompt(one, page.bare)}))
        else:
            cells.append(_cell(page, n, cell))
    # The wake cell comes second: a page begins with its heading.
    cells[0], cells[1] = cells[1], cells[0]
    cells.append(
        nbformat.v4.new_markdown_cell(
            "## How do I stand?\n\n"
            "Each answer that you check is counted here. "
            '<span class="by-hand">No table yet? Click on this text, and press Shift + Enter twice.</span>',
            id=f"{page.name}-standing-text",
            metadata=_LOCKED,
        )
    )
    cells.append(_code("standing", f"%how_do_i_stand {page.name}", page))
    # After a last cell of code, Shift + Enter would add an empty one each time.
    end = "This is the end of the page. What you typed is kept; you can come back and try again."
    cells.append(nbformat.v4.new_markdown_cell(end, id=f"{page.name}-end", metadata=_LOCKED))
    return _notebook(page, cells, set_name=page.name)


def _unanswered(page: Lesson, found: list[SourceExercise], solution: Node) -> Node:
    """The exercise: the solution's cells without the answers; cells that don't depend on them keep their outputs."""
    notebook = _exercise_notebook(page, found, answered=False)
    for cell, run in zip(notebook.cells, solution.cells, strict=True):
        if cell.cell_type == "code" and not cell.id.startswith("answer-") and not cell.id.endswith("-standing"):
            cell.outputs, cell.execution_count = run.outputs, run.execution_count
    return notebook


def _prompt(one: SourceExercise, bare: bool) -> str:
    exercise = one.exercise
    criteria = "\n".join(f"- {text}" for text in told_criteria(exercise))
    kind = KINDS[exercise.kind]
    beside = kind.beside_form(exercise.spec)
    by_hand = kind.shown(exercise.spec).removeprefix(beside).strip()
    hints = "\n\n".join(
        f"<details><summary>Hint {n} of {len(exercise.hints)}</summary>\n\n{hint}\n\n</details>"
        for n, hint in enumerate(exercise.hints, 1)
    )
    parts = (
        f"## {exercise.id} {exercise.title}",
        one.prompt,
        beside,
        f'<div class="by-hand">\n\n{by_hand}\n\n</div>' if by_hand else "",
        f"**What a right answer needs**\n\n{criteria}" if criteria and not bare else "",
        "" if bare else hints,
    )
    return "\n\n".join(filter(None, parts))


_LOCKED = {"deletable": False, "editable": False}


def _cell(page: Lesson, n: int, cell: Cell) -> Node:
    """An author's cell as the page holds it: locked, code folded away unless it is there to be read."""
    cell_id = f"{page.name}-{n:02d}"
    if cell["cell_type"] == "code":
        return _code(f"{n:02d}", cell["source"], page, shown=bool(cell["metadata"].get("show")))
    text = "\n\n".join([cell["source"], *(_fact(name, page) for name in cell["metadata"].get("facts", ()))])
    return nbformat.v4.new_markdown_cell(text, id=cell_id, metadata=_LOCKED)


def _fact(name: str, page: Lesson) -> str:
    """A fact card as Markdown: what the figure says, from whom, and what it doesn't show."""
    card = fact_cards().get(name)
    if card is None:
        raise SourceError(f"{page.name}: there is no fact card {name} in datasets/fact_cards.yaml")
    reviewed = "yes" if card["peer_reviewed"] else "no"
    lines = (
        f"**Fact card.** {card['figure']}",
        f"Source: {card['source']} ({card['year']}), {card['field']}; n: {card['n']}. Peer-reviewed: {reviewed}. "
        f"Who profits: {card['who_profits']}",
        f"What it doesn't show: {card['what_it_does_not_show']}",
        f"Where to read it: {card['read_it'].rstrip('.')}.",
    )
    return "\n>\n".join(f"> {line}" for line in lines)


_PRACTICE = "Practice. To wake it: click here, then press Shift + Enter"
_PICTURE = "This makes what you see below"
_FOLDED = {"wake": "This wakes the page", "standing": "Click here, then press Shift + Enter"}


def _code(place: str, source: str, page: Lesson, shown: bool = False) -> Node:
    metadata: dict[str, Any] = dict(_LOCKED) if not shown else {"deletable": False}
    if not shown:
        # JupyterLab shows the first line of folded code: it may as well say what to do.
        source = f"# {_FOLDED.get(place) or (_PRACTICE if 'practice.' in source else _PICTURE)}\n{source}"
        metadata |= {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
    return nbformat.v4.new_code_cell(source, id=f"{page.name}-{place}", metadata=metadata)


def _notebook(page: Lesson, cells: list[Node], set_name: str | None = None) -> Node:
    metadata: dict[str, Any] = {**_METADATA, "title": page.title}
    if set_name:
        metadata["sellbackwards"] = {"set": set_name}
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata)


def run_notebook(notebook: Node, name: str) -> Node:
    """Run a notebook in a fresh kernel, away from the author's own settings, and clean its outputs."""
    with tempfile.TemporaryDirectory() as private:
        # The kernel inherits these; the learner's progress and the author's IPython profile stay out of it.
        before = dict(os.environ)
        os.environ.update(IPYTHONDIR=private, SELLBACKWARDS_HOME=private)
        for name_of_variable in ("JPY_SESSION_NAME", "SELLBACKWARDS_GATE"):
            os.environ.pop(name_of_variable, None)
        try:
            client = NotebookClient(
                notebook,
                timeout=120,
                kernel_name="python3",
                store_widget_state=False,
                resources={"metadata": {"path": str(ROOT)}},
            )
            client.execute()
        except CellExecutionError as error:
            raise SourceError(f"{name}: {str(error).strip().splitlines()[-1]}") from None
        finally:
            os.environ.clear()
            os.environ.update(before)
    for n, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "code":
            cell.metadata.pop("execution", None)
            cell.outputs = [_clean(output, f"{name}: cell {n}") for output in cell.outputs]
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = _METADATA["language_info"]
    return notebook


def _clean(output: Node, place: str) -> Node:
    """One output without what changes from run to run; raises SourceError for a warning, which its author must fix."""
    if output.output_type == "stream" and output.name == "stderr":
        raise SourceError(f"{place}: prints a warning ({output.text.strip().splitlines()[-1]})")
    data = output.get("data", {})
    if data.pop("application/vnd.jupyter.widget-view+json", None) is not None:
        if "text/html" not in data:
            raise SourceError(f"{place}: shows a widget without a still card; give it through sellbackwards.practice")
        data.pop("text/plain", None)
    return output


def _write(path: Path, text: str) -> list[Path]:
    """Write where the text differs from what is there, beside it first; returns [path] if it changed."""
    if not text.endswith("\n"):
        text += "\n"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return []
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")
    return [path]
