"""Grade submissions: write grades.csv, gradebook.csv, review.csv, feedback/ and class.html."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.grading.collecting import Collected, collect, folder_name
from sellbackwards.grading.earlier_marks import NAME, Memory, Reader
from sellbackwards.grading.handin import HandIn
from sellbackwards.grading.job_results import Job
from sellbackwards.grading.one_run import AnotherRunError, only_run
from sellbackwards.grading.people import Known as KnownLearner
from sellbackwards.grading.review_table import Key, Known, Review, by_learner, known_of, read_reviews
from sellbackwards.grading.roster import Roster
from sellbackwards.grading.run import Run, Summary, Tell, Wanted
from sellbackwards.grading.settings import GradingError, Settings
from sellbackwards.renaming import PART

__all__ = ["Ask", "Summary", "Tell", "Wanted", "grade", "who_handed_in"]

Ask = Callable[[Sequence[str]], bool | None]
"""(what could be one learner or several) → are they several? None: nobody answers."""


def grade(
    submissions: Path,
    out: Path,
    review: Path | None = None,
    settings: Settings | None = None,
    jobs: int | None = None,
    sets: Sequence[ExerciseSet] | None = None,
    wanted: Wanted | None = None,
    roster: Roster | None = None,
    ask: Ask = lambda doubts: None,
    tell: Tell = lambda done, of: None,
) -> Summary:
    """Mark everything in `submissions` (a folder or a zip) into the folder `out`, beside what is there already.

    `review`: a review.csv with points filled in. `sets`: the course's own where nothing is said. `ask` is called
    before anything is marked where people could be merged or split. Raises GradingError.
    """
    wanted = wanted or Wanted()
    known = tuple(all_sets() if sets is None else sets)
    if out.resolve() == submissions.resolve():
        raise GradingError(f"{out}: is the folder of the submissions; give another one after --out")
    collected = who_handed_in(submissions, out, known, roster, wanted, ask)
    forgotten = {name.casefold() for name in wanted.forget}
    handins = [one for one in collected.handins if not (one.is_nothing and one.learner.casefold() in forgotten)]
    settings, strange = (settings or Settings()).for_sets(known)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with only_run(out), closing(Memory(out / NAME)) as memory:
            _sweep(out)
            earlier = _earlier_names(memory, roster, wanted)
            learners = {one.learner for one in handins} | set(earlier)
            reviews, warnings = _reviews(
                out, review, known_of(known, learners | {old for all_ in earlier.values() for old in all_})
            )
            reviews = _renamed(reviews, earlier)
            run = Run(out, settings, known, reviews, wanted, memory, collected.members)
            nobody = [f"--forget {name}: nobody of that name was marked before" for name in _unknown(wanted, memory)]
            run.summary.warnings += [*collected.doubts, *collected.notes, *strange, *nobody, *warnings]
            run.summary.warnings += collected.nobodys_files()
            run.summary.absent = [one.label for one in collected.absent if one.label not in earlier]
            run.summary.strangers = collected.strangers
            every = learners | {one.label for one in collected.absent}
            run.all(_jobs(handins, every, earlier, reviews), jobs or os.cpu_count() or 1, tell)
    except AnotherRunError:
        raise GradingError(
            f"{out}: another run is writing there; wait until it is done, or give another --out"
        ) from None
    except OSError as error:
        raise GradingError(
            f"{error.filename or out}: can't be written ({error.strerror or error}); close it in other "
            "programs, make room, or give another --out"
        ) from None
    return run.summary


def who_handed_in(
    submissions: Path,
    out: Path | None,
    sets: Sequence[ExerciseSet],
    roster: Roster | None = None,
    wanted: Wanted | None = None,
    ask: Ask = lambda doubts: None,
) -> Collected:
    """Everything handed in, by learner, as `grade` would mark it. Raises GradingError."""
    lessons, apart = [one.name for one in sets], (wanted or Wanted()).apart
    leave_out = out if out is not None and out.is_dir() else None
    before = Reader(leave_out / NAME).learners() if leave_out else {}
    known = [KnownLearner(name, handin.platform, handin.ids) for name, handin in before.items()]
    collected = collect(submissions, lessons, leave_out, roster, known, apart)
    answer = ask(collected.doubts) if collected.doubts and apart is None else None
    if answer is not None:
        collected = collect(submissions, lessons, leave_out, roster, known, answer)
    collected.doubts = [f"{doubt}; --same-name apart or merge says which" for doubt in collected.doubts]
    return collected


def _earlier_names(memory: Memory, roster: Roster | None, wanted: Wanted) -> dict[str, list[str]]:
    """The learners of earlier runs that stay: their name today (a roster may give another one) → their names then."""
    found: dict[str, list[str]] = {}
    forgotten = {name.casefold() for name in wanted.forget}
    for name, handin in ({} if wanted.replace else memory.learners()).items():
        if name.casefold() not in forgotten:
            member = roster.find(name, handin.ids) if roster else None
            found.setdefault(member.label if member else name, []).append(name)
    return found


def _unknown(wanted: Wanted, memory: Memory) -> list[str]:
    """The names to forget that no earlier run has marked."""
    known = {name.casefold() for name in memory.learners()}
    return [name for name in wanted.forget if name.casefold() not in known]


def _jobs(
    handins: Sequence[HandIn], learners: set[str], earlier: dict[str, list[str]], reviews: dict[Key, Review]
) -> list[Job]:
    """One job for each learner, in the order of their names."""
    mine: dict[str, list[HandIn]] = {}
    for one in handins:
        mine.setdefault(one.learner, []).append(one)
    of_learners, taken = by_learner(reviews), set[str]()
    return [
        Job(
            learner,
            folder_name(learner, taken) if learner in mine or learner in earlier else "",
            tuple(mine.get(learner, ())),
            of_learners.get(learner, {}),
            tuple(earlier.get(learner, ())),
        )
        for learner in sorted(learners, key=lambda name: (name.casefold(), name))
    ]


def _reviews(out: Path, review: Path | None, known: Known) -> tuple[dict[Key, Review], list[str]]:
    """What a person has decided: now (`review`), and before (the review.csv that this run will write anew)."""
    found: dict[Key, Review] = {}
    warnings: list[str] = []
    for path in dict.fromkeys(path for path in (out / "review.csv", review) if path is not None):
        if path == review or path.exists():
            rows, wrong = read_reviews(path, known)
            found |= rows
            warnings += wrong
    beside = out / "review.xlsx"
    if beside != review and beside.exists():
        warnings.append(f"{beside}: isn't counted; if points are in it, give it back: --review {beside}")
    return found, warnings


def _renamed(reviews: dict[Key, Review], earlier: dict[str, list[str]]) -> dict[Key, Review]:
    """The reviews under the learners' names of today."""
    today = {old: name for name, olds in earlier.items() for old in olds}
    return {(today.get(key[0], key[0]), *key[1:]): one for key, one in reviews.items()}


def _sweep(out: Path) -> None:
    """Delete partial files of an interrupted run."""
    for left in (*out.glob(f"*{PART}"), *out.glob(f"feedback/*/*{PART}")):
        left.unlink(missing_ok=True)
