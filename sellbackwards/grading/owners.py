"""Find out whose each submitted file is, by the names that platforms and people give to folders and files.

A folder is somebody's by rule, not by its position: where a platform's pattern says so; else where it isn't called like
a part of the course or a download, and no lesson is in it more than once under different names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sellbackwards.grading import metadata, platforms
from sellbackwards.grading.claims import Claim, claim_of
from sellbackwards.grading.file_names import Names
from sellbackwards.grading.handin import NOTHING
from sellbackwards.grading.name_patterns import file_pattern, folder_pattern, platform_inside, platform_of_all
from sellbackwards.grading.reading import by_the_learner, typed_into_the_platform
from sellbackwards.grading.scanning import Folder, Found

_A_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+)*")


class Owners:
    """Goes through the tree. `claims` are the files by learner, `doubts` what could be read in two ways."""

    def __init__(self, tree: Folder, names: Names, apart: bool | None = None) -> None:
        self.claims: list[Claim] = []
        self.doubts: list[str] = []
        self.left_out: list[str] = []
        self._names = names
        self._apart = apart
        self._group(tree, tree.name)

    # --- groups: folders that hold many people's work -------------------------------------------------------------

    def _group(self, folder: Folder, home: str) -> None:
        if folder.is_course:  # as one learner has it
            self._person(folder, folder, "", {"learner": home})
            return
        below = bool(platforms.LEARNERS_BELOW.match(folder.name))
        submitted = any(platforms.LEARNERS_BELOW.match(name) for name in folder.folders)
        unsure = platform_of_all(folder)
        told = metadata.gradescope_learners(folder) if unsure and unsure.platform == "gradescope" else {}
        others = []
        for one in folder.folders.values():
            pattern, found = folder_pattern(one.name, unsure)
            if pattern:
                facts = told.get(one.name, {}) | {name: text for name, text in found.items() if text}
                self._person(one, folder, pattern.platform, facts)
            elif below:
                self._person(one, folder, "teams", {"learner": one.name})
            elif one.is_empty and not (self._is_nobodys(one.name) and one.folders):
                if not (self._is_nobodys(one.name) or platforms.is_work_name(one.name)):
                    self._person(one, folder, "", {"learner": one.name})
            elif not (submitted and platforms.NOT_HANDED_IN.match(one.name)):
                others.append(one)
        kinds = {id(one): self._kind(one) for one in others}
        somebodys = [one for one in others if kinds[id(one)] == "person"]
        parts = self._parts_of_everybody(others)
        many = not somebodys and (any(kind == "many" for kind in kinds.values()) or self._names_recur(others))
        for one in others:
            kind = kinds[id(one)]
            split = kind == "group" or (kind in {"flat", "many"} and not somebodys) or (kind == "neutral" and many)
            if kind == "many" and somebodys:
                split = self._copies_or_people(one)
            elif kind == "neutral" and not many:
                split = self._one_or_several(one, parts)
            if split:
                self._group(one, home if self._is_nobodys(one.name) else one.name)
            else:
                self._person(one, folder, "", {"learner": one.name})
        self._flat(folder, home)

    def _is_nobodys(self, name: str) -> bool:
        return platforms.is_group_name(name, self._names.lessons)

    def _kind(self, folder: Folder) -> str:
        """What a folder looks like by itself.

        "group": by its name or what platforms name in it; "person": notebooks lie in it; "flat": notebooks of several
        people lie in it; "many": some lesson is in several of its folders; "part": a part of one person's work;
        "neutral": anything else.
        """
        if folder.is_course:
            return "person"
        if platform_inside(folder):
            return "group"
        nobodys = self._is_nobodys(folder.name)
        direct = [one for one in folder.files if self._names.is_readable(one)]
        if direct:
            named = [one for one in direct if self._names.learner(one)]
            if all(file_pattern(one.name)[0] for one in direct):
                return "group" if nobodys else "flat"
            if nobodys:
                return "group" if named else "part"
            return "flat" if self._several_people(named) else "person"
        inside = [one for one in folder.folders.values() if any(True for _ in self._readable(one))]
        if not inside:
            return "group" if nobodys else "neutral"
        kinds = [self._kind(one) for one in inside]
        people = [one for one in inside if not (platforms.is_work_name(one.name) or self._is_nobodys(one.name))]
        if "group" in kinds or (nobodys and people):
            return "group"
        if "many" in kinds or self._lesson_twice(people):
            return "many"
        return "part" if nobodys else "neutral"

    def _readable(self, folder: Folder) -> Iterator[Found]:
        return (one for one in folder.every_file() if self._names.is_readable(one))

    def _several_people(self, named: Sequence[Found]) -> bool:
        """Do files with different people's names hold the same lesson?"""
        seen: dict[str, str] = {}
        for one in named:
            lesson, learner = self._names.lesson_named(one.name), self._names.learner(one).casefold()
            if lesson and seen.setdefault(lesson, learner) != learner:
                return True
        return False

    def _lesson_twice(self, folders: Sequence[Folder]) -> bool:
        """Is the same lesson in more than one of these folders?"""
        seen: set[str] = set()
        for folder in folders:
            lessons = self._lessons(folder)
            if lessons & seen:
                return True
            seen |= lessons
        return False

    def _lessons(self, folder: Folder) -> set[str]:
        return {lesson for one in self._readable(folder) if (lesson := self._names.lesson_of(one))}

    def _names_recur(self, folders: Sequence[Folder]) -> bool:
        """Does a name come in several of these folders, with another lesson in each? Then it is somebody's."""
        seen: dict[str, frozenset[str]] = {}
        for folder in folders:
            for one in folder.folders.values():
                if not (platforms.is_work_name(one.name) or self._is_nobodys(one.name)):
                    lessons = frozenset(self._lessons(one))
                    if lessons and seen.setdefault(one.name.casefold(), lessons) != lessons:
                        return True
        return False

    def _parts_of_everybody(self, folders: Sequence[Folder]) -> set[str]:
        """Names of folders that several of these have ("Role play"): parts of the course, and nobody's."""
        count = Counter(name.casefold() for folder in folders for name in folder.folders)
        return {name for name, times in count.items() if times > 1}

    def _one_or_several(self, folder: Folder, parts: Collection[str]) -> bool:
        """A folder without notebooks of its own, and no lesson in it twice: one person's, or several people's?"""
        inside = [
            one
            for one in folder.folders.values()
            if not (platforms.is_work_name(one.name) or self._is_nobodys(one.name) or one.name.casefold() in parts)
            and any(self._readable(one))
        ]
        if len(inside) < 2:  # "Sales 2026/anna": the inner one has a person's name, the outer one hasn't
            return bool(inside and re.search(r"\d", folder.name) and _A_NAME.fullmatch(inside[0].name))
        if self._apart is None:
            listed = ", ".join(one.name for one in inside[:3])
            self.doubts.append(
                f"{folder.name}: is it one learner with {len(inside)} folders ({listed}), or several learners? "
                "Taken as several"
            )
        return self._apart is not False

    def _copies_or_people(self, folder: Folder) -> bool:
        if self._apart is None:
            self.doubts.append(
                f"{folder.name}: has a lesson in several folders ({', '.join(list(folder.folders)[:3])}); "
                "taken as one learner's tries"
            )
        return self._apart is True

    # --- people ---------------------------------------------------------------------------------------------------

    def _person(self, folder: Folder, download: Folder, platform: str, facts: dict[str, str]) -> None:
        """All files in somebody's folder."""
        base = claim_of(facts, platform)
        stamp = metadata.sakai_time(folder) if platform == "sakai" else None
        files = list(_files_in(folder))
        if not files:
            self._nothing(folder, download, base)
        for found, trail, attempt in by_the_learner(files, lambda one: one[1]):
            stamped = platforms.STAMPED.match(found.name)
            when = platforms.read_time(stamped["when"]) if stamped else stamp or base["when"]
            self.claims.append(
                Claim(
                    found,
                    name=stamped["name"] if stamped else found.name,
                    download=download.place,
                    place="/".join([folder.raw or folder.name, *trail, found.name]),
                    attempt=attempt,
                    **(base | {"when": when or found.when}),
                )
            )

    def _nothing(self, folder: Folder, download: Folder, base: dict[str, Any]) -> None:
        """Somebody's folder in which they have no file: an empty one, or one with the platform's own files alone."""
        place = folder.raw or folder.name
        texts = [found for found in folder.every_file() if platforms.TYPED_THERE.match(found.name)]
        if texts:
            problem = typed_into_the_platform(texts[0])
            one = replace(texts[0], problem=problem)
            place = f"{place}/{one.name}"
        else:
            left = ", ".join(dict.fromkeys([found.name for found in folder.every_file()] + folder.all_ignored()))
            problem = f"{NOTHING}: the folder {f'has only {left} in it' if left else 'is empty'}"
            one = Found(folder.name, "", problem=problem)
        name = one.name if texts else base["label"]
        self.claims.append(Claim(one, name=name, download=download.place, place=place, spare=True, **base))

    def _flat(self, folder: Folder, home: str) -> None:
        """The files that lie in a group's folder, each with somebody's name in its own."""
        known = metadata.blackboard_logins(folder)
        nameless: list[Claim] = []
        for found in folder.files:
            pattern, facts = file_pattern(found.name)
            if pattern:
                if facts.pop("own", None):
                    continue
                if pattern.platform == "blackboard":
                    facts |= metadata.longest_login(found.name, known)
                base = claim_of(facts, pattern.platform)
                base["when"] = base["when"] or found.when
                name = facts.get("name") or found.name
                spare = bool(platforms.PLATFORMS_OWN.match(name) or platforms.TYPED_THERE.match(name))
                if platforms.TYPED_THERE.match(name):
                    found = replace(found, problem=typed_into_the_platform(found))
                self.claims.append(
                    Claim(found, name=name, download=folder.place, place=found.name, spare=spare, **base)
                )
            elif platforms.PLATFORMS_OWN.match(found.name):
                continue
            elif found.problem or self._names.is_readable(found) or self._names.is_sent_by_somebody(found):
                label = self._names.learner(found)
                claim = Claim(found, label or home, found.name, folder.place, found.name, when=found.when)
                (self.claims if label else nameless).append(claim)
            else:
                self.left_out.append(f"{folder.place}/{found.name}".lstrip("/"))
        self.claims += self._nameless(nameless, folder)

    def _nameless(self, nameless: Sequence[Claim], folder: Folder) -> Sequence[Claim]:
        """Files named after their lesson alone: one learner's, unless a lesson is there more than once."""
        lessons = [self._names.lesson_of(one.found) for one in nameless]
        if len(set(lessons)) == len(lessons) or self._apart is False:
            return nameless
        if self._apart is None:
            self.doubts.append(
                f"{folder.name}: {len(nameless)} files without anybody's name ({nameless[0].name}, "
                f"{nameless[1].name}); taken as a learner each"
            )
        return [replace(one, label=one.name.partition(".ipynb")[0]) for one in nameless]


def _files_in(
    folder: Folder, trail: tuple[str, ...] = (), attempt: int = 0
) -> Iterator[tuple[Found, tuple[str, ...], int]]:
    """(file, the folders to it, number of the try) of all that somebody handed in."""
    for found in folder.files:
        if not platforms.PLATFORMS_OWN.match(found.name):
            yield found, trail, attempt
    for one in folder.folders.values():
        tried = platforms.TRY.match(one.name)
        if not platforms.NOT_HANDED_IN.match(one.name):
            yield from _files_in(one, (*trail, one.raw or one.name), int(tried[1]) if tried else attempt)
