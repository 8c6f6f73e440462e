"""A bundle is written whole, or there is none: a full disk, a stop, a fault leave nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.domain.errors import CannotWriteError, NotAsWrittenError, ShortPassphraseError
from inspector.storage.files import volumes
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.storage.sharing.bundle_writing import EvidenceFile
from tests.storage.sharing.conftest import PHOTOS, Write

ROOT = Path(__file__).parents[3]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "east.inspx"


def test_it_takes_the_place_of_the_one_before(target: Path, write: Write) -> None:
    target.write_bytes(b"an older one")
    assert write(target).paths == (target,)
    with opened_bundle(target, work=target.parent) as bundle:
        assert bundle.digest == write(target).digest  # the same says the same


class Stopped(Exception):
    """Somebody pressed stop."""


@pytest.mark.parametrize("half", [0, 0.4, 0.6, 1])
def test_stopped_it_leaves_what_was_there(target: Path, write: Write, half: float) -> None:
    def progress(done: int, total: int) -> None:
        if done >= half * total:
            raise Stopped

    target.write_bytes(b"an older one")
    with pytest.raises(Stopped):
        write(target, progress=progress)
    assert [path.read_bytes() for path in target.parent.iterdir()] == [b"an older one"]


def test_volumes_that_lie_there_already_are_not_mixed_with_these(
    target: Path, write: Write
) -> None:
    (other := target.with_name("east.inspx.001")).write_bytes(b"")
    with pytest.raises(CannotWriteError):
        write(target)
    assert list(target.parent.iterdir()) == [other]


def test_a_short_passphrase(target: Path, write: Write) -> None:
    with pytest.raises(ShortPassphraseError):
        write(target, "short")
    assert list(target.parent.iterdir()) == []


def test_evidence_that_is_damaged_or_gone_stays_here(
    target: Path, write: Write, photos: list[EvidenceFile]
) -> None:
    damaged, other = photos
    damaged.path.write_bytes(bytes(damaged.size))
    written = write(target)
    assert written.unread == written.manifest.wanted == (damaged.digest,)
    with opened_bundle(target, work=target.parent) as bundle:
        assert bundle.evidence_digests == {other.digest}
    other.path.unlink()
    assert set(write(target).unread) == {damaged.digest, other.digest}


def test_a_disk_that_gives_back_something_else(
    target: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(path: Path) -> None:
        content = path.read_bytes()
        if PHOTOS[1] in content:
            path.write_bytes(content.replace(PHOTOS[1], PHOTOS[1].swapcase()))

    monkeypatch.setattr(volumes, "sync_file", spoil)
    with pytest.raises(NotAsWrittenError):
        write(target)
    assert list(target.parent.iterdir()) == []


FULL = """
import resource, signal, sys
from pathlib import Path
from inspector.domain.errors import CannotWriteError
from tests.storage.sharing.conftest import *
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
target, room, passphrase, where = Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:]
photo = kept(target.parent.parent / "evidence", PHOTOS[1] * 100)
def fill():
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    with work_files(target.parent.parent) as work:
        if where == "here":
            fill()
        work.put(Kind.VISIT, OBJECTS[1:3], lambda: None)
        fill()
        write_bundle(target, manifest(), work, [photo], ME.sign, passphrase)
except CannotWriteError as error:
    print(error.path.name, error.reason)
"""


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
@pytest.mark.parametrize(
    ("room", "passphrase", "where"),
    [
        (100, "", "here"), (100, "", "stick"), (1_500, "", "stick"), (500_000, "", "stick"),
        (500_000, "open sesame, please", "stick"),
    ],
)  # fmt: skip
def test_a_full_disk(target: Path, room: int, passphrase: str, where: str) -> None:
    """The kernel refuses to let any file grow above some bytes, as a full disk does."""
    done = subprocess.run(
        [sys.executable, "-c", FULL, target, str(room), passphrase, where],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    named = target.parent.parent if where == "here" else target
    assert done.stdout.strip() == f"{named.name} File too large", done.stderr
    assert list(target.parent.iterdir()) == []
    assert not list(target.parent.parent.glob(".*"))
