"""Folders of work go again, on a full disk as well, and what is told is where it was wanted."""

from pathlib import Path

import pytest

from inspector.domain.errors import CannotWriteError
from inspector.storage.archives.bag_writing import bag_at
from inspector.storage.files.work_folders import work_folder
from tests.faults import full, small_disk


def test_a_folder_of_work_goes_again_whatever_happens(tmp_path: Path) -> None:
    with work_folder(tmp_path) as work:
        (work / "half").write_text("written")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.ci
def test_a_full_disk_keeps_no_folder_of_work(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk), full(disk):
        before = sorted(disk.iterdir())
        with pytest.raises(CannotWriteError) as refused, work_folder(disk):
            pass
        assert refused.value.path == disk
        assert sorted(disk.iterdir()) == before


@pytest.mark.ci
@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_a_bag_that_has_no_room_is_told_by_its_own_name(tmp_path: Path, name: str) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk):

        def fill() -> None:
            with bag_at(disk / name) as (bag, _):
                for number in range(6):
                    bag.add(f"{number}.jpg", bytes([number]) * 1_000_000)

        with pytest.raises(CannotWriteError) as refused:
            fill()
        assert refused.value.path == disk / name
        assert "space" in refused.value.reason
        assert list(disk.iterdir()) == []
