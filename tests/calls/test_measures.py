"""Each measure against calls small enough to count by hand."""

from __future__ import annotations

import json

import pytest

from sellbackwards.calls import Call, Measures, TranscriptError, measure, read_call
from sellbackwards.calls.assembling import assemble
from sellbackwards.calls.call import Cue, count_words, union_seconds
from sellbackwards.calls.measure_notes import MEASURES
from sellbackwards.calls.moments import moments
from sellbackwards.calls.turn_taking import is_backchannel
from sellbackwards.calls.wording import value_text


def call(*rows: tuple[str, float, float, str]) -> Call:
    return assemble("a.vtt", "WebVTT", [Cue(name, text, start, end) for name, start, end, text in rows])


def measured(*rows: tuple[str, float, float, str]) -> Measures:
    return measure(call(*rows), "Maya")


def spoken(n: int) -> str:
    return " ".join(["towel"] * n)


CONTRACT = {
    "file",
    "format",
    "seconds",
    "basis",
    "seller",
    "speakers",
    "talk_share",
    "longest_monologue",
    "switches_per_minute",
    "questions",
    "open_questions",
    "questions_by_third",
    "inform_share",
    "reflect_share",
    "patience_seconds",
    "interruptions",
    "next_step",
    "turns",
}
# What may be looked at besides.
ADDED = {"seller_reason", "guessed", "typed", "days", "left_out"}  # fmt: skip


def test_as_dict_is_the_contract() -> None:
    data = measured(
        ("Maya", 0, 4, "What happens then?"), ("Tom", 5, 9, spoken(8)), ("Unknown", 9, 10, "Bye.")
    ).as_dict()
    assert set(data) == CONTRACT | ADDED
    assert all(set(s) == {"name", "role", "seconds", "words", "turns", "share"} for s in data["speakers"])
    assert set(data["longest_monologue"]) == {"seconds", "words", "turn"}
    assert [set(t) for t in data["turns"]] == [{"i", "speaker", "start", "end", "text"}] * 3
    assert [s["role"] for s in data["speakers"]] == ["seller", "buyer", "other"]
    assert json.loads(json.dumps(data)) == data


def test_shares_are_of_speaking_time_and_sum_to_one() -> None:
    m = measured(("Maya", 0, 30, spoken(10)), ("Tom", 40, 50, spoken(90)))
    assert m.basis == "time" and m.talk_share == pytest.approx(0.75)
    assert sum(s.share for s in m.speakers) == pytest.approx(1)
    assert m.call.seconds == 50


def test_without_a_clock_shares_are_of_words() -> None:
    m = measure(read_call(f"Maya: {spoken(30)}\nTom: {spoken(10)}\n"), "Maya")
    assert m.basis == "words" and m.talk_share == pytest.approx(0.75)
    assert m.as_dict()["seconds"] is None and m.switches_per_minute is None
    assert m.patience_seconds is None and m.interruptions is None
    assert m.longest_monologue.seconds is None and m.longest_monologue.words == 30


def test_overlapping_captions_of_one_speaker_count_once() -> None:
    m = measured(("Maya", 0, 10, spoken(9)), ("Maya", 5, 12, spoken(9)), ("Tom", 20, 32, spoken(9)))
    assert [s.seconds for s in m.speakers] == [12, 12]
    assert union_seconds([(0, 2), (1, 3), (5, 6), (5, 5)]) == 4


def test_an_end_that_is_missing_is_estimated_between_usual_and_slow_speech() -> None:
    silence = assemble("a", "x", [Cue("Maya", spoken(10), 0), Cue("Tom", spoken(10), 100)])
    assert silence.turns[0].spans == ((0, pytest.approx(6.0)),)  # slow speech and a breath, not 100 s
    assert silence.turns[1].spans == ((100, pytest.approx(103.6)),)
    jumped_in = assemble("a", "x", [Cue("Maya", spoken(100), 0), Cue("Tom", "Mm-hm.", 5), Cue("Maya", spoken(9), 40)])
    assert jumped_in.turns[0].spans == ((0, pytest.approx(36.0)),)  # Maya went on speaking
    assert jumped_in.turns[0].end is None and not jumped_in.ends_known


def test_few_times_are_no_clock_and_one_missing_time_is_bridged() -> None:
    few = assemble("a", "x", [Cue("Maya", spoken(10), 0, 4), Cue("Tom", spoken(10)), Cue("Maya", spoken(10))])
    assert not few.clocked and few.turns[0].start is None
    one = assemble("a", "x", [Cue("Maya", spoken(50), 0, 20), Cue("Tom", spoken(3)), Cue("Maya", spoken(50), 30, 50)])
    assert one.clocked and [t.speaker for t in one.turns] == ["Maya", "Tom", "Maya"]


def test_windows_follow_the_call() -> None:
    m = measured(("Maya", 0, 60, spoken(9)), ("Tom", 60, 120, spoken(9)))
    assert [w.share for w in m.windows] == [1.0] * 6 + [0.0] * 6
    assert m.windows[0].start == 0 and m.windows[-1].end == 120
    silent = measured(("Maya", 0, 10, spoken(9)), ("Tom", 110, 120, spoken(9)))
    assert silent.windows[5].share is None


# --- the longest monologue ---


def test_a_listeners_sound_does_not_break_a_monologue_and_a_reply_does() -> None:
    m = measured(
        ("Maya", 0, 20, spoken(50)), ("Tom", 20.2, 21, "Mm-hm."), ("Maya", 21, 40, spoken(50)),
        ("Tom", 40.2, 41.5, "We don't need that."), ("Maya", 42, 60, spoken(45)),
    )  # fmt: skip
    assert m.longest_monologue.seconds == pytest.approx(40) and m.longest_monologue.words == 100
    assert m.longest_monologue.turn == 0


def test_a_long_hum_and_an_answer_break_a_monologue() -> None:
    m = measured(("Maya", 0, 20, spoken(50)), ("Tom", 20, 22.5, "Mm-hm."), ("Maya", 23, 40, spoken(50)))
    assert m.longest_monologue.seconds == pytest.approx(20)
    m = measured(("Maya", 0, 20, "Towels. Is it so?"), ("Tom", 20, 20.5, "Yes."), ("Maya", 21, 40, spoken(50)))
    assert m.longest_monologue.seconds == pytest.approx(20)


def test_a_silence_ends_a_monologue() -> None:
    m = measured(("Maya", 0, 20, spoken(50)), ("Maya", 90, 120, spoken(50)), ("Tom", 120, 130, spoken(9)))
    assert m.longest_monologue.seconds == pytest.approx(30)


def test_without_a_clock_the_monologue_has_most_words() -> None:
    text = f"Maya: {spoken(20)}\nTom: Right.\nMaya: {spoken(20)}\nTom: {spoken(3)}\nMaya: {spoken(30)}\nTom: Bye."
    m = measure(read_call(text), "Maya")
    assert (m.longest_monologue.words, m.longest_monologue.turn) == (40, 0)


@pytest.mark.parametrize("text", ["Mm-hm.", "Yeah.", "Okay, great.", "Right, right.", "I see.", "Uh-huh", "Got it."])
def test_listening_words(text: str) -> None:
    assert is_backchannel(call(("Tom", 0, 1, text)).turns[0])


@pytest.mark.parametrize(
    "text", ["No.", "We have six.", "How much?", "Yes, six of them.", "Tuesday.", "I don't see that."]
)
def test_words_that_answer(text: str) -> None:
    assert not is_backchannel(call(("Tom", 0, 1, text)).turns[0])


# --- turn-taking ---


def test_switches_per_minute() -> None:
    m = measured(
        ("Maya", 0, 10, spoken(9)), ("Tom", 10, 20, spoken(9)), ("Maya", 20, 30, spoken(9)), ("Tom", 30, 60, "a b")
    )
    assert m.switches_per_minute == pytest.approx(3)


def test_patience_is_the_median_pause_and_overlap_is_none() -> None:
    m = measured(
        ("Tom", 0, 10, spoken(9)), ("Maya", 11, 14, spoken(9)), ("Tom", 15, 20, spoken(9)), ("Maya", 23, 25, spoken(9)),
        ("Tom", 26, 30, spoken(9)), ("Maya", 29.9, 33, spoken(9)),
    )  # fmt: skip
    assert m.patience_seconds == pytest.approx(1.0)
    assert m.interruptions == 0


def test_interruptions_are_talk_over_talk_and_sounds_are_none() -> None:
    m = measured(
        ("Tom", 0, 10, spoken(20)), ("Maya", 5, 5.8, "Mm-hm."), ("Tom", 10, 20, spoken(20)), ("Maya", 18, 24, spoken(12)),
        ("Tom", 23, 30, spoken(12)),
    )  # fmt: skip
    assert m.interruptions == 1 and m.interrupts == (3,)


def test_a_sound_during_the_others_turn_is_not_the_start_of_the_reply() -> None:
    m = measured(
        ("Tom", 0, 10, spoken(20)), ("Maya", 5, 5.8, "Mm-hm."), ("Maya", 10.6, 14, "And the rest of the week?"),
        ("Tom", 14, 30, spoken(20)),
    )  # fmt: skip
    assert m.interruptions == 0 and m.patience_seconds == pytest.approx(0.6)
    assert m.call.turns[1].start == 5 and m.call.turns[1].speaks_from == pytest.approx(10.6)


# --- what is said ---


def test_questions_are_counted_where_they_are_asked() -> None:
    m = measured(
        ("Maya", 0, 3, "What happens when the crates are short?"), ("Tom", 3, 50, spoken(90)),
        ("Maya", 50, 53, "How do you notice it?"), ("Tom", 53, 95, spoken(80)),
        ("Maya", 95, 100, "And who pays for that?"), ("Tom", 100, 101, "We do."),
    )  # fmt: skip
    assert m.questions == 3 and m.questions_by_third == (1, 1, 1)
    assert [q.turn for q in m.asked] == [0, 2, 4]
    assert m.questions >= m.open_questions >= 1
    assert sum(m.questions_by_third) == m.questions


def test_the_buyers_questions_are_not_the_sellers() -> None:
    m = measured(("Maya", 0, 3, "We wash towels."), ("Tom", 3, 9, "How much is it? And what do you do on Sundays?"))
    assert m.questions == 0 and m.questions_by_third == (0, 0, 0)


def test_shares_of_turns_are_of_the_sellers_turns() -> None:
    m = measured(("Maya", 0, 3, spoken(4)), ("Tom", 3, 6, spoken(4)), ("Maya", 6, 9, spoken(4)))
    assert 0 <= m.inform_share <= 1 and 0 <= m.reflect_share <= 1
    assert m.inform_share == len(m.informs) / 2 and m.reflect_share == len(m.reflects) / 2


def test_the_next_step_has_a_turn_and_a_name() -> None:
    step = "I would suggest that we meet on Friday at ten and look at the list together."
    m = measured(("Tom", 0, 50, spoken(90)), ("Maya", 50, 60, step), ("Tom", 60, 62, "Fine with us."))
    assert m.next_step is None or (m.next_step.turn, m.next_step.by) == (1, "Maya")


# --- who is the seller ---

TALK = "Tom Okafor: {t}\nMaya Lindqvist: {m}\nTom Okafor: {t}\nMaya Lindqvist: {m}".format(t=spoken(9), m=spoken(9))


@pytest.mark.parametrize("given", ["Maya Lindqvist", "maya lindqvist", "MAYA  LINDQVIST ", "maya", "Lindqvist, Maya"])
def test_a_given_seller_is_found_however_it_is_written(given: str) -> None:
    m = measure(read_call(TALK), given)
    assert (m.seller, m.seller_why) == ("Maya Lindqvist", "chosen")


def test_a_seller_who_is_not_there_or_two_who_are() -> None:
    with pytest.raises(TranscriptError, match=r"Nobody is called .Ana.*Tom Okafor, Maya Lindqvist"):
        measure(read_call(TALK), "Ana")
    with pytest.raises(TranscriptError, match="could be"):
        measure(read_call(TALK), "a")
    with pytest.raises(TranscriptError):
        measure(read_call(TALK), "")


def test_the_guess_says_that_it_is_one() -> None:
    m = measure(read_call(TALK))
    assert m.seller == "Tom Okafor" and "speaks first" in m.seller_why
    m = measure(read_call(TALK.replace("Tom Okafor", "Customer")))
    assert m.seller == "Maya Lindqvist" and m.seller_why.startswith("a guess")
    m = measure(read_call(TALK.replace("Maya Lindqvist", "Sales rep")))
    assert m.seller == "Sales rep"
    m = measure(read_call("WEBVTT\n\n00:00.000 --> 00:01.000\n<v Maya>Hello.</v>"))
    assert m.seller == "Maya" and m.talk_share == 1


def test_one_who_only_opens_the_meeting_is_not_taken_for_the_seller() -> None:
    m = measure(read_call(f"Host: Hi.\nMaya: {spoken(40)}\nTom: {spoken(40)}\nMaya: {spoken(9)}\nTom: Bye."))
    assert m.seller == "Maya"


def test_more_than_two_people() -> None:
    rows = (
        ("Maya", 0, 10, spoken(9)),
        ("Tom", 10, 30, spoken(30)),
        ("Ada", 30, 40, spoken(9)),
        ("Unknown", 40, 41, "So."),
    )
    m = measured(*rows)
    assert {s.name: s.role for s in m.speakers} == {
        "Maya": "seller",
        "Tom": "buyer",
        "Ada": "other",
        "Unknown": "other",
    }


# --- words and texts ---


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't drive twenty-four miles.", 4), ("[laughs] Well <ts> (pause 0.30)", 1), ("3.5 per cent", 3), ("你好吗", 3),
        ("- - to handle.", 2), ("…", 0), ("What (if anything) changes?", 4),
    ],
)  # fmt: skip
def test_words(text: str, words: int) -> None:
    assert count_words(text) == words


def test_every_measure_says_how_it_is_counted_and_what_it_does_not_show() -> None:
    m = measured(("Maya", 0, 10, spoken(9)), ("Tom", 10, 30, spoken(30)))
    for key, about in MEASURES.items():
        assert about.name and about.unit and about.rule.endswith(".") and about.does_not_show.endswith(".")
        assert value_text(key, m)
    assert set(MEASURES) <= CONTRACT


def test_moments_are_three_at_most_and_in_order() -> None:
    m = measured(
        ("Maya", 0, 30, spoken(60)), ("Tom", 30, 35, spoken(12)), ("Maya", 35, 38, "What happens then?"),
        ("Tom", 38, 70, spoken(90)), ("Maya", 65, 90, "Our towels are made of cotton and we deliver them every day."),
        ("Tom", 90, 92, "Ah."),
    )  # fmt: skip
    found = moments(m)
    assert 1 <= len(found) <= 3
    assert [x.turn for x in found] == sorted({x.turn for x in found})
    assert any(x.turn == 2 and "opened" in x.title for x in found)
    assert found[0].turn == 0 and found[0].at == 0 and "monologue" in found[0].title
