"""What the command `sellbackwards call` prints, and the rows of a table of calls."""

from __future__ import annotations

import csv
import io
import json
import os
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import IO, Any

from sellbackwards.calls.call import TranscriptError
from sellbackwards.calls.measure_notes import MEASURES
from sellbackwards.calls.measured import Measures
from sellbackwards.calls.measures import measure
from sellbackwards.calls.moments import moments
from sellbackwards.calls.reading import calls_in, read_call
from sellbackwards.calls.score_card import EVIDENCE, GROUPS
from sellbackwards.calls.wording import again_text, clock_text, percent, remarks, value_text
from sellbackwards.spreadsheet import csv_safe


def report(
    path: str | os.PathLike[str], seller: str | None = None, as_json: bool = False, remembered: Collection[str] = ()
) -> str:
    """What to print for one file; one with several calls gives a CSV as a folder does, or JSON with a list of "calls".

    Raises TranscriptError, whose text is the one line for stderr.
    """
    parts = calls_in(Path(path))
    if not parts:
        measures = measure(read_call(Path(path)), seller, remembered)
        return json.dumps(measures.as_dict(), ensure_ascii=False) if as_json else text(measures)
    if not as_json:
        out = io.StringIO()
        write_csv((_row_of_part(label, said, seller, remembered) for label, said in parts), out)
        return out.getvalue().rstrip("\n")
    calls: list[dict[str, Any]] = []
    for label, said in parts:
        try:
            calls.append(measure(read_call(said.encode(), label), seller, remembered).as_dict())
        except TranscriptError as error:
            calls.append({"file": label, "problem": str(error)})
    return json.dumps({"file": Path(path).name, "format": "several calls", "calls": calls}, ensure_ascii=False)


def text(measures: Measures) -> str:
    """A score card in plain text, in the order of the card."""
    call = measures.call
    long = (
        f", {clock_text(call.seconds)} long"
        if call.seconds is not None
        else ", typed"
        if call.typed
        else ", without times"
    )
    lines = [f"{call.file} ({call.format}{long})"]
    order = ("seller", "buyer", "other")
    for s in sorted(measures.speakers, key=lambda s: order.index(s.role)):
        why = f" ({measures.seller_why})" if s.role == "seller" and measures.seller_why != "chosen" else ""
        lines.append(f"  {s.role:<6} {s.name}: {percent(s.share)}, {s.words} words, {s.turns} turns{why}")
    lines += [f"  {remark}" for remark in remarks(call)]
    for title, keys in GROUPS:
        lines += ["", title]
        for key in keys:
            lines.append(f"  {MEASURES[key].name}: {value_text(key, measures)}")
            lines.append(f"      does not show: {MEASURES[key].does_not_show}")
    found = moments(measures)
    if found:
        lines += ["", again_text(call)]
        for m in found:
            at = f"{clock_text(m.at)}  " if m.at is not None else ""
            lines.append(f"  {at}turn {m.turn}: {m.title}. {m.why}")
    return "\n".join([*lines, "", EVIDENCE])


COLUMNS = (
    "file", "format", "seconds", "basis", "seller", "seller_why", "speakers", "talk_share", "longest_monologue_seconds",
    "longest_monologue_words", "switches_per_minute", "questions", "open_questions", "questions_first_third",
    "questions_second_third", "questions_last_third", "inform_share", "reflect_share", "patience_seconds",
    "interruptions", "next_step_by", "problem",
)  # fmt: skip

Row = dict[str, Any]


def rows_of_file(
    path: str | os.PathLike[str], seller: str | None = None, remembered: Collection[str] = ()
) -> list[Row]:
    """One file as rows of COLUMNS, a row for each call in it; what can't be read has its message under "problem"."""
    try:
        parts = calls_in(Path(path))
        if not parts:
            return [measured_row(measure(read_call(Path(path)), seller, remembered))]
    except TranscriptError as error:
        return [refused_row(Path(path).name, error)]
    return [_row_of_part(label, text, seller, remembered) for label, text in parts]


def _row_of_part(label: str, text: str, seller: str | None, remembered: Collection[str]) -> Row:
    try:
        return measured_row(measure(read_call(text.encode(), label), seller, remembered))
    except TranscriptError as error:
        return refused_row(label, error)


def measured_row(m: Measures) -> Row:
    """A measured call as a row of COLUMNS."""
    first, second, last = m.questions_by_third
    values = (
        m.call.file, m.call.format, m.call.seconds, m.basis, m.seller, m.seller_why, len(m.speakers), m.talk_share,
        m.longest_monologue.seconds, m.longest_monologue.words, m.switches_per_minute, m.questions, m.open_questions,
        first, second, last, m.inform_share, m.reflect_share, m.patience_seconds, m.interruptions,
        m.next_step.by if m.next_step else None, None,
    )  # fmt: skip
    return {k: round(v, 3) if isinstance(v, float) else v for k, v in zip(COLUMNS, values, strict=True)}


def refused_row(file: str, error: TranscriptError) -> Row:
    """A file that can't be read as a row of COLUMNS: its name, and what is wrong."""
    return dict.fromkeys(COLUMNS) | {"file": file, "problem": str(error)}


def transcripts(folder: str | os.PathLike[str]) -> list[Path]:
    """The files of a folder, by name; hidden ones are left out."""
    try:
        return sorted(path for path in Path(folder).iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        problem = f"The folder can't be opened ({error.strerror})."
        raise TranscriptError(Path(folder).name or str(folder), "the path", problem, "Check its name.") from None


def rows(
    folder: str | os.PathLike[str],
    seller: str | None = None,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
    remembered: Collection[str] = (),
) -> Iterator[Row]:
    """A row for each call of each file of a folder, in order; `progress(done, all)` is called after each file.

    Only a few calls are held at a time, however many there are. With `jobs` > 1 that many processes share the work.
    Raises TranscriptError where the folder can't be opened.
    """
    paths = transcripts(folder)
    for done, values in enumerate(_worked(paths, seller, jobs, remembered), 1):
        if progress:
            progress(done, len(paths))
        yield from values


def _worked(paths: Iterable[Path], seller: str | None, jobs: int, remembered: Collection[str]) -> Iterator[list[Row]]:
    if jobs <= 1:
        yield from (rows_of_file(path, seller, remembered) for path in paths)
        return
    waiting: deque[Future[list[Row]]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        for path in paths:
            waiting.append(pool.submit(rows_of_file, path, seller, remembered))
            if len(waiting) >= 4 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def write_csv(values: Iterable[Row], out: str | os.PathLike[str] | IO[str]) -> int:
    """Write rows as CSV and return how many; text that a spreadsheet would take for a formula gets an apostrophe."""
    if isinstance(out, str | os.PathLike):
        with Path(out).open("w", newline="", encoding="utf-8") as file:
            return write_csv(values, file)
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    count = 0
    for value in values:
        writer.writerow({key: csv_safe(cell) if isinstance(cell, str) else cell for key, cell in value.items()})
        count += 1
    return count
