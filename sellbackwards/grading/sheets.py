"""Read a table that a spreadsheet program saved (.xlsx, or CSV in any encoding, with any separator) as rows of text."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

from sellbackwards.grading import limits
from sellbackwards.grading.settings import GradingError

_OTHER_KINDS = (
    (b"\xd0\xcf\x11\xe0", "an Excel file of the old kind (.xls)"),
    (b"%PDF", "a PDF"),
    (b"<!DOCTYPE", "a web page"),
    (b"<html", "a web page"),
)
# What Excel and Numbers write where they don't write Unicode. The others count only where they make sense of a name.
_WESTERN = ("cp1252", "mac_roman", "cp1250")
_OTHERS = ("cp1251", "cp1253", "cp1254", "cp932", "gb18030", "big5", "cp949")
_SEPARATORS = ",;\t|"


@dataclass(frozen=True)
class Sheet:
    """`columns` in small letters as named in the header; `rows`: (line of the file, column → text)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]


@dataclass(frozen=True)
class Lines:
    """All rows of a table as they stand: (line of the file, its cells)."""

    rows: list[tuple[int, list[str]]]
    encoding: str = "utf-8"


def read_lines(path: Path, needed: Sequence[str] = (), names: Collection[str] = ()) -> Lines:
    """The rows of a CSV or .xlsx file. `needed` are words of its header, in small letters, where they are known.

    `names` are words that stand in the file, such as learners' names: they tell an unmarked encoding.
    Raises GradingError: no such file, another kind of file, too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limits.TABLE + 1)
    except OSError as error:
        raise GradingError(f"{path}: can't be opened ({error.strerror}); check the name and the folder") from None
    if len(data) > limits.TABLE:
        raise GradingError(f"{path}: is larger than {limits.TABLE // 2**20} MB; is it the right file?")
    for begins, what in _OTHER_KINDS:
        if data.lstrip()[:20].startswith(begins):
            raise GradingError(f"{path}: is {what}; save it as CSV (UTF-8) or as .xlsx")
    if data.startswith(b"PK\x03\x04"):
        return Lines(list(_workbook_rows(path, data)))
    text, encoding = decoded(data, names)
    return Lines(list(_csv_rows(path, text, _separator(text, needed))), encoding)


def read_sheet(path: Path, needed: Sequence[str], names: Collection[str] = ()) -> Sheet:
    """The table in a CSV or .xlsx file; its header is the first row that has all `needed` columns (in small letters).

    See `read_lines`. Raises GradingError, also where there is no such header.
    """
    columns: tuple[str, ...] = ()
    rows: list[tuple[int, Mapping[str, str]]] = []
    missing = needed[0]
    for line, cells in read_lines(path, needed, names).rows:
        if columns:
            if any(one.strip() for one in cells):
                rows.append((line, dict(zip(columns, [*cells, *[""] * len(columns)], strict=False))))
            continue
        named = tuple(" ".join(one.split()).lower() for one in cells)
        lacking = [one for one in needed if one not in named]
        if not lacking:
            columns = named
        elif len(lacking) < len(needed):
            missing = lacking[0]
        if line > 50 and not columns:
            break
    if not columns:
        raise GradingError(f"{path}: line 1: has no column {missing}; give back a file with the columns it came with")
    return Sheet(columns, tuple(rows))


# --- text files ------------------------------------------------------------------------------------------------------


def decoded(data: bytes, names: Collection[str] = ()) -> tuple[str, str]:
    """(the text of a file, the encoding it is in). Without a mark or UTF-8, the encoding that reads best."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _bare(data.decode("utf-16", "replace")), "utf-16"
    if b"\x00" in data[:200]:  # UTF-16 without its mark: every other byte of plain letters is empty
        encoding = "utf-16-le" if data[1:200:2].count(0) > data[0:200:2].count(0) else "utf-16-be"
        return _bare(data.decode(encoding, "replace")), encoding
    try:
        return _bare(data.decode("utf-8")), "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    except UnicodeDecodeError:
        pass
    known = {unicodedata.normalize("NFC", name) for name in names if not name.isascii()}
    texts = {encoding: data.decode(encoding, "replace") for encoding in (*_WESTERN, *(_OTHERS if known else ()))}
    best = max(
        texts,
        key=lambda one: (
            sum(name in texts[one] for name in known),
            one in _WESTERN,
            likeness(texts[one]) if one in _WESTERN else 0,
        ),
    )
    return _bare(texts[best]), best


def _bare(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\x00", "")


_CONTRACTION = re.compile(r"[’']([stdm]|re|ll|ve)\b", re.IGNORECASE)


def likeness(text: str) -> float:
    """How much the letters outside ASCII read like a European language's; higher is better.

    A wrong code page puts capitals and signs into the middle of words ("JosŽ", "Garc’a").
    """
    score = 0.0
    for found in re.finditer(r"[^\x00-\x7f]", text):
        sign, at = found.group(), found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        inside = before.isalpha() and after.isalpha()
        if sign == "\ufffd" or unicodedata.category(sign) in {"Cc", "Co", "Cn"}:
            score -= 4
        elif sign.isalpha():
            odd = (sign.isupper() and before.islower()) or (sign.islower() and before.isupper() and after.isupper())
            common = sign.lower() in "áàâäãåæçéèêëíìîïñóòôöõøúùûüß"
            score += -2 if odd else 1 if common else 0.4
        elif sign == "’" and _CONTRACTION.match(text, at):
            score += 1.5
        elif sign in "‘’“”„«»–—…€£ ":
            score += -1 if inside and sign not in "–—" else 0.6
        else:
            score -= 2 if before.isalpha() or after.isalpha() else 0.5
    return score


def _separator(text: str, needed: Sequence[str]) -> str:
    """The sign between the cells of the header, which is among the first lines."""
    lines = text.splitlines()[:50]
    header = next((line for line in lines if all(one in line.lower() for one in needed)), lines[0] if lines else "")
    return max(_SEPARATORS, key=header.count)


def _csv_rows(path: Path, text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise GradingError(f"{path}: line {reader.line_num}: can't be read ({error}); save it as CSV again") from None


# --- workbooks -------------------------------------------------------------------------------------------------------


def _workbook_rows(path: Path, data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows of all sheets of a workbook, one sheet after the other. Values only: no formula is worked out."""
    _not_a_bomb(path, data)
    import openpyxl  # a fifth of a second, only for who needs it

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what a file says of its size may be a lie
            for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=limits.TABLE_COLUMNS), 1):
                if number > limits.TABLE_ROWS:
                    raise GradingError(f"{path}: has more than {limits.TABLE_ROWS:,} rows; is it the right file?")
                yield number, [_text(value) for value in row]
    except GradingError:
        raise
    except Exception as error:  # a damaged workbook fails in many ways
        raise GradingError(
            f"{path}: can't be read as a workbook ({type(error).__name__}); save it as CSV (UTF-8) instead"
        ) from None


def _not_a_bomb(path: Path, data: bytes) -> None:
    """Refuse a packed file that isn't a workbook, unpacks to too much, or declares entities of its own."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if "xl/workbook.xml" not in archive.namelist():
                raise GradingError(f"{path}: isn't an Excel workbook; save it as CSV (UTF-8) or as .xlsx")
            if sum(info.file_size for info in infos) > limits.TABLE_UNPACKED or len(infos) > 1000:
                raise GradingError(f"{path}: unpacks to too much for a table; save it as CSV (UTF-8) instead")
            for info in infos:
                if b"<!DOCTYPE" in archive.read(info).replace(b"\x00", b"").upper():
                    raise GradingError(f"{path}: isn't a workbook of a spreadsheet program; save it as CSV (UTF-8)")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError) as error:
        raise GradingError(f"{path}: the workbook is damaged ({error}); save it again") from None


def _text(value: Any) -> str:
    """A cell's value as the text that stood there: no .0 behind whole numbers, dates as 2024-02-01."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d") if value.time() == time() else value.isoformat(" ")
    return str(value)
