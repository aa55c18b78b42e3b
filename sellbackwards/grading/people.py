"""Join files of one learner: by the platform's number where it has one, else by name; a roster settles both.

A number that is another one in each assignment (Moodle's) tells people apart only within one download. One name twice
in one download is two people. The same name in several downloads is one person, which is said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sellbackwards.grading.claims import Claim
from sellbackwards.grading.roster import Member, Roster


@dataclass(frozen=True)
class Known:
    """A learner of earlier runs: their name in the tables, and how a platform knew them."""

    learner: str
    platform: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass
class People:
    """`labels`: each claim's learner, in the claims' order. `members`: learner → their entry in the roster."""

    labels: list[str]
    members: dict[str, Member] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


def own_number(platform: str, ids: Mapping[str, str]) -> str:
    """What a platform knows somebody by in every assignment, "" where it has no such thing."""
    number = ids.get("user") or ids.get("login") or ids.get("email") or ""
    return f"{platform}:{number.casefold()}" if number else ""


def settle(
    claims: Sequence[Claim],
    roster: Roster | None = None,
    known: Iterable[Known] = (),
    apart: bool | None = None,
    lesson_of: Callable[[Claim], str] = lambda claim: "",
) -> People:
    """Give each claim its learner. `apart` answers what could be read in two ways; None: the safe reading, and say so.

    `known`: the learners of earlier runs. `lesson_of` tells two downloads that were unpacked into one folder.
    """
    claims = _mixed_downloads_apart(claims, lesson_of)
    people = People([""] * len(claims))
    left: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for number, claim in enumerate(claims):
        member = roster.find(claim.label, claim.ids) if roster else None
        if member:
            people.labels[number] = member.label
            people.members[member.label] = member
        else:
            left[claim.label.casefold()].append((number, claim))
    before = {own: one.learner for one in known if (own := own_number(one.platform, one.ids))}
    named = {one.learner.casefold() for one in known}
    several = sum(_settle_name(found, before, named, people, apart) for found in left.values())
    if several and apart is None:
        people.notes.append(
            f"{several} {'name is' if several == 1 else 'names are'} in several downloads, and each is taken as one "
            "learner; a --roster settles who is who"
        )
    if roster:
        people.strangers = list(dict.fromkeys(people.labels[number] for found in left.values() for number, _ in found))
    return people


def _settle_name(
    claims: Sequence[tuple[int, Claim]],
    before: Mapping[str, str],
    named: Collection[str],
    people: People,
    apart: bool | None,
) -> bool:
    """Label all claims of one name. True where it was put together from several downloads."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)  # (download, "" for a number that is known everywhere)
    for number, claim in claims:
        own = own_number(claim.platform, claim.ids)
        found[("", own) if own else (claim.download, claim.ids.get("number") or claim.label)].append(number)
    label = claims[0][1].label
    by_download = Counter(download for download, _ in found)
    earlier = any(name.startswith(f"{label.casefold()} (") for name in named)
    if apart is False or (max(by_download.values()) < 2 and not (earlier and not by_download[""])):
        own = next((key for download, key in found if not download), "")
        for number, _ in claims:
            people.labels[number] = before.get(own, label)
        return len({claim.download for _, claim in claims}) > 1
    by_number = dict(claims)
    for numbers in found.values():
        one = by_number[numbers[0]]
        number_of = one.ids.get("number") or one.ids.get("user") or one.ids.get("login") or ""
        spelt = f"{one.label} ({number_of})" if number_of else one.label
        for number in numbers:
            people.labels[number] = before.get(own_number(one.platform, one.ids), spelt)
    if apart is None:
        who = ", ".join(sorted({people.labels[number] for number, _ in claims}))
        people.doubts.append(f"{label}: one learner, or several of that name? Kept apart as {who}")
    return False


def _mixed_downloads_apart(claims: Sequence[Claim], lesson_of: Callable[[Claim], str]) -> Sequence[Claim]:
    """Two downloads that were unpacked into one folder give nearly everybody two numbers, with another lesson each."""
    numbers: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for claim in claims:
        if claim.ids.get("number"):
            numbers[claim.download][claim.label.casefold()][claim.ids["number"]].add(claim.place)
    doubled = {
        download: {name for name, found in names.items() if len(found) > 1} for download, names in numbers.items()
    }
    mixed = set()
    for download, names in doubled.items():
        if len(names) < 2:
            continue
        lessons: dict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in claims:
            if claim.download == download and claim.label.casefold() in names:
                lessons[claim.label.casefold(), lesson_of(claim)].add(claim.ids.get("number", ""))
        if all(len(found) == 1 for found in lessons.values()):
            mixed.add(download)
    return [
        replace(claim, download=f"{claim.download} {lesson_of(claim)}") if claim.download in mixed else claim
        for claim in claims
    ]
