"""Serve the review page to this computer's own browser and nobody else.

It listens on the loopback address only. Its address holds a secret, so that no other program's page can guess it; the
Host and Origin headers are checked, so that no web page that is open beside it can read or write through the browser;
and it allows nothing but its own script and style, whatever an answer holds.
"""

from __future__ import annotations

import hmac
import json
import secrets
import sys
import threading
import webbrowser
from collections.abc import Callable
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any

from sellbackwards.grading.pages import style_sheet
from sellbackwards.grading.review_decisions import Desk
from sellbackwards.grading.settings import GradingError

_PLACE = files("sellbackwards.grading") / "templates"
_FILES = {
    "": ("review.html", "text/html"),
    "review.js": ("review.js", "text/javascript"),
    "style.css": ("style.css", "text/css"),
    "review.css": ("review.css", "text/css"),
}
_MOST = 5 * 2**20
"""Bytes of one request."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class ReviewServer(ThreadingHTTPServer):
    """Serves one Desk under `address` until somebody is finished with it."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.desk = desk
        self.token = secrets.token_urlsafe(24)
        self.hosts = {f"127.0.0.1:{self.server_port}", f"localhost:{self.server_port}"}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/{self.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle is no error."""


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    timeout = 30

    def do_GET(self) -> None:
        name = self._asked_for()
        if name == "state":
            self._json(200, self.server.desk.state)
        elif name in _FILES:
            file, kind = _FILES[name]
            self._send(200, _content(file), f"{kind}; charset=utf-8")
        else:
            self._send(404, b"nothing here", "text/plain")

    def do_POST(self) -> None:
        name = self._asked_for()
        length = self.headers.get("Content-Length", "")
        if name not in {"save", "close"} or self.headers.get("Origin", "") not in self._origins():
            self._refuse(403)
        elif self.headers.get("Content-Type", "").partition(";")[0] != "application/json":
            self._refuse(415)
        elif not length.isdigit() or int(length) > _MOST:
            self._refuse(413)
        elif name == "close":
            self.rfile.read(int(length))
            self._send(200, b"{}", "application/json")
            threading.Thread(target=self.server.shutdown).start()
        else:
            data = self.rfile.read(int(length))
            self._json(200, lambda: {"results": self.server.desk.save(json.loads(data)["edits"])})

    def _asked_for(self) -> str | None:
        """What is asked for behind the secret; None where the secret or the host isn't ours."""
        _, token, name, *more = [*self.path.partition("?")[0].split("/", 2), "", ""]
        ours = hmac.compare_digest(token.encode("utf-8", "replace"), self.server.token.encode())
        elsewhere = self.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}
        if not ours or self.headers.get("Host", "") not in self.server.hosts or (elsewhere and name):
            return None
        return name if not any(more) else None

    def _origins(self) -> set[str]:
        return {f"http://{host}" for host in self.server.hosts}

    def _refuse(self, status: int) -> None:  # what was sent along is not read
        self._send(status, b"not allowed", "text/plain")

    def _json(self, status: int, made: Callable[[], Any]) -> None:
        """What `made` returns; where it can't be done, the reason in words."""
        try:
            data = made()
        except GradingError as error:
            status, data = 500, {"error": str(error)}
        except OSError as error:
            reason = f"review.csv can't be written ({error.strerror}); is it open in another program? Close it there"
            status, data = 500, {"error": reason}
        except (ValueError, KeyError, TypeError, IndexError, RecursionError):
            status, data = 400, {"error": "the request isn't one of this page's"}
        self._send(status, json.dumps(data).encode(), "application/json")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the address holds the secret."""

    def version_string(self) -> str:
        return "sellbackwards"


@cache
def _content(name: str) -> bytes:
    return style_sheet().encode() if name == "style.css" else (_PLACE / name).read_bytes()


def review(out: Path, show: bool = True, tell: Callable[[str], None] = print) -> str:
    """Serve the review page of a folder of marks until it is closed; returns the last word. Raises GradingError."""
    desk = Desk(out)
    for warning in desk.warnings:
        print(warning, file=sys.stderr)
    if not desk.waiting and not desk.state()["exercises"]:
        return f"{desk.path}: nothing waits for you"
    try:
        server = ReviewServer(desk)
    except OSError as error:
        raise GradingError(f"{out}: no page can be opened on this computer ({error.strerror}); use the CSV") from None
    with server:
        tell(f"Your browser shows the review. Where it doesn't, open this address: {server.address}")
        tell("It works on this computer alone. To stop: “I’m finished” on the page, or Ctrl+C here. Nothing is lost.")
        if show:
            webbrowser.open(server.address)
        try:
            server.serve_forever(poll_interval=0.2)
        except KeyboardInterrupt:
            tell("")
    return (
        f"{desk.decided} answers decided, {desk.waiting} still wait; they are in {desk.path}. "
        f"To count them, run again: sellbackwards grade SUBMISSIONS --out {out}"
    )
