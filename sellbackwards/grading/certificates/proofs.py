"""Sign a JSON document and check its signature: Data Integrity proofs of the suite eddsa-jcs-2022.

W3C "Data Integrity EdDSA Cryptosuites v1.0", 3.3: the SHA-256 of the canonical proof options and the SHA-256 of the
canonical document (RFC 8785), one behind the other, are signed with Ed25519. Keys are did:key, so nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sellbackwards.grading.certificates.keys import base58, did_of, from_base58, public_key_of

SUITE = "eddsa-jcs-2022"


class ProofError(ValueError):
    """Why a signature doesn't hold, as the rest of a sentence on the document."""


def signed(document: Mapping[str, Any], key: Ed25519PrivateKey, when: str) -> dict[str, Any]:
    """The document with its proof. `when`: as in 2026-11-30T12:00:00Z."""
    did = did_of(key.public_key())
    options = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": when,
        "verificationMethod": f"{did}#{did.removeprefix('did:key:')}",
        "proofPurpose": "assertionMethod",
        "@context": document["@context"],
    }
    return {**document, "proof": [{**options, "proofValue": proof_value(document, options, key)}]}


def proof_value(document: Mapping[str, Any], options: Mapping[str, Any], key: Ed25519PrivateKey) -> str:
    """The signature over a document without its proof, and a proof without its value."""
    return "z" + base58(key.sign(_to_sign(document, options)))


def signer(document: Mapping[str, Any]) -> str:
    """The did:key that has signed the whole document as it stands. Raises ProofError."""
    proofs = document.get("proof")
    if not proofs:
        raise ProofError("has no signature (proof), so anybody may have written it")
    proof = proofs[0] if isinstance(proofs, list) and len(proofs) == 1 else proofs
    if not isinstance(proof, Mapping):
        raise ProofError("has a proof that isn't one signature")
    if (proof.get("type"), proof.get("cryptosuite")) != ("DataIntegrityProof", SUITE):
        raise ProofError(f"is signed in another way than {SUITE}, which this program can't check")
    if proof.get("proofPurpose") != "assertionMethod":
        raise ProofError("is signed for another purpose than to state something")
    if proof.get("@context", document.get("@context")) != document.get("@context"):
        raise ProofError("was changed after it was signed: its @context is another one")
    did, _, fragment = str(proof.get("verificationMethod")).partition("#")
    if f"did:key:{fragment}" != did:
        raise ProofError("names no did:key that it could be checked with")
    try:
        key = public_key_of(did)
    except ValueError as error:
        raise ProofError(f"names a key that {error}") from None
    value = proof.get("proofValue")
    try:
        signature = from_base58(value.removeprefix("z")) if isinstance(value, str) and value[:1] == "z" else b""
    except ValueError:
        signature = b""
    bare = {name: one for name, one in document.items() if name != "proof"}
    options = {name: one for name, one in proof.items() if name != "proofValue"}
    try:
        key.verify(signature, _to_sign(bare, options))
    except InvalidSignature:
        raise ProofError("was changed after it was signed, or was never signed with the key that it names") from None
    except (rfc8785.CanonicalizationError, UnicodeError, RecursionError):
        raise ProofError("holds numbers or letters that can't be signed, so it never was") from None
    return did


def _to_sign(document: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
    return sha256(rfc8785.dumps(dict(options))).digest() + sha256(rfc8785.dumps(dict(document))).digest()
