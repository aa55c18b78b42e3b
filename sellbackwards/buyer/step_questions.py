# ruff: noqa: E501
"""What is asked about a step that was suggested: who should be there, what to look at, what a page should say."""

from __future__ import annotations

import re

from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.matching import index, unlocked
from sellbackwards.buyer.telling import SURE

_WITHIN = 4  # turns after which a question is no longer about the step
_MEETING = r"(?:be (?:there|on (?:it|that|the \w+)|in (?:it|that|the \w+)|with us)|come(?: along)?|join(?: us)?|sit in|take part|see (?:it|that)|on (?:that|the|this) (?:call|phone)|in (?:that|the|this) (?:call|meeting|room|talk))"
_OURS = r"(?:should|shall|could|can|do|would|will|may|must) (?:I|we)"
_A_PAGE = r"(?:it|that|this|(?:the|that|this|my|your) (?:page|note|list|report|write-?up|account|summary|e?-?mails?|message|plan|paper|sheet|letter|document))"
_ABOUT_IT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (situation, re.compile(pattern, re.IGNORECASE))
    for situation, pattern in (
        (
            "step_who",
            rf"\bwho(?:m|'s|se)?\b[^?]*\b{_MEETING}|\bwho (?:else )?(?:should|needs? to|has to|ought to|must|do you want|would you (?:like|want))\b[^?]*\b(?:there|with you|along|invite|ask)\b"
            rf"|\b(?:any(?:body|one)|some(?:body|one)|who) else\b[^?]*\b{_MEETING}",
        ),
        (
            "step_look",
            rf"\b(?:what|which|where|who) {_OURS} (?:\w+ ){{0,2}}?(?:look|bring|ask|see|watch|start|begin|check|cover|talk|speak|prepare|read|pay attention|focus)\b",
        ),
        (
            "step_says",
            rf"\bwhat (?:would|do|should|must|does|'d|has to|needs to) (?:(?:you|you'd|like|want|need|have|expect|hope|rather) ){{0,3}}(?:to )?(?:be (?:on|in) )?{_A_PAGE}(?: (?:have|need))?(?: to)?(?: (?:say|show|hold|have|cover|answer|tell|look like|include|contain|prove)\b|\W*$)"
            rf"|\bwhat (?:should|would you (?:like|want) to|do you want to|must|has to|needs to) (?:be|stand|see|read|find) (?:on|in) {_A_PAGE}",
        ),
    )
)


def asks_of_the_step(x: Exchange) -> bool:
    """Answer a question about a step that was suggested lately; False where there is none, or it asks for something else."""
    state = x.state
    if not state.step or not state.told or not x.lately("too_early", "too_early_again", *_AFTER_A_STEP, turns=_WITHIN):
        return False
    situation = next((name for name, pattern in _ABOUT_IT if pattern.search(x.heard.last_sentence)), "")
    if not situation:
        return False
    value, best = x.ranked[0]
    words = index(x.scenario)
    named = best and x.heard.content & (words.said[best.id] | words.about[best.id].keys())
    if best and named and value >= SURE and best.id not in state.told and unlocked(best, state):
        return False  # they have an answer of their own
    x.meets("asks_of_step", x.heard.text[-80:])
    x.say(x.line(situation))
    return True


# What they say to a step, or to its day.
_AFTER_A_STEP = (
    "smaller_step", "reason_heard", "other_day", "other_day_early", "day_heard", "day_suits", "day_waits", "day_too_early", "which_day",
    "when_good", "step_waits", "before_yes", "asks_them", "step_who", "step_look", "step_says",
)  # fmt: skip
