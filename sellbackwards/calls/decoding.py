"""Decode a file's bytes to text, and refuse what isn't text."""

from __future__ import annotations

import codecs
import re

from sellbackwards.calls.call import TranscriptError

LIMIT = 20_000_000  # bytes; the longest calls have a tenth of it

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_AS_TEXT = "Open it and save it as plain text (.txt), then use that file."
_ASK = "Ask the tool for the transcript as .vtt, .srt or .txt."
# The first bytes of files that people take for a transcript, and what to do instead.
_NOT_TEXT = (
    (b"%PDF", "This is a PDF, which isn't read.", "Download it as .docx, .vtt or .txt instead."),
    (b"{\\rtf", "This is a rich text document.", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "This is an old Word document, not text.", _AS_TEXT),
    (b"\x1f\x8b", "This is a compressed file.", "Unpack it, then use the transcript inside."),
    (b"ID3", "This is a sound recording.", _ASK),
    (b"RIFF", "This is a recording.", _ASK),
    (b"OggS", "This is a sound recording.", _ASK),
    (b"\x1aE\xdf\xa3", "This is a video.", _ASK),
)  # fmt: skip

# Line ends of all systems, and the ones that only Unicode knows.
_LINE_ENDS = re.compile(r"\r+\n|\r|\v|\f|\x85|\u2028|\u2029")
# Marks without a shape: byte order, zero width, writing direction, and controls except tab and newline.
_INVISIBLE = re.compile(r"[\ufeff\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\x00-\x08\x0e-\x1f\x7f-\x9f]")


def decode(data: bytes, file: str) -> str:
    """The text of `data` with "\\n" line ends. Bytes that are not UTF-8 are read, line by line, as Windows-1252.

    Raises TranscriptError for what is too large or isn't text.
    """
    if len(data) > LIMIT:
        raise too_large(file)
    for start, problem, remedy in _NOT_TEXT:
        if data.startswith(start):
            raise TranscriptError(file, "first bytes", problem, remedy)
    if data[4:8] == b"ftyp":
        raise TranscriptError(
            file, "first bytes", "This is a recording.", "Ask the tool for the transcript as .vtt, .srt or .txt."
        )
    return tidy(_decoded(data, file))


def too_large(file: str) -> TranscriptError:
    problem = f"It is larger than {LIMIT // 1_000_000} MB; a call of five hours has less than 2."
    return TranscriptError(file, "the whole file", problem, "Check that it is a transcript.")


def _decoded(data: bytes, file: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    sample = data[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even + odd > len(sample) / 5:  # UTF-16 without its mark: every other byte of Western text is zero
        return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
    if even + odd:
        place = data[:4000].count(b"\n", 0, data.index(0)) + 1
        raise TranscriptError(
            file, f"line {place}", "This isn't text.", "Ask the tool for the transcript as .vtt, .srt or .txt."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "\n".join(_decoded_line(line) for line in data.split(b"\n"))


def _decoded_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def visible(text: str) -> str:
    """Without what has no shape: control characters, marks of writing direction, halves of a character."""
    return _INVISIBLE.sub("", text).encode("utf-8", "replace").decode("utf-8")


def tidy(text: str) -> str:
    """One kind of line end, one kind of space, nothing invisible."""
    return visible(_LINE_ENDS.sub("\n", text)).replace("\xa0", " ").replace("\u202f", " ")
