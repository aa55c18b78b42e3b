"""Measure the simulated buyer's speed, and print the tables of docs/buyer.md.

    python benchmarks/buyer.py                 figures for every scenario
    python benchmarks/buyer.py --write-docs    the rules and these figures into docs/buyer.md, the talks into docs/buyer_talks.md

Run it on a quiet machine. The scripted sellers are those of tests/buyer.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sellbackwards.buyer import Scenario, Talk, load, scenario_ids  # noqa: E402
from sellbackwards.buyer.rules import RULES  # noqa: E402
from tests.buyer.sellers_of import BAD, FOLDER, lines_of, plain_listener  # noqa: E402

PAGE = ROOT / "docs" / "buyer.md"
TALKS_PAGE = ROOT / "docs" / "buyer_talks.md"
TALKS_INTRO = """# Talks with the buyers, typed freely

Typed as a new user would, before the writer knew what the buyer would say; so a line doesn't always follow from the answer above it.
What was awkward then, and what was changed, stands before each talk. The answers are today's: this page is made by
`python benchmarks/buyer.py --write-docs` from `tests/buyer/talks/`."""
RULES_HERE, FIGURES_HERE = "<!-- rules -->", "<!-- figures -->"
END = "<!-- end -->"
LONG = (
    "And what happens in your place when it goes wrong, tell me, how do you deal with it? " * 118
)  # 10,000 characters


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def rules_table() -> str:
    """Every rule, as docs/buyer.md shows it."""

    def moved(value: float) -> str:
        return f"{100 * value:+.0f}" if value else ""

    rows = (
        (f"`{name}`", rule.when, moved(rule.openness), moved(rule.pull), moved(rule.tension), ", ".join(rule.seeds))
        for name, rule in RULES.items()
    )
    return table(["rule", "a turn that …", "openness", "pull", "tension", "seeds"], rows)


def sellers_table() -> str:
    """Where each scripted seller ends, and how many facts each finds."""
    rows = []
    for ident in scenario_ids():
        scenario = load(ident)
        talks = {seller: Talk(scenario, lines_of(ident, seller)) for seller in (*BAD, "good")}
        talks["plain"] = plain_listener(scenario, len(scenario.expert))
        cells = [f"{talk.state.exit or 'goes on'}, {len(talk.state.told)}" for talk in talks.values()]
        rows.append([ident, len(scenario.facts), *cells])
    return table(["scenario", "facts", *BAD, "good", "plain listener, as many turns as the good"], rows)


def timed(scenario: Scenario, lines: Sequence[str]) -> list[float]:
    """Milliseconds of processor time for the reply to each line: the median of five talks, so that a busy moment doesn't count."""
    tries: list[list[float]] = [[] for _ in lines]
    for _ in range(5):
        talk = Talk(scenario)
        for line, took in zip(lines, tries, strict=True):
            if not talk.over:
                begun = time.process_time()
                talk.say(line)
                took.append(1000 * (time.process_time() - begun))
    return [statistics.median(took) for took in tries if took]


def times() -> list[tuple[str, list[float]]]:
    """(what, milliseconds a reply): the experts' talks, and turns of 10,000 characters."""
    found = [load(ident) for ident in scenario_ids()]
    ordinary = [took for scenario in found for took in timed(scenario, scenario.expert)]
    long = [took for scenario in found for took in timed(scenario, [f"{LONG}{n}" for n in range(6)])]
    return [("the experts' lines", ordinary), ("lines of 10,000 characters", long)]


def times_table() -> str:
    rows = (
        (
            what,
            len(found),
            f"{statistics.median(found):.1f}",
            f"{sorted(found)[int(0.99 * (len(found) - 1))]:.1f}",
            f"{max(found):.1f}",
        )
        for what, found in times()
    )
    return table(["a reply, in milliseconds of processor time", "n", "median", "99th of 100", "longest"], rows)


def written(page: str, mark: str, text: str) -> str:
    """A page with what stands between a mark and the next end replaced."""
    before, rest = page.split(mark, 1)
    return f"{before}{mark}\n{text}\n{END}{rest.split(END, 1)[1]}"


def talks_page() -> str:
    """Talks typed freely, replayed as the buyer answers today; what was awkward at first, and what was changed."""
    parts = [TALKS_INTRO]
    for ident in scenario_ids():
        typed = FOLDER.parent / "talks" / f"{ident}.yaml"
        if not typed.exists():
            continue
        scenario = load(ident)
        parts.append(f"## {scenario.title} (`{ident}`)")
        for n, one in enumerate(yaml.safe_load(typed.read_text(encoding="utf-8")), 1):
            talk = Talk(scenario, one["lines"])
            state = talk.state
            end = f"Ends: {state.exit or 'goes on'}. Pull {state.pull:.2f}, tension {state.tension:.2f}, {len(state.told)} facts."
            parts.append(f"### {n}. {one['who'][0].upper()}{one['who'][1:]}")
            parts += [f"- Awkward: {line}" for line in one.get("awkward", ())] + [""]
            parts += [f"- Changed: {line}" for line in one.get("changed", ())] + [""]
            parts.append(f"> **{scenario.name}:** {scenario.opening}")
            for turn in talk.turns:
                parts += [
                    ">",
                    f"> **Seller:** {turn.seller or '(silence)'}",
                    ">",
                    f"> **{scenario.name}:** {turn.buyer}",
                ]
            parts += ["", end]
    parts.append("## With the other buyers")
    parts.append("Kept as transcripts, with what was awkward in the first lines of each.\n")
    for ident in scenario_ids():
        kept = sorted((PAGE.parent / "talks").glob(f"{ident}-*.txt"))
        links = ", ".join(f"[{n}](talks/{path.name})" for n, path in enumerate(kept, 1))
        parts += [f"- {load(ident).title}: {links}"] if kept else []
    lines = "\n".join(f"{part}\n" if part.startswith("#") else part for part in parts)
    return lines.replace("\n##", "\n\n##").replace("\n\n\n", "\n\n") + "\n"


def main() -> None:
    for ident in scenario_ids():  # read and index them first: a learner waits for that once
        Talk(load(ident), ["How do you do it today?"])
    figures = f"{sellers_table()}\n\n{times_table()}"
    print(figures)
    if "--write-docs" in sys.argv:
        page = written(PAGE.read_text(encoding="utf-8"), RULES_HERE, rules_table())
        PAGE.write_text(written(page, FIGURES_HERE, figures), encoding="utf-8")
        TALKS_PAGE.write_text(talks_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
