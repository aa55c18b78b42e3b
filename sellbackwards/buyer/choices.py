# ruff: noqa: E501
"""Questions that name what may be said: "The planning or the ringing?", "Just you?", "Keys, water, heating?"."""

from __future__ import annotations

import re

from sellbackwards.buyer import patterns
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.holding_back import WHO_AGAIN, line_for
from sellbackwards.buyer.matching import index, stems_of
from sellbackwards.buyer.wording import as_sentence
from sellbackwards.speech.relevance import EMPTY

_NUMBERS = re.compile(r"\b(?:\d+|one|two|three|four|five|six|ten|twenty|fifty|hundreds?|thousands?)\b", re.IGNORECASE)
# "does your phone ring or someone else's?" offers no two things, and "you or Greg?" asks for people.
_A_CLAUSE = re.compile(r"^(?:do|does|did|is|are|was|were|can|will|would|have|has)\b", re.IGNORECASE)
# "Just you?", "you or Greg?", "does your phone ring or someone else's?"
_ME = re.compile(
    r"\b(?:(?:just|only) (?:you|your \w+)|by yourself|(?:do|does|did|answer|make|handle) .{0,30}?yourself,? or|all (?:on your own|alone)|(?<!to )(?<!for )(?<!with )you,? or"
    r"|or (?:only |just |is it |is that )?(?:you|yourself|yours|someone|somebody|anyone|anybody|others?|another|is there (?:someone|somebody|anyone|anybody))(?: else'?s?|s)?)\b",
    re.IGNORECASE,
)
_YOU = re.compile(
    r"\b(?:you|your|yours|yourself|alone)\b|\bor (?:is it )?(?:someone|somebody|anyone|anybody|others?|another) else\b",
    re.IGNORECASE,
)
# "Just Greg, or more people?"
_ONLY_ONE = re.compile(
    r"\b(?:just|only) [\w' ]{2,20},? or\b|\bor (?:more|several|other|some more) (?:people|of \w+)\b", re.IGNORECASE
)
_SOMEBODY = re.compile(
    r"\bor (?:is it |is that )?(?:whoever|(?:some|any)(?:body|one)(?! else)|one of)\b", re.IGNORECASE
)
_YES_OR_NO = re.compile(r"\byes or no\W*$", re.IGNORECASE)
# "Like papers, keys, that sort of thing?": examples to the question before it.
_LIKE = re.compile(r"^\W*(?:like|such as|for example|for instance|e\.g\.) [^?]*,[^?]*\?\W*$", re.IGNORECASE)
# "One particular person, or whoever's brave enough?"
_ANYBODY = re.compile(
    r"\b(?:one|a) (?:\w+ )?(?:person|man|woman|one)\b.*\bor (?:is it |is that )?(?:whoever|anybody|anyone|everybody|everyone|all of)\b",
    re.IGNORECASE,
)
# "That they can't get in, or don't know where to go, or something else?"
_OR_ELSE = re.compile(r"(?:, | or )[^,]*?,? or (?:something|anything) else\W*$", re.IGNORECASE)
_TO_ME = {"your": "my", "you": "me", "yours": "mine", "yourself": "myself", "my": "your", "me": "you", "our": "your"}


def one_of_two(x: Exchange) -> str:
    """ "The planning or the ringing?": the one that they have spoken of, or both; "just you?": me, mostly; else nothing."""
    last = patterns.WOULD_YOU_SAY.sub("?", x.heard.last_sentence)
    general = x.lately("no_who", "who_again", turns=WHO_AGAIN)
    if general and x.heard.want in ("who", "yes_no") and _SOMEBODY.search(last):
        return x.line("who_again")  # "Whoever comes by? Or somebody with a name?"
    if offers_a_choice(x):
        if general and " or " in last:
            return x.line("both")
        only_one = _ONLY_ONE.search(last) and not re.search(r"\b(?:just|only) you\b", last, re.IGNORECASE)
        return line_for(x, "not_only" if only_one else "me_mostly")
    if _YES_OR_NO.search(last):
        return x.line("no_would")
    if _LIKE.match(last):
        return x.line("of_all")
    if _ANYBODY.search(last):
        return x.line("who_knows")
    if _OR_ELSE.search(last) and x.heard.want in ("what", "yes_no"):
        return x.line("of_all")
    if things := _things(x):
        return _of_several(x, things)
    if x.heard.want == "yes_no" and x.heard.questions > 1 and last.lower().startswith("or "):
        return x.line("both")
    hit = patterns.EITHER.search(patterns.WOULD_YOU_SAY.sub("?", x.heard.text))
    if (
        hit is None
        or _NUMBERS.search(hit[0])
        or x.heard.want in ("how_many", "how_much", "how_long", "how_old", "when")
    ):
        return ""
    if any(_A_CLAUSE.search(hit[name]) for name in ("a", "b")):
        return x.line("both")
    words = index(x.scenario)
    told = stems_of(" ".join(x.state.said)).union(*(words.about[ident].keys() for ident in x.state.told))
    known = [bool(stems_of(hit[name]) & told) for name in ("a", "b")]
    if known[0] == known[1]:
        return x.line("both")
    chosen = " ".join(_TO_ME.get(word.lower(), word) for word in hit["a" if known[0] else "b"].split())
    return x.line("one_of_two").replace("{it}", as_sentence(chosen))


def offers_a_choice(x: Exchange) -> bool:
    """ "Just you?", "you or Greg?": does the line itself name who it may be?"""
    last = x.heard.last_sentence
    if x.heard.want not in ("who", "yes_no") or not last.endswith("?"):
        return False
    me = _ME.search(last) if _YOU.search(last) else None  # "or somebody with a name?" isn't about them
    return bool(me or _ONLY_ONE.search(last))


def _things(x: Exchange) -> list[str]:
    """ "What is it mostly, keys, water, heating?": the three or more things that the line names."""
    if x.heard.want not in ("what", "yes_no", "who"):
        return []
    parts = re.split(r",(?: or)? | or |[:?.] ", x.heard.text.rstrip(" ?!.:)"))
    things: list[str] = []
    for part in reversed(parts):
        words = part.lower().split()
        if not 0 < len(words) <= 3 or any(word in EMPTY and word not in _OF_A_THING for word in words):
            break
        things.insert(0, part)
    return things if len(things) > 2 else []


_OF_A_THING = frozenset({"the", "a", "an", "your", "some", "old", "new", "something", "else"})


def _of_several(x: Exchange, things: list[str]) -> str:
    """ "Keys, water, heating?": the one that they have spoken of, where it is one alone; else a bit of everything."""
    told = stems_of(" ".join(x.state.said))
    known = [one for one in things if one and stems_of(one) & told]
    return x.line("one_of_two").replace("{it}", as_sentence(known[0])) if len(known) == 1 else x.line("of_all")
