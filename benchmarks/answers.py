"""How are honest answers judged? Free-text exercises, answered by people who hadn't seen the model answers.

    python benchmarks/answers.py                  # accepted, couldn't tell, refused: seen and unseen, by kind, by exercise
    python benchmarks/answers.py --show refused   # with the answers of the hands that may be looked at
    python benchmarks/answers.py --check          # fails where a bar isn't reached

Answers, how they came about and figures: data_answers/README.md. The hands in `SEEN` may be read and learned from; those of
the others are there to be counted.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from sellbackwards.authoring.source import exercises_of, read_page
from sellbackwards.course import SOURCE
from sellbackwards.exercises import judge
from sellbackwards.exercises.model import Exercise, Verdict

FOLDER = Path(__file__).parent / "data_answers"
SEEN = "abcdefghijklm"
"""First letters of the files that may be looked at."""
STATUSES = {"accepted": "passed", "couldn't tell": "couldn't tell", "refused": "not yet"}
BARS = {"accepted": 0.90, "refused": 0.03}
"""Of unseen answers: accepted at least, refused at most."""


def exercises() -> dict[str, Exercise]:
    """Every exercise as it stands in source/, by id."""
    pages = sorted((SOURCE / "exercises").glob("*.md"))
    return {one.exercise.id: one.exercise for path in pages for one in exercises_of(read_page(path), path)}


def answers(folder: Path) -> Iterable[tuple[str, str, str]]:
    """(hand, exercise, text) of every answer."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "exercise" in row:
                yield path.stem, row["exercise"], row["text"]


def table(counts: Mapping[str, Counter[str]]) -> str:
    rows = []
    for name, count in counts.items():
        total = sum(count.values())
        shares = "  ".join(f"{label} {count[status] / total:4.0%}" for label, status in STATUSES.items())
        rows.append(f"  {name:22} {total:4}  {shares}")
    return "\n".join(rows)


def open_checks(exercise: Exercise, verdict: Verdict) -> Iterable[tuple[str, bool | None]]:
    """(name of the check, met) of each criterion that isn't met: "says", "cites", "coach" …"""
    fields = exercise.spec.get("fields") or ({"needs": exercise.spec["needs"]},) if "scene" in exercise.spec else ()
    names = [next(name for name in need if name != "say") for field in fields for need in field["needs"]]
    names = names or [exercise.kind] * len(verdict.criteria)
    return [(name, one.met) for name, one in zip(names, verdict.criteria, strict=True) if not one.met]


def show(hand: str, exercise: str, text: str, verdict: Verdict) -> None:
    print(f"\n{exercise} {hand}: {verdict.status}\n  {text.replace(chr(10), chr(10) + '  ')}")
    for criterion in verdict.criteria:
        if not criterion.met:
            print(f"  - {'not met' if criterion.met is False else 'unclear'}: {criterion.text} ({criterion.evidence})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument(
        "--show", choices=[*STATUSES, "open"], help="print answers of the seen hands; open: all but accepted"
    )
    parser.add_argument("--only", nargs="*", default=(), help="these exercises alone")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    known = exercises()
    every: dict[str, Counter[str]] = {"seen": Counter(), "unseen": Counter()}
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    checks: dict[str, Counter[bool | None]] = defaultdict(Counter)
    single: dict[str, Counter[str]] = defaultdict(Counter)
    wanted = {"open": ("couldn't tell", "not yet")}.get(chosen.show, (STATUSES.get(chosen.show, ""),))
    for hand, exercise, text in answers(chosen.folder):
        if exercise not in known or (chosen.only and exercise not in chosen.only):
            continue
        verdict = judge(known[exercise], text)
        half = "seen" if hand[0] in SEEN else "unseen"
        every[half][verdict.status] += 1
        kinds[f"{half} {known[exercise].kind}"][verdict.status] += 1
        for check, met in open_checks(known[exercise], verdict):
            checks[f"{half} {check}"][met] += 1
        single[f"{half} {exercise}"][verdict.status] += 1
        if half == "seen" and verdict.status in wanted:
            show(hand, exercise, text, verdict)
    every = {half: count for half, count in every.items() if count}
    for title, counts in (("all", every), ("by kind", kinds), ("by exercise", single)):
        print(f"\n{title}\n{table(dict(sorted(counts.items())))}")
    print("\nby check, criteria not met and unclear")
    for name, unmet in sorted(checks.items()):
        print(f"  {name:22} {unmet[False]:4} not met  {unmet[None]:4} unclear")
    if chosen.check:
        unseen = every.get("unseen", Counter())
        total = max(1, sum(unseen.values()))
        good = unseen["passed"] / total >= BARS["accepted"] and unseen["not yet"] / total <= BARS["refused"]
        sys.exit(not good)


if __name__ == "__main__":
    main()
