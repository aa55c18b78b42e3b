"""Group many people's questions for one pitch by what they do; no names. The model of the room's wall."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from sellbackwards.exercises import Exercise, judge
from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.practice.pitches import pitches
from sellbackwards.speech import coach

LONGEST = 280
"""Characters of one question; nobody reads more from the back row."""


@dataclass(frozen=True)
class Question:
    """One question on the wall. `times`: how many wrote it; `words`: those that its group rests on, or ""."""

    text: str
    times: int
    words: str


@dataclass(frozen=True)
class Group:
    """What some questions do: a title and a line that says how one hears it."""

    id: str
    title: str
    what: str
    questions: tuple[Question, ...] = ()


# In the order of the wall. They say what a question does, and not how good it is.
GROUPS = (
    Group("need", "Open, about what they need", "It gets a story, from this buyer's own world."),
    Group("today", "Open, about how they do it today", "It gets a story, about an ordinary day of theirs."),
    Group("open", "Open; about what, the page can't tell", "It gets a story. Is it about this buyer's need?"),
    Group("far", "Open, and far from this pitch", "It gets a story. Could you ask anybody that?"),
    Group("closed", "Gets a yes, a no, or one fact", "Short answers are answers, too. What comes after one?"),
    Group("leading", "Brings its answer along, or pushes", "The buyer can hear which answer you want."),
    Group("goods", "Names the product, or its price", "Now the buyer has to talk about your product."),
    Group("tells", "Asks nothing", "What will the buyer say to it?"),
    Group("unsure", "The page can't tell", "That doesn't make it wrong. What would you answer?"),
)


def wall(texts: Iterable[str], pitch: Exercise) -> list[Group]:
    """The groups that have questions, in the order of `GROUPS`; in each, the questions in an order that is nobody's.

    The same questions give the same wall, in whatever order they come in.
    """
    counts = Counter(filter(None, map(one_line, texts)))
    spelt: dict[str, str] = {}
    times: Counter[str] = Counter()
    for text in sorted(counts):  # "what …" and "What …" are one
        key = text.casefold().rstrip(" ?.!")
        spelt.setdefault(key, text)
        times[key] += counts[text]
    found: dict[str, list[Question]] = {group.id: [] for group in GROUPS}
    for key in sorted(spelt, key=_anybodys):
        group, words = does(spelt[key], pitch)
        found[group].append(Question(spelt[key], times[key], words if words in spelt[key] else ""))
    return [replace(group, questions=tuple(found[group.id])) for group in GROUPS if found[group.id]]


def one_line(text: str) -> str:
    """A question as it stands on the wall."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 2].rstrip() + " …"


def mixed(groups: Sequence[Group]) -> list[tuple[Group, Question]]:
    """All questions in one order that tells neither who wrote them nor what they do."""
    every = [(group, question) for group in groups for question in group.questions]
    return sorted(every, key=lambda one: _anybodys(one[1].text.casefold().rstrip(" ?.!")))


def _anybodys(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()


def does(text: str, pitch: Exercise) -> tuple[str, str]:
    """(the id of the group that a question belongs to, the words that this rests on), by the coach's own criteria."""
    coaching = coach(text, pitch=pitch.spec["pitch"], context=pitch.spec.get("context", ""))
    asks, about, goods, free = coaching.reasons
    form = coaching.reading.form
    if coaching.note or not any(letter.isalpha() for letter in text):
        return "unsure", ""
    if form == "leading":
        return "leading", free.evidence
    if goods.met is False:
        return "goods", goods.evidence
    if free.met is False:
        return "leading", free.evidence
    if form == "none":
        return ("unsure" if asks.met is None else "tells"), ""
    if asks.met is False:
        return ("closed", asks.evidence) if form in ("closed", "choice") else ("unsure", "")
    if _OF_ONESELF.search(_TELL_ME.sub("", text)) and not _TO_OTHERS.search(text):
        return "unsure", ""  # "Why should I care?": a word of the pitch makes it no question about the buyer's need
    if about.met is False:
        return "far", ""
    if about.met is None and asks.met and goods.met and free.met:
        return "open", ""
    if coaching.outcome == "couldn't tell":
        return "unsure", ""
    today = judge(replace(pitch, spec={**pitch.spec, "about": "today"}), text).criteria[-1]
    return ("today", today.evidence) if today.met else ("need", about.evidence)


# Who is asked about: whoever asks ("i", "me"; but not in "tell me"), or somebody else.
_TELL_ME = re.compile(r"\b(?:tell|walk|talk|take|show|give|help|let|remind) me\b", re.IGNORECASE)
_OF_ONESELF = re.compile(r"\b(?:i|me|my|mine|myself)\b", re.IGNORECASE)
_TO_OTHERS = re.compile(
    r"\b(?:you|your|yours|yourself|yourselves|u|ur|they|them|their|he|she|his|her)\b", re.IGNORECASE
)


def pitch_called(name: str) -> Exercise | None:
    """The pitch of that name: one of ``datasets/pitches.yaml`` ("p02"), or an exercise's ("1.1")."""
    known = {pitch.id: pitch.need() for pitch in pitches()} | {one.id: one for one in exercises_with_pitch()}
    return known.get(name.strip().lower())


def exercises_with_pitch() -> list[Exercise]:
    """The exercises in which a pitch is turned into a question: what notebooks can hold."""
    every = (one for found in all_sets() for one in found.exercises)
    return [one for one in every if one.kind == "question" and "pitch" in one.spec]


# ---- what stands around a question where it was typed: who and when -------------------------------------------------

# "[22/11/2026, 14:03:22] ", "14:03:22 ", "[2:03 PM] "
_WHEN = re.compile(
    r"^[\[(]?(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?\s*(?:-\s+)?"
)
_FROM = re.compile(r"^From\s+[^:]{1,80}:\s*")  # Zoom: "From Anna Lee to Everyone:"
_NAME_AND_TIME = re.compile(r"^[^?!:]{1,60}\s\d{1,2}:\d\d(?:\s?[AaPp][Mm])?$")  # Teams, on a line of its own
_BULLET = re.compile(r"^(?:[-*•–]|\(?\d{1,3}[.)])\s+")
_BEFORE_COLON = re.compile(r"^([^:?!]{1,40}):\s+")
_SIGNED = re.compile(r"(?<=[.?!…])\s*(?:[—–-]+|\()\s*[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*){0,2}\)?$")


def without_names(lines: Iterable[str]) -> list[str]:
    """Lines that were typed, or pasted from a chat, as questions: without time, name, bullet and signature."""
    kept = [line for raw in lines if (line := raw.replace("\u200e", "").strip()) and not _NAME_AND_TIME.match(line)]
    begun = []
    for line in kept:
        when = _WHEN.match(line)
        rest = _FROM.sub("", line[when.end() :]) if when else _BULLET.sub("", line)
        # "[14:03] Anna Lee", with what she wrote under it, is left out.
        if not (when and rest[-1:] not in "?!." and _like_a_name(rest)):
            begun.append(rest)
    # Where most lines begin with something and a colon, it is who wrote them, however it is spelt.
    named = sum(bool(_BEFORE_COLON.match(line)) for line in begun)
    all_named = len(begun) >= 4 and 2 * named > len(begun)
    found = []
    for line in begun:
        before = _BEFORE_COLON.match(line)
        if before and (all_named or _like_a_name(before[1])):
            line = line[before.end() :]
        found.append(_SIGNED.sub("", _BULLET.sub("", line)).strip(' \t"“”'))
    return [line for line in found if line]


_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_BEGINS = re.compile(r"(?:^|[.?!:…]|[\"“(])\s*$")
_NO_NAMES = {"i", "i'm", "i'd", "i'll", "i've", "ok"}
_NO_NAMES |= {name.casefold() for name in (*calendar.day_name, *calendar.month_name)}


def may_be_names(text: str, pitch: str) -> list[str]:
    """What in a question may name somebody: words that begin large inside a sentence, or alone after its end, and don't
    stand in the pitch. It can't know: "Lisbon" is among them, and "ana" isn't."""
    known = _NO_NAMES | {word.casefold() for word in _WORD.findall(pitch)}
    found: list[tuple[int, str]] = []
    for match in _WORD.finditer(text):
        word, before, after = match[0], text[: match.start()], text[match.end() :]
        alone = before.strip() and not after.strip(" )")  # "… in bad mail? Ana"
        large = word[0].isupper() and not word.isupper() and word.replace("’", "'").casefold() not in known
        follows = found and before.rstrip().endswith(found[-1][1])
        if large and (alone or follows or not _BEGINS.search(before)):
            found.append((match.start(), word))
        elif large and (next_word := _WORD.match(after.lstrip())) and next_word[0][0].isupper() and before.strip():
            found.append((match.start(), word))  # "… mail? Ana Kovac"
    names: list[str] = []
    end = -1
    for start, word in found:
        if names and text[end:start].strip() == "":
            names[-1] += f" {word}"
        else:
            names.append(word)
        end = start + len(word)
    return names


def _like_a_name(text: str) -> bool:
    """One word, or up to four of which none begins small, and no sentence: "anna", "Anna M. Lee (guest)", "李 娜"."""
    words = text.split()
    small = any(word[0].islower() for word in words)
    return len(words) == 1 or (1 < len(words) <= 4 and text[-1] not in "?!." and not small)
