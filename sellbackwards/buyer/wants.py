# ruff: noqa: E501
"""What kind of answer a question wants (a person, a place, a number …), and whether some words give one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from sellbackwards.buyer.step_words import WHEN

Want = Literal[
    "what", "why", "how", "who", "where", "when", "how_many", "how_long", "how_old", "how_much", "yes_no", "more", "nothing"
]  # fmt: skip

_LEAD = r"(?:^|[,;:.?!…-]\s*|\b(?:and|so|but|or|ok|okay|well|then|know|ask|wonder(?:ing)?|tell me|say|curious|remember|idea|hear|of|about|in|at|to|for|by|from|with|since|exactly|which is) )"
# The first that fits the question decides; the more special come first. "whats", "hows", "y" and the like are typed, too.
_PATTERNS: dict[Want, str] = {
    "how_much": r"\bhow much\b(?! (?:longer|time|of (?:your|the|a) (?:day|week|time|evening|night)))"
    r"|\bwhat(?:'s|'d|s| does| do| did| would| will| has| is| was) .{0,60}?\b(?:cost|costs|worth|price|set you back|come to|bring in|brings? you in)\b"
    r"|\b(?:ball ?park|rough figure|in (?:money|euros?|pounds|dollars))\b|\bwhat (?:do|did|are|would) you (?:pay|paying|charge|earn|spend)|\bwhat (?:is|are|do|does|did) (?:\w+ ){1,2}(?:charge|charging)\b",
    "how_long": r"\bhow long\b|\bhow old\b|\bsince when\b|\bhow (?:many|much) (?:years?|months?|weeks?|days?|hours?|minutes?|time)\b"
    r"|\bfor how many\b|\bhow much of (?:your|the|a) (?:day|week|time|evening|night)",
    "how_many": r"\bhow many\b|\bhow often\b|\bwhat number\b|\bhow (?:big|large|far|few|regularly|frequently)\b|\bhow much of\b",
    "when": r"\bwhen\b(?! (?:you|it|that|this|he|she|they|we|i|the|your|something|someone|somebody|there|a|an|one|\w+(?:'s)? (?:is|are|was|were|isn'?t|can'?t|goes|breaks?|fails?)\b))"
    r"|\bwhen(?:'s| is| was| are| were| do| does| did| will| would| can| could| should| has| have)\b|\bwhat (?:time|day|date|month|year)\b|\bwhich (?:day|month|week)\b|\bby when\b",
    "who": rf"{_LEAD}(?:who|whos|whose|whom)\b|\b(?:any|some)(?:body|one) (?:else )?(?:who|that)\b|\bwho(?:'s| is| was| does| do| did| else)\b",
    "where": rf"{_LEAD}where\b|\bwhere(?:'s| is| was| are| do| does| did)\b|\bwhat (?:place|town|country)\b",
    "why": rf"{_LEAD}(?:why|y)\b|\bhow come\b|\bwhat (?:made|makes|brought|led|was the reason|is the reason|'s the reason)\b|\bwhat for\b|\bfor what reason\b",
    "how": r"\bhow(?:'s|s|d|'d)?\b(?! about\b| are you\b|ever\b)",
    "what": r"\bwhat(?:'s|s|re)?\b|\bwhich\b|\btell me\b|\bwalk me\b|\bdescribe\b|\btalk me\b|\bexplain\b|\bwot\b|\bwat\b",
}
_WANTS = tuple((want, re.compile(pattern, re.IGNORECASE)) for want, pattern in _PATTERNS.items())
_BEGINS = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|well|then)\W+)*(?:who|what|when|where|why|how|which|tell|walk|talk|describe|explain)\b",
    re.IGNORECASE,
)
_TELL_ME = re.compile(r"^\W*(?:\w+\W+){0,2}(?:tell me|walk me|talk me|describe|explain)", re.IGNORECASE)
_MORE = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|oh|really|right|hm+|well|please)\W+)*(?:what (?:else|then|next|more)|anything else|(?:tell|say) (?:me )?(?:a (?:bit|little) )?more"
    r"|go on|carry on|and then|what happen(?:s|ed)(?: then| next| after(?: that)?)?|how so|how do you mean|what do you mean|like what|such as|for example|how come|meaning)\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def want_of(question: str, asks: bool) -> Want:
    """What a sentence wants to be told. `asks`: it is a question, so that one without a question word is yes or no."""
    if _MORE.match(question):
        return "more"
    found: list[tuple[int, int, Want]] = []
    for place, (want, pattern) in enumerate(_WANTS):
        if hit := pattern.search(question):
            found.append((hit.start(), place, want))
    special = [one for one in found if one[2] in ("how_much", "how_long", "how_many")]
    if special:
        return min(special)[2]
    if not found or (not asks and not _BEGINS.match(question)):
        return "yes_no" if asks else "nothing"
    # "Tell me when …": what stands inside is wanted
    inner = [one for one in found if one[2] != "what"]
    return min(inner)[2] if inner and _TELL_ME.match(question) else min(found)[2]


_HOW_OLD = re.compile(r"\bhow old\b", re.IGNORECASE)
_IS_IT = re.compile(r"^\W*(?:or )?(?:is|was|are|were|would) (?:it|that|this|they) [\w' ]{2,20}\?*\s*$", re.IGNORECASE)
_ASKS_WHO = re.compile(rf"(?:{_LEAD}|\bmean )(?:who|whos|who's)\b(?! (?:knows|cares)\W*$)", re.IGNORECASE)
# "so you know how many you could skip": told, and not asked.
_TOLD = re.compile(
    r"\b(?:(?:so|then|because|cos|that way) (?:that |then )?(?:you|we|i)|i(?:'ll| will| can| could)?|we(?:'ll| will| can| could)?|you(?:'ll| will| can)|lets? you|to) "
    r"(?:(?:just|only|then|can|could|will|would) )*(?:know|see|tell you|show you|find out|count|work out|learn|say)\s(?:\w+ )?(?:how|which|what|who|where|when|why)\b",
    re.IGNORECASE,
)


# "Would you put a tick each time, and I ring you on Tuesday to hear how many there were?": it asks whether they would.
_SUGGESTS = re.compile(r"\b(?:would|could|can|will|shall|may|might|what if|suppose|how about)\b", re.IGNORECASE)
_TO_HEAR = re.compile(
    r",? (?:(?:to|so (?:that )?(?:i|we|you)(?: can)?) (?:(?:just|then) )?(?:hear|see|know|find out|learn|count)|and (?:then )?(?:you )?tell (?:me|us)(?: (?:by|on the) phone| then)?)"
    r" (?:how|what|which|who|where|when|why|whether)\b.*$",
    re.IGNORECASE,
)
# "Why: so that you know which it was."
_SAYS_WHY = re.compile(
    r"^\W*(?:(?:the|and|so|ok|okay) )*(?:(?:why|what for|reason)\s*:|(?:the|my) reason is\b)|^\W*what (?:would |will )?comes? of it is\b",
    re.IGNORECASE,
)
# "When those calls come, is it that …?": it asks that, and not when.
_WHEN_THEN = re.compile(
    r"^\W*(?:(?:and|so|but|or|ok|okay|well|then)\W+)*when(?:ever)? [^?]*?, (?=(?:is|are|was|were|do|does|did|can|could|would|will|has|have|what|who|how|where|why|which)\b)",
    re.IGNORECASE,
)
# "You're the one who does it: could you walk me through what happens?"
_TELL_ME_OF = re.compile(
    r"\bwho\b.*\b(?:could|can|would|will) you (?:\w+ )?(?P<what>(?:walk|take|talk|tell|show|describe|explain)\b.*)",
    re.IGNORECASE,
)
_IS_IT_THAT = re.compile(r"^\W*(?:(?:and|so|but|or|then)\W+)*(?:is|was) it (?:that|because)\b", re.IGNORECASE)
# "Which of your people notices first?"
_WHICH_OF_THEM = re.compile(
    r"\bwhich (?:one )?(?:of (?:your|the|these|those|our|them) ?)?(?:people|men|women|girls?|boys?|lads?|drivers?|tenants?|customers?|colleagues?|nurses?|volunteers?|guests?|engineers?|supervisors?|teachers?|parents?|brothers?|sisters?|sons?|daughters?)\b",
    re.IGNORECASE,
)


def _what_is_asked(question: str) -> str:
    """A question without what it only leads up to, or is for."""
    question = _WHEN_THEN.sub("", question)
    if (begun := _SUGGESTS.search(question)) and WHEN.search(question):
        cut = _TO_HEAR.sub("?", question[begun.start() :])
        return question[: begun.start()] + cut
    return question


# "Have you ever asked him which gyms he'd name?": yes or no. ("Do you know which …?" wants to be told.)
_WHETHER = re.compile(
    r"^\W*(?:(?:and|so|but|or|ok|okay|well|then)\W+)*(?:have|has|had|did|was|were|is|are) (?:you|he|she|it|they|that|this|there|anybody|anyone|the \w+|your \w+)\b"
    r"(?!.*\b(?:know|tell|say|explain|remember|idea|show|describe|mind)\b)",
    re.IGNORECASE,
)


# "Did anybody ever explain why?", "If somebody counted what's low, would that work here?"
_EVER = re.compile(
    r"^\W*(?:(?:and|so|but)\W+)*(?:did|has|have|had) (?:any\w+|some\w+|you|he|she|they|it) .*\bever\b.*\?\W*$|^\W*(?:(?:and|so|but)\W+)*(?:did|has|have|had) (?:any\w+|some\w+|you|he|she|they|it) (?:\w+ ){0,3}?ever\b",
    re.IGNORECASE,
)
_WOULD_IT = re.compile(r", (?:would|could|will|does|is) (?:that|it|this) [\w ]{2,25}\?\W*$", re.IGNORECASE)


def want_in_talk(want: str, sentences: Sequence[str]) -> str:
    """The kind of answer that a line wants, where more than its last question tells: how old isn't how long.

    `want`: that of its last question (`want_of`); `sentences`: those of the line.
    """
    last = sentences[-1] if sentences else ""
    if _SAYS_WHY.match(last) and not last.rstrip().endswith("?"):
        return "nothing"
    if (asked := _what_is_asked(last)) != last and want_of(asked, True) != "more":
        want = want_of(asked, True)
        sentences, last = [*sentences[:-1], asked], asked
    if want == "how_long" and _HOW_OLD.search(" ".join(sentences[-2:])):
        return "how_old"
    if want == "yes_no" and _IS_IT.match(re.split(r"[,.?!] ", last)[-1]) and _ASKS_WHO.search(" ".join(sentences)):
        return "who"  # "Who can do it, is it you?"
    if want == "what" and last.endswith("?") and _WHETHER.match(last):
        return "yes_no"
    if want in ("what", "why", "how", "who", "where") and (_EVER.match(last) or _WOULD_IT.search(last)):
        return "yes_no"
    if _IS_IT_THAT.match(last):
        return "yes_no"
    if want == "who" and (hit := _TELL_ME_OF.search(last)):
        return want_of(hit["what"], True)
    if want == "what" and _WHICH_OF_THEM.search(last):
        return "who"
    if want == "yes_no" and len(sentences) > 1 and len(last.split()) <= 2 and sentences[-2].endswith("?"):
        want = want_of(sentences[-2], True)  # "Who cooks? You?"
    told = [one for one in sentences if _TOLD.search(one) and "?" not in one]
    if want not in ("nothing", "yes_no") and told and not any("?" in one for one in sentences):
        rest = [one for one in sentences if one not in told]
        return "nothing" if all(want_of(one, False) in ("nothing", "yes_no") for one in rest) else want
    return want


_NUMBER = (
    r"\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundreds?|thousands?|grand|dozens?|half|third|quarter"
    r"|once|twice|couple|none|no|few|every)\b"
)
_SPAN = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|mornings?|evenings?|afternoons?|quarters?|seasons?)"
_MONEY = (
    r"[£$€]\s?\d|\b(?:euros?|dollars?|pounds?|quid|cents?|grand|bucks?|money|a fortune|price|free|per cent|nothing)\b"
)
GIVES: dict[str, re.Pattern[str]] = {
    "how_many": re.compile(_NUMBER, re.IGNORECASE),
    "how_much": re.compile(rf"{_MONEY}|\b(?:\d[\d,.]*|\w+ (?:hundred|thousand))\b", re.IGNORECASE),
    "how_long": re.compile(
        rf"(?:{_NUMBER}|\ba|\ban|\bthose|\bwhole|\ball|\bfor|\bmany|\bsome)(?: \w+)? {_SPAN}\b|\b(?:since|until|till|ago|always|all my life|a long time|(?:nineteen|twenty|seventy|eighty|ninety)-?\w*)\b"
        r"|\b(?:19|20)\d\d\b|\bfrom .{1,30} to\b",
        re.IGNORECASE,
    ),
    "when": re.compile(
        rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december"
        rf"|christmas|easter|spring|summer|autumn|fall|winter|today|tomorrow|tonight|yesterday|midnight|noon|lunch|night|morning|evening|afternoon|weekends?"
        rf"|(?:last|next|this|every|each|before|after) \w+|ago|o'clock|half past|quarter (?:past|to)|(?:19|20)\d\d|(?:at|till|until|by|from) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\w*"
        rf"|the (?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|twenty-\w+th|thirtieth)|{_SPAN} (?:ago|later|before))\b",
        re.IGNORECASE,
    ),
    "where": re.compile(
        r"\b(?:in|at|on|from|to|into|under|behind|beside|round|over|near|up|down|by|next to|outside|inside) (?:the|a|an|my|our|his|her|their|that|this|[A-Z]\w+)\b|\b(?:here|there|home|upstairs|downstairs|abroad)\b"
    ),
    "who": re.compile(
        r"(?<![.!?…] )(?<!^)(?<![\"“])\b(?!I\b|I'|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter)[A-Z][a-z]+"
        r"|^(?!One\b|And\b|But\b|So\b|The\b|It\b|We\b|Well\b|Yes\b|No\b|That\b|This\b|There\b|Then\b|In\b|At\b|On\b|To\b|A\b|An\b|If\b|When\b|What\b|How\b)[A-Z][a-z]+(?='s| does| did| is| was| has| comes| came|,| and)"
        r"|\b(?:me|myself|I|husband|wife|son|daughter|brother|sister|mother|father|mum|dad|cousin|nephew|niece|uncle|aunt|man|woman|lady|girls?|boys?|bloke|lads?|women|men|guys?|colleagues?|nurses?|drivers?|manager|boss"
        r"|supervisors?|engineers?|fitters?|teachers?|staff|team|founders?|investors?|parents?|office"
        r"|we|us|they|he|she|somebody|someone|nobody|everybody|people|customers?|volunteers?|tenants?|owners?|neighbours?|trustees?|family|kids|children)\b"
    ),
}  # fmt: skip


GIVES["how_old"] = re.compile(
    rf"{GIVES['how_long'].pattern}|\b(?:\d\d|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|1[4-9]\d\d|centur(?:y|ies))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def gives(words: str, want: str) -> bool:
    """Do these words hold an answer of that kind? Of the wide kinds (what, why, how) all do."""
    pattern = GIVES.get(want)
    return pattern is None or bool(pattern.search(words))
