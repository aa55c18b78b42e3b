"""The processes that mark: one that dies, hangs or needs too much memory costs one job."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import Any

from sellbackwards.grading.workers import in_order


def work(setup: Any, job: Mapping[str, Any]) -> Any:
    match job["do"]:
        case "die":
            os._exit(3)
        case "hang":
            time.sleep(600)
        case "eat":
            return len(bytearray(4 * 2**30))
    return [setup, job["n"]]


def test_every_job_has_its_result_in_order() -> None:
    jobs = [{"n": n, "do": ""} for n in range(300)]
    assert list(in_order(work, "s", jobs, 3)) == [(["s", n], "") for n in range(300)]


def test_one_that_dies_or_hangs_costs_itself() -> None:
    does = ["", "die", "", "hang", "die", "", "", "die", ""]
    results = list(in_order(work, 0, [{"n": n, "do": do} for n, do in enumerate(does)], 2, seconds=1))
    assert [fault for _, fault in results] == [
        {"": "", "die": "the process that read it died", "hang": "took longer than 1 seconds to read"}[do]
        for do in does
    ]
    assert [result for result, _ in results if result] == [[0, n] for n, do in enumerate(does) if not do]


def test_nothing_to_do() -> None:
    assert list(in_order(work, 0, [], 2)) == []


def test_too_much_memory_ends_in_a_fault() -> None:
    if os.name != "posix":
        return
    results = list(in_order(work, 0, [{"n": 0, "do": "eat"}, {"n": 1, "do": ""}], 1))
    assert results == [(None, "the process that read it died"), ([0, 1], "")]
