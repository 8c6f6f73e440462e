"""A data folder that is moved away, or a drive that is pulled, while a backup is made."""

import shutil
import sys
from datetime import datetime
from pathlib import Path
from types import CodeType, FrameType

import pytest

from inspector.workspace.keeping.backups import back_up
from tests.workspace.keeping.test_backups import chosen
from tests.workspace.kept import fill

DAY = datetime(2026, 11, 27, 9, 15, 30)


class _Mover:
    """Moves a folder away as the `at`th function of ours is called for the first time."""

    def __init__(self, folder: Path, away: Path, at: int) -> None:
        self._folder, self._away, self._at = folder, away, at
        self._called: set[CodeType] = set()

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event != "call" or code in self._called or "/inspector/" not in code.co_filename:
            return
        self._called.add(code)
        if len(self._called) == self._at:
            self._folder.rename(self._away)


@pytest.mark.ci  # a backup for each moment
@pytest.mark.parametrize("which", ["data", "usb"])
def test_at_whatever_moment_it_goes_that_is_said_and_its_place_stays_bare(
    tmp_path: Path, which: str
) -> None:
    fill(tmp_path / "data")
    (tmp_path / "usb").mkdir()
    target = chosen(tmp_path / "data", tmp_path / "usb")
    gone, away = tmp_path / which, tmp_path / "away"
    at, told = 0, 0
    while True:
        at += 1
        sys.setprofile(_Mover(gone, away, at))
        try:
            outcome = back_up(tmp_path / "data", DAY, target)
        finally:
            sys.setprofile(None)
        if not away.exists():
            break
        told += outcome.error is not None or outcome.copy_error is not None
        assert not gone.exists(), f"made anew after {at} calls"
        away.rename(gone)
        for left in (tmp_path / "data" / "backups", *(tmp_path / "usb").iterdir()):
            shutil.rmtree(left, ignore_errors=True)  # each backup is the first
    assert 0 < told < at
