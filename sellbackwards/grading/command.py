"""What ``sellbackwards grade`` says while it works and when it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from sellbackwards.grading.grade import Summary, Tell, Wanted, grade
from sellbackwards.grading.settings import GradingError, read_settings


def run(
    submissions: Path,
    out: Path,
    review: Path | None,
    settings: Path | None,
    jobs: int | None,
    anonymous: bool,
    verify: int,
    errors: TextIO,
) -> str:
    """Mark, tell how far it is on `errors`, and return the last word. Raises GradingError."""
    summary = grade(
        submissions,
        out,
        review=review,
        settings=read_settings(settings),
        jobs=jobs,
        wanted=Wanted(anonymous=anonymous, sample=verify),
        tell=progress(errors),
    )
    for warning in summary.warnings:
        print(warning, file=errors)
    said = last_word(summary, out)
    if verify:
        from sellbackwards.grading.verifying import verify as by_nbval

        differences = by_nbval(summary.sample)
        if differences:
            raise GradingError("nbval doesn't agree: " + "; ".join(differences))
        said += f"\nnbval agrees on {len(summary.sample)} of them"
    return said


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
    """What was done, in two lines."""
    if not summary.files:
        return f"no notebooks found; empty tables are in {out}"
    lines = [
        f"{_count(summary.files, 'file')} of {_count(summary.learners, 'learner')} "
        f"({summary.files - summary.marked_again:,} known from an earlier run) → {out}"
    ]
    if summary.to_review:
        lines.append(
            f"{_count(summary.to_review, 'answer')} for a person: fill in points in {out / 'review.csv'}; run again"
        )
    if summary.unreadable:
        lines.append(f"{_count(summary.unreadable, 'file')} couldn't be read; the reasons are in {out / 'grades.csv'}")
    return "\n".join(lines)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
