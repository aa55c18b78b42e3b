"""Whatever is in a file: a Call or a TranscriptError, never anything else, and never a wait that grows with a power."""

from __future__ import annotations

import gc
import io
import json
import re
import time
import tracemalloc
import unicodedata
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sellbackwards.calls import TranscriptError, measure, read_call
from sellbackwards.calls.report import text as as_text
from sellbackwards.calls.score_card import card
from tests.calls.field import LAYOUTS, docx, p, r
from tests.calls.refusals import REFUSED
from tests.calls.samples import PLAIN, SPANS, STARTS, TALK

QUIET = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
SAMPLES = [writer(TALK) for writer in (*SPANS.values(), *STARTS.values(), *PLAIN.values())]
SAMPLES += [text for text, _ in REFUSED.values() if len(text) < 5_000]
SAMPLES += [data for data, _ in LAYOUTS.values() if isinstance(data, str)]
DOCUMENTS = [data for data, _ in LAYOUTS.values() if isinstance(data, bytes)]

# Pieces of which transcripts are made, to be put together wrongly.
PIECES = st.sampled_from(
    [
        "WEBVTT", "NOTE x", "00:00:01.000 --> 00:00:02.000", "0:0:1.0 --> 0:0:0.5", "-00:00:01.000 --> 99:99:99.999",
        "1", "<v Maya>", "</v>", "Maya: hello", "Tom: ", ": x", "Maya  0:01", "(0:01)", "[00:01] Maya: hi", "**Maya:** hi",
        "### Maya", "speaker,text", "Maya,hello", '"', "\t", "a\tb\tc", "{", "}", "[", "0:00", "Maya", "", " ", "-->",
        "Maya | 0:03", "0 minutes 3 seconds", "\\", "<<>>", "\u202e", "\x00", "é", "你好：你", "=1+1", "&#27;[2J", "&#x202e;", "999:99:99,9999999999",
    ]
)  # fmt: skip


def holds(data: bytes | str) -> None:
    try:
        call = read_call(data, "file")
    except TranscriptError as error:
        assert "\n" not in str(error) and str(error).startswith("file, ")
        return
    m = measure(call)
    found = m.as_dict()
    json.dumps(found, allow_nan=False).encode()
    assert abs(sum(s["share"] for s in found["speakers"]) - 1) < 1e-6
    assert 0 <= m.talk_share <= 1 and sum(m.questions_by_third) == m.questions
    assert all(s.seconds is None or s.seconds >= 0 for s in m.speakers)
    assert all(turn.text.strip() and turn.words for turn in call.turns)
    assert [turn.i for turn in call.turns] == list(range(len(call.turns)))
    shown = [turn.text for turn in call.turns] + [speaker.name for speaker in m.speakers]
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in "".join(shown))
    assert card(m) and as_text(m).encode()


@QUIET
@given(st.binary(max_size=600))
def test_any_bytes(data: bytes) -> None:
    holds(data)


@QUIET
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    holds(text + "\n")


@QUIET
@given(st.lists(PIECES, max_size=40), st.sampled_from(["\n", " ", "\n\n", "\r\n"]))
def test_pieces_in_any_order(pieces: list[str], between: str) -> None:
    holds(between.join(pieces) + "\n")


@QUIET
@given(st.sampled_from(SAMPLES), st.data())
def test_transcripts_with_damage(sample: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        a = data.draw(st.integers(0, len(sample)))
        b = data.draw(st.integers(a, min(len(sample), a + 80)))
        sample = (
            sample[:a]
            + data.draw(st.one_of(st.just(""), PIECES, st.text(max_size=5))) * data.draw(st.integers(1, 3))
            + sample[b:]
        )
    holds(sample + "\n")


@QUIET
@given(st.sampled_from(SAMPLES), st.sampled_from(SAMPLES))
def test_two_files_in_one(first: str, second: str) -> None:
    holds(first + "\n\n" + second)


@QUIET
@given(st.sampled_from(SAMPLES), st.binary(max_size=6), st.integers(0, 500))
def test_broken_encodings(sample: str, noise: bytes, at: int) -> None:
    data = sample.encode()
    holds(data[:at] + noise + data[at:])


# Any JSON, its keys such as transcripts have.
KEYS = st.sampled_from(
    ["speaker", "text", "start", "end", "words", "name", "id", "speakers", "segments", "alternatives", "type", "from", "to",
     "duration", "channel", "timestamps", "results", "0", "", "speaker_labels", "transcript", "é"]
)  # fmt: skip
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12),
    st.sampled_from(["Maya", "Tom", "What happens then?", "00:01", "1.5s", "PT3S", "2026-03-08T10:00:00Z", 1e308, -1, 10**30, "<b>", "\u202e"]),
)  # fmt: skip
JSON = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=40
)
TURN = st.fixed_dictionaries(
    {"speaker": VALUES, "text": VALUES}, optional={"start": VALUES, "end": VALUES, "words": JSON, "id": VALUES}
)


@QUIET
@given(
    st.one_of(
        JSON,
        st.lists(TURN, min_size=1, max_size=8),
        st.fixed_dictionaries({"speakers": JSON, "segments": st.lists(TURN)}),
    )
)
def test_any_json(data: object) -> None:
    holds(json.dumps(data))


@QUIET
@given(st.sampled_from(DOCUMENTS), st.data())
def test_documents_with_damage(document: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(document)))
    holds(document[:at] + data.draw(st.binary(max_size=4)) + document[at + data.draw(st.integers(0, 30)) :])


@QUIET
@given(st.lists(st.tuples(PIECES, PIECES), max_size=12))
def test_documents_of_pieces(rows: list[tuple[str, str]]) -> None:
    clean = [[piece.replace("\x00", "") for piece in row] for row in rows]
    holds(docx([p(r(one, bold=True), r(other, br=True)) for one, other in clean]))


def test_a_zip_bomb_is_not_unpacked() -> None:
    """300 MB of blanks in a file of 300 kB: no more than the limit is ever unpacked, and it is refused."""
    bomb = docx([p(r("Maya: hello")), " " * 300_000_000])
    assert len(bomb) < 1_000_000
    tracemalloc.start()
    try:
        with pytest.raises(TranscriptError, match="far larger"):
            read_call(bomb)
        assert tracemalloc.get_traced_memory()[1] < 200_000_000
    finally:
        tracemalloc.stop()


def test_entities_in_a_document_are_not_expanded() -> None:
    body = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", body)
    with pytest.raises(TranscriptError, match="entities"):
        read_call(out.getvalue())


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"speaker":"A","text":"b","words":['])
def test_a_deep_json_is_refused(opening: str) -> None:
    holds(opening * 100_000)
    closing = {"[": "]", '{"a":': "}"}.get(opening, "]}")
    holds(opening * 900 + "1" + closing * 900)


def test_a_billion_words_are_refused_and_a_million_are_read() -> None:
    with pytest.raises(TranscriptError, match="larger than"):
        read_call(b"Maya: " + b"word " * 5_000_000)
    talk = [
        {"speaker": "AB"[n % 2], "text": "word " * 100, "start": n * 40.0, "end": n * 40 + 38.0} for n in range(10_000)
    ]
    assert sum(turn.words for turn in read_call(json.dumps(talk).encode()).turns) == 1_000_000


RUNS = [
    "a",
    "a ",
    ": ",
    "0:00 ",
    "[",
    "(0:00",
    "- ",
    "*",
    "_",
    "> ",
    "\t",
    " | ",
    "<v ",
    "<",
    '"',
    "1:",
    "A: ",
    "Anna  ",
    "1 h 2 m ",
    "[a]",
    "A. ",
    "{",
    '{"a":[',
    "<p>",
    "From: a\nDate: b\n",
    "A - b ",
    "3/8/2026, 10:00 AM ",
    "On Mon, ",
]


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("shape", ["{}", "A: {}\nB: y\n", "{}A: x\n", "{}\n"])
def test_time_grows_with_the_size_only(run: str, shape: str) -> None:
    few, many = (shape.format((run * 60)[:90]) * n + "\n" for n in (200, 800))
    assert growth(holds, few, many) < 8


def test_a_pattern_that_goes_back_is_found() -> None:
    """Each a of a row may begin a match that fails at its end: four times as many take sixteen times as long."""
    backtracking = re.compile("a+b")
    assert growth(backtracking.search, "a" * 2_000, "a" * 8_000) > 10


def growth(read: Callable[[str], object], few: str, many: str) -> float:
    """How many times as long the reading of a text of four times the length takes; about 4 where time grows evenly.

    Processor time, so that it holds on a busy machine; where it looks bad, the best of five.
    """
    short = long = float("inf")
    for _ in range(5):
        short, long = min(short, seconds(read, few)), min(long, seconds(read, many))
        if long < 8 * short:
            break
    return long / max(short, 0.001)


def seconds(read: Callable[[str], object], text: str) -> float:
    """Processor time of reading a text, without the sweep through what other tests left."""
    gc.disable()
    try:
        start = time.process_time()
        read(text)
        return time.process_time() - start
    finally:
        gc.enable()
