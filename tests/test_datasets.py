"""The data of the course: well formed, no two alike, and right by the course's own judgement."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import jsonschema
import pytest
import yaml

from sellbackwards.course import DATASETS
from sellbackwards.exercises import judge
from sellbackwards.practice.pitches import pitches

Row = Mapping[str, Any]


def rows(name: str) -> list[Row]:
    """The entries of one file, or the rounds of a practice."""
    loaded = yaml.safe_load((DATASETS / f"{name}.yaml").read_text(encoding="utf-8"))
    found: list[Row] = loaded["rounds"] if name.startswith("practices/") else loaded
    return found


PITCHES, CARDS = rows("pitches"), rows("fact_cards")

# ---- what the coach gets wrong about these sentences ----------------------------------------------------------------------------
# Good ones that it refuses ("not yet"), poor ones that it passes. The sentences are as people say them, and stay; each name here is a
# fault of the coach, to be taken off when it is mended.
COACH_IS_WRONG = frozenset(
    {
        # refused
        "p58.need",
    }
)
MOST_WRONG = 0.05  # of the good ones, and of the poor ones; more than that isn't "a few"
# Of good sentences, the share about which it says "couldn't tell". Not wrong, and no help to a learner. Lower this whenever it has
# learned; never raise it.
MOST_UNTOLD = 0.06


# ---- well-formedness -----------------------------------------------------------------------------------------------------------
TEXT = {"type": "string", "minLength": 2, "pattern": r"^\S(.|\n)*\S$"}


def entry(id_pattern: str, optional: Sequence[str] = (), **fields: Any) -> dict[str, Any]:
    """The schema of an entry with these fields and no others, all of them there but the optional ones."""
    properties = {"id": {"type": "string", "pattern": f"^{id_pattern}$"}, **fields}
    required = [name for name in properties if name not in optional]
    return {"type": "object", "required": required, "additionalProperties": False, "properties": properties}


def texts(*names: str) -> dict[str, Any]:
    return dict.fromkeys(names, TEXT)


# Who sells, and how they talk, with the share that each has of a pool, in per cent: the people who take such courses.
GROUPS = {"software": 45, "services": 20, "local": 25, "public": 10}
CHANNELS = {"video": 35, "phone": 20, "email": 20, "chat": 15, "in person": 10}
POOLS = ("pitches", "urgency_lines", "change_cases")
# Practices each of whose rounds is a sale of its own (or a part of one), and the hard moments that each of them has.
MANY_TRADES = ("01_leads", "02_next_step", "03_same_side", "03_order_form")
MOMENTS = {"price", "competitor", "proposal", "procurement", "next quarter", "renewal", "demo"}
SCHEMAS = {
    "pitches": entry(
        r"p\d\d",
        optional=["message"],
        group={"enum": list(GROUPS)},
        channel={"enum": list(CHANNELS)},
        **texts("trade", "field", "pitch", "need_behind", "need_question", "today_question", "message"),
        hints={"type": "array", "minItems": 3, "maxItems": 3, "items": TEXT},
    ),
    "fact_cards": entry(
        r"[a-z_]+",
        **texts(
            "figure", "source", "year", "n", "who_profits", "field", "what_it_shows", "what_it_does_not_show", "read_it"
        ),
        peer_reviewed={"type": "boolean"},
    ),
}
# Sixty pitches, once eighty: fewer and better ones, that people who sell today would make.
FEWEST = {"pitches": 60, "fact_cards": 11}
FEWEST_TRADES = 20


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_entry_is_well_formed(name: str) -> None:
    found = rows(name)
    for row in found:
        jsonschema.validate(row, SCHEMAS[name])
    assert len({row["id"] for row in found}) == len(found) >= FEWEST[name]


@pytest.mark.parametrize("name", [*POOLS, *(f"practices/{name}" for name in MANY_TRADES)])
@pytest.mark.parametrize(("key", "shares"), [("group", GROUPS), ("channel", CHANNELS)], ids=["group", "channel"])
def test_those_who_sell_today_have_their_shares(name: str, key: str, shares: Mapping[str, int]) -> None:
    """Within five points; in a small pool, within one entry."""
    found = rows(name)
    counts = Counter(row[key] for row in found)
    assert set(counts) <= set(shares)
    for one, share in shares.items():
        assert abs(counts[one] - share / 100 * len(found)) <= max(1, 0.05 * len(found)), (one, counts)


@pytest.mark.parametrize("name", MANY_TRADES)
def test_the_hard_moments_of_selling_are_practised(name: str) -> None:
    met = Counter(moment for row in rows(f"practices/{name}") for moment in row.get("moments", ()))
    assert set(met) == MOMENTS


def test_what_comes_by_email_has_a_subject_and_nothing_else_has() -> None:
    for name in MANY_TRADES:
        for row in rows(f"practices/{name}"):
            assert ("Subject: " in row["ask"]) == (row["channel"] == "email"), row["ask"]


def test_each_field_belongs_to_one_group() -> None:
    assert len({row["field"] for row in PITCHES}) == len({(row["field"], row["group"]) for row in PITCHES}) == 9


def test_a_pitch_that_was_written_has_a_written_answer() -> None:
    for row in PITCHES:
        assert ("message" in row) == (row["channel"] in ("email", "chat")), row["id"]
        assert row["pitch"].startswith("Subject:") == (row["channel"] == "email"), row["id"]


def test_pitches_come_from_many_trades() -> None:
    trades = Counter(row["trade"] for row in PITCHES)
    assert len(trades) >= FEWEST_TRADES
    assert max(trades.values()) <= 2


def test_every_figure_of_the_course_has_its_card() -> None:
    named = "gong_talk_share gong_questions rackham_open_closed jolt_no_decision miti_reflections readmi_talk_share"
    named += " huang_follow_up grant_ambiverts loewenstein_two_cases kauffeld_spaced ours_annomi"
    assert {card["id"] for card in CARDS} >= set(named.split())


# ---- no two alike --------------------------------------------------------------------------------------------------------------
# Words that any two sentences share.
_COMMON = (
    "a an the and or but of to in on at for with without by from up out that this it its it's is are was be been who what when"
    " how if so not no nor one they them their he she his her i me my you your we us our as than then there has have had do does"
    " did can could will would should all every each any some more most"
)


def overlap(one: str, other: str) -> float:
    """Share of the telling words of both texts that they have in common, 0 to 1."""
    common = set(_COMMON.split())
    a, b = (set(re.findall(r"[^\W_]+(?:'\w+)?", text.casefold())) - common for text in (one, other))
    return len(a & b) / len(a | b)


# field → the most that any two entries may share; what the closest pair shared when this was written, and a little air
ALIKE = [
    (PITCHES, "pitch", 0.2),
    (PITCHES, "need_behind", 0.3),
    (PITCHES, "need_question", 0.4),
    (PITCHES, "today_question", 0.4),
    ([row for row in PITCHES if "message" in row], "message", 0.3),
]


@pytest.mark.parametrize(("found", "field", "most"), ALIKE, ids=[field for _, field, _ in ALIKE])
def test_no_two_are_alike(found: Sequence[Row], field: str, most: float) -> None:
    near = [
        (one["id"], other["id"])
        for one, other in itertools.combinations(found, 2)
        if overlap(one[field], other[field]) > most
    ]
    assert not near


def test_a_pitch_with_its_nouns_swapped_would_be_found() -> None:
    """The bounds bite: one trade put for another is more alike than any two pitches may be."""
    one = PITCHES[0]
    swapped = one["pitch"].replace("invoices", "contracts").replace("payers", "tenants")
    assert overlap(one["pitch"], swapped) > 0.2


@pytest.mark.parametrize("field", ["need_question", "today_question"])
def test_questions_open_in_many_ways(field: str) -> None:
    openings = Counter(" ".join(row[field].split()[:2]).casefold() for row in PITCHES)
    assert len(openings) >= 25
    assert max(openings.values()) <= 0.35 * len(PITCHES)


def test_pitches_are_short_and_long() -> None:
    lengths = sorted(len(row["pitch"].split()) for row in PITCHES)
    assert lengths[0] <= 15
    assert lengths[-1] >= 45


def test_model_questions_have_a_length_that_can_be_said() -> None:
    for row in PITCHES:
        for field in ("need_question", "today_question"):
            assert 8 <= len(row[field].split()) <= 25, (row["id"], field)


# ---- right by the course's own judgement ---------------------------------------------------------------------------------------
class Judged(NamedTuple):
    """A sentence that somebody could type, by name ("p01.need"); whether it is a good one, and the status of its verdict."""

    name: str
    text: str
    good: bool
    status: str


def judgements() -> Iterator[Judged]:
    """Every model question, message, pitch and hint, as the learner's answer to its own task."""
    for pitch in pitches():
        need, today = pitch.need(), pitch.today()
        yield Judged(f"{pitch.id}.need", pitch.need_question, True, judge(need, pitch.need_question).status)
        yield Judged(f"{pitch.id}.today", pitch.today_question, True, judge(today, pitch.today_question).status)
        given = {"pitch": pitch.pitch, "asked": pitch.pitch + "?"}
        given |= {f"hint{n}": hint for n, hint in enumerate(pitch.hints, 1)}
        asked = [need, today]
        if pitch.message:
            asked.append(pitch.rewritten())
            yield Judged(f"{pitch.id}.message", pitch.message, True, judge(asked[-1], pitch.message).status)
        for name, text in given.items():
            passed = any(judge(one, text).passed for one in asked)
            yield Judged(f"{pitch.id}.{name}", text, False, "passed" if passed else "not yet")


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return list(judgements())


def test_no_good_sentence_is_refused_and_no_poor_one_passes(judged: list[Judged]) -> None:
    wrong = {one.name: one.text for one in judged if one.status == ("not yet" if one.good else "passed")}
    assert not {name: text for name, text in wrong.items() if name not in COACH_IS_WRONG}
    assert not COACH_IS_WRONG - set(wrong)  # mended: take it off the list


def test_the_coach_is_wrong_about_a_few_only(judged: list[Judged]) -> None:
    """Two bounds: of good sentences and of poor ones, so that the many hints can't hide the few questions."""
    for good in (True, False):
        names = {one.name for one in judged if one.good is good}
        assert len(COACH_IS_WRONG & names) <= MOST_WRONG * len(names)


def test_the_coach_can_tell_of_most_good_sentences(judged: list[Judged]) -> None:
    good = [one for one in judged if one.good]
    untold = [one.name for one in good if one.status == "couldn't tell"]
    assert len(untold) <= MOST_UNTOLD * len(good), untold


@pytest.mark.xfail(reason="the coach can't tell about one in twenty of them", strict=True)
def test_every_good_sentence_passes(judged: list[Judged]) -> None:
    """What we want. When it holds, this mark, MOST_UNTOLD and the test before go."""
    assert all(one.status == "passed" for one in judged if one.good and one.name not in COACH_IS_WRONG)


# ---- the datasheet ------------------------------------------------------------------------------------------
def test_the_datasheet_names_every_file() -> None:
    sheet = (DATASETS / "README.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## `(.+)`$", sheet, re.MULTILINE)
    described = {path for pattern in headings for path in DATASETS.glob(pattern)}
    files = {path for path in DATASETS.rglob("*") if path.is_file() and path.name != "README.md"}
    assert files == described
    assert not [path.name for path in files if path.suffix == ".vtt" and f"`calls/{path.name}`" not in sheet]


def test_the_datasheet_names_every_field_and_counts_right() -> None:
    sheet = (DATASETS / "README.md").read_text(encoding="utf-8")
    for name in SCHEMAS:
        found = rows(name)
        part = sheet.split(f"## `{name}.yaml`")[1].split("\n## ")[0]
        assert not [field for field in found[0] if f"`{field}`" not in part], name
        assert re.search(rf"`{name}.yaml` \| {len(found)} ", sheet), name
