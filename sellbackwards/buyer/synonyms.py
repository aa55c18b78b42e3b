"""Everyday words that ask for the same thing: "staff" where a scenario has "team". Meant to be lengthened."""

from __future__ import annotations

from functools import cache

from sellbackwards.speech.words import stem

# Each line is a set of words that may stand for each other when somebody asks about them.
_KIN = (
    "staff team people colleagues employees crew workers helpers",
    "break breaks broke broken breakdown fail fails failed failure stop stops stopped fault outage down",
    "repair repairs fix mend maintain maintenance service servicing",
    "cost costs money price expensive pay spend budget bill bills expense",
    "lose lost loss losing losses miss missed",
    "customer customers client clients guests buyers",
    "boss manager owner head chief director leader",
    "sleep night nights tired exhausted awake rest",
    "holiday holidays vacation leave",
    "family husband wife partner children kids son daughter private home",
    "future plan plans years goal goals aim dream",
    "grow growth bigger expand expansion more",
    "old age aged aging ageing",
    "mistake mistakes error errors wrong mix-up",
    "complain complaint complaints unhappy angry",
    "wait waiting late delay delays delayed",
    "contract agreement binding tied bound sign",
    "computer software system program app programme",
    "phone telephone call calls ring rings",
    "paper papers list lists notebook notes",
    "worry worries worried fear afraid concern concerns concerned scared",
    "stress stressed pressure strain burden nerves",
    "start began begin beginning started",
    "busy rush peak season",
    "order orders ordering",
    "train training learn teach learning",
    "quit leave leaving resign left",
    "sick ill illness off",
    "sales turnover revenue income earn earnings takings",
    "competitor competitors competition rival rivals",
    "check inspect inspection control",
    "promise promised guarantee",
    "safe safety danger dangerous accident risk risks",
    "hire recruit find hiring",
    "hours time times overtime",
    "weekend weekends saturday sunday",
)


@cache
def _by_stem() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _KIN:
        stems = frozenset(stem(word) for word in line.split())
        for one in stems:
            found.setdefault(one, set()).update(stems)
    return {one: frozenset(kin - {one}) for one, kin in found.items()}


def synonyms_of(one: str) -> frozenset[str]:
    """The stems that may stand for this one."""
    return _by_stem().get(one, frozenset())
