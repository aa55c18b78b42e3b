"""What was typed in a practice stands under its own question, whatever a later release has done with the rounds."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from sellbackwards.course import DATASETS
from sellbackwards.exercises import Exercise
from sellbackwards.practice.kept_drafts import Drafts, drafts_of, to_keep
from sellbackwards.practice.playing import Play, PlayModel, play
from sellbackwards.practice.progress import drafts, keep_drafts
from sellbackwards.practice.rounds import load_rounds


def _question(number: int, pitch: str) -> Exercise:
    return Exercise(f"x.{number}", "question", "Type one question about the need behind this pitch.", {"pitch": pitch})


def _choice(number: int, *texts: str) -> Exercise:
    options = [{"text": text, "why": "because it is so", "right": n == 0} for n, text in enumerate(texts)]
    return Exercise(f"x.{number}", "choice", f"What first, when {texts[0]} is there?", {"options": options})


BIKES = _question(1, "Our bikes need no chain, so nobody gets oil on their trousers on the way to work.")
BOOKS = _question(2, "Our shelves count the books themselves, and tell you each evening what was lent to whom.")
TEA = _choice(3, "tea", "coffee")
ROUNDS = (BIKES, BOOKS, TEA)
TYPED = {"x.1": "How do you get to work?", "x.2": "How do you know what's lent?", "x.3": "a"}


def kept(rounds: tuple[Exercise, ...] = ROUNDS, typed: dict[str, str] = TYPED) -> dict[str, str]:
    return to_keep(rounds, Drafts(dict(typed), {"x.3": "a"}))


def test_the_same_rounds_give_back_what_was_typed() -> None:
    found = drafts_of(ROUNDS, kept())
    assert (found.texts, found.passed, found.aside) == (TYPED, {"x.3": "a"}, {})


def test_rounds_in_another_order_take_their_texts_with_them() -> None:
    moved = (replace(BOOKS, id="x.1"), replace(TEA, id="x.2"), replace(BIKES, id="x.3"))
    found = drafts_of(moved, kept())
    assert found.texts == {"x.1": TYPED["x.2"], "x.2": "a", "x.3": TYPED["x.1"]}
    assert found.passed == {"x.2": "a"}


def test_a_question_in_other_words_is_the_same_one() -> None:
    said = replace(BIKES, spec={"pitch": str(BIKES.spec["pitch"]).replace("nobody gets", "you never get")})
    assert drafts_of((said, BOOKS, TEA), kept()).texts == TYPED


def test_a_letter_goes_with_its_options() -> None:
    turned = _choice(3, "coffee", "tea")
    turned = replace(turned, title=TEA.title)
    found = drafts_of((BIKES, BOOKS, turned), kept())
    assert "x.3" not in found.texts
    assert found.aside["x.3"][1] == "a"
    assert "tea" in found.aside["x.3"][0]


def test_a_text_for_another_question_is_kept_aside_and_comes_back_with_it() -> None:
    """Through as many saves as one likes."""
    other = _question(1, "Our glasses dim by themselves, so that drivers see the road against a low sun.")
    model = PlayModel((other, BOOKS), kept())
    assert model.answer == ""
    assert [text for _, text in model.aside] == [TYPED["x.1"], "a"]  # round 3 is gone
    assert "bikes" in model.aside[0][0]
    model.answer = "How do you see against the sun?"
    again = PlayModel((other, BOOKS), model.typed())
    assert [text for _, text in again.aside] == [TYPED["x.1"], "a"]
    assert again.typed() == model.typed()
    back = PlayModel(ROUNDS, again.typed()).typed()
    assert {name: text for name, text in back.items() if name in TYPED} == TYPED
    assert "How do you see against the sun?" in back.values()


def test_drafts_of_an_earlier_release_stay_at_their_number() -> None:
    found = drafts_of(ROUNDS, {**TYPED, "passed:x.3": "a", "x.9": "of a round that is gone"})
    assert found.texts == TYPED
    assert found.passed == {"x.3": "a"}
    assert found.aside == {"x.9": ("", "of a round that is gone")}


def test_the_view_shows_what_was_typed_for_another_question() -> None:
    first = load_rounds("01_leads")[1][0]
    gone = replace(
        first,
        title="Which <b>of the five</b> boats leaves first, and who told you that it does?",
        spec={"fields": []},
        kind="text",
    )
    keep_drafts("01_leads", to_keep((gone,), Drafts({first.id: "the <i>red</i> one"})))
    view: Play = play("01_leads")
    assert view.model.answer == ""
    assert "typed this for another question" in view.ask.value
    assert "the &lt;i&gt;red&lt;/i&gt; one" in view.ask.value
    assert "Which &lt;b&gt;of the five" in view.ask.value
    view.model.answer = first.model
    view.next_button.click()
    assert "another question" not in view.ask.value
    view.close()
    assert drafts("01_leads")[f"aside:{first.id}"] == "the <i>red</i> one"


@pytest.mark.parametrize(
    ("name", "first"),
    [("01_leads", [1, 8, 3, 4, 2]), ("02_next_step", [1, 6, 3, 4, 5, 7]), ("03_order_form", [1, 5, 2])],
)
def test_rounds_that_were_moved_kept_their_numbers(name: str, first: list[int]) -> None:
    assert [one.id for one in load_rounds(name)[1]][: len(first)] == [f"{name}.{number}" for number in first]


@pytest.mark.parametrize("path", sorted((DATASETS / "practices").glob("*.yaml")), ids=lambda path: path.stem)
def test_numbers_are_given_to_all_rounds_or_to_none(path: object) -> None:
    found = yaml.safe_load((DATASETS / "practices" / str(path)).read_text(encoding="utf-8")).get("rounds", [])
    own = [one["id"] for one in found if "id" in one]
    assert len(set(own)) == len(own)
    assert len(own) in (0, len(found))
    assert all(isinstance(one, int) for one in own)
