"""The progress file survives crashes, broken files and later versions; a saved page holds no dead widgets."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sellbackwards.course import SOLUTIONS, SOURCE
from sellbackwards.practice import come_back, first_pitch, play, progress_card, rewrite, talk
from sellbackwards.practice.catalogue import all_practices, shown_by
from sellbackwards.practice.pitches import pitches
from sellbackwards.practice.playing import Play
from sellbackwards.practice.progress import (
    drafts,
    keep_answer,
    keep_drafts,
    last_answered,
    passed_answer,
    progress_file,
    set_aside,
)
from sellbackwards.practice.progress_html import AFTER, BEFORE, done_per_lesson
from sellbackwards.practice.progress_view import AT_ONCE, ProgressCard
from sellbackwards.practice.recall import due, history, items, next_due, note
from sellbackwards.practice.server_extension import WIDGET, keep_still_cards
from sellbackwards.practice.workbook.promises import LESSONS


def test_what_was_kept_comes_back() -> None:
    keep_drafts("rewrite", {"p01.need": "Wie geht’s?"})
    keep_drafts("first_pitch", {"p01.need": "x"})
    assert drafts("rewrite") == {"p01.need": "Wie geht’s?"}


def test_a_broken_file_is_set_aside_not_lost() -> None:
    progress_file().parent.mkdir(parents=True)
    progress_file().write_text('{"drafts": {"rewrite": {"p01', encoding="utf-8")
    assert drafts("rewrite") == {}
    keep_drafts("rewrite", {"p01.need": "new"})
    assert drafts("rewrite") == {"p01.need": "new"}
    assert [path.read_text(encoding="utf-8") for path in progress_file().parent.glob("*.broken-*")] == [
        '{"drafts": {"rewrite": {"p01'
    ]


def test_a_later_version_keeps_what_it_has() -> None:
    progress_file().parent.mkdir(parents=True)
    progress_file().write_text(
        json.dumps({"version": 9, "recalls": [1, 2], "drafts": {"other": {"a": "b"}}}), encoding="utf-8"
    )
    keep_drafts("rewrite", {"p01.need": "x"})
    data = json.loads(progress_file().read_text(encoding="utf-8"))
    assert set(data.pop("touched")) == {"rewrite"}
    assert data == {"version": 9, "recalls": [1, 2], "drafts": {"other": {"a": "b"}, "rewrite": {"p01.need": "x"}}}


def test_a_crash_while_writing_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_drafts("rewrite", {"p01.need": "old"})

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    keep_drafts("rewrite", {"p01.need": "new"})  # the learner isn't stopped
    note("01_leads.1", "good")
    assert drafts("rewrite") == {"p01.need": "old"}
    assert history() == {}


@pytest.mark.parametrize("times", [1, 3, 1000])
def test_a_file_that_another_program_reads_is_replaced_a_moment_later(
    monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """As on Windows, where nothing takes the place of a file that is open."""
    keep_drafts("rewrite", {"p01.need": "old"})
    refused = iter(range(times))
    replace = Path.replace

    def busy(self: Path, target: Path) -> Path:
        if next(refused, None) is not None:
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    keep_drafts("rewrite", {"p01.need": "new"})
    assert drafts("rewrite") == {"p01.need": "old" if times == 1000 else "new"}
    assert not list(progress_file().parent.glob("*.part"))


def test_a_kernel_killed_while_writing_leaves_the_old_file() -> None:
    """The half-written file beside it is never taken for the file itself."""
    keep_drafts("rewrite", {"p01.need": "old"})
    code = (
        "import os, signal; from sellbackwards.practice import private_file, progress;"
        "private_file.os.fsync = lambda number: os.kill(os.getpid(), signal.SIGKILL);"
        "progress.keep_drafts('rewrite', {'p01.need': 'new'})"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode != 0
    assert len(list(progress_file().parent.glob("*.part"))) == 1
    assert drafts("rewrite") == {"p01.need": "old"}
    assert set_aside() == []


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "null",
        "[" * 100_000,
        '{"drafts": []}',
        '{"rounds": 3}',
        '{"drafts": {"rewrite": 3}}',
        '{"drafts": {"rewrite": {"a": 1}}}',
        "\x00",
    ],
)
def test_odd_content_is_no_draft(content: str) -> None:
    progress_file().parent.mkdir(parents=True)
    progress_file().write_text(content, encoding="utf-8")
    assert drafts("rewrite") == {}


def test_saving_keeps_the_still_card_and_drops_the_widget() -> None:
    still = {"text/html": '<div data-practice="rewrite">…</div>', "text/plain": "Rewrite(…)", WIDGET: {"model_id": "1"}}
    other = {"text/plain": "IntSlider()", WIDGET: {"model_id": "2"}}
    cells = [
        {
            "cell_type": "code",
            "outputs": [{"data": dict(still)}, {"data": dict(other)}, {"output_type": "stream", "text": "x"}],
        },
        {"cell_type": "markdown"},
    ]
    keep_still_cards({"type": "notebook", "content": {"cells": cells}})
    assert cells[0]["outputs"][0]["data"] == {"text/html": still["text/html"]}  # type: ignore[index]
    assert cells[0]["outputs"][1]["data"] == other  # type: ignore[index]
    keep_still_cards({"type": "file", "content": "text"})


# ---- what was done, and when it comes back

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def names(now: datetime) -> list[str]:
    return [item.exercise.id for item in due(now)]


def answer_all(view: Play) -> None:
    """Type one right answer into every round, as one who knows it would."""
    for one in view.model.rounds:
        view.model.answer = one.model or "My own words."
        view.next_button.click()


def test_a_round_that_passed_comes_back_after_days_then_after_weeks() -> None:
    note("01_recall.1", "good", MONDAY)
    assert (names(MONDAY), names(MONDAY + DAY), names(MONDAY + 2 * DAY)) == (
        [],
        ["01_recall.2"],
        ["01_recall.2", "01_recall.1"],
    )
    note("01_recall.1", "good", MONDAY + 2 * DAY)
    assert "01_recall.1" not in names(MONDAY + 7 * DAY)
    assert "01_recall.1" in names(MONDAY + 40 * DAY)
    assert next_due(MONDAY + 2 * DAY + timedelta(hours=1)) is not None


@pytest.mark.parametrize(("first", "second"), [("again", "hard"), ("hard", "good")])
def test_what_was_harder_comes_back_sooner(first: Any, second: Any) -> None:
    note("01_recall.1", first, MONDAY)
    note("02_recall.1", second, MONDAY)
    for day in (1, 30):
        note("01_recall.1", first, MONDAY + day * DAY)
        note("02_recall.1", second, MONDAY + day * DAY)
    done = history()
    assert done["01_recall.1"].due < done["02_recall.1"].due  # type: ignore[operator]


def test_a_second_time_on_the_same_day_and_a_clock_that_goes_back_change_nothing() -> None:
    note("01_recall.1", "again", MONDAY)
    before = history()
    note("01_recall.1", "good", MONDAY + timedelta(minutes=5))
    note("01_recall.1", "good", MONDAY - 300 * DAY)
    assert history() == before


def test_a_practice_comes_back_when_it_was_passed_as_a_whole() -> None:
    rounds = [one for one in items() if one.startswith("01_leads.")]
    for name in rounds[:-1]:
        note(name, "good", MONDAY)
    assert not [name for name in names(MONDAY + 9 * DAY) if name.startswith("01_leads.")]
    note(rounds[-1], "good", MONDAY)
    assert {name for name in names(MONDAY + 9 * DAY) if name.startswith("01_leads.")} == set(rounds)


def grade(name: str) -> str:
    return history()[name].grade


def test_playing_grades_each_round_by_how_it_went() -> None:
    view: Play = play("01_leads")
    first, second, third = view.model.rounds[:3]
    view.model.answer = first.model
    assert grade(first.id) == "good"
    view.next_button.click()
    view.hint_button.click()
    view.model.answer = second.model
    assert grade(second.id) == "hard"
    view.next_button.click()
    view.way_button.click()
    view.model.answer = third.model
    assert grade(third.id) == "again"
    assert set(history()) == {first.id, second.id, third.id}
    # The same page another time: what stands there passed is not done once more.
    before = progress_file().read_bytes()
    play("01_leads")
    assert progress_file().read_bytes() == before


def test_a_wrong_check_counts_and_half_a_sentence_does_not() -> None:
    view: Play = play("01_recall")
    choice, question, person = view.model.rounds
    view.control.radio.value = "a"
    view.check_button.click()
    view.control.radio.value = choice.model
    view.check_button.click()
    assert grade(choice.id) == "again"
    view.next_button.click()
    for n in range(1, len(question.model) + 1):  # typed: "not yet" at most of the keystrokes
        view.control.box.value = question.model[:n]
    assert grade(question.id) == "good"
    view.next_button.click()
    view.control.box.value = "Good morning."
    assert grade(person.id) == "done"
    assert person.id not in names(datetime.now(UTC) + 99 * DAY)


def test_the_pitches_are_kept_too() -> None:
    view = rewrite()
    view.boxes["need"].value = pitches()[0].need_question
    assert history() == {}
    view.boxes["today"].value = pitches()[0].today_question
    view.next_button.click()
    view.hint_button.click()
    view.boxes["need"].value = pitches()[1].need_question
    view.boxes["today"].value = pitches()[1].today_question
    view.next_button.click()
    assert {name: one.grade for name, one in history().items()} == {"rewrite.p01": "good", "rewrite.p02": "hard"}
    one = first_pitch()
    one.boxes["need"].value = pitches()[0].need_question
    assert grade("first_pitch.p01") == "good"
    assert set(names(datetime.now(UTC) + 9 * DAY)) >= {"rewrite.p01", "rewrite.p02", "first_pitch.p01"}


def test_the_catalogue_lists_what_the_lessons_show_and_where() -> None:
    only_shown = {"two_calls", "talk_share_of", "measures_of"}
    shown = []
    for path in sorted((SOURCE / "lessons").glob("*.md")):
        for line in re.findall(r"^practice\..*", path.read_text(encoding="utf-8"), re.MULTILINE):
            entry = shown_by(line)
            if entry is None:
                assert re.match(r"practice\.(\w+)", line)[1] in only_shown, line  # type: ignore[index]
                continue
            assert entry.lesson == path.name[:2], (path.name, entry.name)
            shown.append(entry)
    assert set(shown) == set(all_practices()) and len(shown) == len(set(shown))


def test_every_practice_is_counted_or_says_that_it_is_not() -> None:
    for entry in all_practices():
        assert (entry.counts == "rounds") == bool(entry.rounds()), entry.name
    uncounted = {one.name for one in all_practices() if one.counts == "no" and one.lesson != "my"}
    promised = {f"{kind}_{lesson}" for kind in ("promise", "kept") for lesson in LESSONS}
    assert uncounted == {"progress_card", "own_call"} | promised


def test_talks_and_the_rope_are_kept_without_coming_back() -> None:
    view = talk("bakery")
    for _ in range(40):
        view.model.say("Goodbye.")
    assert grade("talk_bakery") == "done"
    assert "talk_bakery" not in names(datetime.now(UTC) + 99 * DAY)


def test_of_a_pool_some_rounds_are_enough() -> None:
    for pitch in pitches()[:5]:
        note(f"rewrite.{pitch.id}", "good", MONDAY)
    rows = {number: (count, of) for number, count, of, _ in done_per_lesson(history())}
    rounds = [one for one in items().values() if one.lesson == "01" and one.practice != "rewrite"]
    assert rows["01"] == (3, 3 + len(rounds))
    assert len([name for name in names(MONDAY + 9 * DAY) if name.startswith("rewrite.")]) == 5


# ---- an older version, odd content


def test_version_1_is_brought_up_from_its_drafts() -> None:
    progress_file().parent.mkdir(parents=True)
    texts = {one.exercise.id: one.exercise.model for one in items().values() if one.practice == "01_leads"}
    old = {
        "01_leads": texts,
        "first_pitch": {"p01.need": pitches()[0].need_question, "last": "p01"},
        "rewrite": {"p01.need": "x"},
    }
    progress_file().write_text(json.dumps({"version": 1, "drafts": old}), encoding="utf-8")
    assert drafts("01_leads") == texts
    assert set(history()) == {*texts, "first_pitch.p01"}
    data = json.loads(progress_file().read_text(encoding="utf-8"))
    assert data["version"] == 2 and data["drafts"] == old
    assert history() == history()
    assert set(names(datetime.now(UTC) + 9 * DAY)) >= set(texts)


def test_version_1_keeps_its_drafts_while_one_types() -> None:
    progress_file().parent.mkdir(parents=True)
    progress_file().write_text('{"version": 1, "drafts": {"x": {"a": "b"}}}', encoding="utf-8")
    keep_drafts("01_leads", {"01_leads.1": items()["01_leads.1"].exercise.model})
    assert set(history()) == {"01_leads.1"}
    assert drafts("x") == {"a": "b"}


@pytest.mark.parametrize(
    "entry",
    [
        None, 3, [], {}, {"first": 1, "last": 2, "grade": "good", "card": None},
        {"first": "2026-11-23T09:00:00+00:00", "last": "2026-11-23T09:00:00+00:00", "grade": "super", "card": None},
        {"first": "2026-11-23T09:00:00+00:00", "last": "2026-11-23T09:00:00+00:00", "grade": "good", "card": {"due": 1}},
    ],
)  # fmt: skip
def test_odd_rounds_are_passed_over_and_the_others_stay(entry: Any) -> None:
    note("01_recall.1", "good", MONDAY)
    data = json.loads(progress_file().read_text(encoding="utf-8"))
    data["rounds"] |= {"01_leads.1": entry, "99_gone.4": data["rounds"]["01_recall.1"]}
    progress_file().write_text(json.dumps(data), encoding="utf-8")
    assert set(history()) == {"01_recall.1", "99_gone.4"}
    assert "01_recall.1" in names(MONDAY + 9 * DAY) and "99_gone.4" not in names(MONDAY + 9 * DAY)
    assert "01_recall.1" in history() and progress_card().done.value
    note("01_leads.1", "good", MONDAY)
    assert "01_leads.1" in history()


# ---- the card, and what is played from it


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course's folders of the learner's own: the card's lesson, and my-answers beside it."""
    folder = tmp_path / "course" / "my-answers"
    folder.mkdir(parents=True)
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "course" / "lessons" / "00_start_here.ipynb"))
    return folder


def said(view: ProgressCard) -> str:
    """All that the card says."""
    due_text = view.due.outputs[0]["data"]["text/markdown"]
    return f"{due_text}\n{view.done.value}\n{view.stood.value}"


def test_the_card_of_an_empty_history(answers: Path) -> None:
    view = progress_card()
    assert "nothing yet" in said(view) and "You have answered none of the ten tasks yet" in said(view)
    assert "0 of" in view.done.value and "<caption>" in view.done.value
    assert view.play_button.layout.display == "none"
    assert not progress_file().exists()  # looking changes nothing


def test_the_card_says_what_was_done_and_what_is_due(answers: Path) -> None:
    answer_all(play("01_recall"))
    shutil.copy(SOLUTIONS / "01_sell_backwards.ipynb", answers)
    later = datetime.now(UTC) + 3 * DAY
    view = progress_card(later)
    row = re.search(r'<tr><th scope="row">01 Sell backwards</th>(.*?)</tr>', view.done.value)
    assert row and row[1].startswith("<td>3 of ") and re.search(r"<td>\d+ of \d+ passed</td>", row[1])
    assert "To come back to today: 2 rounds" in said(view)
    assert "[lesson 01, Sell backwards](01_sell_backwards.ipynb): 2 rounds" in said(view)
    assert "To come back to today: nothing" in said(progress_card())


def test_where_i_stood_and_where_i_stand(answers: Path) -> None:
    shutil.copy(SOLUTIONS / f"{BEFORE}.ipynb", answers)
    text = said(progress_card())
    count = re.search(r"Where you stood: (\d+) of 10 passed. Where you stand now: not answered yet.", text)
    assert count and int(count[1]) >= 9
    assert "first tries" not in text
    notebook = json.loads((SOLUTIONS / f"{AFTER}.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["id"] == "answer-7-1":
            cell["source"] = "%%answer 7.1\nBuy our microphones!"
    (answers / f"{AFTER}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    text = said(progress_card())
    assert "Only first tries make a fair comparison" in text
    assert '<th scope="row">1. Instead of a pitch</th><td>passed</td><td>not yet</td>' in text
    (answers / f"{AFTER}.ipynb").write_text("<b>{", encoding="utf-8")
    assert "damaged" in said(progress_card()) and "<b>{" not in said(progress_card())


def test_a_broken_file_is_told_on_the_card(answers: Path) -> None:
    progress_file().parent.mkdir(parents=True)
    progress_file().write_text("{", encoding="utf-8")
    assert "put aside as progress.broken-" in progress_card().done.value


def test_nothing_of_a_learner_s_is_in_what_a_page_stores(answers: Path) -> None:
    answer_all(play("01_recall"))
    for view in (progress_card(datetime.now(UTC) + 3 * DAY), come_back(datetime.now(UTC) + 3 * DAY)):
        bundle = view._repr_mimebundle_()
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        assert "data-practice=" in data["text/html"]
        assert "today: 2" not in data["text/html"] and "3 of" not in data["text/html"]


def test_coming_back_is_played_from_the_card(answers: Path) -> None:
    answer_all(play("01_recall"))
    later = datetime.now(UTC) + 3 * DAY
    view = progress_card(later)
    view.play_button.click()
    assert view.play_button.layout.display == "none"
    (played,) = view.played.children
    assert isinstance(played, Play) and "lesson 01" in played.ask.value
    assert played.model.answer == ""  # asked anew, not shown as it was typed


def test_coming_back_grades_what_is_left_without_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    long_ago = datetime.now(UTC) - 20 * DAY
    for name in [name for name, item in items().items() if item.practice in ("01_recall", "01_leads", "02_recall")]:
        note(name, "done" if items()[name].exercise.kind == "person" else "good", long_ago)
    view = come_back()
    assert isinstance(view, Play) and len(view.model.rounds) == AT_ONCE
    one, two = view.model.rounds[:2]
    view.way_button.click()
    view.next_button.click()
    assert grade(one.id) == "again"
    view.model.answer = two.model
    assert grade(two.id) == "good"
    assert history()[one.id].due < history()[two.id].due  # type: ignore[operator]
    again = come_back()
    assert isinstance(again, Play)
    assert not {one.id, two.id} & {left.id for left in again.model.rounds}


def test_nothing_to_come_back_to_is_said() -> None:
    assert "Nothing is due today. Once you" in come_back().children[1].value
    answer_all(play("01_recall"))
    assert "Nothing is due today. The next 2 rounds:" in come_back().children[1].value


# ---- exercises and talks count, and the card follows


def last_day(number: str) -> Any:
    return next(day for lesson, _, _, day in done_per_lesson(history()) if lesson == number)


def test_an_exercise_and_a_keystroke_count_as_practising() -> None:
    assert last_day("03") is None and last_day("05") is None
    keep_answer("3.2", "not yet", "a")
    keep_drafts("05_lab", {"05_lab.1": "half a thought"})
    today = datetime.now(UTC).astimezone().date()
    assert last_day("03") == last_day("05") == today and last_day("04") is None
    keep_answer("4.1", "not answered", "")
    assert last_day("04") is None


def test_a_talk_that_was_read_back_counts_wherever_it_ended() -> None:
    view = talk("bakery")
    for line in ("Good morning.", "How do you bake today?"):
        view.model.say(line)
    view.debrief_button.click()
    assert "talk_bakery" not in history()
    view.model.say("And what happens on a Sunday?")
    assert view.value == ""
    view.debrief_button.click()
    assert grade("talk_bakery") == "done"


def test_the_card_follows_what_is_done_on_other_pages() -> None:
    card = progress_card()
    before = card.done.value
    card.look()
    assert card.done.value == before
    note("01_recall.1", "good")
    card.look()
    assert card.done.value != before


def test_an_answer_that_was_only_opened_was_not_worked_on() -> None:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    keep_answer("1.2", "not yet", "a", yesterday)
    keep_answer("1.2", "passed", "b", worked_on=False)
    keep_answer("1.3", "passed", "c", worked_on=False)
    assert passed_answer("1.2") == "b" and passed_answer("1.3") == "c"
    assert last_answered() == {"1.2": yesterday}


def test_odd_answers_in_the_file_stop_nobody() -> None:
    keep_answer("1.2", "passed", "b")
    data = json.loads(progress_file().read_text(encoding="utf-8"))
    for odd in ([], 3, {"1.2": 4}, {"1.2": {"passed": 3, "last": "never"}}):
        progress_file().write_text(json.dumps({**data, "answers": odd, "touched": odd}), encoding="utf-8")
        assert passed_answer("1.2") == "" and last_day("01") is None
        keep_answer("1.3", "passed", "a")
        assert passed_answer("1.3") == "a"
