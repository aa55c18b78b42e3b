"""One invented talk, written as many tools write it. Each writer takes the turns and returns a file's text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MAYA, TOM = "Maya Lindqvist", "Tom O'Kafor"


@dataclass(frozen=True)
class Said:
    name: str
    start: float
    end: float
    text: str


TALK = (
    Said(MAYA, 3.2, 8.9, "Morning, Tom. Did the 9:30 delivery turn up in the end?"),
    Said(TOM, 9.4, 16.0, "It did: two crates short, so the ward had towels until noon and then none."),
    Said(MAYA, 16.8, 19.5, "What happened at noon?"),
    Said(TOM, 20.1, 33.7, "Well, the usual. Somebody drives to the wholesaler, pays with their own card [laughs], and I sign for it."),
    Said(MAYA, 34.0, 37.2, "So you pay twice. How often is that, in a month?"),
    Said(TOM, 37.9, 48.3, "One thing: I never counted. Perhaps six times? Seven in winter, when half the drivers are ill."),
    Said(MAYA, 49.0, 55.5, "Then here is what I would suggest. Count them until Friday, and we look at the list together."),
    Said(TOM, 55.9, 58.0, "Fine. Friday at ten."),
)  # fmt: skip


def m_ss(t: float) -> str:
    return (
        f"{int(t) // 60}:{int(t) % 60:02}" if t < 3600 else f"{int(t) // 3600}:{int(t) // 60 % 60:02}:{int(t) % 60:02}"
    )


def mm_ss(t: float) -> str:
    return f"{int(t) // 60:02}:{int(t) % 60:02}" if t < 3600 else hms(t)


def hms(t: float) -> str:
    return f"{int(t) // 3600:02}:{int(t) // 60 % 60:02}:{int(t) % 60:02}"


def full(t: float, point: str = ".") -> str:
    return f"{hms(t)}{point}{round(t % 1 * 1000):03}"


def each(template: str, between: str = "\n", head: str = "", foot: str = "") -> Callable[[tuple[Said, ...]], str]:
    def write(talk: tuple[Said, ...]) -> str:
        blocks = [
            template.format(
                n=n, name=s.name, text=s.text, first=s.name.split()[0], m=m_ss(s.start), mm=mm_ss(s.start),
                mmend=mm_ss(s.end), h=hms(s.start), hend=hms(s.end), f=full(s.start), fend=full(s.end),
                c=full(s.start, ","), cend=full(s.end, ","), u=f"0:0:{s.start:.3f}", uend=f"0:0:{s.end:.3f}",
                secs=int(s.start), minute=int(s.start) // 60, ms=round(s.start * 1000), msend=round(s.end * 1000),
                s=f"{s.start:.3f}", send=f"{s.end:.3f}", js=s.text.replace('"', '\\"'), guid=f"3f2b{n:04}-aaaa-bbbb-cccc-0123456789ab",
            )
            for n, s in enumerate(talk, 1)
        ]  # fmt: skip
        return head + between.join(blocks) + foot

    return write


V = "WEBVTT\n\n"
MEET_FOOT = (
    "\n\nMeeting ended after 00:01:02 👋\nThis editable transcript was computer generated and might contain errors."
)

# With start and end.
SPANS = {
    "zoom vtt": each("{n}\n{f} --> {fend}\n{name}: {text}\n", head=V),
    "teams vtt": each("{f} --> {fend}\n<v {name}>{text}</v>\n", head=V),
    "teams vtt guid": each("{guid}/{n}-0\n{f} --> {fend}\n<v {name}>{text}</v>\n", head=V),
    "teams vtt unpadded": each("{u} --> {uend}\n<v {name}>{text}</v>\n", head=V),
    "teams vtt json": each(
        '{f} --> {fend}\n{{"startDateTime":"2026-03-08T08:22:30+00:00","speakerName":"{name}","spokenText":"{js}"}}\n',
        head=V,
    ),
    "teams vtt notes": each(
        "NOTE Confidence: 0.91\n\n{guid}\n{f} --> {fend}\n<v {name}>{text}\n",
        head=V + 'NOTE duration:"00:01:02"\n\nNOTE language:en-us\n\n',
    ),
    "webex vtt": each('{n} "{name}" (2384738273)\n{f} --> {fend}\n{text}\n', head=V),
    "vtt class": each(
        "{f} --> {fend} align:start position:0%\n<v.loud {name}>{text}</v>\n",
        head="WEBVTT - Call\nKind: captions\nLanguage: en\n\n",
    ),
    "vtt bracket names": each("{f} --> {fend}\n[{name}] {text}\n", head=V),
    "vtt short times": each("{mm}.000 --> {mmend}.000\n{name}: {text}\n", head=V),
    "vtt without heading": each("{f} --> {fend}\n{name}: {text}\n"),
    "vtt no blank lines": each("{f} --> {fend}\n{name}: {text}", head=V),
    "srt": each("{n}\n{c} --> {cend}\n{name}: {text}\n"),
    "srt dashes": each("{n}\n{c} --> {cend}\n- {name}: {text}\n"),
    "srt arrows": each("{n}\n{c} --> {cend}\n>> {name}: {text}\n"),
    "srt brackets": each("{n}\n{c} --> {cend}\n[{name}]: {text}\n"),
    "srt name line": each("{n}\n{c} --> {cend}\n{name}\n{text}\n"),
    "srt double spaced": each("{n}\n\n{c} --> {cend}\n\n{name}: {text}\n\n"),
    "teams docx 2021": each("{u} --> {uend}\n{name}\n{text}\n"),
    "csv": each('"{name}",{s},{send},"{text}"', head="Speaker,Start,End,Text\n"),
    "csv clock": each('{n},{f},{fend},{name},"{text}"', head="#,Start time,End time,Speaker name,Transcript\n"),
    "csv semicolons": each("{name};{s};{send};{text}", head="speaker;start;end;text\n"),
    "csv ms": each('{ms},{msend},{name},"{text}"', head="start_ms,end_ms,speaker,text\n"),
    "tsv": each("{s}\t{send}\t{name}\t{text}", head="start\tend\tspeaker\ttext\n"),
    "range then name": each("[{f} - {fend}] {name}: {text}"),
    "range line": each("{h} - {hend}\n{name}\n{text}\n"),
    "name and range": each("{name} ({f} - {fend})\n{text}\n"),
    "whisperx": each("[{f} --> {fend}] {name}: {text}"),
    "range, name, tab": each("{f} - {fend}\t{name}\t{text}"),
    "csv sep": each('"{name}";"{text}";{s};{send}', head="sep=;\nSpeaker;Text;Start (s);End (s)\n"),
    "csv title": each(
        '{n},{name},{s},{send},"{text}"',
        head="Laundry check-in\n8 March 2026\n\nNo,Speaker Name,Start Time,End Time,Sentence\n",
    ),
    "csv plain ms": each('{ms},{msend},{name},"{text}"', head="start,end,speaker,text\n"),
    "csv german": each("{name};{f};{fend};{text}", head="Sprecher;Beginn;Ende;Text\n"),
    "markdown table": each(
        "| {s} | {send} | {name} | {text} |", head="| Start | End | Speaker | Text |\n|---|---|---|---|\n"
    ),
    "range in seconds": each("[{s} - {send}] {name}: {text}"),
    "srt font": each('{n}\n{c} --> {cend}\n<font color="#ffff00">{name}:</font> {text}\n'),
    "vtt wide colon": each("{f} --> {fend}\n{name}：{text}\n", head=V),
    "arrow line, name behind": each("{f} --> {fend} {name}: {text}\n"),
    "speaker range bracket": each("{name} [{mm} - {mmend}]: {text}"),
}

# With a start only.
STARTS = {
    "otter": each("{name}  {m}  \n{text}\n", foot="\n\nTranscribed by https://otter.ai"),
    "riverside": each("{name} ({mm}.608)\n{text}\n"),
    "rev": each("{name} ({mm}):\n{text}\n"),
    "rev inline": each("{name}: ({mm})\n{text}\n"),
    "rev same line": each("{name} ({mm}): {text}"),
    "boxed time, dash": each("[{mm}] {name} – {text}"),
    "boxed time, name in parentheses": each("[{mm}] ({name}) {text}"),
    "columns of spaces": each("{h}    {name}    {text}"),
    "rev document": each("{name}: {mm}\u2003{text}\n", foot="\n\nPage 1 of 12\nTranscript by Rev.com"),
    "temi": each("{name}: [{h}] {text}\n"),
    "trint": each("{name} [{h}] {text}\n"),
    "krisp": each("{name} | {mm}\n{text}\n"),
    "notta": each("{name} {mm}\n{text}\n"),
    "fathom": each("{m} - {name}\n  {text}\n", head="Laundry check-in - March 8\nVIEW RECORDING - 1 mins (No highlights): https://example.org/1\n\n---\n\n"),
    "fathom company": each("@{m} - **{name} (Ward 7)**\n{text}\n", head="# Laundry check-in\n\n"),
    "gong": each("{m} | {name}\n{text}\n", head="Laundry check-in\n\nRecorded on Mar 8, 2026 via Zoom, 1m\n\nParticipants\n\nMaya Lindqvist, Northwash\nTom O'Kafor, Ward 7\n\nTranscript\n\n"),
    "tldv": each("{mm} {name}: {text}"),
    "descript": each("[{h}] {name}: {text}"),
    "happyscribe": each("[{f}] - {name}\n{text}\n"),
    "tactiq": each("{mm} {name}: {text}\n", head="Laundry check-in\nTranscript\n\n"),
    "grain": each("[{name}]({m})\n{text}\n"),
    "fireflies": each("{name} - {mm}\n{text}\n"),
    "fireflies md": each("**{name}:** *({mm})*\n{text}\n"),
    "md bold time": each("**{name}** ({mm}): {text}\n"),
    "md heading time": each("### {name} · {mm}\n\n{text}\n"),
    "md time in bold": each("**[{mm}] {name}:** {text}\n"),
    "md bullets": each("- **{name}** [{mm}] {text}"),
    "teams docx": each("{name}   {m}\n{text}\n", head="Laundry check-in-20260308_082230-Meeting Recording\nMarch 8, 2026, 8:22AM\n1m 2s\n\nMaya Lindqvist started transcription\n\n", foot="\n\nMaya Lindqvist stopped transcription"),
    "teams web": each("{name}\n{m}\n{text}\n"),
    "teams web spelt": each("{name}\n{minute} minutes {secs} seconds\n{m}\n{text}\n"),
    "teams web one line": each("{name} {minute} minutes {secs} seconds\n{text}\n"),
    "zoom web": each("{name}\n{h}\n{text}\n"),
    "zoom captions": each("[{name}] {h}\n{text}\n"),
    "time over name": each("{h}\n{name}\n{text}\n"),
    "tabs": each("{name}\t{mm}\t{text}"),
    "tabs, time first": each("{mm}\t{name}\t{text}"),
    "dash inline": each("{mm} - {name}: {text}"),
    "angle": each("({mm}) {name}: {text}"),
    "name, time, dash": each("{name}, {mm} - {text}"),
    "numbered": each("{n}. {name} ({mm})\n{text}\n"),
    "csv start": each('{mm},{name},"{text}"', head="Timestamp,Speaker,Text\n"),
    "pipes": each("{name} | {mm} | {text}"),
    "md table": each("| {mm} | {name} | {text} |", head="| Time | Speaker | Text |\n|---|---|---|\n"),
    "avoma": each("{name}: {mm}\n{text}\n"),
    "otter with summary": each("{name}  {m}  \n{text}\n", head="Laundry check-in\nSun, Mar 8, 2026 8:22AM • 1:02\n\nSUMMARY KEYWORDS\ntowels, crates, list\n\nSPEAKERS\nMaya Lindqvist, Tom O'Kafor\n\n"),
    "seconds in brackets": each("[{s}s] {name}: {text}"),
    "time and pipe": each("{mm} | {name} | {text}"),
    "upper case": each("{name} ({mm}):  {text}\n"),
}  # fmt: skip

# Without times.
PLAIN = {
    "plain": each("{name}: {text}"),
    "plain spaced": each("{name}: {text}\n"),
    "name over text": each("{name}:\n{text}\n"),
    "meet md": each("**{name}:** {text}", head="## Laundry (2026-03-08 08:22 GMT) - Transcript\n\n### Attendees\nMaya Lindqvist, Tom O'Kafor\n\n# Transcript\n\n#### This editable transcript was computer generated and might contain errors. People can also change the text after it was created.\n\n", foot=MEET_FOOT),
    "meet text": each("{name}: {text}", head="Laundry (2026-03-08 08:22 GMT) - Transcript\nAttendees\nMaya Lindqvist, Tom O'Kafor\nTranscript\n", foot=MEET_FOOT),
    "meet sections": each("{name}: {text}\n", head="📝 Notes\nMar 8, 2026\nLaundry - Transcript\n00:00:00\n \n", foot="\n00:05:00\n\nTranscription ended after 00:05:03\n\nThis editable transcript was computer generated and might contain errors."),
    "colon outside bold": each("**{name}**: {text}\n"),
    "italic": each("*{name}:* {text}\n"),
    "arrows": each(">> {name}: {text}"),
    "quoted": each("> **{name}:** {text}\n>"),
    "bold name line": each("**{name}**\n\n{text}\n"),
    "heading name line": each("### {name}\n{text}\n"),
    "bullets": each("- {name}: {text}"),
    "csv": each('{name},"{text}"', head="speaker,text\n"),
    "tsv": each("{name}\t{text}", head="Speaker\tUtterance\n"),
    "brackets": each("[{name}] {text}"),
    "brackets, colon": each("[{name}]: {text}\n"),
    "names alone": each("{name}\n{text}\n"),
    "wide colon": each("{name}：{text}"),
}  # fmt: skip
