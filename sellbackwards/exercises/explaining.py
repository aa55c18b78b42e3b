"""Say why an answer is judged as it is: each criterion, and the sums of weights behind what the coach hears in it.

For maintainers, behind `sellbackwards explain`. Sums are in hundredths of a logit, as in ``speech/weights.json``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sellbackwards.exercises.judging import judge
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.model import Exercise
from sellbackwards.exercises.status_words import WORDS
from sellbackwards.speech.engine import read_with_pitch
from sellbackwards.speech.features import Part, features
from sellbackwards.speech.meaning import learned
from sellbackwards.speech.moves import ALONE, HELD_AT
from sellbackwards.speech.reading import Reading
from sellbackwards.speech.relevance import content_of
from sellbackwards.speech.scores import DOUBT, MOVES, sums, weights
from sellbackwards.speech.topic_score import close_in_meaning
from sellbackwards.speech.topic_score import features as topic_features

HEAVIEST = 6
"""So many features are shown of each sum, the heaviest first, whichever way they speak."""
NEAR = 200
"""A move that isn't heard is shown where no more than this is missing."""
_MET = {True: "met", False: "NOT MET", None: "can't tell"}


def explained(exercise: Exercise, answer: str) -> str:
    """What `judge` says of an answer, with all its evidence, and what the coach hears; lines of plain text."""
    verdict = judge(exercise, answer)
    lines = [f"{exercise.id} {exercise.title.splitlines()[0]} ({exercise.kind}): {WORDS[verdict.status].card}"]
    for one in verdict.criteria:
        evidence = f" ← {' '.join(one.evidence.split())}" if one.evidence else ""
        lines.append(f"  {_MET[one.met]:<10}  {one.text}{evidence}")
    lines += [f"  note: {note}" for note in verdict.notes]
    if KINDS[exercise.kind].ABOUT.prose and answer.strip():
        spec = exercise.spec if exercise.kind == "question" else {}
        lines += ["", *_heard(answer, spec.get("pitch"), spec.get("buyer"), spec.get("context", ""))]
    return "\n".join(map(_printable, lines))


def _printable(line: str) -> str:
    """A line without what would steer a terminal: an answer may come from anybody."""
    return "".join(char if char.isprintable() else "\ufffd" for char in line)


def _heard(text: str, pitch: str | None, buyer: str | None, context: str) -> Iterator[str]:
    reading, parts = read_with_pitch(text, pitch, buyer)
    beside = "after the buyer's remark" if buyer else "after the pitch" if pitch else "by itself, whatever was asked"
    yield f"What the coach hears, reading it {beside}:"
    if reading.foreign:
        yield "  another language than English, so nothing in it is weighed"
        return
    for sentence in reading.sentences:
        why = f" ({sentence.why})" if sentence.why else ""
        yield f"  asks {sentence.form}{why}: {' '.join(sentence.text.split())}"
    if not parts:
        return
    yield from _moves(reading, features(parts, buyer, pitch), "")
    if len(parts) > 1:
        yield from _alone(reading, parts, pitch, buyer)
    if told := reading.flags.get("inform"):
        yield f"  inform: by a rule, no sum (speech/informing.py) ← {told}"
    if pitch:
        yield from _about(parts, pitch, context)


def _moves(reading: Reading, found: Collection[str], note: str, only: Iterable[str] = MOVES) -> Iterator[str]:
    """The moves that are heard or nearly heard, each with its sum, its threshold and its heaviest features."""
    total, start, least = sums(found), sums(()), weights().heard
    shown = 0
    for name in only:
        k = MOVES.index(name)
        beyond = total[k] - least[k]
        if beyond < -NEAR and name not in reading.flags:
            continue
        shown += 1
        state = "heard" if name in reading.flags else "not counted" if beyond > 0 else "not heard"
        state += ", but doubtful" if name in reading.flags and 0 < beyond <= DOUBT else ""
        words = f" ← {reading.flags[name]}" if reading.flags.get(name) else ""
        yield f"  {name}{note}: {total[k]}, heard above {least[k]}: {state}{words}"
        of = {feature: w for feature in found for at, w in weights().of.get(feature, ()) if at == k}
        yield f"    {_heaviest(of)}; it starts from {start[k]:+d}"
    if not shown and not note:
        yield f"  no move comes within {NEAR} of being heard"


def _alone(reading: Reading, parts: list[Part], pitch: str | None, buyer: str | None) -> Iterator[str]:
    """The single statements that say so much that they may count by themselves, whatever stands around them."""
    least = weights().heard
    for part in parts:
        found = features([part], buyer, pitch)
        total = sums(found)
        loud = [MOVES[k] for k in HELD_AT if not part[1] and total[k] - ALONE > least[k]]
        note = f" in “{' '.join(part[0].words)}” alone (counts {ALONE} beyond)"
        yield from _moves(reading, found, note, loud)


def _about(parts: list[Part], pitch: str, context: str) -> Iterator[str]:
    """Whether it belongs to the pitch: the sum of topic.json, which says more than the words where they don't tell."""
    answer, one = content_of([s for s, _ in parts]), learned()
    found = topic_features(answer, pitch, context, close_in_meaning(answer, pitch, context))
    of = {name: one.weights[name] * float(value) for name, value in found.items()}
    total = one.start + sum(of.values())
    yield f"  belongs to the pitch: {total:.2f}, heard above {one.heard} (less or more is asked where words tell)"
    yield f"    {_heaviest({name: round(value, 2) for name, value in of.items()})}; it starts from {one.start:+.2f}"


def _heaviest(of: Mapping[str, float]) -> str:
    """ "+210 'rule S offers', −80 ' day'": the features that weigh most, and what the others come to."""
    ranked = sorted(of.items(), key=lambda one: (-abs(one[1]), one[0]))
    told = [f"{weight:+g} {feature!r}" for feature, weight in ranked[:HEAVIEST] if weight]
    rest = sum(weight for _, weight in ranked[HEAVIEST:])
    return ", ".join([*told, f"{round(rest, 2):+g} from {len(ranked) - HEAVIEST} others"] if len(ranked) > HEAVIEST else told)
