"""The score card, the command's text and JSON, a folder as rows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from sellbackwards.calls import TranscriptError, measure, read_call
from sellbackwards.calls.measure_notes import MEASURES
from sellbackwards.calls.report import COLUMNS, report, rows, rows_of_file, write_csv
from sellbackwards.calls.score_card import GROUPS, beside, card
from tests.calls.samples import MAYA, PLAIN, SPANS, TALK, TOM, Said
from tests.calls.test_charts import Tags


def test_the_card_puts_telling_and_saying_back_first_and_says_what_each_does_not_show() -> None:
    html = card(measure(read_call(SPANS["zoom vtt"](TALK)), MAYA))
    places = [html.index(f">{about.name}<") for about in (MEASURES[key] for _, keys in GROUPS for key in keys)]
    assert places == sorted(places)
    assert [key for _, keys in GROUPS for key in keys][:3] == ["inform_share", "reflect_share", "questions"]
    assert html.count("Does not show:") == len(MEASURES)
    assert {key for _, keys in GROUPS for key in keys} == set(MEASURES)


def test_the_bars_of_telling_and_saying_back_are_as_long_as_their_numbers() -> None:
    m = measure(read_call(SPANS["zoom vtt"](TALK)), MAYA)
    widths = [dict(attrs).get("style") for tag, attrs in Tags(card(m)).tags if tag == "i"]
    assert widths == [f"width:{100 * share:.0f}%" for share in (m.inform_share, m.reflect_share)]


def test_the_card_says_that_the_seller_is_a_guess() -> None:
    call = read_call(SPANS["zoom vtt"](TALK))
    assert "a guess" in card(measure(call))
    assert "a guess" not in card(measure(call, MAYA))


def test_text_of_a_file_is_never_markup() -> None:
    bad = "<img src=x onerror=alert(1)>"
    talk = tuple(Said(s.name.replace("Maya", "Ma<b>ya"), s.start, s.end, f"{s.text} {bad}") for s in TALK)
    m = measure(read_call(SPANS["csv"](talk), name="<s>.csv"))
    for html in (card(m), beside([("<u>one", m), ("two", m)])):
        assert not {"img", "u", "s"} & {tag for tag, _ in Tags(html).tags}
        assert "<b>ya" not in html


def test_calls_beside_each_other_have_a_column_each() -> None:
    m, n = measure(read_call(SPANS["zoom vtt"](TALK)), MAYA), measure(read_call(PLAIN["plain"](TALK)), TOM)
    html = beside([("first", m), ("second", n)])
    assert html.count('scope="row"') == len(MEASURES)
    # The first has clock times, the second none.
    places = [html.index(words) for words in (">first<", ">second<", "of the talking time", "of the words")]
    assert places == sorted(places)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    calls = tmp_path / "calls"
    calls.mkdir()
    (calls / "a.vtt").write_text(SPANS["zoom vtt"](TALK), encoding="utf-8")
    (calls / "b.txt").write_text(PLAIN["plain"](TALK), encoding="utf-8")
    (calls / "c.json").write_text("{}", encoding="utf-8")
    (calls / ".hidden").write_text("x", encoding="utf-8")
    (calls / "sub").mkdir()
    return calls


def test_report_as_text_and_json(folder: Path) -> None:
    text = report(folder / "a.vtt", "maya")
    assert text.startswith("a.vtt (WebVTT, 0:55 long)") and "does not show" in text and f"seller {MAYA}" in text
    data = json.loads(report(folder / "a.vtt", "maya", as_json=True))
    assert data["seller"] == MAYA and len(data["turns"]) == len(TALK) and data["basis"] == "time"
    with pytest.raises(TranscriptError):
        report(folder / "c.json")
    with pytest.raises(TranscriptError):
        report(folder / "a.vtt", "nobody")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_is_a_row_for_each_file_with_progress(folder: Path, jobs: int) -> None:
    steps: list[tuple[int, int]] = []
    found = list(rows(folder, jobs=jobs, progress=lambda done, of: steps.append((done, of))))
    assert [r["file"] for r in found] == ["a.vtt", "b.txt", "c.json"]
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert all(tuple(r) == COLUMNS for r in found)
    assert found[0]["talk_share"] == pytest.approx(measure(read_call(folder / "a.vtt")).talk_share, abs=0.001)
    assert found[2]["problem"].startswith("c.json, line 1: ") and found[2]["talk_share"] is None


def test_csv_is_harmless_in_a_spreadsheet(folder: Path) -> None:
    (folder / "=cmd.vtt").write_text(SPANS["teams vtt"](TALK).replace(MAYA, "+1 555 010 2030"), encoding="utf-8")
    out = io.StringIO()
    assert write_csv(rows(folder), out) == 4
    found = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert found[0]["file"] == "'=cmd.vtt" and found[0]["seller"] == "'+1 555 010 2030"
    (folder / " ＝cmd.vtt").write_bytes((folder / "=cmd.vtt").read_bytes())
    again = io.StringIO()
    write_csv(rows(folder), again)
    assert next(csv.DictReader(io.StringIO(again.getvalue())))["file"] == "' ＝cmd.vtt"
    (folder / " ＝cmd.vtt").unlink()
    assert write_csv(rows(folder), folder.parent / "out.csv") == 4
    assert (folder.parent / "out.csv").read_text(encoding="utf-8") == out.getvalue()


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="folder can't be opened"):
        list(rows(tmp_path / "none"))
    assert rows_of_file(tmp_path / "none.vtt")[0]["problem"]
