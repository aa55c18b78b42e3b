"""Several people in one talk: who is asked by name, and who says what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sellbackwards.buyer.scenario import Scenario
from sellbackwards.buyer.wording import as_sentence

_OF_YOU = r"\b(?:each|all|both|every one|(?:the )?(?:two|three|four)) of you\b"
_EVERYONE = re.compile(
    rf"{_OF_YOU}|\b(?:everyone|everybody)\b"
    r"|\byou (?:all|both)\b"
    r"|\bround the table\b",
    re.IGNORECASE,
)


# "Good morning everyone.": no question to all of them.
_GREETS_ALL = re.compile(
    r"^\W*(?:hi|hello|hey|good \w+|thanks|thank you)\W+(?:to )?(?:you )?(?:all|both|everyone|everybody)\b",
    re.IGNORECASE,
)


def asked_of_everyone(scenario: Scenario, text: str) -> tuple[bool, str]:
    """Is it put to all who sit there? And the line as it would be put to one: "What would each of you want?"."""
    if not scenario.people or not _EVERYONE.search(_GREETS_ALL.sub("", text)):
        return False, text
    kept = _EVERYONE.sub("", re.sub(_OF_YOU, "you", text, flags=re.IGNORECASE))
    return True, re.sub(r"\s+([?.,])", r"\1", " ".join(kept.split())).lstrip(",: ") or text


_BEFORE_WHO_IS_SPOKEN_OF = """
with and or of at to for like from is was by about tell told than that if when in on as it but he she
"""
# Before a name: they are spoken of, and not spoken to.
_NOT_OF = "".join(rf"(?<!\b{word} )" for word in re.findall(r"\w+", _BEFORE_WHO_IS_SPOKEN_OF))


@lru_cache(maxsize=64)
def _calls(scenario: Scenario) -> re.Pattern[str]:
    """Ways to ask one of them by name. "v" catches what is no part of the question: "Dev, ", ", Dev"."""
    name = f"({'|'.join(map(re.escape, scenario.people))})"
    asks = r"(?:(?:what|how|who|why|when|where|which)(?:'?s)?|(?:do|did|are|can|could|would|will) you)\b"
    would_you = r"(?:is|does|do|did|are|would|will|can|could)\b[^.!?]*\b(?:you|u)\b[^.!?]*\?"
    patterns = (
        rf"(?P<v1>(?:^|(?<=[.?!;…] )|(?<=\band )|(?<=\bso )|(?<=\bsorry )|(?<=\bthanks )){name}\s*"
        rf"(?:[,:–—-]+\s*|(?={asks}|{would_you})))",
        rf"(?:(?<=\bsorry )|(?<=\bthanks )|(?<=\bokay )|(?<=\bok )){name}(?=[.!])",
        rf"(?P<v2>[,–—-]\s*{name})(?=\s*(?:[.?!,;–—-]|$))",
        rf"(?P<v3>\b(?:you|one)\s+{name})(?=\s*(?:[?!.]*$|,))",
        rf"(?P<v5>(?<=\w ){_NOT_OF}{name})(?=\s*[,?])",
        rf"(?P<v4>^(?:(?:and|what about|how about|and what about)\s+)?{name}\s*\?*$)",
        rf"\b(?:question|one|something|next) (?:for|to) {name}\b",
        rf"\b(?:ask|hear(?:ing)? from|turn to|over to) {name}\b",
        rf"\bwhat (?:does|did|would|about|is|'s) {name}\b(?:'s)?",
    )
    return re.compile("|".join(patterns), re.IGNORECASE)


# "Gethin, can I start with you: …": whom it is put to, and no part of the question.
_TURNS_TO = re.compile(
    r"\b(?:(?:can|could|may|shall) I|let me|I'?d like to) (?:please )?(?:start|begin|go on) with \w+\s*[:,–—-]+\s*",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _several(scenario: Scenario) -> re.Pattern[str]:
    """ "Hello Marcia, Gethin and Shabnam.", "Marcia and Gethin, does …": two or more are spoken to."""
    name = f"(?:{'|'.join(map(re.escape, scenario.people))})"
    return re.compile(
        rf"(?P<before>(?:^|(?<=[.?!;…] ))(?:(?:hi|hello|hey|good \w+|thanks|thank you|and|so|ok|okay|right)\b,? )*)"
        rf"{name}(?:(?:,| and|, and| &) {name})+(?=[,.!?:;–—-]|$)",
        re.IGNORECASE,
    )


def asked_by_name(scenario: Scenario, text: str) -> tuple[str, str]:
    """Who of several is asked by name ("" for nobody), and the line without it: "Dev, how …?", "And you, Dev?"."""
    if not scenario.people:
        return "", text
    known = {name.lower(): name for name in scenario.people}
    text = _several(scenario).sub(lambda hit: f"{hit['before'] or ''}everybody", text)
    who, kept = "", text
    for hit in reversed(list(_calls(scenario).finditer(text))):
        found = next(group for key, group in enumerate(hit.groups(), 1) if group and group.lower() in known)
        who = who or known[found.lower()]
        if hit["v1"]:
            kept = kept[: hit.start()] + kept[hit.end() : hit.end() + 1].upper() + kept[hit.end() + 1 :]
        elif hit["v2"] or hit["v4"] or hit["v5"]:
            kept = kept[: hit.start()] + kept[hit.end() :]
        elif hit["v3"]:
            kept = kept[: hit.start() + 3] + kept[hit.end() :]
    kept = _TURNS_TO.sub("", kept).strip()
    if who and not re.search(r"[^\W\d_]", kept):
        kept = "And you?"
    return who, as_sentence(kept) if who else kept


@lru_cache(maxsize=64)
def _owners(scenario: Scenario) -> Mapping[str, str]:
    """Wording → whose it is."""
    found = {text: fact.by for fact in scenario.facts for text in (*fact.says, fact.short, fact.again)}
    for one in scenario.objections:
        found |= dict.fromkeys((*one.says, *one.heard, *one.brushed), one.by)
    return {text.lower(): by for text, by in found.items() if by}


@lru_cache(maxsize=64)
def _mark(scenario: Scenario) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)({'|'.join(map(re.escape, scenario.people))}): ")


def speaker_of(scenario: Scenario, text: str) -> str:
    """Whose a wording is; nothing where anybody could say it."""
    if not scenario.people:
        return ""
    marked = _mark(scenario).match(text)
    return marked[1] if marked else _owners(scenario).get(text.lower(), "")


def fitting(scenario: Scenario, who: str, wordings: Sequence[str]) -> Sequence[str]:
    """Of these wordings those that the person asked could say."""
    return [one for one in wordings if not who or speaker_of(scenario, one) in ("", who)]


def asked_first(scenario: Scenario, who: str, wording: str) -> str:
    """A wording of several voices, begun by who was asked by name."""
    if not who or not scenario.people:
        return wording
    _, *marked = _mark(scenario).split(wording)
    parts = [f"{name}: {words.strip()}" for name, words in zip(marked[::2], marked[1::2], strict=True)]
    return " ".join(sorted(parts, key=lambda part: not part.startswith(f"{who}: "))) if len(parts) > 1 else wording


def lines_by(scenario: Scenario, parts: Sequence[str], default: str) -> tuple[tuple[str, str], ...]:
    """The parts of a reply as (speaker, words), neighbours of one speaker joined.

    A part begins with its speaker's name ("Dev: …"), or is a fact's; what leads in to another part ("As I said:") is
    said by whoever says that; what is nobody's, by the `default`.
    """
    if not scenario.people:
        return ((scenario.name, " ".join(parts).replace(" \n", "\n")),) if parts else ()
    pieces: list[tuple[str, str]] = []
    for part in parts:
        marked = _mark(scenario).split(part)  # what stands before the first name, then name and words in turn
        if marked[0].strip():
            pieces.append((speaker_of(scenario, part), marked[0].strip()))
        pieces += [(who, words.strip()) for who, words in zip(marked[1::2], marked[2::2], strict=True)]
    said: list[tuple[str, str]] = []
    for n, (who, words) in enumerate(pieces):
        if not who and (not said or words.endswith(":")):
            who = next((later for later, _ in pieces[n + 1 :] if later), "")
        who = who or (said[-1][0] if said else default or next(iter(scenario.people)))
        if said and said[-1][0] == who:
            said[-1] = (who, f"{said[-1][1]} {words}")
        else:
            said.append((who, words))
    return tuple(said)


def as_text(scenario: Scenario, said: Sequence[tuple[str, str]]) -> str:
    """A reply in one text: with names, a line each, where several people sit there."""
    return "\n".join(f"{who}: {words}" if scenario.people else words for who, words in said)


def names_of(scenario: Scenario) -> tuple[str, ...]:
    """Under whose names the buyer's lines stand."""
    return tuple(scenario.people) or (scenario.name,)


def opening(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """The first words of the talk, as (speaker, words)."""
    return lines_by(scenario, [scenario.opening], "")
