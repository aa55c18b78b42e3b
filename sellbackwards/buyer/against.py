"""What is held against the seller: of the flags that `speech` raises, those that stand in a talk.

In a talk of many turns a learned sum alone is wrong too often: a summary, a slip put right, an honest answer all
sound like arguing. So a contradiction counts where a turn of phrase says so ("Yes, but", "That's not true") or the
line plainly pushes, and never where the line goes on to ask for something that they know.
"""

from __future__ import annotations

from collections.abc import Mapping

from sellbackwards.buyer.patterns import ARGUES, YES_BUT
from sellbackwards.speech import Reading
from sellbackwards.speech.move_rules import MOVES
from sellbackwards.speech.scores import AGAINST_THEM
from sellbackwards.speech.words import sentences

_PLAINLY = 0.4  # likelihood (acts.py) from which a line pushes or pitches whatever its words


def held_against(reading: Reading, wants_answer: bool, acts: Mapping[str, float]) -> dict[str, str]:
    """The unwelcome flags that are held against the seller, with the words that each rests on.

    `wants_answer`: the line ends by asking for something other than yes or no.
    """
    found = {flag: reading.flags[flag] for flag in AGAINST_THEM if flag in reading.flags.keys() - reading.doubtful}
    if "contradiction" in found and not _argues(reading, found["contradiction"], wants_answer, acts):
        del found["contradiction"]
    return found


def _argues(reading: Reading, words: str, wants_answer: bool, acts: Mapping[str, float]) -> bool:
    """Does the line argue, or does it only sound so?"""
    if YES_BUT.search(reading.text):
        return True
    if wants_answer:
        return False
    if acts["push"] + acts["pitch"] >= _PLAINLY:
        return True
    if ARGUES.search(reading.text):
        return True
    for sentence in reading.sentences:
        if sentence.form != "open":
            hits = (hit.rule.name for part in sentences(sentence.text) for hit in MOVES.hits(part))
            if any(name.startswith("contradiction/") for name in hits):
                return True
    return False
