"""Read a transcript into a Call. The format is recognised by the file's content, never by its name."""

from __future__ import annotations

import os
import re
from pathlib import Path

from sellbackwards.calls.assembling import assemble
from sellbackwards.calls.call import Call, TranscriptError
from sellbackwards.calls.decoding import LIMIT, decode, tidy, too_large, visible
from sellbackwards.calls.formats import FORMATS, Refusal
from sellbackwards.calls.formats.base import ASK_FOR_NAMES
from sellbackwards.calls.formats.markup import is_html, visible_text
from sellbackwards.calls.formats.several_calls import Part, calls_in_text
from sellbackwards.calls.formats.word import document_text
from sellbackwards.calls.names import UNKNOWN


def read_call(source: str | os.PathLike[str] | bytes, name: str | None = None) -> Call:
    """Read a transcript: a path, the bytes of a file, or its text (a str with a line break in it is text).

    `name` is what the file is called in messages and on charts; by default the path's last part.
    Raises TranscriptError, and nothing else, where there is no call to read.
    """
    file, text, kind = load(source, name)
    return _read_text(text, file, kind)


def calls_in(source: str | os.PathLike[str] | bytes, name: str | None = None) -> list[Part]:
    """(name, text) of each call in a file that holds several; empty where the file is one call by itself.

    Raises TranscriptError where the file can't be opened, or holds too many.
    """
    file, text, kind = load(source, name)
    parts = [] if kind else calls_in_text(text)
    if len(parts) > _MOST:
        problem = f"It holds {len(parts):,} calls."
        raise TranscriptError(file, "the whole file", problem, f"Give at most {_MOST:,} at once.")
    return [(f"{file} · {label}", said) for label, said in parts]


_MOST = 5000  # calls in one file


def load(source: str | os.PathLike[str] | bytes, name: str | None = None) -> tuple[str, str, str]:
    """(what the file is called, its text, "Word" or "web page" where it is more than text). Raises TranscriptError."""
    if isinstance(source, str) and ("\n" in source or "\r" in source):
        return name or "transcript", *_plain(tidy(source))
    if isinstance(source, bytes):
        file, data = name or "transcript", source
    else:
        file = visible(name or Path(source).name or str(source))
        data = _bytes(Path(source), file)
    if len(data) <= LIMIT and data.startswith(b"PK\x03\x04"):
        try:
            return file, tidy(document_text(data)), "Word"
        except Refusal as refusal:
            raise TranscriptError(file, refusal.place, refusal.problem, refusal.remedy) from None
    return file, *_plain(decode(data, file))


def _plain(text: str) -> tuple[str, str]:
    """A page that was pasted or saved, as the text that a person sees of it."""
    if (
        is_html(text)
        and not re.match(r"\s*(?:WEBVTT|\[|\{|<\?xml|<tt\b)", text[:100])
        and not re.search(r"\d\s{0,3}-->", text[:20_000])
    ):
        return tidy(visible_text(text)), "web page"
    return text, ""


def _bytes(path: Path, file: str) -> bytes:
    try:
        folder, size = path.is_dir(), path.stat().st_size
        data = b"" if folder or size > LIMIT else path.read_bytes()
    except FileNotFoundError:
        raise TranscriptError(file, "the path", "There is no such file.", "Check its name and folder.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "bad path"
        problem = f"It can't be opened ({reason})."
        raise TranscriptError(file, "the path", problem, "Check its name and that you may read it.") from None
    if folder:
        raise TranscriptError(file, "the path", "This is a folder.", "Name one file in it.")
    if size > LIMIT:
        raise too_large(file)
    return data


_NOBODY = {
    "web page": "This is a web page, and no line of it says who speaks.",
    "Word": "No line of this document says who speaks.",
}


def _read_text(text: str, file: str, kind: str) -> Call:
    if not text.strip():
        raise TranscriptError(
            file, "line 1", "It holds no text.", "Ask the tool for the transcript again; it may not have been ready."
        )
    try:
        for format in FORMATS:
            found = format.read(text)
            if found is not None:
                call = assemble(file, f"{kind}, {format.name}" if kind else format.name, found)
                break
        else:
            raise Refusal("line 1", _NOBODY.get(kind, "No line says who speaks."), ASK_FOR_NAMES)
    except Refusal as refusal:
        if several := calls_in_text(text):
            problem = f"This file holds several calls ({len(several):,})."
            raise TranscriptError(file, "the whole file", problem, "Read it as a folder of calls.") from None
        raise TranscriptError(file, refusal.place, refusal.problem, refusal.remedy) from None
    if not call.turns:
        raise TranscriptError(
            file,
            "the whole file",
            "Nobody says a word in it.",
            "Ask the tool for the transcript again; it may not have been ready.",
        )
    if call.speakers == (UNKNOWN,):
        raise TranscriptError(file, "line 1", "It names no speaker.", ASK_FOR_NAMES)
    return call
