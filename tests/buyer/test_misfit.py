"""A misfit made of the bakery: nobody is asked to sell, and only honesty ends it well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from sellbackwards.buyer import Scenario, ScenarioError, Talk
from sellbackwards.buyer.scenario_file import FOLDER, read_scenario

OUT_WITH_IT = ["How do you bake today?", "What is the gas like?"]


def data() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / "bakery.yaml").read_text(encoding="utf-8"))
    return found


def written(path: Path, made: dict[str, Any]) -> Scenario:
    file = path / "made.yaml"
    file.write_text(yaml.safe_dump(made, allow_unicode=True), encoding="utf-8")
    return read_scenario(file)


@pytest.fixture
def misfit(tmp_path: Path) -> Scenario:
    made = data()
    made["ends"] = "misfit"
    next(fact for fact in made["facts"] if fact["id"] == "gas")["misfit"] = True
    made["lines"]["not_a_fit"] = ["Thanks for saying it.", "That's honest of you."]
    made["lines"]["pressed_misfit"] = ["I just told you why not.", "You didn't hear me, did you?"]
    return written(tmp_path, made)


def test_honesty_ends_it_well(misfit: Scenario) -> None:
    for plain in (
        "Then I don't think our contract is right for you.",
        "Honestly, you don't need us.",
        "To be honest, this isn't for you. Keep what you have.",
        "I wouldn't recommend it to you.",
        "Then I'd rather not sell you anything.",
        "I don't think we should sell you a contract.",
        "You shouldn't buy this from us.",
        "We're not right for you.",
        "I'd say it's not a good fit. You're better off without a contract.",
    ):
        talk = Talk(misfit, [*OUT_WITH_IT, plain])
        assert "gas" in talk.state.told
        assert talk.state.exit == "not a fit", plain


def test_honest_too_early_is_only_a_remark(misfit: Scenario) -> None:
    assert Talk(misfit, ["I don't think this is for you."]).state.exit is None


def test_whoever_presses_is_shown_the_door(misfit: Scenario) -> None:
    step = "I'd suggest that our fitter comes on Tuesday for an hour to look at it."
    talk = Talk(misfit, [*OUT_WITH_IT, step, step.replace("Tuesday", "Friday")])
    assert talk.state.exit == "goodbye"
    assert any(one.rule == "presses_misfit" for turn in talk.turns for one in turn.steps)


@pytest.mark.parametrize(
    "line", ["So what do you want?", "Don't you think this is for you?", "Isn't it right for you?"]
)
def test_a_question_is_no_honesty(misfit: Scenario, line: str) -> None:
    assert Talk(misfit, [*OUT_WITH_IT, line]).state.exit is None


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda made: made["facts"][0].pop("short"), "fact two_ovens"),
        (lambda made: made["facts"][1].update(after=["nobody"]), "fact night: after names “nobody”"),
        (lambda made: made["facts"][1].update(after=["night"]), "never come out"),
        (lambda made: made["facts"][2].update(id="night"), "two entries"),
        (lambda made: made["facts"][0].update(says=["Only one."]), "fact two_ovens, says"),
        (lambda made: made["lines"].pop("wants_lead"), "wants_lead"),
        (lambda made: made["objections"][0].update(brushed="no"), "objection tied, brushed"),
        (lambda made: made["facts"][0].update(about=["Oven"]), "fact two_ovens, about"),
        (lambda made: made.update(ends="misfit"), "misfit"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_one_line(tmp_path: Path, change: Any, place: str) -> None:
    made = data()
    change(made)
    with pytest.raises(ScenarioError) as error:
        written(tmp_path, made)
    assert "made.yaml: " in str(error.value) and place in str(error.value)
    assert "\n" not in str(error.value)


def test_what_is_no_yaml_is_said_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "made.yaml"
    file.write_text("title: The bakery\nopening: Hello: it's me\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"line 2.*double quotes"):
        read_scenario(file)


def test_what_is_not_utf_8_is_said_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "made.yaml"
    file.write_bytes("title: The bakery\nopening: Grüezi\n".encode("latin-1"))
    with pytest.raises(ScenarioError, match=r"^made\.yaml: line 2: .*UTF-8"):
        read_scenario(file)
