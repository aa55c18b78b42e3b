"""Calls side by side in a lesson."""

from __future__ import annotations

import re

from sellbackwards.calls.measure_notes import MEASURES
from sellbackwards.practice.calls import LAB, measures_of

PAIR = ("calls/01_forward.vtt", "calls/01_backward.vtt")


def test_the_table_of_measures_has_each_value_and_what_it_does_not_show() -> None:
    shown = measures_of(*PAIR, labels=("One", "<Two>")).data
    assert re.findall(r'<th scope="col">(.*?)</th>', shown) == [
        "What is counted", "One", "&lt;Two&gt;", "What it does not show",
    ]  # fmt: skip
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)<br>.*?</tr>", shown)
    assert rows == [MEASURES[key].name for key in LAB]
    assert shown.count("of the talking time") == 2
    assert "listener&#x27;s sound" in shown  # the rule is told, too


def test_a_table_may_have_fewer_measures() -> None:
    shown = measures_of(*PAIR, labels=("One", "Two"), only=("questions",)).data
    assert MEASURES["questions"].name in shown
    assert MEASURES["talk_share"].name not in shown
