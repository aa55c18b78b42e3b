"""What a lesson's cell calls and shows: practices (listed in `catalogue`), and calls beside each other."""

from importlib import import_module
from typing import Any

# Imported when first asked for: a learner's first practice doesn't wait for the charts of a later one.
_MODULES = {
    "come_back": "sellbackwards.practice.progress_view",
    "first_pitch": "sellbackwards.practice.rewriting",
    "kept_promise": "sellbackwards.practice.workbook.promise_views",
    "measures_of": "sellbackwards.practice.calls",
    "my_deals": "sellbackwards.practice.workbook.page",
    "own_call": "sellbackwards.practice.own_calls_view",
    "play": "sellbackwards.practice.playing",
    "progress_card": "sellbackwards.practice.progress_view",
    "promise": "sellbackwards.practice.workbook.promise_views",
    "rewrite": "sellbackwards.practice.rewriting",
    "rope": "sellbackwards.practice.rope_view",
    "talk": "sellbackwards.practice.talking",
    "talk_share_of": "sellbackwards.practice.calls",
    "two_calls": "sellbackwards.practice.calls",
    "wall": "sellbackwards.practice.wall_view",
}
__all__ = list(_MODULES)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(_MODULES[name]), name)
