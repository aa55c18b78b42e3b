"""Patterns of the names that learning platforms give in a download, and names of folders that are nobody's.

All of it is data: a pattern says what one folder or file is named like, and applies at any depth. Named groups are
what the platform tells: `learner` (or `last` and `first`), `number` (of this assignment and learner), `user` and
`login` (the learner's on this platform, the same in each assignment), `submission`, `when`, `late`, and `name`, the
file's own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True)
class Pattern:
    """What one platform names a learner's folder or file. `unsure`: only where all the folders beside it fit, too."""

    platform: str
    on: Literal["folder", "file", "both"]
    form: re.Pattern[str]
    unsure: bool = False


def _form(text: str) -> re.Pattern[str]:
    return re.compile(rf"^{text}$", re.IGNORECASE | re.DOTALL)


PATTERNS = (
    # "Anna Lee_12345_assignsubmission_file_/x.ipynb"; without folders "Anna Lee_12345_assignsubmission_file_x.ipynb"
    Pattern("moodle", "both", _form(r"(?P<learner>.+?)_(?P<number>\d+)_assignsubmission_[a-z]+_?(?P<name>.*)")),
    # "leeanna_LATE_12345_678901_x.ipynb": user and submission; the name is "Lee, Anna" in small letters
    Pattern(
        "canvas",
        "file",
        _form(r"(?P<learner>[^_]+)_(?:(?P<late>late)_)?(?P<user>\d+)_(?P<submission>\d+)_(?P<name>.+)"),
    ),
    # "Lesson 1_jdoe_attempt_2026-03-03-11-00-00_x.ipynb", and .txt beside it; "attempt" in the instructor's language
    Pattern(
        "blackboard",
        "file",
        _form(
            r".+_(?P<login>[^_]+)_(?:attempt|versuch|intento|tentative|tentativa|tentativo|poging|försök|forsøk)_"
            r"(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<name>.+)|(?P<own>\.txt))"
        ),
    ),
    # "12345-67890 - Anna Lee - Nov 2, 2026 1011 AM/x.ipynb": the learner's number and the assignment's
    Pattern(
        "brightspace",
        "both",
        _form(r"(?P<user>\d+)-\d+ - (?P<learner>.+?) - (?P<when>[^-]*\b\d{4}\b[^-]*?)(?: - (?P<name>[^/]+\.[a-z]+))?"),
    ),
    # "Lee, Anna(alee)/Submission attachment(s)/x.ipynb"
    Pattern("sakai", "folder", _form(r"(?P<last>[^,()]+), ?(?P<first>[^()]+?) ?\((?P<login>[^()]+)\)")),
    # "submission_123/x.ipynb", with submission_metadata.yml beside, which says whose it is
    Pattern("gradescope", "folder", _form(r"submission_(?P<submission>\d+)"), unsure=True),
    # "Lee_Anna_alee_12345/20261102101112_x.ipynb"
    Pattern(
        "ilias", "folder", _form(r"(?P<last>[^_]+)_(?P<first>[^_]+)_(?P<login>[^_]+)_(?P<user>\d{2,})"), unsure=True
    ),
    # "Lee_Anna_alee12/2_submissions/x.ipynb"
    Pattern("openolat", "folder", _form(r"(?P<last>[^_]+)_(?P<first>[^_]+)_(?P<login>[^_]+)"), unsure=True),
)

# Teams: "Submitted files/Anna Lee/Assignment/Version 2/x.ipynb"; the folder's name in the instructor's language.
LEARNERS_BELOW = re.compile(
    r"^(?:submitted files|eingereichte dateien|abgegebene dateien|fichiers (?:envoyés|remis|soumis)|archivos enviados|"
    r"file inviati|file consegnati|arquivos enviados|ficheiros submetidos|ingediende bestanden|inlämnade filer)$",
    re.IGNORECASE,
)
# … and beside it what learners haven't handed in.
NOT_HANDED_IN = re.compile(
    r"^(?:working files|arbeitsdateien|fichiers de travail|archivos de trabajo|file di lavoro|"
    r"feedback attachment\(s\)|[13-9]_(?:task|returns?|solutions?|corrections?|sample_solutions?))$",
    re.IGNORECASE,
)
# Which try a folder holds: Teams' "Version 2", and what learners call them.
TRY = re.compile(r"^(?:version|attempt|versuch|v|try|versión|versione|versão|versie)[ _-]?(\d{1,3})$", re.IGNORECASE)
# A time that ILIAS and others put before a file's own name: 20261102101112_x.ipynb
STAMPED = re.compile(r"^(?P<when>20\d{12})_+(?P<name>.+)$")
# Written by platforms, never by a learner.
PLATFORMS_OWN = re.compile(
    r"^(?:timestamp\.txt|comments?\.txt|grades?\.(?:csv|xlsx?)|index\.html?|onlinetext\.html?|submission_metadata\.yml|"
    r".*submissiontext\.html?|feedbacktext\.html?|.*_\d+_(?:text|url)\.html?)$",
    re.IGNORECASE,
)
# Among these, what a learner typed into the platform's own text box, or the address that they gave.
TYPED_THERE = re.compile(
    r"^(?:.*_)?(?:onlinetext|submissiontext|text|url)\.html?$|^.*submissiontext\.html?$", re.IGNORECASE
)
COPY_OF = re.compile(
    r"(?:^|(?<=- ))(?:copy of|kopie von|copie de|copia de|cópia de|kopia|kopie van|kopi av|kopi af)[ _]+", re.IGNORECASE
)
"""What Google's Drive puts before a copy's name."""

_GROUPS = (
    # parts of a course; no word that is somebody's name, too (Day, Summer, Les, Klas)
    "week weeks lesson lessons unit module session part exercise exercises assignment assignments homework hw task "
    "tasks course class classes section group groups team cohort term semester morning afternoon evening "
    # downloads
    "download downloads export exports submission submissions submitted files zip unzipped drive classroom collected "
    "handed in ins inbox mails gradebook attachments attachment data of the subs uploads "
    "students learners participants "
    # German, French, Spanish, Italian, Portuguese, Dutch
    "woche lektion einheit aufgabe aufgaben übung übungen kurs klasse gruppe abgabe abgaben "
    "semaine leçon lecon unité devoir devoirs exercice exercices cours classe groupe rendus "
    "semana lección leccion unidad tarea tareas ejercicio ejercicios curso clase grupo entregas "
    "settimana lezione unità compito compiti esercizio esercizi corso gruppo consegne "
    "lição licao unidade tarefa tarefas exercício exercicios turma "
    "eenheid opdracht opdrachten oefening groep inleveringen"
)
# What people put into the name of a file beside their own name.
_FILE = (
    "answer answers homework submission assignment solution solutions exercise exercises lesson notebook draft final "
    "done finished copy new my the for from untitled work course "
    "antworten réponses respuestas risposte respostas antwoorden"
)
FILE_WORDS = frozenset(_FILE.split())
_WORK = (
    "my answer answers work homework final draft drafts done finished notebook notebooks solution solutions exercise "
    "exercises lesson lessons source old backup copy try version attachment attachments submission submissions "
    "course files file selling backwards sellbackwards main master "
    "antwort antworten réponses respuestas risposte respostas antwoorden fertig corrected correction "
    "update updated fixed revised edited completed complete"
)
GROUP_WORDS = frozenset(_GROUPS.split())
"""Words of folders that hold many people's work."""
WORK_WORDS = frozenset(_WORK.split())
"""Words of folders and files that one learner made."""


def words_of(name: str) -> list[str]:
    """A name's words in small letters, without numbers and single letters: "Week_01 (new)" → week, new."""
    plain = unicodedata.normalize("NFC", name).casefold()
    return [word for word in re.findall(r"[^\W\d_]+(?:\d+[^\W\d_]+)*", plain) if len(word) > 1]


def is_group_name(name: str, lessons: Sequence[str] = ()) -> bool:
    """Is a folder called like a part of the course or a download, and not like a person?"""
    bare = re.sub(r"\.zip$", "", name, flags=re.IGNORECASE)
    spelt = re.sub(r"[\W_]+", "_", bare.casefold())
    for lesson in lessons:
        spelt = spelt.replace(lesson, "").replace(lesson.partition("_")[2] or lesson, "")
    words = words_of(spelt)
    return all(word in GROUP_WORDS for word in words) and bool(
        words or spelt != re.sub(r"[\W_]+", "_", bare.casefold())
    )


def is_work_name(name: str) -> bool:
    """Is a folder called like one that learners keep their work in?"""
    words = words_of(name)
    return bool(TRY.match(name)) or (bool(words) and all(word in WORK_WORDS for word in words))


def read_time(text: str) -> float | None:
    """The time in a platform's name, in seconds since 1970; None where it isn't known how to read it."""
    plain = " ".join(text.replace("\u202f", " ").split())
    plain = re.sub(r"\b(\d{3,4})(?= [AaPp][Mm]$)", lambda found: found[1].zfill(4), plain)
    for form in ("%Y-%m-%d-%H-%M-%S", "%Y%m%d%H%M%S", "%b %d, %Y %I%M %p", "%B %d, %Y %I%M %p", "%d %B, %Y %I%M %p",
                 "%d %b, %Y %I%M %p", "%b %d, %Y %H%M", "%d %B %Y %H%M"):  # fmt: skip
        try:
            return datetime.strptime(plain, form).timestamp()
        except (ValueError, OverflowError, OSError):
            continue
    return None
