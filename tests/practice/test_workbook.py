"""The learner's own deals: nothing typed is lost, whatever happens to the file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sellbackwards.practice.private_file import change_file, read_file
from sellbackwards.practice.workbook import store


def write(text: str) -> None:
    store.workbook_file().parent.mkdir(parents=True, exist_ok=True)
    store.workbook_file().write_text(text, encoding="utf-8")


def add_item(section: str, texts: dict[str, str]) -> str:
    name = f"id-{len(store.items(section))}"
    store.keep_fields(section, name, texts, {})
    return name


def test_what_was_kept_is_there_again() -> None:
    deal = add_item("deals", {"name": "Hill Foods"})
    other = add_item("deals", {"name": "Кафе"})
    store.keep_fields("deals", deal, {"step.owner": "Dana"}, {})
    assert store.items("deals") == {deal: {"name": "Hill Foods", "step.owner": "Dana"}, other: {"name": "Кафе"}}
    assert list(store.items("deals")) == [deal, other]
    store.remove_item("deals", deal)
    assert list(store.items("deals")) == [other]


def test_two_windows_that_type_in_different_boxes_are_both_kept() -> None:
    deal = add_item("deals", {"name": "Hill Foods"})
    assert store.keep_fields("deals", deal, {"project": "a new cold store"}, {}) == {}
    assert store.keep_fields("deals", deal, {"said": "call me in May"}, {}) == {}
    assert store.items("deals")[deal] == {
        "name": "Hill Foods", "project": "a new cold store", "said": "call me in May"
    }  # fmt: skip


def test_of_two_windows_that_type_in_one_box_the_later_stands_and_the_other_is_told_and_kept() -> None:
    deal = add_item("deals", {"name": "Hill Foods"})
    store.keep_fields("deals", deal, {"name": "Hill Foods Ltd"}, {"name": "Hill Foods"})
    lost = store.keep_fields("deals", deal, {"name": "Hill & Sons"}, {"name": "Hill Foods"})
    assert lost == {"name": "Hill Foods Ltd"}
    assert store.items("deals")[deal]["name"] == "Hill & Sons"
    assert store.replaced() == [store.Replaced("deals", deal, "name", "Hill Foods Ltd")]


def test_many_programs_at_once_lose_nothing() -> None:
    code = (
        "import sys; from sellbackwards.practice.workbook import store\n"
        "for n in range(15): store.keep_fields('deals', 'one', {f'{sys.argv[1]}.{n}': 'x'}, {})"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, name]) for name in "abc"]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    assert len(store.items("deals")["one"]) == 45


def test_a_program_that_was_killed_holds_nobody_up() -> None:
    add_item("deals", {"name": "one"})
    store.workbook_file().with_suffix(".lock").write_text("")
    add_item("deals", {"name": "two"})
    assert len(store.items("deals")) == 2
    assert not store.workbook_file().with_suffix(".lock").exists()


def test_an_older_file_is_read_and_what_a_later_version_has_stays() -> None:
    write('{"deals": {"a": {"name": "Hill Foods"}}}')  # neither a version nor the other sections
    store.keep_fields("deals", "a", {"project": "a store"}, {})
    assert store.items("deals") == {"a": {"name": "Hill Foods", "project": "a store"}}
    write('{"version": 7, "maps": [1], "deals": {"a": {"name": "Hill Foods", "size": 3, "on": {"b": 1}}, "c": 5}}')
    assert store.items("deals") == {"a": {"name": "Hill Foods"}}
    store.keep_fields("deals", "a", {"name": "Hill"}, {"name": "Hill Foods"})
    data = json.loads(store.workbook_file().read_text(encoding="utf-8"))
    assert data["version"] == 7
    assert data["maps"] == [1]
    assert data["deals"] == {"a": {"name": "Hill", "size": 3, "on": {"b": 1}}, "c": 5}


def test_a_file_that_another_program_holds_is_neither_moved_nor_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows does while a virus scanner or a backup reads it."""
    write('{"deals": {"a": {}}}')
    read, tries = Path.read_bytes, iter([True, True])

    def busy(self: Path, always: bool) -> bytes:
        if always or next(tries, None):
            raise PermissionError(13, "The process cannot access the file")
        return read(self)

    monkeypatch.setattr("sellbackwards.renaming.time.sleep", lambda seconds: None)
    monkeypatch.setattr(Path, "read_bytes", lambda self: busy(self, False))
    change_file(store.workbook_file(), ["deals"], {}, lambda data: data.update(more=1))
    with monkeypatch.context() as held:
        held.setattr(Path, "read_bytes", lambda self: busy(self, True))
        with pytest.raises(PermissionError):
            change_file(store.workbook_file(), ["deals"], {"deals": {}}, lambda data: data.update(lost=1))
        assert read_file(store.workbook_file(), ["deals"]) == {}
    assert store.set_aside() == []
    assert read_file(store.workbook_file(), ["deals"]) == {"deals": {"a": {}}, "more": 1}


def test_a_lock_that_is_being_deleted_is_waited_for_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    made, tries = os.open, iter([True, True])

    def deleting(path: Any, flags: int, *more: Any, **others: Any) -> int:
        if str(path).endswith(".lock") and next(tries, None):
            raise PermissionError(13, "Access is denied")
        return made(path, flags, *more, **others)

    monkeypatch.setattr("sellbackwards.practice.private_file.os.open", deleting)
    with pytest.raises(PermissionError):  # elsewhere it means what it says
        change_file(store.workbook_file(), ["deals"], {"deals": {}}, lambda data: None)
    monkeypatch.setattr("sellbackwards.practice.private_file.WINDOWS", True)
    change_file(store.workbook_file(), ["deals"], {"deals": {}}, lambda data: data.update(more=1))
    assert read_file(store.workbook_file(), ["deals"]) == {"deals": {}, "more": 1}


@pytest.mark.parametrize("broken", ['{"deals": {"a', "[]", '{"deals": []}', "\x00", "[" * 100_000])
def test_a_broken_file_is_set_aside_not_lost(broken: str) -> None:
    write(broken)
    assert store.items("deals") == {}
    add_item("deals", {"name": "new"})
    assert [path.read_text(encoding="utf-8") for path in store.set_aside()] == [broken]


def test_a_crash_while_writing_leaves_the_old_file_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    deal = add_item("deals", {"name": "old"})

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.keep_fields("deals", deal, {"name": "new"}, {"name": "old"})
    assert store.items("deals") == {deal: {"name": "old"}}
    assert [path.name for path in store.workbook_file().parent.iterdir()] == ["my-deals.json"]


def test_forgetting_leaves_nothing_behind() -> None:
    write("{broken")
    add_item("promises", {"who": "Dana"})
    store.workbook_file().with_name("my-deals.json.77.part").write_text("Dana")
    store.forget()
    assert list(store.workbook_file().parent.iterdir()) == []
    assert store.items("promises") == {}
    store.forget()  # nothing there: no complaint
