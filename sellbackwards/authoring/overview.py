"""The course map, which lesson or exercise serves which seed, the fact cards, and the README's course table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sellbackwards.authoring.source import exercises_of, read_page
from sellbackwards.course import DATASETS, ROOT, SOURCE, read_dataset

_TABLE = re.compile(r"(<!-- course table -->\n).*?(<!-- end of course table -->)", re.DOTALL)


def course_map() -> list[Mapping[str, Any]]:
    """The pages in order: page, habit, seeds, and a title where the page isn't written yet."""
    found: list[Mapping[str, Any]] = yaml.safe_load((SOURCE / "map.yaml").read_text(encoding="utf-8"))
    return found


@cache
def fact_cards() -> dict[str, Mapping[str, Any]]:
    """Every fact card, by id."""
    return {card["id"]: card for card in read_dataset("fact_cards.yaml")}


@cache
def served() -> dict[str, dict[str, list[str]]]:
    """Seed id → where it is "taught" (lessons), "practised" (exercises, practices), or only "told" (and why)."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted((SOURCE / "lessons").glob("*.md")):
        page = read_page(path)
        for cell in page.cells:
            for seed in cell["metadata"].get("seeds", ()):
                found[seed]["taught"].append(page.name)
        for seed, reason in page.told.items():
            found[seed]["told"].append(reason)
    for path in sorted((SOURCE / "exercises").glob("*.md")):
        for one in exercises_of(read_page(path), path):
            for seed in one.exercise.seeds:
                found[seed]["practised"].append(f"exercise {one.exercise.id}")
    for path in sorted((DATASETS / "practices").glob("*.yaml")):
        for seed in yaml.safe_load(path.read_text(encoding="utf-8"))["seeds"]:
            found[seed]["practised"].append(f"practice {path.stem}")
    return found


def course_table() -> str:
    """The README's table of lessons and exercises, in Markdown."""
    rows = ["| lesson | exercises | minutes | habit |", "|---|---|---|---|"]
    for one in course_map():
        name, number = one["page"], one["page"][:2]
        lesson, exercises = (SOURCE / folder / f"{name}.md" for folder in ("lessons", "exercises"))
        if not lesson.exists():
            rows.append(f"| {number} {one['title']} | | | {one['habit']} (being written) |")
            continue
        page = read_page(lesson)
        set_cell, minutes = "", str(page.minutes)
        if exercises.exists():
            set_cell = f"[{number}](exercises/{name}.ipynb)"
            minutes += f" + {read_page(exercises).minutes}"
        rows.append(f"| [{number} {page.title}](lessons/{name}.ipynb) | {set_cell} | {minutes} | {one['habit']} |")
    for path in sorted((SOURCE / "exercises").glob("*.md")):
        if not (SOURCE / "lessons" / path.name).exists():
            page = read_page(path)
            rows.append(
                f"| | [{page.name[:2]} {page.title}](exercises/{page.name}.ipynb) | {page.minutes} | a short check |"
            )
    return "\n".join(rows) + "\n"


def readme_with_table(path: Path = ROOT / "README.md") -> str:
    """The README's text with its course table as source/ has it."""
    text = path.read_text(encoding="utf-8")
    return _TABLE.sub(lambda found: found[1] + course_table() + found[2], text)
