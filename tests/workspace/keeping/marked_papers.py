"""Every paper of a sample folder, and whether it says that a record was changed."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from inspector.excel.forms.form_samples import write_samples
from inspector.workspace.extent import Extent, Period
from inspector.workspace.workspace import Workspace

MISMATCH = "与封存时不符"
OCTOBER = Extent(Period(date(2026, 10, 1), date(2026, 10, 31)))
NOVEMBER = Extent(Period(date(2026, 11, 1), date(2026, 11, 30)))
FIRST = "SELECT id FROM inspection WHERE day = '2026-10-12'"


def first_visit(workspace: Workspace) -> str:
    row = workspace.database.row(FIRST)
    assert row is not None
    return str(row["id"])


def papers(workspace: Workspace, out: Path, extent: Extent) -> dict[str, Path]:
    """Write every paper of an extent that tells of visits."""
    out.mkdir(exist_ok=True)
    reports = workspace.reports
    (out / "forms").mkdir(exist_ok=True)
    forms = sorted(write_samples(out / "forms"))
    written = {
        "检查汇总表": out / "summary.xlsx",
        "通报附件": out / "circular.xlsx",
        "整改台账": out / "ledger.xlsx",
        "整改台账带照片": out / "photos.xlsx",
        "表样": out / "form.xlsx",
    }
    reports.write_summary(written["检查汇总表"], extent)
    reports.write_circular(written["通报附件"], extent)
    reports.write_rectification(written["整改台账"], extent)
    reports.write_rectification(written["整改台账带照片"], extent, photos=True)
    reports.write_form(written["表样"], extent, forms[0])
    if extent == OCTOBER:
        written["检查记录表"] = reports.write_record(out / "record.xlsx", first_visit(workspace))
    written["整改通知单"] = workspace.notices.write_all(extent, out / "notices")[0]
    return written


def foot_of(sheet: Worksheet) -> str:
    """What stands at the foot of every page."""
    foot = sheet.oddFooter
    assert foot is not None
    assert foot.center is not None
    return str(foot.center.text)


def marked(path: Path) -> bool:
    """Whether a workbook says, on every page of every sheet to be printed, what is wrong."""
    book = load_workbook(path)
    pages = []
    for sheet in book:
        repeated = int((sheet.print_title_rows or "$1:$3").split("$")[-1])
        top = [
            str(cell) for row in sheet.iter_rows(max_row=repeated, values_only=True) for cell in row
        ]
        pages.append(any(MISMATCH in each for each in (*top, foot_of(sheet))))
    if book.sheetnames[-1] == "整改回执":  # goes back filled in; tells nothing of the visit
        pages.pop()
    assert all(pages) or not any(pages), dict(zip(book.sheetnames, pages, strict=False))
    return all(pages)
