"""Collect submissions: a folder or a zip → the files in it, by learner.

`scanning` reads the tree, `owners` finds in it whose each file is, `people` who of them is one learner. Names are
labels: no name that came with a submission is ever used as a path of ours (see `folder_name`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from sellbackwards.grading import limits, platforms
from sellbackwards.grading.claims import Claim
from sellbackwards.grading.file_names import Names
from sellbackwards.grading.handin import HandIn
from sellbackwards.grading.name_patterns import is_somebodys
from sellbackwards.grading.owners import Owners
from sellbackwards.grading.people import Known, settle
from sellbackwards.grading.reading import ASK_AGAIN
from sellbackwards.grading.roster import Member, Roster
from sellbackwards.grading.scanning import Folder, scan

_LISTED = 10
"""The most names that a line lists."""


def some(names: Sequence[str]) -> str:
    """The first of the names, and how many more there are."""
    more = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" and {more} more" if more > 0 else "")


@dataclass
class Collected:
    """All files handed in, in the order of their learners' names, and what an instructor should know of it.

    `doubts`: what could be read in two ways, and how it was; `notes`: what was taken for granted. With a roster:
    `members` learner → their entry, `absent` who handed in nothing, `strangers` who isn't in it.
    """

    handins: list[HandIn] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    members: dict[str, Member] = field(default_factory=dict)
    absent: list[Member] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def nobodys_files(self) -> list[str]:
        """A line on what was left out; none where nothing was."""
        return [f"left out, since no notebook and nobody's: {some(self.left_out)}"] if self.left_out else []


def collect(
    submissions: Path,
    lessons: Sequence[str],
    leave_out: Path | None = None,
    roster: Roster | None = None,
    known: Iterable[Known] = (),
    apart: bool | None = None,
) -> Collected:
    """Everything handed in. `lessons`: the sets' names. Raises GradingError.

    `leave_out` is a folder inside that isn't a submission: where the marks are written. `known`: the learners of
    earlier runs. `apart`: whether what could be one learner or several is several; None takes the safe reading.
    """
    names = Names(lessons)

    def is_download(name: str, contents: Folder, nobodys: bool) -> bool:
        """Does a zip hold several people's work? By its name alone only where it lies in nobody's folder."""
        if any(one.is_course for one in (contents, *_alone(contents))):
            return False
        if nobodys and platforms.is_group_name(name, lessons):
            return True
        inside = Owners(contents, names, apart).claims
        people = {one.label.casefold() for one in inside if not (one.spare or platforms.is_work_name(one.label))}
        return len(people) > 1 or any(one.platform for one in inside)

    def is_nobodys(name: str) -> bool | None:
        return False if is_somebodys(name) else platforms.is_group_name(name, lessons) or None

    tree = scan(submissions, leave_out, is_download, is_nobodys)
    found = Owners(tree, names, apart)
    people = settle(found.claims, roster, known, apart, lambda claim: names.lesson_of(claim.found))
    collected = Collected(doubts=[*found.doubts, *people.doubts], notes=people.notes, members=people.members)
    collected.handins = _for_each_learner(list(zip(found.claims, people.labels, strict=True)), names, people.members)
    collected.notes += [
        f"{claim.name}: “{label}” is taken for its learner's name; if it isn't one, begin the file's name with it, "
        f"or say who is in the class with --roster"
        for claim, label in zip(found.claims, people.labels, strict=True)
        if not claim.platform and label not in people.members
        if label == names.learner(claim.found) and names.is_guess(claim.found)
    ]
    collected.strangers, collected.left_out = people.strangers, found.left_out
    if roster:
        there = {one.learner for one in collected.handins}
        collected.absent = [one for one in roster.members if one.label not in there]
    return collected


def _alone(folder: Folder) -> list[Folder]:
    """The folders in which everything of a folder lies, each the only one in the one before."""
    found: list[Folder] = []
    while len(folder.folders) == 1 and not folder.files:
        (folder,) = folder.folders.values()
        found.append(folder)
    return found


def _for_each_learner(claims: Sequence[tuple[Claim, str]], names: Names, members: dict[str, Member]) -> list[HandIn]:
    """Notebooks and zips; other files (a document, a picture) only of a learner who handed in nothing else there."""
    readable = {(learner, claim.download) for claim, learner in claims if names.is_readable(claim.found)}
    count: Counter[str] = Counter()
    handins = []
    for claim, learner in sorted(claims, key=lambda one: (one[1].casefold(), one[1], one[0].download, one[0].place)):
        found, problem = claim.found, claim.found.problem
        if (claim.spare or not problem) and not names.is_readable(found):
            if (learner, claim.download) in readable:
                continue
            problem = problem or _no_notebook(found.name)
        count[learner] += 1
        if count[learner] > limits.LEARNERS_FILES:
            if count[learner] > limits.LEARNERS_FILES + 1:
                continue
            problem = f"is one of more than {limits.LEARNERS_FILES} files of one learner; the rest aren't read"
        ids = dict(members[learner].ids) | claim.ids if learner in members else claim.ids
        handins.append(
            HandIn(
                learner=learner,
                name=claim.name,
                path=found.path,
                members=found.members,
                when=claim.when,
                late=claim.late,
                problem=problem,
                platform=claim.platform,
                ids=ids,
                download=claim.download,
                place=claim.place,
                attempt=claim.attempt,
            )
        )
    return handins


def _no_notebook(name: str) -> str:
    """What a file is that isn't a notebook, by the ending of its name, and what to do about it."""
    ending = name.lower().rpartition(".")[2]
    if ending in {"url", "webloc", "lnk"}:
        return "only says where the file is; download it"
    if ending in {"eml", "msg"}:
        return f"is an e-mail; save the notebook that is attached to it, or {ASK_AGAIN}"
    return f"isn't a notebook; {ASK_AGAIN}"


_RESERVED = re.compile(
    r"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE
)  # names that Windows keeps for itself


def folder_name(label: str, taken: set[str]) -> str:
    """A name for a folder or file of ours that is safe everywhere and in `taken` no more than once; adds it there."""
    plain = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|\ufffd]+', "-", label).strip(" .")
    short = plain.encode()[:120].decode("utf-8", "ignore").strip(" .")
    mark = sha256(label.encode("utf-8", "replace")).hexdigest()[:8]
    if short != label or not short or _RESERVED.match(short) or short.casefold() in taken:
        short = f"{short}-{mark}".lstrip("-") if not _RESERVED.match(short) else f"{mark}-{short}"
    taken.add(short.casefold())
    return short
