"""The coach's word on an answer, and that pleasing words don't buy it."""

from __future__ import annotations

import json

import pytest

from sellbackwards.speech import BUYER_CRITERIA, PITCH_CRITERIA, coach
from sellbackwards.speech.judging import judge_record

from .gaming import BUYERS, PITCHES, attempts
from .ordinary import TO_A_PITCH, TO_A_REMARK

ATTEMPTS = list(attempts())


def test_there_are_many_attempts() -> None:
    assert len({(task, text) for _, _, task, text in ATTEMPTS}) >= 200


@pytest.mark.parametrize("what", sorted({a[0] for a in ATTEMPTS}))
def test_gaming_fails(what: str) -> None:
    passed = []
    for tried, kind, task, text in ATTEMPTS:
        if tried == what:
            outcome = (coach(text, pitch=task) if kind == "pitch" else coach(text, buyer=task)).outcome
            if outcome == "passed":
                passed.append((task, text))
    assert not passed


@pytest.mark.parametrize(("pitch", "answer"), PITCHES)
def test_the_model_answer_passes(pitch: str, answer: str) -> None:
    assert coach(answer, pitch=pitch).outcome == "passed"


@pytest.mark.parametrize(("buyer", "answer"), BUYERS)
def test_the_model_reply_passes(buyer: str, answer: str) -> None:
    assert coach(answer, buyer=buyer).outcome == "passed"


@pytest.mark.parametrize(("pitch", "answer"), PITCHES)
def test_criteria_are_always_the_same_list(pitch: str, answer: str) -> None:
    for text in (answer, "", "banana", "¿Cómo lo hacen ustedes hoy?", pitch):
        assert tuple(r.criterion for r in coach(text, pitch=pitch).reasons) == PITCH_CRITERIA
        assert tuple(r.criterion for r in coach(text, buyer=pitch).reasons) == BUYER_CRITERIA


def test_evidence_quotes_the_answer() -> None:
    for _, kind, task, text in ATTEMPTS:
        coaching = coach(text, pitch=task) if kind == "pitch" else coach(text, buyer=task)
        for reason in coaching.reasons:
            assert reason.evidence.lower() in text.lower()


@pytest.mark.parametrize(
    "text",
    ["¿Cómo organizan ustedes los viajes de la clase?", "Wie machen Sie das bei Ihnen am Montag?", "Comment faites-vous aujourd'hui avec vos clients ?",
     "Как вы это делаете сегодня?", "您现在是怎么做的？", "Come gestite oggi le consegne in ritardo?"],
)  # fmt: skip
def test_other_languages_go_to_a_person(text: str) -> None:
    coaching = coach(text, pitch="Our buses bring your class to the museum.")
    assert coaching.outcome == "couldn't tell"
    assert coaching.note


@pytest.mark.parametrize(
    "text",
    ["Why so?", "How you are managing it, sir?", "wat do u do then", "No problem at all.", "Die casting, is it?"],
)
def test_short_and_indian_english_is_english(text: str) -> None:
    assert not coach(text, pitch="Our sewing machines need a service only once in two years.").note


def test_empty_is_not_yet() -> None:
    for text in ("", "  ", "\n"):
        coaching = coach(text, pitch="Our vans come with shelving.")
        assert coaching.outcome == "not yet"
        assert coaching.reading.form == "none"
        assert not coaching.reading.flags


def test_judge_gives_the_contract() -> None:
    out = judge_record(
        {"id": "7", "text": "How do you book your lessons today?", "pitch": "Our software books lessons."}
    )
    assert list(out) == ["id", "question", "form", "flags", "areas", "verdict", "reasons"]
    assert (out["id"], out["question"], out["form"], out["verdict"]) == ("7", True, "open", "passed")
    assert json.loads(json.dumps(out)) == out
    assert judge_record({"id": 1, "text": "Tell me more."})["verdict"] is None
    assert judge_record({"text": ""})["verdict"] is None
    assert judge_record({"id": "e", "text": "", "buyer": "No."})["verdict"] == "not yet"
    both = judge_record(
        {"id": "b", "text": "What makes you think so?", "pitch": "Our vans are big.", "buyer": "I don't need this."}
    )
    assert [r["criterion"] for r in both["reasons"]] == list(BUYER_CRITERIA)


@pytest.mark.parametrize(
    "record", [None, [], "text", 3, {}, {"id": "x"}, {"id": "x", "text": 5}, {"text": "a", "pitch": 5}]
)
def test_judge_says_what_is_wrong_with_a_record(record: object) -> None:
    out = judge_record(record)
    assert set(out) == {"id", "error"}
    assert out["error"]


def test_ordinary_good_answers_are_not_turned_away() -> None:
    outcomes = {(task, text): coach(text, pitch=task).outcome for task, text in TO_A_PITCH}
    outcomes |= {(task, text): coach(text, buyer=task).outcome for task, text in TO_A_REMARK}
    assert not [key for key, outcome in outcomes.items() if outcome == "not yet"]
    assert sum(outcome == "passed" for outcome in outcomes.values()) >= 0.85 * len(outcomes)


def test_criteria_are_short_sentences_for_learners() -> None:
    for criterion in (*PITCH_CRITERIA, *BUYER_CRITERIA):
        assert len(criterion.split()) <= 13
        assert "_" not in criterion


def test_what_stands_beside_the_task_belongs_to_it() -> None:
    pitch = "Ours goes round corners, and folds flat."
    question = "What do the patients find hardest between the ward and the garden?"
    assert coach(question, pitch=pitch).outcome == "couldn't tell"
    told = "a fitter of stairlifts, to a hospital. Patients who get to the garden of the ward."
    assert coach(question, pitch=pitch, context=told).outcome == "passed"


@pytest.mark.parametrize(
    ("buyer", "reply", "outcome"),
    [
        ("We've signed with another firm.", "Thank you for telling me. I wish you a good year with them.", "passed"),
        ("Don't call me again.", "Understood. I'll take your number off the list.", "passed"),
        ("We have a man for that.", "Yes, but do you know how unprofessional that looks?", "not yet"),
        ("It's the quiet season.", "I hear you, but are they there on a Saturday night?", "not yet"),
        ("We can't afford it.", "Are you sure?", "not yet"),
        ("We can't afford it.", "If you change your mind today, I'll do it for less.", "not yet"),
        ("Most of my customers come from next door.", "She has told you where her customers come from. Stay there.", "not yet"),
        ("The walls are damp.", "Ask what the damp does to the rooms.", "not yet"),
        ("We had one trainer, it went badly.", "What happened?", "passed"),
    ],
)  # fmt: skip
def test_letting_go_is_good_and_a_yes_but_is_not(buyer: str, reply: str, outcome: str) -> None:
    assert coach(reply, buyer=buyer).outcome == outcome


@pytest.mark.parametrize(
    "text",
    [
        "What do you need?",
        "What are your needs and how do you reach your business goals today?",
        "Kindly share your pain points.",
        "What would six trays at once change for you?",
        "How do you manage today without an oven that cleans itself?",
        "How did you like the football last night?",
    ],
)
def test_what_would_do_for_any_pitch_or_sells_this_one_is_not_yet(text: str) -> None:
    assert (
        coach(text, pitch="This oven bakes six trays at once, it cleans itself, and we fit it free.").outcome
        == "not yet"
    )


@pytest.mark.parametrize(
    ("buyer", "reply"),
    [
        ("What does it come to for twenty people?", "Six hundred a month, VAT on top."),
        ("Is the training included?", "It is, yes."),
        ("Sorry for being late.", "No problem at all, thanks for coming."),
        ("Could we meet an hour later?", "That's fine with me."),
        ("My father's in hospital.", "I'm so sorry to hear that, I hope he's better soon."),
        ("I need some time to decide.", "Of course, take all the time you need."),
    ],
)
def test_an_answer_or_a_thank_you_can_be_all_that_is_called_for(buyer: str, reply: str) -> None:
    assert coach(reply, buyer=buyer).outcome != "not yet"


def test_a_question_for_any_pitch_does_not_pass_and_its_own_does() -> None:
    pitch = "Our filter catches phishing emails before anyone sees them."
    assert coach("What would it take for you to book with us?", pitch=pitch).outcome != "passed"
    assert coach("What are you hoping to achieve as a company next year?", pitch=pitch).outcome != "passed"
    assert coach("What happens when one of your people clicks on a fake message?", pitch=pitch).outcome == "passed"


@pytest.mark.parametrize("told", ["Few people buy more than one in their life.", "Most shops go through that once."])
def test_what_is_said_of_everybody_argues_with_nobody(told: str) -> None:
    said = coach(told + " What should yours do for you?", buyer="We've never had to choose a lift before.")
    assert "contradiction" not in {*said.reading.flags} - said.reading.doubtful


@pytest.mark.parametrize(
    ("buyer", "reply"),
    [
        ("We nearly always wash it here.", "Nearly always. Who does it when you don't, though?"),
        ("The site is fine. Orders come in.", "What kept you thinking about it, though?"),
        ("Only what you have.", "We have one. What should it help you decide?"),
        ("It is not really the beds that –", "Sorry, I interrupted. Please go on."),
        ("She knows who signs what.", "So she does. Where could the others find that if she weren't there?"),
        ("Half of them didn't come.", "That's not what you thought, is it? What will you tell the others?"),
    ],
)
def test_a_polite_reply_in_its_own_manner_is_never_wrong(buyer: str, reply: str) -> None:
    assert coach(reply, buyer=buyer).outcome != "not yet"


@pytest.mark.parametrize(
    ("buyer", "reply"),
    [
        ("We nearly always wash it here.", "It costs you more, though."),
        ("April is no good for us.", "You could squeeze it in, though, couldn't you?"),
        ("The site is fine.", "That's not true, it's slow. What would you like to have?"),
        ("It is not really the beds that –", "Go on. Our towels are the best in town, too."),
    ],
)
def test_a_polite_tail_makes_no_argument_good(buyer: str, reply: str) -> None:
    assert coach(reply, buyer=buyer).outcome == "not yet"


@pytest.mark.parametrize(
    "reply",
    [
        "What made them stop? If we could win them back, would it be worth a change to you?",
        "If I could free your evenings, would you give it a try?",
        "How did the second shop begin? We have a module for two shops, I can send you the brochure.",
        "When do you order twice? I could email you our catalogue.",
    ],
)
def test_a_question_does_not_excuse_the_close_or_the_brochure_beside_it(reply: str) -> None:
    buyer = "Since we opened the second shop I order the same book twice, and my evenings are gone."
    assert coach(reply, buyer=buyer).outcome == "not yet"


def test_a_brochure_that_was_asked_for_may_be_sent() -> None:
    reply = coach(
        "I can send you the catalogue today. What will you look for in it?", buyer="Just send me your catalogue."
    )
    assert next(r.met for r in reply.reasons if r.criterion == "No pitch, no price") is True


def test_a_step_under_a_condition_closes_nothing() -> None:
    reply = coach(
        "If we could look at one week of orders together, would you tell me where it went wrong?",
        buyer="I order the same book twice, every week.",
    )
    assert next(r.met for r in reply.reasons if r.criterion == "No pressure") is not False


def test_a_kind_second_half_makes_an_open_question_doubtful_and_not_wrong() -> None:
    pitch = "Our door lock knows every member by their phone, and this month the installation is free."
    first = coach(
        "How do your members get in at six in the morning, and is it any bother to you?", pitch=pitch
    ).reasons[0]
    assert first.met is None


@pytest.mark.parametrize("reply", ["Don't worry, I'm never ill.", "Actually, that has never happened to me."])
def test_what_may_brush_a_worry_aside_does_not_pass_as_a_plain_answer(reply: str) -> None:
    buyer = "You're one person. What do I do if you're ill in the last week before printing?"
    assert coach(reply, buyer=buyer).outcome != "passed"


def said_of(buyer: str, reply: str, criterion: str) -> bool | None:
    return next(r.met for r in coach(reply, buyer=buyer).reasons if r.criterion == criterion)


@pytest.mark.parametrize(
    ("buyer", "reply"),
    [
        ("What do I do if you're ill before printing?", "But have I ever been late?"),
        ("I'm worried nobody turns up.", "when have we ever let you down"),
        ("The last one missed the deadline.", "Did we ever miss one of yours?"),
        ("How do I know it works?", "Believe me, it works."),
        ("My husband has to agree.", "He'll love it, believe me."),
        ("Agency staff never stay.", "trust us, ours do"),
        ("It may not suit my team.", "They'll be fine, trust me on that."),
        ("Will it really be quiet?", "Take my word for it."),
        ("The site is fine.", "This isn't true, I looked at it. What do you want from it?"),
    ],
)
def test_asking_to_be_believed_argues(buyer: str, reply: str) -> None:
    assert said_of(buyer, reply, "Doesn't argue") is False


@pytest.mark.parametrize(
    ("buyer", "reply"),
    [
        ("The last firm let us down.", "What would a new one have to do before you'd trust them?"),
        ("I trust nobody with the keys.", "Who do you trust most with them today?"),
        ("I've been up all night.", "Believe me, I know that feeling. What kept you up?"),
        ("We've used them for ten years.", "Have they ever let you down?"),
        ("The forecast isn't right.", "That isn't right, is it? What does it do to your orders?"),
    ],
)
def test_speaking_of_trust_does_not(buyer: str, reply: str) -> None:
    assert said_of(buyer, reply, "Doesn't argue") is not False


@pytest.mark.parametrize(
    "reply",
    [
        "What would it take for you to sign with us?",
        "what will it take to get you on board",
        "So what do we have to do to win your business?",
        "What would it take to earn your custom today?",
    ],
)
def test_asking_what_a_yes_would_take_pushes(reply: str) -> None:
    assert said_of("It looks good so far.", reply, "No pressure") is False
    assert coach(reply, pitch="Our filter catches phishing emails.").outcome == "not yet"


@pytest.mark.parametrize(
    "reply",
    [
        "What would it take for you to feel at ease with it?",
        "What does it take to get a room ready?",
        "What do you have to do to get an order out by noon?",
    ],
)
def test_asking_what_their_work_takes_does_not(reply: str) -> None:
    assert said_of("It looks good so far.", reply, "No pressure") is not False


@pytest.mark.parametrize(
    ("buyer", "reply"),
    [
        ("The other firm does it for forty less.", "I can't match that. What would make the difference for you?"),
        ("They offered us eleven percent.", "We can't go that low, I'm afraid. What else matters to you?"),
        ("They do it for 300.", "I won't beat 300. What would you miss if you took theirs?"),
        ("Could you do it in a week?", "we cant do that in a week. what happens if it takes two"),
    ],
)
def test_an_honest_no_before_a_question_is_no_failure(buyer: str, reply: str) -> None:
    assert coach(reply, buyer=buyer).outcome == "passed"


@pytest.mark.parametrize(
    ("buyer", "reply"),
    [
        ("Our IT man has his doubts.", "I'll ring your IT man tomorrow, find out what worries him, and write to you by Friday."),
        ("Do you have a reference near here?", "One, a bakery in Leeds. I'll ask them today if they'd take a call and send you the number."),
        ("I can't talk now.", "So sorry, I didn't mean to disturb. I'll ring you after four."),
    ],
)  # fmt: skip
def test_saying_what_one_does_next_instructs_nobody(buyer: str, reply: str) -> None:
    assert coach(reply, buyer=buyer).outcome == "passed"


@pytest.mark.parametrize(
    "reply",
    [
        "Documents can go back and forth for weeks. Nobody knows yet what they are for.",
        "Say yes first. Then ask the one thing you need to know.",
        "The boss will read it, for a minute or so.",
        "Most of the work is done on paper there.",
    ],
)
def test_what_tells_of_the_world_is_never_surely_enough(reply: str) -> None:
    assert coach(reply, buyer="Our drivers have to guess the route.").outcome != "passed"
    assert coach(reply, buyer="Send me something that I can show my boss.").outcome != "passed"


@pytest.mark.parametrize(
    ("buyer", "reply"),
    [
        ("Thanks for today, that was useful.", "Thank you too, I appreciate the time! Have a good evening."),
        ("I'll check with finance and get back to you on Thursday.", "Sounds good, Thursday is perfect. Thank you!"),
        ("Sorry for the late reply.", "No need to apologise, I know it's payroll week for you. Thanks for coming back to me."),
        ("Could we start ten minutes later?", "no problem at all, see u then"),
        ("Is the training included?", "It is, yes."),
        ("You were right about the date format.", "Glad it's solved, thanks for telling me."),
    ],
)  # fmt: skip
def test_thanks_agreeing_and_plain_answers_pass(buyer: str, reply: str) -> None:
    assert coach(reply, buyer=buyer).outcome == "passed"
