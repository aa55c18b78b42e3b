"""Half of what people ask has no fact: the buyers notice, and say something true that fits the question."""

from __future__ import annotations

import pytest

from sellbackwards.buyer import Talk, load, scenario_ids, step_words
from sellbackwards.buyer.fitting_truths import fitting_truth
from tests.buyer.exchanges import exchange

FAR = (
    "Which newspaper do you read on Sundays?",
    "Have you ever been to Iceland?",
    "What's your neighbour's dog called?",
    "How many umbrellas have you got at home?",
    "Who painted that picture on the wall?",
    "Do you play the piano?",
)


def test_what_no_fact_answers_hardly_ever_gets_one() -> None:
    told = []
    for ident in scenario_ids():
        for line in FAR:
            talk = Talk(load(ident), [line])
            if talk.turns[-1].new or talk.state.touched or talk.state.asked_back or talk.turns[-1].raised:
                told.append(f"{ident}: {line} {talk.turns[-1].buyer}")
    assert len(told) <= 9, told  # of 72


@pytest.mark.parametrize(
    ("line", "wanted", "filled"),
    [
        ("What did the auditor say about the wallpaper?", "their_words", ""),
        ("Do the umbrellas sell?", "some_do", "do"),
        ("Has the roof ever leaked?", "not_ever", ""),
        ("What is the umbrella called?", "no_name", ""),
        ("How far is it to the lighthouse?", "no_measure", ""),
        ("Would you lend me an umbrella?", "no_would", ""),
        ("Give me one example, if you would.", "no_example", ""),
        ("How do you plan the day?", "", ""),
        ("What has kept you from painting the door?", "why_not_done", ""),
        ("Why has nobody mended the umbrella yet?", "why_not_done", ""),
        ("Who broke the umbrella?", "who_was", ""),
        ("Who's going to carry the umbrellas in spring?", "who_would", ""),
        ("Who'd carry the umbrella if Gene called in sick?", "who_would", ""),
        ("Who carries the umbrella when you're away?", "who_steps_in", ""),
        ("Who carries the umbrella besides you?", "who_else", ""),
        # What somebody else thinks only they can tell; nobody is named whom they don't know.
        ("What does Gene think of it?", "ask_them", "Gene"),
        ("Does your wife mind the hours?", "ask_them", "my wife"),
        ("How did she take it?", "ask_them", "her"),
        ("What do they want?", "ask_them", "them"),
        ("What does Balthasar think of it?", "", ""),
    ],
)
def test_the_short_truth_fits_the_question(line: str, wanted: str, filled: str) -> None:
    situation, words = fitting_truth(exchange("machine_shop", line))
    assert (situation, next(iter(words.values()), "")) == (wanted, filled)


@pytest.mark.parametrize("ident", scenario_ids())
def test_a_day_that_a_step_names_is_said_back_once(ident: str) -> None:
    talk = Talk(load(ident), ["I could come by next Tuesday at four and watch for an hour. Would that be all right?"])
    bad_day = any("Not on a Tuesday" in one for one in talk.scenario.lines["when_good"])
    assert ("Not on a Tuesday" if bad_day else "Next Tuesday at four") in talk.turns[-1].buyer
    talk.say("It would only be an hour, next Tuesday at four. What do you think?")
    assert talk.turns[-1].buyer.count("uesday at four") <= 1


def test_a_day_of_theirs_is_no_day_of_a_step() -> None:
    text = "From chemistry on Friday to the key on Monday! I could make a page for teachers. Would you look at it?"
    assert step_words.time_of_step(text) == ""
    assert step_words.time_of_step("I could come by. Would Thursday at ten suit you?") == "Thursday at ten"


def test_a_smaller_step_is_heard_as_smaller() -> None:
    talk = Talk(
        load("museum"),
        [
            "I could make a page for teachers, and bring you a draft on Thursday. Would you look at it?",
            "Then we leave the page. Could I just come by in May and watch a class?",
        ],
    )
    assert any(one in talk.turns[-1].buyer for one in talk.scenario.lines["smaller_step"])


@pytest.mark.parametrize(
    "line",
    [
        "Then may I ask: how do you plan the day?",
        "Can I ask you one thing first. How do you plan the day?",
    ],
)
def test_a_question_after_asking_leave_is_answered(line: str) -> None:
    assert Talk(load("freight"), [line]).turns[-1].new


def test_small_things_come_only_when_asked_for() -> None:
    for ident in scenario_ids():
        scenario = load(ident)
        talk = Talk(scenario)
        for _ in range(12):
            if talk.over:
                break
            talk.say("What else should I know?")
            new = [scenario.fact(one) for one in talk.turns[-1].new]
            assert all(fact.matters or fact.after for fact in new), ident


def test_who_is_asked_in_the_last_two_words_is_who_is_wanted() -> None:
    reply = Talk(load("restaurant"), ["Who decides what goes on the card? You?"]).turns[-1].buyer
    assert reply not in load("restaurant").lines["no_yes_no"]


@pytest.mark.parametrize(
    ("buyer", "line", "not_said"),
    [
        ("landlord", "do you answer all of them yourself, or is there someone in the family too?", "A bit of this"),
        ("landlord", "a pipe goes at 3am, does your phone ring or someone elses?", "my phone ring, I'd"),
        ("machine_shop", "When one of the old ones goes home for good, who knows what he knows?", "calendar"),
        ("committee", "how late is it when youre done, shabnam?", "sentence"),
    ],
)
def test_a_short_truth_is_one_of_its_kind(buyer: str, line: str, not_said: str) -> None:
    reply = Talk(load(buyer)).say(line).buyer
    assert not_said not in reply
    assert not reply.endswith("?")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("How do you find out that the umbrellas are low?", "how_known"),
        ("How did the umbrella come to be here?", "how_it_came"),
        ("How bad was the umbrella?", "how_else"),
        ("How did the umbrella turn out?", "how_else"),
        ("What happens if the lighthouse falls down?", "what_if"),
        ("What'd the auditor say about the wallpaper?", "their_words"),
        ("You didn't paint the lighthouse, why not?", "why_not_done"),
        ("Why not a lighthouse?", "why_not_so"),
        ("What's the date?", "no_when"),
        ("Who's the fourth?", "who_is"),
    ],
)
def test_short_questions_have_a_truth_of_their_kind(line: str, wanted: str) -> None:
    assert fitting_truth(exchange("machine_shop", line))[0] == wanted


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("Is Parvin your wife?", "my wife."),
        ("Is Parvin your sister?", "my wife"),
        ("So Parvin's your wife?", "my wife."),
        ("is Samuel your cousin?", ""),
        ("Is she your wife?", ""),
    ],
)
def test_whose_wife_somebody_is(line: str, reply: str) -> None:
    talk = Talk(load("restaurant"), [line])
    turn = talk.turns[-1]
    assert reply in turn.buyer and not turn.new and not talk.state.touched
    assert turn.buyer.startswith("No") == ("sister" in line) or "no other" in turn.buyer
    if not reply:
        assert turn.buyer in load("restaurant").lines["no_kin"]


def lines_of(ident: str, *situations: str) -> tuple[str, ...]:
    return tuple(line for one in situations for line in load(ident).lines[one])


def test_they_name_nobody_else_right_after_they_named_nobody() -> None:
    talk = Talk(load("machine_shop"), ["Who feeds the parrot?"])
    assert talk.turns[-1].buyer in lines_of("machine_shop", "no_who")
    talk.say("So whoever sees the parrot first? Or somebody with a name?")
    assert talk.turns[-1].buyer in lines_of("machine_shop", "who_again")


@pytest.mark.parametrize("ident", scenario_ids())
def test_they_say_once_in_a_while_only_that_they_have_no_number(ident: str) -> None:
    talk = Talk(load(ident), ["How many umbrellas have you got?", "How many teapots have you got?"])
    shrugs = lines_of(ident, "no_how_many", "no_how_much", "no_when")
    assert sum(turn.buyer in shrugs for turn in talk.turns) <= 1


@pytest.mark.parametrize("line", ["I'm not following you.", "Sorry, you've lost me there.", "I don't get it."])
def test_who_does_not_follow_hears_it_plainly(line: str) -> None:
    talk = Talk(load("machine_shop"), ["How do you feed the parrot?", line])
    assert talk.turns[-1].buyer in lines_of("machine_shop", "plainly")
    talk = Talk(load("machine_shop"), ["How do you feed the parrot?", f"{line} Is there a cage?"])
    assert talk.turns[-1].buyer.startswith(lines_of("machine_shop", "sorry_unclear"))


def test_the_short_answer_is_followed_by_the_one_that_names_somebody() -> None:
    talk = Talk(load("clinic"), ["Do they get a reminder?"])
    assert talk.turns[-1].buyer == load("clinic").fact("remind").short
    talk.say("Who's making those calls?")
    assert "Lorraine" in talk.turns[-1].buyer


def test_the_date_of_what_they_named() -> None:
    talk = Talk(load("vp_operations"), ["You said Benchway's offer has a date on it. What's the date?"])
    assert "the eleventh" in talk.turns[-1].buyer


def test_no_yes_to_a_question_for_what_went_wrong() -> None:
    for ident in scenario_ids():
        scenario = load(ident)
        for objection in scenario.objections:
            talk = Talk(scenario)
            talk.state.raised.append(objection.id)
            talk.state.open_objection = objection.id
            talk.say("What went wrong?")
            assert not talk.turns[-1].buyer.startswith(("Yes", "Yeah", "Aye")), (ident, objection.id)


def test_the_one_thing_in_the_way_is_the_one_that_they_told() -> None:
    scenario = load("clinic")
    worry = next(one for one in scenario.objections if one.main)
    talk = Talk(scenario)
    talk.state.raised.append(worry.id)
    talk.state.open_objection = worry.id
    talk.state.last = f"I'm pretty keen. One thing's in the way of it, though. {worry.says[0]}"
    talk.say("And what's the one thing in the way?")
    assert talk.turns[-1].buyer.startswith(scenario.lines["that_thing"]) and talk.turns[-1].heard == worry.id
