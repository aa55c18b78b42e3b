"""The progress file survives crashes, broken files and later versions; a saved page holds no dead widgets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sellbackwards.practice.progress import drafts, keep_drafts, progress_file
from sellbackwards.practice.saving import WIDGET, keep_still_cards


def test_what_was_kept_comes_back() -> None:
    keep_drafts("rewrite", {"p01.need": "Wie geht’s?"})
    keep_drafts("first_pitch", {"p01.need": "x"})
    assert drafts("rewrite") == {"p01.need": "Wie geht’s?"}


def test_a_broken_file_is_set_aside_not_lost() -> None:
    progress_file().parent.mkdir(parents=True)
    progress_file().write_text('{"drafts": {"rewrite": {"p01', encoding="utf-8")
    assert drafts("rewrite") == {}
    keep_drafts("rewrite", {"p01.need": "new"})
    assert drafts("rewrite") == {"p01.need": "new"}
    assert [path.read_text(encoding="utf-8") for path in progress_file().parent.glob("*.broken-*")] == [
        '{"drafts": {"rewrite": {"p01'
    ]


def test_a_later_version_keeps_what_it_has() -> None:
    progress_file().parent.mkdir(parents=True)
    progress_file().write_text(
        json.dumps({"version": 9, "recalls": [1, 2], "drafts": {"other": {"a": "b"}}}), encoding="utf-8"
    )
    keep_drafts("rewrite", {"p01.need": "x"})
    data = json.loads(progress_file().read_text(encoding="utf-8"))
    assert data == {"version": 9, "recalls": [1, 2], "drafts": {"other": {"a": "b"}, "rewrite": {"p01.need": "x"}}}


def test_a_crash_while_writing_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_drafts("rewrite", {"p01.need": "old"})

    def full(self: Path, *_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    keep_drafts("rewrite", {"p01.need": "new"})  # the learner isn't stopped
    assert drafts("rewrite") == {"p01.need": "old"}


@pytest.mark.parametrize(
    "content",
    ["[]", "null", '{"drafts": []}', '{"drafts": {"rewrite": 3}}', '{"drafts": {"rewrite": {"a": 1}}}', "\x00"],
)
def test_odd_content_is_no_draft(content: str) -> None:
    progress_file().parent.mkdir(parents=True)
    progress_file().write_text(content, encoding="utf-8")
    assert drafts("rewrite") == {}


def test_saving_keeps_the_still_card_and_drops_the_widget() -> None:
    still = {"text/html": '<div data-practice="rewrite">…</div>', "text/plain": "Rewrite(…)", WIDGET: {"model_id": "1"}}
    other = {"text/plain": "IntSlider()", WIDGET: {"model_id": "2"}}
    cells = [
        {
            "cell_type": "code",
            "outputs": [{"data": dict(still)}, {"data": dict(other)}, {"output_type": "stream", "text": "x"}],
        },
        {"cell_type": "markdown"},
    ]
    keep_still_cards({"type": "notebook", "content": {"cells": cells}})
    assert cells[0]["outputs"][0]["data"] == {"text/html": still["text/html"]}  # type: ignore[index]
    assert cells[0]["outputs"][1]["data"] == other  # type: ignore[index]
    keep_still_cards({"type": "file", "content": "text"})
