"""Measure reading one-hour calls: time to card and charts, a folder of them, and memory.

    python benchmarks/calls.py            100 calls in the folder
    python benchmarks/calls.py 1000       as many as you like

Unset PYTHONDONTWRITEBYTECODE first: without compiled bytecode every import is slower.
"""

from __future__ import annotations

import io
import json
import random
import resource
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sellbackwards.calls import Call

# Invented talk to draw from: enough variety that nothing is measured twice from a cache.
OPENINGS = ["So", "Well", "Right", "And", "What happens is that", "I mean", "You know", "In winter", "On a Monday"]
MIDDLES = [
    "the crates come late", "somebody drives to the wholesaler", "we count the towels", "the ward runs dry before noon",
    "nobody knows who pays", "our vans leave at five", "we built it for hotels", "you said it hurts most on Fridays",
]  # fmt: skip
ENDS = [
    "and that costs an hour.", "so we sign for it.", "which is fine.", "but not for long.", "and it never stops.",
    "How do you notice it?", "What would have to change?", "Is that so?", "Shall we meet on Friday at ten?", "I see.",
]  # fmt: skip


def one_hour(seed: int) -> str:
    """A call of one hour as WebVTT, some 1,000 cues and 9,500 words."""
    draw = random.Random(seed)
    lines, at, n = ["WEBVTT", ""], 0.0, 0
    speaker = 0
    while at < 3600:
        n += 1
        if draw.random() < 0.5:
            speaker = 1 - speaker
        text = " ".join(
            f"{draw.choice(OPENINGS)} {draw.choice(MIDDLES)} {draw.choice(ENDS)}"
            for _ in range(draw.choice((0, 1, 1, 1)))
        )
        text = text or "Mm-hm."
        long = 0.36 * len(text.split())
        lines += [
            str(n),
            f"{stamp(at)} --> {stamp(at + long)}",
            f"{('Maya Lindqvist', 'Tom Okafor')[speaker]}: {text}",
            "",
        ]
        at += long + draw.uniform(-0.3, 0.9)
    return "\n".join(lines)


def stamp(t: float) -> str:
    t = max(t, 0.0)
    return f"{int(t // 3600):02}:{int(t // 60) % 60:02}:{t % 60:06.3f}"


def other_formats(call: Call) -> dict[str, bytes]:
    """The same call as tools write it: a Word document, JSON by turns and by words, lines of text, a web page."""
    turns = [(t.speaker, t.text, t.start or 0.0, t.end or 0.0) for t in call.turns]
    words = [
        {
            "word": word,
            "start": a + n * (b - a) / len(said.split()),
            "end": a + (n + 1) * (b - a) / len(said.split()),
            "speaker": who,
        }
        for who, said, a, b in turns
        for n, word in enumerate(said.split())
    ]
    spoken = [{"speaker": who, "text": said, "start": a, "end": b} for who, said, a, b in turns]
    lines = "\n\n".join(f"{who}  {stamp(a)[3:8]}\n{said}" for who, said, a, _ in turns)
    rows = "".join(f"<tr><td>{stamp(a)}</td><td>{who}</td><td>{said}</td></tr>" for who, said, a, _ in turns)
    return {
        "Word (promise: 400)": word_document(turns),
        "JSON, turns (promise: 400)": json.dumps({"segments": spoken}).encode(),
        "JSON, words (promise: 400)": json.dumps({"results": {"words": words}}).encode(),
        "lines of text": lines.encode(),
        "a web page": f"<table>{rows}</table>".encode(),
    }


def word_document(turns: list[tuple[str, str, float, float]]) -> bytes:
    """As Teams writes it: a paragraph for each turn, the name in bold, the time, a break, the text."""
    body = "".join(
        f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{who}</w:t></w:r><w:r><w:t>   {stamp(a)[3:8]}</w:t></w:r>"
        f"<w:r><w:br/><w:t>{said}</w:t></w:r></w:p>"
        for who, said, a, _ in turns
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def timed(name: str, work: Callable[[], object], times: int = 7) -> None:
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(1000 * (time.perf_counter() - start))
    print(f"{name:<46} {statistics.median(found):7.0f} ms (worst {max(found):.0f})")


def megabytes() -> float:
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / unit


def main(count: int) -> None:
    start = time.perf_counter()
    from sellbackwards.calls import measure, read_call
    from sellbackwards.calls.score_card import card

    print(f"{'import sellbackwards.calls':<46} {1000 * (time.perf_counter() - start):7.0f} ms")
    text = one_hour(0).encode()
    call = read_call(text)
    measures = measure(call)
    print(f"one hour: {len(text) // 1000} kB, {len(call.turns)} turns, {sum(t.words for t in call.turns)} words")
    timed("read", lambda: read_call(text))
    timed("measure", lambda: measure(read_call(text)))
    timed("one hour → card (promise: 200 ms)", lambda: card(measure(read_call(text))))
    for name, data in other_formats(call).items():
        timed(f"one hour as {name} → card", lambda data=data: card(measure(read_call(data))))  # type: ignore[misc]

    start = time.perf_counter()
    from sellbackwards.calls.charts import talk_share_over_time, who_talks_when

    print(f"{'import the charts (matplotlib)':<46} {1000 * (time.perf_counter() - start):7.0f} ms")
    timed("who talks when, as HTML", lambda: who_talks_when(call, measures)._repr_html_())
    timed("talk share over time, as HTML", lambda: talk_share_over_time(call, measures)._repr_html_())

    from sellbackwards.calls.report import rows, write_csv

    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder) / "calls"
        calls.mkdir()
        for n in range(count):
            (calls / f"{n:04}.vtt").write_text(one_hour(n), encoding="utf-8")
        for jobs in (1, 2):
            start, memory = time.perf_counter(), [megabytes()]

            def watch(done: int, of: int, memory: list[float] = memory) -> None:
                if done in (of // 10, of):
                    memory.append(megabytes())

            write_csv(rows(calls, jobs=jobs, progress=watch), Path(folder) / "calls.csv")
            took = time.perf_counter() - start
            print(
                f"{count} calls, processes: {jobs}, {took:.1f} s, {1000 * took / count:.0f} ms a call"
                f" (1,000 would take {1000 * took / count:.0f} s; promise: 120 with 2);"
                f" memory after a tenth {memory[1]:.0f} MB, at the end {memory[-1]:.0f} MB"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
