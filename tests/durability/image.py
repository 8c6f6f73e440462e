"""An ext4 disk in a file, mounted through a loop device; needs root and Linux."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.durability.recorder import DISK

SIZE = 64 << 20
"""Bytes of a disk; most of them are holes in its file."""


class MountError(Exception):
    """A command of the system refused; the text says which and why."""


@cache
def why_not() -> str:
    """Return why disks in files cannot be mounted here; '' when they can."""
    if not sys.platform.startswith("linux"):
        return f"loop devices and ext4 are Linux's, this is {sys.platform}"
    if os.geteuid() != 0:
        return "only root may mount a loop device"
    missing = [each for each in ("mkfs.ext4", "losetup", "mount") if not shutil.which(each)]
    if missing:
        return f"there is no {', '.join(missing)}"
    try:
        with TemporaryDirectory() as name:
            folder = Path(name)
            make(folder / "disk.img")
            with mounted(folder / "disk.img", folder / "disk"):
                pass
    except MountError as error:
        return str(error)
    return ""


@cache
def why_not_recorded() -> str:
    """Return why what is written to a disk cannot be written down here; '' when it can."""
    if reason := why_not():
        return reason
    try:
        with TemporaryDirectory() as name:
            folder = Path(name)
            make(folder / "disk.img")
            with recorded(folder / "disk.img", folder, folder / "nothing"):
                pass
    except (MountError, OSError) as error:
        return str(error)
    return ""


def make(image: Path) -> None:
    """Make an empty disk."""
    with image.open("wb") as file:
        file.truncate(SIZE)
    _run("mkfs.ext4", "-q", "-F", str(image))


@contextmanager
def mounted(image: Path, folder: Path) -> Iterator[str]:
    """Mount a disk on a folder, which is made; yields the name of its device, such as loop3."""
    folder.mkdir(exist_ok=True)
    device = _run("losetup", "--find", "--show", str(image))
    try:
        _run("mount", "-t", "ext4", device, str(folder))
        try:
            yield Path(device).name
        finally:
            _unmount(folder)
    finally:
        _run("losetup", "--detach", device)


@contextmanager
def recorded(image: Path, scratch: Path, journal: Path) -> Iterator[Path]:
    """Mount a disk on `scratch/disk` and write down what it is told; yields where."""
    served, record = scratch / "served", scratch / "record"
    served.mkdir()
    words = ["tests.durability.recorder", *map(str, (image, served, record, journal))]
    with subprocess.Popen(
        [sys.executable, "-m", *words], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    ) as server:
        assert server.stdout is not None
        if not server.stdout.readline():
            raise MountError(f"/dev/fuse: {server.wait()}")
        try:
            with mounted(served / DISK, scratch / "disk"):
                yield record
        finally:
            _unmount(served)


def _unmount(folder: Path) -> None:
    for _ in range(50):
        try:
            _run("umount", str(folder))
        except MountError:  # busy: a process that was killed is not quite gone
            if not folder.is_mount():
                return  # it is done all the same
            time.sleep(0.1)
        else:
            return
    _run("umount", "--lazy", str(folder))


def copy_still(image: Path, device: str, target: Path) -> None:
    """Copy a mounted disk as it is at this instant, nothing of it synced before.

    Who writes to it has to be stopped. The file system itself may still write on its own, so
    that a copy during which the device was written to is made again.
    """
    for _ in range(100):
        before = _written(device)
        copy(image, target)
        if before == _written(device):
            return
    raise MountError(f"{device} is never still")


def _written(device: str) -> tuple[str, ...]:
    """Return how much was written to a device, and what is on its way."""
    numbers = (Path("/sys/block") / device / "stat").read_text().split()
    return numbers[4], numbers[6], numbers[8], *numbers[15:16]


def copy(source: Path, target: Path) -> None:
    """Copy a disk with its holes."""
    target.unlink(missing_ok=True)
    with source.open("rb") as file, target.open("wb") as made:
        made.truncate(SIZE)
        at = 0
        while at < SIZE:
            try:
                begin = os.lseek(file.fileno(), at, os.SEEK_DATA)
            except OSError:  # nothing but a hole behind it
                return
            at = os.lseek(file.fileno(), begin, os.SEEK_HOLE)
            os.pwrite(made.fileno(), os.pread(file.fileno(), at - begin, begin), begin)


def _run(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        raise MountError(f"{' '.join(words[:2])}: {done.stderr.strip()}")
    return done.stdout.strip()
