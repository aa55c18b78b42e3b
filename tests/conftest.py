"""What all tests share: a progress file of their own, and what only CI can demand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sellbackwards.course import ROOT

SHARED = ROOT.parent / "shared"


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
