"""How long do the pages take? A modelled learner's minutes beside those that the pages claim.

    python benchmarks/minutes.py                 # by part of a lesson, by exercise set
    python benchmarks/minutes.py --cells 03      # each cell and exercise of lesson and set 03
    python benchmarks/minutes.py --browser 01 03 # work these sets and lessons' practices in a real browser: what the machine adds

It is a model, not a measurement of people. Somebody reads every word once at `READS` words a minute, half of the options or lines once
more while choosing, types the model answer at `TYPES` words a minute (five letters each), and thinks as long as `THINKS` says. Calls are
heard at the speed at which they were spoken. `AGAIN` of the answers aren't right at once: they cost a hint, the card and half of the work
once more. Of a practice, the rounds are done that come before "You can stop here", or as many as the lesson says. What only its people could time (talks, My deals, promises, the rope, a call of one's own) counts as its page claims.
A claim is off where model and claim differ by more than `OFF` of the claim and by a minute or more; a part takes its cells together.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Locator

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # for tests.browser.lab

from sellbackwards.authoring.overview import fact_cards  # noqa: E402
from sellbackwards.authoring.source import exercises_of, read_page  # noqa: E402
from sellbackwards.course import SOURCE  # noqa: E402
from sellbackwards.exercises import Exercise  # noqa: E402
from sellbackwards.exercises.judging import told_criteria  # noqa: E402
from sellbackwards.exercises.kinds import KINDS  # noqa: E402
from sellbackwards.exercises.kinds.branching import letters_of, walk  # noqa: E402
from sellbackwards.practice.catalogue import PracticeEntry, all_practices  # noqa: E402

READS = 200  # words a minute
TYPES = 35
THINKS = {
    "choice": 10, "sorting": 4, "ordering": 5, "numbers": 20, "fields": 10, "plan": 10,
    "question": 20, "text": 30, "branching": 8, "talk": 10, "person": 45,
}  # fmt: skip
"""Seconds: a line of a sorting or an ordering, a box, a step, a turn of a talk; or the whole of any other kind."""
AGAIN = 0.4
SKIMS = 0.5  # of options, while one chooses
ENOUGH = "You can stop here"  # what the first round says that a practice doesn't need
TOLD = {"03_same_side": 7}  # how many rounds the lesson's text asks for
OFF = 0.25


class Row(NamedTuple):
    """One cell or exercise: what it is, minutes claimed, minutes modelled (None where the model has nothing to say)."""

    what: str
    claimed: float
    modelled: float | None

    @property
    def counted(self) -> float:
        return self.claimed if self.modelled is None else self.modelled


def words(text: str) -> int:
    """Words that are read: without markup, addresses and HTML."""
    bare = re.sub(r"<[^>]*>|\]\([^)]*\)|https?://\S+", " ", text)
    return len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", bare))


def reading(*texts: str) -> float:
    return sum(map(words, texts)) / READS


def of_exercise(one: Exercise, prompt: str, bare: bool = False, practice: bool = False) -> float:
    """Minutes for an exercise or a round: read, think, answer, read the card. `bare`: one try is all, without hints."""
    kind, spec = KINDS[one.kind], one.spec
    heard = spec.get("heard", ())
    listening = (max(said.end for said in heard) - min(said.start for said in heard)) / 60 if heard else 0.0
    after_that = str(spec.get("goes_on", {}).get("says", ""))
    said_to_you = "" if heard else str(spec.get("pitch") or spec.get("buyer") or "")
    shown = (
        _on_the_way(one)
        if one.kind == "branching"
        else ""
        if one.kind in ("fields", "numbers", "plan", "question", "text")
        else kind.shown(spec)
    )
    boxes = " ".join(
        f"{row['name']} {row.get('ask', '')}" for row in (*spec.get("fields", ()), *spec.get("numbers", ()))
    )
    criteria = "" if bare or practice else " ".join(told_criteria(one))
    answering = _answering(one, shown)
    right = " ".join(option["why"] for option in spec.get("options", ()) if option.get("right"))
    card = reading(one.after, right)
    hint = reading(one.hints[0]) if one.hints else 0.0
    again = 0.0 if bare else AGAIN * (hint + card + answering / 2)
    return listening + reading(prompt, said_to_you, shown, boxes, criteria, after_that) + answering + card + again


def _answering(one: Exercise, shown: str) -> float:
    kind, spec, thinks = one.kind, one.spec, THINKS[one.kind] / 60
    typing = len(one.model) / 5 / TYPES
    if kind == "choice":
        return SKIMS * reading(shown) + thinks
    if kind in ("sorting", "ordering"):
        return SKIMS * reading(shown) + thinks * len(spec["items"])
    if kind == "numbers":
        return thinks * len(spec["numbers"]) + typing
    if kind == "fields":
        return thinks * len(spec["fields"]) + typing
    if kind == "plan":  # as many steps as are asked for, but those that stand there already
        steps, begun = one.model.count("\n\n") + 1, spec.get("begin", "").count("Step ")
        return (spec["steps_at_least"] - begun) * (thinks + typing / steps)
    if kind == "branching":
        return thinks * len(one.model.split()) + SKIMS * reading(shown)
    if kind == "talk":
        turns = len(one.model.splitlines())
        return turns * (thinks + 25 / READS) + typing  # the buyer answers in some 25 words
    if kind == "person":
        return thinks + words(str(spec["anchors"].get("fair", ""))) / TYPES
    return thinks + typing


def _on_the_way(one: Exercise) -> str:
    """What the buyer says on the way that the model answer takes, and what there is to choose from."""
    nodes = [one.spec["nodes"][name] for name in walk(one.spec, letters_of(one.model))]
    return " ".join(
        text for node in nodes for text in (node["says"], *(option["text"] for option in node.get("options", ())))
    )


def of_practice(entry: PracticeEntry) -> float | None:
    """Minutes for a practice: the rounds that its lesson asks for. None for what has no rounds to go by."""
    rounds = list(entry.on_paper() if entry.name == "rewrite" else entry.rounds())
    if not rounds or entry.counts != "rounds":
        return None
    times = [of_exercise(one, one.title, practice=True) for one in rounds]
    if entry.name in TOLD or entry.name == "rewrite":  # any of them
        return sum(times) / len(times) * (entry.asked or TOLD[entry.name])
    extra = next((n for n, one in enumerate(rounds) if ENOUGH in one.title), None)
    return sum(times[: entry.asked or extra])


def cells_of_lesson(number: str) -> Iterator[tuple[str, Row]]:
    """(part, cell) of a lesson, in order."""
    path = next((SOURCE / "lessons").glob(f"{number}_*.md"))
    by_code = {entry.code: entry for entry in all_practices()}
    part = "begin"
    for cell in read_page(path).cells:
        source, data = cell["source"], cell["metadata"]
        if found := re.match(r"## (Part \d+\.[^\n]*|[^\n]+)", source):
            part = found[1]
        claimed = float(data.get("minutes", 0))
        if cell["cell_type"] == "markdown":
            cards = (str(value) for name in data.get("facts", ()) for value in fact_cards()[name].values())
            yield part, Row(source.lstrip("#+ ").split("\n")[0][:44], claimed, reading(source, *cards))
            continue
        entry = next((entry for code, entry in by_code.items() if code in source), None)
        yield part, Row(entry.name if entry else "a chart", claimed, of_practice(entry) if entry else None)


def cells_of_set(number: str) -> list[Row]:
    path = next((SOURCE / "exercises").glob(f"{number}_*.md"))
    page = read_page(path)
    rows = [
        Row("text", float(cell["metadata"].get("minutes", 0)), reading(cell["source"]))
        for n, cell in enumerate(page.cells)
        if cell["cell_type"] == "markdown"
        and not (n + 1 < len(page.cells) and "exercise" in page.cells[n + 1]["metadata"])
    ]
    claims = {str(c["metadata"]["exercise"]["id"]): c["metadata"]["exercise"].get("minutes", 0) for c in page.cells if "exercise" in c["metadata"]}  # fmt: skip
    for one in exercises_of(page, path):
        found = of_exercise(one.exercise, one.prompt, page.bare)
        rows.append(Row(f"{one.exercise.id} {one.exercise.kind}", float(claims[one.exercise.id]), found))
    return rows


def totals(rows: Sequence[Row]) -> tuple[float, float]:
    """Minutes claimed, and minutes counted."""
    return sum(row.claimed for row in rows), sum(row.counted for row in rows)


def is_off(rows: Sequence[Row]) -> bool:
    claimed, counted = totals(rows)
    return abs(counted - claimed) > OFF * claimed and abs(counted - claimed) >= 1


def told(name: str, rows: Sequence[Row]) -> str:
    claimed, counted = totals(rows)
    ratio = f"{counted / claimed:4.2f}" if claimed else "    "
    return f"{name[:46]:46} claimed {claimed:5.1f}  modelled {counted:5.1f}  {ratio}  {'OFF' if is_off(rows) else ''}"


def by_part(number: str) -> dict[str, list[Row]]:
    parts: dict[str, list[Row]] = {}
    for part, row in cells_of_lesson(number):
        parts.setdefault(part, []).append(row)
    return parts


def in_the_browser(numbers: Iterable[str]) -> None:
    """Work each exercise of these sets, and the rounds of these lessons' practices but those that are heard, in JupyterLab
    with its model answer. Print the seconds that a learner waits for the machine."""
    from tests.browser.lab import awake, lab
    from tests.browser.test_lab import practice, work

    with tempfile.TemporaryDirectory() as folder, lab(Path(folder)) as running:
        for number in numbers:
            path = next((SOURCE / "exercises").glob(f"{number}_*.md"))
            began = time.monotonic()
            page = running.open(f"my-answers/{path.stem}.ipynb", wait=False)
            awake(page)
            woken, waits = time.monotonic() - began, []
            for one in (found.exercise for found in exercises_of(read_page(path), path)):
                form = page.locator(f".sb-answer-{one.id.replace('.', '-')}").first
                form.scroll_into_view_if_needed()
                work(form, one)
                waits.append(_wait_for(form.locator(f'[data-card="{one.id}"]').first))
            print(f"set {number}: awake after {woken:.1f} s, {_told_waits(waits)}")

            began = time.monotonic()
            page = running.open(f"lessons/{path.stem}.ipynb", wait=False)
            awake(page)
            woken, waits = time.monotonic() - began, []
            for entry in all_practices():
                rounds = entry.rounds() if entry.lesson == number and entry.code.startswith("practice.play") else ()
                if not rounds or any("heard" in one.spec for one in rounds):
                    continue
                view = practice(page, entry.name)
                view.scroll_into_view_if_needed()
                for place, one in enumerate(rounds, 1):
                    if place > 1:
                        view.get_by_role("button", name="Next", exact=True).click()
                        view.get_by_text(f"Round {place} of").first.wait_for()
                    work(view, one)
                    status = "for a person" if one.kind == "person" else "passed"
                    waits.append(_wait_for(view.locator(f'.sb-feedback[data-status="{status}"]').first))
            print(f"lesson {number}: awake after {woken:.1f} s, {_told_waits(waits)}")


def _wait_for(card: Locator) -> float:
    began = time.monotonic()
    card.wait_for()
    return time.monotonic() - began


def _told_waits(waits: Sequence[float]) -> str:
    return f"{len(waits)} answers right; {sum(waits):.1f} s of waiting for their cards, {max(waits):.1f} s the longest"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cells", nargs="*", default=[], metavar="NN")
    parser.add_argument("--browser", nargs="*", default=[], metavar="NN")
    chosen = parser.parse_args()
    if chosen.browser:
        in_the_browser(chosen.browser)
        return
    for number in chosen.cells or [path.name[:2] for path in sorted((SOURCE / "lessons").glob("[0-9]*.md"))]:
        parts = by_part(number)
        print(told(f"lesson {number}", [row for rows in parts.values() for row in rows]))
        for part, rows in parts.items():
            print("  " + told(part, rows))
            for row in rows if chosen.cells else ():
                print("      " + told(row.what, [row]))
    for number in chosen.cells or [path.name[:2] for path in sorted((SOURCE / "exercises").glob("*.md"))]:
        rows = cells_of_set(number)
        print(told(f"set {number}", rows))
        for row in rows if chosen.cells else ():
            print("      " + told(row.what, [row]))


if __name__ == "__main__":
    main()
