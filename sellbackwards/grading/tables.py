"""Write tables and pages whole or not at all, with nothing in them that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from sellbackwards.renaming import onto_disk, replacing
from sellbackwards.spreadsheet import csv_safe

# Characters that no text needs and that files, browsers or eyes trip over: controls, half characters, turned direction.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """A text without characters that can't be written or that mislead the eye."""
    return _UNSEEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def cell(value: Any) -> str:
    """One cell of a CSV: numbers short, texts clean and never a formula."""
    if value is None:
        return ""
    if isinstance(value, float | int):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return csv_safe(clean(str(value)))


@contextmanager
def written(path: Path, mark: bool = False) -> Iterator[TextIO]:
    """A file to write, beside its place, and put there when all is written; on an error the old one stays.

    `mark`: with the byte order mark by which a spreadsheet program knows UTF-8.
    """
    with replacing(path) as beside, beside.open("w", encoding="utf-8-sig" if mark else "utf-8", newline="") as file:
        yield file
        onto_disk(file)


def write_page(path: Path, html: str) -> None:
    """A page, put in its place whole."""
    with replacing(path) as beside:
        beside.write_bytes(html.encode("utf-8", "replace"))


class Table:
    """A CSV with a header, a row at a time."""

    def __init__(self, file: TextIO, columns: Sequence[str]) -> None:
        self._writer = csv.writer(file, lineterminator="\n")
        self._writer.writerow(columns)

    def row(self, *values: Any) -> None:
        self._writer.writerow([cell(value) for value in values])


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table of ours; none where it isn't there or can't be read."""
    with suppress(OSError, UnicodeDecodeError, csv.Error), path.open(encoding="utf-8-sig", newline="") as file:
        csv.field_size_limit(10_000_000)
        for row in csv.DictReader(file):
            yield {name: value for name, value in row.items() if isinstance(value, str)}
