"""One stream in several files, as a FAT32 drive takes them."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.errors import CannotWriteError, DamagedBackupError, MissingVolumeError
from inspector.storage.files import volumes
from inspector.storage.files.volumes import (
    VolumeStream,
    opened_volumes,
    volumes_beside,
    volumes_written,
)

CONTENT = bytes(range(250)) * 10


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "VOLUME_BYTES", 1000)


def write(target: Path, content: bytes = CONTENT) -> None:
    with volumes_beside(target) as draft:
        draft.written.write(content)
        with draft.read_back() as stream:
            assert stream.read() == content


def read(path: Path) -> bytes:
    with opened_volumes(path) as stream:
        return stream.read()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_fits_is_one_file(tmp_path: Path) -> None:
    write(tmp_path / "all.zip", CONTENT[:1000])
    assert names(tmp_path) == ["all.zip"]
    assert read(tmp_path / "all.zip") == CONTENT[:1000]


def test_what_does_not_is_cut_and_any_volume_leads_to_all(tmp_path: Path) -> None:
    target = tmp_path / "all.zip"
    target.write_bytes(b"an older one, which the user lets go")
    write(target)
    assert names(tmp_path) == ["all.zip.001", "all.zip.002", "all.zip.003"]
    assert b"".join(path.read_bytes() for path in volumes_written(target)) == CONTENT
    assert all(read(path) == CONTENT for path in volumes_written(target))


@pytest.mark.parametrize("number", [1, 2])
def test_the_missing_one_is_named(tmp_path: Path, number: int) -> None:
    write(tmp_path / "all.zip")
    missing = tmp_path / f"all.zip.00{number}"
    missing.unlink()
    with pytest.raises(MissingVolumeError) as refused:
        read(tmp_path / "all.zip.003")
    assert refused.value.path == missing


def test_one_cut_short_is_named(tmp_path: Path) -> None:
    write(tmp_path / "all.zip")
    os.truncate(tmp_path / "all.zip.002", 500)
    with pytest.raises(DamagedBackupError) as refused:
        read(tmp_path / "all.zip.001")
    assert refused.value.path == tmp_path / "all.zip.002"


def test_volumes_that_lie_there_are_not_mixed_with_new_ones(tmp_path: Path) -> None:
    write(tmp_path / "all.zip")
    with pytest.raises(CannotWriteError):
        write(tmp_path / "all.zip", CONTENT[::-1])
    assert read(tmp_path / "all.zip.001") == CONTENT


def test_a_stop_leaves_nothing(tmp_path: Path) -> None:
    def stop() -> None:
        with volumes_beside(tmp_path / "all.zip") as draft:
            draft.written.write(CONTENT)
            raise KeyError

    with pytest.raises(KeyError):
        stop()
    assert names(tmp_path) == []


def test_what_is_broken_off_while_it_is_put_in_place_is_no_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def fail_at_first(path: Path, target: Path) -> Path:
        if target.name.endswith(".001"):
            raise OSError(5, "Input/output error")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail_at_first)
    with pytest.raises(CannotWriteError):
        write(tmp_path / "all.zip")
    with pytest.raises(MissingVolumeError):
        read(tmp_path / "all.zip.002")


@given(st.lists(st.tuples(st.integers(0, 40), st.binary(max_size=30)), max_size=12))
def test_it_is_written_and_read_as_one_file(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("volumes")
    one = io.BytesIO()
    with VolumeStream([], 7, folder=folder) as several:
        end = 0
        for at, content in steps:
            for stream in (one, several):
                stream.seek(min(at, end))
                stream.write(content)
            end = max(end, min(at, end) + len(content))
            assert several.tell() == one.tell()
        paths = several.paths
    with VolumeStream(paths, 7) as read_back, io.BufferedReader(read_back) as whole:
        assert whole.read() == one.getvalue()
        whole.seek(-min(end, 5), io.SEEK_END)
        assert whole.read() == one.getvalue()[end - min(end, 5) :]
