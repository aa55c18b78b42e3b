"""Read a class list as platforms export it: names, numbers and addresses, in any language and encoding."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sellbackwards.grading.settings import GradingError
from sellbackwards.grading.sheets import read_lines
from sellbackwards.grading.tables import clean

# Column names, in small letters, without signs.
_COLUMNS: Mapping[str, str] = {
    # whole names
    **dict.fromkeys(
        ("name", "full name", "student", "student name", "learner", "display name", "participant",
         "vollständiger name", "nom complet",
         "nombre completo", "nome completo", "volledige naam", "naam", "nom et prénom", "nome e cognome"),
        "name",
    ),
    **dict.fromkeys(
        ("first name", "firstname", "given name", "vorname", "prénom", "prenom", "nombre", "nome", "voornaam",
         "förnamn"),
        "first",
    ),
    **dict.fromkeys(
        ("last name", "lastname", "surname", "family name", "nachname", "nom", "nom de famille", "apellido",
         "apellidos", "apellido s", "cognome", "sobrenome", "apelido", "achternaam", "efternamn"),
        "last",
    ),
    **dict.fromkeys(
        ("email", "e mail", "email address", "e mail adresse", "mail", "adresse de courriel", "courriel", "correo",
         "dirección de correo", "indirizzo email", "endereço de email", "e mailadres", "e postadress"),
        "email",
    ),
    **dict.fromkeys(
        ("username", "user name", "login", "sis login id", "eid", "anmeldename", "benutzername", "identifiant",
         "nombre de usuario", "nome utente", "nome de usuário", "gebruikersnaam", "användarnamn", "kennung"),
        "login",
    ),
    **dict.fromkeys(("id", "canvas id", "user id", "userid", "usr id"), "user"),
    **dict.fromkeys(
        ("sis user id", "sid", "student id", "id number", "orgdefinedid", "matrikelnummer", "matriculation number",
         "registration number", "id nummer", "numéro d identification", "número de id", "número de identificação",
         "codice identificativo", "institutional identifier"),
        "id",
    ),
    # Moodle's grading worksheet: "Participant 5001", the number of the download's folders
    **dict.fromkeys(("identifier", "bezeichner", "identifiant du participant", "identificador"), "number"),
}  # fmt: skip


@dataclass(frozen=True)
class Member:
    """Somebody in the class list. `ids`: what they are known by, as in HandIn ("email", "login", "user", "id", …)."""

    label: str
    name: str
    ids: Mapping[str, str] = field(default_factory=dict)


class Roster:
    """Everybody in the class, found by any of their numbers, their address or their name."""

    def __init__(self, members: list[Member]) -> None:
        self.members = members
        self._by_id: dict[str, list[Member]] = defaultdict(list)
        self._by_name: dict[str, list[Member]] = defaultdict(list)
        self._by_part: dict[str, list[Member]] = defaultdict(list)
        for one in members:
            for text in set(_id_forms(one.ids)):
                self._by_id[text].append(one)
            for form in set(_name_forms(one.name)):
                self._by_name[form].append(one)
            for part in set(_words(one.name)):
                self._by_part[part].append(one)

    def find(self, label: str, ids: Mapping[str, str]) -> Member | None:
        """Who that is, None where nobody or more than one fits."""
        for text in _id_forms(ids):
            if len(self._by_id.get(text, ())) == 1:
                return self._by_id[text][0]
        for form in (*_name_forms(label), label.casefold()):
            fits = self._by_name.get(form) or self._by_id.get(form) or []
            if fits:
                return fits[0] if len(fits) == 1 else None
        words = _words(label)
        parts = [{one.label: one for one in self._by_part.get(word, ())} for word in words]
        common = set(parts[0]).intersection(*parts[1:]) if parts else set()
        return parts[0][common.pop()] if len(common) == 1 else None


def read_roster(path: Path) -> Roster:
    """The class list in a CSV or .xlsx file. Raises GradingError where it is none."""
    members: list[Member] = []
    taken: dict[str, int] = defaultdict(int)
    rows = list(_rows(path))
    for _, row in rows:
        taken[_name_of(row).casefold()] += 1
    for line, row in rows:
        name = _name_of(row)
        ids = {key: row[key] for key in ("email", "login", "user", "id", "number") if row.get(key)}
        label = name or ids.get("email") or ids.get("login") or ids.get("id") or ""
        if taken[name.casefold()] > 1:
            label = f"{name} ({ids.get('email') or ids.get('login') or ids.get('id') or ids.get('user') or line})"
        if label:
            members.append(Member(label, name or label, ids))
    if not members:
        raise GradingError(f"{path}: has nobody in it; give a class list with a column of names")
    return Roster(members)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, our name of a column → its text) below the header; a file without one is a list of names."""
    lines = [(line, [clean(cell).strip() for cell in cells]) for line, cells in read_lines(path).rows if any(cells)]
    named = [[_COLUMNS.get(_plain(cell), "") for cell in cells] for _, cells in lines[:20]]
    header = next((place for place, columns in enumerate(named) if any(columns)), None)
    if header is None:
        if any(len([cell for cell in cells if cell]) > 1 for _, cells in lines):
            raise GradingError(f"{path}: line 1: has no column that is known; name one of them Name, Email or ID")
        yield from ((line, {"name": cells[0]}) for line, cells in lines)
        return
    columns = named[header]
    for line, cells in lines[header + 1 :]:
        row: dict[str, str] = {}
        for name, cell in zip(columns, cells, strict=False):
            if name and cell:
                row.setdefault(name, re.sub(r"^\D+(?=\d+$)", "", cell) if name == "number" else cell)
        # Canvas has a row of the points that are possible, and a student that is a test.
        if row and _plain(row.get("name", "")) not in {"points possible", "student test", "test student"}:
            yield line, row


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold()))


def _name_of(row: Mapping[str, str]) -> str:
    """ "Anna Lee", also of "Lee, Anna" and of two columns."""
    if row.get("first") or row.get("last"):
        return f"{row.get('first', '')} {row.get('last', '')}".strip()
    name = " ".join(row.get("name", "").split())
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else name


def _words(name: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare)


def _name_forms(name: str) -> Iterator[str]:
    """The ways in which a name may be written: words in any order; run together, the last one first (Canvas)."""
    words = _words(name)
    if words:
        yield " ".join(sorted(words))
        if len(words) > 1:
            yield "".join([*words[-1:], *words[:-1]])
            yield "".join([*words[1:], words[0]])
            yield "".join(words)


def _id_forms(ids: Mapping[str, str]) -> Iterator[str]:
    """Each number and address in small letters, an address also without its server."""
    for kind in ("email", "login", "user", "id", "number"):
        text = ids.get(kind, "").strip().casefold()
        if text:
            yield f"number {text}" if kind == "number" else text
            if kind in {"email", "login"} and "@" in text:
                yield text.partition("@")[0]
