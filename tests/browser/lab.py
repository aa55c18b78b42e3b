"""A JupyterLab of its own, in a real browser: what the browser tests stand on."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from sellbackwards.course import ROOT

# --no-sandbox: containers run as root. The others keep Chromium from calling home.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """Where this machine has a Chromium, or None."""
    return os.environ.get("SELLBACKWARDS_CHROMIUM") or next(
        (path for name in NAMES if (path := shutil.which(name))), None
    )


@dataclass
class Lab:
    """A running server on a copy of the course, and a browser beside it."""

    base: str
    course: Path
    browser: Browser

    def open(self, notebook: str, *, dark: bool = False, reset: bool = True) -> Page:
        """A page with a notebook open, its kernel idle."""
        page = self.browser.new_page(viewport={"width": 1280, "height": 1600}, color_scheme="dark" if dark else "light")
        page.goto(f"{self.base}/lab/tree/{notebook}{'?reset' if reset else ''}")
        self.wait_idle(page)
        if dark:
            page.evaluate("document.body.dataset.jpThemeLight = 'false'")
        return page

    @staticmethod
    def wait_idle(page: Page) -> None:
        page.wait_for_selector("#jp-main-statusbar >> text=/Python 3.*Idle/", timeout=60_000)


def menu(page: Page, first: str, then: str) -> None:
    """Choose an entry of a menu, as a person does."""
    page.get_by_role("menuitem", name=first, exact=True).click()
    page.get_by_role("menuitem", name=then, exact=True).click()


def run_all(page: Page) -> None:
    menu(page, "Run", "Run All Cells")
    page.wait_for_timeout(300)
    Lab.wait_idle(page)


def answer_cell(page: Page, exercise: str) -> Locator:
    """The cell of an exercise, found by its first line."""
    return page.locator(
        ".jp-CodeCell", has=page.locator(".cm-line", has_text=re.compile(rf"^%%answer {re.escape(exercise)}\b"))
    )


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def lab(private: Path) -> Iterator[Lab]:
    """JupyterLab on a copy of the course under `private`, with settings of its own; closed at the end."""
    course = private / "course"
    for folder in ("lessons", "exercises", "solutions", "my-answers"):
        source = ROOT / ("exercises" if folder == "my-answers" else folder)
        shutil.copytree(source, course / folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    port = _free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "JPY_"))}
    environment |= {
        "HOME": str(private),
        "SELLBACKWARDS_HOME": str(private / "progress"),
        "JUPYTER_CONFIG_DIR": str(private / "config"),
        "JUPYTER_DATA_DIR": str(private / "data"),
        "JUPYTER_RUNTIME_DIR": str(private / "runtime"),
        "IPYTHONDIR": str(private / "ipython"),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }
    command = [
        sys.executable, "-m", "jupyterlab", "--allow-root", "--no-browser", "--ip=127.0.0.1", f"--port={port}",
        "--IdentityProvider.token=", "--ServerApp.password=", "--ServerApp.disable_check_xsrf=True",
        f"--ServerApp.root_dir={course}", "--LabApp.extension_manager=readonly",
    ]  # fmt: skip
    log = (private / "server.log").open("w")
    server = subprocess.Popen(command, cwd=course, env=environment, stdout=log, stderr=subprocess.STDOUT)
    base = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{base}/api/status", server)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
            yield Lab(base, course, browser)
            browser.close()
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError("JupyterLab stopped before it answered; see server.log")
        try:
            urllib.request.urlopen(address, timeout=1)
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("JupyterLab didn't answer within half a minute")
