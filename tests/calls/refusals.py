"""What is not a transcript, and the words that the refusal must hold. All of it invented."""

from __future__ import annotations

LINES = [
    "so today we want to look at", "how the towels get to the ward", "and why they come late", "you see the van here",
    "it waits at the gate for", "about twenty minutes", "every single morning", "and nobody knows why",
]  # fmt: skip


def _captions(point: str, number: bool) -> str:
    return "\n".join(
        (f"{n + 1}\n" if number else "") + f"00:00:{3 * n:02}{point}000 --> 00:00:{3 * n + 2:02}{point}900\n{line}\n"
        for n, line in enumerate(LINES)
    )


def _each(template: str) -> str:
    names = ["Maya Lindqvist", "Tom Okafor"]
    return "\n".join(
        template.format(name=names[n % 2], text=line, n=n, mm=f"{n + 2:02}", m=f"0:{3 * n:02}")
        for n, line in enumerate(LINES)
    )


REFUSED: dict[str, tuple[str, str]] = {
    "subtitles": (_captions(",", True), "no cue says who speaks"),
    "captions": ("WEBVTT\nKind: captions\nLanguage: en\n\n" + _captions(".", False), "no cue says who speaks"),
    "captions word by word": (
        "WEBVTT\nKind: captions\nLanguage: en\n\n00:00:00.199 --> 00:00:02.389 align:start position:0%\n \n"
        "so<00:00:00.400><c> today</c><00:00:00.719><c> we</c>\n\n00:00:02.389 --> 00:00:02.399 align:start position:0%\n"
        "so today we\n \n",
        "no cue says who speaks",
    ),
    "captions with a colon": (
        "WEBVTT\n\n" + _captions(".", False).replace("so today we want", "here is the thing: we want"),
        "no cue says who speaks",
    ),
    "captions with sounds": (
        "WEBVTT\n\n" + _captions(".", False).replace("every single", "[Music]\nevery single"),
        "no cue says who speaks",
    ),
    "cues without text": ("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n\n00:00:03.000 --> 00:00:04.000\n", "No cue holds any text"),
    "only a heading": ("WEBVTT\n\n", "No cue holds any text"),
    "video page": (_each("{m}\n{text}"), "No line says who speaks"),
    "video page, one line": (_each("{m} {text}"), "No line says who speaks"),
    "zoom chat": (_each("18:{mm}:11 From {name} to Everyone: {text}"), "chat"),
    "zoom chat two lines": (_each("18:{mm}:11 From {name} To Everyone:\n\t{text}"), "chat"),
    "zoom chat saved": (_each("00:{mm}:11\t{name}:\t{text}"), "chat"),
    "meet chat": (_each("00:{mm}:01.000,00:{mm}:04.000\n{name}: {text}\n"), "chat"),
    "json": ('{"name": "Maya", "age": 3}', "JSON"),
    "json answer": ('{\n "results": {\n  "transcripts": [{"transcript": "hello"}], "items": []}}', "JSON"),
    "schema": ('{"openapi": "3.0.1", "components": {"schemas": {"Transcript": {"type": "object"}}}}', "schema"),
    "json broken": ('{"segments": [{"speaker": "Maya", "te', "JSON"),
    "ttml": ('<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>', "XML"),
    "web page": ("<!DOCTYPE html>\n<html><body><h1>Towels</h1><p>They come late.</p><p>Every day.</p></body></html>", "web page"),
    "json words": ('{"segments": [' + ",".join(f'{{"start": {n}, "end": {n + 1}, "text": "{line}"}}' for n, line in enumerate(LINES)) + "]}", "not who says them"),
    "json deep": ('{"a":' * 5_000 + "1" + "}" * 5_000, "nested too deep"),
    "yaml": ("name: laundry\nversion: 2\nservices:\n  web:\n    image: towels\n    port: 80\n", "No line says who speaks"),
    "ini": ("[server]\nhost = localhost\nport = 8080\n", "No line says who speaks"),
    "python": ("import os\n\ndef f(x):\n    return {'a': 1}\n\nclass A:\n    b: int = 3\n", "No line says who speaks"),
    "prose": (" ".join(LINES) + ".\n\n" + "Then the van left: nobody saw it. " * 20, "No line says who speaks"),
    "letter": (
        "From: Maya Lindqvist\nTo: Tom Okafor\nSubject: Towels\nDate: 8 March 2026\n\nDear Tom,\n\nhere is what we said: "
        "you count, I call.\n\nKind regards\nMaya\n",
        "No line says who speaks",
    ),
    "minutes": (
        "Meeting notes\n\nAttendees: Maya, Tom\nDate: 8 March\n\nAction items:\n- Count the crates\n- Call the driver\n\n"
        "Decisions: none\nNext steps: Friday\n",
        "No line says who speaks",
    ),
    "log": (
        "2026-03-08 08:22:30 INFO server: started\n2026-03-08 08:22:31 WARN db: slow\n2026-03-08 08:22:35 INFO server: ok\n",
        "",
    ),
    "log levels": ("INFO: started\nWARN: slow\nINFO: ok\nERROR: stopped\nINFO: started\n", "No line says who speaks"),
    "film subtitles": (
        "[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,hello\nDialogue: 0,0:00:03.00,0:00:04.00,Default,,there\n",
        "film player",
    ),
    "song": (_each("[00:{mm}.00]{text}"), "No line says who speaks"),
    "poem": ("Roses are red\nViolets are blue\n\nSugar is sweet\nAnd so are you\n\nA third one\nIs here\n\nA fourth\nToo\n", "No line"),
    "todo": ("- Call Tom\n- Count crates: six\n- Write to Ada: by Friday\n- Ask Bo: who pays?\n", "No line says who speaks"),
    "list": ("Milk: 2\nEggs: 12\nFlour: 1 kg\nSugar: 500 g\nButter: 250 g\n", "No line says who speaks"),
    "empty": ("", "no text"),
    "blank": ("\n \n\t\n", "no text"),
    "table without speaker": ("start,end,text\n0,1,hello\n1,2,there\n", "No column says who speaks"),
    "table without text": ("speaker,start,end\nMaya,0,1\nTom,1,2\n", "No column holds what was said"),
    "table of other things": ("file,source,quality,turns\na.csv,x,high,36\nb.csv,x,low,20\n", ""),
    "table without rows": ("speaker,text\n", "no rows"),
    "open quote": ('speaker,text\nMaya,"hello\n' + "x" * 200_000, "quotation mark"),
    "nobody named": (_each("Unknown Speaker  {m}\n{text}\n"), "names no speaker"),
    "only sounds": ("Maya: [laughs]\nTom: [music]\nMaya: ...\n", "Nobody says a word"),
}  # fmt: skip

# Typed talk: read, without a clock.
CHATS: dict[str, str] = {
    "whatsapp": _each("[12/03/2026, 18:{mm}:11] {name}: {text}"),
    "whatsapp android": _each("12/03/2026, 18:{mm} - {name}: {text}"),
    "whatsapp us": _each("3/12/26, 6:{mm} PM - {name}: {text}"),
    "teams chat": _each("[10:{mm} AM] {name}\n{text}\n"),
    "teams chat with date": _each("[3/12 10:{mm} AM] {name}\n{text}\n"),
    "slack": _each("{name}  10:{mm} AM\n{text}\n"),
    "slack brackets": _each("{name} [10:{mm} AM]\n{text}\n"),
    "telegram": _each("{name}, [12.03.26 10:{mm}]\n{text}\n"),
    "telegram us": _each("{name}, [3/12/2026 10:{mm} AM]\n{text}\n"),
    "discord": _each("{name} — Today at 10:{mm} AM\n{text}\n"),
    "irc": _each("[10:{mm}] <{name}> {text}"),
}  # fmt: skip

BYTES: dict[str, tuple[bytes, str]] = {
    "broken docx": (b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)), "Word document"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "This is a PDF, which isn't read. Download it as .docx"),
    "rtf": (
        b"{\\rtf1\\ansi Maya: hello}",
        "This is a rich text document. Open it and save it as plain text",
    ),
    "doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "This is an old Word document, not text. Open it and save it",
    ),
    "gzip": (b"\x1f\x8b\x08\x00Maya: hello", "This is a compressed file. Unpack it"),
    "mp3": (
        b"ID3\x04\x00\x00\x00\x00\x00\x00",
        "This is a sound recording. Ask the tool for the transcript",
    ),
    "ogg": (b"OggS\x00\x02\x00\x00", "This is a sound recording. Ask the tool"),
    "webm": (b"\x1aE\xdf\xa3\x9fB\x86\x81", "This is a video. Ask the tool"),
    "mp4": (b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00", "recording"),
    "wav": (b"RIFF\x24\x00\x00\x00WAVEfmt ", "This is a recording. Ask the tool"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8, "isn't text"),
    "no bytes": (b"", "no text"),
}
