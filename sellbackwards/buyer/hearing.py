"""One turn of the seller as the buyer hears it: what `speech` reads in it, and what only a buyer notices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from sellbackwards.buyer import patterns
from sellbackwards.buyer.acts import act_features, acts
from sellbackwards.buyer.against import held_against
from sellbackwards.buyer.line_features import Line, kinds_of, line_of
from sellbackwards.buyer.question_forms import WHO_IS
from sellbackwards.buyer.wants import want_in_talk
from sellbackwards.speech import Reading, read
from sellbackwards.speech.language import is_other_language
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.topics import GENERAL, SMALL_TALK
from sellbackwards.speech.trades import SPECIFIC
from sellbackwards.speech.word_lists import LISTS
from sellbackwards.speech.words import sentences, stem

READ = 1200
"""Characters of a turn that are listened to; nobody remembers the rest."""
LONG = 90  # words; about half a minute of speech
_KNOWN = frozenset().union(*GENERAL.values(), *SPECIFIC.values(), *LISTS.values()) | EMPTY | SMALL_TALK


@dataclass(frozen=True)
class Heard:
    """What the buyer hears in a turn. Flags of `reading` that rest on little are not in `does`.

    `against`: what of it is held against the seller (against.py).
    `plain`, `stemmed`: its words, and their stems. `stems`: how much each weighs (those of a question more than those
    before it).
    `form`: the coach's. `invites`: it asks for a story. `echo`: a word or three of theirs, and nothing else.
    `want`: the kind of answer that is wanted (wants.py).
    `acts`: how likely each act is (acts.py). `line`: what its topic is found by (topics.py); `about`: that, and its
    last question alone where there is more.
    `asks`: kinds of general question (general_questions.ASKS) → the words. `questions`: how many were asked.
    """

    text: str
    plain: str
    stemmed: str
    reading: Reading
    does: dict[str, str]
    against: dict[str, str]
    form: str
    invites: bool
    echo: bool
    line: Line
    about: tuple[Line, ...]
    want: str
    acts: dict[str, float]
    stems: dict[str, float]
    content: frozenset[str]
    asks: dict[str, str]
    questions: int
    words: int
    known: int
    foreign: bool

    @property
    def silent(self) -> bool:
        """Nothing was said."""
        return not any(c.isalnum() for c in self.text)

    @property
    def nod(self) -> bool:
        """Only a sign of being there."""
        return bool(patterns.NOD.match(self.text.strip()))

    @property
    def unwelcome(self) -> bool:
        """Does it push, argue or pitch?"""
        return bool(self.against) or "pitch" in self.does

    @property
    def last_sentence(self) -> str:
        """How the turn ends; "" where nothing was said."""
        return self.reading.sentences[-1].text if self.reading.sentences else ""

    @property
    def wants_answer(self) -> bool:
        """Does it want to be told something?"""
        return self.form != "none" or self.invites or self.want not in ("nothing", "yes_no")

    def found(self, pattern: re.Pattern[str]) -> str:
        """The words that a pattern catches, or nothing."""
        hit = pattern.search(self.text)
        return hit[0] if hit else ""


def hear(text: str, buyer: str, worried: bool) -> Heard:
    """Read a turn. `buyer` is what the buyer said last; `worried`: it told a worry, which makes a "but" weigh more."""
    cut = " ".join(text.translate(_STRAIGHT).split())[:READ]
    reading = read(cut, buyer=buyer)
    parts = sentences(cut)
    words = [w for part in parts for w in part.words]
    asking = {one.text: one.form for one in reading.sentences if one.form != "none"}
    stems: dict[str, float] = {}
    content = set()
    left_out = {stem(hit[1].lower()) for hit in patterns.BUT_FOR.finditer(cut)}
    for part in parts:
        weight = 1.0 if not asking or cut[part.begin : part.end] in asking else 0.4
        for word in part.words:
            one = stem(word)
            if len(word) > 1 and one not in left_out:
                stems[one] = max(stems.get(one, 0.0), weight * (0.3 if word in EMPTY else 1.0))
                if word not in EMPTY:
                    content.add(one)
    asks = kinds_of(cut)
    line = line_of(cut, reading, buyer)
    want = want_in_talk(line.want, [one.text for one in reading.sentences])
    if line.want == "more":
        asks.setdefault("more", cut)
    does = {flag: words for flag, words in reading.flags.items() if flag not in reading.doubtful}
    likely = acts(act_features(line, reading, buyer))
    invites = (want == line.want or want != "nothing") and _wants_a_story(reading, want, asks, cut)
    asks_on = reading.form != "leading" and (invites or want not in ("nothing", "yes_no"))
    return Heard(
        text=cut,
        plain=" ".join(words),
        stemmed=" ".join(map(stem, words)),
        echo=_echoes(words, cut, buyer),
        reading=reading,
        does=does,
        against=held_against(reading, asks_on, likely),
        form=reading.form,
        invites=invites,
        line=line,
        about=(line, *_last_question(reading, buyer)),
        want=want,
        acts=likely,
        stems=stems,
        content=frozenset(content),
        asks=asks,
        questions=len(asking),
        words=len(text.split()),
        known=sum(w in _KNOWN for w in words),
        foreign=is_foreign(words, cut),
    )


def _last_question(reading: Reading, buyer: str) -> list[Line]:
    """The last sentence that asks, where the line is more than that."""
    asks = [one.text for one in reading.sentences if one.form != "none"]
    if not asks or len(reading.sentences) < 2:
        return []
    last = asks[-2] if len(asks) > 1 and len(asks[-1].split()) <= 2 else asks[-1]  # "Who cooks? You?"
    return [line_of(last, read(last, buyer=buyer), buyer)]


def _echoes(words: list[str], text: str, buyer: str) -> bool:
    """ "October?": a word or three of theirs, said back, says go on."""
    theirs = {stem(w) for part in sentences(buyer) for w in part.words}
    mine = [stem(w) for w in words]
    return 0 < len(mine) <= 3 and any(w not in EMPTY for w in words) and set(mine) <= theirs


def is_foreign(words: list[str], text: str) -> bool:
    """Another language; not so where most of the words are known ("How many come per year?")."""
    return is_other_language(words, text) and 2 * sum(w in _KNOWN for w in words) <= len(words)


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
# "And if nothing changes?", "What if …": they ask for a story, whatever their grammar.
_STORY_KINDS = frozenset({"unchanged", "more", "wish", "cost", "feel", "worry", "why_now"})
_STORY_WORD = re.compile(
    r"^\W*(?:so )?if\b|\b(?:what|how|why|which|tell|describe|explain|walk me|and if|in what|(?:any|some)thing else)\b",
    re.IGNORECASE,
)


def _wants_a_story(reading: Reading, want: str, asks: dict[str, str], text: str) -> bool:
    """Does the line ask for more than a word or two? An open question does; "do you know why?", "And Benno?", too."""
    if want in ("how_many", "how_long", "how_old", "when"):
        return False
    if WHO_IS.search(text):
        return True
    if reading.form == "open" or patterns.AND_WHAT_OF.search(text):
        return True
    if reading.form == "none" and patterns.ASKS_SHYLY.search(text):
        return True
    if reading.form == "leading":
        return False
    bare = reading.form == "none" and want not in ("nothing", "yes_no")  # "ok and how do you do that"
    asks_on = reading.form == "closed" or text.rstrip().endswith("?") or bare
    if want in ("why", "how", "what", "more") and asks_on:
        return True
    return asks_on and bool(_STORY_KINDS & asks.keys()) and bool(_STORY_WORD.search(text))


def block(words: str, others: str) -> int:
    """How many words in a row `words` has in common with `others`, at most."""
    a, b = words.split()[:200], others.split()[:200]
    return SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size


@lru_cache(maxsize=2048)  # what a buyer can say is compared with what they said, at each turn
def plain_words(text: str) -> str:
    """The words of a text, in plain spelling, with single spaces: for comparing what was said."""
    return " ".join(w for part in sentences(text.translate(_STRAIGHT)[:READ]) for w in part.words)


def is_copy(heard: Heard, said: str) -> bool:
    """Is it (nearly) the other one's own sentence? A few words of it are a way of listening; the whole is an echo."""
    if not said or heard.words < 5:
        return False
    same, whole = block(heard.plain, plain_words(said)), len(heard.plain.split())
    asks_on = heard.questions > 0 and 2 * same < whole  # said back, and then asked about
    return (same >= 9 and not asks_on) or (same >= 5 and same >= 0.75 * whole)
