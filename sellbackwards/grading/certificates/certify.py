"""Make the certificates of a class: who meets the rubric gets a page and a signed credential, the others are listed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sellbackwards.exercises.catalogue import all_sets
from sellbackwards.exercises.model import ExerciseSet
from sellbackwards.grading.certificates.credential import Issue, credential, issue_of, learner_of, new_issue
from sellbackwards.grading.certificates.judgements import (
    Judgement,
    by_learner,
    laid_out,
    merged,
    read_judgements,
    write_judgements,
)
from sellbackwards.grading.certificates.keys import did_of, read_key
from sellbackwards.grading.certificates.page import page
from sellbackwards.grading.certificates.proofs import ProofError, signed, signer
from sellbackwards.grading.certificates.rubric import Rubric, default_text, read_rubric
from sellbackwards.grading.certificates.standing import Standing, facts, read_marks, standing
from sellbackwards.grading.certificates.verifying import read_credential
from sellbackwards.grading.collecting import folder_name
from sellbackwards.grading.settings import GradingError
from sellbackwards.grading.tables import Table, write_page, written
from sellbackwards.renaming import PART

_LISTED = 10
"""The most learners that are listed on the terminal; all are in standing.csv."""


@dataclass
class Outcome:
    """What was done. `issued`: learner → the day of their certificate; `new`: whose was made now.

    `standings`: everybody, in the order of names; `warnings`: lines for the instructor.
    """

    folder: Path
    rubric: Path
    standings: list[Standing] = field(default_factory=list)
    issued: dict[str, str] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    signed: bool = False
    warnings: list[str] = field(default_factory=list)


def certify(
    out: Path,
    rubric_file: Path | None = None,
    judged: Path | None = None,
    key_file: Path | None = None,
    now: datetime | None = None,
    sets: Sequence[ExerciseSet] | None = None,
) -> Outcome:
    """Bring the certificates of a folder that `grade` wrote up to date; without a key, only say how everybody stands.

    `judged`: a judgements.csv (or .xlsx) with what people heard. Raises GradingError.
    """
    known = tuple(all_sets() if sets is None else sets)
    now = now or datetime.now(UTC)
    marks = read_marks(out, known)
    folder = out / "certificates"
    outcome = Outcome(folder, rubric_file or folder / "rubric.yaml")
    try:
        if rubric_file is None and not outcome.rubric.exists():
            write_page(outcome.rubric, default_text(known))
        rubric = read_rubric(outcome.rubric, known)
        key = None
        if key_file is not None:
            key, warnings = read_key(key_file)
            outcome.warnings += warnings
            if not rubric.issuer:
                raise GradingError(
                    f"{outcome.rubric}: issuer: is empty; write who gives the certificate, then run again"
                )
        rows = _judgements(outcome, folder, judged, list(marks), rubric)
        mine = by_learner(rows)
        today = now.astimezone().date()
        outcome.standings = [standing(name, marks[name], mine.get(name, ()), rubric, known, today) for name in marks]
        _stale(outcome, out)
        _issue(outcome, rubric, key, f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
        _write_standing(outcome)
    except OSError as error:
        raise GradingError(
            f"{error.filename or folder}: can't be written ({error.strerror or error}); close it in other programs, "
            "or make room"
        ) from None
    return outcome


def _judgements(
    outcome: Outcome, folder: Path, judged: Path | None, learners: Sequence[str], rubric: Rubric
) -> list[Judgement]:
    """What people have judged, now and before; the table is written anew with a row for everybody."""
    path = folder / "judgements.csv"
    kept: list[Judgement] = []
    same = judged is not None and judged.resolve() == path.resolve()
    if path.exists() or same:
        kept, told = read_judgements(path, learners)
        outcome.warnings += told
    given: list[Judgement] = []
    if judged is not None and not same:
        given, told = read_judgements(judged, learners)
        outcome.warnings += told
    beside = path.with_suffix(".xlsx")
    if beside.exists() and judged != beside:
        outcome.warnings.append(f"{beside}: isn't counted; if judgements are in it, give it back: --judged {beside}")
    rows = laid_out(merged(kept, given), learners, rubric)
    strange = sorted({one.criterion for one in rows if one.criterion.casefold() not in _names(rubric)})
    if strange:
        outcome.warnings.append(
            f"{path}: keeps rows for what isn't a criterion of {outcome.rubric}: {', '.join(strange[:5])}"
        )
    if rubric.criteria and rows != kept:
        write_judgements(path, rows)
    return rows


def _names(rubric: Rubric) -> set[str]:
    return {one.name.casefold() for one in rubric.criteria}


def _stale(outcome: Outcome, out: Path) -> None:
    """Say where points were typed after the marks were made."""
    review, marks = out / "review.csv", out / "class.html"
    if review.exists() and marks.exists() and review.stat().st_mtime > marks.stat().st_mtime + 2:
        outcome.warnings.append(f"{review}: was changed after the last marking; run sellbackwards grade again first")


def _issue(outcome: Outcome, rubric: Rubric, key: Ed25519PrivateKey | None, when: str) -> None:
    """Make what is missing, leave what is the same, and put aside what doesn't hold any more."""
    there = _there(outcome)
    everybody = {one.learner for one in outcome.standings}
    met = {one.learner: one for one in outcome.standings if not one.missing}
    if key is None:
        outcome.issued = {name: issue_of(old).day for name, (_, old) in there.items()}
        return
    outcome.signed = True
    for left in outcome.folder.glob(f"*{PART}"):
        left.unlink(missing_ok=True)
    for name, (path, old) in there.items():
        if name not in met:
            _put_aside(path, old)
            why = "doesn't meet the rubric any more" if name in everybody else "isn't in the gradebook any more"
            outcome.warnings.append(
                f"{name}: {why}; the certificate of {issue_of(old).day} is now in "
                f"{outcome.folder / 'earlier'}. A copy that was given away can't be called back"
            )
    did = did_of(key.public_key())
    taken = {path.stem.casefold() for path in outcome.folder.glob("*.json")}
    for name, found in met.items():
        before = there.get(name)
        issue = new_issue(facts(found, rubric, did), when)
        if before and _still_holds(before[1], issue, did):
            document = before[1]
        else:
            if before:
                _put_aside(*before)
                outcome.warnings.append(
                    f"{name}: what the certificate of {issue_of(before[1]).day} says has changed; it is now in "
                    f"{outcome.folder / 'earlier'}, and a new one is made"
                )
            document = signed(credential(found, rubric, did, issue), key, when)
            outcome.new.append(name)
        path = before[0] if before else outcome.folder / f"{folder_name(name, taken)}.json"
        for file, text in ((path, as_text(document)), (path.with_suffix(".html"), page(document))):
            if _text_of(file) != text:
                write_page(file, text)
        outcome.issued[name] = issue_of(document).day


def as_text(document: Mapping[str, Any]) -> str:
    """The JSON of a certificate's file."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _there(outcome: Outcome) -> dict[str, tuple[Path, dict[str, Any]]]:
    """learner → (file, credential) of the certificates in the folder; a file that is none is left alone, and named."""
    found: dict[str, tuple[Path, dict[str, Any]]] = {}
    for path in sorted(outcome.folder.glob("*.json")):
        try:
            document = read_credential(path)
            issue_of(document)
            name = learner_of(document)
        except (GradingError, KeyError, TypeError):
            outcome.warnings.append(f"{path}: isn't a certificate that this program made; it is left alone")
            continue
        if name in found:
            outcome.warnings.append(f"{path}: {name} has another certificate here ({found[name][0]}); it is left alone")
        else:
            found[name] = path, document
    return found


def _still_holds(old: Mapping[str, Any], issue: Issue, did: str) -> bool:
    """Is the certificate that is there signed with this key, and made of the same facts?"""
    try:
        return signer(old) == did and old["id"] == issue.id
    except ProofError:  # changed by hand
        return False


def _put_aside(path: Path, old: Mapping[str, Any]) -> None:
    """Move a certificate and its page into the folder `earlier`, under a name with its day and the end of its id."""
    issue = issue_of(old)
    folder = path.parent / "earlier"
    folder.mkdir(exist_ok=True)
    stem = folder_name(f"{path.stem} {issue.day} {issue.id[-8:]}", set())
    for file in (path.with_suffix(".html"), path):  # the signed file last: cut short, the next run finds it again
        if file.exists():
            file.replace(folder / f"{stem}{file.suffix}")


def _text_of(path: Path) -> str | None:
    """What stands in a file of ours, None where there is none or where somebody has put something else there."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write_standing(outcome: Outcome) -> None:
    with written(outcome.folder / "standing.csv", mark=True) as file:
        table = Table(file, ("learner", "certificate", "missing"))
        for one in outcome.standings:
            day = outcome.issued.get(one.learner)
            state = "not yet" if one.missing else f"issued {day}" if day else "meets the rubric"
            table.row(one.learner, state, "; ".join(one.missing))


def in_words(outcome: Outcome) -> str:
    """What was done, and what comes next, in a few lines."""
    met = [one for one in outcome.standings if not one.missing]
    lacking = [one for one in outcome.standings if one.missing]
    of = f"{len(met)} of {len(outcome.standings)} learners"
    lines = [f"{of} {'meets' if len(met) == 1 else 'meet'} the rubric in {outcome.rubric}"]
    lines += [f"not yet: {one.learner}: {'; '.join(one.missing)}" for one in lacking[:_LISTED]]
    if len(lacking) > _LISTED:
        lines.append(f"and {len(lacking) - _LISTED} more not yet; all are in {outcome.folder / 'standing.csv'}")
    if outcome.signed:
        same = len(outcome.issued) - len(outcome.new)
        lines.append(f"certificates: {len(outcome.new)} made now, {same} as they were → {outcome.folder}")
    else:
        lines.append(
            f"nothing was signed; what people heard goes into {outcome.folder / 'judgements.csv'}, and with "
            "--key FILE the certificates are made"
        )
    return "\n".join(lines)
