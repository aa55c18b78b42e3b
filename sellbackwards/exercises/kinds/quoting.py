"""Are somebody's words quoted? Nearly will do: a part, slips, other quotation marks, "he" for "I", a word left out.

Copying the right line counts; copying another line of the task doesn't. The same thing in other words is left to a
person. Small words weigh little, since "it is" stands in any line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from sellbackwards.exercises.kinds.parsing import plain
from sellbackwards.exercises.kinds.wording import SMALL, keys, slip
from sellbackwards.exercises.model import Met
from sellbackwards.speech.lexicon import CONTRACTIONS, SPELLINGS
from sellbackwards.speech.roots import root

# Who quotes turns "my caretaker" to "his caretaker": persons count as one.
_PERSON = frozenset("i me my mine you your yours he him his she her hers we us our ours they them their theirs".split())
_ENDS = {"'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "'d": "would", "n't": "not", "'s": "is"}
_FEWEST = 4  # words in a row that are a quotation whatever else is typed
_A_FEW_LINES = 25  # words; only who copies more may have copied everything
_PARAPHRASE = 0.3  # of the telling words typed, so many are of the line or stand for one of its words


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: short forms opened, persons as one."""
    found: list[str] = []
    for raw in re.findall(r"[^\W_]+(?:'[^\W_]+)*", plain(text)):
        word = SPELLINGS.get(raw, raw)
        for part in word.split():
            opened: Sequence[str] = CONTRACTIONS.get(part, ())
            if not opened:
                end = next((end for end in _ENDS if part.endswith(end) and part != end), "")
                opened = (part.removesuffix(end), _ENDS[end]) if end else (part,)
            found += ["not" if one == "n't" else one for one in opened]
    return tuple("I" if word in _PERSON else word for word in found)


def _alike(typed: tuple[str, ...], line: tuple[str, ...]) -> list[str]:
    """The typed words, each as the line has it where it is a form or a slip of a word of the line."""
    there = set(line)
    roots = {root(word): word for word in line}
    mended = []
    for word in typed:
        if word not in there:
            word = roots.get(root(word)) or next((one for one in line if slip(word, one)), word)
        mended.append(word)
    return mended


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in SMALL and word != "I"]


class _Match:
    """How what was typed and a line overlap, word by word and in order."""

    def __init__(self, typed: tuple[str, ...], line: tuple[str, ...]) -> None:
        mended = _alike(typed, line)
        blocks = SequenceMatcher(None, mended, line, autojunk=False).get_matching_blocks()
        run = max(blocks, key=lambda block: block.size)  # the last block is always there, and empty
        self.run = list(line[run.b : run.b + run.size])
        self.shared = [word for word in _telling(line) if word in mended]  # in whatever order
        self.of_typed = len(self.shared) / max(1, len(_telling(typed)))
        self.of_line = len(self.shared) / max(1, len(_telling(line)))
        self.whole = len(typed) == len(self.run) > 0  # nothing else was typed
        self.exact = len(typed) == len(line) > 1

    @property
    def quotes(self) -> bool:
        """Enough to be a quotation of this line."""
        if len(self.run) >= _FEWEST and _telling(self.run):
            return True
        if self.whole and self.exact:
            return True
        if self.whole and len(self.run) >= 2 and any(len(word) >= 4 for word in _telling(self.run)):
            return True
        return len(self.shared) >= 2 and (self.of_line >= 0.6 or (self.of_typed >= 0.7 and self.of_line >= 0.4))


def quoted(lines: Sequence[str], text: str, scene: str = "") -> Met:
    """Is one of `lines` quoted? `scene` is the task, whose other sentences are the wrong ones to quote."""
    typed = _tokens(text)
    if not typed:
        return False, "no words here"
    right = [(_Match(typed, _tokens(line)), line) for line in lines]
    best, line = max(right, key=lambda one: (one[0].quotes, len(one[0].shared), len(one[0].run)))
    if best.quotes and len(typed) <= _A_FEW_LINES:
        return True, _shown(best, line)
    others = [_Match(typed, _tokens(other)) for other in _other_sentences(scene, tuple(lines))]
    elsewhere = max(others, key=lambda one: (one.quotes, len(one.shared)), default=None)
    if best.quotes:
        whole = [one for one in others if one.of_line >= 0.8 and len(one.shared) >= 2]
        if len(whole) > 2:
            return None, "nearly everything is copied; leave only the words that show it"
        return True, _shown(best, line)
    if elsewhere and elsewhere.quotes and len(elsewhere.shared) > len(best.shared):
        return False, "these are words of the task, but not the ones that show it"
    theirs = {key for line in lines for word in _telling(_tokens(line)) for key in keys(word)}
    told = _telling(typed)
    if sum(not theirs.isdisjoint(keys(word)) for word in told) >= max(1, _PARAPHRASE * len(told)):
        return None, f"close to “{line}”; copy it exactly, and the page will know it"
    return False, "not the words that show it; copy four or more in a row, as they were said"


def _shown(match: _Match, line: str) -> str:
    return f"“{line}”" if "I" in match.run else f"“{' '.join(match.run)}”"


@lru_cache(maxsize=512)
def _other_sentences(scene: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The sentences of a task that aren't, or aren't mostly, among the lines that may be quoted."""
    found = []
    for sentence in re.split(r"[.?!]+[\s\"”’>]+|\n\s*\n", " ".join(scene.replace(">", " ").split())):
        words = _tokens(sentence)
        matches = [_Match(words, _tokens(line)) for line in lines]
        if len(words) >= 3 and not any(one.of_line >= 0.6 or one.of_typed >= 0.6 for one in matches):
            found.append(sentence)
    return tuple(found)
