"""Original bytes are kept once, whole, protected, and under the name of what they are."""

import errno
import hashlib
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest

from inspector.domain.errors import CannotReadError, CannotWriteError, NotFoundError
from inspector.storage.evidence import evidence_files
from inspector.storage.evidence.evidence_files import EvidenceFiles, StoredFile

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
USER = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may read and write everything"
)
PHOTO = b"\xff\xd8 not looked at \xff\xd9"


@pytest.fixture
def files(tmp_path: Path) -> EvidenceFiles:
    (tmp_path / "data").mkdir()
    return EvidenceFiles(tmp_path / "data")


def everything(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "data").rglob("*") if path.is_file()]


def test_bytes_are_kept_under_their_digest(files: EvidenceFiles, tmp_path: Path) -> None:
    kept = files.keep(PHOTO, "jpg")
    digest = hashlib.sha256(PHOTO).hexdigest()
    assert kept == StoredFile(digest, "jpg", len(PHOTO))
    path = tmp_path / "data" / "evidence" / digest[:2] / f"{digest}.jpg"
    assert files.path_of(digest, "jpg") == path
    assert path.read_bytes() == PHOTO
    assert everything(tmp_path) == [path]
    assert files.verify(digest, "jpg")


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (3 << 20) + 7])
def test_a_file_is_kept_whole_and_the_source_stays(
    files: EvidenceFiles, size: int, tmp_path: Path
) -> None:
    source = tmp_path / "录像 📹.mp4"
    source.write_bytes(os.urandom(size))
    kept = files.keep(source, "mp4")
    assert kept.size == size
    assert files.path_of(kept.digest, "mp4").read_bytes() == source.read_bytes()
    assert files.verify(kept.digest, "mp4")


def test_the_same_bytes_are_kept_once(files: EvidenceFiles, tmp_path: Path) -> None:
    source = tmp_path / "a.jpg"
    source.write_bytes(PHOTO)
    first = files.keep(PHOTO, "jpg")
    before = files.path_of(first.digest, "jpg").stat()
    assert files.keep(source, "jpg") == first
    after = files.path_of(first.digest, "jpg").stat()
    # It was read, which may be in another second: only when it was written stays.
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert len(everything(tmp_path)) == 1


def test_a_file_without_a_suffix(files: EvidenceFiles) -> None:
    kept = files.keep(PHOTO, "")
    assert files.path_of(kept.digest, "").name == kept.digest
    assert list(files.all_files()) == [kept]


@POSIX
def test_only_the_user_may_read_and_nobody_write(files: EvidenceFiles, tmp_path: Path) -> None:
    kept = files.keep(PHOTO, "jpg")
    path = files.path_of(kept.digest, "jpg")
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_the_disk_damaged_is_found_and_replaced(files: EvidenceFiles) -> None:
    kept = files.keep(PHOTO, "jpg")
    path = files.path_of(kept.digest, "jpg")
    path.chmod(0o600)
    path.write_bytes(PHOTO[:-1])
    assert not files.verify(kept.digest, "jpg")
    assert files.keep(PHOTO, "jpg") == kept
    assert files.verify(kept.digest, "jpg")
    path.chmod(0o600)
    path.unlink()
    assert not files.verify(kept.digest, "jpg")


def test_all_files_are_listed_and_strangers_left_alone(
    files: EvidenceFiles, tmp_path: Path
) -> None:
    assert list(files.all_files()) == []
    kept = [
        files.keep(bytes([number]) * number, suffix)
        for number, suffix in enumerate(["jpg", "pdf", ""])
    ]
    folder = tmp_path / "data" / "evidence"
    (folder / "ab").mkdir(exist_ok=True)
    (folder / "ab" / "Thumbs.db").write_bytes(b"x")
    (folder / ".left.tmp").write_bytes(b"x")
    assert sorted(files.all_files(), key=lambda file: file.size) == kept


@pytest.mark.parametrize(
    ("digest", "suffix"),
    [("../" * 20 + "etc/pass", "jpg"), ("a" * 63, "jpg"), ("A" * 64, "jpg"), ("a" * 64, "../x")],
)
def test_a_name_that_leads_elsewhere_is_none(
    files: EvidenceFiles, digest: str, suffix: str
) -> None:
    with pytest.raises(ValueError, match="not a kept file"):
        files.path_of(digest, suffix)


def test_a_source_that_is_gone_or_a_folder(files: EvidenceFiles, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        files.keep(tmp_path / "gone.jpg", "jpg")
    with pytest.raises(CannotReadError):
        files.keep(tmp_path, "jpg")
    with pytest.raises(CannotReadError):
        files.keep(Path("a\0b"), "jpg")
    assert everything(tmp_path) == []


@POSIX
def test_a_pipe_is_refused_and_not_waited_for(files: EvidenceFiles, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(CannotReadError):
        files.keep(tmp_path / "pipe.jpg", "jpg")


@USER
def test_a_source_that_may_not_be_read(files: EvidenceFiles, tmp_path: Path) -> None:
    source = tmp_path / "a.jpg"
    source.write_bytes(PHOTO)
    source.chmod(0)
    with pytest.raises(CannotReadError):
        files.keep(source, "jpg")


def test_a_store_that_cannot_be_written(files: EvidenceFiles, tmp_path: Path) -> None:
    (tmp_path / "data").rmdir()
    (tmp_path / "data").write_bytes(b"a file where the folder should be")
    with pytest.raises(CannotWriteError):
        files.keep(PHOTO, "jpg")


def test_a_folder_that_was_moved_away_is_not_made_anew(
    files: EvidenceFiles, tmp_path: Path
) -> None:
    (tmp_path / "data").rename(tmp_path / "moved")
    with pytest.raises(CannotWriteError):
        files.keep(PHOTO, "jpg")
    assert not (tmp_path / "data").exists()


class PulledOut(BytesIO):
    """A card that is pulled out while it is read."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return super().read(size)


def test_a_card_pulled_out_half_way(
    files: EvidenceFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_files, "opened_source", lambda source: PulledOut(bytes(3 << 20)))
    with pytest.raises(CannotReadError) as refusal:
        files.keep(tmp_path / "a.jpg", "jpg")
    assert refusal.value.path == tmp_path / "a.jpg"
    assert everything(tmp_path) == []


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("call", ["fsync", "open", "replace"])
def test_a_full_disk_leaves_nothing_behind(
    files: EvidenceFiles, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner: object = Path if call == "replace" else os
    monkeypatch.setattr(owner, call, full)
    with pytest.raises(CannotWriteError) as refusal:
        files.keep(PHOTO, "jpg")
    assert refusal.value.reason == os.strerror(errno.ENOSPC)
    monkeypatch.undo()
    assert everything(tmp_path) == []
    assert files.keep(PHOTO, "jpg")


@POSIX
def test_bytes_and_name_are_on_the_disk_before_it_returns(
    files: EvidenceFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.keep(b"the folder is there", "jpg")
    happened: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        happened.append(kind)
        fsync(descriptor)

    def renamed(path: Path, target: Path) -> Path:
        happened.append("renamed")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    files.keep(PHOTO, "jpg")
    assert happened[:3] == ["file", "renamed", "folder"]


@POSIX
@pytest.mark.parametrize("before", ["nothing", "folders", "file", "kept"])
def test_every_name_on_the_way_is_on_the_disk(
    before: str, files: EvidenceFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever made it: a run that was killed behind a rename has not put it on the disk."""
    target = files.path_of(hashlib.sha256(PHOTO).hexdigest(), "jpg")
    if before == "folders":
        target.parent.mkdir(parents=True)
    elif before == "file":
        EvidenceFiles(tmp_path / "data").keep(PHOTO, "jpg")
    elif before == "kept":
        files.keep(PHOTO, "jpg")
        target.unlink()
    on_disk: set[tuple[int, str]] = set()
    fsync = os.fsync

    def synced(descriptor: int) -> None:
        fsync(descriptor)
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            on_disk.update((status.st_ino, name) for name in os.listdir(descriptor))

    monkeypatch.setattr(os, "fsync", synced)
    files.keep(PHOTO, "jpg")
    ours = [target] if before == "kept" else [target, target.parent, target.parent.parent]
    assert on_disk >= {(path.parent.stat().st_ino, path.name) for path in ours}


def test_many_threads_keep_the_same_and_others(files: EvidenceFiles, tmp_path: Path) -> None:
    keep: Callable[[int], StoredFile] = lambda number: files.keep(bytes(5000 + number % 7), "jpg")  # noqa: E731
    with ThreadPoolExecutor(8) as threads:
        kept = set(threads.map(keep, range(70)))
    assert len(kept) == 7
    assert set(files.all_files()) == kept
    assert len(everything(tmp_path)) == 7
    assert all(files.verify(file.digest, file.suffix) for file in kept)


KEEP = """
import sys
from pathlib import Path
from inspector.storage.evidence.evidence_files import EvidenceFiles
EvidenceFiles(Path(sys.argv[2])).keep(Path(sys.argv[1]), "mp4")
status = Path("/proc/self/status").read_text()
print(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
"""


@pytest.mark.ci
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads Linux's peak of memory")
def test_a_long_film_is_not_loaded_whole(tmp_path: Path) -> None:
    film = tmp_path / "a.mp4"
    with film.open("wb") as file:
        file.truncate(200 << 20)
    (tmp_path / "data").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", KEEP, film, tmp_path / "data"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) < 50 << 10  # 25 MB measured, most of it Python
