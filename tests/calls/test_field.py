"""What people really have: each layout of `field.py` gives the same talk; each case of the shared folder what it should."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from textwrap import wrap

import pytest

from sellbackwards.calls import TranscriptError, measure, read_call
from sellbackwards.calls.reading import calls_in
from sellbackwards.calls.report import report, rows
from sellbackwards.course import DATASETS
from tests.calls.field import LAYOUTS, MAYA, TOM, docx, p, r
from tests.calls.samples import PLAIN, SPANS, STARTS, TALK, Said, full, m_ss


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_gives_the_talk(name: str) -> None:
    data, want = LAYOUTS[name]
    call = read_call(data if isinstance(data, bytes) else data.encode(), "call")
    found = measure(call)
    names = dict(zip((MAYA, TOM), want.names, strict=True))
    assert [(turn.speaker, turn.text) for turn in call.turns] == [(names[s.name], s.text) for s in want.talk]
    assert (found.basis, call.typed) == (want.basis, want.typed)
    assert found.seller == (want.seller or want.names[0]), found.seller_why
    if want.basis == "time":
        assert call.seconds is not None and 30 < call.seconds < 90
    for what in want.left_out:
        assert any(what in left.what and left.lines for left in call.left_out)


CASES = "data/field_cases/calls"
M, T = "Maya Lindqvist", "Tom Okafor"
# file: (speakers by their turns, seller, basis)
READ = {
    "t01_meet_gemini_doc.txt": ({M: 4, T: 4}, M, "time"),
    "t02_notes_above.md": ({M: 9, T: 9}, M, "words"),
    "t03_role_then_name.txt": ({"AE (Maya)": 3, "Prospect (Tom – Ward Director)": 6, "SE (Luis)": 3}, "AE (Maya)", "time"),
    "t04_host_guest.txt": ({"Host": 3, "Guest": 3}, "Host", "words"),
    "t05_captions_addon_us.txt": ({"You": 3, T: 3}, "You", "time"),
    "t06_meet_recording_captions.vtt": ({M: 3, T: 3}, M, "time"),
    "t07_clock_12h.txt": ({M: 3, T: 3}, M, "time"),
    "t08_block_times.txt": ({M: 3, T: 3}, M, "time"),
    "t09_me_them.txt": ({"Them": 4, "Me": 3}, "Me", "words"),
    "t11_whispercpp.txt": ({"SPEAKER_00": 3, "SPEAKER_01": 3}, "SPEAKER_00", "time"),
    "t14_f4_times.txt": ({"Maya": 3, "Tom": 3}, "Maya", "time"),
    "t16_html_paste.txt": ({M: 3, T: 3}, M, "words"),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_a_shared_case(shared: Path, name: str) -> None:
    turns, seller, basis = READ[name]
    found = measure(read_call(shared / CASES / name))
    assert {s.name: s.turns for s in found.speakers} == turns
    assert (found.seller, found.basis) == (seller, basis)


def test_a_name_in_the_middle_of_a_cue_begins_a_turn() -> None:
    cue = "00:00:0{0}.000 --> 00:00:0{1}.000\n(Maya Lind)\nWhat happens then?\n\n00:00:0{1}.000 --> 00:00:0{2}.000\n(Tom Oka)\nWe wait.\n-\n(Maya Lind)\nMhm.\n"
    call = read_call(("WEBVTT\n\n" + cue.format(0, 2, 4) + "\n" + cue.format(4, 6, 8)).encode(), "call.vtt")
    assert [(turn.speaker, turn.text) for turn in call.turns] == [
        ("Maya Lind", "What happens then?"),
        ("Tom Oka", "We wait."),
        ("Maya Lind", "Mhm. What happens then?"),
        ("Tom Oka", "We wait."),
        ("Maya Lind", "Mhm."),
    ]


def test_a_name_like_a_formula_is_a_name() -> None:
    call = read_call(
        b"=cmd: How are you today?\nBo: Fine thanks.\n=cmd: What happens when it's late?\nBo: Nothing much.\n",
        "call.txt",
    )
    assert [turn.speaker for turn in call.turns] == ["=cmd", "Bo", "=cmd", "Bo"]


def test_every_shared_case_is_looked_at(shared: Path) -> None:
    names = {path.name for path in (shared / CASES).iterdir()}
    assert names == {*READ, "t10_one_row_a_call.csv", "t20_events.ass"}


def test_notes_chat_and_footers_are_counted(shared: Path) -> None:
    left = {name: {one.what: one.lines for one in read_call(shared / CASES / name).left_out} for name in READ}
    assert left["t01_meet_gemini_doc.txt"]["notes"] >= 15
    assert left["t02_notes_above.md"]["notes"] >= 5
    assert left["t05_captions_addon_us.txt"]["chat"] >= 2
    assert left["t03_role_then_name.txt"]["stage directions"] == 1


def test_a_table_of_calls_is_read_as_a_folder(shared: Path, tmp_path: Path) -> None:
    path = shared / CASES / "t10_one_row_a_call.csv"
    with pytest.raises(TranscriptError, match="several calls"):
        read_call(path)
    lines = report(path).splitlines()
    assert len(lines) == 4 and all(f"C{n}" in line for n, line in enumerate(lines[1:]))
    calls = json.loads(report(path, as_json=True))["calls"]
    assert [(call["seller"], call["questions"]) for call in calls] == [(M, 3)] * 3
    (tmp_path / "calls.csv").write_bytes(path.read_bytes())
    assert [row["problem"] for row in rows(tmp_path)] == [None] * 3


def test_a_film_s_subtitles_are_refused_whole(shared: Path) -> None:
    with pytest.raises(TranscriptError, match="film player"):
        read_call(shared / CASES / "t20_events.ass")


def in_six_formats(talk: tuple[Said, ...]) -> dict[str, str | bytes]:
    """Two of them say only when a turn begins."""
    rows = "".join(
        f"<tr><td>{full(s.start)} - {full(s.end)}</td><td>{s.name}</td><td>{escape(s.text)}</td></tr>" for s in talk
    )
    return {
        "vtt": SPANS["zoom vtt"](talk),
        "docx": docx([p(r(s.name, bold=True), r("   "), r(m_ss(s.start)), r(s.text, br=True)) for s in talk]),
        "json": json.dumps(
            [{"speaker": s.name, "text": s.text, "start": s.start * 1000, "end": s.end * 1000} for s in talk]
        ),
        "csv": SPANS["csv clock"](talk),
        "otter": STARTS["otter"](talk),
        "web page": f"<table>{rows}</table>",
    }


@pytest.mark.parametrize("name", ["01_backward", "05_long"])
def test_the_same_talk_in_six_formats(name: str) -> None:
    call = read_call(DATASETS / "calls" / f"{name}.vtt")
    talk = tuple(Said(t.speaker, t.start or 0.0, t.end or 0.0, t.text.replace('"', "'")) for t in call.turns)
    found = {
        form: measure(read_call(data if isinstance(data, bytes) else data.encode()))
        for form, data in in_six_formats(talk).items()
    }
    first = found["vtt"]
    assert first.questions >= 5
    for form, m in found.items():
        assert m.basis == "time" and m.seller == first.seller, form
        assert [q.text for q in m.asked] == [q.text for q in first.asked], form
        shares, wanted = ({s.name: s.share for s in one.speakers} for one in (m, first))
        # Where a form has starts only, a sound made inside another's turn takes time from it.
        assert shares == pytest.approx(wanted, abs=0.03), form


# --- several calls in one file ---

ONE_LINE = " ".join(f"{s.name}: {s.text}" for s in TALK)
SEVERAL = {
    "lines in a cell": 'Call ID;Transcript;Owner\n1;"{0}";x\n2;"{0}";x\n'.format(PLAIN["plain"](TALK)),
    "one line in a cell": f'id,title,transcript\n1,First,"{ONE_LINE}"\n2,Second,"{ONE_LINE}"\n',
    "breaks written out": 'id,text\n1,"{0}"\n2,"{0}"\n'.format(PLAIN["plain"](TALK).replace("\n", "\\n")),
    "html breaks": 'id,body\n1,"{0}"\n2,"{0}"\n'.format(PLAIN["plain"](TALK).replace("\n", "<br>")),
    "a row for each turn": "conversation_id,speaker,text\n" + "".join(f'{n},{s.name},"{s.text}"\n' for n in (7, 8) for s in TALK),
    "json in a cell": 'id,transcript\n1,"{0}"\n2,"{0}"\n'.format(json.dumps([{"speaker": s.name, "text": s.text} for s in TALK]).replace('"', '""')),
    "json list": json.dumps([{"id": n, "segments": [{"speaker": s.name, "text": s.text} for s in TALK]} for n in (1, 2)]),
    "json with texts": json.dumps({"calls": [{"id": n, "transcript": PLAIN["plain"](TALK)} for n in (1, 2)]}),
    "json lines": "\n".join(json.dumps({"id": n, "turns": [{"speaker": s.name, "text": s.text} for s in TALK]}) for n in (1, 2)),
}  # fmt: skip


@pytest.mark.parametrize("name", SEVERAL)
def test_several_calls_in_one_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "crm.csv"
    path.write_text(SEVERAL[name], encoding="utf-8")
    parts = calls_in(path)
    assert len(parts) == 2 and len({label for label, _ in parts}) == 2
    for label, said in parts:
        call = read_call(said.encode(), label)
        assert [(turn.speaker, turn.text) for turn in call.turns] == [(s.name, s.text) for s in TALK]


@pytest.mark.parametrize("name", LAYOUTS)
def test_one_call_is_not_several(name: str) -> None:
    data, _ = LAYOUTS[name]
    assert calls_in(data if isinstance(data, bytes) else data.encode()) == []


HOW = {
    "a line": lambda talk: "\n".join(f"{who}: {said}" for who, said in talk),
    "wrapped": lambda talk: "\n\n".join(f"{who}: " + "\n".join(wrap(said, 70, break_on_hyphens=False)) for who, said in talk),
    "wrapped under the name": lambda talk: "\n\n".join(
        f"{who}  {7 * n // 60}:{7 * n % 60:02}\n" + "\n".join(wrap(said, 70, break_on_hyphens=False)) for n, (who, said) in enumerate(talk)
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", HOW)
def test_no_word_of_real_talk_is_lost_however_its_lines_are_wrapped(shared: Path, how: str) -> None:
    """The ends of sentences are headings at times ("… before making any\\ndecisions."); they are talk all the same."""
    paths = [*sorted((shared / "data" / "sales_talks").glob("*.txt")), *sorted((DATASETS / "calls").glob("*.vtt"))]
    assert len(paths) >= 30
    for path in paths:
        turns = [(turn.speaker, " ".join(turn.text.split())) for turn in read_call(path).turns]
        again = read_call(HOW[how](turns).encode(), path.name)
        assert [(turn.speaker, turn.text) for turn in again.turns] == turns, path.name
