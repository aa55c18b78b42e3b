"""Measure a call. `measure_notes.MEASURES` says of each measure its unit, its rule, and what it does not show."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Literal

from sellbackwards.calls.call import Call, Turn, count_words, union_seconds
from sellbackwards.calls.roles import Role, find_seller, roles
from sellbackwards.speech import Reading
from sellbackwards.speech.backchannels import only_backchannels, only_sounds

WINDOWS = 12
SILENCE_SECONDS = 10.0  # a silence this long ends a monologue: somebody is looking something up, or showing it
INTERRUPTION_SECONDS = 0.5  # less overlap than this is the ordinary eagerness of turn-taking


@dataclass(frozen=True)
class Speaker:
    """`seconds` is None where the basis is words; `share` of all speaking time or words."""

    name: str
    role: Role
    seconds: float | None
    words: int
    turns: int
    share: float


@dataclass(frozen=True)
class Monologue:
    """The seller's longest stretch; `turn` is the number of the turn it begins with, None if the seller is silent."""

    seconds: float | None
    words: int
    turn: int | None


@dataclass(frozen=True)
class Asked:
    """One question of the seller's. `at`: seconds into the call, or words without a clock."""

    turn: int
    at: float
    form: str
    text: str


@dataclass(frozen=True)
class Window:
    """Talk share in one stretch of the call (seconds from its first word, or words). None where nobody speaks."""

    start: float
    end: float
    share: float | None


@dataclass(frozen=True)
class NextStep:
    turn: int
    by: str


@dataclass(frozen=True)
class Measures:
    """All measures of one call; `measure_notes.MEASURES` explains each of the seller's."""

    call: Call
    basis: Literal["time", "words"]
    seller: str | None
    seller_why: str
    speakers: tuple[Speaker, ...]
    talk_share: float
    windows: tuple[Window, ...]
    longest_monologue: Monologue
    switches_per_minute: float | None
    asked: tuple[Asked, ...]
    questions_by_third: tuple[int, int, int]
    inform_share: float
    reflect_share: float
    patience_seconds: float | None
    interruptions: int | None
    next_step: NextStep | None
    informs: tuple[int, ...] = ()
    reflects: tuple[int, ...] = ()
    interrupts: tuple[int, ...] = ()

    @property
    def questions(self) -> int:
        return len(self.asked)

    @property
    def open_questions(self) -> int:
        return sum(question.form == "open" for question in self.asked)

    def as_dict(self) -> dict[str, Any]:
        """What `sellbackwards call --json` writes."""
        monologue = self.longest_monologue
        return {
            "file": self.call.file,
            "format": self.call.format,
            "seconds": _rounded(self.call.seconds, 3),
            "basis": self.basis,
            "seller": self.seller,
            "seller_reason": self.seller_why,
            "guessed": self.call.guess or None,
            "typed": self.call.typed,
            "days": _rounded(self.call.days, 3),
            "left_out": [{"what": left.what, "lines": left.lines} for left in self.call.left_out],
            "speakers": [
                {
                    "name": s.name,
                    "role": s.role,
                    "seconds": _rounded(s.seconds, 3),
                    "words": s.words,
                    "turns": s.turns,
                    "share": s.share,
                }
                for s in self.speakers
            ],
            "talk_share": self.talk_share,
            "longest_monologue": {
                "seconds": _rounded(monologue.seconds, 3), "words": monologue.words, "turn": monologue.turn,
            },
            "switches_per_minute": _rounded(self.switches_per_minute, 3),
            "questions": self.questions,
            "open_questions": self.open_questions,
            "questions_by_third": list(self.questions_by_third),
            "inform_share": self.inform_share,
            "reflect_share": self.reflect_share,
            "patience_seconds": _rounded(self.patience_seconds, 3),
            "interruptions": self.interruptions,
            "next_step": {"turn": self.next_step.turn, "by": self.next_step.by} if self.next_step else None,
            "turns": [
                {
                    "i": t.i, "speaker": t.speaker, "start": _rounded(t.start, 3), "end": _rounded(t.end, 3),
                    "text": t.text,
                }
                for t in self.call.turns
            ],
        }  # fmt: skip


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def measure(call: Call, seller: str | None = None, remembered: Collection[str] = ()) -> Measures:
    """Measure a call from the side of its seller: the name given, or a guess (`roles.find_seller` says which rule).

    `remembered`: names that were chosen before for calls of the same folder.

    Raises TranscriptError where `seller` names nobody on the call.
    """
    name, why = find_seller(call, seller, remembered)
    speakers = _speakers(call, name)
    readings = _readings(call, name)
    asked = tuple(_asked(call, readings))
    told = tuple(i for i, reading in readings.items() if "inform" in reading.flags)
    said_back = tuple(i for i, reading in readings.items() if "reflection" in reading.flags)
    interrupts = tuple(_interruptions(call, name)) if call.ends_known else ()
    seconds = call.seconds
    switches = len(call.turns) - 1  # a turn ends where another speaker begins
    return Measures(
        call=call,
        basis="time" if call.clocked else "words",
        seller=name,
        seller_why=why,
        speakers=speakers,
        talk_share=next((s.share for s in speakers if s.role == "seller"), 0.0),
        windows=tuple(_windows(call, name)),
        longest_monologue=_longest_monologue(call, name),
        switches_per_minute=switches / (seconds / 60) if seconds else None,
        asked=asked,
        questions_by_third=_by_third(call, asked),
        inform_share=len(told) / len(readings) if readings else 0.0,
        reflect_share=len(said_back) / len(readings) if readings else 0.0,
        patience_seconds=_patience(call, name) if call.ends_known else None,
        interruptions=len(interrupts) if call.ends_known else None,
        next_step=_next_step(call),
        informs=told,
        reflects=said_back,
        interrupts=interrupts,
    )


# --- who talks how much ---


def _speakers(call: Call, seller: str | None) -> tuple[Speaker, ...]:
    who = roles(call, seller)
    spans: dict[str, list[tuple[float, float]]] = {name: [] for name in who}
    words, turns = dict.fromkeys(who, 0), dict.fromkeys(who, 0)
    for turn in call.turns:
        spans[turn.speaker].extend(turn.spans)
        words[turn.speaker] += turn.words
        turns[turn.speaker] += 1
    seconds = {name: union_seconds(spans[name]) for name in who} if call.clocked else None
    amounts = seconds or {name: float(n) for name, n in words.items()}
    total = sum(amounts.values()) or 1.0
    return tuple(
        Speaker(name, who[name], seconds[name] if seconds else None, words[name], turns[name], amounts[name] / total)
        for name in who
    )


def stretches(call: Call) -> list[tuple[Turn, float, float]]:
    """(turn, from, to) for everything that is said: seconds from the first word on, or words without a clock."""
    rows: list[tuple[Turn, float, float]] = []
    if call.clocked:
        begin = call.begin
        for turn in call.turns:
            rows.extend((turn, start - begin, end - begin) for start, end in turn.spans)
        return rows
    at = 0
    for turn in call.turns:
        rows.append((turn, float(at), float(at + turn.words)))
        at += turn.words
    return rows


def length(call: Call) -> float:
    """How long a call is: seconds, or words where there is no clock."""
    return call.seconds if call.seconds is not None else float(sum(turn.words for turn in call.turns))


def _windows(call: Call, seller: str | None) -> Iterator[Window]:
    """The call in WINDOWS equal parts, the seller's share of the talk in each."""
    width = length(call) / WINDOWS
    mine, all_ = [0.0] * WINDOWS, [0.0] * WINDOWS
    if width > 0:
        for turn, start, end in stretches(call):
            for w in range(min(int(start / width), WINDOWS - 1), min(int(end / width), WINDOWS - 1) + 1):
                part = max(0.0, min(end, (w + 1) * width) - max(start, w * width))
                all_[w] += part
                mine[w] += part if turn.speaker == seller else 0.0
    for w in range(WINDOWS):
        yield Window(w * width, (w + 1) * width, mine[w] / all_[w] if all_[w] > 0 else None)


# --- turns and what lies between them ---


def is_backchannel(turn: Turn, before: str = "") -> bool:
    """Is the turn only a listener's sound? `before` is what the other one has just said.

    "Yes" after a question is an answer; "mm-hm" never is. See `backchannels.only_backchannels`.
    """
    return only_backchannels(turn.text, turn.seconds) and (not before.rstrip().endswith("?") or only_sounds(turn.text))


def _backchannels(call: Call) -> list[bool]:
    return [is_backchannel(turn, call.turns[n - 1].text if n else "") for n, turn in enumerate(call.turns)]


def _longest_monologue(call: Call, seller: str | None) -> Monologue:
    best, best_size = Monologue(0.0 if call.clocked else None, 0, None), 0.0
    for pieces in _monologues(call, seller):
        words = sum(n for _, _, n, _ in pieces)
        seconds = max(end for _, end, _, _ in pieces) - pieces[0][0] if call.clocked else None
        size = seconds if seconds is not None else float(words)
        if size > best_size:
            best, best_size = Monologue(seconds, words, pieces[0][3]), size
    return best


def _monologues(call: Call, seller: str | None) -> Iterator[list[tuple[float, float, int, int]]]:
    """The seller's stretches as lists of (start, end, words, turn), cut by anything more than a listener's sound."""
    run: list[tuple[float, float, int, int]] = []
    listening = _backchannels(call)
    for turn in call.turns:
        if turn.speaker != seller:
            if not listening[turn.i] and run:
                yield run
                run = []
            continue
        for piece in _pieces(turn):
            if run and call.clocked and piece[0] - run[-1][1] > SILENCE_SECONDS:
                yield run
                run = []
            run.append(piece)
    if run:
        yield run


def _pieces(turn: Turn) -> list[tuple[float, float, int, int]]:
    """A turn as (start, end, words, turn) per span; its words are spread over its spans by their length.

    Sounds of listening at its beginning belong to the other's talk and are left out.
    """
    if turn.speaks_from is None:
        return [(0.0, 0.0, turn.words, turn.i)]
    spans = [span for span in turn.spans if span[0] >= turn.speaks_from]
    total, left, pieces = sum(e - s for s, e in spans) or 1.0, turn.words, []
    for n, (start, end) in enumerate(spans):
        words = left if n == len(spans) - 1 else min(left, round(turn.words * (end - start) / total))
        left -= words
        pieces.append((start, end, words, turn.i))
    return pieces


def _replies(call: Call, seller: str | None) -> Iterator[tuple[Turn, Turn]]:
    """(another's turn, the seller's reply), listeners' sounds on both sides left out."""
    talk = [turn for turn, listening in zip(call.turns, _backchannels(call), strict=True) if not listening]
    for before, turn in pairwise(talk):
        if turn.speaker == seller and before.speaker != seller:
            yield before, turn


def _patience(call: Call, seller: str | None) -> float | None:
    pauses = [
        max(0.0, turn.speaks_from - before.end)
        for before, turn in _replies(call, seller)
        if turn.speaks_from is not None and before.end is not None
    ]
    return median(pauses) if pauses else None


def _interruptions(call: Call, seller: str | None) -> Iterator[int]:
    for before, turn in _replies(call, seller):
        if turn.speaks_from is None or before.end is None or before.start is None:
            continue
        if before.start < turn.speaks_from and before.end - turn.speaks_from >= INTERRUPTION_SECONDS:
            yield turn.i


# --- what the turns do ---


def _readings(call: Call, seller: str | None) -> dict[int, Reading]:
    """The seller's turns, each read with what another speaker has just said."""
    return {turn.i: call.reading(turn.i) for turn in call.turns if turn.speaker == seller}


def _asked(call: Call, readings: dict[int, Reading]) -> Iterator[Asked]:
    places = _places(call)
    for i, reading in readings.items():
        start, end = places[i]
        total, before = max(1, call.turns[i].words), 0
        for sentence in reading.sentences:
            words = count_words(sentence.text)
            if sentence.form != "none":
                part = min(1.0, (before + words / 2) / total)
                yield Asked(i, start + part * (end - start), sentence.form, sentence.text)
            before += words


def _places(call: Call) -> list[tuple[float, float]]:
    """From where to where each turn reaches, on the scale of `stretches`."""
    places = [(0.0, 0.0)] * len(call.turns)
    reached: dict[int, tuple[float, float]] = {}
    for turn, start, end in stretches(call):
        first, last = reached.get(turn.i, (start, end))
        reached[turn.i] = (min(first, start), max(last, end))
    for i, place in reached.items():
        places[i] = place
    return places


def _by_third(call: Call, asked: Sequence[Asked]) -> tuple[int, int, int]:
    whole = length(call) or 1.0
    counts = [0, 0, 0]
    for question in asked:
        counts[min(2, int(3 * question.at / whole))] += 1
    return counts[0], counts[1], counts[2]


def _next_step(call: Call) -> NextStep | None:
    places, late = _places(call), 2 / 3 * length(call)
    in_last_third = [turn for turn in call.turns if places[turn.i][1] >= late]
    earlier = [turn for turn in reversed(call.turns) if places[turn.i][1] < late]
    for turn in (*in_last_third, *earlier):
        if "next_step" in call.reading(turn.i).flags:
            return NextStep(turn.i, turn.speaker)
    return None
