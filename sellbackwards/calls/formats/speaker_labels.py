"""Find the lines that say who speaks. Each way to write such a line is one pattern.

"Emma  0:34", "Anna (00:01):", "[00:03] Anna: …", "**Anna:** …", "Anna: …", "Anna – …", "[00:00 --> 00:03] (Anna) …"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sellbackwards.calls.clock import SPELT, STAMP, TIME
from sellbackwards.calls.formats.base import could_be_name, looks_like_name
from sellbackwards.calls.formats.not_speech import is_heading

LOOKED_AT = 200  # characters of a line that are looked at: names and times stand in front


@dataclass(frozen=True)
class SpeakerLabel:
    """The lines from `line` up to `body` say who speaks and when, `rest` is what is said on them."""

    line: int
    body: int
    name: str | None
    start: str = ""
    end: str = ""
    rest: str = ""


_T = rf"(?P<start>{STAMP}|{SPELT})(?:(?:\s?(?:-|–|—|to|-->)\s?|\t)(?P<end>{TIME}))?"
_BOXED = rf"[(\[#<{{]\s?{_T}\s?[)\]#>}}]"
_OPEN = rf"[(\[#<{{]?\s?{_T}\s?[)\]#>}}]?"
_NAME = r"\[?(?P<name>[^\[\]\t|]{1,80}?)\]?"
_SIGN = r"\s?[-–—|,·•:@/]"

# Matched against the start of a line without its Markdown. Groups: name, start, and perhaps end and rest.
PATTERNS = (
    # Otter "Emma  0:34", Riverside "Emma (00:34.608)", Rev "Anna (00:01):", Krisp "Anna | 00:03", Zoom "[Anna] 14:05"
    re.compile(rf"{_NAME}(?:\s|{_SIGN}|(?=[(\[]))\s*{_SIGN}?\s*{_OPEN}\s?:?$", re.I),
    # the same behind a company: "Anna | Acme  0:34"
    re.compile(rf"(?P<name>[^\[\]\t]{{1,80}}?)(?:\s\s|\t){_OPEN}$", re.I),
    # Fathom "0:00 - Anna (Acme)", Gong "0:00 | Anna", HappyScribe "[00:00:03] - Anna"
    re.compile(rf"@?{_OPEN}{_SIGN}?\s*(?:(?<=[-–—|])|{_NAME}\s?:?)$", re.I),
    # Descript "[00:03] Anna: …", tl;dv "00:03 Anna: …", WhatsApp "[12/03/2026, 18:02] Anna: …"
    re.compile(rf"@?{_OPEN}{_SIGN}?\s*{_NAME}\s?:(?:\s+|$)(?P<rest>.*)", re.I),
    # whisper.cpp "[00:00.000 --> 00:06.000]  [SPEAKER_00] …", "[0:03] (Anna) …", "[10:02] <anna> …"
    re.compile(rf"{_BOXED}\s*[\[(<](?P<name>[^\[\]()<>]{{1,60}})[\])>]\s?:?\s+(?P<rest>\S.*)", re.I),
    # "[00:03] Anna – …", "[00:03] Anna> …"
    re.compile(rf"{_BOXED}\s*{_NAME}(?:\s[-–—]|>)\s+(?P<rest>\S.*)", re.I),
    # "2026-03-08 10:00:03 - Anna - …"
    re.compile(rf"@?{_OPEN}{_SIGN}\s*{_NAME}\s[-–—]\s+(?P<rest>\S.*)", re.I),
    # pyannote and Whisper "[3.20 - 8.90] Anna: …"
    re.compile(
        r"[(\[]\s?(?P<start>\d{1,6}\.\d{1,3})s?(?:\s?(?:-|–|-->)\s?(?P<end>\d{1,6}\.\d{1,3})s?)?\s?[)\]]"
        rf"{_SIGN}?\s*{_NAME}\s?:\s+(?P<rest>.*)"
    ),
    # the same in columns: "00:03<tab>Anna<tab>…", "00:03 | Anna | …"
    re.compile(rf"@?{_OPEN}\s?[\t|]\s?{_NAME}\s?[\t|]\s?(?P<rest>\S.*)", re.I),
    re.compile(rf"@?{_OPEN}\s\s{_NAME}\s\s(?P<rest>\S.*)", re.I),
    # Rev "Anna (00:03): …", Sonix "Anna: [00:03] …", Trint "Anna [00:03] …"
    re.compile(rf"{_NAME}\s?:?\s?{_BOXED}\s?:?\s+(?P<rest>\S.*)", re.I),
    # Rev's documents "Anna: 00:03 …"
    re.compile(rf"{_NAME}\s?:\s{{1,2}}{_T}\s+(?P<rest>\S.*)", re.I),
    # "Anna 00:03: …", "Anna, 00:03 - …", "Anna<tab>00:03<tab>…"
    re.compile(rf"{_NAME}(?:\s|{_SIGN}\s){_T}\s?(?:[:|–—-]|\t)\s*(?P<rest>\S.*)", re.I),
    # pasted from a Word table: "Anna   00:03 …"
    re.compile(rf"{_NAME}(?:\t|\s\s){_T}\s+(?P<rest>\S.*)", re.I),
)  # fmt: skip
# "Anna: …", "[Anna] …", "<Anna> …", "Anna<tab>…"
PLAIN = (
    re.compile(r"(?P<name>[^:\t]{1,80}?)\s?:(?:\s+|$)(?P<rest>.*)"),
    re.compile(r"\[(?P<name>[^\[\]]{1,60})\]\s?:?\s+(?P<rest>\S.*)"),
    re.compile(r"<(?P<name>[^<>]{1,60})>\s?:?\s+(?P<rest>\S.*)"),
    re.compile(r"(?P<name>[^\t:]{1,60})\t+(?P<rest>\S.*)"),
    re.compile(r"\((?P<name>[^()]{1,60})\)\s?:?\s+(?P<rest>\S.*)"),
)
# "Anna – …": a dash may stand anywhere, so these names must come again and again
DASHED = (
    re.compile(r"(?P<name>[^:\t]{1,40}?)(?:\s-|\s?[–—])\s+(?P<rest>\S.*)"),
    re.compile(r"(?P<name>[^:\t|]{1,40}?)\s?(?:[-=]*>|→|»|\|)\s+(?P<rest>\S.*)"),
    re.compile(r"(?P<name>[^:\t]{1,40}?)\s?:(?=[^\s\d/:])(?P<rest>.*)"),
    re.compile(r"(?P<name>[^:\t=]{1,40}?)\s=\s+(?P<rest>\S.*)"),
    re.compile(r"(?P<name>[QA])[.)]\s+(?P<rest>\S.*)"),
)
_ALONE = (
    re.compile(r"\((?P<name>[^()]{1,60})\)\s?:?$"),
    re.compile(r"\[(?P<name>[^\[\]]{1,60})\]\s?:?$"),
    re.compile(r"[-–—=]{2,}\s?(?P<name>[^()]{1,60}?)\s?[-–—=]{2,}$"),
)
TIME_ALONE = re.compile(rf"@?{_OPEN}\s?:?", re.I)
TRAILING = re.compile(rf"\s*{_BOXED}\s?$", re.I)
LEADING = re.compile(rf"@?{_BOXED}\s*", re.I)


_DIGIT = re.compile(r"\d")


def may_have_a_time(line: str) -> bool:
    """Whether a timed pattern could match: every time, however it is written, has a digit.

    Only such lines are tried, since most lines of a call have none, and trying each pattern on them takes most of the
    time that reading takes.
    """
    return _DIGIT.search(line) is not None


def labels_by(pattern: re.Pattern[str], bare: Sequence[str]) -> list[SpeakerLabel]:
    """The lines that a pattern of `PATTERNS` finds, in their order."""
    labels = []
    for n, line in enumerate(bare):
        found = pattern.match(line) if may_have_a_time(line) else None
        if not found:
            continue
        groups = found.groupdict()
        name = groups["name"]
        if name is None or could_be_name(name):
            labels.append(
                SpeakerLabel(
                    n,
                    n + 1,
                    name.strip() if name else None,
                    start=groups.get("start") or "",
                    end=groups.get("end") or "",
                    rest=groups.get("rest") or "",
                )
            )
    return labels


def untimed(pattern: re.Pattern[str], bare: Sequence[str]) -> list[SpeakerLabel]:
    """The same for patterns without a time, whose lines need no colon."""
    found = ((n, pattern.match(line)) for n, line in enumerate(bare) if line)
    return [
        SpeakerLabel(n, n + 1, m["name"].strip(), rest=m.groupdict().get("rest") or "")
        for n, m in found
        if m and could_be_name(m["name"])
    ]


def repeated(labels: Sequence[SpeakerLabel], bare: Sequence[str]) -> list[SpeakerLabel]:
    """Heads that only count where few names come again and again, in front of most of what there is."""
    counts = Counter((label.name or "").casefold() for label in labels)
    kept = [
        label
        for label in labels
        if (many := counts[(label.name or "").casefold()]) >= 2
        and (looks_like_name(label.name or "") or _is_label(label.name or "", many, len(labels)))
    ]
    names = {(label.name or "").casefold() for label in kept}
    paragraphs = sum(1 for n, line in enumerate(bare) if line and (n == 0 or not bare[n - 1])) or 1
    lines = sum(map(bool, bare))
    enough = len(kept) >= 4 and (len(kept) >= 0.5 * lines or len(kept) >= 0.6 * paragraphs)
    return list(kept) if enough and 2 <= len(names) <= max(2, len(kept) // 2) else []


def _is_label(name: str, times: int, labels: int) -> bool:
    """Initials that are also a word ("TO"), or a role in small letters that a fifth of the lines begin with."""
    if times < 3:
        return False
    return name.isupper() if is_heading(name) else len(name.split()) <= 2 and times >= labels / 5


def two_lines(bare: Sequence[str]) -> list[SpeakerLabel]:
    """A name on a line of its own and the time under it (pasted from Teams or Zoom), or the time above it."""
    times = {n: found for n, line in enumerate(bare) if 0 < len(line) < 40 and (found := TIME_ALONE.fullmatch(line))}

    def labels(step: int) -> list[SpeakerLabel]:
        rows: list[SpeakerLabel] = []
        for n, found in times.items():
            name = bare[n + step] if 0 <= n + step < len(bare) else ""
            start, end = found["start"], found["end"] or ""
            if rows and rows[-1].body == n and step < 0:  # "0 minutes 3 seconds", and "0:03" under it
                rows[-1] = SpeakerLabel(rows[-1].line, n + 1, rows[-1].name, start, end)
            elif could_be_name(name) and n + step not in times:
                rows.append(SpeakerLabel(min(n, n + step), max(n, n + step) + 1, name.rstrip(":"), start, end))
        return rows

    return max(credible(labels(-1), bare), credible(labels(1), bare), key=len)


def bold_names(lines: Sequence[str]) -> list[SpeakerLabel]:
    """A name in bold, or as a Markdown heading, on a line of its own."""
    labels = []
    for n, line in enumerate(lines):
        found = re.fullmatch(r"\s*(?:\*\*|__|#{1,6}\s)\s*([^*_#:]{1,60}?)\s*:?(?:\*\*|__)?:?\s*", line[:LOOKED_AT])
        if found and could_be_name(found.group(1)):
            labels.append(SpeakerLabel(n, n + 1, found.group(1)))
    return labels


def bold_inline(lines: Sequence[str], bare: Sequence[str]) -> list[SpeakerLabel]:
    """A name in bold in front of what is said, and no colon."""
    found = (
        (n, _BOLD.match(line.strip()[:LOOKED_AT])) for n, line in enumerate(lines) if line.lstrip()[:2] in ("**", "__")
    )
    return repeated(
        [SpeakerLabel(n, n + 1, m["name"], rest=m["rest"]) for n, m in found if m and could_be_name(m["name"])], bare
    )


_BOLD = re.compile(r"(?:\*\*|__)(?P<name>[^*_:]{1,60}?)\s?(?:\*\*|__)\s+(?P<rest>[^\s*].*)")


def in_brackets(bare: Sequence[str]) -> list[SpeakerLabel]:
    """ "(Anna)" or "[Anna]" on a line of its own."""
    return max((repeated(untimed(pattern, bare), bare) for pattern in _ALONE), key=len)


def names_alone(bare: Sequence[str]) -> list[SpeakerLabel]:
    """Paragraphs whose first line is a name: nearly all of them, and few names."""
    firsts = [n for n, line in enumerate(bare) if line and (n == 0 or not bare[n - 1])]
    labels = [
        SpeakerLabel(n, n + 1, bare[n].rstrip(":"))
        for n in firsts
        if could_be_name(bare[n]) and looks_like_name(bare[n]) and any(bare[n + 1 : n + 2])
    ]
    few = len({label.name for label in labels}) <= 0.5 * len(labels)
    return credible(labels, bare) if len(labels) >= 4 and len(labels) >= 0.8 * len(firsts) and few else []


def credible(labels: Sequence[SpeakerLabel], bare: Sequence[str]) -> list[SpeakerLabel]:
    """Heads whose names are names, fewer than turns, with something said below.

    A name is written as names are, or met again and again; a word above a section ("Host:") must be met twice.
    """
    counts = Counter((label.name or "").casefold() for label in labels)
    often = max(3 if len(labels) > 6 else 2, len(labels) // 20)

    def is_name(label: SpeakerLabel) -> bool:
        if label.name is None:
            return True
        many = counts[label.name.casefold()]
        if is_heading(label.name):
            return many >= max(2, len(labels) // 10) and not label.name[0].islower()
        return many >= often or looks_like_name(label.name)

    kept = [label for label in labels if is_name(label)]
    again = [n for n, label in enumerate(kept) if counts[(label.name or "").casefold()] > 1]
    if len(again) >= 2:  # what stands above the talk ("Client: Acme") is met once, and is short or apart
        first = again[0]
        apart = any(bare[n] for n in range(kept[first - 1].body, kept[first].line)) if first else False
        short = all(0 < len(label.rest.split()) <= 4 for label in kept[:first])
        if (len(kept) > 6 or len(again) >= 4) and (
            short or (apart and len(kept[0].rest.split()) > 0 and not kept[0].start)
        ):
            kept = kept[first:]
    names = {(label.name or "").casefold() for label in kept}
    if len(kept) < 2 or (len(kept) > 2 and len(names) == len(kept)) or len(names) > max(3, 0.65 * len(kept)):
        return []
    said = sum(1 for label in kept if label.rest or any(bare[label.body : label.body + 2]))
    return kept if said >= 0.5 * len(kept) else []
