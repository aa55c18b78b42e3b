"""One Chromium and one page of JupyterLab for all tests in this folder that a worker gets: loading it is what costs most."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.lab import PICTURES, Lab, a_browser


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with a_browser() as browser:
        yield browser


@pytest.fixture(scope="package")
def running(lab_server: tuple[str, Path, dict[str, str]], browser: Browser) -> Iterator[Lab]:
    """JupyterLab and a browser. A test begins with one of Lab's `as_new`; what others left goes at the end, too."""
    base, private, environment = lab_server
    running = Lab(base, private, browser, environment)
    yield running
    running.as_new()
