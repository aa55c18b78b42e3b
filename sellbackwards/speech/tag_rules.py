"""The tails of sentences that ask to agree, or check: patterns as data (patterns.py)."""

from __future__ import annotations

from sellbackwards.speech.asking_words import LISTS
from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.patterns import Rule, Table

# A tail that turns a statement into a request to agree. Only at the end.
TAGS = Table(
    [
        Rule(
            "asks to agree",
            (
                "@AUX n't @SUBJECT $",
                "@AUX @SUBJECT not $",
                "right $",
                "[am] i right $",
                "correct $",
                "huh $",
                "eh $",
                "na $",
                "agreed $",
                "do you agree $",
                "you agree $",
                "agree $",
                "yeah $",
                "yes $",
                "no $",
                "true $",
                "is n't $",
                "you know what i mean $",
                "or am i wrong $",
                "am i wrong $",
                "would n't you agree|say|think $",
                "do n't you think|agree|find $",
                "not so $",
                "or no $",
                "you see $",
                "or what $",
                "yes or no $",
                "yea $",
                "yep $",
                "see $",
                "shall we $",
                "or $",
                "surely $",
                "hey $",
                "abi|shey|sha|nah|ne $",
                "you know that right $",
                "[so|then] i hope|suppose|presume|assume|guess|bet|gather|imagine $",
                "presumably|obviously|clearly $",
                "do you not think|agree $",
                "or am i right $",
            ),
            "A tag asks for a yes, not for news.",
            ("You work on Saturdays, right?",),
        ),
        Rule(
            "asks to agree after a no",
            ("is|are|was|were|do|does|did|have|has|can|could|will|would|should it|you|they|he|she|we|i|there|that $",),
            "After a negative statement: it isn't cheap, is it?",
            ("You don't open on Sundays, do you?",),
        ),
        Rule(
            "checks",
            (
                "is that right|correct|it|so|fair|accurate|about|okay|ok|fine|true [right] $",
                "is this right|correct|fine|ok|okay|so $",
                "did i get [that|it] [right] $",
                "have i got [that|it] [right] $",
                "am i *3 right|close|understanding|hearing|getting|reading *4 $",
                "does that sound [about] right|fair|ok $",
                "is it $",
                "do i have that right $",
                "have i understood *3 $",
                "ok|okay|alright|deal|fine [with|for] [you] $",
                "would that be fair *3 $",
                "or is it $",
                "or not $",
                "or is that $",
                "sound [about] right|fair|good|ok|okay $",
                "or [are|is|do|does|did] $",
            ),
            "Asks whether it was understood: a real yes or no.",
            ("So the night shift is the sore point. Is that it?", "Have I understood that correctly?"),
        ),
    ],
    LISTS,
)

# Tags that are a tag only before a question mark, and those that always are.
TAGS_ASKING = word_set(
    "yes no true see yeah yep surely ya na agree agreed or nah yea imagine suppose hope guess gather presume"
)
TAGS_SURE = word_set("huh eh innit")
# "all right", "that is right", "you are right" agree; they don't ask.
NOT_BEFORE_RIGHT = word_set("is that be the all are not you just about am it really top bottom far upper lower")
