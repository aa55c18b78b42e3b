"""Read mail threads as typed talk: saved mails (.eml) with their quotes, and printed or pasted threads."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from sellbackwards.calls.call import ADDED, Cue, Script
from sellbackwards.calls.clock import DAY, moment, month_first
from sellbackwards.calls.formats.base import Refusal
from sellbackwards.calls.formats.markup import is_html, visible_text

# The lines above a mail in English, German, French, Spanish, Portuguese and Italian.
_FROM = r"(?:from|von|de|da|expéditeur|remitente)"
_DATED = r"(?:sent|received|date|gesendet|datum|envoyé(?: le)?|enviado(?: em| el)?|fecha|data|inviato)"
_OTHER = (
    r"(?:to|cc|bcc|subject|reply-to|an|kopie|betreff|à|objet|para|asunto|assunto|cc|a|oggetto|attachments?|importance)"
)
_FROM_LINE = re.compile(rf"{_FROM}\s?:\s+(?P<who>\S.*)", re.I)
_DATE_LINE = re.compile(rf"{_DATED}\s?:\s+(?P<when>\S.*)", re.I)
_OTHER_LINE = re.compile(rf"{_OTHER}\s?:(?:\s|$)", re.I)
# "On Mon, Mar 2, 2026 at 9:02 AM Maya Lindqvist <maya@…> wrote:", and the same in the other languages
_WROTE = re.compile(
    r"(?:on|am|le|el|em|il)\s(?P<when>.{6,60}?)(?:,)?\s(?:schrieb\s)?(?![ap]\.?m\b)(?P<who>[^,:<>\d]{2,60}?)\s*(?:<[^<>]{3,80}>|\([^()]{3,80}\))?,?"
    r"\s*(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto)?\s?:$",
    re.I,
)
_WROTE_WORD = re.compile(r"\b(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto)\b.{0,80}:$", re.I)
# Gmail's print: "Maya Lindqvist <maya@example.org>   Mon, Mar 2, 2026 at 9:02 AM"
_PRINTED = re.compile(r"(?P<who>[^<>:]{2,60}?)\s*<[^<>\s]{3,80}@[^<>\s]{3,80}>\s{1,8}(?P<when>.{0,30}\d.{4,40})$")
_SIGNATURE = re.compile(
    r"(?:-- ?|_{10,}|sent from my \w+.{0,30}|get outlook for \w+|von meinem \w+ gesendet"
    r"|envoyé de mon \w+|-{3,} ?(?:original message|forwarded message|ursprüngliche nachricht"
    r"|message d'origine).{0,40})$",
    re.I,
)
_MARKS = re.compile(r"^(?:>\s?)+")


@dataclass(frozen=True)
class _Mail:
    who: str
    when: str
    body: tuple[str, ...]


def read_mails(text: str) -> Script | None:
    """A thread of at least two mails; None where the text is none. One mail alone is refused: nobody answers."""
    saved = _saved(text)
    mails = [*saved, *_thread(text)] if not saved else _with_quotes(saved[0])
    if len(mails) < 2:
        if saved:
            problem = "This is one mail, and nobody answers in it."
            raise Refusal("the whole file", problem, "Save the last mail of the thread, with what it quotes.")
        return None
    american = month_first(mail.when for mail in mails)
    left_out = {ADDED: 0}
    rows = []
    for mail in mails:
        said = []
        for n, line in enumerate(mail.body):
            if _SIGNATURE.match(line.strip()):
                left_out[ADDED] += sum(bool(rest.strip()) for rest in mail.body[n:])
                break
            said.append(line)
        rows.append(Cue(_name(mail.who), " ".join(" ".join(said).split()), _when(mail.when, american)))
    times = [row.start for row in rows]
    if all(time is not None for time in times):
        rows.sort(key=lambda row: row.start or 0.0)
    else:  # a thread begins with its newest mail
        rows.reverse()
    return Script(rows, left_out, typed=True)


def _saved(text: str) -> list[_Mail]:
    """The mail of an .eml file, its body as text; none where the text doesn't begin with a mail's headers."""
    if not re.match(r"(?:[A-Za-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}", text[:20_000]):
        return []
    head = text[:20_000].split("\n\n", 1)[0]
    if not re.search(r"^(?:message-id|mime-version|received|content-type):", head, re.I | re.M):
        return []
    try:
        mail = email.message_from_string(text, policy=email.policy.default)
        assert isinstance(mail, EmailMessage)
        part = mail.get_body(("plain", "html"))
        body = str(part.get_content()) if part is not None else ""
        who, when = str(mail.get("from", "")), str(mail.get("date", ""))
    except Exception:  # the parser of the standard library meets headers that it has no word for
        return []
    if is_html(body):
        body = visible_text(body)
    return [_Mail(who, when, tuple(body.split("\n")))]


def _with_quotes(mail: _Mail) -> list[_Mail]:
    """A saved mail, and those that it quotes."""
    return _thread("\n".join([f"From: {mail.who}", f"Date: {mail.when}", "", *mail.body]))


def _thread(text: str) -> list[_Mail]:
    lines = [_MARKS.sub("", line).strip() for line in text.split("\n")]
    begins = list(_begins(lines))
    mails = []
    first = next((line for line, _, _, _ in begins), 0)
    above = [line for line in lines[:first] if line]
    for n, (_, body, who, when) in enumerate(begins):
        until = begins[n + 1][0] if n + 1 < len(begins) else len(lines)
        mails.append(_Mail(who, when, tuple(lines[body:until])))
    if begins and above and _WROTE_WORD.search(lines[first] + lines[min(first + 1, len(lines) - 1)]):
        # what stands above the first quote is the answer to it, by whoever isn't its author
        others = [mail.who for mail in mails[1:] if _name(mail.who) != _name(mails[0].who)]
        mails.insert(0, _Mail(others[0] if others else "Me", "", tuple(above)))
    return mails


def _begins(lines: Sequence[str]) -> Iterator[tuple[int, int, str, str]]:
    """(first line, first line of the body, who, when) of each mail."""
    n = 0
    while n < len(lines):
        line = lines[n][:300]
        found = _FROM_LINE.match(line)
        if found:
            when, last = "", n
            for m in range(n + 1, min(n + 8, len(lines))):
                dated = _DATE_LINE.match(lines[m][:300])
                if dated:
                    when = dated["when"]
                elif not _OTHER_LINE.match(lines[m][:300]):
                    break
                last = m
            if last > n and when:
                yield n, last + 1, found["who"], when
                n = last
        elif _WROTE_WORD.search(
            both := line if line.endswith(":") else f"{line} {lines[n + 1][:300] if n + 1 < len(lines) else ''}"
        ):
            if wrote := _WROTE.match(both.strip()):
                end = n + (1 if line.endswith(":") else 2)
                yield n, end, wrote["who"], wrote["when"]
                n = end - 1
        elif printed := _PRINTED.match(line):
            end = n + 1
            while end < len(lines) and _OTHER_LINE.match(lines[end]):
                end += 1
            yield n, end, printed["who"], printed["when"]
        n += 1


def _name(who: str) -> str:
    """The name out of "Maya Lindqvist <maya@example.org>", or the part before the @."""
    name = re.sub(r"\s*(?:<[^<>]*>|\[mailto:[^\]]*\]|\([^()]*@[^()]*\))\s*", " ", who).strip(" \"'")
    return name or who.strip("<> ").split("@")[0]


_CUT = re.compile(r"\s+(?:at|um|à|às|a las|alle)\s+", re.I)


def _when(text: str, american: bool) -> float | None:
    """Seconds on the scale of `clock.moment`; None where the date can't be read."""
    try:
        then = parsedate_to_datetime(text)
        return then.toordinal() * DAY + then.hour * 3600.0 + then.minute * 60 + then.second
    except (ValueError, TypeError, IndexError, OverflowError):
        cleaned = re.sub(r"\s+", " ", _CUT.sub(" ", text)).strip(" .,")
        return moment(cleaned, american) or moment(re.sub(r"^\w+[.,]{0,2} ", "", cleaned), american)
