"""The processes that mark: one that dies, hangs or needs too much memory costs one job."""

from __future__ import annotations

import os
import time

from sellbackwards.grading.workers import Workers

_SETUP: list[str] = []


def begin(setup: str) -> None:
    _SETUP.append(setup)


def work(job: tuple[int, str]) -> tuple[list[str], int]:
    match job[1]:
        case "die":
            os._exit(3)
        case "hang":
            time.sleep(600)
        case "eat":
            bytearray(4 * 2**30)
    return _SETUP, job[0]


def test_every_job_has_its_result_in_order() -> None:
    jobs = [(n, "") for n in range(300)]
    with Workers(3, begin, "s") as workers:
        assert list(workers.in_order(work, jobs)) == [(job, (["s"], job[0]), "") for job in jobs]


def test_one_that_dies_or_hangs_costs_itself() -> None:
    does = ["", "die", "", "hang", "die", "", "", "die", ""]
    with Workers(2, begin, "s") as workers:
        results = list(workers.in_order(work, list(enumerate(does)), seconds=1))
    assert [fault for _, _, fault in results] == [
        {"": "", "die": "the process that read it died", "hang": "took longer than 1 seconds to read"}[do]
        for do in does
    ]
    assert [result[1] for _, result, _ in results if result] == [n for n, do in enumerate(does) if not do]


def test_nothing_to_do() -> None:
    with Workers(2, begin, "s") as workers:
        assert list(workers.in_order(work, [])) == []


def test_too_much_memory_ends_in_a_fault() -> None:
    if os.name != "posix":
        return
    with Workers(1, begin, "s") as workers:
        (first, second) = workers.in_order(work, [(0, "eat"), (1, "")])
    assert first == ((0, "eat"), None, "needs more memory than a submission may have")
    assert second == ((1, ""), (["s"], 1), "")
