"""A certificate as an Open Badges 3.0 credential (JSON-LD): what was done, judged by whom and when, and what wasn't.

Fields: 1EdTech "Open Badges Specification v3.0", B.1 (OpenBadgeCredential, AchievementSubject, Achievement, Evidence).
All of it in terms that the two contexts define, so that nothing gets lost on the way into other programs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import rfc8785

import sellbackwards
from sellbackwards.grading.certificates.judgements import NOT_COME_UP
from sellbackwards.grading.certificates.rubric import Rubric
from sellbackwards.grading.certificates.standing import Lesson, Standing
from sellbackwards.grading.tables import clean

CONTEXTS = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
_WHAT_CALL = {
    "real": "A call with a buyer",
    "role play": "A role play, with somebody as the buyer",
    "simulated": "A practice call, with the course's program as the buyer",
}
CALL, CRITERION, EXERCISES = "Call", "Criterion", "Exercises"
"""What a piece of evidence is about (its genre)."""


@dataclass(frozen=True)
class Issue:
    """What is new in each certificate: its id, when it was made ("2026-11-30T12:00:00Z"), and by which release."""

    id: str
    when: str
    version: str = sellbackwards.__version__

    @property
    def day(self) -> str:
        """As in 2026-11-30."""
        return self.when[:10]


def new_issue(facts: str, when: str) -> Issue:
    """For a certificate that is made now: the same facts have the same id."""
    return Issue(f"urn:uuid:{uuid5(NAMESPACE_URL, facts)}", when)


def issue_of(credential: Mapping[str, Any]) -> Issue:
    """That of a credential of ours. Raises KeyError, TypeError where it isn't one."""
    version = credential["credentialSubject"]["achievement"]["version"]
    return Issue(str(credential["id"]), str(credential["validFrom"]), str(version))


def learner_of(credential: Mapping[str, Any]) -> str:
    """Whose credential it is, "" where no name stands in it."""
    identifiers = credential["credentialSubject"].get("identifier", [])
    return next((one["identityHash"] for one in identifiers if one["identityType"] == "name"), "")


def credential(standing: Standing, rubric: Rubric, did: str, issue: Issue) -> dict[str, Any]:
    """The credential of a learner who meets the rubric, not yet signed. `did`: the issuer's key."""
    achievement: dict[str, Any] = {
        "type": ["Achievement"],
        "name": rubric.title,
        "description": _description(rubric),
        "criteria": {"narrative": "\n".join(_criteria(rubric, standing.lessons))},
    }
    same = uuid5(NAMESPACE_URL, did + rfc8785.dumps(achievement).decode())
    return {
        "@context": list(CONTEXTS),
        "id": issue.id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": rubric.title,
        "issuer": {"id": did, "type": ["Profile"], "name": rubric.issuer},
        "validFrom": issue.when,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": False,
                    "identityHash": clean(standing.learner),
                    "identityType": "name",
                }
            ],
            "narrative": " ".join(_not_said(standing)),
            "achievement": {"id": f"urn:uuid:{same}", **achievement, "version": issue.version},
        },
        "evidence": [
            {
                "type": ["Evidence"],
                "genre": genre,
                "name": clean(name),
                "description": clean(on),
                "narrative": clean(said),
            }
            for genre, name, on, said in _evidence(standing, rubric, issue)
        ],
    }


def _description(rubric: Rubric) -> str:
    call = f"One sales call, judged by a person on {len(rubric.criteria)} named criteria" if rubric.criteria else ""
    exercises = "exercises of the course Selling Backwards" if rubric.exercises else ""
    both = ", and ".join(part for part in (call, exercises) if part)
    return f"{both[:1].upper()}{both[1:]}."


def _criteria(rubric: Rubric, lessons: Sequence[Lesson]) -> Iterator[str]:
    if rubric.criteria:
        yield (
            f"One call ({_any_of(rubric.kinds)}). Somebody other than the learner judged each of these “yes” or "
            f"“didn't come up”, at least {rubric.least_yes} of {len(rubric.criteria)} “yes”:"
        )
        yield from (f"- {one.name}: {one.heard_when}" for one in rubric.criteria)
    if rubric.exercises:
        yield "Exercises of the course, at least so many passed:"
        yield from (f"- {one.title}: {one.least} of {one.count}" for one in lessons)


def _evidence(standing: Standing, rubric: Rubric, issue: Issue) -> Iterator[tuple[str, str, str, str]]:
    """(what it is about, name, on what, what was found by whom and when)"""
    if rubric.criteria:
        heard = "Each “yes” rests on words that were written down from the call. They stay with the issuer."
        yield CALL, "The call", f"{_WHAT_CALL[standing.kind]}: {standing.call}", heard
    for one in standing.heard:
        said = f"{one.said[:1].upper()}{one.said[1:]}. Judged by {one.by} on {one.on.isoformat()}."
        yield CRITERION, one.criterion, one.heard_when, said
    for lesson in standing.lessons:
        yield (
            EXERCISES,
            lesson.title,
            f"At least {lesson.least} of {lesson.count} were needed.",
            " ".join(_lesson(lesson, rubric.reviewer, issue)),
        )


def _lesson(lesson: Lesson, reviewer: str, issue: Issue) -> Iterator[str]:
    by_rule = [one for one in lesson.passed if one not in lesson.decided]
    judged = []
    if by_rule:
        judged.append(f"{_listed(by_rule)} by the program's published rules")
    if lesson.decided:
        judged.append(f"{_listed(lesson.decided)} by {reviewer}")
    yield (
        f"{len(lesson.passed)} of {lesson.count} passed, counted on {issue.day} by Selling Backwards {issue.version}: "
        f"{'; '.join(judged) or 'none'}."
    )
    if lesson.not_passed:
        yield f"Not passed or not answered: {_listed(lesson.not_passed)}."
    if lesson.not_judged:
        yield f"Not judged: {_listed(lesson.not_judged)}."


def _listed(ids: Sequence[str]) -> str:
    """ "1.1 to 1.4, 1.6" for 1.1, 1.2, 1.3, 1.4, 1.6."""
    runs: list[list[str]] = []
    for one in ids:
        lesson, _, number = one.partition(".")
        follows = runs and number.isdigit() and runs[-1][-1] == f"{lesson}.{int(number) - 1}"
        if follows:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def _any_of(names: Sequence[str]) -> str:
    """ "a, b or c"."""
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _not_said(standing: Standing) -> Iterator[str]:
    """What was not judged, and what nobody should read into it."""
    if standing.heard:
        yield "One call was judged. How other calls go, and whether anything was sold, was not."
    else:
        yield "No call was judged, and no sale."
    if standing.kind == "simulated":
        yield "The buyer was a program. A real buyer may answer differently."
    if standing.kind == "role play":
        yield "The buyer was played by somebody who knew that it was practice."
    if missed := [one.criterion for one in standing.heard if one.said == NOT_COME_UP]:
        yield f"Didn't come up in this call, so not shown: {', '.join(missed)}."
    if standing.lessons:
        yield "Who typed the answers to the exercises was not checked; the name is the one they were handed in under."
