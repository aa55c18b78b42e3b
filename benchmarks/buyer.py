"""Measure the simulated buyer's speed, and print the tables of docs/buyer.md.

    python benchmarks/buyer.py                 figures for every scenario
    python benchmarks/buyer.py --write-docs    the rules and these figures into docs/buyer.md, the talks into docs/buyer_talks.md
    python benchmarks/buyer.py --write-talks   the transcripts of docs/talks, with the same lines typed and today's answers

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
from sellbackwards.buyer.voices import opening  # noqa: E402
from sellbackwards.buyer.writing import stamp  # noqa: E402
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


def talk_anew(path: Path) -> str:
    """A kept transcript with the same lines typed, and today's answers; what stands above and below the talk stays.

    Lines that were typed after the talk ends today are kept, too.
    """
    kept = path.read_text(encoding="utf-8").splitlines()
    typed = [line.removeprefix("You: ") for line in kept if line.startswith("You: ")]
    last = max(n for n, line in enumerate(kept) if line.startswith("You: "))
    notes = next((kept[n:] for n in range(last, len(kept)) if not kept[n]), [])
    talk = Talk(load(path.stem.rpartition("-")[0]), typed)
    scenario = talk.scenario
    told = sum(fact.id in talk.state.told for fact in scenario.that_matter)
    head = "# Typed freely; the answers are today's, so that a line doesn't always follow from the one above it."
    ends = f"It ends: {talk.state.exit or 'goes on'}. Told: {told} of {len(scenario.that_matter)} things that matter."
    parts = [
        kept[0],
        f"{head} {ends}",
        "",
        *said_at(opening(scenario), stamp(scenario.email.sent) if scenario.email else ""),
    ]
    for turn in talk.turns:
        parts += [f"You: {turn.seller}", *said_at(turn.said or [("", turn.buyer)], turn.at)]
    if left := typed[len(talk.turns) :]:
        parts += ["(The talk is over. Typed after it:)", *(f"You: {line}" for line in left)]
    return "\n".join([*parts, *notes]) + "\n"


def said_at(said: Iterable[tuple[str, str]], at: str) -> list[str]:
    """Who says what, each on one line; with day and hour in a written talk."""
    lines = []
    for who, words in said:
        name = f"{who} ({at}): " if at and who else f"{who}: " if who else ""
        lines.append(name + " ".join(words.split()))
    return lines


def main() -> None:
    if "--write-talks" in sys.argv:
        for path in sorted((PAGE.parent / "talks").glob("*.txt")):
            path.write_text(talk_anew(path), encoding="utf-8")
        return
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
