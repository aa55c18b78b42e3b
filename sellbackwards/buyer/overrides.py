"""What `speech` hears in a turn and a buyer wouldn't mind: second thoughts, before anything is held against the seller.

A coach may look twice at a word; a person on the phone lets most of them pass. Each second thought takes one flag away,
for the reason that stands beside it. Whoever talks with a buyer and is wronged by it adds one here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sellbackwards.buyer import patterns
from sellbackwards.speech import Reading


@dataclass(frozen=True)
class Said:
    """A turn, and the moves that are left of it. `worried`: they had just told a worry; a "but" weighs more then."""

    text: str
    reading: Reading
    worried: bool
    does: dict[str, str]

    def words(self, flag: str) -> str:
        """The words that a flag rests on, in small letters; nothing where it isn't there."""
        return self.does.get(flag, "").lower()

    @property
    def open(self) -> bool:
        """It ends in an open question."""
        return self.reading.form == "open"


def _any(*wordings: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(wordings) + r")\b", re.IGNORECASE)


# What one says against somebody. Without one of these a "not" may be said of anything.
_ARGUES = _any(
    "but|actually|wrong|nonsense|not true|isn't true|that's not|that isn't|have to|you need|must|should|shouldn't",
    r"admit|believe me|trust me|disagree|no|mistake|mistaken|everybody|everyone|surely|of course you|exaggerat\w+",
)
# One word alone contradicts only where it is one of these.
_AGAINST = ("but", "no", "wrong", "actually", "nonsense")
# "You may say no": it leaves them free
_SAY_NO = re.compile(r"\bsay(?:s|ing)? no\b", re.IGNORECASE)
# "But I can imagine", "nobody but you"
_BUT_WITH_THEM = _any(
    r"but (?:i (?:can|could) (?:imagine|see|understand)|i (?:see|understand)|(?:it|that) must)",
    r"(?:nobody|no one|nothing|anything|anybody|everything|all|last)(?: \w+){0,4} but",
)
# "But haven't you seen …": a question that argues
_BUT_YOU = re.compile(
    r"but (?:you|have|haven't|don't|do not|didn't|isn't|aren't|wouldn't|surely|why don't|that's)\b", re.IGNORECASE
)
_NO_NEED_TO = re.compile(r"you (?:don't|won't) (?:have|need)(?: to)?", re.IGNORECASE)
# Pressure in an open question has one of these.
_STRONG = re.compile(r"\b(?:sign|signature|buy|order|contract|deal|commit|discount|today|tonight|yes)", re.IGNORECASE)
_WHERE_TO_BEGIN = re.compile(r"where (?:should|shall|do|would|can) (?:we|i|you) .{0,12}(?:start|begin)", re.IGNORECASE)
_JUST_SAYS = re.compile(r"i(?:'m| am) (?!(?:com|bring|go|visit|send|arrang|book|suggest)ing)\w+ing\b", re.IGNORECASE)
_THEIRS = re.compile(r"you(?:'ve| have)(?: got)? ", re.IGNORECASE)
# Whoever asks these asks about them, whatever else the words look like.
_ABOUT_THEM = ("today", "why_now", "trouble", "tried")


def _but_what_of(reading: Reading) -> bool:
    """ "But the water, does that go well?": on to something else, and against nobody."""
    buts = [one for one in reading.sentences if re.match(r"\W*but\b", one.text, re.IGNORECASE)]
    return bool(buts) and all(one.form != "none" and not _BUT_YOU.match(one.text) for one in buts)


def _asks_about_them(said: Said) -> bool:
    return said.open and any(patterns.ASKS[kind].search(said.text) for kind in _ABOUT_THEM)


def _pitches_in_passing(said: Said) -> bool:
    count = len(said.words("pitch").split())
    return "inform" not in said.does and (count < 2 or (count <= 3 and said.open))


# (flag, when it is let pass), each with what it lets pass. In order: some look at what is left of the others.
_LET_PASS: tuple[tuple[str, Callable[[Said], bool]], ...] = (
    # a chance word: "the market leader"
    ("contradiction", lambda s: len(s.words("contradiction").split()) < 2 and s.words("contradiction") not in _AGAINST),
    # "Oh no. That's terrible."
    (
        "contradiction",
        lambda s: s.words("contradiction") in ("no", "oh no") and bool(patterns.FEELS_WITH.search(s.text)),
    ),
    # "You can say no after that."
    ("contradiction", lambda s: s.words("contradiction") == "no" and bool(_SAY_NO.search(s.text))),
    # "But I can imagine that", "But the water, does that go well?"
    (
        "contradiction",
        lambda s: (
            s.words("contradiction").startswith("but")
            and (bool(_BUT_WITH_THEM.search(s.text)) or _but_what_of(s.reading))
        ),
    ),
    # "I do the counting, you don't have to type": it takes work off them
    ("contradiction", lambda s: bool(_NO_NEED_TO.fullmatch(s.words("contradiction")))),
    # "It's not a long contract"
    ("contradiction", lambda s: not s.worried and not _ARGUES.search(s.words("contradiction"))),
    # "What makes it so hard, then?"
    ("contradiction", lambda s: s.open and not s.worried and "pitch" not in s.does),
    # "If it isn't right, you take it back" beside a suggestion says no to nobody
    ("contradiction", lambda s: "next_step" in s.does and not _ARGUES.search(s.words("contradiction"))),
    # "What would you want to start with?"
    ("pressure", lambda s: s.open and not _STRONG.search(s.words("pressure"))),
    # "Where should we start?"
    ("pressure", lambda s: bool(_WHERE_TO_BEGIN.search(s.words("pressure")))),
    # "We start with one house", "You don't sleep": no push in it
    ("pressure", lambda s: s.words("pressure") in ("start", "begin", "try", "only", "don't sleep")),
    # "I'm calling about …", "I'm sitting on the right chair, I hope"
    ("next_step", lambda s: bool(patterns.RINGS_ABOUT.search(s.words("next_step")))),
    ("next_step", lambda s: bool(_JUST_SAYS.match(s.words("next_step")))),
    ("inform", lambda s: bool(patterns.RINGS_ABOUT.search(s.words("inform")))),
    # two or three words of praise in an open question
    ("pitch", _pitches_in_passing),
    # "Could I tell you what we do?"
    ("pitch", lambda s: bool(patterns.MAY_I.search(s.text)) and len(s.text.split()) <= 14),
    # "You have sixty flats, yes?": it is theirs, and nothing is offered
    ("pitch", lambda s: s.reading.form != "none" and bool(_THEIRS.match(s.words("pitch")))),
    # "I see you have a workshop"
    ("deferral", lambda s: s.words("deferral") in ("see you", "i see you")),
    # "Tell me how you …", asked inside a sentence
    (
        "deferral",
        lambda s: bool(patterns.ASKS_INSIDE.search(s.text)) and not patterns.ORDER_TAKING.search(s.text),
    ),
    # "How do you do that today?", "You wrote that I should call. Why did you write?"
    ("deferral", _asks_about_them),
    ("next_step", _asks_about_them),
)


def sure_moves(reading: Reading, text: str, worried: bool) -> dict[str, str]:
    """The moves that a buyer surely notices: flag → its words. What rests on little is held against nobody."""
    does = {flag: words for flag, words in reading.flags.items() if flag not in reading.doubtful}
    said = Said(text, reading, worried, does)
    suggested = patterns.STEP.search(text) or patterns.SUGGESTS.search(text)
    pushes = "pressure" in does and not any(flag == "pressure" and passes(said) for flag, passes in _LET_PASS)
    if suggested and not pushes and patterns.STEP_DETAIL.search(text):
        does.setdefault("next_step", suggested[0])
    for flag, passes in _LET_PASS:
        if flag in does and passes(said):
            del does[flag]
    return does
