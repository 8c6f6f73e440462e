"""A file that was put beside its place and renamed is whole after a power cut, or not there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.storage.files.whole_files import beside, copy_as
from tests.durability.image import copy_still, make, mounted, why_not

CONTENT = os.urandom(300_000)


def write(target: Path) -> None:
    with beside(target) as path:
        path.write_bytes(CONTENT)


def copy(target: Path) -> None:
    source = target.with_name("source")
    source.write_bytes(CONTENT)
    assert copy_as(source, target)


@pytest.mark.parametrize("put", [write, copy])
def test_what_was_put_there_outlives_a_power_cut(
    tmp_path: Path, put: Callable[[Path], None]
) -> None:
    if reason := why_not():
        pytest.skip(f"disks in files cannot be mounted: {reason}")
    make(tmp_path / "disk.img")
    with mounted(tmp_path / "disk.img", tmp_path / "disk") as device:
        put(tmp_path / "disk" / "backup.db")
        copy_still(tmp_path / "disk.img", device, tmp_path / "copy.img")
    with mounted(tmp_path / "copy.img", tmp_path / "after"):
        assert (tmp_path / "after" / "backup.db").read_bytes() == CONTENT
