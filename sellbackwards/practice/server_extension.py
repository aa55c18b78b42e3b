"""The course's extension of the Jupyter server: it tidies lessons as they are saved, and serves the learner's progress.

A widget lives as long as its kernel. Saved as it is, it would greet its reader next morning with an error; so a saved
page holds the practice's still card, which says what it is. This is an extension of the Jupyter
server, switched on by etc/jupyter_server_config.json. (A ``pre_save_hook`` in that file would be passed over: of what
stands in an environment's ``jupyter_server_config.d``, the server reads its extensions and nothing else.)
"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from tornado import web

WIDGET = "application/vnd.jupyter.widget-view+json"


def keep_still_cards(model: dict[str, Any], path: str = "", contents_manager: Any = None) -> None:
    """Take the widget views out of outputs that carry a still card, in place; all else stays as it is."""
    content = model.get("content")
    if model.get("type") != "notebook" or not isinstance(content, dict):
        return
    for cell in content.get("cells", ()):
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if WIDGET in data and "data-practice=" in str(data.get("text/html", "")):
                del data[WIDGET]
                data.pop("text/plain", None)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


class StatusHandler(APIHandler):
    """How far the learner is; `course` names the folder of their lessons and answers, as the server sees it."""

    @web.authenticated
    async def get(self) -> None:
        """The status as JSON. Answers are judged beside the server's loop, so that no page waits for them."""
        from sellbackwards.practice.status import course_status

        root = Path(self.settings["server_root_dir"]).expanduser().resolve()
        course = (root / self.get_query_argument("course", "").strip("/")).resolve()
        if not course.is_relative_to(root):
            raise web.HTTPError(404)
        loop = asyncio.get_running_loop()
        self.finish(json.dumps(await loop.run_in_executor(None, course_status, course / "my-answers")))


def _load_jupyter_server_extension(server: Any) -> None:
    address = url_path_join(server.web_app.settings["base_url"], "sellbackwards", "status")
    server.web_app.add_handlers(".*$", [(address, StatusHandler)])
    server.contents_manager.register_pre_save_hook(keep_still_cards)
    # A file that is dropped into a practice comes as one message. Beyond its limit (10 MB unless told) the server
    # breaks the page's connection without a word; what is too large for a transcript is to be refused with one.
    server.web_app.settings.setdefault("websocket_max_message_size", 200_000_000)
