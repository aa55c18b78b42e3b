"""What people go on to ask after a story, in words that nobody learned from: it gets its own small answer, not a neighbour."""

from __future__ import annotations

import pytest

from sellbackwards.buyer import State, Talk, load

STORY_AND_NEXT = (
    # buyer, what brings the story, what is asked next, the fact that answers
    ("clinic", "What happened that Friday?", "Was that a one-off, or are Fridays often like that?", "usual_friday"),
    ("clinic", "How do you remind people?", "How many hours does she spend on the phone for that?", "remind_result"),
    ("clinic", "What would you like to do, if you had the time?", "So why haven't you started it?", "class_stop"),
    ("clinic", "What made you write to us on a Sunday night?", "Have you mentioned it to Lorraine?", "who_knows"),
    ("bakery", "What happened in October?", "What did you do while you waited for it to get hot?", "those_hours"),
    ("bakery", "What happened in October?", "What did people say in the shop?", "saturday_shops"),
    ("bakery", "Who does the repairs?", "Does he know you talk to people like me?", "benno_knows"),
    ("bakery", "What made you leave your card?", "What does your husband think about it?", "husband"),
    ("machine_shop", "What happened with the drill?", "Who was at the machine?", "who_ran_it"),
    ("machine_shop", "What happened with the drill?", "Which customer was waiting?", "job_then"),
    ("machine_shop", "What happened with the drill?", "What did you do until Tuesday?", "that_weekend"),
    ("machine_shop", "How do you keep your tools?", "Whose job is it to see the drawer is low?", "whose_drawer"),
    ("landlord", "What made you write to us in the night?", "Who was she? Did she get to work?", "the_girl"),
    ("landlord", "What made you write to us in the night?", "Who was the locksmith?", "night_locksmith"),
    ("landlord", "What have you tried so far?", "What should they have done?", "must_do"),
    ("landlord", "Who do the tenants ring?", "Who covers for you when you're on vacation?", "away"),
    ("charity", "What happened with that letter?", "How come he was still on the list?", "how_still_in"),
    ("charity", "What was the wee question?", "How did you find out?", "how_heard"),
    ("charity", "How do you keep the names?", "When does the next letter go out?", "next_mailing"),
    ("freight", "How do you plan it?", "Could anyone else do it?", "who_could"),
    ("freight", "How do you plan it?", "How many drops is that a day?", "drops"),
    ("freight", "Why did Julie want us to talk?", "What does she want from this?", "julie_wants"),
    ("freight", "How do you plan it?", "What do you see that others don't?", "what_i_see"),
    ("freight", "What is a morning like?", "Which part would you like to get rid of?", "hand_over"),
)  # fmt: skip


def test_what_is_asked_next_gets_its_own_answer() -> None:
    missed = []
    for buyer, story, asked, fact in STORY_AND_NEXT:
        assert not load(buyer).fact(fact).matters, f"{buyer}, {fact}"
        talk = Talk(load(buyer), [story, asked])
        if fact not in (*talk.state.told, *talk.state.touched):
            missed.append(f"{buyer}, {fact}: “{asked}” gets “{talk.turns[-1].buyer}”")
    assert len(missed) <= len(STORY_AND_NEXT) // 6, "\n".join(missed)


TOLD_AND_NEXT = (
    # buyer, the piece that was told, what is asked next, the fact that answers
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


@pytest.mark.parametrize(
    ("ident", "told", "line", "wanted"), TOLD_AND_NEXT, ids=[f"{a}-{d}" for a, _, _, d in TOLD_AND_NEXT]
)
def test_what_one_asks_next_is_answered(ident: str, told: str, line: str, wanted: str) -> None:
    scenario = load(ident)
    talk = Talk(scenario)
    last = scenario.fact(told).says[0]
    talk.state = State(openness=0.65, told=[told], thread=told, last=last, said=[last])
    turn = talk.say(line)
    assert wanted in {*turn.new, *talk.state.touched}, turn.buyer
