"""A learner's own call, driven as its view drives it: files taken, lists chosen from, buttons pressed."""

from __future__ import annotations

import asyncio
import base64
import csv
import io
import re
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import pytest

from sellbackwards.calls import TranscriptError, measure, read_call
from sellbackwards.calls.moments import moments
from sellbackwards.calls.remembered_sellers import remembered_sellers, sellers_file
from sellbackwards.calls.score_card import card
from sellbackwards.course import DATASETS
from sellbackwards.practice import own_call
from sellbackwards.practice.own_calls import OwnCallModel, Source, course_calls, sources_at
from sellbackwards.practice.own_calls_view import OwnCall
from sellbackwards.practice.progress import progress_file

FORWARD, BACKWARD = (DATASETS / "calls" / f"01_{way}.vtt" for way in ("forward", "backward"))
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def upload(view: OwnCall, *files: tuple[str, bytes]) -> None:
    """What the browser sends when files are chosen."""
    view.upload.value = tuple(
        {"name": name, "type": "", "size": len(data), "last_modified": NOW, "content": memoryview(data)}
        for name, data in files
    )


@pytest.fixture
def view() -> OwnCall:
    """The practice with one call read."""
    made: OwnCall = own_call()
    upload(made, ("mine.vtt", FORWARD.read_bytes()))
    return made


def shown(widget: object) -> bool:
    return widget.layout.display != "none"  # type: ignore[attr-defined]


def place_of(labels: list[str], begins: str) -> int:
    """The value of a list's entry, by the beginning of its label; the first one, "none", is -1."""
    return next(n for n, label in enumerate(labels, -1) if label.startswith(begins))


def saved(view: OwnCall) -> list[dict[str, str]]:
    """The CSV that the link under the table saves."""
    data = re.search(r'href="data:text/csv;base64,([^"]+)"', view.table.value)
    assert data
    return list(csv.DictReader(io.StringIO(base64.b64decode(data[1]).decode("utf-8-sig"))))


def test_a_file_gives_its_card_and_charts(view: OwnCall) -> None:
    measures = measure(read_call(FORWARD.read_bytes(), name="mine.vtt"))
    assert view.value == "read"
    assert view.card.value == card(measures)
    assert view.charts.value.count("<img ") == view.charts.value.count("<table") == 2
    assert (view.seller.value, view.seller.options) == ("Tomasz", ("Adaeze", "Tomasz"))
    assert "This is a guess (asks and offers most)" in view.who.value
    assert shown(view.one) and not shown(view.several)


def test_each_moment_leads_to_its_place(view: OwnCall) -> None:
    found = moments(measure(read_call(FORWARD)))
    assert len(found) == 3
    for button, moment in zip(view.moments, found, strict=True):
        assert moment.title in button.description
        button.click()
        assert view.turns.value == view.model.turn == moment.turn
        here = re.search(r'aria-current="true">(.*?)</p>', view.place.value)
        assert here and escape(moment.text) in here[1]
        assert view.place.value.count("<p>") == 1 + 6  # where this is, three turns before, three after


def test_any_turn_and_the_ones_beside_it(view: OwnCall) -> None:
    last = len(read_call(FORWARD).turns) - 1
    assert len(view.turns.options) == last + 1
    view.turns.value = 0
    assert "▶ marks turn 0." in view.place.value
    view.earlier.click()
    assert view.model.turn == 0
    view.later.click()
    assert view.turns.value == 1
    view.turns.value = last
    view.later.click()
    assert f"▶ marks turn {last}." in view.place.value


def test_another_seller_changes_all_that_hangs_on_it(view: OwnCall) -> None:
    charts = view.charts.value
    view.moments[0].click()
    view.seller.value = "Adaeze"
    assert view.card.value == card(measure(read_call(FORWARD.read_bytes(), name="mine.vtt"), "Adaeze"))
    assert view.charts.value != charts
    assert "You chose the seller" in view.who.value
    assert view.model.rows[0]["seller"] == "Adaeze"
    assert "(buyer)" in view.place.value  # the place that is read stays, with the roles changed


def test_another_call_beside_it(view: OwnCall) -> None:
    labels = [label for label, _ in view.beside.options]
    assert labels[0] == "none"
    view.beside.value = place_of(labels, "01 backward: commercial laundry")
    assert view.side.value.count("<img ") == 1
    for name in ("mine.vtt", "01 backward", "Tomasz", "guess"):
        assert name in view.side.value
    view.beside.value = -1
    assert view.side.value == ""


def test_several_files_one_of_them_bad(view: OwnCall) -> None:
    upload(view, ("a.vtt", FORWARD.read_bytes()), ("=cmd.txt", b"Buy milk.\n"), ("b.vtt", BACKWARD.read_bytes()))
    assert view.value == "read" and shown(view.several) and not shown(view.stop_button)
    assert view.table.value.count("<tr>") == 4
    assert "No line says who speaks" in view.table.value
    rows = saved(view)
    assert [row["file"] for row in rows] == ["a.vtt", "'=cmd.txt", "b.vtt"]
    assert rows[2]["talk_share"] == f"{measure(read_call(BACKWARD)).talk_share:.3f}".rstrip("0")
    assert "2 small charts" in view.team.value
    view.pick.value = 1
    assert view.value == "refused" and not shown(view.one) and shown(view.several)
    for part in ("=cmd.txt", "line 1", "No line says who speaks.", "What to do: Ask the tool"):
        assert part in view.said.value
    view.pick.value = 2
    assert view.value == "read" and "b.vtt" in view.card.value
    view.seller.value = "Mrs Nwosu" if "Mrs Nwosu" in view.seller.options else view.seller.options[1]
    assert saved(view)[2]["seller"] == view.seller.value
    view.pick.value = 0
    view.pick.value = 2
    assert view.seller.value == saved(view)[2]["seller"]  # the choice is remembered


def test_progress_is_told_and_reading_can_be_stopped() -> None:
    view: OwnCall = own_call()
    told: list[str] = []
    view.said.observe(lambda change: told.append(change["new"]), "value")

    async def work() -> None:
        view.path.value = str(DATASETS / "calls")
        await asyncio.sleep(0)
        view._told_at = 0.0
        await asyncio.sleep(0)
        assert view.value == "reading" and shown(view.stop_button)
        view.stop_button.click()
        for _ in range(5):
            await asyncio.sleep(0)

    asyncio.run(work())
    assert any("<progress" in one and "Reading file 1 of" in one for one in told)
    assert view.value == "read"
    assert 1 <= len(view.model.rows) == len(view.model.sources) < len(course_calls())


def test_files_taken_while_others_are_read_take_their_place() -> None:
    model = OwnCallModel()
    model.take(course_calls())
    old = model.reading()
    next(old)
    model.take([Source("mine.vtt", FORWARD.read_bytes())])
    assert list(old) == []
    assert list(model.reading()) == [1]
    assert [row["file"] for row in model.rows] == ["mine.vtt"]
    assert model.value == "read"


def test_of_two_wishes_at_once_the_later_one_holds() -> None:
    """A path is typed and the button pressed before the kernel has heard of the path: what stood there before comes first."""
    model = OwnCallModel()
    model.take(course_calls())
    old = model.reading()
    model.take([Source("mine.vtt", FORWARD.read_bytes())])
    new = model.reading()
    assert [*old, *new, *old] == [1]
    assert [row["file"] for row in model.rows] == ["mine.vtt"]
    assert model.value == "read"


def test_what_comes_from_a_file_is_escaped() -> None:
    view: OwnCall = own_call()
    lines = "Eve <script>: What <img src=x onerror=alert(2)> happens today?\nBob: <b>This</b> & that, a lot of it.\n"
    upload(view, ("<img src=y>.txt", 3 * lines.encode()), ("<svg onload=alert(3)>", b"nothing"))
    assert view.value == "read", view.said.value
    view.moments[0].click()
    view.beside.value = 0
    every = [
        one.value for one in (view.said, view.table, view.team, view.who, view.card, view.charts, view.place, view.side)
    ]
    view.pick.value = 1
    every.append(view.said.value)
    for html in every:
        assert not re.search(r"<script|<img src=[xy]|<svg|<b>This", html)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "It holds no text."),
        (b"PK\x03\x04 docx", "Word document"),
        (b"%PDF-1.4", "PDF"),
        (b"ID3\x03", "sound recording"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nhello there\n", "speaker names"),
        (b"{}", ""),
        (b"Anna: hello\n" * 2_000_000, "larger than 20 MB"),
    ],
)
def test_what_is_refused_says_what_where_and_what_to_do(data: bytes, says: str) -> None:
    view: OwnCall = own_call()
    upload(view, ("odd.vtt", data))
    assert view.value == "refused" and not shown(view.one)
    assert 'role="status"' in view.said.value
    for part in (
        "odd.vtt",
        "Where: ",
        escape(says),
        "What to do: ",
    ):
        assert part in view.said.value
    upload(view, ("mine.vtt", FORWARD.read_bytes()))
    assert view.value == "read"


def test_paths_as_people_type_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "my call.vtt"
    path.write_bytes(FORWARD.read_bytes())
    monkeypatch.setenv("HOME", str(tmp_path))
    for typed in (str(path), f'"{path}"', f"  '{path}' ", "~/my call.vtt", path.as_uri()):
        (one,) = sources_at(typed)
        assert one.read().speakers
    assert [one.name for one in sources_at(str(tmp_path))] == ["my call.vtt"]
    (tmp_path / "empty").mkdir()
    for typed in ("", "  ", str(tmp_path / "empty")):
        with pytest.raises(TranscriptError):
            sources_at(typed)
    for typed in (str(tmp_path / "nowhere"), "~nobody_at_all/x", "\0", "x" * 5000):
        with pytest.raises(TranscriptError):
            sources_at(typed)[0].read()
    view: OwnCall = own_call()
    view.path_button.click()
    assert view.value == "refused" and "Nothing is typed" in view.said.value


def test_a_course_call_to_try_with() -> None:
    view: OwnCall = own_call()
    labels = [label for label, _ in view.course.options]
    view.course.value = place_of(labels, "01 backward: commercial laundry")
    assert view.value == "read" and "01 backward" in view.card.value
    upload(view, ("mine.vtt", FORWARD.read_bytes()))
    assert view.course.value == -1 and "mine.vtt" in view.card.value
    view.course.value = place_of(labels, "01 backward: commercial laundry")
    assert view.upload.value == ()  # so that the same file can be chosen again


def test_a_long_call_comes_in_parts() -> None:
    view: OwnCall = own_call()
    turns = "".join(f"{'Anna' if n % 2 else 'Bob'}: And what happens then, number {n}?\n" for n in range(1201))
    upload(view, ("long.txt", turns.encode()))
    assert shown(view.part) and len(view.part.options) == 3
    assert len(view.turns.options) == 500
    view.part.value = 1000
    assert len(view.turns.options) == 201 and view.turns.value is None and view.place.value == ""
    view.turns.value = 1000
    view.earlier.click()
    assert view.part.value == 500 and view.turns.value == 999


def test_nothing_is_kept(view: OwnCall) -> None:
    view.moments[0].click()
    view.turns.value = 2
    assert not progress_file().parent.exists()


def test_of_a_choice_only_the_name_is_kept_and_the_next_call_begins_with_it(view: OwnCall, tmp_path: Path) -> None:
    view.seller.value = "Adaeze"
    assert [path.name for path in progress_file().parent.iterdir()] == ["sellers.json"]
    kept = sellers_file().read_text(encoding="utf-8")
    assert "Adaeze" in kept and "Tomasz" not in kept and "mine.vtt" not in kept
    upload(view, ("next.vtt", BACKWARD.read_bytes()))
    assert view.seller.value == "Adaeze" and "chosen before for this folder" in view.who.value
    view.seller.value = "Tomasz"  # changed again: the later choice holds
    upload(view, ("third.vtt", FORWARD.read_bytes()))
    assert view.seller.value == "Tomasz"
    # a folder on this computer has a memory of its own
    (tmp_path / "calls").mkdir()
    (tmp_path / "calls" / "a.vtt").write_bytes(FORWARD.read_bytes())
    view.path.value = str(tmp_path / "calls" / "a.vtt")
    assert "chosen before" not in view.who.value
    view.seller.value = "Adaeze"
    assert remembered_sellers(tmp_path / "calls") == ("Adaeze",)
    assert str(tmp_path) not in sellers_file().read_text(encoding="utf-8")


def test_another_file_after_several(view: OwnCall) -> None:
    upload(view, ("a.vtt", FORWARD.read_bytes()), ("b.vtt", BACKWARD.read_bytes()))
    view.pick.value = 1
    upload(view, ("c.vtt", FORWARD.read_bytes()))
    assert view.value == "read" and "c.vtt" in view.said.value and not shown(view.several)


def test_a_table_of_calls_is_several_calls(view: OwnCall) -> None:
    talk = "Maya: What happens today when a van is late?\nTom: We wait at the gate.\nMaya: And then?\nTom: We carry it."
    table = f'call_id,transcript,outcome\nC1,"{talk}",won\nC2,"{talk}",lost\nC3,,lost\n'
    upload(view, ("crm.csv", table.encode()))
    assert [row["file"] for row in view.model.rows] == ["crm.csv · C1", "crm.csv · C2", "crm.csv · C3"]
    assert [bool(row["problem"]) for row in view.model.rows] == [False, False, True]
    assert shown(view.several) and view.seller.value == "Maya"


def test_what_was_left_out_and_typed_is_said(view: OwnCall) -> None:
    talk = (
        "Maya: What happens today when a van is late?\nTom: We wait at the gate.\nMaya: And then?\nTom: We carry it.\n"
    )
    upload(
        view, ("a.txt", f"Notes\n\n- The van is <b>late</b>.\n\nTranscript\n\n{talk}\nChat\n\nTom: a link\n".encode())
    )
    for html in (view.said.value, view.card.value):
        assert "2 lines of notes" in html and "2 lines of a chat" in html
    messages = "\n".join(f"[0{n}/03/2026, 18:02] {line}" for n, line in enumerate(talk.split("\n")[:4], 1))
    upload(view, ("chat.txt", messages.encode()))
    assert "typed, not spoken" in view.card.value and "It went over 3 days" in view.card.value
    assert "A guess:" in view.card.value


def test_a_page_that_cannot_run_it_shows_its_still_card(view: OwnCall) -> None:
    bundle = view._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert 'data-practice="own_call"' in data["text/html"]
    assert "Tomasz" not in data["text/html"] and "mine.vtt" not in data["text/html"]


def test_every_export_goes_through_or_is_refused_as_expected(shared: Path) -> None:
    folder = shared / "data" / "exports"
    with (folder / "manifest.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    view: OwnCall = own_call()
    for row in rows:
        upload(view, (row["file"], (folder / row["file"]).read_bytes()))
        if not row["expect"].startswith("refuse"):
            assert view.value == "read", row["file"]
            assert view.seller.value in view.seller.options
            for button in view.moments:
                if shown(button):
                    button.click()
                    assert 'aria-current="true"' in view.place.value
        else:
            assert view.value == "refused", row["file"]
            assert row["file"] in view.said.value and ".vtt, .srt or .txt" in view.said.value
    view.path.value = str(folder)
    assert len(view.model.rows) == len([one for one in folder.iterdir() if one.is_file()])
    assert {row["file"]: not row["problem"] for row in view.model.rows} | {"manifest.csv": False} == {
        row["file"]: not row["expect"].startswith("refuse") for row in rows
    } | {"manifest.csv": False}
