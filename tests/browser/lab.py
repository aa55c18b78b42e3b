"""A JupyterLab of its own, in a real browser: what the browser tests and the benchmark stand on."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.sign import NotebookNotary
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    TimeoutError,
    ViewportSize,
    expect,
    sync_playwright,
)

from sellbackwards.course import FACE, ROOT

# --no-sandbox: containers run as root. The others keep Chromium from calling home.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 60_000
"""Milliseconds. A wait ends as soon as what it waits for is there, so only a test that fails waits so long; on a busy machine
a page may well take ten times as long as on a quiet one. A wait of its own needs only what may take longer still."""
PICTURES = Path(os.environ.get("SELLBACKWARDS_SCREENSHOTS", ROOT / "ci-output"))
"""Where the tests leave pictures, to be looked at."""
expect.set_options(timeout=PATIENCE)
SIZE: ViewportSize = {"width": 1280, "height": 1600}
# The first is a Chromium that has no window to draw: the same pages for a fifth less work.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
RED = ", ".join(
    f'.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.{kind}"]' for kind in ("stderr", "error")
)
"""Outputs that JupyterLab shows on red: warnings and tracebacks."""


def chromium() -> str | None:
    """Where this machine has a Chromium, or None. SELLBACKWARDS_CHROMIUM names another one, or "none"."""
    named = os.environ.get("SELLBACKWARDS_CHROMIUM")
    if named:
        return None if named == "none" else named
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def demand_chromium() -> str:
    """Where Chromium is. Where there is none the test is skipped, and fails in the project's own CI."""
    place = chromium()
    if place is None:
        if os.environ.get("SELLBACKWARDS_REQUIRE_BROWSER") == "1":
            pytest.fail("no Chromium on this machine")
        pytest.skip("needs Chromium (or SELLBACKWARDS_CHROMIUM, the path of one)")
    return place


@contextmanager
def a_browser() -> Iterator[Browser]:
    """A Chromium, as `demand_chromium` says; closed at the end, since its event loop would be in the way of others'."""
    place = demand_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=FLAGS)
        yield browser
        browser.close()


# Open a notebook, and nothing else. What JupyterLab opens by itself goes: the launcher, and what a reloaded page restores.
_OPEN = """async path => {
    const {shell, commands} = jupyterapp;
    [...shell.widgets('main')].forEach(one => one.dispose());
    const panel = await commands.execute('docmanager:open', {path, factory: 'Notebook'});
    await Promise.all([panel.context.ready, panel.sessionContext.ready]);
    [...shell.widgets('main')].filter(one => one !== panel).forEach(one => one.dispose());
    shell.activateById(panel.id);  // in front, as for whoever opens it; the status bar tells of what is in front
}"""
_CLEAR = """async () => {
    const {shell, commands, serviceManager} = jupyterapp;
    if (document.querySelector('.jp-Dialog')) return false;
    [...shell.widgets('main')].forEach(one => one.dispose());
    await serviceManager.sessions.shutdownAll();  // a kernel that is shut down behind its back makes JupyterLab complain
    document.body.style.overflow = '';
    if (shell.leftCollapsed) shell.expandLeft();
    Object.keys(localStorage).filter(name => name.startsWith('sellbackwards:')).forEach(name => localStorage.removeItem(name));
    if (document.body.dataset.jpThemeLight !== 'true') {
        await commands.execute('apputils:change-theme', {theme: 'JupyterLab Light'});
    }
    return true;
}"""


# JupyterLab's own, where a notebook is closed while its kernel or its debugger is busy: as tests do, not people.
_OF_CLOSING = ("Could not restore the debugger state", "Canceled future for execute_request message")


@dataclass
class Lab:
    """A running server on a copy of the course, and a browser beside it."""

    base: str
    private: Path
    browser: Browser
    environment: dict[str, str]
    complaints: list[str] = field(default_factory=list)
    """What any page wrote to the browser's console as an error."""
    _page: Page | None = None
    """JupyterLab's page, kept from test to test: loading it anew costs more than most of what a test does in it."""
    _has_face: bool = True
    _page_has_face: bool = True
    _is_first: bool = True
    """Is the next page that is opened the first one of a test?"""

    @property
    def course(self) -> Path:
        """The copy of the course that the server serves."""
        return self.private / "course"

    def open(self, notebook: str, wait: bool = True) -> Page:
        """A page with a notebook open; by default its kernel is idle.

        JupyterLab is loaded where no page of it is left from `as_new`, or one with the other face; else it opens the
        notebook as from its list of files, in the place of all others.
        """
        page = self._page
        if page and self._is_first and not page.is_closed() and page.locator(".Toastify__toast").count():
            page = None  # a message of the test before, which may have come after it was tidied up
        self._is_first = False
        if page is None or page.is_closed() or self._page_has_face != self._has_face:
            page = self._page = self.browser.new_page(viewport=SIZE)
            self._page_has_face = self._has_face
            page.set_default_timeout(PATIENCE)
            page.on("console", self._hear)
            page.on("pageerror", lambda error: self.complaints.append(str(error)))
            page.goto(f"{self.base}/lab/tree/{notebook}?reset")
        else:
            page.set_viewport_size(SIZE)
            page.evaluate(_OPEN, notebook)
        if wait:
            self.wait_idle(page)
        return page

    def _hear(self, said: ConsoleMessage) -> None:
        ours = not (self._asks_for_what_is_gone(said) or self._asks_while_a_kernel_starts(said))
        if said.type == "error" and ours and not said.text.startswith(_OF_CLOSING):
            where = f" {said.location['url']}" if said.text.startswith("Failed to load resource") else ""
            self.complaints.append(said.text + where)

    @staticmethod
    def _asks_for_what_is_gone(said: ConsoleMessage) -> bool:
        """Does a page that was loaded anew ask for a kernel, or a file that was open, of the test before?"""
        api = ("/api/kernels", "/api/sessions", "/api/contents", "/api/workspaces")
        return "404" in said.text and any(part in said.location["url"] for part in api)

    @staticmethod
    def _asks_while_a_kernel_starts(said: ConsoleMessage) -> bool:
        """Did JupyterLab, which asks again every few seconds, ask for all kernels in the moment in which one was starting?
        Jupyter's server then lists one that has no `last_activity` yet, and fails."""
        lists = ("/api/kernels?", "/api/sessions?")
        return "500" in said.text and any(part in said.location["url"] for part in lists)

    @staticmethod
    def wait_idle(page: Page) -> None:
        """Wait for a kernel with nothing to do."""
        page.wait_for_selector("#jp-main-statusbar >> text=/Python 3.*Idle/")

    def face(self, on: bool) -> None:
        """Pages opened from now on have the course's own face, or are plain notebooks, as in a JupyterLab without it."""
        self._has_face = on
        settings = self.private / "config" / "labconfig" / "page_config.json"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(json.dumps({"disabledExtensions": {} if on else {"@sellbackwards/face": True}}))

    def shut_down_kernels(self) -> None:
        """What happens when the course is closed for the night."""
        for session in json.loads(self._ask("GET", "sessions")):
            self._ask("DELETE", f"sessions/{session['id']}")

    def as_new(self) -> None:
        """No kernels, the notebooks as they are delivered, no progress, no settings of one's own, nothing open."""
        self.close_all()
        self._is_first = True
        for context in self.browser.contexts:
            if self._page not in context.pages:
                context.close()
        for made in ("progress", "config/lab"):
            shutil.rmtree(self.private / made, ignore_errors=True)
        copy_course(self.course)
        self.face(True)
        self.complaints.clear()

    def close_all(self) -> None:
        """Close every notebook unasked, and stop its kernel. A page that can't be tidied up so is given up."""
        try:
            tidy = self._page is not None and not self._page.is_closed() and self._page.evaluate(_CLEAR)
            if tidy and self._page:
                self._page.unroute_all(behavior="ignoreErrors")
        except Error:
            tidy = False
        if not tidy:
            self._page = None
        self.shut_down_kernels()

    def as_new_with(self, notebook: str, title: str, practice: str) -> None:
        """As new, and this page holds a title and one practice alone."""
        self.as_new()
        cells = [
            nbformat.v4.new_markdown_cell(f"# {title}"),
            nbformat.v4.new_code_cell(f"from sellbackwards import practice\npractice.{practice}()"),
        ]
        kernel = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}}
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), self.course / notebook)

    def trust(self, notebook: str) -> None:
        """Sign a notebook, as `sellbackwards start` does with the lessons."""
        store = NotebookNotary(data_dir=self.environment["JUPYTER_DATA_DIR"])
        store.sign(nbformat.read(self.course / notebook, as_version=4))
        store.store.close()

    def drafts(self) -> dict[str, Any]:
        """What the progress file holds."""
        progress = self.private / "progress" / "progress.json"
        return json.loads(progress.read_text(encoding="utf-8"))["drafts"] if progress.exists() else {}

    def _ask(self, method: str, what: str) -> str:
        request = urllib.request.Request(f"{self.base}/api/{what}", method=method)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return str(answer.read().decode())


def wait_until(true: Callable[[], object], what: str, seconds: float = PATIENCE / 1000) -> None:
    """Wait for a state that the browser can't see, such as a file's."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s in vain: {what}")
        time.sleep(0.02)


def menu(page: Page, first: str, *path: str) -> None:
    """Choose an entry of a menu, or of a menu in it, as a person does."""
    page.get_by_role("menuitem", name=first, exact=True).click()
    for name in path:
        page.locator(".lm-Menu-item", has=page.locator(f'.lm-Menu-itemLabel:text-is("{name}")')).click()


def in_both_themes(page: Page) -> Iterator[str]:
    """ "light", then "dark": JupyterLab's theme, chosen in its menu."""
    for name in ("Light", "Dark"):
        menu(page, "Settings", "Theme", f"JupyterLab {name}")
        page.locator(f"body[data-jp-theme-light={str(name == 'Light').lower()}]").wait_for(state="attached")
        yield name.lower()


_CODE_CELLS = "jupyterapp.shell.currentWidget.content.widgets.filter(cell => cell.model.type === 'code')"


def run_all(page: Page) -> None:
    """Run every cell, and wait until each has been run and none is waiting or running any more. A page with the course's
    face does that by itself."""
    if page.locator(".jp-NotebookPanel:not(.lm-mod-hidden).sb-page").count():
        awake(page)
        return
    # A delivered page has the numbers of the run that made it: take them away, so that those of this run can be told.
    page.evaluate(f"{_CODE_CELLS}.forEach(cell => {{ cell.model.executionCount = null; }})")
    menu(page, "Run", "Run All Cells")
    done = f"{_CODE_CELLS}.every(cell => cell.model.executionCount !== null)"
    try:
        page.wait_for_function(done, timeout=30_000)
    except TimeoutError:  # on a busy machine the menu can close before it has heard the click; a person clicks again
        menu(page, "Run", "Run All Cells")
        page.wait_for_function(done)
    Lab.wait_idle(page)


def awake(page: Page) -> None:
    """Wait until a page of the course has woken by itself: all of its practices, all of its forms."""
    page.locator(".jp-NotebookPanel:not(.lm-mod-hidden).sb-page[data-awake=true]").wait_for()


def expect_kind(page: Page) -> None:
    """Nothing on the page that would frighten a learner."""
    for unwelcome in (".jp-Dialog", ".Toastify__toast", RED):
        expect(page.locator(unwelcome)).to_have_count(0)
    text = page.locator(".jp-Notebook").inner_text()
    for sign in ("Error displaying widget", "model not found", "Loading widget", "Traceback", "VBox(", "Rewrite("):
        assert sign not in text


def answer_cell(page: Page, exercise: str) -> Locator:
    """The cells of an exercise, found by their first line."""
    return page.locator(
        ".jp-CodeCell", has=page.locator(".cm-line", has_text=re.compile(rf"^%%answer {re.escape(exercise)}\s*$"))
    )


def copy_course(course: Path) -> None:
    """The course's notebooks, and a learner's own copies of the exercises; nothing else stays. Folders aren't made anew:
    JupyterLab looks into them now and then."""
    wanted = {
        course / folder / path.name: path
        for folder, made in (("lessons", "lessons"), ("exercises", "exercises"), ("my-answers", "exercises"))
        for path in (ROOT / made).glob("*.*")
        if path.is_file()
    }
    for path in sorted(course.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
        elif path.is_dir() and not any(one.is_relative_to(path) for one in wanted):
            path.rmdir()
    for path, source in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != source.read_bytes():
            shutil.copyfile(source, path)


def free_port() -> int:
    """A port of this computer that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def lab(private: Path) -> Iterator[Lab]:
    """JupyterLab on a copy of the course under `private`, and a browser; both closed at the end."""
    with a_browser() as browser, server(private) as (base, environment):
        yield Lab(base, private, browser, environment)


@contextmanager
def server(private: Path, more: Mapping[str, str] | None = None) -> Iterator[tuple[str, dict[str, str]]]:
    """JupyterLab's server on a copy of the course under `private`, with settings of its own: address and environment.

    `more` is added to its environment.
    """
    course = private / "course"
    copy_course(course)
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "JPY_"))}
    environment |= {
        "HOME": str(private),
        "SELLBACKWARDS_HOME": str(private / "progress"),
        "JUPYTER_CONFIG_DIR": str(private / "config"),
        "JUPYTER_DATA_DIR": str(private / "data"),
        "JUPYTER_RUNTIME_DIR": str(private / "runtime"),
        "IPYTHONDIR": str(private / "ipython"),
        "JUPYTER_PREFER_ENV_PATH": "1",
        # The extensions and the settings as they stand here, not as they were when they were installed.
        "JUPYTER_PATH": str(FACE),
        "JUPYTER_CONFIG_PATH": str(private / "extensions"),
        **(more or {}),
    }
    extensions = private / "extensions" / "jupyter_server_config.d" / "sellbackwards.json"
    extensions.parent.mkdir(parents=True)
    shutil.copy(ROOT / "etc" / "jupyter_server_config.json", extensions)
    (private / "settings").mkdir()
    shutil.copy(ROOT / "etc" / "lab_overrides.json", private / "settings" / "overrides.json")
    command = [
        sys.executable, "-m", "jupyterlab", "--allow-root", "--no-browser", "--ip=127.0.0.1", f"--port={port}",
        "--ServerApp.port_retries=0",  # else, should the port be taken meanwhile, tests would meet a stranger there
        "--IdentityProvider.token=", "--ServerApp.password=", "--ServerApp.disable_check_xsrf=True",
        f"--ServerApp.root_dir={course}", "--LabApp.extension_manager=readonly", "--LabApp.expose_app_in_browser=True",
        f"--LabApp.app_settings_dir={private / 'settings'}",
    ]  # fmt: skip
    log = (private / "server.log").open("w")
    server = subprocess.Popen(command, cwd=private, env=environment, stdout=log, stderr=subprocess.STDOUT)
    base = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{base}/api/status", server)
        yield base, environment
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:  # on a busy machine; it must not be left behind
            server.kill()
            server.wait()
        log.close()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        if server.poll() is not None:
            raise RuntimeError("JupyterLab stopped before it answered; see server.log")
        try:
            urllib.request.urlopen(address, timeout=1)
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("JupyterLab didn't answer within two minutes")
