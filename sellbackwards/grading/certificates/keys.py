"""An instructor's Ed25519 key: make one, read one, and name its public half as a did:key.

did:key (W3C Credentials Community Group) carries the public key in the name itself, so nothing has to be looked up:
``did:key:z`` and, in base58, the two bytes 0xed01 and the 32 bytes of the key.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from sellbackwards.grading.certificates.small_files import read_small
from sellbackwards.grading.settings import GradingError

_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519 = b"\xed\x01"
_DID = re.compile(r"did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{44}")
_LARGEST = 100_000  # bytes; a key file has some hundred


def base58(data: bytes) -> str:
    """Bytes in the alphabet of Bitcoin's base58."""
    number, digits = int.from_bytes(data), ""
    while number:
        number, rest = divmod(number, 58)
        digits = _DIGITS[rest] + digits
    return "1" * (len(data) - len(data.lstrip(b"\x00"))) + digits


def from_base58(text: str) -> bytes:
    """The bytes of a short base58 text. Raises ValueError."""
    if len(text) > 200:  # the longest that we read, a signature, has 88
        raise ValueError("too long")
    number = 0
    for sign in text:
        number = number * 58 + _DIGITS.index(sign)
    return b"\x00" * (len(text) - len(text.lstrip("1"))) + number.to_bytes((number.bit_length() + 7) // 8)


def did_of(key: Ed25519PublicKey) -> str:
    """The did:key of a public key."""
    return "did:key:z" + base58(_ED25519 + key.public_bytes(Encoding.Raw, PublicFormat.Raw))


def public_key_of(did: str) -> Ed25519PublicKey:
    """The public key that a did:key names. Raises ValueError where it names none of the kind Ed25519."""
    if not _DID.fullmatch(did):
        raise ValueError("isn't the did:key of an Ed25519 key")
    data = from_base58(did.removeprefix("did:key:z"))
    if len(data) != 34 or not data.startswith(_ED25519):
        raise ValueError("isn't the did:key of an Ed25519 key")
    return Ed25519PublicKey.from_public_bytes(data[2:])


def public_file(path: Path) -> Path:
    """Where the public half of a key file lies."""
    return path.with_name(path.name + ".pub")


def new_key(path: Path) -> str:
    """Make a key: the private half in `path`, for its owner alone, the public half beside it. Returns its did:key.

    Raises GradingError; nothing is ever overwritten.
    """
    for place in (path, public_file(path)):
        if place.exists() or place.is_symlink():
            raise GradingError(f"{place}: is there already, and a key is never overwritten; give another name")
    key = Ed25519PrivateKey.generate()
    did = did_of(key.public_key())
    made: list[Path] = []
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        for place, data, mode in ((path, private, 0o600), (public_file(path), f"{did}\n".encode(), 0o644)):
            with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
                made.append(place)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
    except OSError as error:
        for place in made:
            place.unlink(missing_ok=True)
        raise GradingError(f"{path}: can't be written ({error.strerror}); give another place") from None
    return did


def read_key(path: Path) -> tuple[Ed25519PrivateKey, list[str]]:
    """(the private key in a file, what its owner should know of the file). Raises GradingError."""
    data = _read(path)
    if b"PRIVATE KEY" not in data:
        what = "holds a public key; give the file without .pub" if did_in(data) else "holds no private key"
        raise GradingError(f"{path}: {what}; make one with: sellbackwards key new FILE")
    try:
        key = load_pem_private_key(data, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise GradingError(
            f"{path}: the key is damaged or has a password; make one with: sellbackwards key new FILE"
        ) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise GradingError(f"{path}: isn't an Ed25519 key; make one with: sellbackwards key new FILE")
    warnings = []
    if os.name == "posix" and path.stat().st_mode & 0o077:
        warnings.append(f"{path}: others on this computer can read it; chmod 600 {path}")
    return key, warnings


def known_did(key: str) -> str:
    """The did:key that somebody names: itself, or the file that holds it (public or private). Raises GradingError."""
    if key.startswith("did:"):
        data = key.encode()
    else:
        data = _read(Path(key))
        if b"PRIVATE KEY" in data:
            return did_of(read_key(Path(key))[0].public_key())
        if b"PUBLIC KEY" in data:
            try:
                public = load_pem_public_key(data)
            except (ValueError, UnsupportedAlgorithm):
                public = None
            if isinstance(public, Ed25519PublicKey):
                return did_of(public)
    if did := did_in(data):
        return did
    raise GradingError(f"{key}: holds no public key (did:key:z6Mk…); give the .pub file that came with the key")


def did_in(data: bytes) -> str:
    """The first did:key of an Ed25519 key in a text; "" where there is none."""
    for found in _DID.findall(data.decode("utf-8", "replace")):
        try:
            public_key_of(found)
        except ValueError:
            continue
        return str(found)
    return ""


def _read(path: Path) -> bytes:
    return read_small(path, _LARGEST, "a key; is it the right file?")
