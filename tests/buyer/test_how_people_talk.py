"""Everyday talk: what a line does, what it wants to be told, what it is about, and an answer that fits."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
import yaml

from sellbackwards.buyer import Scenario, Talk, learned, load, no_fact, scenario_file, scenario_ids, step_words, topics
from sellbackwards.buyer.acts import ACTS, acts
from sellbackwards.buyer.hearing import hear
from sellbackwards.buyer.scenario import everyday
from sellbackwards.buyer.wants import gives
from sellbackwards.calls import measure
from sellbackwards.practice.talking_pages import SELLER, as_the_buyer_heard, call_of

FREIGHT = (
    "How do you plan the routes these days?",
    "And how does that go on a bad day?",
    "What does a missed slot cost you?",
    "What have you tried before, any software?",
    "What if you're off sick?",
)
STEP = "how about this: next tuesday i sit with you from four to six and watch. if it's no use, i buy the tea and go."


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("How long has she been with you?", "how_long"),
        ("who answers the phone then", "who"),
        ("do you know why?", "why"),
        ("what time do you start?", "when"),
        ("tell me how many you run", "how_many"),
        ("what did that friday cost you", "how_much"),
        ("What happens when he can't come?", "what"),
        ("where do you keep them", "where"),
        ("Nobody else can do it, right?", "yes_no"),
        ("And then?", "more"),
        ("so you know how many you could skip before you pay a penny", "nothing"),
        ("how old are they?", "how_old"),
        ("how long are they?", "how_long"),
        ("i mean who is it who can do it. is it you?", "who"),
        ("how many could you skip?", "how_many"),
        ("Would you count them this week, and I ring you on Tuesday to hear how many there were?", "yes_no"),
        ("When those calls come, is it that they can't get in, or don't know where to go?", "yes_no"),
        ("You're the one who does it: could you walk me through what happens?", "what"),
        ("Which of your people sees it first?", "who"),
        ("Why: so that you know which it was.", "nothing"),
    ],
)
def test_what_a_line_wants_to_be_told(line: str, want: str) -> None:
    assert hear(line, "", worried=False).want == want


@pytest.mark.parametrize(
    ("words", "want", "given"),
    [
        ("It's forty calls before nine.", "how_many", True),
        ("He's not the youngest.", "how_long", False),
        ("Benno does all that.", "who", True),
        ("One gets used to it.", "who", False),
        ("Lorraine's off in March.", "when", True),
        ("I threw it away.", "when", False),
    ],
)
def test_whether_some_words_give_an_answer_of_that_kind(words: str, want: str, given: bool) -> None:
    assert gives(words, want) is given


@pytest.mark.parametrize(
    ("line", "before", "act"),
    [
        ("Could I drop in one evening and just look over your shoulder?", "I do it all by hand.", "step"),
        ("would tuesday at four suit you?", "All right, come and look.", "time"),
        ("haha oh no", "She waved at me.", "warm"),
        ("mind if i ask you something?", "Yes?", "ask_leave"),
        ("and what happened to the others?", "One of them rang.", "ask"),
        ("thank you, talk soon, bye!", "Good.", "goodbye"),
    ],
)
def test_what_a_line_does(line: str, before: str, act: str) -> None:
    found = hear(line, before, worried=False).acts
    assert max(found, key=lambda one: found[one]) == act
    assert math.isclose(sum(found.values()), 1.0)


def test_nothing_at_all_is_no_error() -> None:
    assert acts(()).keys() == set(ACTS)
    for text in ("", "?", "…", "🙂"):
        assert hear(text, "", worried=False).acts


@pytest.mark.parametrize("ident", scenario_ids())
def test_likelihoods_sum_to_one_over_all_facts_and_none(ident: str) -> None:
    one = load(ident)
    ranked = topics.rank(one, hear("So what about the money side?", "", worried=False).about, topics.Moment((), "", ""))
    assert len(ranked) == len(one.facts) + 1 and math.isclose(sum(value for value, _ in ranked), 1.0)


def new_buyer(tmp_path: Path) -> Scenario:
    """The bakery under a name of which nothing was learned."""
    file = tmp_path / "new_buyer.yaml"
    file.write_text((scenario_file.FOLDER / "bakery.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    return scenario_file.read_scenario(file)


def test_a_new_buyer_needs_no_learning(tmp_path: Path) -> None:
    made = new_buyer(tmp_path)
    assert not learned.learned_of(made).facts
    talk = Talk(made, ["How do you bake today?", "Who looks after repairs?", "What does it use in gas?"])
    assert {"two_ovens", "benno", "gas"} <= {*talk.state.told, *talk.state.touched}


def test_what_was_learned_fits_the_files_that_are_shipped() -> None:
    for path in learned.ASKED.glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["facts"] == [fact.id for fact in load(path.stem).facts]
    for use in topics.weights().values():
        assert (len(use["facts"]), len(use["none"])) == (len(topics.SEEN), len(no_fact.SEEN))


def test_a_question_for_one_thing_gets_that_thing() -> None:
    reply = Talk(load("freight"), ["how many lorries do you run?"]).turns[0].buyer
    assert gives(reply, "how_many")


def situation(talk: Talk) -> set[str]:
    """The situations whose lines the last reply may come from."""
    said = talk.turns[-1].buyer
    return {name for name, lines in talk.scenario.lines.items() if any(line in said for line in lines)}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Who makes the teapots?", "no_who"),
        ("Who made the teapot?", "who_was"),
        ("How many teapots are there?", "no_how_many"),
        ("Why is it blue?", "no_why"),
    ],
)
def test_rather_no_fact_than_a_wrong_one(line: str, wanted: str) -> None:
    talk = Talk(load("freight"), [FREIGHT[0], line])
    assert wanted in situation(talk) and not talk.turns[-1].new


def test_nobody_says_yes_to_what_the_seller_made_up() -> None:
    yes = {*load("freight").lines["yes"], *load("freight").lines["understood"]}
    for line in ("so Marjorie does it all on Sundays, right?", "So the whole plan is in Marjorie's head."):
        talk = Talk(load("freight"), [FREIGHT[0], line])
        assert not any(talk.turns[-1].buyer.startswith(one) for one in yes), talk.turns[-1].buyer
        assert "says_back" not in {step.rule for step in talk.turns[-1].steps}


def test_if_nothing_changes_is_never_answered_with_something_else() -> None:
    for ident in scenario_ids():
        facts = {fact.id: fact for fact in load(ident).facts}
        for line in ("What would happen if you did nothing about it for a year?", "and if you just leave it as it is?"):
            turn = Talk(load(ident), [line]).turns[0]
            assert all("unchanged" in facts[one].answers for one in turn.new), (ident, turn.buyer)


def test_a_small_step_with_a_way_out_is_thought_about_once_enough_was_told() -> None:
    freight = load("freight")
    assert Talk(freight, [FREIGHT[0], STEP]).turns[-1].steps[0].rule == "leads_early"
    talk = Talk(freight, [*FREIGHT, STEP])
    assert talk.turns[-1].raised  # turned down for a reason, which can be heard
    talk = Talk(freight, [*FREIGHT, STEP, "What would it have to know before you'd trust it?"])
    assert talk.turns[-1].heard


def test_a_step_taken_back_does_no_harm() -> None:
    talk = Talk(load("freight"), [FREIGHT[0], STEP, "you're right, that was too early. forget it."])
    before, after = talk.turns[-2], talk.turns[-1]
    assert "takes_back" in {step.rule for step in after.steps} and after.tension < before.tension


def test_a_day_for_a_step_that_is_too_early_is_no_better() -> None:
    talk = Talk(load("freight"), [FREIGHT[0], STEP, "When would be a good evening?"])
    assert "names_time" in {step.rule for step in talk.turns[-1].steps} and talk.state.exit is None


def test_who_agrees_to_a_step_without_a_day_asks_for_one() -> None:
    expert = [line.replace(" next week", "").replace(" one morning", "") for line in load("bakery").expert]
    talk = Talk(load("bakery"), expert)
    assert talk.state.exit is None and talk.state.wants_day
    talk.say("thursday at ten?")
    assert talk.state.exit == "asks to buy"


def test_the_score_card_of_a_talk_says_what_the_debrief_says() -> None:
    talk = Talk(load("freight"), [*FREIGHT, STEP])
    measures = as_the_buyer_heard(talk, measure(call_of(talk), SELLER))
    assert measures.next_step is not None and measures.next_step.turn == measures.call.turns[-2].i


def test_everyday_replies_can_be_said_in_any_buyer_s_own_words() -> None:
    data: dict[str, Any] = yaml.safe_load((scenario_file.FOLDER / "clinic.yaml").read_text(encoding="utf-8"))
    own = data["lines"]["no_who"]
    assert list(load("clinic").lines["no_who"]) == [*own, *everyday()["no_who"]]


LANDLORD = (
    "so what happened that night, ten to two?",
    "what have you tried before, an answering service?",
    "what would worry you about strangers with your keys?",
    "so what would have to be true for the keys?",
)
COFFEE = "then come and have that coffee with the woman who holds the keys, and see how each key is written down."


def test_a_step_that_meets_what_they_named_as_their_condition_is_taken() -> None:
    talk = Talk(load("landlord"), LANDLORD)
    assert "strangers" in talk.state.heard_out
    talk.say(COFFEE + " thursday at 10?")
    assert talk.state.exit == "next step", talk.turns[-1].buyer


def test_who_never_heard_a_condition_meets_none() -> None:
    talk = Talk(load("landlord"), [LANDLORD[0], COFFEE + " thursday at 10?", COFFEE + " friday, then?"])
    assert talk.state.exit is None and "leads" not in {step.rule for turn in talk.turns for step in turn.steps}


@pytest.mark.parametrize("ident", scenario_ids())
def test_a_step_too_early_is_never_refused_twice_in_the_same_words(ident: str) -> None:
    lines = [
        "I could come by on Wednesday and watch for an hour.",
        "Could I come by on Tuesday, then, and just have a look?",
        "actually thursday suits me better",
        "fridays bad, monday at 10?",
        "would wednesday at four be okay?",
    ]
    said = [turn.buyer for turn in Talk(load(ident), lines).turns]
    assert len(set(said)) == len(said)
    assert "Thursday" in said[2] and "Monday" in said[3] and "Friday" not in said[3]


def test_no_two_buyers_refuse_in_the_same_words() -> None:
    for name in ("too_early", "too_early_again", "day_too_early", "other_day_early"):
        own = [one for ident in scenario_ids() for one in load(ident).lines[name] if one not in everyday()[name]]
        assert len(own) == len(set(own)) >= 2 * len(scenario_ids()), name


def test_what_a_step_is_for_makes_it_thought_about() -> None:
    talk = Talk(load("freight"), [*FREIGHT[:3], "how about i sit with you on wednesday at four?"])
    assert "leads_early" in {step.rule for step in talk.turns[-1].steps}
    talk.say("what for: so the lads aren't at the wrong gate when you're off. you talk, i type. wednesday?")
    assert talk.turns[-1].raised, talk.turns[-1].buyer


def test_another_day_beside_a_question_is_heard_with_the_answer() -> None:
    lines = [FREIGHT[0], "how about i sit with you on wednesday at four?"]
    talk = Talk(
        load("freight"), [*lines, "what have you tried before, any software? and actually thursday suits me better"]
    )
    assert talk.turns[-1].new and "Thursday" in talk.turns[-1].buyer


@pytest.mark.parametrize(
    ("ident", "lines", "person"),
    [
        ("museum", ["who looks after the website rn?", "in canada lol. who has it there?"], "nephew"),
        ("bakery", [FREIGHT[1], "Who's Benno, and is he any good?"], "Benno"),
    ],
)
def test_who_gets_a_person(ident: str, lines: list[str], person: str) -> None:
    talk = Talk(load(ident), lines)
    assert person in talk.turns[-1].buyer and gives(talk.turns[-1].buyer, "who")


@pytest.mark.parametrize("ident", scenario_ids())
def test_who_nobody_knows_gets_an_honest_no(ident: str) -> None:
    talk = Talk(load(ident), ["sorry, who was the person who made the teapot? was it you?"])
    assert {"no_who", "who_was"} & set(situation(talk)), talk.turns[-1].buyer


@pytest.mark.parametrize("ident", scenario_ids())
def test_one_of_two_gets_one_or_both(ident: str) -> None:
    talk = Talk(load(ident), ["is it the teapots or the saucers?"])
    assert {"both", "one_of_two"} & situation(talk) or "saucers" in talk.turns[-1].buyer, talk.turns[-1].buyer


def test_said_already_only_where_the_same_was_asked() -> None:
    museum = load("museum")
    talk = Talk(museum, ["who looks after the website rn?", "in canada lol. who has it there?"])
    assert not any(opener in talk.turns[-1].buyer for opener in museum.lines["again"])


def test_a_worry_answered_with_a_harmless_way_is_heard() -> None:
    lines = ["What made you call?", "What happened with the drill?", "What would worry you about it?"]
    talk = Talk(load("machine_shop"), lines)
    assert talk.state.open_objection
    talk.say("What if we only counted, wrote it on paper, and you bought from whoever you like?")
    assert talk.turns[-1].heard


@pytest.mark.parametrize("ident", scenario_ids())
def test_reasons_without_listening_sell_nothing(ident: str) -> None:
    line = "what for: so you see what you could save, no contract, you keep it. {day} at {n}?"
    days = ("monday", "tuesday", "wednesday", "thursday", "friday")
    talk = Talk(load(ident), [line.format(day=days[n % 5], n=n + 8) for n in range(20)])
    assert talk.state.exit == "goodbye"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fridays bad, tuesday at 10?", "Tuesday"),
        ("actually thursday suits me better than wednesday", "Thursday"),
        ("i can't do monday, how's wednesday?", "Wednesday"),
        ("could we make it friday instead?", "Friday"),
        ("hmm thursday doesn't work for me after all, is friday ok?", "Friday"),
        ("not on tuesday", ""),
    ],
)
def test_the_day_that_a_change_comes_to(text: str, day: str) -> None:
    assert step_words.OTHER_DAY.search(text) and step_words.day_named(text) == day


def test_who_decides_is_asked_in_other_words_too() -> None:
    talk = Talk(load("restaurant"), [FREIGHT[1], "who would decide that, is it you?"])
    assert not {"no_who", "no_yes_no"} & situation(talk), talk.turns[-1].buyer


def test_the_same_day_again_is_no_other_day() -> None:
    talk = Talk(load("clinic"), ["how about I come by on thursday for ten minutes?", "would thursday suit you?"])
    assert "other_day_early" not in situation(talk)
    talk.say("is friday ok, then?")
    assert "Friday" in talk.turns[-1].buyer


def test_who_is_somebody_gets_that_person() -> None:
    talk = Talk(load("museum"), ["who is margit?"])
    assert "Margit" in talk.turns[-1].buyer


@pytest.mark.parametrize("asked", ["I hope I've not caught you at a bad moment?", "is now still ok to talk?"])
@pytest.mark.parametrize("ident", [one for one in scenario_ids() if not load(one).email])
def test_who_asks_whether_the_moment_is_bad_hears_about_the_moment(ident: str, asked: str) -> None:
    scenario = load(ident)
    said = Talk(scenario).say(f"Hello, it's Joanne from Leeds. {asked}").said[0][1]
    known = [*scenario.lines.get("good_time", ()), *everyday()["good_time"]]
    assert any(one.endswith(said) for one in known)  # where several sit there, a name stands before it


def test_how_they_plan_tomorrow_at_the_moment_is_a_question_and_no_step() -> None:
    said = Talk(load("freight")).say("And how do you go about planning tomorrow's runs at the moment?").said[0][1]
    assert "magnet" in said.lower() or "board" in said.lower()
