"""Listen, then act: a call stops where the buyer has said something, and the learner types what to say now.

A practice of ``datasets/practices`` that names a `call` has `stops` in place of rounds. A stop is found by the buyer's
own words, so that it stays in its place when a call is timed anew; each becomes an ordinary round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sellbackwards.calls import measure, read_call
from sellbackwards.calls.playing import Utterance, utterances
from sellbackwards.course import DATASETS
from sellbackwards.speech.backchannels import only_backchannels

_OF_A_STOP = ("at", "notice")


class StopNotFound(ValueError):
    """The words of a stop aren't in the call, or stand there more than once. Its text says which, and what to do."""


def stops_as_rounds(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The stops of a practice, each as the data of a round.

    `buyer` is the buyer's turn as far as it was said, `heard` what was said since the stop before
    (Utterances), `goes_on` who the seller is and what they say then. Raises StopNotFound.
    """
    call = read_call(DATASETS / data["call"])
    said, seller = utterances(call), measure(call).seller or ""
    since = _place(data, said, data["begins"]) if "begins" in data else 0
    unheard = list(said[since:])
    for stop in data["stops"]:
        last = said[_place(data, said, stop["at"])]
        if last.speaker == seller:
            raise StopNotFound(f"{data['call']}: the seller says “{stop['at']}”. Stop at words of the buyer's.")
        if last not in unheard:
            raise StopNotFound(f"{data['call']}: “{stop['at']}” comes too early. List stops in the order of the call.")
        # With a listener's "mm-hm" during the buyer's last words.
        heard = [one for one in unheard if one.start <= last.start or one.end <= last.end]
        unheard = [one for one in unheard if one not in heard]
        yield {
            "kind": "question",
            "goes_past": [],
            **{key: value for key, value in stop.items() if key not in _OF_A_STOP},
            "buyer": " ".join(one.text for one in heard if one.turn == last.turn),
            "heard": heard,
            "goes_on": {"seller": seller, "says": _answer(unheard, seller)},
            "after": stop["notice"],
        }


def _place(data: Mapping[str, Any], said: Sequence[Utterance], words: str) -> int:
    """The number of the one utterance that holds these words; case, spaces and kinds of quotes don't count."""
    found = [n for n, one in enumerate(said) if _plain(words) in _plain(one.text)]
    if len(found) != 1:
        problem = "aren't in the call" if not found else f"stand in it {len(found)} times"
        raise StopNotFound(f"{data['call']}: the words “{words}” {problem}. Copy words that one turn alone has.")
    return found[0]


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def _answer(after: Sequence[Utterance], seller: str) -> str:
    """What the seller says next, until somebody else says more than "mm-hm"."""
    words: list[str] = []
    for one in after:
        if one.speaker == seller:
            words.append(one.text)
        elif words and not only_backchannels(one.text, one.end - one.start):
            break
    return " ".join(words)
