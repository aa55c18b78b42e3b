"""`sellbackwards talk`, as its contract says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise

import pytest
from click.testing import CliRunner, Result

from sellbackwards.buyer import load, scenario_ids
from sellbackwards.cli import main


def run(*arguments: str, lines: str | bytes = "") -> Result:
    return CliRunner().invoke(main, ["talk", *arguments], input=lines)


def test_it_runs_as_a_command_of_its_own_and_is_the_same_in_any_process() -> None:
    command = [sys.executable, "-m", "sellbackwards.cli", "talk", "bakery", "--json"]
    lines = "\n".join(load("bakery").expert).encode()
    said = []
    for seed in ("1", "2"):  # a set has another order in each
        ran = subprocess.run(command, input=lines, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        assert (ran.returncode, ran.stderr) == (0, b"")
        said.append(ran.stdout)
    assert said[0] == said[1]
    assert json.loads(said[0].splitlines()[0])["turn"] == 1


def test_the_list_has_a_line_for_each_scenario() -> None:
    ran = run("--list")
    assert [line.split()[0] for line in ran.stdout.splitlines()] == scenario_ids()
    assert ran.exit_code == 0


def test_a_json_object_for_each_line_until_the_exit() -> None:
    expert = load("bakery").expert
    ran = run("bakery", "--json", lines="\n".join([*expert, "one more", "and more"]) + "\n")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [row["turn"] for row in rows] == list(range(1, len(expert) + 1))
    keys = ["turn", "seller", "buyer", "openness", "pull", "tension", "facts", "exit", "why"]
    assert all(list(row) == keys for row in rows)
    assert [row["exit"] for row in rows] == [None] * (len(rows) - 1) + ["asks to buy"]
    assert [row["seller"] for row in rows] == list(expert)
    assert all(set(one["facts"]) <= set(two["facts"]) for one, two in pairwise(rows))
    assert (ran.exit_code, ran.stderr) == (0, "")


def test_an_empty_line_is_silence_and_odd_bytes_are_no_harm() -> None:
    ran = run("bakery", "--json", lines=b"\n\xff\xfe\x00what\r\nHow do you bake today?")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert rows[0]["seller"] == ""
    assert "two_ovens" in rows[2]["facts"]
    assert ran.exit_code == 0


def test_the_same_lines_give_the_same_talk() -> None:
    lines = "Hello.\nWhat happened in October?\nAnd then?\n"
    assert run("bakery", "--json", lines=lines).stdout == run("bakery", "--json", lines=lines).stdout


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_buyer_that_isn_t_there(options: tuple[str, ...]) -> None:
    ran = run("nobody", *options, lines="Hello\n")
    assert (ran.exit_code, ran.stdout) == (1, "")
    said = ran.stderr.strip()
    assert said.startswith("nobody: ") and "bakery" in said and "\n" not in said


def test_no_name_is_wrong_usage() -> None:
    assert run().exit_code == 2


def test_for_a_person_it_is_plain_text_with_the_reasons_at_the_end() -> None:
    ran = run("bakery", lines="How do you bake today?\n")
    said = ran.stdout
    assert load("bakery").opening in said
    assert "Rosa: " in said and "openness" in said.splitlines()[-1]
    assert ran.exit_code == 0
