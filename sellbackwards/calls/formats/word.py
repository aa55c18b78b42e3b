"""Read Word (.docx) and OpenDocument (.odt) files as lines of text; refuse any other zip file.

Read with the standard library: python-docx leaves out what stands in tracked changes, is slower, and needs lxml, which
the pages for a browser alone can't have.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from sellbackwards.calls.formats.base import Refusal

_MOST = 60_000_000  # bytes of a part, unpacked: a call of five hours has a tenth
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_AGAIN = "Open it and save it again as .docx or as plain text (.txt)."
_SHEET = "Save the sheet as CSV, and use that."


def document_text(data: bytes) -> str:
    """The lines of a Word or OpenDocument file. Raises Refusal for a broken file and for any other zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = set(file.namelist())
            if "word/document.xml" in names:
                return "\n".join(_word(_part(file, "word/document.xml")))
            if "content.xml" in names and "mimetype" in names:
                return "\n".join(_open_document(_part(file, "content.xml")))
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        LookupError,
        zipfile.LargeZipFile,
    ):
        raise Refusal("the whole file", "This is a Word document or a zip file, and it is damaged.", _AGAIN) from None
    except Exception as error:  # zlib.error has no name without importing zlib
        if type(error).__name__ == "error":
            raise Refusal(
                "the whole file", "This is a Word document or a zip file, and it is damaged.", _AGAIN
            ) from None
        raise
    if any(name.startswith("xl/") for name in names):
        raise Refusal("the whole file", "This is an Excel workbook.", _SHEET)
    if any(name.startswith("ppt/") for name in names):
        raise Refusal("the whole file", "These are slides.", "Choose the file with the transcript.")
    inside = ", ".join(sorted(names)[:3])
    problem = f"This is a zip file, not a transcript (in it: {inside or 'nothing'})."
    raise Refusal("the whole file", problem, "Unpack it, then choose the transcript inside.")


def _part(file: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """One part of the document, parsed; never more of it than `_MOST` bytes, whatever its heading says."""
    with file.open(name) as part:
        data = part.read(_MOST + 1)
    if len(data) > _MOST:
        problem = "Unpacked, it is far larger than any call."
        raise Refusal("the whole file", problem, "Check that it is a transcript, and save its text as .txt.")
    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data:
        raise Refusal("the whole file", "It defines entities, which no Word document does.", _AGAIN)
    return ElementTree.fromstring(data)


def _word(root: ElementTree.Element) -> Iterator[str]:
    """A line for each paragraph, more where it has breaks; the cells of a table's row with tabs between them."""
    body = root.find(f"{_W}body")
    waiting = list(reversed(list(body))) if body is not None else []
    while waiting:
        block = waiting.pop()
        if block.tag == f"{_W}p":
            yield from _paragraph(block).split("\n")
        elif block.tag == f"{_W}tr":
            cells = (
                " ".join(_paragraph(p).replace("\n", " ") for p in cell.iter(f"{_W}p")).strip()
                for cell in block.iter(f"{_W}tc")
            )
            yield "\t".join(cells)
        elif block.tag != f"{_W}del":
            waiting.extend(reversed(list(block)))


def _paragraph(p: ElementTree.Element) -> str:
    """The text with its breaks; stars around bold runs, number signs before headings."""
    out: list[str] = []
    style = p.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and (style.get(f"{_W}val") or "").lower().startswith(("heading", "title", "berschrift")):
        out.append("# ")
    for run in p.iter(f"{_W}r"):
        look = run.find(f"{_W}rPr")
        bold = look is not None and (b := look.find(f"{_W}b")) is not None and b.get(f"{_W}val") not in ("0", "false")
        text = "".join(_run(run))
        before, after = len(text) - len(text.lstrip()), len(text.rstrip())
        out.append(f"{text[:before]}**{text[before:after]}**{text[after:]}" if bold and before < after else text)
    return "".join(out).replace("****", "")


def _run(run: ElementTree.Element) -> Iterator[str]:
    for part in run:
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif part.tag == f"{_W}tab":
            yield "\t"


def _open_document(root: ElementTree.Element) -> Iterator[str]:
    for block in root.iter():
        if block.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield "".join(_pieces(block))


def _pieces(block: ElementTree.Element) -> Iterator[str]:
    stack: list[tuple[ElementTree.Element, bool]] = [(block, False)]
    while stack:
        part, tail = stack.pop()
        if tail:
            yield part.tail or ""
            continue
        if part.tag == f"{_TEXT}line-break":
            yield "\n"
        elif part.tag == f"{_TEXT}tab":
            yield "\t"
        elif part.tag == f"{_TEXT}s":
            yield " "
        yield part.text or ""
        for child in reversed(list(part)):
            stack.append((child, True))
            stack.append((child, False))
