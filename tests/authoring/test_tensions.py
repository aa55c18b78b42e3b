"""Where the principles pull against each other: each pull is met in a lesson, and all stand together in the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml

from sellbackwards.course import SOURCE
from tests.sources import source_page

TENSIONS = {one["id"]: one for one in yaml.safe_load((SOURCE / "tensions.yaml").read_text(encoding="utf-8"))}
LAST = "06_the_whole_call"


def marked() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """(lesson, tension, cell) for each mark."""
    for path in sorted((SOURCE / "lessons").glob("*.md")):
        page = source_page(path)
        for cell in page.cells:
            for name in cell["metadata"].get("tension", ()):
                yield page.name, name, cell


MARKED = list(marked())


@pytest.mark.parametrize("name", TENSIONS)
def test_a_tension_is_met_in_a_lesson_and_again_in_the_last(name: str) -> None:
    lessons = {lesson for lesson, tension, _ in MARKED if tension == name}
    assert lessons - {LAST}, f"{name} ({TENSIONS[name]['pull']}) is met in no lesson"
    assert LAST in lessons


@pytest.mark.parametrize(("lesson", "name", "cell"), [pytest.param(*one, id=f"{one[0]} {one[1]}") for one in MARKED])
def test_a_marked_cell_speaks_of_both_sides(lesson: str, name: str, cell: Mapping[str, Any]) -> None:
    text = cell["source"].casefold().replace("*", "")
    for side in TENSIONS[name]["both"]:
        assert any(word in text for word in side), f"{lesson}: no word of {side}"
