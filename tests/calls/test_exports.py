"""Transcripts as tools really wrote them, and meetings with clocks (measuring data beside the checkout)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sellbackwards.calls import Call, TranscriptError, measure, read_call
from sellbackwards.calls.assembling import assemble
from sellbackwards.calls.call import Cue


def shares(call: Call) -> dict[str, float]:
    return {s.name: s.share for s in measure(call).speakers}


def test_every_export_is_read_or_refused_as_expected(shared: Path) -> None:
    folder = shared / "data" / "exports"
    with (folder / "manifest.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 11
    for row in rows:
        if not row["expect"].startswith("refuse"):
            m = measure(read_call(folder / row["file"]))
            assert m.speakers and sum(s.share for s in m.speakers) == pytest.approx(1), row["file"]
        else:
            with pytest.raises(TranscriptError, match=r"\.vtt, \.srt or \.txt"):
                read_call(folder / row["file"])


@pytest.mark.parametrize(
    "name", ["zoom_2020_transcript.vtt", "podcast_same_as_riverside.srt", "otter_podcast.txt", "meet_doc_2023_bold.md"]
)
def test_nothing_that_was_said_is_lost(shared: Path, name: str) -> None:
    path = shared / "data" / "exports" / name
    held = " ".join(" ".join(t.text for t in read_call(path).turns).split())
    lines = [line.split() for line in path.read_text(encoding="utf-8").split("\n")]
    spoken = [" ".join(words[-5:]) for words in lines if len(words) >= 8]
    above = 3 if name.endswith(".md") else 0  # title, attendees, a note on the transcript
    assert sum(end not in held for end in spoken) <= above


def test_speakers_are_the_ones_on_the_call(shared: Path) -> None:
    folder = shared / "data" / "exports"
    assert set(read_call(folder / "otter_podcast.txt").speakers) == {"Emma", "Kelly", "Unknown", "Tailor", "Sidney"}
    zoom = read_call(folder / "zoom_2020_transcript.vtt").speakers
    assert "Unknown" in zoom and len(zoom) == 6
    assert len(read_call(folder / "meet_doc_2023_bold.md").speakers) == 6


def test_the_same_talk_in_two_formats(shared: Path, tmp_path: Path) -> None:
    """Start and end, starts in whole seconds, and no times at all: shares within five points (words: seven)."""
    folder = shared / "data" / "exports"
    for name in ("zoom_2020_transcript.vtt", "podcast_same_as_riverside.srt", "same_interview_coraal.txt"):
        call = read_call(folder / name)
        full = shares(call)
        otter = "\n\n".join(
            f"{t.speaker}  {int(t.start or 0) // 60}:{int(t.start or 0) % 60:02}\n{t.text}" for t in call.turns
        )
        plain = "\n\n".join(f"{t.speaker}: {t.text}" for t in call.turns)
        by_start, by_words = shares(read_call(otter)), shares(read_call(plain))
        assert set(by_start) == set(full) == set(by_words)
        assert max(abs(full[k] - by_start[k]) for k in full) <= 0.05, name
        assert max(abs(full[k] - by_words[k]) for k in full) <= 0.07, name


def test_word_share_stands_for_time_share_in_clocked_meetings(shared: Path) -> None:
    differences = []
    for path in sorted((shared / "data" / "conversations").glob("B*.csv")):
        call = read_call(path)
        assert call.ends_known
        by_time = shares(call)
        by_words = shares(assemble(call.file, call.format, [Cue(t.speaker, t.text) for t in call.turns]))
        differences += [abs(by_time[name] - by_words[name]) for name in by_time]
    assert len(differences) >= 15
    assert sum(d <= 0.06 for d in differences) >= 0.95 * len(differences)


def test_every_conversation_is_read_and_the_lead_counted_right(shared: Path) -> None:
    folder = shared / "data" / "conversations"
    with (folder / "index.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["lead_role"] and row["lead_word_share"]]
    for row in rows:
        call = read_call(folder / row["file"])
        if row["lead_role"] in call.speakers:
            words = {s.name: s.words for s in measure(call).speakers}
            share = words[row["lead_role"]] / sum(words.values())
            assert share == pytest.approx(float(row["lead_word_share"]), abs=0.03), row["file"]
