"""What the browser tests share: JupyterLab, running on a copy of the course, for each module of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.lab import PICTURES, Lab, lab


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with lab(tmp_path_factory.mktemp("lab")) as running:
        yield running
