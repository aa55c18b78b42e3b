# ruff: noqa: E501
"""Facts that a question fits by its kind, and that are about another matter than the one that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sellbackwards.buyer.hearing import Heard
from sellbackwards.buyer.matching import index, stems_of
from sellbackwards.buyer.question_forms import WHAT_TOOL
from sellbackwards.buyer.scenario import Fact, Scenario
from sellbackwards.speech.words import stem

_ASKED_OF_A_MATTER = frozenset({"trouble"})
"""Kinds of general question that are asked of a matter, too: "What goes wrong with the texts?"."""
OF_ONE = re.compile(
    r"\bhow much (?:is|are|does|do|would|was|for|per) (?:you \w+ (?:for|per) )?(?:one|a|an|each|every|per)\b"
    r"|\b(?:each|apiece|per \w+)\W*$",
    re.IGNORECASE,
)
# "What went wrong with the website?", of which they never spoke.
_WRONG_WITH = re.compile(
    r"\b(?:wrong|problems?|trouble|difficult|matter) (?:with|about) (?:the|your|that|this|those|these) (?!thing)(\w+)\W*$",
    re.IGNORECASE,
)
_OF_A_TIME = re.compile(r"\b(?:a|per|every|each|in (?:the|a)) (?:day|week|month|year|season)\b", re.IGNORECASE)
_TOOL = re.compile(
    r"\b(?:software|programs?|system|computers?|apps?|spreadsheets?|sheets?|excel|books?|diary|pencil|paper|lists?|cards?|calendar|whiteboard|board|messages|phone|e-?mails?|folders?|by hand|log-?in)\b",
    re.IGNORECASE,
)


def of_other_matters(scenario: Scenario, heard: Heard, facts: Sequence[Fact]) -> frozenset[str]:
    """Of the likeliest facts those about something else than what a question names: a trouble, a price of one, a tool."""
    words = index(scenario)
    named = {one for one, weight in heard.about[-1].stems.items() if weight >= 1}
    theirs = {one.id: words.said[one.id] | words.about[one.id].keys() for one in facts}
    found: set[str] = set()
    kinds = heard.asks.keys() & _ASKED_OF_A_MATTER
    matter = named - stems_of(" ".join(heard.asks[kind] for kind in kinds)) if kinds else frozenset()
    if any(matter & words.about[one.id].keys() and matter & words.said[one.id] for one in facts):
        found |= {one.id for one in facts if kinds & set(one.answers) and not matter & theirs[one.id]}
    hit = _WRONG_WITH.search(heard.last_sentence)
    if kinds and hit and stem(hit[1].lower()) not in words.all:
        found |= {one.id for one in facts if kinds & set(one.answers)}
    if heard.want == "how_much" and OF_ONE.search(heard.text) and not _OF_A_TIME.search(heard.text):
        found |= {
            one.id for one in facts if _OF_A_TIME.search(f"{one.short} {one.again}") or not named & theirs[one.id]
        }
    if WHAT_TOOL.search(heard.last_sentence):
        found |= {one.id for one in facts if not _TOOL.search(" ".join((*one.says, one.short, one.again)))}
    return frozenset(found)
