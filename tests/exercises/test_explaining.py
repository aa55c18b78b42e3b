"""`sellbackwards explain`: every criterion with its evidence, and sums whose parts add up to them."""

from __future__ import annotations

import re

import pytest

from sellbackwards.exercises import Exercise, judge
from sellbackwards.exercises.explaining import explained
from sellbackwards.speech.scores import MOVES, weights

PITCH = "Our software chases late invoices for you, automatically."
ASKED = Exercise("9.9", "question", "Ask\nabout it", {"pitch": PITCH})
PITCHING = "How do you chase invoices today? Our software is the best, and it only costs five pounds."
SUM = re.compile(r"^  (\w+): (-?\d+), heard above (-?\d+): ([a-z ,]+)(?: ←.*)?\n    (.*); it starts from ([+-]\d+)$", re.M)


@pytest.mark.parametrize("answer", [PITCHING, "How do you chase late invoices today?", "Yes, but you're wrong.", "x", ""])
def test_each_criterion_is_told_with_its_evidence(answer: str) -> None:
    head, *lines = explained(ASKED, answer).splitlines()
    verdict = judge(ASKED, answer)
    assert head.startswith("9.9 Ask (question): ")
    assert verdict.status in head
    for one, line in zip(verdict.criteria, lines, strict=False):
        assert line.split("  ")[1].strip() == {True: "met", False: "NOT MET", None: "can't tell"}[one.met]
        assert one.text in line and " ".join(one.evidence.split()) in line


def test_a_sum_is_of_the_features_shown_and_decides() -> None:
    told = explained(ASKED, PITCHING)
    found = SUM.findall(told)
    assert "pitch" in {name for name, *_ in found}
    for name, total, least, state, parts, start in found:
        added = sum(int(number) for number in re.findall(r"(?:^|, )([+-]\d+) (?:['\"]|from)", parts))
        assert added + int(start) == int(total)
        assert int(least) == weights().heard[MOVES.index(name)]
        if int(total) > int(least):
            assert "not heard" not in state
    assert "← Our software is the best" in told
    assert "alone (counts 180 beyond)" in told  # that statement is heard whatever is asked beside it


def test_it_is_told_whether_a_question_belongs_to_the_pitch() -> None:
    (near,) = re.findall(r"belongs to the pitch: (\S+), heard above", explained(ASKED, "How do you chase invoices today?"))
    (far,) = re.findall(r"belongs to the pitch: (\S+), heard above", explained(ASKED, "Who won the football yesterday?"))
    assert float(near) > float(far)


def test_what_is_no_prose_has_no_sums_and_another_language_has_none_either() -> None:
    choice = Exercise("9.8", "choice", "One", {"options": [{"text": "Stay", "why": "it fits", "right": True}, {"text": "Go", "why": "no"}]})  # fmt: skip
    assert "coach" not in explained(choice, "a")
    assert "Names one option" in explained(choice, "a")  # on a card it isn't worth telling
    german = explained(ASKED, "Was machen Sie heute, wenn eine Rechnung nicht bezahlt wird?")
    assert "another language than English, so nothing in it is weighed" in german
    assert "heard above" not in german


def test_an_answer_cannot_steer_the_terminal() -> None:
    told = explained(ASKED, "Our software is \x1b[2J\x07the best, it costs five pounds.")
    assert "\x1b" not in told and "\x07" not in told
