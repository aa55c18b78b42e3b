"""The rope: the toy behaves as a rope does, and the practice asks for a guess before each run."""

from __future__ import annotations

import math

import pytest

from sellbackwards.practice import rope
from sellbackwards.practice.rope_view import MOST, Rope, RopeModel, in_rows, in_words, picture, run


@pytest.fixture
def practice() -> Rope:
    return rope()


def guess_and_run(practice: Rope, push: float, pull: float, guess: float) -> None:
    practice.push.value, practice.pull.value, practice.guess.value = push, pull, guess
    practice.run_button.click()


@pytest.mark.parametrize("push", [1.0, 2.0, 3.0])
def test_what_is_pushed_goes_into_the_tangle(push: float) -> None:
    pushed = run(push, 0.0)
    assert pushed.upper < 0.05
    assert pushed.tangle == pytest.approx(push, abs=0.1)
    assert max(abs(side) for _, side in pushed.points) > 2 * max(abs(side) for _, side in run(0.0, 0.0).points)


@pytest.mark.parametrize("pull", [1.0, 2.0, 3.0])
def test_what_is_pulled_comes_and_lies_straight(pull: float) -> None:
    for push in (0.0, 1.0):
        pulled = run(push, pull)
        assert pulled.upper == pytest.approx(pull, abs=0.01)
        assert pulled.tangle < 0.1


@pytest.mark.parametrize("push", range(MOST + 1))
@pytest.mark.parametrize("pull", range(MOST + 1))
def test_a_rope_stays_a_rope(push: int, pull: int) -> None:
    one = run(float(push), float(pull))
    links = [math.dist(a, b) for a, b in zip(one.points, one.points[1:], strict=False)]
    assert max(links) < 0.2
    assert all(math.isfinite(x) for point in one.points for x in point)
    # said in words and in rows, for whoever sees no picture, and the same each time
    assert f'alt="{in_words(one)}'.replace("'", "&#x27;") in picture(one)
    assert in_rows(((one, 1.0),)).count('<th scope="row">') == 1
    run.cache_clear()
    assert run(float(push), float(pull)) == one


def test_no_run_without_a_guess(practice: Rope) -> None:
    assert practice.value == "not answered"
    practice.run_button.click()
    assert practice.model.runs == ()
    assert "Guess first" in practice.said.value
    guess_and_run(practice, 2.0, 0.0, 2.0)
    assert len(practice.model.runs) == 1
    assert "Not as you guessed" in practice.said.value
    assert practice.guess.value == -1.0  # each run wants its own
    practice.run_button.click()
    assert len(practice.model.runs) == 1
    guess_and_run(practice, 0.0, 2.0, 2.0)
    assert practice.said.value.count("As you guessed") == 1
    assert practice.shown.value.count('<th scope="row">') == 2
    assert "an analogy, not data" in practice.shown.value.lower()


def test_a_person_judges_the_explanation_once_both_were_tried(practice: Rope) -> None:
    practice.explanation.value = "I rang them <b>five</b> times."
    assert practice.value == "not yet"
    guess_and_run(practice, 3.0, 0.0, 1.0)
    assert practice.value == "not yet"
    assert "Strong" not in practice.feedback.value  # not before one's own words and both runs
    guess_and_run(practice, 0.0, 2.0, 2.0)
    assert practice.value == "for a person"
    assert "Strong" in practice.feedback.value
    practice.explanation.value = "  "
    assert practice.value == "not yet"


def test_it_is_there_again_after_a_restart(practice: Rope) -> None:
    guess_and_run(practice, 2.0, 0.0, 0.0)
    guess_and_run(practice, 0.0, 1.0, 3.0)
    practice.explanation.value = "The tangle was “four papers”."
    again = rope()
    assert again.model.runs == practice.model.runs
    assert again.explanation.value == practice.explanation.value
    assert again.value == "for a person"


def test_a_broken_draft_stops_nobody() -> None:
    kept = {"runs": "2 0\nx y z\n99 0 1\nnan 0 0\n2 0 1", "explanation": "so"}
    model = RopeModel(typed=kept)
    assert [(one.push, one.pull, guess) for one, guess in model.runs] == [(2.0, 0.0, 1.0)]


def test_controls_have_names_and_the_still_card_stands_in(practice: Rope) -> None:
    for control in (practice.push, practice.pull, practice.guess, practice.explanation, practice.run_button):
        assert control.description
    bundle = practice._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert 'data-practice="rope"' in data["text/html"]
