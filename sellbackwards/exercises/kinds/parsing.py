"""Parse typed answers: labels ("b", "B)"), lists, field names, numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "\u00a0": " "})
_BULLET = re.compile(r"^\s*(?:[-*•]|\(?\d{1,2}[.)]|\(?[A-Za-z][.)])\s+")
_WORD_NUMBERS = {
    word: n
    for n, word in enumerate([
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ])
}  # fmt: skip
# A number said in words, and nothing beside it but how sure it is and what is counted: "about five hours".
_SAID = re.compile(
    rf"(?:about |around |maybe |perhaps )?(?:(?P<none>none|nothing|nil|no)|(?P<half>(?:a )?half(?: an?)?)"
    rf"|(?P<whole>{'|'.join(_WORD_NUMBERS)})(?P<more> and a half|(?P<hundred> hundred))?)"
    r"(?: (?:hours?|h|days?|minutes?|seconds?|per ?cent|times?|turns?|questions?|pounds?|euros?|dollars?))?(?: at all)?"
)
# What stands around the one number: how it was worked out ("10 × 600 = 6000"), an aside ("25 s (70 words)").
_WORKINGS, _ASIDE, _IN_HUNDRED = (
    re.compile(r"^.*=(?=\s*\S)", re.S),
    re.compile(r"\([^)]*\)"),
    re.compile(r"\b(?:in|of|out of) (?:a |one )?(?:100|hundred)\b"),
)


def plain(text: str) -> str:
    """Lower case, one kind of quote and dash, single spaces, full-width forms folded, no outer punctuation."""
    folded = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    return re.sub(r"\s+", " ", folded).strip(" .,;:!?\"'()[]*_`")


def alike(one: str, other: str, at_least: float = 0.0) -> float:
    """How alike two short texts are, from 0 to 1, after `plain`; 0 where that is less than `at_least`, which is told sooner."""
    pair = SequenceMatcher(None, plain(one)[:400], plain(other)[:400])
    if pair.real_quick_ratio() < at_least or pair.quick_ratio() < at_least:  # neither is ever less than the ratio
        return 0.0
    return pair.ratio()


def lines_of(answer: str) -> list[str]:
    """The lines that have something on them."""
    return [
        line.strip() for line in unicodedata.normalize("NFKC", answer).translate(_QUOTES).splitlines() if line.strip()
    ]


def without_bullet(line: str) -> str:
    """A line without "1.", "b)", "-" or "•" in front."""
    return _BULLET.sub("", line, count=1)


# "I'd say: …", "My reply would be …", as people begin who tell what they would say; a colon or a quotation mark follows.
_FRAME = re.compile(
    r"(?:(?:then |so )?i(?:'d| would| will|'ll)? (?:probably |maybe |just )?(?:say|ask|write|reply|answer|respond|tell|go)"
    r"|my (?:answer|reply|question|response|email|line)|reply|answer|question)\b"
    r"(?: (?:something like|like|back|this|that|him|her|them|is|would be))*\s*(?:[:,-]\s*(?=[\"'])|:|(?=[\"']))",
    re.IGNORECASE,
)
_IN_QUOTES = re.compile(r"\"([^\"]+)\"\W?|'((?:[^']|(?<=\w)'(?=\w))+)'\W?")


def without_frame(text: str) -> str:
    """What somebody would say, without "I'd say:" before it and quotation marks around it."""
    bare = text.translate(_QUOTES).strip()
    frame = _FRAME.match(bare)
    bare = bare[frame.end() :].strip() if frame else bare
    inner = _IN_QUOTES.fullmatch(bare)
    if inner:
        return (inner[1] or inner[2]).strip()
    return bare if frame and bare else text


def closest(text: str, names: Iterable[str], at_least: float = 0.8) -> str | None:
    """The one name that `text` means: the same, a typo away, shortened, or a beginning of three letters; else None."""
    wanted = plain(text)
    if not wanted:
        return None
    names = list(names)
    same = [name for name in names if plain(name) == wanted]
    if same:
        return same[0]
    begins = [name for name in names if len(wanted) >= 3 and plain(name).startswith(wanted)]
    if len(begins) == 1:
        return begins[0]
    # "fwd": its letters stand in the name in this order, from the same first one
    shortened = [
        name
        for name in names
        if 3 <= len(wanted) <= 4 and wanted[0] == plain(name)[:1] and _within(wanted, plain(name))
    ]
    if len(shortened) == 1:
        return shortened[0]
    best = sorted(((alike(text, name), name) for name in names), reverse=True)
    clear = best and best[0][0] >= at_least and (len(best) == 1 or best[0][0] > best[1][0])
    return best[0][1] if clear else None


# Words that say nothing about which of several things is meant.
_FILLING = """
a an the and or of to in on at it its is are be for from by one that this these those i you he she we they his her their
our my me him them think say would so very just maybe because who whoever what which into
"""
_FILLERS = frozenset(_FILLING.split())
# Two in one, or the opposite of what is named: not for a page to untangle.
_HEDGES = re.compile(r"\b(?:not|never|no|nor|or|except|but|neither|without)\b|n't\b")


def told_by(text: str, texts: Mapping[str, str], most_words: int = 12) -> str | None:
    """The one name whose text is meant by words that stand in it alone: "connection" of "A missing connection".

    None for a text that is long or hedges, whose words point two ways, or that is mostly about something else.
    """
    words = [word for word in re.findall(r"[^\W_]+(?:'[^\W_]+)?", plain(text)) if word not in _FILLERS]
    if not words or len(words) > most_words or _HEDGES.search(plain(text)):
        return None
    owners: dict[str, set[str]] = {}
    for name, said in texts.items():
        for word in re.findall(r"[^\W_]+(?:'[^\W_]+)?", plain(said)):
            owners.setdefault(word, set()).add(name)
    telling = [owners[word] for word in words if len(owners.get(word, ())) == 1 and len(word) > 2]
    means = set().union(*telling) if telling else set()
    return means.pop() if len(means) == 1 and 2 * len(telling) >= len(words) else None


def _within(short: str, name: str) -> bool:
    letters = iter(name)
    return all(letter in letters for letter in short)


def labels_named(line: str, labels: Sequence[str]) -> list[str] | None:
    """The labels where a line is nothing but labels ("b", "B)", "b and d", "3,1,2", "312"), else None."""
    found = [word for word in re.split(r"[^0-9a-z]+", plain(line)) if word]
    found = [
        str(_WORD_NUMBERS.get(word, word))
        for word in found
        if word not in {"and", "or", "then", "first", "last", "next"}
    ]
    if len(found) == 1 and len(found[0]) > 1 and found[0] not in labels:  # "312", "acb"
        found = list(found[0])
    return found if found and all(word in labels for word in found) else None


def by_text(line: str, texts: Mapping[str, str], at_least: float = 0.85) -> str | None:
    """The label whose text a line repeats (whole, or near enough), else None."""
    bare = plain(without_bullet(line))
    if len(bare) < 4:
        return None
    near = [(alike(bare, text, at_least), label) for label, text in texts.items()]
    inside = [label for label, text in texts.items() if len(plain(text)) >= 8 and plain(text) in plain(line)]
    best = max(near, default=(0.0, ""))
    if best[0] >= at_least:
        return best[1]
    return inside[0] if len(inside) == 1 else None


# "owner: Dana", "Owner - Dana", "**owner** = Dana", "owner (one person): Dana", "owner -> Dana"
_NAMED = re.compile(r"^([^:=>]{1,60}?)\s*(?::|=>?|\s-+>?\s|->|→)\s*(.*)$")
_BEFORE_A_NAME = re.compile(r"^(?:my|the|your)\s+", re.IGNORECASE)


def labelled(answer: str, names: Sequence[str]) -> dict[str, str]:
    """What stands under each name ("owner: Dana", "Owner - Dana"); a line with no name goes on with the one before.

    Where no line carries a name, and there are as many lines as names, they are taken in order.
    A name given twice keeps its last text. Names that aren't there are absent.
    """
    found: dict[str, str] = {}
    current: str | None = None
    for line in lines_of(_one_a_line(answer, names)):
        named = _NAMED.match(line.replace("**", "").replace("__", ""))
        name = _field_named(named[1], names) if named else closest(line.replace("*", ""), names, 0.95)
        if name is not None:
            current = name
            found[name] = named[2].strip() if named else ""
        elif current is not None:
            found[current] = f"{found[current]} {line}".strip()
    if not found and len(lines_of(answer)) == len(names):
        return dict(zip(names, map(without_bullet, lines_of(answer)), strict=True))
    return found


def _field_named(head: str, names: Sequence[str]) -> str | None:
    """The field that the words before a colon name: "1. My reply (short)" → "reply"."""
    bare = re.sub(r"\([^)]*\)", "", without_bullet(head)).strip() or head
    return closest(bare, names) or closest(_BEFORE_A_NAME.sub("", bare), names)


def _one_a_line(answer: str, names: Sequence[str]) -> str:
    """ "decision: ask; quote: …; reply: …" on one line becomes a line each."""
    every = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?i)[;,.|/]\s+(?=(?:{every})\s*[:=])", "\n", answer) if "\n" not in answer.strip() else answer


def number(text: str) -> float | None:
    """The one number in a text: "43 %", "about 43", "43,5", "1,200", "24.000", "£1 200", "five hours", "none".

    Of "48 in 100" it's 48, of a calculation what stands after the last "=". None where there is no number, or several.
    """
    text = _IN_HUNDRED.sub("", _WORKINGS.sub("", text))
    rest = _ASIDE.sub("", text)
    text = rest if re.search(r"\d", rest) or _SAID.fullmatch(plain(rest)) else text
    said = _SAID.fullmatch(plain(text))
    if said:
        whole = _WORD_NUMBERS[said["whole"]] if said["whole"] else 0
        if said["hundred"]:
            return whole * 100
        return whole + (0.5 if said["half"] or said["more"] else 0)
    joined = re.sub(r"(?<=\d)[ '](?=\d{3}\b)", "", unicodedata.normalize("NFKC", text).translate(_QUOTES))
    found = re.findall(r"(?<![\w.])-?(?:\d[\d.,]*|\.\d+)", joined)
    if len(found) != 1:
        return None
    digits = found[0].rstrip(".,")
    if "," in digits and "." in digits:  # the later mark is the decimal one
        thousands = "," if digits.rfind(".") > digits.rfind(",") else "."
        digits = digits.replace(thousands, "")
    elif re.fullmatch(r"-?\d{1,3}(,\d{3})+", digits):
        digits = digits.replace(",", "")
    elif re.fullmatch(r"-?[1-9]\d{0,2}(\.\d{3})*\.\d00", digits):  # "24.000": nobody ends a decimal in two noughts
        digits = digits.replace(".", "")
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return None
