"""Practice: the learner's own call on the score card, with three moments to read again.

A file that is dropped in is held in this page's kernel and nowhere else: no draft, nothing in the progress file. Only
who was chosen as the seller is remembered, by folder (`calls.remembered`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.request import url2pathname

import traitlets

from sellbackwards.calls import Call, Measures, TranscriptError, measure, read_call
from sellbackwards.calls.decoding import visible
from sellbackwards.calls.moments import Moment, moments
from sellbackwards.calls.names import UNKNOWN
from sellbackwards.calls.reading import calls_in
from sellbackwards.calls.remembered_sellers import remember_seller, remembered_sellers
from sellbackwards.calls.report import measured_row, refused_row, transcripts
from sellbackwards.course import DATASETS

HELD = 24  # measured calls that are held for the chart of all of them; the others are only rows


@dataclass(frozen=True)
class Source:
    """A transcript to be read: the bytes of a file as it was dropped in, or a path on this computer."""

    name: str
    where: bytes | Path
    within: Path | None = None  # the folder of the file that it is a part of

    def read(self) -> Call:
        """Raises TranscriptError."""
        return read_call(self.where, name=visible(self.name) or "transcript")

    @property
    def folder(self) -> Path | None:
        """Where it lies on this computer, if that is known."""
        return self.where.parent if isinstance(self.where, Path) else self.within

    def parts(self) -> tuple[Source, ...]:
        """The calls of a file that holds several; itself where it is one call or can't be read."""
        try:
            calls = calls_in(self.where, name=visible(self.name) or "transcript")
        except TranscriptError:
            return (self,)
        return tuple(Source(name, said.encode(), self.folder) for name, said in calls) or (self,)


def sources_at(typed: str) -> tuple[Source, ...]:
    """What stands at a path as people type or paste it (quotes, ``~``, ``file://``): one file, or all of a folder.

    Raises TranscriptError where there is nothing, or a folder without files.
    """
    text = typed.strip().strip("\"'“”")
    if text.startswith("file://"):
        text = url2pathname(text.removeprefix("file://").removeprefix("localhost"))
    if not text:
        raise TranscriptError(
            "The box", "the path", "Nothing is typed in it.", "Type where the file is, then press “Read it”."
        )
    path = Path(text)
    try:
        path = path.expanduser()
        folder = path.is_dir()
    except (OSError, RuntimeError, ValueError):  # a home that isn't there; a path that no system allows
        folder = False
    if not folder:
        return (Source(path.name or text, path),)
    found = tuple(Source(one.name, one) for one in transcripts(path))
    if not found:
        raise TranscriptError(path.name, "the path", "There are no files in this folder.", "Choose another one.")
    return found


def course_calls() -> tuple[Source, ...]:
    """The course's own calls, to try with."""
    return tuple(Source(path.stem.replace("_", " "), path) for path in sorted((DATASETS / "calls").glob("*.vtt")))


def course_labels() -> tuple[str, ...]:
    """Each of `course_calls` with its trade, for a list to choose from."""
    with (DATASETS / "calls" / "calls.csv").open(encoding="utf-8", newline="") as file:
        trades = {row["file"]: row["trade"] for row in csv.DictReader(file)}
    files = (one.where.name for one in course_calls() if isinstance(one.where, Path))
    return tuple(f"{Path(name).stem.replace('_', ' ')}: {trades.get(name, 'a call')}" for name in files)


class OwnCallModel(traitlets.HasTraits):
    """The practice without a screen.

    `take` files, then exhaust `reading`; `rows` grows by one a file (columns of `report.COLUMNS`). `measures` is the
    call on the card, None where its file was refused: `problem` says why. `turn` is the turn that is read, -1 for none.
    `value`: "no call yet", "reading", "read", "refused".
    """

    sources = traitlets.Tuple()
    rows = traitlets.Tuple()
    measures = traitlets.Instance(Measures, allow_none=True)
    problem = traitlets.Instance(TranscriptError, allow_none=True)
    beside = traitlets.Instance(Source, allow_none=True)
    other = traitlets.Instance(Measures, allow_none=True)
    turn = traitlets.Int(-1)
    value = traitlets.Unicode("no call yet", read_only=True)

    def __init__(self) -> None:
        super().__init__()
        self.at = -1  # which of the sources is on the card
        self._sellers: dict[Source, str] = {}  # chosen, not guessed
        self._held: dict[int, Measures] = {}

    def take(self, sources: Sequence[Source]) -> None:
        """Files to be read from now on; those before are forgotten."""
        self._held, self.at, self.turn = {}, -1, -1
        self.put_beside(None)
        self.measures = self.problem = None
        self.rows = ()
        self.sources = tuple(part for source in sources for part in source.parts())
        self.set_trait("value", "reading" if sources else "no call yet")

    def refuse(self, problem: TranscriptError) -> None:
        """There is nothing to read."""
        self.take(())
        self.problem = problem
        self.set_trait("value", "refused")

    def reading(self) -> Iterator[int]:
        """Read one file more at each step; yields how many are read. Ends early where other files were taken since."""
        return self._read_these(self.sources)

    def _read_these(self, mine: tuple[Source, ...]) -> Iterator[int]:
        for n, source in enumerate(mine):
            if self.sources is not mine:
                return
            try:
                found = self._measure(source)
                row = measured_row(found)
                if len(self._held) < HELD:
                    self._held[n] = found
            except TranscriptError as problem:
                row = refused_row(source.name, problem)
            self.rows = (*self.rows, row)
            yield n + 1
        if self.sources is mine:
            self.stop()

    def stop(self) -> None:
        """No more files: those read so far stay, and the first that could be read goes on the card."""
        self.sources = self.sources[: len(self.rows)]
        readable = [n for n, row in enumerate(self.rows) if not row["problem"]]
        if self.sources:
            self.look_at(readable[0] if readable else 0)
        else:
            self.set_trait("value", "no call yet")

    def look_at(self, n: int) -> None:
        """Put one of the files on the card."""
        self.at, self.turn = n, -1
        try:
            self.problem, self.measures = None, self._held.get(n) or self._measure(self.sources[n])
        except TranscriptError as problem:
            self.problem, self.measures = problem, None
        self.set_trait("value", "refused" if self.problem else "read")

    def choose_seller(self, name: str) -> None:
        """Measure the call from the side of another one on it."""
        if self.measures is None or name == self.measures.seller:
            return
        source = self.sources[self.at]
        self._sellers[source] = name
        remember_seller(source.folder, name, [other for other in self.sellers() if other != name])
        found = measure(self.measures.call, name)
        if self.at in self._held:
            self._held[self.at] = found
        self.rows = tuple(measured_row(found) if n == self.at else row for n, row in enumerate(self.rows))
        self.measures = found

    def put_beside(self, source: Source | None) -> None:
        """Put another call beside the one on the card; None takes it away. One that can't be read is not put there."""
        try:
            found = self._measure(source) if source else None
        except TranscriptError:
            found = None
        self.beside = source if found else None
        self.other = found

    def read_at(self, turn: int) -> None:
        """Go to a place of the call."""
        if self.measures is not None:
            self.turn = max(0, min(turn, len(self.measures.call.turns) - 1))

    def moments(self) -> tuple[Moment, ...]:
        """The moments of the call on the card that are worth reading again, three at most."""
        return moments(self.measures) if self.measures else ()

    def sellers(self) -> tuple[str, ...]:
        """Everyone on the call who may be the seller."""
        return tuple(name for name in self.measures.call.speakers if name != UNKNOWN) if self.measures else ()

    def held(self) -> list[tuple[str, Measures]]:
        """The calls of the chart of all of them: the first ones that could be read."""
        return [(found.call.file, found) for _, found in sorted(self._held.items())]

    def _measure(self, source: Source) -> Measures:
        return measure(source.read(), self._sellers.get(source), remembered_sellers(source.folder))
