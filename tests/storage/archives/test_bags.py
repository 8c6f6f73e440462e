"""Bags: checked by `sha256sum` as by us; whatever is changed in one is named."""

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.domain.errors import CannotWriteError, NotAnArchiveError
from inspector.storage.archives.bag_reading import BagFlaw, FlawedFile, is_bag, opened_bag
from inspector.storage.archives.bag_writing import MANIFEST, TAG_MANIFEST, bag_at

ODD = "文书/100% 城东 %0A.txt"


def write(target: Path) -> Path:
    """Write a small bag."""
    with bag_at(target) as (bag, work):
        source = work / "photo.jpg"
        source.write_bytes(bytes(range(256)) * 5000)
        bag.add("evidence/ab/photo.jpg", source)
        bag.add("evidence/ab/photo.jpg", source)  # as several visits may have it
        bag.add(ODD, "一句话".encode())
        bag.close({"Bagging-Date": "2026-11-28", "Note": "两\n行"}, {"说明.txt": b"words"})
    return target


def flaws(path: Path) -> list[FlawedFile]:
    """What is wrong with a bag."""
    with opened_bag(path) as bag:
        return list(bag.flaws())


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum")
@pytest.mark.parametrize("manifest", [MANIFEST, TAG_MANIFEST])
def test_any_tool_checks_a_bag(tmp_path: Path, manifest: str) -> None:
    folder = tmp_path / "bag"
    with bag_at(folder) as (bag, _):
        bag.add("文书/一.txt", b"one")
        bag.close({"Bagging-Date": "2026-11-28"}, {"说明.txt": b"words"})
    done = subprocess.run(
        ["sha256sum", "--strict", "-c", manifest], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "bagit.txt").read_text() == (
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    )


@pytest.mark.parametrize("name", ["bag", "袋 子.zip"])
def test_what_was_written_reads_back(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name)
    assert flaws(path) == []
    with opened_bag(path) as bag:
        assert bag.read(f"data/{ODD}").decode() == "一句话"
        assert "Note: 两 行\n" in bag.read("bag-info.txt").decode()
        assert "Payload-Oxum: 1280009.2\n" in bag.read("bag-info.txt").decode()
        assert bag.payload("文书") == [f"data/{ODD}"]
    assert [each.name for each in tmp_path.iterdir()] == [name]  # no work is left


def change(bag: Path) -> FlawedFile:
    (bag / "data/evidence/ab/photo.jpg").write_bytes(b"another")
    return FlawedFile(BagFlaw.CHANGED, "data/evidence/ab/photo.jpg")


def remove(bag: Path) -> FlawedFile:
    (bag / f"data/{ODD}").unlink()
    return FlawedFile(BagFlaw.MISSING, f"data/{ODD}")


def add(bag: Path) -> FlawedFile:
    (bag / "data/more.txt").write_bytes(b"more")
    return FlawedFile(BagFlaw.UNLISTED, "data/more.txt")


def change_words(bag: Path) -> FlawedFile:
    (bag / "说明.txt").write_bytes(b"other words")
    return FlawedFile(BagFlaw.CHANGED, "说明.txt")


def garble_manifest(bag: Path) -> FlawedFile:
    with (bag / TAG_MANIFEST).open("a") as file:
        file.write("nonsense\n")
    return FlawedFile(BagFlaw.UNREADABLE_LINE, TAG_MANIFEST)


@pytest.mark.parametrize("harm", [change, remove, add, change_words, garble_manifest])
def test_whatever_is_changed_is_named(tmp_path: Path, harm: Callable[[Path], FlawedFile]) -> None:
    bag = write(tmp_path / "bag")
    harmed = harm(bag)
    assert flaws(bag) == [harmed]


def test_a_zip_whose_bytes_were_changed_is_told_by_file(tmp_path: Path) -> None:
    path = write(tmp_path / "bag.zip")
    content = bytearray(path.read_bytes())
    at = content.find(bytes(range(256)))
    content[at + 10] ^= 1
    path.write_bytes(content)
    assert flaws(path) == [FlawedFile(BagFlaw.CHANGED, "data/evidence/ab/photo.jpg")]


def test_a_folder_that_holds_something_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/letter.txt").write_text("mine")
    with pytest.raises(CannotWriteError, match="other files"):
        write(tmp_path / "own")
    assert [each.name for each in (tmp_path / "own").iterdir()] == ["letter.txt"]
    (tmp_path / "empty").mkdir()
    assert flaws(write(tmp_path / "empty")) == []


@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_what_stops_leaves_nothing(tmp_path: Path, name: str) -> None:
    def work() -> None:
        with bag_at(tmp_path / name) as (bag, _):
            bag.add("one.txt", b"one")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_bag_is_refused(tmp_path: Path) -> None:
    plain, text = tmp_path / "two.zip", tmp_path / "text.zip"
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("a/one.txt", "one")
        archive.writestr("b/two.txt", "two")
    text.write_text("words")
    for path in (plain, text, tmp_path, tmp_path / "gone.zip"):
        assert not is_bag(path)
    with pytest.raises(NotAnArchiveError), opened_bag(plain):
        pass
