"""A disk that writes down everything it is told: writes and flushes, in their order.

    python -m tests.durability.recorder IMAGE FOLDER RECORD JOURNAL

Serves one file, FOLDER/disk, from IMAGE, by the protocol of /dev/fuse itself, since neither its
library nor device-mapper's log can be relied on. A loop device on that file passes on what a file
system writes and flushes. Each line of RECORD is a `_HEAD`, then the bytes written: how long
JOURNAL was when it came, so that it is known what had been acknowledged.
"""

import ctypes
import errno
import os
import stat
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

DISK = "disk"

_HEAD = struct.Struct("<cQQI")  # w or f; length of the journal; offset; size
_WRITE, _FLUSH = b"w", b"f"


@dataclass(frozen=True, slots=True)
class Record:
    """A write, or a flush (then `data` is None). `acknowledged`: bytes of the journal by then."""

    acknowledged: int
    offset: int = 0
    data: bytes | None = None


def records(path: Path, size: int) -> Iterator[Record]:
    """Yield what a disk was told, from the first `size` bytes of a record."""
    with path.open("rb") as file:
        while file.tell() < size and (head := file.read(_HEAD.size)):
            kind, acknowledged, offset, length = _HEAD.unpack(head)
            data = file.read(length)
            yield Record(acknowledged, offset, data if kind == _WRITE else None)


# The protocol: <linux/fuse.h>

_IN = struct.Struct("<IIQQIIIHH")  # length, opcode, unique, node; who asks is of no interest
_OUT = struct.Struct("<IiQ")
_ATTRIBUTES = struct.Struct("<QQQQQQIIIIIIIIII")
_TRANSFER = struct.Struct("<QQIIQII")  # file, offset, size, …


class _Asked(IntEnum):
    LOOKUP, FORGET, GETATTR, SETATTR = 1, 2, 3, 4
    OPEN, READ, WRITE, STATFS, RELEASE, FSYNC = 14, 15, 16, 17, 18, 20
    FLUSH, INIT, ACCESS, INTERRUPT, DESTROY, BATCH_FORGET = 25, 26, 34, 36, 38, 42


_UNANSWERED = (_Asked.FORGET, _Asked.BATCH_FORGET, _Asked.INTERRUPT)
_BIG_WRITES, _MAX_PAGES = 1 << 5, 1 << 22
_LARGEST = 1 << 20
_ROOT, _FILE = 1, 2
_MINOR = 31
_FOR_EVER = 1 << 30


class Recorder:
    """Answers the kernel until it lets go."""

    def __init__(self, device: int, image: Path, record: Path, journal: Path) -> None:
        self._device = device
        self._image = os.open(image, os.O_RDWR)
        self._size = os.fstat(self._image).st_size
        self._record = record.open("wb", buffering=0)
        self._journal = journal

    def serve(self) -> None:
        """Answer one question after the other."""
        while True:
            try:
                asked = os.read(self._device, _LARGEST + (1 << 16))
            except OSError as error:
                if error.errno == errno.ENODEV:  # unmounted
                    return
                if error.errno in (errno.EINTR, errno.ENOENT):
                    continue
                raise
            _, operation, unique, node, *_ = _IN.unpack_from(asked)
            if operation in _UNANSWERED:
                continue
            answer = self._answer(operation, node, asked[_IN.size :])
            refused, body = (answer, b"") if isinstance(answer, int) else (0, answer)
            os.write(self._device, _OUT.pack(_OUT.size + len(body), -refused, unique) + body)
            if operation == _Asked.DESTROY:
                return

    def _answer(self, operation: int, node: int, body: bytes) -> bytes | int:
        """Return what is asked for, or a number of an error."""
        match operation:
            case _Asked.INIT:
                flags = _BIG_WRITES | _MAX_PAGES
                return struct.pack(
                    "<IIIIHHIIHHII6I", 7, _MINOR, _LARGEST, flags, 16, 12, _LARGEST, 1,
                    _LARGEST >> 12, 0, 0, 0, *[0] * 6,
                )  # fmt: skip
            case _Asked.LOOKUP if body.rstrip(b"\0") == DISK.encode():
                return struct.pack("<QQQQII", _FILE, 0, _FOR_EVER, _FOR_EVER, 0, 0) + self._of(
                    _FILE
                )
            case _Asked.LOOKUP:
                return errno.ENOENT
            case _Asked.GETATTR | _Asked.SETATTR:
                return struct.pack("<QII", _FOR_EVER, 0, 0) + self._of(node)
            case _Asked.OPEN:
                return struct.pack("<QIi", 0, 0, 0)
            case _Asked.READ:
                _, offset, size, *_ = _TRANSFER.unpack_from(body)
                return os.pread(self._image, size, offset)
            case _Asked.WRITE:
                _, offset, size, *_ = _TRANSFER.unpack_from(body)
                data = body[_TRANSFER.size : _TRANSFER.size + size]
                self._write_down(_WRITE, offset, data)
                os.pwrite(self._image, data, offset)
                return struct.pack("<II", size, 0)
            case _Asked.FSYNC:
                self._write_down(_FLUSH)
                return b""
            case _Asked.STATFS:
                return struct.pack("<QQQQQIIII6I", 1 << 20, 1 << 20, 1 << 20, 9, 9, 4096, 255,
                                   4096, 0, *[0] * 6)  # fmt: skip
            case _Asked.RELEASE | _Asked.FLUSH | _Asked.ACCESS | _Asked.DESTROY:
                return b""
        return errno.ENOSYS

    def _of(self, node: int) -> bytes:
        folder = node == _ROOT
        mode = stat.S_IFDIR | 0o755 if folder else stat.S_IFREG | 0o600
        size = 0 if folder else self._size
        return _ATTRIBUTES.pack(node, size, size >> 9, 0, 0, 0, 0, 0, 0, mode, 1, 0, 0, 0, 4096, 0)

    def _write_down(self, kind: bytes, offset: int = 0, data: bytes = b"") -> None:
        try:
            acknowledged = self._journal.stat().st_size
        except FileNotFoundError:
            acknowledged = 0
        self._record.write(_HEAD.pack(kind, acknowledged, offset, len(data)) + data)


def main(image: str, folder: str, record: str, journal: str) -> None:
    """Mount the file, say so, and serve it."""
    device = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0"
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"recorder", folder.encode(), b"fuse", 0, options.encode()):
        sys.exit(os.strerror(ctypes.get_errno()))
    sys.stdout.write("mounted\n")
    sys.stdout.flush()
    Recorder(device, Path(image), Path(record), Path(journal)).serve()


if __name__ == "__main__":
    main(*sys.argv[1:])
