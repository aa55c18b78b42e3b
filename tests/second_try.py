"""A test in a browser that fails is run once more, with everything begun anew; the end of the run names each of them.

A browser, JupyterLab and a kernel are three programs beside the test, on a machine that others use as well: what happens in
one run of a thousand shouldn't refuse a change that has nothing to do with it. It shouldn't be hidden, either: each such
test is named at the end, since behind it may be a fault that a learner meets as well. Other tests have one try.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Any

import pytest

STARTED = ("browser", "lab_server")
"""The fixtures that start programs. Whatever else stands on them ends with them."""


def give_a_second_try(items: Iterable[pytest.Item]) -> None:
    """Mark the tests in a browser for pytest-rerunfailures."""
    for item in items:
        if isinstance(item, pytest.Function) and not {*STARTED}.isdisjoint(item.fixturenames):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """After a test that failed, end the programs that it used: they are started anew for the next try, or the next test."""
    report = yield
    failed = item.stash.setdefault(_FAILED, [])
    if report.failed:
        failed.append(report.when)
    if report.when == "teardown" and failed and isinstance(item, pytest.Function):
        failed.clear()
        for name in STARTED:
            for fixture in item._fixtureinfo.name2fixturedefs.get(name, ())[-1:]:
                try:
                    fixture.finish(item._request)
                except Exception as error:  # a browser that crashed can't be closed: the next try says if that matters
                    report.sections.append((f"ending {name}", repr(error)))
    return report


_FAILED = pytest.StashKey[list[Any]]()


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Name the tests that needed a second try, with what was wrong at the first."""
    again = terminalreporter.stats.get("rerun", [])
    if again:
        terminalreporter.write_sep("=", f"needed a second try: {len({one.nodeid for one in again})}", yellow=True)
    for one in again:
        terminalreporter.write_line(f"needed a second try: {one.nodeid}")
        crash = getattr(one.longrepr, "reprcrash", None)
        said = [line for line in (crash.message if crash else str(one.longrepr)).splitlines() if line.strip()]
        for line in said[:4]:  # the first one cuts long values short, those after it don't
            terminalreporter.write_line(f"    {line[:400]}")
