"""Learns what buyers are asked for (buyer/topics.py) from benchmarks/data_buyer: many ways to ask, by several hands.

    python benchmarks/train_buyer.py [NAME …]   figures for each hand by weights learned from the others
    python benchmarks/train_buyer.py --acts     the same of what a line does
    python benchmarks/train_buyer.py --write    learns from all that may be learned from, and writes the weights
    python benchmarks/train_buyer.py --check    says whether learning anew gives the files that are shipped, to the byte

Needs what requirements/train.txt names. The course itself doesn't.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

# Sums are added in one order, whatever the number of processors: before numpy is imported.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np
from asking_buyers import DATA, in_the_middle, rows_of
from labelled import DATA as SPEECH_DATA
from labelled import sets
from scipy import sparse
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from sellbackwards.buyer import Scenario, acts, learned, load, no_fact, scenario_ids, topics
from sellbackwards.buyer.line_features import Line, line_of
from sellbackwards.speech import read
from sellbackwards.speech.linear import Weighted
from sellbackwards.speech.thesaurus import related

HELD_OUT = ("marcus", "sam", "elke", "odette")  # nothing is learned from these hands, and their mistakes are not read
STRENGTH = 16.0  # C of the first step
STRANGE_ONE_IN = 12  # of so many ways one is put to another buyer, to learn what asks for nothing
FOLDS = 3  # the second step learns from first steps that had no part in a third of the hands
WAITS = -1.0  # that a fact must wait for another: set, since no hand knew what waits for what
SMALL = 0.06  # weights below are left out
SMALL_ACT = 0.04  # the same of acts
EASE = 0.02  # how much large weights cost in the second step
NO_FACT_STRENGTH = 0.3  # C of the third step
WITHOUT_ITS_FACT = 2  # every so many ways the third step sees as if the buyer hadn't its fact, too
WEIGHS = {"fact": 1.0, "no fact": 5.0, "without its fact": 0.4, "act": 0.7}  # lines of each kind in the third step
# What a line may do that asks for no fact.
NO_FACT = (
    "off_topic",
    "unclear",
    "thanks",
    "goodbye",
    "laugh_along",
    "reassure",
    "ask_leave",
    "fix_time",
    "change_step",
    "wrap_up",
    "apologise",
    "pitch",
    "push",
)


@dataclass(frozen=True)
class Way:
    """One way to ask: the line in its moment, and the fact that it asks for ("" for none)."""

    scenario: Scenario
    line: Line
    moment: topics.Moment
    fact: str
    hand: str


def hands() -> list[str]:
    """The hands that may be learned from."""
    names = sorted(path.stem for path in DATA.glob("*.jsonl") if not path.stem.endswith(("_acts", "_none", "_talks")))
    return [name for name in names if name not in HELD_OUT]


def act_rows(hand: str) -> list[dict[str, str]]:
    """The lines of a hand for what a line may do, if it wrote any."""
    path = DATA / f"{hand}_acts.jsonl"
    return rows_of(path) if path.exists() else []


def way_of(row: Mapping[str, str], ident: str, hand: str, told: bool = True) -> Way:
    """A line in the middle of a talk; `ident`: the fact that it asks for, "" for none."""
    scenario = load(row["buyer"])
    state = in_the_middle(scenario, ident, row["text"], row.get("before", ""), told)
    moment = topics.Moment(tuple(state.told), state.thread, state.last, tuple(state.said[-2:]))
    return Way(scenario, line_of(row["text"], read(row["text"], buyer=state.last), state.last), moment, ident, hand)


def ways_of(hand: str) -> list[Way]:
    """All lines of a hand: those for each fact, and those that ask for none."""
    found = []
    for row in rows_of(DATA / f"{hand}.jsonl"):
        buyer, _, ident = row["fact"].partition("/")
        found.append(way_of({**row, "buyer": buyer}, ident, hand))
    for row in act_rows(hand):
        if row["act"] in NO_FACT and row["buyer"] in scenario_ids():
            scenario = load(row["buyer"])
            before = row.get("before") or scenario.opening
            line = line_of(row["text"], read(row["text"], buyer=before), before)
            found.append(Way(scenario, line, topics.Moment((), "", before), "", f"{hand} act"))
    return found


def later_ways() -> list[Way]:
    """What only the later steps learn from: questions that no fact answers, and lines out of whole talks."""
    found = []
    for path in sorted([*DATA.glob("*_none.jsonl"), *DATA.glob("*_talks.jsonl")]):
        hand = path.stem.rpartition("_")[0]
        if hand not in HELD_OUT:
            for row in rows_of(path):
                fact = row.get("fact", "none")
                found.append(way_of(row, "" if fact in ("none", "told") else fact, hand, False))
    return found


def own_ways(scenario: Scenario) -> list[Way]:
    """What the buyer's own file says of each fact, as if somebody asked so."""
    found = []
    moment = topics.Moment((), "", "")
    for fact, text in learned.own_texts(scenario):
        found.append(Way(scenario, line_of(text, read(text), ""), moment, fact.id, ""))
    return found


def of_another_world(ways: Sequence[Way]) -> list[Way]:
    """Some ways to ask another buyer, put to this one, as far as half of their words are strange here: they ask for nothing."""
    found = []
    for way in ways:
        drawn = crc32(way.line.text.encode())
        scenario = load(scenario_ids()[drawn % len(scenario_ids())])
        if not way.fact or drawn // 97 % STRANGE_ONE_IN or scenario is way.scenario:
            continue
        known = topics.told_by(scenario)[1]
        content = [one for one, weight in way.line.stems.items() if weight >= 0.4 and one != "#"]
        strange = sum(one not in known and related(one).isdisjoint(known) for one in content)
        if content and 2 * strange >= len(content):
            found.append(Way(scenario, way.line, topics.Moment((), "", scenario.opening), "", f"{way.hand} act"))
    return found


OWN_WEIGHT = 1.0


def kept(model: Any, names: Sequence[str], small: float = SMALL) -> dict[str, list[tuple[int, int]]]:
    """What was learned of each feature: pairs (place of the outcome, hundredths of a logit), small ones left out."""
    found = {}
    for i, name in enumerate(names):
        pairs = [(k, round(100 * float(w))) for k, w in enumerate(model.coef_[:, i]) if abs(w) >= small]
        if pairs:
            found[name] = pairs
    return found


def first_step(scenario: Scenario, ways: Sequence[Way]) -> Weighted:
    """What speaks for each fact of a buyer."""
    some = [way for way in ways if way.scenario.id == scenario.id and way.fact] + own_ways(scenario)
    seen = Counter(f for way in some for f in way.line.features)
    names = sorted(f for f, n in seen.items() if n >= 2)
    at = {name: n for n, name in enumerate(names)}
    rows, columns = [], []
    for n, way in enumerate(some):
        for f in sorted(way.line.features):
            if f in at:
                rows.append(n)
                columns.append(at[f])
    x = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(some), len(names)))
    lengths = np.maximum(1, np.asarray(x.sum(axis=1)).ravel())
    x = sparse.diags(1 / np.sqrt(lengths)) @ x  # a long line has no more votes than a short one
    wanted = np.array([next(n for n, fact in enumerate(scenario.facts) if fact.id == way.fact) for way in some])
    weight = np.array([1.0 if way.hand else OWN_WEIGHT for way in some])
    model = LogisticRegression(C=STRENGTH, max_iter=400, tol=1e-5)
    model.fit(x, wanted, sample_weight=weight)
    return kept(model, names)


def second_step(ways: Sequence[Way], near: Sequence[learned.Nearness]) -> Any:
    """How much each thing that is seen of a line beside a fact weighs: a choice among all facts, by likelihood."""
    by_buyer: dict[str, list[tuple[Any, int]]] = {}
    for way, one in zip(ways, near, strict=True):
        if way.fact:
            seen = topics.seen_of(way.scenario, way.line, way.moment, one)
            by_buyer.setdefault(way.scenario.id, []).append((list(seen.values()), list(seen).index(way.fact)))
    sets = [tuple(map(np.array, zip(*some, strict=True))) for some in by_buyer.values()]
    ease = EASE * sum(len(wanted) for _, wanted in sets) / 100

    def loss(w: Any) -> tuple[float, Any]:
        total, grad = ease * float(w @ w), 2 * ease * w
        for facts, wanted in sets:
            z = facts @ w
            p = np.exp(z - z.max(axis=1, keepdims=True))
            p /= p.sum(axis=1, keepdims=True)
            each = np.arange(len(wanted))
            total -= float(np.log(p[each, wanted] + 1e-12).sum())
            p[each, wanted] -= 1
            grad += np.einsum("nf,nfa->a", p, facts)
        return total, grad

    best = minimize(loss, np.zeros(len(topics.SEEN)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    facts = best.x
    facts[topics.SEEN.index("waits")] = WAITS
    return facts


def without(near: learned.Nearness, fact: str) -> learned.Nearness:
    """The same where the buyer hasn't that fact."""
    return learned.Nearness(
        *({k: v for k, v in one.items() if k != fact} for one in (near.weights, near.way, near.meaning))
    )


def third_step(
    ways: Sequence[Way], near: Sequence[learned.Nearness], known: Sequence[learned.Learned], facts: Sequence[float]
) -> list[float]:
    """How much each thing weighs by which a line that no fact answers is told from others."""
    rows: list[tuple[list[float], bool, float]] = []
    for n, (way, one, of) in enumerate(zip(ways, near, known, strict=True)):
        scenario, line, moment = way.scenario, way.line, way.moment
        ranked = topics.ranked(scenario, line, moment, one, facts)
        kind = "act" if way.hand.endswith(" act") else "fact" if way.fact else "no fact"
        seen = no_fact.seen_of(scenario, line, moment.before, moment.told, moment.thread, of, one, ranked)
        rows.append((seen, not way.fact, WEIGHS[kind]))
        if way.fact and n % WITHOUT_ITS_FACT == 0:
            left = [(p, fact) for p, fact in ranked if fact.id != way.fact]
            whole = sum(p for p, _ in left)
            rest = [(p / whole, fact) for p, fact in left]
            less = without(one, way.fact)
            seen = no_fact.seen_of(scenario, line, moment.before, moment.told, moment.thread, of, less, rest)
            rows.append((seen, True, WEIGHS["without its fact"]))
    x, none, weight = zip(*rows, strict=True)
    model = LogisticRegression(C=NO_FACT_STRENGTH, max_iter=2000, tol=1e-5, fit_intercept=False)
    model.fit(np.array(x), np.array(none), sample_weight=np.array(weight))
    return [round(float(w), 3) for w in model.coef_[0]]


def what_is_kept(scenario: Scenario, ways: Sequence[Way]) -> dict[str, Any]:
    """What a buyer's file of learned things holds (learned.py reads it)."""
    facts = [fact.id for fact in scenario.facts]
    mine = [way for way in ways if way.scenario.id == scenario.id and way.fact]
    texts: dict[str, list[str]] = {ident: [] for ident in facts}
    for fact, text in learned.own_texts(scenario):
        texts[fact.id].append(text)
    for way in mine:
        texts[way.fact].append(way.line.text)
    means = learned.means_of(texts)
    return {
        "facts": facts,
        "means": [[round(100 * x) for x in means[ident]] for ident in facts],
        "ways": [[facts.index(way.fact), " ".join(learned.stems_in(way.line.text))] for way in mine],
        "weights": first_step(scenario, ways),
    }


def learned_from(ways: Sequence[Way]) -> dict[str, dict[str, Any]]:
    return {ident: what_is_kept(load(ident), ways) for ident in scenario_ids()}


def as_read(kept: Mapping[str, dict[str, Any]]) -> dict[str, learned.Learned]:
    return {ident: learned.made_of(load(ident), one, one["weights"]) for ident, one in kept.items()}


def all_steps(
    ways: Sequence[Way], more: Sequence[Way]
) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, list[float]]]]:
    """What is kept of each buyer, of all ways; and the weights of the later steps, by first steps that had no part in a way."""
    names = sorted({way.hand.removesuffix(" act") for way in ways})
    near: dict[int, learned.Nearness] = {}
    known: dict[int, learned.Learned] = {}
    strange = of_another_world(ways)
    later = [*ways, *strange, *more]
    folds = [names[n::FOLDS] for n in range(min(FOLDS, len(names)))]
    for n, fold in enumerate(folds):
        first = as_read(learned_from([way for way in ways if way.hand.removesuffix(" act") not in fold]))
        others = [*strange, *more][n :: len(folds)]
        for way in [*(way for way in ways if way.hand.removesuffix(" act") in fold), *others]:
            near[id(way)] = first[way.scenario.id].nearness(way.scenario, way.line)
            known[id(way)] = first[way.scenario.id]
    file = {ident: learned.from_file(load(ident)) for ident in scenario_ids()}
    found = {}
    for use in ("learned", "file"):
        of = [known[id(way)] if use == "learned" else file[way.scenario.id] for way in later]
        some = [
            near[id(w)] if use == "learned" else one.nearness(w.scenario, w.line)
            for w, one in zip(later, of, strict=True)
        ]
        facts = second_step(later, some)
        found[use] = {"facts": [round(float(w), 3) for w in facts], "none": third_step(later, some, of, facts)}
    return learned_from(ways), found


def figures(ways: Sequence[Way], kept: Mapping[str, dict[str, Any]], later: dict[str, dict[str, list[float]]]) -> None:
    """Of 100 lines of a hand: how many have the right fact first, and what thresholds do, of lines with a fact and without."""
    file = {ident: learned.from_file(load(ident)) for ident in scenario_ids()}
    for use, first in (("learned", as_read(kept)), ("file", file)):
        ranked = []
        for way in ways:
            ranked.append(
                (
                    topics.ranked_with_none(way.scenario, way.line, way.moment, first[way.scenario.id], later[use]),
                    way.fact,
                )
            )
        for some in ([one for one in ranked if one[1]], [one for one in ranked if not one[1]]):
            if some:
                print(f"  {use}: {len(some)} lines", end="")
                for least in (0.3, 0.4, 0.5, 0.6, 0.7):
                    told = [(r[0][1].id, fact) for r, fact in some if r[0][1] and r[0][0] >= least]
                    right = sum(a == b for a, b in told)
                    print(
                        f"; {least}: right {100 * right / len(some):.1f} wrong {100 * (len(told) - right) / len(some):.1f}",
                        end="",
                    )
                print()


# ---- acts -----------------------------------------------------------------------------------------------------------

ACT_STRENGTH = 1.5  # C
MOST = 20  # turns of each act from the coach's labels
_SAME = {
    "follow_up": "ask", "say_back_wrong": "say_back", "reassure": "warm", "laugh_along": "warm", "suggest_step": "step",
    "fix_time": "time", "affirm_guess": "guess",
}  # fmt: skip


def act_lines(hand: str) -> list[tuple[str, frozenset[str], dict[str, str]]]:
    """(act, features, the row) for each line of a hand."""
    found = []
    for row in act_rows(hand):
        act = (
            "ask" if row["act"].startswith("ask_") and row["act"] != "ask_leave" else _SAME.get(row["act"], row["act"])
        )
        before = row.get("before") or ""
        reading = read(row["text"], buyer=before)
        found.append((act, acts.act_features(line_of(row["text"], reading, before), reading, before), row))
    for n, row in enumerate(rows_of(DATA / f"{hand}.jsonl")):
        if n % 6 == 0:  # there would be too many of them
            before = row.get("before") or load(row["fact"].partition("/")[0]).opening
            reading = read(row["text"], buyer=before)
            found.append(("ask", acts.act_features(line_of(row["text"], reading, before), reading, before), row))
    return found


def speech_lines() -> list[tuple[str, frozenset[str], Any]]:
    """Turns that were labelled for the coach, as far as their labels name an act; no more than MOST of each."""
    found: list[tuple[str, frozenset[str], Any]] = []
    count: Counter[str] = Counter()
    for name in sets():
        for row in rows_of(SPEECH_DATA / f"{name}.jsonl"):
            flags, form = set(row.get("flags", ())), row.get("form", "none")
            if not row.get("buyer") or name == "course_turns":
                continue
            if "next_step" in flags and not flags & {"pressure", "pitch", "contradiction"}:
                act = "step"
            elif "pressure" in flags and form != "open":
                act = "push"
            elif "pitch" in flags and form == "none":
                act = "pitch"
            elif flags == {"reflection"} and form == "none":
                act = "say_back"
            elif form in ("open", "closed") and not flags - {"change", "inform"}:
                act = "ask"
            else:
                continue
            count[act] += 1
            if count[act] > MOST:
                continue
            reading = read(row["text"], buyer=row["buyer"])
            line = line_of(row["text"], reading, row["buyer"])
            found.append((act, acts.act_features(line, reading, row["buyer"]), row))
    return found


def learn_acts(lines: Sequence[tuple[str, frozenset[str], Any]]) -> tuple[list[int], Weighted]:
    seen = Counter(f for _, features, _ in lines for f in features)
    names = sorted(f for f, n in seen.items() if n >= 2)
    at = {name: n for n, name in enumerate(names)}
    rows, columns = [], []
    for n, (_, features, _) in enumerate(lines):
        for f in sorted(features & at.keys()):
            rows.append(n)
            columns.append(at[f])
    x = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(lines), len(names)))
    model = LogisticRegression(C=ACT_STRENGTH, max_iter=500, tol=1e-5)
    model.fit(x, np.array([acts.ACTS.index(act) for act, _, _ in lines]))
    return [round(100 * float(b)) for b in model.intercept_], kept(model, names, SMALL_ACT)


def act_figures(names: Sequence[str]) -> None:
    """Of each hand's lines by weights of the others: how many acts are heard right."""
    lines = {name: act_lines(name) for name in names}
    spoken = speech_lines()
    for name in names:
        others = learn_acts([*spoken, *(one for other in names if other != name for one in lines[other])])
        acts.weights = lambda others=others: others
        mixed: Counter[str] = Counter()
        right = 0
        for act, features, _ in lines[name]:
            found = acts.acts(features)
            best = max(found, key=lambda one: found[one])
            right += best == act
            mixed[f"{act}>{best}"] += best != act
        print(
            f"acts {name}: {100 * right / len(lines[name]):.1f} of 100;",
            ", ".join(f"{k} {n}" for k, n in mixed.most_common(12)),
        )


def text_of(head: Mapping[str, Any], of: Weighted) -> str:
    """A file of weights: what `head` says, then a feature on each line, its pairs one after the other."""
    rows = [
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps([v for pair in pairs for v in pair], separators=(',', ':'))}"
        for name, pairs in of.items()
    ]
    return json.dumps(head)[:-1] + ', "weights": {\n' + ",\n".join(rows) + "\n}}\n"


def files(ways: Sequence[Way]) -> dict[Path, str]:
    """What --write writes."""
    first, later = all_steps(ways, later_ways())
    found = {
        learned.ASKED / f"{ident}.json": text_of({k: v for k, v in one.items() if k != "weights"}, one["weights"])
        for ident, one in first.items()
    }
    start, of = learn_acts([*speech_lines(), *(one for hand in hands() for one in act_lines(hand))])
    found[acts.WEIGHTS] = text_of({"acts": acts.ACTS, "start": start}, of)
    return found | {topics.WEIGHTS: json.dumps(later, indent=1) + "\n"}


def main(arguments: Sequence[str]) -> int:
    ways = [way for hand in hands() for way in ways_of(hand)]
    if "--check" in arguments or "--write" in arguments:
        made = files(ways)
        if "--check" in arguments:
            same = all(path.exists() and path.read_text(encoding="utf-8") == text for path, text in made.items())
            print("learning anew gives the weights that are shipped" if same else "the shipped weights are not these")
            return 0 if same else 1
        for path, text in made.items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"{path.name}: {len(text) // 1000} kB")
        return 0
    if "--acts" in arguments:
        act_figures(hands())
        return 0
    more = later_ways()
    named = [one for one in arguments if not one.startswith("--")]
    for name in named or sorted({way.hand.removesuffix(" act") for way in [*ways, *more]}):
        mine = [way for way in [*ways, *more] if way.hand == name]
        others = [way for way in ways if way.hand.removesuffix(" act") != name]
        if others and mine:
            print(name)
            figures(mine, *all_steps(others, [way for way in more if way.hand != name]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
