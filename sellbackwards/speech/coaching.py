"""A coach's word on an answer: published criteria, each met, not met or not to be told, and what follows."""

from __future__ import annotations

from collections.abc import Sequence

from sellbackwards.speech.engine import read_with_pitch
from sellbackwards.speech.held import Judged
from sellbackwards.speech.questions import open_question, question_for
from sellbackwards.speech.reading import Coaching, Outcome, Reason
from sellbackwards.speech.reply_criteria import judge_reply

# What an answer is judged by, in this order. Shown to learners before they answer.
PITCH_CRITERIA = (
    "Asks an open question",
    "Is about the need or the way of working behind this pitch",
    "Names no product, feature or price",
    "Leaves the answer to the buyer (no leading, no pushing)",
)
BUYER_CRITERIA = (
    "Picks up what the buyer said",
    "Stays curious: asks, reflects, or suggests a step that the remark invites",
    "Doesn't argue",
    "No pitch, no price",
    "No pressure",
)
QUESTION_CRITERIA = ("Asks an open question",)
OTHER_LANGUAGE = "This looks like another language than English. I only know English, so a person should look at it."


def coach(text: str, pitch: str | None = None, buyer: str | None = None, context: str = "") -> Coaching:
    """Judge `text` as an answer to a pitch (to be turned into a question) or to a buyer's remark, which counts first.

    `context` is plain text that stands beside the task (the trade, the need behind the pitch, the scene): its words
    belong to the matter as those of the pitch or remark do.

    `reasons` are always the published criteria of that kind, in their order. "passed" where all are met, "not yet"
    where one isn't, "couldn't tell" where none is missed and one can't be told.
    """
    if buyer is not None:
        pitch = None
    reading, parts = read_with_pitch(text, pitch, buyer)
    criteria = BUYER_CRITERIA if buyer is not None else PITCH_CRITERIA if pitch is not None else QUESTION_CRITERIA
    if reading.foreign:
        return Coaching("couldn't tell", tuple(Reason(c, None) for c in criteria), reading, OTHER_LANGUAGE)
    if not parts:
        return Coaching(
            "not yet",
            tuple(Reason(c, False) for c in criteria[:1]) + tuple(Reason(c, None) for c in criteria[1:]),
            reading,
        )
    judged: tuple[Judged, ...]
    if buyer is not None:
        judged = judge_reply(text, reading, parts, buyer, context)
    elif pitch is not None:
        judged = question_for(text, reading, parts, pitch, context)
    else:
        judged = (open_question(text, reading, parts),)
    reasons = tuple(Reason(c, met, evidence) for c, (met, evidence) in zip(criteria, judged, strict=True))
    return Coaching(_outcome(reasons), reasons, reading)


def _outcome(reasons: Sequence[Reason]) -> Outcome:
    if any(r.met is False for r in reasons):
        return "not yet"
    return "passed" if all(r.met for r in reasons) else "couldn't tell"
