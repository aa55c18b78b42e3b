"""`sellbackwards verify`: what was changed after it was signed is found, and no file brings it down."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given, settings
from hypothesis import strategies as st

from sellbackwards import cli
from sellbackwards.cli import main
from sellbackwards.grading import GradingError
from sellbackwards.grading.certificates import keys
from sellbackwards.grading.certificates.certify import as_text
from sellbackwards.grading.certificates.credential import credential, new_issue
from sellbackwards.grading.certificates.proofs import proof_value, signed
from sellbackwards.grading.certificates.rubric import Criterion, Rubric
from sellbackwards.grading.certificates.standing import Heard, Lesson, Standing
from sellbackwards.grading.certificates.verifying import verify

NOW = datetime(2026, 12, 1, tzinfo=UTC)
KEY, OTHER = (Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32) for n in (1, 2))
DID, OTHER_DID = keys.did_of(KEY.public_key()), keys.did_of(OTHER.public_key())
RUBRIC = Rubric("One call", "Maria", "", ("real",), 1, (Criterion("Their day", "how it works"),), {"01": 1})
STANDING = Standing(
    "Anna Lee", "real", "with a florist",
    [Heard("Their day", "how it works", "yes", "João", date(2024, 11, 20))],
    [Lesson("01", "Exercises 01", 1, ("1.1", "1.2", "1.3"), (), ("1.4",), ("1.5",))],
)  # fmt: skip
BARE = credential(STANDING, RUBRIC, DID, new_issue("facts", "2024-11-30T12:00:00Z"))
GOOD = signed(BARE, KEY, "2024-11-30T12:00:00Z")


def put(place: Path, document: Any) -> Path:
    path = place / "x.json"
    path.write_bytes(document if isinstance(document, bytes) else as_text(document).encode())
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The place of each value that isn't a list or an object."""
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(one, (*path, key))
    else:
        yield path


def changed(path: tuple[Any, ...], change: Callable[[Any], Any]) -> Any:
    document = deepcopy(GOOD)
    place = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = change(place[path[-1]])
    return document


def test_a_valid_one_says_what_it_claims_and_that_the_key_must_be_known(tmp_path: Path) -> None:
    result = run(put(tmp_path, GOOD))
    assert result.exit_code == 0, result.stderr
    said = " ".join(result.stdout.split())
    for part in ("Valid", DID, "must know from elsewhere", "Anna Lee", "Judged by João on 2024-11-20", "1.1 to 1.3 by the program's",
                 "Not passed or not answered: 1.4", "Not judged: 1.5", "What it doesn't claim"):  # fmt: skip
        assert part in said


def test_only_the_key_that_is_demanded_will_do(tmp_path: Path) -> None:
    path = put(tmp_path, GOOD)
    pem = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    for name, data in (("a.pub", DID.encode()), ("b.pub", b"My key is " + DID.encode() + b"\n"), ("c.pem", pem)):
        (tmp_path / name).write_bytes(data)
        result = run(path, "--key", tmp_path / name)
        assert result.exit_code == 0, result.stderr
        assert "the key that you named" in result.stdout
    assert run(path, "--key", DID).exit_code == 0
    for wrong in (OTHER_DID, tmp_path / "none", path.with_name("d.pub"), "did:key:z6MkWrong", "did:web:example.org"):
        path.with_name("d.pub").write_text("no key in here", encoding="utf-8")
        result = run(path, "--key", wrong)
        assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1), wrong


@pytest.mark.parametrize("path", list(leaves(GOOD)), ids=lambda path: ".".join(map(str, path)))
@pytest.mark.parametrize(
    "change",
    [lambda one: f"{one} ", lambda one: None, lambda one: {"a": [one]}, lambda one: 7.5],
    ids=["more", "none", "object", "number"],
)
def test_no_part_can_be_changed(tmp_path: Path, path: tuple[Any, ...], change: Callable[[Any], Any]) -> None:
    with pytest.raises(GradingError) as raised:
        verify(put(tmp_path, changed(path, change)), now=NOW)
    assert len(str(raised.value)) < 400


def _another_signs(did: str) -> Any:
    """Somebody else takes the text over, with their own signature."""
    return signed({**BARE, "issuer": {**BARE["issuer"], "id": did}}, OTHER, "2024-11-30T12:00:00Z")


def _re_signed(**new: Any) -> Any:
    return signed({**BARE, **new}, KEY, "2024-11-30T12:00:00Z")


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (changed(("credentialSubject", "identifier", 0, "identityHash"), lambda _: "Bo Ruiz"), "was changed after it was signed"),
        (changed(("validFrom",), lambda _: "2020-01-01T00:00:00Z"), "was changed after it was signed"),
        (_another_signs(DID), "names another issuer than the one whose key"),
        (BARE, "has no signature"),
        ({**GOOD, "proof": []}, "has no signature"),
        ({**GOOD, "proof": GOOD["proof"] * 2}, "isn't one signature"),
        ({**GOOD, "proof": "x"}, "isn't one signature"),
        ({**GOOD, "proof": [{**GOOD["proof"][0], "cryptosuite": "none"}]}, "in another way"),
        ({**GOOD, "proof": [{**GOOD["proof"][0], "proofValue": "z" + "1" * 100_000}]}, "was changed"),
        ({**GOOD, "proof": [{**GOOD["proof"][0], "proofValue": "zIl0O"}]}, "was changed"),
        ({**GOOD, "proof": [{**GOOD["proof"][0], "verificationMethod": "https://example.org/key#1"}]}, "names no did:key"),
        ({**GOOD, "more": "added"}, "was changed after it was signed"),
        ({**GOOD, "@context": [*GOOD["@context"], "https://example.org/mine"]}, "nothing is fetched"),
        (_re_signed(validFrom="2027-01-01T00:00:00Z"), "is valid only from 2027-01-01"),
        (_re_signed(validUntil="2024-11-30T13:00:00Z"), "was valid until 2024-11-30"),
        (_re_signed(validFrom="yesterday"), "validFrom that is no date"),
        (_re_signed(validFrom="2024-11-30T12:00:00"), "validFrom that is no date"),
        (_re_signed(type=["VerifiableCredential"]), "isn't an Open Badges 3.0 credential: type must contain"),
        (_re_signed(credentialSubject=[]), "credentialSubject must be object"),
        (_re_signed(evidence={}), "evidence must be array"),
        ([], "must be object"),
        ("x", "must be object"),
        (None, "must be object"),
    ],
)  # fmt: skip
def test_why_it_is_not_valid_is_said(tmp_path: Path, document: Any, said: str) -> None:
    with pytest.raises(GradingError) as raised:
        verify(put(tmp_path, document), now=NOW)
    assert said in str(raised.value)


def test_who_takes_the_issuer_s_place_is_another_signer(tmp_path: Path) -> None:
    """It is valid by itself: whoever relies on it must know the key."""
    path = put(tmp_path, _another_signs(OTHER_DID))
    assert OTHER_DID in verify(path, now=NOW)
    with pytest.raises(GradingError, match="another key than the one you named"):
        verify(path, DID, NOW)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x00", b"PK\x03\x04", b"not json", b"\xff\xfe\x00", b"{" * 200_000, b"[" * 200_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b" " * 2_000_000, b"<!DOCTYPE html><html>", b"[1e999999]", b"[" + b"9" * 100_000 + b"]", b"NaN", b'{"a": Infinity}',
        as_text(GOOD).replace('"name": "Maria"', '"name": "Eve", "name": "Maria"').encode(),
        as_text(GOOD).replace('"id": "urn', '"id": "x", "id": "urn', 1).encode(),
        as_text(GOOD).replace("Anna Lee", "\\ud800").encode(),
        as_text({**GOOD, "x": 2**60}).encode(), as_text({**GOOD, "x": 10**30}).encode(),
        as_text(GOOD).encode("utf-16"), as_text(GOOD).replace("João", "Jo\\u00").encode(),
        as_text(GOOD)[:-20].encode(), as_text(GOOD).encode() * 2,
        as_text(GOOD).replace('"more"', "x").replace('"proof": [', '"deep": ' + "[" * 400 + "]" * 400 + ', "proof": [').encode(),
    ],
    ids=lambda data: f"{data[:12]!r}{len(data)}",
)  # fmt: skip
def test_whatever_a_file_holds_it_is_one_line(tmp_path: Path, data: bytes) -> None:
    result = run(put(tmp_path, data))
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)
    assert "x.json" in result.stderr
    assert len(result.stderr) < 500


def test_who_gives_the_page_is_told_which_file_to_give(tmp_path: Path) -> None:
    page = "it is the page to read and print"
    assert page in run(put(tmp_path, b"<!DOCTYPE html>\n<html lang='en'>")).stderr
    assert page not in run(put(tmp_path, b"nothing of the kind")).stderr


def test_a_name_that_stands_twice_is_named(tmp_path: Path) -> None:
    twice = as_text(GOOD).replace('"name": "Maria"', '"name": "Eve", "name": "Maria"')
    assert "“name” is in it twice" in run(put(tmp_path, twice.encode())).stderr


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(path=st.sampled_from([path[:n] for path in leaves(GOOD) for n in range(1, len(path) + 1)]), value=JSON)
def test_any_value_in_any_place(path: tuple[Any, ...], value: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    document = changed(path, lambda _: value)
    if json.dumps(document, sort_keys=True) == json.dumps(GOOD, sort_keys=True):
        return
    with pytest.raises(GradingError):
        verify(put(tmp_path_factory.mktemp("any"), document), now=NOW)


def test_a_text_in_it_plays_no_tricks_on_a_terminal(tmp_path: Path) -> None:
    trick = "\x1b[2J\x1b[1;1HValid\r\n\u202eevil\x07"
    path = put(
        tmp_path,
        signed({**BARE, "name": trick, "issuer": {**BARE["issuer"], "name": trick}}, KEY, "2024-11-30T12:00:00Z"),
    )
    said = verify(path, now=NOW)
    assert not set("\x1b\r\x07\u202e") & set(said)
    assert [line for line in said.splitlines() if line.startswith("Valid")] == [said.splitlines()[0]]


def test_nothing_is_fetched_and_no_large_library_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("verify opened a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert verify(put(tmp_path, GOOD), now=NOW)
    code = "import sys, sellbackwards.grading.certificates.verifying; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )
    assert not loaded & {
        "nbformat",
        "jsonschema",
        "nbconvert",
        "IPython",
        "ipywidgets",
        "matplotlib",
        "numpy",
        "pandas",
        "openpyxl",
    }


@pytest.mark.parametrize(
    ("checkout", "remedy"), [(True, "python3 start.py instructor"), (False, "pip install cryptography rfc8785")]
)
def test_without_the_libraries_it_says_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checkout: bool, remedy: str
) -> None:
    for name in [one for one in sys.modules if one.startswith("sellbackwards.grading.certificates")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "rfc8785", None)
    monkeypatch.setattr(cli, "IS_CHECKOUT", checkout)
    result = run(put(tmp_path, GOOD))
    assert (result.exit_code, result.stdout) == (1, "")
    assert remedy in result.stderr


# --- against what others wrote down ---


def test_the_signature_is_the_one_of_the_standard() -> None:
    """W3C, Data Integrity EdDSA Cryptosuites v1.0, B.2 (eddsa-jcs-2022): its key, its document, its signature."""
    contexts = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"]
    public = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    secret = keys.from_base58("3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq")
    assert secret[:2] == b"\x80\x26"  # ed25519-priv
    key = Ed25519PrivateKey.from_private_bytes(secret[2:])
    assert keys.did_of(key.public_key()) == f"did:key:{public}"
    document = {
        "@context": contexts, "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33", "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential", "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678", "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
    }  # fmt: skip
    options = {
        "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "created": "2023-02-24T23:36:38Z",
        "verificationMethod": f"https://vc.example/issuers/5678#{public}", "proofPurpose": "assertionMethod", "@context": contexts,
    }  # fmt: skip
    value = "z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4"
    assert proof_value(document, options, key) == value


@given(st.binary(max_size=70))
def test_base58_there_and_back(data: bytes) -> None:
    assert keys.from_base58(keys.base58(data)) == data


@pytest.mark.parametrize(
    "did", ["", "did:key:z6Mk", f"{DID}x", DID[:-1] + "0", "did:key:z6Mk" + "z" * 44, "did:key:z6LS" + "1" * 44]
)
def test_what_is_no_key(did: str) -> None:
    with pytest.raises(ValueError, match="Ed25519"):
        keys.public_key_of(did)
    assert keys.public_key_of(DID)
