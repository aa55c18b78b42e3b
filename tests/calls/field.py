"""One invented talk in the layouts that people's files really have: notes above it, chats below, roles, clocks, JSON.

Each entry is what the file holds and what should come of it. `Want` says only what differs from the talk itself.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from tests.calls.samples import MAYA, TALK, TOM, Said, each, full, hms, m_ss, mm_ss


@dataclass(frozen=True)
class Want:
    """`names` are the names expected for Maya's and Tom's turns; `basis` "time" or "words"."""

    basis: str = "words"
    names: tuple[str, str] = (MAYA, TOM)
    typed: bool = False
    talk: tuple[Said, ...] = TALK
    seller: str | None = None  # Maya's name, if not said
    left_out: tuple[str, ...] = ()  # words that the list of what was left out must hold
    extra: dict[str, Any] = field(default_factory=dict)


Case = tuple[str | bytes, Want]
T, W = Want("time"), Want("words")

# The buyer speaks first: who offers and asks is the seller.
BACK = (Said(TOM, 0.2, 2.0, "Hello? Laundry room, Tom here."), *TALK)
PLAIN = each("{name}: {text}")


def renamed(maya: str, tom: str, talk: tuple[Said, ...] = TALK) -> tuple[Said, ...]:
    return tuple(Said(maya if s.name == MAYA else tom, s.start, s.end, s.text) for s in talk)


def role(
    maya: str, tom: str, template: str = "{name}: {text}", talk: tuple[Said, ...] = BACK, basis: str = "words"
) -> Case:
    return each(template)(renamed(maya, tom, talk)), Want(basis, (maya, tom), talk=talk)


def of_day(t: float, pattern: str) -> str:
    """A time of day, ten o'clock being the beginning of the call."""
    h, m, s = 10 + int(t) // 3600, int(t) // 60 % 60, int(t) % 60
    return pattern.format(h=h, m=m, s=s, h12=h % 12 or 12, ap="AM" if h < 12 else "PM")


def daily(
    template: str, pattern: str, head: str = "", foot: str = "", between: str = "\n", talk: tuple[Said, ...] = TALK
) -> str:
    rows = [template.format(name=s.name, text=s.text, at=of_day(s.start, pattern)) for s in talk]
    return head + between.join(rows) + foot


GERMAN_NOTES = (
    "📝 Notizen\n\n8. März 2026\n\nWäsche - wöchentlich\n\nEingeladen Maya Lindqvist Tom O'Kafor\n\nAnhänge Wäsche - wöchentlich\n\n"
    "Zusammenfassung\n\nMaya Lindqvist und Tom O'Kafor sprachen über verspätete Lieferungen.\n\nLieferungen: Zwei Kisten fehlten am Morgen.\n"
    "Nächste Bestellung: Wird am Freitag besprochen.\n\nEmpfohlene nächste Schritte\n\n* [ ] Tom O'Kafor: Kisten bis Freitag zählen.\n\n"
    "📖 Transkript\n\n8. März 2026\n\nWäsche - wöchentlich - Transkript\n\n00:00:00\n\n \n\n"
)
GERMAN_FOOT = "\n\nTranskription nach 00:01:02 beendet\n\nDieses bearbeitbare Transkript wurde automatisch erstellt und kann Fehler enthalten."


def notes_in(notes: str, steps: str, transcript: str, foot: str) -> str:
    head = f"{notes}\n\n* **{MAYA}:** …\n\n{steps}\n\n- {TOM}: Count the crates until Friday.\n\n## {transcript}\n\n"
    return head + each("{name}: {text}", between="\n\n")(TALK) + f"\n\n{foot}"


# --- JSON ---


def dumped(data: Any, **how: Any) -> str:
    return json.dumps(data, ensure_ascii=False, **how)


def words_of(s: Said) -> list[tuple[str, float, float]]:
    """The words of a turn, spread evenly over its time."""
    words = s.text.split()
    step = (s.end - s.start) / len(words)
    return [(w, s.start + n * step, s.start + (n + 1) * step) for n, w in enumerate(words)]


WHO = {MAYA: 0, TOM: 1}
NUMBERED = ("Speaker 0", "Speaker 1")


def turns(make: Callable[[Said], Any], talk: tuple[Said, ...] = TALK) -> list[Any]:
    return [make(s) for s in talk]


def flat(make: Callable[[Said], list[Any]], talk: tuple[Said, ...] = TALK) -> list[Any]:
    return [one for s in talk for one in make(s)]


JSON_FIRST: dict[str, Case] = {
    "fireflies": (dumped({"data": {"transcript": {"id": "x", "title": "Laundry", "sentences": turns(lambda s: {
        "index": 1, "speaker_name": s.name, "speaker_id": WHO[s.name], "text": s.text, "raw_text": s.text,
        "start_time": s.start, "end_time": s.end})}}}), T),
    "fireflies clock strings": (dumped(turns(lambda s: {"sentence": s.text, "startTime": mm_ss(s.start), "endTime": mm_ss(s.end), "speaker_name": s.name, "speaker_id": WHO[s.name]})), T),
    "assemblyai": (dumped({"id": "1", "status": "completed", "text": "all of it", "words": flat(lambda s: [
        {"text": w, "start": round(a * 1000), "end": round(b * 1000), "confidence": 0.9, "speaker": "AB"[WHO[s.name]]} for w, a, b in words_of(s)]),
        "utterances": turns(lambda s: {"confidence": 0.9, "start": round(s.start * 1000), "end": round(s.end * 1000), "text": s.text, "speaker": "AB"[WHO[s.name]], "words": []})}), Want("time", ("Speaker A", "Speaker B"))),
    "deepgram words": (dumped({"metadata": {"duration": 60.1}, "results": {"channels": [{"alternatives": [{"transcript": "all of it", "confidence": 0.9,
        "words": flat(lambda s: [{"word": w.strip(".,?:").lower(), "start": a, "end": b, "confidence": 0.9, "speaker": WHO[s.name], "punctuated_word": w} for w, a, b in words_of(s)])}]}]}}), Want("time", NUMBERED)),
    "deepgram utterances": (dumped({"results": {"utterances": turns(lambda s: {"start": s.start, "end": s.end, "channel": 0, "transcript": s.text, "words": [], "speaker": WHO[s.name], "id": "u"})}}), Want("time", NUMBERED)),
    "gong": (dumped({"requestId": "x", "callTranscripts": [{"callId": "7", "transcript": turns(lambda s: {
        "speakerId": "62347" + str(WHO[s.name]), "topic": "Pricing", "sentences": [{"start": round(s.start * 1000), "end": round(s.end * 1000), "text": s.text}]})}],
        "parties": [{"speakerId": "623470", "name": MAYA, "affiliation": "Internal", "title": "AE"}, {"speakerId": "623471", "name": TOM, "affiliation": "External", "title": "Ward director"}]}), T),
    "rev": (dumped({"speakers": [{"id": 0, "name": MAYA}, {"id": 1, "name": TOM}], "monologues": turns(lambda s: {"speaker": WHO[s.name], "speaker_name": s.name, "elements": [
        part for w, a, b in words_of(s) for part in ({"type": "text", "value": w.rstrip(".,?"), "timestamp": hms(a), "ts": a, "end_ts": b, "confidence": 0.9}, {"type": "punct", "value": w[len(w.rstrip(".,?")):] + " "})]})}), T),
    "aws items": (dumped({"jobName": "x", "results": {"transcripts": [{"transcript": "all"}], "speaker_labels": {"speakers": 2, "segments": turns(lambda s: {
        "start_time": str(s.start), "end_time": str(s.end), "speaker_label": f"spk_{WHO[s.name]}", "items": [{"start_time": f"{a:.3f}", "end_time": f"{b:.3f}", "speaker_label": f"spk_{WHO[s.name]}"} for _, a, b in words_of(s)]})},
        "items": flat(lambda s: [part for w, a, b in words_of(s) for part in (
            {"type": "pronunciation", "start_time": f"{a:.3f}", "end_time": f"{b:.3f}", "alternatives": [{"confidence": "0.99", "content": w.rstrip(".,?")}]},
            *([{"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": w[-1]}]}] if w[-1] in ".,?" else []))])}}), Want("time", NUMBERED)),
    "google": (dumped({"results": [{"alternatives": [{"transcript": "all of it", "confidence": 0.9}]}, {"alternatives": [{"words": flat(lambda s: [
        {"word": w, "startTime": f"{a:.1f}s", "endTime": f"{b:.1f}s", "speakerTag": WHO[s.name] + 1} for w, a, b in words_of(s)])}]}]}), Want("time", ("Speaker 1", "Speaker 2"))),
    "azure batch": (dumped({"source": "x", "duration": "PT1M", "combinedRecognizedPhrases": [{"channel": 0, "display": "all of it"}], "recognizedPhrases": turns(lambda s: {
        "recognitionStatus": "Success", "channel": 0, "speaker": WHO[s.name] + 1, "offset": f"PT{s.start:.2f}S", "duration": f"PT{s.end - s.start:.2f}S", "offsetInTicks": s.start * 1e7,
        "durationInTicks": (s.end - s.start) * 1e7, "nBest": [{"confidence": 0.9, "lexical": s.text.lower(), "display": s.text}]})}), Want("time", ("Speaker 1", "Speaker 2"))),
    "whisperx": (dumped({"segments": turns(lambda s: {"start": s.start, "end": s.end, "text": " " + s.text, "speaker": f"SPEAKER_0{WHO[s.name]}", "words": [
        {"word": w, "start": a, "end": b, "score": 0.8} for w, a, b in words_of(s)]}), "language": "en"}, indent=2), Want("time", ("SPEAKER_00", "SPEAKER_01"))),
    "otter": (dumped({"speech": {"title": "Laundry", "speakers": [{"id": 11, "speaker_name": MAYA}, {"id": 12, "speaker_name": TOM}], "transcripts": turns(lambda s: {
        "speaker_id": 11 + WHO[s.name], "transcript": s.text, "start_offset": round(s.start * 16000), "end_offset": round(s.end * 16000)})}}), T),
    "hubspot": (dumped({"transcriptUtterances": turns(lambda s: {"id": "1", "speaker": {"id": str(WHO[s.name]), "name": s.name, "email": "x@example.org"}, "text": s.text,
        "startTimeMillis": round(s.start * 1000), "endTimeMillis": round(s.end * 1000), "languageCode": "en"})}), T),
    "recall": (dumped(turns(lambda s: {"participant": {"id": WHO[s.name], "name": s.name, "is_host": s.name == MAYA}, "words": [
        {"text": w, "start_timestamp": {"relative": a, "absolute": "2026-03-08T10:00:00Z"}, "end_timestamp": {"relative": b}} for w, a, b in words_of(s)]})), T),
    "json lines": ("\n".join(dumped({"speaker": s.name, "text": s.text, "start": s.start, "end": s.end}) for s in TALK), T),
}  # fmt: skip

# --- Word ---

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(paragraphs: list[str], parts: dict[str, str] | None = None) -> bytes:
    """A Word file of raw <w:p> paragraphs, as tools write it: document.xml and what must stand beside it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')  # fmt: skip
        file.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')  # fmt: skip
        file.writestr(
            "word/document.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W_NS}"><w:body>{"".join(paragraphs)}</w:body></w:document>',
        )
        for name, text in (parts or {}).items():
            file.writestr(name, text)
    return out.getvalue()


def p(*runs: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(runs)}</w:p>"


def r(text: str, bold: bool = False, br: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}{"<w:br/>" if br else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(rows: list[tuple[str, ...]]) -> str:
    return (
        "<w:tbl>"
        + "".join("<w:tr>" + "".join(f"<w:tc>{p(r(cell))}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
        + "</w:tbl>"
    )


WORD_FIRST: dict[str, Case] = {
    "teams docx": (docx([p(r("Laundry check-in-20260308_082230-Meeting Recording", bold=True)), p(r("March 8, 2026, 8:22AM")), p(r("1m 2s")), p(r(f"{MAYA} started transcription")),
        *(p(r(s.name, bold=True), r("   "), r(m_ss(s.start)), r(s.text, br=True)) for s in TALK), p(r(f"{MAYA} stopped transcription"))]), T),
    "teams docx 2021": (docx([p(r(f"0:0:{s.start:.3f} --> 0:0:{s.end:.3f}")) + p(r(s.name, bold=True)) + p(r(s.text)) for s in TALK]), T),
    "meet docx": (docx([p(r("Laundry (2026-03-08 08:22 GMT) - Transcript"), style="Heading1"), p(r("Attendees"), style="Heading2"), p(r(f"{MAYA}, {TOM}")), p(r("Transcript"), style="Heading2"),
        *(p(r(f"{s.name}:", bold=True), r(f" {s.text}")) for s in TALK), p(r("Meeting ended after 00:01:02 👋")),
        p(r("This editable transcript was computer generated and might contain errors. People can also change the text after it was created."))]), W),
    "docx table": (docx([p(r("Laundry check-in")), table([("Time", "Speaker", "Text"), *((mm_ss(s.start), s.name, s.text) for s in TALK)])]), T),
    "docx table without heading": (docx([table([(mm_ss(s.start), s.name, s.text) for s in TALK])]), T),
    "docx bold name paragraphs": (docx([x for s in TALK for x in (p(r(s.name, bold=True)), p(r(s.text)))]), W),
    "docx line breaks only": (docx([p(*(r(f"{s.name}: {s.text}", br=n > 0) for n, s in enumerate(TALK)))]), W),
    "docx tracked": (docx([p(f"<w:ins>{r(s.name + ': ')}</w:ins>", "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", r(s.text)) for s in TALK]), W),
}  # fmt: skip

# --- text ---

TEXT_FIRST: dict[str, Case] = {
    "meet notes, German": (GERMAN_NOTES + PLAIN(TALK) + GERMAN_FOOT, Want(left_out=("notes",))),
    "meet notes, French": (notes_in("# 📝 Notes", "### Étapes suivantes suggérées", "📖 Transcription", "Transcription terminée après 00:01:02"), Want(left_out=("notes",))),
    "meet notes, Spanish": (notes_in("# 📝 Notas", "### Próximos pasos sugeridos", "📖 Transcripción", "La transcripción finalizó después de 00:01:02"), Want(left_out=("notes",))),
    "meet notes, Portuguese": (notes_in("# 📝 Anotações", "### Próximas etapas sugeridas", "📖 Transcrição", "Transcrição encerrada após 00:01:02"), Want(left_out=("notes",))),
    "meet notes, Italian": (notes_in("# 📝 Note", "### Prossimi passaggi suggeriti", "📖 Trascrizione", "Trascrizione terminata dopo 00:01:02"), Want(left_out=("notes",))),
    "teams paste, German": (each("{name}   {m}\n{text}\n", head="Wäsche-20260308_082230-Besprechungsaufzeichnung\n8. März 2026, 08:22AM\n1 Min. 2 Sek.\n\nMaya Lindqvist hat die Transkription gestartet\n\n", foot="\n\nMaya Lindqvist hat die Transkription beendet")(TALK), T),
    "initials": role("ML", "TO", talk=TALK),
    "one letter": role("M", "T", talk=TALK),
    "court": (each("{name}: {text}\n")(renamed("MS. LINDQVIST", "MR. O'KAFOR")), Want(names=("MS. LINDQVIST", "MR. O'KAFOR"))),
    "dash": (each("{name} – {text}\n")(TALK), W),
    "long dash, capitals": role("MAYA", "TOM", "{name} — {text}", TALK),
    "hyphen": role("Maya", "Tom", "{name} - {text}", TALK),
    "question and answer": role("Q", "A", talk=TALK),
    "name in parentheses, own line": (each("({name})\n{text}\n")(TALK), W),
    "angle brackets": (each("<{name}> {text}")(TALK), W),
    "rep and customer, customer first": role("Rep", "Customer"),
    "seller in German": role("Verkäuferin", "Kunde"),
    "vendeur and client": role("Vendeuse", "Client"),
    "agent and caller": role("Agent", "Caller", "[{m}] {name}: {text}", BACK, "time"),
    "me and them": role("Me", "Them", "{name}: {text}\n"),
    "you and a name": role("You", TOM, "**{name}** ({mm}): {text}\n", BACK, "time"),
    "unlabelled speakers, buyer first": role("Speaker 2", "Speaker 1", "{name} ({mm}): {text}", BACK, "time"),
    "VP Sales buys": (each("{name}: {text}")(renamed(f"{MAYA} (Northwash)", f"{TOM}, VP Sales at Ward 7")), Want(names=(f"{MAYA} (Northwash)", f"{TOM}, VP Sales at Ward 7"))),
    "date and time, ISO": (daily("[{at}] {name}: {text}", "2026-03-08 {h:02}:{m:02}:{s:02}"), T),
    "12 hours behind the name": (daily("{name} [{at}]\n{text}\n", "{h12}:{m:02}:{s:02} {ap}"), T),
    "24 hours and a date, European": (daily("{name} (08.03.2026, {at})\n{text}\n", "{h:02}:{m:02}:{s:02}"), T),
    "fathom with action items": (each("@{m} - **{name}**\n{text}\n", head="# Laundry check-in\n\n")(TALK).replace("@0:20", "ACTION ITEM: Count the crates - WATCH: https://example.org/3\n\n@0:20"), T),
    "html table": ("<table>" + "".join(f"<tr><td>{mm_ss(s.start)}</td><td>{s.name}</td><td>{escape(s.text)}</td></tr>" for s in TALK) + "</table>", T),
    "html divs": ("<html><head><title>Call</title><style>p{color:red}</style></head><body>" + "".join(f'<div class="turn"><b>{s.name}</b> <span>{mm_ss(s.start)}</span><p>{escape(s.text)}</p></div>' for s in TALK) + "</body></html>", T),
    "html line breaks": ("<br>".join(f"<b>{s.name}:</b> {s.text}" for s in TALK), W),
    "whisper.cpp, parentheses": (each("[{f} --> {fend}]   ({name}) {text}")(renamed("speaker 0", "speaker 1")), Want("time", ("speaker 0", "speaker 1"))),
    "f4, stamps in front": (each("#{h}-2# {name}: {text}")(TALK), T),
    "chat at the end": (PLAIN(TALK) + f"\n\nChat\n\n{TOM}: here is the list\n{MAYA}: thanks\n", Want(left_out=("chat",))),
    "stage directions": (PLAIN(TALK[:3]) + "\n[phone rings]\n(laughter)\n*Maya writes it down*\n" + PLAIN(TALK[3:]) + "\n\n--- END OF CALL ---", Want(left_out=("stage",))),
    "role and bearer": (each("{name}: {text}")(renamed("Rep", "Buyer")).replace("Rep:", "Rep (Maya):", 1).replace("Buyer:", "Buyer (Tom, Ward 7):", 1), Want(names=("Rep (Maya)", "Buyer (Tom, Ward 7)"))),
    "bearer and role": (each("{name}: {text}")(renamed("Maya", "Tom")).replace("Maya:", "Maya (AE):", 1).replace("Tom:", "Tom (Prospect):", 1), Want(names=("Maya (AE)", "Tom (Prospect)"))),
    "minutes only": (daily("{name} ({at})\n{text}\n", "{h12}:{m:02} {ap}"), T),
    "blocks of a minute": ("0:00\n" + PLAIN(TALK[:4]) + "\n0:34\n" + PLAIN(TALK[4:]), T),
}  # fmt: skip

# --- typed talk ---


def messages(template: str, head: str = "", foot: str = "", days: tuple[int, ...] = (2, 2, 3, 3, 3, 5, 5, 9)) -> str:
    """The talk as typed messages over a week; {n} minutes past nine."""
    return head + "\n".join(
        template.format(name=s.name, text=s.text, d=d, n=f"{7 * n + 2:02}", first=s.name.split()[0]) for n, (s, d) in enumerate(zip(TALK, days, strict=True))
    ) + foot  # fmt: skip


TYPED = Want(typed=True)
TYPED_FIRST: dict[str, Case] = {
    "whatsapp ios": (messages("[{d:02}/03/2026, 09:{n}:11] {name}: {text}", head=f"[02/03/2026, 09:00:11] {TOM}: \u200eMessages and calls are end-to-end encrypted.\n"), TYPED),
    "whatsapp android": (messages("{d:02}/03/2026, 09:{n} - {name}: {text}", head="02/03/2026, 08:59 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"), TYPED),
    "whatsapp us": (messages("3/{d}/26, 9:{n} AM - {name}: {text}"), TYPED),
    "slack": (messages("{name}\n  9:{n} AM\n{text}\n"), TYPED),
    "slack one line": (messages("{name}  9:{n} AM\n{text}\n", head="Monday, March 2nd\n"), TYPED),
    "linkedin": ("\n".join(f"MAR {d}\n{s.name} sent the following message at 9:{7 * n + 2:02} AM\nView {s.name.split()[0]}’s profile{s.name}\n{s.name}  9:{7 * n + 2:02} AM\n\n{s.text}\n" for n, (s, d) in enumerate(zip(TALK, (2, 2, 3, 3, 3, 5, 5, 9), strict=True))), TYPED),
    "mail thread": ("\n\n".join(f"From: {s.name} <{s.name.split()[0].lower()}@example.org>\nSent: {'Monday' if d < 3 else 'Tuesday'}, March {d}, 2026 9:{7 * n + 2:02} AM\nTo: somebody\nSubject: Re: Towels\n\n{s.text}" for n, (s, d) in reversed(list(enumerate(zip(TALK, (2, 2, 3, 3, 3, 5, 5, 9), strict=True))))), TYPED),
    "slack json": (dumped([{"type": "message", "user": "U0" + str(WHO[s.name]), "user_profile": {"real_name": s.name}, "text": s.text, "ts": f"{1772445000 + 86400 * n}.000200"} for n, s in enumerate(TALK)]), TYPED),
    "messages csv": ("CONVERSATION ID,FROM,TO,DATE,SUBJECT,CONTENT\n" + "\n".join(f'7,{s.name},x,2026-03-0{n + 1} 09:02:11 UTC,,"{s.text}"' for n, s in enumerate(TALK)), TYPED),
}  # fmt: skip

FIRST: dict[str, Case] = {
    **{f"json: {k}": v for k, v in JSON_FIRST.items()}, **{f"word: {k}": v for k, v in WORD_FIRST.items()},
    **{f"text: {k}": v for k, v in TEXT_FIRST.items()}, **{f"typed: {k}": v for k, v in TYPED_FIRST.items()},
}  # fmt: skip

# --- a second hand of layouts, written before any of them was tried ---

DAYS = (2, 2, 3, 3, 3, 5, 5, 9)


def iso(t: float) -> str:
    return f"2026-03-08T10:{int(t) // 60:02}:{t % 60:06.3f}Z"


def punctuated(s: Said, word: Callable[[str, float, float], Any], mark: Callable[[str], Any]) -> list[Any]:
    """Words and marks as two kinds of things, as recognisers write them."""
    out = []
    for w, a, b in words_of(s):
        bare = w.rstrip(".,?:")
        out.append(word(bare, a, b))
        out.extend(mark(m) for m in w[len(bare) :])
    return out


JSON_SECOND: dict[str, Case] = {
    "zoom users": (dumped({"timeline": [{"ts": full(s.start), "end_ts": full(s.end), "users": [{"username": s.name, "user_id": "x"}], "text": s.text} for s in TALK]}), T),
    "grain": (dumped({"recording": {"title": "Call", "transcript": [{"start": round(s.start * 1000), "end": round(s.end * 1000), "speaker": s.name, "text": s.text} for s in TALK]}}), T),
    "whole seconds": (dumped({"meetingId": "1", "data": [{"speaker": s.name, "text": s.text, "startTime": int(s.start), "endTime": int(s.end) + 1} for s in TALK]}), T),
    "snippets": (dumped({"call": {"utterances": [{"speaker_name": s.name, "snippet": s.text, "snippet_time": s.start, "speaker_type": "rep" if s.name == MAYA else "cust"} for s in TALK]}}), T),
    "internal and external": (dumped({"transcription": {"content": {"utterances": [{"start_time": s.start, "end_time": s.end, "text": s.text, "participant_type": "internal" if s.name == MAYA else "external", "user_id": 1} for s in BACK]}}}), Want("time", ("internal", "external"), talk=BACK)),
    "lines with moments": (dumped({"lines": [x for s in TALK for x in ({"type": "transcript", "name": s.name, "content": s.text, "time": iso(s.start)}, {"type": "moment", "name": s.name, "content": "question", "time": iso(s.start)})]}), T),
    "speaker table with rep": (dumped({"speakers": [{"id": 7, "name": MAYA, "is_rep": True}, {"id": 9, "name": TOM, "is_rep": False}], "transcript": [{"speaker_id": 7 if s.name == MAYA else 9, "transcript": s.text, "timestamps": [s.start, s.end]} for s in BACK]}), Want("time", talk=BACK)),
    "contact center": (dumped({"Channel": "VOICE", "Participants": [{"ParticipantId": "AGENT", "ParticipantRole": "AGENT"}, {"ParticipantId": "CUSTOMER", "ParticipantRole": "CUSTOMER"}],
        "Transcript": [{"Id": "1", "ParticipantId": ("AGENT", "CUSTOMER")[WHO[s.name]], "Content": s.text, "BeginOffsetMillis": round(s.start * 1000), "EndOffsetMillis": round(s.end * 1000), "Sentiment": "NEUTRAL"} for s in BACK]}), Want("time", ("AGENT", "CUSTOMER"), talk=BACK)),
    "voice agent": (dumped({"messages": [{"role": ("bot", "user")[WHO[s.name]], "message": s.text, "time": 1772445000000 + round(s.start * 1000), "endTime": 1772445000000 + round(s.end * 1000), "secondsFromStart": s.start} for s in TALK]}), Want("time", ("bot", "user"))),
    "turns with words below": (dumped({"call_id": "x", "transcript_object": [{"role": ("agent", "user")[WHO[s.name]], "content": s.text, "words": [{"word": w, "start": a, "end": b} for w, a, b in words_of(s)]} for s in TALK]}), Want("time", ("agent", "user"))),
    "speechmatics": (dumped({"format": "2.9", "results": flat(lambda s: punctuated(s, lambda w, a, b: {"type": "word", "start_time": a, "end_time": b, "alternatives": [{"content": w, "confidence": 1.0, "speaker": f"S{WHO[s.name] + 1}"}]},
        lambda m: {"type": "punctuation", "start_time": s.end, "end_time": s.end, "attaches_to": "previous", "alternatives": [{"content": m, "speaker": f"S{WHO[s.name] + 1}"}]}))}), Want("time", ("Speaker 1", "Speaker 2"))),
    "elevenlabs": (dumped({"language_code": "en", "text": "all", "words": flat(lambda s: [x for w, a, b in words_of(s) for x in ({"text": w, "start": a, "end": b, "type": "word", "speaker_id": f"speaker_{WHO[s.name]}"}, {"text": " ", "start": b, "end": b, "type": "spacing", "speaker_id": f"speaker_{WHO[s.name]}"})])}), Want("time", ("Speaker 0", "Speaker 1"))),
    "seconds and nanos": (dumped({"results": [{"alternatives": [{"words": flat(lambda s: [{"startTime": {"seconds": str(int(a)), "nanos": int(a % 1 * 1e9)}, "endTime": {"seconds": str(int(b)), "nanos": int(b % 1 * 1e9)}, "word": w, "speakerTag": WHO[s.name] + 1} for w, a, b in words_of(s)])}]}]}), Want("time", ("Speaker 1", "Speaker 2"))),
    "deepgram paragraphs": (dumped({"results": {"channels": [{"alternatives": [{"transcript": "all of it", "paragraphs": {"transcript": "all of it", "paragraphs": [{"sentences": [{"text": s.text, "start": s.start, "end": s.end}], "speaker": WHO[s.name], "num_words": 9, "start": s.start, "end": s.end} for s in TALK]}}]}]}}), Want("time", NUMBERED)),
    "symbl": (dumped({"messages": [{"id": "1", "text": s.text, "from": {"id": "u", "name": s.name, "userId": "m@example.org"}, "startTime": iso(s.start), "endTime": iso(s.end), "conversationId": "5"} for s in TALK]}), T),
    "meet api": (dumped({"participants": [{"name": f"conferenceRecords/x/participants/{n}", "signedinUser": {"user": f"users/{n}", "displayName": name}} for name, n in WHO.items()],
        "transcriptEntries": [{"name": "conferenceRecords/x/transcripts/y/entries/1", "participant": f"conferenceRecords/x/participants/{WHO[s.name]}", "text": s.text, "languageCode": "en-US", "startTime": iso(s.start), "endTime": iso(s.end)} for s in TALK]}), T),
    "numbered keys": (dumped({str(n): {"speaker": s.name, "text": s.text, "start": s.start, "end": s.end} for n, s in enumerate(TALK)}), T),
    "aws audio segments": (dumped({"results": {"transcripts": [{"transcript": "all"}], "items": [], "audio_segments": [{"id": n, "transcript": s.text, "start_time": str(s.start), "end_time": str(s.end), "speaker_label": f"spk_{WHO[s.name]}", "items": [1, 2]} for n, s in enumerate(TALK)]}}), Want("time", NUMBERED)),
    "azure phrases": (dumped({"durationMilliseconds": 58000, "combinedPhrases": [{"text": "all"}], "phrases": [{"channel": 0, "speaker": WHO[s.name], "offsetMilliseconds": round(s.start * 1000), "durationMilliseconds": round((s.end - s.start) * 1000), "text": s.text, "words": [{"text": w, "offsetMilliseconds": round(a * 1000), "durationMilliseconds": 100} for w, a, _ in words_of(s)], "locale": "en-US"} for s in TALK]}), Want("time", NUMBERED)),
    "speaker map": (dumped({"speaker_names": {"A": MAYA, "B": TOM}, "turns": [{"spk": "AB"[WHO[s.name]], "t0": s.start, "utterance": s.text} for s in TALK]}), W),
    "telegram": (dumped({"name": TOM, "type": "personal_chat", "messages": [{"id": n, "type": "message", "date": f"2026-03-0{d}T09:02:11", "from": s.name, "from_id": "user1", "text": s.text} for n, (s, d) in enumerate(zip(TALK, DAYS, strict=True))]}), TYPED),
}  # fmt: skip

TEXT_SECOND: dict[str, Case] = {
    "range under the name": (each("{name}\n{mm} - {mmend}\n{text}\n")(TALK), T),
    "company and box": (each("{name} (Northwash) [{h}]: {text}")(TALK[:0]) + "\n".join(f"{s.name} ({'Northwash' if s.name == MAYA else 'Ward 7'}) [{hms(s.start)}]: {s.text}" for s in TALK), Want("time", (f"{MAYA} (Northwash)", f"{TOM} (Ward 7)"))),
    "box, colon, box": (each("[{name}]: [{mm}] {text}")(TALK), T),
    "Sprecher": role("Sprecher 1", "Sprecher 2", "{name} [{mm}]\n{text}\n", TALK, "time"),
    "speakers in capitals": role("SPEAKER 1", "SPEAKER 2", "{name}: {text}\n", TALK),
    "screenplay": ("\n\n".join(f"                {s.name.split()[0].upper()}\n      {s.text}" for s in TALK), Want(names=("MAYA", "TOM"))),
    "time at the right": (each("{name}:                    ({mm})\n{text}\n")(TALK), T),
    "line numbers": ("\n".join(f"{n:03}  {s.name}: {s.text}" for n, s in enumerate(TALK, 1)), W),
    "bold, no colon": (each("**{name}** {text}\n")(TALK), W),
    "callouts": (each("> [!quote] {name} {mm}\n> {text}\n")(TALK), T),
    "yaml": (each("- speaker: {name}\n  time: '{mm}'\n  text: \"{text}\"")(TALK), T),
    "date behind the name": (daily("{name}, {at}\n{text}\n", "Mar 8, 2026 at {h12}:{m:02}:{s:02} {ap}"), T),
    "definition list": ("<dl>" + "".join(f"<dt>{s.name}</dt><dd>{escape(s.text)}</dd>" for s in TALK) + "</dl>", W),
    "nested spans": ("<div><div>" + "".join(f'<div class="itemDisplayName"><span>{s.name}</span><span class="t">{m_ss(s.start)}</span></div><div><span>{escape(s.text)}</span></div>' for s in TALK) + "</div></div>", T),
    "channels in a table": ("channel,start,end,text\n" + "\n".join(f'{("agent", "customer")[WHO[s.name]]},{s.start},{s.end},"{s.text}"' for s in TALK), Want("time", ("agent", "customer"))),
    "summary above, no heading below": ("Laundry check-in\n\nSummary\n\nTwo crates were missing, and the ward ran out of towels at noon.\n\nAction items\n\n- Tom: count the crates\n- Maya: look at the list on Friday\n\n".replace("\\n", "\n") + each("{name}  {m}\n{text}\n")(TALK), Want("time", left_out=("notes",))),
    "Q&A behind": (PLAIN(TALK) + "\n\nAction items:\n- Tom: count the crates until Friday\n- Maya: call the driver about the key\n", Want(left_out=("notes",))),
    "dash and time": (each("{name} - {m} - {text}")(TALK), T),
    "arrow": (each("{name} -> {text}")(TALK), W),
    "sound between": (PLAIN(TALK[:4]) + "\n[00:34] (both laugh)\n" + PLAIN(TALK[4:]), Want(left_out=("stage",))),
    "vendedor": role("Vendedora", "Cliente"),
    "consulente": role("Consulente", "Cliente"),
    "interviewer labels": role("Account Executive", "Prospect 1", "{name}: {text}", BACK),
    "head of sales buys": (each("{name}: {text}")(renamed("Maya", "Tom (Head of Sales)")), Want(names=("Maya", "Tom (Head of Sales)"))),
}  # fmt: skip
WORD_SECOND: dict[str, Case] = {
    "otter docx": (docx([p(r("Laundry check-in"), style="Title"), p(r("Sun, Mar 8, 2026 8:22AM • 1:02")), p(r("SUMMARY KEYWORDS")), p(r("towels, crates, list")), p(r("SPEAKERS")), p(r(f"{MAYA}, {TOM}")), *(x for s in TALK for x in (p(r(f"{s.name}  {mm_ss(s.start)}")), p(r(s.text)), p()))]), T),
    "time paragraph, then name": (docx([x for s in TALK for x in (p(r(hms(s.start))), p(r(s.name, bold=True), r(f": {s.text}")))]), T),
    "meet docx with notes": (docx([p(r("📝 Notes"), style="Heading1"), p(r("Mar 8, 2026")), p(r("Summary"), style="Heading3"), p(r("Crates: "), r("two were missing.")), p(r("Suggested next steps"), style="Heading3"), p(r(f"{TOM}: count the crates.")),
        p(r("📖 Transcript"), style="Heading1"), p(r("Mar 8, 2026")), p(r("Laundry - Transcript"), style="Heading2"), p(r("00:00:00"), style="Heading3"), *(p(r(f"{s.name}: ", bold=True), r(s.text)) for s in TALK), p(r("Transcription ended after 00:01:02"))]), Want(left_out=("notes",))),
    "fireflies docx": (docx([p(r("Meeting Transcript", bold=True)), *(x for s in TALK for x in (p(r(f"{s.name} - {mm_ss(s.start)}", bold=True)), p(r(s.text))))]), T),
}  # fmt: skip
TYPED_SECOND: dict[str, Case] = {
    "whatsapp web": (messages("[9:{n} AM, 3/{d}/2026] {name}: {text}"), TYPED),
    "date on its own line": (messages("{name}\n{d} Mar 2026, 09:{n}\n{text}\n"), TYPED),
    "teams chat": (messages("[3/{d}/2026 9:{n} AM] {name}\n{text}\n"), TYPED),
    "gmail quotes": ("\n".join(f"{'>' * n} {line}".strip() for n, s in enumerate(reversed(TALK)) for line in ([f"On Mon, Mar 2, 2026 at 9:{58 - n} AM {s.name} <x@example.org> wrote:", "", s.text, ""] if n else [s.text, ""])), TYPED),
    "outlook, German": ("\n\n".join(f"Von: {s.name} <x@example.org>\nGesendet: Montag, {d}. März 2026 09:{7 * n + 2:02}\nAn: jemand\nBetreff: AW: Handtücher\n\n{s.text}" for n, (s, d) in reversed(list(enumerate(zip(TALK, DAYS, strict=True))))), TYPED),
    "discord": (messages("{name} — 0{d}/03/2026 09:{n}\n{text}\n"), TYPED),
    "saved mail": ("From: " + TALK[-1].name + " <tom@example.org>\nTo: m@example.org\nSubject: Re: Towels\nDate: Mon, 9 Mar 2026 09:30:00 +0000\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + TALK[-1].text + "\n\n" + "\n".join(
        f"{'>' * n} {line}".strip() for n, s in enumerate(reversed(TALK[:-1])) for line in (f"On Sun, 8 Mar 2026 at 09:{50 - n}, {s.name} <x@example.org> wrote:", "", s.text, "")), TYPED),
}  # fmt: skip

SECOND: dict[str, Case] = {
    **{f"json: {k}": v for k, v in JSON_SECOND.items()}, **{f"text: {k}": v for k, v in TEXT_SECOND.items()},
    **{f"word: {k}": v for k, v in WORD_SECOND.items()}, **{f"typed: {k}": v for k, v in TYPED_SECOND.items()},
}  # fmt: skip

# --- a third hand ---


def headed(head: str, template: str = "{name}: {text}\n") -> Case:
    return head + "\n\n" + each(template)(TALK), Want(left_out=("notes",))


def ods(s: Said) -> str:
    return f"<text:p>{escape(s.name)}: {escape(s.text)}</text:p>"


def odt() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr(
            "content.xml",
            '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
            + "".join(map(ods, TALK))
            + "</office:text></office:body></office:document-content>",
        )
    return out.getvalue()


JSON_THIRD: dict[str, Case] = {
    "gladia": (dumped({"result": {"metadata": {"audio_duration": 58.0}, "transcription": {"full_transcript": "all of it", "languages": ["en"], "utterances": [{"text": s.text, "language": "en", "start": s.start, "end": s.end, "confidence": 0.9, "channel": 0, "speaker": WHO[s.name], "words": [{"word": f" {w}", "start": a, "end": b, "confidence": 1} for w, a, b in words_of(s)]} for s in TALK]}}}), Want("time", NUMBERED)),
    "whisper.cpp": (dumped({"transcription": [{"timestamps": {"from": full(s.start, ","), "to": full(s.end, ",")}, "offsets": {"from": round(s.start * 1000), "to": round(s.end * 1000)}, "text": f" {s.text}", "speaker": str(WHO[s.name])} for s in TALK]}), Want("time", NUMBERED)),
    "rev without names": (dumped({"monologues": [{"speaker": WHO[s.name], "elements": [x for w, a, b in words_of(s) for x in ({"type": "text", "value": w, "ts": a, "end_ts": b, "confidence": 1.0}, {"type": "punct", "value": " "})]} for s in TALK]}), Want("time", NUMBERED)),
    "messages with clocks": (dumped({"title": "Call", "messages": [{"speaker": s.name, "timestamp": mm_ss(s.start), "message": s.text} for s in TALK]}), T),
    "watson": (dumped({"results": [{"final": True, "alternatives": [{"transcript": s.text + " ", "confidence": 0.9, "timestamps": [[w, a, b] for w, a, b in words_of(s)]}]} for s in TALK], "speaker_labels": [{"from": a, "to": b, "speaker": WHO[s.name], "confidence": 0.9, "final": False} for s in TALK for _, a, b in words_of(s)]}), Want("time", NUMBERED)),
    "pairs": (dumped([[s.name, s.text] for s in TALK]), W),
    "roles and contents": (dumped([{"role": ("assistant", "user")[WHO[s.name]], "content": s.text} for s in TALK]), Want(names=("assistant", "user"))),
    "html bodies": (dumped({"conversation_parts": [{"author": {"type": ("admin", "user")[WHO[s.name]], "name": s.name}, "body": f"<p>{escape(s.text)}</p>", "created_at": 1772445000 + 86400 * n} for n, s in enumerate(TALK)]}), TYPED),
    "speaker object": (dumped({"sentences": [{"speaker": {"id": WHO[s.name], "displayName": s.name}, "sentence": s.text, "startSec": s.start, "endSec": s.end} for s in TALK]}), T),
    "aws channels": (dumped({"results": {"channel_labels": {"number_of_channels": 2, "channels": [{"channel_label": f"ch_{n}", "items": [x for s in TALK if WHO[s.name] == n for w, a, b in words_of(s) for x in ({"channel_label": f"ch_{n}", "start_time": f"{a:.2f}", "end_time": f"{b:.2f}", "type": "pronunciation", "alternatives": [{"content": w}]},)]} for n in (0, 1)]}}}), Want("time", NUMBERED)),
    "milliseconds without a word for it": (dumped({"segments": [{"from": round(s.start * 1000), "to": round(s.end * 1000), "speaker": s.name, "words": s.text} for s in TALK]}), T),
    "ids in a people list": (dumped({"people": [{"personId": "p-17", "fullName": MAYA}, {"personId": "p-18", "fullName": TOM}], "entries": [{"personId": f"p-{17 + WHO[s.name]}", "spoken": s.text, "offset": s.start} for s in TALK]}), T),
    "attendees with sides": (dumped({"attendees": [{"id": "a", "name": TOM, "type": "external"}, {"id": "b", "name": MAYA, "type": "internal"}], "transcript": {"items": [{"speakerId": "ba"[WHO[s.name]], "text": s.text, "start": s.start, "end": s.end} for s in BACK]}}), Want("time", talk=BACK)),
}  # fmt: skip

TEXT_THIRD: dict[str, Case] = {
    "German head": headed("Gesprächsprotokoll\nDatum: 8. März 2026\nTeilnehmer: Maya Lindqvist, Tom O'Kafor\nThema: Handtücher auf der Station"),
    "French head": headed("Date : 8 mars 2026\nParticipants : Maya Lindqvist, Tom O'Kafor\nObjet : les serviettes de la salle\nDurée : 1 minute", "{name} : {text}\n"),
    "Spanish head": headed("Fecha: 8 de marzo de 2026\nAsistentes: Maya Lindqvist, Tom O'Kafor\nAsunto: las toallas\nResumen: faltaban dos cajas por la mañana"),
    "Italian head": headed("Riunione del 8 marzo 2026\nPartecipanti: Maya Lindqvist, Tom O'Kafor\nOggetto: gli asciugamani", "**{name}:** {text}\n"),
    "Portuguese head": headed("Data: 8 de março de 2026\nParticipantes: Maya Lindqvist, Tom O'Kafor\nAssunto: as toalhas", "{name}: {text}"),
    "f4, I and B": role("I", "B", "{name}: {text} #{hend}-3#", TALK, "time"),
    "laughter without a name": ("\n".join(f"{s.name}: {s.text}" + ("", "\n(Laughter.)", "", "\nLAUGHTER", "", "\n<laughter>", "\n[Both laugh]", "")[n] for n, s in enumerate(TALK)), Want(left_out=("stage",))),
    "Lachen ohne Namen": ("\n\n".join(f"{s.name}: {s.text}" + ("", "\n\n(Gelächter)", "", "\n\n(beide lachen)", "", "", "", "")[n] for n, s in enumerate(TALK)), Want(left_out=("stage",))),
    "roles with dashes": role("Rep", "Customer", "{name} - {text}\n", BACK),
    "dash at the name": role("MAYA", "TOM", "{name}– {text}\n", TALK),
    "initials with dots": role("M.L.", "T.O.", talk=TALK),
    "initial and surname": role("M. Lindqvist", "T. O'Kafor", "{name}: {text}\n", TALK),
    "company after a bar": (each("{name} | Northwash  {m}\n{text}\n")(TALK), Want("time", (f"{MAYA} | Northwash", f"{TOM} | Northwash"))),
    "box, dash, company": (each("[{mm}] - {name} (Northwash): {text}")(TALK), Want("time", (f"{MAYA} (Northwash)", f"{TOM} (Northwash)"))),
    "initials of the picture": ("\n\n".join(f"{s.name[0]}{s.name.split()[1][0]}\n{s.name}\n{m_ss(s.start)}\n{s.text}" for s in TALK), T),
    "recorder": (each("{name}\n{mm}\n{text}\n")(renamed("Speaker 1", "Speaker 2")), Want("time", ("Speaker 1", "Speaker 2"))),
    "names over paragraphs, roles": role("Agent", "Caller", "{name}\n{text}\n", BACK),
    "date before the name": (daily("{at}  {name}: {text}", "Mar 8, 2026 {h12}:{m:02}:{s:02} {ap}"), T),
    "commas, no heading": (each('{mm},{name},"{text}"')(TALK), T),
    "commas, no heading, no time": (each('{name},"{text}"')(TALK), W),
    "nested bullets": (each("- {name}:\n    - {text}")(TALK), W),
    "24 hours in front": (daily("{at} {name}: {text}", "{h:02}:{m:02}:{s:02}"), T),
    "ISO with T and Z": (daily("[{at}] {name}: {text}", "2026-03-08T{h:02}:{m:02}:{s:02}Z"), T),
    "ISO, zone, dash": (daily("{at} - {name}: {text}", "2026-03-08T{h:02}:{m:02}:{s:02}.200+00:00"), T),
    "short German date": (daily("{name} ({at})\n{text}\n", "08.03.26, {h:02}:{m:02}:{s:02}"), T),
    "Uhr": (daily("{name} ({at} Uhr): {text}", "{h:02}:{m:02}:{s:02}"), T),
    "question and answer in full": role("Question", "Answer", "{name}: {text}\n", TALK),
    "presenter and attendee": role("Presenter", "Attendee", "[{m}] {name}: {text}", TALK, "time"),
    "chat with times at the end": (each("[{mm}] {name}: {text}")(TALK) + "\n\n=== Chat ===\n[00:21] Tom O'Kafor: here is the list\n[00:40] Maya Lindqvist: thanks", Want("time", left_out=("chat",))),
    "footer with an address": (PLAIN(TALK) + "\n\nGenerated by Notetaker — https://example.org/abc", W),
    "srt, parentheses": (each("{n}\n{c} --> {cend}\n({name}) {text}\n")(TALK), T),
    "vtt, name on its line": (each("{f} --> {fend}\n{name}:\n{text}\n", head="WEBVTT\n\n")(TALK), T),
    "vtt, dash and box": (each("{f} --> {fend}\n- [{name}] {text}\n", head="WEBVTT\n\n")(TALK), T),
    "vtt, laughter between": (each("{f} --> {fend}\n<v {name}>{text}</v>\n", head="WEBVTT\n\n")(TALK[:3]) + "\n\n00:00:33.750 --> 00:00:33.900\n[laughter]\n\n" + each("{f} --> {fend}\n<v {name}>{text}</v>\n")(TALK[3:]), Want("time", left_out=("stage",))),
    "ME and THEM": role("ME", "THEM", "{name}: {text}\n\n"),
    "a lead": role("Maya", "Lead"),
    "client with a name": (each("{name}: {text}")(renamed("Maya", "Client (Tom)", BACK)), Want(names=("Maya", "Client (Tom)"), talk=BACK)),
    "sales director buys": (each("{name}  {m}\n{text}\n")(renamed("Sam", "Alex | Sales Director", BACK)), Want("time", ("Sam", "Alex | Sales Director"), talk=BACK)),
    "names only, buyer first": (each("{name}: {text}")(BACK), Want(talk=BACK)),
    "minutes and seconds in words": (each("{name} [{mm}m]\n{text}\n")(TALK[:0]) + "\n\n".join(f"[00m{int(s.start):02}s] {s.name}: {s.text}" for s in TALK), T),
    "wrapped lines": ("\n".join(f"{s.name}: " + s.text.replace(", ", ",\n     ") for s in TALK), W),
    "wrapped lines without indent": ("\n".join(f"{s.name}: " + s.text.replace(", ", ",\n") for s in TALK), W),
}  # fmt: skip
WORD_THIRD: dict[str, Case] = {
    "tabs": (docx([f'<w:p><w:r><w:t>{hms(s.start)}</w:t><w:tab/><w:t>{s.name}</w:t><w:tab/><w:t>{escape(s.text)}</w:t></w:r></w:p>' for s in TALK]), T),
    "names as headings": (docx([x for s in TALK for x in (p(r(s.name), style="Heading2"), p(r(s.text)))]), W),
    "odt": (odt(), W),
    "pictures' table": (docx([table([("", f"{s.name}   {m_ss(s.start)} {s.text}") for s in TALK])]), T),
}  # fmt: skip
TYPED_THIRD: dict[str, Case] = {
    "linkedin, short": (messages("{name}  9:{n} AM\n\n{text}\n", head="MAR 2\n"), TYPED),
    "narrow blanks": (messages("[3/{d}/26, 9:{n}:11\u202fAM] {name}: {text}"), TYPED),
    "date in French": (messages("{d:02}/03/2026 à 09:{n} - {name} : {text}"), TYPED),
    "messages of two lines": ("\n".join(f"[{d:02}/03/2026, 09:{7 * n + 2:02}] {s.name}: " + s.text.replace(", ", ",\n") for n, (s, d) in enumerate(zip(TALK, DAYS, strict=True))), TYPED),
    "name, date in brackets": (messages("{name} ({d:02}.03.2026 09:{n}): {text}"), TYPED),
    "original message": ("\n\n-----Original Message-----\n".join(f"From: {s.name} [mailto:x@example.org]\nSent: {d} March 2026 09:{7 * n + 2:02}\nTo: Somebody\nSubject: RE: Towels\n\n{s.text}\n\nSent from my phone" for n, (s, d) in reversed(list(enumerate(zip(TALK, DAYS, strict=True))))), TYPED),
    "Slack, days between": ("\n".join(f"{'Monday' if n < 4 else 'Tuesday'}, March {2 if n < 4 else 3}rd\n{s.name}\n  {9 + n}:02 AM\n{s.text} (edited)" if n in (0, 4) else f"{s.name}\n  {9 + n if n < 3 else n - 2}:02 {'AM' if n < 3 else 'PM'}\n{s.text}" for n, s in enumerate(TALK)), TYPED),
}  # fmt: skip

THIRD: dict[str, Case] = {
    **{f"json: {k}": v for k, v in JSON_THIRD.items()}, **{f"text: {k}": v for k, v in TEXT_THIRD.items()},
    **{f"word: {k}": v for k, v in WORD_THIRD.items()}, **{f"typed: {k}": v for k, v in TYPED_THIRD.items()},
}  # fmt: skip

# --- a fourth hand ---

JSON_FOURTH: dict[str, Case] = {
    "zoom api": (dumped({"meeting_id": "9", "transcript": {"entries": [{"id": n, "speaker": {"display_name": s.name, "user_id": "u"}, "start_ms": round(s.start * 1000), "end_ms": round(s.end * 1000), "content": s.text} for n, s in enumerate(TALK)]}}), T),
    "dialogue with labels": (dumped({"dialogue": [{"label": ("SPEAKER_A", "SPEAKER_B")[WHO[s.name]], "utterance": s.text, "begin": hms(s.start)} for s in TALK]}), Want("time", ("SPEAKER_A", "SPEAKER_B"))),
    "words in segments": (dumped({"segments": [{"id": n, "speaker": f"speaker_{WHO[s.name]}", "words": [{"word": w, "start": a, "end": b, "probability": 0.9} for w, a, b in words_of(s)]} for n, s in enumerate(TALK)]}), Want("time", ("Speaker 0", "Speaker 1"))),
    "nested monologues": (dumped({"call": {"id": 1, "monologues": [{"speaker": {"name": s.name, "role": "rep" if s.name == MAYA else "customer"}, "sentences": [{"text": part.strip() + ".", "start": s.start} for part in s.text.rstrip(".").split(". ")]} for s in TALK if "?" not in s.text] + [{"speaker": {"name": "x"}, "sentences": []}]}}), Want("time", talk=tuple(Said(s.name, s.start, s.end, s.text) for s in ()))),
    "two channels": (dumped({"results": {"channels": [{"alternatives": [{"transcript": "x", "words": [{"word": w, "start": a, "end": b, "punctuated_word": w} for s in TALK if WHO[s.name] == n for w, a, b in words_of(s)]}]} for n in (0, 1)]}}), Want("time", NUMBERED)),
    "crm activity": (dumped({"activity": {"type": "call", "participants": [{"id": "c1", "name": TOM, "kind": "contact"}, {"id": "u1", "name": MAYA, "kind": "user"}], "transcription": [{"participant": {"id": ("u1", "c1")[WHO[s.name]]}, "text": s.text, "at": s.start} for s in TALK]}}), T),
    "capital keys": (dumped({"Transcript": [{"SpeakerName": s.name, "Text": s.text, "StartTime": f"00:{mm_ss(s.start)}", "EndTime": f"00:{mm_ss(s.end)}"} for s in TALK]}), T),
    "text with names inside": (dumped({"id": "5", "title": "Laundry", "transcript": PLAIN(TALK)}), W),
    "text of vtt inside": (dumped({"id": "5", "vtt": each("{f} --> {fend}\n<v {name}>{text}</v>\n", head="WEBVTT\n\n")(TALK)}), T),
    "events and speech": (dumped({"events": [x for s in TALK for x in ({"event": "speech", "speaker": s.name, "text": s.text, "timestamp": s.start}, {"event": "hand", "speaker": s.name, "timestamp": s.end})]}), T),
}  # fmt: skip
del JSON_FOURTH["nested monologues"]

TEXT_FOURTH: dict[str, Case] = {
    "notes as bullets with names": ("# Call with Ward 7\n\n- **Tom O'Kafor**: wants a second key\n- **Maya Lindqvist**: sends the list\n\n---\n\n## Full transcript\n\n" + each("**{name}** [{mm}]: {text}\n")(TALK), Want("time", left_out=("notes",))),
    "summary with times": ("Summary\n00:10 Crates are missing\n00:35 They pay twice\n\nTranscript\n" + each("{mm} {name}: {text}")(TALK), Want("time", left_out=("notes",))),
    "keywords and speakers": (each("{name} {mm}\n{text}\n", head="Keywords: towels, crates\nSpeakers: Maya Lindqvist (45%), Tom O'Kafor (55%)\n\n")(TALK), T),
    "Notizen unten": (PLAIN(TALK) + "\n\nNotizen\n\nTom: braucht einen zweiten Schlüssel\nMaya: schickt die Liste\n", Want(left_out=("notes",))),
    "étapes en bas": (PLAIN(TALK) + "\n\nProchaines étapes\n\n- Tom : compter les caisses\n- Maya : appeler le chauffeur\n", Want(left_out=("notes",))),
    "participants with emails": (each("[{h}] {name}: {text}", head="Participants:\nmaya@example.org\ntom@example.org\n\n")(TALK), T),
    "names in brackets, own line": (each("[{name}]\n{text}\n")(TALK), W),
    "names in brackets with time": (each("[{name} {mm}]\n{text}\n")(TALK), T),
    "names with dashes around": (each("--- {name} ---\n{text}\n")(TALK), W),
    "time below the text": (each("{name}\n{text}\n{m}\n")(TALK), W),
    "Mr. and Ms.": (each("{name}: {text}\n")(renamed("Ms. Lindqvist", "Mr. O'Kafor")), Want(names=("Ms. Lindqvist", "Mr. O'Kafor"))),
    "Herr und Frau": (each("{name}: {text}\n")(renamed("Frau Lindqvist", "Herr O'Kafor")), Want(names=("Frau Lindqvist", "Herr O'Kafor"))),
    "capitals on their own line": ("\n\n".join(f"{s.name.upper()}\n{s.text}" for s in TALK), Want(names=(MAYA.upper(), TOM.upper()))),
    "colon on its own": (each("{name}\n: {text}\n")(TALK[:0]) + "\n".join(f"{s.name} :{s.text}" for s in TALK), W),
    "no blank behind the colon": (each("{name}:{text}")(TALK), W),
    "semicolon": (each("{name}; {text}")(TALK), W),
    "equals": (each("{name} = {text}")(TALK), W),
    "date and dash": (daily("{at} - {name} - {text}", "2026-03-08 {h:02}:{m:02}:{s:02}"), T),
    "slash date, seconds": (daily("{name} {at}: {text}", "3/8/2026 {h12}:{m:02}:{s:02} {ap}"), T),
    "time and name under it": (daily("{at}\n{name}: {text}\n", "{h12}:{m:02}:{s:02} {ap}"), T),
    "lower-case am": (daily("[{at}] {name}: {text}", "{h12}:{m:02}:{s:02}am"), T),
    "h, m and s": ("\n".join(f"{s.name} (0h00m{int(s.start):02}s): {s.text}" for s in TALK), T),
    "range in words": (each("{name} ({mm} to {mmend})\n{text}\n")(TALK), T),
    "frames": ("\n".join(f"[{hms(s.start)}:12] {s.name}: {s.text}" for s in TALK), T),
    "smart quotes": (each("{name}: “{text}”")(TALK[:0]) + "\n".join(f"{s.name}: {s.text}" for s in TALK).replace("'", "’"), Want(names=(MAYA, TOM.replace("'", "’")), talk=tuple(Said(s.name, s.start, s.end, s.text.replace("'", "’")) for s in TALK))),
    "call ended in the middle": (each("[{mm}] {name}: {text}")(TALK) + "\n[00:58] Call ended", Want("time", left_out=("stage",))),
    "pause alone": ("\n".join(f"{s.name}: {s.text}" + ("", "", "\n(pause)", "", "", "\n[silence]", "", "")[n] for n, s in enumerate(TALK)), Want(left_out=("stage",))),
    "html with list": ("<ul>" + "".join(f"<li><strong>{s.name}</strong> ({m_ss(s.start)}): {escape(s.text)}</li>" for s in TALK) + "</ul>", T),
    "html with headings": ("<html><body><h1>Call</h1>" + "".join(f"<h3>{s.name} · {mm_ss(s.start)}</h3><p>{escape(s.text)}</p>" for s in TALK) + "</body></html>", T),
    "html escaped": ("\n".join(f"&lt;b&gt;{s.name}&lt;/b&gt;: {s.text}" for s in TALK[:0]) + "<div>" + "".join(f"<p>{s.name}:&nbsp;{s.text}</p>" for s in TALK) + "</div>", W),
    "vtt, parentheses twice": ("WEBVTT\n\n" + "\n\n".join(f"{full(a.start)} --> {full(b.end)}\n({a.name})\n{a.text}\n-\n({b.name})\n{b.text}" for a, b in zip(TALK[::2], TALK[1::2], strict=True)), T),
    "srt, capitals and a colon": (each("{n}\n{c} --> {cend}\n{name}: {text}\n")(renamed("MAYA", "TOM")), Want("time", ("MAYA", "TOM"))),
    "supplier": role("Supplier", "Buyer"),
    "SDR and lead": role("SDR", "Lead", "{name} [{mm}] {text}", BACK, "time"),
    "Ich und Kunde": role("Ich", "Kunde"),
    "internal names": (each("{name}: {text}")(renamed("Maya (Sales)", "Tom (Procurement)", BACK)), Want(names=("Maya (Sales)", "Tom (Procurement)"), talk=BACK)),
    "buyer with a long title": (each("{name}: {text}")(renamed("Maya", "Tom (VP of Sales Operations, Ward 7)", BACK)), Want(names=("Maya", "Tom (VP of Sales Operations, Ward 7)"), talk=BACK)),
    "role once": (each("{name}: {text}")(renamed("Maya", "Tom")).replace("Tom:", "Tom – Prospect:", 1), Want(names=("Maya", "Tom – Prospect"))),
}  # fmt: skip
WORD_FOURTH: dict[str, Case] = {
    "one table, two columns": (docx([table([(s.name, s.text) for s in TALK])]), W),
    "heading row and range": (docx([table([("Start", "End", "Speaker", "Transcript"), *((hms(s.start), hms(s.end), s.name, s.text) for s in TALK)])]), T),
    "bold name, time below": (docx([x for s in TALK for x in (p(r(s.name, bold=True)), p(r(mm_ss(s.start))), p(r(s.text)))]), T),
    "split runs": (docx([p(r(s.name[:3], bold=True), r(s.name[3:], bold=True), r(":", bold=True), r(" "), r(s.text[:9]), r(s.text[9:])) for s in TALK]), W),
}  # fmt: skip
TYPED_FOURTH: dict[str, Case] = {
    "signal": (messages("From: {name}\nReceived: 2026-03-0{d} 09:{n}\n\n{text}\n"), TYPED),
    "dated heads, 24 hours": (messages("{name}, {d:02}.03.2026 09:{n}\n{text}\n"), TYPED),
    "iso and a bar": (messages("2026-03-0{d} 09:{n} | {name} | {text}"), TYPED),
    "whatsapp, media": (messages("[{d:02}/03/2026, 09:{n}:11] {name}: {text}", foot="\n[09/03/2026, 10:00:00] Tom O'Kafor: \u200eimage omitted"), TYPED),
    "linkedin, today": (messages("{name} sent the following message at 9:{n} AM\nView {first}’s profile{name}\n{name} (She/Her)  9:{n} AM\n{text}\n", head="TODAY\n"), TYPED),
    "apple mail quotes": ("\n\n".join(f"{'> ' * n}On 2 Mar 2026, at 09:{58 - n}, {s.name} <x@example.org> wrote:\n{'> ' * n}\n{'> ' * n}{s.text}" if n else s.text for n, s in enumerate(reversed(TALK))), TYPED),
}  # fmt: skip

FOURTH: dict[str, Case] = {
    **{f"json: {k}": v for k, v in JSON_FOURTH.items()}, **{f"text: {k}": v for k, v in TEXT_FOURTH.items()},
    **{f"word: {k}": v for k, v in WORD_FOURTH.items()}, **{f"typed: {k}": v for k, v in TYPED_FOURTH.items()},
}  # fmt: skip

# --- a fifth hand ---

JSON_FIFTH: dict[str, Case] = {
    "chunks": (dumped({"chunks": [{"timestamp": [s.start, s.end], "text": f" {s.text}", "speaker": f"SPEAKER_0{WHO[s.name]}"} for s in TALK]}), Want("time", ("SPEAKER_00", "SPEAKER_01"))),
    "offset and duration": (dumped({"phrases": [{"speakerName": s.name, "phrase": s.text, "offset": round(s.start * 1e7), "duration": round((s.end - s.start) * 1e7)} for s in TALK]}), T),
    "html and plain": (dumped({"transcript": [{"participant": s.name, "plain": s.text, "time": m_ss(s.start)} for s in TALK]}), T),
    "speaker number and list of names": (dumped({"speakers": [MAYA, TOM], "segments": [{"speaker": WHO[s.name], "text": s.text, "start": s.start, "end": s.end} for s in TALK]}), T),
    "talk under meeting": (dumped({"meeting": {"attendees": [MAYA, TOM], "summary": {"text": "Two crates were missing, and then a list was agreed on by both of them."}, "transcript": {"blocks": [{"speaker": s.name, "time": hms(s.start), "lines": [s.text]} for s in TALK]}}}), T),
    "agent and customer": (dumped({"conversation": [{"agent" if s.name == MAYA else "customer": s.text} for s in TALK]}), Want(names=("agent", "customer"))),
    "iso times, spoken": (dumped([{"speaker": s.name, "text": s.text, "started_at": iso(s.start), "ended_at": iso(s.end)} for s in TALK]), T),
    "millisecond strings": (dumped({"items": [{"who": s.name, "what": s.text, "start": str(round(s.start * 1000)), "end": str(round(s.end * 1000))} for s in TALK]}), T),
}  # fmt: skip
TEXT_FIFTH: dict[str, Case] = {
    "English head": headed("Date: March 8, 2026\nAttendees: Maya Lindqvist, Tom O'Kafor\nPurpose: Weekly check-in\nDuration: 1 min"),
    "head with a bar": ("Laundry check-in | March 8, 2026 | 1 min\nMaya Lindqvist, Tom O'Kafor\n\n" + each("{name} | {mm}\n{text}\n")(TALK), T),
    "decisions above": ("Decisions\n\n1. Count the crates\n2. Look at the list on Friday\n\nTranskription\n\n" + each("[{mm}] {name}: {text}\n")(TALK), Want("time", left_out=("notes",))),
    "Resumen y transcripción": ("Resumen\n\nFaltaban dos cajas.\n\nTranscripción completa\n\n" + each("{name} ({mm}): {text}\n")(TALK), Want("time", left_out=("notes",))),
    "Mensagens no fim": (PLAIN(TALK) + "\n\nMensagens do chat\n\nTom O'Kafor: aqui está a lista\n", Want(left_out=("chat",))),
    "Chatverlauf": (each("[{h}] {name}: {text}")(TALK) + "\n\nChatverlauf:\n[00:00:21] Tom O'Kafor: die Liste\n", Want("time", left_out=("chat",))),
    "am Ende gelöscht": (each("{name}: {text}\n")(TALK) + "\nErstellt mit Notizhilfe am 8. März 2026\n", Want(left_out=())),
    "dashes of roles": role("Verkäufer", "Kunde", "{name} – {text}", BACK),
    "initials and times": role("ML", "TO", "[{mm}] {name}: {text}", TALK, "time"),
    "initials, dash": role("ML", "TO", "{name} - {text}", TALK),
    "surname first": ("\n".join(f"{'Lindqvist, Maya' if s.name == MAYA else 'O' + chr(39) + 'Kafor, Tom'}: {s.text}" for s in TALK), Want(names=("Lindqvist, Maya", "O'Kafor, Tom"))),
    "doctor": (each("{name}: {text}")(renamed("Maya", "Dr. O'Kafor")), Want(names=("Maya", "Dr. O'Kafor"))),
    "speaker and number sign": role("Speaker #1", "Speaker #2", "{name} [{mm}]: {text}", TALK, "time"),
    "participants": role("Participant 1", "Participant 2", "{name}: {text}", TALK),
    "telephone number": (each("{name}: {text}")(renamed("Maya", "+44 20 7946 0958", BACK)), Want(names=("Maya", "+44 20 7946 0958"), talk=BACK)),
    "mail addresses": (each("{name} {mm}\n{text}\n")(renamed("maya@example.org", "tom@example.com")), Want("time", ("maya@example.org", "tom@example.com"))),
    "wide brackets": ("\n".join(f"【{mm_ss(s.start)}】{s.name}：{s.text}" for s in TALK), T),
    "tabs and ranges": (each("{name}\t{f}\t{fend}\t{text}")(TALK), T),
    "indented speech": (each("{name}:\n\t{text}\n")(TALK), W),
    "bold with time in front": (each("**{mm}** **{name}**: {text}\n")(TALK), T),
    "italic time behind": (each("**{name}** _{mm}_\n\n{text}\n")(TALK), T),
    "link around the time": (each("**{name}** [{mm}](https://example.org/v?t={secs})\n{text}\n")(TALK), T),
    "line with the link": (each("[{mm}](https://example.org/v?t={secs}) {name}: {text}\n")(TALK), T),
    "slash": (each("{name} / {mm}\n{text}\n")(TALK), T),
    "time, bar, name, colon": (each("{mm} | {name}: {text}")(TALK), T),
    "seconds only": ("\n".join(f"{s.start:.1f}s {s.name}: {s.text}" for s in TALK), T),
    "stage in italics": (PLAIN(TALK[:4]) + "\n_(they look at the list)_\n" + PLAIN(TALK[4:]), Want(left_out=("stage",))),
    "rires": (PLAIN(TALK[:4]) + "\n(Rires)\n[Silence]\n" + PLAIN(TALK[4:]), Want(left_out=("stage",))),
    "host and guest, host second": role("Host", "Guest", "{name}: {text}\n", BACK),
    "note and question as names": (each("{name}: {text}")(renamed("Question", "Answer")), Want(names=("Question", "Answer"))),
    "Account Manager": role("Account Manager", "Client", "{name}: {text}\n\n", BACK),
    "Einkauf und Vertrieb": (each("{name}: {text}")(renamed("Maya (Vertrieb)", "Tom (Einkauf)", BACK)), Want(names=("Maya (Vertrieb)", "Tom (Einkauf)"), talk=BACK)),
    "seller behind a dash": (each("{name}: {text}")(renamed("Maya - Account Executive", "Tom - Director of Sales", BACK)), Want(names=("Maya - Account Executive", "Tom - Director of Sales"), talk=BACK)),
    "commercial et client": role("Commercial", "Client", "{name} : {text}"),
    "srt, no names in short cues": (each("{n}\n{c} --> {cend}\n{name}: {text}\n")(TALK).replace("Maya Lindqvist: What happened", "Maya Lindqvist: What happened"), T),
    "vtt, name in capitals and number": (each("{n}\n{f} --> {fend}\nSPEAKER {n}: {text}\n", head="WEBVTT\n\n")(TALK[:0]) + "WEBVTT\n\n" + "\n\n".join(f"{full(s.start)} --> {full(s.end)}\nSPEAKER {WHO[s.name] + 1}: {s.text}" for s in TALK), Want("time", ("SPEAKER 1", "SPEAKER 2"))),
}  # fmt: skip
WORD_FIFTH: dict[str, Case] = {
    "time in the same paragraph": (docx([p(r(f"[{hms(s.start)}] ", bold=False), r(f"{s.name}: ", bold=True), r(s.text)) for s in TALK]), T),
    "zoom docx": (docx([p(r("Laundry - Transcript"), style="Title"), *(x for s in TALK for x in (p(r(f"{s.name} {hms(s.start)}")), p(r(s.text))))]), T),
    "dash in bold": (docx([p(r(f"{s.name} – ", bold=True), r(s.text)) for s in TALK]), W),
}  # fmt: skip
TYPED_FIFTH: dict[str, Case] = {
    "slack, 24 hours": (messages("{name}\n  09:{n}\n{text}\n", head="Monday, March 2nd\n"), TYPED),
    "whatsapp, German": (messages("{d:02}.03.26, 09:{n} - {name}: {text}", head="02.03.26, 08:59 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.\n"), TYPED),
    "french mails": ("\n\n".join(f"De : {s.name} <x@example.org>\nEnvoyé : lundi {d} mars 2026 09:{7 * n + 2:02}\nÀ : quelqu'un\nObjet : RE: Serviettes\n\n{s.text}" for n, (s, d) in reversed(list(enumerate(zip(TALK, DAYS, strict=True))))), TYPED),
}  # fmt: skip

FIFTH: dict[str, Case] = {
    **{f"json: {k}": v for k, v in JSON_FIFTH.items()}, **{f"text: {k}": v for k, v in TEXT_FIFTH.items()},
    **{f"word: {k}": v for k, v in WORD_FIFTH.items()}, **{f"typed: {k}": v for k, v in TYPED_FIFTH.items()},
}  # fmt: skip

# --- a sixth hand ---

JSON_SIXTH: dict[str, Case] = {
    "paragraphs": (dumped({"paragraphs": [{"speaker_label": s.name, "start": s.start, "end": s.end, "text": s.text} for s in TALK], "chapters": [{"headline": "Crates", "start": 0, "end": 50000, "summary": "They spoke about the crates that were missing this week."}]}), T),
    "call with insights": (dumped({"call": {"title": "Laundry", "insights": [{"type": "question", "text": "What happened at noon?", "speaker": MAYA}], "transcript": [{"speaker": s.name, "start_time": s.start, "end_time": s.end, "text": s.text} for s in TALK]}}), T),
    "side by side": (dumped({"transcriptions": [{"speaker": {"label": s.name}, "value": s.text, "timing": {"start": s.start, "end": s.end}} for s in TALK]}), T),
    "string numbers": (dumped({"utterances": [{"speaker": str(WHO[s.name]), "transcript": s.text, "start": f"{s.start:.2f}", "end": f"{s.end:.2f}"} for s in TALK]}), Want("time", NUMBERED)),
    "internal flag": (dumped({"utterances": [{"speaker": {"name": s.name, "is_internal": s.name == MAYA}, "text": s.text, "start": s.start} for s in BACK]}), Want("time", talk=BACK)),
    "clock with comma": (dumped([{"name": s.name, "timecode": full(s.start, ","), "line": s.text} for s in TALK]), T),
}  # fmt: skip
TEXT_SIXTH: dict[str, Case] = {
    "title, date, attendees, talk": (each("{name}\n{mm}\n{text}\n", head="Laundry check-in\nMar 8, 2026 · 1 min\nAttendees: Maya Lindqvist and Tom O'Kafor\n\n")(TALK), T),
    "summary behind with headings": (each("{name} ({m}): {text}\n")(TALK) + "\n## Summary\n\nTwo crates were missing.\n\n## Action items\n\n- [ ] Tom O'Kafor: count the crates\n", Want("time", left_out=("notes",))),
    "Zusammenfassung oben": ("Zusammenfassung:\nZwei Kisten fehlten.\n\nTranskript:\n" + each("Sprecher {n}: {text}")(TALK[:0]) + PLAIN(TALK), Want(left_out=("notes",))),
    "timecode column": (each("{h}    {name}    {text}")(TALK), T),
    "timecode, dash, name on a line": (each("{h} – {name}\n{text}\n")(TALK), T),
    "two blanks": (each("{name}  {text}")(TALK[:0]) + PLAIN(TALK), W),
    "angle and clock": (each("<{m}> {name}: {text}")(TALK), T),
    "curly": (each("{{{m}}} {name}: {text}")(TALK), T),
    "bullets with clocks": (each("* {m} {name}: {text}")(TALK), T),
    "speaker words": role("Speaker A", "Speaker B", "[{m}] {name}: {text}", TALK, "time"),
    "Intervenant": role("Intervenant 1", "Intervenant 2", "{name} ({mm})\n{text}\n", TALK, "time"),
    "Orador": role("Orador 1", "Orador 2", "{name}: {text}\n", TALK),
    "MS and MR without a dot": (each("{name}: {text}")(renamed("MS LINDQVIST", "MR O'KAFOR")), Want(names=("MS LINDQVIST", "MR O'KAFOR"))),
    "name, role, colon": (each("{name}: {text}")(renamed("Maya, Account Executive", "Tom, Ward Director", BACK)), Want(names=("Maya, Account Executive", "Tom, Ward Director"), talk=BACK)),
    "role: name": (each("{name}: {text}")(renamed("Rep - Maya", "Buyer - Tom", BACK)), Want(names=("Rep - Maya", "Buyer - Tom"), talk=BACK)),
    "me in brackets": (each("{name}: {text}")(renamed("Maya (me)", "Tom", BACK)), Want(names=("Maya", "Tom"), talk=BACK)),
    "laughs between dashes": (PLAIN(TALK[:4]) + "\n- laughter -\n" + PLAIN(TALK[4:]), Want(left_out=("stage",))),
    "Applaus": (PLAIN(TALK[:4]) + "\n[Lachen]\n(Pause)\n" + PLAIN(TALK[4:]), Want(left_out=("stage",))),
    "chat in the middle of nothing": (each("{name}  {m}\n{text}\n")(TALK) + "\nMeeting chat\n\nTom O'Kafor  0:21\nhere is the list\n", Want("time", left_out=("chat",))),
    "html comment and table": ("<!-- saved --><table><thead><tr><th>Speaker</th><th>Text</th></tr></thead><tbody>" + "".join(f"<tr><td>{s.name}</td><td>{escape(s.text)}</td></tr>" for s in TALK) + "</tbody></table>", W),
}  # fmt: skip
TYPED_SIXTH: dict[str, Case] = {
    "spanish mails": ("\n\n".join(f"De: {s.name} <x@example.org>\nEnviado el: lunes, {d} de marzo de 2026 9:{7 * n + 2:02}\nPara: alguien\nAsunto: RE: Toallas\n\n{s.text}" for n, (s, d) in reversed(list(enumerate(zip(TALK, DAYS, strict=True))))), TYPED),
    "csv of messages": ("date,sender,message\n" + "\n".join(f'2026-03-0{d} 09:{7 * n + 2:02},{s.name},"{s.text}"' for n, (s, d) in enumerate(zip(TALK, DAYS, strict=True))), TYPED),
}  # fmt: skip
SIXTH: dict[str, Case] = {
    **{f"json: {k}": v for k, v in JSON_SIXTH.items()}, **{f"text: {k}": v for k, v in TEXT_SIXTH.items()},
    **{f"typed: {k}": v for k, v in TYPED_SIXTH.items()},
}  # fmt: skip

_HANDS = {"first": FIRST, "second": SECOND, "third": THIRD, "fourth": FOURTH, "fifth": FIFTH, "sixth": SIXTH}
LAYOUTS: dict[str, Case] = {f"{hand}: {name}": case for hand, cases in _HANDS.items() for name, case in cases.items()}
