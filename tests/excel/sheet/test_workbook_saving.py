"""Saving: all or nothing, whatever the disk does."""

import errno
import gc
import os
import warnings
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from inspector.domain.errors import CannotWriteError, FileInUseError
from inspector.excel.papers.ledger_workbook import write_rectification
from inspector.excel.sheet.sheet_style import Column, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, add_sheet, new_book
from inspector.excel.sheet.workbook_saving import save_workbook
from tests.excel.reports import HEADING, TODAY, finding

if TYPE_CHECKING:
    from openpyxl import Workbook

OLD = b"what was there before"


def book() -> "Workbook":
    """A small workbook that is not saved yet."""
    made = new_book("题名", "单位", date(2026, 11, 24))
    plan = SheetPlan(name="表", title="题名", columns=[Column("单位", 12)])
    add_sheet(made, plan, [["城东营业厅"]], Styles(made))
    return made


def left_in(folder: Path) -> list[str]:
    """The names in a folder."""
    return sorted(entry.name for entry in folder.iterdir())


def test_saves_and_leaves_nothing_else(tmp_path: Path) -> None:
    save_workbook(book(), tmp_path / "表.xlsx")
    assert left_in(tmp_path) == ["表.xlsx"]
    assert openpyxl.load_workbook(tmp_path / "表.xlsx").sheetnames == ["表"]


def test_replaces_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").write_bytes(OLD)
    save_workbook(book(), tmp_path / "表.xlsx")
    assert openpyxl.load_workbook(tmp_path / "表.xlsx").sheetnames == ["表"]


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    save_workbook(book(), tmp_path / "a.xlsx")
    save_workbook(book(), tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_permissions_are_those_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    save_workbook(book(), tmp_path / "表.xlsx")
    assert (tmp_path / "表.xlsx").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("lock", ["~$表.xlsx", ".~表.xlsx", ".~lock.表.xlsx#"])
def test_a_file_open_in_an_office_program_is_refused(tmp_path: Path, lock: str) -> None:
    target = tmp_path / "表.xlsx"
    target.write_bytes(OLD)
    (tmp_path / lock).touch()
    with pytest.raises(FileInUseError) as refusal:
        save_workbook(book(), target)
    assert refusal.value.path == target
    assert target.read_bytes() == OLD
    assert left_in(tmp_path) == sorted([lock, "表.xlsx"])


def test_a_lock_left_behind_without_its_file_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "~$表.xlsx").touch()
    save_workbook(book(), tmp_path / "表.xlsx")
    assert (tmp_path / "表.xlsx").exists()


def test_vanished_folder(tmp_path: Path) -> None:
    target = tmp_path / "gone" / "表.xlsx"
    with pytest.raises(CannotWriteError) as refusal:
        save_workbook(book(), target)
    assert refusal.value.path == target
    assert refusal.value.reason
    assert left_in(tmp_path) == []


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(CannotWriteError):
        save_workbook(book(), tmp_path / "file" / "表.xlsx")
    assert left_in(tmp_path) == ["file"]


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").mkdir()
    with pytest.raises(CannotWriteError) as refusal:
        save_workbook(book(), tmp_path / "表.xlsx")
    assert refusal.value.reason == os.strerror(errno.EISDIR)
    assert left_in(tmp_path) == ["表.xlsx"]


def test_the_top_of_the_disk_is_no_file_and_nothing_stays_open() -> None:
    from openpyxl.worksheet._writer import ALL_TEMP_FILES

    before = list(ALL_TEMP_FILES)
    with pytest.raises(CannotWriteError) as refusal:
        save_workbook(book(), Path(Path.cwd().anchor))
    assert refusal.value.reason == os.strerror(errno.EISDIR)
    assert before == ALL_TEMP_FILES


def test_write_protected_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "表.xlsx"
    target.write_bytes(OLD)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(CannotWriteError) as refusal:
        save_workbook(book(), target)
    assert refusal.value.reason == os.strerror(errno.EACCES)
    assert target.read_bytes() == OLD
    assert left_in(tmp_path) == ["表.xlsx"]


def test_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "表.xlsx"
    target.write_bytes(OLD)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWriteError) as refusal:
        save_workbook(book(), target)
    assert refusal.value.reason == os.strerror(errno.ENOSPC)
    assert target.read_bytes() == OLD
    assert left_in(tmp_path) == ["表.xlsx"]


def test_windows_refuses_to_replace_an_open_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "表.xlsx"
    target.write_bytes(OLD)

    def in_use(self: Path, other: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", in_use)
    with pytest.raises(FileInUseError) as refusal:
        save_workbook(book(), target)
    assert refusal.value.path == target
    assert target.read_bytes() == OLD
    assert left_in(tmp_path) == ["表.xlsx"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.xlsx").write_bytes(OLD)
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "real.xlsx")
    save_workbook(book(), tmp_path / "link.xlsx")
    assert (tmp_path / "link.xlsx").is_symlink()
    assert (tmp_path / "real.xlsx").read_bytes() != OLD


def test_who_stops_leaves_nothing_open_or_behind(tmp_path: Path) -> None:
    from openpyxl.worksheet._writer import ALL_TEMP_FILES

    class StopError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if 2 * done > total:  # rows are written
            raise StopError

    before, findings = list(ALL_TEMP_FILES), [finding()] * 3
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(StopError):
            write_rectification(tmp_path / "a.xlsx", findings, HEADING, TODAY, progress=stop)
        gc.collect()
    assert before == ALL_TEMP_FILES
    assert list(tmp_path.iterdir()) == []
