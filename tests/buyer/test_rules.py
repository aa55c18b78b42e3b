"""The published rules: all are used, all are on their page, and each does what it says."""

from __future__ import annotations

import re

import pytest

from sellbackwards.buyer import (
    Talk,
    answering,
    asking_back,
    exchange,
    load,
    objections,
    state,
    stepping,
    telling,
    writing,
)
from sellbackwards.buyer.debrief import debrief
from sellbackwards.buyer.hearing import hear
from sellbackwards.buyer.rules import RULES
from sellbackwards.buyer.scenario import everyday
from sellbackwards.course import ROOT
from sellbackwards.speech import read

CODE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "sellbackwards" / "buyer").glob("*.py"))
PAGE = (ROOT / "docs" / "buyer.md").read_text(encoding="utf-8")
OPEN = "How do you bake today, what stands in your bakehouse?"


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_used_and_published(rule: str) -> None:
    assert f'"{rule}"' in CODE
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{rule}` |"))
    one = RULES[rule]
    numbers = [f"{100 * value:+.0f}" if value else "" for value in (one.openness, one.pull, one.tension)]
    assert [cell.strip() for cell in row.split("|")[2:7]] == [one.when, *numbers, ", ".join(one.seeds)]
    assert one.why.endswith(".") and all(re.fullmatch(r"S[0-4]\.(\d+|c)", seed) for seed in one.seeds)


@pytest.mark.parametrize(
    ("says", "number"),
    [
        ("where that is likely enough (*;", telling.SURE),
        ("or *, where it has", answering._NEARLY_SURE),
        ("where it has * of what all facts have together", answering._OF_ALL),
        ("It must be * likely", asking_back._MAYBE),
        ("(* for a yes or no)", asking_back._MAYBE_YES_NO),
        ("nearer to each other than that (* each", asking_back._MAYBE_TWO),
        ("each, * together)", asking_back._TOGETHER),
        ("they answer the one before, where they know that (*)", telling.CERTAIN),
        ("thought about when pull is *;", stepping._OPEN_ENOUGH),
        ("tension at most * (", stepping.CALM),
        ("(* for a step in the words of their wish)", stepping._GUARDED),
        ("From * the need is clear", state.CLEAR),
        ("when tension passes *,", objections._TENSE_END),
        ("all that matter together add * to", exchange._ALL_FACTS),
        ("to the * they begin with", state.State.pull),
        ("more than * words (", writing.LONG_EMAIL),
        ("(* in a chat)", writing.LONG_CHAT),
        (
            "when * things that matter were told",
            ("nothing", "one", "two", "three", "four", "five")[stepping._TOLD_ENOUGH],
        ),
        ("after * turns that brought nothing", ("three", "four", "five", "six", "seven")[objections._IDLE_END - 3]),
    ],
)
def test_the_numbers_on_the_page_are_those_of_the_code(says: str, number: object) -> None:
    before, after = (re.escape(part) for part in says.replace(" ", "\n").split("*"))
    around = rf"{before}([\w.]+?){after}".replace(re.escape("\n"), r"\s+")
    assert re.findall(around, PAGE) == [str(number)]


@pytest.mark.parametrize("situation", everyday())
def test_every_situation_is_used_and_has_several_lines(situation: str) -> None:
    assert f'"{situation}"' in CODE
    lines = everyday()[situation]
    assert len(set(lines)) == len(lines) >= 2


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Our Gold contract gives you a fitter within two hours, at only 89 euros a month.", "pitch_early"),
        ("Yes, but that's exactly why you need us.", "contradiction"),
        ("If you sign today, I can give you ten per cent off.", "pressure"),
        ("I need one more contract this month for my bonus.", "seller_need"),
        ("What are the next steps in your process?", "hands_over"),
        ("I'd suggest that our fitter comes on Tuesday for an hour, and then you decide.", "leads_early"),
        ("What happens then?", "follow_up"),
        ("How many ovens do you have?", "closed"),
        ("So all your bread comes out of one old oven.", "says_back"),
        ("That must be hard.", "feels_with"),
        ("Mm-hm.", "nod"),
        ("", "silence"),
        ("You're an idiot.", "rude"),
        ("Was kostet Sie das, wenn der Ofen steht und wer repariert ihn?", "not_understood"),
    ],
)
def test_a_line_meets_its_rule(line: str, rule: str) -> None:
    talk = Talk(load("bakery"), [OPEN, line])
    assert rule in {step.rule for step in talk.turns[-1].steps}


def test_only_asking_and_only_telling_both_stall() -> None:
    expert = list(load("bakery").expert)
    step = next(n for n, line in enumerate(expert) if "suggest" in line)
    asking = Talk(
        load("bakery"),
        [
            *expert[:step],
            *(
                f"And what else is there, in {place}?"
                for place in ["the shop", "the van", "the cellar", "the office", "the yard", "the town"]
            ),
        ],
    )
    assert asking.state.exit == "goodbye"
    assert "no suggestion came" in debrief(asking).end
    telling = Talk(
        load("bakery"), [f"We have {n} fitters in the region, and they are the best." for n in range(20, 40)]
    )
    assert telling.state.exit == "goodbye" and not telling.state.told


def test_answering_what_they_ask_for_leads_as_well_as_suggesting() -> None:
    expert = list(load("bakery").expert)
    step = next(n for n, line in enumerate(expert) if "suggest" in line)
    told = "At other bakeries our fitter first looks at the burner one morning, together with whoever knows it, and writes it down."
    assert Talk(load("bakery"), [*expert[:step], told, *expert[step + 1 :]]).state.exit == "asks to buy"


def test_an_objection_talked_away_costs_the_sale() -> None:
    expert = list(load("bakery").expert)
    step = next(n for n, line in enumerate(expert) if "suggest" in line)
    talk = Talk(
        load("bakery"),
        [*expert[: step + 1], "Yes, but our contract is the best there is.", "But you have to admit it's cheap."],
    )
    assert talk.turns[step + 1].brushed
    assert talk.state.exit != "asks to buy"


def test_coach_and_buyer_hear_the_same_in_every_line_of_the_talks() -> None:
    lines = 0
    for path in sorted((ROOT / "docs" / "talks").glob("*.txt")):
        buyer = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            who, mark, said = line.partition(": ")
            if line.startswith("#") or not mark:
                continue
            if who == "You":
                reading = read(said, buyer)
                heard = hear(said, buyer, worried=True)
                sure = {flag: words for flag, words in reading.flags.items() if flag not in reading.doubtful}
                assert heard.does == sure and heard.form == reading.form, said
                lines += 1
            else:
                buyer = said
    assert lines >= 300
