"""Headings and other lines that are not speech: notes, the transcript's title, chats, what tools add.

In English, German, French, Spanish, Portuguese and Italian. A word of these lists is no name for that alone: "Host:"
met again and again in front of speech is one all the same, so a reader only takes them with more care.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Part = Literal["", "talk", "notes", "chat", "added"]

# In front of a colon in logs and settings; nobody's name, however often they come.
_TECHNICAL_WORDS = """
    critical debug error fatal file http https info kind port trace uri url version warn warning
"""
_TECHNICAL = frozenset(_TECHNICAL_WORDS.split())

# In front of a colon, or alone on a line, above a part of a document or of a letter.
_HEADING_WORDS = """
    action actions agenda answer attachment attachments attendees audio bcc cc chapter chapters comment
    conclusion context
    date decision decisions description details duration example format from goal goals header highlights host important
    insights invited invitees keywords language length link location meeting name note notes objective organizer outcome
    outline overview participants phone place platform present ps purpose question questions re recap recorded recording
    reference result results section sent source speakers subject summary tags takeaways time timestamp title to todo
    topic topics transcript transcription type video watch
    absender anhang anhänge aufgaben aufzeichnung betreff besprechung datum dauer details eingeladen ergebnis ergebnisse
    frage hinweis notiz notizen ort protokoll sprecher tagesordnung teilnehmer teilnehmende thema themen titel uhrzeit
    zeit ziel ziele zusammenfassung
    absents compte-rendu date décisions durée enregistrement intervenants invités lieu objet ordre participants pièces
    présents remarque remarques réunion résumé sujet sujets titre tâches
    acciones asistentes asunto decisiones detalles duración fecha grabación hora invitados lugar notas objetivo orden
    participantes resumen reunión tareas tema temas título
    anotações assunto ações convidados data decisões detalhes duração gravação local objetivo observação participantes
    resumo reunião tarefas título
    argomenti azioni dettagli durata invitati luogo nota obiettivo oggetto ora partecipanti registrazione riepilogo
    riunione sintesi titolo
"""
_HEADINGS = frozenset(_HEADING_WORDS.split())
_HEADING_PHRASES = re.compile(
    r"(?:action items?|next steps?|key \w+|meeting \w+|call \w+|screen sharing|created|started|ended|recorded"
    r"|nächste schritte|offene punkte|prochaines étapes|points clés|próximos pasos|próximas etapas|próximos passos"
    r"|prossimi pass\w+)(?: ?(?:on|by|at|with))?",
    re.I,
)


_LOG_LEVELS = ("critical", "debug", "error", "fatal", "info", "trace", "warn", "warning")


def is_technical(text: str) -> bool:
    """A word of logs and settings, or what begins with a log's level ("INFO server")."""
    words = text.casefold().split()
    return len(words) > 0 and (words[0] in _LOG_LEVELS or " ".join(words) in _TECHNICAL)


def is_heading(text: str) -> bool:
    """Is it a word that heads a section, a letter or a log?"""
    text = text.strip()
    return text.casefold() in _HEADINGS or bool(_HEADING_PHRASES.fullmatch(text))


# Alone on a line, above the talk, above notes, above what was typed beside the call.
_TALK_HEAD = re.compile(
    r"(?:.{1,80} [-–—|:] )?(?:the |full |complete |meeting |call |raw |edited |verbatim )?"
    r"(?:transcript|transcription|transkript|transkription|mitschrift|transcripción|transcrição|trascrizione|wortprotokoll)"
    r"(?: of the (?:call|meeting)| complète?| completa| text)?",
    re.I,
)
_NOTES_HEAD = re.compile(
    r"(?:(?:meeting|call|ai|gemini|detailed|quick|executive|suggested|recommended|my|private|key"
    r"|general|short|empfohlene|meeting-|prochaines|principaux)[ -]){0,2}"
    r"(?:notes?|summary|overview|details|agenda|outline|action items?|actions|next steps?|to-?dos?"
    r"|tasks|decisions|highlights|takeaways"
    r"|insights|key (?:points|takeaways|topics)|attendees|participants|speakers|invitees|chapters"
    r"|topics(?: discussed)?|summary keywords"
    r"|keywords|recap|follow[ -]ups?|analysis|coaching|scorecard|comments"
    r"|notizen|zusammenfassung|aufgaben|nächste schritte|teilnehmer(?:innen)?|teilnehmende"
    r"|tagesordnung|ergebnisse|entscheidungen"
    r"|résumé|compte[ -]rendu|étapes suivantes(?: suggérées)?|participants|points clés|décisions|ordre du jour"
    r"|notas|resumen|próximos pasos(?: sugeridos)?|asistentes|participantes|tareas|puntos clave|detalles"
    r"|anotações|resumo|próxim[ao]s (?:etapas|passos)(?: sugerid[ao]s)?|tarefas|pauta|detalhes"
    r"|appunti|riepilogo|note|passi successivi|prossimi pass\w+(?: suggeriti)?|partecipanti|dettagli|attività)",
    re.I,
)
_CHAT_HEAD = re.compile(
    r"(?:(?:meeting|in-meeting|zoom|group|public)[ -])?(?:chat|chats|chat (?:messages?|log|history"
    r"|transcript)|messages|chatverlauf"
    r"|chat-nachrichten|nachrichten|messages du chat|discussion|mensajes(?: del chat)?"
    r"|mensagens(?: do (?:chat|bate-papo))?"
    r"|bate-papo|messaggi(?: della chat)?)",
    re.I,
)
_EDGES = re.compile(r"^[^\w(]+|[^\w)]+$")

_TRANSCRIPT = r"(?:transcri|transkri|trascri)\w*"
# Lines that a tool adds between and after what was said.
_ADDED = re.compile(
    rf"(?:the |die |la |a |el |o )?{_TRANSCRIPT}\b[^:]{{0,30}}\d:\d\d(?:[^:]|:\d\d){{0,30}}$"
    r"|(?:meeting|call|recording) (?:ended|stopped|started) (?:after|at) \d"
    rf"|(?:this|diese[rs]?|cette|este|esta|ce|questa|questo)\b.{{0,30}}{_TRANSCRIPT}\b.{{0,40}}"
    r"(?:edit|bearbeit|modifi|auto|computer|ordin|gener|export|erstellt).{0,200}$"
    r"|(?-i:[A-Z]\S*(?: [A-Z(]\S*){0,4}) (?:has )?(?:started|stopped|joined|left) (?:the |this )?"
    rf"(?:{_TRANSCRIPT}|recording|meeting|call)\.?$"
    rf"|(?-i:[A-Z]).{{1,60}}\b(?:hat|a|ha|iniciou|interrompeu|parou)\b.{{0,30}}\b(?:{_TRANSCRIPT}|aufzeichnung)"
    r"(?: (?:beendet|gestartet))?\.?$"
    r"|(?:generated|transcribed|exported|erstellt|transkribiert|généré|transcrit|generado|transcrito|gerado|generato"
    r"|trascritto) (?:by|with|using|from|mit|von|par|avec|por|con|da|com)\b.{0,80}$"
    r"|transcribed by https?://|transcript by rev\b|page \d+ of \d+$|seite \d+ von \d+$|(?:powered"
    r"|generated|created) by \S+$"
    r"|(?:transcri|saved|export|generat|record|powered|created|captured)\w*\b.{0,80}https?://"
    r"|(?:view|watch|play) (?:the )?recording\b"
    r"|(?:action item|watch|screen sharing): "
    r"|.{0,40}\b(?:pro|free|basic) (?:plan|trial|version)\b.{0,60}upgrade",
    re.I,
)
_CALL_ENDS = re.compile(
    r"\W*(?:(?:the )?(?:end|start|beginning) of (?:the )?(?:call|meeting|recording|transcript|conversation)"
    r"|(?:the )?(?:call|meeting|recording|transcript|conversation) (?:ends|ended|begins|began|starts|started|over)"
    r"|(?:gespräch|anruf|aufnahme) (?:beendet|ende|beginnt)|ende (?:des gesprächs|der aufnahme)"
    r"|fin (?:de l['’](?:appel|enregistrement|entretien)|de la (?:llamada|grabación|réunion))"
    r"|fim da (?:ligação|chamada|gravação)|fine (?:della )?(?:chiamata|registrazione))\W*",
    re.I,
)
_DECORATION = re.compile(r"[-–—=_*~#\s]{3,}")


def is_added(line: str) -> bool:
    """Is a line (without its Markdown) one that a tool adds?"""
    return len(line) <= 260 and bool(_ADDED.match(line) or _DECORATION.fullmatch(line))


def is_call_end(line: str) -> bool:
    """ "Call ends.", "--- END OF RECORDING ---": a note on the call, and nobody's words."""
    return len(line) < 60 and bool(_CALL_ENDS.fullmatch(line))


def parts(bare: Sequence[str]) -> list[Part]:
    """Which part of a document each line stands in, by the headings above it; "" above the first.

    The heading itself belongs to no talk: it is "notes", "chat" or "added".
    """
    found: list[Part] = []
    now: Part = ""
    before = ""
    for line in bare:
        heading = _heading(line) if 2 < len(line) < 110 else None
        # "decisions." may be the end of a sentence that was wrapped: what heads notes or a chat stands apart
        if heading in ("notes", "chat") and re.search(r"\w", before):
            heading = None
        before = "" if heading is not None else line
        if heading is not None:
            now = heading
            found.append("added" if heading == "talk" else heading)
        else:
            ended = bool(now in ("", "talk") and len(line) < 120 and _ENDED.match(line))
            found.append("added" if ended else now)
            now = "added" if ended else now
    return found


# What stands behind it is no talk.
_ENDED = re.compile(
    rf"(?:the |die |la |a |el |o )?{_TRANSCRIPT}\b[^:]{{0,30}}\d:\d\d(?:[^:]|:\d\d){{0,30}}$|transcribed by https?://",
    re.I,
)


def _heading(line: str) -> Part | None:
    text = _EDGES.sub("", line)
    if not text or text[0].islower() or line[-1] in ".?!,;":
        return None
    if _TALK_HEAD.fullmatch(text):
        return "talk"
    if _CHAT_HEAD.fullmatch(text):
        return "chat"
    return "notes" if _NOTES_HEAD.fullmatch(text) else None
