"""Pictures that arrive in a watched folder are offered once they are finished, oldest first."""

import os
import shutil
import sys
from datetime import datetime
from pathlib import Path

import pytest

from inspector.storage.evidence.incoming_pictures import FolderWatch

BEGAN = datetime(2026, 3, 14, 9, 0)


def put(path: Path, minutes: float = 1, content: bytes = b"picture") -> Path:
    """A file changed so many minutes after the watch began."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    seconds = BEGAN.timestamp() + minutes * 60
    os.utime(path, (seconds, seconds))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "DCIM 手机"
    folder.mkdir()
    return folder


@pytest.fixture
def watch(folder: Path) -> FolderWatch:
    watch = FolderWatch(folder, BEGAN)
    assert watch.settled_pictures() == []
    return watch


def test_a_picture_is_offered_at_the_second_look(watch: FolderWatch, folder: Path) -> None:
    path = put(folder / "IMG_0001.JPG")
    assert watch.settled_pictures() == []
    assert watch.settled_pictures() == [path]
    assert watch.settled_pictures() == [path]
    assert watch.settled_pictures({path: None}) == []


def test_oldest_first(watch: FolderWatch, folder: Path) -> None:
    paths = [put(folder / name, number) for number, name in enumerate(["c.jpg", "a.png", "b.heic"])]
    paths.append(put(folder / "d.webp", 2))
    watch.settled_pictures()
    assert watch.settled_pictures() == paths


def test_what_still_grows_is_not_offered(watch: FolderWatch, folder: Path) -> None:
    path = put(folder / "a.jpg", content=b"")
    for size in range(4):
        assert watch.settled_pictures() == []
        put(path, content=b"x" * (size + 1))
    assert watch.settled_pictures() == []
    assert watch.settled_pictures() == [path]
    put(path, 2, content=b"x" * 4)  # the same size, written again
    assert watch.settled_pictures() == []


def test_an_empty_file_is_not_offered(watch: FolderWatch, folder: Path) -> None:
    put(folder / "a.jpg", content=b"")
    watch.settled_pictures()
    assert watch.settled_pictures() == []


@pytest.mark.parametrize(
    "name",
    [
        "a.jpg.part",
        "a.jpg.tmp",
        "a.jpg.crdownload",
        "~$a.jpg",
        ".a.jpg",
        "._a.jpg",
        "a",
        "a.txt",
        "a.mp4",
        ".trash/a.jpg",
        "x/y/a.jpg",
        "x/DCIM/a.jpg/b.jpg",
    ],
)
def test_other_files_are_not_offered(name: str, watch: FolderWatch, folder: Path) -> None:
    put(folder / name)
    watch.settled_pictures()
    assert watch.settled_pictures() == []


def test_sub_folders_and_those_of_a_card(watch: FolderWatch, folder: Path) -> None:
    paths = [
        put(folder / "100CANON" / "a.jpg", 1),
        put(folder / "DCIM" / "101CANON" / "a.jpg", 2),
        put(folder / "dcim2" / "窗口 3.jpg", 3),
    ]
    put(folder / "dcim2" / "x" / "a.jpg")
    watch.settled_pictures()
    assert watch.settled_pictures() == paths


def test_what_was_there_before_is_left_unless_asked_for(folder: Path) -> None:
    old = put(folder / "old.jpg", -60)
    watch, whole = FolderWatch(folder, BEGAN), FolderWatch(folder, BEGAN, everything=True)
    assert watch.settled_pictures() == whole.settled_pictures() == []
    assert watch.settled_pictures() == []
    assert whole.settled_pictures() == [old]


def test_the_camera_s_clock_may_be_slow(watch: FolderWatch, folder: Path) -> None:
    path = put(folder / "a.jpg", -600)
    watch.settled_pictures()
    assert watch.settled_pictures() == [path]


def test_what_came_between_the_beginning_and_the_first_look(folder: Path) -> None:
    put(folder / "old.jpg", -1)
    path = put(folder / "new.jpg", 1)
    watch = FolderWatch(folder, BEGAN)
    watch.settled_pictures()
    assert watch.settled_pictures() == [path]


def test_an_old_picture_that_was_changed_is_new(folder: Path) -> None:
    path = put(folder / "a.jpg", -60)
    watch = FolderWatch(folder, BEGAN)
    watch.settled_pictures()
    put(path, -30)
    watch.settled_pictures()
    assert watch.settled_pictures() == [path]


def test_a_card_comes_and_goes(folder: Path) -> None:
    shutil.rmtree(folder)
    watch = FolderWatch(folder, BEGAN)
    assert watch.settled_pictures() == []
    put(folder / "old.jpg", -60)  # on the card from before
    first = put(folder / "first.jpg", 1)
    assert watch.settled_pictures() == []
    assert watch.settled_pictures() == [first]
    away = folder.rename(folder.with_name("away"))
    assert watch.settled_pictures() == []
    away.rename(folder)
    second = put(folder / "second.jpg", -5)  # by the camera's clock
    assert watch.settled_pictures({first: None}) == []
    assert watch.settled_pictures({first: None}) == [second]


def test_a_watched_file_is_no_folder(folder: Path) -> None:
    watch = FolderWatch(put(folder / "a.jpg"), BEGAN)
    assert watch.settled_pictures() == watch.settled_pictures() == []


def test_other_suffixes_on_request(folder: Path) -> None:
    film = put(folder / "a.MP4")
    put(folder / "a.jpg")
    watch = FolderWatch(folder, BEGAN, suffixes={"mp4"})
    watch.settled_pictures()
    assert watch.settled_pictures() == [film]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_and_pipes_are_not_followed(watch: FolderWatch, folder: Path, tmp_path: Path) -> None:
    elsewhere = put(tmp_path / "elsewhere" / "a.jpg")
    (folder / "link.jpg").symlink_to(elsewhere)
    (folder / "loop").symlink_to(folder)
    (folder / "there").symlink_to(elsewhere.parent)
    os.mkfifo(folder / "pipe.jpg")
    (folder / "folder.jpg").mkdir()
    watch.settled_pictures()
    assert watch.settled_pictures() == []
