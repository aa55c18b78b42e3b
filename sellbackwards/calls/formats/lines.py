"""Texts in which a line says who speaks: "Emma  0:34", "Speaker 1 (00:01):", "[00:03] Anna: …", "**Anna:** …", "Anna: …".

Each way to write that line is one pattern in PATTERNS. A file keeps to one of them: the one that finds most turns.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from sellbackwards.calls.call import Cue
from sellbackwards.calls.clock import SPELT, TIME, seconds
from sellbackwards.calls.formats.base import could_be_name, looks_like_name

_HEAD = 200  # characters of a line that are looked at: names and times stand in front


@dataclass(frozen=True)
class _Head:
    line: int  # the first line that belongs to it
    body: int  # the line after it
    name: str
    start: float | None
    end: float | None
    rest: str  # what is said on the same line


_T = rf"(?P<start>{TIME})(?:\s?(?:-|–|—|to|-->)\s?(?P<end>{TIME}))?"
_BOXED = rf"(?:[(\[]\s?{_T}\s?[)\]])"
_OPEN = rf"(?:[(\[]?\s?{_T}\s?[)\]]?)"
_NAME = r"\[?(?P<name>[^\[\]\t]{1,80}?)\]?"
_DASH = r"\s*[-–—|,·•:@]?\s*"

# Patterns are matched against the start of a line without its Markdown. Groups: name, start, end, rest.
PATTERNS = {
    # Otter "Emma  0:34", Riverside "Nitay (00:03.608)", Rev "Speaker 1 (00:01):", Krisp "Anna | 00:03", Zoom "[Anna] 14:05:07"
    "name, then a time": re.compile(rf"{_NAME}(?:\s{_DASH}|{_DASH}(?=[(\[])|\s?[-–—|,·•:]\s*){_OPEN}\s?:?$"),
    # Fathom "0:00 - Anna (Acme)", Gong "0:00 | Anna", HappyScribe "[00:00:03] - Anna"
    "a time, then the name": re.compile(rf"@?{_OPEN}{_DASH}{_NAME}\s?:?$"),
    # Descript "[00:03] Anna: …", Tactiq "00:03 Anna: …"
    "time, name and text": re.compile(rf"@?{_OPEN}{_DASH}{_NAME}\s?:(?:\s+|$)(?P<rest>.*)"),
    # Rev "Anna (00:03): …", Sonix "Anna: [00:03] …", "Anna 00:03: …"
    "name, time and text": re.compile(rf"{_NAME}\s?:?\s*(?:{_BOXED}\s?:?|(?<=[\s\t]){_T.replace('start', 'start2').replace('end', 'end2')}\s?[:\t-]?)(?:\s+)(?P<rest>\S.*)"),
}  # fmt: skip
_PLAIN = re.compile(r"(?P<name>[^:\t]{1,80}?)\s?:(?:\s+|$)(?P<rest>.*)")
_TIME_ALONE = re.compile(rf"@?[(\[]?\s?(?:{_T}|(?P<spelt>(?=\d){SPELT}))\s?[)\]]?\s?:?$", re.I)

# Lines that a tool adds after the talk.
_FOOTER = re.compile(
    r"transcribed by https?://|(?:meeting|transcription|transcript|recording|call) (?:ended|stopped) (?:after|at)\b|"
    r"this editable transcript was computer generated|(?:powered|generated|created) by \S+$",
    re.I,
)
_MARKUP = re.compile(r"^(?:\s*(?:[-*+•]|>{1,3}|#{1,6}|\d{1,4}[.)](?!\d))\s+)+")


def _bare(line: str) -> str:
    """A line's start without Markdown: list marks, headings, stars, escapes."""
    head = _MARKUP.sub("", line.strip()[:_HEAD])
    return re.sub(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)|\\(?=\W)", "", head).strip()


def read_lines(text: str) -> list[Cue] | None:
    """The cues of a text in which lines say who speaks; None where too few do."""
    lines = text.split("\n")
    bare = [_bare(line) for line in lines]
    families = [_credible(_heads(pattern, bare), bare) for pattern in PATTERNS.values()]
    families.append(_credible(_two_lines(bare), bare))
    timed = max(families, key=len)
    plain = _credible(_heads(_PLAIN, bare), bare)
    bold = [] if plain else _credible(_bold_names(lines), bare)
    heads = timed if timed and len(timed) * 2 >= len(plain) else plain or bold
    return _cues(heads, lines, bare) if heads else None


def _heads(pattern: re.Pattern[str], bare: list[str]) -> list[_Head]:
    heads = []
    for n, line in enumerate(bare):
        if ":" not in line:
            continue
        found = pattern.match(line)
        if found and could_be_name(found["name"]):
            groups = found.groupdict()
            start, end = groups.get("start") or groups.get("start2"), groups.get("end") or groups.get("end2")
            heads.append(_Head(n, n + 1, found["name"].strip(), seconds(start) if start else None, seconds(end) if end else None, groups.get("rest") or ""))
    return heads


def _two_lines(bare: list[str]) -> list[_Head]:
    """A name on a line of its own and its time under it (pasted from Teams or Zoom), or the other way round."""
    heads = []
    for n, line in enumerate(bare):
        found = _TIME_ALONE.match(line) if line and line[-1] in "0123456789)]:smhSMHned" else None
        start = seconds(found["start"] or found["spelt"] or "") if found else None
        if found is None or start is None:
            continue
        above = n - 1
        if heads and heads[-1].body == n:  # Teams: "0 minutes 3 seconds", and "0:03" under it
            heads[-1] = _Head(heads[-1].line, n + 1, heads[-1].name, start, None, "")
        elif above >= 0 and could_be_name(bare[above]) and (above == 0 or not bare[above - 1] or n > 2):
            heads.append(_Head(above, n + 1, bare[above].rstrip(":"), start, None, ""))
    return heads


def _bold_names(lines: list[str]) -> list[_Head]:
    """A name in bold, or as a Markdown heading, on a line of its own."""
    heads = []
    for n, line in enumerate(lines):
        found = re.fullmatch(r"\s*(?:\*\*|__|#{1,6}\s)\s*([^*_#:]{1,60}?)\s*:?(?:\*\*|__)?:?\s*", line[:_HEAD])
        if found and could_be_name(found.group(1)):
            heads.append(_Head(n, n + 1, found.group(1), None, None, ""))
    return heads


def _credible(heads: list[_Head], bare: list[str]) -> list[_Head]:
    """Heads whose names are names: written so, or met again and again; and few of them for the number of turns."""
    counts = Counter(head.name.casefold() for head in heads)
    total = len(heads)
    kept = [
        head
        for head in heads
        if looks_like_name(head.name) or counts[head.name.casefold()] >= max(3 if total > 6 else 2, total // 20)
    ]
    names = {head.name.casefold() for head in kept}
    if len(kept) < 2 or len(names) > max(2, 0.65 * len(kept)):
        return []
    said = sum(1 for head in kept if head.rest or any(bare[head.body : head.body + 2]))
    return kept if said >= 0.5 * len(kept) else []


def _cues(heads: list[_Head], lines: list[str], bare: list[str]) -> list[Cue]:
    cues = []
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        until = following.line if following else len(lines)
        said = [_rest(head, lines)] if head.rest else []
        for n in range(head.body, until):
            if bare[n] and not _FOOTER.match(bare[n]) and not (len(bare[n]) < 30 and _TIME_ALONE.fullmatch(bare[n])):
                said.append(lines[n] if not lines[n].lstrip().startswith(("#", ">", "*")) else bare[n] + lines[n].strip()[_HEAD:])
        cues.append(Cue(head.name, " ".join(" ".join(said).split()), head.start, head.end))
    return cues


def _rest(head: _Head, lines: list[str]) -> str:
    """All that the line says: heads were read from its first characters."""
    line = lines[head.body - 1].strip()
    if len(line) <= _HEAD:
        return head.rest
    return head.rest + (" " if line[_HEAD - 1].isspace() else "") + line[_HEAD:]
