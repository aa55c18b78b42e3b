"""An honest question is answered, whatever stands beside it; what isn't understood is asked back about."""

from __future__ import annotations

import pytest

from sellbackwards.buyer import Talk, load, scenario_ids
from sellbackwards.buyer.hearing import hear


def rules(talk: Talk) -> set[str]:
    """The rules that the last line met."""
    return {step.rule for step in talk.turns[-1].steps}


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("I didn't ask about a discount, and I'm not about to. What doesn't their offer solve?", "We have an offer."),
        ("You said you don't want that. What do you want, then?", "I don't want another tool."),
        ("I can help with that, but only if there's something in it. Where does it go wrong?", "We'll see."),
        ("No name needed. You said it isn't the roof. What is it?", "It isn't the roof."),
    ],
)
def test_who_goes_on_to_ask_contradicts_nobody(line: str, before: str) -> None:
    assert "contradiction" not in hear(line, before, worried=False).against


@pytest.mark.parametrize(
    "line",
    [
        "Yes, but our fitters know every oven.",
        "That's not true, it lasts for years.",
        "Yes, but have you seen how little it costs?",
        "But you have to admit that it's risky.",
    ],
)
def test_who_argues_does(line: str) -> None:
    assert "contradiction" in hear(line, "We've always done it like that.", worried=False).against


def test_a_price_told_when_asked_for_is_an_answer() -> None:
    talk = Talk(
        load("vp_operations"), ["It's six fifty per person a month, setup included. What made you start looking now?"]
    )
    assert not {"pitch_early", "tells_unasked"} & rules(talk)
    assert talk.turns[-1].new
    alone = Talk(load("vp_operations"), ["Our list price is six fifty per person and month, setup included."])
    assert "replies" in rules(alone) and "tells_unasked" not in rules(alone)
    unasked = Talk(load("bakery"), ["Our list price is ninety per oven and month, setup included."])
    assert "replies" not in rules(unasked)


@pytest.mark.parametrize(
    ("ident", "line"),
    [
        ("committee", "Marcia, can I ask you first, why are you looking for a new system now?"),
        ("freight", "Mind if I ask how you plan the day?"),
        ("bakery", "May I ask you something: who looks after your repairs?"),
    ],
)
def test_leave_and_question_in_one_line_get_the_answer(ident: str, line: str) -> None:
    talk = Talk(load(ident), [line])
    assert talk.turns[-1].new or talk.state.touched or "asks_back" in rules(talk), talk.turns[-1].buyer


def test_when_something_was_is_no_appointment() -> None:
    talk = Talk(
        load("renewal"),
        ["What happened in March?", "I could come by on Thursday.", "When did they get their money in the end?"],
    )
    assert "names_time" not in rules(talk)


def test_sorry_and_a_question_take_nothing_back() -> None:
    lines = [
        "Shabnam, what's a morning like for you?",
        "Could I come by on Tuesday and watch?",
        "You don't have to tell me. How many numbers are wrong?",
    ]
    talk = Talk(load("committee"), lines)
    assert "takes_back" not in rules(talk)


def test_a_way_out_says_nothing_of_whether_it_is_for_them() -> None:
    talk = Talk(
        load("vp_operations"),
        ["Let's look at four weeks together on Thursday, and if it isn't useful you don't hear from me again."],
    )
    assert not {"honest", "honest_early"} & rules(talk)


def test_a_step_in_the_words_of_their_wish_is_taken() -> None:
    lines = [
        "What made you start looking now?",
        "What does the overtime cost you?",
        "What would you like to have in hand?",
        "Then let's do that: send me four weeks of clock data without names, and by Friday you have that one page on the overtime hours.",
    ]
    talk = Talk(load("vp_operations"), lines)
    assert "leads" in rules(talk) and talk.state.exit == "next step", talk.turns[-1].buyer


def test_what_a_step_is_for_answers_their_question() -> None:
    lines = [
        "How do you make the schedule today?",
        "What does the overtime cost you?",
        "Could we look at it together on Thursday?",
    ]
    talk = Talk(load("vp_operations"), lines)
    assert "leads_early" in rules(talk) and talk.state.asks
    talk.say("You would know how many hours are people that you don't have.")
    assert not {"tells_unasked", "pitch_early", "contradiction"} & rules(talk)


def test_who_is_asked_by_name_isn_t_answered_by_the_worry_of_another() -> None:
    talk = Talk(load("committee"))
    talk.say("Gethin, what worries you about connecting one more supplier?")
    talk.say("Marcia, why are you looking at this now?")
    assert talk.turns[-1].said[0][0] == "Marcia"


def test_a_name_after_sorry_asks_that_person() -> None:
    talk = Talk(load("committee"), ["Sorry Gethin. What do you run today?"])
    assert talk.turns[-1].said[0][0] == "Gethin"


def test_somebody_whose_story_must_wait_is_still_somebody() -> None:
    talk = Talk(load("founder_email"), ["Who is Lieke?"])
    assert talk.state.touched, talk.turns[-1].buyer  # the half of a fact that must wait for another


def test_honest_questions_that_find_nothing_wear_out_patience_half_as_fast() -> None:
    vague = [
        f"And how is it with the {what}?"
        for what in ("teapots", "curtains", "lanterns", "penguins", "trombones", "violins", "saucers", "hats")
    ]
    assert not Talk(load("freight"), vague).over
    assert Talk(
        load("freight"),
        ["Whatever you like, just tell me what you want."] * 2
        + [f"I'll send you a list of {n} things." for n in range(8)],
    ).over


@pytest.mark.parametrize("ident", scenario_ids())
def test_each_fact_has_a_name_that_tells_nothing(ident: str) -> None:
    scenario = load(ident)
    for fact in scenario.facts:
        assert fact.topic and not any(char.isdigit() for char in fact.topic), fact.id
        assert not any(fact.topic in said for said in fact.says), fact.id
    assert len({fact.topic for fact in scenario.facts}) == len(scenario.facts)


def test_of_two_that_may_be_meant_they_ask_which_and_a_yes_goes_on() -> None:
    lines = (
        "Tell me about how the bakery began and when the shops open.",
        "Tell me about the ovens that we have and who does the repairs.",
        "Tell me about the van and the second shop.",
    )
    talks = [talk for line in lines if "asks_back" in rules(talk := Talk(load("bakery"), [line]))]
    assert talks  # which of them are in doubt follows from what was learned
    for talk in talks:
        wanted = talk.state.asked_back[0]
        talk.say("Yes, that.")
        assert wanted in (*talk.state.told, *talk.state.touched)


@pytest.mark.parametrize(
    ("buyer", "line"),
    [
        ("landlord", "who do the tenants ring at night, just you?"),
        ("vp_operations", "so who signs for this in the end, you or greg?"),
        ("restaurant", "do they also order to take home? how does that come to you, by phone?"),
        ("machine_shop", "The fourteen people today, who of them knows the tools best?"),
    ],
)
def test_a_plain_question_is_not_handed_back(buyer: str, line: str) -> None:
    talk = Talk(load(buyer), [line])
    assert "asks_back" not in rules(talk)
    assert "?" not in talk.turns[-1].buyer
