"""Recognise the lines that chat programs put around messages."""

from __future__ import annotations

import re

# Lines between messages that nobody typed.
_NOISE = re.compile(
    r".{1,60} sent the following messages? at\b.{0,20}$|view .{1,60}[’']s profile|.{0,60}\bend-to-end encrypted\b"
    r"|(?:this message was deleted|you deleted this message|(?:image|video|audio|sticker|gif"
    r"|document) omitted|<media omitted>)$"
    r"|.{1,60} (?:joined|left|has joined|was added to|created) (?:the |this )?(?:channel|group"
    r"|conversation|#\S+).{0,40}$"
    r"|\d+ repl(?:y|ies)\b.{0,60}$|:[a-z_+-]+:\s?\d*$|(?:seen|delivered|sent)(?: (?:at|by)\b.{0,40})?$|new messages?$"
    r"|.{1,60} is a (?:1st|2nd|3rd) degree connection.{0,40}$|1st degree connection|mobile • .{0,30}$"
    r"|nachrichten und anrufe sind ende-zu-ende-verschlüsselt|.{0,80}ende-zu-ende-verschlüsselt",
    re.I,
)
_AHEAD = re.compile(r"\[?[\d/., :\-APMapm]{8,30}\]?\s?(?:-\s)?(?:[^:]{1,60}: )?")


def is_noise(line: str) -> bool:
    """A line that a chat program adds, with or without the time and name in front of it."""
    if len(line) > 200:
        return False
    return bool(_NOISE.match(line)) or (line[:1] in "[0123456789" and bool(_NOISE.match(_AHEAD.sub("", line, count=1))))
