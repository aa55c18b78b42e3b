# ruff: noqa: E501
"""Which short truth fits a question that no fact answers: about whom it is, about when, and in which form it asks.

Each kind is a situation of `everyday.yaml`. What it says is true of nearly anything that may be asked so.
"""

from __future__ import annotations

import re

from sellbackwards.buyer import question_forms as forms
from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.matching import index, strange_words
from sellbackwards.buyer.patterns import WOULD_YOU_SAY
from sellbackwards.buyer.wants import GIVES
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.words import stem

_SINGULAR = frozenset({"he", "she", "it", "that", "this", "there", "i", "we", "you", "a", "an", "one"})
_DO = {
    "do": "do", "does": "do", "did": "did", "are": "are", "is": "are", "was": "were", "were": "were", "have": "have", "has": "have",
    "can": "can", "could": "could", "would": "would", "will": "will", "might": "might",
}  # fmt: skip
_NOT = {"can": "can't", "will": "won't", "might": "might not"}
_THEM = {"he": "him", "she": "her", "they": "them"}


def fitting_truth(x: Exchange) -> tuple[str, dict[str, str]]:
    """The situation whose lines fit the question, and what is filled into them; nothing where no finer kind does."""
    heard = x.heard
    asked = [one.text for one in heard.reading.sentences if one.form != "none"]
    text = WOULD_YOU_SAY.sub("?", asked[-1] if asked else heard.last_sentence)
    if kind := _in_table(_FIRST, heard.want, text):
        return kind, {}
    named = forms.WHO_IS_NAMED.search(text) if heard.want == "who" else None
    if named and named[1].capitalize() in re.findall(r"\w+", " ".join(x.state.said)):
        return "who_known", {}
    if named and named[1][0].isupper() and stem(named[1].lower()) not in index(x.scenario).all:
        return "no_such", {"{it}": named[1]}
    if heard.want == "who" and (kind := _who(heard.text, text)):
        return ("no_who" if kind == "who_does" and strange_words(x.scenario, heard) else kind), {}
    if heard.want == "why" and forms.WHY_NOT.search(text):
        return ("why_not_done" if forms.UNDONE.search(heard.text) else "why_not_so"), {}
    if heard.want == "when" and (hit := forms.WHEN_THEN.search(text) or forms.ASKS_FIRST.match(text)):
        want = hit["want"].lower()
        return (_who(heard.text, text) if want == "who" else "") or f"no_{want}", {}
    if heard.want not in GIVES and forms.EXAMPLE.search(text):
        return "no_example", {}
    if heard.want in ("what", "how", "yes_no", "more") and forms.WORDS_OF_THEIRS.search(text):
        return "their_words", {}
    hit = forms.THEIR_MIND.search(text) if heard.want in ("what", "how", "why", "yes_no") else None
    if hit and (them := whom_they_know(x, hit["who"])):
        return "ask_them", {"{it}": them}
    if heard.want == "yes_no" and heard.form != "choice":
        kinds = [_yes_or_no(one) for one in reversed(asked or [text])]
        return next((kind for kind in kinds if kind[0]), ("", {}))
    kind = _in_table(_LAST, heard.want, text)
    return kind or ("how_else" if heard.want == "how" and not forms.THE_WAY.search(text) else ""), {}


_Rows = tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]
_FIRST: _Rows = (
    ("how_late", ("how",), forms.HOW_LATE),
    ("how_late", ("when",), forms.AT_THE_END),
    ("what_time", ("when",), forms.WHAT_TIME),
    ("when_was", ("when",), forms.WHEN_WAS),
    ("how_often", ("how_many",), forms.HOW_OFTEN),
    ("found_out", ("how", "who"), forms.FOUND_OUT),
    ("how_it_came", ("how",), forms.HOW_IT_CAME),
    ("how_known", ("how",), forms.HOW_KNOWN),
    ("what_when", ("what", "how", "more"), forms.WHAT_WHEN),
    ("what_happened", ("how",), forms.HOW_IT_ENDED),
    ("what_if", ("what", "how", "more"), forms.WHAT_IF),
    ("no_when", ("what",), forms.WHAT_DAY),
    ("no_wish", ("what", "how"), forms.WISH),
    ("what_tool", ("what",), forms.WHAT_TOOL),
    ("own_doing", ("what", "how"), forms.OWN_DOING),
    ("why_not_done", ("why", "what"), forms.WHY_NOT_DONE),
    ("no_trouble", ("what",), forms.TROUBLE),
)
_LAST: _Rows = (
    ("no_measure", ("how_many",), forms.HOW_FAR),
    ("no_name", ("what",), forms.ITS_NAME),
    ("no_feel", ("what", "how"), forms.YOUR_MIND),
    ("would_have", ("what",), forms.WOULD_HAVE),
    ("no_what_would", ("what", "how", "who"), forms.WHAT_WOULD),
    ("what_happened", ("what",), forms.WHAT_HAPPENED),
    ("it_varies", ("what",), forms.WHICH),
    ("it_varies", ("what",), forms.WHAT_THEY_DO),
    ("why_did", ("why",), forms.WHY_DID),
    ("how_they", ("how",), forms.THEIR_WAY),
)
"""Situations, the kinds of answer that are wanted there (wants.py), and the words that a question has there: those
that are looked for before all others, and after them."""


def _in_table(rows: _Rows, want: str, text: str) -> str:
    """The first situation that fits, or nothing."""
    return next((kind for kind, wants, pattern in rows if want in wants and pattern.search(text)), "")


def _who(line: str, question: str) -> str:
    """Of a question who …: whether it asks who stands in for them, who knows, who comes to them, or who else."""
    for kind, pattern, where in (
        ("who_steps_in", forms.YOU_AWAY, line),
        ("who_would", forms.IF_THEY_ARE_AWAY, question),
        ("who_else", forms.WHO_ELSE, question),
        ("who_would", forms.WHO_WOULD, question),
        ("who_is", forms.WHO_IS_IT, question),
        ("who_does", forms.HAS_TO, question),
        ("who_was", forms.WHO_WAS, question),
        ("whom", forms.WHOM, question),
        ("who_knows", forms.WHO_KNOWS, question),
        ("who_rings", forms.WHO_RINGS, question),
        ("who_does", forms.WHO_DOES, question),
    ):
        if pattern.search(where):
            return kind
    return ""


def _yes_or_no(text: str) -> tuple[str, dict[str, str]]:
    """Of a yes-or-no question: whether it is about many, about what once was, about them, or about a thing."""
    tail = re.split(
        r"(?<=[,;:]) (?=(?:and |or |but |so )?(?:do|does|did|is|are|was|were|have|has|can|could|would|will)\b)", text
    )[-1]
    hit = forms.YES_NO.match(tail)
    if hit is None:
        return "", {}
    aux, who = hit["aux"].lower(), hit["who"].lower()
    after = f"{hit['who']}{hit['rest']}"
    past = aux in ("did", "was", "were", "has", "have")
    if forms.PLURAL.match(after) and who not in _SINGULAR:
        do = _DO[aux]
        return "some_do", {"{do}": do, "{not}": _NOT.get(do, f"{do}n't")}
    if who == "you" and aux in ("would", "could", "might", "will", "can"):
        return "no_would", {}
    if who == "you" and forms.HAVE.match(hit["rest"].strip()):
        return "no_have", {}
    if who == "you":
        return ("no_you_did" if past else "no_you_do"), {}
    if past and re.search(r"\bever\b|\bbefore\b|\balready\b|\bonce\b", after, re.IGNORECASE):
        return "not_ever", {}
    if aux in ("do", "does") and who not in ("i", "we"):
        return "no_does", {}
    if who == "there":
        return "no_have", {}
    if aux in ("would", "could", "might"):
        return "no_would", {}
    return "", {}


def whom_they_know(x: Exchange, who: str) -> str:
    """Whom they would have to ask: "her", "Julie", "my wife"; nothing where it isn't somebody they know."""
    low = who.lower()
    if low in _THEM:
        return _THEM[low]
    if " " in low:
        owner, _, person = low.partition(" ")
        return f"{'my' if owner == 'your' else 'the'} {person}"
    known = low not in EMPTY and stem(low) in index(x.scenario).all and low != x.scenario.name.lower()
    return who if known and low not in {name.lower() for name in x.scenario.people or ()} else ""
