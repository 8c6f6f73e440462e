"""Bytes that are locked, read back, opened; what is wrong is told in one way each."""

import hashlib
import io
import os
import re
from itertools import chain, repeat
from pathlib import Path
from typing import IO

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as some

from inspector.domain.errors import (
    CannotWriteError,
    DamagedBackupError,
    NotAsWrittenError,
    ShortPassphraseError,
    WrongPassphraseError,
)
from inspector.storage.locked.guarded_key import (
    _decrypted,
    guarded_by,
    key_beside,
    opened_key,
)
from inspector.storage.locked.locking import (
    lock,
    lock_file,
    lock_written,
    open_locked,
    open_locked_file,
    require_same,
)

HOME = Path("usb")
KEY = pyrage.x25519.Identity.generate()
OPEN = str(KEY.to_public())


@given(some.binary(max_size=200_000), some.lists(some.integers(1, 70_000), max_size=5))
def test_what_was_locked_opens_as_it_was(content: bytes, parts: list[int]) -> None:
    def write(stream: IO[bytes]) -> None:
        at = 0
        for size in parts:
            stream.write(content[at : at + size])
            at += size
        stream.write(content[at:])

    sink = io.BytesIO()
    told = lock_written(write, sink, OPEN)
    assert told.digest == hashlib.sha256(content).hexdigest()
    require_same(io.BytesIO(sink.getvalue()), told, HOME)
    opened = io.BytesIO()
    open_locked(io.BytesIO(sink.getvalue()), opened, KEY, HOME)
    assert opened.getvalue() == content
    assert len(content) < 16 or content not in sink.getvalue()


@given(
    some.binary(min_size=1, max_size=5000),
    some.floats(0, 1, exclude_max=True),
    some.sampled_from(["cut", "flipped", "longer"]),
)
def test_a_changed_or_cut_copy_is_never_taken(content: bytes, part: float, how: str) -> None:
    sink = io.BytesIO()
    told = lock(io.BytesIO(content), sink, OPEN)
    whole = sink.getvalue()
    at = int(part * len(whole))
    harmed = {
        "cut": whole[:at],
        "flipped": whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :],
        "longer": whole + b"x",
    }[how]
    with pytest.raises(NotAsWrittenError):
        require_same(io.BytesIO(harmed), told, HOME)
    with pytest.raises(DamagedBackupError):
        open_locked(io.BytesIO(harmed), io.BytesIO(), KEY, HOME)


def test_the_writer_hears_why_the_disk_took_no_more() -> None:
    class Full(io.BytesIO):
        def write(self, content: object, /) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        lock_written(lambda stream: stream.write(bytes(50_000_000)), Full(), OPEN)


def test_work_that_is_stopped_ends_and_is_told_as_such() -> None:
    class StoppedError(Exception):
        pass

    def write(stream: IO[bytes]) -> None:
        stream.write(bytes(3_000_000))
        raise StoppedError

    with pytest.raises(StoppedError):
        lock_written(write, io.BytesIO(), OPEN)


def test_a_file_is_locked_whole_or_not_at_all(tmp_path: Path) -> None:
    source, target = tmp_path / "photo.jpg", tmp_path / "usb" / "photo.jpg.age"
    source.write_bytes(b"bytes of a photo" * 10_000)
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    assert not lock_file(source, target, OPEN, "0" * 64)
    assert not lock_file(tmp_path / "gone", target, OPEN)
    assert list(target.parent.iterdir()) == []
    assert lock_file(source, target, OPEN, digest)
    assert os.listdir(target.parent) == [target.name]
    assert b"bytes of a photo" not in target.read_bytes()
    open_locked_file(target, tmp_path / "back", KEY, digest)
    assert (tmp_path / "back").read_bytes() == source.read_bytes()
    with pytest.raises(DamagedBackupError):
        open_locked_file(target, tmp_path / "other", KEY, "0" * 64)
    assert not (tmp_path / "other").exists()


def test_a_place_that_takes_nothing_is_told(tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(b"1")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWriteError):
        lock_file(source, tmp_path / "file" / "copy.age", OPEN)


def test_a_short_passphrase_is_refused_before_any_work() -> None:
    with pytest.raises(ShortPassphraseError):
        guarded_by(KEY, "1234567")


def test_the_seconds_of_a_passphrase_can_be_stopped() -> None:
    class StoppedError(BaseException):
        """As the runner stops work."""

    def stop(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        guarded_by(KEY, "窗台上的 绿萝 三片叶", stop)
    with pytest.raises(StoppedError):
        opened_key("it is not even looked at", "窗台上的 绿萝 三片叶", HOME, stop)


@pytest.mark.ci
def test_only_the_passphrase_opens_the_key(tmp_path: Path) -> None:
    key = guarded_by(KEY, "桌上的 绿萝 三片叶")
    assert key.recipient == OPEN
    assert str(KEY) not in key.guarded
    assert str(opened_key(key.guarded, "桌上的 绿萝 三片叶", HOME)) == str(KEY)
    with pytest.raises(WrongPassphraseError):
        opened_key(key.guarded, "桌上的 绿萝 四片叶", HOME)
    with pytest.raises(DamagedBackupError):
        opened_key(key.guarded[:-80], "桌上的 绿萝 三片叶", HOME)
    assert key_beside(tmp_path) == ""
    (tmp_path / "key.age").write_text(key.guarded)
    assert key_beside(tmp_path) == key.guarded


@pytest.mark.ci
def test_a_busy_computer_is_measured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """age refuses by a measure of some milliseconds; that is neither damage nor a wrong word."""
    open_it, measured = pyrage.passphrase.decrypt, chain((True, True), repeat(False))

    def hasty(guarded: bytes, passphrase: str) -> bytes:
        if next(measured):
            raise pyrage.DecryptError("Excessive work parameter for passphrase.\nDecryption …")
        opened: bytes = open_it(guarded, passphrase)
        return opened

    guarded = pyrage.passphrase.encrypt(b"secret", "桌上的 绿萝 三片叶")
    monkeypatch.setattr(pyrage.passphrase, "decrypt", hasty)
    assert _decrypted(guarded, "桌上的 绿萝 三片叶") == b"secret"


@pytest.mark.ci
def test_what_would_take_minutes_is_damaged() -> None:
    plain = pyrage.passphrase.encrypt(b"secret", "桌上的 绿萝 三片叶")
    slow = re.sub(rb"(scrypt \S+ )\d+", rb"\g<1>60", plain, count=1)
    with pytest.raises(pyrage.DecryptError, match="Excessive"):
        _decrypted(slow, "桌上的 绿萝 三片叶")
