"""The talk practice, driven as its view drives it. In a real browser: tests/browser/test_talk.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from sellbackwards.buyer import Talk, load, scenario_ids
from sellbackwards.buyer.debrief import debrief, hints
from sellbackwards.buyer.transcript import SELLER, transcript
from sellbackwards.calls import measure, read_call
from sellbackwards.practice import talk
from sellbackwards.practice.progress import drafts
from sellbackwards.practice.recall import history
from sellbackwards.practice.talking import TalkView
from tests.buyer.sellers_of import BAD, lines_of

BAKERY = load("bakery")
FIRST = BAKERY.expert[0]


@pytest.fixture
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TalkView:
    (tmp_path / "my-answers").mkdir()
    monkeypatch.chdir(tmp_path)
    return talk("bakery")


def say(practice: TalkView, *lines: str) -> None:
    for line in lines:
        practice.box.value = line
        practice.send_button.click()


def test_a_line_gets_its_answer_and_the_box_is_free_again(practice: TalkView) -> None:
    assert BAKERY.opening.split(".")[0].replace("'", "&#x27;") in practice.chat.value
    say(practice, FIRST)
    assert 'data-turns="1"' in practice.chat.value
    assert practice.box.value == ""
    assert practice.model.talk.turns[0].seller == FIRST
    assert 'role="log"' in practice.chat.value and 'aria-live="polite"' in practice.chat.value


def test_enter_says_the_line_and_pasted_lines_become_one(practice: TalkView) -> None:
    practice.box.value = FIRST
    practice.box.value = FIRST + "\n"  # as the browser sends Enter
    assert practice.model.lines == [FIRST] and practice.box.value == ""
    practice.box.value = "\n"  # an empty line: silence
    assert practice.model.lines == [FIRST, ""]
    practice.box.value = "one\ntwo\nthree"
    assert practice.model.lines == [FIRST, ""] and practice.box.value == "one two three"
    practice.box.value = "one two\n three"  # Enter in the middle of it
    assert practice.model.lines[-1] == "one two three"


def test_start_again_clears_the_box(practice: TalkView) -> None:
    say(practice, FIRST)
    practice.box.value = "half a line"
    practice.again_button.click()
    assert practice.box.value == "" and practice.model.lines == []


def test_a_talk_of_eight_lines_counts_in_the_progress(practice: TalkView) -> None:
    say(practice, *BAKERY.expert[:7])
    assert "talk_bakery" not in history()
    say(practice, BAKERY.expert[7])
    assert "talk_bakery" in history()


def test_leaving_the_box_sends_nothing(practice: TalkView) -> None:
    practice.box.value = "half a"
    assert practice.model.lines == []


def test_a_line_taken_back_stands_in_the_box_again(practice: TalkView) -> None:
    say(practice, *BAKERY.expert[:3])
    before = practice.model.talk.turns[1].buyer
    practice.undo_button.click()
    assert practice.model.lines == list(BAKERY.expert[:2])
    assert practice.model.talk.turns[-1].buyer == before
    assert practice.box.value == BAKERY.expert[2]
    for _ in range(5):
        practice.undo_button.click()
    assert practice.model.lines == []


def test_another_line_in_its_place_makes_another_talk(practice: TalkView) -> None:
    say(practice, FIRST, "We're the market leader and cost only 89 euros a month.")
    worse = practice.model.talk.state.openness
    practice.undo_button.click()
    say(practice, "What happened in October?")
    assert practice.model.talk.state.openness > worse


def test_a_talk_before_can_be_brought_back(practice: TalkView) -> None:
    assert practice.back_button.layout.display == "none"
    say(practice, FIRST)
    practice.again_button.click()
    assert practice.model.lines == [] and practice.back_button.layout.display is None
    say(practice, "Hello.")
    practice.back_button.click()
    assert practice.model.lines == [FIRST]
    practice.back_button.click()
    assert practice.model.lines == ["Hello."]


def test_any_earlier_line_can_be_gone_back_to(practice: TalkView) -> None:
    say(practice, *BAKERY.expert[:5])
    labels = [label for label, _ in practice.back_to.options]
    assert len(labels) == 6 and labels[3].startswith("3. ")
    practice.back_to.value = 3
    assert practice.model.lines == list(BAKERY.expert[:2])
    assert practice.box.value == BAKERY.expert[2]
    assert practice.back_to.value == 0
    practice.back_button.click()
    assert practice.model.lines == list(BAKERY.expert[:5])


def test_the_talk_is_there_again_after_a_restart(practice: TalkView) -> None:
    say(practice, FIRST, "", "What <b>happened</b> then?")
    practice.again_button.click()
    say(practice, FIRST)
    again = talk("bakery")
    assert again.model.lines == [FIRST]
    assert again.chat.value == practice.chat.value
    again.back_button.click()
    assert again.model.lines == [FIRST, "", "What <b>happened</b> then?"]
    assert set(drafts("talk_bakery")) == {"lines", "before"}


def test_a_broken_draft_is_an_empty_talk() -> None:
    from sellbackwards.practice.talking import TalkModel

    for kept in ("", "[", "3", '{"a": 1}', "[1, null]"):
        assert TalkModel(BAKERY, {"lines": kept, "before": kept}).lines == []


def test_what_is_typed_is_escaped_everywhere(practice: TalkView) -> None:
    say(practice, "<script>alert(1)</script> What <b>happens</b> today?")
    practice.debrief_button.click()
    for page in (practice.chat.value, practice.debrief.value):
        assert "<script>" not in page and "<b>happens" not in page
        assert "&lt;script&gt;" in page


def test_hints_come_by_degree_for_each_moment(practice: TalkView) -> None:
    assert practice.help.value.count("Hint") == 0
    practice.hint_button.click()
    assert practice.help.value.count("Hint 1 of 3") == 1
    say(practice, FIRST)
    assert practice.help.value.count("Hint") == 0
    for _ in range(5):
        practice.hint_button.click()
    assert practice.help.value.count("Hint ") == 3
    assert practice.hint_button.description == "No more hints"


@pytest.mark.parametrize("ident", scenario_ids())
def test_pasted_hints_never_win(ident: str) -> None:
    for degree in range(3):
        played = Talk(load(ident))
        while not played.over:
            found = hints(played)
            played.say(found[min(degree, len(found) - 1)])
        assert played.state.exit == "goodbye"


def test_when_it_is_over_the_debrief_comes_by_itself(practice: TalkView) -> None:
    say(practice, *BAKERY.expert)
    assert practice.value == "asks to buy"
    assert "The debrief" in practice.debrief.value
    lines = list(practice.model.lines)
    say(practice, "One more thing.")
    assert practice.model.lines == lines
    assert practice.box.value == "One more thing." and "is over" in practice.saved.value
    practice.undo_button.click()
    assert practice.value == "" and practice.debrief.value == ""


def test_a_debrief_half_way_goes_when_the_talk_goes_on(practice: TalkView) -> None:
    say(practice, FIRST)
    practice.debrief_button.click()
    assert "isn&#x27;t over" in practice.debrief.value
    say(practice, "What happened in October?")
    assert practice.debrief.value == ""


def test_openness_pull_and_tension_are_shown_only_where_asked_for(practice: TalkView) -> None:
    say(practice, FIRST)
    assert practice.meters.value == ""
    practice.show_state.value = True
    assert "Pull" in practice.meters.value and "of 100" in practice.meters.value


def test_a_transcript_is_saved_and_read_by_the_score_card(practice: TalkView, tmp_path: Path) -> None:
    say(practice, *BAKERY.expert[:5], "")
    practice.save_button.click()
    practice.save_button.click()
    saved = sorted((tmp_path / "my-answers" / "talks").glob("bakery-*.txt"))
    assert len(saved) == 2
    assert saved[0].name in practice.saved.value or saved[1].name in practice.saved.value
    measures = measure(read_call(saved[0]))
    assert measures.seller == SELLER
    assert {one.name: one.role for one in measures.speakers} == {SELLER: "seller", "Rosa": "buyer"}
    assert measures.questions >= 4


def test_in_a_browser_alone_no_file_is_offered(practice: TalkView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sellbackwards.practice.talking._CAN_SAVE", False)
    say(practice, FIRST)
    assert practice.save_button.layout.display == "none"
    assert practice.debrief_button.layout.display is None


def test_a_folder_that_cannot_be_written_is_told(practice: TalkView, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sellbackwards.practice.talking.save_transcript", refuse)
    say(practice, FIRST)
    practice.save_button.click()
    assert "could not be saved" in practice.saved.value


def test_a_page_that_cannot_run_it_shows_its_still_card(practice: TalkView) -> None:
    bundle = practice._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert 'data-practice="talk_bakery"' in data["text/html"]
    assert "VBox(" not in data["text/html"]


@pytest.mark.parametrize("seller", [*BAD, "good"])
def test_the_debrief_says_what_happened(seller: str) -> None:
    played = Talk(BAKERY, lines_of("bakery", seller))
    found = debrief(played)
    assert [line.turn for line in found.lines] == played.turns
    assert all(line.reasons and line.did for line in found.lines)
    assert {fact.id for fact in found.found} == set(played.state.told)
    assert {fact.id for fact in found.missed}.isdisjoint(played.state.told)
    assert len(found.mattered) == 2
    assert found.expert.state.exit == "asks to buy"


def test_the_words_of_a_reason_stand_in_the_line() -> None:
    for seller in (*BAD, "good"):
        for line in debrief(Talk(BAKERY, lines_of("bakery", seller))).lines:
            for reason in line.reasons:
                if reason.words.startswith("“") and "”, “" not in reason.words:
                    assert reason.words.strip("“”").lower() in " ".join(line.turn.seller.split()).lower()


def test_a_talk_with_nothing_said_has_no_transcript_to_judge() -> None:
    assert transcript(Talk(BAKERY)).count("\n\n") == 0
