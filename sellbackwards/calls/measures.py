"""Measure a call. `measure_notes.MEASURES` says of each measure its unit, its rule, and what it does not show."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sellbackwards.calls.call import Call, Turn, count_words, union_seconds
from sellbackwards.calls.measured import Asked, Measures, NextStep, Speaker, Window
from sellbackwards.calls.roles import find_seller, roles
from sellbackwards.calls.turn_taking import interruptions, longest_monologue, patience
from sellbackwards.speech import Reading

WINDOWS = 12


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
    interrupts = tuple(interruptions(call, name)) if call.ends_known else ()
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
        longest_monologue=longest_monologue(call, name),
        switches_per_minute=switches / (seconds / 60) if seconds else None,
        asked=asked,
        questions_by_third=_by_third(call, asked),
        inform_share=len(told) / len(readings) if readings else 0.0,
        reflect_share=len(said_back) / len(readings) if readings else 0.0,
        patience_seconds=patience(call, name) if call.ends_known else None,
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
