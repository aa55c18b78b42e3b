"""The room's wall: what a question does, whose it was is nowhere to be seen, and what can't be read stops nothing."""

from __future__ import annotations

import json
import random
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from sellbackwards.cli import main
from sellbackwards.practice.pitches import pitches
from sellbackwards.practice.walls import GROUPS, LONGEST, does, may_be_names, mixed, wall, without_names
from sellbackwards.workshop.collecting import MOST, TextError, lines_in, pitch_of
from sellbackwards.workshop.wall import wall_page
from tests.test_datasets import COACH_IS_WRONG

INVOICES = pitch_of("p01")
DOES = {
    "What does a late payment mean for your team?": "need",
    "How do you get through a month in which nobody pays on time?": "today",
    "What's the worst that happened to you last year?": "open",
    "What did you do on holiday?": "far",
    "Do you have invoicing software?": "closed",
    "How many invoices do you write a month?": "closed",
    "Wouldn't you like every customer to pay on time?": "leading",
    "What would software that reminds late payers change for you?": "goods",
    "Good morning.": "tells",
    "Was ist Ihnen wichtig bei Ihren Rechnungen?": "unsure",
    "???": "unsure",
}
EVIL = "</style><script>document.title='ran'</script><img src=x onerror=alert(1)> What makes customers pay late?"


def run(*arguments: str | Path, pasted: str | None = None) -> Result:
    return CliRunner().invoke(main, ["wall", *map(str, arguments)], input=pasted)


def notebook(answer: str, exercise: str = "1.1") -> str:
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "source": f"%%answer {exercise}\n{answer}"}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]})


@pytest.mark.parametrize("text", DOES)
def test_a_question_stands_where_what_it_does_stands(text: str) -> None:
    assert does(text, INVOICES)[0] == DOES[text]


def test_good_questions_of_every_pitch_are_open_ones() -> None:
    good = [(pitch.need_question, pitch.need()) for pitch in pitches() if f"{pitch.id}.need" not in COACH_IS_WRONG]
    good += [(pitch.today_question, pitch.need()) for pitch in pitches()]
    found = {text: does(text, pitch)[0] for text, pitch in good}
    assert set(found.values()) <= {"need", "today", "open", "unsure"}
    assert sum(group in ("open", "unsure") for group in found.values()) <= len(good) // 15


@pytest.mark.parametrize(
    "asks", ["why should i care about the {}", "What is the {} to me?", "And what do I do with a {}"]
)
def test_a_question_about_oneself_is_none_about_the_buyer_s_need(asks: str) -> None:
    """A word of the pitch doesn't make it one. The same, asked of the buyer, is."""
    pitch = pitch_of("p05")
    assert does(asks.format("storm"), pitch)[0] == "unsure"
    assert does("What did the last storm cost you, and who helped you?", pitch)[0] in ("need", "today")


@pytest.mark.parametrize(
    "text", ["What do you worry about most at night?", "What's the worst that happened to you last year?"]
)
def test_an_open_question_is_shown_as_one_where_its_matter_is_not_known(text: str) -> None:
    assert does(text, pitch_of("p05"))[0] == "open"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("What happens when bad mail comes? Ana Kovac", ["Ana Kovac"]),
        ("same as Ana", ["Ana"]),
        ("Who helped you then? Ben", ["Ben"]),
        ("Ask Mrs O'Hara what she does on Monday", ["Mrs O'Hara"]),
        ("Why? What happens then, and what do I hear of it?", []),
        ("Does your IT team like the storm in March?", []),
        ("what do you do when ana is ill?", []),
    ],
)
def test_what_may_be_a_name_is_told_to_whoever_makes_the_wall(text: str, names: list[str], tmp_path: Path) -> None:
    pitch = pitch_of("p05")
    assert may_be_names(text, pitch.spec["pitch"]) == names
    (tmp_path / "q.txt").write_text(text, encoding="utf-8")
    done = run(tmp_path / "q.txt", "--pitch", "p05", "--out", tmp_path / "wall.html")
    assert done.exit_code == 0
    assert all(name in done.stderr for name in names) and ("may be a name" in done.stderr) == bool(names)
    assert "no names" not in (tmp_path / "wall.html").read_text(encoding="utf-8")


def test_a_file_that_is_cut_off_is_called_as_it_lies_there(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/Copy of final FINAL really.ipynb").write_text("{ broken")
    (tmp_path / "in/anna_01_sell_backwards.ipynb").write_text(notebook("What do the teachers fear on a trip?"))
    done = run(tmp_path / "in", "--pitch", "1.1", "--out", tmp_path / "wall.html")
    assert done.stderr.startswith("Copy of final FINAL really.ipynb: breaks off")
    assert done.stdout.startswith("1 question (1 of 2 files couldn't be read); ")


def test_the_order_is_nobodys_and_always_the_same() -> None:
    texts = [*DOES, "what does a late payment mean for your team"]
    first = wall(texts, INVOICES)
    for seed in range(5):
        random.Random(seed).shuffle(texts)
        assert wall(texts, INVOICES) == first
    assert [group.id for group in first] == [group.id for group in GROUPS]
    together = next(one for group in first for one in group.questions if "late payment" in one.text)
    assert together.times == 2
    assert [one.text for _, one in mixed(first)] != sorted(one.text for _, one in mixed(first))


@pytest.mark.parametrize(
    ("pasted", "questions"),
    [
        ("Anna Lee: What hurts?", ["What hurts?"]),
        ("14:03:22\t From Anna Lee to Everyone:\n\tWhat hurts?", ["What hurts?"]),
        ("14:03:22 From Anna Lee : What hurts?", ["What hurts?"]),
        ("[22/11/2026, 14:03:22] Anna: What hurts?", ["What hurts?"]),
        ("22.11.26, 2:03 PM - Anna Ó Briain: What hurts?", ["What hurts?"]),
        ("Anna Lee  14:03\nWhat hurts?\nBo  14:04\nWho pays?", ["What hurts?", "Who pays?"]),
        ("[14:03] Anna Lee\nWhat hurts?", ["What hurts?"]),
        ("anna: What hurts?\nbo: Who pays?\ncy_7: Why?\ndana lee: When?", ["What hurts?", "Who pays?", "Why?", "When?"]),
        ("anna: What hurts?", ["What hurts?"]),
        ("a.lee@example.org: What hurts?", ["What hurts?"]),
        ("Anna Lee (Guest): What hurts?", ["What hurts?"]),
        ("14:03 Why?", ["Why?"]),
        ("1. What hurts?\n- Who pays?\n• Why?", ["What hurts?", "Who pays?", "Why?"]),
        ("What hurts? — Anna\nWho pays? (Bo Li)", ["What hurts?", "Who pays?"]),
        ("\ufeff\n  \nWhat hurts?\n", ["What hurts?"]),
        ("Tell me: how does a morning go?", ["Tell me: how does a morning go?"]),
        ("From your side: what hurts?", ["From your side: what hurts?"]),
        ("How do you get from 9:30 to 14:00?", ["How do you get from 9:30 to 14:00?"]),
        ("I see: you wash at night. Who carries it?", ["I see: you wash at night. Who carries it?"]),
    ],
)  # fmt: skip
def test_what_was_pasted_loses_its_names_and_nothing_else(pasted: str, questions: list[str]) -> None:
    assert without_names(pasted.removeprefix("\ufeff").splitlines()) == questions


def test_a_folder_of_everything(tmp_path: Path) -> None:
    home = tmp_path / "in"
    for name in ("Anna Lee", "Bo"):
        (home / name).mkdir(parents=True)
    (home / "Anna Lee/01_sell_backwards.ipynb").write_text(
        notebook("Q: What do the teachers fear on a trip? anna lee asks. — Anna")
    )
    (home / "Bo/answers.ipynb").write_text(notebook("", "1.1"))
    (home / "cy_01_sell_backwards.ipynb").write_text("{ broken")
    (home / "dana_01_sell_backwards.ipynb").write_text(notebook("a", "1.2"))
    (home / "table.txt").write_text("Egon: How do you count the children today?\n", encoding="utf-16")
    (home / "picture.txt").write_bytes(b"\x89PNG\xff\x00")
    (home / "notes.docx").write_bytes(b"PK\x03\x04")
    with zipfile.ZipFile(home / "Fay.zip", "w") as archive:
        archive.writestr("01_sell_backwards.ipynb", notebook("Tell me about the last trip."))
    (home / "link.txt").symlink_to("/etc/hostname")

    done = run(home, "--pitch", "1.1", "--out", tmp_path / "out/wall.html")
    assert done.exit_code == 0, done.stderr
    page = (tmp_path / "out/wall.html").read_text(encoding="utf-8")
    for text in ("teachers fear on a trip", "count the children", "about the last trip"):
        assert text in BeautifulSoup(page, "html.parser").get_text()
    for name in ("Anna", "Lee", "Bo", "Dana", "Egon", "Fay", "cy_", str(tmp_path)):
        assert name not in page
    told = done.stderr.splitlines()
    assert len(told) == 4, told
    for bad, why in (
        ("cy", "breaks off"),
        ("dana", "no answer to 1.1"),
        ("picture.txt", "plain text"),
        ("link.txt", "link"),
    ):
        assert any(bad in line and why in line for line in told), (bad, told)
    assert done.stdout.startswith("3 questions (3 of 8 files couldn't be read); ")
    assert "3 questions from 8 files, of which 3 couldn't be read" in " ".join(page.split())


def test_pasted_text_and_a_broken_one(tmp_path: Path) -> None:
    done = run("-", "--pitch", "p01", "--out", tmp_path / "w.html", pasted="\n".join(DOES))
    assert (done.exit_code, done.stdout.split(";")[0]) == (0, f"{len(DOES)} questions")
    done = run("-", "--pitch", "p01", "--out", tmp_path / "x.html", pasted="a\x00b")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "the pasted text: isn't plain text" in done.stderr
    assert not (tmp_path / "x.html").exists()
    done = run("-", "--pitch", "p01", "--out", tmp_path / "y.html", pasted="")
    assert "no question in it" in done.stderr
    many = "\n".join(f"What is day {n} like?" for n in range(MOST + 1))
    done = run("-", "--pitch", "p01", "--out", tmp_path / "z.html", pasted=many)
    assert f"the first {MOST}" in done.stderr and done.stdout.startswith(f"{MOST} questions; ")


@pytest.mark.parametrize(
    ("place", "pitch", "says"),
    [("nowhere", "p01", "isn't there"), (".", "p999", "1.1"), (".", "3.1", "1.1"), (".", "", "p01")],
)
def test_what_stands_in_the_way_is_one_line(tmp_path: Path, place: str, pitch: str, says: str) -> None:
    done = run(tmp_path / place, "--pitch", pitch, "--out", tmp_path / "wall.html")
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert says in done.stderr


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.text(max_size=120), max_size=6))
def test_whatever_is_pasted_makes_a_wall(lines: list[str]) -> None:
    groups = wall(without_names(lines), INVOICES)
    page = BeautifulSoup(wall_page(INVOICES, groups), "html.parser")
    assert len(page.select("li")) == sum(len(group.questions) for group in groups) <= len(lines)


def test_an_empty_wall_says_so(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/broken.zip").write_bytes(b"PK\x03\x04 and no more")
    done = run(tmp_path / "in", "--pitch", "p01", "--out", tmp_path / "wall.html")
    assert done.exit_code == 0
    assert "broken.zip" in done.stderr and "no question in it" in done.stderr
    assert "Nobody has written a question yet" in (tmp_path / "wall.html").read_text(encoding="utf-8")


def test_a_page_made_before_stays_where_nothing_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/broken.zip").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "wall.html").write_text("a good page", encoding="utf-8")
    done = run(tmp_path / "in", "--pitch", "p01", "--out", tmp_path / "wall.html")
    assert done.exit_code == 1
    assert "left as it was" in done.stderr
    assert (tmp_path / "wall.html").read_text(encoding="utf-8") == "a good page"


def test_text_stays_text_and_nothing_is_fetched() -> None:
    page = wall_page(INVOICES, wall([EVIL, "x" * 9000, "Ünïcödé 🙂 什么?", "{{ 7 * 7 }}"], INVOICES))
    soup = BeautifulSoup(page, "html.parser")
    assert len(soup.select("script")) == len(soup.select("style")) == 1
    assert not soup.select("img, link, iframe, [src], [href], [onerror]")
    assert "document.title" not in soup.script.get_text()  # type: ignore[union-attr]
    assert EVIL in unescape(re.sub(r"</?mark>", "", page))
    assert "{{ 7 * 7 }}" in soup.get_text()
    assert all(len(one.get_text()) <= LONGEST for one in soup.select("li"))
    assert "default-src 'none'" in page
    assert not re.search(r"https?://", page)


def test_a_text_of_a_book_s_length_is_refused() -> None:
    line = b"How do you do it today?\n"
    assert len(lines_in(line * 1_000)) == 1_000
    with pytest.raises(TextError, match="too long"):
        lines_in(line * (3 * 2**19 // len(line)))  # one and a half megabytes
