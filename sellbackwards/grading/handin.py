"""The data class HandIn: one submitted file, where it lies, whose it is, and what its platform says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NOTHING = "nothing handed in"
"""How the reason begins where a learner's folder has nothing of theirs in it."""


@dataclass(frozen=True)
class HandIn:
    """One file that was handed in, as `collecting.collect` finds it.

    Where its bytes are: the file `path`; where that is a zip, the member whose number in it is `members[0]`; where that
    is a zip, too, its member `members[1]`, and so on. `problem` says why it stays shut, "" where it doesn't.

    Owners it is: `learner` is the name in all tables, unique in a term's gradebook. `ids` is what the platform or the
    roster knows them by, as far as it is known: "number" (Moodle's, another one in each assignment), "user" (the
    platform's own, the same in each assignment), "login", "email", "submission", "id" (the roster's).

    How to give it back: `platform` ("moodle", "canvas", …; "" where no platform named it); `download` is the zip or
    folder that the platform made, and `place` where the file lies in it, as the platform wrote it
    ("Anna Lee_12_assignsubmission_file_/x.ipynb"). `name` is the file's own name, as the learner chose it.

    `when` is its time in seconds since 1970, where known; `late`: the platform says that it came late.
    `attempt`: the number of the try, where the platform counts them (Teams' "Version 2"), else 0.
    """

    learner: str
    name: str
    path: str
    members: tuple[int, ...] = ()
    when: float | None = None
    late: bool = False
    problem: str = ""
    platform: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    download: str = ""
    place: str = ""
    attempt: int = 0

    @property
    def is_nothing(self) -> bool:
        """Does it stand for a learner's folder with nothing of theirs in it?"""
        return self.problem.startswith(NOTHING)

    @property
    def is_zip(self) -> bool:
        """Is it a learner's own zip?"""
        return self.name.lower().endswith(".zip")
