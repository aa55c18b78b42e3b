"""The rules by which a talk moves: what each turn does to openness, pull and tension, why, and from which seed.

Nothing else moves them, but for the pull that the buyer's own facts carry (`tells`). docs/buyer.md shows this table,
and the debrief quotes its reasons.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """`when` a turn does this, the three move by so much; `why` is what the debrief says (to the learner)."""

    when: str
    why: str
    seeds: tuple[str, ...]
    openness: float = 0.0
    pull: float = 0.0
    tension: float = 0.0


RULES: dict[str, Rule] = {
    # ---- listening and asking
    "follow_up": Rule(
        "an open question on what they just said",
        "You took up what they had just said and asked openly. People tell more to someone who listens.",
        ("S4.5", "S0.2"),
        0.05,
        0.0,
        -0.03,
    ),
    "open": Rule(
        "an open question",
        "An open question leaves them room to say what matters to them.",
        ("S0.2",),
        0.03,
        0.0,
        -0.01,
    ),
    "closed": Rule(
        "a closed question",
        "A closed question gets a short answer. The story behind it stayed with them.",
        ("S4.5",),
        0.0,
        0.0,
        0.0,
    ),
    "form_filling": Rule(
        "the fourth closed question in a row, and each one after",
        "One closed question after the other feels like filling in a form.",
        ("S4.5", "S4.4"),
        -0.06,
        0.0,
        0.05,
    ),
    "many_questions": Rule(
        "two or more questions at once",
        "They could answer only one of your questions. Ask one, and wait.",
        ("S4.5",),
        -0.01,
        0.0,
        0.01,
    ),
    "same_again": Rule(
        "the same words as before",
        "You had said that before, in the same words.",
        ("S4.4",),
        -0.03,
        0.0,
        0.04,
    ),
    "asked_again": Rule(
        "a question that is answered already",
        "They had answered that. Asked again, they wonder whether you listen.",
        ("S4.5",),
        -0.02,
        0.0,
        0.02,
    ),
    "asks_back": Rule(
        "a question that they are half sure of: they ask back",
        "They weren't sure what you meant, and asked. Say yes, or say it in other words.",
        (),
    ),
    "no_answer": Rule(
        "a question to which they know no answer, or not this one",
        "They couldn't tell you that. What they said last may lead further.",
        (),
    ),
    "says_back": Rule(
        "says back, in few words, what they said",
        "You said back what you had heard. They felt understood, and heard themselves say it.",
        ("S4.5", "S2.9"),
        0.06,
        0.04,
        -0.04,
    ),
    "feels_with": Rule(
        "feels with them, in few words",
        "You let them see that it reached you.",
        ("S2.5", "S4.5"),
        0.03,
        0.0,
        -0.03,
    ),
    "not_quite": Rule(
        "says back what they did not say",
        "That wasn't what they had said. Use their own words.",
        ("S4.5",),
        -0.02,
        0.0,
        0.01,
    ),
    "unchanged": Rule(
        "asks what happens if nothing changes",
        "You asked what happens if nothing changes. The answer is theirs, and so is the urgency.",
        ("S3.6", "S3.7", "S3.8"),
        0.01,
        0.06,
        0.0,
    ),
    "cost": Rule(
        "asks what it costs them or means for them",
        "You asked what it means for them. Urgency comes from their own business, never from what is sold.",
        ("S3.5", "S3.9"),
        0.01,
        0.04,
        0.0,
    ),
    "tells": Rule(
        "they tell a fact that matters (facts that say what it costs them weigh double)",
        "They told you something that speaks for a change, in their own words.",
        ("S3.5", "S3.10"),
    ),
    "not_open": Rule(
        "asks for what they are not open enough to tell",
        "They were not ready to tell you that. Listen first; it may come later.",
        ("S4.5",),
    ),
    "nod": Rule(
        "a nod, after they told something",
        "You left them room, and they went on.",
        ("S4.5",),
        0.01,
        0.0,
        -0.01,
    ),
    "only_nods": Rule(
        "the third nod in a row, and each one after",
        "Nods alone carry no talk. After listening comes a question.",
        ("S4.5",),
        -0.05,
        -0.02,
        0.02,
    ),
    # ---- telling
    "pitch_early": Rule(
        "says what they could have, before the need is clear",
        "You told them what you have before they had said what they need.",
        ("S0.6", "S3.11", "S4.3"),
        -0.10,
        -0.03,
        0.09,
    ),
    "pitch_late": Rule(
        "praises the offer once the need is clear",
        "They knew by then what they need. Praise added nothing.",
        ("S0.8",),
        -0.02,
        0.0,
        0.03,
    ),
    "tells_unasked": Rule(
        "tells, and asks nothing",
        "You told and asked nothing. It could have been said without them there.",
        ("S4.4",),
        -0.03,
        0.0,
        0.02,
    ),
    "long": Rule(
        "more than 90 words at once",
        "That was long, and they stopped listening.",
        ("S4.3", "S4.4"),
        -0.06,
        0.0,
        0.05,
    ),
    "answers": Rule(
        "tells about the way when they ask for it",
        "They had asked, and you answered: on the way to a solution you are the expert.",
        ("S1.2", "S1.6"),
        0.03,
        0.02,
        -0.02,
    ),
    # ---- pushing
    "contradiction": Rule(
        "contradicts them",
        "You contradicted them. “Yes, but” makes two sides of one table.",
        ("S2.6", "S0.7"),
        -0.09,
        -0.02,
        0.15,
    ),
    "pressure": Rule(
        "pushes for the sale",
        "You pushed. The harder one pushes, the more they hold on to what they have.",
        ("S2.4", "S3.2", "S4.1"),
        -0.10,
        -0.04,
        0.18,
    ),
    "seller_need": Rule(
        "speaks of what the seller needs",
        "What you need to sell means nothing to them.",
        ("S3.1", "S3.2"),
        -0.06,
        0.0,
        0.10,
    ),
    "leading": Rule(
        "a question with the answer built in",
        "The answer was built into your question. They noticed.",
        ("S0.2",),
        -0.03,
        0.0,
        0.04,
    ),
    "hands_over": Rule(
        "leaves it to them to say what is to be done, or promises whatever they want",
        "You left it to them to know the way. They have other work, and rely on you for that.",
        ("S1.4", "S1.6", "S1.7"),
        -0.04,
        -0.02,
        0.02,
    ),
    # ---- leading
    "leads_early": Rule(
        "suggests a step before the need is clear",
        "You suggested a step before they saw a reason to change.",
        ("S3.6", "S3.11"),
        -0.03,
        0.0,
        0.06,
    ),
    "names_time": Rule(
        "speaks of the day of a step",
        "You spoke of the day. A step is agreed on when it has one.",
        (),
    ),
    "takes_back": Rule(
        "takes a step back that was suggested",
        "You took it back when they weren't ready. That leaves the decision with them.",
        ("S2.4", "S1.8"),
        0.02,
        0.0,
        -0.03,
    ),
    "brings_out": Rule(
        "suggests a step, and a worry comes out",
        "Your suggestion brought out what holds them back. Now it can be heard.",
        ("S1.8", "S2.8"),
    ),
    "leads": Rule(
        "suggests a step once the need is clear",
        "You suggested the next step when they needed one, and left the decision with them.",
        ("S1.8", "S1.9", "S3.11"),
        0.04,
        0.05,
        -0.04,
    ),
    "only_asks": Rule(
        "asks on, though they asked for a suggestion",
        "They had asked what you suggest. Asking on left them alone with it.",
        ("S1.6", "S1.9"),
        -0.05,
        -0.05,
        0.03,
    ),
    "hears_objection": Rule(
        "takes up a worry: asks about it, says it back, or answers what was asked",
        "You took their worry seriously before doing anything about it.",
        ("S2.8", "S2.9"),
        0.05,
        0.03,
        -0.08,
    ),
    "brushes_objection": Rule(
        "talks a worry away",
        "They told you a worry and you talked it away. It grew.",
        ("S2.6", "S0.7"),
        -0.07,
        -0.04,
        0.12,
    ),
    "passes_objection": Rule(
        "passes a worry by",
        "They told you a worry, and you went on to something else.",
        ("S4.5", "S2.4"),
        -0.03,
        0.0,
        0.04,
    ),
    "honest": Rule(
        "says plainly that it isn't for them",
        "You said plainly what you saw. That saves both of you time, and they'll remember it.",
        ("S0.4", "S2.5", "S4.6"),
        0.08,
        0.0,
        -0.08,
    ),
    "honest_early": Rule(
        "says that it isn't for them before the reason is out",
        "You said that it isn't for them before you knew enough to say so.",
        ("S0.2", "S0.4"),
    ),
    "presses_misfit": Rule(
        "goes on to sell what can't be right for them",
        "They had told you why it can't be right for them, and you went on selling.",
        ("S0.4", "S2.7"),
        -0.15,
        -0.05,
        0.25,
    ),
    # ---- all else
    "manners": Rule(
        "hello, thanks, small talk",
        "A friendly word. It does no harm, and no work.",
        (),
        0.01,
        0.0,
        -0.01,
    ),
    "copied": Rule(
        "reads their own words back to them, whole",
        "You read their own sentence back to them. Say it shorter, in your words.",
        ("S4.5",),
        -0.03,
        0.0,
        0.03,
    ),
    "rude": Rule("is rude", "That was rude.", ("S2.5",), -0.20, 0.0, 0.30),
    "not_understood": Rule(
        "couldn't be understood",
        "They didn't understand that. Nothing is lost; try other words.",
        (),
    ),
    "silence": Rule("says nothing", "You said nothing. A pause is good; they waited for a word, though.", ()),
    "goes_by": Rule("a remark that does nothing", "That moved nothing.", ()),
}
