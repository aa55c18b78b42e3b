"""Processes that mark, side by side. One that dies or takes too long costs the submission it was at, and nothing else.

What goes back and forth is JSON, so that nothing which was sent can reach the unpickling of objects.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from sellbackwards.grading import limits

Job = Mapping[str, Any]
Work = Callable[[Any, Job], Any]
"""A function at the top of a module: (setup, job as JSON) → result as JSON."""

_AHEAD = 400  # jobs that may be finished before one that still runs; holds memory flat


@dataclass
class _Worker:
    process: Any
    link: Connection
    job: int | None = None
    since: float = 0.0


def in_order(
    work: Work,
    setup: Any,
    jobs: Iterable[Job],
    processes: int,
    seconds: float = limits.SECONDS,
) -> Iterator[tuple[Any, str]]:
    """(result, "") of each job, in their order; (None, what went wrong) of one whose process died or took too long."""
    waiting = enumerate(jobs)
    done: dict[int, tuple[Any, str]] = {}
    running: list[_Worker] = []
    put_back: deque[tuple[int, Job]] = deque()
    following, exhausted = 0, False
    try:
        while True:
            while following in done:
                yield done.pop(following)
                following += 1
            while not exhausted and (len(running) < processes or any(one.job is None for one in running)):
                if len(done) >= _AHEAD:
                    break
                try:
                    number, job = put_back.popleft() if put_back else next(waiting)
                except StopIteration:
                    exhausted = True
                    break
                free = next((one for one in running if one.job is None), None)
                if free is None:
                    free = _start(work, setup)
                    running.append(free)
                free.job, free.since = number, time.monotonic()
                try:
                    free.link.send_bytes(json.dumps(job).encode())
                except (BrokenPipeError, OSError):  # it died while it had nothing to do
                    running.remove(_end(free))
                    put_back.append((number, job))
            busy = [one for one in running if one.job is not None]
            if not busy:
                if exhausted and following not in done:
                    return
                continue
            ready = set(wait([one.link for one in busy], timeout=0.5))
            for one in busy:
                number = one.job if one.job is not None else -1
                if one.link in ready:
                    try:
                        done[number] = (json.loads(one.link.recv_bytes()), "")
                        one.job = None
                    except (EOFError, OSError):
                        done[number] = (None, "the process that read it died")
                        running.remove(_end(one))
                elif time.monotonic() - one.since > seconds:
                    done[number] = (None, f"took longer than {seconds:g} seconds to read")
                    running.remove(_end(one))
    finally:
        for one in running:
            _end(one)


def _start(work: Work, setup: Any) -> _Worker:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(work, setup, theirs, os.getpid()), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _end(worker: _Worker) -> _Worker:
    worker.link.close()
    worker.process.kill()
    worker.process.join()
    return worker


def _serve(work: Work, setup: Any, link: Connection, parent: int) -> None:
    """The life of one process: until its parent goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops us
    _hold_memory()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            while not link.poll(1.0):
                if (
                    os.name == "posix" and os.getppid() != parent
                ):  # it was killed, and other processes hold the pipe open
                    return
            link.send_bytes(json.dumps(work(setup, json.loads(link.recv_bytes()))).encode())


def _hold_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
