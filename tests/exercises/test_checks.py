"""What an author may write for a check: what it can't work with is refused as the source is read, by its schema."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from sellbackwards.course import ROOT
from sellbackwards.exercises.kinds.checks import CHECKS, NEEDS_SCHEMA, check_need

# check → (what an author may write, an answer that meets it, what an author may have meant and what can't be worked with)
WRITTEN: dict[str, tuple[Any, str, list[Any]]] = {
    "says": (["not a fit"], "This is not a fit for you.", ["not a fit", [], ["<no idea of ours>"]]),
    "never_says": (["discount"], "The price stays as it is.", ["discount", [], [3]]),
    "cites": (["We bought two in March"], "We bought two in March", ["We bought two in March", []]),
    "coach": (
        {"buyer": "It's too expensive."},
        "Too expensive compared with what?",
        [True, {}, {"buyer": "x", "pitch": "y"}, {"remark": "x"}],
    ),
    "leads": (True, "Shall we look at your figures together?", [False, "yes"]),
    "asks_once": (["open"], "What happens at noon?", ["open", [], ["half open"]]),
    "without_moves": (["pitch"], "What happens at noon?", ["pitch", [], ["shouting"]]),
    "one_of": ({"right": ["stay"], "of": ["stay", "go"]}, "stay", [["stay"], {"right": ["stay"]}]),
    "one_person": (True, "Dana", [False, "Dana"]),
    "when": (True, "on Monday", [False, "Monday"]),
    "number": ({"value": 40, "within": 2}, "41", [40, "40", {"value": 40}, {"value": "forty", "within": 1}]),
    "blank": (True, "?", [False, ""]),
    "words_at_most": (40, "Few words.", ["forty", 0, 4.5, [40]]),
    "words_at_least": (2, "Few words.", ["two", -1]),
}


def test_each_check_is_here_and_in_the_authors_guide() -> None:
    guide = (ROOT / "docs" / "writing_lessons.md").read_text(encoding="utf-8")
    assert set(WRITTEN) == set(CHECKS)
    assert [name for name in CHECKS if f"`{name}: " not in guide] == []


@pytest.mark.parametrize("name", WRITTEN)
def test_what_an_author_writes_is_checked(name: str) -> None:
    good, answer, bad = WRITTEN[name]
    jsonschema.validate([{"say": "does it", name: good}], dict(NEEDS_SCHEMA))
    assert check_need({"say": "does it", name: good}, answer)[0] is True
    for wanted in bad:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate([{"say": "does it", name: wanted}], dict(NEEDS_SCHEMA))
