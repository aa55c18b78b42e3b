"""Check a credential file offline, and say in plain words what it claims. Nothing in it is fetched or run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from textwrap import fill
from typing import Any, NoReturn

import fastjsonschema

from sellbackwards.grading.certificates.credential import CONTEXTS, learner_of
from sellbackwards.grading.certificates.proofs import ProofError, signer
from sellbackwards.grading.certificates.small_files import read_small
from sellbackwards.grading.settings import GradingError
from sellbackwards.grading.tables import clean

_LARGEST = 1_000_000  # bytes; a certificate of ours has some ten thousand
_WIDTH = 100
_CLOCKS = timedelta(minutes=10)  # by how much two computers' clocks may differ


def verify(path: Path, known: str = "", now: datetime | None = None) -> str:
    """What a valid credential says, in words. `known`: the did:key that must have signed it, where that is demanded.

    Raises GradingError, one line that says why it isn't valid.
    """
    document = read_credential(path)
    try:
        did = checked(document, now or datetime.now(UTC))
        if known and did != known:
            raise ProofError(f"was signed with another key than the one you named, with {did}")
    except ProofError as error:
        raise GradingError(f"{path}: not valid: it {error}. Rely on nothing that stands in it.") from None
    return "\n".join(_in_words(document, did, bool(known)))


def checked(document: Mapping[str, Any], now: datetime) -> str:
    """The did:key of the issuer, who has signed all of a credential that is valid now. Raises ProofError."""
    did = signer(document)
    if document["issuer"]["id"] != did:
        raise ProofError(f"names another issuer than the one whose key has signed it ({did})")
    begins, ends = _time(document, "validFrom"), _time(document, "validUntil")
    if begins and begins > now + _CLOCKS:
        raise ProofError(f"is valid only from {begins:%Y-%m-%d %H:%M} UTC on")
    if ends and ends < now:
        raise ProofError(f"was valid until {ends:%Y-%m-%d %H:%M} UTC")
    return did


def _time(document: Mapping[str, Any], name: str) -> datetime | None:
    if name not in document:
        return None
    try:
        found = datetime.fromisoformat(document[name])
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise ProofError(f"has a {name} that is no date and time")
    return found


def read_credential(path: Path) -> dict[str, Any]:
    """The credential in a file, its signature not yet checked. Raises GradingError."""
    data = read_small(path, _LARGEST, "a certificate; give the .json file that you were sent")
    try:
        document = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_no_name_twice, parse_constant=_no_constant, parse_int=_small
        )
    except _Doubtful as error:
        raise GradingError(f"{path}: not valid: {error}. Rely on nothing that stands in it.") from None
    except (ValueError, RecursionError):
        what = " (it is the page to read and print)" if b"<html" in data[:1000].lower() else ""
        raise GradingError(f"{path}: isn't a certificate file{what}; give the .json file that came with it") from None
    if isinstance(document, dict) and document.get("@context") not in (None, list(CONTEXTS)):
        raise GradingError(
            f"{path}: not valid: its @context isn't that of the certificates that this program knows "
            f"({', '.join(CONTEXTS)}), and nothing is fetched"
        )
    try:
        _shape()(document)
    except (fastjsonschema.JsonSchemaValueException, RecursionError) as error:
        raise GradingError(f"{path}: isn't an Open Badges 3.0 credential: {_told(str(error))}") from None
    return dict(document)


class _Doubtful(Exception):
    """JSON that two programs may read in two ways."""


def _no_name_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for n, (name, _) in enumerate(pairs) if any(name == other for other, _ in pairs[:n]))
        raise _Doubtful(f"“{_one_line(twice)[:40]}” is in it twice, so it may be read in two ways")
    return found


def _no_constant(text: str) -> NoReturn:
    raise _Doubtful(f"{text} is in it, which isn't JSON")


def _small(text: str) -> int:
    if len(text) > 17:
        raise _Doubtful("a number in it is too large to be read alike everywhere")
    return int(text)


@cache
def _shape() -> Any:
    schema = (files("sellbackwards.grading.certificates") / "credential.schema.json").read_text(encoding="utf-8")
    return fastjsonschema.compile(json.loads(schema))


def _told(fault: str) -> str:
    """fastjsonschema's message as a person says it: "credentialSubject must contain ['type'] properties"."""
    return _one_line(re.sub(r"^data\.?", "", fault).strip() or "it is empty")[:200]


def _one_line(text: str) -> str:
    """A text that came with a file, unable to play tricks on a terminal."""
    return " ".join(clean(text).split())


def _in_words(document: Mapping[str, Any], did: str, demanded: bool) -> Iterator[str]:
    subject = document["credentialSubject"]
    achievement = subject["achievement"]
    yield "Valid: nothing in it was changed after it was signed."
    yield f"Signed with the key {did}"
    if demanded:
        yield "That is the key that you named."
    else:
        yield _wrapped(
            "Anybody can make a key, and write any name beside it. You must know from elsewhere that this one is your "
            "instructor's. With --key FILE, only the key in that file will do."
        )
    yield ""
    yield f"  for      {_one_line(learner_of(document)) or '(no name)'}"
    yield f"  what     {_one_line(achievement['name'])}"
    yield f"  issuer   {_one_line(document['issuer'].get('name', '')) or '(no name)'}"
    yield f"  issued   {_one_line(document['validFrom'])}"
    yield f"  id       {_one_line(document['id'])}"
    yield ""
    yield "What it claims:"
    for one in document.get("evidence", []):
        name, on, said = (_one_line(one.get(part, "")) for part in ("name", "description", "narrative"))
        yield _wrapped(f"{name} ({on.rstrip('.')}): {said}", "- ")
    yield ""
    yield "What was needed for it:"
    for line in achievement["criteria"]["narrative"].splitlines():
        yield _wrapped(_one_line(line).removeprefix("- "), "- " if line.startswith("- ") else "")
    if said := _one_line(subject.get("narrative", "")):
        yield ""
        yield _wrapped(f"What it doesn't claim: {said}")


def _wrapped(text: str, before: str = "") -> str:
    return fill(text, _WIDTH, initial_indent=before, subsequent_indent=" " * len(before), break_long_words=False)
