"""Read texts in which lines say who speaks; leave out and count notes, chats and what tools add."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sellbackwards.calls.call import ADDED, CHAT, NOTES, STAGE, Cue, Script
from sellbackwards.calls.clock import is_date
from sellbackwards.calls.formats.base import is_sound
from sellbackwards.calls.formats.not_speech import is_added, is_call_end, parts
from sellbackwards.calls.formats.speaker_labels import (
    DASHED,
    LEADING,
    LOOKED_AT,
    PATTERNS,
    PLAIN,
    TIME_ALONE,
    TRAILING,
    SpeakerLabel,
    bold_inline,
    bold_names,
    credible,
    in_brackets,
    labels_by,
    names_alone,
    repeated,
    two_lines,
    untimed,
)
from sellbackwards.calls.formats.turn_times import Times, block_starts, times_of
from sellbackwards.calls.formats.typed_messages import is_noise

_MARKUP = re.compile(r"(?:(?:[-*+•]|>{1,3}|#{1,6}|\d{1,4}[.)](?!\d)|\[![A-Za-z]+\][+-]?)\s+)+|>+$")
_NUMBERED = re.compile(r"\s*\d{1,5}[.:)]?(?:\s{1,8}|\t)(?=\S)")
_GAP = re.compile(r"\s{2,}")
_STARS = re.compile(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)|\\(?=\W)")
_WIDE = str.maketrans("【】（）", "[]()")
_LINK = re.compile(r"\[([^\[\]]{1,80})\]\(https?://[^()\s]{1,190}\)?")
_F4 = re.compile(r"#(\d{1,2}:\d\d:\d\d)[-.,](\d{1,3})#")
_EDITED = re.compile(r"\s*\((?:edited|bearbeitet|modifié|editado|modificato)\)$", re.I)
# Nothing but brackets or stars around a few words: [phone rings], (laughter), *writes it down*
_STAGE = re.compile(r"(?:\[[^\[\]]{1,80}\]|\([^()]{1,80}\)|\*[^*]{2,60}\*|_[^_]{2,60}_)\.?")


def bare_line(line: str) -> str:
    """A line's start without Markdown: list marks, headings, stars, escapes."""
    head = line.strip()[:LOOKED_AT]
    if "#" in head:
        head = _F4.sub(r"[\1.\2]", head)
    mark = _MARKUP.match(head)
    head = _STARS.sub("", head[mark.end() :] if mark else head).replace("：", ": ").translate(_WIDE)
    if "](http" in head:
        head = _LINK.sub(r"[\1]", head)
    return _GAP.sub(lambda gap: "\t" if "\t" in gap[0] else "  ", head).strip()


def read_lines(text: str) -> Script | None:
    """The talk of a text in which lines say who speaks; None where too few do."""
    lines = [_F4.sub(r"[\1.\2]", line) if "#" in line else line for line in text.split("\n")]
    filled = [line for line in lines if line.strip()]
    if len(filled) > 3 and sum(bool(_NUMBERED.match(line)) for line in filled) > 0.9 * len(filled):
        lines = [_NUMBERED.sub("", line, count=1) for line in lines]
    bare = [bare_line(line) for line in lines]
    left_out: Counter[str] = Counter()
    noise = {n for n, line in enumerate(bare) if line and is_noise(line)}
    left_out[ADDED] += len(noise)
    bare = ["" if n in noise else line for n, line in enumerate(bare)]
    kinds = parts(bare)
    inside = ["" if kind in ("notes", "chat", "added") else line for kind, line in zip(kinds, bare, strict=True)]
    if "talk" in kinds:
        begin = len(kinds) - kinds[::-1].index("talk")
        begin = next(n for n in range(begin - 1, -1, -1) if n == 0 or kinds[n - 1] != "talk")
        inside[:begin] = [""] * begin
    labels, how = _labels(inside, lines)
    if inside != bare:
        everything, how_then = _labels(bare, lines)
        if not labels or ("talk" not in kinds and len(everything) > 2 * len(labels)):
            labels, how, inside = everything, how_then, bare
    if not labels:
        return None
    labels = _without_lists(labels, lines, inside)
    for n, line in enumerate(bare):
        if re.search(r"\w", line) and (not inside[n] or n < labels[0].line) and not TIME_ALONE.fullmatch(line[:40]):
            part = ADDED if is_added(line) or kinds[n] == "added" else CHAT if kinds[n] == "chat" else NOTES
            left_out[part] += 1
    times = times_of(labels, bare)
    return _script(labels, lines, inside, left_out, times, how)


_BULLET = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s")


def _without_lists(labels: list[SpeakerLabel], lines: Sequence[str], inside: list[str]) -> list[SpeakerLabel]:
    """Without the list of who does what that stands above or below a talk which is no list; its lines are blanked."""
    listed = [bool(_BULLET.match(lines[label.line])) for label in labels]
    if not any(listed) or sum(listed) > 0.3 * len(labels):
        return labels
    first, last = listed.index(False), len(listed) - listed[::-1].index(False)
    if last < len(labels):
        begin = labels[last].line
        while begin > labels[last - 1].body and not inside[begin - 1]:
            begin -= 1
        above = inside[begin - 1]
        if begin > labels[last - 1].body and 0 < len(above.split()) <= 6 and above[-1] not in ".?!…":
            begin -= 1  # what introduces the list
        inside[begin:] = [""] * (len(inside) - begin)
    return labels[first:last]


def _labels(bare: Sequence[str], lines: Sequence[str]) -> tuple[list[SpeakerLabel], str]:
    """(where the turns begin, what was guessed at)."""
    timed = max([*(credible(labels_by(pattern, bare), bare) for pattern in PATTERNS), two_lines(bare)], key=len)
    plain = max((credible(untimed(pattern, bare), bare) for pattern in PLAIN), key=len)
    brackets = in_brackets(bare)
    if len(brackets) > max(len(plain), len(timed)):
        return brackets, ""
    labels = timed if len(timed) * 2 >= len(plain) else plain
    dashed = max((repeated(untimed(pattern, bare), bare) for pattern in DASHED), key=len)
    bold = bold_inline([line if bare[n] else "" for n, line in enumerate(lines)], bare)
    if len(bold) > max(len(labels), len(dashed)):
        return bold, ""
    if len(dashed) > 2 * len(labels):
        return dashed, "No line has a colon, so the name was taken to be what stands before the dash or sign."
    if labels:
        return labels, ""
    shown = [line if bare[n] else "" for n, line in enumerate(lines)]
    if bold := credible(bold_names(shown), bare):
        return bold, ""
    return names_alone(bare), "Lines with nothing but a name were taken for the beginning of a turn."


def _script(
    labels: Sequence[SpeakerLabel],
    lines: Sequence[str],
    bare: Sequence[str],
    left_out: Counter[str],
    times: Times,
    how: str,
) -> Script:
    cues = []
    starts = times.starts if any(start is not None for start in times.starts) else block_starts(labels, bare)
    for position, label in enumerate(labels):
        following = labels[position + 1].line if position + 1 < len(labels) else len(lines)
        said = [_long(label.rest, lines[label.body - 1])] if label.rest else []
        for n in range(label.body, following):
            line = bare[n]
            if not line:
                continue
            if is_added(line):
                left_out[ADDED] += bool(re.search(r"\w", line))
            elif n == following - 1 and position + 1 < len(labels) and line == _initials(labels[position + 1].name):
                left_out[ADDED] += 1
            elif (
                is_call_end(LEADING.sub("", line))
                or _STAGE.fullmatch(LEADING.sub("", lines[n].strip()))
                or is_sound(lines[n].strip())
            ):
                left_out[STAGE] += 1
            elif not (len(line) < 40 and TIME_ALONE.fullmatch(line)) and not (times.typed and is_date(line)):
                said.append(_long(line, lines[n]))
        if times.typed and said:
            said[-1] = _EDITED.sub("", said[-1])
        cues.append(Cue(label.name, " ".join(" ".join(said).split()), starts[position], times.ends[position]))
    if not any(cue.start is not None for cue in cues):
        cues = _trailing(cues)
    return Script(cues, left_out, " ".join(filter(None, (how, times.guess))), times.typed)


def _initials(name: str | None) -> str:
    """What a tool shows where somebody has no picture: "ML" for Maya Lindqvist."""
    words = (name or "").split()
    return (words[0][0] + words[-1][0]).upper() if len(words) > 1 else ""


def _trailing(cues: list[Cue]) -> list[Cue]:
    """A time at the end of most paragraphs ("… today? #00:00:06-3#") is when they end."""
    ends = [TRAILING.search(cue.text) for cue in cues]
    if sum(map(bool, ends)) < 0.6 * len(cues):
        return cues
    found, before = [], 0.0
    stamps = times_of([SpeakerLabel(0, 0, None, end["start"] if end else "") for end in ends], []).starts
    for cue, end, stamp in zip(cues, ends, stamps, strict=True):
        if end is None or stamp is None:
            found.append(Cue(cue.speaker, cue.text))
            continue
        found.append(Cue(cue.speaker, cue.text[: end.start()], before, stamp))
        before = stamp
    return found


def _long(start: str, line: str) -> str:
    """The whole of a line of which only the first characters were examined."""
    line = line.strip()
    if len(line) <= LOOKED_AT:
        return start
    return (
        start + (" " if line[LOOKED_AT - 1].isspace() or line[LOOKED_AT].isspace() else "") + line[LOOKED_AT:].strip()
    )
