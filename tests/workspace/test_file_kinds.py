"""What a file is for is told by what is in it, and by its name only where it is no workbook."""

from pathlib import Path

import openpyxl
import pytest

from inspector.domain.errors import NotAWorkbookError, NotFoundError
from inspector.excel.forms.form_samples import write_samples
from inspector.excel.rosters.roster_header import RECOGNISED
from inspector.excel.rosters.roster_workbook import write_roster_template
from inspector.workspace.file_kinds import FileKind, kind_of
from tests.excel.packs.pack_books import sample_pack, written
from tests.excel.rosters.rosters import KINDS


def table(path: Path, *rows: tuple[str | int, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_workbooks_are_known_by_their_heads(tmp_path: Path) -> None:
    roster = tmp_path / "1.xlsx"
    write_roster_template(roster, KINDS)
    back = table(tmp_path / "2.xlsx", ("问题编号", "整改情况", "完成时间"), ("2611-K7M-0001",))
    days = table(tmp_path / "3.xlsx", ("日期", "性质", "名称"), ("2027-01-01", "放假", "元旦"))
    other = table(tmp_path / "4.xlsx", ("收入", "支出"), (1, 2))
    assert kind_of(roster) is FileKind.ROSTER
    assert kind_of(back) is FileKind.RETURNED
    assert kind_of(days) is FileKind.HOLIDAYS
    assert kind_of(other) is FileKind.OTHER_TABLE
    assert kind_of(written(tmp_path, sample_pack())) is FileKind.CHECKLIST
    forms = write_samples(tmp_path)
    assert {kind_of(path) for path in forms} == {FileKind.FORM}


def test_other_files_are_known_by_their_names(tmp_path: Path) -> None:
    names = {
        "a.JPG": FileKind.PHOTO, "a.heic": FileKind.PHOTO, "a.zip": FileKind.BACKUP,
        "a.inspx": FileKind.BUNDLE, "A.INSPX.001": FileKind.BUNDLE,
        "inspector.db": FileKind.BACKUP, "pack.toml": FileKind.CHECKLIST,
        "2027.toml": FileKind.HOLIDAYS, "a.pdf": FileKind.OTHER, "a": FileKind.OTHER,
    }  # fmt: skip
    assert {name: kind_of(tmp_path / name) for name in names} == names
    assert kind_of(tmp_path) is FileKind.FOLDER
    (tmp_path / "pack.toml").touch()
    assert kind_of(tmp_path) is FileKind.CHECKLIST


@pytest.mark.parametrize("name", ["a.xls", "a.et", "a.csv", "a.xlsx"])
def test_a_table_that_is_not_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFoundError):
        kind_of(tmp_path / name)
    (tmp_path / name).write_text("单位,窗口号\n", "utf-8")
    with pytest.raises(NotAWorkbookError):
        kind_of(tmp_path / name)


def test_what_the_refusal_names_is_recognised(tmp_path: Path) -> None:
    """The heads that a workbook of no kind is told are enough for one of each kind."""
    kinds = []
    for number, told in enumerate(RECOGNISED.split("；")):
        book = openpyxl.Workbook()
        book.worksheets[0].append(told.partition("（")[2].rstrip("）").split("、"))
        book.save(tmp_path / f"{number}.xlsx")
        kinds.append(kind_of(tmp_path / f"{number}.xlsx"))
    assert kinds == [
        FileKind.ROSTER, FileKind.INSPECTORS, FileKind.SURVEY, FileKind.PLAN, FileKind.RETURNED,
        FileKind.COMPLAINTS,
    ]  # fmt: skip
