"""Copies of another release: judged by what they show where that can be known, and never called wrong where it can't."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sellbackwards.course import EXERCISES, SOLUTIONS
from sellbackwards.exercises.catalogue import all_sets, set_names
from sellbackwards.exercises.judging import judge
from sellbackwards.exercises.kinds import KINDS, choice
from sellbackwards.exercises.model import Exercise
from sellbackwards.exercises.notebook_verdicts import judge_notebook_file
from sellbackwards.exercises.older_copies import THIS_COPY, Shown, as_it_was, changed_since, shown_in
from sellbackwards.grading import grade
from sellbackwards.grading.marking import Mark, mark, mark_again
from sellbackwards.grading.review_decisions import Desk
from sellbackwards.practice.controls import can_show

from .samples import save

Notebook = dict[str, Any]
SET = "01_sell_backwards"


def solved(name: str = SET) -> Notebook:
    found: Notebook = json.loads((SOLUTIONS / f"{name}.ipynb").read_text(encoding="utf-8"))
    return found


def prompt(notebook: Notebook, exercise: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        cell
        for cell in notebook["cells"]
        if cell["cell_type"] == "markdown" and "".join(cell["source"]).startswith(f"## {exercise} ")
    )
    found["source"] = "".join(found["source"])
    return found


def answer(notebook: Notebook, exercise: str, text: str) -> None:
    cell = next(one for one in notebook["cells"] if one["id"] == f"answer-{exercise.replace('.', '-')}")
    cell["source"] = f"%%answer {exercise}\n{text}"


def marked(notebook: Notebook, exercise: str) -> Mark:
    found = mark(json.dumps(notebook).encode(), all_sets())
    return next(one for one in found.marks if one.exercise == exercise)


def told(one: Mark) -> str:
    return " ".join(note for note in one.notes if note.startswith(THIS_COPY))


@pytest.mark.parametrize("name", set_names())
@pytest.mark.parametrize("folder", [EXERCISES, SOLUTIONS], ids=["exercises", "solutions"])
def test_a_copy_of_today_is_none_of_another_release(folder: Any, name: str) -> None:
    notebook = json.loads((folder / f"{name}.ipynb").read_text(encoding="utf-8"))
    found = next(one for one in all_sets() if one.name == name)
    shown = shown_in(notebook)
    assert shown.keys() == {one.id for one in found.exercises}
    assert changed_since(found, shown) == set()
    for cell in notebook["cells"]:
        cell["outputs"] = []
    assert changed_since(found, shown_in(notebook)) == set()  # cleared outputs show nothing else


def _of_kind(kind: str) -> list[tuple[str, Exercise]]:
    return [(found.name, one) for found in all_sets() for one in found.exercises if one.kind == kind]


def _labels(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"^- \*\*(\w)(\)\*\*|\*\* ·) (.*)$", text, re.MULTILINE))


@pytest.mark.parametrize(
    ("name", "one"), [*_of_kind("choice"), *_of_kind("ordering")], ids=lambda one: getattr(one, "id", "")
)
def test_options_in_another_order_are_judged_in_that_order(name: str, one: Exercise) -> None:
    """The letter or number that stands before the right text in the copy is right, and today's isn't."""
    notebook = solved(name)
    cell = prompt(notebook, one.id)
    listed = [found[3] for found in _labels(cell["source"])]
    names = "abcdefghijkl" if one.kind == "choice" else "123456789"
    turned = listed[1:] + listed[:1]  # what was first is last
    lines = iter(turned)
    cell["source"] = re.sub(
        r"^(- \*\*\w(?:\)\*\*|\*\* ·)) .*$",
        lambda found: f"{found[1]} {next(lines)}",
        cell["source"],
        flags=re.MULTILINE,
    )
    of_then = {names[n]: names[turned.index(text)] for n, text in enumerate(listed)}
    if one.kind == "choice":
        right = [names[n] for n, option in enumerate(one.spec["options"]) if option.get("right")]
    else:
        right = [str(item) for item in one.spec["right"]]
    answer(notebook, one.id, ", ".join(of_then[label] for label in right))
    found = marked(notebook, one.id)
    assert found.status == "passed"
    assert "judged by what it shows" in told(found)
    answer(notebook, one.id, ", ".join(right))
    assert marked(notebook, one.id).status == "not yet"


def test_other_numbers_in_the_table_above() -> None:
    """The chart's data were others: what isn't right today may have been right, and a person sees the copy's table."""
    notebook = solved()
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            page = "".join(output.get("data", {}).get("text/html", ""))
            if "<td" in page:
                output["data"]["text/html"] = re.sub(r"(<td[^>]*>)\s*\d+(?:\.\d+)? ?%", r"\g<1>64 %", page)
    answer(notebook, "1.6", "forward: 64\nbackward: 64")
    found = marked(notebook, "1.6")
    assert found.status == "couldn't tell"
    assert "64 %" in told(found)
    assert not any(criterion.met is False for criterion in found.criteria)
    assert marked(solved(), "1.6").status == "passed"


def test_a_wrong_answer_in_a_copy_of_today_stays_wrong() -> None:
    notebook = solved()
    answer(notebook, "1.6", "forward: 12\nbackward: 64")
    found = marked(notebook, "1.6")
    assert (found.status, told(found)) == ("not yet", "")


def test_another_pitch_is_the_one_that_is_asked_about() -> None:
    notebook = solved()
    cell = prompt(notebook, "1.1")
    pitch = (
        "Our software sends every invoice by itself, on the day when the work is done, and reminds whoever pays late."
    )
    cell["source"] = re.sub(r"\*\*The pitch:\*\* “.*?”", f"**The pitch:** “{pitch}”", cell["source"], flags=re.DOTALL)
    answer(notebook, "1.1", "How do your invoices get to the customer today, once the work is done?")
    found = marked(notebook, "1.1")
    assert (found.status, "judged by what it shows" in told(found)) == ("passed", True)
    answer(notebook, "1.1", "Do you want our software?")
    assert marked(notebook, "1.1").status == "not yet"


CHANGES: dict[str, Callable[[str], str]] = {
    "another quotation": lambda text: text.replace("“", "“Well, ", 1).replace('> "', '> "Well, ', 1),
    "another number": lambda text: text.replace("\n\n", "\n\nIt's 4711 euros.\n\n", 1),
}


@pytest.mark.parametrize("change", CHANGES)
def test_other_facts_in_the_task(change: str) -> None:
    notebook = solved()
    cell = prompt(notebook, "1.5")
    before = cell["source"]
    cell["source"] = CHANGES[change](before)
    assert cell["source"] != before
    answer(notebook, "1.5", "decision: perhaps\nquote: something else\nquestion: Do you want one?")
    found = marked(notebook, "1.5")
    assert found.status == "couldn't tell"
    assert "what was right in it can't be known" in told(found)


def test_what_an_earlier_release_has_marked_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same file, handed in again after the exercise has changed: then its data were today's."""
    notebook = solved()
    sets = {one.name: one for one in all_sets()}
    sixth = next(one for one in sets[SET].exercises if one.id == "1.6")
    numbers = [{**one, "value": one["value"] + 20} for one in sixth.spec["numbers"]]
    later = replace(
        sets[SET],
        exercises=tuple(
            replace(one, spec={**one.spec, "numbers": numbers}) if one.id == "1.6" else one
            for one in sets[SET].exercises
        ),
    )
    then = mark(json.dumps(notebook).encode(), all_sets())
    again = {one.exercise: one for one in mark_again(then, later).marks}
    assert again["1.6"].status == "passed"
    assert "the mark stays" in told(again["1.6"])
    assert {one.status for one in again.values()} == {one.status for one in then.marks}
    cell = prompt(notebook, "1.6")
    cell["source"] = CHANGES["another number"](cell["source"])  # as today's looks when it has changed
    data = json.dumps(notebook).encode()
    monkeypatch.setattr(
        "sellbackwards.exercises.older_copies.exercise_set", lambda name: later
    )  # the course's own of then
    seen = {one.exercise: one for one in mark(data, [later], mark(data, all_sets())).marks}
    assert seen["1.6"].status == "passed"
    assert {one.exercise: one for one in mark(data, [later]).marks}["1.6"].status == "couldn't tell"


def test_the_review_page_tells_of_the_copy_and_proposes_nothing(tmp_path: Path) -> None:
    """The same answer in a copy of today is another matter, and is decided apart."""
    then, today = solved(), solved()
    cell = prompt(then, "1.5")
    cell["source"] = CHANGES["another number"](cell["source"])
    for notebook in (then, today):
        answer(notebook, "1.5", "decision: perhaps\nquote: something else\nquestion: Do you want one?")
        answer(notebook, "1.14", "The same words in both")
    save(tmp_path / "in/Anna" / f"{SET}.ipynb", then)
    save(tmp_path / "in/Bo" / f"{SET}.ipynb", today)
    grade(tmp_path / "in", tmp_path / "out", jobs=1)
    shown = {one["exercise"]: one["groups"] for one in Desk(tmp_path / "out").state()["exercises"]}
    (group,) = shown["1.5"]
    assert (group["learners"], group["proposal"]) == (["Anna"], "")
    assert "what was right in it can't be known" in group["notes"][0]
    assert [one["learners"] for one in shown["1.14"]] == [["Anna", "Bo"]]


def test_the_learner_s_own_check_says_the_same(tmp_path: Path) -> None:
    notebook = solved()
    for exercise, change in (("1.5", "another number"), ("1.1", "another quotation")):
        cell = prompt(notebook, exercise)
        cell["source"] = CHANGES[change](cell["source"])
    answer(notebook, "1.5", "decision: perhaps\nquote: something else\nquestion: Do you want one?")
    rows = judge_notebook_file(save(tmp_path / f"{SET}.ipynb", notebook))[1]
    by_grader = mark(json.dumps(notebook).encode(), all_sets())
    assert {one.id: verdict.status for one, verdict in rows} == {one.exercise: one.status for one in by_grader.marks}
    assert {one.id: verdict.status for one, verdict in rows}["1.5"] == "couldn't tell"


@pytest.mark.parametrize(
    ("name", "one"),
    [*_of_kind("fields"), *_of_kind("numbers"), *_of_kind("sorting"), *_of_kind("plan")],
    ids=lambda one: getattr(one, "id", ""),
)
def test_an_empty_form_of_another_release_is_no_answer(name: str, one: Exercise) -> None:
    """Its fields had other names, or there were fewer."""
    form = KINDS[one.kind].blank(one.spec)
    for old in (form.replace(":", " then:"), "\n".join(form.splitlines()[1:]), form.replace("- ", "–")):
        assert judge(one, old).status == "not answered"
        assert can_show(one, old)
    assert judge(one, f"{form} 12").status != "not answered"


def test_a_later_run_without_the_file_calls_nothing_of_an_older_copy_wrong() -> None:
    notebook = solved()
    cell = prompt(notebook, "1.5")
    cell["source"] = CHANGES["another number"](cell["source"])
    answer(notebook, "1.5", "decision: perhaps\nquote: something else\nquestion: Do you want one?")
    then = mark(json.dumps(notebook).encode(), all_sets())
    sets = {one.name: one for one in all_sets()}
    for _ in range(2):
        then = mark_again(then, sets[SET])
        one = next(one for one in then.marks if one.exercise == "1.5")
        assert (one.status, told(one).count("can't be known")) == ("couldn't tell", 1)


def test_no_order_where_texts_are_alike_or_missing() -> None:
    spec = {"options": [{"text": text, "why": "because it is"} for text in ("Ask what they need", "Tell the price")]}
    one = Exercise("1.1", "choice", "What first?", spec)
    there = f"## 1.1 What first?\n\n{choice.shown(spec)}"
    assert as_it_was(one, Shown(there)) == one
    assert as_it_was(one, Shown(there.replace("Tell the price", "Send a long brochure by post"))) is None
    reworded = as_it_was(one, Shown(there.replace("Tell the price", "Tell them the price")))
    assert reworded == one
    assert as_it_was(one, Shown("## 1.1 What first?\n\n- **a)** Ask what they need")) is None
