"""Worker processes that mark side by side. One that dies or takes too long costs its one job, and nothing else.

Pebble's pool ends a process whose job takes too long, and starts another one where a process has died.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, TimeoutError
from contextlib import suppress
from typing import Any, TypeVar

from sellbackwards.grading import limits
from sellbackwards.grading.tables import clean

Job = TypeVar("Job")
Result = TypeVar("Result")

_AHEAD = 32  # jobs of each process that may be finished or waiting before one that still runs; holds memory flat


class Workers:
    """A pool of processes, each of which has called `begin(setup)` once. A context manager; leaving it ends them."""

    def __init__(self, processes: int, begin: Callable[[Any], None], setup: Any) -> None:
        from pebble import ProcessPool  # only where something is marked: whoever just reads submissions needs none

        self._ahead = _AHEAD * processes
        self._pool = ProcessPool(max_workers=processes, initializer=_begin, initargs=(begin, setup))

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.stop()
        self._pool.join()

    def in_order(
        self, work: Callable[[Job], Result], jobs: Iterable[Job], seconds: float = limits.SECONDS
    ) -> Iterator[tuple[Job, Result | None, str]]:
        """(job, result, "") of each job, in their order; (job, None, what went wrong) of one that came to no end."""
        waiting: deque[tuple[Job, Future[Result]]] = deque()
        for job in jobs:
            waiting.append((job, self._pool.schedule(work, args=(job,), timeout=seconds)))
            if len(waiting) > self._ahead:
                first, future = waiting.popleft()
                yield first, *_outcome(future, seconds)
        for job, future in waiting:
            yield job, *_outcome(future, seconds)


def _outcome(future: Future[Result], seconds: float) -> tuple[Result | None, str]:
    from pebble import ProcessExpired

    try:
        return future.result(), ""
    except TimeoutError:
        return None, f"took longer than {seconds:g} seconds to read"
    except ProcessExpired:
        return None, "the process that read it died"
    except Exception as error:  # raised by the work itself
        return None, fault(error)


def fault(error: BaseException) -> str:
    """What went wrong, in words, where nobody foresaw it."""
    if isinstance(error, MemoryError):
        return "needs more memory than a submission may have"
    return f"could not be marked ({type(error).__name__}: {clean(str(error))[:120]})"


def _begin(begin: Callable[[Any], None], setup: Any) -> None:
    with suppress(ImportError, ValueError, OSError):  # no such limits on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    begin(setup)
