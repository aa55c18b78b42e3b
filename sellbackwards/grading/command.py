"""Progress and summary messages of ``sellbackwards grade``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import localtime, strftime
from typing import TextIO

from sellbackwards.exercises.catalogue import all_sets, set_names
from sellbackwards.grading.collecting import Collected, some
from sellbackwards.grading.file_names import Names
from sellbackwards.grading.grade import Ask, Summary, Tell, Wanted, grade, who_handed_in
from sellbackwards.grading.marked_files import lesson_in_name
from sellbackwards.grading.roster import Roster, read_roster
from sellbackwards.grading.scanning import Found
from sellbackwards.grading.settings import GradingError, meant, read_settings


def run(
    submissions: Path,
    out: Path,
    review: Path | None,
    settings: Path | None,
    roster: Path | None,
    jobs: int | None,
    wanted: Wanted,
    errors: TextIO,
) -> str:
    """Mark, tell how far it is on `errors`, and return the last word. Raises GradingError."""
    summary = grade(
        submissions,
        out,
        review=review,
        settings=read_settings(settings),
        jobs=jobs,
        wanted=wanted,
        roster=read_roster(roster) if roster else None,
        ask=ask_on(errors),
        tell=progress(errors),
    )
    for warning in summary.warnings:
        print(warning, file=errors)
    said = last_word(summary, out)
    if wanted.sample:
        from sellbackwards.grading.nbval_opinion import verify as by_nbval

        differences = by_nbval(summary.sample)
        if differences:
            raise GradingError("nbval doesn't agree: " + "; ".join(differences))
        said += f"\nnbval agrees on {len(summary.sample)} of them"
    return said


def dry_run(submissions: Path, out: Path | None, roster: Path | None, wanted: Wanted, errors: TextIO) -> str:
    """Who handed in what, as it would be marked; nothing is. Raises GradingError."""
    known = read_roster(roster) if roster else None
    collected = who_handed_in(submissions, out, all_sets(), known, wanted)
    for line in (*collected.doubts, *collected.notes):
        print(line, file=errors)
    return "\n".join(_listing(collected, known))


def _listing(collected: Collected, roster: Roster | None) -> Iterator[str]:
    names = Names(set_names())
    files: dict[str, list[str]] = {}
    for one in collected.handins:
        found = Found(one.name, one.path, one.members, problem=one.problem)
        lesson = names.lesson_named(one.name) or names.lesson_of(found) or lesson_in_name(one.name, ())
        when = strftime(" (%Y-%m-%d %H:%M)", localtime(one.when)) if one.when else ""
        if one.is_nothing:
            files.setdefault(one.learner, []).append(one.problem)
            continue
        problem = f", can't be read: {one.problem}" if one.problem else ""
        shown = lesson if lesson in one.name else f"{lesson}, as {one.name}"
        files.setdefault(one.learner, []).append(f"{shown}{when}{', late' if one.late else ''}{problem}")
    for learner, listed in files.items():
        yield f"{learner}: {'; '.join(listed)}"
    yield from collected.nobodys_files()
    if roster:
        yield from _against_roster([one.label for one in collected.absent], collected.strangers)
    sent = sum(not one.is_nothing for one in collected.handins)
    yield f"{_count(sent, 'file')} of {_count(len(files), 'learner')}; nothing was marked"


def _against_roster(absent: Sequence[str], strangers: Sequence[str]) -> Iterator[str]:
    if absent:
        yield f"handed in nothing: {some(absent)}"
    if strangers:
        yield f"not in the class list: {some(strangers)}"


def lesson_called(name: str) -> str:
    """The set that an instructor means by "01", "1" or "01 sell backwards". Raises GradingError."""
    found = meant(name, set_names())
    if found is None:
        raise GradingError(f"--lesson {name}: there is no such lesson; there are: {', '.join(set_names())}")
    return found


def ask_on(stream: TextIO) -> Ask:
    """Ask at the terminal whether people are several; nobody answers where there is none."""

    def ask(doubts: Sequence[str]) -> bool | None:
        if not (sys.stdin.isatty() and stream.isatty()):
            return None
        for doubt in doubts:
            print(doubt, file=stream)
        print("Several learners (s), or one (o)? [s] ", end="", file=stream, flush=True)
        return not sys.stdin.readline().strip().lower().startswith("o")

    return ask


def progress(stream: TextIO) -> Tell:
    """How far it is: in one line on a terminal, else a line for every tenth."""
    shown = -1

    def tell(done: int, of: int) -> None:
        nonlocal shown
        step = done * (100 if stream.isatty() else 10) // of
        if step == shown and done < of:
            return
        shown = step
        if stream.isatty():
            print(f"\rmarked {done:,} of {of:,}", end="\n" if done == of else "", file=stream, flush=True)
        elif of >= 20:
            print(f"marked {done:,} of {of:,}", file=stream, flush=True)

    return tell


def last_word(summary: Summary, out: Path) -> str:
    """What was done, in a few lines."""
    if not summary.files and not summary.absent:
        return f"no notebooks found; empty tables are in {out}"
    lines = [
        f"{_count(summary.files, 'file')} of {_count(summary.learners, 'learner')} "
        f"({summary.files - summary.marked_again:,} known from an earlier run) → {out}"
    ]
    if summary.judged_anew:
        lines.append(f"marked again, since this has changed after the last run: {some(summary.judged_anew)}")
    if summary.untouched:
        lines.append(f"{_count(summary.untouched, 'notebook')} in which nothing was typed: counted as not handed in")
    if summary.empty:
        lines.append(f"nothing in the folder of: {some(summary.empty)}")
    lines += _against_roster(summary.absent, summary.strangers)
    if summary.to_review:
        lines.append(
            f"{_count(summary.to_review, 'answer')} for a person: fill in points in {out / 'review.csv'}; run again"
        )
    if summary.unreadable:
        lines.append(f"{_count(summary.unreadable, 'file')} couldn't be read; the reasons are in {out / 'grades.csv'}")
    return "\n".join(lines)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
