"""A talk in writing: what of a message is its body, and when the answer comes."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from datetime import datetime, timedelta
from zlib import crc32

from sellbackwards.buyer.hearing import LONG, Heard
from sellbackwards.buyer.scenario import Email

LONG_EMAIL = 150  # words; more than fills a telephone's screen
LONG_CHAT = 60
_READ = 4000  # characters of a message in which its parts are looked for

_SUBJECT = re.compile(
    r"^\s*(?:subject|re|fwd?)\s*:(?:[^\n]*\n|[^\n]*?(?=\b(?:hi|hello|dear|hey)\b)|[^\n]*$)", re.IGNORECASE
)
_QUOTED = re.compile(r"^\s*>.*$|^On .{4,80} wrote:\s*$", re.MULTILINE)
_GREETING = re.compile(
    r"^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?: there)?"
    r"(?:,? (?:(?:mr|ms|mrs|dr)\.? )?\w[\w'-]+){0,2}"
    r"\s*(?:[,!.:–—-]+|\n)\s*",
    re.IGNORECASE,
)
_CLOSES = (
    r"(?:kind|best|warm|many)? ?(?:regards|wishes)|all the best|best|cheers|thanks(?: again| in advance)?|many thanks"
    r"|thank you|(?:yours )?(?:sincerely|faithfully|truly)|yours|warmly"
    r"|looking forward to hearing from you|have a (?:good|nice|great) \w+"
)
_SIGN_OFF = re.compile(
    rf"(?:^|(?<=[.?!])\s+|\n)\s*(?:{_CLOSES})[,.!]*(?:\s*(?-i:[A-Z])[\w'.-]*){{0,3}}\s*$"
    r"|\n\s*[-–—]{1,2}\s*(?-i:[A-Z])[^\n]*(?:\n[^\n]*){0,4}$|\n\s*(?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*)?\s*$",
    re.IGNORECASE,
)
_PS = re.compile(r"\bP\.? ?S\.?:?\s", re.IGNORECASE)


def body_of(text: str) -> str:
    """What a message says: without subject, greeting, sign-off and quoted lines; one of manners alone stays whole."""
    text = re.sub(r"\s*\n\s*", "\n", text[:_READ])
    body = _GREETING.sub("", _SUBJECT.sub("", _QUOTED.sub("", text), count=1), count=1).strip()
    for _ in range(3):  # "Best, Tom" under "Looking forward to hearing from you."
        body = _SIGN_OFF.sub("", body).strip()
    body = _PS.sub("", body)
    return body if re.search(r"\w", body) or not re.search(r"\w", text) else text.strip()


def questions_of(heard: Heard) -> list[str]:
    """The message in as many parts as it asks questions; what stands before one, or after the last, stays with it."""
    marked = "?" in heard.text  # else what asks by its form alone: "tell me about the first one"
    asking = [one.form != "none" and (not marked or one.text.endswith("?")) for one in heard.reading.sentences]
    parts, left = [""], sum(asking)
    for one, asks in zip(heard.reading.sentences, asking, strict=True):
        parts[-1] = f"{parts[-1]} {one.text}".strip()
        left -= asks
        if asks and left and len(parts[-1].split()) > 2:  # "And you? How are you doing?" is one
            parts.append("")
    return parts


def in_chat(email: Email, wrote: int) -> bool:
    """Have they gone on to a chat, after so many messages of theirs?"""
    return wrote >= email.chat_after


def longest(email: Email | None, wrote: int) -> int:
    """Words that are read in patience."""
    if email is None:
        return LONG
    return LONG_CHAT if in_chat(email, wrote) else LONG_EMAIL


def sent_at(clock: datetime, salt: str, chat: bool) -> datetime:
    """When the seller's message goes out; the same words, the same hour."""
    spread = crc32(salt.encode()) % 100
    return _awake(clock + timedelta(minutes=1 + spread % 9 if chat else 35 + spread))


def answered_at(clock: datetime, salt: str, chat: bool, days: int) -> datetime:
    """When the answer comes: by email after some hours, in a chat after minutes; `days` later for what was a burden."""
    spread = crc32(f"answer {salt}".encode()) % 100
    return _awake(clock + timedelta(days=days, minutes=2 + spread // 2 if chat else 80 + spread * 20))


def _awake(clock: datetime) -> datetime:
    if clock.hour >= 23:
        clock += timedelta(hours=8)
    return clock.replace(hour=7) if clock.hour < 7 else clock


def stamp(clock: datetime) -> str:
    """ "Tuesday 12 May, 16:40"."""
    return f"{day_name[clock.weekday()]} {clock.day} {month_name[clock.month]}, {clock:%H:%M}"
