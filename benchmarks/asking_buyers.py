"""Does the buyer hear what is asked for? Ways to ask for each fact, by several hands, put to the buyer in the middle of a talk.

    python benchmarks/asking_buyers.py [NAME …] [--show]      for each hand: right fact, asked back, short truth, wrong fact
                                                              and whether its steps were heard as steps, and nothing else as one
    python benchmarks/asking_buyers.py odette_none ingrid_talks     the same of questions that no fact answers, and of whole talks

Each hand was told the facts of a buyer in a few words each, none of the buyer's own wordings, and nothing of the other hands.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from zlib import crc32

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sellbackwards.buyer import Scenario, State, Talk, load  # noqa: E402
from sellbackwards.buyer.matching import index, stems_of  # noqa: E402

DATA = ROOT / "benchmarks" / "data_buyer"


def in_the_middle(scenario: Scenario, ident: str, text: str, before: str, every_7th_told: bool = False) -> State:
    """A talk in which about half of the rest was told, drawn by the words alone, and the buyer said `before` last.

    The fact asked for ("" for none) may come out, and isn't told yet, unless `every_7th_told` picks it. The thread is what `before`
    takes up.
    """
    state = State(openness=0.65, last=scenario.opening, said=[scenario.opening])

    def drawn(name: str) -> int:
        return crc32(f"{text} {name}".encode())

    told = {fact.id for fact in scenario.facts if fact.id != ident and drawn(fact.id) % 2}
    if ident:
        fact = scenario.fact(ident)
        if fact.after and told.isdisjoint(fact.after):
            told.add(min(fact.after, key=drawn))
        if every_7th_told and drawn("") % 7 == 0:
            told.add(ident)
    said = index(scenario).said
    if before and not ident:  # what they said just before was a fact
        words = stems_of(before)
        just_now = max(scenario.facts, key=lambda one: len(words & said[one.id])).id
        if len(words & said[just_now]) >= 2:
            told.add(just_now)
    state.told = sorted(told, key=drawn)
    if state.told:
        state.thread = state.told[-1]
        state.last = scenario.fact(state.thread).says[0]
        state.said.append(state.last)
    if before:
        state.last = before
        state.said.append(before)
        words = stems_of(before)
        state.thread = max(state.told, key=lambda one: len(words & said[one]), default="")
    return state


def outcome(row: dict[str, str]) -> tuple[str, str]:
    """What became of a way to ask, or of a question that no fact answers (`fact`: none, told, or not there), and the reply."""
    buyer, _, ident = row["fact"].rpartition("/") if "fact" in row else ("", "", "none")
    scenario = load(buyer or row["buyer"])
    ident = "" if ident in ("none", "told") else ident
    talk = Talk(scenario)
    talk.state = in_the_middle(scenario, ident, row["text"], row.get("before", ""))
    told = set(talk.state.told)
    turn = talk.say(row["text"])
    given = set(turn.new) | set(talk.state.touched)
    if ident and ident in given:
        return "right", turn.buyer
    if talk.state.asked_back:
        return ("asked back" if ident in talk.state.asked_back else "asked back, wrong"), turn.buyer
    if turn.raised:
        return "worry", turn.buyer
    if given:
        return "wrong", turn.buyer
    rules = {step.rule for step in turn.steps}
    if "asked_again" in rules and talk.state.thread in told:
        return "said again", turn.buyer
    if "not_understood" in rules:
        return "not understood", turn.buyer
    return ("short truth" if "no_answer" in rules else "no fact"), turn.buyer


STEPS = ("suggest_step", "fix_time", "change_step")
"""Acts that a buyer must hear as talk of a step."""
NO_STEPS = ("ask_what", "ask_why", "ask_how", "ask_who", "ask_where", "ask_how_many", "ask_how_much", "ask_yes_no", "follow_up",
            "say_back", "reassure", "laugh_along", "thanks", "pitch", "off_topic")  # fmt: skip
_OF_A_STEP = frozenset({"leads", "leads_early", "brings_out", "names_time", "takes_back", "presses_misfit"})


def heard_as_step(row: dict[str, str]) -> tuple[bool, str]:
    """Is a line heard as talk of a step (in a talk where one was suggested, if it fixes or changes one)? And the reply."""
    scenario = load(row["buyer"])
    talk = Talk(scenario)
    ident = scenario.facts[0].id
    talk.state = in_the_middle(scenario, ident, row["text"], row.get("before", ""))
    talk.state.told_last = True
    if row["act"] in STEPS[1:]:
        talk.state.step = "thought about"
    talk.state.asks = talk.state.last.endswith("?")
    before = talk.state.step
    turn = talk.say(row["text"])
    rules = {step.rule for step in turn.steps}
    agreed = talk.state.exit in ("next step", "asks to buy") or talk.state.wants_day
    return bool(rules & _OF_A_STEP or agreed or talk.state.step != before), turn.buyer


def steps_heard(path: Path, show: bool) -> str:
    """Of the acts of a hand: how many steps were heard, and how much else was heard as one."""
    heard = Counter()
    for row in rows_of(path):
        kind = "steps" if row["act"] in STEPS else "others" if row["act"] in NO_STEPS else ""
        if kind:
            found, reply = heard_as_step(row)
            heard[kind] += 1
            heard[kind + " heard"] += found
            if show and found != (kind == "steps"):
                print(
                    f"{row['act']:16} {row['buyer']:14} {row.get('before', '')[:50]!r} {row['text']}\n{'':16} {reply}"
                )
    return f"steps heard {heard['steps heard']} of {heard['steps']}; of what is none, heard as one {heard['others heard']} of {heard['others']}"


def rows_of(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(arguments: list[str]) -> None:
    names = [one for one in arguments if not one.startswith("--")]
    for path in [Path(n) if "/" in n else DATA / f"{n}.jsonl" for n in names] or sorted(
        p for p in DATA.glob("*.jsonl") if not p.stem.endswith(("_acts", "_none", "_talks"))
    ):
        by_kind: dict[str, Counter[str]] = {}
        rows = rows_of(path)
        for row in rows:
            what, reply = outcome(row)
            kind = row.get("fact", "none") if row.get("fact", "none") in ("none", "told") else "with a fact"
            by_kind.setdefault(kind, Counter())[what] += 1
            if "--show" in arguments and what != "right":
                print(f"{what:16} {row.get('fact', row.get('buyer')):24} {row['text']}\n{'':16} {reply}")
        for kind, found in by_kind.items():
            n = found.total()
            shares = ", ".join(f"{name} {100 * count / n:.1f}" for name, count in found.most_common())
            print(f"{path.stem}, {kind}: {n} lines; of 100: {shares}")
        if (acts := path.with_name(f"{path.stem}_acts.jsonl")).exists():
            print(f"{path.stem}: {steps_heard(acts, '--show' in arguments)}")


if __name__ == "__main__":
    main(sys.argv[1:])
