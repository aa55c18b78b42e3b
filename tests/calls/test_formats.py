"""Every way to write the invented talk is read; what is no transcript is refused with its reason and a remedy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sellbackwards.calls import Call, TranscriptError, read_call
from sellbackwards.calls.clock import seconds
from sellbackwards.calls.formats.lines import bare_line
from sellbackwards.calls.formats.speaker_labels import PATTERNS, labels_by, may_have_a_time
from tests.calls.refusals import BYTES, CHATS, REFUSED
from tests.calls.samples import MAYA, PLAIN, SPANS, STARTS, TALK, TOM, Said

ALL = {**{f"{k} (spans)": w for k, w in SPANS.items()}, **{f"{k} (starts)": w for k, w in STARTS.items()}, **PLAIN}


def said(call: Call) -> list[tuple[str, str]]:
    return [(turn.speaker.replace(" (Ward 7)", ""), turn.text) for turn in call.turns]


WANTED = [(s.name, s.text) for s in TALK]


@pytest.mark.parametrize("name", ALL)
def test_who_says_what_is_read(name: str) -> None:
    assert said(read_call(ALL[name](TALK))) == WANTED


@pytest.mark.parametrize("name", SPANS)
def test_starts_and_ends_are_read(name: str) -> None:
    call = read_call(SPANS[name](TALK))
    assert call.ends_known
    for turn, wanted in zip(call.turns, TALK, strict=True):
        assert turn.start is not None and int(turn.start) == int(wanted.start)
        assert turn.end is not None and int(turn.end) == int(wanted.end)


@pytest.mark.parametrize("name", STARTS)
def test_a_start_alone_gives_a_clock_and_no_invented_end(name: str) -> None:
    call = read_call(STARTS[name](TALK))
    assert call.clocked and not call.ends_known
    assert [int(turn.start or 0) for turn in call.turns] == [int(s.start) for s in TALK]
    assert all(turn.end is None for turn in call.turns)


@pytest.mark.parametrize("name", PLAIN)
def test_without_times_there_is_no_clock(name: str) -> None:
    call = read_call(PLAIN[name](TALK))
    assert not call.clocked and call.seconds is None
    assert all(turn.start is None and turn.end is None for turn in call.turns)


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")


@pytest.mark.parametrize("name", ["zoom vtt (spans)", "srt (spans)", "csv (spans)", "otter (starts)", "plain"])
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_encodings_and_line_ends(name: str, encoding: str, end: str) -> None:
    talk = tuple(Said(s.name, s.start, s.end, s.text.replace("ward", "Café")) for s in TALK)
    data = ALL[name](talk).replace("\n", end).encode(encoding)
    assert said(read_call(data)) == [(s.name, s.text) for s in talk]


def test_mixed_encodings_in_one_file() -> None:
    data = "Zoë: café\n".encode() + "Tom: café\n".encode("cp1252") + "Zoë: déjà\n".encode()
    assert said(read_call(data)) == [("Zoë", "café"), ("Tom", "café"), ("Zoë", "déjà")]


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, tmp_path: Path) -> None:
    text, wanted = REFUSED[name]
    path = tmp_path / "call.vtt"  # the name says transcript, the content decides
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TranscriptError) as caught:
        read_call(path)
    error = caught.value
    assert wanted in str(error)
    assert "\n" not in str(error)
    assert str(error).startswith("call.vtt, ")
    assert error.place and error.problem.endswith(".") and error.remedy.endswith((".", "”"))


@pytest.mark.parametrize("name", CHATS)
def test_a_chat_is_typed_talk(name: str) -> None:
    call = read_call(CHATS[name])
    assert call.typed and call.guess and not call.clocked and call.seconds is None
    assert [turn.speaker for turn in call.turns] == ["Maya Lindqvist", "Tom Okafor"] * 4
    assert all(turn.start is None and turn.end is None for turn in call.turns)


@pytest.mark.parametrize("name", BYTES)
def test_refused_bytes(name: str) -> None:
    data, wanted = BYTES[name]
    with pytest.raises(TranscriptError, match=wanted):
        read_call(data)


def test_too_large_a_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(25_000_000)
    with pytest.raises(TranscriptError, match="larger than 20 MB"):
        read_call(path)


def test_no_file_a_folder_a_strange_path(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="no such file"):
        read_call(tmp_path / "none.vtt")
    with pytest.raises(TranscriptError, match="This is a folder"):
        read_call(tmp_path)
    with pytest.raises(TranscriptError, match="opened"):
        read_call("a\0b")
    with pytest.raises(TranscriptError):
        read_call("x" * 5000)


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "something.docx"
    path.write_text(SPANS["srt"](TALK), encoding="utf-8")
    call = read_call(path)
    assert (call.file, call.format) == ("something.docx", "SRT")


# --- what tools add ---


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("0:03", 3), ("1:02:03", 3723), ("00:00:03.608", 3.608), ("00:00:03,608", 3.608), ("0:0:5.32", 5.32), ("-0:01", -1),
        ("0 minutes 3 seconds", 3), ("1h 2m 3s", 3723), ("12s", 12), ("3.25", 3.25), ("00:01:02:12", 62), ("", None),
        ("Tuesday", None), ("1:2:3:4:5", None), ("5", None), ("٣:٠٤", None),
    ],
)  # fmt: skip
def test_clock(text: str, wanted: float | None) -> None:
    assert seconds(text) == (None if wanted is None else pytest.approx(wanted))


@pytest.mark.parametrize(
    "four,one", [("-00:00:04.000", "-00:00:01.000"), ("-0:0:4.0", "-0:0:1.0"), ("0:0:-4.0", "0:0:-1.-0")]
)
def test_negative_starts_move_everything_and_keep_lengths(four: str, one: str) -> None:
    text = f"WEBVTT\n\n{four} --> {one}\n<v Maya>Hello there.</v>\n\n00:00:01.000 --> 00:00:03.000\n<v Tom>Hello.</v>\n"
    call = read_call(text)
    assert [(t.start, t.end) for t in call.turns] == [(0.0, 3.0), (5.0, 7.0)]


def test_a_cue_of_two_lines_and_a_cue_of_two_voices() -> None:
    text = (
        "WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n<v Maya>One line\nand its second.</v>\n\n"
        "00:00:04.000 --> 00:00:08.000\n<v Tom>Yes, I see.</v>\n<v Maya>Good, then on.</v>\n"
    )
    assert said(read_call(text)) == [
        ("Maya", "One line and its second."),
        ("Tom", "Yes, I see."),
        ("Maya", "Good, then on."),
    ]


def test_a_cue_without_a_speaker_is_unknown() -> None:
    text = "WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\nMaya: Hello.\n\n2\n00:00:02.000 --> 00:00:04.000\nand then\n"
    assert said(read_call(text)) == [("Maya", "Hello."), ("Unknown", "and then")]


def test_subtitles_that_name_a_speaker_where_he_begins() -> None:
    rows = ["Maya: one", "two", "three", "Tom: four", "five", "six", "seven", "Maya: eight", "nine", "ten"]
    text = "".join(
        f"{n}\n00:00:{2 * n:02},000 --> 00:00:{2 * n + 1:02},900\n{row}\n\n" for n, row in enumerate(rows, 1)
    )
    assert said(read_call(text)) == [
        ("Maya", "one two three"),
        ("Tom", "four five six seven"),
        ("Maya", "eight nine ten"),
    ]


def test_entities_and_tags_are_text_again() -> None:
    text = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n<v Maya &amp; Co><i>Salt &lt;3 &amp; pepper</i></v>\n"
    assert said(read_call(text)) == [("Maya & Co", "Salt <3 & pepper")]


def test_what_a_terminal_would_obey_is_left_out() -> None:
    text = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n<v Ma&#27;[2Jya>Hello &#27;[31m\x1b[0mthere &#x202e;now.</v>\n"
    assert said(read_call(text)) == [("Ma[2Jya", "Hello [31m[0mthere now.")]


def test_cues_of_one_speaker_are_one_turn_and_asides_none() -> None:
    text = (
        "start\tend\tspeaker\ttext\n0\t1\tMaya\tWell,\n1\t2\tMaya\t(pause 0.90)\n2\t3\tMaya\tlet me see.\n3\t4\tTom\t<ts>\n"
        "4\t5\tTom\tSure.\n"
    )
    call = read_call(text)
    assert said(call) == [("Maya", "Well, let me see."), ("Tom", "Sure.")]
    assert [turn.seconds for turn in call.turns] == [2.0, 1.0]


def test_out_of_order_overlapping_and_empty_cues() -> None:
    text = (
        "WEBVTT\n\n00:00:10.000 --> 00:00:12.000\nTom: Second.\n\n00:00:00.000 --> 00:00:11.000\nMaya: First.\n\n"
        "00:00:12.000 --> 00:00:12.000\nTom: Third, of no length.\n\n00:00:14.000 --> 00:00:13.000\nMaya: Fourth, backwards.\n\n"
        "00:00:15.000 --> 00:00:16.000\nMaya:\n"
    )
    call = read_call(text)
    assert [t.speaker for t in call.turns] == ["Maya", "Tom", "Maya"]
    assert all(end > start for turn in call.turns for start, end in turn.spans)


def test_names_that_vary_are_one_person() -> None:
    text = "Maya Lindqvist: One.\nTom: Two.\nMAYA LINDQVIST: Three.\nTom: Four.\nMaya  Lindqvist (Guest): Five.\nLindqvist, Maya: Six.\nTom: Seven.\nMaya Lindqvist: Eight."
    assert read_call(text).speakers == (MAYA, "Tom")


@pytest.mark.parametrize("name", ["Unknown Speaker", "Unidentified Speaker 2", "unknown", "Speaker ?", "N/A"])
def test_a_name_that_is_none_is_unknown(name: str) -> None:
    text = f"{name}  0:01\nGood morning to you.\n\nTom  0:05\nGood morning.\n\n{name}  0:09\nSo.\n\nTom  0:12\nSo.\n"
    assert read_call(text).speakers == ("Unknown", "Tom")


@pytest.mark.parametrize(
    "names",
    [
        ("Speaker 1", "Speaker 2"), ("seller", "buyer"), ("Q", "A"), ("Dr. Ana María de la Cruz", "J. R. Ewing"),
        ("山田太郎", "李明"), ("Ольга", "محمد"), ("O’Neill, Pat", "+49 170 1234567"), ("me", "them"), ("SPEAKER_00", "SPEAKER_01"),
        ("Anna (Acme)", "Bo-Sales"), ("Mary-Jane", "Agent"), ("Interviewer", "P1"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("format", ["plain", "otter", "rev same line", "tldv", "teams vtt", "zoom vtt", "csv"])
def test_names_of_many_kinds(names: tuple[str, str], format: str) -> None:
    renamed = tuple(Said(names[0] if s.name == MAYA else names[1], s.start, s.end, s.text) for s in TALK)
    writer = {**SPANS, **STARTS, **PLAIN}[format] if format != "csv" else SPANS["csv"]
    assert [turn.text for turn in read_call(writer(renamed)).turns] == [s.text for s in TALK]
    assert len(read_call(writer(renamed)).speakers) == 2


@pytest.mark.parametrize("format", ["teams vtt", "zoom vtt", "csv", "plain"])
def test_a_bar_in_a_name(format: str) -> None:
    renamed = tuple(Said("Bo | Sales" if s.name == MAYA else s.name, s.start, s.end, s.text) for s in TALK)
    assert read_call({**SPANS, "plain": PLAIN["plain"]}[format](renamed)).speakers == ("Bo | Sales", TOM)


def test_what_stands_above_the_talk_is_not_said() -> None:
    head = "---\ntitle: Laundry\ndate: 2026-03-08\nClient: Ward 7\n---\n\n# Laundry\n\nSummary: towels, crates and a list.\n\n"
    assert said(read_call(head + PLAIN["plain"](TALK))) == WANTED


def test_lines_wrapped_at_eighty() -> None:
    text = "Maya: So what happens\nwhen the crates are short,\non a morning like that?\n\nTom: Somebody drives\nto the wholesaler.\n\nMaya: Who pays?\nTom: They do."
    call = read_call(text)
    assert said(call)[0] == ("Maya", "So what happens when the crates are short, on a morning like that?")
    assert len(call.turns) == 4


def test_a_long_line_is_read_to_its_end() -> None:
    long = "word " * 400 + "end: really."
    text = f"**Maya:** {long}\n\n**Tom:** Ah.\n\n**Maya:** {long}\n"
    assert said(read_call(text)) == [("Maya", long), ("Tom", "Ah."), ("Maya", long)]


def test_five_hours(tmp_path: Path) -> None:
    talk = tuple(Said(s.name, s.start + 60 * n, s.end + 60 * n, s.text) for n in range(300) for s in TALK)
    for name in ("zoom vtt", "otter"):
        call = read_call({**SPANS, **STARTS}[name](talk))
        assert len(call.turns) == len(talk)
        assert call.seconds is not None and 17_900 < call.seconds < 18_100


def test_a_sample_is_missed_where_its_pattern_breaks() -> None:
    """The samples are told apart: a file written with a sign that no tool uses is not read by accident."""
    with pytest.raises(TranscriptError):
        read_call("\n".join(f"{s.name} ~~ {s.text}" for s in TALK))


@pytest.mark.parametrize(
    "note",
    [
        *(f"--- {edge} of {what} ---" for edge in ("End", "START") for what in ("call", "meeting", "recording")),
        *(f"The {what} ended." for what in ("call", "meeting", "recording", "transcript", "conversation")),
        "[Call begins]", "Gespräch beendet", "Ende der Aufnahme", "Fin de l’appel", "Fin de la llamada", "Fin de la grabación",
        "Fim da ligação", "Fim da gravação", "Fine della chiamata", "Fine registrazione",
    ],
)  # fmt: skip
def test_a_note_that_the_call_begins_or_ends_is_nobody_s_words(note: str) -> None:
    talk = "Maya: How do you do it today?\nTom: By hand, every night.\n"
    assert said(read_call(f"{talk}{note}\n".encode())) == said(read_call(talk.encode()))


def test_words_on_the_end_of_a_call_are_words() -> None:
    talk = "Maya: How was it?\nTom: Well.\nThe meeting ended in a quarrel, and nobody called back.\n"
    assert said(read_call(talk.encode()))[-1][1].endswith("nobody called back.")


@pytest.mark.parametrize("pattern", PATTERNS, ids=range(len(PATTERNS)))
def test_every_timed_pattern_has_a_sample_whose_lines_are_tried(pattern: re.Pattern[str]) -> None:
    lines = [line for write in (*SPANS.values(), *STARTS.values()) for line in map(bare_line, write(TALK).splitlines())]
    found = [line for line in lines if pattern.match(line)]
    assert len(found) >= 2
    assert all(map(may_have_a_time, found))


def test_a_new_pattern_is_tried_on_lines_without_a_colon() -> None:
    pattern = re.compile(r"(?P<start>\d+h\d\dm\d\d)\s(?P<name>\w+)\ssays\s(?P<rest>.*)")
    (label,) = labels_by(pattern, ["0h00m03 Anna says good day", "and Anna says goodbye"])
    assert (label.line, label.name, label.start, label.rest) == (0, "Anna", "0h00m03", "good day")
