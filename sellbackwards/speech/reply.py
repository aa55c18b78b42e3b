"""A reply to a remark as every criterion needs it: its words, its questions, and the rules that are heard in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sellbackwards.speech.asking import Ask
from sellbackwards.speech.features import Part
from sellbackwards.speech.held import OFFERS, asks_of, hits_in
from sellbackwards.speech.lexicon import WH, word_set
from sellbackwards.speech.misreading import PERSONS, THIRD
from sellbackwards.speech.patterns import Hit
from sellbackwards.speech.reading import Reading
from sellbackwards.speech.relevance import Content, content, content_of
from sellbackwards.speech.scores import AGAINST_THEM, HELD_AGAINST
from sellbackwards.speech.words import Words

# Who says these says more than what was asked.
_NOT_PLAIN = word_set(
    "our ours actually because but everybody everyone nobody brochure should must need he him she her"
)


def _concedes(s: Words) -> bool:
    """Does it say what the seller can't do ("I can't match that")? Its words say nothing of what is talked about."""
    first = s.words[:3]
    return len(first) == 3 and first[0] in ("i", "we") and first[1] in _CAN and first[2] in ("n't", "not")


_CAN = word_set("ca can could wo will")


def _wonders(s: Words, ask: Ask) -> bool:
    """Does it ask what the seller can't know: an open question, or who, when, where?"""
    return ask.form == "open" or (ask.form == "closed" and s.words[ask.i] in WH)


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply to a remark, and what every criterion goes by."""

    text: str
    reading: Reading
    parts: Sequence[Part]
    buyer: str
    context: str
    answer: Content
    """Its words; not of those sentences that say what the seller can't do."""
    asks: list[tuple[Part, Ask]]
    hits: list[tuple[Part, Hit]]
    heard: dict[str, str]
    """The rules of coach_rules.py that were heard, each with its words."""

    @property
    def flags(self) -> dict[str, str]:
        return self.reading.flags

    @property
    def real(self) -> list[Ask]:
        """The questions that want an answer."""
        return [a for (s, _), a in self.asks if a.form in ("open", "closed", "choice") and len(s.words) > 1]

    @property
    def asks_openly(self) -> bool:
        return any(a.form == "open" for a in self.real)

    @property
    def wonders(self) -> bool:
        """Does it ask what the seller can't know?"""
        return self.asks_openly or any(_wonders(s, a) for (s, _), a in self.asks)

    @property
    def harmless(self) -> bool:
        """Does it do nothing for sure that is held against a seller?"""
        sure = self.flags.keys() - self.reading.doubtful
        return (
            sure.isdisjoint(HELD_AGAINST) and len(self.parts) <= 4 and self.heard.keys() <= {"lets speak", "releases"}
        )

    @property
    def plain(self) -> bool:
        """Are there no words in it that often argue or offer?"""
        return (
            self.harmless
            and self.flags.keys().isdisjoint(AGAINST_THEM)
            and len(self.parts) <= 3
            and not self.hits
            and _NOT_PLAIN.isdisjoint(self.answer.all_words)
            and "!" not in self.text
        )

    @property
    def lets_go(self) -> bool:
        """Does it let the buyer go, and keep at nothing?"""
        return (
            "releases" in self.heard
            and not self.real
            and "keeps at it" not in self.heard
            and not (self.flags.keys() - self.reading.doubtful) & {"pitch", "pressure", "seller_need"}
            and not any("but" in s.words for s, _ in self.parts)
        )


def hear(text: str, reading: Reading, parts: Sequence[Part], buyer: str, context: str) -> Reply:
    answer = content_of([s for s, found in parts if found or not _concedes(s)] or [s for s, _ in parts])
    wanted = content(buyer)
    hits = hits_in(parts)
    hits = [
        (part, hit) for part, hit in hits if hit.rule.name != OFFERS or part[0].stems[hit.j - 1] not in wanted.stems
    ]
    if not PERSONS.isdisjoint(wanted.all_words):  # "So she does." speaks of whom the buyer spoke
        hits = [(part, hit) for part, hit in hits if hit.rule.name != "instructs" or part[0].words[hit.i] not in THIRD]
    heard: dict[str, str] = {}
    for (s, found), hit in hits:
        name = hit.rule.name
        if name in ("argues/yes but", "argues/doubts") and not found:
            continue
        if name == "argues/doubts" and found[-1].form == "open" and hit.i > found[-1].i + 1:
            continue
        if name == "argues/though" and found and _wonders(s, found[-1]):
            continue
        heard.setdefault(name, s.span(text, hit.i, hit.j))
    return Reply(text, reading, parts, buyer, context, answer, asks_of(parts), hits, heard)
