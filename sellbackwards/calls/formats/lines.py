"""Texts in which a line says who speaks: "Emma  0:34", "Anna (00:01):", "[00:03] Anna: …", "**Anna:** …", "Anna: …".

Each way to write such a line is one pattern. A file keeps to one of them: the one that finds most turns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sellbackwards.calls.call import Cue
from sellbackwards.calls.clock import SPELT, TIME, seconds
from sellbackwards.calls.formats.base import could_be_name, looks_like_name

_HEAD = 200  # characters of a line that are looked at: names and times stand in front


@dataclass(frozen=True)
class _Head:
    """Where a turn begins: the lines from `line` up to `body` say who speaks, `rest` is what is said on them."""

    line: int
    body: int
    name: str | None
    start: float | None = None
    end: float | None = None
    rest: str = ""


_T = rf"(?P<start>{TIME}|{SPELT})(?:\s?(?:-|–|—|to|-->)\s?(?P<end>{TIME}))?"
_BOXED = rf"[(\[]\s?{_T}\s?[)\]]"
_OPEN = rf"[(\[]?\s?{_T}\s?[)\]]?"
_NAME = r"\[?(?P<name>[^\[\]\t|]{1,80}?)\]?"
_SIGN = r"\s?[-–—|,·•:@]"

# Matched against the start of a line without its Markdown. Groups: name, start, and perhaps end and rest.
PATTERNS = (
    # Otter "Emma  0:34", Riverside "Emma (00:34.608)", Rev "Anna (00:01):", Krisp "Anna | 00:03", Zoom "[Anna] 14:05"
    re.compile(rf"{_NAME}(?:\s|{_SIGN}|(?=[(\[]))\s*{_SIGN}?\s*{_OPEN}\s?:?$", re.I),
    # Fathom "0:00 - Anna (Acme)", Gong "0:00 | Anna", HappyScribe "[00:00:03] - Anna"
    re.compile(rf"@?{_OPEN}{_SIGN}?\s*(?:(?<=[-–—|])|{_NAME}\s?:?)$", re.I),
    # Descript "[00:03] Anna: …", tl;dv "00:03 Anna: …"
    re.compile(rf"@?{_OPEN}{_SIGN}?\s*{_NAME}\s?:(?:\s+|$)(?P<rest>.*)", re.I),
    # pyannote and Whisper "[3.20 - 8.90] Anna: …"
    re.compile(
        r"[(\[]\s?(?P<start>\d{1,6}\.\d{1,3})s?(?:\s?(?:-|–|-->)\s?(?P<end>\d{1,6}\.\d{1,3})s?)?\s?[)\]]"
        rf"{_SIGN}?\s*{_NAME}\s?:\s+(?P<rest>.*)"
    ),
    # the same in columns: "00:03<tab>Anna<tab>…", "00:03 | Anna | …"
    re.compile(rf"@?{_OPEN}\s?[\t|]\s?{_NAME}\s?[\t|]\s?(?P<rest>\S.*)", re.I),
    # Rev "Anna (00:03): …", Sonix "Anna: [00:03] …", Trint "Anna [00:03] …"
    re.compile(rf"{_NAME}\s?:?\s?{_BOXED}\s?:?\s+(?P<rest>\S.*)", re.I),
    # Rev's documents "Anna: 00:03 …"
    re.compile(rf"{_NAME}\s?:\s{{1,2}}{_T}\s+(?P<rest>\S.*)", re.I),
    # "Anna 00:03: …", "Anna, 00:03 - …", "Anna<tab>00:03<tab>…"
    re.compile(rf"{_NAME}(?:\s|{_SIGN}\s){_T}\s?(?:[:|–—-]|\t)\s*(?P<rest>\S.*)", re.I),
    # pasted from a Word table: "Anna   00:03 …"
    re.compile(rf"{_NAME}(?:\t|\s\s){_T}\s+(?P<rest>\S.*)", re.I),
)  # fmt: skip
# "Anna: …", "[Anna] …"
_PLAIN = (
    re.compile(r"(?P<name>[^:\t]{1,80}?)\s?:(?:\s+|$)(?P<rest>.*)"),
    re.compile(r"\[(?P<name>[^\[\]]{1,60})\]\s?:?\s+(?P<rest>\S.*)"),
)
_TIME_ALONE = re.compile(rf"@?{_OPEN}\s?:?", re.I)

# Lines that a tool adds between and after what was said.
_ADDED = re.compile(
    r"transcribed by https?://|(?:meeting|transcription|transcript|recording|call) (?:ended|stopped) (?:after|at)\b"
    r"|this editable transcript was computer generated|transcript by rev\b|this transcript was exported"
    r"|page \d+ of \d+$|(?:powered|generated|created) by \S+$"
    r"|.{1,60} (?:started|stopped) (?:transcription|recording)$|(?:action item|watch|screen sharing): |-{3,}$",
    re.I,
)
_MARKUP = re.compile(r"(?:(?:[-*+•]|>{1,3}|#{1,6}|\d{1,4}[.)](?!\d))\s+)+|>+$")
_GAP = re.compile(r"\s{2,}")
_STARS = re.compile(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)|\\(?=\W)")


def _bare(line: str) -> str:
    """A line's start without Markdown: list marks, headings, stars, escapes."""
    head = line.strip()[:_HEAD]
    mark = _MARKUP.match(head)
    head = _STARS.sub("", head[mark.end() :] if mark else head).replace("：", ": ")
    return _GAP.sub(lambda gap: "\t" if "\t" in gap[0] else "  ", head).strip()


def read_lines(text: str) -> list[Cue] | None:
    """The cues of a text in which lines say who speaks; None where too few do."""
    lines = text.split("\n")
    bare = [_bare(line) for line in lines]
    timed = max([*(_credible(_heads(pattern, bare), bare) for pattern in PATTERNS), _two_lines(bare)], key=len)
    plain = max((_credible(_heads(pattern, bare), bare) for pattern in _PLAIN), key=len)
    heads = timed if len(timed) * 2 >= len(plain) else plain
    heads = heads or _credible(_bold_names(lines), bare) or _names_alone(bare)
    return _cues(heads, lines, bare) if heads else None


def _heads(pattern: re.Pattern[str], bare: Sequence[str]) -> list[_Head]:
    heads = []
    for n, line in enumerate(bare):
        found = pattern.match(line) if ":" in line or "s" in line[-1:] or line[:1] == "[" else None
        if not found:
            continue
        groups = found.groupdict()
        name, start, end = groups["name"], groups.get("start"), groups.get("end")
        if name is None or could_be_name(name):
            rest = groups.get("rest") or ""
            heads.append(
                _Head(n, n + 1, name.strip() if name else None, seconds(start or ""), seconds(end or ""), rest)
            )
    return heads


def _two_lines(bare: Sequence[str]) -> list[_Head]:
    """A name on a line of its own and the time under it (pasted from Teams or Zoom), or the time above it."""
    times = {n: found for n, line in enumerate(bare) if len(line) < 40 and (found := _TIME_ALONE.fullmatch(line))}

    def heads(step: int) -> list[_Head]:
        rows: list[_Head] = []
        for n, found in times.items():
            name = bare[n + step] if 0 <= n + step < len(bare) else ""
            start, end = seconds(found["start"]), seconds(found["end"] or "")
            if rows and rows[-1].body == n and step < 0:  # "0 minutes 3 seconds", and "0:03" under it
                rows[-1] = _Head(rows[-1].line, n + 1, rows[-1].name, start, end)
            elif could_be_name(name) and n + step not in times:
                rows.append(_Head(min(n, n + step), max(n, n + step) + 1, name.rstrip(":"), start, end))
        return rows

    return max(_credible(heads(-1), bare), _credible(heads(1), bare), key=len)


def _bold_names(lines: Sequence[str]) -> list[_Head]:
    """A name in bold, or as a Markdown heading, on a line of its own."""
    heads = []
    for n, line in enumerate(lines):
        found = re.fullmatch(r"\s*(?:\*\*|__|#{1,6}\s)\s*([^*_#:]{1,60}?)\s*:?(?:\*\*|__)?:?\s*", line[:_HEAD])
        if found and could_be_name(found.group(1)):
            heads.append(_Head(n, n + 1, found.group(1)))
    return heads


def _names_alone(bare: Sequence[str]) -> list[_Head]:
    """Paragraphs whose first line is a name: nearly all of them, and few names."""
    firsts = [n for n, line in enumerate(bare) if line and (n == 0 or not bare[n - 1])]
    heads = [
        _Head(n, n + 1, bare[n].rstrip(":"))
        for n in firsts
        if could_be_name(bare[n]) and looks_like_name(bare[n]) and any(bare[n + 1 : n + 2])
    ]
    few = len({head.name for head in heads}) <= 0.5 * len(heads)
    return _credible(heads, bare) if len(heads) >= 4 and len(heads) >= 0.8 * len(firsts) and few else []


def _credible(heads: Sequence[_Head], bare: Sequence[str]) -> list[_Head]:
    """Heads whose names are names (written so, or met again and again), fewer than turns, with something said below."""
    counts = Counter((head.name or "").casefold() for head in heads)
    often = max(3 if len(heads) > 6 else 2, len(heads) // 20)
    kept = [h for h in heads if h.name is None or looks_like_name(h.name) or counts[h.name.casefold()] >= often]
    # what stands above the talk ("Client: Acme") is met once and is short
    while len(kept) > 6 and counts[(kept[0].name or "").casefold()] == 1 and 0 < len(kept[0].rest.split()) <= 4:
        kept.pop(0)
    names = {(head.name or "").casefold() for head in kept}
    if len(kept) < 2 or (len(kept) > 2 and len(names) == len(kept)) or len(names) > max(3, 0.65 * len(kept)):
        return []
    said = sum(1 for head in kept if head.rest or any(bare[head.body : head.body + 2]))
    return kept if said >= 0.5 * len(kept) else []


def _cues(heads: Sequence[_Head], lines: Sequence[str], bare: Sequence[str]) -> list[Cue]:
    cues = []
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        said = [_long(head.rest, lines[head.body - 1])] if head.rest else []
        for n in range(head.body, following.line if following else len(lines)):
            if bare[n] and not _ADDED.match(bare[n]) and not (len(bare[n]) < 40 and _TIME_ALONE.fullmatch(bare[n])):
                said.append(_long(bare[n], lines[n]))
        cues.append(Cue(head.name, " ".join(" ".join(said).split()), head.start, head.end))
    return cues


def _long(start: str, line: str) -> str:
    """All of a line whose first characters were read."""
    line = line.strip()
    if len(line) <= _HEAD:
        return start
    return start + (" " if line[_HEAD - 1].isspace() or line[_HEAD].isspace() else "") + line[_HEAD:].strip()
