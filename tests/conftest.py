"""What all tests share: a progress file of their own, a browser, JupyterLab, and what only CI can demand."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sellbackwards.course import ROOT
from tests.second_try import give_a_second_try, pytest_runtest_makereport, pytest_terminal_summary  # noqa: F401

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest come first, so that at the end no worker waits for another one's last file."""
    items.sort(key=lambda item: not ("browser" in item.path.parts or item.path.name == "test_wheel.py"))
    give_a_second_try(items)


@pytest.fixture(autouse=True)
def _private_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the progress of the person who runs it."""
    monkeypatch.setenv("SELLBACKWARDS_HOME", str(tmp_path / "progress"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real talk beside the checkout. Users don't have it; CI must."""
    if SHARED.is_dir():
        return SHARED
    if os.environ.get("SELLBACKWARDS_REQUIRE_SHARED") == "1":
        pytest.fail(f"{SHARED} is missing")
    pytest.skip("needs the measuring data beside the checkout, which only the project's own CI has")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium, for each module of tests; see tests/browser/conftest.py for those of that folder."""
    from tests.browser.lab import PICTURES, a_browser

    PICTURES.mkdir(parents=True, exist_ok=True)
    with a_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def lab_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, dict[str, str]]]:
    """JupyterLab on a copy of the course: its address, its folder and its environment. Started once; see `running`."""
    from tests.browser.lab import demand_chromium, server

    demand_chromium()
    private = tmp_path_factory.mktemp("lab")
    more: dict[str, str] = {}
    if sys.platform == "linux":  # elsewhere forking is unsafe, or unknown
        from tests.browser import forked_kernels

        more = forked_kernels.register(private / "kernels")
    with server(private, more) as (base, environment):
        yield base, private, environment
