# ruff: noqa: E501
"""Do a fact's words hold the sort of thing that a line asks for?

A time, a number, a sum, a place show by their form (wants.py). A person is harder: "I order on Sundays" names the speaker,
and is no answer to "Who orders when you're away?".
"""

from __future__ import annotations

import re

from sellbackwards.buyer.hearing import Heard
from sellbackwards.buyer.question_forms import IF_THEY_ARE_AWAY, WHO_IS, WHO_IS_NAMED
from sellbackwards.buyer.scenario import Fact
from sellbackwards.buyer.wants import GIVES, gives
from sellbackwards.buyer.wording import own_sentences
from sellbackwards.speech.relevance import EMPTY, everyday
from sellbackwards.speech.words import stem

_NEAR = 4  # words after "he" or "I" within which the verb of the question must stand
_AT_ONCE = 2  # sentences in which they come to the point
_ANYBODY = re.compile(r"\b(?:I|we|us|he|she|they|people|somebody|someone|anybody)(?:'\w+)?\b", re.IGNORECASE)
# "They ring me." says who is rung, and not who rings.
_TO_ME = re.compile(
    r"(?<=\w )(?<!'s )(?<!only )(?<!just )(?<!mostly )(?<!and )(?<!but )(?<!for )(?<!with )(?<!of )\bme\b"
)
_MYSELF = re.compile(r"\b(?:me|myself|I)(?:'\w+)?\b")
# "I order on Sundays, from five suppliers."
_OF_MYSELF = re.compile(r"I (?!had\b|have\b|asked?\b|ring\b|call\b|told\b)\w+")
_SOMEBODY = re.compile(
    r"\b(?:merchants?|county|council|town|board|bank|firms?|company|companies|agency|agencies|bottler'?s?|physios?|surgeons?|doctors?|hospital|school|classes|ministry|insurers?|suppliers?|(?<!a )name|whose|somebody else|(?:my|our) (?:number|phone|mobile|desk)|of us|we are \w+)\b",
    re.IGNORECASE,
)
# "Who told you?", "Who else?": it isn't the one who is asked. ("Who does it, is it you?" may be them.)
_NOT_YOU = re.compile(r"\b(?:you|u|yourself|else|besides|apart from|other than)\b", re.IGNORECASE)
_MAYBE_YOU = re.compile(r"\b(?:is (?:it|that) you|you,? or|or (?:is it )?you)\b|\byou\?", re.IGNORECASE)
# "Whose is it?", "Who are the people on your tables?": what sort of people, and not which.
_WHOSE = re.compile(r"\bwhose\b|\bwho(?:'re| are| were) (?:the|your|these|those|they)\b", re.IGNORECASE)
_GUESSES_A_NAME = re.compile(r", (?:is it |maybe |perhaps )?([A-Z][a-z]+)\?\W*$")

# "Who bakes here?", and "Who do you bake for?"
_DOES = re.compile(
    r"\bwho (?:else )?(?:(?:usually|mostly|all|here) )*(?!(?:do|does|did|is|are|was|were|would|will|can|could)\b)(\w+)",
    re.IGNORECASE,
)
_IS_DONE_TO = re.compile(
    r"\bwhom? (?:else )?(?:do|does|did|would|can|could|will) (?:you|they|he|she|we|it|the \w+) (?:\w+ly )?(\w+)",
    re.IGNORECASE,
)
_ASKS_FOR_WORDS = re.compile(r"\bwhat\b.*\b(?:say|said|tell|told|answer|write|wrote)\b", re.IGNORECASE)
_WORDS = re.compile(r"\b(?:say|says|said|told|wrote|asked|answered)\b|['\"“]\w")


def fits(words: str, heard: Heard) -> bool:
    """Would these words of theirs answer what the line asks for, by their kind?"""
    if heard.want != "who":
        return gives(words, heard.want)
    question = _question(heard)
    if _WHOSE.search(question) or WHO_IS.search(question) or WHO_IS_NAMED.search(question):
        return gives(words, "who")
    return any(
        _names_somebody(one, question, heard) and (place < _AT_ONCE or _speaks_of(one, heard))
        for place, one in enumerate(own_sentences(words))
    )


def _question(heard: Heard) -> str:
    """The sentence that asks for somebody."""
    return heard.last_sentence if re.search(r"\bwho", heard.last_sentence, re.IGNORECASE) else heard.text


def _roles_differ(question: str, other: str) -> bool:
    """ "Who bakes here?" isn't "Who do you bake for?", and "Who do you ring?" isn't "Who rings you?"."""
    for one, two in ((question, other), (other, question)):
        does, done = _DOES.search(one), _IS_DONE_TO.search(two)
        if does and done and not _IS_DONE_TO.search(one) and stem(does[1].lower()) == stem(done[1].lower()):
            return True
    return False


def plainly_fits(words: str, heard: Heard) -> bool:
    """The same, and the sentence that names somebody has a word of the question, too."""
    return any(fits(one, heard) and (heard.want != "who" or _speaks_of(one, heard)) for one in own_sentences(words))


def fits_any(fact: Fact, heard: Heard) -> bool:
    """Would any of its wordings?"""
    if heard.want == "who" and _roles_differ(_question(heard), fact.ask):
        return False
    return any(fits(words, heard) for words in (*fact.says, fact.short, fact.again))


def not_the_asked(question: str) -> bool:
    """Does a question for somebody leave out whoever it is put to?"""
    return bool(_NOT_YOU.search(question)) and not _MAYBE_YOU.search(question)


def _begins_with_a_name(sentence: str) -> bool:
    """ "Shona knows.": a capital, and no word that anybody begins with."""
    first = re.match(r"[A-Z][a-z]+(?= [a-z])", sentence)
    return first is not None and first[0].lower() not in EMPTY and not everyday(stem(first[0].lower()))


def _speaks_of(sentence: str, heard: Heard) -> bool:
    """Has it a word of the question?"""
    words = re.findall(r"[\w']+", sentence.lower())
    return any(one in heard.content and heard.stems[one] >= 1 for one in map(stem, words))


def counts_it(words: str, heard: Heard) -> bool:
    """Do they say how many of what is asked for ("five lists", to "How many lists?"), and not of something else?"""
    for hit in GIVES["how_many"].finditer(words):
        after = re.findall(r"[\w']+", words[hit.end() :])[:2]
        if any(heard.stems.get(stem(word.lower()), 0.0) >= 1 for word in after):
            return True
    return False


def asks_for_words(heard: Heard) -> bool:
    """ "What did she say?" """
    return heard.want in ("what", "how", "why", "more") and bool(_ASKS_FOR_WORDS.search(heard.text))


def gives_words(words: str) -> bool:
    """Is it told what somebody said?"""
    return bool(_WORDS.search(words))


def _names_somebody(sentence: str, question: str, heard: Heard) -> bool:
    """Does it name a person that the question didn't; or say "he …", "I …" with the verb of the question?"""
    asked = {word.lower() for word in re.findall(r"[A-Za-z]+", question)} - {"i", "me", "we", "us"}
    if guess := _GUESSES_A_NAME.search(question):
        asked.discard(guess[1].lower())
    left = " ".join("–" if re.sub(r"'s\b|\W", "", word).lower() in asked else word for word in sentence.split())
    whole = sentence
    if not_the_asked(question):
        left, whole = _MYSELF.sub("", left), _MYSELF.sub("", whole)
    if IF_THEY_ARE_AWAY.search(question) and left.startswith("–"):
        return False  # "Who'd run it without Gene?": what they say of Gene himself answers nothing
    if not _IS_DONE_TO.search(question):
        left = _TO_ME.sub("", left)
    bare = _ANYBODY.sub("", left)
    if not_the_asked(question) and _OF_MYSELF.match(sentence):
        left = bare = ""
    if GIVES["who"].search(bare) or _SOMEBODY.search(left) or _begins_with_a_name(bare):
        return True
    for hit in _ANYBODY.finditer(whole):
        if hit[0].lower().startswith(("they", "people")):
            continue  # "They ring me from every gate": that doesn't say who
        after = re.findall(r"[\w']+", whole[hit.end() :])[:_NEAR]
        if any(heard.stems.get(stem(word.lower()), 0.0) >= 1 for word in after):
            return True
    return False
