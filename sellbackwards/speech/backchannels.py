"""Backchannels: "mm-hm", "right", "I see", said while the other one goes on speaking."""

from __future__ import annotations

import re

SHORT = 2.0  # seconds: a listener's sound is shorter than this

# What listeners say to show that they listen; a turn made only of these is no answer, unless something was asked.
_LISTENING_WORDS = """
    ah aha absolutely agreed alright all amazing aw awesome bet brilliant completely cool correct course definitely
    exactly excellent fair fantastic fine for gosh go good got gotcha great ha haha hah hear hm hmm huh i indeed
    interesting it know lovely makes mean mhm mhmm mm mmm mm-hm mm-hmm mmhm nice of oh ok okay on perfect really right
    see sense so sounds sure tell that that's thanks that'd the totally true uh uh-huh uhhuh uh-hum um understood
    understand very wow ya yeah yea yep yes you yup
"""
_SOUND_WORDS = "ah aha hm hmm huh mhm mhmm mm mmm mm-hm mm-hmm mmhm oh uh uh-huh uhhuh um wow"
_LISTENING, _SOUNDS = frozenset(_LISTENING_WORDS.split()), frozenset(_SOUND_WORDS.split())
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def _words(text: str) -> list[str]:
    return [word.replace("’", "'").casefold() for word in _WORDS.findall(text)]


def only_backchannels(text: str, seconds: float = 0.0) -> bool:
    """At most five words, all of them listening words, under two seconds (0 where there is no clock)."""
    if len(text) > 80 or seconds >= SHORT:
        return False
    words = _words(text)
    return 0 < len(words) <= 5 and _LISTENING.issuperset(words)


def only_sounds(text: str) -> bool:
    """Nothing but "mm-hm" and the like, which answer nothing."""
    return _SOUNDS.issuperset(_words(text))
