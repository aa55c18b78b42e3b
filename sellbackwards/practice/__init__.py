"""The practices of the lessons. A lesson's cell calls one of these and shows what it returns."""

from importlib import import_module
from typing import Any

# Imported when first asked for: a learner's first practice doesn't wait for the charts of a later one.
_HOME = {
    "come_back": "sellbackwards.practice.progress_view",
    "first_pitch": "sellbackwards.practice.rewriting",
    "measures_of": "sellbackwards.practice.calls",
    "own_call": "sellbackwards.practice.own_calls_view",
    "play": "sellbackwards.practice.playing",
    "progress_card": "sellbackwards.practice.progress_view",
    "rewrite": "sellbackwards.practice.rewriting",
    "rope": "sellbackwards.practice.rope_view",
    "stay_or_change": "sellbackwards.practice.cases",
    "talk": "sellbackwards.practice.talking",
    "talk_share_of": "sellbackwards.practice.calls",
    "theirs_or_ours": "sellbackwards.practice.cases",
    "two_calls": "sellbackwards.practice.calls",
    "wall": "sellbackwards.practice.wall_view",
}
__all__ = list(_HOME)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(name)
    return getattr(import_module(_HOME[name]), name)
