"""A short text (an email, an opening), checked against its needs one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sellbackwards.exercises.kinds.checks import NEEDS_SCHEMA, check_need
from sellbackwards.exercises.kinds.about import About
from sellbackwards.exercises.model import Criterion

ABOUT = About(prose=True, own_words=True, reads_task=True, lines=3)
SCHEMA: Mapping[str, Any] = {"required": ["needs"], "properties": {"needs": NEEDS_SCHEMA}}


def shown(spec: Mapping[str, Any]) -> str:
    return ""


def beside_form(spec: Mapping[str, Any]) -> str:
    return ""


def blank(spec: Mapping[str, Any]) -> str:
    return ""


def criteria(spec: Mapping[str, Any]) -> list[str]:
    return [need["say"] for need in spec["needs"]]


def judge(spec: Mapping[str, Any], answer: str) -> list[Criterion]:
    scene = "\n".join((spec.get("scene", ""), *criteria(spec)))
    return [Criterion(need["say"], *check_need(need, answer, scene)) for need in spec["needs"]]
