"""A step is agreed on in words that fit it, and turned down for a reason; short questions lean on what was told."""

from __future__ import annotations

import pytest

from sellbackwards.buyer import Talk, load, scenario_ids, step_words
from sellbackwards.buyer.agreeing import says_yes
from sellbackwards.buyer.voices import asked_by_name
from tests.buyer.exchanges import exchange


def agreed(ident: str, line: str) -> str:
    """What they say when they agree to this line."""
    x = exchange(ident, line)
    says_yes(x)
    assert x.state.exit == "next step"
    return " ".join(x.reply)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Shall we say Thursday week at ten, you and our fitter?", "Thursday week at ten"),
        ("same again next tuesday then, 12.40?", "Next Tuesday"),
        ("Wednesday, half past eight, at the school?", "Wednesday, half past eight"),
        ("fridays bad, monday at 2 ok?", "Monday at 2"),
        ("I'll put it in writing today. Could we talk for two weeks about it?", ""),
        ("Could I come one morning and watch?", ""),
    ],
)
def test_the_day_and_hour_that_a_line_names(line: str, named: str) -> None:
    assert step_words.time_named(line).startswith(named) and bool(named) == bool(step_words.time_named(line))


@pytest.mark.parametrize("ident", [one for one in scenario_ids() if load(one).ends == "sale"])
def test_a_yes_says_the_day_back(ident: str) -> None:
    said = agreed(ident, "Then may I visit you next Thursday at four, and only look?")
    assert "ext Thursday at four" in said


@pytest.mark.parametrize(
    ("ident", "line", "wrong"),
    [
        ("freight", "I sit beside you for an hour on Wednesday at four, and we watch the board.", "lorry"),
        ("landlord", "Come and listen at our desk on Tuesday at seven, with your dad.", "house"),
        ("bakery", "Our fitter looks at both ovens on Thursday at eight. You can say no.", "nine"),
        ("vp_operations", "We talk again on Monday at two, with Greg.", "clock"),
        (
            "bakery",
            "Would you ask Benno, and I ring you on Wednesday at ten to hear what he said?",
            "Come and have a look",
        ),
    ],
)
def test_a_yes_is_to_the_step_that_was_suggested(ident: str, line: str, wrong: str) -> None:
    assert wrong not in agreed(ident, line)


def test_a_yes_says_whom_they_ask_first() -> None:
    assert "Benno" in agreed("bakery", "Would you ask Benno first, and I ring you on Wednesday at ten?")


def test_a_yes_of_their_own_stands_where_it_fits() -> None:
    assert "One lorry." in agreed("freight", "Let me plan one lorry on Wednesday, and you check it.")


GOOD = (
    "Hi Sunita, I'm not ringing for the form. I saw two complaints in the file. What happened in March?",
    "I'm really sorry, that was our mistake. And what happened in September?",
    "What would you need from us, so that it's right for you?",
)


def test_a_step_in_the_words_of_their_wish_is_taken() -> None:
    talk = Talk(load("renewal"), GOOD)
    assert "wish" in talk.state.told
    talk.say(
        "Then I'm the name, you get my number, and you see the draft on Tuesday before it leaves. If it's not right we stop."
    )
    assert talk.state.exit == "next step", talk.turns[-1].buyer


WIFE = (
    "Thank you for the tea. Who cooks here?",
    "What food do you serve?",
    "What made you say yes when I rang?",
    "What does he think that an app would change?",
    "How does your wife manage all that, with those pots?",
    "What would you wish for yourself?",
)
TABLE = "What if I took the bookings for you once, on Tuesday: one long table, you both sit down, and nobody looks at the door?"


def test_a_step_in_the_words_of_their_wish_is_turned_down_for_a_reason_where_it_cant_be() -> None:
    talk = Talk(load("restaurant"), WIFE)
    assert {"shoulder", "wish"} <= set(talk.state.told), talk.state.told
    tension = talk.state.tension
    assert "shoulder" in talk.say(TABLE).buyer and talk.state.tension <= tension
    told = talk.say("Why can't it be?").buyer
    assert "my wife" in told.lower() or "shoulder" in told


@pytest.mark.parametrize("ident", ["bakery", "freight", "vp_operations"])
def test_why_not_gets_a_reason(ident: str) -> None:
    talk = Talk(load(ident), ["Could we meet on Monday at two? I'd show you what we do."])
    assert talk.state.refused_at == 1
    said = talk.say("Why not?").buyer
    assert "you mean" not in said and "asks_back" not in {step.rule for step in talk.turns[-1].steps}


def test_goodbye_closes_the_talk_whatever_was_said_before_it() -> None:
    talk = Talk(load("renewal"), (*GOOD, "How did they take it in the canteen?"))
    talk.say(
        "Thank you Sunita. You've got my mobile in your inbox in five minutes, and the pages on Wednesday. Bye for now."
    )
    assert talk.over


def test_a_step_that_only_lasts_has_no_day_yet() -> None:
    assert not step_words.WHEN.search(
        step_words.SPAN.sub("", "Could I come back and count with somebody, for a morning?")
    )
    assert step_words.WHEN.search(step_words.SPAN.sub("", "Could I come back for a morning, on Monday?"))


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("What would worry you Gethin, if somebody comes with a new app?", "Gethin"),
        ("Why did it take so long Marcia?", "Marcia"),
        ("And what do you do then Shabnam, at ten past nine?", "Shabnam"),
        ("I'd like to sit with Shabnam, one morning. Would that help?", ""),
        ("Did you hear that from Gethin?", ""),
    ],
)
def test_a_name_in_the_middle_of_a_line_asks_that_one(line: str, who: str) -> None:
    assert asked_by_name(load("committee"), line)[0] == who


def test_what_else_and_that_lean_on_what_was_told_last() -> None:
    talk = Talk(load("bakery"), ["What have you got in ovens?"])
    assert "twenty-four" in talk.say("how old is the big one?").buyer
    talk.say("Who repairs it when it stops?")
    assert "nobody else" in talk.say("Nobody else who could?").buyer.lower()
    talk = Talk(load("freight"), ["How do you plan the day?"])
    assert not talk.say("Who does that?").new


def test_no_fact_is_named_that_couldnt_answer_the_question() -> None:
    talk = Talk(load("founder_email"), ["Why Germany, and why now?"])
    turn = talk.say("How many new German gyms a year could you look after well, so it still runs?")
    assert "software" not in turn.buyer


def test_a_question_that_isnt_a_saying_back_gets_no_yes() -> None:
    talk = Talk(load("renewal"), (*GOOD[:2], "Who looked after you before?"))
    turn = talk.say(
        "So Kavita left, and nobody told you. That's bad. So have you looked at somebody else in the meantime?"
    )
    assert not turn.buyer.startswith(("Yes", "That's me")), turn.buyer


def test_dont_sign_anything_presses_nobody() -> None:
    talk = Talk(load("renewal"), GOOD[:2])
    talk.state.open_objection = "third_time"
    talk.state.raised.append("third_time")
    talk.say(
        "I know. So don't sign anything. Just let me do one month, and then you decide. Can I ring you on Wednesday?"
    )
    assert "brushes_objection" not in {step.rule for step in talk.turns[-1].steps}


def test_the_rest_is_more_of_the_same() -> None:
    talk = Talk(load("renewal"), GOOD[:2])
    assert talk.say("Please tell me the rest, I've got the pen in my hand.").new


def test_what_they_need_before_a_yes_is_a_worry_of_theirs() -> None:
    talk = Talk(
        load("freight"), ["How do you plan the day?", "What happens when you're ill?", "Shall I come on Monday?"]
    )
    if not talk.state.raised:
        talk.say("What do you need to hear before you say yes?")
    assert talk.state.raised


def test_asked_further_they_say_what_they_had_left_out() -> None:
    talk = Talk(load("renewal"), GOOD[:1])
    told = talk.turns[-1].buyer
    left = [one for one in talk.scenario.fact("march").says if one not in told]
    turn = talk.say("And in March, what was that with the storm week, or when the first one rang?")
    assert "asked_again" not in {step.rule for step in turn.steps}
    assert turn.new or any(turn.buyer in one for one in left), turn.buyer


@pytest.mark.parametrize("ident", scenario_ids())
def test_a_summary_with_its_days_is_no_appointment(ident: str) -> None:
    talk = Talk(load(ident), ["Could we meet on Thursday at two?"])
    talk.say("Let me say it back: paid on Monday instead of Friday, and a letter on Saturday. Did I miss something?")
    assert not {"names_time", "leads_early", "leads", "brings_out"} & {step.rule for step in talk.turns[-1].steps}
