"""The rewrite practice, driven as its view drives it: traits set, buttons pressed."""

from __future__ import annotations

from collections import Counter
from html import unescape

import pytest

from sellbackwards.exercises import judge
from sellbackwards.practice import first_pitch, rewrite
from sellbackwards.practice.pitches import like, pitches
from sellbackwards.practice.progress import drafts
from sellbackwards.practice.rewriting import Rewrite


@pytest.fixture
def practice() -> Rewrite:
    return rewrite()


def test_feedback_follows_what_is_typed(practice: Rewrite) -> None:
    pitch = practice.model.pitch
    assert practice.value == "not answered"
    practice.boxes["need"].value = pitch.need_question
    assert 'data-status="passed"' in practice.feedback["need"].value
    assert f'data-n="{len(pitch.need_question)}"' in practice.feedback["need"].value
    assert practice.value == "not yet"  # the other box is empty
    practice.boxes["today"].value = pitch.today_question
    assert practice.value == "passed"
    practice.boxes["need"].value = pitch.pitch
    assert 'data-status="not yet"' in practice.feedback["need"].value
    assert practice.value == "not yet"


def test_feedback_is_the_judgement_of_the_exercises(practice: Rewrite) -> None:
    text = "Do you want to save money?"
    practice.boxes["need"].value = text
    assert practice.model.need_verdict == judge(practice.model.pitch.need(), text)


def test_what_is_typed_is_escaped(practice: Rewrite) -> None:
    practice.boxes["need"].value = "What <b>happens</b> <script>alert(1)</script> today?"
    assert "<script>" not in practice.feedback["need"].value
    assert "<b>" not in practice.feedback["need"].value


def test_hints_come_by_degree_and_a_way_only_when_asked(practice: Rewrite) -> None:
    pitch = practice.model.pitch
    assert pitch.need_question not in practice.help.value
    for n, hint in enumerate(pitch.hints, 1):
        practice.hint_button.click()
        assert practice.help.value.count("Hint ") == n
        assert hint.split("…")[0].replace("'", "&#x27;").replace('"', "&quot;") in practice.help.value
    assert practice.hint_button.description == "No more hints"
    assert not practice.hint_button.disabled  # it would drop the focus of whoever works by keyboard
    practice.way_button.click()
    assert practice.help.value.count("One way to ask") == 2


def test_next_pitch_keeps_what_was_typed(practice: Rewrite) -> None:
    first = practice.model.pitch
    practice.boxes["need"].value = "What's on your mind?"
    practice.next_button.click()
    assert practice.model.pitch != first
    assert practice.boxes["need"].value == ""
    assert practice.help.value.count("<p>") == 0
    for _ in range(len(pitches()) - 1):
        practice.next_button.click()
    assert practice.model.pitch == first
    assert practice.boxes["need"].value == "What's on your mind?"


def test_drafts_are_there_again_after_a_restart(practice: Rewrite) -> None:
    practice.next_button.click()
    practice.boxes["today"].value = "How do you do it “now”?"
    again = rewrite()
    assert again.model.pitch == practice.model.pitch
    assert again.boxes["today"].value == "How do you do it “now”?"
    assert again.model.today_verdict == practice.model.today_verdict
    assert set(drafts("first_pitch")) == set()


def test_value_cannot_be_set_from_outside(practice: Rewrite) -> None:
    import traitlets

    with pytest.raises(traitlets.TraitError):
        practice.value = "passed"


def test_first_pitch_has_one_box_and_one_pitch() -> None:
    practice = first_pitch()
    assert set(practice.boxes) == {"need"}
    practice.boxes["need"].value = practice.model.pitch.need_question
    assert practice.value == "passed"


def test_a_page_that_cannot_run_it_shows_its_still_card(practice: Rewrite) -> None:
    bundle = practice._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert 'data-practice="rewrite"' in data["text/html"]
    assert "Run All Cells" in data["text/html"]
    assert "VBox(" not in data["text/html"]


def test_a_pitch_is_chosen_by_its_field(practice: Rewrite) -> None:
    practice.boxes["need"].value = "mine"
    practice.field.value = "software and data"
    ids = [pitch_id for _, pitch_id in practice.pick.options if pitch_id]
    assert {pitch.id for pitch in pitches() if pitch.field == "software and data"} == set(ids)
    assert practice.model.pitch.id == "p01" and practice.boxes["need"].value == "mine"  # nothing is lost by looking
    practice.pick.value = ids[2]
    assert practice.model.pitch.id == ids[2] and practice.boxes["need"].value == ""
    assert pitches()[int(ids[2][1:]) - 1].pitch in unescape(practice.pitch.value)
    practice.next_button.click()
    assert practice.model.pitch.id == ids[3]  # the next of that field
    practice.field.value = ""
    practice.pick.value = "p01"
    assert practice.boxes["need"].value == "mine"


def test_a_pitch_like_mine_is_found(practice: Rewrite) -> None:
    practice.mine.value = "I'm selling payroll software"
    practice.find_button.click()
    assert "payroll" in practice.model.pitch.trade and "payroll" in practice.found.value
    assert practice.pick.value == practice.model.pitch.id
    here = practice.model.pitch.id
    practice.mine.value = "qwertz"
    practice.find_button.click()
    assert practice.model.pitch.id == here and "None of them" in practice.found.value
    assert like("") == [] == like("a firm that sells")


def test_each_field_has_some_pitches() -> None:
    assert all(4 <= count <= 14 for count in Counter(pitch.field for pitch in pitches()).values())


def test_an_email_is_rewritten_as_one(practice: Rewrite) -> None:
    email = next(pitch for pitch in pitches() if pitch.channel == "email")
    practice.pick.value = email.id
    assert practice.asked.children == (practice.boxes["message"], practice.feedback["message"])
    assert "Subject:" in practice.pitch.value and "by email" in practice.pitch.value
    assert practice.value == "not answered"
    box = practice.boxes["message"]
    box.value = email.pitch
    assert practice.value == "not yet"
    box.value = email.message
    assert practice.value == "passed" == practice.model.message_verdict.status
    practice.way_button.click()
    assert practice.help.value.count("One way to write it") == 1
    assert drafts("rewrite")[f"{email.id}.message"] == email.message
    practice.pick.value = "p01"
    assert practice.boxes["need"] in practice.asked.children and box not in practice.asked.children
    assert practice.value == "not answered"
    assert rewrite().model.pitch.id == "p01"


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("Hi Chloe,\nWe've added eleven AI features.\nHow do you work with it today?\nBrad", "Names no product"),
        ("Hi Chloe,\nWhy did you choose us? What's wrong? Shall we talk on Friday?", "Asks one open question"),
        ("Hi Chloe, thank you for this year.\nBrad", "Asks one open question"),
        ("Hi Chloe,\nI'd love to close this before my quarter ends.\nHow did the year go?", "Leaves the answer"),
        ("Hi Chloe,\n" + "I thought about your year with us. " * 12 + "\nHow did it go for your team?", "Is short"),
        ("Hi Chloe,\nI was in Ghent.\nIt rained.\nIt rained all day.\nHow did your year go?\nBest,\nBrad", "Is short"),
    ],
)
def test_what_an_email_may_not_do(text: str, missed: str) -> None:
    renewal = next(pitch for pitch in pitches() if "renewal" in pitch.trade)
    verdict = judge(renewal.rewritten(), text)
    assert verdict.status == "not yet"
    assert any(one.text.startswith(missed) and one.met is False for one in verdict.criteria), verdict


def test_an_email_may_lead_up_to_its_one_question() -> None:
    renewal = next(pitch for pitch in pitches() if "renewal" in pitch.trade)
    lead_up = (
        "Subject: Your year\n\nHi Chloe,\nI'd like to know how it really went.\nWhat isn't working for your team?\nBrad"
    )
    assert judge(renewal.rewritten(), lead_up).passed
