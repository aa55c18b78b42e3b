"""A file that is replaced is there whole, old or new, whatever happens meanwhile; nothing half-written stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from sellbackwards.calls.remembered_sellers import remember_seller, sellers_file
from sellbackwards.renaming import PART, onto_disk, replacing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    place = tmp_path / "out" / "a.csv"
    for text in ("old", "new"):
        with replacing(place) as beside, beside.open("w") as file:
            file.write(text[:1])
            file.flush()
            assert place.read_text() == "old" if text == "new" else not place.exists()
            file.write(text[1:])
            onto_disk(file)
    assert place.read_text() == "new"
    assert names(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("error", [OSError("full"), ValueError("bad"), KeyboardInterrupt()])
def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path, error: BaseException) -> None:
    place = tmp_path / "a.csv"
    place.write_text("old")
    with pytest.raises(type(error)), replacing(place) as beside:
        beside.write_text("ne")
        raise error
    assert place.read_text() == "old"
    assert names(tmp_path) == ["a.csv"]


def test_two_writers_do_not_write_into_one_file(tmp_path: Path) -> None:
    place = tmp_path / "a.json"
    with replacing(place, "1") as one, replacing(place, "2") as two:
        assert one != two
        assert one.name.endswith(PART) and two.name.endswith(PART)
        one.write_text("one")
        two.write_text("two")
    assert place.read_text() == "one"  # the last to finish
    assert names(tmp_path) == ["a.json"]


def test_another_program_that_holds_the_file_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, replace, tries = tmp_path / "a.csv", Path.replace, iter([True, True])

    def busy(self: Path, target: Path) -> Path:
        if next(tries, None):
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    with replacing(place) as beside:
        beside.write_text("new")
    assert place.read_text() == "new"


def test_the_names_of_sellers_are_for_their_owner_alone(tmp_path: Path) -> None:
    remember_seller(tmp_path, "Maya")
    assert sellers_file().stat().st_mode & 0o077 == 0
    assert names(sellers_file().parent) == [sellers_file().name]
