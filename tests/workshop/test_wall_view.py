"""The wall in a notebook: what is pasted stands there without names, escaped; nothing is kept."""

from __future__ import annotations

import pytest

from sellbackwards import practice
from sellbackwards.practice.progress import all_drafts


def test_what_is_pasted_stands_on_it_without_names() -> None:
    wall = practice.wall("p01")
    wall.box.value = (
        "Anna: What does a late payment mean for you?\nBo: Do you have software?\nCy: <b>hi</b> {x}\nDana: How much?"
    )
    assert "What does a late payment mean for you?" in wall.shown.value
    assert "&lt;b&gt;hi" in wall.shown.value
    assert "Open, about" not in wall.shown.value
    wall.sort.value = True
    assert wall.shown.value.index("Open, about what they need") < wall.shown.value.index("Gets a yes")
    assert not any(name in wall.shown.value for name in ("Anna", "Bo:", "Cy", "Dana"))
    wall.box.value = ""
    assert "<li" not in wall.shown.value
    assert "wall" not in all_drafts()


def test_it_shows_its_card_where_it_sleeps_and_says_what_is_wrong() -> None:
    assert "Practice: The room's wall" in practice.wall()._repr_mimebundle_()["text/html"].replace("&#x27;", "'")
    assert practice.wall("1.1").model.pitch.id == "1.1"
    with pytest.raises(ValueError, match=r"p01"):
        practice.wall("zzz")
