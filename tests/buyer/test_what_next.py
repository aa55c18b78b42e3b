"""Who was told a piece of a story asks for the next one, and gets that, not its neighbour."""

from __future__ import annotations

import pytest

from sellbackwards.buyer import State, Talk, load

NEXT = (
    ("museum", "page", "Have you ever written to that nephew?", "password"),
    ("museum", "who_comes", "And how many of those boats tie up here?", "boats_many"),
    ("museum", "who_comes", "What does a class do while it's here?", "class_today"),
    ("restaurant", "tables", "What's a Friday like in here?", "friday"),
    ("restaurant", "quiet", "Have you tried anything to fill them?", "quiet_tried"),
    ("restaurant", "turned_away", "Where do those people go, then?", "turned_then"),
    ("vp_operations", "sent_home", "Why haven't you shown it to Greg yet?", "not_shown"),
    ("vp_operations", "sent_home", "Could any of the nineteen have worked over there?", "nineteen_over"),
    ("vp_operations", "cfo", "And what did you tell him?", "greg_answer"),
    ("founder_email", "germany", "How did those eleven come to you?", "eleven_came"),
    ("founder_email", "investor", "Would you go to Germany if Koen didn't want it?", "germany_mine"),
    ("renewal", "march", "What did you do that morning?", "that_day"),
    ("renewal", "march", "And what did our people tell you when you rang?", "told_march"),
    ("renewal", "september", "How did your engineers take it?", "took_sept"),
    ("committee", "replies", "Gethin, where do those replies end up?", "replies_where"),
    ("committee", "morning", "Shabnam, how many of the sixty are really missing?", "fine_of_sixty"),
    ("committee", "contracts", "Marcia, who signed all those?", "who_signs"),
)


@pytest.mark.parametrize(("ident", "told", "line", "wanted"), NEXT, ids=[f"{a}-{d}" for a, _, _, d in NEXT])
def test_what_one_asks_next_is_answered(ident: str, told: str, line: str, wanted: str) -> None:
    scenario = load(ident)
    talk = Talk(scenario)
    last = scenario.fact(told).says[0]
    talk.state = State(openness=0.65, told=[told], thread=told, last=last, said=[last])
    turn = talk.say(line)
    assert wanted in {*turn.new, *talk.state.touched}, turn.buyer
