"""Faults of the machine, made for real: each is a context in which the machine is at fault.

Most need root and a Linux that lets it mount; where it does not, a test that asks is skipped with
the reason. Nothing of the program is replaced.
"""

import fcntl
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.live_file import log_of
from tests.live_files import damage_on_purpose

_SHUTDOWN, _WITHOUT_FLUSHING = 0x8004587D, 2
"""ext4: from now on every write is an I/O error, as on a drive that was pulled out."""

_FREEZE, _THAW = 0xC0045877, 0xC0045878
"""Any file system: writes wait until it is let go."""


def _run(*command: str | Path) -> None:
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True)
    if done.returncode != 0:
        pytest.skip(f"{command[0]} is not allowed here: {done.stderr.strip()}")


def _require_root() -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root on Linux")


@contextmanager
def small_disk(folder: Path, megabytes: int = 4) -> Iterator[None]:
    """Let a folder be a small disk in memory."""
    _require_root()
    folder.mkdir(parents=True, exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def read_only_disk(folder: Path) -> Iterator[None]:
    """Let a small disk be read only; nobody may have a file of it open to write."""
    _run("mount", "-o", "remount,ro", folder)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)


@contextmanager
def drive(folder: Path, megabytes: int = 16, image: Path | None = None) -> Iterator[None]:
    """Let a folder be a drive of its own, which is a file beside it or `image`."""
    _require_root()
    if shutil.which("mkfs.ext4") is None:
        pytest.skip("needs mkfs.ext4")
    image = image or folder.with_suffix(".img")
    folder.mkdir(parents=True, exist_ok=True)
    _run("truncate", "-s", f"{megabytes}M", image)
    _run("mkfs.ext4", "-q", "-F", image)
    _run("mount", "-o", "loop", image, folder)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
        with suppress(OSError):  # of a drive below that was pulled out
            image.unlink()


class BusyDisk:
    """A disk that takes what is written, and lets whoever waits for it to be there wait.

    A process beside holds it, and lets go when this one ends, in whatever way: whoever asks the
    machine for `sync` waits for a disk that is held.
    """

    def __init__(self, below: Path) -> None:
        self.below = below
        self.is_busy = False
        """Nothing is there yet."""
        command = [sys.executable, "-ISc", _HOLDS, str(below), str(_FREEZE), str(_THAW)]
        self._holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def hold(self) -> None:
        """Let nothing be there from now on; for half a minute: who waits cannot be ended."""
        self._ask(b"+")
        self.is_busy = True

    def let_go(self) -> None:
        """Let everything be there that was written."""
        self._ask(b"-")
        self.is_busy = False

    def end(self) -> None:
        """Let go for good."""
        self._holder.communicate()
        self.is_busy = False

    def _ask(self, what: bytes) -> None:
        asks, answers = self._holder.stdin, self._holder.stdout
        assert asks is not None
        assert answers is not None
        asks.write(what)
        asks.flush()
        assert answers.read(1) == what, "the disk is held already, or cannot be"


_HOLDS = """
import fcntl, os, select, sys
disk = os.open(sys.argv[1], os.O_RDONLY)
freeze, thaw = map(int, sys.argv[2:])
is_held = False
def let_go():
    try:
        fcntl.ioctl(disk, thaw, 0)
    except OSError:
        pass  # it was pulled out
try:
    while True:
        is_asked = select.select([0], [], [], 30 if is_held else None)[0]
        asked = os.read(0, 1) if is_asked else b"-"
        if asked == b"+":
            fcntl.ioctl(disk, freeze, 0)
        elif is_held:
            let_go()
        is_held = asked == b"+"
        if not asked:
            break
        if is_asked:
            os.write(1, asked)
finally:
    let_go()
"""


@contextmanager
def busy_disk(folder: Path) -> Iterator[BusyDisk]:
    """Let a folder be a drive that is a file of another drive, which can be held."""
    below = folder.with_name(f"{folder.name}-below")
    with drive(below, megabytes=48), drive(folder, image=below / "image"):
        disk = BusyDisk(below)
        try:
            yield disk
        finally:
            disk.end()


def plug_in_again(folder: Path) -> None:
    """Let a drive that was pulled out work again; nobody may have a file of it open."""
    _run("umount", folder)
    _run("mount", "-o", "loop", folder.with_suffix(".img"), folder)


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Fill the disk of a folder up to its last byte.

    A log that was folded in has room for a few answers more: it is cut off before.
    """
    for database in folder.rglob(DATABASE_FILE):
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 16, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                pass
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def write_protected(folder: Path) -> Iterator[None]:
    """Take the right to write from the database, also from whoever has it open."""
    _require_root()
    database = folder / DATABASE_FILE
    files = [path for path in (database, log_of(database)) if path.exists()]
    _run("chattr", "+i", *files)
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", *map(str, files)], check=True)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the database as a backup program might."""
    with closing(sqlite3.connect(folder / DATABASE_FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def moved_away(folder: Path) -> Iterator[None]:
    """Let the whole folder be elsewhere, as a drive that is not mounted."""
    away = folder.with_name(f"{folder.name}-away")
    folder.rename(away)
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        away.rename(folder)


@contextmanager
def overwritten(folder: Path) -> Iterator[None]:
    """Let another program have written over the first page of the database."""
    database = folder / DATABASE_FILE
    with damage_on_purpose(), database.open("r+b") as file:
        first = file.read(4096)
        file.seek(0)
        file.write(b"rubbish " * 512)
    try:
        yield
    finally:
        with damage_on_purpose(), database.open("r+b") as file:
            file.write(first)


@contextmanager
def deleted(folder: Path) -> Iterator[None]:
    """Let the database be under another name."""
    database = folder / DATABASE_FILE
    away = database.with_name("renamed.db")
    database.rename(away)
    try:
        yield
    finally:
        away.rename(database)


def pull_out(folder: Path) -> None:
    """Let the drive that a folder is fail from now on."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.ioctl(descriptor, _SHUTDOWN, struct.pack("I", _WITHOUT_FLUSHING))
    finally:
        os.close(descriptor)
