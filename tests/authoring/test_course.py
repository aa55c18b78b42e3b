"""The course as a whole: every claim is taught and practised, every figure has its card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from sellbackwards.authoring.overview import course_map, fact_cards, readme_with_table, served
from sellbackwards.course import ROOT, SOURCE
from tests.sources import source_page

WRITTEN = [one for one in course_map() if (SOURCE / "lessons" / f"{one['page']}.md").exists()]
SEEDS = [seed for one in WRITTEN for seed in one["seeds"]]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_claim_is_taught_and_practised_or_told_with_a_reason(seed: str) -> None:
    where = served()[seed]
    assert where["taught"], f"{seed} is in no lesson"
    assert where["practised"] or where["told"], f"{seed} is neither practised nor marked as told"


def test_no_id_is_made_up() -> None:
    known = {seed for one in course_map() for seed in one["seeds"]}
    assert set(served()) <= known


def test_a_claim_is_taught_in_its_own_lesson() -> None:
    for one in WRITTEN:
        for seed in one["seeds"]:
            assert one["page"] in served()[seed]["taught"], seed


# A figure about selling: shares, multiples, and counts of what studies count.
FIGURE = re.compile(
    r"\b\d+(?:[.,]\d+)?\s?(?:%|per ?cent\b)|\b(?:\d[\d,.]*|ten|twenty|hundred|thousand|million) (?:thousand |million )?(?:calls|deals|conversations|students|sellers|buyers|studies|meetings)\b"
    r"|\b(?:half|a third|two thirds|most) of (?:all )?(?:sellers|deals|calls|buyers|sales)\b|\b(?:twice|three times|\d+ ?×) as (?:many|much|likely)\b",
    re.IGNORECASE,
)


def cells() -> Iterator[Any]:
    for path in sorted((SOURCE / "lessons").glob("*.md")):
        for n, cell in enumerate(source_page(path).cells, 1):
            if cell["cell_type"] == "markdown":
                yield pytest.param(cell, id=f"{path.stem} cell {n}")


def uncarded(cell: Any) -> list[str]:
    """Figures of a text cell that neither carries a fact card nor says that they are invented."""
    if cell["metadata"].get("facts") or cell["metadata"].get("invented"):
        return []
    return [found[0] for found in FIGURE.finditer(cell["source"])]


@pytest.mark.parametrize("cell", list(cells()))
def test_every_figure_has_its_fact_card_or_is_marked_as_invented(cell: Any) -> None:
    assert uncarded(cell) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sellers talk 43 % of the time.",
        "Most of all deals die.",
        "Ask and you sell twice as much.",
        "In 25,537 calls it was so.",
    ],
)
def test_a_planted_figure_is_found(text: str) -> None:
    assert uncarded({"source": text, "metadata": {}})


def test_fact_cards_say_what_they_must() -> None:
    for card in fact_cards().values():
        for name in (
            "figure",
            "source",
            "year",
            "n",
            "who_profits",
            "peer_reviewed",
            "field",
            "what_it_shows",
            "what_it_does_not_show",
        ):
            assert card[name] not in ("", None), (card["id"], name)


def test_the_readme_s_table_is_what_source_says() -> None:
    assert readme_with_table() == (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [one["page"] for one in WRITTEN if one["page"] != "00_start_here"])
def test_lessons_have_the_measure_that_learners_can_bear(page: str) -> None:
    """20–32 cells, promises included, and 900–1,400 words of text, 30–45 minutes."""
    found = source_page(SOURCE / "lessons" / f"{page}.md")
    texts = [cell["source"] for cell in found.cells if cell["cell_type"] == "markdown"]
    prose = [line for text in texts for line in text.splitlines() if not line.lstrip().startswith("|")]
    words = len(re.findall(r"[\w'’]+", " ".join(prose)))
    assert 20 <= len(found.cells) <= 32
    assert 900 <= words <= 1400
    assert 30 <= found.minutes <= 45


@pytest.mark.parametrize("page", [one["page"] for one in WRITTEN])
def test_no_lesson_explains_the_tool(page: str) -> None:
    """A page wakes by itself: how to run it stands in one short help, for when something looks stuck, and nowhere else."""
    words = r"\bRun All\b|\bkernels?\b|\bcells?\b|\basleep\b|\broll back up\b|\bShift ?\+ ?Enter\b"
    for cell in source_page(SOURCE / "lessons" / f"{page}.md").cells:
        if cell["cell_type"] == "markdown" and "## If something looks stuck" not in cell["source"]:
            assert not re.search(words, cell["source"], re.IGNORECASE), cell["source"]
