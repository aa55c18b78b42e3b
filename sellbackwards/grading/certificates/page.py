"""The page of a certificate, to read and to print: it says what the signed file says, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sellbackwards.grading import pages
from sellbackwards.grading.certificates.credential import CALL, CRITERION, EXERCISES, issue_of, learner_of


def page(credential: Mapping[str, Any]) -> str:
    """The HTML of a credential of ours."""
    subject = credential["credentialSubject"]
    of = {
        genre: [one for one in credential["evidence"] if one["genre"] == genre]
        for genre in (CALL, CRITERION, EXERCISES)
    }
    return pages.render(
        "certificate.html",
        title=credential["name"],
        learner=learner_of(credential),
        issuer=credential["issuer"]["name"],
        day=issue_of(credential).day,
        description=subject["achievement"]["description"],
        criteria=subject["achievement"]["criteria"]["narrative"].splitlines(),
        calls=of[CALL],
        heard=of[CRITERION],
        lessons=of[EXERCISES],
        limits=subject["narrative"],
        id=credential["id"],
        key=credential["issuer"]["id"],
    )
