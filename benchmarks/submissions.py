"""Lifelike submissions, any number, made from the right, other and wrong answers in source/, with their true marks.

    python benchmarks/submissions.py FOLDER 4000

Each learner gets a notebook: the pristine exercise with answers typed in, then the damage that novices do. The true
marks are what the sources say of the answers (right ones pass, wrong ones don't, nothing typed is not answered); no
damage changes them. They are written to ``FOLDER/../truth.csv``.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

from sellbackwards.authoring.source import SourceExercise, exercises_of, read_page
from sellbackwards.course import EXERCISES, SOURCE
from sellbackwards.exercises.kinds import FOR_A_PERSON, KINDS

Cell = dict[str, Any]
Notebook = dict[str, Any]
Marks = dict[str, str]
"""Exercise id → status."""

# Of a hundred answers, about so many are …
SHARES = {"right": 55, "wrong": 33, "nothing": 12}
_NAMES = """
Ana Bea Çağla Dmitri Eva Fırat Günter Håkon Ines João Kofi Łucja Māra Noor Óscar Priya Quynh René Søren Tomáš Uma
Věra Wei Xóchitl Yann Zoë 明 Ольга Ali Björn
"""
_FAMILIES = """
Álvarez Berg Chen Dąbrowska Eriksson Fàbregas García Hansen Ito Jansen Kovač Lindqvist Müller Nguyễn O'Neill Petrov
Quist Rossi Šimić Tóth Ueda Vogel Weiß Xu Yılmaz Żak 😀
"""


def sources() -> dict[str, list[SourceExercise]]:
    """The exercises of each set in source/ that is built, with all their answers."""
    found = {}
    for path in sorted((SOURCE / "exercises").glob("*.md")):
        if (EXERCISES / path.with_suffix(".ipynb").name).exists():
            boxes = {cell.get("id") for cell in pristine(path.stem)["cells"]}
            every = exercises_of(read_page(path), path)
            found[path.stem] = [one for one in every if f"answer-{one.exercise.id.replace('.', '-')}" in boxes]
    return found


def pristine(name: str) -> Notebook:
    """An exercise notebook as learners get it."""
    notebook: Notebook = json.loads((EXERCISES / f"{name}.ipynb").read_text(encoding="utf-8"))
    return notebook


def filled(notebook: Notebook, answers: Mapping[str, str]) -> Notebook:
    """A copy of a notebook with these answers typed in, by exercise id."""
    copy = deepcopy(notebook)
    for number, text in answers.items():
        answer_cell(copy, number)["source"] = f"%%answer {number}\n{text}"
    return copy


def answer_cell(notebook: Notebook, number: str) -> Cell:
    wanted = f"answer-{number.replace('.', '-')}"
    cell: Cell = next(cell for cell in notebook["cells"] if cell.get("id") == wanted)
    return cell


def typed(one: SourceExercise, chance: Random) -> tuple[str, str]:
    """(what somebody types for an exercise, its true status)."""
    (share,) = chance.choices(list(SHARES), list(SHARES.values()))
    if one.exercise.kind == FOR_A_PERSON and share != "nothing":
        return chance.choice((one.exercise.model, *one.others)), "for a person"
    if share == "right":
        return chance.choice((one.exercise.model, *one.others)), "passed"
    if share == "wrong":
        return chance.choice(one.wrong)["answer"], "not yet"
    blank = KINDS[one.exercise.kind].blank(one.exercise.spec)
    return chance.choice(("", "\n", blank)), "not answered"


# --- what novices do to a notebook; none of it changes an answer ------------------------------------------------------

Damage = Callable[[Notebook, str, Random], None]


def _body(cell: Cell) -> str:
    text: str = cell["source"]
    return text.partition("\n")[2]


def first_line_lost(notebook: Notebook, number: str, chance: Random) -> None:
    cell = answer_cell(notebook, number)
    cell["source"] = _body(cell)


def first_line_misspelt(notebook: Notebook, number: str, chance: Random) -> None:
    cell = answer_cell(notebook, number)
    line = chance.choice(
        (f"%answer {number}", f"%%anwser {number}", f"%% answer {number}:", f"%%Answer {number.replace('.', ',')}")
    )
    cell["source"] = f"{line}\n{_body(cell)}"


def blank_lines(notebook: Notebook, number: str, chance: Random) -> None:
    cell = answer_cell(notebook, number)
    cell["source"] = f"\n\n%%answer {number}\n\n{_body(cell)}\n\n\n"


def duplicated(notebook: Notebook, number: str, chance: Random) -> None:
    """An older try stays above, or an empty copy below."""
    cell = answer_cell(notebook, number)
    place = notebook["cells"].index(cell)
    above = {**deepcopy(cell), "id": f"copy{chance.randrange(10**8)}", "source": f"%%answer {number}\nan older try"}
    below = {**deepcopy(cell), "id": f"copy{chance.randrange(10**8)}", "source": f"%%answer {number}\n"}
    notebook["cells"].insert(place, above)
    notebook["cells"].append(below)


def moved(notebook: Notebook, number: str, chance: Random) -> None:
    cell = answer_cell(notebook, number)
    notebook["cells"].remove(cell)
    notebook["cells"].insert(chance.randrange(len(notebook["cells"]) + 1), cell)


def split(notebook: Notebook, number: str, chance: Random) -> None:
    """As JupyterLab splits: a new cell with the first half above, the id stays with the second."""
    cell = answer_cell(notebook, number)
    lines = cell["source"].split("\n")
    if len(lines) < 3 or not "".join(lines[1:]).strip():
        return
    at = chance.randrange(2, len(lines))
    half = {**deepcopy(cell), "id": f"half{chance.randrange(10**8)}", "source": "\n".join(lines[:at])}
    notebook["cells"].insert(notebook["cells"].index(cell), half)
    cell["source"] = "\n".join(lines[at:])


def merged(notebook: Notebook, number: str, chance: Random) -> None:
    """Two answer boxes made into one."""
    cells = [cell for cell in notebook["cells"] if str(cell.get("id", "")).startswith("answer-")]
    cell = answer_cell(notebook, number)
    other = next((one for one in cells if one is not cell), None)
    if other is None or not all(one["source"].startswith("%%answer") for one in (cell, other)):
        return
    other["source"] = f"{other['source']}\n\n{cell['source']}"
    notebook["cells"].remove(cell)


def made_text(notebook: Notebook, number: str, chance: Random) -> None:
    cell = answer_cell(notebook, number)
    cell["cell_type"] = "markdown"
    for name in ("outputs", "execution_count"):
        cell.pop(name, None)


def outputs_forged(notebook: Notebook, number: str, chance: Random) -> None:
    """A card that says "passed", whatever was typed."""
    answer_cell(notebook, number)["outputs"] = [
        {
            "output_type": "display_data",
            "metadata": {},
            "data": {"text/html": "<p class='sb-passed'>1.1 passed</p>"},
        }
    ]


def own_cells(notebook: Notebook, number: str, chance: Random) -> None:
    """Notes and code of the learner's own."""
    for source in ("import os\nos.remove('x')", "my notes: answer 1.1 was hard", "x = 1.3", "%%time\n1.3"):
        cell = {
            "cell_type": "code",
            "id": f"own{chance.randrange(10**8)}",
            "metadata": {},
            "outputs": [],
            "execution_count": None,
            "source": source,
        }
        notebook["cells"].insert(chance.choice((0, len(notebook["cells"]))), cell)


def ids_lost(notebook: Notebook, number: str, chance: Random) -> None:
    """Saved by a program that knows no cell ids; the first lines are all there is."""
    if any(
        str(cell.get("id", "")).startswith("answer-") and not cell["source"].startswith("%%answer")
        for cell in notebook["cells"]
    ):
        return
    for cell in notebook["cells"]:
        cell.pop("id", None)
    notebook["nbformat_minor"] = 4


DAMAGE: tuple[Damage, ...] = (
    first_line_lost, first_line_misspelt, blank_lines, duplicated, moved, split, merged, made_text, outputs_forged,
    own_cells,
)  # fmt: skip


def _whole(notebook: Notebook, number: str) -> bool:
    """Is the exercise's box still as it was made, so that damage takes nothing of the answer itself?"""
    return any(
        cell.get("id") == f"answer-{number.replace('.', '-')}" and cell["source"].startswith("%%answer ")
        for cell in notebook["cells"]
    )


def submission(
    exercises: list[SourceExercise], base: Notebook, chance: Random
) -> tuple[Notebook, Marks, dict[str, str]]:
    """(a notebook, its true marks, what was typed). About half of them are damaged, some more than once."""
    answers, marks = {}, {}
    for one in exercises:
        answers[one.exercise.id], marks[one.exercise.id] = typed(one, chance)
    notebook = filled(base, answers)
    done = chance.choices(DAMAGE, k=chance.choice((0, 0, 0, 1, 1, 2)))
    # In some orders nobody could say what was meant: a cell between two halves, a copy below what was merged.
    for damage in sorted(done, key=lambda damage: {merged: 0, split: 2}.get(damage, 1)):
        number = chance.choice(exercises).exercise.id
        # An older try beside nothing would be the answer.
        if _whole(notebook, number) and not (damage is duplicated and marks[number] == "not answered"):
            damage(notebook, number, chance)
    if chance.random() < 0.05:
        ids_lost(notebook, "", chance)
    if chance.random() < 0.3:
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"], cell["execution_count"] = [], None
    return notebook, marks, answers


def learners(count: int) -> Iterator[str]:
    """So many different names, some with accents, spaces and emoji."""
    names, families = _NAMES.split(), _FAMILIES.split()
    for n in range(count):
        yield f"{names[n % len(names)]} {families[n // len(names) % len(families)]} {n:04d}"


def generate(folder: Path, count: int, seed: int = 1) -> dict[tuple[str, str, str], tuple[str, str, str]]:
    """Write `count` submissions; returns (learner, lesson, exercise) → (true status, kind, what was typed)."""
    chance = Random(seed)
    sets = sources()
    bases = {name: pristine(name) for name in sets}
    truth = {}
    for learner in learners(count):
        name = chance.choice(list(sets))
        notebook, marks, answers = submission(sets[name], bases[name], chance)
        place = folder / learner
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{name}.ipynb").write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")
        for one in sets[name]:
            number = one.exercise.id
            truth[learner, name, number] = (marks[number], one.exercise.kind, answers[number])
    return truth


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    truth = generate(folder, count)
    with (folder.parent / "truth.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("learner", "lesson", "exercise", "status", "kind", "answer"))
        writer.writerows((*key, *facts) for key, facts in truth.items())
    print(f"{count:,} submissions in {folder}")


if __name__ == "__main__":
    main()
