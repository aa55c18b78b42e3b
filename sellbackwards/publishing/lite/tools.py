"""Fetch the tools that build the JupyterLite pages, once, from PyPI and npm, into the user's cache folder."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from sellbackwards.publishing.site import PublishingError

HERE = Path(__file__).parent
LISTS = (HERE / "tools.txt", HERE / "browser.txt")
PYODIDE = "pyodide@314.0.6"  # the version that jupyterlite-pyodide-kernel 0.8.6 was made for
COMPILED = ("MarkupSafe", "PyYAML")  # their wheels are compiled; from source, with no compiler, both are pure Python


@dataclass(frozen=True)
class Tools:
    """Paths of the tools: a Python that can build, the browser's wheels, and Pyodide from npm."""

    python: Path
    wheels: Path
    pyodide: Path


def _home() -> Path:
    """Their folder; another one as soon as another version of anything is asked for."""
    fingerprint = hashlib.sha256(PYODIDE.encode() + sys.version.encode())
    for path in LISTS:
        fingerprint.update(path.read_bytes())
    return user_cache_path("selling-backwards", appauthor=False) / f"lite-{fingerprint.hexdigest()[:12]}"


def are_there() -> bool:
    """Were they fetched already?"""
    return (_home() / "ready").exists()


def get(tell: Callable[[str], None]) -> Tools:
    """The tools, fetched where they aren't there yet. Raises PublishingError."""
    home = _home()
    folder = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    tools = Tools(home / "venv" / folder, home / "wheels", home / "package")
    if not are_there():
        npm = shutil.which("npm")
        if npm is None:
            raise PublishingError("npm isn't there: install Node.js (https://nodejs.org), then try again")
        tell(f"fetching what Lite pages are built with, once, into {home}")
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        venv.create(home / "venv", with_pip=True)
        _fetch(tools, npm, home)
        (home / "ready").touch()
    return tools


def _fetch(tools: Tools, npm: str, home: Path) -> None:
    log = home / "log.txt"
    pip = [str(tools.python), "-m", "pip", "--disable-pip-version-check", "-q"]
    _run("installing JupyterLite's builder", [*pip, "install", "-r", str(HERE / "tools.txt")], log)
    lines = [line for line in (HERE / "browser.txt").read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]
    pure = [line for line in lines if not line.startswith(COMPILED)]
    as_in_the_browser = ["--only-binary", ":all:", "--python-version", "3.14", "--platform", "any"]
    download = [*pip, "download", "--no-deps", *as_in_the_browser, "-d", str(tools.wheels), *pure]
    _run("fetching the browser's libraries", download, log)
    compiled = [line for line in lines if line.startswith(COMPILED)]
    # These two alone from source: what builds them may come as it is.
    from_source = ["--no-cache-dir", "--no-deps", "--no-binary", ",".join(COMPILED)]
    wheel = [*pip, "wheel", *from_source, "-w", str(tools.wheels), *compiled]
    without = {"CC": "no-compiler", "PYYAML_FORCE_LIBYAML": "0"}
    _run(f"making {' and '.join(compiled)} for the browser", wheel, log, without)
    odd = [path.name for path in tools.wheels.glob("*.whl") if not path.name.endswith("-none-any.whl")]
    if odd:
        raise PublishingError(
            f"{', '.join(odd)}: isn't pure Python, so a browser can't run it; try on another computer"
        )
    _run("fetching Pyodide with npm", [npm, "pack", "--silent", "--pack-destination", str(home), PYODIDE], log)
    (archive,) = home.glob("pyodide-*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(home, filter="data")


# What pip and npm say where they reach nothing.
_OFFLINE = re.compile(
    r"NewConnectionError|ProxyError|ConnectTimeout|ReadTimeout|name resolution|Name or service not known"
    r"|getaddrinfo|Network is unreachable|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH",
    re.IGNORECASE,
)
_FULL = re.compile(r"No space left|ENOSPC|disk full", re.IGNORECASE)


def _run(step: str, command: list[str], log: Path, more: dict[str, str] | None = None) -> None:
    """Run one step of the set-up; all that it says is kept in `log`. Raises PublishingError with cause and remedy."""
    done = subprocess.run(command, env=os.environ | (more or {}), capture_output=True, text=True, errors="replace")
    with log.open("a", encoding="utf-8") as file:
        file.write(f"--- {step}: {' '.join(command)}\n{done.stdout}{done.stderr}\n")
    if done.returncode:
        raise PublishingError(f"{step} failed: {cause(done.stderr + done.stdout, log)}")


def cause(said: str, log: Path) -> str:
    """Why pip or npm failed, and what to do about it, in one line."""
    if _OFFLINE.search(said):
        return "nothing could be reached; is this computer online? Try again"
    if _FULL.search(said):
        return "the disk is full; make room (1 GB), then try again"
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    named = [line for line in lines if re.match(r"(?:npm )?err(?:or)?[ !:]", line, re.IGNORECASE)]
    return f"{(named or lines or ['no reason given'])[0]}; all that it said is in {log}"
