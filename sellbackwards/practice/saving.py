"""What JupyterLab writes when a lesson is saved: still cards, no dead widgets.

A widget lives as long as its kernel. Saved as it is, it would greet its reader next morning with an error; so a saved
page holds the practice's still card, which says what it is and how to wake it. This is an extension of the Jupyter
server, switched on by etc/jupyter_server_config.json. (A ``pre_save_hook`` in that file would be passed over: of what
stands in an environment's ``jupyter_server_config.d``, the server reads its extensions and nothing else.)
"""

from __future__ import annotations

from typing import Any

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


def _load_jupyter_server_extension(server: Any) -> None:
    server.contents_manager.register_pre_save_hook(keep_still_cards)
    # A file that is dropped into a practice comes as one message. Beyond its limit (10 MB unless told) the server
    # breaks the page's connection without a word; what is too large for a transcript is to be refused with one.
    server.web_app.settings.setdefault("websocket_max_message_size", 200_000_000)
