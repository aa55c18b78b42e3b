# ruff: noqa: E501
""" "Is Anna your wife?": yes, or whose she is, by what the buyer's facts say of her; else neither."""

from __future__ import annotations

import re

from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.wording import as_sentence

_KIN = r"(?:wife|husband|partner|son(?:-in-law)?|daughter(?:-in-law)?|brother|sister|mother|father|mum|dad|mom|cousin|nephew|niece|uncle|aunt|grandson|granddaughter)"
_IS_YOUR = re.compile(
    rf"\b(?:(?:is|was) (?P<name>(?!that\b|this\b|it\b|who\b)[a-z]+),? (?:(?:then|maybe|perhaps) )?your|(?P<named>(?!(?:that|this|it|who|how|what|where|he|she)\b)[a-z]+)(?:'s| is) your)"
    rf" (?P<kin>{_KIN})\b(?!')(?=\W*$|,)",
    re.IGNORECASE,
)


def asks_who_belongs(x: Exchange) -> bool:
    """Answer whether somebody named is their wife, brother …; False where the line asks no such thing."""
    hit = _IS_YOUR.search(x.heard.last_sentence)
    if hit is None:
        return False
    kin, x.state.thread = _kin_of(x, (hit["name"] or hit["named"]).capitalize())
    if not kin:
        x.meets("no_answer", x.heard.text[-80:])
        x.say(x.line("no_kin"))
        return True
    x.meets("closed", x.heard.text[-80:])
    x.say(as_sentence(x.line("is_kin" if kin == hit["kin"].lower() else "other_kin").replace("{it}", kin)))
    return True


def _kin_of(x: Exchange, name: str) -> tuple[str, str]:
    """ "Anna keeps the books. My sister.": what somebody of that name is to them, and the fact that says so."""
    if name in ("He", "She"):  # whom they have just spoken of
        spoken_of = re.findall(rf"\b[Mm]y ({_KIN})\b", x.state.last)
        return (spoken_of[-1] if spoken_of else ""), x.state.thread
    near = re.compile(
        rf"\b{name}\b[^?!]{{0,24}}?\b[Mm]y (?P<a>{_KIN})\b(?!')|\b[Mm]y (?P<b>{_KIN})\b,? (?:\w+ )?{name}\b"
    )
    for fact in x.scenario.facts:
        for words in (*fact.says, fact.short, fact.again):
            if hit := near.search(words):
                return hit["a"] or hit["b"], fact.id
    return "", x.state.thread
